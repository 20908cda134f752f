//! Members and invitations as one list of people.

mod facts;
mod find;
mod person;
mod present;
mod read;
mod snapshot;
mod state;
mod told;

pub(crate) use facts::{Census, Known, facts};
pub use find::{Found, Who, find};
pub(crate) use find::{Index, near};
pub use person::{Key, Membership, Person, PersonStatus, join};
pub use present::Present;
pub(crate) use read::{
    SIDE_BY_SIDE, all, all_keys, found, key_owners, look_up, members, members_by_email, members_by_id, projects,
    resolve_group, resolve_project, user_keys,
};
pub use snapshot::Snapshot;
pub(crate) use state::State;
