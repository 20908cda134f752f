//! `/models`: where a project's key can be tried. An admin key may not use it.

use serde_json::json;

use super::{Known, Request, Route};
use crate::access::Access;
use crate::answer::Answer;
use crate::error::ApiError;
use crate::world::Context;

pub(super) const ROUTES: &[Route] = &[Route {
    access: Access::Project,
    ..Route::get("/models", list).note(Known::Assumed, "one made-up model: a place to try the key of a project")
}];

fn list(_: &mut Context<'_>, _: &Request<'_>) -> Result<Answer, ApiError> {
    let model = json!({"id": "sandbox-model", "object": "model", "created": 1_764_547_200, "owned_by": "openai"});
    Answer::of(&json!({"object": "list", "data": [model]}))
}
