//! A sandbox, and the binary pointed at it.

use std::io::Write as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use orgwarden_sandbox::{Control, Options, Sandbox, Seed};
use serde_json::Value;
use tempfile::TempDir;
use tokio::runtime::Runtime;

/// Two members of the demo seed. Olivia owns the admin key; Marcus is the other owner.
pub(crate) const OLIVIA: &str = "olivia.park@acme.example";
pub(crate) const MARCUS: &str = "marcus.reyes@acme.example";
pub(crate) const PRIYA: &str = "priya.natarajan@acme.example";
pub(crate) const TOM: &str = "tom.becker@acme.example";

pub(crate) struct World {
    pub(crate) home: TempDir,
    pub(crate) sandbox: Sandbox,
    // Last, so that the sandbox stops before its runtime.
    _runtime: Runtime,
    runs: AtomicU32,
}

/// What a command left behind.
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl World {
    pub(crate) fn demo() -> Self {
        Self::with(Options { seed: Seed::Demo, ..Options::default() })
    }

    pub(crate) fn faulty(faults: &[&str]) -> Self {
        let faults = faults.iter().map(|fault| fault.parse().unwrap()).collect();
        Self::with(Options { seed: Seed::Demo, faults, ..Options::default() })
    }

    pub(crate) fn with(options: Options) -> Self {
        let runtime = Runtime::new().unwrap();
        let sandbox = runtime.block_on(Sandbox::start(options)).unwrap();
        Self { home: tempfile::tempdir().unwrap(), sandbox, _runtime: runtime, runs: AtomicU32::new(0) }
    }

    pub(crate) fn control(&self) -> &Control {
        self.sandbox.control()
    }

    /// The binary with an environment of its own: nothing of this machine's, a state folder for each run.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = binary(self.home.path());
        let run = self.runs.fetch_add(1, Ordering::Relaxed);
        command
            .env("ORGWARDEN_STATE", self.home.path().join(format!("state-{run}")))
            .env("OPENAI_BASE_URL", self.sandbox.base_url())
            .env("OPENAI_ORG_ID", self.sandbox.organization())
            .env("OPENAI_ADMIN_KEY", self.sandbox.admin_key())
            .env("ORGWARDEN_NOW", self.control().now().seconds().to_string())
            .args(arguments);
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        self.finish(self.command(arguments).spawn().unwrap())
    }

    pub(crate) fn run_with_input(&self, arguments: &[&str], input: &str) -> Ran {
        use std::io::Write as _;
        let mut child = self.command(arguments).stdin(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        self.finish(child)
    }

    /// Waits for the end, and looks for the key in all that was printed.
    pub(crate) fn finish(&self, child: Child) -> Ran {
        let ran = finish(child);
        let key = self.sandbox.admin_key();
        assert!(!ran.out.contains(key) && !ran.err.contains(key), "the key was printed");
        ran
    }

    /// How many requests came in on a route.
    pub(crate) fn count(&self, route: &str) -> u64 {
        self.control().counts().get(route).map_or(0, |counts| counts.requests)
    }

    /// Waits until a route has been asked so often. No fixed sleep: it looks until it is so.
    pub(crate) fn until_count(&self, route: &str, times: u64) {
        let started = Instant::now();
        while self.count(route) < times {
            assert!(started.elapsed() < Duration::from_secs(20), "{route} was asked {} times", self.count(route));
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    /// The truth about a member.
    pub(crate) fn role(&self, email: &str) -> Option<String> {
        let users = self.control().users();
        let user = users.iter().find(|user| user.email.as_deref() == Some(email))?;
        user.role.as_ref().map(|role| role.as_str().to_owned())
    }

    /// Writes a file into the home folder and returns its path.
    pub(crate) fn file(&self, name: &str, text: &str) -> String {
        let path = self.home.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    }
}

impl Ran {
    #[track_caller]
    pub(crate) fn expect(self, code: i32) -> Self {
        assert_eq!(self.code, code, "\n--- out\n{}\n--- err\n{}", self.out, self.err);
        self
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap()
    }

    /// A column of the rows that a pipe gets.
    pub(crate) fn column(&self, place: usize) -> Vec<&str> {
        self.out.lines().map(|line| line.split('\t').nth(place).unwrap()).collect()
    }
}

/// The binary, knowing nothing but a home folder.
pub(crate) fn binary(home: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_orgwarden"));
    command
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("HOME", home)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

pub(crate) fn finish(child: Child) -> Ran {
    let output = child.wait_with_output().unwrap();
    Ran {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Sends a signal to a child of ours.
pub(crate) fn signal(child: &Child, name: &str) {
    assert!(Command::new("kill").args([format!("-{name}"), child.id().to_string()]).status().unwrap().success());
}

/// Whether a program is installed here. If not, that is said past the tests' own capture, which shows nothing of what
/// passes.
pub(crate) fn is_installed(program: &str) -> bool {
    let found = Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok();
    if !found {
        let test = std::thread::current().name().unwrap_or("a test").to_owned();
        let _ = writeln!(std::io::stderr(), "NOT TESTED: {test}, because `{program}` is not installed");
    }
    found
}
