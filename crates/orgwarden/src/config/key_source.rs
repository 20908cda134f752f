use std::fmt;
use std::path::{Path, PathBuf};

use orgwarden_api::Result;
use secrecy::SecretString;

use super::key::{checked_key, unusable};
use super::places::{expand_home, shown_path};
use super::shown::shown;
use super::{Environment, command, key_file, keyring};

/// Where a profile's key comes from. Never the key itself.
///
/// `Display` and `Debug` name the source; of a command only the program, because arguments can be secrets.
#[derive(Clone, PartialEq, Eq)]
pub enum KeySource {
    /// An environment variable.
    Variable(String),
    /// A private file with the key in one line. `~` is the home folder; a relative path counts from the config file's folder.
    File(PathBuf),
    /// The keyring of the system, under this name.
    Keyring(String),
    /// A program and its arguments, run without a shell, that prints the key.
    Command(Vec<String>),
}

impl KeySource {
    /// Fetches the key. May ask the person and take its time; `folder` is that of the config file.
    pub(super) fn read(&self, environment: &Environment, folder: &Path) -> Result<SecretString> {
        let source = self.to_string();
        tracing::debug!(%source, "reading the key");
        let bytes = match self {
            Self::Variable(name) => {
                let text = environment.text(name)?.ok_or_else(|| unusable(&source, "it is not set"))?;
                return checked_key(text, &source);
            }
            Self::File(path) => key_file::read(&folder.join(expand_home(environment, path)?), &source)?,
            Self::Keyring(name) => keyring::lookup(environment, name, &source)?,
            Self::Command(argv) => command::output(environment, argv).map_err(|failure| unusable(&source, failure))?,
        };
        // The error of from_utf8 names a position only; but no source at all is the safer rule for secrets.
        let text = std::str::from_utf8(&bytes).map_err(|_| unusable(&source, "it is not text"))?;
        checked_key(text, &source)
    }
}

impl fmt::Display for KeySource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Variable(name) => write!(f, "environment variable {}", shown(name)),
            Self::File(path) => write!(f, "file {}", shown_path(path)),
            Self::Keyring(name) => write!(f, "keyring entry {}", shown(name)),
            Self::Command(argv) => write!(f, "command {}", shown(argv.first().map_or("", String::as_str))),
        }
    }
}

impl fmt::Debug for KeySource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "KeySource({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_names_itself_without_arguments() {
        let source = KeySource::Command(vec!["op".into(), "--session".into(), "canary".into()]);
        assert_eq!(source.to_string(), "command op");
        assert_eq!(format!("{source:?}"), "KeySource(command op)");
        assert_eq!(KeySource::File("~/.secrets/acme".into()).to_string(), "file ~/.secrets/acme");
        assert_eq!(KeySource::Variable("sk-admin-0123456789".into()).to_string(), "environment variable sk-…");
    }

    #[test]
    fn a_variable_that_is_not_set_is_named() {
        let error = KeySource::Variable("ACME".into()).read(&Environment::empty(), Path::new("/")).unwrap_err();
        assert_eq!(error.message(), "the key from environment variable ACME cannot be used: it is not set");
    }
}
