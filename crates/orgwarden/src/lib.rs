//! What we mean: the operations on the members of an OpenAI API organization.
//!
//! Every door (command line, web page, language bindings) leads to this crate and holds no rule of its own. Decisions
//! are pure functions over data ([`roster`], [`plan`], [`guard`]); [`apply`] is the only place that changes anything.
//!
//! An operation is a value that is run on an [`Organization`]:
//!
//! ```no_run
//! use orgwarden::{Organization, config::{Environment, Settings}, ops::ListMembers};
//!
//! # async fn example() -> orgwarden::Result<()> {
//! let settings = Settings::resolve(&Environment::of_process(), None)?;
//! let organization = Organization::open(&settings)?;
//! let roster = organization.run(ListMembers::default()).await?;
//! for person in &roster.value.people {
//!     println!("{} {}", person.label(), person.status);
//! }
//! # Ok(()) }
//! ```

pub mod apply;
pub mod budgets;
pub mod config;
pub mod files;
pub mod guard;
pub mod input;
pub mod journal;
pub mod ops;
pub mod plan;
pub mod receipt;
pub mod results;
pub mod roster;
pub mod roster_file;
pub mod words;

mod operation;
mod organization;
mod private_file;
mod sqlite;

pub use operation::{Change, Description, Effect, Operation, Report};
pub use organization::Organization;
pub use orgwarden_api as api;
pub use orgwarden_api::{Error, ErrorKind, Result};
