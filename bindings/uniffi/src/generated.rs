// Written by `cargo xtask generate` from the declared surface; do not edit.

//! What the declared surface is in the terms of UniFFI.

#![allow(missing_docs, reason = "members of the API's objects mean what their names say")]
#![allow(clippy::too_many_arguments, reason = "they have names in Kotlin and Swift")]

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::{Map, json};

use crate::{Json, Moment, Money, Opened, Organization, Plan, answer, plan};

/// One thing that is done to the organization: exactly one request.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Enum)]
#[serde(tag = "act")]
pub enum Act {
    /// Invites somebody.
    #[serde(rename = "invite")]
    Invite {
        /// The e-mail address.
        email: String,
        /// The role in the organization.
        role: OrganizationRole,
        /// The projects. Absent: the API grants the default project. Empty: none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        projects: Option<Vec<ProjectGrant>>,
    },
    /// Cancels an invitation.
    #[serde(rename = "cancel_invite")]
    CancelInvite {
        /// The invitation.
        invite: String,
    },
    /// Sets the role of a member in the organization.
    #[serde(rename = "set_role")]
    SetRole {
        /// The member.
        user: String,
        /// The role afterwards.
        role: OrganizationRole,
    },
    /// Removes a member from the organization, and with that ends their keys and memberships.
    #[serde(rename = "remove")]
    Remove {
        /// The member.
        user: String,
    },
    /// Adds a member of the organization to a project.
    #[serde(rename = "add_to_project")]
    AddToProject {
        /// The project.
        project: String,
        /// The member.
        user: String,
        /// The role in the project.
        role: ProjectRole,
    },
    /// Sets the role of somebody in a project.
    #[serde(rename = "set_project_role")]
    SetProjectRole {
        /// The project.
        project: String,
        /// The member.
        user: String,
        /// The role afterwards.
        role: ProjectRole,
    },
    /// Removes somebody from a project.
    #[serde(rename = "remove_from_project")]
    RemoveFromProject {
        /// The project.
        project: String,
        /// The member.
        user: String,
    },
    /// Adds a member to a group.
    #[serde(rename = "add_to_group")]
    AddToGroup {
        /// The group.
        group: String,
        /// The member.
        user: String,
    },
    /// Removes a member from a group.
    #[serde(rename = "remove_from_group")]
    RemoveFromGroup {
        /// The group.
        group: String,
        /// The member.
        user: String,
    },
    /// Gives a role to a member or a group, in the organization or in a project, beside what they have.
    #[serde(rename = "assign_role")]
    AssignRole {
        /// Who gets it.
        holder: Holder,
        /// The role.
        role: String,
        /// The project; absent: the organization.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        project: Option<String>,
    },
    /// Takes a role from a member or a group that it was given to directly.
    #[serde(rename = "unassign_role")]
    UnassignRole {
        /// Who loses it.
        holder: Holder,
        /// The role.
        role: String,
        /// The project; absent: the organization.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        project: Option<String>,
    },
    /// Deletes a key of a project.
    #[serde(rename = "delete_key")]
    DeleteKey {
        /// The project.
        project: String,
        /// The key.
        key: String,
        /// The person whose key it is; absent: nobody knows.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        owner: Option<String>,
    },
    /// Deletes an admin key.
    #[serde(rename = "delete_admin_key")]
    DeleteAdminKey {
        /// The key.
        key: String,
        /// The person whose key it is; absent: nobody knows.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        owner: Option<String>,
    },
    /// Limits what a key of a project may do, and if wished for how long.
    #[serde(rename = "freeze_key")]
    FreezeKey {
        /// The project.
        project: String,
        /// The key.
        key: String,
        /// All that it may do from now on. The API takes an empty list for everything, so an empty one is never sent.
        scopes: Vec<String>,
        /// How long it lives from now on, in seconds; absent: as long as before.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        expires_in_seconds: Option<u32>,
        /// The person whose key it is; absent: a service account's.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        owner: Option<String>,
    },
    /// Deletes a service account, and with it ends its keys.
    #[serde(rename = "delete_service_account")]
    DeleteServiceAccount {
        /// The project.
        project: String,
        /// The service account.
        account: String,
    },
    /// Archives a project, for good: its keys and memberships end.
    #[serde(rename = "archive_project")]
    ArchiveProject {
        /// The project.
        project: String,
    },
    /// Sets the monthly spend limit of the organization or of a project.
    #[serde(rename = "set_spend_limit")]
    SetSpendLimit {
        /// The limit in US cents.
        cents: u64,
        /// The project; absent: the organization.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        project: Option<String>,
    },
    /// Takes the monthly spend limit of the organization or of a project away.
    #[serde(rename = "delete_spend_limit")]
    DeleteSpendLimit {
        /// The project; absent: the organization.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        project: Option<String>,
    },
    /// Creates a mail about the spend of a month.
    #[serde(rename = "create_spend_alert")]
    CreateSpendAlert {
        /// What it is.
        alert: AlertTerms,
        /// The project; absent: the organization.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        project: Option<String>,
    },
    /// Replaces all of a mail about the spend of a month.
    #[serde(rename = "replace_spend_alert")]
    ReplaceSpendAlert {
        /// Which one.
        id: String,
        /// What it is afterwards.
        alert: AlertTerms,
        /// The project; absent: the organization.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        project: Option<String>,
    },
    /// Deletes a mail about the spend of a month.
    #[serde(rename = "delete_spend_alert")]
    DeleteSpendAlert {
        /// Which one.
        id: String,
        /// The project; absent: the organization.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        project: Option<String>,
    },
}

/// Who did it: a person at the dashboard (`session`) or a key (`api_key`).
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct Actor {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub api_key: Option<ActorApiKey>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<ActorSession>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
}

/// A key that acted.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct ActorApiKey {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service_account: Option<Principal>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user: Option<Principal>,
}

/// A person at the dashboard.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct ActorSession {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ip_address: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user: Option<Principal>,
}

/// An admin key (`AdminApiKey` in the schema).
///
/// The list of admin keys also shows project keys; compare ids before counting.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct AdminApiKey {
    pub id: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_at: Option<Moment>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Moment>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_used_at: Option<Moment>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<Principal>,
    /// The secret with its middle left out, `sk-admin...def`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub redacted_value: Option<String>,
}

/// A mail when the spend of a month passes an amount.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct Alert {
    /// The amount, like `$40`.
    pub amount: String,
    /// The addresses that get the mail.
    pub recipients: Vec<String>,
}

/// What an alert is: when it mails, and whom.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct AlertTerms {
    /// The spend of a month that it watches for, in US cents.
    pub cents: u64,
    /// The addresses that get the mail.
    pub recipients: Vec<String>,
    /// What the subject of the mail starts with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject_prefix: Option<String>,
}

/// A part of a wish that is so already.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct Already {
    /// Whom or what it is about.
    pub subject: String,
    /// What is so.
    pub state: String,
    /// Whether it is less than what was wished: then the state says what would change that.
    #[serde(default)]
    pub is_short: bool,
}

/// An entry of the audit log.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct AuditEvidence {
    /// Its id.
    pub id: String,
    /// What happened.
    pub kind: EventType,
    /// When.
    pub at: Moment,
    /// Who did it, where the log says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<String>,
}

/// An entry of the audit log (`AuditLog` in the schema).
///
/// The details stand in a member that is named like the event type.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct AuditLog {
    pub id: String,
    pub r#type: EventType,
    pub effective_at: Moment,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<Actor>,
    /// Actions with an admin key carry the default project here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub project: Option<AuditProject>,
}

/// Entries of the audit log.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct AuditPage {
    /// The entries.
    pub events: Vec<AuditLog>,
    /// Whether there are more.
    pub more: bool,
}

/// The project of an audit event.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct AuditProject {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// How many requests a plan takes from one budget.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct BudgetUse {
    /// The budget: verb and route, by which the API counts.
    pub route: String,
    /// How many requests.
    pub count: u32,
}

/// One check.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct Check {
    /// What was checked.
    pub name: String,
    /// How it stands.
    pub result: CheckResult,
    /// What was seen.
    pub detail: String,
    /// What to do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
}

/// How a check stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, uniffi::Enum)]
pub enum CheckResult {
    /// Good.
    #[serde(rename = "good")]
    Good,
    /// Works, and deserves a look.
    #[serde(rename = "warning")]
    Warning,
    /// Does not work.
    #[serde(rename = "bad")]
    Bad,
}

/// A line of a checklist.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct ChecklistItem {
    /// What should be so.
    pub what: String,
    /// Whether it is.
    pub state: ItemState,
    /// Whether `onboarding.repair` does it.
    pub can_be_repaired: bool,
    /// Why, or what to do next, if there is something to say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// How a roster file and the organization differ.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct Comparison {
    /// What is to be done, in the order of the file; removals of those who are not listed come last.
    pub wishes: Vec<Wish>,
    /// Who is in the organization and not in the file, and is left alone.
    pub unlisted: Vec<String>,
    /// Whose access ends soon.
    pub ending: Vec<Ending>,
}

/// What must still be true of the organization when a plan is applied.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Enum)]
#[serde(tag = "is")]
pub enum Condition {
    /// Somebody is a member, with this address and role.
    #[serde(rename = "member")]
    Member {
        /// The member.
        user: String,
        /// The address; null: none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        email: Option<String>,
        /// The role; null: the API told none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        role: Option<OrganizationRole>,
    },
    /// Nobody with this address is a member.
    #[serde(rename = "not_member")]
    NotMember {
        /// The address.
        email: String,
    },
    /// An invitation has not been accepted or cancelled.
    #[serde(rename = "invited")]
    Invited {
        /// The invitation.
        invite: String,
    },
    /// No other invitation than perhaps this one stands in the way of a new one for this address.
    #[serde(rename = "not_invited")]
    NotInvited {
        /// The address.
        email: String,
        /// An invitation that the plan itself cancels before.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        besides: Option<String>,
    },
    /// Somebody is in a project, with this role.
    #[serde(rename = "in_project")]
    InProject {
        /// The project.
        project: String,
        /// The member.
        user: String,
        /// The role; null: the API told none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        role: Option<ProjectRole>,
    },
    /// Somebody is not in a project.
    #[serde(rename = "not_in_project")]
    NotInProject {
        /// The project.
        project: String,
        /// The member.
        user: String,
    },
    /// Somebody is in a group, or is not.
    #[serde(rename = "group_membership")]
    GroupMembership {
        /// The group.
        group: String,
        /// The member.
        user: String,
        /// Whether they are in it.
        present: bool,
    },
    /// A key exists.
    #[serde(rename = "key")]
    Key {
        /// The project.
        project: String,
        /// The key.
        key: String,
        /// Whose it is; absent: that does not matter.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        owner: Option<String>,
    },
    /// An admin key exists.
    #[serde(rename = "admin_key")]
    AdminKey {
        /// The key.
        key: String,
        /// Whose it is; absent: that does not matter.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        owner: Option<String>,
    },
    /// A role was given to somebody directly, or was not.
    #[serde(rename = "role_assignment")]
    RoleAssignment {
        /// Who has it.
        holder: Holder,
        /// The role.
        role: String,
        /// Whether they have it.
        present: bool,
        /// The project; absent: the organization.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        project: Option<String>,
    },
    /// A service account exists.
    #[serde(rename = "service_account")]
    ServiceAccount {
        /// The project.
        project: String,
        /// The service account.
        account: String,
    },
    /// The spend limit is this one, or there is none.
    #[serde(rename = "spend_limit")]
    SpendLimit {
        /// In US cents; null: there is none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cents: Option<u64>,
        /// The project; absent: the organization.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        project: Option<String>,
    },
    /// An alert is what it was.
    #[serde(rename = "spend_alert")]
    SpendAlert {
        /// Which one.
        id: String,
        /// What it is.
        alert: AlertTerms,
        /// The project; absent: the organization.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        project: Option<String>,
    },
    /// No alert watches for this amount.
    #[serde(rename = "no_spend_alert")]
    NoSpendAlert {
        /// In US cents.
        cents: u64,
        /// The project; absent: the organization.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        project: Option<String>,
    },
    /// A project is not archived.
    #[serde(rename = "active")]
    Active {
        /// The project.
        project: String,
    },
}

/// How many steps ended in which way. Together they are all steps of the plan.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct Counts {
    /// Took effect.
    pub done: u64,
    /// Were so already.
    pub already: u64,
    /// Did not take effect.
    pub failed: u64,
    /// Are held by guards.
    pub held: u64,
    /// Were not sent.
    pub not_sent: u64,
    /// May have taken effect.
    pub unknown: u64,
}

/// Somebody who was removed, or was to be.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct Departure {
    /// The e-mail address, or what the person is called.
    pub subject: String,
    /// The member's id.
    pub user: String,
    /// What was taken away, in words.
    pub lost: Vec<String>,
    /// Whether the person was still on the roster when this was read.
    pub still_listed: bool,
    /// Keys of the person that were left when this was read.
    pub keys_left: Vec<Key>,
    /// Admin keys of the person that were left when this was read.
    pub admin_keys_left: Vec<AdminApiKey>,
    /// What the audit log has about the person since the run began. Empty also where the log is switched off.
    pub audit_events: Vec<AuditEvidence>,
    /// Why, as the run says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// When it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub removed_at: Option<Moment>,
    /// The `x-request-id` of the removal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
    /// How the removal ended. Null: it was never sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<State>,
}

/// What became of a plan.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct Done {
    /// The run in the journal.
    pub run: String,
    /// How many steps ended in which way.
    pub counts: Counts,
    /// Every step, in the order of the plan.
    pub results: Vec<StepResult>,
    /// What was so already when the plan was made.
    pub already: Vec<Already>,
    /// What guards held back.
    pub held: Vec<Held>,
    /// Whether it was stopped before the end.
    pub stopped: bool,
    /// Addresses that are still on the roster although they were removed. Read back after the removal.
    pub still_listed: Vec<String>,
    /// The requests that it took, planning included.
    pub requests: Requests,
    /// Why the journal could not be written, which ended the work early. What was done from then on is not in it, and
    /// is settled by reading when the run is resumed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub journal_error: Option<Failure>,
}

/// What an operation does to the organization.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, uniffi::Enum)]
pub enum Effect {
    /// Reads only.
    #[serde(rename = "reads")]
    Reads,
    /// Changes something that can be changed back.
    #[serde(rename = "changes")]
    Changes,
    /// Takes something away that does not come back: doors ask before.
    #[serde(rename = "destroys")]
    Destroys,
}

/// Somebody whose access ends soon.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct Ending {
    /// The e-mail address.
    pub email: String,
    /// The last day.
    pub until: String,
    /// How many days are left; 0 on the last one.
    pub days_left: i32,
}

/// What kind of failure it is. Two failures have different kinds only if the caller would act differently.
///
/// Closed on purpose, so that every door maps every kind: a new one is a breaking change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, uniffi::Enum)]
pub enum ErrorKind {
    /// The input is not valid; nothing was sent.
    #[serde(rename = "invalid")]
    Invalid,
    /// The configuration is missing something or contradicts itself; nothing was sent.
    #[serde(rename = "config")]
    Config,
    /// The API does not accept the key (401), or the key belongs to another organization.
    #[serde(rename = "authentication")]
    Authentication,
    /// The key is good but may not do this (403).
    #[serde(rename = "permission")]
    Permission,
    /// The thing is not there (404), or no member matches.
    #[serde(rename = "not_found")]
    NotFound,
    /// The state of the organization forbids it (409).
    #[serde(rename = "conflict")]
    Conflict,
    /// The API refused the request as it was put (another 4xx).
    #[serde(rename = "rejected")]
    Rejected,
    /// The API asks to wait longer than the caller allows (429).
    #[serde(rename = "rate_limited")]
    RateLimited,
    /// The API is failing (5xx); the request changed nothing.
    #[serde(rename = "unavailable")]
    Unavailable,
    /// The API could not be reached; the request changed nothing.
    #[serde(rename = "transport")]
    Transport,
    /// The request may or may not have taken effect. Read the organization before doing anything again.
    #[serde(rename = "outcome_unknown")]
    OutcomeUnknown,
    /// The API answered something that cannot be understood.
    #[serde(rename = "decode")]
    Decode,
    /// A guard held the change back; nothing was sent.
    #[serde(rename = "guard")]
    Guard,
    /// The caller stopped it before it was sent.
    #[serde(rename = "cancelled")]
    Cancelled,
    /// A local file could not be read or written.
    #[serde(rename = "storage")]
    Storage,
    /// A fault of this program.
    #[serde(rename = "internal")]
    Internal,
}

