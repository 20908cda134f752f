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
        let path = journal.with_extension(format!("{run}.lock"));
        let mut options = File::options();
        options.write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let failed = |problem: std::io::Error| {
            Error::new(ErrorKind::Storage, format!("cannot lock the run {run}: {problem}")).with_source(problem)
        };
        let file = options.open(&path).map_err(failed)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { file: Some((path, file)) }),
            Err(TryLockError::WouldBlock) => {
                Err(Error::new(ErrorKind::Conflict, format!("another process is applying the run {run}"))
                    .with_hint("Let it finish, or stop it there; then `orgwarden resume` continues."))
            }
            Err(TryLockError::Error(problem)) => Err(failed(problem)),
        }
    }

    /// Gives it back for good: nothing is left to be done in the run, so nobody will want it again.
    pub(crate) fn finish(self) {
        if let Some((path, _locked)) = &self.file {
            let _ = std::fs::remove_file(path);
        }
    }
}
