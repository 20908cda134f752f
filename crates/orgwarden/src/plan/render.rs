use std::borrow::Cow;
use std::fmt::Write as _;
use std::time::Duration;

use super::{Plan, to_rotate};
use crate::roster::Key;
use crate::words::{visible, without_formula};

impl Plan {
    /// The plan as text for people, the same through every door.
    pub fn text(&self) -> String {
        let mut out = String::new();
        // Writing to a String cannot fail.
        let _ = self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) -> std::fmt::Result {
        let routes = self.calls_by_route();
        for step in &self.steps {
            // Where there is only one, the last lines tell it for all steps.
            let budget = if routes.len() > 1 { format!("  ({})", step.budget()) } else { String::new() };
            writeln!(out, "{:<32} {}{budget}", visible(&step.subject), visible(&step.action))?;
            if let Some(reason) = &step.reason {
                writeln!(out, "{:<32}   because {}", "", visible(reason))?;
            }
            for loss in &step.loses {
                writeln!(out, "{:<32}   loses {}", "", visible(loss))?;
            }
        }
        for already in &self.already {
            writeln!(out, "{:<32} nothing to do: {}", visible(&already.subject), visible(&already.state))?;
        }
        for held in &self.held {
            writeln!(out, "{:<32} held back: {}", visible(&held.subject), visible(&held.reason))?;
            if let Some(allow) = &held.allow {
                writeln!(out, "{:<32}   to allow it: {}", "", visible(allow))?;
            }
        }
        for note in &self.notes {
            writeln!(out, "Note: {}", visible(note))?;
        }
        for key in self.to_rotate() {
            writeln!(out, "To rotate: {}", visible(&to_rotate(key)))?;
        }
        for (route, count) in routes {
            writeln!(out, "{count:>8} {route}")?;
        }
        writeln!(out, "{}", self.summary())
    }

    /// The plan as Markdown: a table of the steps, and lists of what is so already and of what is held.
    pub fn markdown(&self) -> String {
        let mut out = String::new();
        // Writing to a String cannot fail.
        let _ = self.write_markdown(&mut out);
        out
    }

    fn write_markdown(&self, out: &mut String) -> std::fmt::Result {
        if !self.steps.is_empty() {
            writeln!(out, "| subject | action | because | loses | request | budget |")?;
            writeln!(out, "| --- | --- | --- | --- | --- | --- |")?;
        }
        for step in &self.steps {
            let loses: Vec<Cow<'_, str>> = step.loses.iter().map(|loss| cell(loss)).collect();
            let reason = step.reason.as_deref().unwrap_or_default();
            let (subject, action, reason) = (cell(&step.subject), cell(&step.action), cell(reason));
            writeln!(
                out,
                "| {subject} | {action} | {reason} | {} | {} | {} |",
                loses.join("<br>"),
                cell(&step.request_line()),
                cell(&step.budget())
            )?;
        }
        let mut heading = "\n";
        for held in &self.held {
            let allow =
                held.allow.as_deref().map_or_else(String::new, |allow| format!(". To allow it: {}", cell(allow)));
            writeln!(out, "{heading}- held back: {}: {}{allow}", cell(&held.subject), cell(&held.reason))?;
            heading = "";
        }
        for already in &self.already {
            writeln!(out, "{heading}- nothing to do: {}: {}", cell(&already.subject), cell(&already.state))?;
            heading = "";
        }
        for note in &self.notes {
            writeln!(out, "{heading}- note: {}", cell(note))?;
            heading = "";
        }
        for key in self.to_rotate() {
            writeln!(out, "{heading}- to rotate: {}", cell(&to_rotate(key)))?;
            heading = "";
        }
        for (route, count) in self.calls_by_route() {
            writeln!(out, "{heading}- {count} × {}", cell(&route))?;
            heading = "";
        }
        writeln!(out, "\n{}", self.summary())
    }

    /// The plan as CSV, one row for each step, for each thing that is so already and for each that is held; then one for
    /// each budget, with the count of its requests, and one with the time that all of it takes. Spreadsheets take no cell
    /// of it for a formula.
    pub fn csv(&self) -> String {
        let mut out = csv::Writer::from_writer(Vec::new());
        let mut row = |cells: [&str; 7]| {
            let cells = cells.map(|cell| without_formula(&visible(cell)).into_owned());
            // Writing to memory cannot fail, and every row has seven cells.
            let _ = out.write_record(&cells);
        };
        row(["state", "subject", "action", "because", "loses", "request", "budget"]);
        for step in &self.steps {
            let (loses, reason) = (step.loses.join("; "), step.reason.as_deref().unwrap_or_default());
            let (request, budget) = (step.request_line(), step.budget());
            row(["planned", &step.subject, &step.action, reason, &loses, &request, &budget]);
        }
        for held in &self.held {
            row(["held", &held.subject, "", &held.reason, "", "", ""]);
        }
        for already in &self.already {
            row(["already", &already.subject, "", &already.state, "", "", ""]);
        }
        for key in self.to_rotate() {
            row(["rotate", key.owner.as_deref().unwrap_or_default(), &to_rotate(key), "", "", "", ""]);
        }
        for (route, count) in self.calls_by_route() {
            row(["budget", "", &requests(count as usize), "", "", "", &route]);
        }
        row(["total", "", &self.summary(), "", "", "", ""]);
        String::from_utf8(out.into_inner().unwrap_or_default()).unwrap_or_default()
    }