/// What happens while a plan is applied. As JSON, `event` tells which of these it is.
///
/// `plan` comes first, `summary` last. A step that is sent begins with `step`; every step of the plan ends with
/// exactly one of `done`, `failed`, `held`, `unknown` and `not_sent`: of a run that is resumed, those that ended
/// before are told before `start`. Numbers of steps count from 0, in the order of the plan. Kinds of events and
/// members may be added; whoever reads them should pass over what they do not know.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Enum)]
#[serde(tag = "event")]
pub enum Event {
    /// What is agreed to be done.
    #[serde(rename = "plan")]
    Plan {
        /// The plan.
        plan: PlanDetails,
    },
    /// It begins.
    #[serde(rename = "start")]
    Start {
        /// The run in the journal.
        run: String,
        /// When.
        at: Moment,
        /// How many steps are left to be done.
        steps: u64,
        /// How many ended before this process took the run up.
        before: u64,
        /// How long it will take in seconds, as far as is known.
        estimate_seconds: f64,
    },
    /// A step is in the journal, and is about to be sent.
    #[serde(rename = "step")]
    Step {
        /// The number of the step.
        step: u64,
        /// Whom it is about.
        subject: String,
        /// What it does, in words.
        action: String,
        /// When.
        at: Moment,
    },
    /// A request waits for its turn.
    #[serde(rename = "wait")]
    Wait {
        /// Method and route template.
        route: String,
        /// How long in seconds, as far as is known.
        seconds: f64,
        /// How many requests the route's limit lets through in a minute. Null: not known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        per_minute: Option<f64>,
        /// The step that it is of. Null: something is read for all of them.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        step: Option<u64>,
    },
    /// A request is about to be sent again.
    #[serde(rename = "retry")]
    Retry {
        /// Method and route template.
        route: String,
        /// What went wrong.
        reason: String,
        /// How long until then, in seconds.
        seconds: f64,
        /// The step that it is of. Null: something is read for all of them.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        step: Option<u64>,
    },
    /// A guard holds a step, by what the organization is like now.
    #[serde(rename = "held")]
    Held {
        /// The number of the step, counted from 0.
        step: u64,
        /// Whom it is about.
        subject: String,
        /// What it does, in words.
        action: String,
        /// How it ended.
        status: StepStatus,
        /// Whether it was found by reading, after the answer was lost.
        found_by_reading: bool,
        /// How often it was sent, sending again included; 0: never. What an interrupted process sent last is not
        /// counted.
        attempts: u32,
        /// How long the steps that are left will take in seconds, at the pace that has been learned by now.
        left_seconds: f64,
        /// The rule, why, and what would allow it.
        held: Held,
        /// When it ended. Null: it was never begun.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<Moment>,
        /// What went wrong.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        error: Option<Failure>,
        /// The id in the answer: of the new invitation, for example.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        id: Option<String>,
        /// The `x-request-id` of the answer.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        request_id: Option<String>,
    },
    /// A step took effect, or it was so already.
    #[serde(rename = "done")]
    Done {
        /// The number of the step, counted from 0.
        step: u64,
        /// Whom it is about.
        subject: String,
        /// What it does, in words.
        action: String,
        /// How it ended.
        status: StepStatus,
        /// Whether it was found by reading, after the answer was lost.
        found_by_reading: bool,
        /// How often it was sent, sending again included; 0: never. What an interrupted process sent last is not
        /// counted.
        attempts: u32,
        /// How long the steps that are left will take in seconds, at the pace that has been learned by now.
        left_seconds: f64,
        /// When it ended. Null: it was never begun.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<Moment>,
        /// What went wrong.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        error: Option<Failure>,
        /// The id in the answer: of the new invitation, for example.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        id: Option<String>,
        /// The `x-request-id` of the answer.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        request_id: Option<String>,
    },
    /// A step did not take effect.
    #[serde(rename = "failed")]
    Failed {
        /// The number of the step, counted from 0.
        step: u64,
        /// Whom it is about.
        subject: String,
        /// What it does, in words.
        action: String,
        /// How it ended.
        status: StepStatus,
        /// Whether it was found by reading, after the answer was lost.
        found_by_reading: bool,
        /// How often it was sent, sending again included; 0: never. What an interrupted process sent last is not
        /// counted.
        attempts: u32,
        /// How long the steps that are left will take in seconds, at the pace that has been learned by now.
        left_seconds: f64,
        /// When it ended. Null: it was never begun.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<Moment>,
        /// What went wrong.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        error: Option<Failure>,
        /// The id in the answer: of the new invitation, for example.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        id: Option<String>,
        /// The `x-request-id` of the answer.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        request_id: Option<String>,
    },
    /// A step may have taken effect, and reading did not settle it.
    #[serde(rename = "unknown")]
    Unknown {
        /// The number of the step, counted from 0.
        step: u64,
        /// Whom it is about.
        subject: String,
        /// What it does, in words.
        action: String,
        /// How it ended.
        status: StepStatus,
        /// Whether it was found by reading, after the answer was lost.
        found_by_reading: bool,
        /// How often it was sent, sending again included; 0: never. What an interrupted process sent last is not
        /// counted.
        attempts: u32,
        /// How long the steps that are left will take in seconds, at the pace that has been learned by now.
        left_seconds: f64,
        /// When it ended. Null: it was never begun.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<Moment>,
        /// What went wrong.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        error: Option<Failure>,
        /// The id in the answer: of the new invitation, for example.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        id: Option<String>,
        /// The `x-request-id` of the answer.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        request_id: Option<String>,
    },
    /// A step was not sent.
    #[serde(rename = "not_sent")]
    NotSent {
        /// The number of the step, counted from 0.
        step: u64,
        /// Whom it is about.
        subject: String,
        /// What it does, in words.
        action: String,
        /// How it ended.
        status: StepStatus,
        /// Whether it was found by reading, after the answer was lost.
        found_by_reading: bool,
        /// How often it was sent, sending again included; 0: never. What an interrupted process sent last is not
        /// counted.
        attempts: u32,
        /// How long the steps that are left will take in seconds, at the pace that has been learned by now.
        left_seconds: f64,
        /// When it ended. Null: it was never begun.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<Moment>,
        /// What went wrong.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        error: Option<Failure>,
        /// The id in the answer: of the new invitation, for example.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        id: Option<String>,
        /// The `x-request-id` of the answer.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        request_id: Option<String>,
    },
    /// The end: what the format `json` tells.
    #[serde(rename = "summary")]
    Summary {
        /// The run in the journal.
        run: String,
        /// How many steps ended in which way.
        counts: Counts,
        /// Every step, in the order of the plan.
        results: Vec<StepResult>,
        /// What was so already when the plan was made.
        already: Vec<Already>,
        /// What guards held back.
        held: Vec<Held>,
        /// Whether it was stopped before the end.
        stopped: bool,
        /// Addresses that are still on the roster although they were removed. Read back after the removal.
        still_listed: Vec<String>,
        /// The requests that it took, planning included.
        requests: Requests,
        /// Why the journal could not be written, which ended the work early. What was done from then on is not in it,
        /// and is settled by reading when the run is resumed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        journal_error: Option<Failure>,
    },
    /// A kind that this version does not know.
    #[serde(other)]
    Other,
}

/// The kinds of audit events about members. There are some 150 in all; the others are carried as text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, uniffi::Enum)]
#[uniffi::export(Display)]
#[serde(from = "String", into = "String")]
pub enum EventType {
    /// An invitation was sent.
    InviteSent,
    /// An invitation was accepted.
    InviteAccepted,
    /// An invitation was deleted.
    InviteDeleted,
    /// Somebody became a member.
    UserAdded,
    /// A member's role changed.
    UserUpdated,
    /// A member was removed.
    UserDeleted,
    /// A key was created.
    ApiKeyCreated,
    /// A key was changed.
    ApiKeyUpdated,
    /// A key was deleted.
    ApiKeyDeleted,
    /// A project was created.
    ProjectCreated,
    /// A project was changed.
    ProjectUpdated,
    /// A project was archived.
    ProjectArchived,
    /// A word that this version does not know.
    Other {
        /// As it was written.
        word: String,
    },
}

impl From<String> for EventType {
    fn from(word: String) -> Self {
        match word.as_str() {
            "invite.sent" => Self::InviteSent,
            "invite.accepted" => Self::InviteAccepted,
            "invite.deleted" => Self::InviteDeleted,
            "user.added" => Self::UserAdded,
            "user.updated" => Self::UserUpdated,
            "user.deleted" => Self::UserDeleted,
            "api_key.created" => Self::ApiKeyCreated,
            "api_key.updated" => Self::ApiKeyUpdated,
            "api_key.deleted" => Self::ApiKeyDeleted,
            "project.created" => Self::ProjectCreated,
            "project.updated" => Self::ProjectUpdated,
            "project.archived" => Self::ProjectArchived,
            _ => Self::Other { word },
        }
    }
}

impl From<EventType> for String {
    fn from(value: EventType) -> Self {
        match value {
            EventType::InviteSent => "invite.sent".to_owned(),
            EventType::InviteAccepted => "invite.accepted".to_owned(),
            EventType::InviteDeleted => "invite.deleted".to_owned(),
            EventType::UserAdded => "user.added".to_owned(),
            EventType::UserUpdated => "user.updated".to_owned(),
            EventType::UserDeleted => "user.deleted".to_owned(),
            EventType::ApiKeyCreated => "api_key.created".to_owned(),
            EventType::ApiKeyUpdated => "api_key.updated".to_owned(),
            EventType::ApiKeyDeleted => "api_key.deleted".to_owned(),
            EventType::ProjectCreated => "project.created".to_owned(),
            EventType::ProjectUpdated => "project.updated".to_owned(),
            EventType::ProjectArchived => "project.archived".to_owned(),
            EventType::Other { word } => word,
        }
    }
}

impl std::fmt::Display for EventType {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&String::from(self.clone()))
    }
}

/// A roster file and its text.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct ExportedRoster {
    /// The file, as data.
    pub roster: RosterFile,
    /// The file, as text.
    pub text: String,
}

/// A failure, with its cause and the next step.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
#[uniffi::export(Display)]
pub struct Failure {
    /// What kind of failure it is.
    pub kind: ErrorKind,
    /// What happened, in one line for people; not for programs.
    pub message: String,
    /// The next step to take, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// The `x-request-id` of the answer: what OpenAI's support asks for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
    /// How many seconds the server asks to wait.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after_seconds: Option<f64>,
    /// The method and route template of the request, where there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub route: Option<String>,
    /// What the server said, where it answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<Service>,
}

/// The rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, uniffi::Enum)]
pub enum Guard {
    /// The organization would be left without an owner, and nobody could let anybody in again.
    #[serde(rename = "last_owner")]
    LastOwner,
    /// Fewer owners would remain than the organization must have.
    #[serde(rename = "minimum_owners")]
    MinimumOwners,
    /// The person must stay an owner.
    #[serde(rename = "required_owner")]
    RequiredOwner,
    /// Nothing may be taken from the person.
    #[serde(rename = "protected")]
    Protected,
    /// The key belongs to this very person: without the person it stops working, in the middle of the work.
    #[serde(rename = "yourself")]
    Yourself,
    /// More would be removed at once than one plan may.
    #[serde(rename = "too_many_removals")]
    TooManyRemovals,
    /// An identity provider manages the person, and would undo the change.
    #[serde(rename = "scim_managed")]
    ScimManaged,
    /// A project would be left without an owner of its own.
    #[serde(rename = "ownerless_project")]
    OwnerlessProject,
    /// Owners of the organization are owners of every project, which nothing in a project can change.
    #[serde(rename = "organization_owner")]
    OrganizationOwner,
    /// A key would be limited to no scope at all, which the API takes for every scope that its owner has.
    #[serde(rename = "empty_scopes")]
    EmptyScopes,
    /// The admin key in use would be deleted, or one that cannot be told from it: nothing more could be done with it.
    #[serde(rename = "key_in_use")]
    KeyInUse,
}

/// What the checks say.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct Health {
    /// Whether every check is good.
    pub healthy: bool,
    /// The checks, in order. The later ones are left out when an earlier one makes them pointless.
    pub checks: Vec<Check>,
}

/// A part of a wish that a guard holds back.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct Held {
    /// Whom it is about.
    pub subject: String,
    /// The rule.
    pub guard: Guard,
    /// Why.
    pub reason: String,
    /// What would allow it: the flag, or the line of the policy. Null: nothing does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub allow: Option<String>,
}

/// Who can have roles.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Enum)]
#[serde(untagged)]
pub enum Holder {
    /// A member of the organization.
    User { user: String },
    /// A group: its members have its roles too.
    Group { group: String },
}

/// Which organization and which key.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct Identity {
    /// Where the API is.
    pub base_url: String,
    /// What the key is for, by its prefix.
    pub key_class: String,
    /// How many keys look like this one; more than one makes the owner uncertain.
    pub candidates: u64,
    /// When the key ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Moment>,
    /// The key's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key_id: Option<String>,
    /// The key's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key_name: Option<String>,
    /// The organization that the profile or the environment names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organization: Option<String>,
    /// The e-mail address or name of the key's owner.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// The owner's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner_id: Option<String>,
}

/// Invitations, the newest first.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct InvitationList {
    /// Each with the status that the clock gives it.
    pub invites: Vec<Person>,
}

/// Somebody to invite.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct Invitee {
    /// The e-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub email: Option<String>,
    /// Where it was read: `people.csv:12:3`, file, line and column. Errors name it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub place: Option<String>,
    /// The projects to join, by name or id, each with `:owner` or `:member` behind it if wished.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub projects: Option<Vec<String>>,
    /// The role in the organization.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub role: Option<String>,
}

/// Whether a line of a checklist is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, uniffi::Enum)]
pub enum ItemState {
    /// It is so.
    #[serde(rename = "done")]
    Done,
    /// It cannot be so yet: the person has not accepted.
    #[serde(rename = "waiting")]
    Waiting,
    /// It should be so, and is not.
    #[serde(rename = "open")]
    Open,
}

/// A project key and where it belongs. Never the secret.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct Key {
    /// The key's id.
    pub id: String,
    /// The project.
    pub project_id: String,
    /// When it was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_at: Option<Moment>,
    /// When it ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Moment>,
    /// When it was last used; null: never.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_used_at: Option<Moment>,
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The owner's address, or the name of a service account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// The owner's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner_id: Option<String>,
    /// A person or a service account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner_kind: Option<OwnerKind>,
    /// Whether the owner still has access to the project.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner_project_access: Option<OwnerProjectAccess>,
    /// The project's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub project: Option<String>,
    /// The secret with its middle left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub redacted_value: Option<String>,
}

/// Keys.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct KeyList {
    /// Keys of projects.
    pub keys: Vec<Key>,
    /// Admin keys. Absent: not asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub admin_keys: Option<Vec<AdminApiKey>>,
}

/// Limits and alerts.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct LimitList {
    /// By place.
    pub places: Vec<PlaceLimits>,
}

/// Somebody who should be in the organization.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct Member {
    /// The e-mail address.
    pub email: String,
    /// The groups, by name or id, in the same way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub groups: Option<Vec<String>>,
    /// What people should know; nothing acts on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The projects, by name or id, each with `:owner` or `:member` behind it if wished. Together with those of the
    /// teams they are all that the person is in; if neither names any, projects are left as they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub projects: Option<Vec<String>>,
    /// The role in the organization.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<RoleWord>,
    /// The teams, by the names that they have in this file.
    #[serde(default)]
    pub teams: Vec<String>,
    /// The last day on which they belong here, in UTC. Afterwards they are removed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
}

/// A person's place in a project.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct Membership {
    /// The project.
    pub id: String,
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The role in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<ProjectRole>,
}

/// Who gets the mail of a `SpendAlert`.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct NotificationChannel {
    pub recipients: Vec<String>,
    /// What the subject of the mail starts with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject_prefix: Option<String>,
    /// `email`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
}

/// What a plan for people who leave says beyond its steps: what was theirs, and what is left to be done by hand.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct Offboarding {
    /// What was theirs, read once for all of them. Only members; whoever is gone already has nothing.
    pub stakes: Vec<Stake>,
    /// The run whose people left these keys behind, if the plan deletes what outlived them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finishes: Option<String>,
    /// Keys of service accounts that they could have read, the most recently used first: to be replaced by hand.
    /// Absent: not asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rotate: Option<Vec<Key>>,
    /// Whether they lose their access now and are removed later.
    #[serde(default)]
    pub staged: bool,
}

/// Where somebody who was invited stands on the way in.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct Onboarding {
    /// The address that was invited.
    pub email: String,
    /// The invitation.
    pub invite: String,
    /// Where the person stands.
    pub status: PersonStatus,
    /// From where it is known which projects were to be granted.
    pub source: WishSource,
    /// The checklist, in order.
    pub items: Vec<ChecklistItem>,
    /// When it was accepted, where the API says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accepted_at: Option<Moment>,
    /// When the invitation was sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invited_at: Option<Moment>,
    /// The member that came of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user: Option<String>,
}

/// How far people have come.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct OnboardingList {
    /// Each with a checklist; the newest invitation first.
    pub people: Vec<Onboarding>,
}

