# Written by `cargo xtask generate`; do not edit.
"""What operations take and answer: records, and the words that the API and we use."""

from __future__ import annotations

from ._record import OpenRecord, Record
from ._word import OpenWord, Word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from decimal import Decimal
    from typing import Any, ClassVar, Literal


class CheckResult(Word):
    """How a check stands."""

    GOOD = "good"
    """Good."""
    WARNING = "warning"
    """Works, and deserves a look."""
    BAD = "bad"
    """Does not work."""


class Effect(Word):
    """What an operation does to the organization."""

    READS = "reads"
    """Reads only."""
    CHANGES = "changes"
    """Changes something that can be changed back."""
    DESTROYS = "destroys"
    """Takes something away that does not come back: doors ask before."""


class ErrorKind(Word):
    """What kind of failure it is. Two failures have different kinds only if the caller would act differently.

    Closed on purpose, so that every door maps every kind: a new one is a breaking change.
    """

    INVALID = "invalid"
    """The input is not valid; nothing was sent."""
    CONFIG = "config"
    """The configuration is missing something or contradicts itself; nothing was sent."""
    AUTHENTICATION = "authentication"
    """The API does not accept the key (401), or the key belongs to another organization."""
    PERMISSION = "permission"
    """The key is good but may not do this (403)."""
    NOT_FOUND = "not_found"
    """The thing is not there (404), or no member matches."""
    CONFLICT = "conflict"
    """The state of the organization forbids it (409)."""
    REJECTED = "rejected"
    """The API refused the request as it was put (another 4xx)."""
    RATE_LIMITED = "rate_limited"
    """The API asks to wait longer than the caller allows (429)."""
    UNAVAILABLE = "unavailable"
    """The API is failing (5xx); the request changed nothing."""
    TRANSPORT = "transport"
    """The API could not be reached; the request changed nothing."""
    OUTCOME_UNKNOWN = "outcome_unknown"
    """The request may or may not have taken effect. Read the organization before doing anything again."""
    DECODE = "decode"
    """The API answered something that cannot be understood."""
    GUARD = "guard"
    """A guard held the change back; nothing was sent."""
    CANCELLED = "cancelled"
    """The caller stopped it before it was sent."""
    STORAGE = "storage"
    """A local file could not be read or written."""
    INTERNAL = "internal"
    """A fault of this program."""


class EventType(OpenWord):
    """The kinds of audit events about members. There are some 150 in all; the others are carried as text."""

    INVITE_SENT = "invite.sent"
    """An invitation was sent."""
    INVITE_ACCEPTED = "invite.accepted"
    """An invitation was accepted."""
    INVITE_DELETED = "invite.deleted"
    """An invitation was deleted."""
    USER_ADDED = "user.added"
    """Somebody became a member."""
    USER_UPDATED = "user.updated"
    """A member's role changed."""
    USER_DELETED = "user.deleted"
    """A member was removed."""
    API_KEY_CREATED = "api_key.created"
    """A key was created."""
    API_KEY_UPDATED = "api_key.updated"
    """A key was changed."""
    API_KEY_DELETED = "api_key.deleted"
    """A key was deleted."""
    PROJECT_CREATED = "project.created"
    """A project was created."""
    PROJECT_UPDATED = "project.updated"
    """A project was changed."""
    PROJECT_ARCHIVED = "project.archived"
    """A project was archived."""


class Guard(Word):
    """The rules."""

    LAST_OWNER = "last_owner"
    """The organization would be left without an owner, and nobody could let anybody in again."""
    MINIMUM_OWNERS = "minimum_owners"
    """Fewer owners would remain than the organization must have."""
    REQUIRED_OWNER = "required_owner"
    """The person must stay an owner."""
    PROTECTED = "protected"
    """Nothing may be taken from the person."""
    YOURSELF = "yourself"
    """The key belongs to this very person: without the person it stops working, in the middle of the work."""
    TOO_MANY_REMOVALS = "too_many_removals"
    """More would be removed at once than one plan may."""
    SCIM_MANAGED = "scim_managed"
    """An identity provider manages the person, and would undo the change."""
    OWNERLESS_PROJECT = "ownerless_project"
    """A project would be left without an owner of its own."""
    ORGANIZATION_OWNER = "organization_owner"
    """Owners of the organization are owners of every project, which nothing in a project can change."""
    EMPTY_SCOPES = "empty_scopes"
    """A key would be limited to no scope at all, which the API takes for every scope that its owner has."""
    KEY_IN_USE = "key_in_use"
    """The admin key in use would be deleted, or one that cannot be told from it: nothing more could be done with it."""


class ItemState(Word):
    """Whether a line of a checklist is done."""

    DONE = "done"
    """It is so."""
    WAITING = "waiting"
    """It cannot be so yet: the person has not accepted."""
    OPEN = "open"
    """It should be so, and is not."""


class OrganizationRole(OpenWord):
    """A built-in role in the organization. The dashboard says Admin for `owner` and Member for `reader`."""

    OWNER = "owner"
    """Manages members, billing and settings; implicitly owner of every project."""
    READER = "reader"
    """Uses the API and reads basic organization data."""


class OwnerKind(OpenWord):
    """What owns a key."""

    USER = "user"
    """A person."""
    SERVICE_ACCOUNT = "service_account"
    """A service account."""


class OwnerProjectAccess(OpenWord):
    """Whether a key's owner still has access to the project."""

    ACTIVE = "active"
    """The owner has access."""
    INACTIVE = "inactive"
    """The owner has lost access."""


class PersonStatus(Word):
    """Where a person stands. Computed with the clock: the API's own status lags behind."""

    MEMBER = "member"
    """Belongs to the organization."""
    INVITED = "invited"
    """Invited, and can still accept."""
    EXPIRING = "expiring"
    """Invited, and has less than two days to accept."""
    EXPIRED = "expired"
    """Invited, and can no longer accept."""
    ACCEPTED = "accepted"
    """The invitation was accepted. Whether the person is a member is not known: only invitations were read."""
    ACCEPTED_ELSEWHERE = "accepted_elsewhere"
    """The invitation was accepted, but nobody with this address is a member: perhaps accepted with another address, or
    removed since.
    """


class ProjectRole(OpenWord):
    """A built-in role in a project."""

    OWNER = "owner"
    """Manages the project, its members and keys."""
    MEMBER = "member"
    """Uses the project and makes keys in it."""


class ProjectStatus(OpenWord):
    """Whether a project can be used."""

    ACTIVE = "active"
    """In use."""
    ARCHIVED = "archived"
    """Closed for good: there is no way back."""


class RequestMethod(Word):
    """The verbs of the API."""

    GET = "GET"
    """Reads."""
    POST = "POST"
    """Creates or changes."""
    DELETE = "DELETE"
    """Removes."""


class ResourceType(OpenWord):
    """What a role is a role in."""

    API_ORGANIZATION = "api.organization"
    """The organization."""
    API_PROJECT = "api.project"
    """A project."""


class Risk(Word):
    """What a step can do harm with."""

    LOW = "low"
    """Can be taken back, and takes nothing away."""
    MAKES_OWNER = "makes_owner"
    """Gives the management of the organization to somebody."""
    LOSES = "loses"
    """Takes something away."""


class RoleWord(Word):
    """The words for a role."""

    OWNER = "owner"
    """May manage the organization."""
    READER = "reader"
    """May not."""
    ADMIN = "admin"
    """The dashboard's word for an owner."""
    MEMBER = "member"
    """The dashboard's word for a reader."""


class RunState(Word):
    """Where a run stands."""

    ENDED = "ended"
    """Over: nothing is left to be sent or settled."""
    RUNNING = "running"
    """A process is applying it."""
    OPEN = "open"
    """Cut off: it can be resumed."""


class State(Word):
    """Where a run or one of its steps stands."""

    STARTED = "started"
    """The run begins: its plan is kept, and its digest stands here."""
    RESUMED = "resumed"
    """Somebody continues the run."""
    SENDING = "sending"
    """The step is about to be sent. If this is the last that is known of it, it may have taken effect."""
    DONE = "done"
    """It took effect."""
    ALREADY = "already"
    """It was so already."""
    FAILED = "failed"
    """It did not take effect: the API refused it, or what it requires held no longer when the run was resumed."""
    HELD = "held"
    """A guard holds it, by what was read when the plan was applied."""
    NOT_SENT = "not_sent"
    """It was not sent: a step before it failed, the wait would have been too long, or it was stopped."""
    UNKNOWN = "unknown"
    """It may have taken effect, and reading the organization did not settle it."""
    ENDED = "ended"
    """The run is over: nothing is left to be sent or settled."""


