//! A sandbox and a client for it.

#![allow(dead_code, reason = "no test file uses all of it")]
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use orgwarden_sandbox::{Options, Sandbox, Seed};
use reqwest::header::HeaderMap;
use reqwest::{Client, Method};
use serde_json::Value;

/// A running sandbox and who talks to it.
pub(crate) struct Org {
    pub(crate) sandbox: Sandbox,
    pub(crate) client: Client,
}

/// An answer.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {}", self.text))
    }

    /// The body of a success.
    #[track_caller]
    pub(crate) fn ok(&self) -> Value {
        assert_eq!(self.status, 200, "{}", self.text);
        self.json()
    }

    /// The error block of a refusal, with its status.
    #[track_caller]
    pub(crate) fn refused(&self, status: u16) -> Value {
        assert_eq!(self.status, status, "{}", self.text);
        self.json()["error"].clone()
    }
}

pub(crate) fn client() -> Client {
    rustls::crypto::ring::default_provider().install_default().ok();
    Client::builder().no_proxy().build().unwrap()
}

impl Org {
    pub(crate) async fn start(options: Options) -> Self {
        Self { sandbox: Sandbox::start(options).await.unwrap(), client: client() }
    }

    pub(crate) async fn empty() -> Self {
        Self::start(Options::default()).await
    }

    pub(crate) async fn demo() -> Self {
        Self::start(Options { seed: Seed::Demo, ..Options::default() }).await
    }

    /// Sends a request with a key to a path below `/v1`.
    pub(crate) async fn try_with(
        &self,
        key: &str,
        method: &str,
        path: &str,
        body: Option<&str>,
    ) -> Result<Answer, reqwest::Error> {
        let url = format!("{}{path}", self.sandbox.base_url());
        let mut request = self.client.request(Method::from_bytes(method.as_bytes()).unwrap(), url);
        if !key.is_empty() {
            request = request.header("authorization", format!("Bearer {key}"));
        }
        if let Some(body) = body {
            request = request.header("content-type", "application/json").body(body.to_owned());
        }
        let response = request.send().await?;
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        Ok(Answer { status, headers, text: response.text().await? })
    }

    pub(crate) async fn with(&self, key: &str, method: &str, path: &str, body: Option<&Value>) -> Answer {
        let body = body.map(Value::to_string);
        self.try_with(key, method, path, body.as_deref()).await.unwrap()
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.with(self.sandbox.admin_key(), "GET", path, None).await
    }

    pub(crate) async fn post(&self, path: &str, body: Value) -> Answer {
        self.with(self.sandbox.admin_key(), "POST", path, Some(&body)).await
    }

    pub(crate) async fn delete(&self, path: &str) -> Answer {
        self.with(self.sandbox.admin_key(), "DELETE", path, None).await
    }

    /// Sends a request to one of the sandbox's own pages.
    pub(crate) async fn page(&self, method: &str, path: &str, body: Option<Value>) -> Answer {
        let base = self.sandbox.base_url();
        let url = format!("{}{path}", base.strip_suffix("/v1").unwrap());
        let mut request = self.client.request(Method::from_bytes(method.as_bytes()).unwrap(), url);
        if let Some(body) = body {
            request = request.body(body.to_string());
        }
        let response = request.send().await.unwrap();
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        Answer { status, headers, text: response.text().await.unwrap() }
    }

    /// The id of the member with this address.
    pub(crate) fn user(&self, email: &str) -> String {
        let users = self.sandbox.control().users();
        users.iter().find(|user| user.email.as_deref() == Some(email)).unwrap().id.as_str().to_owned()
    }

    /// The id of the project with this name.
    pub(crate) async fn project(&self, name: &str) -> String {
        let projects = self.get("/organization/projects?limit=100&include_archived=true").await.ok();
        let project = projects["data"].as_array().unwrap().iter().find(|project| project["name"] == name).unwrap();
        project["id"].as_str().unwrap().to_owned()
    }

    /// Invites somebody and accepts at once; answers the id of the new member.
    pub(crate) async fn join(&self, email: &str, role: &str) -> String {
        let body = serde_json::json!({"email": email, "role": role, "projects": []});
        self.post("/organization/invites", body).await.ok();
        self.sandbox.control().accept_invite(email, email).unwrap().id.as_str().to_owned()
    }
}

/// The texts of a member of all items of a list.
pub(crate) fn texts(list: &Value, member: &str) -> Vec<String> {
    let items = list["data"].as_array().unwrap();
    items.iter().map(|item| item[member].as_str().unwrap_or_default().to_owned()).collect()
}

/// All items of a list, page by page, with the number of pages.
pub(crate) async fn all(org: &Org, path: &str, limit: u32) -> (Vec<Value>, usize) {
    let (mut items, mut after, mut pages) = (Vec::new(), String::new(), 0);
    let joint = if path.contains('?') { '&' } else { '?' };
    loop {
        let page = org.get(&format!("{path}{joint}limit={limit}{after}")).await.ok();
        pages += 1;
        items.extend(page["data"].as_array().unwrap().iter().cloned());
        if page["has_more"] != true {
            return (items, pages);
        }
        after = format!("&after={}", page["last_id"].as_str().unwrap());
    }
}

/// All items of a list that is continued by an opaque cursor, page by page, with the number of pages.
pub(crate) async fn chain(org: &Org, path: &str, limit: u32) -> (Vec<Value>, usize) {
    let (mut items, mut after, mut pages) = (Vec::new(), String::new(), 0);
    let joint = if path.contains('?') { '&' } else { '?' };
    loop {
        let page = org.get(&format!("{path}{joint}limit={limit}{after}")).await.ok();
        pages += 1;
        items.extend(page["data"].as_array().unwrap().iter().cloned());
        assert_eq!(page["has_more"] == true, page["next"].is_string(), "{page}");
        let Some(next) = page["next"].as_str() else { return (items, pages) };
        after = format!("&after={next}");
    }
}
