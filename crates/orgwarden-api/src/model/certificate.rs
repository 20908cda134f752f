use super::{CertificateId, Text, Timestamp};

object! {
    /// A certificate for mutual TLS (`Certificate` in the schema).
    pub struct Certificate as none {
        required id: CertificateId,
        /// `certificate` alone, `organization.certificate` or `organization.project.certificate` in lists.
        optional object: Text,
        nullable name: Text,
        optional created_at: Timestamp,
        optional certificate_details: CertificateDetails,
        /// Whether it is active where it was listed. Absent where it stands alone.
        optional active: bool,
    }
}

object! {
    /// What stands in a certificate.
    pub struct CertificateDetails as none {
        optional valid_at: Timestamp,
        optional expires_at: Timestamp,
        /// The certificate in PEM form, where it was asked for.
        optional content: Text,
    }
}