class StepStatus(Word):
    """How a step ended."""

    DONE = "done"
    """It took effect."""
    ALREADY = "already"
    """It was so already."""
    FAILED = "failed"
    """It did not take effect: the API refused it, or what it requires held no longer when the run was resumed."""
    HELD = "held"
    """A guard holds it, by what was read when the plan was applied."""
    NOT_SENT = "not_sent"
    """It was not sent: a step before it failed, the wait would have been too long, or it was stopped."""
    UNKNOWN = "unknown"
    """It may have taken effect, and reading the organization did not settle it."""


class WishSource(Word):
    """From where it is known what an invitation was to grant."""

    INVITATION = "invitation"
    """The API lists it with the invitation, even when it is accepted."""
    JOURNAL = "journal"
    """The API lists no projects with the invitation, and the journal knows which were asked for."""


class InviteAct(Record):
    """Invites somebody."""

    act: ClassVar[Literal["invite"]] = "invite"
    email: str
    """The e-mail address."""
    role: OrganizationRole
    """The role in the organization."""
    projects: tuple[ProjectGrant, ...] | None = None
    """The projects. Absent: the API grants the default project. Empty: none."""


class CancelInviteAct(Record):
    """Cancels an invitation."""

    act: ClassVar[Literal["cancel_invite"]] = "cancel_invite"
    invite: str
    """The invitation."""


class SetRoleAct(Record):
    """Sets the role of a member in the organization."""

    act: ClassVar[Literal["set_role"]] = "set_role"
    user: str
    """The member."""
    role: OrganizationRole
    """The role afterwards."""


class RemoveAct(Record):
    """Removes a member from the organization, and with that ends their keys and memberships."""

    act: ClassVar[Literal["remove"]] = "remove"
    user: str
    """The member."""


class AddToProjectAct(Record):
    """Adds a member of the organization to a project."""

    act: ClassVar[Literal["add_to_project"]] = "add_to_project"
    project: str
    """The project."""
    user: str
    """The member."""
    role: ProjectRole
    """The role in the project."""


class SetProjectRoleAct(Record):
    """Sets the role of somebody in a project."""

    act: ClassVar[Literal["set_project_role"]] = "set_project_role"
    project: str
    """The project."""
    user: str
    """The member."""
    role: ProjectRole
    """The role afterwards."""


class RemoveFromProjectAct(Record):
    """Removes somebody from a project."""

    act: ClassVar[Literal["remove_from_project"]] = "remove_from_project"
    project: str
    """The project."""
    user: str
    """The member."""


class AddToGroupAct(Record):
    """Adds a member to a group."""

    act: ClassVar[Literal["add_to_group"]] = "add_to_group"
    group: str
    """The group."""
    user: str
    """The member."""


class RemoveFromGroupAct(Record):
    """Removes a member from a group."""

    act: ClassVar[Literal["remove_from_group"]] = "remove_from_group"
    group: str
    """The group."""
    user: str
    """The member."""


class AssignRoleAct(Record):
    """Gives a role to a member or a group, in the organization or in a project, beside what they have."""

    act: ClassVar[Literal["assign_role"]] = "assign_role"
    holder: Holder
    """Who gets it."""
    role: str
    """The role."""
    project: str | None = None
    """The project; absent: the organization."""


class UnassignRoleAct(Record):
    """Takes a role from a member or a group that it was given to directly."""

    act: ClassVar[Literal["unassign_role"]] = "unassign_role"
    holder: Holder
    """Who loses it."""
    role: str
    """The role."""
    project: str | None = None
    """The project; absent: the organization."""


class DeleteKeyAct(Record):
    """Deletes a key of a project."""

    act: ClassVar[Literal["delete_key"]] = "delete_key"
    project: str
    """The project."""
    key: str
    """The key."""
    owner: str | None = None
    """The person whose key it is; absent: nobody knows."""


class DeleteAdminKeyAct(Record):
    """Deletes an admin key."""

    act: ClassVar[Literal["delete_admin_key"]] = "delete_admin_key"
    key: str
    """The key."""
    owner: str | None = None
    """The person whose key it is; absent: nobody knows."""


class FreezeKeyAct(Record):
    """Limits what a key of a project may do, and if wished for how long."""

    act: ClassVar[Literal["freeze_key"]] = "freeze_key"
    project: str
    """The project."""
    key: str
    """The key."""
    scopes: tuple[str, ...]
    """All that it may do from now on. The API takes an empty list for everything, so an empty one is never sent."""
    expires_in_seconds: int | None = None
    """How long it lives from now on, in seconds; absent: as long as before."""
    owner: str | None = None
    """The person whose key it is; absent: a service account's."""


class DeleteServiceAccountAct(Record):
    """Deletes a service account, and with it ends its keys."""

    act: ClassVar[Literal["delete_service_account"]] = "delete_service_account"
    project: str
    """The project."""
    account: str
    """The service account."""


class ArchiveProjectAct(Record):
    """Archives a project, for good: its keys and memberships end."""

    act: ClassVar[Literal["archive_project"]] = "archive_project"
    project: str
    """The project."""


class SetSpendLimitAct(Record):
    """Sets the monthly spend limit of the organization or of a project."""

    act: ClassVar[Literal["set_spend_limit"]] = "set_spend_limit"
    cents: int
    """The limit in US cents."""
    project: str | None = None
    """The project; absent: the organization."""


class DeleteSpendLimitAct(Record):
    """Takes the monthly spend limit of the organization or of a project away."""

    act: ClassVar[Literal["delete_spend_limit"]] = "delete_spend_limit"
    project: str | None = None
    """The project; absent: the organization."""


class CreateSpendAlertAct(Record):
    """Creates a mail about the spend of a month."""

    act: ClassVar[Literal["create_spend_alert"]] = "create_spend_alert"
    alert: AlertTerms
    """What it is."""
    project: str | None = None
    """The project; absent: the organization."""


class ReplaceSpendAlertAct(Record):
    """Replaces all of a mail about the spend of a month."""

    act: ClassVar[Literal["replace_spend_alert"]] = "replace_spend_alert"
    id: str
    """Which one."""
    alert: AlertTerms
    """What it is afterwards."""
    project: str | None = None
    """The project; absent: the organization."""


class DeleteSpendAlertAct(Record):
    """Deletes a mail about the spend of a month."""

    act: ClassVar[Literal["delete_spend_alert"]] = "delete_spend_alert"
    id: str
    """Which one."""
    project: str | None = None
    """The project; absent: the organization."""


class Actor(OpenRecord):
    """Who did it: a person at the dashboard (`session`) or a key (`api_key`)."""

    api_key: ActorApiKey | None = None
    session: ActorSession | None = None
    type: str | None = None


class ActorApiKey(OpenRecord):
    """A key that acted."""

    id: str | None = None
    service_account: Principal | None = None
    type: str | None = None
    user: Principal | None = None


class ActorSession(OpenRecord):
    """A person at the dashboard."""

    ip_address: str | None = None
    user: Principal | None = None


class AdminApiKey(OpenRecord):
    """An admin key (`AdminApiKey` in the schema).

    The list of admin keys also shows project keys; compare ids before counting.
    """

    id: str
    created_at: datetime | None = None
    expires_at: datetime | None = None
    last_used_at: datetime | None = None
    name: str | None = None
    owner: Principal | None = None
    redacted_value: str | None = None
    """The secret with its middle left out, `sk-admin...def`."""


class Alert(Record):
    """A mail when the spend of a month passes an amount."""

    amount: str
    """The amount, like `$40`."""
    recipients: tuple[str, ...]
    """The addresses that get the mail."""


class AlertTerms(Record):
    """What an alert is: when it mails, and whom."""

    cents: int
    """The spend of a month that it watches for, in US cents."""
    recipients: tuple[str, ...]
    """The addresses that get the mail."""
    subject_prefix: str | None = None
    """What the subject of the mail starts with."""


class Already(Record):
    """A part of a wish that is so already."""

    subject: str
    """Whom or what it is about."""
    state: str
    """What is so."""
    is_short: bool | None = None
    """Whether it is less than what was wished: then the state says what would change that."""


class AuditEvidence(Record):
    """An entry of the audit log."""

    id: str
    """Its id."""
    kind: EventType
    """What happened."""
    at: datetime
    """When."""
    actor: str | None = None
    """Who did it, where the log says so."""


class AuditLog(OpenRecord):
    """An entry of the audit log (`AuditLog` in the schema).

    The details stand in a member that is named like the event type.
    """

    id: str
    type: EventType
    effective_at: datetime
    actor: Actor | None = None
    project: AuditProject | None = None
    """Actions with an admin key carry the default project here."""


