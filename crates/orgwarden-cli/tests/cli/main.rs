//! The command as people and scripts meet it: the real binary, real HTTP, a sandbox in this process. One file per theme.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

mod apply;
mod audit;
mod change;
mod demo;
mod documents;
mod drift;
mod events;
mod exits;
mod guards;
mod interrupts;
mod invite;
mod invites;
mod journal;
mod keys;
mod offboard;
mod onboarding;
mod org;
mod pipes;
mod projects;
mod readme;
mod remove;
mod request;
mod results;
mod role;
mod roster;
mod sandbox;
mod secrets;
mod seed_curl;
mod support;
mod terminal;
