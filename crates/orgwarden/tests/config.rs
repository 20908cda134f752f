//! The configuration as its callers see it: every source of a key, and what wins over what.

#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a failure of the scaffolding is a failure of the test")]

mod home;

use std::os::unix::fs::PermissionsExt as _;

use orgwarden::api::client::KeyClass;
use orgwarden::config::{Settings, list_profiles};
use orgwarden_api::ErrorKind;
use secrecy::ExposeSecret as _;

use home::{Home, profile};

/// Two profiles with a key each, none the default.
const TWO: &str = "[profile.one]\nkey.env = \"ONE\"\n[profile.two]\nkey.env = \"TWO\"\n";

fn with_keys(home: Home) -> Home {
    home.with("ONE", "sk-admin-of-profile-one")
        .with("TWO", "sk-admin-of-profile-two")
        .with("OPENAI_ADMIN_KEY", "sk-admin-of-environment")
}

#[test]
fn every_source_hands_out_its_key() {
    for (key, source, secret) in [
        ("{ env = \"ACME\" }", "environment variable ACME", "sk-admin-from-variable"),
        ("{ file = \"~/acme.key\" }", "file ~/acme.key", "sk-admin-from-home-file"),
        ("{ file = \"acme.key\" }", "file acme.key", "sk-admin-from-config-folder"),
        (
            "{ command = [\"printf\", \"%s-%s\\n\", \"sk\", \"admin-from-command\"] }",
            "command printf",
            "sk-admin-from-command",
        ),
    ] {
        let home = Home::new(&profile(key)).with("ACME", " sk-admin-from-variable\n");
        home.write("acme.key", 0o600, "sk-admin-from-home-file\n");
        home.write(".config/orgwarden/acme.key", 0o400, "sk-admin-from-config-folder\r\n");
        let settings = home.resolve().unwrap();
        assert_eq!(settings.key.expose_secret(), secret);
        assert_eq!(settings.key_source, source);
        assert_eq!(settings.key_class, KeyClass::Admin);
        assert_eq!(settings.organization.as_deref(), Some("org-acme"));
        assert_eq!(settings.base_url, "https://api.openai.com/v1");
    }
}

#[cfg(not(target_os = "macos"))]
#[test]
fn the_keyring_is_asked_through_its_tool() {
    let settings = Home::new(&profile("{ keyring = \"acme\" }")).resolve().unwrap();
    assert_eq!(settings.key.expose_secret(), "sk-admin-from-the-keyring");
    assert_eq!(settings.key_source, "keyring entry acme");

    let error = Home::new(&profile("{ keyring = \"none\" }")).resolve().unwrap_err();
    assert!(error.message().contains("found no such entry"), "{error}");
    assert!(
        error.hint().unwrap().contains("secret-tool store --label 'orgwarden none' service orgwarden profile none")
    );

    let error = Home::new(&profile("{ keyring = \"acme\" }")).with("PATH", "/nowhere").resolve().unwrap_err();
    assert!(error.message().contains("secret-tool is not installed"), "{error}");
    assert!(error.hint().unwrap().contains("libsecret-tools"));
}

#[test]
fn the_caller_wins_over_the_variable_and_the_variable_over_the_default() {
    let default = format!("default = \"one\"\n{TWO}");
    for (config, variable, caller, chosen) in [
        ("", None, None, None),
        (TWO, None, None, None),
        (TWO, Some("two"), None, Some("two")),
        (TWO, Some("two"), Some("one"), Some("one")),
        (&default, None, None, Some("one")),
        (&default, Some("two"), None, Some("two")),
        (&default, None, Some("two"), Some("two")),
        (&default, Some(""), None, Some("one")),
        (&default, Some("environment"), None, None),
        (&default, Some("two"), Some("environment"), None),
        ("[broken", None, Some("environment"), None),
    ] {
        let home = with_keys(Home::new(config)).with("ORGWARDEN_PROFILE", variable.unwrap_or_default());
        let settings = Settings::resolve(&home.environment, caller).unwrap();
        assert_eq!(settings.profile.as_deref(), chosen, "{variable:?} {caller:?}");
        let key = match chosen {
            Some(name) => format!("sk-admin-of-profile-{name}"),
            None => "sk-admin-of-environment".into(),
        };
        assert_eq!(settings.key.expose_secret(), key);
    }
}

