use super::{Cents, Text};

open_enum! {
    /// Whether a spend limit is holding traffic back.
    pub enum EnforcementStatus {
        /// The month's spend is below the limit.
        Inactive = "inactive",
        /// The limit is reached: inference answers 429 until the month ends or the limit is raised or deleted.
        Enforcing = "enforcing",
    }
}

object! {
    /// A hard limit on the spend of a month (`OrganizationSpendLimitResource` and `ProjectSpendLimitResource` in the
    /// schema). It has no identifier: there is one at most.
    pub struct SpendLimit as none {
        /// In whole cents.
        required threshold_amount: Cents,
        /// `USD`.
        nullable currency: Text,
        /// `month`.
        nullable interval: Text,
        optional enforcement: Enforcement,
    }
}

object! {
    /// What a [`SpendLimit`] does at present. It follows the spend with a delay.
    pub struct Enforcement as none {
        nullable status: EnforcementStatus,
    }
}

impl SpendLimit {
    /// Whether it is holding traffic back.
    pub fn is_enforcing(&self) -> bool {
        let status = self.enforcement.as_ref().and_then(|enforcement| enforcement.status.as_ref());
        status == Some(&EnforcementStatus::Enforcing)
    }
}