class AuditPage(Record):
    """Entries of the audit log."""

    events: tuple[AuditLog, ...]
    """The entries."""
    more: bool
    """Whether there are more."""


class AuditProject(OpenRecord):
    """The project of an audit event."""

    id: str | None = None
    name: str | None = None


class BudgetUse(Record):
    """How many requests a plan takes from one budget."""

    route: str
    """The budget: verb and route, by which the API counts."""
    count: int
    """How many requests."""


class Check(Record):
    """One check."""

    name: str
    """What was checked."""
    result: CheckResult
    """How it stands."""
    detail: str
    """What was seen."""
    hint: str | None = None
    """What to do."""


class ChecklistItem(Record):
    """A line of a checklist."""

    what: str
    """What should be so."""
    state: ItemState
    """Whether it is."""
    can_be_repaired: bool
    """Whether `onboarding.repair` does it."""
    next: str | None = None
    """Why, or what to do next, if there is something to say."""


class Comparison(Record):
    """How a roster file and the organization differ."""

    wishes: tuple[Wish, ...]
    """What is to be done, in the order of the file; removals of those who are not listed come last."""
    unlisted: tuple[str, ...]
    """Who is in the organization and not in the file, and is left alone."""
    ending: tuple[Ending, ...]
    """Whose access ends soon."""


class MemberCondition(Record):
    """Somebody is a member, with this address and role."""

    is_: ClassVar[Literal["member"]] = "member"
    user: str
    """The member."""
    email: str | None = None
    """The address; None: none."""
    role: OrganizationRole | None = None
    """The role; None: the API told none."""


class NotMemberCondition(Record):
    """Nobody with this address is a member."""

    is_: ClassVar[Literal["not_member"]] = "not_member"
    email: str
    """The address."""


class InvitedCondition(Record):
    """An invitation has not been accepted or cancelled."""

    is_: ClassVar[Literal["invited"]] = "invited"
    invite: str
    """The invitation."""


class NotInvitedCondition(Record):
    """No other invitation than perhaps this one stands in the way of a new one for this address."""

    is_: ClassVar[Literal["not_invited"]] = "not_invited"
    email: str
    """The address."""
    besides: str | None = None
    """An invitation that the plan itself cancels before."""


class InProjectCondition(Record):
    """Somebody is in a project, with this role."""

    is_: ClassVar[Literal["in_project"]] = "in_project"
    project: str
    """The project."""
    user: str
    """The member."""
    role: ProjectRole | None = None
    """The role; None: the API told none."""


class NotInProjectCondition(Record):
    """Somebody is not in a project."""

    is_: ClassVar[Literal["not_in_project"]] = "not_in_project"
    project: str
    """The project."""
    user: str
    """The member."""


class GroupMembershipCondition(Record):
    """Somebody is in a group, or is not."""

    is_: ClassVar[Literal["group_membership"]] = "group_membership"
    group: str
    """The group."""
    user: str
    """The member."""
    present: bool
    """Whether they are in it."""


class KeyCondition(Record):
    """A key exists."""

    is_: ClassVar[Literal["key"]] = "key"
    project: str
    """The project."""
    key: str
    """The key."""
    owner: str | None = None
    """Whose it is; absent: that does not matter."""


class AdminKeyCondition(Record):
    """An admin key exists."""

    is_: ClassVar[Literal["admin_key"]] = "admin_key"
    key: str
    """The key."""
    owner: str | None = None
    """Whose it is; absent: that does not matter."""


class RoleAssignmentCondition(Record):
    """A role was given to somebody directly, or was not."""

    is_: ClassVar[Literal["role_assignment"]] = "role_assignment"
    holder: Holder
    """Who has it."""
    role: str
    """The role."""
    present: bool
    """Whether they have it."""
    project: str | None = None
    """The project; absent: the organization."""


class ServiceAccountCondition(Record):
    """A service account exists."""

    is_: ClassVar[Literal["service_account"]] = "service_account"
    project: str
    """The project."""
    account: str
    """The service account."""


class SpendLimitCondition(Record):
    """The spend limit is this one, or there is none."""

    is_: ClassVar[Literal["spend_limit"]] = "spend_limit"
    cents: int | None = None
    """In US cents; None: there is none."""
    project: str | None = None
    """The project; absent: the organization."""


class SpendAlertCondition(Record):
    """An alert is what it was."""

    is_: ClassVar[Literal["spend_alert"]] = "spend_alert"
    id: str
    """Which one."""
    alert: AlertTerms
    """What it is."""
    project: str | None = None
    """The project; absent: the organization."""


class NoSpendAlertCondition(Record):
    """No alert watches for this amount."""

    is_: ClassVar[Literal["no_spend_alert"]] = "no_spend_alert"
    cents: int
    """In US cents."""
    project: str | None = None
    """The project; absent: the organization."""


class ActiveCondition(Record):
    """A project is not archived."""

    is_: ClassVar[Literal["active"]] = "active"
    project: str
    """The project."""


class Counts(Record):
    """How many steps ended in which way. Together they are all steps of the plan."""

    done: int
    """Took effect."""
    already: int
    """Were so already."""
    failed: int
    """Did not take effect."""
    held: int
    """Are held by guards."""
    not_sent: int
    """Were not sent."""
    unknown: int
    """May have taken effect."""


class Departure(Record):
    """Somebody who was removed, or was to be."""

    subject: str
    """The e-mail address, or what the person is called."""
    user: str
    """The member's id."""
    lost: tuple[str, ...]
    """What was taken away, in words."""
    still_listed: bool
    """Whether the person was still on the roster when this was read."""
    keys_left: tuple[Key, ...]
    """Keys of the person that were left when this was read."""
    admin_keys_left: tuple[AdminApiKey, ...]
    """Admin keys of the person that were left when this was read."""
    audit_events: tuple[AuditEvidence, ...]
    """What the audit log has about the person since the run began. Empty also where the log is switched off."""
    reason: str | None = None
    """Why, as the run says."""
    removed_at: datetime | None = None
    """When it ended."""
    request_id: str | None = None
    """The `x-request-id` of the removal."""
    state: State | None = None
    """How the removal ended. None: it was never sent."""


class Done(Record):
    """What became of a plan."""

    run: str
    """The run in the journal."""
    counts: Counts
    """How many steps ended in which way."""
    results: tuple[StepResult, ...]
    """Every step, in the order of the plan."""
    already: tuple[Already, ...]
    """What was so already when the plan was made."""
    held: tuple[Held, ...]
    """What guards held back."""
    stopped: bool
    """Whether it was stopped before the end."""
    still_listed: tuple[str, ...]
    """Addresses that are still on the roster although they were removed. Read back after the removal."""
    requests: Requests
    """The requests that it took, planning included."""
    journal_error: Failure | None = None
    """Why the journal could not be written, which ended the work early. What was done from then on is not in it, and is
    settled by reading when the run is resumed.
    """


class Ending(Record):
    """Somebody whose access ends soon."""

    email: str
    """The e-mail address."""
    until: str
    """The last day."""
    days_left: int
    """How many days are left; 0 on the last one."""


class PlanEvent(Record):
    """What is agreed to be done."""

    event: ClassVar[Literal["plan"]] = "plan"
    plan: PlanDetails
    """The plan."""


class StartEvent(Record):
    """It begins."""

    event: ClassVar[Literal["start"]] = "start"
    run: str
    """The run in the journal."""
    at: datetime
    """When."""
    steps: int
    """How many steps are left to be done."""
    before: int
    """How many ended before this process took the run up."""
    estimate_seconds: float
    """How long it will take in seconds, as far as is known."""


class StepEvent(Record):
    """A step is in the journal, and is about to be sent."""

    event: ClassVar[Literal["step"]] = "step"
    step: int
    """The number of the step."""
    subject: str
    """Whom it is about."""
    action: str
    """What it does, in words."""
    at: datetime
    """When."""


class WaitEvent(Record):
    """A request waits for its turn."""

    event: ClassVar[Literal["wait"]] = "wait"
    route: str
    """Method and route template."""
    seconds: float
    """How long in seconds, as far as is known."""
    per_minute: float | None = None
    """How many requests the route's limit lets through in a minute. None: not known."""
    step: int | None = None
    """The step that it is of. None: something is read for all of them."""


class RetryEvent(Record):
    """A request is about to be sent again."""

    event: ClassVar[Literal["retry"]] = "retry"
    route: str
    """Method and route template."""
    reason: str
    """What went wrong."""
    seconds: float
    """How long until then, in seconds."""
    step: int | None = None
    """The step that it is of. None: something is read for all of them."""


