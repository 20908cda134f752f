//! Runs the program that hands out a key: no shell, bounded in time and output.

use std::fmt;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use secrecy::zeroize::Zeroizing;

use super::Environment;
use super::places::expand_home;

/// More than any key, less than a log that somebody printed by mistake.
const MOST_OUTPUT: usize = 4096;

/// Why a program handed out nothing. Its output is not part of this.
#[derive(Debug)]
pub(super) enum Failure {
    NotFound,
    NotStarted(io::Error),
    Exited(ExitStatus),
    TooSlow(Duration),
    TooMuch,
    Unreadable(io::Error),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound => f.write_str("the program is not installed, or not on the PATH"),
            Self::NotStarted(error) => write!(f, "the program could not be started: {error}"),
            Self::Exited(status) => write!(f, "the program ended with {status}"),
            Self::TooSlow(limit) => write!(f, "the program took longer than {} s", limit.as_secs_f64()),
            Self::TooMuch => write!(f, "the program wrote more than {MOST_OUTPUT} bytes, which is no key"),
            Self::Unreadable(error) => write!(f, "the output of the program could not be read: {error}"),
        }
    }
}

/// What the program writes to its standard output. It asks on our terminal and complains on our standard error.
pub(super) fn output(environment: &Environment, argv: &[impl AsRef<str>]) -> Result<Zeroizing<Vec<u8>>, Failure> {
    let (name, arguments) = argv.split_first().ok_or(Failure::NotFound)?;
    let program = find(environment, name.as_ref()).ok_or(Failure::NotFound)?;
    let limit = environment.command_timeout();
    let started = Instant::now();
    let mut child = std::process::Command::new(program)
        .args(arguments.iter().map(AsRef::as_ref))
        .env_clear()
        .envs(environment.variables())
        .stdin(Stdio::inherit())
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn()
        .map_err(Failure::NotStarted)?;
    let result = collect(&mut child, limit).and_then(|bytes| {
        let status = wait(&mut child, limit.saturating_sub(started.elapsed()), limit)?;
        if status.success() { Ok(bytes) } else { Err(Failure::Exited(status)) }
    });
    if result.is_err() {
        // Only the program itself: in a process group of its own it could not ask on the terminal.
        let _ = child.kill();
        let _ = child.wait();
    }
    result
}

/// Reads on a thread of its own, because a pipe cannot be read with a time limit.
fn collect(child: &mut Child, limit: Duration) -> Result<Zeroizing<Vec<u8>>, Failure> {
    let Some(pipe) = child.stdout.take() else { return Err(Failure::Unreadable(io::ErrorKind::BrokenPipe.into())) };
    let (sender, receiver) = mpsc::sync_channel(1);
    let reader = move || {
        // Room for all of it at once: a buffer that grows leaves copies behind.
        let mut bytes = Zeroizing::new(Vec::with_capacity(MOST_OUTPUT + 1));
        let outcome = pipe.take(MOST_OUTPUT as u64 + 1).read_to_end(&mut bytes);
        // Nobody listens any more when the time is over.
        let _ = sender.send(outcome.map(|_| bytes));
    };
    thread::Builder::new().name("key command".into()).spawn(reader).map_err(Failure::Unreadable)?;
    match receiver.recv_timeout(limit) {
        Ok(Ok(bytes)) if bytes.len() > MOST_OUTPUT => Err(Failure::TooMuch),
        Ok(Ok(bytes)) => Ok(bytes),
        Ok(Err(error)) => Err(Failure::Unreadable(error)),
        Err(_) => Err(Failure::TooSlow(limit)),
    }
}

/// Waits for the end of a program that has closed its output, which is nearly always at once.
fn wait(child: &mut Child, left: Duration, limit: Duration) -> Result<ExitStatus, Failure> {
    let started = Instant::now();
    loop {
        if let Some(status) = child.try_wait().map_err(Failure::Unreadable)? {
            return Ok(status);
        }
        if started.elapsed() >= left {
            return Err(Failure::TooSlow(limit));
        }
        thread::sleep(Duration::from_millis(1));
    }
}

/// The program as the given environment would find it; the process's own PATH does not count.
fn find(environment: &Environment, name: &str) -> Option<PathBuf> {
    let named = Path::new(name);
    if named.components().count() > 1 {
        return expand_home(environment, named).ok().filter(|path| is_program(path));
    }
    let file = if cfg!(windows) && named.extension().is_none() { format!("{name}.exe") } else { name.to_owned() };
    std::env::split_paths(environment.os("PATH")?)
        .filter(|folder| !folder.as_os_str().is_empty())
        .map(|folder| folder.join(&file))
        .find(|path| is_program(path))
}

fn is_program(path: &Path) -> bool {
    let Ok(metadata) = path.metadata() else { return false };
    #[cfg(unix)]
    let executable = std::os::unix::fs::PermissionsExt::mode(&metadata.permissions()) & 0o111 != 0;
    #[cfg(not(unix))]
    let executable = true;
    metadata.is_file() && executable
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::super::testing::path_environment;
    use super::*;

    fn shell(script: &str) -> Result<String, Failure> {
        run(&path_environment(), script)
    }

    fn run(environment: &Environment, script: &str) -> Result<String, Failure> {
        output(environment, &["sh", "-c", script]).map(|bytes| String::from_utf8(bytes.to_vec()).unwrap())
    }

    #[test]
    fn only_the_given_environment_reaches_the_program() {
        let environment = path_environment().with("GIVEN", "yes");
        assert_eq!(run(&environment, "echo $GIVEN ${CARGO_MANIFEST_DIR-none}").unwrap(), "yes none\n");
        let failure = output(&Environment::empty(), &["sh"]).unwrap_err();
        assert!(matches!(failure, Failure::NotFound), "{failure}");
    }

    #[test]
    fn arguments_are_passed_as_they_are() {
        let bytes = output(&path_environment(), &["printf", "%s", "$HOME; `id` *"]).unwrap();
        assert_eq!(bytes.as_slice(), b"$HOME; `id` *");
    }

    #[test]
    fn a_program_that_fails_hands_out_nothing() {
        assert!(matches!(shell("echo half; exit 3"), Err(Failure::Exited(status)) if status.code() == Some(3)));
        assert!(matches!(output(&path_environment(), &["no-such-program"]), Err(Failure::NotFound)));
        assert!(matches!(output(&path_environment(), &["/"]), Err(Failure::NotFound)));
        let nothing: [&str; 0] = [];
        assert!(matches!(output(&path_environment(), &nothing), Err(Failure::NotFound)));
    }

    #[test]
    fn a_program_that_talks_on_is_stopped() {
        assert!(matches!(shell("while :; do echo yes; done"), Err(Failure::TooMuch)));
    }

    #[test]
    fn a_program_that_hangs_is_stopped() {
        let environment = path_environment().with_command_timeout(Duration::from_millis(20));
        for script in ["exec sleep 600", "exec >&-; exec sleep 600"] {
            assert!(matches!(run(&environment, script), Err(Failure::TooSlow(_))), "{script}");
        }
    }
}
