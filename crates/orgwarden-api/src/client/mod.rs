//! Sending calls: authenticated, paced, retried only where that cannot do damage, and read tolerantly.
//!
//! What must not live here: what a call is for. Reading back whether a creation happened is the business of those who
//! know what was wished.

mod base_url;
mod buckets;
mod exchange;
mod find;
mod key;
mod pages;
mod place;
mod refusal;
mod scope;
mod send;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use reqwest::header::{AUTHORIZATION, HeaderMap, HeaderValue};
use tokio_util::sync::CancellationToken;

use crate::call::Call;
use crate::clock::{Clock, SystemClock};
use crate::pace::{BudgetStore, Fingerprint, MemoryBudgets, Pacer};
use crate::{Error, ErrorKind, Result};

pub use base_url::BaseUrl;
pub use buckets::Buckets;
pub use key::{Key, KeyClass, MAKE_AN_ADMIN_KEY, blank_secrets};
pub use pages::{Pages, SoFar};
pub use scope::{Requests, Signal};
pub use send::{Answer, Outcome};

use scope::Scope;

/// A connection to the Administration API of one organization. Cheap to clone.
#[derive(Clone)]
pub struct Client {
    shared: Arc<Shared>,
    scope: Arc<Scope>,
}

struct Shared {
    http: reqwest::Client,
    base_url: BaseUrl,
    key: Key,
    organization: Option<String>,
    pacer: Pacer,
    clock: Arc<dyn Clock>,
    max_wait: Option<Duration>,
}

/// What a [`Client`] is made of. Only the base URL and the key have no default.
#[derive(Debug)]
pub struct ClientBuilder {
    base_url: BaseUrl,
    key: Key,
    organization: Option<String>,
    budgets: Arc<dyn BudgetStore>,
    clock: Arc<dyn Clock>,
    max_wait: Option<Duration>,
    timeout: Duration,
}

impl ClientBuilder {
    /// The organization that the key must belong to: named in every request, so that the API refuses any other.
    #[must_use]
    pub fn organization(mut self, id: Option<String>) -> Self {
        self.organization = id;
        self
    }

    /// Where learned budgets are kept; in memory by default.
    #[must_use]
    pub fn budgets(mut self, store: Arc<dyn BudgetStore>) -> Self {
        self.budgets = store;
        self
    }

    /// The clock of pacing and waiting.
    #[must_use]
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }

    /// How long one request may wait for its turn in all. `None`: as long as it takes.
    #[must_use]
    pub fn max_wait(mut self, longest: Option<Duration>) -> Self {
        self.max_wait = longest;
        self
    }

    /// How long one sending may take from start to the last byte; 60 seconds by default.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// Builds the client. Nothing is sent. Proxies come from `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY`; plain http, which
    /// goes to loopback only, takes none.
    pub fn build(self) -> Result<Client> {
        // An error means that the program has installed a provider already; that one serves.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut headers = HeaderMap::new();
        let config = |message: &'static str| Error::new(ErrorKind::Config, message);
        let mut bearer = HeaderValue::from_str(&format!("Bearer {}", self.key.expose()))
            .map_err(|_| config("the key cannot be sent in a header"))?;
        bearer.set_sensitive(true);
        headers.insert(AUTHORIZATION, bearer);
        if let Some(organization) = &self.organization {
            let value = HeaderValue::from_str(organization)
                .map_err(|_| config("the organization's id cannot be sent in a header"))?;
            headers.insert("openai-organization", value);
        }
        let mut http = reqwest::Client::builder();
        if self.base_url.as_str().starts_with("http://") {
            // Loopback: a proxy would see the key in the clear; and no certificate is trusted, so none need be read.
            http = http.no_proxy().tls_certs_only([]);
        }
        let http = http
            .default_headers(headers)
            .user_agent(concat!("orgwarden/", env!("CARGO_PKG_VERSION")))
            // A redirect would carry the key elsewhere, and the API has none.
            .redirect(reqwest::redirect::Policy::none())
            // Whether to send again is decided here, where it is known what a call does.
            .retry(reqwest::retry::never())
            .connect_timeout(Duration::from_secs(10))
            // Longer than a route at seven a minute waits; calls that are cancelled while they connect leave connections behind.
            .pool_idle_timeout(Duration::from_secs(20))
            .timeout(self.timeout)
            .build()
            .map_err(|error| Error::new(ErrorKind::Config, format!("no HTTP client could be made: {error}")))?;
        let fingerprint = Fingerprint::of(self.key.expose());
        Ok(Client {
            shared: Arc::new(Shared {
                http,
                base_url: self.base_url,
                key: self.key,
                organization: self.organization,
                pacer: Pacer::new(self.budgets, fingerprint, Arc::clone(&self.clock)),
                clock: self.clock,
                max_wait: self.max_wait,
            }),
            scope: Arc::default(),
        })
    }
}

