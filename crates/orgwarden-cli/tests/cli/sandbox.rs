//! The sandbox as a command.
#![cfg(unix)]

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::Child;

use serde_json::Value;

use crate::support::{World, binary, finish, signal};

/// A sandbox of its own process; ended with this value.
pub(crate) struct Running {
    pub(crate) child: Option<Child>,
    pub(crate) base_url: String,
    pub(crate) organization: String,
    pub(crate) key: String,
}

impl Running {
    pub(crate) fn start(home: &Path, arguments: &[&str]) -> Self {
        let mut command = binary(home);
        command.args(["sandbox", "--listen", "127.0.0.1:0", "--format", "json"]).args(arguments);
        let mut child = command.spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        let address: Value = serde_json::from_str(&line).unwrap();
        let text = |name: &str| address[name].as_str().unwrap().to_owned();
        assert_eq!(address.as_object().unwrap().len(), 3);
        Self {
            base_url: text("base_url"),
            organization: text("organization"),
            key: text("admin_key"),
            child: Some(child),
        }
    }

    pub(crate) fn stop(mut self, name: &str) {
        let child = self.child.take().unwrap();
        signal(&child, name);
        finish(child).expect(0);
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if let Some(mut child) = self.child.take() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

#[test]
fn it_says_where_it_is_and_survives_a_restart() {
    let home = tempfile::tempdir().unwrap();
    let data = home.path().join("acme.sqlite");
    let arguments = ["--data", data.to_str().unwrap(), "--seed", "empty", "--clock", "2026-01-31T09:00:00Z"];
    let sandbox = Running::start(home.path(), &arguments);
    let run = |sandbox: &Running, arguments: &[&str]| {
        let mut command = binary(home.path());
        command.env("OPENAI_BASE_URL", &sandbox.base_url).env("OPENAI_ADMIN_KEY", &sandbox.key);
        finish(command.env("OPENAI_ORG_ID", &sandbox.organization).args(arguments).spawn().unwrap())
    };
    run(&sandbox, &["invite", "ada@x.example", "-q"]).expect(0);
    let (organization, key) = (sandbox.organization.clone(), sandbox.key.clone());
    sandbox.stop("TERM");
    let sandbox = Running::start(home.path(), &arguments);
    assert_eq!((&sandbox.organization, &sandbox.key), (&organization, &key));
    assert!(run(&sandbox, &["invites"]).expect(0).out.contains("ada@x.example"));
    sandbox.stop("INT");
}

#[test]
fn people_get_lines_to_paste() {
    let home = tempfile::tempdir().unwrap();
    let mut child = binary(home.path()).args(["sandbox", "--listen", "127.0.0.1:0"]).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let pasted: Vec<String> =
        lines.by_ref().map(Result::unwrap).filter(|line| line.contains("export ")).take(3).collect();
    for (line, start) in pasted.iter().zip(["OPENAI_BASE_URL=http", "OPENAI_ORG_ID=org-", "OPENAI_ADMIN_KEY=sk-admin-"])
    {
        assert!(line.contains(&format!("export {start}")), "{line}");
    }
    signal(&child, "INT");
    finish(child).expect(0);
}

#[test]
fn what_it_cannot_do_is_said_at_once() {
    let home = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str]| finish(binary(home.path()).arg("sandbox").args(arguments).spawn().unwrap());
    let sandbox = Running::start(home.path(), &[]);
    let taken = sandbox.base_url.trim_start_matches("http://").trim_end_matches("/v1").to_owned();
    assert!(run(&["--listen", &taken]).expect(2).err.contains("127.0.0.1:0"));
    assert!(run(&["--listen", "0.0.0.0:0"]).expect(2).err.contains("loopback"));
    assert!(run(&["--seed", "many"]).expect(2).err.contains("250x20"));
    assert!(run(&["--limits", "fast"]).expect(2).err.contains("7/60"));
    assert!(run(&["--fault", "boom"]).expect(2).err.contains("its kind is a status"));
    assert!(run(&["--speed", "0"]).expect(2).err.contains("speed"));
}

#[test]
fn the_help_names_every_kind_of_fault() {
    let world = World::demo();
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let refused = words(&world.run(&["sandbox", "--fault", "boom"]).expect(2).err);
    let kinds = refused.split("or one of ").nth(1).and_then(|rest| rest.split(" For more").next()).unwrap().to_owned();
    let help = words(&world.run(&["sandbox", "--help"]).expect(0).out);
    for kind in kinds.split(", ") {
        assert!(help.contains(kind), "{kind}");
    }
}

#[test]
fn several_organizations_are_named_with_their_keys() {
    let home = tempfile::tempdir().unwrap();
    let mut command = binary(home.path());
    command.args(["sandbox", "--listen", "127.0.0.1:0", "--format", "json", "--organizations", "2", "--no-audit-log"]);
    let mut child = command.spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
    let address: Value = serde_json::from_str(&line).unwrap();
    let organizations = address["organizations"].as_array().unwrap();
    assert_eq!(organizations.len(), 2);
    assert_eq!(organizations[0]["admin_key"], address["admin_key"]);
    for organization in organizations {
        let mut command = binary(home.path());
        command.env("OPENAI_BASE_URL", address["base_url"].as_str().unwrap());
        command.env("OPENAI_ADMIN_KEY", organization["admin_key"].as_str().unwrap());
        command.env("OPENAI_ORG_ID", organization["organization"].as_str().unwrap());
        finish(command.arg("audit").spawn().unwrap()).expect(0);
    }
    signal(&child, "TERM");
    finish(child).expect(0);
}
