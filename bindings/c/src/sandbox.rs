//! The local organization, for the tests of those who use this library.

use std::sync::{Mutex, PoisonError};

use orgwarden_door::{Door, Error, ErrorKind, Result, Sandbox, guarded, waited};
use secrecy::SecretString;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::answer::orgwarden_answer;
use crate::border::{Place, attempt, free, infallible, lent};
use crate::error::orgwarden_error;
use crate::generated::status::orgwarden_status;
use crate::organization::orgwarden_organization;
use crate::text::{orgwarden_text, read_texts};

/// A local organization that behaves like OpenAI's, in this process. Made by `orgwarden_sandbox_start`, freed by
/// `orgwarden_sandbox_free`. Any thread may use it, and several at once.
pub struct orgwarden_sandbox {
    sandbox: Sandbox,
    /// Where organizations that were opened on it keep their journals.
    folders: Mutex<Vec<TempDir>>,
}

impl orgwarden_sandbox {
    fn control(&self, request: &str, body: &str) -> Result<String> {
        waited(guarded(self.sandbox.control(request, body)))
    }

    fn folder(&self) -> Result<std::path::PathBuf> {
        let folder = tempfile::tempdir()
            .map_err(|error| Error::new(ErrorKind::Storage, format!("there is no temporary folder: {error}")))?;
        let path = folder.path().to_owned();
        self.folders.lock().unwrap_or_else(PoisonError::into_inner).push(folder);
        Ok(path)
    }
}

/// Asks a control and hands its answer over, where a place is given.
///
/// # Safety
/// The pointers are as the header asks of a caller.
unsafe fn ask(
    sandbox: *const orgwarden_sandbox,
    out: Option<*mut *mut orgwarden_answer>,
    error: *mut *mut orgwarden_error,
    request: &str,
    body: impl FnOnce() -> Result<Value>,
) -> orgwarden_status {
    // SAFETY: the caller promises it.
    unsafe {
        attempt(error, || {
            let sandbox = lent(sandbox, "sandbox")?;
            let place = out.map(|out| Place::new(out, "out")).transpose()?;
            let body = match body()? {
                Value::Null => String::new(),
                body => body.to_string(),
            };
            let answer = sandbox.control(request, &body)?;
            if let Some(place) = place {
                place.fill(orgwarden_answer::new(answer, 0));
            }
            Ok(())
        })
    }
}

/// Starts a sandbox. `options`: a JSON object (absent: none) such as `{"seed": "demo", "limits": "7/60", "faults": []}`;
/// what can be said is what the command `orgwarden sandbox` has as flags.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_sandbox_start(
    options: orgwarden_text,
    out: *mut *mut orgwarden_sandbox,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the pointers are as the header asks.
    unsafe {
        attempt(error, || {
            let place = Place::new(out, "out")?;
            let options = options.read("options")?.unwrap_or("{}");
            let sandbox = waited(guarded(Sandbox::start(options)))?;
            place.fill(orgwarden_sandbox { sandbox, folders: Mutex::default() });
            Ok(())
        })
    }
}

/// Where it answers, such as `http://127.0.0.1:40123/v1`. Borrowed until the sandbox is freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_sandbox_base_url(sandbox: *const orgwarden_sandbox) -> orgwarden_text {
    infallible(orgwarden_text::ABSENT, || {
        // SAFETY: it is NULL or alive, as the header says.
        orgwarden_text::maybe(unsafe { sandbox.as_ref() }.map(|it| it.sandbox.base_url()))
    })
}

/// The organization's id. Borrowed until the sandbox is freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_sandbox_organization(sandbox: *const orgwarden_sandbox) -> orgwarden_text {
    infallible(orgwarden_text::ABSENT, || {
        // SAFETY: it is NULL or alive, as the header says.
        orgwarden_text::maybe(unsafe { sandbox.as_ref() }.map(|it| it.sandbox.organization()))
    })
}

/// The secret of an admin key of its owner: it opens nothing but this sandbox. Borrowed until the sandbox is freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_sandbox_admin_key(sandbox: *const orgwarden_sandbox) -> orgwarden_text {
    infallible(orgwarden_text::ABSENT, || {
        // SAFETY: it is NULL or alive, as the header says.
        orgwarden_text::maybe(unsafe { sandbox.as_ref() }.map(|it| it.sandbox.admin_key()))
    })
}

