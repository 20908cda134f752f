//! Opening SQLite files that several processes use at once.

use std::time::Duration;

/// How long to wait for other processes that are writing. Far more than their microseconds: waiting is not in turn, so on
/// a machine under load one of several may come last again and again.
pub(crate) const BUSY: Duration = Duration::from_secs(10);

/// Opens a file, again while others are in the way: among processes that make the same new file at once SQLite does not
/// wait by itself, and may find a journal that another one is just deleting, which it takes for a broken disk.
pub(crate) fn until_free<T>(mut open: impl FnMut() -> rusqlite::Result<T>) -> rusqlite::Result<T> {
    let mut attempts = 0;
    loop {
        match open() {
            Err(problem) if attempts < 100 && is_in_the_way(&problem) => {
                attempts += 1;
                std::thread::sleep(BUSY / 500);
            }
            outcome => return outcome,
        }
    }
}

fn is_in_the_way(problem: &rusqlite::Error) -> bool {
    use rusqlite::ErrorCode::{DatabaseBusy, DatabaseLocked, SystemIoFailure};
    matches!(problem.sqlite_error_code(), Some(DatabaseBusy | DatabaseLocked | SystemIoFailure))
}
