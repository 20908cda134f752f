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
    let mut signals = Signals::new();
    tokio::spawn(async move {
        signals.next().await;
        tell();
        token.cancel();
        signals.next().await;
        last();
        std::process::exit(Exit::Interrupted as i32);
    });
}

/// Ends the process on a signal as long as nothing listens.
pub(crate) fn end_until_listening() {
    // Without it a signal would only come later.
    let Ok(runtime) = Builder::new_current_thread().enable_all().build() else { return };
    let mut signals = {
        let _context = runtime.enter();
        Signals::new()
    };
    thread::spawn(move || {
        runtime.block_on(signals.next());
        if !IS_LISTENING.load(Ordering::Relaxed) {
            std::process::exit(Exit::Interrupted as i32);
        }
    });
}

/// The signals that come from when this is made, not only from when somebody waits.
struct Signals {
    #[cfg(unix)]
    streams: [std::io::Result<tokio::signal::unix::Signal>; 2],
}

impl Signals {
    #[cfg(unix)]
    fn new() -> Self {
        use tokio::signal::unix::{SignalKind, signal};
        Self { streams: [SignalKind::interrupt(), SignalKind::terminate()].map(signal) }
    }

    #[cfg(unix)]
    async fn next(&mut self) {
        async fn one(stream: &mut std::io::Result<tokio::signal::unix::Signal>) {
            match stream {
                Ok(stream) => drop(stream.recv().await),
                Err(_) => std::future::pending().await,
            }
        }
        let [interrupt, terminate] = &mut self.streams;
        tokio::select! {
            () = one(interrupt) => {}
            () = one(terminate) => {}
        }
    }

    #[cfg(not(unix))]
    fn new() -> Self {
        Self {}
    }

    #[cfg(not(unix))]
    async fn next(&mut self) {
        let _ = tokio::signal::ctrl_c().await;
    }
}
