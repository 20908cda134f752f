use super::{KeyId, Principal, Text, Timestamp};

object! {
    /// An admin key (`AdminApiKey` in the schema).
    ///
    /// The list of admin keys also shows project keys; compare ids before counting.
    pub struct AdminApiKey as "organization.admin_api_key" {
        required id: KeyId,
        nullable name: Text,
        /// The secret with its middle left out, `sk-admin...def`.
        nullable redacted_value: Text,
        optional created_at: Timestamp,
        nullable expires_at: Timestamp,
        nullable last_used_at: Timestamp,
        optional owner: Principal,
    }
}
