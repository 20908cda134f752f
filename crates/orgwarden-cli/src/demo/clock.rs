use std::pin::Pin;
use std::time::Duration;

use orgwarden::api::Clock;
use orgwarden_sandbox::Control;

/// The sandbox's clock: waiting moves it on instead of taking time.
#[derive(Clone, Debug)]
pub(super) struct SandboxClock(pub(super) Control);

impl Clock for SandboxClock {
    fn now_ms(&self) -> i64 {
        self.0.now().seconds().saturating_mul(1000)
    }

    fn sleep(&self, duration: Duration) -> Pin<Box<dyn Future<Output = ()> + Send + '_>> {
        Box::pin(async move {
            // Whole seconds, because that is all that the clock shows.
            self.0.advance(Duration::from_secs(duration.as_secs() + 1));
            tokio::task::yield_now().await;
        })
    }
}
