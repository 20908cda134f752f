//! Starting and stopping.

use std::io;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use crate::clock::{self, Clock};
use crate::control::Control;
use crate::fault::Trial;
use crate::limit::Limiter;
use crate::mint::Mint;
use crate::options::Options;
use crate::seed::Beginning;
use crate::shared::{self, Gate, Shared};
use crate::store::meta::{self, Home};
use crate::store::{Replicas, Store};
use crate::wire::{Line, Listener};
use crate::world::World;
use crate::{pages, seed, server};

/// How long [`Sandbox::stop`] waits for answers that are still on their way.
const PATIENCE: Duration = Duration::from_millis(500);

/// How fast time may run: beyond this, waits are longer or shorter than clocks can count.
const SPEEDS: std::ops::RangeInclusive<f64> = 1e-6..=1e6;

/// A running local organization. Dropping it stops it.
pub struct Sandbox {
    shared: Arc<Shared>,
    control: Control,
    homes: Vec<Home>,
    stopping: CancellationToken,
    serving: Option<JoinHandle<()>>,
}

impl Sandbox {
    /// Starts a sandbox. Once this returns, it listens.
    pub async fn start(options: Options) -> Result<Self, StartError> {
        if !options.listen.ip().is_loopback() {
            return Err(StartError::NotLoopback(options.listen));
        }
        if !SPEEDS.contains(&options.speed) {
            return Err(StartError::Speed(options.speed));
        }
        let refused = |error| StartError::Listen(options.listen, error);
        let listener = TcpListener::bind(options.listen).await.map_err(refused)?;
        let address = listener.local_addr().map_err(refused)?;
        let base_url = format!("http://{address}/v1");
        // Seeding takes seconds for a large organization: not on a thread that serves others.
        let opened = tokio::task::spawn_blocking(move || open(&options, base_url)).await;
        let shared = Arc::new(opened.map_err(|error| StartError::Data(PathBuf::new(), error.to_string()))??);
        let homes = shared.numbers().map(|number| shared.world(number).home.clone()).collect();
        let router = Router::new().merge(pages::router()).fallback(server::answer).with_state(Arc::clone(&shared));
        let service = router.into_make_service_with_connect_info::<Line>();
        let stopping = CancellationToken::new();
        let signal = stopping.clone().cancelled_owned();
        let serving = tokio::spawn(async move {
            if let Err(error) = axum::serve(Listener(listener), service).with_graceful_shutdown(signal).await {
                tracing::error!(%error, "the sandbox stopped serving");
            }
        });
        let control = Control::new(Arc::clone(&shared), 0);
        Ok(Self { shared, control, homes, stopping, serving: Some(serving) })
    }

    /// The base URL for clients, `http://127.0.0.1:PORT/v1`.
    pub fn base_url(&self) -> String {
        self.shared.base_url.clone()
    }

    /// The organization's id; the first one's, if there are several.
    pub fn organization(&self) -> &str {
        &self.homes[0].organization
    }

    /// The secret of an admin key of an owner. It stays the same through resets, and in a file through restarts.
    pub fn admin_key(&self) -> &str {
        &self.homes[0].admin_key
    }

    /// The id of every organization, with the secret of an admin key of it.
    pub fn organizations(&self) -> impl ExactSizeIterator<Item = (&str, &str)> {
        self.homes.iter().map(|home| (&*home.organization, &*home.admin_key))
    }

    /// The controls for tests and demonstrations; those of the first organization, if there are several.
    pub fn control(&self) -> &Control {
        &self.control
    }

    /// Stops listening, waits shortly for answers that are on their way, and closes the database.
    pub async fn stop(mut self) {
        self.stopping.cancel();
        if let Some(mut serving) = self.serving.take()
            && tokio::time::timeout(PATIENCE, &mut serving).await.is_err()
        {
            serving.abort();
        }
        self.shared.close();
    }
}

/// Without the key.
impl std::fmt::Debug for Sandbox {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Sandbox")
            .field("base_url", &self.shared.base_url)
            .field("organization", &self.organization())
            .finish_non_exhaustive()
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        self.stopping.cancel();
        self.shared.close();
    }
}

