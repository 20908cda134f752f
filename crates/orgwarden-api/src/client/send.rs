//! From a call to its outcome: pacing, sending, sending again where that is safe, and reading the answer.

use std::hash::{BuildHasher as _, RandomState};
use std::time::Duration;

use serde_json::Value;

use super::exchange::{Exchange, Reply};
use super::refusal::{self, Caller};
use super::{Client, Signal, place};
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
    pub async fn send<A>(&self, call: &Call<A>) -> Result<A> {
        self.attempt(call).await.into_result().map(|answer| answer.value)
    }

    /// Sends a call, and says how it ended.
    ///
    /// 429 is waited for; 5xx, 408, lost connections and timeouts are repeated if the call says that this is safe, and so
    /// is what the server asks to send again (`x-should-retry`). 409 is not. A creation that may have happened is never
    /// sent again.
    pub async fn attempt<A>(&self, call: &Call<A>) -> Outcome<A> {
        if let Some(problem) = call.problem() {
            return Outcome::NotSent(Error::invalid(problem).with_route(call.name()));
        }
        let mut sending = Sending {
            client: self,
            call: call.clone().untyped(),
            route: call.name(),
            waited: Duration::ZERO,
            failures: 0,
            maybe_done: false,
        };
        // Apart from the futures that wait for it: there are many kinds of them.
        match Box::pin(sending.run()).await {
            Ended::Answered(reply) => match call.read(std::str::from_utf8(&reply.body).unwrap_or_default()) {
                Ok(value) => Outcome::Answered(Ok(Answer { value, request_id: reply.request_id, already_gone: false })),
                Err(error) => sending.unreadable(reply, &error).with_value(),
            },
            // An answer that is the thing as it was cannot be made: what was lost stays unknown.
            Ended::Gone { request_id, refusal } => match call.read(r#"{"deleted": true}"#) {
                Ok(value) => Outcome::Answered(Ok(Answer { value, request_id, already_gone: true })),
                Err(_) => sending.unknown(refusal.message(), &refusal).with_value(),
            },
            Ended::Otherwise(failure) => failure.with_value(),
        }
    }
}

/// How a sending ended, before the answer is read: the same code for answers of every type.
enum Ended {
    /// With an answer.
    Answered(Reply),
    /// What is to be deleted is not there, and an earlier sending may be why.
    Gone { request_id: Option<String>, refusal: Error },
    /// Without an answer.
    Otherwise(Failure),
}

enum Failure {
    Refused(Error),
    NotSent(Error),
    Unknown(Error),
}

impl Failure {
    fn with_value<A>(self) -> Outcome<A> {
        match self {
            Self::Refused(error) => Outcome::Answered(Err(error)),
            Self::NotSent(error) => Outcome::NotSent(error),
            Self::Unknown(error) => Outcome::Unknown(error),
        }
    }
}

/// The state of one call on its way.
struct Sending<'a> {
    client: &'a Client,
    call: Call<Value>,
    route: String,
    waited: Duration,
    failures: u32,
    /// An earlier sending may have taken effect.
    maybe_done: bool,
}