/// Opens the organization of a sandbox, with a journal of its own in a temporary folder that goes with the sandbox. Free it
/// before the sandbox.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_sandbox_open(
    sandbox: *const orgwarden_sandbox,
    out: *mut *mut orgwarden_organization,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the pointers are as the header asks.
    unsafe {
        attempt(error, || {
            let sandbox = lent(sandbox, "sandbox")?;
            let place = Place::new(out, "out")?;
            let (base_url, organization) = (sandbox.sandbox.base_url(), sandbox.sandbox.organization());
            let given =
                json!({"base_url": base_url, "organization": organization, "state_dir": sandbox.folder()?}).to_string();
            let key = SecretString::from(sandbox.sandbox.admin_key());
            place.fill(orgwarden_organization::of(waited(guarded(Door::open(&given, Some(key))))?));
            Ok(())
        })
    }
}

/// Asks one of the sandbox's controls, such as "POST /sandbox/keys", with a JSON body (absent: none).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_sandbox_control(
    sandbox: *const orgwarden_sandbox,
    request: orgwarden_text,
    body: orgwarden_text,
    out: *mut *mut orgwarden_answer,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the pointers are as the header asks.
    unsafe {
        attempt(error, || {
            let sandbox = lent(sandbox, "sandbox")?;
            let place = Place::new(out, "out")?;
            let (request, body) = (request.needed("request")?, body.read("body")?.unwrap_or_default());
            place.fill(orgwarden_answer::new(sandbox.control(request, body)?, 0));
            Ok(())
        })
    }
}

/// Moves the sandbox's clock forward.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_sandbox_advance_clock(
    sandbox: *const orgwarden_sandbox,
    seconds: u64,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the pointers are as the header asks.
    unsafe { ask(sandbox, None, error, "POST /sandbox/clock", || Ok(json!({"advance": seconds}))) }
}

/// Sets the sandbox's clock, in seconds since 1970.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_sandbox_set_clock(
    sandbox: *const orgwarden_sandbox,
    now: i64,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the pointers are as the header asks.
    unsafe { ask(sandbox, None, error, "POST /sandbox/clock", || Ok(json!({"set": now}))) }
}

/// Accepts an invitation, by its id or e-mail address, as the person who was invited.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_sandbox_accept(
    sandbox: *const orgwarden_sandbox,
    invite: orgwarden_text,
    email: orgwarden_text,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the pointers are as the header asks.
    unsafe {
        ask(sandbox, None, error, "POST /sandbox/accept", || {
            Ok(json!({"invite": invite.needed("invite")?, "as": email.needed("email")?}))
        })
    }
}

/// Empties the sandbox and fills it anew with a seed, such as "demo"; absent: "empty".
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_sandbox_reset(
    sandbox: *const orgwarden_sandbox,
    seed: orgwarden_text,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the pointers are as the header asks.
    unsafe {
        ask(sandbox, None, error, "POST /sandbox/reset", || {
            Ok(seed.read("seed")?.map_or(Value::Null, |seed| json!({"seed": seed})))
        })
    }
}

/// Says what goes wrong from now on, such as "500:*:0.02"; none: nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_sandbox_set_faults(
    sandbox: *const orgwarden_sandbox,
    faults: *const orgwarden_text,
    faults_count: usize,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the pointers are as the header asks.
    unsafe {
        ask(sandbox, None, error, "POST /sandbox/faults", || {
            Ok(json!({"faults": read_texts(faults, faults_count, "faults")?.unwrap_or_default()}))
        })
    }
}

/// Says how many requests a route lets through: "off", "observed" or "CAPACITY/SECONDS".
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_sandbox_set_limits(
    sandbox: *const orgwarden_sandbox,
    limits: orgwarden_text,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the pointers are as the header asks.
    unsafe { ask(sandbox, None, error, "POST /sandbox/limits", || Ok(json!({"limits": limits.needed("limits")?}))) }
}

/// How many requests the sandbox has seen, refused and spoilt, by route.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_sandbox_counts(
    sandbox: *const orgwarden_sandbox,
    out: *mut *mut orgwarden_answer,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the pointers are as the header asks.
    unsafe { ask(sandbox, Some(out), error, "GET /sandbox/counts", || Ok(Value::Null)) }
}

/// Stops a sandbox: it answers nobody any more. It still has to be freed. Can be asked as often as one likes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_sandbox_stop(
    sandbox: *const orgwarden_sandbox,
    error: *mut *mut orgwarden_error,
) -> orgwarden_status {
    // SAFETY: the pointers are as the header asks.
    unsafe { attempt(error, || waited(guarded(lent(sandbox, "sandbox")?.sandbox.stop()))) }
}

/// Stops and frees a sandbox, and removes its temporary folders. NULL is fine.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn orgwarden_sandbox_free(sandbox: *mut orgwarden_sandbox) {
    // SAFETY: it is NULL, or was handed over and not freed yet, as the header says.
    unsafe {
        orgwarden_sandbox_stop(sandbox, std::ptr::null_mut());
        free(sandbox);
    }
}
