//! Size and speed of the sandbox: pages of 100 members per second against a handler that returns one prepared page, the
//! time that starting and seeding take, and the memory of a member.
//!
//! Run: `cargo bench -p orgwarden-sandbox --bench pages`. Each server is a process of its own, so that its memory is not
//! the client's; server and client share the machine's cores.

#![expect(clippy::print_stdout, reason = "figures are its output")]
#![expect(clippy::unwrap_used, reason = "a bench that cannot run must stop")]
#![allow(missing_docs, reason = "nothing here is public")]

use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use orgwarden_sandbox::{Options, Sandbox, Seed};
use serde_json::Value;

const MEMBERS: u32 = 100_000;
const PROJECTS: u32 = 1_000;
const PAGES: usize = 1_000;
/// How often each connection walks through all pages in a turn.
const ROUNDS: usize = 4;
const CONNECTIONS: usize = 4;
/// How often both servers are measured in turn.
const TURNS: usize = 5;
const STARTS: usize = 21;

/// What every member must have on a page that counts.
const FULL: [&str; 16] = [
    "object",
    "id",
    "name",
    "email",
    "role",
    "added_at",
    "created",
    "is_default",
    "is_service_account",
    "is_scim_managed",
    "is_scale_tier_authorized_purchaser",
    "api_key_last_used_at",
    "technical_level",
    "developer_persona",
    "user",
    "projects",
];

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    match arguments.get(1).map(String::as_str) {
        Some("start") => block_on(start()),
        Some("sandbox") => block_on(sandbox()),
        Some("prepared") => block_on(prepared(arguments[2].clone())),
        _ => compare(),
    }
}

fn block_on(work: impl Future<Output = ()>) {
    tokio::runtime::Runtime::new().unwrap().block_on(work);
}

// What runs in processes of their own. Each reports its figures in one line.

async fn start() {
    let mut times = Vec::new();
    for _ in 0..STARTS {
        let begun = Instant::now();
        let sandbox = Sandbox::start(Options::default()).await.unwrap();
        times.push(begun.elapsed().as_secs_f64());
        sandbox.stop().await;
    }
    println!("{} {}", times[0], median(times.clone()));
}

async fn sandbox() {
    let before = kilobytes("VmRSS:");
    let begun = Instant::now();
    let seed = Seed::Size { members: MEMBERS, projects: PROJECTS };
    let sandbox = Sandbox::start(Options { seed, ..Options::default() }).await.unwrap();
    let seeded = begun.elapsed().as_secs_f64();
    let address = sandbox.base_url().strip_prefix("http://").unwrap().strip_suffix("/v1").unwrap().to_owned();
    println!("{address} {} {seeded} {before} {}", sandbox.admin_key(), kilobytes("VmHWM:"));
    until_told().await;
    println!("{}", kilobytes("VmHWM:"));
}

async fn prepared(page: String) {
    let page = bytes::Bytes::from(std::fs::read(page).unwrap());
    let answer = move || std::future::ready(([("content-type", "application/json")], page.clone()));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    println!("{} none", listener.local_addr().unwrap());
    let router = axum::Router::new().fallback(answer);
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    until_told().await;
}

/// Waits until the other side closes the standard input.
async fn until_told() {
    let wait = || std::io::stdin().read_to_end(&mut Vec::new()).unwrap();
    tokio::task::spawn_blocking(wait).await.unwrap();
}

/// A server in a process of its own.
struct Server {
    child: Child,
    output: BufReader<std::process::ChildStdout>,
    /// The line in which it reported.
    report: Vec<String>,
}

impl Server {
    fn spawn(arguments: &[&str]) -> Self {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let output = BufReader::new(child.stdout.take().unwrap());
        let mut server = Self { child, output, report: Vec::new() };
        server.report = server.line();
        server
    }

    fn line(&mut self) -> Vec<String> {
        let mut line = String::new();
        self.output.read_line(&mut line).unwrap();
        line.split_whitespace().map(str::to_owned).collect()
    }

    fn number(&self, place: usize) -> f64 {
        self.report[place].parse().unwrap()
    }

    fn connect(&self) -> Connection {
        Connection::new(&self.report[0], &self.report[1])
    }

    /// Tells it to end; answers its last line.
    fn end(mut self) -> Vec<String> {
        drop(self.child.stdin.take());
        let last = self.line();
        assert!(self.child.wait().unwrap().success());
        last
    }
}

