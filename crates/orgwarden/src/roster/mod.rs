//! Members and invitations as one list of people.

mod directory;
mod everybody;
mod facts;
mod find;
mod key;
mod need;
mod person;
mod places;
mod read;
mod reading;
mod role_places;
mod snapshot;
mod spend;
mod state;

pub(crate) use directory::Directory;
pub(crate) use everybody::{Extent, SpendOf};
pub(crate) use facts::{Census, Known, facts};
pub use find::{Found, Who, find};
pub(crate) use find::{Index, among, near};
pub use key::Key;
pub(crate) use key::{admin_key_names, admin_key_owner, keys_by_name, only_admin_keys, use_label};
pub(crate) use person::join;
pub use person::{Membership, Person, PersonStatus};
pub(crate) use places::{Places, SharedPlaces};
pub(crate) use read::{
    SIDE_BY_SIDE, admin_keys, all, all_in_project, all_keys, all_of, found, is_of_an_archived_project, listed_by_email,
    look_up, member_people, members, members_by_email, members_by_id, owners_of_key, present, projects,
    resolve_account, resolve_project, resolve_role, user_keys,
};
pub use role_places::RolePlace;
pub(crate) use role_places::{Has, has};
pub use snapshot::Snapshot;
pub use spend::{Alerts, Limits};
pub(crate) use spend::{read_alerts, read_limits};
pub(crate) use state::State;
