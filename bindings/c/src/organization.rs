//! An open organization.

use orgwarden_door::{Door, Result, guarded, waited};
use secrecy::SecretString;
use serde_json::value::RawValue;

use crate::answer::orgwarden_answer;
use crate::arguments::hand_over;
use crate::border::{Place, attempt, free, infallible, lent};
use crate::error::orgwarden_error;
use crate::generated::records::orgwarden_plan;
use crate::generated::status::orgwarden_status;
use crate::job::orgwarden_job;
use crate::text::orgwarden_text;

/// An open organization. Made by `orgwarden_open`, freed by `orgwarden_organization_free`. Any thread may use it, and
/// several at once; calls wait in the thread that makes them.
pub struct orgwarden_organization {
    door: Door,
}

impl orgwarden_organization {
    pub(crate) fn of(door: Door) -> Self {
        Self { door }
    }

    pub(crate) fn door(&self) -> &Door {
        &self.door
    }

    /// Runs an operation; tells the answer and how many requests it took. It is polled here, by the thread that waits
    /// anyway: a caller in C cannot drop it half way.
    pub(crate) fn call(&self, name: &str, arguments: &str) -> Result<(Box<RawValue>, u32)> {
        let report = waited(guarded(self.door.organization()?.call_raw(name, arguments)))?;
        Ok((report.value, report.requests.total))
    }
}

/// Opens an organization.
///
/// `given`: a JSON object with `profile`, `organization`, `base_url`, `state_dir`, `max_wait_seconds` and `guards`, all
/// optional; absent: what the environment and the profile say. `admin_key`: the admin key, where the program has one
/// itself; absent: from where the environment or the profile says. It is never shown or logged.
///
/// Nothing is sent. A key command or the keyring may ask the person.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_open(
    given: orgwarden_text,
    admin_key: orgwarden_text,
    out: *mut *mut orgwarden_organization,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the pointers are as the header asks.
    unsafe {
        attempt(error, || {
            let place = Place::new(out, "out")?;
            let given = given.read("given")?.unwrap_or("{}");
            let key = admin_key.read("admin_key")?.map(SecretString::from);
            place.fill(orgwarden_organization::of(waited(guarded(Door::open(given, key)))?));
            Ok(())
        })
    }
}

/// Ends all waits and reads of an organization, from any thread; its jobs stop gently. What is called afterwards is
/// `ORGWARDEN_STATUS_CANCELLED`. It still has to be freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_organization_close(organization: *const orgwarden_organization) {
    infallible((), || {
        // SAFETY: it is NULL or alive, as the header says.
        if let Some(organization) = unsafe { organization.as_ref() } {
            organization.door.close();
        }
    });
}

/// Closes and frees an organization; no call may be under way in it. Its answers, plans and jobs stay. NULL is fine.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_organization_free(organization: *mut orgwarden_organization) {
    // SAFETY: it is NULL, or was handed over and not freed yet, as the header says.
    unsafe {
        orgwarden_organization_close(organization);
        free(organization);
    }
}

/// Calls any operation by its name, such as "members.list", with its arguments as a JSON object (absent: none).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_call(
    organization: *const orgwarden_organization,
    name: orgwarden_text,
    arguments: orgwarden_text,
    out: *mut *mut orgwarden_answer,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the pointers are as the header asks.
    unsafe {
        attempt(error, || {
            let organization = lent(organization, "organization")?;
            let place = Place::new(out, "out")?;
            let (name, arguments) = (name.needed("name")?, arguments.read("arguments")?.unwrap_or("{}"));
            let (json, requests_used) = organization.call(name, arguments)?;
            place.fill(orgwarden_answer::new(json.get().to_owned(), requests_used));
            Ok(())
        })
    }
}

/// Plans any change by its name, with its arguments as a JSON object (absent: none).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_call(
    organization: *const orgwarden_organization,
    name: orgwarden_text,
    arguments: orgwarden_text,
    out: *mut *mut orgwarden_plan,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the pointers are as the header asks.
    unsafe {
        attempt(error, || {
            let organization = lent(organization, "organization")?;
            let place = Place::new(out, "out")?;
            let (name, arguments) = (name.needed("name")?, arguments.read("arguments")?.unwrap_or("{}"));
            hand_over(waited(guarded(organization.door.planned(name, arguments)))?, place)
        })
    }
}

/// Takes up a plan that was saved, by `orgwarden_plan_save` or the command line.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_open(
    organization: *const orgwarden_organization,
    path: orgwarden_text,
    out: *mut *mut orgwarden_plan,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the pointers are as the header asks.
    unsafe {
        attempt(error, || {
            let organization = lent(organization, "organization")?;
            let place = Place::new(out, "out")?;
            hand_over(waited(guarded(organization.door.open_plan(path.needed("path")?.into())))?, place)
        })
    }
}

/// Takes up a plan from the text of a file, as `orgwarden_plan_file_text` and the command line write it. `name` is what
/// errors call the file; absent: "plan".
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_plan_read(
    organization: *const orgwarden_organization,
    text: orgwarden_text,
    name: orgwarden_text,
    out: *mut *mut orgwarden_plan,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the pointers are as the header asks.
    unsafe {
        attempt(error, || {
            let organization = lent(organization, "organization")?;
            let place = Place::new(out, "out")?;
            let (text, name) = (text.needed("text")?, name.read("name")?.unwrap_or("plan"));
            hand_over(organization.door.read_plan(text, name)?, place)
        })
    }
}

/// Applies a plan: the job goes on by itself, whether its events are pulled or not. The plan can be freed at once.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_apply(
    organization: *const orgwarden_organization,
    plan: *const orgwarden_plan,
    out: *mut *mut orgwarden_job,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the pointers are as the header asks.
    unsafe {
        attempt(error, || {
            let organization = lent(organization, "organization")?;
            let place = Place::new(out, "out")?;
            let plan = crate::plan::applicable(plan)?;
            place.fill(orgwarden_job::of(waited(guarded(organization.door.apply(plan)))?));
            Ok(())
        })
    }
}

/// Continues a run that was cut off: `run`, or the newest if it is absent. NULL is handed over where there is nothing to
/// resume. `retry`: what the API refused is tried again too.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_resume(
    organization: *const orgwarden_organization,
    run: orgwarden_text,
    retry: bool,
    out: *mut *mut orgwarden_job,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the pointers are as the header asks.
    unsafe {
        attempt(error, || {
            let organization = lent(organization, "organization")?;
            let place = Place::new(out, "out")?;
            let run = run.read("run")?.map(str::to_owned);
            match waited(guarded(organization.door.resume(run, retry)))? {
                Some(job) => place.fill(orgwarden_job::of(job)),
                None => place.put(std::ptr::null_mut()),
            }
            Ok(())
        })
    }
}
