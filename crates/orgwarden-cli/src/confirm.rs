//! Asking a person.

use std::io::{BufRead as _, IsTerminal as _, Write as _};

use orgwarden::{Error, ErrorKind, Result};
use tokio_util::sync::CancellationToken;

/// Whether there is somebody to ask.
pub(crate) fn can_ask() -> bool {
    std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
}

/// The refusal when there is nobody to ask.
pub(crate) fn nobody_to_ask(what: &str) -> Error {
    Error::invalid(format!("{what} has to be confirmed, and there is no terminal to ask on"))
        .with_hint("Nothing was changed. Look at it with --dry-run, then run it with --yes.")
}

/// Asks; anything but a yes is a no.
pub(crate) async fn ask(question: &str, cancel: &CancellationToken) -> Result<bool> {
    let prompt = format!("{question} [y/N] ");
    let mut err = std::io::stderr().lock();
    let _ = err.write_all(prompt.as_bytes()).and_then(|()| err.flush());
    drop(err);
    let (sender, answer) = tokio::sync::oneshot::channel();
    // A thread of its own, because reading a line cannot be cancelled; it ends with the process.
    std::thread::spawn(move || {
        let mut line = String::new();
        let read = std::io::stdin().lock().read_line(&mut line);
        let _ = sender.send(read.is_ok() && matches!(line.trim().to_lowercase().as_str(), "y" | "yes"));
    });
    tokio::select! {
        biased;
        () = cancel.cancelled() => Err(Error::new(ErrorKind::Cancelled, "stopped; nothing was changed")),
        answer = answer => Ok(answer.unwrap_or(false)),
    }
}
