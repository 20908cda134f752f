//! The arguments of the root: the commands, and the options that all of them share.

use std::path::PathBuf;
use std::time::Duration;

use clap::{ArgAction, Args, Parser, Subcommand};
use orgwarden::config::parse_duration;
use orgwarden::guard::Policy;

use crate::commands::{
    apply::Apply,
    audit::Audit,
    bulk::Bulk,
    completions::Completions,
    invite::Invite,
    invites::Invites,
    journal::{Journal, Resume},
    keys::Keys,
    limits::Limits,
    man::Man,
    members::Members,
    offboard::Offboard,
    onboarding::OnboardingArguments,
    org::Org,
    projects::Projects,
    receipt::ReceiptArguments,
    remove::Remove,
    request::Request,
    role::Role,
    roles::Roles,
    roster::{Drift, Export},
    sandbox::SandboxArguments,
};
use crate::output::{Color, Format};

/// Manages the members of an OpenAI API organization
#[derive(Debug, Parser)]
#[command(name = "orgwarden", version, disable_help_subcommand = false, max_term_width = 100)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) globals: Globals,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What every command takes. None of them takes a key.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Global options")]
pub(crate) struct Globals {
    /// The profile to use, from the config file
    #[arg(long, global = true, value_name = "NAME")]
    pub(crate) profile: Option<String>,
    /// Refuse any other organization than this
    #[arg(long, global = true, value_name = "ID")]
    pub(crate) organization: Option<String>,
    /// How to write the data
    #[arg(
        long,
        global = true,
        value_name = "FORMAT",
        value_enum,
        default_value_t,
        hide_possible_values = true,
        help = "How to write the data: table, json, jsonl, csv or md"
    )]
    pub(crate) format: Format,
    /// Do it without asking
    #[arg(short, long, global = true)]
    pub(crate) yes: bool,
    /// Show what would be done, and do nothing; exit code 3 if there is something to do
    #[arg(long, global = true)]
    pub(crate) dry_run: bool,
    /// Save what would be done as a plan, for `orgwarden apply`, and do nothing; exit code 3 if there is something to do
    #[arg(long, global = true, value_name = "PLAN.json")]
    pub(crate) save: Option<PathBuf>,
    /// Write what became of each row of the file that was handed in (and else of each step) to a file, which can be handed
    /// in again: rows that are done are left out then
    #[arg(long, global = true, value_name = "FILE", conflicts_with_all = ["dry_run", "save", "print_curl"])]
    pub(crate) results: Option<PathBuf>,
    /// Print the requests as curl commands; nothing is changed
    #[arg(long, global = true)]
    pub(crate) print_curl: bool,
    /// How long one request may wait for the rate limit: 90s, 10m, 1h
    #[arg(long, global = true, value_name = "TIME", value_parser = time_span)]
    pub(crate) max_wait: Option<Duration>,
    /// Whether to colour
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        value_enum,
        default_value_t,
        hide_possible_values = true,
        help = "Whether to colour: auto, always or never"
    )]
    pub(crate) color: Color,
    /// Say more on standard error; twice and three times for still more
    #[arg(short, long, global = true, action = ArgAction::Count)]
    pub(crate) verbose: u8,
    /// Say only what went wrong
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub(crate) quiet: bool,
    /// What guards allow this time. Last: what follows would stand below their heading.
    #[command(flatten)]
    pub(crate) guards: Guards,
}

/// What guards allow, for one command: it wins over the profile.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Guards")]
pub(crate) struct Guards {
    /// How many owners the organization must keep
    #[arg(long, global = true, value_name = "COUNT")]
    min_owners: Option<usize>,
    /// How many members and projects may be removed at once
    #[arg(long, global = true, value_name = "COUNT")]
    max_removals: Option<usize>,
    /// How many members may be removed at once, in percent of all; three are always allowed
    #[arg(long, global = true, value_name = "PERCENT")]
    max_removal_percent: Option<usize>,
    /// Change people too whom an identity provider manages
    #[arg(long, global = true)]
    allow_scim: bool,
    /// Let a project lose its last owner of its own
    #[arg(long, global = true)]
    allow_ownerless: bool,
}

impl Guards {
    /// The profile's policy, with what was said this time.
    pub(crate) fn over(&self, policy: &Policy) -> Policy {
        Policy {
            minimum_owners: self.min_owners.unwrap_or(policy.minimum_owners),
            maximum_removals: self.max_removals.unwrap_or(policy.maximum_removals),
            maximum_removal_percent: self.max_removal_percent.unwrap_or(policy.maximum_removal_percent),
            allow_scim: self.allow_scim || policy.allow_scim,
            keep_project_owners: policy.keep_project_owners && !self.allow_ownerless,
            ..policy.clone()
        }
    }
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Members(Members),
    Invite(Invite),
    Invites(Invites),
    Role(Role),
    Remove(Remove),
    Onboarding(OnboardingArguments),
    Offboard(Offboard),
    Receipt(ReceiptArguments),
    #[command(name = "change")]
    Bulk(Bulk),
    Apply(Apply),
    Drift(Drift),
    Export(Export),
    Projects(Projects),
    Keys(Keys),
    Roles(Roles),
    Limits(Limits),
    Audit(Audit),
    Journal(Journal),
    Resume(Resume),
    Org(Org),
    /// Check the key, the network, the organization and the rights
    #[command(after_help = "Example:\n  orgwarden doctor")]
    Doctor,
    Request(Request),
    /// Watch a member's whole life on a local organization, in a few seconds
    #[command(
        after_help = "Example:\n  orgwarden demo\n\nNeeds no key and no network, and changes nothing outside of itself."
    )]
    Demo,
    Sandbox(SandboxArguments),
    Completions(Completions),
    Man(Man),
}

/// Reads a time span, in the core's words.
pub(crate) fn time_span(text: &str) -> Result<Duration, String> {
    parse_duration(text).map_err(|error| match error.hint() {
        Some(hint) => format!("{error}. {hint}"),
        None => error.to_string(),
    })
}
