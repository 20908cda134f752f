use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use orgwarden_api::Result;

use super::shown::shown;
use super::{Environment, config_error, storage_error};

/// The config file: `ORGWARDEN_CONFIG`, or `orgwarden/config.toml` in the XDG config folder. It need not exist.
pub fn config_file(environment: &Environment) -> Result<PathBuf> {
    match environment.os("ORGWARDEN_CONFIG") {
        Some(path) => expand_home(environment, Path::new(path)),
        None => Ok(base_folder(environment, "XDG_CONFIG_HOME", "APPDATA", ".config")?.join("orgwarden/config.toml")),
    }
}

/// The folder of state: `ORGWARDEN_STATE`, or `orgwarden/` in the XDG state folder. It need not exist.
pub fn state_dir(environment: &Environment) -> Result<PathBuf> {
    match environment.os("ORGWARDEN_STATE") {
        Some(path) => expand_home(environment, Path::new(path)),
        None => Ok(base_folder(environment, "XDG_STATE_HOME", "LOCALAPPDATA", ".local/state")?.join("orgwarden")),
    }
}

/// XDG on every Unix, macOS included; the application data folders on Windows.
///
/// The rule is four lines, and a library would read the environment of the process behind our back.
fn base_folder(environment: &Environment, xdg: &str, windows: &str, below_home: &str) -> Result<PathBuf> {
    let named = environment.os(xdg).or_else(|| environment.os(windows).filter(|_| cfg!(windows))).map(PathBuf::from);
    // The XDG specification: a relative path is invalid and to be ignored.
    match named.filter(|path| path.is_absolute()) {
        Some(path) => Ok(path),
        None => Ok(home(environment)?.join(below_home)),
    }
}

/// Replaces a leading `~` by the home folder.
pub(super) fn expand_home(environment: &Environment, path: &Path) -> Result<PathBuf> {
    match path.strip_prefix("~") {
        Ok(rest) if rest.as_os_str().is_empty() => home(environment),
        Ok(rest) => Ok(home(environment)?.join(rest)),
        Err(_) => Ok(path.to_owned()),
    }
}

fn home(environment: &Environment) -> Result<PathBuf> {
    environment.home().ok_or_else(|| {
        config_error("the home folder is not known").with_hint("Set HOME, or ORGWARDEN_CONFIG and ORGWARDEN_STATE.")
    })
}

/// Makes a folder, and those above it, that only we may enter. One that exists is left as it is.
pub(super) fn create_private_dir(path: &Path) -> Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path).map_err(|error| io_error("cannot make the folder", path, error))
}

/// A storage error that names the path and what the system said.
pub(super) fn io_error(what: &str, path: &Path, error: io::Error) -> orgwarden_api::Error {
    storage_error(format!("{what} {}: {error}", shown_path(path))).with_source(error)
}

/// A path as an error may quote it.
pub(super) fn shown_path(path: &Path) -> String {
    shown(&path.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at_home() -> Environment {
        Environment::empty().with("HOME", "/home/ada")
    }

    #[test]
    fn the_own_variables_win_over_xdg_and_xdg_over_home() {
        let xdg = at_home().with("XDG_CONFIG_HOME", "/xdg/config").with("XDG_STATE_HOME", "/xdg/state");
        let own = xdg.clone().with("ORGWARDEN_CONFIG", "~/o.toml").with("ORGWARDEN_STATE", "/o/state");
        let relative = at_home().with("XDG_CONFIG_HOME", "here").with("XDG_STATE_HOME", "");
        for (environment, config, state) in [
            (at_home(), "/home/ada/.config/orgwarden/config.toml", "/home/ada/.local/state/orgwarden"),
            (xdg, "/xdg/config/orgwarden/config.toml", "/xdg/state/orgwarden"),
            (own, "/home/ada/o.toml", "/o/state"),
            (relative, "/home/ada/.config/orgwarden/config.toml", "/home/ada/.local/state/orgwarden"),
        ] {
            assert_eq!(config_file(&environment).unwrap(), Path::new(config));
            assert_eq!(state_dir(&environment).unwrap(), Path::new(state));
        }
    }

    #[test]
    fn without_a_home_the_error_says_what_to_set() {
        let error = config_file(&Environment::empty()).unwrap_err();
        assert!(error.hint().unwrap().contains("HOME"));
    }

    #[cfg(unix)]
    #[test]
    fn a_new_folder_is_private() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a/b");
        create_private_dir(&path).unwrap();
        assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o700);
        create_private_dir(&path).unwrap();
    }
}
