//! One file per group of commands: its arguments, the operation they mean, and how the answer is shown.

pub(crate) mod apply;
pub(crate) mod audit;
pub(crate) mod bulk;
pub(crate) mod completions;
pub(crate) mod doctor;
pub(crate) mod invite;
pub(crate) mod invites;
pub(crate) mod journal;
pub(crate) mod keys;
pub(crate) mod limits;
pub(crate) mod man;
pub(crate) mod members;
pub(crate) mod offboard;
pub(crate) mod onboarding;
pub(crate) mod org;
mod person;
pub(crate) mod projects;
pub(crate) mod receipt;
pub(crate) mod remove;
pub(crate) mod request;
pub(crate) mod role;
pub(crate) mod roles;
pub(crate) mod roster;
pub(crate) mod sandbox;

use std::ffi::OsString;

use clap::{CommandFactory as _, FromArgMatches as _};
use orgwarden::{Error, ErrorKind, Result};
use tokio::runtime::{Builder, Runtime};

use crate::arguments::{Cli, Command, Globals};
use crate::exit::Exit;
use crate::output::{Output, print_error};
use crate::session::Session;
use crate::{demo, help, interrupt, secrets};

const STOPPING: &str = "stopping: what is under way is finished first; press Ctrl-C again to stop at once";

/// Reads the arguments and does what they say.
pub(crate) fn run(arguments: Vec<OsString>) -> Exit {
    let plain = Output::new(crate::output::Format::Table, crate::output::Color::Auto, false);
    if let Err(error) = secrets::refuse_keys(&arguments) {
        print_error(&plain, &error);
        return Exit::from(&error);
    }
    let read = help::complete(Cli::command())
        .try_get_matches_from(arguments)
        .and_then(|matches| Cli::from_arg_matches(&matches));
    let cli = match read {
        Ok(cli) => cli,
        Err(refusal) => {
            // A closed pipe is no failure, and help is no error.
            let _ = refusal.print();
            return if refusal.use_stderr() { Exit::Usage } else { Exit::Done };
        }
    };
    let output = Output::new(cli.globals.format, cli.globals.color, cli.globals.quiet);
    log(cli.globals.verbose, output.notes.is_on());
    dispatch(cli.command, cli.globals, &output).unwrap_or_else(|error| {
        print_error(&output, &error);
        Exit::from(&error)
    })
}

fn dispatch(command: Command, globals: Globals, output: &Output) -> Result<Exit> {
    match command {
        Command::Completions(arguments) => arguments.run(output),
        Command::Man(arguments) => arguments.run(output),
        Command::Org(arguments) if arguments.is_local() => arguments.run_locally(&globals, output),
        Command::Sandbox(arguments) => finish(Builder::new_multi_thread(), async { arguments.run(output).await }),
        Command::Demo => finish(Builder::new_multi_thread(), async { demo::run(output).await }),
        command => {
            let session = Session::open(globals, output.clone())?;
            finish(Builder::new_current_thread(), async {
                let (progress, output) = (session.progress.clone(), session.output.clone());
                let tell = move || {
                    progress.clear();
                    output.say(STOPPING);
                };
                let results = session.results.clone();
                // Nobody is left to be told that it cannot be written; the journal has it all.
                interrupt::listen(session.cancel.clone(), tell, move || drop(results.write()));
                Box::pin(on_organization(command, &session)).await.inspect_err(|_| session.progress.clear())
            })
        }
    }
}

async fn on_organization(command: Command, session: &Session) -> Result<Exit> {
    match command {
        Command::Members(arguments) => arguments.run(session).await,
        Command::Invite(arguments) => arguments.run(session).await,
        Command::Invites(arguments) => arguments.run(session).await,
        Command::Role(arguments) => arguments.run(session).await,
        Command::Remove(arguments) => arguments.run(session).await,
        Command::Offboard(arguments) => arguments.run(session).await,
        Command::Onboarding(arguments) => arguments.run(session).await,
        Command::Receipt(arguments) => arguments.run(session).await,
        Command::Bulk(arguments) => arguments.run(session).await,
        Command::Apply(arguments) => arguments.run(session).await,
        Command::Drift(arguments) => arguments.run(session).await,
        Command::Export(arguments) => arguments.run(session).await,
        Command::Projects(arguments) => arguments.run(session).await,
        Command::Keys(arguments) => arguments.run(session).await,
        Command::Roles(arguments) => arguments.run(session).await,
        Command::Limits(arguments) => arguments.run(session).await,
        Command::Audit(arguments) => arguments.run(session).await,
        Command::Journal(arguments) => arguments.run(session).await,
        Command::Resume(arguments) => arguments.run(session).await,
        Command::Org(_) => org::who_am_i(session).await,
        Command::Doctor => doctor::run(session).await,
        Command::Request(arguments) => arguments.run(session).await,
        Command::Demo | Command::Sandbox(_) | Command::Completions(_) | Command::Man(_) => {
            Err(Error::new(ErrorKind::Internal, "this command needs no organization"))
        }
    }
}

/// Runs to the end on a runtime that is made only now. Threads that still wait for input are not waited for.
fn finish(mut builder: Builder, work: impl Future<Output = Result<Exit>>) -> Result<Exit> {
    let runtime: Runtime = builder
        .enable_all()
        .build()
        .map_err(|error| Error::new(ErrorKind::Internal, format!("no runtime could be made: {error}")))?;
    let exit = runtime.block_on(work);
    runtime.shutdown_background();
    exit
}

/// Logs to standard error. Only our own crates at first: what others log is noise until everything else has failed.
fn log(verbose: u8, colored: bool) {
    let filter = match verbose {
        0 => return,
        1 => "orgwarden=info,orgwarden_api=info,orgwarden_sandbox=info",
        2 => "orgwarden=debug,orgwarden_api=debug,orgwarden_sandbox=debug",
        _ => "trace",
    };
    let subscriber =
        tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_ansi(colored).finish();
    // It can be set once only, and this is the only place.
    let _ = tracing::subscriber::set_global_default(subscriber);
}
