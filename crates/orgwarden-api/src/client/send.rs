//! From a call to its outcome: pacing, sending, sending again where that is safe, and reading the answer.

use std::hash::{BuildHasher as _, RandomState};
use std::time::Duration;

use serde::de::DeserializeOwned;

use super::exchange::{Exchange, Reply};
use super::refusal::{self, Caller};
use super::{Client, Key, Signal};
use crate::call::{Call, Method, Repeat};
use crate::pace;
use crate::{Error, ErrorKind, Result, Service};

/// How often a request is sent when the server fails or cannot be reached.
const TRIES: u32 = 5;

/// An answer of the API, read.
#[derive(Debug)]
pub struct Answer<A> {
    /// What the API answered.
    pub value: A,
    /// The `x-request-id`, for OpenAI's support.
    pub request_id: Option<String>,
    /// A deletion that answered "not found" when it was sent again: an earlier sending had done it.
    pub already_gone: bool,
}

/// How a call ended. Three outcomes, not two: what is not known must be settled by reading, never by sending again.
#[derive(Debug)]
pub enum Outcome<A> {
    /// The API answered: with a value, or with a refusal that changed nothing.
    Answered(Result<Answer<A>>),
    /// Nothing has taken effect, because nothing was sent or everything that was sent was turned away.
    NotSent(Error),
    /// It may have taken effect. The error is of the kind `outcome_unknown`.
    Unknown(Error),
}

impl<A> Outcome<A> {
    /// For callers who treat everything but an answer alike.
    pub fn into_result(self) -> Result<Answer<A>> {
        match self {
            Self::Answered(result) => result,
            Self::NotSent(error) | Self::Unknown(error) => Err(error),
        }
    }
}

impl Client {
    /// Sends a call and returns the value of the answer. An unknown outcome is an error of its own kind.
    pub async fn send<A: DeserializeOwned>(&self, call: &Call<A>) -> Result<A> {
        self.attempt(call).await.into_result().map(|answer| answer.value)
    }

    /// Sends a call, and says how it ended.
    ///
    /// 429 is waited for; 5xx, 408, lost connections and timeouts are repeated if the call says that this is safe, and so
    /// is what the server asks to send again (`x-should-retry`). 409 is not. A creation that may have happened is never
    /// sent again.
    pub async fn attempt<A: DeserializeOwned>(&self, call: &Call<A>) -> Outcome<A> {
        if let Some(problem) = call.problem() {
            return Outcome::NotSent(Error::invalid(problem).with_route(call.name()));
        }
        Sending { client: self, call, route: call.name(), waited: Duration::ZERO, failures: 0, maybe_done: false }
            .run()
            .await
    }
}

/// The state of one call on its way.
struct Sending<'a, A> {
    client: &'a Client,
    call: &'a Call<A>,
    route: String,
    waited: Duration,
    failures: u32,
    /// An earlier sending may have taken effect.
    maybe_done: bool,
}

