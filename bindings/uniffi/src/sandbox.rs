use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::{Json, Moment, Organization, OrgwardenError, read};

type Result<T> = std::result::Result<T, OrgwardenError>;

/// A local organization in this process, for tests and to try things out.
#[derive(Debug, uniffi::Object)]
pub struct Sandbox {
    sandbox: orgwarden_door::Sandbox,
    /// Where organizations that were opened on it keep their journals.
    folders: Mutex<Vec<TempDir>>,
}

impl Sandbox {
    fn folder(&self) -> Result<PathBuf> {
        let folder = tempfile::tempdir().map_err(|error| {
            let message = format!("there is no temporary folder: {error}");
            orgwarden_door::Error::new(orgwarden_door::ErrorKind::Storage, message)
        })?;
        let path = folder.path().to_owned();
        self.folders.lock().unwrap_or_else(PoisonError::into_inner).push(folder);
        Ok(path)
    }

    async fn ask(&self, request: &str, body: Value) -> Result<String> {
        Ok(self.sandbox.control(request, &body.to_string()).await?)
    }

    async fn clock(&self, body: Value) -> Result<Moment> {
        #[derive(serde::Deserialize)]
        struct Clock {
            now: Moment,
        }
        Ok(read::<Clock>(&self.ask("POST /sandbox/clock", body).await?)?.now)
    }
}

#[uniffi::export]
impl Sandbox {
    /// Starts one. `options` is a JSON object: `{"seed": "demo", "limits": "observed", "faults": []}`, all optional.
    #[uniffi::constructor(default(options = "{}"))]
    pub async fn start(options: String) -> Result<Arc<Self>> {
        let sandbox = orgwarden_door::Sandbox::start(&options).await?;
        Ok(Arc::new(Self { sandbox, folders: Mutex::default() }))
    }

    /// Where it answers.
    pub fn base_url(&self) -> String {
        self.sandbox.base_url().to_owned()
    }

    /// The organization's id.
    pub fn organization(&self) -> String {
        self.sandbox.organization().to_owned()
    }

    /// The secret of an admin key of its owner. It opens nothing but this sandbox.
    pub fn admin_key(&self) -> String {
        self.sandbox.admin_key().to_owned()
    }

    /// Opens the organization, with a journal of its own in a temporary folder that goes with the sandbox. The sandbox stays until
    /// what was opened on it is closed, or it is stopped.
    pub async fn open(self: Arc<Self>) -> Result<Arc<Organization>> {
        let given = json!({
            "base_url": self.base_url(),
            "organization": self.organization(),
            "state_dir": self.folder()?,
        });
        let key = self.admin_key();
        Organization::open_by(&given, Some(key), Some(self)).await
    }

    /// Moves its clock forward; answers what it shows then.
    pub async fn advance_clock(&self, seconds: u64) -> Result<Moment> {
        self.clock(json!({ "advance": seconds })).await
    }

    /// Sets its clock.
    pub async fn set_clock(&self, time: Moment) -> Result<Moment> {
        self.clock(json!({ "set": time })).await
    }

    /// Accepts an invitation, named by id or e-mail address, as somebody (left out: the one who was invited).
    #[uniffi::method(default(by = None))]
    pub async fn accept(&self, invite: String, by: Option<String>) -> Result<()> {
        let by = by.unwrap_or_else(|| invite.clone());
        self.ask("POST /sandbox/accept", json!({ "invite": invite, "as": by })).await.map(drop)
    }

    /// Empties it and fills it anew with a seed, such as `demo`.
    #[uniffi::method(default(seed = "empty"))]
    pub async fn reset(&self, seed: String) -> Result<()> {
        self.ask("POST /sandbox/reset", json!({ "seed": seed })).await.map(drop)
    }

    /// What goes wrong from now on, such as `500:*:0.02`; an empty list: nothing.
    #[uniffi::method(default(faults = []))]
    pub async fn set_faults(&self, faults: Vec<String>) -> Result<()> {
        self.ask("POST /sandbox/faults", json!({ "faults": faults })).await.map(drop)
    }

    /// How many requests it lets through from now on: `off`, `observed`, or as many in so many seconds, `7/60`.
    pub async fn set_limits(&self, limits: String) -> Result<()> {
        self.ask("POST /sandbox/limits", json!({ "limits": limits })).await.map(drop)
    }

    /// Requests, refusals and faults by route.
    pub async fn counts(&self) -> Result<Json> {
        Ok(Json(self.sandbox.control("GET /sandbox/counts", "").await?))
    }

    /// Asks one of the controls, such as `POST /sandbox/clock` with the body `{"advance": 604800}`.
    #[uniffi::method(default(body = ""))]
    pub async fn control(&self, request: String, body: String) -> Result<Json> {
        Ok(Json(self.sandbox.control(&request, &body).await?))
    }

    /// Stops it.
    pub async fn stop(&self) -> Result<()> {
        Ok(self.sandbox.stop().await?)
    }
}
