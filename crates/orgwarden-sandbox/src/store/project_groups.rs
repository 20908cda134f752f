//! Groups in projects.

use orgwarden_api::model::{Extra, GroupType, ProjectGroup, Timestamp};
use rusqlite::Row;

use super::{Place, Result, Store, Window, role_assignments};

/// The condition that somebody has access to a project through a group: one that is in the project, or one that has the
/// organization's role of owners. Takes the names of two columns.
macro_rules! has_access_by_group {
    ($project:literal, $user:literal) => {
        concat!(
            "EXISTS (SELECT 1 FROM group_users g WHERE g.user_id = ",
            $user,
            " AND (EXISTS (SELECT 1 FROM project_groups p WHERE p.project_id = ",
            $project,
            " AND p.group_id = g.group_id)
              OR EXISTS (SELECT 1 FROM role_assignments a
                         WHERE a.holder_id = g.group_id AND a.role_id GLOB 'role-api-organization-owner__*')))"
        )
    };
}
pub(super) use has_access_by_group;

macro_rules! project_groups {
    ($rest:literal) => {
        concat!(
            "SELECT p.group_id, p.project_id, g.name, p.created_at FROM project_groups p
             JOIN groups g ON g.id = p.group_id WHERE p.project_id = ?1 ",
            $rest
        )
    };
}

fn read(row: &Row<'_>) -> Result<ProjectGroup> {
    Ok(ProjectGroup {
        group_id: row.get_ref(0)?.as_str()?.into(),
        project_id: Some(row.get_ref(1)?.as_str()?.into()),
        group_name: row.get(2)?,
        group_type: Some(GroupType::Group),
        created_at: Some(Timestamp::new(row.get(3)?)),
        extra: Extra::default(),
    })
}

pub(crate) fn find(store: &Store, project: &str, group: &str) -> Result<Option<ProjectGroup>> {
    store.one(project_groups!("AND p.group_id = ?2"), &[&project, &group], read)
}

pub(crate) fn place(store: &Store, project: &str, group: &str) -> Result<Option<Place>> {
    store.one(
        "SELECT created_at, group_id FROM project_groups WHERE project_id = ?1 AND group_id = ?2",
        &[&project, &group],
        |row| Ok(Place { time: row.get(0)?, id: row.get(1)? }),
    )
}

pub(crate) fn list(store: &Store, project: &str, window: &Window) -> Result<Vec<ProjectGroup>> {
    store.window(project_groups!(""), ["p.created_at", "p.group_id"], &[&project], window, read)
}

/// Whether somebody has access to a project through a group.
pub(crate) fn hold(store: &Store, project: &str, user: &str) -> Result<bool> {
    let held = store.number(concat!("SELECT ", has_access_by_group!("?1", "?2")), &[&project, &user])?;
    Ok(held > 0)
}

/// Adds a group that may be in the project already.
pub(crate) fn put(store: &Store, project: &str, group: &str, now: Timestamp) -> Result<()> {
    store.write(
        "INSERT OR IGNORE INTO project_groups (project_id, group_id, created_at) VALUES (?1, ?2, ?3)",
        &[&project, &group, &now.seconds()],
    )?;
    Ok(())
}

/// Removes a group from a project, with its roles there.
pub(crate) fn delete(store: &Store, project: &str, group: &str) -> Result<()> {
    role_assignments::delete_all(store, project, group)?;
    store.write("DELETE FROM project_groups WHERE project_id = ?1 AND group_id = ?2", &[&project, &group])?;
    Ok(())
}
