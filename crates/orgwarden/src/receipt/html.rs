//! The receipt as a page.

use std::fmt::Write as _;

use super::Receipt;
use super::render::request;
use crate::words::visible;

const STYLE: &str = "body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}\
table{border-collapse:collapse;width:100%}\
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #8884}\
ul{margin:0;padding-left:1.1rem}code{overflow-wrap:anywhere}.bad{color:#b00020;font-weight:600}";

impl Receipt {
    /// The receipt as a page that needs nothing else, for a file or a printer.
    pub fn html(&self) -> String {
        let mut out = String::new();
        // Writing to a String cannot fail.
        let _ = self.write_html(&mut out);
        out
    }

    fn write_html(&self, out: &mut String) -> std::fmt::Result {
        let title = escape(&self.title());
        writeln!(out, "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>")?;
        writeln!(out, "<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n<p>{}</p>", escape(&self.times()))?;
        let class = class(self.is_complete());
        writeln!(out, "<p class=\"{class}\">{}</p>", escape(self.verdict()))?;
        if !(self.departures.is_empty() && self.suspensions.is_empty()) {
            writeln!(
                out,
                "<table>\n<thead><tr><th>Person</th><th>Outcome</th><th>What was lost and what is so now</th></tr></thead>\n<tbody>"
            )?;
        }
        for person in &self.departures {
            let removed = person.removed_at.map(|at| format!("removed {at}{}", request(person.request_id.as_deref())));
            let because = person.reason.as_deref().map(|reason| format!("because {reason}"));
            let outcome: Vec<String> =
                [Some(person.verdict().to_owned()), removed, because].into_iter().flatten().collect();
            row(out, &person.subject, person.user.as_str(), person.is_proven(), &outcome, person.facts())?;
        }
        for person in &self.suspensions {
            let outcome = [person.verdict().to_owned()];
            row(out, &person.subject, person.user.as_str(), person.is_proven(), &outcome, person.facts())?;
        }
        if !(self.departures.is_empty() && self.suspensions.is_empty()) {
            writeln!(out, "</tbody>\n</table>")?;
        }
        for (heading, lines) in self.sections() {
            writeln!(out, "<h2>{heading}</h2>\n{}", list(&lines))?;
        }
        writeln!(out, "<p>{}</p>", escape(&self.cost()))?;
        for (label, words) in self.vouchers() {
            writeln!(out, "<p>{label} <code>{}</code></p>", escape(&words))?;
        }
        if !self.proof.problems.is_empty() {
            writeln!(out, "<p class=\"bad\">The journal was changed:</p>\n{}", list(&self.proof.problems))?;
        }
        writeln!(out, "</body>\n</html>")
    }
}

fn row(
    out: &mut String,
    subject: &str,
    user: &str,
    is_proven: bool,
    outcome: &[String],
    facts: Vec<(&'static str, String)>,
) -> std::fmt::Result {
    let outcome: Vec<String> = outcome.iter().map(|line| escape(line)).collect();
    let facts: Vec<String> = facts.into_iter().map(|(label, words)| format!("{label}: {words}")).collect();
    writeln!(
        out,
        "<tr><td>{}<br><code>{}</code></td><td class=\"{}\">{}</td><td>{}</td></tr>",
        escape(subject),
        escape(user),
        class(is_proven),
        outcome.join("<br>"),
        list(&facts)
    )
}

fn class(is_good: bool) -> &'static str {
    if is_good { "good" } else { "bad" }
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

#[cfg(test)]
mod tests {
    use super::super::{Departure, Proof, Receipt, Used};
    use crate::api::model::Timestamp;
    use crate::journal::State;

    /// Of somebody whose name and losses were chosen to harm.
    fn receipt() -> Receipt {
        let person = Departure {
            subject: "<script>alert(1)</script>\u{1b}[2J".to_owned(),
            user: "user-1\n".into(),
            reason: Some("\"><img src=x>".to_owned()),
            lost: vec!["key `<b>`".to_owned()],
            state: Some(State::Done),
            removed_at: Some(Timestamp::new(7)),
            request_id: Some("req_1\u{7}".to_owned()),
            still_listed: false,
            keys_left: Vec::new(),
            admin_keys_left: Vec::new(),
            audit_events: Vec::new(),
        };
        Receipt {
            run: "run".to_owned(),
            operation: "members.offboard".to_owned(),
            complete: true,
            organization: Some("org-<i>".to_owned()),
            started_at: Timestamp::new(5),
            ended_at: None,
            made_at: Timestamp::new(9),
            departures: vec![person],
            suspensions: Vec::new(),
            others: Vec::new(),
            held: Vec::new(),
            cleaned_up: Vec::new(),
            rotate: None,
            projects_read: 1,
            proof: Proof { plan_digest: None, journal_head: "0".repeat(64), journal_entries: 1, problems: Vec::new() },
            requests: Used::default(),
            documents: None,
        }
    }

    #[test]
    fn what_strangers_wrote_stays_text() {
        let page = receipt().html();
        assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;") && page.contains("&lt;b&gt;"), "{page}");
        for mark in ["<script", "<img", "<b>", "<i>", "\u{1b}", "\u{7}"] {
            assert!(!page.contains(mark), "{mark:?}: {page}");
        }
        let text = receipt().text();
        assert!(!text.contains(['\u{1b}', '\u{7}']) && text.contains("user-1\u{fffd}  gone"), "{text}");
    }

    #[test]
    fn a_change_of_the_journal_and_a_run_that_is_not_over_are_told() {
        let mut receipt = receipt();
        assert!(receipt.is_complete() && receipt.text().contains("not over"));
        receipt.proof.problems.push("entry 3 was changed".to_owned());
        assert!(!receipt.is_complete());
        for words in [receipt.text(), receipt.html()] {
            assert!(words.contains("entry 3 was changed") && words.contains("NOT COMPLETE"), "{words}");
        }
    }
}
