use std::fs::{File, Metadata, OpenOptions};
use std::io::{self, Read as _};
use std::path::Path;

use orgwarden_api::Result;
use secrecy::zeroize::Zeroizing;

use super::key::unusable;
use super::places::{io_error, shown_path};

const LARGEST: usize = 4096;

/// What the file holds, provided that nobody else can read it.
pub(super) fn read(path: &Path, source: &str) -> Result<Zeroizing<Vec<u8>>> {
    let failed = |error: io::Error| io_error("cannot read the key file", path, error);
    let file = open(path).map_err(failed)?;
    // Of the open file, not of its path: it cannot be exchanged in between.
    let metadata = file.metadata().map_err(failed)?;
    if !metadata.is_file() {
        return Err(unusable(source, "it is not a regular file"));
    }
    check_private(path, source, &metadata)?;
    let mut bytes = Zeroizing::new(Vec::with_capacity(LARGEST + 1));
    file.take(LARGEST as u64 + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() > LARGEST {
        return Err(unusable(source, format!("it is larger than {LARGEST} bytes")));
    }
    Ok(bytes)
}

/// Opens without waiting, as a pipe without a writer would make us.
fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, rustix::fs::OFlags::NONBLOCK.bits().cast_signed());
    options.open(path)
}

#[cfg(unix)]
fn check_private(path: &Path, source: &str, metadata: &Metadata) -> Result<()> {
    use std::os::unix::fs::MetadataExt as _;
    let mode = metadata.mode() & 0o7777;
    let quoted = shell_word(path);
    if metadata.uid() != rustix::process::geteuid().as_raw() {
        return Err(unusable(source, "the file belongs to another user")
            .with_hint(format!("Make it yours: sudo chown \"$(id -un)\" {quoted} && chmod 600 {quoted}")));
    }
    if mode & 0o077 != 0 {
        return Err(unusable(source, format!("others may get at the file (mode {mode:04o})"))
            .with_hint(format!("Close it: chmod 600 {quoted}")));
    }
    Ok(())
}

/// Windows protects the user's folders with access lists, which are not looked at.
#[cfg(not(unix))]
fn check_private(_: &Path, _: &str, _: &Metadata) -> Result<()> {
    Ok(())
}

/// The path so that it can be pasted into a shell.
#[cfg_attr(not(unix), expect(dead_code, reason = "only Unix has a command to hint at"))]
pub(super) fn shell_word(path: &Path) -> String {
    let text = shown_path(path);
    let plain = |character: char| character.is_ascii_alphanumeric() || "/._-+@%,:=".contains(character);
    if !text.is_empty() && text.chars().all(plain) { text } else { format!("'{}'", text.replace('\'', r"'\''")) }
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt as _;

    use orgwarden_api::ErrorKind;

    use super::*;

    fn file(mode: u32, text: &str) -> (tempfile::TempDir, std::path::PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("key");
        fs::write(&path, text).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        (folder, path)
    }

    #[test]
    fn a_private_file_is_read() {
        for mode in [0o600, 0o400] {
            let (_folder, path) = file(mode, "text");
            assert_eq!(read(&path, "x").unwrap().as_slice(), b"text");
        }
    }

    #[test]
    fn a_file_that_others_can_get_at_is_refused_with_the_command() {
        for mode in [0o640, 0o604, 0o620, 0o644, 0o666, 0o610] {
            let (_folder, path) = file(mode, "canary");
            let error = read(&path, "file x").unwrap_err();
            assert!(error.message().contains(&format!("(mode {mode:04o})")), "{error}");
            assert_eq!(error.hint().unwrap(), format!("Close it: chmod 600 {}", path.display()));
            assert!(!format!("{error:?}").contains("canary"));
        }
    }

    #[test]
    fn what_is_no_small_regular_file_is_refused() {
        let (folder, path) = file(0o600, &"x".repeat(LARGEST + 1));
        assert!(read(&path, "x").unwrap_err().message().contains("larger than 4096 bytes"));
        assert!(read(folder.path(), "x").unwrap_err().message().contains("not a regular file"));
        assert!(read(Path::new("/dev/zero"), "x").unwrap_err().message().contains("not a regular file"));
        let missing = read(&folder.path().join("none"), "x").unwrap_err();
        assert_eq!(missing.kind(), ErrorKind::Storage);
    }

    #[test]
    fn a_pipe_does_not_keep_us_waiting() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("pipe");
        let made = std::process::Command::new("mkfifo").args(["-m", "600"]).arg(&path).status().unwrap();
        assert!(made.success());
        assert!(read(&path, "x").unwrap_err().message().contains("not a regular file"));
    }

    #[test]
    fn a_file_of_another_user_is_refused() {
        let (_folder, path) = file(0o600, "canary");
        // Only root may give files away; for anybody else there is nothing to try.
        if rustix::process::geteuid().is_root() {
            std::os::unix::fs::chown(&path, Some(65534), None).unwrap();
            let error = read(&path, "x").unwrap_err();
            assert!(error.message().contains("belongs to another user"), "{error}");
        }
    }

    #[test]
    fn paths_can_be_pasted() {
        assert_eq!(shell_word(Path::new("/a/b-c.d")), "/a/b-c.d");
        assert_eq!(shell_word(Path::new("/a b/it's")), r"'/a b/it'\''s'");
    }
}
