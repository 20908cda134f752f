//! The two curl calls of the founding text, word for word but for the host, against `orgwarden sandbox`.
#![cfg(unix)]

use std::process::Command;

use serde_json::Value;

use crate::sandbox::Running;
use crate::support::is_installed;

const LIST: &str = r#"curl https://api.openai.com/v1/organizations/$OPENAI_ORG_ID/users \
-H "Authorization: Bearer $OPENAI_API_KEY""#;
const DELETE: &str = r#"curl -X DELETE \
https://api.openai.com/v1/organizations/$OPENAI_ORG_ID/users/$USER_ID \
-H "Authorization: Bearer $OPENAI_API_KEY""#;

struct Shell<'a> {
    sandbox: &'a Running,
    key: &'a str,
    user: &'a str,
}

impl Shell<'_> {
    /// The status and the answer.
    fn run(&self, line: &str) -> (u16, Value) {
        let line = line.replace("https://api.openai.com/v1", &self.sandbox.base_url);
        let output = Command::new("sh")
            .args(["-c", &format!("{line} -s -w '\\n%{{http_code}}'")])
            .env("OPENAI_ORG_ID", &self.sandbox.organization)
            .env("OPENAI_API_KEY", self.key)
            .env("USER_ID", self.user)
            .output()
            .unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        let (body, status) = text.rsplit_once('\n').unwrap();
        (status.parse().unwrap(), serde_json::from_str(body).unwrap_or(Value::Null))
    }

    fn control(&self, path: &str, body: &str) -> Value {
        let host = self.sandbox.base_url.trim_end_matches("/v1");
        self.run(&format!("curl {host}/sandbox/{path} -X POST -H 'Content-Type: application/json' -d '{body}'")).1
    }
}

#[test]
fn list_delete_list_again_and_the_three_hiccups() {
    if !is_installed("curl") {
        return;
    }
    let home = tempfile::tempdir().unwrap();
    let sandbox = Running::start(home.path(), &["--seed", "demo"]);
    let shell = Shell { sandbox: &sandbox, key: &sandbox.key, user: "" };

    let (status, users) = shell.run(LIST);
    assert_eq!(status, 200);
    let user =
        users["data"].as_array().unwrap().iter().find(|user| user["email"] == "tom.becker@acme.example").unwrap();
    let id = user["id"].as_str().unwrap();
    let shell = Shell { user: id, ..shell };
    let (status, deleted) = shell.run(DELETE);
    assert_eq!((status, &deleted["deleted"], &deleted["id"]), (200, &true.into(), &id.into()));
    let (_, users) = shell.run(LIST);
    assert!(users["data"].as_array().unwrap().iter().all(|user| user["id"] != id), "the id should be absent");

    // 404: the user was already removed.
    assert_eq!(shell.run(DELETE).0, 404);
    // 403: the key lacks the right scope.
    shell.control("faults", r#"{"faults": ["403:DELETE *:1:times=1"]}"#);
    assert_eq!(shell.run(DELETE).0, 403);
    // 429: too many requests.
    shell.control("limits", r#"{"limits": "2/3600"}"#);
    let statuses: Vec<u16> = (0..3).map(|_| shell.run(LIST).0).collect();
    assert_eq!(statuses, [200, 200, 429]);
    // Without any key the request is refused.
    shell.control("limits", r#"{"limits": "off"}"#);
    assert_eq!(Shell { key: "sk-wrong", ..shell }.run(LIST).0, 401);
}
