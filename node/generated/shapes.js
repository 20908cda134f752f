// Written by `cargo xtask generate`; do not edit.
'use strict'

const { list, listOf, map, mapOf, maybe, moment, record, rest, time } = require('../lib/wire.js')

/** Members that hold dollars, in text that was not read yet. */
const DOLLARS = /(?<!\\)"(spent)":\s*(-?[\d.eE+-]+)/g

// How answers are read.

function Act (raw) {
  switch (raw.act) {
    case 'invite':
      return {
        act: raw.act,
        email: raw.email,
        role: raw.role,
        projects: list(ProjectGrant, raw.projects ?? null)
      }
    case 'cancel_invite':
      return { act: raw.act, invite: raw.invite }
    case 'set_role':
      return { act: raw.act, user: raw.user, role: raw.role }
    case 'remove':
      return { act: raw.act, user: raw.user }
    case 'add_to_project':
      return { act: raw.act, project: raw.project, user: raw.user, role: raw.role }
    case 'set_project_role':
      return { act: raw.act, project: raw.project, user: raw.user, role: raw.role }
    case 'remove_from_project':
      return { act: raw.act, project: raw.project, user: raw.user }
    case 'add_to_group':
      return { act: raw.act, group: raw.group, user: raw.user }
    case 'remove_from_group':
      return { act: raw.act, group: raw.group, user: raw.user }
    case 'assign_role':
      return { act: raw.act, holder: Holder(raw.holder), role: raw.role, project: raw.project ?? null }
    case 'unassign_role':
      return { act: raw.act, holder: Holder(raw.holder), role: raw.role, project: raw.project ?? null }
    case 'delete_key':
      return { act: raw.act, project: raw.project, key: raw.key, owner: raw.owner ?? null }
    case 'delete_admin_key':
      return { act: raw.act, key: raw.key, owner: raw.owner ?? null }
    case 'freeze_key':
      return {
        act: raw.act,
        project: raw.project,
        key: raw.key,
        scopes: raw.scopes,
        expiresInSeconds: raw.expires_in_seconds ?? null,
        owner: raw.owner ?? null
      }
    case 'delete_service_account':
      return { act: raw.act, project: raw.project, account: raw.account }
    case 'archive_project':
      return { act: raw.act, project: raw.project }
    case 'set_spend_limit':
      return { act: raw.act, cents: raw.cents, project: raw.project ?? null }
    case 'delete_spend_limit':
      return { act: raw.act, project: raw.project ?? null }
    case 'create_spend_alert':
      return { act: raw.act, alert: AlertTerms(raw.alert), project: raw.project ?? null }
    case 'replace_spend_alert':
      return { act: raw.act, id: raw.id, alert: AlertTerms(raw.alert), project: raw.project ?? null }
    case 'delete_spend_alert':
      return { act: raw.act, id: raw.id, project: raw.project ?? null }
    default:
      return raw
  }
}

const ActorMembers = new Set(['api_key', 'session', 'type'])

function Actor (raw) {
  return rest(raw, ActorMembers, {
    apiKey: maybe(ActorApiKey, raw.api_key),
    session: maybe(ActorSession, raw.session),
    type: raw.type ?? null
  })
}

const ActorApiKeyMembers = new Set(['id', 'service_account', 'type', 'user'])

function ActorApiKey (raw) {
  return rest(raw, ActorApiKeyMembers, {
    id: raw.id ?? null,
    serviceAccount: maybe(Principal, raw.service_account),
    type: raw.type ?? null,
    user: maybe(Principal, raw.user)
  })
}

const ActorSessionMembers = new Set(['ip_address', 'user'])

function ActorSession (raw) {
  return rest(raw, ActorSessionMembers, { ipAddress: raw.ip_address ?? null, user: maybe(Principal, raw.user) })
}

const AdminApiKeyMembers = new Set(['id', 'created_at', 'expires_at', 'last_used_at', 'name', 'owner', 'redacted_value'])

function AdminApiKey (raw) {
  return rest(raw, AdminApiKeyMembers, {
    id: raw.id,
    createdAt: time(raw.created_at),
    expiresAt: time(raw.expires_at),
    lastUsedAt: time(raw.last_used_at),
    name: raw.name ?? null,
    owner: maybe(Principal, raw.owner),
    redactedValue: raw.redacted_value ?? null
  })
}

