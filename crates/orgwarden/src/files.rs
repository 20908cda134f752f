//! Files that people hand in and take away: plans and rosters.

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::path::Path;

use crate::{Error, ErrorKind, Result};

/// More than this is no file that somebody wrote for us: a roster of 100,000 people has 20 MB.
const LARGEST: u64 = 256 << 20;

/// The text of a file; `-` is standard input.
pub fn read_text(path: &Path) -> Result<String> {
    let mut bytes = Vec::new();
    let read = if path == Path::new("-") {
        std::io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes)
    } else {
        File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes))
    };
    let name = path.display();
    read.map_err(|error| Error::invalid(format!("cannot read {name}: {error}")))?;
    if bytes.len() as u64 > LARGEST {
        return Err(Error::invalid(format!("{name} has more than {} MB", LARGEST >> 20)));
    }
    String::from_utf8(bytes).map_err(|error| {
        let before = String::from_utf8_lossy(&error.as_bytes()[..error.utf8_error().valid_up_to()]);
        let (line, last) = (before.matches('\n').count() + 1, before.rsplit('\n').next().unwrap_or_default());
        let column = last.chars().count() + 1;
        Error::invalid(format!("{name}:{line}:{column}: this is not UTF-8 text")).with_hint("Save the file as UTF-8.")
    })
}

/// Writes a file that only we may read, all of it or nothing: another file, then a new name.
pub fn write_private(path: &Path, text: &str) -> Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let write = || {
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        file.write_all(text.as_bytes())?;
        file.as_file().sync_all()?;
        file.persist(path).map(drop).map_err(|error| error.error)
    };
    write().map_err(|error: std::io::Error| {
        Error::new(ErrorKind::Storage, format!("cannot write {}: {error}", path.display())).with_source(error)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_and_is_nobody_elses() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.json");
        std::fs::write(&path, "old").unwrap();
        write_private(&path, "new").unwrap();
        assert_eq!(read_text(&path).unwrap(), "new");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left behind");
        assert_eq!(write_private(&folder.path().join("no/plan.json"), "").unwrap_err().kind(), ErrorKind::Storage);
        std::fs::write(&path, b"a\n\xff").unwrap();
        assert!(read_text(&path).unwrap_err().message().ends_with("plan.json:2:1: this is not UTF-8 text"));
    }
}
