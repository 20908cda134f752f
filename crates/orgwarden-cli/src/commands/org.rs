use std::path::PathBuf;

use clap::{ArgGroup, Args, Subcommand};
use orgwarden::api::client::Requests;
use orgwarden::config::{
    self, Environment, KeySource, Profile, ProfileSummary, add_profile, list_profiles, remove_profile, set_default,
};
use orgwarden::guard::Policy;
use orgwarden::ops::WhoAmI;
use orgwarden::{Error, ErrorKind, Result};
use serde::Serialize;

use crate::arguments::Globals;
use crate::exit::Exit;
use crate::output::{Cell, Column, Listing, Output, Record, Tone, count};
use crate::session::Session;

const COLUMNS: &[Column<ProfileSummary>] = &[
    Column::new("name", |profile| Cell::text(&*profile.name)),
    Column::new("default", |profile| if profile.default { Cell::toned("yes", Tone::Good) } else { Cell::Empty }),
    Column::new("organization", |profile| Cell::maybe(profile.organization.as_deref())),
    Column::new("key from", |profile| Cell::text(&*profile.key_source)),
    Column::extra("base url", |profile| Cell::text(&*profile.base_url)),
    Column::extra("max wait", |profile| Cell::maybe(profile.max_wait.as_deref())),
];

/// List the profiles of organizations; add, choose and remove them; tell which one this is
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  orgwarden org\n  orgwarden org whoami\n  \
                  orgwarden org add acme --organization org-abc123 --key-command op read op://vault/openai/admin\n  \
                  orgwarden org use acme\n  orgwarden org remove acme")]
pub(crate) struct Org {
    #[command(subcommand)]
    command: Option<OrgCommand>,
}

#[derive(Debug, Subcommand)]
enum OrgCommand {
    /// List the profiles
    #[command(after_help = "Example:\n  orgwarden org list --format json")]
    List,
    /// Tell which organization and which key this is, and to whom the key belongs
    #[command(after_help = "Example:\n  orgwarden org whoami --profile acme")]
    Whoami,
    /// Add a profile; it says where the key comes from and never holds it
    #[command(
        after_help = "Examples:\n  orgwarden org add acme --organization org-abc123 --key-env ACME_ADMIN_KEY\n  \
                      orgwarden org add acme --key-file ~/.secrets/acme\n  orgwarden org add acme --key-keyring acme --use\n  \
                      orgwarden org add acme --key-command op read op://vault/openai/admin\n\n\
                      --organization and --max-wait become part of the profile."
    )]
    Add(Add),
    /// Make a profile the one that is used when none is named
    #[command(after_help = "Example:\n  orgwarden org use acme")]
    Use {
        /// The profile
        name: String,
    },
    /// Remove a profile; its key stays where it is
    #[command(after_help = "Example:\n  orgwarden org remove acme")]
    Remove {
        /// The profile
        name: String,
    },
}

#[derive(Args, Debug)]
#[command(group = ArgGroup::new("key").required(true))]
struct Add {
    /// The name of the profile
    name: String,
    /// The key is in this environment variable
    #[arg(long, value_name = "VARIABLE", group = "key")]
    key_env: Option<String>,
    /// The key is in this private file
    #[arg(long, value_name = "FILE", group = "key")]
    key_file: Option<PathBuf>,
    /// The key is in the system's keyring, under this name
    #[arg(long, value_name = "NAME", group = "key")]
    key_keyring: Option<String>,
    /// The key is printed by this program; everything behind is its arguments
    #[arg(long, value_name = "PROGRAM", group = "key", num_args = 1.., allow_hyphen_values = true)]
    key_command: Option<Vec<String>>,
    /// Where the API is, if not at OpenAI
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
    /// Use it when no profile is named
    #[arg(long = "use")]
    make_default: bool,
}

#[derive(Serialize)]
struct Profiles {
    profiles: Vec<ProfileSummary>,
}

