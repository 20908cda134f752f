use super::Text;

open_enum! {
    /// How a list of models is meant.
    pub enum ModelPermissionMode {
        /// These models and no others.
        AllowList = "allow_list",
        /// All models but these.
        DenyList = "deny_list",
    }
}

object! {
    /// Which models a project may use (`ProjectModelPermissions` in the schema).
    pub struct ModelPermissions as "project.model_permissions" {
        nullable mode: ModelPermissionMode,
        list model_ids: Vec<Text>,
    }
}
