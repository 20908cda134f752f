//! How the story is told: chapters, commands, and what really went over the wire.

use std::sync::Arc;
use std::time::Duration;

use orgwarden::api::client::{BaseUrl, Signal};
use orgwarden::api::model::Timestamp;
use orgwarden::api::{Call, Client, Key, Method};
use orgwarden::apply::Done;
use orgwarden::plan::Plan;
use orgwarden::{Change, Error, Operation, Organization, Result, words};
use orgwarden_sandbox::{Control, Sandbox};
use serde_json::Value;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

use super::clock::SandboxClock;
use crate::output::{Column, Output, count};

/// The stage: an organization, its controls, and somebody who reads along.
pub(super) struct Stage {
    pub(super) control: Control,
    organization: Organization,
    base_url: String,
    output: Output,
    sent: mpsc::UnboundedReceiver<Call<Value>>,
    chapter: usize,
    logged: usize,
}

impl Stage {
    /// Opens the curtain on a sandbox.
    pub(super) fn open(sandbox: &Sandbox, output: Output) -> Result<Self> {
        let control = sandbox.control().clone();
        let clock = Arc::new(SandboxClock(control.clone()));
        let base_url = sandbox.base_url();
        let client = Client::builder(BaseUrl::parse(&base_url, "the sandbox")?, Key::new(sandbox.admin_key())?)
            .organization(Some(sandbox.organization().to_owned()))
            .clock(Arc::clone(&clock) as _)
            .build()?;
        let (sender, sent) = mpsc::unbounded_channel();
        let organization =
            Organization::new(client).with_clock(clock).scoped(CancellationToken::new(), move |signal| {
                if let Signal::Sending { call } = signal {
                    // Nobody listens any more once the story is over.
                    let _ = sender.send(call);
                }
            });
        let stage = Self { control, organization, base_url, output, sent, chapter: 0, logged: 0 };
        let style = stage.output.style;
        stage.print(&format!(
            "\n{}\n\nA local organization is listening on {}: real HTTP, its own clock, and nothing\noutside of this \
             process is touched. Each step shows the command for it and what goes over the wire.\n",
            style.bold("A member's whole life"),
            style.cyan(&stage.base_url),
        ))?;
        Ok(stage)
    }

    /// Begins a chapter.
    pub(super) fn chapter(&mut self, title: &str) -> Result<()> {
        self.chapter += 1;
        let style = self.output.style;
        self.print(&format!("\n{} {}\n", style.cyan(&format!("{:>2}", self.chapter)), style.bold(title)))
    }

    /// Shows the command that does the same on a real organization.
    pub(super) fn command(&self, line: &str) -> Result<()> {
        self.print(&format!("   {} {}\n", self.output.style.dim("$"), self.output.style.yellow(line)))
    }

    /// Tells something.
    pub(super) fn tell(&self, text: &str) -> Result<()> {
        self.print(&format!("   {}\n", words::visible(text)))
    }

    /// Tells that something is as it should be.
    pub(super) fn good(&self, text: &str) -> Result<()> {
        self.print(&format!("   {} {}\n", self.output.style.green("✓"), words::visible(text)))
    }

    /// Runs an operation that reads, and shows its requests.
    pub(super) async fn read<O: Operation>(&mut self, operation: O) -> Result<O::Output> {
        let report = self.organization.run(operation).await?;
        self.wire()?;
        Ok(report.value)
    }

    /// Plans a change without applying it.
    pub(super) async fn plan<C: Change>(&mut self, change: &C) -> Result<Plan> {
        let plan = self.organization.plan(change).await?;
        self.wire()?;
        Ok(plan)
    }

    /// Plans and applies a change, and shows its requests. A step that fails ends the story.
    pub(super) async fn change<C: Change>(&mut self, change: C) -> Result<Done> {
        let done = self.organization.run(change).await?.value;
        self.wire()?;
        match done.results.iter().find_map(|result| result.error.clone()) {
            Some(error) => Err(error),
            None => Ok(done),
        }
    }

    /// Tries a key where it is used, and answers the HTTP status.
    pub(super) async fn probe(&mut self, secret: &str) -> Result<u16> {
        let client = Client::builder(BaseUrl::parse(&self.base_url, "the sandbox")?, Key::new(secret)?).build()?;
        let answer = client.send(&Call::custom(Method::Get, "/models", None)?).await;
        self.wire()?;
        match answer {
            Ok(_) => Ok(200),
            Err(error) => error.status().ok_or(error),
        }
    }

    /// A table as part of the story.
    pub(super) fn table<R>(&self, columns: &[Column<R>], rows: &[R]) -> Result<()> {
        let table = self.output.table(columns, rows, self.now());
        table.lines().try_for_each(|line| self.print(&format!("   {line}\n")))
    }

    /// The present moment of the story.
    pub(super) fn now(&self) -> Timestamp {
        self.control.now()
    }

    /// The curtain falls.
    pub(super) fn end(&self, elapsed: Duration) -> Result<()> {
        let style = self.output.style;
        let requests = count(self.control.log().len(), "request", "requests");
        self.print(&format!(
            "\n{}\n\n{}\n\n",
            style.bold(&format!("The end: {requests} in {:.1} s.", elapsed.as_secs_f64())),
            style.bold("Next")
        ))?;
        for (command, words) in [
            ("orgwarden sandbox", "all of it by hand, on a local organization"),
            ("orgwarden doctor", "the way to your own organization: set OPENAI_ADMIN_KEY first"),
            ("orgwarden members", "who is in it"),
            ("orgwarden remove WHO --dry-run", "what a removal would take away"),
        ] {
            self.print(&format!("   {}  {words}\n", style.yellow(&format!("{command:<30}"))))?;
        }
        self.print("\n")
    }

    /// Shows what went over the wire since the last time, as the server saw it.
    fn wire(&mut self) -> Result<()> {
        let style = self.output.style;
        let mut bodies = Vec::new();
        while let Ok(call) = self.sent.try_recv() {
            bodies.push(call);
        }
        let log = self.control.log();
        let mut fresh = log.iter().skip(self.logged).peekable();
        while let Some(entry) = fresh.next() {
            let path = entry.path.strip_prefix("/v1").unwrap_or(&entry.path);
            let sent = bodies.iter().find(|call| call.method().as_str() == entry.method && call.target() == path);
            let request = if entry.method == "GET" {
                // Reads of one route are told together.
                let mut times = 1;
                while fresh.next_if(|next| next.route == entry.route && next.status == entry.status).is_some() {
                    times += 1;
                }
                let route = entry.route.clone().unwrap_or_else(|| path.to_owned());
                style.dim(&if times > 1 { format!("{route}  ×{times}") } else { route })
            } else {
                let body = sent.and_then(Call::body).map(|body| format!(" {body}")).unwrap_or_default();
                format!("{} {path}{body}", entry.method)
            };
            let status = entry.status.map_or_else(|| "no answer".to_owned(), |status| status.to_string());
            let is_good = entry.status.is_some_and(|status| status < 400);
            let status = if is_good { style.green(&status) } else { style.red(&status) };
            self.print(&format!("     {request} {} {status}\n", style.dim("→")))?;
        }
        self.logged = log.len();
        Ok(())
    }

    fn print(&self, text: &str) -> Result<(), Error> {
        self.output.data(text)
    }
}
