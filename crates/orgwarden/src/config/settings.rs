use std::path::PathBuf;
use std::time::Duration;

use orgwarden_api::client::{BaseUrl, KeyClass};
use orgwarden_api::{Error, ErrorKind, Result};
use secrecy::{ExposeSecret as _, SecretString};
use serde::{Serialize, Serializer};
use sha2::{Digest as _, Sha256};

use super::file::{ConfigFile, names};
use super::key::{ADMIN_KEYS_PAGE, checked_key};
use super::places::{create_private_dir, state_dir};
use super::profile::organization;
use super::shown::shown;
use super::{Environment, KeySource, Profile, config_error};
use crate::guard::Policy;

/// The name that stands for the environment alone, where a profile's name is expected.
pub const ENVIRONMENT: &str = "environment";

/// The first that is set names the organization; the others may not contradict it. The first is that of the official
/// libraries, the others are of their earlier versions and of tools around them.
const ORGANIZATION_VARIABLES: [&str; 3] = ["OPENAI_ORG_ID", "OPENAI_ORGANIZATION", "OPENAI_ORGANIZATION_ID"];

/// Everything that was decided about one run. Neither `Debug` nor the serialised form holds the key.
#[derive(Clone, Debug, Serialize)]
pub struct Settings {
    /// The profile; none when the environment alone decides.
    pub profile: Option<String>,
    /// The organization that the key must belong to.
    pub organization: Option<String>,
    /// Where the API is: no slash at the end, `/v1` last.
    pub base_url: String,
    /// The key.
    #[serde(skip)]
    pub key: SecretString,
    /// What kind of key it is, by its prefix. Whoever sets `OPENAI_ADMIN_KEY` or a profile's key may put any kind there: the
    /// prefix is only a hint, the API decides.
    pub key_class: KeyClass,
    /// Where the key came from, in words.
    pub key_source: String,
    /// How long a call may wait for the rate limit, if the profile says so.
    #[serde(rename = "max_wait_seconds", serialize_with = "seconds")]
    pub max_wait: Option<Duration>,
    /// What guards allow.
    pub guards: Policy,
    /// The folder of state. It need not exist yet.
    pub state_dir: PathBuf,
}

impl Settings {
    /// Decides, and fetches the key. `profile` is what the caller names, if anything.
    ///
    /// Blocks: a key command or the keyring may ask the person. In async code run it with `spawn_blocking`.
    pub fn resolve(environment: &Environment, profile: Option<&str>) -> Result<Self> {
        let named = match (profile, environment.text("ORGWARDEN_PROFILE")?) {
            (Some(name), _) => Some((name, "named by the caller")),
            (None, Some(name)) => Some((name, "named by ORGWARDEN_PROFILE")),
            (None, None) => None,
        };
        if let Some((ENVIRONMENT, _)) = named {
            return Self::of_environment(environment, None);
        }
        let file = ConfigFile::read(environment)?;
        if let Some((name, origin)) = named {
            let profile = file.profile(name, origin)?;
            return Self::of_profile(environment, &file, name, profile);
        }
        match &file.default {
            Some(name) => {
                let profile = file.profile(name, "the default")?;
                refuse_contradiction(environment, name, profile)?;
                Self::of_profile(environment, &file, name, profile)
            }
            None => Self::of_environment(environment, Some(&file)),
        }
    }

    fn of_profile(environment: &Environment, file: &ConfigFile, name: &str, profile: &Profile) -> Result<Self> {
        let key = profile.key.read(environment, file.folder())?;
        let settings = Self {
            profile: Some(name.to_owned()),
            organization: profile.organization.clone(),
            base_url: profile.base_url.clone().unwrap_or_else(|| BaseUrl::OPENAI.into()),
            key_class: KeyClass::of(key.expose_secret()),
            key,
            key_source: profile.key.to_string(),
            max_wait: profile.max_wait,
            guards: profile.guards.clone(),
            state_dir: state_dir(environment)?,
        };
        Ok(settings.log())
    }

    fn of_environment(environment: &Environment, file: Option<&ConfigFile>) -> Result<Self> {
        let (key, variable) = key_of_environment(environment, file)?;
        let settings = Self {
            profile: None,
            organization: organization_of_environment(environment)?.map(|(id, _)| id),
            base_url: base_url_of_environment(environment)?.unwrap_or_else(|| BaseUrl::OPENAI.into()),
            key_class: KeyClass::of(key.expose_secret()),
            key,
            key_source: KeySource::Variable(variable.into()).to_string(),
            max_wait: None,
            guards: Policy::default(),
            state_dir: state_dir(environment)?,
        };
        Ok(settings.log())
    }

    /// The same, for one organization only. Settings of another are refused; settings that name none get this one, so
    /// that the API refuses a key of any other.
    pub fn only(mut self, organization: &str) -> Result<Self> {
        let wanted = super::profile::organization(organization).map_err(Error::invalid)?;
        match &self.organization {
            Some(own) if *own != wanted => {
                let origin = self
                    .profile
                    .as_ref()
                    .map_or_else(|| "the environment".to_owned(), |profile| format!("the profile {}", shown(profile)));
                Err(Error::new(
                    ErrorKind::Guard,
                    format!(
                        "held back: this is for the organization {}, and {origin} is of {}",
                        shown(&wanted),
                        shown(own)
                    ),
                )
                .with_hint("Choose the profile of that organization (--profile)."))
            }
            _ => {
                self.organization = Some(wanted);
                Ok(self)
            }
        }
    }

