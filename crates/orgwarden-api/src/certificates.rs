//! Certificates for mutual TLS: `/organization/certificates`, and which of them a project trusts.
//!
//! A certificate is uploaded to the organization, and activated there or in projects.

use serde::Serialize;

use crate::call::{Call, Endpoint, Paging};
use crate::model::{Certificate, CertificateId, Deleted, List};
use crate::order::Order;
use crate::scope::{Scope, Twin};

const LIST: Twin = Twin {
    organization: Endpoint::list("/organization/certificates", Paging::LastId),
    project: Endpoint::list("/organization/projects/{project_id}/certificates", Paging::LastId),
};
const ACTIVATE: Twin = Twin {
    organization: Endpoint::update("/organization/certificates/activate"),
    project: Endpoint::update("/organization/projects/{project_id}/certificates/activate"),
};
const DEACTIVATE: Twin = Twin {
    organization: Endpoint::update("/organization/certificates/deactivate"),
    project: Endpoint::update("/organization/projects/{project_id}/certificates/deactivate"),
};
const UPLOAD: Endpoint = Endpoint::create("/organization/certificates");
const RETRIEVE: Endpoint = Endpoint::read("/organization/certificates/{certificate_id}");
const MODIFY: Endpoint = Endpoint::update("/organization/certificates/{certificate_id}");
const DELETE: Endpoint = Endpoint::delete("/organization/certificates/{certificate_id}");

// Those with words come before those with an identifier in the same place.
pub(crate) const ENDPOINTS: &[Endpoint] = &[
    LIST.organization,
    UPLOAD,
    ACTIVATE.organization,
    DEACTIVATE.organization,
    RETRIEVE,
    MODIFY,
    DELETE,
    LIST.project,
    ACTIVATE.project,
    DEACTIVATE.project,
];

/// Lists the certificates and whether each is active there, 100 a page, newest first.
pub fn list(scope: Scope<'_>) -> Call<List<Certificate>> {
    LIST.call(scope, &[]).query("limit", 100)
}

/// Lists the certificates in an order.
pub fn list_in(scope: Scope<'_>, order: Order) -> Call<List<Certificate>> {
    list(scope).query("order", order)
}

/// Uploads a certificate in PEM form, with a name if wanted. It is active nowhere yet. An organization has at most 50.
pub fn upload(certificate: &str, name: Option<&str>) -> Call<Certificate> {
    #[derive(Serialize)]
    struct Body<'a> {
        certificate: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        name: Option<&'a str>,
    }
    UPLOAD.call(&[]).json(&Body { certificate, name })
}

/// Reads a certificate, without its content.
pub fn retrieve(certificate: &CertificateId) -> Call<Certificate> {
    RETRIEVE.call(&[certificate.as_str()])
}

/// Reads a certificate with its content in PEM form.
pub fn retrieve_with_content(certificate: &CertificateId) -> Call<Certificate> {
    retrieve(certificate).query_list("include", ["content"])
}

/// Renames a certificate; nothing else of it can change.
pub fn rename(certificate: &CertificateId, name: &str) -> Call<Certificate> {
    #[derive(Serialize)]
    struct Body<'a> {
        name: &'a str,
    }
    MODIFY.call(&[certificate.as_str()]).json(&Body { name })
}

/// Deletes a certificate that is active nowhere. The confirmation does not say `deleted`.
pub fn delete(certificate: &CertificateId) -> Call<Deleted> {
    DELETE.call(&[certificate.as_str()])
}

/// Makes 1 to 10 certificates active, all or none of them. Those that are active stay so.
pub fn activate(scope: Scope<'_>, certificates: &[CertificateId]) -> Call<List<Certificate>> {
    ACTIVATE.call(scope, &[]).json(&Selection { certificate_ids: certificates })
}

/// Makes 1 to 10 certificates inactive, all or none of them. Those that are inactive stay so.
pub fn deactivate(scope: Scope<'_>, certificates: &[CertificateId]) -> Call<List<Certificate>> {
    DEACTIVATE.call(scope, &[]).json(&Selection { certificate_ids: certificates })
}

#[derive(Serialize)]
struct Selection<'a> {
    certificate_ids: &'a [CertificateId],
}
