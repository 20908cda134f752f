//! Where budgets are kept, and by what name.

use std::collections::HashMap;
use std::fmt::{self, Debug, Write as _};
use std::sync::{Mutex, PoisonError};

use sha2::{Digest as _, Sha256};

use super::Budget;
use crate::Result;

/// Names a key without telling it: the first 16 hexadecimal digits of its SHA-256.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Fingerprint(String);

impl Fingerprint {
    /// The fingerprint of a key.
    pub fn of(key: &str) -> Self {
        let mut digits = String::with_capacity(16);
        for byte in &Sha256::digest(key.as_bytes())[..8] {
            // Writing to a text cannot fail.
            let _ = write!(digits, "{byte:02x}");
        }
        Self(digits)
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// What a budget belongs to. The server counts per organization and route; a credential stands for its organization.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct BudgetKey {
    /// Whose requests are counted.
    pub credential: Fingerprint,
    /// Method and route template, `POST /organization/invites`: what [`crate::Call::name`] says.
    pub route: String,
}

/// Keeps budgets, for one process or for all of a machine.
pub trait BudgetStore: Debug + Send + Sync {
    /// Reads a budget (a new one where there was none), changes it and writes it, with nobody else in between.
    ///
    /// `change` may run more than once if the store has to start over; only the last run counts.
    fn update(&self, key: &BudgetKey, change: &mut dyn FnMut(&mut Budget)) -> Result<()>;

    /// The budget as it stands; a new one where there was none.
    fn read(&self, key: &BudgetKey) -> Result<Budget>;
}

/// Budgets in memory: for one process, forgotten at its end.
#[derive(Debug, Default)]
pub struct MemoryBudgets(Mutex<HashMap<BudgetKey, Budget>>);

impl MemoryBudgets {
    /// An empty store.
    pub fn new() -> Self {
        Self::default()
    }

    /// Replaces a budget.
    pub fn put(&self, key: &BudgetKey, budget: Budget) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(key.clone(), budget);
    }
}

impl BudgetStore for MemoryBudgets {
    fn update(&self, key: &BudgetKey, change: &mut dyn FnMut(&mut Budget)) -> Result<()> {
        let mut budgets = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(budget) = budgets.get_mut(key) {
            change(budget);
        } else {
            change(budgets.entry(key.clone()).or_default());
        }
        Ok(())
    }

    fn read(&self, key: &BudgetKey) -> Result<Budget> {
        Ok(self.0.lock().unwrap_or_else(PoisonError::into_inner).get(key).cloned().unwrap_or_default())
    }
}
