use super::{Cents, SpendAlertId, Text};

object! {
    /// A mail that is sent when the spend of a month passes an amount (`OrganizationSpendAlert` and `ProjectSpendAlert`
    /// in the schema).
    pub struct SpendAlert as none {
        required id: SpendAlertId,
        /// In whole cents.
        required threshold_amount: Cents,
        /// `USD`.
        nullable currency: Text,
        /// `month`.
        nullable interval: Text,
        optional notification_channel: NotificationChannel,
    }
}

object! {
    /// Who gets the mail of a [`SpendAlert`].
    pub struct NotificationChannel as none {
        /// `email`.
        nullable kind("type"): Text,
        list recipients: Vec<Text>,
        /// What the subject of the mail starts with.
        optional subject_prefix: Text,
    }
}
