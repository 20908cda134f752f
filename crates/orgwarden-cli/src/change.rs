//! A change: planned, shown, agreed to, applied, reported. The same for every command that changes something.

use orgwarden::apply::{Done, Event, Job, StepStatus};
use orgwarden::input::Sheet;
use orgwarden::plan::Plan;
use orgwarden::{Change, Effect, Result, files};
use serde::Serialize;

use crate::confirm;
use crate::exit::Exit;
use crate::output::{Cell, Column, Format, Listing, Tone, print_error};
use crate::session::Session;

/// How a change is called when it is asked about.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words {
    /// `Remove`.
    pub(crate) verb: &'static str,
    /// `member`.
    pub(crate) one: &'static str,
    /// `members`.
    pub(crate) many: &'static str,
}

impl Words {
    /// The three words.
    pub(crate) const fn new(verb: &'static str, one: &'static str, many: &'static str) -> Self {
        Self { verb, one, many }
    }

    fn question(self, plan: &Plan) -> String {
        match plan.subjects() {
            1 => format!("{} 1 {}?", self.verb, self.one),
            count => format!("{} {count} {}?", self.verb, self.many),
        }
    }
}

/// Whether nothing is done, only looked at.
pub(crate) fn only_looks(session: &Session) -> bool {
    session.globals.dry_run || session.globals.print_curl || session.globals.save.is_some()
}

/// Whether a person will see the plan before it is applied: then it pays to read what will be lost.
pub(crate) fn is_shown(session: &Session) -> bool {
    let globals = &session.globals;
    globals.dry_run || globals.save.is_some() || (!globals.yes && confirm::can_ask())
}

/// Plans a change, and applies it if that is wished and agreed to.
pub(crate) async fn run<C: Change>(session: &Session, wish: C, words: Words) -> Result<Exit> {
    run_and_name(session, wish, words).await.map(|(exit, _)| exit)
}

/// The same, of a file whose rows are told what became of them.
pub(crate) async fn run_rows<C: Change>(session: &Session, wish: C, words: Words, rows: Option<Sheet>) -> Result<Exit> {
    plan_and_carry_out(session, wish, words, rows).await.map(|(exit, _)| exit)
}

/// The same; with the run in the journal, if it was applied.
pub(crate) async fn run_and_name<C: Change>(
    session: &Session,
    wish: C,
    words: Words,
) -> Result<(Exit, Option<String>)> {
    plan_and_carry_out(session, wish, words, None).await
}

async fn plan_and_carry_out<C: Change>(
    session: &Session,
    wish: C,
    words: Words,
    rows: Option<Sheet>,
) -> Result<(Exit, Option<String>)> {
    // Before the first request, and whatever the organization looks like: a script must not work by luck.
    refuse_without_a_yes(session, <C as Change>::EFFECT)?;
    let plan = session.organization.plan(&wish).await?;
    session.progress.clear();
    carry_out(session, plan, words, rows).await
}

fn refuse_without_a_yes(session: &Session, effect: Effect) -> Result<()> {
    let must_ask = !session.globals.yes && !only_looks(session);
    if must_ask && effect == Effect::Destroys && !confirm::can_ask() {
        return Err(confirm::nobody_to_ask("this"));
    }
    Ok(())
}

/// Shows or saves a plan if that is asked for, and else applies it if it is agreed to. `rows`: the file that it was made of.
pub(crate) async fn carry_out(
    session: &Session,
    plan: Plan,
    words: Words,
    rows: Option<Sheet>,
) -> Result<(Exit, Option<String>)> {
    let globals = &session.globals;
    if globals.print_curl {
        let client = session.organization.client();
        let requests: Vec<String> = plan.steps.iter().map(|step| client.curl(&step.call())).collect();
        return Ok((session.curl(&requests)?, None));
    }
    if let Some(path) = &globals.save {
        files::write_private(path, &plan.to_file_text()?)?;
        let exit = show_plan(session, &plan)?;
        session.output.note(&format!("saved; to do it: orgwarden apply {}", path.display()));
        return Ok((exit, None));
    }
    if globals.dry_run {
        return Ok((show_plan(session, &plan)?, None));
    }
    refuse_without_a_yes(session, plan.effect)?;
    if !globals.yes && plan.asks() {
        if !confirm::can_ask() {
            return Err(confirm::nobody_to_ask("this"));
        }
        session.output.say(plan.text().trim_end());
        let question = session.output.notes.bold(&words.question(&plan));
        if !confirm::ask(&question, &session.cancel).await? {
            session.output.note("nothing was changed");
            return Ok((Exit::Interrupted, None));
        }
    } else {
        for note in &plan.notes {
            session.output.note(&format!("note: {note}"));
        }
    }
    session.results.begin(&plan, rows)?;
    let (exit, run) = follow(session, session.organization.apply(plan), Told::Plainly).await?;
    Ok((exit, Some(run)))
}