function Alert (raw) {
  return { amount: raw.amount, recipients: raw.recipients }
}

function AlertTerms (raw) {
  return { cents: raw.cents, recipients: raw.recipients, subjectPrefix: raw.subject_prefix ?? null }
}

function Already (raw) {
  return { subject: raw.subject, state: raw.state, isShort: raw.is_short ?? false }
}

function AuditEvidence (raw) {
  return { id: raw.id, kind: raw.kind, at: time(raw.at), actor: raw.actor ?? null }
}

const AuditLogMembers = new Set(['id', 'type', 'effective_at', 'actor', 'project'])

function AuditLog (raw) {
  return rest(raw, AuditLogMembers, {
    id: raw.id,
    type: raw.type,
    effectiveAt: time(raw.effective_at),
    actor: maybe(Actor, raw.actor),
    project: maybe(AuditProject, raw.project)
  })
}

function AuditPage (raw) {
  return { events: list(AuditLog, raw.events), more: raw.more }
}

const AuditProjectMembers = new Set(['id', 'name'])

function AuditProject (raw) {
  return rest(raw, AuditProjectMembers, { id: raw.id ?? null, name: raw.name ?? null })
}

function BudgetUse (raw) {
  return { route: raw.route, count: raw.count }
}

function Check (raw) {
  return { name: raw.name, result: raw.result, detail: raw.detail, hint: raw.hint ?? null }
}

function ChecklistItem (raw) {
  return { what: raw.what, state: raw.state, canBeRepaired: raw.can_be_repaired, next: raw.next ?? null }
}

function Comparison (raw) {
  return { wishes: list(Wish, raw.wishes), unlisted: raw.unlisted, ending: list(Ending, raw.ending) }
}

function Condition (raw) {
  switch (raw.is) {
    case 'member':
      return { is: raw.is, user: raw.user, email: raw.email ?? null, role: raw.role ?? null }
    case 'not_member':
      return { is: raw.is, email: raw.email }
    case 'invited':
      return { is: raw.is, invite: raw.invite }
    case 'not_invited':
      return { is: raw.is, email: raw.email, besides: raw.besides ?? null }
    case 'in_project':
      return { is: raw.is, project: raw.project, user: raw.user, role: raw.role ?? null }
    case 'not_in_project':
      return { is: raw.is, project: raw.project, user: raw.user }
    case 'group_membership':
      return { is: raw.is, group: raw.group, user: raw.user, present: raw.present }
    case 'key':
      return { is: raw.is, project: raw.project, key: raw.key, owner: raw.owner ?? null }
    case 'admin_key':
      return { is: raw.is, key: raw.key, owner: raw.owner ?? null }
    case 'role_assignment':
      return {
        is: raw.is,
        holder: Holder(raw.holder),
        role: raw.role,
        present: raw.present,
        project: raw.project ?? null
      }
    case 'service_account':
      return { is: raw.is, project: raw.project, account: raw.account }
    case 'spend_limit':
      return { is: raw.is, cents: raw.cents ?? null, project: raw.project ?? null }
    case 'spend_alert':
      return { is: raw.is, id: raw.id, alert: AlertTerms(raw.alert), project: raw.project ?? null }
    case 'no_spend_alert':
      return { is: raw.is, cents: raw.cents, project: raw.project ?? null }
    case 'active':
      return { is: raw.is, project: raw.project }
    default:
      return raw
  }
}

function Counts (raw) {
  return {
    done: raw.done,
    already: raw.already,
    failed: raw.failed,
    held: raw.held,
    notSent: raw.not_sent,
    unknown: raw.unknown
  }
}

function Departure (raw) {
  return {
    subject: raw.subject,
    user: raw.user,
    lost: raw.lost,
    stillListed: raw.still_listed,
    keysLeft: list(Key, raw.keys_left),
    adminKeysLeft: list(AdminApiKey, raw.admin_keys_left),
    auditEvents: list(AuditEvidence, raw.audit_events),
    reason: raw.reason ?? null,
    removedAt: time(raw.removed_at),
    requestId: raw.request_id ?? null,
    state: raw.state ?? null
  }
}

function Done (raw) {
  return {
    run: raw.run,
    counts: Counts(raw.counts),
    results: list(StepResult, raw.results),
    already: list(Already, raw.already),
    held: list(Held, raw.held),
    stopped: raw.stopped,
    stillListed: raw.still_listed,
    requests: Requests(raw.requests),
    journalError: maybe(Failure, raw.journal_error)
  }
}

