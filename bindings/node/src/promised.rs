//! Promises that the runtime of the doors settles.

use napi::bindgen_prelude::{Either, Object, ToNapiValue};
use napi::{Env, JsDeferred};
use napi_derive::napi;
use orgwarden_door::{Error, ErrorKind, Result, guarded, guarded_now, runtime};
use tokio_util::sync::CancellationToken;

use crate::Failure;

/// What a function answers: a value, or what went wrong.
pub(crate) type Outcome<T> = Either<T, Failure>;

pub(crate) fn outcome<T>(result: Result<T>) -> Outcome<T> {
    match result {
        Ok(value) => Either::A(value),
        Err(error) => Either::B(error.into()),
    }
}

/// Does something at once; a panic is a failure.
pub(crate) fn at_once<T>(action: impl FnOnce() -> Result<T>) -> Outcome<T> {
    outcome(guarded_now(action))
}

/// Ends calls before they are done.
#[napi]
#[derive(Default)]
pub struct Cancellation {
    token: CancellationToken,
}

#[napi]
impl Cancellation {
    /// One that cancels nothing yet.
    #[napi(constructor, catch_unwind)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Cancels the calls that it was given to: they fail with the kind `cancelled`.
    #[napi(catch_unwind)]
    pub fn cancel(&self) {
        self.token.cancel();
    }
}

/// Starts something and promises its outcome. Cancelling drops its future: reads end at once, and a change is never torn.
pub(crate) fn promised<'env, T: ToNapiValue + Send + 'static>(
    env: &'env Env,
    cancellation: Option<&Cancellation>,
    work: impl Future<Output = Result<T>> + Send + 'static,
) -> napi::Result<Object<'env>> {
    let (deferred, promise) = env.create_deferred()?;
    let token = cancellation.map(|cancellation| cancellation.token.clone());
    match runtime() {
        Ok(runtime) => {
            drop(runtime.spawn(async move { settle(deferred, until_cancelled(token, guarded(work)).await) }));
        }
        Err(error) => settle(deferred, Err(error)),
    }
    Ok(promise)
}

async fn until_cancelled<T>(token: Option<CancellationToken>, work: impl Future<Output = Result<T>>) -> Result<T> {
    let Some(token) = token else { return work.await };
    tokio::select! {
        biased;
        () = token.cancelled() => Err(Error::new(ErrorKind::Cancelled, "the call was cancelled")),
        result = work => result,
    }
}

/// The boxed closure gives the deferred one type, whoever settles it.
type Settling<T> = Box<dyn FnOnce(Env) -> napi::Result<Outcome<T>>>;

fn settle<T: ToNapiValue + Send + 'static>(deferred: JsDeferred<Outcome<T>, Settling<T>>, result: Result<T>) {
    deferred.resolve(Box::new(move |_| Ok(outcome(result))));
}
