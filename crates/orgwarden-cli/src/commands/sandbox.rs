use std::net::SocketAddr;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::Args;
use orgwarden::api::{Clock as _, SystemClock};
use orgwarden::{Error, Result, words};
use orgwarden_sandbox::{Fault, Limits, Options, RetryAfter, Sandbox, Seed, StartError};
use serde::Serialize;
use tokio_util::sync::CancellationToken;

use crate::exit::Exit;
use crate::interrupt;
use crate::output::Output;

/// Run a local organization that behaves like the real one, to try everything on
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  orgwarden sandbox\n  orgwarden sandbox --seed 250x20 --limits observed --speed 60\n  \
                  orgwarden sandbox --data acme.sqlite --listen 127.0.0.1:9000\n  \
                  orgwarden sandbox --fault 500:*:0.02 --fault 'reset-after:POST /organization/invites:0.1'\n\n\
                  A fault is KIND[:ROUTE[:RATE[:times=N[:seed=N]]]]. KIND is a status from 400 to 599 (500-after applies the request \
                  first), gateway-404, 429-headers, slow=TIME, reset-before, reset-after, truncate, stale=TIME, flip-users, bare-users, flip-projects, invited-at, \
                  late-expiry, mixed-admin-keys, page-tokens, lost-grants, keys-outlive, nameless-users, no-payment-method, conflict-400 or created. ROUTE is * or a route, with its verb if wished; RATE a share from 0 to 1.\n\n\
                  It listens on loopback only and runs until Ctrl-C. With --format json it prints one line: \
                  {\"base_url\", \"organization\", \"admin_key\"}, with \"organizations\" if there are several. Controls are below /sandbox of its address, the inbox of \
                  invitations and alerts at /sandbox/inbox."
)]
pub(crate) struct SandboxArguments {
    /// Where to listen; port 0 is any free one
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8787")]
    listen: SocketAddr,
    /// A file that keeps the organization between runs; memory, if not given
    #[arg(long, value_name = "FILE")]
    data: Option<PathBuf>,
    /// What it starts with: demo, empty, or members and projects such as 250x20
    #[arg(long, default_value_t = Seed::Demo)]
    seed: Seed,
    /// The moment at which its clock starts
    #[arg(long, value_name = "TIME")]
    clock: Option<String>,
    /// The rate limits: off, observed, or CAPACITY/SECONDS
    #[arg(long, default_value_t = Limits::Off)]
    limits: Limits,
    /// Which headers a 429 carries: none, seconds, milliseconds or both
    #[arg(long, value_name = "HEADERS", default_value_t = RetryAfter::None)]
    retry_after: RetryAfter,
    /// How many times faster than real time it runs
    #[arg(long, default_value_t = 1.0)]
    speed: f64,
    /// What goes wrong, KIND:ROUTE:RATE, see below; can be repeated
    #[arg(long = "fault", value_name = "SPEC")]
    faults: Vec<Fault>,
    /// How many organizations there are, each with an id and an admin key of its own
    #[arg(long, value_name = "N", default_value = "1")]
    organizations: NonZeroUsize,
    /// Start with the audit log switched off, as a real organization does
    #[arg(long)]
    no_audit_log: bool,
    /// Take any bearer key, unknown ids and paths without /v1: for test suites that were not written for it
    #[arg(long)]
    lenient: bool,
}

/// What a program needs to use it.
#[derive(Serialize)]
struct Address<'a> {
    base_url: &'a str,
    organization: &'a str,
    admin_key: &'a str,
    /// All of them, if there are several.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    organizations: Vec<Home<'a>>,
}

/// An organization and how to get in.
#[derive(Serialize)]
struct Home<'a> {
    organization: &'a str,
    admin_key: &'a str,
}

impl SandboxArguments {
    pub(crate) async fn run(self, output: &Output) -> Result<Exit> {
        let clock = self.clock.map(|text| words::moment(&text, SystemClock.now())).transpose()?;
        let options = Options {
            listen: self.listen,
            data: self.data,
            seed: self.seed,
            clock,
            limits: self.limits,
            retry_after: self.retry_after,
            speed: self.speed,
            faults: self.faults,
            organizations: self.organizations,
            audit_log: !self.no_audit_log,
            lenient: self.lenient,
            ..Options::default()
        };
        let stop = CancellationToken::new();
        let told = output.clone();
        interrupt::listen(stop.clone(), move || told.note("stopping"), || {});
        let sandbox = Sandbox::start(options).await.map_err(|error| explain(&error))?;
        let base_url = sandbox.base_url();
        let homes: Vec<Home<'_>> =
            sandbox.organizations().map(|(organization, admin_key)| Home { organization, admin_key }).collect();
        let address = Address {
            base_url: &base_url,
            organization: sandbox.organization(),
            admin_key: sandbox.admin_key(),
            organizations: if homes.len() > 1 { homes } else { Vec::new() },
        };
        if output.format.is_json() {
            output.json_line(&address)?;
        } else {
            output.data(&text(output, &address))?;
        }
        stop.cancelled().await;
        sandbox.stop().await;
        Ok(Exit::Done)
    }
}

fn text(output: &Output, address: &Address<'_>) -> String {
    let Address { base_url, organization, admin_key, organizations } = address;
    let style = output.style;
    let inbox = base_url.strip_suffix("/v1").unwrap_or(base_url);
    let others: Vec<String> = organizations.iter().skip(1).map(other).collect();
    let others = others.concat();
    format!(
        "{}\n\n  address        {base_url}\n  organization   {organization}\n  admin key      {admin_key}\n  inbox          \
         {inbox}/sandbox/inbox\n{others}\n{}\n\n  export OPENAI_BASE_URL={base_url}\n  export OPENAI_ORG_ID={organization}\n  \
         export OPENAI_ADMIN_KEY={admin_key}\n\n{}\n",
        style.bold("The sandbox is listening."),
        style.bold("In another terminal:"),
        style.dim("Ctrl-C stops it.")
    )
}

fn other(home: &Home<'_>) -> String {
    let Home { organization, admin_key } = home;
    format!("\n  organization   {organization}\n  admin key      {admin_key}\n")
}

fn explain(error: &StartError) -> Error {
    let invalid = Error::invalid(error.to_string());
    match error {
        StartError::Listen(..) => {
            invalid.with_hint("Another program may be using it; `--listen 127.0.0.1:0` takes any free port.")
        }
        StartError::NotLoopback(_) | StartError::Speed(_) | StartError::Data(..) => invalid,
    }
}
