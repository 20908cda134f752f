//! Which roles users and groups were given, beyond the built-in ones in their records and memberships.

use super::{Result, Store};

/// The ids of the roles that a user or a group was given itself.
pub(crate) fn direct(store: &Store, resource: &str, holder: &str) -> Result<Vec<String>> {
    store.many(
        "SELECT role_id FROM role_assignments WHERE resource_id = ?1 AND holder_id = ?2",
        &[&resource, &holder],
        |row| row.get(0),
    )
}

/// The ids of the roles that a user has through groups, each with the id of a group.
pub(crate) fn inherited(store: &Store, resource: &str, user: &str) -> Result<Vec<(String, String)>> {
    store.many(
        "SELECT a.role_id, g.group_id FROM group_users g
         JOIN role_assignments a ON a.resource_id = ?1 AND a.holder_id = g.group_id WHERE g.user_id = ?2
         ORDER BY g.group_id",
        &[&resource, &user],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// The groups that make a user an owner of the organization.
pub(crate) fn owning_groups(store: &Store, user: &str) -> Result<Vec<String>> {
    store.many(
        "SELECT g.group_id FROM group_users g JOIN role_assignments a ON a.holder_id = g.group_id
         WHERE g.user_id = ?1 AND a.role_id GLOB 'role-api-organization-owner__*' ORDER BY g.group_id",
        &[&user],
        |row| row.get(0),
    )
}

/// Gives a role; answers whether it is news.
pub(crate) fn insert(store: &Store, resource: &str, holder: &str, role: &str) -> Result<bool> {
    let sql = "INSERT OR IGNORE INTO role_assignments (resource_id, holder_id, role_id) VALUES (?1, ?2, ?3)";
    Ok(store.write(sql, &[&resource, &holder, &role])? > 0)
}

/// Takes a role; answers whether it was there.
pub(crate) fn delete(store: &Store, resource: &str, holder: &str, role: &str) -> Result<bool> {
    let sql = "DELETE FROM role_assignments WHERE resource_id = ?1 AND holder_id = ?2 AND role_id = ?3";
    Ok(store.write(sql, &[&resource, &holder, &role])? > 0)
}

/// All roles that a user or a group was given itself: where, and which.
pub(crate) fn of_holder(store: &Store, holder: &str) -> Result<Vec<(String, String)>> {
    let sql = "SELECT resource_id, role_id FROM role_assignments WHERE holder_id = ?1 ORDER BY resource_id, role_id";
    store.many(sql, &[&holder], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// The users and groups that were given a role there.
pub(crate) fn holders(store: &Store, resource: &str, role: &str) -> Result<Vec<String>> {
    let sql = "SELECT holder_id FROM role_assignments WHERE resource_id = ?1 AND role_id = ?2 ORDER BY holder_id";
    store.many(sql, &[&resource, &role], |row| row.get(0))
}

/// Takes all roles that a user or a group has there.
pub(crate) fn delete_all(store: &Store, resource: &str, holder: &str) -> Result<()> {
    store.write("DELETE FROM role_assignments WHERE resource_id = ?1 AND holder_id = ?2", &[&resource, &holder])?;
    Ok(())
}