/// A built-in role in the organization. The dashboard says Admin for `owner` and Member for `reader`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, uniffi::Enum)]
#[uniffi::export(Display)]
#[serde(from = "String", into = "String")]
pub enum OrganizationRole {
    /// Manages members, billing and settings; implicitly owner of every project.
    Owner,
    /// Uses the API and reads basic organization data.
    Reader,
    /// A word that this version does not know.
    Other {
        /// As it was written.
        word: String,
    },
}

impl From<String> for OrganizationRole {
    fn from(word: String) -> Self {
        match word.as_str() {
            "owner" => Self::Owner,
            "reader" => Self::Reader,
            _ => Self::Other { word },
        }
    }
}

impl From<OrganizationRole> for String {
    fn from(value: OrganizationRole) -> Self {
        match value {
            OrganizationRole::Owner => "owner".to_owned(),
            OrganizationRole::Reader => "reader".to_owned(),
            OrganizationRole::Other { word } => word,
        }
    }
}

impl std::fmt::Display for OrganizationRole {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&String::from(self.clone()))
    }
}

/// Another step of the run.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct Outcome {
    /// Whom it is about.
    pub subject: String,
    /// What it does, in words.
    pub action: String,
    /// What the audit log has about it, where the log knows the thing by its id.
    pub audit_events: Vec<AuditEvidence>,
    /// When it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Moment>,
    /// Why it did not end well, if that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
    /// The `x-request-id` of the answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
    /// How it ended. Null: it was never sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<State>,
}

/// What owns a key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, uniffi::Enum)]
#[uniffi::export(Display)]
#[serde(from = "String", into = "String")]
pub enum OwnerKind {
    /// A person.
    User,
    /// A service account.
    ServiceAccount,
    /// A word that this version does not know.
    Other {
        /// As it was written.
        word: String,
    },
}

impl From<String> for OwnerKind {
    fn from(word: String) -> Self {
        match word.as_str() {
            "user" => Self::User,
            "service_account" => Self::ServiceAccount,
            _ => Self::Other { word },
        }
    }
}

impl From<OwnerKind> for String {
    fn from(value: OwnerKind) -> Self {
        match value {
            OwnerKind::User => "user".to_owned(),
            OwnerKind::ServiceAccount => "service_account".to_owned(),
            OwnerKind::Other { word } => word,
        }
    }
}

impl std::fmt::Display for OwnerKind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&String::from(self.clone()))
    }
}

/// Whether a key's owner still has access to the project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, uniffi::Enum)]
#[uniffi::export(Display)]
#[serde(from = "String", into = "String")]
pub enum OwnerProjectAccess {
    /// The owner has access.
    Active,
    /// The owner has lost access.
    Inactive,
    /// A word that this version does not know.
    Other {
        /// As it was written.
        word: String,
    },
}

impl From<String> for OwnerProjectAccess {
    fn from(word: String) -> Self {
        match word.as_str() {
            "active" => Self::Active,
            "inactive" => Self::Inactive,
            _ => Self::Other { word },
        }
    }
}

impl From<OwnerProjectAccess> for String {
    fn from(value: OwnerProjectAccess) -> Self {
        match value {
            OwnerProjectAccess::Active => "active".to_owned(),
            OwnerProjectAccess::Inactive => "inactive".to_owned(),
            OwnerProjectAccess::Other { word } => word,
        }
    }
}

impl std::fmt::Display for OwnerProjectAccess {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&String::from(self.clone()))
    }
}

/// What a file of people to invite says: the arguments of `members.invite`.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct PeopleRows {
    /// One for each row.
    pub people: Vec<Invitee>,
    /// How many rows are left out because a file of results says that they are done.
    pub skipped: u64,
    /// The organization that the rows are meant for, if they say so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organization: Option<String>,
}

/// A member, or somebody who was invited.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct Person {
    /// Member, or where the invitation stands.
    pub status: PersonStatus,
    /// The e-mail address, where the API gives one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// When the invitation ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Moment>,
    /// The member's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The invitation's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invite_id: Option<String>,
    /// Kept by an identity provider. Absent: the API does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_scim_managed: Option<bool>,
    /// A service account, not a person. Absent: the API does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_service_account: Option<bool>,
    /// The keys. Absent: not asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keys: Option<Vec<Key>>,
    /// When a key of the person was last used, where the API says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_used_at: Option<Moment>,
    /// The name, where the API gives one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The projects, or those that the invitation grants. Unasked, they are what the API's list of members tells: no
    /// more than those to which somebody was added. Absent: neither asked for nor told whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub projects: Option<Vec<Membership>>,
    /// The role in the organization, or the one that the invitation grants.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<OrganizationRole>,
    /// Member since, or invited at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Moment>,
}

/// Where a person stands. Computed with the clock: the API's own status lags behind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, uniffi::Enum)]
pub enum PersonStatus {
    /// Belongs to the organization.
    #[serde(rename = "member")]
    Member,
    /// Invited, and can still accept.
    #[serde(rename = "invited")]
    Invited,
    /// Invited, and has less than two days to accept.
    #[serde(rename = "expiring")]
    Expiring,
    /// Invited, and can no longer accept.
    #[serde(rename = "expired")]
    Expired,
    /// The invitation was accepted. Whether the person is a member is not known: only invitations were read.
    #[serde(rename = "accepted")]
    Accepted,
    /// The invitation was accepted, but nobody with this address is a member: perhaps accepted with another address,
    /// or removed since.
    #[serde(rename = "accepted_elsewhere")]
    AcceptedElsewhere,
}

/// The limit and the alerts of the organization or of a project.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct PlaceLimits {
    /// The alerts.
    pub alerts: Vec<SpendAlert>,
    /// The hard limit in US cents; absent: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub project: Option<String>,
    /// The project; absent: the organization.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub project_id: Option<String>,
}

/// The calls that a wish means, and what was decided about the people it names.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct PlanDetails {
    /// The operation that it is a plan of.
    pub operation: String,
    /// What it does to the organization.
    pub effect: Effect,
    /// The calls, in order.
    pub steps: Vec<Step>,
    /// What is so already.
    pub already: Vec<Already>,
    /// What guards hold back.
    pub held: Vec<Held>,
    /// What people should know before they agree.
    pub notes: Vec<String>,
    /// When it was made.
    pub made_at: Moment,
    /// The requests that making it took.
    pub requests: Requests,
    /// How long applying it will take, in seconds, at the learned pace.
    pub estimate_seconds: f64,
    /// What guards allow: they are judged again by it when the plan is applied.
    pub policy: Policy,
    /// The requests that applying it will take, by the budget that they are taken from.
    #[serde(default)]
    pub budgets: Vec<BudgetUse>,
    /// What it says beyond its steps, if people leave by it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offboarding: Option<Offboarding>,
    /// The organization that it was made for, where that is known: it is applied to no other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organization: Option<String>,
    /// Of wishes that were read from a file: what each came to, in the order in which it was decided.
    #[serde(default)]
    pub sources: Vec<Source>,
    /// Who takes over from those who leave, and is an owner already: somebody whom the wish wants to be one. The owner
    /// of the key may leave them the organization.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub successor: Option<String>,
}

/// What guards allow. It stands in the profile or in a roster file, below `[guards]`.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct Policy {
    /// Whether people may be changed who are managed by an identity provider.
    #[serde(default)]
    pub allow_scim: bool,
    /// Whether every project must keep an owner of its own, besides the owners of the organization. Usually not:
    /// nobody who leaves should keep access for a project's sake. Finding out takes a request for each project that
    /// they own.
    #[serde(default)]
    pub keep_project_owners: bool,
    /// How large a share of the members one plan may remove, in percent. Three are always allowed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub maximum_removal_percent: Option<u64>,
    /// How many members and projects one plan may remove.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub maximum_removals: Option<u64>,
    /// How many owners the organization must keep.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum_owners: Option<u64>,
    /// People from whom nothing may be taken: e-mail addresses, with `*` for any letters.
    #[serde(default)]
    pub protected: Vec<String>,
    /// People who must stay owners: e-mail addresses, with `*` for any letters.
    #[serde(default)]
    pub required_owners: Vec<String>,
}

/// The lines of a policy that a file states. What it does not state is as elsewhere: in a profile as usual, in a
/// roster file as the profile says.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct PolicyLines {
    /// Whether people may be changed who are managed by an identity provider.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub allow_scim: Option<bool>,
    /// Whether every project must keep an owner of its own, besides the owners of the organization.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub keep_project_owners: Option<bool>,
    /// How large a share of the members one plan may remove, in percent. Three are always allowed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub maximum_removal_percent: Option<u64>,
    /// How many members and projects one plan may remove.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub maximum_removals: Option<u64>,
    /// How many owners the organization must keep.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub minimum_owners: Option<u64>,
    /// People from whom nothing may be taken: e-mail addresses, with `*` for any letters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub protected: Option<Vec<String>>,
    /// People who must stay owners: e-mail addresses, with `*` for any letters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub required_owners: Option<Vec<String>>,
}

/// A person or a service account, as keys and audit events name them.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct Principal {
    /// Empty where the API does not say: actors in the audit log are promised none.
    pub id: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_at: Option<Moment>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
}

/// A project (`Project` in the schema).
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct Project {
    pub id: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archived_at: Option<Moment>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub created_at: Option<Moment>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_key_id: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub residency: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<ProjectStatus>,
}

/// A project and the role in it that an invitation grants.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct ProjectGrant {
    /// The project.
    pub id: String,
    /// The role in it.
    pub role: ProjectRole,
}

/// Projects.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct ProjectList {
    /// As the API gives them.
    pub projects: Vec<Project>,
}

/// Members of a project.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct ProjectMemberList {
    /// The project.
    pub project: Project,
    /// Its members. Owners of the organization are owners here whether they are listed or not.
    pub members: Vec<ProjectUser>,
}

/// A built-in role in a project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, uniffi::Enum)]
#[uniffi::export(Display)]
#[serde(from = "String", into = "String")]
pub enum ProjectRole {
    /// Manages the project, its members and keys.
    Owner,
    /// Uses the project and makes keys in it.
    Member,
    /// A word that this version does not know.
    Other {
        /// As it was written.
        word: String,
    },
}

impl From<String> for ProjectRole {
    fn from(word: String) -> Self {
        match word.as_str() {
            "owner" => Self::Owner,
            "member" => Self::Member,
            _ => Self::Other { word },
        }
    }
}

impl From<ProjectRole> for String {
    fn from(value: ProjectRole) -> Self {
        match value {
            ProjectRole::Owner => "owner".to_owned(),
            ProjectRole::Member => "member".to_owned(),
            ProjectRole::Other { word } => word,
        }
    }
}

impl std::fmt::Display for ProjectRole {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&String::from(self.clone()))
    }
}

/// Whether a project can be used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, uniffi::Enum)]
#[uniffi::export(Display)]
#[serde(from = "String", into = "String")]
pub enum ProjectStatus {
    /// In use.
    Active,
    /// Closed for good: there is no way back.
    Archived,
    /// A word that this version does not know.
    Other {
        /// As it was written.
        word: String,
    },
}

impl From<String> for ProjectStatus {
    fn from(word: String) -> Self {
        match word.as_str() {
            "active" => Self::Active,
            "archived" => Self::Archived,
            _ => Self::Other { word },
        }
    }
}

impl From<ProjectStatus> for String {
    fn from(value: ProjectStatus) -> Self {
        match value {
            ProjectStatus::Active => "active".to_owned(),
            ProjectStatus::Archived => "archived".to_owned(),
            ProjectStatus::Other { word } => word,
        }
    }
}

impl std::fmt::Display for ProjectStatus {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&String::from(self.clone()))
    }
}

/// A member of a project (`ProjectUser` in the schema). The role is a free text there.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct ProjectUser {
    pub id: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub added_at: Option<Moment>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<ProjectRole>,
}

/// What vouches for a receipt.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct Proof {
    /// The hash of the newest entry of the journal: it covers all before it.
    pub journal_head: String,
    /// How many entries the journal has.
    pub journal_entries: u64,
    /// What was changed in the journal. Empty: nothing.
    pub problems: Vec<String>,
    /// The SHA-256 digest of the plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan_digest: Option<String>,
}

/// What became of everybody whom a run removed, with the evidence.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct Receipt {
    /// The run in the journal.
    pub run: String,
    /// The operation.
    pub operation: String,
    /// Whether everything that was wished is so: everybody is gone with every key, nothing failed or was held, and the
    /// journal is unharmed.
    pub complete: bool,
    /// When the run began.
    pub started_at: Moment,
    /// When this was read.
    pub made_at: Moment,
    /// Everybody who was to be removed.
    pub departures: Vec<Departure>,
    /// Everybody whose access was taken, and who is to be removed later.
    pub suspensions: Vec<Suspension>,
    /// The other steps of the run.
    pub others: Vec<Outcome>,
    /// What guards held back when the run was planned.
    pub held: Vec<Held>,
    /// Keys that outlived people and were deleted afterwards, or were to be, in runs of their own in the journal.
    pub cleaned_up: Vec<Outcome>,
    /// In how many projects it was looked for keys that are left.
    pub projects_read: u64,
    /// The journal that vouches for it.
    pub proof: Proof,
    /// The requests that all of it took.
    pub requests: Used,
    /// All of this as it is handed to people. Null: not asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub documents: Option<ReceiptDocuments>,
    /// When the run was over. Null: something of it is left to be sent or settled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<Moment>,
    /// The organization, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organization: Option<String>,
    /// Keys of service accounts that these people could have read: to be replaced by hand. Null: not asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rotate: Option<Vec<Key>>,
}

/// A receipt as it is handed to people.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct ReceiptDocuments {
    /// As text.
    pub text: String,
    /// As a page of HTML that needs nothing else, for a file or a printer.
    pub html: String,
}

/// The verbs of the API.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, uniffi::Enum)]
pub enum RequestMethod {
    /// Reads.
    #[serde(rename = "GET")]
    GET,
    /// Creates or changes.
    #[serde(rename = "POST")]
    POST,
    /// Removes.
    #[serde(rename = "DELETE")]
    DELETE,
}

/// How many requests were sent, per method and route template. Refused and repeated ones count: the API counts them
/// too.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct Requests {
    /// All of them.
    pub total: u32,
    /// By `METHOD /route/template`.
    pub by_route: std::collections::HashMap<String, u32>,
}

/// What a role is a role in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, uniffi::Enum)]
#[uniffi::export(Display)]
#[serde(from = "String", into = "String")]
pub enum ResourceType {
    /// The organization.
    ApiOrganization,
    /// A project.
    ApiProject,
    /// A word that this version does not know.
    Other {
        /// As it was written.
        word: String,
    },
}

impl From<String> for ResourceType {
    fn from(word: String) -> Self {
        match word.as_str() {
            "api.organization" => Self::ApiOrganization,
            "api.project" => Self::ApiProject,
            _ => Self::Other { word },
        }
    }
}

impl From<ResourceType> for String {
    fn from(value: ResourceType) -> Self {
        match value {
            ResourceType::ApiOrganization => "api.organization".to_owned(),
            ResourceType::ApiProject => "api.project".to_owned(),
            ResourceType::Other { word } => word,
        }
    }
}

impl std::fmt::Display for ResourceType {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&String::from(self.clone()))
    }
}

/// What became of a run that was resumed.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct Resumption {
    /// What became of it. Null: there was nothing to resume.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<Done>,
}

/// What a step can do harm with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, uniffi::Enum)]
pub enum Risk {
    /// Can be taken back, and takes nothing away.
    #[serde(rename = "low")]
    Low,
    /// Gives the management of the organization to somebody.
    #[serde(rename = "makes_owner")]
    MakesOwner,
    /// Takes something away.
    #[serde(rename = "loses")]
    Loses,
}

/// A role (`Role` in the schema).
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct Role {
    pub id: String,
    /// What it permits, `api.groups.read` for example.
    pub permissions: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Whether it is a built-in one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub predefined_role: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resource_type: Option<ResourceType>,
}

/// Roles.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct RoleList {
    /// As the API gives them, built-in ones too.
    pub roles: Vec<Role>,
}

/// The words for a role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, uniffi::Enum)]
pub enum RoleWord {
    /// May manage the organization.
    #[serde(rename = "owner")]
    Owner,
    /// May not.
    #[serde(rename = "reader")]
    Reader,
    /// The dashboard's word for an owner.
    #[serde(rename = "admin")]
    Admin,
    /// The dashboard's word for a reader.
    #[serde(rename = "member")]
    Member,
}

/// People.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct Roster {
    /// Members first, then invitations; each part ordered by e-mail address.
    pub people: Vec<Person>,
}

/// Who should be in the organization.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct RosterFile {
    /// The people.
    pub member: Vec<Member>,
    /// Whether everybody is listed: then whoever is not is removed. Otherwise people who are not listed are left
    /// alone.
    #[serde(default)]
    pub complete: bool,
    /// What guards allow; it can forbid more than the profile does, never less. What is left out is as the profile
    /// says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guards: Option<PolicyLines>,
    /// The organization that it is for; any other is refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organization: Option<String>,
    /// Projects and groups that several people get together.
    #[serde(default)]
    pub team: Vec<Team>,
    /// For how many days before its end somebody's access is warned about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub warn_days: Option<u32>,
}

