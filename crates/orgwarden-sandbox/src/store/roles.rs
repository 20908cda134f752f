//! Roles that people made, and what is kept of any role.

use orgwarden_api::model::{Extra, ResourceType, Role, Text, Timestamp};
use rusqlite::Row;
use rusqlite::types::Type;

use super::{Place, Result, Store};
use crate::body::NewText;

/// A role, and where it comes from.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct StoredRole {
    pub(crate) role: Role,
    /// `None` for built-in ones.
    pub(crate) made: Option<Made>,
}

/// When and by whom a role was made.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Made {
    pub(crate) created_at: Timestamp,
    pub(crate) updated_at: Timestamp,
    pub(crate) created_by: Option<Text>,
}

impl StoredRole {
    /// Where it stands in lists: built-in ones are the oldest.
    pub(crate) fn place(&self) -> Place {
        let time = self.made.as_ref().map_or(0, |made| made.created_at.seconds());
        Place { time, id: self.role.id.as_str().to_owned() }
    }

    /// Whether it is a built-in one.
    pub(crate) fn is_built_in(&self) -> bool {
        self.made.is_none()
    }
}

/// The organization or a project, as what a role is a role in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Resource {
    pub(crate) kind: ResourceType,
    pub(crate) id: String,
}

impl Resource {
    pub(crate) fn organization(id: &str) -> Self {
        Self { kind: ResourceType::Organization, id: id.to_owned() }
    }

    pub(crate) fn project(id: &str) -> Self {
        Self { kind: ResourceType::Project, id: id.to_owned() }
    }
}

macro_rules! roles {
    ($rest:literal) => {
        concat!(
            "SELECT id, name, description, permissions, created_at, updated_at, created_by FROM roles
             WHERE resource_id = ?1 ",
            $rest
        )
    };
}

fn read(row: &Row<'_>, resource: &Resource) -> Result<StoredRole> {
    let permissions = serde_json::from_str(row.get_ref(3)?.as_str()?)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(3, Type::Text, error.into()))?;
    Ok(StoredRole {
        role: Role {
            id: row.get_ref(0)?.as_str()?.into(),
            name: row.get(1)?,
            description: row.get(2)?,
            permissions,
            resource_type: Some(resource.kind.clone()),
            predefined_role: Some(false),
            extra: Extra::default(),
        },
        made: Some(Made {
            created_at: Timestamp::new(row.get(4)?),
            updated_at: Timestamp::new(row.get(5)?),
            created_by: row.get(6)?,
        }),
    })
}

pub(crate) fn find(store: &Store, resource: &Resource, id: &str) -> Result<Option<StoredRole>> {
    store.one(roles!("AND id = ?2"), &[&resource.id, &id], |row| read(row, resource))
}

pub(crate) fn find_by_name(store: &Store, resource: &Resource, name: &str) -> Result<Option<StoredRole>> {
    store.one(roles!("AND name = ?2"), &[&resource.id, &name], |row| read(row, resource))
}

/// All roles that people made there.
pub(crate) fn all(store: &Store, resource: &Resource) -> Result<Vec<StoredRole>> {
    store.many(roles!(""), &[&resource.id], |row| read(row, resource))
}

/// A new role.
pub(crate) struct NewRole<'a> {
    pub(crate) id: &'a str,
    pub(crate) resource: &'a Resource,
    pub(crate) name: &'a str,
    pub(crate) description: Option<&'a str>,
    pub(crate) permissions: &'a [&'a str],
    pub(crate) created_at: Timestamp,
    pub(crate) created_by: Option<&'a str>,
}

pub(crate) fn insert(store: &Store, role: &NewRole<'_>) -> Result<()> {
    store.write(
        "INSERT INTO roles (id, resource_id, name, description, permissions, created_at, updated_at, created_by)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6, ?7)",
        &[
            &role.id,
            &role.resource.id,
            &role.name,
            &role.description,
            &list(role.permissions),
            &role.created_at.seconds(),
            &role.created_by,
        ],
    )?;
    Ok(())
}

/// Changes what is said.
pub(crate) fn update(
    store: &Store,
    id: &str,
    name: Option<&str>,
    description: NewText<'_>,
    permissions: Option<&[&str]>,
    now: Timestamp,
) -> Result<()> {
    store.write(
        "UPDATE roles SET name = coalesce(?2, name), description = iif(?3, ?4, description),
                permissions = coalesce(?5, permissions), updated_at = ?6 WHERE id = ?1",
        &[&id, &name, &description.is_said, &description.text, &permissions.map(list), &now.seconds()],
    )?;
    Ok(())
}

/// Deletes a role; nobody has it any more.
pub(crate) fn delete(store: &Store, id: &str) -> Result<()> {
    store.write("DELETE FROM role_assignments WHERE role_id = ?1", &[&id])?;
    store.write("DELETE FROM roles WHERE id = ?1", &[&id])?;
    Ok(())
}

fn list(permissions: &[&str]) -> String {
    serde_json::json!(permissions).to_string()
}
