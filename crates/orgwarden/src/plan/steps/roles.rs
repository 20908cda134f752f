//! Steps that give and take roles of the organization's or a project's own.

use super::project_name;
use crate::api::model::{Project, Role};
use crate::plan::{Act, Condition, Holder, Step};

/// The step that gives a role; `subject`: who gets it, as plans call them.
pub(crate) fn assign_role(subject: &str, holder: Holder, project: Option<&Project>, role: &Role) -> Step {
    let condition = condition(&holder, project, role, false);
    let act = Act::AssignRole { project: project.map(|project| project.id.clone()), holder, role: role.id.clone() };
    Step::new(subject, format!("give the role {} {}", role_name(role), place(project)), act).requiring([condition])
}

/// The step that takes a role that was given directly.
pub(crate) fn unassign_role(subject: &str, holder: Holder, project: Option<&Project>, role: &Role) -> Step {
    let permissions: Vec<&str> = role.permissions.iter().map(AsRef::as_ref).collect();
    let lost = if permissions.is_empty() { "what the role grants".to_owned() } else { permissions.join(", ") };
    let condition = condition(&holder, project, role, true);
    let act = Act::UnassignRole { project: project.map(|project| project.id.clone()), holder, role: role.id.clone() };
    Step::new(subject, format!("take the role {} {}", role_name(role), place(project)), act)
        .losing(vec![lost])
        .requiring([condition])
}

/// What to call a role in plans.
pub(crate) fn role_name(role: &Role) -> &str {
    role.name.as_deref().unwrap_or(role.id.as_str())
}

/// Where a role or a limit holds, in words.
fn place(project: Option<&Project>) -> String {
    project
        .map_or_else(|| "in the organization".to_owned(), |project| format!("in the project {}", project_name(project)))
}

fn condition(holder: &Holder, project: Option<&Project>, role: &Role, present: bool) -> Condition {
    Condition::RoleAssignment {
        project: project.map(|project| project.id.clone()),
        holder: holder.clone(),
        role: role.id.clone(),
        present,
    }
}
