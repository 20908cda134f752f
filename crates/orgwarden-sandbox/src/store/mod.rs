//! The state: one SQLite database, one file per noun with its statements.
//!
//! No decisions here: what may be done is the business of [`crate::routes`].

pub(crate) mod admin_keys;
pub(crate) mod audit_logs;
pub(crate) mod billing;
pub(crate) mod documents;
pub(crate) mod full_users;
pub(crate) mod group_users;
pub(crate) mod groups;
pub(crate) mod invites;
pub(crate) mod keys;
pub(crate) mod mails;
pub(crate) mod memberships;
pub(crate) mod meta;
pub(crate) mod project_groups;
pub(crate) mod project_keys;
pub(crate) mod projects;
mod replica;
pub(crate) mod role_assignments;
pub(crate) mod roles;
pub(crate) mod service_accounts;
pub(crate) mod users;

pub(crate) use replica::Replicas;

use std::cell::RefCell;
use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::types::{ToSqlOutput, Value};
use rusqlite::{Connection, OptionalExtension as _, Row, ToSql};

pub(crate) type Result<T> = std::result::Result<T, rusqlite::Error>;

/// The number of the tables' layout, as kept in the file.
const LAYOUT: i64 = 5;

/// How long to wait for a sandbox that is just letting go of the file.
const PATIENCE: Duration = Duration::from_millis(200);

/// Statements stay prepared: there are some sixty of them.
const PREPARED: usize = 128;

/// A database. Everything that is written goes through [`Store::write`], so that copies can follow.
#[derive(Debug)]
pub(crate) struct Store {
    connection: Connection,
    /// What the running transaction has written, if anybody follows.
    written: RefCell<Option<Vec<Change>>>,
}

/// One statement that was run, with its values.
#[derive(Clone, Debug)]
pub(crate) struct Change {
    sql: &'static str,
    values: Vec<Value>,
}

impl Store {
    /// An empty database in memory.
    pub(crate) fn in_memory() -> Result<Self> {
        Self::prepared(Connection::open_in_memory()?)
    }

    /// The database in a file, which is made if need be.
    pub(crate) fn in_file(path: &Path) -> Result<Self> {
        let connection = Connection::open(path)?;
        connection.busy_timeout(PATIENCE)?;
        // One sandbox per file: a second one is refused instead of mixing with the first.
        connection.execute_batch(
            "PRAGMA cache_size = -65536; PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;",
        )?;
        Self::prepared(connection)
    }

    fn prepared(connection: Connection) -> Result<Self> {
        connection.set_prepared_statement_cache_capacity(PREPARED);
        // One plan per statement. Otherwise SQLite makes a new one whenever a value that it once looked at is bound anew.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        let layout: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
        match layout {
            LAYOUT => {}
            0 => {
                let statements = include_str!("schema.sql");
                connection.execute_batch(&format!("BEGIN; {statements} PRAGMA user_version = {LAYOUT}; COMMIT;"))?;
            }
            other => {
                let words = format!("its layout has number {other}, and this version knows {LAYOUT}");
                return Err(rusqlite::Error::InvalidParameterName(words));
            }
        }
        Ok(Self { connection, written: RefCell::default() })
    }

    /// Runs a statement that changes something; answers how many rows it changed.
    pub(crate) fn write(&self, sql: &'static str, values: &[&dyn ToSql]) -> Result<usize> {
        let changed = self.connection.prepare_cached(sql)?.execute(values)?;
        if let Some(changes) = self.written.borrow_mut().as_mut() {
            let values = values.iter().map(|value| value.to_sql().map(owned)).collect::<Result<_>>()?;
            changes.push(Change { sql, values });
        }
        Ok(changed)
    }

