//! The handles: an organization, a plan, a job, a sandbox.

use std::sync::Arc;

use napi::Env;
use napi::bindgen_prelude::Object;
use napi_derive::napi;
use orgwarden_door::waited;
use secrecy::SecretString;

use crate::people::People;
use crate::promised::{Cancellation, Outcome, at_once, promised};

/// An open organization.
#[napi]
#[derive(Clone)]
pub struct Organization(orgwarden_door::Door);

#[napi]
impl Organization {
    /// Opens one. `given` is JSON; the key is never in it.
    #[napi(catch_unwind, ts_return_type = "Promise<Organization>")]
    pub fn open<'env>(
        env: &'env Env,
        given: String,
        key: Option<String>,
        cancellation: Option<&Cancellation>,
    ) -> napi::Result<Object<'env>> {
        let key = key.map(SecretString::from);
        promised(env, cancellation, async move { Ok(Self(orgwarden_door::Door::open(&given, key).await?)) })
    }

    /// Runs an operation by its name; arguments and answer are JSON.
    #[napi(catch_unwind, ts_return_type = "Promise<string>")]
    pub fn call<'env>(
        &self,
        env: &'env Env,
        name: String,
        arguments: String,
        cancellation: Option<&Cancellation>,
    ) -> napi::Result<Object<'env>> {
        let door = self.0.clone();
        promised(env, cancellation, async move { door.called(&name, &arguments).await })
    }

    /// `members.list`, without a row for each.
    #[napi(catch_unwind, ts_return_type = "Promise<People>")]
    pub fn list_members<'env>(
        &self,
        env: &'env Env,
        arguments: String,
        cancellation: Option<&Cancellation>,
    ) -> napi::Result<Object<'env>> {
        let door = self.0.clone();
        promised(env, cancellation, async move { People::list(&door, &arguments).await })
    }

    /// Plans a change by its name.
    #[napi(catch_unwind, ts_return_type = "Promise<Plan>")]
    pub fn plan<'env>(
        &self,
        env: &'env Env,
        name: String,
        arguments: String,
        cancellation: Option<&Cancellation>,
    ) -> napi::Result<Object<'env>> {
        let door = self.0.clone();
        promised(env, cancellation, async move { Ok(Plan(door.planned(&name, &arguments).await?)) })
    }

    /// Takes up a plan from a file.
    #[napi(catch_unwind, ts_return_type = "Promise<Plan>")]
    pub fn open_plan<'env>(
        &self,
        env: &'env Env,
        path: String,
        cancellation: Option<&Cancellation>,
    ) -> napi::Result<Object<'env>> {
        let door = self.0.clone();
        promised(env, cancellation, async move { Ok(Plan(door.open_plan(path.into()).await?)) })
    }

    /// Applies a plan.
    #[napi(catch_unwind)]
    pub fn apply(&self, plan: &Plan) -> Outcome<Job> {
        at_once(|| Ok(Job(waited(self.0.apply(&plan.0))?)))
    }

    /// Continues a run that was cut off.
    #[napi(catch_unwind, ts_return_type = "Promise<Job | null>")]
    pub fn resume<'env>(
        &self,
        env: &'env Env,
        run: Option<String>,
        retry: bool,
        cancellation: Option<&Cancellation>,
    ) -> napi::Result<Object<'env>> {
        let door = self.0.clone();
        promised(env, cancellation, async move { Ok(door.resume(run, retry).await?.map(Job)) })
    }

    /// Ends all waits and reads; jobs stop gently.
    #[napi(catch_unwind)]
    pub fn close(&self) {
        self.0.close();
    }
}

/// A plan, not applied yet.
#[napi]
pub struct Plan(orgwarden_door::Plan);

#[napi]
impl Plan {
    /// As the command line shows it.
    #[napi(catch_unwind)]
    pub fn text(&self) -> String {
        self.0.text()
    }

    /// As Markdown.
    #[napi(catch_unwind)]
    pub fn markdown(&self) -> String {
        self.0.markdown()
    }

    /// As CSV.
    #[napi(catch_unwind)]
    pub fn csv(&self) -> String {
        self.0.csv()
    }

    /// As JSON.
    #[napi(catch_unwind)]
    pub fn json(&self) -> Outcome<String> {
        at_once(|| self.0.json())
    }

    /// Whether there is nothing to do.
    #[napi(catch_unwind)]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Writes it into a file that only we may read.
    #[napi(catch_unwind, ts_return_type = "Promise<null>")]
    pub fn save<'env>(
        &self,
        env: &'env Env,
        path: String,
        cancellation: Option<&Cancellation>,
    ) -> napi::Result<Object<'env>> {
        let plan = self.0.clone();
        promised(env, cancellation, async move { plan.save(path.into()).await })
    }
}

/// A plan that is being applied.
#[napi]
pub struct Job(orgwarden_door::Job);

#[napi]
impl Job {
    /// The next event as JSON, null at the end.
    #[napi(catch_unwind, ts_return_type = "Promise<string | null>")]
    pub fn next<'env>(&self, env: &'env Env) -> napi::Result<Object<'env>> {
        let job = self.0.clone();
        promised(env, None, async move { job.next_json().await })
    }

    /// Waits for the end; answers it as JSON.
    #[napi(catch_unwind, ts_return_type = "Promise<string>")]
    pub fn result<'env>(&self, env: &'env Env) -> napi::Result<Object<'env>> {
        let job = self.0.clone();
        promised(env, None, async move { job.result_json().await })
    }

    /// Asks it to stop gently.
    #[napi(catch_unwind)]
    pub fn stop(&self) {
        self.0.stop();
    }

    /// Whether it is over.
    #[napi(catch_unwind)]
    pub fn is_over(&self) -> bool {
        self.0.is_over()
    }
}

/// A local organization in this process.
#[napi]
pub struct Sandbox(Arc<orgwarden_door::Sandbox>);

#[napi]
impl Sandbox {
    /// Starts one. `options` is JSON.
    #[napi(catch_unwind, ts_return_type = "Promise<Sandbox>")]
    pub fn start<'env>(
        env: &'env Env,
        options: String,
        cancellation: Option<&Cancellation>,
    ) -> napi::Result<Object<'env>> {
        let start = async move { Ok(Self(Arc::new(orgwarden_door::Sandbox::start(&options).await?))) };
        promised(env, cancellation, start)
    }

    /// Where it answers.
    #[napi(catch_unwind)]
    pub fn base_url(&self) -> &str {
        self.0.base_url()
    }

    /// The organization's id.
    #[napi(catch_unwind)]
    pub fn organization(&self) -> &str {
        self.0.organization()
    }

    /// The secret of an admin key of its owner.
    #[napi(catch_unwind)]
    pub fn admin_key(&self) -> &str {
        self.0.admin_key()
    }

    /// Asks one of the controls; body and answer are JSON.
    #[napi(catch_unwind, ts_return_type = "Promise<string>")]
    pub fn control<'env>(
        &self,
        env: &'env Env,
        request: String,
        body: String,
        cancellation: Option<&Cancellation>,
    ) -> napi::Result<Object<'env>> {
        let sandbox = self.0.clone();
        promised(env, cancellation, async move { sandbox.control(&request, &body).await })
    }

    /// Stops it.
    #[napi(catch_unwind, ts_return_type = "Promise<null>")]
    pub fn stop<'env>(&self, env: &'env Env) -> napi::Result<Object<'env>> {
        let sandbox = self.0.clone();
        promised(env, None, async move { sandbox.stop().await })
    }
}
