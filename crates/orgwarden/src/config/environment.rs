use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

use orgwarden_api::Result;

use super::config_error;

/// The environment as a value: variables, home folder, and how long a key command may take.
///
/// Nothing in this module reads the process's own environment, so that tests and embedding programs decide what is seen.
/// `Debug` shows names only: values may be keys.
#[derive(Clone)]
pub struct Environment {
    variables: BTreeMap<OsString, OsString>,
    home: Option<PathBuf>,
    command_timeout: Duration,
}

impl Environment {
    /// An environment without any variable.
    pub fn empty() -> Self {
        Self { variables: BTreeMap::new(), home: None, command_timeout: Duration::from_secs(60) }
    }

    /// A copy of the environment of this process as it is now.
    pub fn of_process() -> Self {
        Self { variables: std::env::vars_os().collect(), home: std::env::home_dir(), ..Self::empty() }
    }

    /// Sets a variable.
    #[must_use]
    pub fn with(mut self, name: impl Into<OsString>, value: impl Into<OsString>) -> Self {
        self.variables.insert(name.into(), value.into());
        self
    }

    /// Removes a variable.
    #[must_use]
    pub fn without(mut self, name: impl AsRef<OsStr>) -> Self {
        self.variables.remove(name.as_ref());
        self
    }

    /// Sets how long a key command or the keyring may take, 60 seconds unless told: they may ask for a password.
    #[must_use]
    pub fn with_command_timeout(mut self, timeout: Duration) -> Self {
        self.command_timeout = timeout;
        self
    }

    /// The value of a variable; one that is empty or blank counts as not set.
    pub fn text(&self, name: &str) -> Result<Option<&str>> {
        let Some(value) = self.os(name) else { return Ok(None) };
        let value = value.to_str().ok_or_else(|| config_error(format!("the value of {name} is not valid UTF-8")))?;
        Ok(Some(value.trim()).filter(|value| !value.is_empty()))
    }

    /// The value of a variable that need not be text; one that is empty counts as not set.
    pub(super) fn os(&self, name: &str) -> Option<&OsStr> {
        self.variables.get(OsStr::new(name)).map(OsString::as_os_str).filter(|value| !value.is_empty())
    }

    /// The home folder.
    pub(super) fn home(&self) -> Option<PathBuf> {
        self.os("HOME").map(PathBuf::from).or_else(|| self.home.clone())
    }

    pub(super) fn variables(&self) -> &BTreeMap<OsString, OsString> {
        &self.variables
    }

    pub(super) fn command_timeout(&self) -> Duration {
        self.command_timeout
    }
}

impl fmt::Debug for Environment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Environment")
            .field("variables", &self.variables.keys().collect::<Vec<_>>())
            .field("home", &self.home)
            .field("command_timeout", &self.command_timeout)
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_counts_as_not_set() {
        let environment = Environment::empty().with("A", "").with("B", "  ").with("C", " c\n");
        assert_eq!(environment.text("A").unwrap(), None);
        assert_eq!(environment.text("B").unwrap(), None);
        assert_eq!(environment.text("C").unwrap(), Some("c"));
        assert_eq!(environment.text("D").unwrap(), None);
        assert_eq!(environment.without("C").text("C").unwrap(), None);
    }

    #[test]
    fn debug_shows_names_only() {
        let environment = Environment::empty().with("OPENAI_ADMIN_KEY", "sk-admin-canary");
        let debug = format!("{environment:?}");
        assert!(debug.contains("OPENAI_ADMIN_KEY") && !debug.contains("canary"), "{debug}");
    }

    #[cfg(unix)]
    #[test]
    fn a_value_that_is_not_text_is_an_error_without_the_value() {
        use std::os::unix::ffi::OsStrExt as _;
        let environment = Environment::empty().with("KEY", OsStr::from_bytes(b"canary\xff"));
        let error = environment.text("KEY").unwrap_err();
        assert_eq!(error.message(), "the value of KEY is not valid UTF-8");
    }
}
