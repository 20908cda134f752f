use serde::de::DeserializeOwned;

use super::Client;
use crate::call::Call;
use crate::{Error, ErrorKind, Result};

impl Client {
    /// Reads something that may not be there, such as a spend limit: "not found" is `None`.
    ///
    /// Only in the API's own words: a wrong base URL, or a project on the way there that does not exist, stay errors.
    pub async fn find<A: DeserializeOwned>(&self, call: &Call<A>) -> Result<Option<A>> {
        match self.send(call).await {
            Ok(found) => Ok(Some(found)),
            Err(error) if is_absence(&error) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

fn is_absence(error: &Error) -> bool {
    let by_the_api = error.service().is_some_and(|service| service.kind.is_some());
    error.kind() == ErrorKind::NotFound && by_the_api && error.service_code() != Some("project_not_found")
}