class HeldEvent(Record):
    """A guard holds a step, by what the organization is like now."""

    event: ClassVar[Literal["held"]] = "held"
    step: int
    """The number of the step, counted from 0."""
    subject: str
    """Whom it is about."""
    action: str
    """What it does, in words."""
    status: StepStatus
    """How it ended."""
    found_by_reading: bool
    """Whether it was found by reading, after the answer was lost."""
    attempts: int
    """How often it was sent, sending again included; 0: never. What an interrupted process sent last is not counted."""
    left_seconds: float
    """How long the steps that are left will take in seconds, at the pace that has been learned by now."""
    held: Held
    """The rule, why, and what would allow it."""
    at: datetime | None = None
    """When it ended. None: it was never begun."""
    error: Failure | None = None
    """What went wrong."""
    id: str | None = None
    """The id in the answer: of the new invitation, for example."""
    request_id: str | None = None
    """The `x-request-id` of the answer."""


class DoneEvent(Record):
    """A step took effect, or it was so already."""

    event: ClassVar[Literal["done"]] = "done"
    step: int
    """The number of the step, counted from 0."""
    subject: str
    """Whom it is about."""
    action: str
    """What it does, in words."""
    status: StepStatus
    """How it ended."""
    found_by_reading: bool
    """Whether it was found by reading, after the answer was lost."""
    attempts: int
    """How often it was sent, sending again included; 0: never. What an interrupted process sent last is not counted."""
    left_seconds: float
    """How long the steps that are left will take in seconds, at the pace that has been learned by now."""
    at: datetime | None = None
    """When it ended. None: it was never begun."""
    error: Failure | None = None
    """What went wrong."""
    id: str | None = None
    """The id in the answer: of the new invitation, for example."""
    request_id: str | None = None
    """The `x-request-id` of the answer."""


class FailedEvent(Record):
    """A step did not take effect."""

    event: ClassVar[Literal["failed"]] = "failed"
    step: int
    """The number of the step, counted from 0."""
    subject: str
    """Whom it is about."""
    action: str
    """What it does, in words."""
    status: StepStatus
    """How it ended."""
    found_by_reading: bool
    """Whether it was found by reading, after the answer was lost."""
    attempts: int
    """How often it was sent, sending again included; 0: never. What an interrupted process sent last is not counted."""
    left_seconds: float
    """How long the steps that are left will take in seconds, at the pace that has been learned by now."""
    at: datetime | None = None
    """When it ended. None: it was never begun."""
    error: Failure | None = None
    """What went wrong."""
    id: str | None = None
    """The id in the answer: of the new invitation, for example."""
    request_id: str | None = None
    """The `x-request-id` of the answer."""


class UnknownEvent(Record):
    """A step may have taken effect, and reading did not settle it."""

    event: ClassVar[Literal["unknown"]] = "unknown"
    step: int
    """The number of the step, counted from 0."""
    subject: str
    """Whom it is about."""
    action: str
    """What it does, in words."""
    status: StepStatus
    """How it ended."""
    found_by_reading: bool
    """Whether it was found by reading, after the answer was lost."""
    attempts: int
    """How often it was sent, sending again included; 0: never. What an interrupted process sent last is not counted."""
    left_seconds: float
    """How long the steps that are left will take in seconds, at the pace that has been learned by now."""
    at: datetime | None = None
    """When it ended. None: it was never begun."""
    error: Failure | None = None
    """What went wrong."""
    id: str | None = None
    """The id in the answer: of the new invitation, for example."""
    request_id: str | None = None
    """The `x-request-id` of the answer."""


class NotSentEvent(Record):
    """A step was not sent."""

    event: ClassVar[Literal["not_sent"]] = "not_sent"
    step: int
    """The number of the step, counted from 0."""
    subject: str
    """Whom it is about."""
    action: str
    """What it does, in words."""
    status: StepStatus
    """How it ended."""
    found_by_reading: bool
    """Whether it was found by reading, after the answer was lost."""
    attempts: int
    """How often it was sent, sending again included; 0: never. What an interrupted process sent last is not counted."""
    left_seconds: float
    """How long the steps that are left will take in seconds, at the pace that has been learned by now."""
    at: datetime | None = None
    """When it ended. None: it was never begun."""
    error: Failure | None = None
    """What went wrong."""
    id: str | None = None
    """The id in the answer: of the new invitation, for example."""
    request_id: str | None = None
    """The `x-request-id` of the answer."""


class SummaryEvent(Record):
    """The end: what the format `json` tells."""

    event: ClassVar[Literal["summary"]] = "summary"
    run: str
    """The run in the journal."""
    counts: Counts
    """How many steps ended in which way."""
    results: tuple[StepResult, ...]
    """Every step, in the order of the plan."""
    already: tuple[Already, ...]
    """What was so already when the plan was made."""
    held: tuple[Held, ...]
    """What guards held back."""
    stopped: bool
    """Whether it was stopped before the end."""
    still_listed: tuple[str, ...]
    """Addresses that are still on the roster although they were removed. Read back after the removal."""
    requests: Requests
    """The requests that it took, planning included."""
    journal_error: Failure | None = None
    """Why the journal could not be written, which ended the work early. What was done from then on is not in it, and is
    settled by reading when the run is resumed.
    """


class ExportedRoster(Record):
    """A roster file and its text."""

    roster: RosterFile
    """The file, as data."""
    text: str
    """The file, as text."""


class Failure(Record):
    """A failure, with its cause and the next step."""

    kind: ErrorKind
    """What kind of failure it is."""
    message: str
    """What happened, in one line for people; not for programs."""
    hint: str | None = None
    """The next step to take, where there is one."""
    request_id: str | None = None
    """The `x-request-id` of the answer: what OpenAI's support asks for."""
    retry_after_seconds: float | None = None
    """How many seconds the server asks to wait."""
    route: str | None = None
    """The method and route template of the request, where there was one."""
    service: Service | None = None
    """What the server said, where it answered."""


class Health(Record):
    """What the checks say."""

    healthy: bool
    """Whether every check is good."""
    checks: tuple[Check, ...]
    """The checks, in order. The later ones are left out when an earlier one makes them pointless."""


class Held(Record):
    """A part of a wish that a guard holds back."""

    subject: str
    """Whom it is about."""
    guard: Guard
    """The rule."""
    reason: str
    """Why."""
    allow: str | None = None
    """What would allow it: the flag, or the line of the policy. None: nothing does."""


class UserHolder(Record):
    """A member of the organization."""

    user: str


class GroupHolder(Record):
    """A group: its members have its roles too."""

    group: str


class Identity(Record):
    """Which organization and which key."""

    base_url: str
    """Where the API is."""
    key_class: str
    """What the key is for, by its prefix."""
    candidates: int
    """How many keys look like this one; more than one makes the owner uncertain."""
    expires_at: datetime | None = None
    """When the key ends."""
    key_id: str | None = None
    """The key's id."""
    key_name: str | None = None
    """The key's name."""
    organization: str | None = None
    """The organization that the profile or the environment names."""
    owner: str | None = None
    """The e-mail address or name of the key's owner."""
    owner_id: str | None = None
    """The owner's id."""


class InvitationList(Record):
    """Invitations, the newest first."""

    invites: tuple[Person, ...]
    """Each with the status that the clock gives it."""


class Invitee(Record):
    """Somebody to invite."""

    email: str = ""
    """The e-mail address."""
    place: str | None = None
    """Where it was read: `people.csv:12:3`, file, line and column. Errors name it."""
    projects: Sequence[str] | None = None
    """The projects to join, by name or id, each with `:owner` or `:member` behind it if wished."""
    role: str | None = None
    """The role in the organization."""


class Key(Record):
    """A project key and where it belongs. Never the secret."""

    id: str
    """The key's id."""
    project_id: str
    """The project."""
    created_at: datetime | None = None
    """When it was made."""
    expires_at: datetime | None = None
    """When it ends."""
    last_used_at: datetime | None = None
    """When it was last used; None: never."""
    name: str | None = None
    """Its name."""
    owner: str | None = None
    """The owner's address, or the name of a service account."""
    owner_id: str | None = None
    """The owner's id."""
    owner_kind: OwnerKind | None = None
    """A person or a service account."""
    owner_project_access: OwnerProjectAccess | None = None
    """Whether the owner still has access to the project."""
    project: str | None = None
    """The project's name."""
    redacted_value: str | None = None
    """The secret with its middle left out."""


class KeyList(Record):
    """Keys."""

    keys: tuple[Key, ...]
    """Keys of projects."""
    admin_keys: tuple[AdminApiKey, ...] | None = None
    """Admin keys. Absent: not asked for."""


