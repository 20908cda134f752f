use std::sync::Arc;

use orgwarden::apply::{self, Done, Event};
use orgwarden::{Error, ErrorKind, Result};
use tokio::sync::{Mutex, mpsc, watch};
use tokio_util::sync::CancellationToken;

use crate::json;

/// A plan that is being applied. It goes on by itself, whoever waits for it or not, until it is over or stopped; dropping
/// the last handle stops it gently.
///
/// All functions can be called from any thread, at the same time.
#[derive(Clone, Debug)]
pub struct Job(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    events: Mutex<mpsc::UnboundedReceiver<Event>>,
    outcome: watch::Receiver<Option<Result<Arc<Done>>>>,
    stop: CancellationToken,
}

impl Drop for Inner {
    fn drop(&mut self) {
        self.stop.cancel();
    }
}

impl Job {
    /// Takes a job over. Needs a tokio runtime.
    pub fn follow(mut job: apply::Job) -> Self {
        let (sender, events) = mpsc::unbounded_channel();
        let (told, outcome) = watch::channel(None);
        let stop = CancellationToken::new();
        let asked = stop.clone();
        tokio::spawn(async move {
            let mut is_stopping = false;
            loop {
                tokio::select! {
                    () = asked.cancelled(), if !is_stopping => {
                        job.stop();
                        is_stopping = true;
                    }
                    event = job.next() => match event {
                        // Whoever pulls no more is not missed.
                        Some(event) => drop(sender.send(event)),
                        None => break,
                    }
                }
            }
            let result = job.result().await.map(Arc::new);
            told.send_replace(Some(result));
        });
        Self(Arc::new(Inner { events: Mutex::new(events), outcome, stop }))
    }

    /// The next event; `None` when it is over. Each event is told once. Dropping the future loses none.
    pub async fn next(&self) -> Option<Event> {
        self.0.events.lock().await.recv().await
    }

    /// The next event as JSON.
    pub async fn next_json(&self) -> Result<Option<String>> {
        self.next().await.map(|event| json(&event)).transpose()
    }

    /// Asks it to stop: no new step is sent, those under way are answered and written down.
    pub fn stop(&self) {
        self.0.stop.cancel();
    }

    /// Waits for the end. Can be asked as often as one likes.
    pub async fn result(&self) -> Result<Arc<Done>> {
        let mut outcome = self.0.outcome.clone();
        let ended = outcome.wait_for(Option::is_some).await.ok().and_then(|outcome| outcome.clone());
        ended.unwrap_or_else(|| {
            Err(Error::new(ErrorKind::Internal, "the job ended without a result")
                .with_hint("Some of it may have been done: `resume` continues it."))
        })
    }

    /// The end as JSON.
    pub async fn result_json(&self) -> Result<String> {
        json(&*self.result().await?)
    }

    /// Whether it is over.
    pub fn is_over(&self) -> bool {
        self.0.outcome.borrow().is_some()
    }
}
