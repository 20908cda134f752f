//! No key comes out: not in errors, not in settings, not in the log. A test of its own, because what `tracing` records of a
//! place in the code is decided by the first thread that passes it.

#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a failure of the scaffolding is a failure of the test")]

mod home;

use std::io::{self, Write};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use orgwarden::config::Settings;
use orgwarden_api::Error;

use home::{Home, profile};

/// Collects what tracing writes.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn no_key_comes_out_anywhere() {
    const GOOD: &str = "sk-admin-canary-0123456789";
    let log = Log::default();
    let writer = log.clone();
    let subscriber =
        tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_writer(move || writer.clone()).finish();
    let mut outputs = Vec::new();
    tracing::subscriber::with_default(subscriber, || {
        let long = "canary".repeat(1000);
        let bad =
            ["canary", "sk-admin-canary canary-0123", "sk-admin-canary\ncanary-0123", "sk-admin-…canary0123", &long];
        let sources = [
            "{ env = \"ACME\" }",
            "{ file = \"~/acme.key\" }",
            "{ command = [\"sh\", \"-c\", \"cat $HOME/acme.key\"] }",
            "{ command = [\"sh\", \"-c\", \"cat $HOME/acme.key; exit 7\"] }",
            "{ command = [\"sh\", \"-c\", \"cat $HOME/acme.key; exec sleep 600\"] }",
            "{ command = [\"no-such-program\", \"canary\"] }",
            "{ keyring = \"noisy\" }",
            "\"sk-admin-canary-0123456789\"",
        ];
        for source in sources {
            for (key, mode) in bad.iter().map(|key| (*key, 0o600)).chain([(GOOD, 0o600), (GOOD, 0o644)]) {
                let mut home = Home::new(&profile(source)).with("ACME", key);
                home.write("acme.key", mode, key);
                if source.contains("sleep") {
                    home.environment = home.environment.with_command_timeout(Duration::from_millis(20));
                }
                record(&home.resolve(), &mut outputs);
            }
        }
        for variable in ["OPENAI_ADMIN_KEY", "OPENAI_API_KEY", "OPENAI_ORG_ID", "OPENAI_BASE_URL", "ORGWARDEN_PROFILE"]
        {
            for key in ["sk-proj-canary-0123456789", GOOD] {
                let home = Home::new("").with(variable, key).with("OPENAI_ADMIN_KEY", key);
                outputs.push(format!("{:?}", home.environment));
                record(&home.resolve(), &mut outputs);
            }
        }
    });
    let log = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(log.contains("reading the key") && log.contains("settings"), "the log is on: {log}");
    outputs.push(log);
    assert!(outputs.len() > 200);
    for output in outputs {
        assert!(!output.contains("canary"), "{output}");
    }
}

fn record(result: &Result<Settings, Error>, outputs: &mut Vec<String>) {
    match result {
        Ok(settings) => {
            outputs.extend([
                format!("{settings:?}"),
                format!("{settings:#?}"),
                serde_json::to_string(settings).unwrap(),
            ]);
        }
        Err(error) => {
            outputs.extend([error.to_string(), format!("{error:?}"), format!("{error:#?}")]);
            outputs.extend([serde_json::to_string(error).unwrap(), error.hint().unwrap_or_default().to_owned()]);
            let mut source = std::error::Error::source(error);
            while let Some(cause) = source {
                outputs.extend([cause.to_string(), format!("{cause:?}")]);
                source = cause.source();
            }
        }
    }
}