class LimitList(Record):
    """Limits and alerts."""

    places: tuple[PlaceLimits, ...]
    """By place."""


class Member(Record):
    """Somebody who should be in the organization."""

    email: str
    """The e-mail address."""
    groups: tuple[str, ...] | None = None
    """The groups, by name or id, in the same way."""
    note: str | None = None
    """What people should know; nothing acts on it."""
    projects: tuple[str, ...] | None = None
    """The projects, by name or id, each with `:owner` or `:member` behind it if wished. Together with those of the
    teams they are all that the person is in; if neither names any, projects are left as they are.
    """
    role: RoleWord = RoleWord.READER
    """The role in the organization."""
    teams: tuple[str, ...] = ()
    """The teams, by the names that they have in this file."""
    until: str | None = None
    """The last day on which they belong here, in UTC. Afterwards they are removed."""


class Membership(Record):
    """A person's place in a project."""

    id: str
    """The project."""
    name: str | None = None
    """Its name."""
    role: ProjectRole | None = None
    """The role in it."""


class NotificationChannel(OpenRecord):
    """Who gets the mail of a `SpendAlert`."""

    recipients: tuple[str, ...]
    subject_prefix: str | None = None
    """What the subject of the mail starts with."""
    type: str | None = None
    """`email`."""


class Offboarding(Record):
    """What a plan for people who leave says beyond its steps: what was theirs, and what is left to be done by hand."""

    stakes: tuple[Stake, ...]
    """What was theirs, read once for all of them. Only members; whoever is gone already has nothing."""
    finishes: str | None = None
    """The run whose people left these keys behind, if the plan deletes what outlived them."""
    rotate: tuple[Key, ...] | None = None
    """Keys of service accounts that they could have read, the most recently used first: to be replaced by hand. Absent:
    not asked for.
    """
    staged: bool = False
    """Whether they lose their access now and are removed later."""


class Onboarding(Record):
    """Where somebody who was invited stands on the way in."""

    email: str
    """The address that was invited."""
    invite: str
    """The invitation."""
    status: PersonStatus
    """Where the person stands."""
    source: WishSource
    """From where it is known which projects were to be granted."""
    items: tuple[ChecklistItem, ...]
    """The checklist, in order."""
    accepted_at: datetime | None = None
    """When it was accepted, where the API says so."""
    invited_at: datetime | None = None
    """When the invitation was sent."""
    user: str | None = None
    """The member that came of it."""


class OnboardingList(Record):
    """How far people have come."""

    people: tuple[Onboarding, ...]
    """Each with a checklist; the newest invitation first."""


class Outcome(Record):
    """Another step of the run."""

    subject: str
    """Whom it is about."""
    action: str
    """What it does, in words."""
    audit_events: tuple[AuditEvidence, ...]
    """What the audit log has about it, where the log knows the thing by its id."""
    at: datetime | None = None
    """When it ended."""
    error: str | None = None
    """Why it did not end well, if that is known."""
    request_id: str | None = None
    """The `x-request-id` of the answer."""
    state: State | None = None
    """How it ended. None: it was never sent."""


class PeopleRows(Record):
    """What a file of people to invite says: the arguments of `members.invite`."""

    people: tuple[Invitee, ...]
    """One for each row."""
    skipped: int
    """How many rows are left out because a file of results says that they are done."""
    organization: str | None = None
    """The organization that the rows are meant for, if they say so."""


class Person(Record):
    """A member, or somebody who was invited."""

    status: PersonStatus
    """Member, or where the invitation stands."""
    email: str | None = None
    """The e-mail address, where the API gives one."""
    expires_at: datetime | None = None
    """When the invitation ends."""
    id: str | None = None
    """The member's id."""
    invite_id: str | None = None
    """The invitation's id."""
    is_scim_managed: bool | None = None
    """Kept by an identity provider. Absent: the API does not say."""
    is_service_account: bool | None = None
    """A service account, not a person. Absent: the API does not say."""
    keys: tuple[Key, ...] | None = None
    """The keys. Absent: not asked for."""
    last_used_at: datetime | None = None
    """When a key of the person was last used, where the API says so."""
    name: str | None = None
    """The name, where the API gives one."""
    projects: tuple[Membership, ...] | None = None
    """The projects, or those that the invitation grants. Unasked, they are what the API's list of members tells: no
    more than those to which somebody was added. Absent: neither asked for nor told whole.
    """
    role: OrganizationRole | None = None
    """The role in the organization, or the one that the invitation grants."""
    since: datetime | None = None
    """Member since, or invited at."""


class PlaceLimits(Record):
    """The limit and the alerts of the organization or of a project."""

    alerts: tuple[SpendAlert, ...]
    """The alerts."""
    limit: int | None = None
    """The hard limit in US cents; absent: none."""
    project: str | None = None
    """Its name."""
    project_id: str | None = None
    """The project; absent: the organization."""


class PlanDetails(Record):
    """The calls that a wish means, and what was decided about the people it names."""

    operation: str
    """The operation that it is a plan of."""
    effect: Effect
    """What it does to the organization."""
    steps: tuple[Step, ...]
    """The calls, in order."""
    already: tuple[Already, ...]
    """What is so already."""
    held: tuple[Held, ...]
    """What guards hold back."""
    notes: tuple[str, ...]
    """What people should know before they agree."""
    made_at: datetime
    """When it was made."""
    requests: Requests
    """The requests that making it took."""
    estimate_seconds: float
    """How long applying it will take, in seconds, at the learned pace."""
    policy: Policy
    """What guards allow: they are judged again by it when the plan is applied."""
    budgets: tuple[BudgetUse, ...] = ()
    """The requests that applying it will take, by the budget that they are taken from."""
    offboarding: Offboarding | None = None
    """What it says beyond its steps, if people leave by it."""
    organization: str | None = None
    """The organization that it was made for, where that is known: it is applied to no other."""
    sources: tuple[Source, ...] | None = None
    """Of wishes that were read from a file: what each came to, in the order in which it was decided."""
    successor: str | None = None
    """Who takes over from those who leave, and is an owner already: somebody whom the wish wants to be one. The owner
    of the key may leave them the organization.
    """


class Policy(Record):
    """What guards allow. It stands in the profile or in a roster file, below `[guards]`."""

    allow_scim: bool = False
    """Whether people may be changed who are managed by an identity provider."""
    keep_project_owners: bool = False
    """Whether every project must keep an owner of its own, besides the owners of the organization. Usually not: nobody
    who leaves should keep access for a project's sake. Finding out takes a request for each project that they own.
    """
    maximum_removal_percent: int = 20
    """How large a share of the members one plan may remove, in percent. Three are always allowed."""
    maximum_removals: int = 20
    """How many members and projects one plan may remove."""
    minimum_owners: int = 2
    """How many owners the organization must keep."""
    protected: tuple[str, ...] = ()
    """People from whom nothing may be taken: e-mail addresses, with `*` for any letters."""
    required_owners: tuple[str, ...] = ()
    """People who must stay owners: e-mail addresses, with `*` for any letters."""


class PolicyLines(Record):
    """The lines of a policy that a file states. What it does not state is as elsewhere: in a profile as usual, in a
    roster file as the profile says.
    """

    allow_scim: bool | None = None
    """Whether people may be changed who are managed by an identity provider."""
    keep_project_owners: bool | None = None
    """Whether every project must keep an owner of its own, besides the owners of the organization."""
    maximum_removal_percent: int | None = None
    """How large a share of the members one plan may remove, in percent. Three are always allowed."""
    maximum_removals: int | None = None
    """How many members and projects one plan may remove."""
    minimum_owners: int | None = None
    """How many owners the organization must keep."""
    protected: Sequence[str] | None = None
    """People from whom nothing may be taken: e-mail addresses, with `*` for any letters."""
    required_owners: Sequence[str] | None = None
    """People who must stay owners: e-mail addresses, with `*` for any letters."""


class Principal(OpenRecord):
    """A person or a service account, as keys and audit events name them."""

    id: str
    """Empty where the API does not say: actors in the audit log are promised none."""
    created_at: datetime | None = None
    email: str | None = None
    name: str | None = None
    role: str | None = None
    type: str | None = None


class Project(OpenRecord):
    """A project (`Project` in the schema)."""

    id: str
    archived_at: datetime | None = None
    created_at: datetime | None = None
    external_key_id: str | None = None
    name: str | None = None
    residency: str | None = None
    status: ProjectStatus | None = None


class ProjectGrant(Record):
    """A project and the role in it that an invitation grants."""

    id: str
    """The project."""
    role: ProjectRole
    """The role in it."""


class ProjectList(Record):
    """Projects."""

    projects: tuple[Project, ...]
    """As the API gives them."""