function Ending (raw) {
  return { email: raw.email, until: raw.until, daysLeft: raw.days_left }
}

function Event (raw) {
  switch (raw.event) {
    case 'plan':
      return { event: raw.event, plan: Plan(raw.plan) }
    case 'start':
      return {
        event: raw.event,
        run: raw.run,
        at: time(raw.at),
        steps: raw.steps,
        before: raw.before,
        estimateSeconds: raw.estimate_seconds
      }
    case 'step':
      return { event: raw.event, step: raw.step, subject: raw.subject, action: raw.action, at: time(raw.at) }
    case 'wait':
      return {
        event: raw.event,
        route: raw.route,
        seconds: raw.seconds,
        perMinute: raw.per_minute ?? null,
        step: raw.step ?? null
      }
    case 'retry':
      return {
        event: raw.event,
        route: raw.route,
        reason: raw.reason,
        seconds: raw.seconds,
        step: raw.step ?? null
      }
    case 'held':
      return {
        event: raw.event,
        step: raw.step,
        subject: raw.subject,
        action: raw.action,
        status: raw.status,
        foundByReading: raw.found_by_reading,
        attempts: raw.attempts,
        leftSeconds: raw.left_seconds,
        held: Held(raw.held),
        at: time(raw.at),
        error: maybe(Failure, raw.error),
        id: raw.id ?? null,
        requestId: raw.request_id ?? null
      }
    case 'done':
      return {
        event: raw.event,
        step: raw.step,
        subject: raw.subject,
        action: raw.action,
        status: raw.status,
        foundByReading: raw.found_by_reading,
        attempts: raw.attempts,
        leftSeconds: raw.left_seconds,
        at: time(raw.at),
        error: maybe(Failure, raw.error),
        id: raw.id ?? null,
        requestId: raw.request_id ?? null
      }
    case 'failed':
      return {
        event: raw.event,
        step: raw.step,
        subject: raw.subject,
        action: raw.action,
        status: raw.status,
        foundByReading: raw.found_by_reading,
        attempts: raw.attempts,
        leftSeconds: raw.left_seconds,
        at: time(raw.at),
        error: maybe(Failure, raw.error),
        id: raw.id ?? null,
        requestId: raw.request_id ?? null
      }
    case 'unknown':
      return {
        event: raw.event,
        step: raw.step,
        subject: raw.subject,
        action: raw.action,
        status: raw.status,
        foundByReading: raw.found_by_reading,
        attempts: raw.attempts,
        leftSeconds: raw.left_seconds,
        at: time(raw.at),
        error: maybe(Failure, raw.error),
        id: raw.id ?? null,
        requestId: raw.request_id ?? null
      }
    case 'not_sent':
      return {
        event: raw.event,
        step: raw.step,
        subject: raw.subject,
        action: raw.action,
        status: raw.status,
        foundByReading: raw.found_by_reading,
        attempts: raw.attempts,
        leftSeconds: raw.left_seconds,
        at: time(raw.at),
        error: maybe(Failure, raw.error),
        id: raw.id ?? null,
        requestId: raw.request_id ?? null
      }
    case 'summary':
      return {
        event: raw.event,
        run: raw.run,
        counts: Counts(raw.counts),
        results: list(StepResult, raw.results),
        already: list(Already, raw.already),
        held: list(Held, raw.held),
        stopped: raw.stopped,
        stillListed: raw.still_listed,
        requests: Requests(raw.requests),
        journalError: maybe(Failure, raw.journal_error)
      }
    default:
      return raw
  }
}

function ExportedRoster (raw) {
  return { roster: RosterFile(raw.roster), text: raw.text }
}

function Failure (raw) {
  return {
    kind: raw.kind,
    message: raw.message,
    hint: raw.hint ?? null,
    requestId: raw.request_id ?? null,
    retryAfterSeconds: raw.retry_after_seconds ?? null,
    route: raw.route ?? null,
    service: maybe(Service, raw.service)
  }
}

function Health (raw) {
  return { healthy: raw.healthy, checks: list(Check, raw.checks) }
}

function Held (raw) {
  return { subject: raw.subject, guard: raw.guard, reason: raw.reason, allow: raw.allow ?? null }
}

function Holder (raw) {
  if (raw.user !== undefined) return { user: raw.user }
  if (raw.group !== undefined) return { group: raw.group }
  return raw
}

