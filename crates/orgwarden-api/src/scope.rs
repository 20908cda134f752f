//! Where a setting holds.

use serde::de::DeserializeOwned;

use crate::call::{Call, Endpoint};
use crate::model::ProjectId;

/// The organization or one of its projects, for resources that exist at both levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope<'a> {
    /// The whole organization.
    Organization,
    /// One project.
    Project(&'a ProjectId),
}

/// One operation at both levels.
pub(crate) struct Twin {
    pub(crate) organization: Endpoint,
    pub(crate) project: Endpoint,
}

impl Twin {
    /// A call at one of the levels, with the values of the parameters that follow the project's.
    pub(crate) fn call<A: DeserializeOwned>(&self, scope: Scope<'_>, parameters: &[&str]) -> Call<A> {
        match scope {
            Scope::Organization => self.organization.call(parameters),
            Scope::Project(project) => self.project.call(&[&[project.as_str()], parameters].concat()),
        }
    }
}