class ProjectMemberList(Record):
    """Members of a project."""

    project: Project
    """The project."""
    members: tuple[ProjectUser, ...]
    """Its members. Owners of the organization are owners here whether they are listed or not."""


class ProjectUser(OpenRecord):
    """A member of a project (`ProjectUser` in the schema). The role is a free text there."""

    id: str
    added_at: datetime | None = None
    email: str | None = None
    name: str | None = None
    role: ProjectRole | None = None


class Proof(Record):
    """What vouches for a receipt."""

    journal_head: str
    """The hash of the newest entry of the journal: it covers all before it."""
    journal_entries: int
    """How many entries the journal has."""
    problems: tuple[str, ...]
    """What was changed in the journal. Empty: nothing."""
    plan_digest: str | None = None
    """The SHA-256 digest of the plan."""


class Receipt(Record):
    """What became of everybody whom a run removed, with the evidence."""

    run: str
    """The run in the journal."""
    operation: str
    """The operation."""
    complete: bool
    """Whether everything that was wished is so: everybody is gone with every key, nothing failed or was held, and the
    journal is unharmed.
    """
    started_at: datetime
    """When the run began."""
    made_at: datetime
    """When this was read."""
    departures: tuple[Departure, ...]
    """Everybody who was to be removed."""
    suspensions: tuple[Suspension, ...]
    """Everybody whose access was taken, and who is to be removed later."""
    others: tuple[Outcome, ...]
    """The other steps of the run."""
    held: tuple[Held, ...]
    """What guards held back when the run was planned."""
    cleaned_up: tuple[Outcome, ...]
    """Keys that outlived people and were deleted afterwards, or were to be, in runs of their own in the journal."""
    projects_read: int
    """In how many projects it was looked for keys that are left."""
    proof: Proof
    """The journal that vouches for it."""
    requests: Used
    """The requests that all of it took."""
    documents: ReceiptDocuments | None = None
    """All of this as it is handed to people. None: not asked for."""
    ended_at: datetime | None = None
    """When the run was over. None: something of it is left to be sent or settled."""
    organization: str | None = None
    """The organization, where it is known."""
    rotate: tuple[Key, ...] | None = None
    """Keys of service accounts that these people could have read: to be replaced by hand. None: not asked for."""


class ReceiptDocuments(Record):
    """A receipt as it is handed to people."""

    text: str
    """As text."""
    html: str
    """As a page of HTML that needs nothing else, for a file or a printer."""


class Requests(Record):
    """How many requests were sent, per method and route template. Refused and repeated ones count: the API counts them
    too.
    """

    total: int
    """All of them."""
    by_route: Mapping[str, int]
    """By `METHOD /route/template`."""


class Resumption(Record):
    """What became of a run that was resumed."""

    done: Done | None = None
    """What became of it. None: there was nothing to resume."""


class Role(OpenRecord):
    """A role (`Role` in the schema)."""

    id: str
    permissions: tuple[str, ...]
    """What it permits, `api.groups.read` for example."""
    description: str | None = None
    name: str | None = None
    predefined_role: bool | None = None
    """Whether it is a built-in one."""
    resource_type: ResourceType | None = None


class RoleList(Record):
    """Roles."""

    roles: tuple[Role, ...]
    """As the API gives them, built-in ones too."""


class Roster(Record):
    """People."""

    people: tuple[Person, ...]
    """Members first, then invitations; each part ordered by e-mail address."""


class RosterFile(Record):
    """Who should be in the organization."""

    member: tuple[Member, ...]
    """The people."""
    complete: bool = False
    """Whether everybody is listed: then whoever is not is removed. Otherwise people who are not listed are left alone.
    """
    guards: PolicyLines | None = None
    """What guards allow; it can forbid more than the profile does, never less. What is left out is as the profile says.
    """
    organization: str | None = None
    """The organization that it is for; any other is refused."""
    team: tuple[Team, ...] = ()
    """Projects and groups that several people get together."""
    warn_days: int = 14
    """For how many days before its end somebody's access is warned about."""


class RunEntry(Record):
    """An entry, with what it is about."""

    run: str
    """The run."""
    at: datetime
    """When it was written, by the organization's clock."""
    state: State
    """What it says."""
    action: str | None = None
    """What the step does, in words."""
    attempts: int | None = None
    """How often the step had been sent when this was written, as far as is known. Absent: not at all, or an older
    version wrote it and did not count.
    """
    detail: str | None = None
    """What went wrong, or the digest of the plan where the run begins."""
    error: str | None = None
    """What went wrong: the stable code of the error."""
    found_by_reading: bool | None = None
    """Whether it was found by reading, after the answer was lost."""
    id: str | None = None
    """The id in the answer."""
    request_id: str | None = None
    """The `x-request-id` of the answer."""
    step: int | None = None
    """The number of the step, counted from 0. Absent: it is about the run."""
    subject: str | None = None
    """Whom the step is about."""


class RunList(Record):
    """Runs of the journal."""

    runs: tuple[RunSummary, ...]
    """The runs."""


class RunRecord(Record):
    """A run with its entries."""

    run: RunSummary
    """The run in short."""
    entries: tuple[RunEntry, ...]
    """Its entries, in order."""


class RunSummary(Record):
    """A run in short."""

    id: str
    """Its name: of the moment at which it began."""
    started_at: datetime
    """When it began."""
    operation: str
    """The operation that its plan is of."""
    state: RunState
    """Where it stands."""
    steps: int
    """How many steps its plan has."""
    done: int
    """How many took effect, or were so already."""
    failed: int
    """How many did not take effect."""
    held: int
    """How many guards hold."""
    unknown: int
    """How many may have taken effect."""
    not_sent: int
    """How many were not sent."""


class Service(Record):
    """What the server said with an error status. Never contains the key: the client blanks it."""

    status: int
    """HTTP status."""
    message: str
    """The server's own words."""
    code: str | None = None
    """`error.code`, where there was one."""
    param: str | None = None
    """`error.param`: the member of the request that is wrong."""
    type: str | None = None
    """`error.type`, where there was one."""


class Source(Record):
    """A wish out of a file, and what it came to."""

    place: str
    """Where it was read: file, line and column."""
    held: tuple[Held, ...] | None = None
    """What guards hold of it."""
    short: int | None = None
    """The number of what is so already and less than was wished, counted from 0: nothing is done about it, and its
    state says what would change that.
    """
    steps: tuple[int, ...] = ()
    """The numbers of the steps that fulfil it, counted from 0. None, and nothing held: it was so already. Wishes for
    one person are put together, so a step can be of several.
    """


class SpendAlert(OpenRecord):
    """A mail that is sent when the spend of a month passes an amount (`OrganizationSpendAlert` and `ProjectSpendAlert`
    in the schema).
    """

    id: str
    threshold_amount: int
    """In whole cents."""
    currency: str | None = None
    """`USD`."""
    interval: str | None = None
    """`month`."""
    notification_channel: NotificationChannel | None = None


class Stake(Record):
    """What belongs to somebody who leaves."""

    subject: str
    """What the person is called: the e-mail address where there is one."""
    user: str
    """The member."""
    projects: tuple[Membership, ...]
    """The projects that they were added to."""
    keys: tuple[Key, ...]
    """Their keys in any project."""
    admin_keys: tuple[AdminApiKey, ...]
    """Their admin keys."""
    groups: tuple[str, ...] | None = None
    """The groups that they are in, by name. None: not read."""
    spent: Decimal | None = None
    """What their keys have cost in the last 30 days, in dollars, as far as the API attributes it. None: not asked for,
    or not told.
    """


class Step(Record):
    """One step of a plan: one request, with everything that people should know of it."""

    subject: str
    """Whom it is about."""
    action: str
    """What it does, in words."""
    risk: Risk
    """What it can do harm with."""
    act: Act
    """What it does, as data."""
    request: StepRequest
    """The request that it means."""
    after: tuple[int, ...] = ()
    """The numbers of the steps that must be done before, counted from 0."""
    budget: str | None = None
    """The budget that the request is taken from: verb and route, by which the API counts."""
    loses: tuple[str, ...] = ()
    """What will be lost by it, in words."""
    reason: str | None = None
    """Why it is done, if there is more to say than that it was asked for."""
    requires: tuple[Condition, ...] = ()
    """What must still be true when the plan is applied."""
    undo: str | None = None
    """How it can be undone. None: not at all."""


class StepRequest(Record):
    """A request, as it will be sent."""

    method: str
    """The verb."""
    path: str
    """The path below the base URL."""
    body: Any = None
    """The JSON body. None: none."""


