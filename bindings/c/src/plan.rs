//! Plans: their members are read like those of any record; this is what only a plan has.

use std::sync::OnceLock;

use orgwarden_door::{Error, Plan, Result, guarded, waited};

use crate::border::{attempt, infallible, lent};
use crate::error::orgwarden_error;
use crate::generated::records::orgwarden_plan;
use crate::generated::status::orgwarden_status;
use crate::read::record_of;
use crate::record::Planned;
use crate::text::orgwarden_text;

pub(crate) fn planned(plan: Plan) -> Planned {
    let (text, markdown, csv) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
    Planned { plan, text, markdown, csv, file_text: OnceLock::new() }
}

/// # Safety
/// The pointer is NULL or a plan that is alive.
unsafe fn of<'a>(plan: *const orgwarden_plan) -> Option<&'a Planned> {
    // SAFETY: the caller promises it.
    unsafe { record_of(plan.cast()) }.and_then(|record| record.root()?.plan.as_ref())
}

/// # Safety
/// As [`of`].
pub(crate) unsafe fn applicable<'a>(plan: *const orgwarden_plan) -> Result<&'a Plan> {
    // SAFETY: the caller promises it.
    unsafe {
        lent(plan, "plan")?;
        let planned = of(plan).ok_or_else(|| {
            Error::invalid("this plan is a part of an event and cannot be applied or written")
                .with_hint("Plan anew, or keep the plan that the job was made from.")
        });
        planned.map(|planned| &planned.plan)
    }
}

/// The plan as the command line shows it, borrowed until the plan is freed. Absent of a plan that is part of an event.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_text(plan: *const orgwarden_plan) -> orgwarden_text {
    infallible(orgwarden_text::ABSENT, || {
        // SAFETY: it is NULL or alive, as the header says.
        orgwarden_text::maybe(unsafe { of(plan) }.map(|it| &**it.text.get_or_init(|| it.plan.text())))
    })
}

/// The plan as Markdown, borrowed until the plan is freed. Absent of a plan that is part of an event.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_markdown(plan: *const orgwarden_plan) -> orgwarden_text {
    infallible(orgwarden_text::ABSENT, || {
        // SAFETY: it is NULL or alive, as the header says.
        orgwarden_text::maybe(unsafe { of(plan) }.map(|it| &**it.markdown.get_or_init(|| it.plan.markdown())))
    })
}

/// The plan as CSV, a line for each part, borrowed until the plan is freed. Absent of a plan that is part of an event.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_csv(plan: *const orgwarden_plan) -> orgwarden_text {
    infallible(orgwarden_text::ABSENT, || {
        // SAFETY: it is NULL or alive, as the header says.
        orgwarden_text::maybe(unsafe { of(plan) }.map(|it| &**it.csv.get_or_init(|| it.plan.csv())))
    })
}

/// The plan as the text of a file, sealed with its digest, borrowed until the plan is freed. `orgwarden_plan_read` and the
/// command line take it up.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_file_text(
    plan: *const orgwarden_plan,
    out: *mut orgwarden_text,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the pointers are as the header asks.
    unsafe {
        attempt(error, || {
            applicable(plan)?;
            lent(out, "out")?;
            let Some(planned) = of(plan) else { return Ok(()) };
            let text = planned.file_text.get_or_init(|| planned.plan.file_text()).as_ref().map_err(Clone::clone)?;
            out.write(orgwarden_text::of(text));
            Ok(())
        })
    }
}

/// Writes the plan into a file that only we may read, all of it or nothing. `orgwarden_plan_open` and the command line take
/// it up.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_save(
    plan: *const orgwarden_plan,
    path: orgwarden_text,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the pointers are as the header asks.
    unsafe {
        attempt(error, || {
            applicable(plan)?;
            let path = path.needed("path")?;
            let Some(planned) = of(plan) else { return Ok(()) };
            waited(guarded(planned.plan.save(path.into())))
        })
    }
}

/// Whether there is nothing to do.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_is_empty(plan: *const orgwarden_plan) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    infallible(true, || unsafe { of(plan) }.is_none_or(|it| it.plan.is_empty()))
}
