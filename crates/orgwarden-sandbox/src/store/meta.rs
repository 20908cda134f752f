//! Facts about the organization itself.

use super::{Result, Store};

/// Facts about the organization that never change while it lives.
#[derive(Clone, Debug)]
pub(crate) struct Home {
    /// Its id.
    pub(crate) organization: String,
    /// The project that every organization has.
    pub(crate) default_project: String,
    /// The secret of the admin key that the sandbox hands out. The only secret that is stored.
    pub(crate) admin_key: String,
}

impl Home {
    /// Reads it; `None` if the database is new.
    pub(crate) fn load(store: &Store) -> Result<Option<Self>> {
        let get = |name: &str| store.one("SELECT value FROM meta WHERE name = ?1", &[&name], |row| row.get(0));
        Ok(match (get("organization")?, get("default_project")?, get("admin_key")?) {
            (Some(organization), Some(default_project), Some(admin_key)) => {
                Some(Self { organization, default_project, admin_key })
            }
            _ => None,
        })
    }

    pub(crate) fn save(&self, store: &Store) -> Result<()> {
        for (name, value) in [
            ("organization", &self.organization),
            ("default_project", &self.default_project),
            ("admin_key", &self.admin_key),
        ] {
            store.write("INSERT OR REPLACE INTO meta (name, value) VALUES (?1, ?2)", &[&name, value])?;
        }
        Ok(())
    }
}

/// The youngest moment that the database knows of.
pub(crate) fn youngest(store: &Store) -> Result<i64> {
    store.number(
        "SELECT max(
             coalesce((SELECT max(effective_at) FROM audit_logs), 0),
             coalesce((SELECT max(added_at) FROM users), 0),
             coalesce((SELECT max(created_at) FROM projects), 0),
             coalesce((SELECT max(created_at) FROM invites), 0)
         )",
        &[],
    )
}