    /// Reads at most one row.
    pub(crate) fn one<T>(
        &self,
        sql: &str,
        values: &[&dyn ToSql],
        read: impl FnOnce(&Row<'_>) -> Result<T>,
    ) -> Result<Option<T>> {
        self.connection.prepare_cached(sql)?.query_row(values, read).optional()
    }

    /// Reads all rows.
    pub(crate) fn many<T>(
        &self,
        sql: &str,
        values: &[&dyn ToSql],
        mut read: impl FnMut(&Row<'_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query(values)?;
        let mut items = Vec::new();
        while let Some(row) = rows.next()? {
            items.push(read(row)?);
        }
        Ok(items)
    }

    /// Reads the rows of a window, and one more than its limit if there is more. `select` ends in a condition; `age` names
    /// the columns of time and identifier by which it is ordered.
    pub(crate) fn window<T>(
        &self,
        select: &str,
        age: [&str; 2],
        values: &[&dyn ToSql],
        window: &Window,
        read: impl FnMut(&Row<'_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        let [time, id] = age;
        // Backwards from a place, the nearest come first; they are turned round afterwards.
        let backwards = window.before.is_some() && window.after.is_none();
        let newest_first = (window.order == Order::NewestFirst) != backwards;
        let direction = if newest_first { "DESC" } else { "ASC" };
        let (following, preceding) = if window.order == Order::NewestFirst { ('<', '>') } else { ('>', '<') };
        let mut sql = vec![select.to_owned()];
        let mut values = values.to_vec();
        for (place, compare) in [(&window.after, following), (&window.before, preceding)] {
            if let Some(place) = place {
                let first = values.len() + 1;
                sql.push(format!(" AND ({time}, {id}) {compare} (?{first}, ?{})", first + 1));
                values.push(&place.time);
                values.push(&place.id);
            }
        }
        let limit = window.limit.saturating_add(1);
        values.push(&limit);
        sql.push(format!(" ORDER BY {time} {direction}, {id} {direction} LIMIT ?{}", values.len()));
        let mut rows = self.many(&sql.concat(), &values, read)?;
        if backwards {
            // The surplus row shows that there is more, and lies farthest from the place.
            let surplus = (rows.len() > usize::try_from(window.limit).unwrap_or(usize::MAX)).then(|| rows.pop());
            rows.reverse();
            rows.extend(surplus.flatten());
        }
        Ok(rows)
    }

    /// Reads one number.
    pub(crate) fn number(&self, sql: &str, values: &[&dyn ToSql]) -> Result<i64> {
        Ok(self.one(sql, values, |row| row.get(0))?.unwrap_or_default())
    }

    /// Does all of some work or none of it.
    pub(crate) fn transaction<T, E: From<rusqlite::Error>>(
        &self,
        work: impl FnOnce() -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        // Dropped without a commit, it rolls back.
        let transaction = self.connection.unchecked_transaction()?;
        let outcome = work()?;
        transaction.commit()?;
        Ok(outcome)
    }

    /// Bytes that nobody can guess, from SQLite's generator, which the operating system seeds.
    pub(crate) fn random(&self) -> Result<[u8; 32]> {
        self.connection.query_row("SELECT randomblob(32)", [], |row| row.get(0))
    }

    /// Empties every table.
    pub(crate) fn clear(&self) -> Result<()> {
        for table in self.tables()? {
            self.connection.execute(&format!("DELETE FROM {table}"), [])?;
        }
        Ok(())
    }

    /// Does work that inserts very many rows. The indexes are made afterwards, which is quicker than keeping them; triggers
    /// do not fire.
    pub(crate) fn in_bulk<T>(&self, work: impl FnOnce() -> Result<T>) -> Result<T> {
        // Indexes without a statement belong to primary keys and unique columns.
        let parts: Vec<(String, String, String)> = self.many(
            "SELECT type, name, sql FROM sqlite_schema WHERE type IN ('index', 'trigger') AND sql IS NOT NULL",
            &[],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )?;
        for (kind, name, _) in &parts {
            self.connection.execute(&format!("DROP {kind} {name}"), [])?;
        }
        let outcome = work()?;
        for (_, _, statement) in &parts {
            self.connection.execute(statement, [])?;
        }
        Ok(outcome)
    }

    fn tables(&self) -> Result<Vec<String>> {
        self.many("SELECT name FROM sqlite_schema WHERE type = 'table'", &[], |row| row.get(0))
    }
}

fn owned(value: ToSqlOutput<'_>) -> Value {
    match value {
        ToSqlOutput::Owned(value) => value,
        ToSqlOutput::Borrowed(value) => value.try_into().unwrap_or(Value::Null),
        // Other forms belong to extensions that are not compiled in.
        _ => Value::Null,
    }
}

/// How a list is ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    /// `desc`.
    NewestFirst,
    /// `asc`.
    OldestFirst,
}

/// Which part of a list to read.
#[derive(Clone, Debug)]
pub(crate) struct Window {
    pub(crate) order: Order,
    /// Only what follows this place in the list.
    pub(crate) after: Option<Place>,
    /// Only what precedes this place: without `after`, the page just before it.
    pub(crate) before: Option<Place>,
    pub(crate) limit: u32,
}

impl Window {
    /// The same part of a list that is at hand whole, and one more than the limit if there is more.
    pub(crate) fn cut<T>(&self, items: impl IntoIterator<Item = T>, place: impl Fn(&T) -> Place) -> Vec<T> {
        let mut items: Vec<(Place, T)> = items.into_iter().map(|item| (place(&item), item)).collect();
        items.sort_by(|(one, _), (other, _)| self.compare(one, other));
        let follows = |place: &Place| self.after.as_ref().is_none_or(|after| self.compare(place, after).is_gt());
        let precedes = |place: &Place| self.before.as_ref().is_none_or(|before| self.compare(place, before).is_lt());
        items.retain(|(place, _)| follows(place) && precedes(place));
        let most = usize::try_from(self.limit).unwrap_or(usize::MAX).saturating_add(1);
        if self.before.is_some() && self.after.is_none() && items.len() >= most {
            // The page just before the place. The surplus item lies farthest from it, and comes last as in any page.
            items.drain(..items.len() - most);
            items.rotate_left(1);
        }
        items.truncate(most);
        items.into_iter().map(|(_, item)| item).collect()
    }

    fn compare(&self, one: &Place, other: &Place) -> std::cmp::Ordering {
        match self.order {
            Order::NewestFirst => other.cmp(one),
            Order::OldestFirst => one.cmp(other),
        }
    }
}

/// A place in a list that is ordered by age: the time and the identifier of an item.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    pub(crate) time: i64,
    pub(crate) id: String,
}

impl Place {
    /// Newer than everything: where a list that shows the newest first starts.
    pub(crate) fn newest() -> Self {
        Self { time: i64::MAX, id: String::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(after: Option<u8>, before: Option<u8>, limit: u32) -> Vec<u8> {
        let place = |number: &u8| Place { time: i64::from(*number), id: String::new() };
        let window = Window {
            order: Order::OldestFirst,
            after: after.as_ref().map(place),
            before: before.as_ref().map(place),
            limit,
        };
        window.cut(1..=9, place)
    }

    #[test]
    fn a_list_at_hand_is_cut_like_one_of_the_database() {
        assert_eq!(cut(None, None, 20), [1, 2, 3, 4, 5, 6, 7, 8, 9]);
        assert_eq!(cut(None, None, 3), [1, 2, 3, 4], "one more shows that there is more");
        assert_eq!(cut(Some(7), None, 3), [8, 9]);
        assert_eq!(cut(None, Some(7), 3), [4, 5, 6, 3], "one more comes last");
        assert_eq!(cut(None, Some(3), 3), [1, 2]);
        assert_eq!(cut(None, Some(4), 3), [1, 2, 3]);
        assert_eq!(cut(Some(2), Some(8), 3), [3, 4, 5, 6]);
        assert_eq!(cut(Some(2), Some(5), 3), [3, 4]);
    }
}