/// How the JSON document tells what became of a plan: as the operation answers it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Told {
    /// It is the answer.
    Plainly,
    /// It is a part of the answer, `done`.
    Within,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Document<'a> {
    Plainly(&'a Done),
    Within { done: &'a Done },
}

/// Waits for a plan that is being applied, with progress, and tells what became of it. Answers the run in the journal too.
pub(crate) async fn follow(session: &Session, mut job: Job, told: Told) -> Result<(Exit, String)> {
    let mut problem = None;
    while let Some(event) = job.next().await {
        session.results.heed(&event);
        if session.output.format == Format::Jsonl
            && let Err(error) = session.output.json_line(&event)
        {
            // Nobody can follow any more: no new step is sent, and what is under way comes to its end.
            job.stop();
            problem = problem.or(Some(error));
        }
        match &event {
            Event::Start { steps, estimate_seconds, .. } => session.progress.count_steps(*steps, *estimate_seconds),
            event => event.ended().into_iter().for_each(|ended| session.progress.step(ended.left_seconds)),
        }
    }
    let done = job.result().await.inspect_err(|error| session.results.fail(error));
    session.progress.clear();
    let written = session.results.write();
    let done = done?;
    report(session, &done, told)?;
    let mut exit = Exit::from(&done);
    for error in problem.into_iter().chain(written.err()) {
        print_error(&session.output, &error);
        exit = exit.or(Exit::from(&error));
    }
    Ok((exit, done.run))
}

fn show_plan(session: &Session, plan: &Plan) -> Result<Exit> {
    let output = &session.output;
    match output.format {
        Format::Table => output.data(&plan.text())?,
        Format::Md => output.data(&plan.markdown())?,
        Format::Csv => output.data(&plan.csv())?,
        Format::Json => output.json(plan)?,
        Format::Jsonl => plan.steps.iter().try_for_each(|step| output.json_line(step))?,
    }
    if matches!(output.format, Format::Csv | Format::Jsonl) {
        for held in &plan.held {
            output.note(&format!("held back: {}: {}", held.subject, held.reason));
            if let Some(allow) = &held.allow {
                output.note(&format!("to allow it: {allow}"));
            }
        }
    }
    Ok(match (plan.steps.is_empty(), plan.held.is_empty()) {
        (false, _) => Exit::Pending,
        (true, false) => Exit::Held,
        (true, true) => Exit::Done,
    })
}

/// What became of one person or thing: a step, or what was so already, or what was held back.
#[derive(Serialize)]
struct Outcome<'a> {
    subject: &'a str,
    action: &'a str,
    status: &'a str,
    detail: Option<&'a str>,
    id: Option<&'a str>,
    request_id: Option<&'a str>,
    #[serde(skip)]
    tone: Tone,
}

fn outcome_columns<'a>() -> [Column<Outcome<'a>>; 6] {
    [
        Column::new("subject", |row| Cell::text(row.subject)),
        Column::new("action", |row| Cell::text(row.action)),
        Column::new("status", |row| Cell::toned(row.status.replace('_', " "), row.tone)),
        Column::new("detail", |row| Cell::maybe(row.detail)),
        Column::extra("id", |row| Cell::id(row.id)),
        Column::extra("request id", |row| Cell::id(row.request_id)),
    ]
}

/// Tells what became of a plan, and what to do next.
fn report(session: &Session, done: &Done, told: Told) -> Result<()> {
    let rows = outcomes(done);
    let document = match told {
        Told::Plainly => Document::Plainly(done),
        Told::Within => Document::Within { done },
    };
    // In JSON Lines, the last event has told it.
    if session.output.format != Format::Jsonl {
        session.output.listing(&Listing {
            document: &document,
            // It has its own count.
            requests: None,
            rows: &rows,
            columns: &outcome_columns(),
            now: session.now(),
            wraps: true,
        })?;
    }
    // What to do next is worth a line; the same advice for many is worth one.
    let mut hints: Vec<&str> = done.results.iter().filter_map(|result| result.error.as_ref()?.hint()).collect();
    hints.dedup();
    for hint in hints.iter().take(3) {
        session.output.summary(&format!("hint: {hint}"));
    }
    let mut allowing: Vec<&str> = done.held.iter().filter_map(|held| held.allow.as_deref()).collect();
    allowing.dedup();
    for allow in allowing.iter().take(3) {
        session.output.summary(&format!("to allow what is held back: {allow}"));
    }
    if let Some(error) = &done.journal_error {
        print_error(&session.output, error);
    }
    session.output.summary(&done.summary());
    if done.can_be_resumed() {
        session.output.summary(&format!("to continue: orgwarden resume {}", done.run));
    }
    Ok(())
}

fn outcomes(done: &Done) -> Vec<Outcome<'_>> {
    let row = |subject, action, status, tone, detail| Outcome {
        subject,
        action,
        status,
        detail,
        id: None,
        request_id: None,
        tone,
    };
    let steps = done.results.iter().map(|result| {
        let tone = match result.status {
            StepStatus::Done => Tone::Good,
            StepStatus::Already => Tone::Dim,
            StepStatus::Failed => Tone::Bad,
            StepStatus::Held | StepStatus::NotSent | StepStatus::Unknown => Tone::Warning,
        };
        let detail = match (&result.error, result.found_by_reading) {
            (Some(error), _) => Some(error.message()),
            (None, true) => Some("the answer was lost; reading showed that it took effect"),
            (None, false) => None,
        };
        Outcome {
            id: result.id.as_deref(),
            request_id: result.request_id.as_deref(),
            ..row(&result.subject, &result.action, result.status.as_str(), tone, detail)
        }
    });
    let already =
        done.already.iter().map(|already| row(&already.subject, "", "already", Tone::Dim, Some(&*already.state)));
    let held = done.held.iter().map(|held| row(&held.subject, "", "held", Tone::Warning, Some(&*held.reason)));
    let listed = done
        .still_listed
        .iter()
        .map(|email| row(email, "", "still_listed", Tone::Bad, Some("removed, but still on the list of members")));
    steps.chain(already).chain(held).chain(listed).collect()
}
