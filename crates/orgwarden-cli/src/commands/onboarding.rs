use clap::{Args, Subcommand};
use orgwarden::Result;
use orgwarden::ops::{CheckOnboarding, ItemState, Onboarding, RepairOnboarding};
use orgwarden::roster::Who;

use super::person;
use crate::change::{self, Words};
use crate::exit::Exit;
use crate::output::{Cell, Column, count};
use crate::session::Session;

const COLUMNS: &[Column<Onboarding>] = &[
    Column::new("email", |person| Cell::text(&*person.email)),
    Column::new("status", |person| person::status(person.status)),
    Column::new("done", |person| Cell::text(format!("{}/{}", person.done(), person.items.len()))),
    Column::new("state", |person| Cell::text(person.state())),
    Column::extra("invited", |person| Cell::time(person.invited_at)),
];

/// See how far invited people have come: accepted, projects granted, role right; repair what was lost
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  orgwarden onboarding\n  orgwarden onboarding check ada@example.com --format json\n  \
                  orgwarden onboarding repair --dry-run\n  orgwarden onboarding repair ada@example.com\n\n\
                  It has been seen that the projects of an invitation were not granted when it was accepted. What was to be granted is \
                  what the API lists with the invitation, or else what the journal asked for. Exit code 3 if something can be repaired."
)]
pub(crate) struct OnboardingArguments {
    #[command(subcommand)]
    command: Option<OnboardingCommand>,
}

#[derive(Debug, Subcommand)]
enum OnboardingCommand {
    /// Show the checklists, without names those of everybody who was invited lately; the same as without a command
    #[command(after_help = "Example:\n  orgwarden onboarding check ada@example.com")]
    Check(Whom),
    /// Put people into the projects that their invitation granted and that they did not get
    #[command(after_help = "Example:\n  orgwarden onboarding repair --dry-run")]
    Repair(Whom),
}

#[derive(Args, Debug, Default)]
struct Whom {
    /// E-mail addresses or ids of invitations
    who: Vec<String>,
    /// Without names: who has accepted in so many days; 30 unless given
    #[arg(long)]
    days: Option<u32>,
}

impl OnboardingArguments {
    pub(crate) async fn run(self, session: &Session) -> Result<Exit> {
        let named = |who: Vec<String>| who.into_iter().map(Who::from).collect();
        match self.command {
            None => check(session, CheckOnboarding::default()).await,
            Some(OnboardingCommand::Check(Whom { who, days })) => {
                check(session, CheckOnboarding { who: named(who), days }).await
            }
            Some(OnboardingCommand::Repair(Whom { who, days })) => {
                let wish = RepairOnboarding { who: named(who), days };
                change::run(session, wish, Words::new("Repair the onboarding of", "person", "people")).await
            }
        }
    }
}

async fn check(session: &Session, wish: CheckOnboarding) -> Result<Exit> {
    session
        .answer(wish, |report| {
            let people = &report.value.people;
            session.listing(report, people, COLUMNS)?;
            // Whom one asks about alone, one wants to know everything of.
            if let [person] = people.as_slice() {
                for item in &person.items {
                    let next = item.next.as_deref().map_or_else(String::new, |next| format!(": {next}"));
                    session.output.summary(&format!("  {:<8} {}{next}", item.state.as_str(), item.what));
                }
            }
            let items = || people.iter().flat_map(|person| &person.items);
            let lost = items().filter(|item| item.can_be_repaired).count();
            if lost > 0 {
                let lost = count(lost, "grant was lost", "grants were lost");
                session.output.summary(&format!("{lost}: orgwarden onboarding repair --dry-run"));
            }
            let open = people.iter().filter(|person| person.items.iter().any(|item| item.state == ItemState::Open));
            let done = people.iter().filter(|person| person.is_done()).count();
            let told = format!(
                "{}, {done} done, {} with something to do",
                count(people.len(), "person", "people"),
                open.count()
            );
            session.summary(&told, report.requests.total);
            Ok(if lost > 0 { Exit::Pending } else { Exit::Done })
        })
        .await
}
