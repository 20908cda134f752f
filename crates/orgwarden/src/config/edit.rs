//! Changes to the config file. Comments and order of everything else stay.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use orgwarden_api::{Error, Result};
use toml_edit::{DocumentMut, Item, Table, TableLike, Value};

use super::file::{ConfigFile, text_of};
use super::places::{config_file, create_private_dir, io_error};
use super::profile::check_name;
use super::{Environment, Profile};

/// Adds a profile, making the file if there is none. One that is there already is not replaced.
pub fn add_profile(environment: &Environment, name: &str, profile: &Profile) -> Result<()> {
    check_name(name).map_err(Error::invalid)?;
    profile.check()?;
    change(environment, |file, document| {
        if file.profiles.keys().any(|known| known.eq_ignore_ascii_case(name)) {
            return Err(Error::invalid(format!("there is a profile {name} already"))
                .with_hint("Remove it first, or choose another name."));
        }
        profiles(document).insert(name, Item::Table(profile.to_table()));
        Ok(())
    })
}

/// Makes a profile the one that is used when none is named.
pub fn set_default(environment: &Environment, name: &str) -> Result<()> {
    change(environment, |file, document| {
        file.profile(name, "to be the default")?;
        match document.get_mut("default").and_then(Item::as_value_mut) {
            // In its place, with the comment behind it.
            Some(value) => {
                let decor = value.decor().clone();
                *value = Value::from(name);
                *value.decor_mut() = decor;
            }
            None => {
                document.insert("default", name.into());
            }
        }
        Ok(())
    })
}

/// Removes a profile, and its mark as the default. Its key and its state file stay where they are.
pub fn remove_profile(environment: &Environment, name: &str) -> Result<()> {
    change(environment, |file, document| {
        file.profile(name, "to be removed")?;
        profiles(document).remove(name);
        if file.default.as_deref() == Some(name) {
            document.remove("default");
        }
        Ok(())
    })
}

fn change(environment: &Environment, edit: impl FnOnce(&ConfigFile, &mut DocumentMut) -> Result<()>) -> Result<()> {
    let path = config_file(environment)?;
    // A link, as dotfile managers make it, keeps pointing to the file.
    let path = fs::canonicalize(&path).unwrap_or(path);
    let text = text_of(&path)?.unwrap_or_default();
    let file = ConfigFile::parse(&text, &path)?;
    let mut document: DocumentMut =
        text.parse().map_err(|error| super::source::Source::new(&path, &text).syntax_error(&error))?;
    edit(&file, &mut document)?;
    let changed = document.to_string();
    // The same checks as when it is read; nothing is written that could not be read again.
    ConfigFile::parse(&changed, &path)?;
    replace(&path, &changed)
}

fn profiles(document: &mut DocumentMut) -> &mut dyn TableLike {
    let item = document.entry("profile").or_insert_with(|| {
        let mut table = Table::new();
        table.set_implicit(true);
        Item::Table(table)
    });
    if !item.is_table_like() {
        *item = Item::Table(Table::new());
    }
    #[expect(clippy::expect_used, reason = "made a table in the lines above")]
    item.as_table_like_mut().expect("a table")
}