/// Why a sandbox did not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The address can be reached from other machines.
    #[error(
        "{0} is not a loopback address; a sandbox hands out an admin key, so it listens on 127.0.0.1 or [::1] only"
    )]
    NotLoopback(SocketAddr),
    /// The address is taken, most likely.
    #[error("cannot listen on {0}: {1}")]
    Listen(SocketAddr, #[source] io::Error),
    /// Time cannot run that fast, or that slowly.
    #[error("{0} is no speed: it must be a number from 0.000001 to 1000000")]
    Speed(f64),
    /// The database cannot be used.
    #[error("cannot use `{path}` as the sandbox's data: {1}", path = .0.display())]
    Data(PathBuf, String),
}

/// Opens the databases.
fn open(options: &Options, base_url: String) -> Result<Shared, StartError> {
    let stores = (1..=options.organizations.get()).map(|number| open_store(options, number));
    let stores = stores.collect::<Result<Vec<(PathBuf, Store)>, _>>()?;
    let mut start = clock::present();
    for (path, store) in &stores {
        let youngest = meta::youngest(store).map_err(|error| StartError::Data(path.clone(), words(&error)))?;
        start = start.max(orgwarden_api::model::Timestamp::new(youngest));
    }
    let start = clock::showable(options.clock.unwrap_or(start));
    let worlds = stores
        .into_iter()
        .map(|(path, store)| fill(options, store, start).map_err(|error| StartError::Data(path, words(&error))));
    let worlds = worlds.collect::<Result<Vec<World>, _>>()?;
    let gate = Gate {
        limiter: Limiter::new(options.limits, options.speed),
        retry_after: options.retry_after,
        trial: Trial::new(options.faults.clone()),
    };
    let clock = Clock::starting_at(start, options.speed, Instant::now());
    Ok(Shared::new(worlds, clock, gate, base_url, options))
}

/// The database of an organization. `acme.sqlite` is the first one's, `acme-2.sqlite` the second one's.
fn open_store(options: &Options, number: usize) -> Result<(PathBuf, Store), StartError> {
    let path = match &options.data {
        None => PathBuf::from(":memory:"),
        Some(file) if number == 1 => file.clone(),
        Some(file) => {
            let mut name = file.file_stem().unwrap_or_default().to_owned();
            name.push(format!("-{number}"));
            if let Some(extension) = file.extension() {
                name.push(".");
                name.push(extension);
            }
            file.with_file_name(name)
        }
    };
    let failed = |error: rusqlite::Error| StartError::Data(path.clone(), words(&error));
    let store = match &options.data {
        Some(_) => {
            keep_private(&path).map_err(|error| StartError::Data(path.clone(), error.to_string()))?;
            Store::in_file(&path).map_err(failed)?
        }
        None => Store::in_memory().map_err(failed)?,
    };
    Ok((path, store))
}

/// The organization of a database, which is filled if it is new.
fn fill(options: &Options, store: Store, start: orgwarden_api::model::Timestamp) -> rusqlite::Result<World> {
    let milliseconds = u64::try_from(clock::present().seconds()).unwrap_or_default() * 1000;
    let mut mint = Mint::new(store.random()?, milliseconds);
    let home = store.transaction(|| match Home::load(&store)? {
        Some(home) => seed::ensure_key(&store, &mut mint, home, start),
        None => seed::sow(&store, &mut mint, options.seed, start, &Beginning::New { audit_log: options.audit_log }),
    })?;
    let replicas = Replicas::of(&store, shared::lags(&options.faults))?;
    Ok(World { store, mint, home, replicas })
}

/// Makes the file readable for its owner only, before anything is in it: it will hold a secret.
///
/// One that exists is not opened: closing it again would take away the lock by which another sandbox of this process
/// holds it (a rule of POSIX).
fn keep_private(file: &Path) -> io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.create_new(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(file) {
        #[cfg(unix)]
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            std::fs::set_permissions(file, std::os::unix::fs::PermissionsExt::from_mode(0o600))
        }
        #[cfg(not(unix))]
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        outcome => outcome.map(drop),
    }
}

fn words(error: &rusqlite::Error) -> String {
    match error.sqlite_error_code() {
        Some(rusqlite::ErrorCode::DatabaseBusy | rusqlite::ErrorCode::DatabaseLocked) => {
            "another sandbox is using it".to_owned()
        }
        Some(rusqlite::ErrorCode::NotADatabase) => "it is not a database".to_owned(),
        _ => match error {
            rusqlite::Error::InvalidParameterName(words) => words.clone(),
            other => other.to_string(),
        },
    }
}