impl<A: DeserializeOwned> Sending<'_, A> {
    async fn run(mut self) -> Outcome<A> {
        loop {
            let permit = match self.turn().await {
                Ok(permit) => permit,
                Err(error) => return self.stopped(error),
            };
            self.client.scope.count(&self.route);
            self.client.scope.tell(|| Signal::Sending { call: self.call.clone().untyped() });
            let Some(exchange) = self.exchange().await else {
                permit.report(pace::Outcome::Lost);
                let error = Error::new(ErrorKind::Cancelled, format!("stopped while reading ({})", self.route));
                return self.stopped(error);
            };
            match exchange {
                Exchange::Answered(reply) if reply.status == 429 => {
                    let service = refusal::read(reply.status, &reply.body, &self.client.shared.key);
                    let wait = self.named_wait(&reply, &service);
                    permit.report(pace::Outcome::Refused { wait });
                    tracing::debug!(route = self.route, ?wait, "refused: too many requests");
                    if (!refusal::is_about_pace(&service) || reply.should_retry() == Some(false))
                        && let Some(outcome) = self.answered(reply).await
                    {
                        return outcome;
                    }
                }
                Exchange::Answered(reply) => {
                    permit.report(pace::Outcome::Passed);
                    tracing::debug!(
                        route = self.route,
                        status = reply.status,
                        request_id = reply.request_id,
                        "answered"
                    );
                    if let Some(outcome) = self.answered(reply).await {
                        return outcome;
                    }
                }
                Exchange::NotSent(reason) => {
                    permit.report(pace::Outcome::NotSent);
                    if let Some(outcome) = self.unreachable(&reason).await {
                        return outcome;
                    }
                }
                Exchange::Lost(reason) => {
                    permit.report(pace::Outcome::Lost);
                    self.maybe_done |= self.is_change();
                    if let Some(outcome) = self.unreachable(&reason).await {
                        return outcome;
                    }
                }
            }
        }
    }

    /// Waits for the route's budget, within what is left of the longest wait.
    async fn turn(&mut self) -> Result<pace::Permit> {
        let shared = &self.client.shared;
        let started = shared.clock.now_ms();
        let left = shared.max_wait.map(|longest| longest.saturating_sub(self.waited));
        let tell = |wait| {
            self.client.scope.tell(|| Signal::Waiting {
                route: self.route.clone(),
                wait,
                per_minute: shared.pacer.per_minute(&self.route),
            });
        };
        let permit = shared.pacer.acquire(&self.route, left, &self.client.scope.cancel, &tell).await;
        let waited = u64::try_from(shared.clock.now_ms() - started).unwrap_or(0);
        self.waited += Duration::from_millis(waited);
        permit.map_err(|error| error.with_route(&self.route))
    }

    /// One sending. A read is given up at once on cancellation; a change is answered first.
    async fn exchange(&self) -> Option<Exchange> {
        let exchange = self.client.shared.exchange(self.call);
        if self.is_change() {
            return Some(exchange.await);
        }
        tokio::select! {
            biased;
            () = self.client.scope.cancel.cancelled() => None,
            exchange = exchange => Some(exchange),
        }
    }

    /// Reads an answer; `None` means to send again.
    async fn answered(&mut self, reply: Reply) -> Option<Outcome<A>> {
        if reply.is_success() {
            return Some(self.read(&reply));
        }
        let service = refusal::read(reply.status, &reply.body, &self.client.shared.key);
        // An answer that is the thing as it was cannot be made: what was lost stays unknown.
        if self.maybe_done
            && self.call.repeat() == Repeat::UntilGone
            && refusal::is_absence(&service)
            && let Ok(value) = serde_json::from_value(serde_json::json!({ "deleted": true }))
        {
            return Some(Outcome::Answered(Ok(Answer { value, request_id: reply.request_id, already_gone: true })));
        }
        let is_failing = matches!(reply.status, 408 | 500..);
        self.maybe_done |= is_failing && self.is_change();
        let again = reply.should_retry().unwrap_or(is_failing);
        let wait = if again || is_failing || reply.status == 429 { self.named_wait(&reply, &service) } else { None };
        let error = self.refused(service, reply.request_id, wait);
        if again && self.call.repeat() != Repeat::Never {
            return self.failed(&error.to_string(), error).await;
        }
        // A refusal is of this sending only: an earlier one may have worked, and may be why this one is refused.
        Some(if self.maybe_done { self.unknown(error.message(), &error) } else { Outcome::Answered(Err(error)) })
    }

    fn read(&self, reply: &Reply) -> Outcome<A> {
        let request_id = reply.request_id.clone();
        // Checking the whole text once is quicker than checking each of its thousand strings.
        let read = match std::str::from_utf8(&reply.body) {
            Ok(text) => serde_json::from_str(text),
            Err(_) => serde_json::from_slice(&reply.body),
        };
        let problem = match read {
            Ok(value) => return Outcome::Answered(Ok(Answer { value, request_id, already_gone: false })),
            Err(_) => format!(
                "the answer cannot be understood: {}",
                explain_unreadable::<A>(&reply.body, &self.client.shared.key)
            ),
        };
        let error = Error::new(ErrorKind::Decode, format!("{problem} ({})", self.route));
        let error = error.with_route(&self.route).with_request_id(request_id);
        // The server says that a change is done, but not what it did.
        if self.is_change() { self.unknown(&problem, &error) } else { Outcome::Answered(Err(error)) }
    }

    async fn unreachable(&mut self, reason: &str) -> Option<Outcome<A>> {
        let error =
            Error::new(ErrorKind::Transport, format!("the API could not be reached ({}): {reason}", self.route));
        let hint = "Check the network, the proxy (HTTPS_PROXY) and the base URL (OPENAI_BASE_URL).";
        self.failed(reason, error.with_route(&self.route).with_hint(hint)).await
    }

    /// After a failure: waits and returns `None` to send again, or says how it ended.
    async fn failed(&mut self, reason: &str, error: Error) -> Option<Outcome<A>> {
        self.failures += 1;
        let named = error.retry_after().unwrap_or_default();
        let left = self.client.shared.max_wait.map(|longest| longest.saturating_sub(self.waited));
        let is_too_long = left.is_some_and(|left| named > left);
        let is_unsafe = self.maybe_done && self.call.repeat() == Repeat::Never;
        if self.failures >= TRIES || is_unsafe || is_too_long {
            return Some(match error.service() {
                _ if self.maybe_done => self.unknown(reason, &error),
                Some(_) => Outcome::Answered(Err(error)),
                None => Outcome::NotSent(error),
            });
        }
        self.waited += named;
        let wait = backoff(self.failures).max(named);
        tracing::debug!(route = self.route, reason, ?wait, "sending again");
        let signal = || Signal::Retrying { route: self.route.clone(), reason: reason.to_owned(), wait };
        self.client.scope.tell(signal);
        tokio::select! {
            biased;
            () = self.client.scope.cancel.cancelled() => {
                let error = Error::new(ErrorKind::Cancelled, format!("stopped before it was sent again ({})", self.route));
                Some(self.stopped(error))
            }
            () = self.client.shared.clock.sleep(wait) => None,
        }
    }

    /// Ended before an answer: unknown if an earlier sending may have taken effect.
    fn stopped(&self, error: Error) -> Outcome<A> {
        if self.maybe_done { self.unknown(error.message(), &error) } else { Outcome::NotSent(error) }
    }

    fn unknown(&self, reason: &str, last: &Error) -> Outcome<A> {
        let message = format!("it is not known whether {} took effect: {reason}", self.route);
        Outcome::Unknown(
            Error::new(ErrorKind::OutcomeUnknown, message)
                .with_route(&self.route)
                .with_request_id(last.request_id().map(str::to_owned))
                .with_retry_after(last.retry_after())
                .with_hint("Read the organization before doing it again."),
        )
    }

    fn is_change(&self) -> bool {
        self.call.method() != Method::Get
    }

    fn named_wait(&self, reply: &Reply, service: &Service) -> Option<Duration> {
        reply.wait(&service.message, self.client.shared.clock.now_ms())
    }

    fn refused(&self, service: Service, request_id: Option<String>, wait: Option<Duration>) -> Error {
        let shared = &self.client.shared;
        let caller = Caller { key: shared.key.class(), organization: shared.organization.as_deref() };
        refusal::explain(service, &self.route, request_id, wait, &caller)
    }
}

/// Half a second, doubling up to eight, less up to a quarter so that clients do not march in step.
fn backoff(failures: u32) -> Duration {
    let full = Duration::from_millis(500) * 2u32.pow(failures.saturating_sub(1).min(4));
    let random = RandomState::new().hash_one(failures) % 256;
    full.saturating_sub(full * u32::try_from(random).unwrap_or(0) / 1024)
}

/// Where and why reading failed; slower than reading, and only done then.
fn explain_unreadable<A: DeserializeOwned>(body: &[u8], key: &Key) -> String {
    let reader = &mut serde_json::Deserializer::from_slice(body);
    match serde_path_to_error::deserialize::<_, A>(reader) {
        Ok(_) => "something follows the answer".to_owned(),
        Err(error) => refusal::said(&error.to_string(), key),
    }
}
