//! The receipt as text, and the words that text and page share.

use std::fmt::Write as _;

use super::{AuditEvidence, Departure, Outcome, Receipt, Suspension, is_well};
use crate::api::model::AdminApiKey;
use crate::journal::State;
use crate::plan::{HOW_TO_ROTATE, admin_key_name, how_to_delete, to_rotate};
use crate::roster::Key;
use crate::words::visible;

impl Receipt {
    /// The receipt as text for people.
    pub fn text(&self) -> String {
        let mut out = String::new();
        // Writing to a String cannot fail.
        let _ = self.write_text(&mut out);
        out
    }

    fn write_text(&self, out: &mut String) -> std::fmt::Result {
        writeln!(out, "{}", visible(&self.title()))?;
        writeln!(out, "{}", self.times())?;
        for person in &self.departures {
            writeln!(out, "\n{}  {}  {}", visible(&person.subject), visible(person.user.as_str()), person.verdict())?;
            if let Some(at) = person.removed_at {
                writeln!(out, "  removed       {at}{}", visible(&request(person.request_id.as_deref())))?;
            }
            if let Some(reason) = &person.reason {
                writeln!(out, "  because       {}", visible(reason))?;
            }
            for (label, words) in person.facts() {
                writeln!(out, "  {label:<13} {}", visible(&words))?;
            }
        }
        for person in &self.suspensions {
            writeln!(out, "\n{}  {}  {}", visible(&person.subject), visible(person.user.as_str()), person.verdict())?;
            for (label, words) in person.facts() {
                writeln!(out, "  {label:<13} {}", visible(&words))?;
            }
        }
        for (heading, lines) in self.sections() {
            writeln!(out, "\n{heading}:")?;
            for line in lines {
                writeln!(out, "  {}", visible(&line))?;
            }
        }
        writeln!(out, "\n{}", self.cost())?;
        for (label, words) in self.vouchers() {
            writeln!(out, "{label:<8} {words}")?;
        }
        for problem in &self.proof.problems {
            writeln!(out, "JOURNAL CHANGED: {problem}")?;
        }
        writeln!(out, "{}", self.verdict())
    }

    pub(super) fn title(&self) -> String {
        let organization = self.organization.as_deref().unwrap_or("an organization that the profile does not name");
        format!("Receipt of the run {} ({}) on {organization}", self.run, self.operation)
    }

    pub(super) fn times(&self) -> String {
        match self.ended_at {
            Some(ended) => format!("begun {}, ended {ended}, read back {}", self.started_at, self.made_at),
            None => format!("begun {}, not over, read back {}", self.started_at, self.made_at),
        }
    }

    pub(super) fn verdict(&self) -> &'static str {
        match (self.is_complete(), self.departures.is_empty(), self.suspensions.is_empty()) {
            (false, ..) => "NOT COMPLETE: see above.",
            (true, false, _) => "Complete: nobody is left, and no key.",
            (true, true, false) => "Complete: they are members without access, and no key of theirs works.",
            (true, true, true) => "Complete: every step is done.",
        }
    }

    /// What was done besides, and what is left to do, each under its heading.
    pub(super) fn sections(&self) -> Vec<(&'static str, Vec<String>)> {
        let rotate = self.rotate.as_deref().map(|keys| {
            let keys: Vec<String> = keys.iter().map(to_rotate).collect();
            if keys.is_empty() { vec!["none".to_owned()] } else { [keys, vec![HOW_TO_ROTATE.to_owned()]].concat() }
        });
        let held = self.held.iter().map(|held| format!("{}: {}", held.subject, held.reason)).collect();
        let sections = [
            ("Other steps", self.others.iter().map(Outcome::line).collect()),
            ("Held back", held),
            ("Keys that outlived their owners", self.cleaned_up.iter().map(Outcome::line).collect()),
            ("Keys to rotate", rotate.unwrap_or_default()),
        ];
        sections.into_iter().filter(|(_, lines): &(_, Vec<String>)| !lines.is_empty()).collect()
    }

    pub(super) fn cost(&self) -> String {
        let used = self.requests;
        format!(
            "{} projects were read for keys. Requests: {} for the plan, {} for steps, {} for this receipt.",
            self.projects_read, used.plan, used.steps, used.receipt
        )
    }

    pub(super) fn vouchers(&self) -> [(&'static str, String); 2] {
        let proof = &self.proof;
        [
            ("plan", format!("sha256 {}", proof.plan_digest.as_deref().unwrap_or("unknown"))),
            ("journal", format!("sha256 {} over {} entries", proof.journal_head, proof.journal_entries)),
        ]
    }
}

