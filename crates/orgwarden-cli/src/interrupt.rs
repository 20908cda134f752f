//! Ctrl-C and SIGTERM: the first asks to stop, the second ends at once.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use tokio::runtime::Builder;
use tokio_util::sync::CancellationToken;

use crate::exit::Exit;

static IS_LISTENING: AtomicBool = AtomicBool::new(false);

/// Listens until the process ends. The first signal cancels `token`, after `tell` has told the person; after the second
/// one `last` is all that is still done.
pub(crate) fn listen(
    token: CancellationToken,
    tell: impl FnOnce() + Send + 'static,
    last: impl FnOnce() + Send + 'static,
) {
    IS_LISTENING.store(true, Ordering::Relaxed);
    tokio::spawn(async move {
        next().await;
        tell();
        token.cancel();
        next().await;
        last();
        std::process::exit(Exit::Interrupted as i32);
    });
}

/// Ends the process on a signal as long as nothing listens.
pub(crate) fn end_until_listening() {
    // Without it a signal would only come later.
    let Ok(runtime) = Builder::new_current_thread().enable_all().build() else { return };
    thread::spawn(move || {
        runtime.block_on(next());
        if !IS_LISTENING.load(Ordering::Relaxed) {
            std::process::exit(Exit::Interrupted as i32);
        }
    });
}

#[cfg(unix)]
async fn next() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut terminate) => {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminate.recv() => {}
            }
        }
        Err(_) => drop(tokio::signal::ctrl_c().await),
    }
}

#[cfg(not(unix))]
async fn next() {
    let _ = tokio::signal::ctrl_c().await;
}
