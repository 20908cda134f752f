//! Which models a project may use: `/organization/projects/{project_id}/model_permissions`.

use serde::Serialize;

use crate::call::{Call, Endpoint};
use crate::model::{Deleted, ModelPermissionMode, ModelPermissions, ProjectId};

const RETRIEVE: Endpoint = Endpoint::read("/organization/projects/{project_id}/model_permissions");
const SET: Endpoint = Endpoint::update("/organization/projects/{project_id}/model_permissions");
const DELETE: Endpoint = Endpoint::delete("/organization/projects/{project_id}/model_permissions");

pub(crate) const ENDPOINTS: &[Endpoint] = &[RETRIEVE, SET, DELETE];

/// Reads which models a project may use. What a project without a list answers is not known: take 404 for "all".
pub fn retrieve(project: &ProjectId) -> Call<ModelPermissions> {
    RETRIEVE.call(&[project.as_str()])
}

/// Sets which models a project may use, in place of the list before.
pub fn set<'a>(
    project: &ProjectId,
    mode: &ModelPermissionMode,
    models: impl IntoIterator<Item = &'a str>,
) -> Call<ModelPermissions> {
    #[derive(Serialize)]
    struct Body<'a> {
        mode: &'a ModelPermissionMode,
        model_ids: Vec<&'a str>,
    }
    SET.call(&[project.as_str()]).json(&Body { mode, model_ids: models.into_iter().collect() })
}

/// Drops the list: the project may use all models again.
pub fn delete(project: &ProjectId) -> Call<Deleted> {
    DELETE.call(&[project.as_str()])
}