class StepResult(Record):
    """What became of one step."""

    step: int
    """The number of the step, counted from 0."""
    subject: str
    """Whom it is about."""
    action: str
    """What it does, in words."""
    status: StepStatus
    """How it ended."""
    found_by_reading: bool
    """Whether it was found by reading, after the answer was lost."""
    attempts: int
    """How often it was sent, sending again included; 0: never. What an interrupted process sent last is not counted."""
    at: datetime | None = None
    """When it ended. None: it was never begun."""
    error: Failure | None = None
    """What went wrong."""
    id: str | None = None
    """The id in the answer: of the new invitation, for example."""
    request_id: str | None = None
    """The `x-request-id` of the answer."""


class Suspension(Record):
    """Somebody who stays a member for now, without access."""

    subject: str
    """The e-mail address, or what the person is called."""
    user: str
    """The member's id."""
    taken: tuple[str, ...]
    """What was done to take their access, in words."""
    steps_left: int
    """How many steps about the person did not end well."""
    is_member: bool
    """Whether the person was on the roster when this was read."""
    usable_keys: tuple[Key, ...]
    """Keys of the person that could be used when this was read."""
    admin_keys_left: tuple[AdminApiKey, ...]
    """Admin keys of the person that were left when this was read."""
    groups_are_known: bool
    """Whether it is known which groups they were in when the run was planned: what a group gives is theirs otherwise.
    """
    audit_events: tuple[AuditEvidence, ...]
    """What the audit log has about the person since the run began."""
    projects: tuple[Membership, ...] | None = None
    """The projects that the person was in when this was read. None: that is not known."""
    role: OrganizationRole | None = None
    """The role when this was read. None: not a member, or the API told none."""


class Team(Record):
    """Projects and groups that several people get together, and what the projects may spend."""

    name: str
    """Its name, for the members' `teams`."""
    alerts: tuple[Alert, ...] | None = None
    """All alerts that each of its projects has. Left out, they are as they are."""
    groups: tuple[str, ...] | None = None
    """The groups, by name or id."""
    monthly_limit: str | None = None
    """How much each of its projects may spend in a month, like `$50`: a hard limit. Left out, limits are as they are.
    """
    projects: tuple[str, ...] | None = None
    """The projects, by name or id, each with `:owner` or `:member` behind it if wished."""


class Used(Record):
    """How many requests were sent for what."""

    plan: int
    """For the plan: what was at stake."""
    steps: int
    """For steps, those that cleaned up too, each counted once for every time it was begun. What was read between them
    is not in the journal.
    """
    receipt: int
    """For this receipt, and for what cleaned up if that was done just before."""


class Verification(Record):
    """What a check of the journal came to."""

    entries: int
    """How many entries there are."""
    runs: int
    """How many runs."""
    head: str
    """The hash of the newest entry, to be kept elsewhere: it vouches for all before it."""
    problems: tuple[str, ...]
    """What does not fit. Empty: nothing was changed."""


class InviteWant(Record):
    """To be invited, unless they are a member already."""

    action: ClassVar[Literal["invite"]] = "invite"
    role: OrganizationRole
    """The role in the organization."""
    projects: Sequence[tuple[str, ProjectRole]] | None = None
    """The projects, by name or id, each with the role in it. Absent: the API grants the default project."""


class ResendWant(Record):
    """To be invited again: the old invitation is cancelled and made anew."""

    action: ClassVar[Literal["resend"]] = "resend"


class CancelWant(Record):
    """The invitation to be cancelled."""

    action: ClassVar[Literal["cancel"]] = "cancel"


class RoleWant(Record):
    """To have this role in the organization."""

    action: ClassVar[Literal["role"]] = "role"
    role: OrganizationRole
    """The role."""


class ProjectWant(Record):
    """To be in a project with this role, or not to be in it."""

    action: ClassVar[Literal["project"]] = "project"
    project: str
    """The project: name or id."""
    keep_role: bool = False
    """Whoever is in it already keeps the role that they have there."""
    role: ProjectRole | None = None
    """The role; absent: not to be in it."""


class GroupWant(Record):
    """To be in a group, or not to be in it."""

    action: ClassVar[Literal["group"]] = "group"
    group: str
    """The group: name or id."""
    present: bool
    """Whether to be in it."""


class AssignWant(Record):
    """To have a role beside the built-in one, or not to have it: a person, or a group and so everybody in it."""

    action: ClassVar[Literal["assign"]] = "assign"
    role: str
    """The role: name or id."""
    present: bool
    """Whether to have it."""
    group: str | None = None
    """The group that is to have it: name or id; absent: the person."""
    project: str | None = None
    """The project that it is a role in: name or id; absent: the organization."""


class RemoveWant(Record):
    """To be removed from the organization."""

    action: ClassVar[Literal["remove"]] = "remove"


class DeleteKeyWant(Record):
    """A key to be deleted."""

    action: ClassVar[Literal["delete_key"]] = "delete_key"
    key: str | None = None
    """The key: name, id or the visible part of the secret; an admin key, if no key of a project is called so. Absent:
    all keys of the person in projects.
    """
    project: str | None = None
    """The project that it is in: name or id; absent: any, or none."""


class FreezeKeyWant(Record):
    """A key to be limited: to reading, unless other scopes are named."""

    action: ClassVar[Literal["freeze_key"]] = "freeze_key"
    expires_in_seconds: int | None = None
    """How long it lives at most from then on, in seconds; absent: as long as before. An end cannot be taken away again.
    """
    key: str | None = None
    """The key: name, id or the visible part of the secret; absent: all keys of the person."""
    project: str | None = None
    """The project that it is in: name or id; absent: any."""
    scopes: Sequence[str] | None = None
    """All that it may do from then on; absent: only read. An empty list is held back: the API takes it for everything.
    """


class DeleteServiceAccountWant(Record):
    """A service account to be deleted, and its keys with it."""

    action: ClassVar[Literal["delete_service_account"]] = "delete_service_account"
    account: str
    """The service account: name or id."""
    project: str
    """Its project: name or id."""


class SpendLimitWant(Record):
    """A hard limit on the spend of a month, or none."""

    action: ClassVar[Literal["spend_limit"]] = "spend_limit"
    cents: int | None = None
    """The limit in US cents; absent: no limit."""
    project: str | None = None
    """The project: name or id; absent: the organization."""


class AlertWant(Record):
    """A mail when the spend of a month passes an amount. One that is there is changed to what is said."""

    action: ClassVar[Literal["alert"]] = "alert"
    alert: str | None = None
    """The id of an alert that is to be changed; absent: the one at this amount, or a new one."""
    cents: int | None = None
    """The amount in US cents; absent: as it is."""
    project: str | None = None
    """The project: name or id; absent: the organization."""
    recipients: Sequence[str] | None = None
    """Who gets the mail; absent: as it is."""
    subject_prefix: str | None = None
    """What the subject of the mail starts with; absent: as it is; empty: nothing."""


class NoAlertWant(Record):
    """No such mail any more."""

    action: ClassVar[Literal["no_alert"]] = "no_alert"
    alert: str | None = None
    """The alert's id; absent: all at this amount."""
    cents: int | None = None
    """The amount in US cents."""
    project: str | None = None
    """The project: name or id; absent: the organization."""


class Wish(Record):
    """One thing that is wished."""

    want: Want
    """What."""
    place: str | None = None
    """Where it was read: `people.csv:12:3`, file, line and column. Errors name it."""
    reason: str | None = None
    """Why, if it is said."""
    who: str = ""
    """For whom: e-mail address, name or id. For keys: whose they are, if that is to be said. Empty for what is about no
    person.
    """


class WishRows(Record):
    """What a file of wishes says: the arguments of `members.change`."""

    wishes: tuple[Wish, ...]
    """What is wished, in the order of the rows."""
    skipped: int
    """How many rows are left out because a file of results says that they are done."""
    organization: str | None = None
    """The organization that the rows are meant for, if they say so."""

Act = (
    InviteAct
    | CancelInviteAct
    | SetRoleAct
    | RemoveAct
    | AddToProjectAct
    | SetProjectRoleAct
    | RemoveFromProjectAct
    | AddToGroupAct
    | RemoveFromGroupAct
    | AssignRoleAct
    | UnassignRoleAct
    | DeleteKeyAct
    | DeleteAdminKeyAct
    | FreezeKeyAct
    | DeleteServiceAccountAct
    | ArchiveProjectAct
    | SetSpendLimitAct
    | DeleteSpendLimitAct
    | CreateSpendAlertAct
    | ReplaceSpendAlertAct
    | DeleteSpendAlertAct
)
"""One thing that is done to the organization: exactly one request."""

