//! Members and invitations as one list of people.

mod facts;
mod find;
mod person;
mod present;
mod read;
mod state;

pub(crate) use facts::{Known, facts};
pub use find::{Found, Who, find};
pub use person::{Key, Membership, Person, PersonStatus, join};
pub use present::Present;
pub(crate) use read::{
    SIDE_BY_SIDE, all, all_keys, found, look_up, members, members_by_email, projects, resolve_project, user_keys,
};
pub(crate) use state::State;