fn compare() {
    let starting = Server::spawn(&["start"]);
    let (first, usual) = (starting.number(0), starting.number(1));
    starting.end();

    let sandbox = Server::spawn(&["sandbox"]);
    let (seeded, before, after) = (sandbox.number(2), sandbox.number(3), sandbox.number(4));
    let page = check(&sandbox);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("page.json");
    std::fs::write(&file, &page).unwrap();
    let prepared = Server::spawn(&["prepared", file.to_str().unwrap()]);

    let (mut real, mut best) = (Vec::new(), Vec::new());
    for _ in 0..TURNS {
        real.push(pages_per_second(&sandbox));
        best.push(pages_per_second(&prepared));
    }
    prepared.end();
    let served: f64 = sandbox.end()[0].parse().unwrap();

    let (real, best) = (median(real), median(best));
    let members = f64::from(MEMBERS);
    println!("{MEMBERS} members in {PROJECTS} projects; a page of 100 full members has {} bytes", page.len());
    println!(
        "sandbox:   {real:7.0} pages/s over {CONNECTIONS} connections, every page of the list (goal at least 3000)"
    );
    println!("prepared:  {best:7.0} pages/s, one page again and again, from a handler that does nothing else");
    println!("ratio:     {:7.2}", real / best);
    println!("start:     {:7.1} ms empty, {:.1} ms the first time (goal at most 50)", usual * 1e3, first * 1e3);
    println!("seed:      {seeded:7.2} s (goal at most 3)");
    println!("memory:    {:7.0} bytes per member at its peak (goal at most 2048)", (after - before) * 1024.0 / members);
    println!("served:    {:7.0} bytes per member after all pages", (served - before) * 1024.0 / members);
}

/// Walks once through the list and sees that every member is there, in full. Answers a page.
fn check(server: &Server) -> Vec<u8> {
    let mut connection = server.connect();
    let mut ids = BTreeSet::new();
    let mut cursors = vec![String::new()];
    loop {
        let page: Value = serde_json::from_slice(connection.get(&cursors[cursors.len() - 1])).unwrap();
        for member in page["data"].as_array().unwrap() {
            let missing = FULL.into_iter().find(|name| member.get(name).is_none());
            assert_eq!(missing, None, "{member}");
            ids.insert(member["id"].as_str().unwrap().to_owned());
        }
        if page["has_more"] == false {
            break;
        }
        cursors.push(page["last_id"].as_str().unwrap().to_owned());
    }
    assert_eq!((ids.len(), cursors.len()), (PAGES * 100, PAGES));
    // From the middle of the list: the last page has no next one.
    connection.get(&cursors[PAGES / 2]).to_vec()
}

/// Every connection reads every page, several times.
fn pages_per_second(server: &Server) -> f64 {
    let read = || {
        let mut connection = server.connect();
        for _ in 0..ROUNDS {
            assert_eq!(connection.walk(), PAGES);
        }
    };
    let begun = Instant::now();
    std::thread::scope(|scope| {
        for _ in 0..CONNECTIONS {
            scope.spawn(read);
        }
    });
    rate(CONNECTIONS * ROUNDS * PAGES, begun.elapsed())
}

#[expect(clippy::cast_precision_loss, reason = "a count of pages is small")]
fn rate(pages: usize, time: Duration) -> f64 {
    pages as f64 / time.as_secs_f64()
}

/// A connection that is kept and looks at no more of an answer than it must.
struct Connection {
    stream: TcpStream,
    key: String,
    buffer: Vec<u8>,
}

impl Connection {
    fn new(address: &str, key: &str) -> Self {
        let stream = TcpStream::connect(address).unwrap();
        stream.set_nodelay(true).unwrap();
        Self { stream, key: key.to_owned(), buffer: vec![0; 256 * 1024] }
    }

    /// Reads the list page by page; answers how many there were.
    fn walk(&mut self) -> usize {
        let mut after = String::new();
        for page in 1..=PAGES {
            let body = self.get(&after);
            // The envelope's end stands behind the items.
            let end = std::str::from_utf8(&body[body.len() - 100..]).unwrap();
            if end.contains("\"has_more\":false") {
                return page;
            }
            let (_, last) = end.rsplit_once("\"last_id\":\"").unwrap();
            last.split('"').next().unwrap().clone_into(&mut after);
        }
        PAGES
    }

    /// The body of one page.
    fn get(&mut self, after: &str) -> &[u8] {
        let joint = if after.is_empty() { "" } else { "&after=" };
        let request = format!(
            "GET /v1/organization/users?limit=100{joint}{after} HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer {}\r\n\r\n",
            self.key
        );
        self.stream.write_all(request.as_bytes()).unwrap();
        let (mut filled, mut span) = (0, None);
        loop {
            let more = self.stream.read(&mut self.buffer[filled..]).unwrap();
            assert!(more > 0, "the connection was closed");
            filled += more;
            span = span.or_else(|| head(&self.buffer[..filled]));
            if let Some((start, end)) = span
                && filled >= end
            {
                return &self.buffer[start..end];
            }
        }
    }
}

/// Where the body starts and ends, once the head is there.
fn head(read: &[u8]) -> Option<(usize, usize)> {
    let start = read.windows(4).position(|four| four == b"\r\n\r\n")? + 4;
    let head = String::from_utf8_lossy(&read[..start]).to_lowercase();
    assert!(head.starts_with("http/1.1 200"), "{head}");
    let (_, length) = head.split_once("content-length: ").unwrap();
    let length: usize = length.split("\r\n").next().unwrap().parse().unwrap();
    Some((start, start + length))
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// A line of this process's status: `VmRSS:` now, `VmHWM:` at its largest.
fn kilobytes(name: &str) -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}
