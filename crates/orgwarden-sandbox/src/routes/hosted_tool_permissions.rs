//! `/organization/projects/{project_id}/hosted_tool_permissions`.

use orgwarden_api::model::Project;
use serde_json::{Map, Value, json};

use super::{Request, Route, settings};
use crate::answer::Answer;
use crate::error::ApiError;
use crate::routes::Known::Specified;
use crate::world::Context;

pub(super) const ROUTES: &[Route] = &[
    Route::get("/organization/projects/{project_id}/hosted_tool_permissions", retrieve)
        .note(Specified, "all tools are enabled until they are switched, which is assumed"),
    Route::post("/organization/projects/{project_id}/hosted_tool_permissions", modify)
        .note(Specified, "tools that are left out or null stay as they are"),
];

const KIND: &str = "hosted_tool_permissions";

const TOOLS: [&str; 5] = ["file_search", "web_search", "image_generation", "mcp", "code_interpreter"];

fn retrieve(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let project = settings::owner(context, request)?;
    Answer::of(&current(context, project.as_ref())?)
}

fn current(context: &Context<'_>, project: Option<&Project>) -> Result<Value, ApiError> {
    let all = || TOOLS.iter().map(|tool| ((*tool).to_owned(), json!({"enabled": true}))).collect();
    Ok(settings::read(context, project, KIND)?.unwrap_or_else(|| Value::Object(all())))
}

fn modify(context: &mut Context<'_>, request: &Request<'_>) -> Result<Answer, ApiError> {
    let project = settings::owner_to_change(context, request)?;
    let body = request.body(&TOOLS)?;
    let mut asked = Map::new();
    for tool in TOOLS {
        if let Some(switch) = body.object(tool)? {
            asked.insert(tool.to_owned(), json!({"enabled": switch.required_flag("enabled")?}));
        }
    }
    let mut tools = current(context, project.as_ref())?;
    if !asked.is_empty() {
        for (tool, switch) in &asked {
            tools[tool] = switch.clone();
        }
        settings::write(context, project.as_ref(), KIND, &tools, &json!({"hosted_tool_permissions": asked}))?;
    }
    Answer::of(&tools)
}
