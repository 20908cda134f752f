use super::Client;
use crate::Result;
use crate::call::Call;

impl Client {
    /// Reads something that may not be there, such as a spend limit: "not found" is `None`.
    ///
    /// Only in the API's own words: a wrong base URL, or a project on the way there that does not exist, stay errors.
    pub async fn find<A>(&self, call: &Call<A>) -> Result<Option<A>> {
        match self.send(call).await {
            Ok(found) => Ok(Some(found)),
            Err(error) if error.is_absence() => Ok(None),
            Err(error) => Err(error),
        }
    }
}
