use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use orgwarden_api::Result;
use schemars::JsonSchema;
use serde::Serialize;
use toml_edit::{Document, Item};

use super::places::{config_file, io_error, shown_path};
use super::profile::check_name;
use super::shown::shown;
use super::source::{Source, nearest};
use super::{Environment, Profile, config_error, format_duration};

/// The config file as it was read.
#[derive(Debug)]
pub(super) struct ConfigFile {
    pub(super) path: PathBuf,
    pub(super) default: Option<String>,
    pub(super) profiles: BTreeMap<String, Profile>,
}

/// A profile as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ProfileSummary {
    /// Its name.
    pub name: String,
    /// Whether it is the one used when none is named.
    pub default: bool,
    /// The organization that its key must belong to.
    pub organization: Option<String>,
    /// Where its API is.
    pub base_url: String,
    /// Where its key comes from, in words.
    pub key_source: String,
    /// How long a call may wait for the rate limit.
    pub max_wait: Option<String>,
}

/// The profiles of the config file, by name. None if there is no file; reads no key.
pub fn list_profiles(environment: &Environment) -> Result<Vec<ProfileSummary>> {
    let file = ConfigFile::read(environment)?;
    let summary = |(name, profile): (String, Profile)| ProfileSummary {
        default: file.default.as_ref() == Some(&name),
        name,
        organization: profile.organization,
        base_url: profile.base_url.unwrap_or_else(|| orgwarden_api::client::BaseUrl::OPENAI.into()),
        key_source: profile.key.to_string(),
        max_wait: profile.max_wait.map(format_duration),
    };
    Ok(file.profiles.into_iter().map(summary).collect())
}

impl ConfigFile {
    /// Reads and checks the whole file; one that is not there has no profiles.
    pub(super) fn read(environment: &Environment) -> Result<Self> {
        let path = config_file(environment)?;
        match text_of(&path)? {
            Some(text) => Self::parse(&text, &path),
            None if environment.os("ORGWARDEN_CONFIG").is_some() => {
                Err(config_error(format!("{} does not exist", shown_path(&path)))
                    .with_hint("ORGWARDEN_CONFIG names it; unset the variable or add a profile."))
            }
            None => Ok(Self { path, default: None, profiles: BTreeMap::new() }),
        }
    }

    pub(super) fn parse(text: &str, path: &Path) -> Result<Self> {
        let source = Source::new(path, text);
        let document = Document::parse(text).map_err(|error| source.syntax_error(&error))?;
        source.only(document.as_table(), &["default", "profile"])?;
        let profiles = match document.get("profile") {
            Some(item) => parse_profiles(&source, item)?,
            None => BTreeMap::new(),
        };
        let default = match document.get("default") {
            None => None,
            Some(item) => {
                let name = item.as_str().ok_or_else(|| source.error(item.span(), "`default` is not a text"))?;
                if !profiles.contains_key(name) {
                    let message = format!("`default` names the profile {:?}, which is not there", shown(name));
                    return Err(source.error(item.span(), message).with_hint(known_profiles(&profiles, name)));
                }
                Some(name.to_owned())
            }
        };
        Ok(Self { path: path.to_owned(), default, profiles })
    }

    /// The profile of that name; `origin` says who asked for it.
    pub(super) fn profile(&self, name: &str, origin: &str) -> Result<&Profile> {
        self.profiles.get(name).ok_or_else(|| {
            config_error(format!("there is no profile {:?} ({origin})", shown(name)))
                .with_hint(known_profiles(&self.profiles, name))
        })
    }

    /// The folder that relative paths count from.
    pub(super) fn folder(&self) -> &Path {
        self.path.parent().unwrap_or(Path::new(""))
    }
}

fn parse_profiles(source: &Source<'_>, item: &Item) -> Result<BTreeMap<String, Profile>> {
    let table = item.as_table_like().ok_or_else(|| {
        source.error(item.span(), "`profile` is not a table").with_hint("Write a heading for each: [profile.acme]")
    })?;
    let mut profiles = BTreeMap::new();
    for (name, item) in table.iter() {
        check_name(name).map_err(|reason| source.error(item.span(), reason))?;
        // Each has files of its own, and not every file system tells the two apart.
        if let Some(twin) = profiles.keys().find(|other: &&String| other.eq_ignore_ascii_case(name)) {
            return Err(source.error(item.span(), format!("the profiles {twin} and {name} differ only in case")));
        }
        profiles.insert(name.to_owned(), Profile::parse(source, name, item)?);
    }
    Ok(profiles)
}

