use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::api::Call;
use crate::api::model::{OrganizationRole, ProjectId, ProjectRole, UserId};

/// One call of a plan.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Step {
    /// Whom it is about: an e-mail address where there is one.
    pub subject: String,
    /// What it does, in words: "remove from the organization".
    pub action: String,
    /// What will be lost by it, in words.
    pub loses: Vec<String>,
    /// The request.
    #[serde(serialize_with = "write_call", rename = "request")]
    #[schemars(schema_with = "call_schema")]
    pub call: Call<Value>,
    /// The number of the step that must be done before, counted from 0.
    pub after: Option<usize>,
    /// How to find out whether it took effect, when the answer is lost.
    #[serde(skip)]
    pub evidence: Evidence,
}

/// What can be read to learn whether a step took effect.
#[derive(Clone, Debug, PartialEq)]
pub enum Evidence {
    /// An unexpired invitation to this address.
    Invited(String),
    /// The member has this role.
    HasRole(UserId, OrganizationRole),
    /// The member has this role in the project.
    HasProjectRole(ProjectId, UserId, ProjectRole),
    /// Reading this answers "not found".
    Gone(Call<Value>),
}

impl Step {
    /// Whether it takes something away, or gives the management of the organization to somebody.
    pub(crate) fn weighs(&self) -> bool {
        let makes_owner = match &self.evidence {
            Evidence::HasRole(_, role) => *role == OrganizationRole::Owner,
            Evidence::Invited(_) => {
                self.call.body().and_then(|body| body.get("role"))
                    == Some(&Value::from(OrganizationRole::Owner.as_str()))
            }
            Evidence::HasProjectRole(..) | Evidence::Gone(_) => false,
        };
        makes_owner || !self.loses.is_empty()
    }

    /// The request as a line: method, path and body.
    pub fn request_line(&self) -> String {
        format!("{:?}", self.call)
    }
}

fn write_call<S: Serializer>(call: &Call<Value>, serializer: S) -> Result<S::Ok, S::Error> {
    use serde::ser::SerializeStruct as _;
    let mut out = serializer.serialize_struct("Call", 3)?;
    out.serialize_field("method", call.method().as_str())?;
    out.serialize_field("path", &call.target())?;
    out.serialize_field("body", &call.body())?;
    out.end()
}

fn call_schema(_: &mut SchemaGenerator) -> Schema {
    schemars::json_schema!({
        "type": "object",
        "properties": { "method": {"type": "string"}, "path": {"type": "string"}, "body": {} },
        "required": ["method", "path", "body"],
    })
}
