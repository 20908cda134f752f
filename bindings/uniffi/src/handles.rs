use std::sync::Arc;

use orgwarden_door::Door;
use secrecy::SecretString;
use serde_json::Value;

use crate::{Done, Event, Json, Opened, OrgwardenError, PlanDetails, Requests, Sandbox, read};

type Result<T> = std::result::Result<T, OrgwardenError>;

/// An open organization.
#[derive(Debug, uniffi::Object)]
pub struct Organization {
    pub(crate) opened: Opened,
}

impl Organization {
    pub(crate) async fn open_by(
        given: &Value,
        admin_key: Option<String>,
        grounds: Option<Arc<Sandbox>>,
    ) -> Result<Arc<Self>> {
        let door = Door::open(&given.to_string(), admin_key.map(SecretString::from)).await?;
        Ok(Arc::new(Self { opened: Opened::new(door, grounds) }))
    }
}

#[uniffi::export]
impl Organization {
    /// Runs an operation by its name; `arguments` is a JSON object. Answers `{"value": …, "requests": …}`.
    pub async fn call(&self, name: String, arguments: Json) -> Result<Json> {
        Ok(Json(self.opened.call(name, arguments.0).await?))
    }

    /// Plans a change by its name; `arguments` is a JSON object.
    pub async fn plan(&self, name: String, arguments: Json) -> Result<Arc<Plan>> {
        Ok(Plan::of(&self.opened, self.opened.door.plan(name, arguments.0).await?))
    }

    /// Takes up a plan that was saved.
    pub async fn open_plan(&self, path: String) -> Result<Arc<Plan>> {
        Ok(Plan::of(&self.opened, self.opened.door.open_plan(path.into()).await?))
    }

    /// Takes up a plan from the text of a file; `name` is what errors call the file.
    pub fn read_plan(&self, text: String, name: String) -> Result<Arc<Plan>> {
        Ok(Plan::of(&self.opened, self.opened.door.read_plan(&text, &name)?))
    }

    /// Continues a run that was cut off, the newest if none is named; null: there is nothing to resume. `retry`: what the
    /// API refused is tried again too.
    #[uniffi::method(default(run = None, retry = false))]
    pub async fn resume(&self, run: Option<String>, retry: bool) -> Result<Option<Arc<ApplyJob>>> {
        Ok(self
            .opened
            .door
            .resume(run, retry)
            .await?
            .map(|job| Arc::new(ApplyJob { job, _opened: self.opened.clone() })))
    }

    /// The requests that operations which have answered took since it was opened, all areas together. Plans and jobs tell
    /// their own.
    pub fn requests(&self) -> Requests {
        self.opened.requests()
    }

    /// Ends all waits and reads; jobs stop gently. Whatever is called afterwards fails as cancelled.
    pub fn shut_down(&self) {
        self.opened.door.close();
    }
}

/// A plan, not applied yet.
#[derive(Debug, uniffi::Object)]
pub struct Plan {
    opened: Opened,
    plan: orgwarden_door::Plan,
}

impl Plan {
    pub(crate) fn of(opened: &Opened, plan: orgwarden_door::Plan) -> Arc<Self> {
        Arc::new(Self { opened: opened.clone(), plan })
    }
}

#[uniffi::export]
impl Plan {
    /// As the command line shows it.
    pub fn text(&self) -> String {
        self.plan.text()
    }

    /// As Markdown.
    pub fn markdown(&self) -> String {
        self.plan.markdown()
    }

    /// As CSV.
    pub fn csv(&self) -> String {
        self.plan.csv()
    }

    /// As JSON.
    pub fn json(&self) -> Result<Json> {
        Ok(Json(self.plan.json()?))
    }

    /// In types.
    pub fn details(&self) -> Result<PlanDetails> {
        read(&self.plan.json()?)
    }

    /// As the text of a file, sealed with its digest.
    pub fn file_text(&self) -> Result<String> {
        Ok(self.plan.file_text()?)
    }

    /// Writes it into a file that only we may read.
    pub async fn save(&self, path: String) -> Result<()> {
        Ok(self.plan.save(path.into()).await?)
    }

    /// Whether there is nothing to do.
    pub fn is_empty(&self) -> bool {
        self.plan.is_empty()
    }

    /// Applies it.
    pub async fn apply(&self) -> Result<Arc<ApplyJob>> {
        Ok(Arc::new(ApplyJob { job: self.opened.door.apply(&self.plan).await?, _opened: self.opened.clone() }))
    }
}

/// A plan that is being applied. (`Job` is taken by Kotlin's coroutines.) It goes on by itself; when the last reference is gone, it stops gently.
#[derive(Debug, uniffi::Object)]
pub struct ApplyJob {
    job: orgwarden_door::Job,
    _opened: Opened,
}

#[uniffi::export]
impl ApplyJob {
    /// The next event; null when it is over. Each event is told once.
    pub async fn next(&self) -> Result<Option<Event>> {
        match self.job.next_json().await? {
            Some(event) => Ok(Some(read(&event)?)),
            None => Ok(None),
        }
    }

    /// The same as JSON, with everything that this version has no types for.
    pub async fn next_json(&self) -> Result<Option<Json>> {
        Ok(self.job.next_json().await?.map(Json))
    }

    /// Asks it to stop: no new step is sent, those under way are answered and written down.
    pub fn stop(&self) {
        self.job.stop();
    }

    /// Waits for the end. Can be asked as often as one likes.
    pub async fn result(&self) -> Result<Done> {
        read(&self.job.result_json().await?)
    }

    /// The same as JSON.
    pub async fn result_json(&self) -> Result<Json> {
        Ok(Json(self.job.result_json().await?))
    }

    /// Whether it is over.
    pub fn is_over(&self) -> bool {
        self.job.is_over()
    }
}
