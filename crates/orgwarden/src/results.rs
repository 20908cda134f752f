//! A file of results: the rows that were handed in, and what became of each. It can be handed in again: rows that are done
//! are left out then, and the rest is done.
//!
//! Where nothing was handed in as rows (a roster, a saved plan, names on a command line), it has a row for each step, for
//! each thing that was so already and for each that is held.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::{Map, Value};

use crate::api::model::Timestamp;
use crate::apply::{Event, StepResult};
use crate::guard::Held;
use crate::input::Sheet;
use crate::input::result_columns::RESULT_COLUMNS;
use crate::input::sheet::{Cell, to_csv, to_json_lines};
use crate::journal::StepStatus;
use crate::plan::{Already, Plan, Source};
use crate::{Error, ErrorKind};

/// What is known of a plan on its way, step by step. Pure: it listens to events, and gives the text of a file at any time.
#[derive(Clone, Debug)]
pub struct Results {
    form: Form,
    plan: Plan,
    /// The sources of each row.
    sources: Vec<Vec<usize>>,
    has_begun: bool,
    begun: BTreeSet<usize>,
    ended: BTreeMap<usize, StepResult>,
    held: BTreeMap<usize, Held>,
    still_listed: BTreeSet<String>,
    failure: Option<Error>,
}

#[derive(Clone, Debug)]
enum Form {
    /// The rows that were handed in.
    Rows(Sheet),
    /// The parts of the plan, as CSV.
    Csv,
    /// The parts of the plan, as JSON Lines.
    JsonLines,
}

/// What became of a step or of a row.
#[derive(Clone, Debug)]
struct Outcome {
    status: StepStatus,
    id: Option<String>,
    error_code: Option<&'static str>,
    error: Option<String>,
    attempts: u32,
    at: Option<Timestamp>,
}

impl Results {
    /// Results for the rows that a plan was made of.
    pub fn of_rows(sheet: Sheet, plan: &Plan) -> Self {
        let mut sources = vec![Vec::new(); sheet.len()];
        for (number, source) in plan.sources.iter().enumerate() {
            if let Some(of_row) = sheet.row_of(&source.place).and_then(|row| sources.get_mut(row)) {
                of_row.push(number);
            }
        }
        Self::new(Form::Rows(sheet), plan, sources)
    }

    /// Results for the parts of a plan: JSON Lines if the file is called so (`.jsonl`, `.ndjson`), and else CSV.
    pub fn of_steps(path: &Path, plan: &Plan) -> Self {
        let is_json = path.extension().is_some_and(|end| end == "jsonl" || end == "ndjson");
        Self::new(if is_json { Form::JsonLines } else { Form::Csv }, plan, Vec::new())
    }

    fn new(form: Form, plan: &Plan, sources: Vec<Vec<usize>>) -> Self {
        Self {
            form,
            plan: plan.clone(),
            sources,
            has_begun: false,
            begun: BTreeSet::new(),
            ended: BTreeMap::new(),
            held: BTreeMap::new(),
            still_listed: BTreeSet::new(),
            failure: None,
        }
    }

    /// Takes in what happens.
    pub fn heed(&mut self, event: &Event) {
        match event {
            Event::Start { .. } => self.has_begun = true,
            Event::Step { step, .. } => drop(self.begun.insert(*step)),
            Event::Held { ended, held } => drop(self.held.insert(ended.result.step, held.clone())),
            Event::Summary(done) => {
                self.still_listed = done.still_listed.iter().map(|email| email.to_lowercase()).collect();
                self.ended = done.results.iter().map(|result| (result.step, result.clone())).collect();
            }
            _ => {}
        }
        if let Some(ended) = event.ended() {
            self.ended.insert(ended.result.step, (*ended.result).clone());
        }
    }

    /// Takes in that it could not be begun, or not be brought to its end.
    pub fn fail(&mut self, error: &Error) {
        self.has_begun = true;
        self.failure = Some(error.clone());
    }

    /// The text of the file, by what is known now. Before the beginning every step counts as unknown: that is what is left
    /// to be read if the process is killed.
    pub fn text(&self) -> String {
        let names = RESULT_COLUMNS.map(str::to_owned);
        match &self.form {
            Form::Rows(sheet) => sheet.with_results(&|row| self.of_row(row).cells()),
            Form::Csv => {
                let header = ["subject", "action", "place"].map(str::to_owned);
                let rows = self.parts().into_iter().map(|(cells, outcome)| (cells.to_vec(), outcome.cells()));
                to_csv(',', &header, &names, rows)
            }
            Form::JsonLines => {
                let rows = self.parts().into_iter().map(|([subject, action, place], outcome)| {
                    let filled = |text: String| if text.is_empty() { Value::Null } else { Value::from(text) };
                    let cells = [("subject", subject), ("action", action), ("place", place)];
                    let cells: Map<String, Value> =
                        cells.into_iter().map(|(name, text)| (name.to_owned(), filled(text))).collect();
                    (cells, outcome.cells())
                });
                to_json_lines(&names, rows)
            }
        }
    }

