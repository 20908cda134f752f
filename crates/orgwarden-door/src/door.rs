use std::path::PathBuf;

use orgwarden::config::{Environment, Given, Settings};
use orgwarden::files;
use orgwarden::ops::{ListMembers, ResumeRun, Roster};
use orgwarden::{Error, ErrorKind, Organization, Report, Result};
use secrecy::SecretString;
use tokio_util::sync::CancellationToken;

use crate::runtime::aside;
use crate::{Job, Plan, json, run};

/// An open organization. Cheap to clone; all clones are closed together.
#[derive(Clone, Debug)]
pub struct Door {
    organization: Organization,
    closed: CancellationToken,
}

impl Door {
    /// Opens an organization. `given`: a JSON object with the members of [`Given`]; the key only where the program has one
    /// itself. Nothing is sent; a key command or the keyring may ask the person.
    pub async fn open(given: &str, key: Option<SecretString>) -> Result<Self> {
        let given = Given::from_json(given)?;
        aside(move || {
            let settings = Settings::given(&Environment::of_process(), &given, key)?;
            Ok(Self::of(&Organization::open(&settings)?))
        })
        .await
    }

    /// A door to an organization that is open already.
    pub fn of(organization: &Organization) -> Self {
        let closed = CancellationToken::new();
        Self { organization: organization.scoped(closed.clone(), |_| {}), closed }
    }

    /// The organization, for what has types in Rust.
    pub fn organization(&self) -> Result<&Organization> {
        if self.closed.is_cancelled() {
            return Err(Error::new(ErrorKind::Cancelled, "the organization was closed"));
        }
        Ok(&self.organization)
    }

    /// Runs an operation by its name. `arguments`: a JSON object. Answers `{"value": …, "requests": …}` as JSON.
    ///
    /// Dropping the future ends a read at once; a change is stopped gently, what was sent is still written down.
    pub async fn call(&self, name: String, arguments: String) -> Result<String> {
        let door = self.clone();
        run(async move { door.called(&name, &arguments).await }).await
    }

    /// The same where it is polled, which has to be on the runtime.
    pub async fn called(&self, name: &str, arguments: &str) -> Result<String> {
        json(&self.organization()?.call_raw(name, arguments).await?)
    }

    /// `members.list`, for doors that make no record of each: organizations are large. Polled on the runtime.
    pub async fn list_members(&self, arguments: &str) -> Result<Report<Roster>> {
        let organization = self.organization()?;
        let Ok(list) = serde_json::from_str::<ListMembers>(arguments) else {
            // What is wrong with arguments is said in one place, for all operations.
            let refused = organization.call_raw("members.list", arguments).await.err();
            return Err(refused.unwrap_or_else(|| Error::new(ErrorKind::Internal, "arguments were read in two ways")));
        };
        organization.run(list).await
    }

    /// Plans a change by its name. `arguments`: a JSON object.
    pub async fn plan(&self, name: String, arguments: String) -> Result<Plan> {
        let door = self.clone();
        run(async move { door.planned(&name, &arguments).await }).await
    }

    /// The same where it is polled, which has to be on the runtime.
    pub async fn planned(&self, name: &str, arguments: &str) -> Result<Plan> {
        Ok(Plan::new(self.organization()?.plan_raw(name, arguments).await?))
    }

    /// Takes up a plan that was saved.
    pub async fn open_plan(&self, path: PathBuf) -> Result<Plan> {
        let door = self.clone();
        aside(move || door.read_plan(&files::read_text(&path)?, &path.display().to_string())).await
    }

    /// Takes up a plan from the text of a file; `name` is what errors call the file.
    pub fn read_plan(&self, text: &str, name: &str) -> Result<Plan> {
        Ok(Plan::new(self.organization()?.accept(orgwarden::plan::Plan::from_file_text(text, name)?)?))
    }

    /// Applies a plan.
    pub async fn apply(&self, plan: &Plan) -> Result<Job> {
        let (organization, plan) = (self.organization()?.clone(), plan.plan().clone());
        run(async move { Ok(Job::follow(organization.apply(plan))) }).await
    }

    /// Continues a run that was cut off, the newest if none is named; `None`: there is nothing to resume. `retry`: what the
    /// API refused is tried again too.
    pub async fn resume(&self, run_name: Option<String>, retry: bool) -> Result<Option<Job>> {
        let organization = self.organization()?.clone();
        run(async move { Ok(ResumeRun { run: run_name, retry }.start(&organization)?.map(Job::follow)) }).await
    }

    /// Ends all waits and reads; jobs stop gently. Whatever is called afterwards is `cancelled`.
    pub fn close(&self) {
        self.closed.cancel();
    }
}
