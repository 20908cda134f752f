//! Groups in projects.

use orgwarden_api::model::{Extra, GroupType, ProjectGroup, Timestamp};
use rusqlite::Row;

use super::{Place, Result, Store, Window, role_assignments};

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

/// Whether somebody is in a project through a group.
pub(crate) fn hold(store: &Store, project: &str, user: &str) -> Result<bool> {
    let count = store.number(
        "SELECT count(*) FROM project_groups p JOIN group_users g ON g.group_id = p.group_id
         WHERE p.project_id = ?1 AND g.user_id = ?2",
        &[&project, &user],
    )?;
    Ok(count > 0)
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
