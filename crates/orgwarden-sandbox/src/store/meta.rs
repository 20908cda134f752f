//! Facts about the organization itself.

use orgwarden_api::model::Timestamp;

use super::{Result, Store};

/// Facts about the organization itself.
#[derive(Clone)]
pub(crate) struct Home {
    /// Its id.
    pub(crate) organization: String,
    /// The project that every organization has.
    pub(crate) default_project: String,
    /// The secret of the admin key that the sandbox hands out. The only secret that is stored.
    pub(crate) admin_key: String,
    /// Whether changes are written to the audit log.
    pub(crate) audit_log: bool,
}

const ON: &str = "on";
const OFF: &str = "off";

/// Without the secret.
impl std::fmt::Debug for Home {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Home").field("organization", &self.organization).finish_non_exhaustive()
    }
}

impl Home {
    /// Reads it; `None` if the database is new.
    pub(crate) fn load(store: &Store) -> Result<Option<Self>> {
        let get = |name: &str| -> Result<Option<String>> {
            store.one("SELECT value FROM meta WHERE name = ?1", &[&name], |row| row.get(0))
        };
        let audit_log = get("audit_log")?.as_deref() != Some(OFF);
        Ok(match (get("organization")?, get("default_project")?, get("admin_key")?) {
            (Some(organization), Some(default_project), Some(admin_key)) => {
                Some(Self { organization, default_project, admin_key, audit_log })
            }
            _ => None,
        })
    }

    pub(crate) fn save(&self, store: &Store) -> Result<()> {
        for (name, value) in [
            ("organization", self.organization.as_str()),
            ("default_project", &self.default_project),
            ("admin_key", &self.admin_key),
            ("audit_log", if self.audit_log { ON } else { OFF }),
        ] {
            store.write("INSERT OR REPLACE INTO meta (name, value) VALUES (?1, ?2)", &[&name, &value])?;
        }
        Ok(())
    }
}

/// Notes when the changes happen that follow: a table that remembers what was deleted asks for it.
pub(crate) fn set_moment(store: &Store, now: Timestamp) -> Result<()> {
    store.write("INSERT OR REPLACE INTO meta (name, value) VALUES ('moment', ?1)", &[&now.seconds().to_string()])?;
    Ok(())
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