    fn log(self) -> Self {
        tracing::debug!(
            profile = self.profile,
            organization = self.organization,
            base_url = self.base_url,
            key_class = ?self.key_class,
            key_source = self.key_source,
            "settings"
        );
        self
    }

    /// The file of this profile's state. Without a profile its name comes from a hash of the base URL and the organization
    /// (or the key, if the organization is not known), so that a sandbox and the real organization never share one.
    pub fn state_file(&self) -> PathBuf {
        let name = match &self.profile {
            Some(profile) => format!("profile-{profile}.sqlite"),
            None => format!("environment-{}.sqlite", self.fingerprint()),
        };
        self.state_dir.join(name)
    }

    /// Makes the folder of state, for us alone, and returns the [state file](Self::state_file) in it.
    pub fn prepare_state(&self) -> Result<PathBuf> {
        create_private_dir(&self.state_dir)?;
        Ok(self.state_file())
    }

    /// Where learned budgets are kept: one file for all profiles, because the limits belong to the key.
    pub fn budgets_file(&self) -> PathBuf {
        self.state_dir.join("budgets.sqlite")
    }

    fn fingerprint(&self) -> String {
        let whose = self.organization.as_deref().unwrap_or(self.key.expose_secret());
        let digest = Sha256::new().chain_update(&self.base_url).chain_update("\n").chain_update(whose).finalize();
        let start = digest.iter().take(8).fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
        format!("{start:016x}")
    }
}

fn key_of_environment(environment: &Environment, file: Option<&ConfigFile>) -> Result<(SecretString, &'static str)> {
    if let Some(text) = environment.text("OPENAI_ADMIN_KEY")? {
        return Ok((checked_key(text, "environment variable OPENAI_ADMIN_KEY")?, "OPENAI_ADMIN_KEY"));
    }
    let make_one = format!("Make an admin key at {ADMIN_KEYS_PAGE} and set OPENAI_ADMIN_KEY");
    let Some(text) = environment.text("OPENAI_API_KEY")? else {
        let profiles = file.map(|file| &file.profiles).filter(|profiles| !profiles.is_empty());
        return Err(config_error("there is no admin key: OPENAI_ADMIN_KEY is not set and no profile is chosen")
            .with_hint(match profiles {
                Some(profiles) => format!("Choose a profile ({}), or set OPENAI_ADMIN_KEY.", names(profiles)),
                None => format!("{make_one}, or add a profile."),
            }));
    };
    let key = checked_key(text, "environment variable OPENAI_API_KEY")?;
    match KeyClass::of(key.expose_secret()) {
        KeyClass::Admin => Ok((key, "OPENAI_API_KEY")),
        class => Err(Error::new(
            ErrorKind::Authentication,
            format!("OPENAI_API_KEY holds {}; managing members needs an admin key (sk-admin-…)", class.words()),
        )
        .with_hint(format!("{make_one}; OPENAI_API_KEY can stay as it is."))),
    }
}

/// The organization that the environment names, and the variable that does.
fn organization_of_environment(environment: &Environment) -> Result<Option<(String, &'static str)>> {
    let mut found: Option<(String, &'static str)> = None;
    for variable in ORGANIZATION_VARIABLES {
        let Some(text) = environment.text(variable)? else { continue };
        let id = organization(text).map_err(|reason| config_error(format!("{variable}: {reason}")))?;
        match &found {
            None => found = Some((id, variable)),
            Some((known, first)) if *known != id => {
                return Err(config_error(format!(
                    "{first} is {} and {variable} is {}: which organization is meant?",
                    shown(known),
                    shown(&id)
                ))
                .with_hint("Unset one of them, or name a profile."));
            }
            Some(_) => {}
        }
    }
    Ok(found)
}

fn base_url_of_environment(environment: &Environment) -> Result<Option<String>> {
    let url = environment.text("OPENAI_BASE_URL")?.map(|url| BaseUrl::parse(url, "OPENAI_BASE_URL")).transpose()?;
    Ok(url.map(|url| url.as_str().to_owned()))
}

/// Nobody named the default profile in this call, so it may not overrule what the environment says about the target.
fn refuse_contradiction(environment: &Environment, name: &str, profile: &Profile) -> Result<()> {
    let contradiction = |variable: &str, value: &str, own: &str| {
        Err(config_error(format!("{variable} is {}, but the default profile {name} has {}", shown(value), shown(own)))
            .with_hint(format!(
                "Name what is meant: the profile `{name}`, or `{ENVIRONMENT}` for the variables alone; or unset {variable}."
            )))
    };
    if let Some(url) = base_url_of_environment(environment)? {
        let own = profile.base_url.as_deref().unwrap_or(BaseUrl::OPENAI);
        if url != own {
            return contradiction("OPENAI_BASE_URL", &url, own);
        }
    }
    if let Some((id, variable)) = organization_of_environment(environment)?
        && let Some(own) = &profile.organization
        && id != *own
    {
        return contradiction(variable, &id, own);
    }
    Ok(())
}

#[expect(clippy::ref_option, reason = "the form that serde asks for")]
fn seconds<S: Serializer>(duration: &Option<Duration>, serializer: S) -> Result<S::Ok, S::Error> {
    duration.map(|duration| duration.as_secs_f64()).serialize(serializer)
}