/// An entry, with what it is about.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct RunEntry {
    /// The run.
    pub run: String,
    /// When it was written, by the organization's clock.
    pub at: Moment,
    /// What it says.
    pub state: State,
    /// What the step does, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<String>,
    /// How often the step had been sent when this was written, as far as is known. Absent: not at all, or an older
    /// version wrote it and did not count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attempts: Option<u32>,
    /// What went wrong, or the digest of the plan where the run begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// What went wrong: the stable code of the error.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
    /// Whether it was found by reading, after the answer was lost.
    #[serde(default)]
    pub found_by_reading: bool,
    /// The id in the answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The `x-request-id` of the answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
    /// The number of the step, counted from 0. Absent: it is about the run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<u64>,
    /// Whom the step is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
}

/// Runs of the journal.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct RunList {
    /// The runs.
    pub runs: Vec<RunSummary>,
}

/// A run with its entries.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct RunRecord {
    /// The run in short.
    pub run: RunSummary,
    /// Its entries, in order.
    pub entries: Vec<RunEntry>,
}

/// Where a run stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, uniffi::Enum)]
pub enum RunState {
    /// Over: nothing is left to be sent or settled.
    #[serde(rename = "ended")]
    Ended,
    /// A process is applying it.
    #[serde(rename = "running")]
    Running,
    /// Cut off: it can be resumed.
    #[serde(rename = "open")]
    Open,
}

/// A run in short.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct RunSummary {
    /// Its name: of the moment at which it began.
    pub id: String,
    /// When it began.
    pub started_at: Moment,
    /// The operation that its plan is of.
    pub operation: String,
    /// Where it stands.
    pub state: RunState,
    /// How many steps its plan has.
    pub steps: u64,
    /// How many took effect, or were so already.
    pub done: u64,
    /// How many did not take effect.
    pub failed: u64,
    /// How many guards hold.
    pub held: u64,
    /// How many may have taken effect.
    pub unknown: u64,
    /// How many were not sent.
    pub not_sent: u64,
}

/// What the server said with an error status. Never contains the key: the client blanks it.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct Service {
    /// HTTP status.
    pub status: u32,
    /// The server's own words.
    pub message: String,
    /// `error.code`, where there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// `error.param`: the member of the request that is wrong.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub param: Option<String>,
    /// `error.type`, where there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
}

/// A wish out of a file, and what it came to.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct Source {
    /// Where it was read: file, line and column.
    pub place: String,
    /// What guards hold of it.
    #[serde(default)]
    pub held: Vec<Held>,
    /// The number of what is so already and less than was wished, counted from 0: nothing is done about it, and its
    /// state says what would change that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<u64>,
    /// The numbers of the steps that fulfil it, counted from 0. None, and nothing held: it was so already. Wishes for
    /// one person are put together, so a step can be of several.
    #[serde(default)]
    pub steps: Vec<u64>,
}

/// A mail that is sent when the spend of a month passes an amount (`OrganizationSpendAlert` and `ProjectSpendAlert` in
/// the schema).
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct SpendAlert {
    pub id: String,
    /// In whole cents.
    pub threshold_amount: u64,
    /// `USD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// `month`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interval: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notification_channel: Option<NotificationChannel>,
}

/// What belongs to somebody who leaves.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct Stake {
    /// What the person is called: the e-mail address where there is one.
    pub subject: String,
    /// The member.
    pub user: String,
    /// The projects that they were added to.
    pub projects: Vec<Membership>,
    /// Their keys in any project.
    pub keys: Vec<Key>,
    /// Their admin keys.
    pub admin_keys: Vec<AdminApiKey>,
    /// The groups that they are in, by name. Null: not read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub groups: Option<Vec<String>>,
    /// What their keys have cost in the last 30 days, in dollars, as far as the API attributes it. Null: not asked
    /// for, or not told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spent: Option<Money>,
}

/// Where a run or one of its steps stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, uniffi::Enum)]
pub enum State {
    /// The run begins: its plan is kept, and its digest stands here.
    #[serde(rename = "started")]
    Started,
    /// Somebody continues the run.
    #[serde(rename = "resumed")]
    Resumed,
    /// The step is about to be sent. If this is the last that is known of it, it may have taken effect.
    #[serde(rename = "sending")]
    Sending,
    /// It took effect.
    #[serde(rename = "done")]
    Done,
    /// It was so already.
    #[serde(rename = "already")]
    Already,
    /// It did not take effect: the API refused it, or what it requires held no longer when the run was resumed.
    #[serde(rename = "failed")]
    Failed,
    /// A guard holds it, by what was read when the plan was applied.
    #[serde(rename = "held")]
    Held,
    /// It was not sent: a step before it failed, the wait would have been too long, or it was stopped.
    #[serde(rename = "not_sent")]
    NotSent,
    /// It may have taken effect, and reading the organization did not settle it.
    #[serde(rename = "unknown")]
    Unknown,
    /// The run is over: nothing is left to be sent or settled.
    #[serde(rename = "ended")]
    Ended,
}

/// One step of a plan: one request, with everything that people should know of it.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct Step {
    /// Whom it is about.
    pub subject: String,
    /// What it does, in words.
    pub action: String,
    /// What it can do harm with.
    pub risk: Risk,
    /// What it does, as data.
    pub act: Act,
    /// The request that it means.
    pub request: StepRequest,
    /// The numbers of the steps that must be done before, counted from 0.
    #[serde(default)]
    pub after: Vec<u64>,
    /// The budget that the request is taken from: verb and route, by which the API counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<String>,
    /// What will be lost by it, in words.
    #[serde(default)]
    pub loses: Vec<String>,
    /// Why it is done, if there is more to say than that it was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// What must still be true when the plan is applied.
    #[serde(default)]
    pub requires: Vec<Condition>,
    /// How it can be undone. Null: not at all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undo: Option<String>,
}

/// A request, as it will be sent.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct StepRequest {
    /// The verb.
    pub method: String,
    /// The path below the base URL.
    pub path: String,
    /// The JSON body. Null: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<Json>,
}

/// What became of one step.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct StepResult {
    /// The number of the step, counted from 0.
    pub step: u64,
    /// Whom it is about.
    pub subject: String,
    /// What it does, in words.
    pub action: String,
    /// How it ended.
    pub status: StepStatus,
    /// Whether it was found by reading, after the answer was lost.
    pub found_by_reading: bool,
    /// How often it was sent, sending again included; 0: never. What an interrupted process sent last is not counted.
    pub attempts: u32,
    /// When it ended. Null: it was never begun.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Moment>,
    /// What went wrong.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<Failure>,
    /// The id in the answer: of the new invitation, for example.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The `x-request-id` of the answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
}

/// How a step ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, uniffi::Enum)]
pub enum StepStatus {
    /// It took effect.
    #[serde(rename = "done")]
    Done,
    /// It was so already.
    #[serde(rename = "already")]
    Already,
    /// It did not take effect: the API refused it, or what it requires held no longer when the run was resumed.
    #[serde(rename = "failed")]
    Failed,
    /// A guard holds it, by what was read when the plan was applied.
    #[serde(rename = "held")]
    Held,
    /// It was not sent: a step before it failed, the wait would have been too long, or it was stopped.
    #[serde(rename = "not_sent")]
    NotSent,
    /// It may have taken effect, and reading the organization did not settle it.
    #[serde(rename = "unknown")]
    Unknown,
}

/// Somebody who stays a member for now, without access.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct Suspension {
    /// The e-mail address, or what the person is called.
    pub subject: String,
    /// The member's id.
    pub user: String,
    /// What was done to take their access, in words.
    pub taken: Vec<String>,
    /// How many steps about the person did not end well.
    pub steps_left: u64,
    /// Whether the person was on the roster when this was read.
    pub is_member: bool,
    /// Keys of the person that could be used when this was read.
    pub usable_keys: Vec<Key>,
    /// Admin keys of the person that were left when this was read.
    pub admin_keys_left: Vec<AdminApiKey>,
    /// Whether it is known which groups they were in when the run was planned: what a group gives is theirs otherwise.
    pub groups_are_known: bool,
    /// What the audit log has about the person since the run began.
    pub audit_events: Vec<AuditEvidence>,
    /// The projects that the person was in when this was read. Null: that is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub projects: Option<Vec<Membership>>,
    /// The role when this was read. Null: not a member, or the API told none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<OrganizationRole>,
}

/// Projects and groups that several people get together, and what the projects may spend.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct Team {
    /// Its name, for the members' `teams`.
    pub name: String,
    /// All alerts that each of its projects has. Left out, they are as they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alerts: Option<Vec<Alert>>,
    /// The groups, by name or id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub groups: Option<Vec<String>>,
    /// How much each of its projects may spend in a month, like `$50`: a hard limit. Left out, limits are as they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub monthly_limit: Option<String>,
    /// The projects, by name or id, each with `:owner` or `:member` behind it if wished.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub projects: Option<Vec<String>>,
}

/// How many requests were sent for what.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct Used {
    /// For the plan: what was at stake.
    pub plan: u32,
    /// For steps, those that cleaned up too, each counted once for every time it was begun. What was read between them
    /// is not in the journal.
    pub steps: u32,
    /// For this receipt, and for what cleaned up if that was done just before.
    pub receipt: u32,
}

/// What a check of the journal came to.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct Verification {
    /// How many entries there are.
    pub entries: u64,
    /// How many runs.
    pub runs: u64,
    /// The hash of the newest entry, to be kept elsewhere: it vouches for all before it.
    pub head: String,
    /// What does not fit. Empty: nothing was changed.
    pub problems: Vec<String>,
}

/// What can be wished.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Enum)]
#[serde(tag = "action")]
pub enum Want {
    /// To be invited, unless they are a member already.
    #[serde(rename = "invite")]
    Invite {
        /// The role in the organization.
        role: OrganizationRole,
        /// The projects, by name or id, each with the role in it. Absent: the API grants the default project.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        projects: Option<Vec<Json>>,
    },
    /// To be invited again: the old invitation is cancelled and made anew.
    #[serde(rename = "resend")]
    Resend,
    /// The invitation to be cancelled.
    #[serde(rename = "cancel")]
    Cancel,
    /// To have this role in the organization.
    #[serde(rename = "role")]
    Role {
        /// The role.
        role: OrganizationRole,
    },
    /// To be in a project with this role, or not to be in it.
    #[serde(rename = "project")]
    Project {
        /// The project: name or id.
        project: String,
        /// Whoever is in it already keeps the role that they have there.
        #[serde(default)]
        keep_role: bool,
        /// The role; absent: not to be in it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        role: Option<ProjectRole>,
    },
    /// To be in a group, or not to be in it.
    #[serde(rename = "group")]
    Group {
        /// The group: name or id.
        group: String,
        /// Whether to be in it.
        present: bool,
    },
    /// To have a role beside the built-in one, or not to have it: a person, or a group and so everybody in it.
    #[serde(rename = "assign")]
    Assign {
        /// The role: name or id.
        role: String,
        /// Whether to have it.
        present: bool,
        /// The group that is to have it: name or id; absent: the person.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        group: Option<String>,
        /// The project that it is a role in: name or id; absent: the organization.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        project: Option<String>,
    },
    /// To be removed from the organization.
    #[serde(rename = "remove")]
    Remove,
    /// A key to be deleted.
    #[serde(rename = "delete_key")]
    DeleteKey {
        /// The key: name, id or the visible part of the secret; an admin key, if no key of a project is called so.
        /// Absent: all keys of the person in projects.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        key: Option<String>,
        /// The project that it is in: name or id; absent: any, or none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        project: Option<String>,
    },
    /// A key to be limited: to reading, unless other scopes are named.
    #[serde(rename = "freeze_key")]
    FreezeKey {
        /// How long it lives at most from then on, in seconds; absent: as long as before. An end cannot be taken away
        /// again.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        expires_in_seconds: Option<u32>,
        /// The key: name, id or the visible part of the secret; absent: all keys of the person.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        key: Option<String>,
        /// The project that it is in: name or id; absent: any.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        project: Option<String>,
        /// All that it may do from then on; absent: only read. An empty list is held back: the API takes it for
        /// everything.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        scopes: Option<Vec<String>>,
    },
    /// A service account to be deleted, and its keys with it.
    #[serde(rename = "delete_service_account")]
    DeleteServiceAccount {
        /// The service account: name or id.
        account: String,
        /// Its project: name or id.
        project: String,
    },
    /// A hard limit on the spend of a month, or none.
    #[serde(rename = "spend_limit")]
    SpendLimit {
        /// The limit in US cents; absent: no limit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cents: Option<u64>,
        /// The project: name or id; absent: the organization.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        project: Option<String>,
    },
    /// A mail when the spend of a month passes an amount. One that is there is changed to what is said.
    #[serde(rename = "alert")]
    Alert {
        /// The id of an alert that is to be changed; absent: the one at this amount, or a new one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        alert: Option<String>,
        /// The amount in US cents; absent: as it is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cents: Option<u64>,
        /// The project: name or id; absent: the organization.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        project: Option<String>,
        /// Who gets the mail; absent: as it is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        recipients: Option<Vec<String>>,
        /// What the subject of the mail starts with; absent: as it is; empty: nothing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        subject_prefix: Option<String>,
    },
    /// No such mail any more.
    #[serde(rename = "no_alert")]
    NoAlert {
        /// The alert's id; absent: all at this amount.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        alert: Option<String>,
        /// The amount in US cents.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cents: Option<u64>,
        /// The project: name or id; absent: the organization.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        project: Option<String>,
    },
}

/// One thing that is wished.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct Wish {
    /// What.
    pub want: Want,
    /// Where it was read: `people.csv:12:3`, file, line and column. Errors name it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub place: Option<String>,
    /// Why, if it is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub reason: Option<String>,
    /// For whom: e-mail address, name or id. For keys: whose they are, if that is to be said. Empty for what is about
    /// no person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[uniffi(default = None)]
    pub who: Option<String>,
}

/// What a file of wishes says: the arguments of `members.change`.
#[derive(Clone, Debug, Serialize, Deserialize, uniffi::Record)]
pub struct WishRows {
    /// What is wished, in the order of the rows.
    pub wishes: Vec<Wish>,
    /// How many rows are left out because a file of results says that they are done.
    pub skipped: u64,
    /// The organization that the rows are meant for, if they say so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organization: Option<String>,
}

/// From where it is known what an invitation was to grant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, uniffi::Enum)]
pub enum WishSource {
    /// The API lists it with the invitation, even when it is accepted.
    #[serde(rename = "invitation")]
    Invitation,
    /// The API lists no projects with the invitation, and the journal knows which were asked for.
    #[serde(rename = "journal")]
    Journal,
}

/// A failure: the kind says what the caller can do, `failure` what is known.
#[derive(Clone, Debug, uniffi::Error)]
pub enum OrgwardenError {
    /// The input is not valid; nothing was sent.
    Invalid {
        /// What is known.
        failure: Failure,
    },
    /// The configuration is missing something or contradicts itself; nothing was sent.
    Config {
        /// What is known.
        failure: Failure,
    },
    /// The API does not accept the key (401), or the key belongs to another organization.
    Authentication {
        /// What is known.
        failure: Failure,
    },
    /// The key is good but may not do this (403).
    Permission {
        /// What is known.
        failure: Failure,
    },
    /// The thing is not there (404), or no member matches.
    NotFound {
        /// What is known.
        failure: Failure,
    },
    /// The state of the organization forbids it (409).
    Conflict {
        /// What is known.
        failure: Failure,
    },
    /// The API refused the request as it was put (another 4xx).
    Rejected {
        /// What is known.
        failure: Failure,
    },
    /// The API asks to wait longer than the caller allows (429).
    RateLimited {
        /// What is known.
        failure: Failure,
    },
    /// The API is failing (5xx); the request changed nothing.
    Unavailable {
        /// What is known.
        failure: Failure,
    },
    /// The API could not be reached; the request changed nothing.
    Transport {
        /// What is known.
        failure: Failure,
    },
    /// The request may or may not have taken effect. Read the organization before doing anything again.
    OutcomeUnknown {
        /// What is known.
        failure: Failure,
    },
    /// The API answered something that cannot be understood.
    Decode {
        /// What is known.
        failure: Failure,
    },
    /// A guard held the change back; nothing was sent.
    Guard {
        /// What is known.
        failure: Failure,
    },
    /// The caller stopped it before it was sent.
    Cancelled {
        /// What is known.
        failure: Failure,
    },
    /// A local file could not be read or written.
    Storage {
        /// What is known.
        failure: Failure,
    },
    /// A fault of this program.
    Internal {
        /// What is known.
        failure: Failure,
    },
}

