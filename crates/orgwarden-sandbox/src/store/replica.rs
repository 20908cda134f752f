//! Copies of the database that lag behind, for reads that are stale.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use rusqlite::params_from_iter;
use rusqlite::types::Value;

use super::{Change, Result, Store};

/// A copy that shows what was true some time ago.
#[derive(Debug)]
struct Replica {
    lag: Duration,
    store: Store,
    pending: VecDeque<(Instant, Vec<Change>)>,
}

/// One copy for each lag that a fault asks for.
#[derive(Debug, Default)]
pub(crate) struct Replicas(Vec<Replica>);

impl Replicas {
    /// Copies the database as it is now, once for each lag; from now on its changes are noted.
    pub(crate) fn of(store: &Store, lags: impl IntoIterator<Item = Duration>) -> Result<Self> {
        let mut replicas: Vec<Replica> = Vec::new();
        for lag in lags {
            if replicas.iter().all(|replica| replica.lag != lag) {
                replicas.push(Replica { lag, store: copy(store)?, pending: VecDeque::new() });
            }
        }
        *store.written.borrow_mut() = (!replicas.is_empty()).then(Vec::new);
        Ok(Self(replicas))
    }

    /// Takes over what the database has written since the last call; call it after every transaction that succeeded.
    pub(crate) fn follow(&mut self, store: &Store, now: Instant) {
        let Some(changes) = store.written.borrow_mut().as_mut().map(std::mem::take) else { return };
        if changes.is_empty() {
            return;
        }
        for replica in &mut self.0 {
            replica.pending.push_back((now, changes.clone()));
        }
    }

    /// Forgets what a transaction has written that was rolled back.
    pub(crate) fn forget(store: &Store) {
        if let Some(changes) = store.written.borrow_mut().as_mut() {
            changes.clear();
        }
    }

    /// The state of `lag` ago.
    pub(crate) fn at(&mut self, lag: Duration, now: Instant) -> Result<Option<&Store>> {
        let Some(replica) = self.0.iter_mut().find(|replica| replica.lag == lag) else { return Ok(None) };
        while replica.pending.front().is_some_and(|(written, _)| now.saturating_duration_since(*written) >= lag) {
            let Some((_, changes)) = replica.pending.pop_front() else { break };
            replica.store.transaction(|| {
                for change in &changes {
                    let mut statement = replica.store.connection.prepare_cached(change.sql)?;
                    statement.execute(params_from_iter(&change.values))?;
                }
                Ok::<_, rusqlite::Error>(())
            })?;
        }
        Ok(Some(&replica.store))
    }
}

fn copy(store: &Store) -> Result<Store> {
    let copy = Store::in_memory()?;
    let fill = || {
        for table in store.tables()? {
            let mut rows = store.connection.prepare(&format!("SELECT * FROM {table}"))?;
            let columns = rows.column_count();
            let marks = vec!["?"; columns].join(", ");
            let mut insert = copy.connection.prepare(&format!("INSERT INTO {table} VALUES ({marks})"))?;
            let mut rows = rows.query([])?;
            while let Some(row) = rows.next()? {
                let values = (0..columns).map(|column| row.get(column)).collect::<Result<Vec<Value>>>()?;
                insert.execute(params_from_iter(values))?;
            }
        }
        Ok(())
    };
    copy.transaction(|| copy.in_bulk(fill))?;
    Ok(copy)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_shows_changes_when_they_are_old_enough() {
        let store = Store::in_memory().unwrap();
        let put = |name: &str| store.write("INSERT INTO meta VALUES (?1, 'x')", &[&name]).unwrap();
        let count = |store: &Store| store.number("SELECT count(*) FROM meta", &[]).unwrap();
        put("before");
        let lag = Duration::from_millis(500);
        let mut replicas = Replicas::of(&store, [lag, lag]).unwrap();
        let start = Instant::now();
        put("after");
        replicas.follow(&store, start);
        assert_eq!(count(replicas.at(lag, start).unwrap().unwrap()), 1);
        assert_eq!(count(replicas.at(lag, start + lag).unwrap().unwrap()), 2);
        assert!(replicas.at(Duration::ZERO, start).unwrap().is_none());
    }
}