function Identity (raw) {
  return {
    baseUrl: raw.base_url,
    keyClass: raw.key_class,
    candidates: raw.candidates,
    expiresAt: time(raw.expires_at),
    keyId: raw.key_id ?? null,
    keyName: raw.key_name ?? null,
    organization: raw.organization ?? null,
    owner: raw.owner ?? null,
    ownerId: raw.owner_id ?? null
  }
}

function InvitationList (raw) {
  return { invites: list(Person, raw.invites) }
}

function Invitee (raw) {
  return {
    email: raw.email ?? '',
    place: raw.place ?? null,
    projects: raw.projects ?? null,
    role: raw.role ?? null
  }
}

function Key (raw) {
  return {
    id: raw.id,
    projectId: raw.project_id,
    createdAt: time(raw.created_at),
    expiresAt: time(raw.expires_at),
    lastUsedAt: time(raw.last_used_at),
    name: raw.name ?? null,
    owner: raw.owner ?? null,
    ownerId: raw.owner_id ?? null,
    ownerKind: raw.owner_kind ?? null,
    ownerProjectAccess: raw.owner_project_access ?? null,
    project: raw.project ?? null,
    redactedValue: raw.redacted_value ?? null
  }
}

function KeyList (raw) {
  return { keys: list(Key, raw.keys), adminKeys: list(AdminApiKey, raw.admin_keys ?? null) }
}

function LimitList (raw) {
  return { places: list(PlaceLimits, raw.places) }
}

function Member (raw) {
  return {
    email: raw.email,
    groups: raw.groups ?? null,
    note: raw.note ?? null,
    projects: raw.projects ?? null,
    role: raw.role ?? 'reader',
    teams: raw.teams ?? [],
    until: raw.until ?? null
  }
}

function Membership (raw) {
  return { id: raw.id, name: raw.name ?? null, role: raw.role ?? null }
}

const NotificationChannelMembers = new Set(['recipients', 'subject_prefix', 'type'])

function NotificationChannel (raw) {
  return rest(raw, NotificationChannelMembers, { recipients: raw.recipients, subjectPrefix: raw.subject_prefix ?? null, type: raw.type ?? null })
}

function Offboarding (raw) {
  return {
    stakes: list(Stake, raw.stakes),
    finishes: raw.finishes ?? null,
    rotate: list(Key, raw.rotate ?? null),
    staged: raw.staged ?? false
  }
}

function Onboarding (raw) {
  return {
    email: raw.email,
    invite: raw.invite,
    status: raw.status,
    source: raw.source,
    items: list(ChecklistItem, raw.items),
    acceptedAt: time(raw.accepted_at),
    invitedAt: time(raw.invited_at),
    user: raw.user ?? null
  }
}

function OnboardingList (raw) {
  return { people: list(Onboarding, raw.people) }
}

function Outcome (raw) {
  return {
    subject: raw.subject,
    action: raw.action,
    auditEvents: list(AuditEvidence, raw.audit_events),
    at: time(raw.at),
    error: raw.error ?? null,
    requestId: raw.request_id ?? null,
    state: raw.state ?? null
  }
}

function PeopleRows (raw) {
  return { people: list(Invitee, raw.people), skipped: raw.skipped, organization: raw.organization ?? null }
}

function Person (raw) {
  return {
    status: raw.status,
    email: raw.email ?? null,
    expiresAt: time(raw.expires_at),
    id: raw.id ?? null,
    inviteId: raw.invite_id ?? null,
    isScimManaged: raw.is_scim_managed ?? null,
    isServiceAccount: raw.is_service_account ?? null,
    keys: list(Key, raw.keys ?? null),
    lastUsedAt: time(raw.last_used_at),
    name: raw.name ?? null,
    projects: list(Membership, raw.projects ?? null),
    role: raw.role ?? null,
    since: time(raw.since)
  }
}

function PlaceLimits (raw) {
  return {
    alerts: list(SpendAlert, raw.alerts),
    limit: raw.limit ?? null,
    project: raw.project ?? null,
    projectId: raw.project_id ?? null
  }
}

