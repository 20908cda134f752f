//! The steps that wishes come to, each made in one place: subject, words, losses, and what must still be true.

mod keys;
mod roles;
mod spend;

use super::{Act, Condition, Plan, Step};
use crate::api::invites::NewInvite;
use crate::api::model::{Group, Invite, OrganizationRole, Project, ProjectRole, User};
use crate::guard::{Guard, Held};
use crate::roster::Key;

pub(crate) use keys::{delete_account, delete_admin_key, delete_key, freeze_key, frozen};
pub(crate) use roles::{assign_role, role_name, unassign_role};
pub(crate) use spend::{create_alert, delete_alert, delete_limit, replace_alert, set_limit, spend_place};

/// The step that sets the role of a member in the organization.
pub(crate) fn set_role(user: &User, role: &OrganizationRole) -> Step {
    let before = user.role.as_ref().map_or("no role", OrganizationRole::as_str);
    let action = format!("change the role from {before} to {role}");
    let loses = if user.role == Some(OrganizationRole::Owner) {
        vec!["management of members, billing and settings".to_owned(), "ownership of every project".to_owned()]
    } else {
        Vec::new()
    };
    Step::new(subject(user), action, Act::SetRole { user: user.id.clone(), role: role.clone() })
        .losing(loses)
        .requiring([is_member(user)])
}

/// That somebody is still the member that was read.
pub(crate) fn is_member(user: &User) -> Condition {
    Condition::Member {
        user: user.id.clone(),
        email: user.email.as_deref().map(str::to_owned),
        role: user.role.clone(),
    }
}

/// What to call a member in plans.
pub(crate) fn subject(user: &User) -> &str {
    user.email.as_deref().or(user.name.as_deref()).unwrap_or(user.id.as_str())
}

/// The step that removes a member. `keys`: their keys, if they were read.
pub(crate) fn remove(user: &User, keys: Option<&[&Key]>) -> Step {
    Step::new(subject(user), "remove from the organization", Act::Remove { user: user.id.clone() })
        .losing(losses(user, keys))
        .requiring([is_member(user)])
}

/// What a person loses, in words; the keys if they were read.
pub(crate) fn losses(user: &User, keys: Option<&[&Key]>) -> Vec<String> {
    let role = user.role.as_ref().map_or_else(String::new, |role| format!(" as {role}"));
    let mut losses = vec![format!("membership{role}, and with it every project")];
    let Some(keys) = keys else {
        losses.push("all keys of their own".to_owned());
        return losses;
    };
    losses.extend(
        keys.iter().map(|key| format!("key `{}` in `{}`, {}", key.label(), key.project_label(), key.use_label())),
    );
    losses
}

/// The step that sends an invitation; `replaces`: the one that another step cancels before.
pub(crate) fn send_invite(invite: NewInvite, action: String, replaces: Option<(usize, &Invite)>) -> Step {
    let NewInvite { email, role, projects } = invite;
    let besides = replaces.map(|(_, old)| old.id.clone());
    let requires =
        [Condition::NotMember { email: email.clone() }, Condition::NotInvited { email: email.clone(), besides }];
    Step::new(email.clone(), action, Act::Invite { email, role, projects })
        .after(replaces.map(|(step, _)| step))
        .requiring(requires)
}

/// The step that deletes an invitation.
pub(crate) fn cancel(invite: &Invite, action: &str) -> Step {
    let subject = invite.email.as_deref().unwrap_or(invite.id.as_str());
    Step::new(subject, action, Act::CancelInvite { invite: invite.id.clone() })
        .requiring([Condition::Invited { invite: invite.id.clone() }])
}

/// The step that takes an invitation back because that is wished.
pub(crate) fn withdraw(invite: &Invite) -> Step {
    let grants = match invite.projects.len() {
        0 => "the link in the mail".to_owned(),
        1 => "the grant of 1 project".to_owned(),
        count => format!("the grants of {count} projects"),
    };
    cancel(invite, "cancel the invitation").losing(vec![grants])
}

/// What to call a project in plans.
pub(crate) fn project_name(project: &Project) -> &str {
    project.name.as_deref().unwrap_or(project.id.as_str())
}

/// The step that adds a member to a project.
pub(crate) fn add_to_project(user: &User, project: &Project, role: &ProjectRole) -> Step {
    let act = Act::AddToProject { project: project.id.clone(), user: user.id.clone(), role: role.clone() };
    let outside = Condition::NotInProject { project: project.id.clone(), user: user.id.clone() };
    Step::new(subject(user), format!("add to the project {} as {role}", project_name(project)), act)
        .requiring([is_member(user), outside])
}

/// The step that sets the role of somebody in a project; `before`: the present one.
pub(crate) fn set_project_role(
    user: &User,
    project: &Project,
    before: Option<&ProjectRole>,
    role: &ProjectRole,
) -> Step {
    let was = before.map_or("no role", ProjectRole::as_str);
    let action = format!("change the role in the project {} from {was} to {role}", project_name(project));
    let act = Act::SetProjectRole { project: project.id.clone(), user: user.id.clone(), role: role.clone() };
    Step::new(subject(user), action, act).requiring([is_in_project(user, project, before)])
}

/// The step that takes somebody out of a project; `before`: the present role.
pub(crate) fn remove_from_project(user: &User, project: &Project, before: Option<&ProjectRole>) -> Step {
    let act = Act::RemoveFromProject { project: project.id.clone(), user: user.id.clone() };
    Step::new(subject(user), format!("remove from the project {}", project_name(project)), act)
        .losing(vec!["access to the project, and their keys in it".to_owned()])
        .requiring([is_in_project(user, project, before)])
}

/// What becomes of a wish about a project for an owner of the organization: the API refuses to change their place in it,
/// so the request would be wasted. `have_it`: whether they have what is wished by being one.
pub(crate) fn of_every_project(user: &User, have_it: bool, plan: &mut Plan) {
    let state = "is an owner of the organization, and so of every project";
    if have_it {
        plan.already(subject(user), state);
    } else {
        let reason = format!("{state}; only the role in the organization changes that");
        let guard = Guard::OrganizationOwner;
        plan.held.push(Held { subject: subject(user).to_owned(), guard, reason, allow: None });
    }
}

fn is_in_project(user: &User, project: &Project, role: Option<&ProjectRole>) -> Condition {
    Condition::InProject { project: project.id.clone(), user: user.id.clone(), role: role.cloned() }
}

/// The step that adds a member to a group.
pub(crate) fn add_to_group(user: &User, group: &Group) -> Step {
    let act = Act::AddToGroup { group: group.id.clone(), user: user.id.clone() };
    Step::new(subject(user), format!("add to the group {}", group_name(group)), act)
        .requiring([is_member(user), membership(user, group, false)])
}

/// The step that takes a member out of a group.
pub(crate) fn remove_from_group(user: &User, group: &Group) -> Step {
    let act = Act::RemoveFromGroup { group: group.id.clone(), user: user.id.clone() };
    Step::new(subject(user), format!("remove from the group {}", group_name(group)), act)
        .losing(vec!["what the group grants".to_owned()])
        .requiring([membership(user, group, true)])
}

/// What to call a group in plans.
pub(crate) fn group_name(group: &Group) -> &str {
    group.name.as_deref().unwrap_or(group.id.as_str())
}

fn membership(user: &User, group: &Group, present: bool) -> Condition {
    Condition::GroupMembership { group: group.id.clone(), user: user.id.clone(), present }
}
