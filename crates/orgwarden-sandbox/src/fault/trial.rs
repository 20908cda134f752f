//! Which requests a fault hits.

use std::time::Duration;

use super::{Fault, FaultKind, Flip};

/// The faults of a sandbox with how often each has been asked and has hit.
#[derive(Debug, Default)]
pub(crate) struct Trial(Vec<Armed>);

#[derive(Debug)]
struct Armed {
    fault: Fault,
    /// The start of its series: its seed, and what it is, so that two faults do not always hit the same requests.
    series: u64,
    asked: u64,
    hits: u64,
}

/// What happens to one request.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Verdict {
    /// How much later the answer comes.
    pub(crate) slow: Duration,
    /// What happens instead of applying the request.
    pub(crate) before: Option<FaultKind>,
    /// What happens instead of the answer, once the request is applied.
    pub(crate) after: Option<FaultKind>,
    /// How old the state is that a read sees.
    pub(crate) stale: Option<Duration>,
    /// Which older shapes the answer has.
    pub(crate) flips: Vec<Flip>,
    /// Whether the list of admin keys shows the keys of projects too.
    pub(crate) mixed: bool,
    /// Whether page tokens are refused.
    pub(crate) spoiled_tokens: bool,
    /// Whether an invitation is accepted without its projects.
    pub(crate) lost_grants: bool,
    /// Whether a member who is removed leaves keys behind.
    pub(crate) outliving_keys: bool,
    /// Whether who is in a project already is refused with 400.
    pub(crate) conflict_400: bool,
    /// Whether creating answers 201.
    pub(crate) created: bool,
    /// The kinds that hit, for counters and log.
    pub(crate) kinds: Vec<String>,
}

impl Trial {
    pub(crate) fn new(faults: Vec<Fault>) -> Self {
        let arm = |fault: Fault| Armed { series: series(&fault), fault, asked: 0, hits: 0 };
        Self(faults.into_iter().map(arm).collect())
    }

    pub(crate) fn faults(&self) -> Vec<Fault> {
        self.0.iter().map(|armed| armed.fault.clone()).collect()
    }

    /// Decides about a request. Every fault that matches is asked, so that one fault does not shift another's series;
    /// of those that replace the answer, the first one wins.
    pub(crate) fn judge(&mut self, method: &str, template: &str) -> Verdict {
        let mut verdict = Verdict::default();
        let mut hits: Vec<&mut Armed> = Vec::new();
        for armed in self.0.iter_mut().filter(|armed| armed.fault.matches(method, template)) {
            let hit = draw(armed.series, armed.asked) < armed.fault.rate;
            armed.asked += 1;
            if hit && armed.fault.times.is_none_or(|times| armed.hits < times) {
                hits.push(armed);
            }
        }
        // What keeps the request from being applied goes first: nothing can happen to its answer then.
        hits.sort_by_key(|armed| !is_instead(&armed.fault.kind));
        for armed in hits {
            if verdict.take(&armed.fault.kind) {
                armed.hits += 1;
                let kind = armed.fault.kind.to_string();
                // Without the time: counters are by kind.
                verdict.kinds.push(kind.split('=').next().unwrap_or_default().to_owned());
            }
        }
        verdict
    }
}

