//! One budget in several processes.

use super::budget::Budget;

/// After so many passes without a refusal, processes no longer share every reservation.
const SHARED_PASSES: u64 = 16;

impl Budget {
    /// Whether requests are let go without counting, so that one process need not ask the others.
    pub(super) fn is_free(&self) -> bool {
        self.lessons == 0 && self.rate.is_none() && self.passed >= SHARED_PASSES
    }

    /// A copy for one process, which takes its requests in flight with it.
    pub(super) fn split(&mut self, in_flight: u32) -> Self {
        self.open = self.open.saturating_sub(in_flight);
        Self { open: in_flight, ..self.clone() }
    }

    /// Takes back what [`Budget::split`] gave away, with what the process saw meanwhile.
    pub(super) fn absorb(&mut self, copy: &Self) {
        let open = self.open.saturating_add(copy.open);
        if self.lessons == 0 && self.rate.is_none() {
            let passed = self.passed.max(copy.passed);
            *self = Self { passed, ..copy.clone() };
        } else {
            // Somebody else was refused meanwhile: their lesson counts, and our requests in flight.
            self.spent += u64::from(copy.open);
        }
        self.open = open;
    }
}
