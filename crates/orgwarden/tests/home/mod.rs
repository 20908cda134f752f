//! A home folder for tests.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use orgwarden::config::{Environment, Settings};
use orgwarden_api::Error;

/// A home folder with a config file, and an environment that knows nothing else.
pub(crate) struct Home {
    pub(crate) folder: tempfile::TempDir,
    pub(crate) environment: Environment,
}

impl Home {
    pub(crate) fn new(config: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let programs = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/programs");
        let path = format!("{}:/usr/bin:/bin", programs.display());
        let environment = Environment::empty().with("HOME", folder.path()).with("PATH", path);
        let home = Self { folder, environment };
        if !config.is_empty() {
            home.write(".config/orgwarden/config.toml", 0o600, config);
        }
        home
    }

    pub(crate) fn write(&self, name: &str, mode: u32, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        path
    }

    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.environment = self.environment.with(name, value);
        self
    }

    pub(crate) fn resolve(&self) -> Result<Settings, Error> {
        Settings::resolve(&self.environment, None)
    }
}

/// A config file with one profile, the default, whose key comes from there.
pub(crate) fn profile(key: &str) -> String {
    format!("default = \"acme\"\n[profile.acme]\norganization = \"org-acme\"\nkey = {key}\n")
}