fn known_profiles(profiles: &BTreeMap<String, Profile>, name: &str) -> String {
    match nearest(name, profiles.keys().map(String::as_str)) {
        Some(near) => format!("Did you mean `{near}`?"),
        None if profiles.is_empty() => "The config file has no profiles.".into(),
        None => format!("There are: {}.", names(profiles)),
    }
}

pub(super) fn names(profiles: &BTreeMap<String, Profile>) -> String {
    profiles.keys().map(String::as_str).collect::<Vec<_>>().join(", ")
}

/// The text of the file, if there is one.
pub(super) fn text_of(path: &Path) -> Result<Option<String>> {
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(io_error("cannot read the config file", path, error)),
    };
    check_not_open_to_all(path)?;
    Ok(Some(text))
}

/// The file names programs to run, so not everybody may write it.
#[cfg(unix)]
fn check_not_open_to_all(path: &Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    let metadata = path.metadata().map_err(|error| io_error("cannot read the config file", path, error))?;
    if metadata.is_file() && metadata.permissions().mode() & 0o002 != 0 {
        return Err(config_error(format!("everybody may write {}", shown_path(path)))
            .with_hint(format!("Close it: chmod o-w {}", super::key_file::shell_word(path))));
    }
    Ok(())
}

#[cfg(not(unix))]
fn check_not_open_to_all(_: &Path) -> Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::KeySource;

    fn parse(text: &str) -> Result<ConfigFile> {
        ConfigFile::parse(text, Path::new("/etc/o.toml"))
    }

    #[test]
    fn every_member_and_every_source_is_read() {
        let file = parse(
            r#"
            default = "acme"
            [profile.acme]
            organization = "org-acme"
            base_url = "https://gateway.example/"
            key = { env = "ACME_ADMIN_KEY" }
            max_wait = "1h30m"
            [profile.b]
            key.file = "~/.secrets/b"
            max_wait = 90
            [profile.c.key]
            keyring = "c"
            [profile]
            d = { key = { command = ["op", "read", "op://vault/item"] } }
            "#,
        )
        .unwrap();
        assert_eq!(file.default.as_deref(), Some("acme"));
        let keys: Vec<String> = file.profiles.values().map(|profile| profile.key.to_string()).collect();
        assert_eq!(keys, ["environment variable ACME_ADMIN_KEY", "file ~/.secrets/b", "keyring entry c", "command op"]);
        let acme = &file.profiles["acme"];
        assert_eq!(acme.base_url.as_deref(), Some("https://gateway.example/v1"));
        assert_eq!(acme.max_wait.unwrap().as_secs(), 5400);
        assert_eq!(file.profiles["b"].max_wait.unwrap().as_secs(), 90);
        let argv = ["op", "read", "op://vault/item"].map(String::from).to_vec();
        assert_eq!(file.profiles["d"].key, KeySource::Command(argv));
    }

    #[test]
    fn slips_are_told_with_their_place_and_the_nearest_name() {
        for (text, message, hint) in [
            ("defualt = \"a\"", ":1:1: unknown member `defualt`", "Did you mean `default`?"),
            ("\n[profiles.a]", ":2:2: unknown member `profiles`", "Did you mean `profile`?"),
            ("[profile.a]\norganisation = \"o\"", ":2:1: unknown member `organisation`", "`organization`"),
            (
                "[profile.a]\nzzz = 1",
                ":2:1: unknown member `zzz`",
                "Known here: organization, base_url, key, max_wait, guards.",
            ),
            ("[profile.a]\nkey = { envv = \"A\" }", ":2:9: unknown member `envv`", "Did you mean `env`?"),
            ("[profile.a]", ":1:1: profile a has no key", "Write key = "),
            ("[profile.a]\nkey = {}", ":2:7: the key of profile a needs exactly one source", "Write key = "),
            ("[profile.a]\nkey = { env = \"A\", file = \"b\" }", ":2:7: the key of profile a needs", "Write key = "),
            ("[profile.a]\nkey = { env = \"A-B\" }", "`env` is not the name of", "Write key = "),
            ("[profile.a]\nkey = { keyring = \"-x\" }", "`keyring` may have letters", "Write key = "),
            ("[profile.a]\nkey = { command = [] }", "`command` is not a list", "Write key = "),
            ("[profile.a]\nkey = { command = \"op read\" }", "`command` is not a list", "Write key = "),
            ("[profile.a]\nkey = { env = \"A\" }\nmax_wait = \"soon\"", ":3:12: max_wait: \"soon\"", "1h30m"),
            ("[profile.a]\nkey = { env = \"A\" }\nmax_wait = -1", ":3:12: max_wait: \"-1\"", "1h30m"),
            ("[profile.a]\nkey = { env = \"A\" }\norganization = \"Acme Inc\"", "\"Acme Inc\" is not the id", ""),
            ("[profile.a]\nkey = { env = \"A\" }\nbase_url = \"http://x\"", ":3:12: base_url uses plain http", "https"),
            ("[profile.a]\nkey = { env = \"A\" }\n[profile.A]\nkey = { env = \"A\" }", "differ only in case", ""),
            ("[profile.environment]\nkey = { env = \"A\" }", "stands for the environment", ""),
            ("[profile.\"../a\"]\nkey = { env = \"A\" }", "cannot be the name of a profile", ""),
            (
                "default = \"acm\"\n[profile.acme]\nkey = { env = \"A\" }",
                "names the profile \"acm\"",
                "Did you mean `acme`?",
            ),
            ("profile = 1", "`profile` is not a table", "[profile.acme]"),
            ("default = 1", "`default` is not a text", ""),
        ] {
            let error = parse(text).unwrap_err();
            assert!(error.message().starts_with("/etc/o.toml:"), "{error}");
            assert!(error.message().contains(message), "{error}");
            assert!(error.hint().unwrap_or_default().contains(hint), "{:?}", error.hint());
        }
    }

    #[test]
    fn no_line_of_the_file_comes_back_in_an_error() {
        const CANARY: &str = "sk-admin-canary0123456789";
        for text in [
            "sk-admin-canary0123456789",
            "key = sk-admin-canary0123456789",
            "key = \"sk-admin-canary0123456789",
            "key = 'sk-admin-canary0123456789\n'",
            "\"sk-admin-canary0123456789\" = 1",
            "sk-admin-canary0123456789 = 1\nsk-admin-canary0123456789 = 2",
            "[sk-admin-canary0123456789",
            "[profile.a]\nkey = \"sk-admin-canary0123456789\"",
            "[profile.a]\nkey = \"\\sk-admin-canary0123456789\"",
            "[profile.a]\nkey = [\"sk-admin-canary0123456789\"]",
            "[profile.a]\nkey = { env = \"sk-admin-canary0123456789\" }",
            "[profile.a]\nkey = { file = \"sk-admin-canary0123456789\" }",
            "[profile.a]\nkey = { keyring = \"sk-admin-canary0123456789\" }",
            "[profile.a]\nkey = { command = [\"sk-admin-canary0123456789\"] }",
            "[profile.a]\nkey = { command = [\"echo\", \"--key=sk-admin-canary0123456789\"] }",
            "[profile.a]\nkey = { value = \"sk-admin-canary0123456789\" }",
            "[profile.a]\napi_key = \"sk-admin-canary0123456789\"",
            "[profile.a]\nkey = { env = \"A\" }\norganization = \"sk-admin-canary0123456789\"",
            "[profile.a]\nkey = { env = \"A\" }\nbase_url = \"https://sk-admin-canary0123456789@host\"",
            "[profile.a]\nkey = { env = \"A\" }\nmax_wait = \"sk-admin-canary0123456789\"",
            "[profile.sk-admin-canary0123456789]\nkey = { env = \"A\" }",
            "default = \"sk-admin-canary0123456789\"",
        ] {
            assert!(text.contains(CANARY));
            let error = parse(text).unwrap_err();
            let json = serde_json::to_string(&error).unwrap();
            for out in [error.to_string(), format!("{error:?}"), json] {
                assert!(!out.contains("canary"), "{out}");
            }
        }
    }

    #[test]
    fn a_key_in_the_file_is_refused_with_the_next_step() {
        let error = parse("[profile.a]\nkey = \"anything\"").unwrap_err();
        assert_eq!(error.message(), "/etc/o.toml:2:7: the key of profile a stands in the file itself");
        assert!(error.hint().unwrap().contains("private file, the keyring or a password manager"));
    }
}
