use super::Text;

open_enum! {
    /// What is kept of requests and answers, and who looks at it.
    pub enum RetentionType {
        /// Of a project: as its organization has it.
        OrganizationDefault = "organization_default",
        /// Of a project: no control beyond the usual.
        None = "none",
        /// Nothing is kept.
        ZeroDataRetention = "zero_data_retention",
        /// Content is left out of abuse monitoring.
        ModifiedAbuseMonitoring = "modified_abuse_monitoring",
        /// The newer form of keeping nothing.
        EnhancedZeroDataRetention = "enhanced_zero_data_retention",
        /// The newer form of leaving content out of abuse monitoring.
        EnhancedModifiedAbuseMonitoring = "enhanced_modified_abuse_monitoring",
    }
}

object! {
    /// How long data is kept (`OrganizationDataRetention` and `ProjectDataRetention` in the schema).
    pub struct DataRetention as none {
        /// `organization.data_retention` or `project.data_retention`.
        optional object: Text,
        /// Requests name it `retention_type`.
        nullable kind("type"): RetentionType,
    }
}
