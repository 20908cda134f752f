//! `/models`: where a project's key can be tried. An admin key may not use it.

use serde_json::json;

use super::{Known, Request, Route};
use crate::access::Access;
use crate::answer::Answer;
use crate::error::ApiError;
use crate::spend;
use crate::world::Context;

pub(super) const ROUTES: &[Route] = &[Route {
    access: Access::Project,
    ..Route::get("/models", list).note(
        Known::Assumed,
        "one made-up model: a place to try the key of a project; 429 where a spend limit of the project or the organization \
         is reached, as specified for inference",
    )
}];

fn list(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    for (whose, parent) in [("organization", Some("")), ("project", request.project)] {
        let Some(parent) = parent else { continue };
        if let Some(limit) = spend::limit(context.store, parent)?
            && spend::is_reached(context.store, parent, limit, context.now)?
        {
            return Err(ApiError::spend_limit(whose));
        }
    }
    let model = json!({"id": "sandbox-model", "object": "model", "created": 1_764_547_200, "owned_by": "openai"});
    Answer::of(&json!({"object": "list", "data": [model]}))
}