#[test]
fn a_profile_that_is_not_there_is_told_with_who_named_it() {
    let home = with_keys(Home::new(TWO)).with("ORGWARDEN_PROFILE", "onne");
    let error = home.resolve().unwrap_err();
    assert_eq!(error.message(), "there is no profile \"onne\" (named by ORGWARDEN_PROFILE)");
    assert_eq!(error.hint(), Some("Did you mean `one`?"));
    let error = Settings::resolve(&home.environment, Some("xyz")).unwrap_err();
    assert_eq!(error.hint(), Some("There are: one, two."));
    let error = Settings::resolve(&Home::new("").environment, Some("xyz")).unwrap_err();
    assert_eq!(error.hint(), Some("The config file has no profiles."));
}

#[test]
fn a_default_does_not_overrule_what_the_environment_points_at() {
    let config = profile("{ env = \"ACME\" }");
    let home =
        || Home::new(&config).with("ACME", "sk-admin-of-profile-acme").with("OPENAI_ADMIN_KEY", "sk-admin-other-one");
    assert_eq!(home().resolve().unwrap().key.expose_secret(), "sk-admin-of-profile-acme");
    // The same target in other words is no contradiction.
    let same = home().with("OPENAI_BASE_URL", "https://api.openai.com/").with("OPENAI_ORG_ID", "org-acme");
    assert_eq!(same.resolve().unwrap().profile.as_deref(), Some("acme"));

    for (variable, value) in [("OPENAI_BASE_URL", "http://127.0.0.1:8080"), ("OPENAI_ORGANIZATION", "org-other")] {
        let home = home().with(variable, value);
        let error = home.resolve().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Config);
        assert!(error.message().starts_with(variable) && error.message().contains("profile acme"), "{error}");
        // Whoever names the profile means it.
        let named = Settings::resolve(&home.environment, Some("acme")).unwrap();
        assert_eq!(named.base_url, "https://api.openai.com/v1");
        assert_eq!(named.organization.as_deref(), Some("org-acme"));
        let environment = Settings::resolve(&home.environment, Some("environment")).unwrap();
        assert_eq!(environment.key.expose_secret(), "sk-admin-other-one");
    }
}

#[test]
fn the_ordinary_api_key_is_used_only_if_it_is_an_admin_key() {
    let settings = Home::new("").with("OPENAI_API_KEY", "sk-admin-0123456789").resolve().unwrap();
    assert_eq!(settings.key_source, "environment variable OPENAI_API_KEY");
    for (key, words) in [
        ("sk-proj-canary-0123456789", "a project key"),
        ("sk-svcacct-canary-0123456789", "a service account key"),
        ("sk-canary0123456789", "a user key"),
        ("canary-0123456789", "a key of unknown kind"),
    ] {
        let error = Home::new("").with("OPENAI_API_KEY", key).resolve().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Authentication);
        assert!(error.message().contains(words), "{error}");
        assert!(error.hint().unwrap().contains("https://platform.openai.com/settings/organization/admin-keys"));
        assert!(!format!("{error:?}").contains("canary"));
        // Beside an admin key it does not matter.
        let both = Home::new("").with("OPENAI_API_KEY", key).with("OPENAI_ADMIN_KEY", "sk-admin-0123456789");
        assert_eq!(both.resolve().unwrap().key_source, "environment variable OPENAI_ADMIN_KEY");
    }
}

#[test]
fn without_a_key_the_error_says_what_to_do() {
    let error = Home::new("").resolve().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Config);
    assert!(error.hint().unwrap().contains("set OPENAI_ADMIN_KEY"));
    let error = Home::new(TWO).resolve().unwrap_err();
    assert_eq!(error.hint(), Some("Choose a profile (one, two), or set OPENAI_ADMIN_KEY."));
}

