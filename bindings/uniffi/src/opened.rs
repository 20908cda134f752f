use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use orgwarden_door::Door;
use serde::Deserialize;

use crate::{OrgwardenError, Requests, Sandbox, read};

/// A door with the count of the requests that its answers took. Cheap to clone; all clones count together.
#[derive(Clone, Debug)]
pub(crate) struct Opened {
    pub(crate) door: Door,
    used: Arc<Mutex<Requests>>,
    /// The sandbox that it is on: collectors must not take, and so stop it, before what was opened on it.
    _grounds: Option<Arc<Sandbox>>,
}

impl Opened {
    pub(crate) fn new(door: Door, grounds: Option<Arc<Sandbox>>) -> Self {
        let used = Arc::new(Mutex::new(Requests { total: 0, by_route: HashMap::new() }));
        Self { door, used, _grounds: grounds }
    }

    /// Runs an operation, and counts what it took once it has answered.
    pub(crate) async fn call(&self, name: String, arguments: String) -> Result<String, OrgwardenError> {
        #[derive(Deserialize)]
        struct Counted {
            requests: Requests,
        }
        let report = self.door.call(name, arguments).await?;
        self.count(read::<Counted>(&report)?.requests);
        Ok(report)
    }

    fn count(&self, requests: Requests) {
        let mut used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        used.total = used.total.saturating_add(requests.total);
        for (route, count) in requests.by_route {
            let of_route = used.by_route.entry(route).or_default();
            *of_route = of_route.saturating_add(count);
        }
    }

    pub(crate) fn requests(&self) -> Requests {
        self.used.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}
