//! The operations, one file per area. A new one is a type in its area's file and a line in `ALL`.

mod assignments;
mod audit;
mod change;
mod files;
mod invite;
mod invites;
mod journal;
mod keys;
mod limits;
mod members;
mod offboard;
mod onboarding;
mod organization;
mod project_members;
mod projects;
mod receipt;
mod remove;
mod request;
mod role;
mod roster_file;

pub use assignments::{AssignRole, ListRoles, RoleList, UnassignRole};
pub use audit::{AuditPage, ListAudit};
pub use change::ChangeMembers;
pub use files::{PeopleRows, ReadPeople, ReadWishes, WishRows};
pub use invite::{InviteMembers, Invitee};
pub use invites::{CancelInvites, InvitationList, ListInvites, ResendInvites, WaitForInvite};
pub use journal::{ListRuns, ResumeRun, Resumption, RunEntry, RunList, RunRecord, ShowRun, VerifyJournal};
pub use keys::{DeleteKeys, DeleteServiceAccounts, FreezeKeys, KeyList, ListKeys};
pub use limits::{DeleteAlerts, DeleteLimit, LimitList, ListLimits, PlaceLimits, SetAlert, SetLimit};
pub use members::{ListMembers, Roster, ShowMember};
pub use offboard::{FinishOffboarding, OffboardMembers};
pub use onboarding::{
    CheckOnboarding, ChecklistItem, ItemState, Onboarding, OnboardingList, RepairOnboarding, WishSource,
};
pub use organization::{Check, CheckResult, Doctor, Health, Identity, WhoAmI};
pub use project_members::{AddToProject, RemoveFromProject, SetProjectRole};
pub use projects::{ListProjectMembers, ListProjects, ProjectList, ProjectMemberList};
pub use receipt::MakeReceipt;
pub use remove::RemoveMembers;
pub use request::{Request, RequestMethod};
pub use role::SetRole;
pub use roster_file::{ApplyRoster, CompareRoster, ExportRoster, ExportedRoster};

use crate::operation::Entry;

/// The list of all operations: the declared surface.
pub(crate) const ALL: &[Entry] = &[
    Entry::read::<ListMembers>(),
    Entry::read::<ShowMember>(),
    Entry::change::<InviteMembers>(),
    Entry::change::<SetRole>(),
    Entry::change::<RemoveMembers>(),
    Entry::change::<OffboardMembers>(),
    Entry::read::<FinishOffboarding>(),
    Entry::read::<MakeReceipt>(),
    Entry::change::<ChangeMembers>(),
    Entry::read::<ListInvites>(),
    Entry::change::<ResendInvites>(),
    Entry::change::<CancelInvites>(),
    Entry::read::<WaitForInvite>(),
    Entry::read::<CheckOnboarding>(),
    Entry::change::<RepairOnboarding>(),
    Entry::read::<ListProjects>(),
    Entry::read::<ListProjectMembers>(),
    Entry::change::<AddToProject>(),
    Entry::change::<RemoveFromProject>(),
    Entry::change::<SetProjectRole>(),
    Entry::read::<ListKeys>(),
    Entry::change::<DeleteKeys>(),
    Entry::change::<FreezeKeys>(),
    Entry::change::<DeleteServiceAccounts>(),
    Entry::read::<ListRoles>(),
    Entry::change::<AssignRole>(),
    Entry::change::<UnassignRole>(),
    Entry::read::<ListLimits>(),
    Entry::change::<SetLimit>(),
    Entry::change::<DeleteLimit>(),
    Entry::change::<SetAlert>(),
    Entry::change::<DeleteAlerts>(),
    Entry::read::<ListAudit>(),
    Entry::read::<ListRuns>(),
    Entry::read::<ShowRun>(),
    Entry::read::<VerifyJournal>(),
    Entry::read::<ResumeRun>(),
    Entry::read::<ReadPeople>(),
    Entry::read::<ReadWishes>(),
    Entry::read::<CompareRoster>(),
    Entry::change::<ApplyRoster>(),
    Entry::read::<ExportRoster>(),
    Entry::read::<WhoAmI>(),
    Entry::read::<Doctor>(),
    Entry::read::<Request>(),
];