#[test]
fn the_names_of_the_organization_agree_or_are_an_error() {
    let home = || Home::new("").with("OPENAI_ADMIN_KEY", "sk-admin-0123456789");
    assert_eq!(home().resolve().unwrap().organization, None);
    for variable in ["OPENAI_ORG_ID", "OPENAI_ORGANIZATION", "OPENAI_ORGANIZATION_ID"] {
        let settings = home().with(variable, " org-a ").resolve().unwrap();
        assert_eq!(settings.organization.as_deref(), Some("org-a"));
    }
    let same = home().with("OPENAI_ORG_ID", "org-a").with("OPENAI_ORGANIZATION", "org-a");
    assert_eq!(same.resolve().unwrap().organization.as_deref(), Some("org-a"));
    let error = same.with("OPENAI_ORGANIZATION_ID", "org-b").resolve().unwrap_err();
    assert_eq!(
        error.message(),
        "OPENAI_ORG_ID is org-a and OPENAI_ORGANIZATION_ID is org-b: which organization is meant?"
    );
    let error = home().with("OPENAI_ORGANIZATION", "Acme Inc").resolve().unwrap_err();
    assert!(error.message().starts_with("OPENAI_ORGANIZATION: \"Acme Inc\" is not the id"), "{error}");
}

#[test]
fn state_files_are_told_apart_and_their_folder_is_private() {
    let environment = |url: &str, organization: &str, key: &str| {
        let home = Home::new("").with("OPENAI_BASE_URL", url).with("OPENAI_ORG_ID", organization);
        let settings = home.with("OPENAI_ADMIN_KEY", key).with("ORGWARDEN_STATE", "/state").resolve().unwrap();
        settings.state_file()
    };
    let (one, two) = ("sk-admin-canary-one", "sk-admin-canary-two");
    let first = environment("", "", one);
    assert!(first.starts_with("/state") && !first.to_string_lossy().contains("canary"), "{first:?}");
    assert_eq!(first, environment("https://api.openai.com", "", one));
    assert_ne!(first, environment("", "", two));
    assert_ne!(first, environment("http://localhost:1", "", one));
    // A new key of the same organization goes on with the old history.
    assert_eq!(environment("", "org-a", one), environment("", "org-a", two));

    let home = Home::new(&profile("{ env = \"ACME\" }")).with("ACME", "sk-admin-0123456789");
    let settings = home.resolve().unwrap();
    let file = settings.prepare_state().unwrap();
    assert_eq!(file, home.folder.path().join(".local/state/orgwarden/profile-acme.sqlite"));
    assert_eq!(file.parent().unwrap().metadata().unwrap().permissions().mode() & 0o777, 0o700);
}

#[test]
fn profiles_are_listed_without_reading_a_key() {
    let home = Home::new(&format!("default = \"two\"\n{TWO}max_wait = \"90s\"\n"));
    let list = list_profiles(&home.environment).unwrap();
    assert_eq!(
        serde_json::to_value(&list).unwrap(),
        serde_json::json!([
            {"name": "one", "default": false, "organization": null, "base_url": "https://api.openai.com/v1",
             "key_source": "environment variable ONE", "max_wait": null},
            {"name": "two", "default": true, "organization": null, "base_url": "https://api.openai.com/v1",
             "key_source": "environment variable TWO", "max_wait": "1m30s"},
        ])
    );
    assert_eq!(list_profiles(&Home::new("").environment).unwrap(), []);
}

#[test]
fn a_config_file_that_is_named_must_be_there_and_closed() {
    let home = Home::new("").with("ORGWARDEN_CONFIG", "~/other.toml").with("OPENAI_ADMIN_KEY", "sk-admin-0123456789");
    let error = home.resolve().unwrap_err();
    assert!(error.message().ends_with("other.toml does not exist"), "{error}");
    let path = home.write("other.toml", 0o666, "");
    let error = home.resolve().unwrap_err();
    assert_eq!(error.hint().unwrap(), format!("Close it: chmod o-w {}", path.display()));
    home.write("other.toml", 0o664, "");
    home.resolve().unwrap();
    // The usual way to say "none" works as well.
    home.with("ORGWARDEN_CONFIG", "/dev/null").resolve().unwrap();
}

#[test]
fn settings_for_one_organization_only_refuse_any_other() {
    let of = |variable: &str| {
        let home = with_keys(Home::new(TWO)).with("OPENAI_ORG_ID", variable);
        home.resolve().unwrap()
    };
    assert_eq!(of("org-one").only("org-one").unwrap().organization.as_deref(), Some("org-one"));
    assert_eq!(of("").only("org-one").unwrap().organization.as_deref(), Some("org-one"));
    let error = of("org-two").only("org-one").unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Guard);
    assert!(error.message().contains("org-one") && error.message().contains("org-two"), "{error}");
    assert_eq!(of("org-two").only("not an id").unwrap_err().kind(), ErrorKind::Invalid);
}
