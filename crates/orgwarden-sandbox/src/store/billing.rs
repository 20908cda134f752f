//! Keys as the bill knows them: those of today and those that are gone.

use rusqlite::Row;

use super::{Result, Store};

/// A key of a project and the times in which it was used.
#[derive(Clone, Debug)]
pub(crate) struct BilledKey {
    /// Picks its habits.
    pub(crate) number: i64,
    pub(crate) id: Box<str>,
    pub(crate) project: Box<str>,
    /// The person who owns it; `None`: a service account.
    pub(crate) user: Option<Box<str>>,
    /// From this second (inclusive) to that one (exclusive), in order.
    pub(crate) spans: Vec<(i64, i64)>,
}

/// All keys that were ever used in a project, the oldest first; or those of one project.
pub(crate) fn keys(store: &Store, project: Option<&str>) -> Result<Vec<BilledKey>> {
    let pauses = store.many("SELECT key_id, since, until FROM pauses ORDER BY since", &[], |row| {
        Ok((row.get::<_, Box<str>>(0)?, row.get::<_, i64>(1)?, row.get::<_, Option<i64>>(2)?.unwrap_or(i64::MAX)))
    })?;
    let mut keys = store.many(
        "SELECT number, id, project_id, owner_kind, owner_id, created_at, coalesce(expires_at, ?1) FROM keys
         WHERE project_id IS NOT NULL AND (?2 IS NULL OR project_id = ?2)
         UNION ALL
         SELECT number, id, project_id, owner_kind, owner_id, created_at, min(coalesce(expires_at, ?1), retired_at)
         FROM retired_keys WHERE ?2 IS NULL OR project_id = ?2
         ORDER BY created_at, number",
        &[&i64::MAX, &project],
        read,
    )?;
    for (id, since, until) in pauses {
        for key in keys.iter_mut().filter(|key| key.id == id) {
            key.pause(since, until);
        }
    }
    Ok(keys)
}

fn read(row: &Row<'_>) -> Result<BilledKey> {
    let is_person = row.get_ref(3)?.as_str()? == "user";
    Ok(BilledKey {
        number: row.get(0)?,
        id: row.get(1)?,
        project: row.get(2)?,
        user: if is_person { Some(row.get(4)?) } else { None },
        spans: vec![(row.get(5)?, row.get(6)?)],
    })
}

impl BilledKey {
    fn pause(&mut self, since: i64, until: i64) {
        let cut = |(from, to): (i64, i64)| [(from, to.min(since)), (from.max(until), to)];
        self.spans = self.spans.iter().copied().flat_map(cut).filter(|(from, to)| from < to).collect();
    }
}

/// Notes that nobody uses a key any more since then. Pauses for want of access come by themselves, by triggers.
pub(crate) fn pause(store: &Store, key: &str, since: i64) -> Result<()> {
    store.write("INSERT INTO pauses (key_id, since, why) VALUES (?1, ?2, 'idle')", &[&key, &since])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_cut_the_time_in_which_a_key_is_used() {
        let key = |spans: &[(i64, i64)]| BilledKey {
            number: 1,
            id: "key_1".into(),
            project: "proj_1".into(),
            user: None,
            spans: spans.to_vec(),
        };
        for (since, until, expected) in [
            (20, 30, vec![(10, 20), (30, 40)]),
            (0, 20, vec![(20, 40)]),
            (30, i64::MAX, vec![(10, 30)]),
            (0, 50, vec![]),
            (50, 60, vec![(10, 40)]),
        ] {
            let mut key = key(&[(10, 40)]);
            key.pause(since, until);
            assert_eq!(key.spans, expected, "{since}..{until}");
        }
    }
}
