//! What a trip needs: a sandbox, a client, and the proof that what it covers was answered.

use orgwarden_api::client::BaseUrl;
use orgwarden_api::model::{Item, List};
use orgwarden_api::{Call, Client, Error, Key};
use orgwarden_sandbox::{Control, Options, Sandbox, Seed};
use serde::de::DeserializeOwned;

/// A sandbox with the demonstration's organization, and a client of it.
pub(crate) struct Stage {
    sandbox: Sandbox,
    client: Client,
}

impl Stage {
    pub(crate) async fn start() -> Self {
        let sandbox = Sandbox::start(Options { seed: Seed::Demo, ..Options::default() }).await.unwrap();
        let base_url = BaseUrl::parse(&sandbox.base_url(), "the test").unwrap();
        let client = Client::builder(base_url, Key::new(sandbox.admin_key()).unwrap()).build().unwrap();
        Self { sandbox, client }
    }

    /// Sends a call that must succeed.
    pub(crate) async fn ask<A: DeserializeOwned>(&self, call: Call<A>) -> A {
        self.client.send(&call).await.unwrap_or_else(|error| panic!("{call:?}: {error:?}"))
    }

    /// Sends a call that must be refused.
    pub(crate) async fn refused<A: DeserializeOwned>(&self, call: Call<A>) -> Error {
        match self.client.send(&call).await {
            Ok(_) => panic!("{call:?} was not refused"),
            Err(error) => error,
        }
    }

    /// Reads a whole list.
    pub(crate) async fn all<T: DeserializeOwned + Item>(&self, call: Call<List<T>>) -> Vec<T> {
        self.client.all(call.clone()).await.unwrap_or_else(|error| panic!("{call:?}: {error:?}"))
    }

    pub(crate) fn client(&self) -> &Client {
        &self.client
    }

    pub(crate) fn control(&self) -> &Control {
        self.sandbox.control()
    }

    /// The id of the demonstration's member with this address.
    pub(crate) fn user(&self, email: &str) -> orgwarden_api::model::UserId {
        let users = self.control().users();
        users.into_iter().find(|user| user.email.as_deref() == Some(email)).unwrap().id
    }

    /// The id of the demonstration's project with this name.
    pub(crate) async fn project(&self, name: &str) -> orgwarden_api::model::ProjectId {
        let projects = self.all(orgwarden_api::projects::list(true)).await;
        projects.into_iter().find(|project| project.name.as_deref() == Some(name)).unwrap().id
    }

    /// Fails unless each of these operations was answered with a success.
    #[track_caller]
    pub(crate) fn assert_answered(&self, operations: &[&str]) {
        let log = self.control().log();
        for operation in operations {
            let answered =
                log.iter().any(|entry| entry.route.as_deref() == Some(*operation) && entry.status == Some(200));
            assert!(answered, "{operation} was not answered with a success");
        }
    }
}

/// Declares the trips of an area: tests that are given a [`Stage`] and name the operations that they cover.
macro_rules! trips {
    ($(
        $(#[$meta:meta])*
        async fn $name:ident($stage:ident) covers [$($operation:literal),+ $(,)?] $body:block
    )+) => {
        /// The operations that each trip covers.
        pub(crate) const COVERED: &[&[&str]] = &[$(&[$($operation),+]),+];

        $(
            $(#[$meta])*
            #[tokio::test]
            async fn $name() {
                let started = $crate::trip::Stage::start().await;
                let $stage = &started;
                $body
                started.assert_answered(&[$($operation),+]);
            }
        )+
    };
}
