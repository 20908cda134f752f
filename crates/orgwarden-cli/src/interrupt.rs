//! Ctrl-C and SIGTERM: the first asks to stop, the second ends at once.

use std::io::Write as _;

use tokio_util::sync::CancellationToken;

use crate::exit::Exit;

/// Listens until the process ends. The first signal cancels `token`; `farewell` is told to the person then.
pub(crate) fn listen(token: CancellationToken, farewell: &'static str) {
    tokio::spawn(async move {
        next().await;
        // Nobody is left to be told that standard error is closed.
        let _ = writeln!(std::io::stderr().lock(), "{farewell}");
        token.cancel();
        next().await;
        std::process::exit(Exit::Interrupted as i32);
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