function Plan (raw) {
  return {
    operation: raw.operation,
    effect: raw.effect,
    steps: list(Step, raw.steps),
    already: list(Already, raw.already),
    held: list(Held, raw.held),
    notes: raw.notes,
    madeAt: time(raw.made_at),
    requests: Requests(raw.requests),
    estimateSeconds: raw.estimate_seconds,
    policy: Policy(raw.policy),
    budgets: list(BudgetUse, raw.budgets ?? []),
    offboarding: maybe(Offboarding, raw.offboarding),
    organization: raw.organization ?? null,
    sources: list(Source, raw.sources ?? []),
    successor: raw.successor ?? null
  }
}

function Policy (raw) {
  return {
    allowScim: raw.allow_scim ?? false,
    keepProjectOwners: raw.keep_project_owners ?? false,
    maximumRemovalPercent: raw.maximum_removal_percent ?? 20,
    maximumRemovals: raw.maximum_removals ?? 20,
    minimumOwners: raw.minimum_owners ?? 2,
    protected: raw.protected ?? [],
    requiredOwners: raw.required_owners ?? []
  }
}

function PolicyLines (raw) {
  return {
    allowScim: raw.allow_scim ?? null,
    keepProjectOwners: raw.keep_project_owners ?? null,
    maximumRemovalPercent: raw.maximum_removal_percent ?? null,
    maximumRemovals: raw.maximum_removals ?? null,
    minimumOwners: raw.minimum_owners ?? null,
    protected: raw.protected ?? null,
    requiredOwners: raw.required_owners ?? null
  }
}

const PrincipalMembers = new Set(['id', 'created_at', 'email', 'name', 'role', 'type'])

function Principal (raw) {
  return rest(raw, PrincipalMembers, {
    id: raw.id,
    createdAt: time(raw.created_at),
    email: raw.email ?? null,
    name: raw.name ?? null,
    role: raw.role ?? null,
    type: raw.type ?? null
  })
}

const ProjectMembers = new Set(['id', 'archived_at', 'created_at', 'external_key_id', 'name', 'residency', 'status'])

function Project (raw) {
  return rest(raw, ProjectMembers, {
    id: raw.id,
    archivedAt: time(raw.archived_at),
    createdAt: time(raw.created_at),
    externalKeyId: raw.external_key_id ?? null,
    name: raw.name ?? null,
    residency: raw.residency ?? null,
    status: raw.status ?? null
  })
}

function ProjectGrant (raw) {
  return { id: raw.id, role: raw.role }
}

function ProjectList (raw) {
  return { projects: list(Project, raw.projects) }
}

function ProjectMemberList (raw) {
  return { project: Project(raw.project), members: list(ProjectUser, raw.members) }
}

const ProjectUserMembers = new Set(['id', 'added_at', 'email', 'name', 'role'])

function ProjectUser (raw) {
  return rest(raw, ProjectUserMembers, {
    id: raw.id,
    addedAt: time(raw.added_at),
    email: raw.email ?? null,
    name: raw.name ?? null,
    role: raw.role ?? null
  })
}

function Proof (raw) {
  return {
    journalHead: raw.journal_head,
    journalEntries: raw.journal_entries,
    problems: raw.problems,
    planDigest: raw.plan_digest ?? null
  }
}

function Receipt (raw) {
  return {
    run: raw.run,
    operation: raw.operation,
    complete: raw.complete,
    startedAt: time(raw.started_at),
    madeAt: time(raw.made_at),
    departures: list(Departure, raw.departures),
    suspensions: list(Suspension, raw.suspensions),
    others: list(Outcome, raw.others),
    held: list(Held, raw.held),
    cleanedUp: list(Outcome, raw.cleaned_up),
    projectsRead: raw.projects_read,
    proof: Proof(raw.proof),
    requests: Used(raw.requests),
    documents: maybe(ReceiptDocuments, raw.documents),
    endedAt: time(raw.ended_at),
    organization: raw.organization ?? null,
    rotate: list(Key, raw.rotate ?? null)
  }
}

function ReceiptDocuments (raw) {
  return { text: raw.text, html: raw.html }
}

function Requests (raw) {
  return { total: raw.total, byRoute: raw.by_route }
}

function Resumption (raw) {
  return { done: maybe(Done, raw.done) }
}

const RoleMembers = new Set(['id', 'permissions', 'description', 'name', 'predefined_role', 'resource_type'])

function Role (raw) {
  return rest(raw, RoleMembers, {
    id: raw.id,
    permissions: raw.permissions,
    description: raw.description ?? null,
    name: raw.name ?? null,
    predefinedRole: raw.predefined_role ?? null,
    resourceType: raw.resource_type ?? null
  })
}