    fn to_rotate(&self) -> &[Key] {
        self.offboarding.as_ref().and_then(|offboarding| offboarding.rotate.as_deref()).unwrap_or_default()
    }

    /// One line: how many requests, and how long they will take.
    pub fn summary(&self) -> String {
        let held = match self.held.len() {
            0 => String::new(),
            count => format!(", {count} held back"),
        };
        // A file can say anything.
        let time = Duration::try_from_secs_f64(self.estimate_seconds.max(0.0)).unwrap_or(Duration::MAX);
        let time = duration(time);
        let about = if self.estimate_seconds < 0.5 { "" } else { "about " };
        match self.steps.len() {
            0 => format!("Nothing to do{held}."),
            count => format!("{} to send{held}, {about}{time}.", requests(count)),
        }
    }
}

/// So many requests, in words.
fn requests(count: usize) -> String {
    format!("{count} {}", if count == 1 { "request" } else { "requests" })
}

/// A duration for people: `less than a second`, `40 s`, `3 min 20 s`, `2 h 5 min`.
pub fn duration(duration: Duration) -> String {
    let seconds = duration.as_secs_f64().round();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the cast saturates")]
    let seconds = seconds as u64;
    match seconds {
        0 => "less than a second".to_owned(),
        1..60 => format!("{seconds} s"),
        60..3600 => format!("{} min {} s", seconds / 60, seconds % 60),
        _ => format!("{} h {} min", seconds / 3600, seconds % 3600 / 60),
    }
}

/// A text as a cell or a line of Markdown: nothing in it is taken for a mark.
fn cell(text: &str) -> Cow<'_, str> {
    let text = visible(text);
    if !text.contains(['\\', '|', '<', '>', '&', '*', '_', '`', '[', ']', '#', '~', '!']) {
        return text;
    }
    let mut out = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '|' | '*' | '_' | '`' | '[' | ']' | '#' | '~' | '!' => out.extend(['\\', letter]),
            _ => out.push(letter),
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guard::{Guard, Held};
    use crate::plan::{Act, Step};

    fn plan() -> Plan {
        let remove = Step::new("=HYPERLINK(\"x\")|b", "remove", Act::Remove { user: "user-1".into() })
            .losing(vec!["membership".into(), "<key>".into()])
            .because("-2+3");
        let cancel = Step::new("@b", "cancel", Act::CancelInvite { invite: "invite-1".into() });
        let held =
            Held { subject: "+c".into(), guard: Guard::LastOwner, reason: "last".into(), allow: Some("--yes".into()) };
        let mut plan = Plan { steps: vec![remove, cancel], held: vec![held], ..Plan::default() };
        plan.already("\td", "is so");
        plan
    }

    #[test]
    fn the_budget_of_each_step_is_told_and_the_requests_of_each_budget() {
        let mut plan = plan();
        let text = plan.text();
        assert!(text.contains(" remove  (DELETE /organization/users/{user_id})\n"), "{text}");
        assert!(text.contains("\n       1 DELETE /organization/users/{user_id}\n"), "{text}");
        assert!(text.ends_with("2 requests to send, 1 held back, less than a second.\n"), "{text}");
        plan.steps.pop();
        let text = plan.text();
        assert!(
            !text.contains("(DELETE") && text.contains("\n       1 DELETE /organization/users/{user_id}\n"),
            "{text}"
        );
        plan.estimate_seconds = 100.0;
        let csv = plan.csv();
        for line in [
            "budget,,1 request,,,,DELETE /organization/users/{user_id}",
            "total,,\"1 request to send, 1 held back, about 1 min 40 s.\",,,,",
        ] {
            assert!(csv.lines().any(|row| row == line), "{csv}");
        }
        assert!(plan.markdown().contains("- 1 × DELETE /organization/users/{user\\_id}"), "{}", plan.markdown());
    }

    #[test]
    fn no_cell_of_the_csv_is_a_formula() {
        let csv = plan().csv();
        let mut rows = csv::Reader::from_reader(csv.as_bytes());
        let cells: Vec<Vec<String>> =
            rows.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
        let [remove, cancel, held, already, _, _, total] = cells.as_slice() else { panic!("{csv}") };
        assert_eq!(remove[..5], ["planned", "'=HYPERLINK(\"x\")|b", "remove", "'-2+3", "membership; <key>"]);
        assert_eq!(remove[5..], ["DELETE /organization/users/user-1", "DELETE /organization/users/{user_id}"]);
        assert_eq!(total[0], "total");
        assert_eq!((&*cancel[1], &*held[1], &*held[0]), ("'@b", "'+c", "held"));
        assert_eq!((&*already[1], &*already[3]), ("\u{fffd}d", "is so"));
    }

    #[test]
    fn markdown_has_a_row_for_each_step_and_no_marks_of_strangers() {
        let text = plan().markdown();
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[0], "| subject | action | because | loses | request | budget |");
        assert_eq!(
            lines[2],
            r#"| =HYPERLINK("x")\| b | remove | -2+3 | membership<br>&lt;key&gt; | DELETE /organization/users/user-1 | DELETE /organization/users/{user\_id} |"#
                .replace("\\| b", "\\|b")
        );
        assert!(text.contains("\n- held back: +c: last. To allow it: --yes\n- nothing to do: "), "{text}");
        assert!(text.ends_with("2 requests to send, 1 held back, less than a second.\n"), "{text}");
        assert_eq!(Plan::default().markdown(), "\nNothing to do.\n");
    }
}
