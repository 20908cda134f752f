use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

use crate::{Error, ErrorKind, Result};

/// The right to apply a run: no other process has it at the same time. The system takes it back when the process ends,
/// however it ends.
#[derive(Debug)]
pub struct Lease {
    /// None for a journal in memory, which no other process sees.
    file: Option<(PathBuf, File)>,
}

impl Lease {
    /// Of a journal that nobody else can see.
    pub(super) fn alone() -> Self {
        Self { file: None }
    }

    /// Takes it, or says that another process has it.
    pub(super) fn take(journal: &Path, run: &str) -> Result<Self> {
        let path = place(journal, run);
        let mut options = File::options();
        options.write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let failed = |problem: std::io::Error| {
            Error::new(ErrorKind::Storage, format!("cannot lock the run {run}: {problem}")).with_source(problem)
        };
        loop {
            let file = options.open(&path).map_err(failed)?;
            match file.try_lock() {
                Ok(()) if is_there_still(&path, &file) => return Ok(Self { file: Some((path, file)) }),
                // Who had it has just given it back for good, and a lock on a file without a name keeps nobody out.
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => {
                    return Err(Error::new(ErrorKind::Conflict, format!("another process is applying the run {run}"))
                        .with_hint("Let it finish, or stop it there; then `orgwarden resume` continues."));
                }
                Err(TryLockError::Error(problem)) => return Err(failed(problem)),
            }
        }
    }

    /// Whether some process has it.
    pub(super) fn is_taken(journal: &Path, run: &str) -> bool {
        File::open(place(journal, run))
            .is_ok_and(|file| matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock)))
    }

    /// Gives it back for good: nothing is left to be done in the run, so nobody will want it again.
    pub(crate) fn finish(self) {
        if let Some((path, _locked)) = &self.file
            && cfg!(unix)
        {
            let _ = std::fs::remove_file(path);
        }
    }
}

fn place(journal: &Path, run: &str) -> PathBuf {
    journal.with_extension(format!("{run}.lock"))
}

/// Whether the file has its name still.
#[cfg(unix)]
fn is_there_still(path: &Path, file: &File) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let (Ok(named), Ok(opened)) = (std::fs::metadata(path), file.metadata()) else { return false };
    (named.dev(), named.ino()) == (opened.dev(), opened.ino())
}

/// Elsewhere it is never taken away.
#[cfg(not(unix))]
fn is_there_still(_: &Path, _: &File) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_has_it_and_the_others_are_told() {
        let directory = tempfile::tempdir().unwrap();
        let journal = directory.path().join("journal.sqlite");
        assert!(!Lease::is_taken(&journal, "1"), "nobody ever wanted it");
        let lease = Lease::take(&journal, "1").unwrap();
        assert!(Lease::is_taken(&journal, "1"));
        assert_eq!(Lease::take(&journal, "1").unwrap_err().kind(), ErrorKind::Conflict);
        drop(Lease::take(&journal, "2").unwrap());
        drop(lease);
        assert!(!Lease::is_taken(&journal, "1"), "who dies gives it back");
        Lease::take(&journal, "1").unwrap().finish();
        let left: Vec<_> =
            std::fs::read_dir(directory.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert!(!left.contains(&"journal.1.lock".into()) || cfg!(not(unix)), "{left:?}");
    }

    /// Somebody opened the file, and then it was given back for good: their lock would be one on nothing.
    #[cfg(unix)]
    #[test]
    fn a_file_that_was_taken_away_is_no_right() {
        let directory = tempfile::tempdir().unwrap();
        let journal = directory.path().join("journal.sqlite");
        let lease = Lease::take(&journal, "1").unwrap();
        let late = File::open(place(&journal, "1")).unwrap();
        lease.finish();
        late.try_lock().unwrap();
        assert!(!is_there_still(&place(&journal, "1"), &late));
        let _new = Lease::take(&journal, "1").unwrap();
        assert!(!is_there_still(&place(&journal, "1"), &late));
    }
}
