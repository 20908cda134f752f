use std::path::PathBuf;
use std::time::Duration;

use orgwarden_api::client::{BaseUrl, KeyClass};
use orgwarden_api::{Error, Result};
use schemars::JsonSchema;
use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Serialize};

use super::key::checked_key;
use super::places::state_dir;
use super::profile::organization;
use super::{Environment, Settings};
use crate::guard::{Policy, PolicyLines};
use crate::words;

/// What a program decides itself when it opens an organization. What it leaves out, profiles and the environment decide.
///
/// The key is not in here, so that this can be written down and printed: it is handed over beside it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Given {
    /// The profile, in place of the one that `ORGWARDEN_PROFILE` or the config file names; `environment` steps around them.
    pub profile: Option<String>,
    /// The organization that the key must belong to, `org-…`.
    pub organization: Option<String>,
    /// Where the API is, with or without `/v1`. Only together with a key: a stored key is sent nowhere else than its
    /// profile says.
    pub base_url: Option<String>,
    /// The folder of state (journal, learned limits), in place of the usual one.
    pub state_dir: Option<PathBuf>,
    /// How many seconds a call may wait for the rate limit before it fails as `rate_limited`.
    pub max_wait_seconds: Option<f64>,
    /// Lines of the policy that hold in place of those of the profile.
    pub guards: Option<PolicyLines>,
}

impl Given {
    /// Reads it from a JSON object. Unknown members are refused; an error quotes no secret, even if a key stands where none
    /// belongs.
    pub fn from_json(text: &str) -> Result<Self> {
        serde_json::from_str(text).map_err(|error| {
            Error::invalid(format!("the organization cannot be opened so: {}", words::json_problem(&error)))
        })
    }
}

impl Settings {
    /// Decides by what a program gives, and by profiles and the environment where it gives nothing. With a key of the
    /// program's own, neither counts.
    ///
    /// Blocks, as [`resolve`](Self::resolve) does.
    pub fn given(environment: &Environment, given: &Given, key: Option<SecretString>) -> Result<Self> {
        let mut settings = match key {
            Some(key) => Self::of_key(environment, given, &key)?,
            None if given.base_url.is_some() => {
                return Err(Error::invalid("`base_url` is given without a key")
                    .with_hint("Give the key too, or set the base URL in the profile or by OPENAI_BASE_URL."));
            }
            None => Self::resolve(environment, given.profile.as_deref())?,
        };
        if let Some(organization) = &given.organization {
            settings = settings.only(organization)?;
        }
        if let Some(folder) = &given.state_dir {
            settings.state_dir.clone_from(folder);
        }
        if let Some(seconds) = given.max_wait_seconds {
            let wait = Duration::try_from_secs_f64(seconds);
            let wait = wait.map_err(|_| Error::invalid(format!("`max_wait_seconds` is {seconds}: not a time span")))?;
            settings.max_wait = Some(wait);
        }
        if let Some(lines) = &given.guards {
            settings.guards = lines.over(&settings.guards);
        }
        settings.guards.check()?;
        Ok(settings)
    }

    fn of_key(environment: &Environment, given: &Given, key: &SecretString) -> Result<Self> {
        if given.profile.is_some() {
            return Err(
                Error::invalid("both a key and a profile are given").with_hint("A profile has a key of its own.")
            );
        }
        let key = checked_key(key.expose_secret(), "the program itself")?;
        let base_url = match &given.base_url {
            Some(url) => BaseUrl::parse(url, "`base_url`")?.as_str().to_owned(),
            None => BaseUrl::OPENAI.to_owned(),
        };
        Ok(Self {
            profile: None,
            organization: given.organization.as_deref().map(organization).transpose().map_err(Error::invalid)?,
            base_url,
            key_class: KeyClass::of(key.expose_secret()),
            key,
            key_source: "the program itself".to_owned(),
            max_wait: None,
            guards: Policy::default(),
            state_dir: match &given.state_dir {
                Some(folder) => folder.clone(),
                None => state_dir(environment)?,
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use orgwarden_api::ErrorKind;

    use super::*;

    fn settings(given: &Given, key: Option<&str>) -> Result<Settings> {
        let environment = Environment::empty()
            .with("OPENAI_ADMIN_KEY", "sk-admin-of-the-environment")
            .with("OPENAI_ORG_ID", "org-environment")
            .with("OPENAI_BASE_URL", "https://gateway.example/v1")
            .with("XDG_CONFIG_HOME", "/nowhere")
            .with("ORGWARDEN_STATE", "/nowhere/state");
        Settings::given(&environment, given, key.map(SecretString::from))
    }

    #[test]
    fn with_a_key_of_the_program_the_environment_does_not_count() {
        let settings = settings(&Given::default(), Some("sk-admin-of-the-program")).unwrap();
        assert_eq!(settings.key.expose_secret(), "sk-admin-of-the-program");
        assert_eq!((settings.organization, &*settings.base_url), (None, BaseUrl::OPENAI));
        assert_eq!(settings.state_dir, std::path::Path::new("/nowhere/state"));
    }

    #[test]
    fn without_a_key_the_environment_decides_and_what_is_given_is_heeded() {
        let given = Given {
            state_dir: Some("/elsewhere".into()),
            max_wait_seconds: Some(1.5),
            guards: Some(PolicyLines { minimum_owners: Some(1), ..PolicyLines::default() }),
            ..Given::default()
        };
        let settings = settings(&given, None).unwrap();
        assert_eq!(settings.organization.as_deref(), Some("org-environment"));
        assert_eq!(settings.base_url, "https://gateway.example/v1");
        assert_eq!(settings.max_wait, Some(Duration::from_millis(1500)));
        assert_eq!((settings.guards.minimum_owners, settings.state_dir), (1, PathBuf::from("/elsewhere")));
    }

    #[test]
    fn a_key_where_none_belongs_is_not_quoted() {
        for text in [r#"{"max_wait_seconds": "sk-admin-0123456789abcdef"}"#, r#"{"sk-admin-0123456789abcdef": 1}"#] {
            let error = Given::from_json(text).unwrap_err();
            assert!(error.kind() == ErrorKind::Invalid && !error.message().contains("0123456789"), "{error}");
            assert!(!error.message().contains("line 1"), "{error}");
        }
    }

    #[test]
    fn contradictions_are_refused() {
        let of = |given: Given, key| settings(&given, key).unwrap_err();
        let error = of(Given { base_url: Some("https://else.example".into()), ..Given::default() }, None);
        assert!(error.kind() == ErrorKind::Invalid && error.message().contains("without a key"), "{error}");
        let error = of(Given { profile: Some("acme".into()), ..Given::default() }, Some("sk-admin-0123456789"));
        assert!(error.message().contains("both a key and a profile"), "{error}");
        let error = of(Given { organization: Some("org-other".into()), ..Given::default() }, None);
        assert_eq!(error.kind(), ErrorKind::Guard);
        let error = of(Given { max_wait_seconds: Some(f64::NAN), ..Given::default() }, None);
        assert!(error.message().contains("max_wait_seconds"), "{error}");
        let error = of(Given { base_url: Some("ftp://x".into()), ..Given::default() }, Some("sk-admin-0123456789"));
        assert!(error.message().contains("base_url"), "{error}");
        let error = of(Given::default(), Some("sk admin"));
        assert!(error.message().contains("the program itself") && !error.message().contains("sk admin"), "{error}");
    }
}
