use std::fmt::Write as _;

use super::{Departure, Outcome, Receipt};
use crate::journal::State;
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
        let organization = self.organization.as_deref().unwrap_or("an organization that the profile does not name");
        writeln!(out, "Receipt of the run {} ({}) on {}", self.run, self.operation, visible(organization))?;
        writeln!(out, "begun {}, read {}", self.started_at, self.made_at)?;
        for person in &self.departures {
            writeln!(out, "\n{}  {}  {}", visible(&person.subject), person.user, person.verdict())?;
            if let Some(at) = person.removed_at {
                writeln!(out, "  removed       {at}{}", request(person.request_id.as_deref()))?;
            }
            for lost in &person.lost {
                writeln!(out, "  lost          {}", visible(lost))?;
            }
            let listed = if person.still_listed { "STILL ON THE LIST" } else { "not on the list of members" };
            writeln!(out, "  roster        {listed}")?;
            writeln!(out, "  keys left     {}", person.keys())?;
            for event in &person.audit_events {
                let actor = event.actor.as_deref().map_or_else(String::new, |actor| format!(" by {}", visible(actor)));
                writeln!(out, "  audit log     {} {} at {}{actor}", event.kind, event.id, event.at)?;
            }
        }
        if !self.others.is_empty() {
            writeln!(out)?;
        }
        for step in &self.others {
            writeln!(out, "{}  {}: {}", visible(&step.subject), visible(&step.action), step.verdict())?;
        }
        writeln!(
            out,
            "\n{} projects were read for keys; {} requests for this receipt.",
            self.projects_read, self.requests.total
        )?;
        writeln!(out, "plan     sha256 {}", self.proof.plan_digest.as_deref().unwrap_or("unknown"))?;
        writeln!(out, "journal  sha256 {} over {} entries", self.proof.journal_head, self.proof.journal_entries)?;
        for problem in &self.proof.problems {
            writeln!(out, "JOURNAL CHANGED: {problem}")?;
        }
        let verdict =
            if self.is_complete() { "Complete: nobody is left, and no key." } else { "NOT COMPLETE: see above." };
        writeln!(out, "{verdict}")
    }

    /// The receipt as a page that needs nothing else, for a file or a printer.
    pub fn html(&self) -> String {
        let mut out = String::new();
        // Writing to a String cannot fail.
        let _ = self.write_html(&mut out);
        out
    }

    fn write_html(&self, out: &mut String) -> std::fmt::Result {
        writeln!(
            out,
            "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>Receipt {}</title>",
            escape(&self.run)
        )?;
        writeln!(
            out,
            "<style>body{{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}}table{{border-collapse:collapse;width:100%}}th,td{{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #8884}}ul{{margin:0;padding-left:1.1rem}}code{{overflow-wrap:anywhere}}.bad{{color:#b00020;font-weight:600}}</style>\n</head>\n<body>"
        )?;
        let organization = self.organization.as_deref().unwrap_or("not named");
        writeln!(
            out,
            "<h1>Receipt</h1>\n<p>Run <code>{}</code> (<code>{}</code>), organization <code>{}</code>, begun {}, read {}.</p>",
            escape(&self.run),
            escape(&self.operation),
            escape(organization),
            self.started_at,
            self.made_at
        )?;
        let verdict = if self.is_complete() { "Complete: nobody is left, and no key." } else { "Not complete." };
        writeln!(out, "<p class=\"{}\">{verdict}</p>", if self.is_complete() { "good" } else { "bad" })?;
        writeln!(
            out,
            "<table>\n<thead><tr><th>Person</th><th>Outcome</th><th>Lost</th><th>Read back</th><th>Audit log</th></tr></thead>\n<tbody>"
        )?;
        for person in &self.departures {
            let class = if person.is_proven() { "good" } else { "bad" };
            let removed = person.removed_at.map_or_else(String::new, |at| format!("<br>{at}"));
            let listed = if person.still_listed { "still on the list" } else { "not on the list of members" };
            let events: Vec<String> =
                person.audit_events.iter().map(|event| format!("{} {} {}", event.kind, event.id, event.at)).collect();
            writeln!(
                out,
                "<tr><td>{}<br><code>{}</code></td><td class=\"{class}\">{}{removed}</td><td>{}</td><td>{listed}<br>keys left: {}</td><td>{}</td></tr>",
                escape(&person.subject),
                escape(person.user.as_str()),
                escape(person.verdict()),
                list(&person.lost),
                escape(&person.keys()),
                list(&events),
            )?;
        }
        writeln!(out, "</tbody>\n</table>")?;
        if !self.others.is_empty() {
            let others: Vec<String> = self
                .others
                .iter()
                .map(|step| format!("{}: {}: {}", step.subject, step.action, step.verdict()))
                .collect();
            writeln!(out, "<h2>Other steps</h2>\n{}", list(&others))?;
        }
        writeln!(
            out,
            "<p>{} projects were read for keys. Plan <code>sha256 {}</code>, journal <code>sha256 {}</code> over {} entries.</p>",
            self.projects_read,
            self.proof.plan_digest.as_deref().unwrap_or("unknown"),
            self.proof.journal_head,
            self.proof.journal_entries
        )?;
        if !self.proof.problems.is_empty() {
            writeln!(out, "<p class=\"bad\">The journal was changed:</p>\n{}", list(&self.proof.problems))?;
        }
        writeln!(out, "</body>\n</html>")
    }
}

impl Departure {
    fn verdict(&self) -> &'static str {
        if self.is_proven() {
            return "gone";
        }
        match self.state {
            Some(State::Done | State::Already) => "removed, but something is left",
            state => words(state),
        }
    }

    fn keys(&self) -> String {
        let names = self.keys_left.iter().map(|key| {
            let name = key.name.as_deref().or(key.redacted_value.as_deref()).unwrap_or(key.id.as_str());
            format!("`{}` in `{}`", visible(name), visible(key.project.as_deref().unwrap_or(key.project_id.as_str())))
        });
        let names: Vec<String> = names.collect();
        if names.is_empty() { "none".to_owned() } else { names.join(", ") }
    }
}

impl Outcome {
    fn verdict(&self) -> &'static str {
        words(self.state)
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

fn request(id: Option<&str>) -> String {
    id.map_or_else(String::new, |id| format!(" (request {})", visible(id)))
}

fn list(items: &[String]) -> String {
    let items: Vec<String> = items.iter().map(|item| escape(item)).collect();
    if items.is_empty() { String::new() } else { format!("<ul><li>{}</li></ul>", items.join("</li><li>")) }
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in visible(text).chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}