impl Verdict {
    /// Adds what a fault does; `false` if something else happens to the request already.
    fn take(&mut self, kind: &FaultKind) -> bool {
        if let FaultKind::Slow(time) = kind {
            self.slow += *time;
            return true;
        }
        if self.before.is_some() {
            return false;
        }
        let place = match kind {
            FaultKind::MixedAdminKeys => {
                self.mixed = true;
                return true;
            }
            FaultKind::PageTokens => {
                self.spoiled_tokens = true;
                return true;
            }
            FaultKind::LostGrants => {
                self.lost_grants = true;
                return true;
            }
            FaultKind::KeysOutlive => {
                self.outliving_keys = true;
                return true;
            }
            FaultKind::Conflict400 => {
                self.conflict_400 = true;
                return true;
            }
            FaultKind::NamelessUsers => return self.flip(Flip::NamelessUsers),
            FaultKind::Created => {
                self.created = true;
                return true;
            }
            FaultKind::FlipUsers => return self.flip(Flip::Users),
            FaultKind::BareUsers => return self.flip(Flip::BareUsers),
            FaultKind::FlipProjects => return self.flip(Flip::Projects),
            FaultKind::InvitedAt => return self.flip(Flip::InvitedAt),
            FaultKind::LateExpiry => return self.flip(Flip::LateExpiry),
            FaultKind::Stale(time) => {
                let free = self.stale.is_none();
                self.stale.get_or_insert(*time);
                return free;
            }
            FaultKind::Status { after: true, .. } | FaultKind::ResetAfter | FaultKind::Truncate => &mut self.after,
            _ => &mut self.before,
        };
        let free = place.is_none();
        place.get_or_insert_with(|| kind.clone());
        free
    }

    fn flip(&mut self, flip: Flip) -> bool {
        self.flips.push(flip);
        true
    }
}

/// Whether the request is not applied.
fn is_instead(kind: &FaultKind) -> bool {
    matches!(
        kind,
        FaultKind::Status { after: false, .. }
            | FaultKind::GatewayNotFound
            | FaultKind::TooManyWithHeaders
            | FaultKind::ResetBefore
            | FaultKind::NoPaymentMethod
    )
}

/// Where a fault's series of hits starts: its seed mixed with its kind and route, by FNV-1a.
fn series(fault: &Fault) -> u64 {
    let name = format!("{}:{}:{}:{}", fault.kind, fault.method.as_deref().unwrap_or_default(), fault.route, fault.seed);
    name.bytes().fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3))
}

/// A number from 0 to 1 (exclusive) that depends on nothing but the series and the position.
#[expect(clippy::cast_precision_loss, reason = "53 bits fit")]
fn draw(series: u64, position: u64) -> f64 {
    (crate::series::number(series, position) >> 11) as f64 / (1_u64 << 53) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hits(spec: &str, requests: usize) -> Vec<usize> {
        let mut trial = Trial::new(vec![spec.parse().unwrap()]);
        (0..requests).filter(|_| !trial.judge("POST", "/organization/invites").kinds.is_empty()).collect()
    }

    #[test]
    fn the_same_seed_hits_the_same_requests_at_about_the_rate() {
        let series = hits("500:*:0.02", 10_000);
        assert_eq!(series, hits("500:*:0.02", 10_000));
        assert_ne!(series, hits("500:*:0.02:seed=1", 10_000));
        assert!((150..250).contains(&series.len()), "{}", series.len());
        assert_eq!(hits("500:*:1", 5).len(), 5);
        assert_eq!(hits("500:*:0", 5).len(), 0);
        assert_eq!(hits("500:*:1:times=2", 5), [0, 1]);
    }

    #[test]
    fn faults_of_the_same_seed_hit_different_requests() {
        let (one, other) = (hits("500:*:0.1", 1000), hits("reset-after:*:0.1", 1000));
        let both = one.iter().filter(|position| other.contains(position)).count();
        assert!(both < 40, "{both} of about 100");
    }

    #[test]
    fn the_first_of_two_answers_wins_and_the_second_is_not_counted() {
        let mut trial =
            Trial::new(["reset-after", "500", "reset-before", "slow=5ms"].map(|s| s.parse().unwrap()).into());
        let verdict = trial.judge("GET", "/organization/users");
        assert_eq!(verdict.before, Some(FaultKind::Status { status: 500, after: false }));
        assert_eq!(verdict.after, None);
        assert_eq!(verdict.kinds, ["500", "slow"]);
        assert_eq!(verdict.slow, Duration::from_millis(5));
    }
}
