//! Who is in a project: people who were added, and the owners of the organization, who are in every project.

use orgwarden_api::model::{Extra, Project, ProjectRole, ProjectUser, Timestamp, User};
use rusqlite::Row;

use super::{Place, Result, Store, role_assignments, users};

fn read(row: &Row<'_>) -> Result<ProjectUser> {
    Ok(ProjectUser {
        id: row.get_ref(0)?.as_str()?.into(),
        name: row.get(1)?,
        email: row.get(2)?,
        role: Some(ProjectRole::from(row.get_ref(3)?.as_str()?)),
        added_at: Some(Timestamp::new(row.get(4)?)),
        extra: Extra::default(),
    })
}

/// Somebody who was added to a project, owner of the organization or not.
pub(crate) fn find(store: &Store, project: &str, user: &str) -> Result<Option<ProjectUser>> {
    store.one(
        "SELECT u.id, u.name, u.email, m.role, m.added_at FROM memberships m JOIN users u ON u.id = m.user_id
         WHERE m.project_id = ?1 AND m.user_id = ?2",
        &[&project, &user],
        read,
    )
}

/// How an owner of the organization looks in a project.
pub(crate) fn implicit(owner: User, project: &Project) -> ProjectUser {
    ProjectUser {
        id: owner.id,
        name: owner.name,
        email: owner.email,
        role: Some(ProjectRole::Owner),
        // From the day on when both existed.
        added_at: owner.added_at.max(project.created_at),
        extra: Extra::default(),
    }
}

/// The members of a project after a place, newest first.
pub(crate) fn list(store: &Store, project: &Project, after: &Place, limit: u32) -> Result<Vec<ProjectUser>> {
    let mut members = store.many(
        "SELECT u.id, u.name, u.email, m.role, m.added_at FROM memberships m JOIN users u ON u.id = m.user_id
         WHERE m.project_id = ?1 AND (m.added_at, m.user_id) < (?2, ?3) AND u.role <> 'owner'
         ORDER BY m.added_at DESC, m.user_id DESC LIMIT ?4",
        &[&project.id.as_str(), &after.time, &after.id, &limit],
        read,
    )?;
    // There are few owners, so they are merged here rather than by the database.
    let owners = users::owners(store)?.into_iter().map(|owner| implicit(owner, project));
    members.extend(owners.filter(|owner| place_of(owner) < *after));
    members.sort_by_cached_key(|member| std::cmp::Reverse(place_of(member)));
    members.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    Ok(members)
}

/// Where a member stands in the list of a project.
pub(crate) fn place_of(member: &ProjectUser) -> Place {
    Place { time: member.added_at.unwrap_or_default().seconds(), id: member.id.as_str().to_owned() }
}

/// Adds somebody, or sets the role of somebody who is in already.
pub(crate) fn put(store: &Store, project: &str, user: &str, role: &str, now: Timestamp) -> Result<()> {
    store.write(
        "INSERT INTO memberships (project_id, user_id, role, added_at) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (project_id, user_id) DO UPDATE SET role = excluded.role",
        &[&project, &user, &role, &now.seconds()],
    )?;
    Ok(())
}

/// Removes somebody from a project, with all roles that were given there.
pub(crate) fn delete(store: &Store, project: &str, user: &str) -> Result<()> {
    role_assignments::delete_all(store, project, user)?;
    store.write("DELETE FROM memberships WHERE project_id = ?1 AND user_id = ?2", &[&project, &user])?;
    Ok(())
}

/// The projects to which somebody was added.
pub(crate) fn projects_of(store: &Store, user: &str) -> Result<Vec<String>> {
    let sql = "SELECT project_id FROM memberships WHERE user_id = ?1 ORDER BY project_id";
    store.many(sql, &[&user], |row| row.get(0))
}
