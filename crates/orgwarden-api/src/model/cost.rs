use super::{KeyId, Measured, Money, ProjectId, Quantity, Text, Totals, UserId};

open_enum! {
    /// Where a request came from, as far as the API attributes it.
    pub enum ApiSource {
        /// The Agents API.
        AgentsApi = "agents_api",
        /// Everything else, and everything of which nothing is known.
        Unlabeled = "unlabeled",
    }

    /// What the quantity of a cost counts.
    pub enum QuantityUnit {
        /// Tokens.
        Tokens = "tokens",
        /// Thousands of tokens.
        ThousandTokens = "1000_tokens",
        /// Seconds of use.
        DurationSeconds = "duration_seconds",
        /// Minutes of use.
        DurationMinutes = "duration_minutes",
        /// Hours of use.
        DurationHours = "duration_hours",
        /// Storage of 2^30 bytes for an hour.
        GibibyteHours = "gibibyte_hours",
        /// Images.
        Images = "images",
        /// Characters.
        Characters = "characters",
    }
}

object! {
    /// What was billed in a bucket, to one group of the grouping that was asked for (`CostsResult` in the schema). The
    /// other dimensions are null.
    pub struct CostResult as "organization.costs.result" {
        optional amount: CostAmount,
        nullable project_id: ProjectId,
        /// What was bought, `gpt-5-mini, input_tokens`.
        nullable line_item: Text,
        nullable api_key_id: KeyId,
        /// The person whose key was used; null for service accounts too.
        nullable user_id: UserId,
        nullable api_source: ApiSource,
        /// How much of it; only where `line_item` groups.
        nullable quantity: Quantity,
        nullable quantity_unit: QuantityUnit,
    }
}

object! {
    /// The amount of a [`CostResult`].
    pub struct CostAmount as none {
        optional value: Money,
        /// In lower case, `usd`; nothing else has been seen.
        optional currency: Text,
    }
}

/// Money, by currency in lower case.
impl Measured for CostResult {
    type Amount = Money;

    fn add_to(&self, totals: &mut Totals<Money>) {
        let Some(amount) = &self.amount else { return };
        let currency = amount.currency.as_deref().unwrap_or("usd").to_lowercase();
        totals.add(currency, amount.value.unwrap_or_default());
    }
}
