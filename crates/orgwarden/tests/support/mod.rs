//! A local organization in this process, and clocks whose waits take no time.

#![allow(dead_code, reason = "each test binary uses a part")]
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up must fail")]

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use orgwarden::Organization;
use orgwarden::api::client::{BaseUrl, ClientBuilder};
use orgwarden::api::model::Timestamp;
use orgwarden::api::{Client, Clock, Key};
use orgwarden_sandbox::{Control, Options, Sandbox, Seed};

/// A sandbox and a handle on its organization.
pub(crate) struct Local {
    pub(crate) sandbox: Sandbox,
    pub(crate) organization: Organization,
}

impl Local {
    pub(crate) async fn demo() -> Self {
        Self::start(Options { seed: Seed::Demo, ..Options::default() }).await
    }

    pub(crate) async fn start(options: Options) -> Self {
        let sandbox = Sandbox::start(options).await.unwrap();
        let client = builder(&sandbox, sandbox.admin_key()).build().unwrap();
        let organization = organization(&sandbox, client);
        Self { sandbox, organization }
    }

    pub(crate) fn control(&self) -> &Control {
        self.sandbox.control()
    }

    /// The same organization through another key.
    pub(crate) fn with_key(&self, key: &str) -> Organization {
        organization(&self.sandbox, builder(&self.sandbox, key).build().unwrap())
    }

    /// The role that the server has for an address.
    pub(crate) fn role_of(&self, email: &str) -> Option<String> {
        let users = self.control().users();
        let user = users.iter().find(|user| user.email.as_deref() == Some(email))?;
        user.role.as_ref().map(|role| role.as_str().to_owned())
    }
}

/// A client of the sandbox whose retries take no time.
pub(crate) fn builder(sandbox: &Sandbox, key: &str) -> ClientBuilder {
    Client::builder(BaseUrl::parse(&sandbox.base_url(), "test").unwrap(), Key::new(key).unwrap())
        .organization(Some(sandbox.organization().to_owned()))
        .clock(Arc::new(LeapClock::default()))
}

/// The organization, living by the sandbox's clock.
pub(crate) fn organization(sandbox: &Sandbox, client: Client) -> Organization {
    Organization::new(client).with_clock(Arc::new(SandboxClock(sandbox.control().clone())))
}

/// The sandbox's clock: waiting moves it.
#[derive(Clone)]
pub(crate) struct SandboxClock(pub(crate) Control);

impl std::fmt::Debug for SandboxClock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SandboxClock")
    }
}

impl Clock for SandboxClock {
    fn now_ms(&self) -> i64 {
        self.0.now().seconds() * 1000
    }

    fn sleep(&self, duration: Duration) -> Pin<Box<dyn Future<Output = ()> + Send + '_>> {
        self.0.advance(duration);
        Box::pin(std::future::ready(()))
    }
}

/// A clock on which every wait is over at once.
#[derive(Debug, Default)]
pub(crate) struct LeapClock(AtomicI64);

impl Clock for LeapClock {
    fn now_ms(&self) -> i64 {
        1_800_000_000_000 + self.0.load(Ordering::SeqCst)
    }

    fn sleep(&self, duration: Duration) -> Pin<Box<dyn Future<Output = ()> + Send + '_>> {
        self.0.fetch_add(i64::try_from(duration.as_millis()).unwrap(), Ordering::SeqCst);
        Box::pin(std::future::ready(()))
    }
}

pub(crate) const DAY: Duration = Duration::from_secs(24 * 60 * 60);

pub(crate) fn days_later(now: Timestamp, days: u64) -> Timestamp {
    now.plus(DAY * u32::try_from(days).unwrap())
}