impl OrgwardenError {
    /// The error of a kind.
    pub(crate) fn of(kind: orgwarden_door::ErrorKind, failure: Failure) -> Self {
        match kind {
            orgwarden_door::ErrorKind::Invalid => Self::Invalid { failure },
            orgwarden_door::ErrorKind::Config => Self::Config { failure },
            orgwarden_door::ErrorKind::Authentication => Self::Authentication { failure },
            orgwarden_door::ErrorKind::Permission => Self::Permission { failure },
            orgwarden_door::ErrorKind::NotFound => Self::NotFound { failure },
            orgwarden_door::ErrorKind::Conflict => Self::Conflict { failure },
            orgwarden_door::ErrorKind::Rejected => Self::Rejected { failure },
            orgwarden_door::ErrorKind::RateLimited => Self::RateLimited { failure },
            orgwarden_door::ErrorKind::Unavailable => Self::Unavailable { failure },
            orgwarden_door::ErrorKind::Transport => Self::Transport { failure },
            orgwarden_door::ErrorKind::OutcomeUnknown => Self::OutcomeUnknown { failure },
            orgwarden_door::ErrorKind::Decode => Self::Decode { failure },
            orgwarden_door::ErrorKind::Guard => Self::Guard { failure },
            orgwarden_door::ErrorKind::Cancelled => Self::Cancelled { failure },
            orgwarden_door::ErrorKind::Storage => Self::Storage { failure },
            orgwarden_door::ErrorKind::Internal => Self::Internal { failure },
        }
    }

    /// What is known.
    pub fn failure(&self) -> &Failure {
        match self {
            Self::Invalid { failure }
            | Self::Config { failure }
            | Self::Authentication { failure }
            | Self::Permission { failure }
            | Self::NotFound { failure }
            | Self::Conflict { failure }
            | Self::Rejected { failure }
            | Self::RateLimited { failure }
            | Self::Unavailable { failure }
            | Self::Transport { failure }
            | Self::OutcomeUnknown { failure }
            | Self::Decode { failure }
            | Self::Guard { failure }
            | Self::Cancelled { failure }
            | Self::Storage { failure }
            | Self::Internal { failure } => failure,
        }
    }
}

#[uniffi::export]
impl Organization {
    /// Opens an organization. What is left out, profiles and the environment decide. Nothing is sent; a key command or
    /// the keyring may ask the person.
    ///
    /// `admin_key`: only where the program has one itself.
    #[uniffi::constructor(default(admin_key = None, base_url = None, guards = None, max_wait_seconds = None, organization = None, profile = None, state_dir = None))]
    pub async fn open(
        admin_key: Option<String>,
        base_url: Option<String>,
        guards: Option<PolicyLines>,
        max_wait_seconds: Option<f64>,
        organization: Option<String>,
        profile: Option<String>,
        state_dir: Option<String>,
    ) -> Result<Arc<Self>, OrgwardenError> {
        let given = json!({ "base_url": base_url, "guards": guards, "max_wait_seconds": max_wait_seconds, "organization": organization, "profile": profile, "state_dir": state_dir });
        Self::open_by(&given, admin_key, None).await
    }
    /// The operations `members.…`.
    pub fn members(&self) -> Arc<MembersOperations> {
        Arc::new(MembersOperations { opened: self.opened.clone() })
    }
    /// The operations `offboarding.…`.
    pub fn offboarding(&self) -> Arc<OffboardingOperations> {
        Arc::new(OffboardingOperations { opened: self.opened.clone() })
    }
    /// The operations `receipts.…`.
    pub fn receipts(&self) -> Arc<ReceiptsOperations> {
        Arc::new(ReceiptsOperations { opened: self.opened.clone() })
    }
    /// The operations `invites.…`.
    pub fn invites(&self) -> Arc<InvitesOperations> {
        Arc::new(InvitesOperations { opened: self.opened.clone() })
    }
    /// The operations `onboarding.…`.
    pub fn onboarding(&self) -> Arc<OnboardingOperations> {
        Arc::new(OnboardingOperations { opened: self.opened.clone() })
    }
    /// The operations `projects.…`.
    pub fn projects(&self) -> Arc<ProjectsOperations> {
        Arc::new(ProjectsOperations { opened: self.opened.clone() })
    }
    /// The operations `keys.…`.
    pub fn keys(&self) -> Arc<KeysOperations> {
        Arc::new(KeysOperations { opened: self.opened.clone() })
    }
    /// The operations `roles.…`.
    pub fn roles(&self) -> Arc<RolesOperations> {
        Arc::new(RolesOperations { opened: self.opened.clone() })
    }
    /// The operations `limits.…`.
    pub fn limits(&self) -> Arc<LimitsOperations> {
        Arc::new(LimitsOperations { opened: self.opened.clone() })
    }
    /// The operations `audit.…`.
    pub fn audit(&self) -> Arc<AuditOperations> {
        Arc::new(AuditOperations { opened: self.opened.clone() })
    }
    /// The operations `journal.…`.
    pub fn journal(&self) -> Arc<JournalOperations> {
        Arc::new(JournalOperations { opened: self.opened.clone() })
    }
    /// The operations `files.…`.
    pub fn files(&self) -> Arc<FilesOperations> {
        Arc::new(FilesOperations { opened: self.opened.clone() })
    }
    /// The operations `roster.…`.
    pub fn roster(&self) -> Arc<RosterOperations> {
        Arc::new(RosterOperations { opened: self.opened.clone() })
    }
    /// The operations `organization.…`.
    pub fn organization(&self) -> Arc<OrganizationOperations> {
        Arc::new(OrganizationOperations { opened: self.opened.clone() })
    }
}

/// The operations `members.…`.
#[derive(Debug, uniffi::Object)]
pub struct MembersOperations {
    opened: Opened,
}

#[uniffi::export]
impl MembersOperations {
    /// Lists everybody: members and open invitations as one list of people.
    ///
    /// - `idle_days`: Only members none of whose keys was used for this many days, as far as the API says.
    /// - `project`: Only people in this project, by name or id.
    /// - `role`: Only people with this role: `owner` or `reader`; the dashboard's Admin and Member work too.
    /// - `search`: Only people whose name or e-mail address contains this, in any case, or whose id is this.
    /// - `status`: Only people with this status.
    /// - `with_keys`: Read everybody's keys and their last use: one more request per project.
    /// - `with_projects`: Read everybody's projects: one more request per project.
    #[uniffi::method(default(idle_days = None, project = None, role = None, search = None, status = None, with_keys = false, with_projects = false))]
    pub async fn list(
        &self,
        idle_days: Option<u32>,
        project: Option<String>,
        role: Option<String>,
        search: Option<String>,
        status: Option<PersonStatus>,
        with_keys: bool,
        with_projects: bool,
    ) -> Result<Roster, OrgwardenError> {
        let mut arguments = Map::new();
        if let Some(idle_days) = idle_days {
            arguments.insert("idle_days".to_owned(), json!(idle_days));
        }
        if let Some(project) = project {
            arguments.insert("project".to_owned(), json!(project));
        }
        if let Some(role) = role {
            arguments.insert("role".to_owned(), json!(role));
        }
        if let Some(search) = search {
            arguments.insert("search".to_owned(), json!(search));
        }
        if let Some(status) = status {
            arguments.insert("status".to_owned(), json!(status));
        }
        arguments.insert("with_keys".to_owned(), json!(with_keys));
        arguments.insert("with_projects".to_owned(), json!(with_projects));
        answer(&self.opened, "members.list", arguments).await
    }

    /// Shows one person with projects, keys and last use.
    ///
    /// - `who`: Whom: e-mail address, name or id.
    pub async fn show(&self, who: String) -> Result<Person, OrgwardenError> {
        let mut arguments = Map::new();
        arguments.insert("who".to_owned(), json!(who));
        answer(&self.opened, "members.show", arguments).await
    }

    /// Invites people by e-mail address.
    ///
    /// Whoever is a member already, or has an open invitation for the same role and projects, is left alone. An
    /// expired invitation is replaced.
    ///
    /// - `organization`: The organization that this is meant for; in any other it is refused.
    /// - `people`: Whom to invite.
    /// - `projects`: The projects of those who name none of their own: names or ids, each with `:owner` or `:member`
    ///   behind it if wished. Left out: the API grants the default project. Empty: no project.
    /// - `role`: The role of those who have none of their own: `reader` (default) or `owner`.
    /// - `skipped`: How many rows of a file were left out because it says itself that they are done: told with the
    ///   plan.
    #[uniffi::method(default(organization = None, people = [], projects = None, role = None, skipped = None))]
    pub async fn invite(
        &self,
        organization: Option<String>,
        people: Vec<Invitee>,
        projects: Option<Vec<String>>,
        role: Option<String>,
        skipped: Option<u64>,
    ) -> Result<Done, OrgwardenError> {
        let mut arguments = Map::new();
        if let Some(organization) = organization {
            arguments.insert("organization".to_owned(), json!(organization));
        }
        arguments.insert("people".to_owned(), json!(people));
        if let Some(projects) = projects {
            arguments.insert("projects".to_owned(), json!(projects));
        }
        if let Some(role) = role {
            arguments.insert("role".to_owned(), json!(role));
        }
        if let Some(skipped) = skipped {
            arguments.insert("skipped".to_owned(), json!(skipped));
        }
        answer(&self.opened, "members.invite", arguments).await
    }

    /// Plans `members.invite` without applying it.
    ///
    /// Invites people by e-mail address.
    ///
    /// Whoever is a member already, or has an open invitation for the same role and projects, is left alone. An
    /// expired invitation is replaced.
    ///
    /// - `organization`: The organization that this is meant for; in any other it is refused.
    /// - `people`: Whom to invite.
    /// - `projects`: The projects of those who name none of their own: names or ids, each with `:owner` or `:member`
    ///   behind it if wished. Left out: the API grants the default project. Empty: no project.
    /// - `role`: The role of those who have none of their own: `reader` (default) or `owner`.
    /// - `skipped`: How many rows of a file were left out because it says itself that they are done: told with the
    ///   plan.
    #[uniffi::method(default(organization = None, people = [], projects = None, role = None, skipped = None))]
    pub async fn plan_invite(
        &self,
        organization: Option<String>,
        people: Vec<Invitee>,
        projects: Option<Vec<String>>,
        role: Option<String>,
        skipped: Option<u64>,
    ) -> Result<Arc<Plan>, OrgwardenError> {
        let mut arguments = Map::new();
        if let Some(organization) = organization {
            arguments.insert("organization".to_owned(), json!(organization));
        }
        arguments.insert("people".to_owned(), json!(people));
        if let Some(projects) = projects {
            arguments.insert("projects".to_owned(), json!(projects));
        }
        if let Some(role) = role {
            arguments.insert("role".to_owned(), json!(role));
        }
        if let Some(skipped) = skipped {
            arguments.insert("skipped".to_owned(), json!(skipped));
        }
        plan(&self.opened, "members.invite", arguments).await
    }

    /// Changes the role of members in the organization. Effective at once.
    ///
    /// - `who`: Whose: e-mail addresses, names or ids.
    /// - `role`: The new role: `reader` or `owner`; the dashboard's Member and Admin work too.
    pub async fn set_role(&self, who: Vec<String>, role: String) -> Result<Done, OrgwardenError> {
        let mut arguments = Map::new();
        arguments.insert("who".to_owned(), json!(who));
        arguments.insert("role".to_owned(), json!(role));
        answer(&self.opened, "members.set_role", arguments).await
    }

    /// Plans `members.set_role` without applying it.
    ///
    /// Changes the role of members in the organization. Effective at once.
    ///
    /// - `who`: Whose: e-mail addresses, names or ids.
    /// - `role`: The new role: `reader` or `owner`; the dashboard's Member and Admin work too.
    pub async fn plan_set_role(&self, who: Vec<String>, role: String) -> Result<Arc<Plan>, OrgwardenError> {
        let mut arguments = Map::new();
        arguments.insert("who".to_owned(), json!(who));
        arguments.insert("role".to_owned(), json!(role));
        plan(&self.opened, "members.set_role", arguments).await
    }

    /// Removes members from the organization. Their keys and their access to every project end at once.
    ///
    /// Service accounts that they made keep working. Reads back afterwards that they are gone.
    ///
    /// - `who`: Whom: e-mail addresses, names or ids.
    /// - `gone_is_done`: Take somebody who is not a member for removed, instead of refusing the whole wish.
    /// - `show_keys`: Read first which keys will stop working: one more request per project.
    /// - `successor`: Who takes over, so that the last owner, or the owner of the key in use, can leave: made an owner
    ///   first, unless they are one.
    #[uniffi::method(default(gone_is_done = false, show_keys = false, successor = None))]
    pub async fn remove(
        &self,
        who: Vec<String>,
        gone_is_done: bool,
        show_keys: bool,
        successor: Option<String>,
    ) -> Result<Done, OrgwardenError> {
        let mut arguments = Map::new();
        arguments.insert("who".to_owned(), json!(who));
        arguments.insert("gone_is_done".to_owned(), json!(gone_is_done));
        arguments.insert("show_keys".to_owned(), json!(show_keys));
        if let Some(successor) = successor {
            arguments.insert("successor".to_owned(), json!(successor));
        }
        answer(&self.opened, "members.remove", arguments).await
    }

    /// Plans `members.remove` without applying it.
    ///
    /// Removes members from the organization. Their keys and their access to every project end at once.
    ///
    /// Service accounts that they made keep working. Reads back afterwards that they are gone.
    ///
    /// - `who`: Whom: e-mail addresses, names or ids.
    /// - `gone_is_done`: Take somebody who is not a member for removed, instead of refusing the whole wish.
    /// - `show_keys`: Read first which keys will stop working: one more request per project.
    /// - `successor`: Who takes over, so that the last owner, or the owner of the key in use, can leave: made an owner
    ///   first, unless they are one.
    #[uniffi::method(default(gone_is_done = false, show_keys = false, successor = None))]
    pub async fn plan_remove(
        &self,
        who: Vec<String>,
        gone_is_done: bool,
        show_keys: bool,
        successor: Option<String>,
    ) -> Result<Arc<Plan>, OrgwardenError> {
        let mut arguments = Map::new();
        arguments.insert("who".to_owned(), json!(who));
        arguments.insert("gone_is_done".to_owned(), json!(gone_is_done));
        arguments.insert("show_keys".to_owned(), json!(show_keys));
        if let Some(successor) = successor {
            arguments.insert("successor".to_owned(), json!(successor));
        }
        plan(&self.opened, "members.remove", arguments).await
    }

    /// Takes all access of people who leave: access first, with the fewest requests, and ready to be proven.
    ///
    /// Removing a member ends their keys and memberships, so that is what is done; an owner is demoted before, so that
    /// a refused removal leaves no owner behind. What is at stake is read once for all of them: keys, admin keys,
    /// projects and groups. Whoever is gone already is done: keys that outlived them are deleted. `offboarding.finish`
    /// then deletes what outlived the others, and proves that nothing is left.
    ///
    /// - `who`: Who leaves: e-mail addresses, names or ids.
    /// - `reason`: Why, for the journal and the receipt.
    /// - `rotate`: List the keys of service accounts that they could have read, to be replaced by hand: nothing of the
    ///   kind is deleted here.
    /// - `spend`: Tell what their keys have cost in the last 30 days: one or two more requests.
    /// - `staged`: The softer way: they lose ownership, projects and groups, their keys are limited to reading, and
    ///   they stay members, to be removed later.
    /// - `successor`: Who takes over, so that the last owner, or the owner of the key in use, can leave: made an owner
    ///   first, unless they are one.
    /// - `transfer_projects`: Who becomes owner, first, of the projects that would have no owner of their own any
    ///   more.
    #[uniffi::method(default(reason = None, rotate = false, spend = false, staged = false, successor = None, transfer_projects = None))]
    pub async fn offboard(
        &self,
        who: Vec<String>,
        reason: Option<String>,
        rotate: bool,
        spend: bool,
        staged: bool,
        successor: Option<String>,
        transfer_projects: Option<String>,
    ) -> Result<Done, OrgwardenError> {
        let mut arguments = Map::new();
        arguments.insert("who".to_owned(), json!(who));
        if let Some(reason) = reason {
            arguments.insert("reason".to_owned(), json!(reason));
        }
        arguments.insert("rotate".to_owned(), json!(rotate));
        arguments.insert("spend".to_owned(), json!(spend));
        arguments.insert("staged".to_owned(), json!(staged));
        if let Some(successor) = successor {
            arguments.insert("successor".to_owned(), json!(successor));
        }
        if let Some(transfer_projects) = transfer_projects {
            arguments.insert("transfer_projects".to_owned(), json!(transfer_projects));
        }
        answer(&self.opened, "members.offboard", arguments).await
    }

