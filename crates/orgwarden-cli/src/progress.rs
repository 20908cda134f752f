//! What happens meanwhile: on a terminal a line that moves, elsewhere only waits that people would wonder about.

use std::io::IsTerminal as _;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};
use orgwarden::api::client::Signal;
use orgwarden::plan::duration;

use crate::output::{Output, grouped};

/// Work that takes less is done before anybody could read about it.
const PATIENCE: Duration = Duration::from_secs(1);
/// Without a terminal, only a wait longer than this is worth a line.
const WORTH_A_LINE: Duration = Duration::from_secs(5);
const FRAME: Duration = Duration::from_millis(120);

/// The progress of one command. Copies are the same.
#[derive(Clone, Debug)]
pub(crate) struct Progress {
    bar: ProgressBar,
    state: Arc<Mutex<State>>,
    output: Output,
    is_terminal: bool,
}

#[derive(Debug)]
struct State {
    started: Instant,
    is_drawn: bool,
    has_message: bool,
    /// What is waited for, and until when.
    waiting: Option<(String, Instant)>,
    /// When the steps will be done, as far as is known.
    end: Option<Instant>,
}

impl Progress {
    pub(crate) fn new(output: &Output) -> Self {
        Self {
            bar: ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden()),
            state: Arc::new(Mutex::new(State {
                started: Instant::now(),
                is_drawn: false,
                has_message: false,
                waiting: None,
                end: None,
            })),
            output: output.clone(),
            is_terminal: std::io::stderr().is_terminal(),
        }
    }

    /// What is done, in better words than the requests tell it.
    pub(crate) fn message(&self, message: impl Into<String>) {
        self.bar.set_message(message.into());
        self.lock().has_message = true;
    }

    /// From now on so many steps are counted, which will take so many seconds.
    pub(crate) fn count_steps(&self, steps: usize, left: f64) {
        // The bar was finished with the plan, and would not be drawn again.
        self.bar.reset();
        self.bar.set_length(steps as u64);
        self.bar.set_message("");
        self.bar.set_style(self.style("{bar:16} {pos}/{len}{rate}{left}{wait}"));
        let mut state = self.lock();
        state.waiting = None;
        state.end = moment_in(left);
    }

    /// A step has ended; the others will take so many seconds.
    pub(crate) fn step(&self, left: f64) {
        self.bar.inc(1);
        let mut state = self.lock();
        state.waiting = None;
        state.end = moment_in(left);
        drop(state);
        self.draw_if_it_takes_long();
    }

    /// Something happened on the way to the API.
    pub(crate) fn signal(&self, signal: &Signal) {
        match signal {
            Signal::Sending { .. } => self.lock().waiting = None,
            Signal::Read { .. } if self.lock().has_message => {}
            Signal::Read { route, items } => {
                self.bar.set_message(format!("reading {}: {} …", noun(route), grouped(*items)));
            }
            Signal::Waiting { route, wait, per_minute } => {
                let pace = per_minute.map_or_else(String::new, |pace| format!(", {}", rate(pace)));
                self.wait(&format!("for {route}{pace}"), *wait);
            }
            Signal::Retrying { route, reason, wait } => self.wait(&format!("for {route} ({reason})"), *wait),
        }
        self.draw_if_it_takes_long();
    }

    /// Takes the line away, so that something else can be printed.
    pub(crate) fn clear(&self) {
        self.bar.finish_and_clear();
        self.bar.set_draw_target(ProgressDrawTarget::hidden());
        let mut state = self.lock();
        state.is_drawn = false;
        state.started = Instant::now();
    }

    fn wait(&self, what: &str, wait: Duration) {
        self.lock().waiting = Some((what.to_owned(), Instant::now() + wait));
        if self.is_terminal {
            if wait > PATIENCE {
                self.draw();
            }
        } else if wait > WORTH_A_LINE {
            self.output.note(&format!("waiting {} {what}", duration(wait)));
        }
    }

    fn draw_if_it_takes_long(&self) {
        if self.lock().started.elapsed() > PATIENCE {
            self.draw();
        }
    }

    fn draw(&self) {
        let mut state = self.lock();
        if state.is_drawn || !self.is_terminal || self.output.quiet {
            return;
        }
        state.is_drawn = true;
        drop(state);
        if self.bar.length().is_none() {
            self.bar.set_style(self.style("{spinner} {wide_msg}{wait}"));
        }
        self.bar.set_draw_target(ProgressDrawTarget::stderr());
        self.bar.enable_steady_tick(FRAME);
    }

    fn style(&self, template: &str) -> ProgressStyle {
        let keep = || Arc::clone(&self.state);
        let (waiting, left) = (keep(), keep());
        // What cannot be written now is written with the next frame.
        let wait = move |_: &ProgressState, out: &mut dyn std::fmt::Write| {
            let state = waiting.lock().unwrap_or_else(PoisonError::into_inner);
            let Some((what, until)) = &state.waiting else { return };
            let time = until.saturating_duration_since(Instant::now());
            if time >= PATIENCE {
                let _ = write!(out, "  waiting {} {what}", duration(time));
            }
        };
        let left = move |_: &ProgressState, out: &mut dyn std::fmt::Write| {
            let state = left.lock().unwrap_or_else(PoisonError::into_inner);
            let left = state.end.map(|end| end.saturating_duration_since(Instant::now()));
            // An estimate that has run out says nothing.
            if let Some(left) = left.filter(|left| !left.is_zero()) {
                let _ = write!(out, "  {} left", duration(left));
            }
        };
        let pace = |state: &ProgressState, out: &mut dyn std::fmt::Write| {
            let _ = write!(out, "  {}", rate(per_minute(state.pos(), state.elapsed())));
        };
        let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
        style.with_key("wait", wait).with_key("left", left).with_key("rate", pace).progress_chars("━╸─")
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[expect(clippy::cast_precision_loss, reason = "nobody does 2^52 steps")]
fn per_minute(steps: u64, elapsed: Duration) -> f64 {
    steps as f64 * 60.0 / elapsed.as_secs_f64().max(0.001)
}

/// How fast it goes, in the unit that fits: the API's pace is told per minute.
fn rate(per_minute: f64) -> String {
    if per_minute >= 60.0 {
        format!("{:.0} per second", per_minute / 60.0)
    } else if per_minute >= 1.0 || per_minute <= 0.0 {
        format!("{per_minute:.0} per minute")
    } else {
        format!("{:.0} per hour", per_minute * 60.0)
    }
}

/// So many seconds from now; nothing if that is beyond the clock.
fn moment_in(seconds: f64) -> Option<Instant> {
    Instant::now().checked_add(Duration::try_from_secs_f64(seconds).ok()?)
}

/// What a route lists, in a word.
fn noun(route: &str) -> &'static str {
    match route.trim_start_matches("GET ") {
        "/organization/users" => "members",
        "/organization/invites" => "invitations",
        "/organization/projects" => "projects",
        "/organization/audit_logs" => "the audit log",
        route if route.ends_with("/users") => "the members of projects",
        route if route.ends_with("keys") => "keys",
        _ => "a list",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pace_is_told_in_the_unit_that_fits() {
        let told = |steps, seconds| rate(per_minute(steps, Duration::from_secs(seconds)));
        assert_eq!([told(70, 600), told(500, 10), told(0, 0)], ["7 per minute", "50 per second", "0 per minute"]);
        assert_eq!(rate(0.2), "12 per hour");
    }

    #[test]
    fn lists_are_called_by_what_is_in_them() {
        for (route, words) in [
            ("GET /organization/users", "members"),
            ("GET /organization/projects/{project_id}/users", "the members of projects"),
            ("GET /organization/admin_api_keys", "keys"),
            ("GET /organization/groups", "a list"),
        ] {
            assert_eq!(noun(route), words);
        }
    }
}
