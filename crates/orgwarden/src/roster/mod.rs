//! Members and invitations as one list of people.

mod find;
mod person;
mod read;

pub use find::{Found, Who, find};
pub use person::{Key, Membership, Person, PersonStatus, join};
pub(crate) use read::{
    SIDE_BY_SIDE, all, all_keys, found, key_owners, look_up, members, members_by_email, owners_besides, projects,
    resolve_project, user_keys,
};