    /// Plans `members.offboard` without applying it.
    ///
    /// Takes all access of people who leave: access first, with the fewest requests, and ready to be proven.
    ///
    /// Removing a member ends their keys and memberships, so that is what is done; an owner is demoted before, so that
    /// a refused removal leaves no owner behind. What is at stake is read once for all of them: keys, admin keys,
    /// projects and groups. Whoever is gone already is done: keys that outlived them are deleted. `offboarding.finish`
    /// then deletes what outlived the others, and proves that nothing is left.
    ///
    /// - `who`: Who leaves: e-mail addresses, names or ids.
    /// - `reason`: Why, for the journal and the receipt.
    /// - `rotate`: List the keys of service accounts that they could have read, to be replaced by hand: nothing of the
    ///   kind is deleted here.
    /// - `spend`: Tell what their keys have cost in the last 30 days: one or two more requests.
    /// - `staged`: The softer way: they lose ownership, projects and groups, their keys are limited to reading, and
    ///   they stay members, to be removed later.
    /// - `successor`: Who takes over, so that the last owner, or the owner of the key in use, can leave: made an owner
    ///   first, unless they are one.
    /// - `transfer_projects`: Who becomes owner, first, of the projects that would have no owner of their own any
    ///   more.
    #[uniffi::method(default(reason = None, rotate = false, spend = false, staged = false, successor = None, transfer_projects = None))]
    pub async fn plan_offboard(
        &self,
        who: Vec<String>,
        reason: Option<String>,
        rotate: bool,
        spend: bool,
        staged: bool,
        successor: Option<String>,
        transfer_projects: Option<String>,
    ) -> Result<Arc<Plan>, OrgwardenError> {
        let mut arguments = Map::new();
        arguments.insert("who".to_owned(), json!(who));
        if let Some(reason) = reason {
            arguments.insert("reason".to_owned(), json!(reason));
        }
        arguments.insert("rotate".to_owned(), json!(rotate));
        arguments.insert("spend".to_owned(), json!(spend));
        arguments.insert("staged".to_owned(), json!(staged));
        if let Some(successor) = successor {
            arguments.insert("successor".to_owned(), json!(successor));
        }
        if let Some(transfer_projects) = transfer_projects {
            arguments.insert("transfer_projects".to_owned(), json!(transfer_projects));
        }
        plan(&self.opened, "members.offboard", arguments).await
    }

    /// Does many different things at once: invites, changes roles, projects and groups, removes; deletes and limits
    /// keys, sets limits and alerts on spend.
    ///
    /// Several wishes for one person become one decision, with the fewest requests. Two that contradict each other are
    /// refused, and if any wish is wrong, nothing is done.
    ///
    /// - `gone_is_done`: Take somebody who is not a member for removed, instead of refusing everything.
    /// - `organization`: The organization that this is meant for; in any other it is refused.
    /// - `skipped`: How many rows of a file were left out because it says itself that they are done: told with the
    ///   plan.
    /// - `wishes`: What is wished, one thing for one person or one place each.
    #[uniffi::method(default(gone_is_done = false, organization = None, skipped = None, wishes = []))]
    pub async fn change(
        &self,
        gone_is_done: bool,
        organization: Option<String>,
        skipped: Option<u64>,
        wishes: Vec<Wish>,
    ) -> Result<Done, OrgwardenError> {
        let mut arguments = Map::new();
        arguments.insert("gone_is_done".to_owned(), json!(gone_is_done));
        if let Some(organization) = organization {
            arguments.insert("organization".to_owned(), json!(organization));
        }
        if let Some(skipped) = skipped {
            arguments.insert("skipped".to_owned(), json!(skipped));
        }
        arguments.insert("wishes".to_owned(), json!(wishes));
        answer(&self.opened, "members.change", arguments).await
    }

    /// Plans `members.change` without applying it.
    ///
    /// Does many different things at once: invites, changes roles, projects and groups, removes; deletes and limits
    /// keys, sets limits and alerts on spend.
    ///
    /// Several wishes for one person become one decision, with the fewest requests. Two that contradict each other are
    /// refused, and if any wish is wrong, nothing is done.
    ///
    /// - `gone_is_done`: Take somebody who is not a member for removed, instead of refusing everything.
    /// - `organization`: The organization that this is meant for; in any other it is refused.
    /// - `skipped`: How many rows of a file were left out because it says itself that they are done: told with the
    ///   plan.
    /// - `wishes`: What is wished, one thing for one person or one place each.
    #[uniffi::method(default(gone_is_done = false, organization = None, skipped = None, wishes = []))]
    pub async fn plan_change(
        &self,
        gone_is_done: bool,
        organization: Option<String>,
        skipped: Option<u64>,
        wishes: Vec<Wish>,
    ) -> Result<Arc<Plan>, OrgwardenError> {
        let mut arguments = Map::new();
        arguments.insert("gone_is_done".to_owned(), json!(gone_is_done));
        if let Some(organization) = organization {
            arguments.insert("organization".to_owned(), json!(organization));
        }
        if let Some(skipped) = skipped {
            arguments.insert("skipped".to_owned(), json!(skipped));
        }
        arguments.insert("wishes".to_owned(), json!(wishes));
        plan(&self.opened, "members.change", arguments).await
    }
}

/// The operations `offboarding.…`.
#[derive(Debug, uniffi::Object)]
pub struct OffboardingOperations {
    opened: Opened,
}

#[uniffi::export]
impl OffboardingOperations {
    /// Ends an offboarding: reads what is left of everybody whom a run removed, deletes keys that outlived them, and
    /// answers the receipt.
    ///
    /// The keys, admin keys among them, are those of people who were removed by that run, and of nobody else. They are
    /// deleted through a plan of their own, which guards judge and the journal keeps. Where nothing is left, it only
    /// reads.
    ///
    /// - `run`: The run in the journal; left out: the newest.
    /// - `with_documents`: Also answers the receipt as text and as a page of HTML, to be handed to people or kept.
    #[uniffi::method(default(run = None, with_documents = false))]
    pub async fn finish(&self, run: Option<String>, with_documents: bool) -> Result<Receipt, OrgwardenError> {
        let mut arguments = Map::new();
        if let Some(run) = run {
            arguments.insert("run".to_owned(), json!(run));
        }
        arguments.insert("with_documents".to_owned(), json!(with_documents));
        answer(&self.opened, "offboarding.finish", arguments).await
    }
}

/// The operations `receipts.…`.
#[derive(Debug, uniffi::Object)]
pub struct ReceiptsOperations {
    opened: Opened,
}

#[uniffi::export]
impl ReceiptsOperations {
    /// Proves what became of a run: reads whether everybody whom it removed is gone, whether a key of theirs is left
    /// anywhere, what the audit log says, and whether the journal is unharmed.
    ///
    /// - `run`: The run in the journal; left out: the newest.
    /// - `with_documents`: Also answers the receipt as text and as a page of HTML, to be handed to people or kept.
    #[uniffi::method(default(run = None, with_documents = false))]
    pub async fn make(&self, run: Option<String>, with_documents: bool) -> Result<Receipt, OrgwardenError> {
        let mut arguments = Map::new();
        if let Some(run) = run {
            arguments.insert("run".to_owned(), json!(run));
        }
        arguments.insert("with_documents".to_owned(), json!(with_documents));
        answer(&self.opened, "receipts.make", arguments).await
    }
}

/// The operations `invites.…`.
#[derive(Debug, uniffi::Object)]
pub struct InvitesOperations {
    opened: Opened,
}

#[uniffi::export]
impl InvitesOperations {
    /// Lists invitations, the accepted ones too.
    ///
    /// - `open_only`: Leave accepted ones out.
    /// - `status`: Only those with this status.
    #[uniffi::method(default(open_only = false, status = None))]
    pub async fn list(&self, open_only: bool, status: Option<PersonStatus>) -> Result<InvitationList, OrgwardenError> {
        let mut arguments = Map::new();
        arguments.insert("open_only".to_owned(), json!(open_only));
        if let Some(status) = status {
            arguments.insert("status".to_owned(), json!(status));
        }
        answer(&self.opened, "invites.list", arguments).await
    }

    /// Sends invitations again: cancels each and creates it anew, with the same role and projects and seven more days.
    ///
    /// - `expired`: Also every expired invitation.
    /// - `who`: Which: e-mail addresses or ids of invitations. Empty together with `expired`: all expired ones.
    #[uniffi::method(default(expired = false, who = []))]
    pub async fn resend(&self, expired: bool, who: Vec<String>) -> Result<Done, OrgwardenError> {
        let mut arguments = Map::new();
        arguments.insert("expired".to_owned(), json!(expired));
        arguments.insert("who".to_owned(), json!(who));
        answer(&self.opened, "invites.resend", arguments).await
    }

    /// Plans `invites.resend` without applying it.
    ///
    /// Sends invitations again: cancels each and creates it anew, with the same role and projects and seven more days.
    ///
    /// - `expired`: Also every expired invitation.
    /// - `who`: Which: e-mail addresses or ids of invitations. Empty together with `expired`: all expired ones.
    #[uniffi::method(default(expired = false, who = []))]
    pub async fn plan_resend(&self, expired: bool, who: Vec<String>) -> Result<Arc<Plan>, OrgwardenError> {
        let mut arguments = Map::new();
        arguments.insert("expired".to_owned(), json!(expired));
        arguments.insert("who".to_owned(), json!(who));
        plan(&self.opened, "invites.resend", arguments).await
    }

    /// Cancels open invitations: their links stop working.
    ///
    /// - `who`: Which: e-mail addresses or ids of invitations.
    pub async fn cancel(&self, who: Vec<String>) -> Result<Done, OrgwardenError> {
        let mut arguments = Map::new();
        arguments.insert("who".to_owned(), json!(who));
        answer(&self.opened, "invites.cancel", arguments).await
    }

    /// Plans `invites.cancel` without applying it.
    ///
    /// Cancels open invitations: their links stop working.
    ///
    /// - `who`: Which: e-mail addresses or ids of invitations.
    pub async fn plan_cancel(&self, who: Vec<String>) -> Result<Arc<Plan>, OrgwardenError> {
        let mut arguments = Map::new();
        arguments.insert("who".to_owned(), json!(who));
        plan(&self.opened, "invites.cancel", arguments).await
    }

    /// Waits until an invitation is accepted, and shows the new member.
    ///
    /// - `who`: Whose: e-mail address or id of the invitation.
    /// - `every_seconds`: How often to look, in seconds; 15 by default.
    /// - `longest_seconds`: How long to wait at most, in seconds. Left out: until the invitation ends.
    #[uniffi::method(default(every_seconds = None, longest_seconds = None))]
    pub async fn wait(
        &self,
        who: String,
        every_seconds: Option<u32>,
        longest_seconds: Option<u32>,
    ) -> Result<Person, OrgwardenError> {
        let mut arguments = Map::new();
        arguments.insert("who".to_owned(), json!(who));
        if let Some(every_seconds) = every_seconds {
            arguments.insert("every_seconds".to_owned(), json!(every_seconds));
        }
        if let Some(longest_seconds) = longest_seconds {
            arguments.insert("longest_seconds".to_owned(), json!(longest_seconds));
        }
        answer(&self.opened, "invites.wait", arguments).await
    }
}

/// The operations `onboarding.…`.
#[derive(Debug, uniffi::Object)]
pub struct OnboardingOperations {
    opened: Opened,
}

#[uniffi::export]
impl OnboardingOperations {
    /// Tells how far people who were invited have come: accepted, in the projects that the invitation granted, with
    /// the role that it gave.
    ///
    /// What was wished is what the invitation lists, accepted ones too; where it lists nothing, what the journal asked
    /// for with it. To compare people with a roster file, use `roster.compare`.
    ///
    /// - `days`: What "lately" means, in days; 30 by default.
    /// - `who`: Whom: e-mail addresses or ids of invitations. Empty: everybody who has not accepted, and who has
    ///   accepted lately.
    #[uniffi::method(default(days = None, who = []))]
    pub async fn check(&self, days: Option<u32>, who: Vec<String>) -> Result<OnboardingList, OrgwardenError> {
        let mut arguments = Map::new();
        if let Some(days) = days {
            arguments.insert("days".to_owned(), json!(days));
        }
        arguments.insert("who".to_owned(), json!(who));
        answer(&self.opened, "onboarding.check", arguments).await
    }

    /// Gives people who have accepted what their invitation granted and they did not get: the projects, with the role
    /// there.
    ///
    /// Nothing is taken from anybody, and nobody's role in the organization is changed: that may have been done on
    /// purpose since. Whom the journal knows to have been taken out of a project after the acceptance stays out of it.
    ///
    /// - `days`: What "lately" means, in days; 30 by default.
    /// - `who`: Whom: e-mail addresses or ids of invitations. Empty: everybody who has accepted lately.
    #[uniffi::method(default(days = None, who = []))]
    pub async fn repair(&self, days: Option<u32>, who: Vec<String>) -> Result<Done, OrgwardenError> {
        let mut arguments = Map::new();
        if let Some(days) = days {
            arguments.insert("days".to_owned(), json!(days));
        }
        arguments.insert("who".to_owned(), json!(who));
        answer(&self.opened, "onboarding.repair", arguments).await
    }

    /// Plans `onboarding.repair` without applying it.
    ///
    /// Gives people who have accepted what their invitation granted and they did not get: the projects, with the role
    /// there.
    ///
    /// Nothing is taken from anybody, and nobody's role in the organization is changed: that may have been done on
    /// purpose since. Whom the journal knows to have been taken out of a project after the acceptance stays out of it.
    ///
    /// - `days`: What "lately" means, in days; 30 by default.
    /// - `who`: Whom: e-mail addresses or ids of invitations. Empty: everybody who has accepted lately.
    #[uniffi::method(default(days = None, who = []))]
    pub async fn plan_repair(&self, days: Option<u32>, who: Vec<String>) -> Result<Arc<Plan>, OrgwardenError> {
        let mut arguments = Map::new();
        if let Some(days) = days {
            arguments.insert("days".to_owned(), json!(days));
        }
        arguments.insert("who".to_owned(), json!(who));
        plan(&self.opened, "onboarding.repair", arguments).await
    }
}

/// The operations `projects.…`.
#[derive(Debug, uniffi::Object)]
pub struct ProjectsOperations {
    opened: Opened,
}

#[uniffi::export]
impl ProjectsOperations {
    /// Lists the projects.
    ///
    /// - `include_archived`: The archived ones too.
    #[uniffi::method(default(include_archived = false))]
    pub async fn list(&self, include_archived: bool) -> Result<ProjectList, OrgwardenError> {
        let mut arguments = Map::new();
        arguments.insert("include_archived".to_owned(), json!(include_archived));
        answer(&self.opened, "projects.list", arguments).await
    }

    /// Lists the members of a project.
    ///
    /// - `project`: The project: name or id.
    pub async fn members(&self, project: String) -> Result<ProjectMemberList, OrgwardenError> {
        let mut arguments = Map::new();
        arguments.insert("project".to_owned(), json!(project));
        answer(&self.opened, "projects.members", arguments).await
    }

    /// Adds members of the organization to a project. Whoever is in it with another role gets the wished one, if one
    /// is named.
    ///
    /// - `project`: The project: name or id.
    /// - `who`: Whom: e-mail addresses, names or ids.
    /// - `role`: The role in the project: `member` or `owner`. Left out: `member`, and whoever is in it already keeps
    ///   the role that they have.
    #[uniffi::method(default(role = None))]
    pub async fn add_member(
        &self,
        project: String,
        who: Vec<String>,
        role: Option<String>,
    ) -> Result<Done, OrgwardenError> {
        let mut arguments = Map::new();
        arguments.insert("project".to_owned(), json!(project));
        arguments.insert("who".to_owned(), json!(who));
        if let Some(role) = role {
            arguments.insert("role".to_owned(), json!(role));
        }
        answer(&self.opened, "projects.add_member", arguments).await
    }

    /// Plans `projects.add_member` without applying it.
    ///
    /// Adds members of the organization to a project. Whoever is in it with another role gets the wished one, if one
    /// is named.
    ///
    /// - `project`: The project: name or id.
    /// - `who`: Whom: e-mail addresses, names or ids.
    /// - `role`: The role in the project: `member` or `owner`. Left out: `member`, and whoever is in it already keeps
    ///   the role that they have.
    #[uniffi::method(default(role = None))]
    pub async fn plan_add_member(
        &self,
        project: String,
        who: Vec<String>,
        role: Option<String>,
    ) -> Result<Arc<Plan>, OrgwardenError> {
        let mut arguments = Map::new();
        arguments.insert("project".to_owned(), json!(project));
        arguments.insert("who".to_owned(), json!(who));
        if let Some(role) = role {
            arguments.insert("role".to_owned(), json!(role));
        }
        plan(&self.opened, "projects.add_member", arguments).await
    }

    /// Removes members from a project. They stay in the organization.
    ///
    /// - `project`: The project: name or id.
    /// - `who`: Whom: e-mail addresses, names or ids.
    pub async fn remove_member(&self, project: String, who: Vec<String>) -> Result<Done, OrgwardenError> {
        let mut arguments = Map::new();
        arguments.insert("project".to_owned(), json!(project));
        arguments.insert("who".to_owned(), json!(who));
        answer(&self.opened, "projects.remove_member", arguments).await
    }

