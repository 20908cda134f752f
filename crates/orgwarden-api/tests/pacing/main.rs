//! Pacing against simulated servers, in virtual time: the figures are exact and the same on every machine.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::cast_precision_loss, reason = "a test")]

mod guesses;
mod limits;
mod properties;
mod server;
mod time;
mod waiting;
mod world;
