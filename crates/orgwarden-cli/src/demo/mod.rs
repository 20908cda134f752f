//! The newcomer's story: a member's whole life on a local organization, over real HTTP, through the same operations as
//! every other command. Time is the sandbox's, so that a week passes in no time.

mod clock;
mod stage;
mod story;

use std::time::Instant;

use orgwarden::{Error, ErrorKind, Result};
use orgwarden_sandbox::{Options, Sandbox, Seed};
use tokio_util::sync::CancellationToken;

use crate::exit::Exit;
use crate::interrupt;
use crate::output::Output;
use stage::Stage;

/// Tells the story.
pub(crate) async fn run(output: &Output) -> Result<Exit> {
    let started = Instant::now();
    let stop = CancellationToken::new();
    let told = output.clone();
    interrupt::listen(stop.clone(), move || told.note("stopping"), || {});
    let sandbox = Sandbox::start(Options { seed: Seed::Demo, ..Options::default() })
        .await
        .map_err(|error| Error::new(ErrorKind::Internal, format!("the sandbox did not start: {error}")))?;
    let mut stage = Stage::open(&sandbox, output.clone())?;
    tokio::select! {
        biased;
        () = stop.cancelled() => return Ok(Exit::Interrupted),
        told = story::tell(&mut stage) => told?,
    }
    stage.end(started.elapsed())?;
    sandbox.stop().await;
    Ok(Exit::Done)
}