/// A label and what it says.
type Fact = (&'static str, String);

impl Departure {
    pub(super) fn verdict(&self) -> &'static str {
        match self.state {
            _ if self.is_proven() => "gone",
            state if is_well(state) => "removed, but something is left",
            state => words(state),
        }
    }

    /// What is told of the person, in order.
    pub(super) fn facts(&self) -> Vec<Fact> {
        let mut facts: Vec<Fact> = self.lost.iter().map(|lost| ("lost", lost.clone())).collect();
        let listed = if self.still_listed { "STILL ON THE LIST" } else { "not on the list of members" };
        facts.push(("roster", listed.to_owned()));
        facts.push(("keys left", keys(&self.keys_left)));
        if !self.keys_left.is_empty() || !self.admin_keys_left.is_empty() {
            facts.push(("next", format!("`orgwarden offboard {}` deletes them", self.user)));
        }
        if !self.admin_keys_left.is_empty() {
            let names: Vec<String> = self.admin_keys_left.iter().map(admin_key).collect();
            facts.push(("admin keys", format!("LEFT: {}", names.join(", "))));
        }
        facts.extend(self.audit_events.iter().map(|event| ("audit log", event.line())));
        facts
    }
}

impl Suspension {
    pub(super) fn verdict(&self) -> &'static str {
        let is_told = !self.is_member || (self.role.is_some() && self.projects.is_some());
        match self.is_proven() {
            true if self.is_member => "without access, still a member",
            true => "without access, a member no more",
            false if is_told => "STILL HAS ACCESS",
            false => "NOT PROVEN to be without access",
        }
    }

    pub(super) fn facts(&self) -> Vec<Fact> {
        let mut facts: Vec<Fact> = self.taken.iter().map(|taken| ("taken", taken.clone())).collect();
        let role_untold = if self.is_member { "not told by the API" } else { "none" };
        facts.push(("role", self.role.as_ref().map_or_else(|| role_untold.to_owned(), ToString::to_string)));
        let projects = self.projects.as_ref().map(|projects| {
            let names: Vec<String> = projects.iter().map(|project| format!("`{}`", project.label())).collect();
            if names.is_empty() { "none".to_owned() } else { names.join(", ") }
        });
        facts.push(("projects", projects.unwrap_or_else(|| "not told by the API".to_owned())));
        facts.push(("usable keys", keys(&self.usable_keys)));
        if !self.admin_keys_left.is_empty() {
            let names: Vec<String> = self.admin_keys_left.iter().map(admin_key).collect();
            facts.push(("ADMIN KEYS", names.join(", ")));
        }
        if !self.groups_are_known {
            facts.push(("groups", "NOT READ: what they give is theirs still".to_owned()));
        }
        if self.steps_left > 0 {
            facts.push(("not done", format!("{} steps", self.steps_left)));
        }
        facts.extend(self.audit_events.iter().map(|event| ("audit log", event.line())));
        facts
    }
}

impl Outcome {
    fn line(&self) -> String {
        let at = self.at.map_or_else(String::new, |at| format!(" at {at}"));
        let error = self.error.as_deref().map_or_else(String::new, |error| format!(": {error}"));
        let events: Vec<String> = self.audit_events.iter().map(|event| format!("; {}", event.line())).collect();
        format!(
            "{}: {}: {}{at}{}{error}{}",
            self.subject,
            self.action,
            words(self.state),
            request(self.request_id.as_deref()),
            events.concat()
        )
    }
}

impl AuditEvidence {
    fn line(&self) -> String {
        let actor = self.actor.as_deref().map_or_else(String::new, |actor| format!(" by {actor}"));
        format!("{} {} at {}{actor}", self.kind, self.id, self.at)
    }
}

fn words(state: Option<State>) -> &'static str {
    match state {
        Some(State::Done) => "done",
        Some(State::Already) => "was so already",
        Some(State::Failed) => "failed",
        Some(State::Held) => "held back",
        Some(State::Unknown | State::Sending) => "not known: `orgwarden resume` settles it",
        _ => "not sent",
    }
}

fn keys(keys: &[Key]) -> String {
    let names: Vec<String> = keys.iter().map(|key| format!("`{}` in `{}`", key.label(), key.project_label())).collect();
    if names.is_empty() { "none".to_owned() } else { names.join(", ") }
}

fn admin_key(key: &AdminApiKey) -> String {
    format!("`{}`, which {} deletes", admin_key_name(key), how_to_delete(key))
}

pub(super) fn request(id: Option<&str>) -> String {
    id.map_or_else(String::new, |id| format!(" (request {id})"))
}
