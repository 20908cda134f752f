use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::api::{Call, Method};
use crate::operation::{Effect, Operation};
use crate::{Organization, Result};

/// Sends any request to the API, authenticated and paced like the others: for what has no operation yet.
///
/// No guard looks at it.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The verb.
    pub method: RequestMethod,
    /// The path below the base URL, with its query: `/organization/groups?limit=10`.
    pub path: String,
    /// The JSON body.
    pub body: Option<Value>,
}

/// The verbs of the API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "UPPERCASE")]
pub enum RequestMethod {
    /// Reads.
    Get,
    /// Creates or changes.
    Post,
    /// Removes.
    Delete,
}

impl Request {
    /// The request as a call, or what is wrong with it.
    pub fn call(&self) -> Result<Call<Value>> {
        let method = match self.method {
            RequestMethod::Get => Method::Get,
            RequestMethod::Post => Method::Post,
            RequestMethod::Delete => Method::Delete,
        };
        Call::custom(method, &self.path, self.body.clone())
    }
}

impl Operation for Request {
    const NAME: &'static str = "request";
    const EFFECT: Effect = Effect::Destroys;
    type Output = Value;

    async fn run(self, organization: &Organization) -> Result<Value> {
        organization.client().send(&self.call()?).await
    }
}