Condition = (
    MemberCondition
    | NotMemberCondition
    | InvitedCondition
    | NotInvitedCondition
    | InProjectCondition
    | NotInProjectCondition
    | GroupMembershipCondition
    | KeyCondition
    | AdminKeyCondition
    | RoleAssignmentCondition
    | ServiceAccountCondition
    | SpendLimitCondition
    | SpendAlertCondition
    | NoSpendAlertCondition
    | ActiveCondition
)
"""What must still be true of the organization when a plan is applied."""

Event = (
    PlanEvent
    | StartEvent
    | StepEvent
    | WaitEvent
    | RetryEvent
    | HeldEvent
    | DoneEvent
    | FailedEvent
    | UnknownEvent
    | NotSentEvent
    | SummaryEvent
)
"""What happens while a plan is applied. As JSON, `event` tells which of these it is.

`plan` comes first, `summary` last. A step that is sent begins with `step`; every step of the plan ends with exactly one
of `done`, `failed`, `held`, `unknown` and `not_sent`: of a run that is resumed, those that ended before are told before
`start`. Numbers of steps count from 0, in the order of the plan. Kinds of events and members may be added; whoever
reads them should pass over what they do not know.
"""

Holder = (
    UserHolder
    | GroupHolder
)
"""Who can have roles."""

Want = (
    InviteWant
    | ResendWant
    | CancelWant
    | RoleWant
    | ProjectWant
    | GroupWant
    | AssignWant
    | RemoveWant
    | DeleteKeyWant
    | FreezeKeyWant
    | DeleteServiceAccountWant
    | SpendLimitWant
    | AlertWant
    | NoAlertWant
)
"""What can be wished."""

_UNIONS: dict[str, tuple[str | None, dict[str, str]]] = {
    "Act": (
        "act",
        {
            "invite": "InviteAct",
            "cancel_invite": "CancelInviteAct",
            "set_role": "SetRoleAct",
            "remove": "RemoveAct",
            "add_to_project": "AddToProjectAct",
            "set_project_role": "SetProjectRoleAct",
            "remove_from_project": "RemoveFromProjectAct",
            "add_to_group": "AddToGroupAct",
            "remove_from_group": "RemoveFromGroupAct",
            "assign_role": "AssignRoleAct",
            "unassign_role": "UnassignRoleAct",
            "delete_key": "DeleteKeyAct",
            "delete_admin_key": "DeleteAdminKeyAct",
            "freeze_key": "FreezeKeyAct",
            "delete_service_account": "DeleteServiceAccountAct",
            "archive_project": "ArchiveProjectAct",
            "set_spend_limit": "SetSpendLimitAct",
            "delete_spend_limit": "DeleteSpendLimitAct",
            "create_spend_alert": "CreateSpendAlertAct",
            "replace_spend_alert": "ReplaceSpendAlertAct",
            "delete_spend_alert": "DeleteSpendAlertAct",
        },
    ),
    "Condition": (
        "is",
        {
            "member": "MemberCondition",
            "not_member": "NotMemberCondition",
            "invited": "InvitedCondition",
            "not_invited": "NotInvitedCondition",
            "in_project": "InProjectCondition",
            "not_in_project": "NotInProjectCondition",
            "group_membership": "GroupMembershipCondition",
            "key": "KeyCondition",
            "admin_key": "AdminKeyCondition",
            "role_assignment": "RoleAssignmentCondition",
            "service_account": "ServiceAccountCondition",
            "spend_limit": "SpendLimitCondition",
            "spend_alert": "SpendAlertCondition",
            "no_spend_alert": "NoSpendAlertCondition",
            "active": "ActiveCondition",
        },
    ),
    "Event": (
        "event",
        {
            "plan": "PlanEvent",
            "start": "StartEvent",
            "step": "StepEvent",
            "wait": "WaitEvent",
            "retry": "RetryEvent",
            "held": "HeldEvent",
            "done": "DoneEvent",
            "failed": "FailedEvent",
            "unknown": "UnknownEvent",
            "not_sent": "NotSentEvent",
            "summary": "SummaryEvent",
        },
    ),
    "Holder": (
        None,
        {
            "user": "UserHolder",
            "group": "GroupHolder",
        },
    ),
    "Want": (
        "action",
        {
            "invite": "InviteWant",
            "resend": "ResendWant",
            "cancel": "CancelWant",
            "role": "RoleWant",
            "project": "ProjectWant",
            "group": "GroupWant",
            "assign": "AssignWant",
            "remove": "RemoveWant",
            "delete_key": "DeleteKeyWant",
            "freeze_key": "FreezeKeyWant",
            "delete_service_account": "DeleteServiceAccountWant",
            "spend_limit": "SpendLimitWant",
            "alert": "AlertWant",
            "no_alert": "NoAlertWant",
        },
    ),
}

__all__ = [
    "CheckResult",
    "Effect",
    "ErrorKind",
    "EventType",
    "Guard",
    "ItemState",
    "OrganizationRole",
    "OwnerKind",
    "OwnerProjectAccess",
    "PersonStatus",
    "ProjectRole",
    "ProjectStatus",
    "RequestMethod",
    "ResourceType",
    "Risk",
    "RoleWord",
    "RunState",
    "State",
    "StepStatus",
    "WishSource",
    "InviteAct",
    "CancelInviteAct",
    "SetRoleAct",
    "RemoveAct",
    "AddToProjectAct",
    "SetProjectRoleAct",
    "RemoveFromProjectAct",
    "AddToGroupAct",
    "RemoveFromGroupAct",
    "AssignRoleAct",
    "UnassignRoleAct",
    "DeleteKeyAct",
    "DeleteAdminKeyAct",
    "FreezeKeyAct",
    "DeleteServiceAccountAct",
    "ArchiveProjectAct",
    "SetSpendLimitAct",
    "DeleteSpendLimitAct",
    "CreateSpendAlertAct",
    "ReplaceSpendAlertAct",
    "DeleteSpendAlertAct",
    "Act",
    "Actor",
    "ActorApiKey",
    "ActorSession",
    "AdminApiKey",
    "Alert",
    "AlertTerms",
    "Already",
    "AuditEvidence",
    "AuditLog",
    "AuditPage",
    "AuditProject",
    "BudgetUse",
    "Check",
    "ChecklistItem",
    "Comparison",
    "MemberCondition",
    "NotMemberCondition",
    "InvitedCondition",
    "NotInvitedCondition",
    "InProjectCondition",
    "NotInProjectCondition",
    "GroupMembershipCondition",
    "KeyCondition",
    "AdminKeyCondition",
    "RoleAssignmentCondition",
    "ServiceAccountCondition",
    "SpendLimitCondition",
    "SpendAlertCondition",
    "NoSpendAlertCondition",
    "ActiveCondition",
    "Condition",
    "Counts",
    "Departure",
    "Done",
    "Ending",
    "PlanEvent",
    "StartEvent",
    "StepEvent",
    "WaitEvent",
    "RetryEvent",
    "HeldEvent",
    "DoneEvent",
    "FailedEvent",
    "UnknownEvent",
    "NotSentEvent",
    "SummaryEvent",
    "Event",
    "ExportedRoster",
    "Failure",
    "Health",
    "Held",
    "UserHolder",
    "GroupHolder",
    "Holder",
    "Identity",
    "InvitationList",
    "Invitee",
    "Key",
    "KeyList",
    "LimitList",
    "Member",
    "Membership",
    "NotificationChannel",
    "Offboarding",
    "Onboarding",
    "OnboardingList",
    "Outcome",
    "PeopleRows",
    "Person",
    "PlaceLimits",
    "PlanDetails",
    "Policy",
    "PolicyLines",
    "Principal",
    "Project",
    "ProjectGrant",
    "ProjectList",
    "ProjectMemberList",
    "ProjectUser",
    "Proof",
    "Receipt",
    "ReceiptDocuments",
    "Requests",
    "Resumption",
    "Role",
    "RoleList",
    "Roster",
    "RosterFile",
    "RunEntry",
    "RunList",
    "RunRecord",
    "RunSummary",
    "Service",
    "Source",
    "SpendAlert",
    "Stake",
    "Step",
    "StepRequest",
    "StepResult",
    "Suspension",
    "Team",
    "Used",
    "Verification",
    "InviteWant",
    "ResendWant",
    "CancelWant",
    "RoleWant",
    "ProjectWant",
    "GroupWant",
    "AssignWant",
    "RemoveWant",
    "DeleteKeyWant",
    "FreezeKeyWant",
    "DeleteServiceAccountWant",
    "SpendLimitWant",
    "AlertWant",
    "NoAlertWant",
    "Want",
    "Wish",
    "WishRows",
]