function RoleList (raw) {
  return { roles: list(Role, raw.roles) }
}

function Roster (raw) {
  return { people: list(Person, raw.people) }
}

function RosterFile (raw) {
  return {
    member: list(Member, raw.member),
    complete: raw.complete ?? false,
    guards: maybe(PolicyLines, raw.guards),
    organization: raw.organization ?? null,
    team: list(Team, raw.team ?? []),
    warnDays: raw.warn_days ?? 14
  }
}

function RunEntry (raw) {
  return {
    run: raw.run,
    at: time(raw.at),
    state: raw.state,
    action: raw.action ?? null,
    attempts: raw.attempts ?? null,
    detail: raw.detail ?? null,
    error: raw.error ?? null,
    foundByReading: raw.found_by_reading ?? false,
    id: raw.id ?? null,
    requestId: raw.request_id ?? null,
    step: raw.step ?? null,
    subject: raw.subject ?? null
  }
}

function RunList (raw) {
  return { runs: list(RunSummary, raw.runs) }
}

function RunRecord (raw) {
  return { run: RunSummary(raw.run), entries: list(RunEntry, raw.entries) }
}

function RunSummary (raw) {
  return {
    id: raw.id,
    startedAt: time(raw.started_at),
    operation: raw.operation,
    state: raw.state,
    steps: raw.steps,
    done: raw.done,
    failed: raw.failed,
    held: raw.held,
    unknown: raw.unknown,
    notSent: raw.not_sent
  }
}

function Service (raw) {
  return {
    status: raw.status,
    message: raw.message,
    code: raw.code ?? null,
    param: raw.param ?? null,
    type: raw.type ?? null
  }
}

function Source (raw) {
  return {
    place: raw.place,
    held: list(Held, raw.held ?? []),
    short: raw.short ?? null,
    steps: raw.steps ?? []
  }
}

const SpendAlertMembers = new Set(['id', 'threshold_amount', 'currency', 'interval', 'notification_channel'])

function SpendAlert (raw) {
  return rest(raw, SpendAlertMembers, {
    id: raw.id,
    thresholdAmount: raw.threshold_amount,
    currency: raw.currency ?? null,
    interval: raw.interval ?? null,
    notificationChannel: maybe(NotificationChannel, raw.notification_channel)
  })
}

function Stake (raw) {
  return {
    subject: raw.subject,
    user: raw.user,
    projects: list(Membership, raw.projects),
    keys: list(Key, raw.keys),
    adminKeys: list(AdminApiKey, raw.admin_keys),
    groups: raw.groups ?? null,
    spent: maybe(String, raw.spent)
  }
}

function Step (raw) {
  return {
    subject: raw.subject,
    action: raw.action,
    risk: raw.risk,
    act: Act(raw.act),
    request: StepRequest(raw.request),
    after: raw.after ?? [],
    budget: raw.budget ?? null,
    loses: raw.loses ?? [],
    reason: raw.reason ?? null,
    requires: list(Condition, raw.requires ?? []),
    undo: raw.undo ?? null
  }
}

function StepRequest (raw) {
  return { method: raw.method, path: raw.path, body: raw.body ?? null }
}

function StepResult (raw) {
  return {
    step: raw.step,
    subject: raw.subject,
    action: raw.action,
    status: raw.status,
    foundByReading: raw.found_by_reading,
    attempts: raw.attempts,
    at: time(raw.at),
    error: maybe(Failure, raw.error),
    id: raw.id ?? null,
    requestId: raw.request_id ?? null
  }
}

function Suspension (raw) {
  return {
    subject: raw.subject,
    user: raw.user,
    taken: raw.taken,
    stepsLeft: raw.steps_left,
    isMember: raw.is_member,
    usableKeys: list(Key, raw.usable_keys),
    adminKeysLeft: list(AdminApiKey, raw.admin_keys_left),
    groupsAreKnown: raw.groups_are_known,
    auditEvents: list(AuditEvidence, raw.audit_events),
    projects: list(Membership, raw.projects ?? null),
    role: raw.role ?? null
  }
}

function Team (raw) {
  return {
    name: raw.name,
    alerts: list(Alert, raw.alerts ?? null),
    groups: raw.groups ?? null,
    monthlyLimit: raw.monthly_limit ?? null,
    projects: raw.projects ?? null
  }
}

