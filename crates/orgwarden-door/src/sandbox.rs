use std::sync::{Mutex, PoisonError};

use orgwarden::{Error, ErrorKind, Result};
use orgwarden_sandbox::{Control, Options};

use crate::run;

/// A local organization in this process. Dropping it stops it.
#[derive(Debug)]
pub struct Sandbox {
    running: Mutex<Option<orgwarden_sandbox::Sandbox>>,
    control: Control,
    base_url: String,
    organization: String,
    admin_key: String,
}

impl Sandbox {
    /// Starts one. `options`: a JSON object, see [`Options::from_json`].
    pub async fn start(options: &str) -> Result<Self> {
        let options = Options::from_json(options)
            .map_err(|error| Error::invalid(format!("the sandbox cannot be started so: {error}")))?;
        run(async move {
            let sandbox = orgwarden_sandbox::Sandbox::start(options)
                .await
                .map_err(|error| Error::new(ErrorKind::Config, format!("the sandbox did not start: {error}")))?;
            Ok(Self {
                control: sandbox.control().clone(),
                base_url: sandbox.base_url(),
                organization: sandbox.organization().to_owned(),
                admin_key: sandbox.admin_key().to_owned(),
                running: Mutex::new(Some(sandbox)),
            })
        })
        .await
    }

    /// Where it answers, `http://127.0.0.1:PORT/v1`.
    pub fn base_url(&self) -> &str {
        &self.base_url
    }

    /// The organization's id.
    pub fn organization(&self) -> &str {
        &self.organization
    }

    /// The secret of an admin key of its owner. It opens nothing but this sandbox.
    pub fn admin_key(&self) -> &str {
        &self.admin_key
    }

    /// Asks one of the controls, such as `POST /sandbox/clock` with the body `{"advance": 604800}`, and gives its answer as
    /// JSON. The table of controls is on the page of the crate `orgwarden-sandbox`.
    pub async fn control(&self, request: &str, body: &str) -> Result<String> {
        let (control, request, body) = (self.control.clone(), request.to_owned(), body.to_owned());
        run(async move {
            match control.request(&request, &body).await {
                (200..300, answer) => Ok(answer),
                (status, answer) => {
                    Err(Error::invalid(format!("the sandbox refused `{request}` ({status}): {}", answer.trim_end())))
                }
            }
        })
        .await
    }

    /// Stops it. Can be asked as often as one likes.
    pub async fn stop(&self) -> Result<()> {
        let running = self.running.lock().unwrap_or_else(PoisonError::into_inner).take();
        run(async move {
            if let Some(running) = running {
                running.stop().await;
            }
            Ok(())
        })
        .await
    }
}
