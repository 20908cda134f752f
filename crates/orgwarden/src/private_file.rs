//! Files that only we may read.

use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// Makes the file for this user only; SQLite would make it by the umask.
///
/// A file that exists is never opened here: closing it again would take away every lock that SQLite holds on it in this
/// process (a rule of POSIX), and another process would then delete the journal under our hands.
pub(crate) fn create_private(path: &Path) -> std::io::Result<()> {
    // One after the other: a file that somebody is just making must be closed again before anybody here uses it.
    static MAKING: Mutex<()> = Mutex::new(());
    let _one_at_a_time = MAKING.lock().unwrap_or_else(PoisonError::into_inner);
    let mut options = std::fs::OpenOptions::new();
    options.append(true).create_new(true);
    let mut directory = std::fs::DirBuilder::new();
    directory.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
        options.mode(0o600);
        directory.mode(0o700);
    }
    if let Some(parent) = path.parent().filter(|parent| !parent.as_os_str().is_empty()) {
        directory.create(parent)?;
    }
    match options.open(path) {
        Err(problem) if problem.kind() == std::io::ErrorKind::AlreadyExists => tighten(path),
        outcome => outcome.map(drop),
    }
}

/// Takes the file away from others, who may be able to read one that was there already.
#[cfg(unix)]
fn tighten(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    if std::fs::metadata(path)?.permissions().mode() & 0o077 != 0 {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600))?;
    }
    Ok(())
}

#[cfg(not(unix))]
fn tighten(_: &Path) -> std::io::Result<()> {
    Ok(())
}