function Used (raw) {
  return { plan: raw.plan, steps: raw.steps, receipt: raw.receipt }
}

function Verification (raw) {
  return { entries: raw.entries, runs: raw.runs, head: raw.head, problems: raw.problems }
}

function Want (raw) {
  switch (raw.action) {
    case 'invite':
      return { action: raw.action, role: raw.role, projects: raw.projects ?? null }
    case 'resend':
      return { action: raw.action }
    case 'cancel':
      return { action: raw.action }
    case 'role':
      return { action: raw.action, role: raw.role }
    case 'project':
      return {
        action: raw.action,
        project: raw.project,
        keepRole: raw.keep_role ?? false,
        role: raw.role ?? null
      }
    case 'group':
      return { action: raw.action, group: raw.group, present: raw.present }
    case 'assign':
      return {
        action: raw.action,
        role: raw.role,
        present: raw.present,
        group: raw.group ?? null,
        project: raw.project ?? null
      }
    case 'remove':
      return { action: raw.action }
    case 'delete_key':
      return { action: raw.action, key: raw.key ?? null, project: raw.project ?? null }
    case 'freeze_key':
      return {
        action: raw.action,
        expiresInSeconds: raw.expires_in_seconds ?? null,
        key: raw.key ?? null,
        project: raw.project ?? null,
        scopes: raw.scopes ?? null
      }
    case 'delete_service_account':
      return { action: raw.action, account: raw.account, project: raw.project }
    case 'spend_limit':
      return { action: raw.action, cents: raw.cents ?? null, project: raw.project ?? null }
    case 'alert':
      return {
        action: raw.action,
        alert: raw.alert ?? null,
        cents: raw.cents ?? null,
        project: raw.project ?? null,
        recipients: raw.recipients ?? null,
        subjectPrefix: raw.subject_prefix ?? null
      }
    case 'no_alert':
      return {
        action: raw.action,
        alert: raw.alert ?? null,
        cents: raw.cents ?? null,
        project: raw.project ?? null
      }
    default:
      return raw
  }
}

function Wish (raw) {
  return { want: Want(raw.want), place: raw.place ?? null, reason: raw.reason ?? null, who: raw.who ?? '' }
}

function WishRows (raw) {
  return { wishes: list(Wish, raw.wishes), skipped: raw.skipped, organization: raw.organization ?? null }
}

// How arguments are written.

const InviteeInput = record({})
const PolicyLinesInput = record({})
const WantInput = record({})
const WishInput = record({ want: WantInput })
const Given = record({ guards: PolicyLinesInput })

const planMembers = ['operation', 'effect', 'steps', 'already', 'held', 'notes', 'madeAt', 'requests', 'estimateSeconds', 'policy', 'budgets', 'offboarding', 'organization', 'sources', 'successor']

module.exports = {
  DOLLARS,
  planMembers,
  Act,
  Actor,
  ActorApiKey,
  ActorSession,
  AdminApiKey,
  Alert,
  AlertTerms,
  Already,
  AuditEvidence,
  AuditLog,
  AuditPage,
  AuditProject,
  BudgetUse,
  Check,
  ChecklistItem,
  Comparison,
  Condition,
  Counts,
  Departure,
  Done,
  Ending,
  Event,
  ExportedRoster,
  Failure,
  Health,
  Held,
  Holder,
  Identity,
  InvitationList,
  Invitee,
  Key,
  KeyList,
  LimitList,
  Member,
  Membership,
  NotificationChannel,
  Offboarding,
  Onboarding,
  OnboardingList,
  Outcome,
  PeopleRows,
  Person,
  PlaceLimits,
  Plan,
  Policy,
  PolicyLines,
  Principal,
  Project,
  ProjectGrant,
  ProjectList,
  ProjectMemberList,
  ProjectUser,
  Proof,
  Receipt,
  ReceiptDocuments,
  Requests,
  Resumption,
  Role,
  RoleList,
  Roster,
  RosterFile,
  RunEntry,
  RunList,
  RunRecord,
  RunSummary,
  Service,
  Source,
  SpendAlert,
  Stake,
  Step,
  StepRequest,
  StepResult,
  Suspension,
  Team,
  Used,
  Verification,
  Want,
  Wish,
  WishRows,
  InviteeInput,
  PolicyLinesInput,
  WantInput,
  WishInput,
  Given
}
