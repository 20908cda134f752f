//! The operations, one file per area. A new one is a type in its area's file and a line in the list below.

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

use crate::operation::{Describe, Entry, describe};

macro_rules! operations {
    ($($kind:ident $Operation:ident,)+) => {
        /// All operations: the declared surface.
        pub(crate) const ALL: &[Entry] = &[$(Entry::$kind::<$Operation>(),)+];

        /// What they say of themselves, in the same order.
        pub(crate) const DESCRIBED: &[Describe] = &[$(describe::<$Operation>,)+];
    };
}

operations! {
    read ListMembers,
    read ShowMember,
    change InviteMembers,
    change SetRole,
    change RemoveMembers,
    change OffboardMembers,
    read FinishOffboarding,
    read MakeReceipt,
    change ChangeMembers,
    read ListInvites,
    change ResendInvites,
    change CancelInvites,
    read WaitForInvite,
    read CheckOnboarding,
    change RepairOnboarding,
    read ListProjects,
    read ListProjectMembers,
    change AddToProject,
    change RemoveFromProject,
    change SetProjectRole,
    read ListKeys,
    change DeleteKeys,
    change FreezeKeys,
    change DeleteServiceAccounts,
    read ListRoles,
    change AssignRole,
    change UnassignRole,
    read ListLimits,
    change SetLimit,
    change DeleteLimit,
    change SetAlert,
    change DeleteAlerts,
    read ListAudit,
    read ListRuns,
    read ShowRun,
    read VerifyJournal,
    read ResumeRun,
    read ReadPeople,
    read ReadWishes,
    read CompareRoster,
    change ApplyRoster,
    read ExportRoster,
    read WhoAmI,
    read Doctor,
    read Request,
}
