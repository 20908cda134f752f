//! Which organization, with which key, and where the files are. What is decided with them lives elsewhere.
//!
//! # Choosing
//!
//! In this order: the profile named by the caller, `ORGWARDEN_PROFILE`, the `default` of the config file, and without
//! any of them the environment alone. The name `environment` stands for the environment alone, so that one call can
//! step around a default profile.
//!
//! A profile is complete in itself: its own key, organization and base URL count, and the `OPENAI_…` variables do not,
//! also when `OPENAI_ADMIN_KEY` is set. A profile that nobody named, chosen only because it is the default, gives way to
//! an error if `OPENAI_BASE_URL` or `OPENAI_ORG_ID` point elsewhere: acting on the wrong organization is worse than asking.
//! [`Settings::key_source`] says where the key came from.
//!
//! # Environment
//!
//! | variable | meaning |
//! |---|---|
//! | `OPENAI_ADMIN_KEY` | the admin key |
//! | `OPENAI_API_KEY` | used in its place, but only if it starts with `sk-admin-` |
//! | `OPENAI_ORG_ID`, `OPENAI_ORGANIZATION`, `OPENAI_ORGANIZATION_ID` | what the key must belong to; they may not contradict each other |
//! | `OPENAI_BASE_URL` | with or without `/v1`; plain http on loopback only |
//! | `ORGWARDEN_PROFILE` | the profile to use |
//! | `ORGWARDEN_CONFIG` | the config file, instead of `orgwarden/config.toml` in the XDG config folder |
//! | `ORGWARDEN_STATE` | the state folder, instead of `orgwarden/` in the XDG state folder |
//!
//! A variable that is empty counts as not set. Proxies (`HTTPS_PROXY`, `ALL_PROXY`, `NO_PROXY`) are read by the HTTP client
//! itself, not here.
//!
//! # The config file
//!
//! ```toml
//! default = "acme"
//!
//! [profile.acme]
//! organization = "org-…"              # what the key must belong to
//! base_url = "https://…/v1"           # optional
//! key = { env = "ACME_ADMIN_KEY" }    # or { file = "~/.secrets/acme" }, { keyring = "acme" },
//!                                     #    { command = ["op", "read", "op://…"] }
//! max_wait = "10m"                    # optional
//! ```
//!
//! A relative path of a key file counts from the folder of the config file. The key itself never stands in the file.
//! Errors about the file name line and column and never quote it.
//!
//! # Keyring
//!
//! The keyring is read with the tool of the platform (`secret-tool` of libsecret, `security` of macOS), not with a library:
//! that would bring D-Bus and its runtime into every build, while the tool is there wherever the keyring is, asks for the
//! password in its own window, and can be replaced by any other through `command`.

mod command;
mod duration;
mod edit;
mod environment;
mod file;
mod given;
mod key;
mod key_file;
mod key_source;
mod keyring;
mod places;
mod profile;
mod settings;
mod shown;
mod source;

#[cfg(test)]
mod testing;

pub use duration::{format_duration, parse_duration};
pub use edit::{add_profile, remove_profile, set_default};
pub use environment::Environment;
pub use file::{ProfileSummary, list_profiles};
pub use given::Given;
pub use key_source::KeySource;
pub use places::{config_file, state_dir};
pub use profile::Profile;
pub use settings::{ENVIRONMENT, Settings};
pub(crate) use source::Source;

use orgwarden_api::{Error, ErrorKind};

fn config_error(message: impl Into<String>) -> Error {
    Error::new(ErrorKind::Config, message)
}

fn storage_error(message: impl Into<String>) -> Error {
    Error::new(ErrorKind::Storage, message)
}
