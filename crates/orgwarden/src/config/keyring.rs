use secrecy::zeroize::Zeroizing;

use orgwarden_api::{Error, Result};

use super::Environment;
use super::command::{Failure, output};
use super::key::unusable;

/// What is stored under the name, asked of the platform's own tool.
pub(super) fn lookup(environment: &Environment, name: &str, source: &str) -> Result<Zeroizing<Vec<u8>>> {
    if cfg!(windows) {
        return Err(unusable(source, "there is no tool on Windows that prints it")
            .with_hint("Use key = { command = […] } with a program that prints the key."));
    }
    let argv: &[&str] = if cfg!(target_os = "macos") {
        &["security", "find-generic-password", "-s", "orgwarden", "-a", name, "-w"]
    } else {
        &["secret-tool", "lookup", "service", "orgwarden", "profile", name]
    };
    output(environment, argv).map_err(|failure| explain(argv[0], name, source, &failure))
}

fn explain(tool: &str, name: &str, source: &str, failure: &Failure) -> Error {
    let store = if cfg!(target_os = "macos") {
        format!("security add-generic-password -s orgwarden -a {name} -w")
    } else {
        format!("secret-tool store --label 'orgwarden {name}' service orgwarden profile {name}")
    };
    match failure {
        Failure::NotFound => unusable(source, format!("{tool} is not installed")).with_hint(
            "Install it (Debian and Ubuntu: libsecret-tools, Fedora and Arch: libsecret), or use another source.",
        ),
        // Both tools end like this when there is no such entry, and when the keyring stays locked.
        Failure::Exited(_) => unusable(source, format!("{tool} found no such entry, or the keyring is locked"))
            .with_hint(format!("Store it with: {store}")),
        _ => unusable(source, format!("{tool}: {failure}")),
    }
}