    /// Plans `projects.remove_member` without applying it.
    ///
    /// Removes members from a project. They stay in the organization.
    ///
    /// - `project`: The project: name or id.
    /// - `who`: Whom: e-mail addresses, names or ids.
    pub async fn plan_remove_member(&self, project: String, who: Vec<String>) -> Result<Arc<Plan>, OrgwardenError> {
        let mut arguments = Map::new();
        arguments.insert("project".to_owned(), json!(project));
        arguments.insert("who".to_owned(), json!(who));
        plan(&self.opened, "projects.remove_member", arguments).await
    }

    /// Changes the role of members in a project.
    ///
    /// - `project`: The project: name or id.
    /// - `who`: Whose: e-mail addresses, names or ids.
    /// - `role`: The new role: `member` or `owner`.
    pub async fn set_role(&self, project: String, who: Vec<String>, role: String) -> Result<Done, OrgwardenError> {
        let mut arguments = Map::new();
        arguments.insert("project".to_owned(), json!(project));
        arguments.insert("who".to_owned(), json!(who));
        arguments.insert("role".to_owned(), json!(role));
        answer(&self.opened, "projects.set_role", arguments).await
    }

    /// Plans `projects.set_role` without applying it.
    ///
    /// Changes the role of members in a project.
    ///
    /// - `project`: The project: name or id.
    /// - `who`: Whose: e-mail addresses, names or ids.
    /// - `role`: The new role: `member` or `owner`.
    pub async fn plan_set_role(
        &self,
        project: String,
        who: Vec<String>,
        role: String,
    ) -> Result<Arc<Plan>, OrgwardenError> {
        let mut arguments = Map::new();
        arguments.insert("project".to_owned(), json!(project));
        arguments.insert("who".to_owned(), json!(who));
        arguments.insert("role".to_owned(), json!(role));
        plan(&self.opened, "projects.set_role", arguments).await
    }
}

/// The operations `keys.…`.
#[derive(Debug, uniffi::Object)]
pub struct KeysOperations {
    opened: Opened,
}

#[uniffi::export]
impl KeysOperations {
    /// Lists keys: of one project or of all, those too whose owner has lost access. Never a secret.
    ///
    /// - `owner`: Only keys of this person: e-mail address, name or id.
    /// - `project`: Only this project: name or id.
    /// - `with_admin_keys`: The admin keys too.
    #[uniffi::method(default(owner = None, project = None, with_admin_keys = false))]
    pub async fn list(
        &self,
        owner: Option<String>,
        project: Option<String>,
        with_admin_keys: bool,
    ) -> Result<KeyList, OrgwardenError> {
        let mut arguments = Map::new();
        if let Some(owner) = owner {
            arguments.insert("owner".to_owned(), json!(owner));
        }
        if let Some(project) = project {
            arguments.insert("project".to_owned(), json!(project));
        }
        arguments.insert("with_admin_keys".to_owned(), json!(with_admin_keys));
        answer(&self.opened, "keys.list", arguments).await
    }

    /// Deletes keys: of projects, and admin keys that are named. Those of service accounts can only be deleted with
    /// their account.
    ///
    /// - `keys`: The keys: names, ids or the visible parts of the secrets. What no key of a project is called may be
    ///   an admin key, which is in no project. Empty: all keys of the owner in projects.
    /// - `owner`: Whose: e-mail address, name or id. Somebody who is gone may have left keys behind.
    /// - `project`: In which project: name or id. Unasked, all projects are read, a request for each; and, for a key
    ///   that is in none of them, the admin keys.
    /// - `reason`: Why, for the journal.
    #[uniffi::method(default(keys = [], owner = None, project = None, reason = None))]
    pub async fn delete(
        &self,
        keys: Vec<String>,
        owner: Option<String>,
        project: Option<String>,
        reason: Option<String>,
    ) -> Result<Done, OrgwardenError> {
        let mut arguments = Map::new();
        arguments.insert("keys".to_owned(), json!(keys));
        if let Some(owner) = owner {
            arguments.insert("owner".to_owned(), json!(owner));
        }
        if let Some(project) = project {
            arguments.insert("project".to_owned(), json!(project));
        }
        if let Some(reason) = reason {
            arguments.insert("reason".to_owned(), json!(reason));
        }
        answer(&self.opened, "keys.delete", arguments).await
    }

    /// Plans `keys.delete` without applying it.
    ///
    /// Deletes keys: of projects, and admin keys that are named. Those of service accounts can only be deleted with
    /// their account.
    ///
    /// - `keys`: The keys: names, ids or the visible parts of the secrets. What no key of a project is called may be
    ///   an admin key, which is in no project. Empty: all keys of the owner in projects.
    /// - `owner`: Whose: e-mail address, name or id. Somebody who is gone may have left keys behind.
    /// - `project`: In which project: name or id. Unasked, all projects are read, a request for each; and, for a key
    ///   that is in none of them, the admin keys.
    /// - `reason`: Why, for the journal.
    #[uniffi::method(default(keys = [], owner = None, project = None, reason = None))]
    pub async fn plan_delete(
        &self,
        keys: Vec<String>,
        owner: Option<String>,
        project: Option<String>,
        reason: Option<String>,
    ) -> Result<Arc<Plan>, OrgwardenError> {
        let mut arguments = Map::new();
        arguments.insert("keys".to_owned(), json!(keys));
        if let Some(owner) = owner {
            arguments.insert("owner".to_owned(), json!(owner));
        }
        if let Some(project) = project {
            arguments.insert("project".to_owned(), json!(project));
        }
        if let Some(reason) = reason {
            arguments.insert("reason".to_owned(), json!(reason));
        }
        plan(&self.opened, "keys.delete", arguments).await
    }

    /// Limits keys of projects: from then on they may only read, unless other scopes are named. The softer way than
    /// deleting: the key stays. The API does not tell which scopes a key had, so note them before if they matter.
    ///
    /// - `expires_in_seconds`: How long they live at most from then on, in seconds; absent: as long as before. An end
    ///   cannot be taken away again, and once it has come, the key is lost.
    /// - `keys`: The keys: names, ids or the visible parts of the secrets. Empty: all keys of the owner.
    /// - `owner`: Whose: e-mail address, name or id. Somebody who is gone may have left keys behind.
    /// - `project`: In which project: name or id. Unasked, all projects are read, a request for each.
    /// - `reason`: Why, for the journal.
    /// - `scopes`: All that they may do from then on; absent: only read. An empty list is held back: the API takes it
    ///   for everything.
    #[uniffi::method(default(expires_in_seconds = None, keys = [], owner = None, project = None, reason = None, scopes = None))]
    pub async fn freeze(
        &self,
        expires_in_seconds: Option<u32>,
        keys: Vec<String>,
        owner: Option<String>,
        project: Option<String>,
        reason: Option<String>,
        scopes: Option<Vec<String>>,
    ) -> Result<Done, OrgwardenError> {
        let mut arguments = Map::new();
        if let Some(expires_in_seconds) = expires_in_seconds {
            arguments.insert("expires_in_seconds".to_owned(), json!(expires_in_seconds));
        }
        arguments.insert("keys".to_owned(), json!(keys));
        if let Some(owner) = owner {
            arguments.insert("owner".to_owned(), json!(owner));
        }
        if let Some(project) = project {
            arguments.insert("project".to_owned(), json!(project));
        }
        if let Some(reason) = reason {
            arguments.insert("reason".to_owned(), json!(reason));
        }
        if let Some(scopes) = scopes {
            arguments.insert("scopes".to_owned(), json!(scopes));
        }
        answer(&self.opened, "keys.freeze", arguments).await
    }

    /// Plans `keys.freeze` without applying it.
    ///
    /// Limits keys of projects: from then on they may only read, unless other scopes are named. The softer way than
    /// deleting: the key stays. The API does not tell which scopes a key had, so note them before if they matter.
    ///
    /// - `expires_in_seconds`: How long they live at most from then on, in seconds; absent: as long as before. An end
    ///   cannot be taken away again, and once it has come, the key is lost.
    /// - `keys`: The keys: names, ids or the visible parts of the secrets. Empty: all keys of the owner.
    /// - `owner`: Whose: e-mail address, name or id. Somebody who is gone may have left keys behind.
    /// - `project`: In which project: name or id. Unasked, all projects are read, a request for each.
    /// - `reason`: Why, for the journal.
    /// - `scopes`: All that they may do from then on; absent: only read. An empty list is held back: the API takes it
    ///   for everything.
    #[uniffi::method(default(expires_in_seconds = None, keys = [], owner = None, project = None, reason = None, scopes = None))]
    pub async fn plan_freeze(
        &self,
        expires_in_seconds: Option<u32>,
        keys: Vec<String>,
        owner: Option<String>,
        project: Option<String>,
        reason: Option<String>,
        scopes: Option<Vec<String>>,
    ) -> Result<Arc<Plan>, OrgwardenError> {
        let mut arguments = Map::new();
        if let Some(expires_in_seconds) = expires_in_seconds {
            arguments.insert("expires_in_seconds".to_owned(), json!(expires_in_seconds));
        }
        arguments.insert("keys".to_owned(), json!(keys));
        if let Some(owner) = owner {
            arguments.insert("owner".to_owned(), json!(owner));
        }
        if let Some(project) = project {
            arguments.insert("project".to_owned(), json!(project));
        }
        if let Some(reason) = reason {
            arguments.insert("reason".to_owned(), json!(reason));
        }
        if let Some(scopes) = scopes {
            arguments.insert("scopes".to_owned(), json!(scopes));
        }
        plan(&self.opened, "keys.freeze", arguments).await
    }

    /// Deletes service accounts of a project, and with them ends their keys.
    ///
    /// - `accounts`: The service accounts: names or ids.
    /// - `project`: Their project: name or id.
    /// - `reason`: Why, for the journal.
    #[uniffi::method(default(reason = None))]
    pub async fn delete_account(
        &self,
        accounts: Vec<String>,
        project: String,
        reason: Option<String>,
    ) -> Result<Done, OrgwardenError> {
        let mut arguments = Map::new();
        arguments.insert("accounts".to_owned(), json!(accounts));
        arguments.insert("project".to_owned(), json!(project));
        if let Some(reason) = reason {
            arguments.insert("reason".to_owned(), json!(reason));
        }
        answer(&self.opened, "keys.delete_account", arguments).await
    }

    /// Plans `keys.delete_account` without applying it.
    ///
    /// Deletes service accounts of a project, and with them ends their keys.
    ///
    /// - `accounts`: The service accounts: names or ids.
    /// - `project`: Their project: name or id.
    /// - `reason`: Why, for the journal.
    #[uniffi::method(default(reason = None))]
    pub async fn plan_delete_account(
        &self,
        accounts: Vec<String>,
        project: String,
        reason: Option<String>,
    ) -> Result<Arc<Plan>, OrgwardenError> {
        let mut arguments = Map::new();
        arguments.insert("accounts".to_owned(), json!(accounts));
        arguments.insert("project".to_owned(), json!(project));
        if let Some(reason) = reason {
            arguments.insert("reason".to_owned(), json!(reason));
        }
        plan(&self.opened, "keys.delete_account", arguments).await
    }
}

/// The operations `roles.…`.
#[derive(Debug, uniffi::Object)]
pub struct RolesOperations {
    opened: Opened,
}

#[uniffi::export]
impl RolesOperations {
    /// Lists the roles that can be given: of the organization, or of a project.
    ///
    /// - `project`: The project: name or id; absent: the organization.
    #[uniffi::method(default(project = None))]
    pub async fn list(&self, project: Option<String>) -> Result<RoleList, OrgwardenError> {
        let mut arguments = Map::new();
        if let Some(project) = project {
            arguments.insert("project".to_owned(), json!(project));
        }
        answer(&self.opened, "roles.list", arguments).await
    }

    /// Gives a role to people and groups, beside the built-in role that they have.
    ///
    /// - `role`: The role: name or id.
    /// - `groups`: To which groups, and so to everybody in them: names or ids.
    /// - `project`: The project that it is a role in: name or id; absent: the organization.
    /// - `who`: To whom: e-mail addresses, names or ids.
    #[uniffi::method(default(groups = [], project = None, who = []))]
    pub async fn assign(
        &self,
        role: String,
        groups: Vec<String>,
        project: Option<String>,
        who: Vec<String>,
    ) -> Result<Done, OrgwardenError> {
        let mut arguments = Map::new();
        arguments.insert("role".to_owned(), json!(role));
        arguments.insert("groups".to_owned(), json!(groups));
        if let Some(project) = project {
            arguments.insert("project".to_owned(), json!(project));
        }
        arguments.insert("who".to_owned(), json!(who));
        answer(&self.opened, "roles.assign", arguments).await
    }

    /// Plans `roles.assign` without applying it.
    ///
    /// Gives a role to people and groups, beside the built-in role that they have.
    ///
    /// - `role`: The role: name or id.
    /// - `groups`: To which groups, and so to everybody in them: names or ids.
    /// - `project`: The project that it is a role in: name or id; absent: the organization.
    /// - `who`: To whom: e-mail addresses, names or ids.
    #[uniffi::method(default(groups = [], project = None, who = []))]
    pub async fn plan_assign(
        &self,
        role: String,
        groups: Vec<String>,
        project: Option<String>,
        who: Vec<String>,
    ) -> Result<Arc<Plan>, OrgwardenError> {
        let mut arguments = Map::new();
        arguments.insert("role".to_owned(), json!(role));
        arguments.insert("groups".to_owned(), json!(groups));
        if let Some(project) = project {
            arguments.insert("project".to_owned(), json!(project));
        }
        arguments.insert("who".to_owned(), json!(who));
        plan(&self.opened, "roles.assign", arguments).await
    }

    /// Takes a role from people and groups that it was given to directly.
    ///
    /// - `role`: The role: name or id.
    /// - `groups`: From which groups, and so from everybody in them: names or ids.
    /// - `project`: The project that it is a role in: name or id; absent: the organization.
    /// - `who`: From whom: e-mail addresses, names or ids.
    #[uniffi::method(default(groups = [], project = None, who = []))]
    pub async fn unassign(
        &self,
        role: String,
        groups: Vec<String>,
        project: Option<String>,
        who: Vec<String>,
    ) -> Result<Done, OrgwardenError> {
        let mut arguments = Map::new();
        arguments.insert("role".to_owned(), json!(role));
        arguments.insert("groups".to_owned(), json!(groups));
        if let Some(project) = project {
            arguments.insert("project".to_owned(), json!(project));
        }
        arguments.insert("who".to_owned(), json!(who));
        answer(&self.opened, "roles.unassign", arguments).await
    }

    /// Plans `roles.unassign` without applying it.
    ///
    /// Takes a role from people and groups that it was given to directly.
    ///
    /// - `role`: The role: name or id.
    /// - `groups`: From which groups, and so from everybody in them: names or ids.
    /// - `project`: The project that it is a role in: name or id; absent: the organization.
    /// - `who`: From whom: e-mail addresses, names or ids.
    #[uniffi::method(default(groups = [], project = None, who = []))]
    pub async fn plan_unassign(
        &self,
        role: String,
        groups: Vec<String>,
        project: Option<String>,
        who: Vec<String>,
    ) -> Result<Arc<Plan>, OrgwardenError> {
        let mut arguments = Map::new();
        arguments.insert("role".to_owned(), json!(role));
        arguments.insert("groups".to_owned(), json!(groups));
        if let Some(project) = project {
            arguments.insert("project".to_owned(), json!(project));
        }
        arguments.insert("who".to_owned(), json!(who));
        plan(&self.opened, "roles.unassign", arguments).await
    }
}

/// The operations `limits.…`.
#[derive(Debug, uniffi::Object)]
pub struct LimitsOperations {
    opened: Opened,
}

#[uniffi::export]
impl LimitsOperations {
    /// Lists the limits and alerts on the spend of a month: of the organization, of a project, or of all.
    ///
    /// - `all`: The organization and every project: two requests for each.
    /// - `project`: Only this project: name or id.
    #[uniffi::method(default(all = false, project = None))]
    pub async fn list(&self, all: bool, project: Option<String>) -> Result<LimitList, OrgwardenError> {
        let mut arguments = Map::new();
        arguments.insert("all".to_owned(), json!(all));
        if let Some(project) = project {
            arguments.insert("project".to_owned(), json!(project));
        }
        answer(&self.opened, "limits.list", arguments).await
    }

    /// Sets the hard limit on the spend of a month, in place of one that is there.
    ///
    /// - `cents`: The limit in US cents, at least one.
    /// - `project`: The project: name or id; absent: the organization.
    #[uniffi::method(default(project = None))]
    pub async fn set(&self, cents: u64, project: Option<String>) -> Result<Done, OrgwardenError> {
        let mut arguments = Map::new();
        arguments.insert("cents".to_owned(), json!(cents));
        if let Some(project) = project {
            arguments.insert("project".to_owned(), json!(project));
        }
        answer(&self.opened, "limits.set", arguments).await
    }

