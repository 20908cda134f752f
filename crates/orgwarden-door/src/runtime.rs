use std::sync::OnceLock;

use tokio::runtime::{Builder, Runtime};
use tokio::task::{JoinError, JoinHandle};

use crate::guarded::of_panic;
use crate::{Error, ErrorKind, Result};

static RUNTIME: OnceLock<Result<(u32, Runtime)>> = OnceLock::new();

/// The runtime of this process, made when it is first asked for.
///
/// A process that was forked from one that has a runtime cannot use it, for its threads are not there: that is an error of
/// the kind `config` instead of waiting for ever.
pub fn runtime() -> Result<&'static Runtime> {
    let (process, runtime) = RUNTIME.get_or_init(start).as_ref().map_err(Clone::clone)?;
    if *process == std::process::id() {
        return Ok(runtime);
    }
    Err(Error::new(ErrorKind::Config, "this process was forked from one that had used orgwarden already")
        .with_hint("Start processes anew (`spawn`) instead of forking them, or use orgwarden only after the fork."))
}

fn start() -> Result<(u32, Runtime)> {
    let runtime = Builder::new_multi_thread()
        // Waiting for the network needs no more; what computes does so one call at a time.
        .worker_threads(2)
        .thread_name("orgwarden")
        .enable_all()
        .build()
        .map_err(|error| Error::new(ErrorKind::Internal, format!("threads cannot be started: {error}")))?;
    Ok((std::process::id(), runtime))
}

/// Runs something on the runtime. The future that is returned can be polled by any executor; dropping it drops what is run.
pub async fn run<T: Send + 'static>(future: impl Future<Output = Result<T>> + Send + 'static) -> Result<T> {
    let mut task = AbortOnDrop(runtime()?.spawn(future));
    ended((&mut task.0).await)
}

/// Does something that waits for a disk, where that holds nothing else up.
pub(crate) async fn aside<T: Send + 'static>(action: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    ended(runtime()?.spawn_blocking(action).await)
}

/// What a task came to, if it came to its end.
fn ended<T>(joined: std::result::Result<Result<T>, JoinError>) -> Result<T> {
    match joined {
        Ok(result) => result,
        Err(error) if error.is_panic() => Err(of_panic(error.into_panic().as_ref())),
        Err(_) => Err(Error::new(ErrorKind::Cancelled, "the call was cancelled")),
    }
}

/// Runs something on the runtime and waits for it on this thread.
pub fn waited<T>(future: impl Future<Output = Result<T>>) -> Result<T> {
    runtime()?.block_on(future)
}

struct AbortOnDrop<T>(JoinHandle<T>);

impl<T> Drop for AbortOnDrop<T> {
    fn drop(&mut self) {
        self.0.abort();
    }
}
