use std::fmt::Write as _;
use std::time::Duration;

use super::Plan;
use crate::words::visible;

impl Plan {
    /// The plan as text for people, the same through every door.
    pub fn text(&self) -> String {
        let mut out = String::new();
        // Writing to a String cannot fail.
        let _ = self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) -> std::fmt::Result {
        for step in &self.steps {
            writeln!(out, "{:<32} {}", visible(&step.subject), visible(&step.action))?;
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
        writeln!(out, "{}", self.summary())
    }

    /// One line: how many requests, and how long they will take.
    pub fn summary(&self) -> String {
        let held = match self.held.len() {
            0 => String::new(),
            count => format!(", {count} held back"),
        };
        let time = duration(Duration::from_secs_f64(self.estimate_seconds.max(0.0)));
        let about = if self.estimate_seconds < 0.5 { "" } else { "about " };
        match self.steps.len() {
            0 => format!("Nothing to do{held}."),
            count => {
                let requests = if count == 1 { "request" } else { "requests" };
                format!("{count} {requests} to send{held}, {about}{time}.")
            }
        }
    }
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