impl Sending<'_> {
    async fn run(&mut self) -> Ended {
        loop {
            let permit = match self.turn().await {
                Ok(permit) => permit,
                Err(error) => return Ended::Otherwise(self.stopped(error)),
            };
            self.client.scope.count(&self.route);
            self.client.scope.tell(|| Signal::Sending { call: self.call.clone() });
            let Some(exchange) = self.exchange().await else {
                permit.report(pace::Outcome::Lost);
                let error = Error::new(ErrorKind::Cancelled, format!("stopped while reading ({})", self.route));
                return Ended::Otherwise(self.stopped(error));
            };
            match exchange {
                Exchange::Answered(reply) if reply.status == 429 => {
                    let service = refusal::read(reply.status, &reply.body, &self.client.shared.key);
                    let wait = self.named_wait(&reply, &service);
                    permit.report(pace::Outcome::Refused { wait });
                    tracing::debug!(route = self.route, ?wait, "refused: too many requests");
                    if (!refusal::is_about_pace(&service) || reply.should_retry() == Some(false))
                        && let Some(ended) = self.answered(reply).await
                    {
                        return ended;
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
                    if let Some(ended) = self.answered(reply).await {
                        return ended;
                    }
                }
                Exchange::NotSent(reason) => {
                    permit.report(pace::Outcome::NotSent);
                    if let Some(failure) = self.unreachable(&reason).await {
                        return Ended::Otherwise(failure);
                    }
                }
                Exchange::Lost(reason) => {
                    permit.report(pace::Outcome::Lost);
                    self.maybe_done |= self.is_change();
                    if let Some(failure) = self.unreachable(&reason).await {
                        return Ended::Otherwise(failure);
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
        let exchange = self.client.shared.exchange(&self.call);
        if self.is_change() {
            return Some(exchange.await);
        }
        tokio::select! {
            biased;
            () = self.client.scope.cancel.cancelled() => None,
            exchange = exchange => Some(exchange),
        }
    }

    /// What an answer means; `None` means to send again.
    async fn answered(&mut self, reply: Reply) -> Option<Ended> {
        if reply.is_success() {
            return Some(Ended::Answered(reply));
        }
        let service = refusal::read(reply.status, &reply.body, &self.client.shared.key);
        let is_gone = self.maybe_done && self.call.repeat() == Repeat::UntilGone && refusal::is_absence(&service);
        let is_failing = matches!(reply.status, 408 | 500..);
        self.maybe_done |= is_failing && self.is_change();
        let again = reply.should_retry().unwrap_or(is_failing);
        let wait = if again || is_failing || reply.status == 429 { self.named_wait(&reply, &service) } else { None };
        let error = self.refused(service, reply.request_id.clone(), wait);
        if is_gone {
            return Some(Ended::Gone { request_id: reply.request_id, refusal: error });
        }
        if again && self.call.repeat() != Repeat::Never {
            return self.failed(&error.to_string(), error).await.map(Ended::Otherwise);
        }
        // A refusal is of this sending only: an earlier one may have worked, and may be why this one is refused.
        let failure = if self.maybe_done { self.unknown(error.message(), &error) } else { Failure::Refused(error) };
        Some(Ended::Otherwise(failure))
    }

    /// An answer that cannot be read.
    fn unreadable(&self, reply: Reply, error: &serde_json::Error) -> Failure {
        let why = match std::str::from_utf8(&reply.body) {
            Ok(text) => place::explain(text, error),
            Err(error) => error.to_string(),
        };
        let problem = format!("the answer cannot be understood: {}", refusal::said(&why, &self.client.shared.key));
        let error = Error::new(ErrorKind::Decode, format!("{problem} ({})", self.route));
        let error = error.with_route(&self.route).with_request_id(reply.request_id);
        // The server says that a change is done, but not what it did.
        if self.is_change() { self.unknown(&problem, &error) } else { Failure::Refused(error) }
    }

    async fn unreachable(&mut self, reason: &str) -> Option<Failure> {
        let error =
            Error::new(ErrorKind::Transport, format!("the API could not be reached ({}): {reason}", self.route));
        let hint = "Check the network, the proxy (HTTPS_PROXY) and the base URL (OPENAI_BASE_URL).";
        self.failed(reason, error.with_route(&self.route).with_hint(hint)).await
    }

    /// After a failure: waits and returns `None` to send again, or says how it ended.
    async fn failed(&mut self, reason: &str, error: Error) -> Option<Failure> {
        self.failures += 1;
        let named = error.retry_after().unwrap_or_default();
        let left = self.client.shared.max_wait.map(|longest| longest.saturating_sub(self.waited));
        let is_too_long = left.is_some_and(|left| named > left);
        let is_unsafe = self.maybe_done && self.call.repeat() == Repeat::Never;
        if self.failures >= TRIES || is_unsafe || is_too_long {
            return Some(match error.service() {
                _ if self.maybe_done => self.unknown(reason, &error),
                Some(_) => Failure::Refused(error),
                None => Failure::NotSent(error),
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
    fn stopped(&self, error: Error) -> Failure {
        if self.maybe_done { self.unknown(error.message(), &error) } else { Failure::NotSent(error) }
    }

    fn unknown(&self, reason: &str, last: &Error) -> Failure {
        let message = format!("it is not known whether {} took effect: {reason}", self.route);
        Failure::Unknown(
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
