use orgwarden::Result;
use orgwarden::ops::{Check, CheckResult, Doctor};

use crate::exit::Exit;
use crate::output::{Cell, Column, Listing, Tone};
use crate::session::Session;

const COLUMNS: &[Column<Check>] = &[
    Column::new("check", |check| Cell::text(&*check.name)),
    Column::new("result", |check| match check.result {
        CheckResult::Good => Cell::toned("good", Tone::Good),
        CheckResult::Warning => Cell::toned("warning", Tone::Warning),
        CheckResult::Bad => Cell::toned("bad", Tone::Bad),
    }),
    Column::new("detail", |check| Cell::text(&*check.detail)),
    Column::new("next step", |check| Cell::maybe(check.hint.as_deref())),
];

/// Runs the checks; a bad one makes the exit code 1.
pub(crate) async fn run(session: &Session) -> Result<Exit> {
    session
        .answer(Doctor {}, |report| {
            session.output.listing(&Listing {
                document: &report.value,
                requests: Some(&report.requests),
                rows: &report.value.checks,
                columns: COLUMNS,
                now: session.now(),
                wraps: true,
            })?;
            let verdict = if report.value.healthy { "healthy" } else { "not healthy" };
            session.summary(verdict, report.requests.total);
            Ok(if report.value.healthy { Exit::Done } else { Exit::Error })
        })
        .await
}