    /// Plans `limits.set` without applying it.
    ///
    /// Sets the hard limit on the spend of a month, in place of one that is there.
    ///
    /// - `cents`: The limit in US cents, at least one.
    /// - `project`: The project: name or id; absent: the organization.
    #[uniffi::method(default(project = None))]
    pub async fn plan_set(&self, cents: u64, project: Option<String>) -> Result<Arc<Plan>, OrgwardenError> {
        let mut arguments = Map::new();
        arguments.insert("cents".to_owned(), json!(cents));
        if let Some(project) = project {
            arguments.insert("project".to_owned(), json!(project));
        }
        plan(&self.opened, "limits.set", arguments).await
    }

    /// Takes the hard limit on the spend of a month away.
    ///
    /// - `project`: The project: name or id; absent: the organization.
    #[uniffi::method(default(project = None))]
    pub async fn delete(&self, project: Option<String>) -> Result<Done, OrgwardenError> {
        let mut arguments = Map::new();
        if let Some(project) = project {
            arguments.insert("project".to_owned(), json!(project));
        }
        answer(&self.opened, "limits.delete", arguments).await
    }

    /// Plans `limits.delete` without applying it.
    ///
    /// Takes the hard limit on the spend of a month away.
    ///
    /// - `project`: The project: name or id; absent: the organization.
    #[uniffi::method(default(project = None))]
    pub async fn plan_delete(&self, project: Option<String>) -> Result<Arc<Plan>, OrgwardenError> {
        let mut arguments = Map::new();
        if let Some(project) = project {
            arguments.insert("project".to_owned(), json!(project));
        }
        plan(&self.opened, "limits.delete", arguments).await
    }

    /// Has a mail sent when the spend of a month passes an amount. An alert that is there is changed to what is said.
    ///
    /// - `alert`: The id of an alert that is to be changed; absent: the one at this amount, or a new one.
    /// - `cents`: The amount in US cents; absent: as it is.
    /// - `project`: The project: name or id; absent: the organization.
    /// - `recipients`: Who gets the mail: e-mail addresses; absent: as it is.
    /// - `subject_prefix`: What the subject of the mail starts with; absent: as it is; empty: nothing.
    #[uniffi::method(default(alert = None, cents = None, project = None, recipients = None, subject_prefix = None))]
    pub async fn set_alert(
        &self,
        alert: Option<String>,
        cents: Option<u64>,
        project: Option<String>,
        recipients: Option<Vec<String>>,
        subject_prefix: Option<String>,
    ) -> Result<Done, OrgwardenError> {
        let mut arguments = Map::new();
        if let Some(alert) = alert {
            arguments.insert("alert".to_owned(), json!(alert));
        }
        if let Some(cents) = cents {
            arguments.insert("cents".to_owned(), json!(cents));
        }
        if let Some(project) = project {
            arguments.insert("project".to_owned(), json!(project));
        }
        if let Some(recipients) = recipients {
            arguments.insert("recipients".to_owned(), json!(recipients));
        }
        if let Some(subject_prefix) = subject_prefix {
            arguments.insert("subject_prefix".to_owned(), json!(subject_prefix));
        }
        answer(&self.opened, "limits.set_alert", arguments).await
    }

    /// Plans `limits.set_alert` without applying it.
    ///
    /// Has a mail sent when the spend of a month passes an amount. An alert that is there is changed to what is said.
    ///
    /// - `alert`: The id of an alert that is to be changed; absent: the one at this amount, or a new one.
    /// - `cents`: The amount in US cents; absent: as it is.
    /// - `project`: The project: name or id; absent: the organization.
    /// - `recipients`: Who gets the mail: e-mail addresses; absent: as it is.
    /// - `subject_prefix`: What the subject of the mail starts with; absent: as it is; empty: nothing.
    #[uniffi::method(default(alert = None, cents = None, project = None, recipients = None, subject_prefix = None))]
    pub async fn plan_set_alert(
        &self,
        alert: Option<String>,
        cents: Option<u64>,
        project: Option<String>,
        recipients: Option<Vec<String>>,
        subject_prefix: Option<String>,
    ) -> Result<Arc<Plan>, OrgwardenError> {
        let mut arguments = Map::new();
        if let Some(alert) = alert {
            arguments.insert("alert".to_owned(), json!(alert));
        }
        if let Some(cents) = cents {
            arguments.insert("cents".to_owned(), json!(cents));
        }
        if let Some(project) = project {
            arguments.insert("project".to_owned(), json!(project));
        }
        if let Some(recipients) = recipients {
            arguments.insert("recipients".to_owned(), json!(recipients));
        }
        if let Some(subject_prefix) = subject_prefix {
            arguments.insert("subject_prefix".to_owned(), json!(subject_prefix));
        }
        plan(&self.opened, "limits.set_alert", arguments).await
    }

    /// Deletes alerts: one by its id, or all at an amount.
    ///
    /// - `alert`: The alert's id.
    /// - `cents`: The amount in US cents.
    /// - `project`: The project: name or id; absent: the organization.
    #[uniffi::method(default(alert = None, cents = None, project = None))]
    pub async fn delete_alert(
        &self,
        alert: Option<String>,
        cents: Option<u64>,
        project: Option<String>,
    ) -> Result<Done, OrgwardenError> {
        let mut arguments = Map::new();
        if let Some(alert) = alert {
            arguments.insert("alert".to_owned(), json!(alert));
        }
        if let Some(cents) = cents {
            arguments.insert("cents".to_owned(), json!(cents));
        }
        if let Some(project) = project {
            arguments.insert("project".to_owned(), json!(project));
        }
        answer(&self.opened, "limits.delete_alert", arguments).await
    }

    /// Plans `limits.delete_alert` without applying it.
    ///
    /// Deletes alerts: one by its id, or all at an amount.
    ///
    /// - `alert`: The alert's id.
    /// - `cents`: The amount in US cents.
    /// - `project`: The project: name or id; absent: the organization.
    #[uniffi::method(default(alert = None, cents = None, project = None))]
    pub async fn plan_delete_alert(
        &self,
        alert: Option<String>,
        cents: Option<u64>,
        project: Option<String>,
    ) -> Result<Arc<Plan>, OrgwardenError> {
        let mut arguments = Map::new();
        if let Some(alert) = alert {
            arguments.insert("alert".to_owned(), json!(alert));
        }
        if let Some(cents) = cents {
            arguments.insert("cents".to_owned(), json!(cents));
        }
        if let Some(project) = project {
            arguments.insert("project".to_owned(), json!(project));
        }
        plan(&self.opened, "limits.delete_alert", arguments).await
    }
}

/// The operations `audit.…`.
#[derive(Debug, uniffi::Object)]
pub struct AuditOperations {
    opened: Opened,
}

#[uniffi::export]
impl AuditOperations {
    /// Shows the audit log, the newest entries first.
    ///
    /// - `actor_emails`: Only what these people did, by e-mail address.
    /// - `event_types`: Only these kinds of events, such as `user.deleted`.
    /// - `from`: Only from this moment on, in seconds since 1970.
    /// - `limit`: At most so many entries; 100 by default, 0 for all.
    /// - `resource_ids`: Only what was done to these, by id.
    /// - `to`: Only up to this moment, in seconds since 1970.
    #[uniffi::method(default(actor_emails = [], event_types = [], from = None, limit = None, resource_ids = [], to = None))]
    pub async fn list(
        &self,
        actor_emails: Vec<String>,
        event_types: Vec<String>,
        from: Option<Moment>,
        limit: Option<u32>,
        resource_ids: Vec<String>,
        to: Option<Moment>,
    ) -> Result<AuditPage, OrgwardenError> {
        let mut arguments = Map::new();
        arguments.insert("actor_emails".to_owned(), json!(actor_emails));
        arguments.insert("event_types".to_owned(), json!(event_types));
        if let Some(from) = from {
            arguments.insert("from".to_owned(), json!(from));
        }
        if let Some(limit) = limit {
            arguments.insert("limit".to_owned(), json!(limit));
        }
        arguments.insert("resource_ids".to_owned(), json!(resource_ids));
        if let Some(to) = to {
            arguments.insert("to".to_owned(), json!(to));
        }
        answer(&self.opened, "audit.list", arguments).await
    }
}

/// The operations `journal.…`.
#[derive(Debug, uniffi::Object)]
pub struct JournalOperations {
    opened: Opened,
}

#[uniffi::export]
impl JournalOperations {
    /// Lists the runs of the journal, the newest first: every plan that was applied, or is being applied.
    pub async fn list(&self) -> Result<RunList, OrgwardenError> {
        answer(&self.opened, "journal.list", Map::new()).await
    }

    /// Shows the entries of a run in the journal: what was written before and after each request.
    ///
    /// - `run`: The run.
    pub async fn show(&self, run: String) -> Result<RunRecord, OrgwardenError> {
        let mut arguments = Map::new();
        arguments.insert("run".to_owned(), json!(run));
        answer(&self.opened, "journal.show", arguments).await
    }

    /// Checks that nothing in the journal was changed since it was written.
    ///
    /// - `head`: A head that an earlier check told, and that was kept elsewhere: it must still be in the chain, so
    ///   that entries that were cut off at the end are missed too.
    #[uniffi::method(default(head = None))]
    pub async fn verify(&self, head: Option<String>) -> Result<Verification, OrgwardenError> {
        let mut arguments = Map::new();
        if let Some(head) = head {
            arguments.insert("head".to_owned(), json!(head));
        }
        answer(&self.opened, "journal.verify", arguments).await
    }

    /// Continues a run that was cut off: what was done stays done, what may have been done is settled by reading, and
    /// the rest is done.
    ///
    /// It does what was agreed to when the run began.
    ///
    /// - `retry`: Try again what the API refused; of a run that is over, also what guards held.
    /// - `run`: The run; absent: the newest that was cut off.
    #[uniffi::method(default(retry = false, run = None))]
    pub async fn resume(&self, retry: bool, run: Option<String>) -> Result<Resumption, OrgwardenError> {
        let mut arguments = Map::new();
        arguments.insert("retry".to_owned(), json!(retry));
        if let Some(run) = run {
            arguments.insert("run".to_owned(), json!(run));
        }
        answer(&self.opened, "journal.resume", arguments).await
    }
}

/// The operations `files.…`.
#[derive(Debug, uniffi::Object)]
pub struct FilesOperations {
    opened: Opened,
}

#[uniffi::export]
impl FilesOperations {
    /// Reads the rows of a file of people to invite, CSV or JSON Lines, for `members.invite`. Sends nothing.
    ///
    /// Columns: `email` and, if wished, `role`, `projects` (with `;` between) and `organization`; or no header and an
    /// address in each row. Every problem is named by file, line and column, all of them at once.
    ///
    /// - `text`: The text of the file.
    /// - `name`: What to call the file in errors; `input` if absent.
    #[uniffi::method(default(name = None))]
    pub async fn read_people(&self, text: String, name: Option<String>) -> Result<PeopleRows, OrgwardenError> {
        let mut arguments = Map::new();
        arguments.insert("text".to_owned(), json!(text));
        if let Some(name) = name {
            arguments.insert("name".to_owned(), json!(name));
        }
        answer(&self.opened, "files.read_people", arguments).await
    }

    /// Reads the rows of a file of wishes, CSV or JSON Lines, for `members.change`. Sends nothing.
    ///
    /// A row has `action` and the columns that the action needs; without an action it is an invitation. Every problem
    /// is named by file, line and column, all of them at once.
    ///
    /// - `text`: The text of the file.
    /// - `name`: What to call the file in errors; `input` if absent.
    #[uniffi::method(default(name = None))]
    pub async fn read_wishes(&self, text: String, name: Option<String>) -> Result<WishRows, OrgwardenError> {
        let mut arguments = Map::new();
        arguments.insert("text".to_owned(), json!(text));
        if let Some(name) = name {
            arguments.insert("name".to_owned(), json!(name));
        }
        answer(&self.opened, "files.read_wishes", arguments).await
    }
}

/// The operations `roster.…`.
#[derive(Debug, uniffi::Object)]
pub struct RosterOperations {
    opened: Opened,
}

#[uniffi::export]
impl RosterOperations {
    /// Compares a roster file with the organization: what differs, who is not listed, whose access ends soon.
    ///
    /// - `accept_few`: Believe a complete file even if it lists less than half of the members.
    /// - `name`: What to call the file in errors.
    /// - `text`: The text of the roster file.
    #[uniffi::method(default(accept_few = false, name = None, text = None))]
    pub async fn compare(
        &self,
        accept_few: bool,
        name: Option<String>,
        text: Option<String>,
    ) -> Result<Comparison, OrgwardenError> {
        let mut arguments = Map::new();
        arguments.insert("accept_few".to_owned(), json!(accept_few));
        if let Some(name) = name {
            arguments.insert("name".to_owned(), json!(name));
        }
        if let Some(text) = text {
            arguments.insert("text".to_owned(), json!(text));
        }
        answer(&self.opened, "roster.compare", arguments).await
    }

    /// Makes the organization what a roster file says: invites who is missing, sets roles, projects and groups, and
    /// removes whose time is over and, if the file is complete, who is not listed.
    ///
    /// Guards of the file can forbid more than the profile's, never less.
    ///
    /// - `accept_few`: Believe a complete file even if it lists less than half of the members.
    /// - `name`: What to call the file in errors.
    /// - `text`: The text of the roster file.
    #[uniffi::method(default(accept_few = false, name = None, text = None))]
    pub async fn apply(
        &self,
        accept_few: bool,
        name: Option<String>,
        text: Option<String>,
    ) -> Result<Done, OrgwardenError> {
        let mut arguments = Map::new();
        arguments.insert("accept_few".to_owned(), json!(accept_few));
        if let Some(name) = name {
            arguments.insert("name".to_owned(), json!(name));
        }
        if let Some(text) = text {
            arguments.insert("text".to_owned(), json!(text));
        }
        answer(&self.opened, "roster.apply", arguments).await
    }

    /// Plans `roster.apply` without applying it.
    ///
    /// Makes the organization what a roster file says: invites who is missing, sets roles, projects and groups, and
    /// removes whose time is over and, if the file is complete, who is not listed.
    ///
    /// Guards of the file can forbid more than the profile's, never less.
    ///
    /// - `accept_few`: Believe a complete file even if it lists less than half of the members.
    /// - `name`: What to call the file in errors.
    /// - `text`: The text of the roster file.
    #[uniffi::method(default(accept_few = false, name = None, text = None))]
    pub async fn plan_apply(
        &self,
        accept_few: bool,
        name: Option<String>,
        text: Option<String>,
    ) -> Result<Arc<Plan>, OrgwardenError> {
        let mut arguments = Map::new();
        arguments.insert("accept_few".to_owned(), json!(accept_few));
        if let Some(name) = name {
            arguments.insert("name".to_owned(), json!(name));
        }
        if let Some(text) = text {
            arguments.insert("text".to_owned(), json!(text));
        }
        plan(&self.opened, "roster.apply", arguments).await
    }

    /// Writes the organization as it is as a roster file. Compared with the same organization, nothing differs.
    ///
    /// - `with_limits`: Write spend limits and alerts too, as teams without members: two requests more for each
    ///   project.
    /// - `without_groups`: Leave groups out: some organizations may not list them.
    #[uniffi::method(default(with_limits = false, without_groups = false))]
    pub async fn export(&self, with_limits: bool, without_groups: bool) -> Result<ExportedRoster, OrgwardenError> {
        let mut arguments = Map::new();
        arguments.insert("with_limits".to_owned(), json!(with_limits));
        arguments.insert("without_groups".to_owned(), json!(without_groups));
        answer(&self.opened, "roster.export", arguments).await
    }
}

/// The operations `organization.…`.
#[derive(Debug, uniffi::Object)]
pub struct OrganizationOperations {
    opened: Opened,
}

#[uniffi::export]
impl OrganizationOperations {
    /// Tells which organization and which key this is, and to whom the key belongs.
    pub async fn whoami(&self) -> Result<Identity, OrgwardenError> {
        answer(&self.opened, "organization.whoami", Map::new()).await
    }

    /// Checks the way to the organization: the key's class, the network, the organization and the scopes, each with
    /// its cause and the next step.
    pub async fn doctor(&self) -> Result<Health, OrgwardenError> {
        answer(&self.opened, "organization.doctor", Map::new()).await
    }
}

#[uniffi::export]
impl Organization {
    /// Sends any request to the API, authenticated and paced like the others: for what has no operation yet.
    ///
    /// No guard looks at it.
    ///
    /// - `method`: The verb.
    /// - `path`: The path below the base URL, with its query: `/organization/groups?limit=10`.
    /// - `body`: The JSON body.
    #[uniffi::method(default(body = None))]
    pub async fn request(
        &self,
        method: RequestMethod,
        path: String,
        body: Option<Json>,
    ) -> Result<Json, OrgwardenError> {
        let mut arguments = Map::new();
        arguments.insert("method".to_owned(), json!(method));
        arguments.insert("path".to_owned(), json!(path));
        if let Some(body) = body {
            arguments.insert("body".to_owned(), json!(body));
        }
        answer(&self.opened, "request", arguments).await
    }
}