impl Org {
    /// Whether it needs the config file only.
    pub(crate) fn is_local(&self) -> bool {
        !matches!(self.command, Some(OrgCommand::Whoami))
    }

    pub(crate) fn run_locally(self, globals: &Globals, output: &Output) -> Result<Exit> {
        let environment = Environment::of_process();
        match self.command {
            None | Some(OrgCommand::List) => list(&environment, output),
            Some(OrgCommand::Add(add)) => add.run(&environment, globals, output),
            Some(OrgCommand::Use { name }) => {
                set_default(&environment, &name)?;
                output.note(&format!("{name} is used now when no profile is named"));
                Ok(Exit::Done)
            }
            Some(OrgCommand::Remove { name }) => {
                remove_profile(&environment, &name)?;
                output.note(&format!("removed the profile {name}; its key stays where it is"));
                Ok(Exit::Done)
            }
            Some(OrgCommand::Whoami) => Err(Error::new(ErrorKind::Internal, "whoami needs an organization")),
        }
    }
}

impl Add {
    fn run(self, environment: &Environment, globals: &Globals, output: &Output) -> Result<Exit> {
        let env = self.key_env.map(KeySource::Variable);
        let file = || self.key_file.map(|file| KeySource::File(from_here(file)));
        let keyring = || self.key_keyring.map(KeySource::Keyring);
        let command = || self.key_command.map(KeySource::Command);
        let key = env.or_else(file).or_else(keyring).or_else(command);
        let key = key.ok_or_else(|| Error::invalid("the profile needs to know where its key comes from"))?;
        let organization = globals.organization.clone();
        let profile = Profile {
            organization,
            base_url: self.base_url,
            key,
            max_wait: globals.max_wait,
            guards: Policy::default(),
        };
        add_profile(environment, &self.name, &profile)?;
        if self.make_default {
            set_default(environment, &self.name)?;
        }
        output.note(&format!("added the profile {}; try `orgwarden doctor --profile {}`", self.name, self.name));
        Ok(Exit::Done)
    }
}

/// A path means what the shell means; in the config file a relative one would start at that file's folder.
fn from_here(file: PathBuf) -> PathBuf {
    if file.starts_with("~") { file } else { std::path::absolute(&file).unwrap_or(file) }
}

fn list(environment: &Environment, output: &Output) -> Result<Exit> {
    let document = Profiles { profiles: list_profiles(environment)? };
    output.listing(&Listing {
        document: &document,
        requests: Some(&Requests::default()),
        rows: &document.profiles,
        columns: COLUMNS,
        now: orgwarden::api::Clock::now(&orgwarden::api::SystemClock),
        wraps: false,
    })?;
    output.summary(&match document.profiles.len() {
        0 => "no profiles; the environment decides. Add one with `orgwarden org add`".to_owned(),
        number => {
            format!("{} in {}", count(number, "profile", "profiles"), config::config_file(environment)?.display())
        }
    });
    Ok(Exit::Done)
}

/// Tells which organization and which key this is.
pub(crate) async fn who_am_i(session: &Session) -> Result<Exit> {
    session
        .answer(WhoAmI {}, |report| {
            let identity = &report.value;
            let fields = vec![
                ("organization", Cell::maybe(identity.organization.as_deref())),
                ("base url", Cell::text(&*identity.base_url)),
                ("key class", Cell::text(&*identity.key_class)),
                ("key name", Cell::maybe(identity.key_name.as_deref())),
                ("key id", Cell::id(identity.key_id.as_deref())),
                ("key ends", Cell::until(identity.expires_at)),
                ("owner", Cell::maybe(identity.owner.as_deref())),
                ("owner id", Cell::id(identity.owner_id.as_deref())),
            ];
            let now = session.now();
            session.output.record(&Record { document: identity, requests: &report.requests, fields, now })?;
            if identity.candidates > 1 {
                session
                    .output
                    .note(&format!("{} admin keys look like this one: the owner is uncertain", identity.candidates));
            }
            Ok(Exit::Done)
        })
        .await
}