/// All or nothing: written beside the file, then put in its place. Only we may read it.
fn replace(path: &Path, text: &str) -> Result<()> {
    let failed = |error| io_error("cannot write the config file", path, error);
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    create_private_dir(folder)?;
    let mut file = tempfile::Builder::new().prefix(".config.toml.").tempfile_in(folder).map_err(failed)?;
    file.write_all(text.as_bytes()).map_err(failed)?;
    file.as_file().sync_all().map_err(failed)?;
    file.persist(path).map_err(|error| failed(error.error))?;
    // So that the new name survives a power cut as well.
    #[cfg(unix)]
    fs::File::open(folder).and_then(|folder| folder.sync_all()).map_err(failed)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;
    use std::time::Duration;

    use orgwarden_api::ErrorKind;

    use super::*;
    use crate::config::{KeySource, list_profiles};
    use crate::guard::Policy;

    fn empty_home() -> (tempfile::TempDir, Environment, PathBuf) {
        let home = tempfile::tempdir().unwrap();
        let environment = Environment::empty().with("HOME", home.path());
        let path = home.path().join(".config/orgwarden/config.toml");
        (home, environment, path)
    }

    fn profile(key: KeySource) -> Profile {
        Profile { organization: None, base_url: None, key, max_wait: None, guards: Policy::default() }
    }

    #[test]
    fn a_profile_that_is_added_is_read_again() {
        let (_home, environment, path) = empty_home();
        let full = Profile {
            organization: Some("org-acme".into()),
            base_url: Some("https://gateway.example/v1".into()),
            key: KeySource::Command(vec!["op".into(), "read".into(), "op://a \"b\"\\".into()]),
            max_wait: Some(Duration::from_millis(5_400_500)),
            guards: Policy { minimum_owners: 3, ..Policy::default() },
        };
        add_profile(&environment, "acme", &full).unwrap();
        add_profile(&environment, "b.c", &profile(KeySource::File("~/k".into()))).unwrap();
        add_profile(&environment, "d", &profile(KeySource::Keyring("d".into()))).unwrap();
        set_default(&environment, "b.c").unwrap();
        let file = ConfigFile::read(&environment).unwrap();
        assert_eq!(file.profiles["acme"], full);
        assert_eq!(file.default.as_deref(), Some("b.c"));
        assert_eq!(file.profiles.len(), 3);
        // Nothing is left beside the file.
        assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn the_file_is_private_and_a_link_to_it_stays_a_link() {
        use std::os::unix::fs::PermissionsExt as _;
        let (home, environment, path) = empty_home();
        let real = home.path().join("dotfiles.toml");
        fs::write(&real, "").unwrap();
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::os::unix::fs::symlink(&real, &path).unwrap();
        add_profile(&environment, "acme", &profile(KeySource::Variable("A".into()))).unwrap();
        assert!(path.symlink_metadata().unwrap().is_symlink());
        assert!(fs::read_to_string(&real).unwrap().contains("[profile.acme]"));
        assert_eq!(real.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    }

    #[test]
    fn comments_and_order_stay() {
        let (_home, environment, path) = empty_home();
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let before = "# ours\ndefault = \"b\" # for now\n\n# the second\n[profile.b]\nkey = { env = \"B\" } # !\n\n[profile.a]\nkey.env = \"A\"\n";
        fs::write(&path, before).unwrap();
        set_default(&environment, "a").unwrap();
        let after = before.replace("default = \"b\"", "default = \"a\"");
        assert_eq!(fs::read_to_string(&path).unwrap(), after);
        add_profile(&environment, "c", &profile(KeySource::Variable("C".into()))).unwrap();
        remove_profile(&environment, "c").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), after);
        remove_profile(&environment, "a").unwrap();
        let file = ConfigFile::read(&environment).unwrap();
        assert_eq!(file.default, None);
        assert_eq!(list_profiles(&environment).unwrap().len(), 1);
    }

    #[test]
    fn what_cannot_be_read_again_is_not_written() {
        let (_home, environment, path) = empty_home();
        let good = || profile(KeySource::Variable("A".into()));
        let bad = [
            ("../x", good()),
            ("environment", good()),
            ("acme", profile(KeySource::Variable("sk-admin-canary-0123".into()))),
            ("acme", profile(KeySource::Command(vec![]))),
            ("acme", Profile { organization: Some("Acme Inc".into()), ..good() }),
            ("acme", Profile { base_url: Some("http://example.com".into()), ..good() }),
        ];
        for (name, profile) in bad {
            let error = add_profile(&environment, name, &profile).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Invalid, "{error}");
            assert!(!format!("{error:?}").contains("canary"));
        }
        assert!(!path.exists());
        add_profile(&environment, "acme", &good()).unwrap();
        assert!(add_profile(&environment, "Acme", &good()).unwrap_err().message().contains("already"));
        let error = set_default(&environment, "amce").unwrap_err();
        assert_eq!(error.hint(), Some("Did you mean `acme`?"));
        assert!(remove_profile(&environment, "zzz").is_err());
    }

    #[test]
    fn a_broken_file_is_left_alone() {
        let (_home, environment, path) = empty_home();
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, "[profile").unwrap();
        assert!(add_profile(&environment, "a", &profile(KeySource::Variable("A".into()))).is_err());
        assert_eq!(fs::read_to_string(&path).unwrap(), "[profile");
    }
}
