//! A server that answers by script over real TCP, and a clock whose waits take no time.

#![allow(dead_code, reason = "each test binary uses a part")]
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up must fail")]

use std::collections::VecDeque;
use std::pin::Pin;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use orgwarden_api::client::{BaseUrl, ClientBuilder};
use orgwarden_api::{Client, Clock, Key};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

/// The secret of the tests: it must never be seen outside a request's header.
pub(crate) const SECRET: &str = "sk-admin-CanaryCanaryCanary-0123456789";

/// What the server does with one request.
#[derive(Clone, Debug)]
pub(crate) enum Reply {
    /// Answers with a status, headers and a body.
    Answer(u16, &'static str, String),
    /// Reads the request and closes the connection.
    Close,
    /// Promises a longer body than it sends.
    Truncated(u16, String),
    /// Never answers.
    Silent,
}

pub(crate) fn ok(body: &str) -> Reply {
    Reply::Answer(200, "", body.to_owned())
}

pub(crate) fn status(status: u16, body: &str) -> Reply {
    Reply::Answer(status, "", body.to_owned())
}

/// A request as it came.
#[derive(Clone, Debug)]
pub(crate) struct Seen {
    /// Method and target, `GET /v1/organization/users?limit=100`.
    pub(crate) line: String,
    pub(crate) headers: String,
    pub(crate) body: String,
}

pub(crate) struct Server {
    pub(crate) base_url: String,
    seen: Arc<Mutex<Vec<Seen>>>,
}

impl Server {
    /// Answers the requests in the order of the script; after its end with 500.
    pub(crate) async fn start(script: impl IntoIterator<Item = Reply>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base_url = format!("http://{}", listener.local_addr().unwrap());
        let script = Arc::new(Mutex::new(script.into_iter().collect::<VecDeque<_>>()));
        let seen = Arc::new(Mutex::new(Vec::new()));
        let record = Arc::clone(&seen);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, Arc::clone(&script), Arc::clone(&record)));
            }
        });
        Self { base_url, seen }
    }

    pub(crate) fn seen(&self) -> Vec<Seen> {
        self.seen.lock().unwrap().clone()
    }

    pub(crate) fn lines(&self) -> Vec<String> {
        self.seen().into_iter().map(|seen| seen.line).collect()
    }

    pub(crate) fn builder(&self) -> ClientBuilder {
        let base_url = BaseUrl::parse(&self.base_url, "test").unwrap();
        Client::builder(base_url, Key::new(SECRET).unwrap()).clock(Arc::new(LeapClock::default()))
    }

    pub(crate) fn client(&self) -> Client {
        self.builder().build().unwrap()
    }
}

async fn serve(mut stream: TcpStream, script: Arc<Mutex<VecDeque<Reply>>>, record: Arc<Mutex<Vec<Seen>>>) {
    let mut buffer = Vec::new();
    loop {
        let head = loop {
            if let Some(end) = buffer.windows(4).position(|window| window == b"\r\n\r\n") {
                break end + 4;
            }
            if stream.read_buf(&mut buffer).await.unwrap_or(0) == 0 {
                return;
            }
        };
        let text = String::from_utf8_lossy(&buffer[..head]).into_owned();
        let length = text
            .lines()
            .find_map(|line| {
                line.to_ascii_lowercase()
                    .strip_prefix("content-length:")
                    .map(|value| value.trim().parse::<usize>().unwrap())
            })
            .unwrap_or(0);
        while buffer.len() < head + length {
            if stream.read_buf(&mut buffer).await.unwrap_or(0) == 0 {
                return;
            }
        }
        let (line, headers) = text.split_once("\r\n").unwrap();
        record.lock().unwrap().push(Seen {
            line: line.trim_end_matches(" HTTP/1.1").to_owned(),
            headers: headers.to_owned(),
            body: String::from_utf8_lossy(&buffer[head..head + length]).into_owned(),
        });
        buffer.drain(..head + length);
        let reply = script.lock().unwrap().pop_front().unwrap_or_else(|| status(500, "the script has ended"));
        let (status, headers, body, length) = match reply {
            Reply::Answer(status, headers, body) => (status, headers, body.clone(), body.len()),
            Reply::Truncated(status, body) => (status, "", body.clone(), body.len() + 100),
            Reply::Close => return,
            Reply::Silent => std::future::pending().await,
        };
        let answer =
            format!("HTTP/1.1 {status} X\r\nx-request-id: req_test\r\ncontent-length: {length}\r\n{headers}\r\n{body}");
        if stream.write_all(answer.as_bytes()).await.is_err() || length != body.len() {
            return;
        }
    }
}

/// A clock on which every wait is over at once.
#[derive(Debug, Default)]
pub(crate) struct LeapClock(AtomicI64);

impl Clock for LeapClock {
    fn now_ms(&self) -> i64 {
        1_800_000_000_000 + self.0.load(Ordering::SeqCst)
    }

    fn sleep(&self, duration: Duration) -> Pin<Box<dyn Future<Output = ()> + Send + '_>> {
        self.0.fetch_add(i64::try_from(duration.as_millis()).unwrap(), Ordering::SeqCst);
        Box::pin(std::future::ready(()))
    }
}