    /// What a row came to: the worst of what its steps did.
    fn of_row(&self, row: usize) -> Outcome {
        let sources = self.sources.get(row).into_iter().flatten().filter_map(|source| self.plan.sources.get(*source));
        let outcomes = sources.flat_map(|source: &Source| {
            let steps = source.steps.iter().map(|step| self.of_step(*step));
            let held = source.held.iter().map(|held| self.of_held(held));
            let outcomes: Vec<Outcome> = steps.chain(held).collect();
            match source.short.and_then(|number| self.plan.already.get(number)) {
                Some(short) if outcomes.is_empty() => vec![self.of_already(short)],
                _ if outcomes.is_empty() => vec![self.fulfilled()],
                _ => outcomes,
            }
        });
        outcomes.reduce(Outcome::and).unwrap_or_else(|| {
            let error = Error::new(ErrorKind::Internal, "nothing in the plan comes from this row");
            Outcome::of(StepStatus::NotSent).because(&error)
        })
    }

    /// What is so already; where it is less than was wished, nothing was done about it.
    fn of_already(&self, already: &Already) -> Outcome {
        if already.is_short {
            return Outcome::of(StepStatus::NotSent).because(&Error::new(ErrorKind::Conflict, already.state.clone()));
        }
        self.fulfilled()
    }

    fn of_step(&self, step: usize) -> Outcome {
        let Some(result) = self.ended.get(&step) else {
            return match (&self.failure, self.begun.contains(&step)) {
                (None, false) if self.has_begun => Outcome::of(StepStatus::NotSent),
                (Some(error), false) => Outcome::of(StepStatus::NotSent).because(error),
                (Some(error), true) => Outcome::of(StepStatus::Unknown).because(error),
                (None, _) => Outcome::of(StepStatus::Unknown).because(&Error::new(
                    ErrorKind::OutcomeUnknown,
                    "cut off before the outcome was written here: `orgwarden resume` settles it, and so does handing \
                     this file in again",
                )),
            };
        };
        let mut outcome =
            Outcome { id: result.id.clone(), attempts: result.attempts, at: result.at, ..Outcome::of(result.status) };
        if let Some(error) = &result.error {
            outcome = outcome.because(error);
        }
        if let Some(held) = self.held.get(&step) {
            outcome = Outcome { at: result.at, ..self.of_held(held) };
        }
        if result.status.is_well() && self.still_listed.contains(&result.subject.to_lowercase()) {
            outcome.error = Some("removed, but still on the list of members".to_owned());
        }
        outcome
    }

    fn of_held(&self, held: &Held) -> Outcome {
        let allow = held.allow.as_deref().map_or_else(String::new, |allow| format!("; to allow it: {allow}"));
        Outcome {
            error_code: Some(ErrorKind::Guard.code()),
            error: Some(format!("{}{allow}", held.reason)),
            at: Some(self.plan.made_at),
            ..Outcome::of(StepStatus::Held)
        }
    }

    fn fulfilled(&self) -> Outcome {
        Outcome { at: Some(self.plan.made_at), ..Outcome::of(StepStatus::Already) }
    }

    /// Subject, action and place of each part of the plan, with what it came to.
    fn parts(&self) -> Vec<([String; 3], Outcome)> {
        let mut places: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
        for source in &self.plan.sources {
            for step in &source.steps {
                places.entry(*step).or_default().push(&source.place);
            }
        }
        let steps = self.plan.steps.iter().enumerate().map(|(number, step)| {
            let place = places.get(&number).map_or_else(String::new, |places| places.join(" "));
            ([step.subject.clone(), step.action.clone(), place], self.of_step(number))
        });
        let already =
            self.plan.already.iter().map(|already| {
                ([already.subject.clone(), already.state.clone(), String::new()], self.of_already(already))
            });
        let held = self
            .plan
            .held
            .iter()
            .map(|held| ([held.subject.clone(), String::new(), String::new()], self.of_held(held)));
        steps.chain(already).chain(held).collect()
    }
}

impl Outcome {
    fn of(status: StepStatus) -> Self {
        Self { status, id: None, error_code: None, error: None, attempts: 0, at: None }
    }

    fn because(self, error: &Error) -> Self {
        Self { error_code: Some(error.kind().code()), error: Some(error.message().to_owned()), ..self }
    }

    /// Both together: the worse of them, with all attempts.
    fn and(self, other: Self) -> Self {
        let (attempts, at) = (self.attempts.saturating_add(other.attempts), self.at.max(other.at));
        let (worse, better) = if other.badness() > self.badness() { (other, self) } else { (self, other) };
        // Of a cancellation and an invitation that both worked, the new one is what exists.
        let id = if worse.badness() == better.badness() { better.id.or(worse.id) } else { worse.id };
        Self { id, attempts, at, ..worse }
    }

    fn badness(&self) -> u8 {
        match self.status {
            StepStatus::Already => 0,
            StepStatus::Done => 1,
            StepStatus::Held => 2,
            StepStatus::NotSent => 3,
            StepStatus::Failed => 4,
            StepStatus::Unknown => 5,
        }
    }

    fn cells(self) -> Cell {
        [
            Value::from(self.status.as_str()),
            Value::from(self.id),
            Value::from(self.error_code),
            Value::from(self.error),
            Value::from(self.attempts),
            Value::from(self.at.map(Timestamp::seconds)),
        ]
    }
}