impl Client {
    /// Starts a client for an API and a key.
    pub fn builder(base_url: BaseUrl, key: Key) -> ClientBuilder {
        ClientBuilder {
            base_url,
            key,
            organization: None,
            budgets: Arc::new(MemoryBudgets::default()),
            clock: Arc::new(SystemClock),
            max_wait: None,
            timeout: Duration::from_secs(60),
        }
    }

    /// The same connection with counters of its own, which can be cancelled and listened to.
    ///
    /// `cancel` ends waits and reads at once; a change that is under way is answered first.
    #[must_use]
    pub fn scoped(&self, cancel: CancellationToken, listener: impl Fn(Signal) + Send + Sync + 'static) -> Self {
        Self { shared: Arc::clone(&self.shared), scope: Arc::new(self.scope.scoped(cancel, listener)) }
    }

    /// The same connection and scope, counting requests from nothing.
    #[must_use]
    pub fn counting_anew(&self) -> Self {
        Self { shared: Arc::clone(&self.shared), scope: Arc::new(self.scope.counting_anew()) }
    }

    /// A token that ends with this scope's own, and can be ended before it.
    pub fn child_token(&self) -> CancellationToken {
        self.scope.cancel.child_token()
    }

    /// Lets time pass on a clock, but no longer than until this scope is cancelled.
    pub async fn pause(&self, clock: &dyn Clock, duration: Duration) {
        tokio::select! {
            biased;
            () = self.scope.cancel.cancelled() => {}
            () = clock.sleep(duration) => {}
        }
    }

    /// Whether this scope was cancelled.
    pub fn is_cancelled(&self) -> bool {
        self.scope.cancel.is_cancelled()
    }

    /// Tells the listener of this scope something, as the client itself does.
    pub fn tell(&self, signal: &Signal) {
        self.scope.tell(|| signal.clone());
    }

    /// The requests sent in this scope so far, and in those that were made from it.
    pub fn requests(&self) -> Requests {
        self.scope.requests()
    }

    /// How long calls on these routes will take, side by side, before the first is sent: at the learned pace, or at the
    /// measured one of about seven per minute and route where nothing has been learned.
    pub fn estimate(&self, calls: &[(String, u32)]) -> Result<Duration> {
        self.shared.pacer.estimate(calls)
    }

    /// A call as this client would send it, as a `curl` command for a POSIX shell. The key is left to the environment.
    pub fn curl<A>(&self, call: &Call<A>) -> String {
        call.curl(self.shared.base_url.as_str(), self.organization())
    }

    /// Where the API is.
    pub fn base_url(&self) -> &BaseUrl {
        &self.shared.base_url
    }

    /// The organization that the key must belong to, if one was named.
    pub fn organization(&self) -> Option<&str> {
        self.shared.organization.as_deref()
    }

    /// The key: what it is for and whether a redacted form is its own. The secret stays inside.
    pub fn key(&self) -> &Key {
        &self.shared.key
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("base_url", &self.shared.base_url.as_str())
            .field("key", &self.shared.key)
            .field("organization", &self.shared.organization)
            .finish_non_exhaustive()
    }
}
