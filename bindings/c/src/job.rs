//! A plan that is being applied.

use orgwarden_door::{Job, guarded, waited};

use crate::border::{Place, attempt, free, infallible, lent};
use crate::error::orgwarden_error;
use crate::generated::records::{orgwarden_done, orgwarden_event};
use crate::generated::status::orgwarden_status;
use crate::record::{Handle as _, Record, Whole};

/// A plan that is being applied. It goes on by itself until it is over or stopped. Made by `orgwarden_apply` and
/// `orgwarden_resume`, freed by `orgwarden_job_free`. Any thread may use it, and several at once.
pub struct orgwarden_job {
    job: Job,
}

impl orgwarden_job {
    pub(crate) fn of(job: Job) -> Self {
        Self { job }
    }
}

/// Waits for the next event and hands it over; NULL when the job is over. Each event is told once, to whoever asks first.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_job_next(
    job: *const orgwarden_job,
    out: *mut *mut orgwarden_event,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the pointers are as the header asks.
    unsafe {
        attempt(error, || {
            let job = lent(job, "job")?;
            let place = Place::new(out, "out")?;
            match waited(guarded(job.job.next_json()))? {
                Some(json) => {
                    let event = Record::whole(orgwarden_event::SHAPE, json, Whole::default())?;
                    place.put(Box::into_raw(event).cast());
                }
                None => place.put(std::ptr::null_mut()),
            }
            Ok(())
        })
    }
}

/// Asks a job to stop, from any thread: no new step is sent, those under way are answered and written down. NULL is fine.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_job_stop(job: *const orgwarden_job) {
    infallible((), || {
        // SAFETY: it is NULL or alive, as the header says.
        if let Some(job) = unsafe { job.as_ref() } {
            job.job.stop();
        }
    });
}

/// Waits for the end of a job and hands over what became of each step. Can be asked as often as one likes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_job_result(
    job: *const orgwarden_job,
    out: *mut *mut orgwarden_done,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the pointers are as the header asks.
    unsafe {
        attempt(error, || {
            let job = lent(job, "job")?;
            let place = Place::new(out, "out")?;
            let requests_used = waited(guarded(job.job.result()))?.requests.total;
            let json = waited(guarded(job.job.result_json()))?;
            let done = Record::whole(orgwarden_done::SHAPE, json, Whole::new(requests_used, None))?;
            place.put(Box::into_raw(done).cast());
            Ok(())
        })
    }
}

/// Whether a job is over. Of NULL: yes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_job_is_over(job: *const orgwarden_job) -> bool {
    // SAFETY: it is NULL or alive, as the header says.
    infallible(true, || unsafe { job.as_ref() }.is_none_or(|job| job.job.is_over()))
}

/// Frees a job; one that is not over stops gently. No call may be under way in it. NULL is fine.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_job_free(job: *mut orgwarden_job) {
    // SAFETY: it is NULL, or was handed over and not freed yet, as the header says.
    unsafe { free(job) }
}
