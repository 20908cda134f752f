// Written by `cargo xtask generate`; do not edit.

/** One thing that is done to the organization: exactly one request. */
export type Act =
  | {
      /** Invites somebody. */
      act: 'invite'
      /** The e-mail address. */
      email: string
      /** The role in the organization. */
      role: OrganizationRole
      /** The projects. Absent: the API grants the default project. Empty: none. */
      projects: ProjectGrant[] | null
    }
  | {
      /** Cancels an invitation. */
      act: 'cancel_invite'
      /** The invitation. */
      invite: InviteId
    }
  | {
      /** Sets the role of a member in the organization. */
      act: 'set_role'
      /** The member. */
      user: UserId
      /** The role afterwards. */
      role: OrganizationRole
    }
  | {
      /** Removes a member from the organization, and with that ends their keys and memberships. */
      act: 'remove'
      /** The member. */
      user: UserId
    }
  | {
      /** Adds a member of the organization to a project. */
      act: 'add_to_project'
      /** The project. */
      project: ProjectId
      /** The member. */
      user: UserId
      /** The role in the project. */
      role: ProjectRole
    }
  | {
      /** Sets the role of somebody in a project. */
      act: 'set_project_role'
      /** The project. */
      project: ProjectId
      /** The member. */
      user: UserId
      /** The role afterwards. */
      role: ProjectRole
    }
  | {
      /** Removes somebody from a project. */
      act: 'remove_from_project'
      /** The project. */
      project: ProjectId
      /** The member. */
      user: UserId
    }
  | {
      /** Adds a member to a group. */
      act: 'add_to_group'
      /** The group. */
      group: GroupId
      /** The member. */
      user: UserId
    }
  | {
      /** Removes a member from a group. */
      act: 'remove_from_group'
      /** The group. */
      group: GroupId
      /** The member. */
      user: UserId
    }
  | {
      /** Gives a role to a member or a group, in the organization or in a project, beside what they have. */
      act: 'assign_role'
      /** Who gets it. */
      holder: Holder
      /** The role. */
      role: RoleId
      /** The project; absent: the organization. */
      project: ProjectId | null
    }
  | {
      /** Takes a role from a member or a group that it was given to directly. */
      act: 'unassign_role'
      /** Who loses it. */
      holder: Holder
      /** The role. */
      role: RoleId
      /** The project; absent: the organization. */
      project: ProjectId | null
    }
  | {
      /** Deletes a key of a project. */
      act: 'delete_key'
      /** The project. */
      project: ProjectId
      /** The key. */
      key: KeyId
      /** The person whose key it is; absent: nobody knows. */
      owner: UserId | null
    }
  | {
      /** Deletes an admin key. */
      act: 'delete_admin_key'
      /** The key. */
      key: KeyId
      /** The person whose key it is; absent: nobody knows. */
      owner: UserId | null
    }
  | {
      /** Limits what a key of a project may do, and if wished for how long. */
      act: 'freeze_key'
      /** The project. */
      project: ProjectId
      /** The key. */
      key: KeyId
      /** All that it may do from now on. The API takes an empty list for everything, so an empty one is never sent. */
      scopes: string[]
      /** How long it lives from now on, in seconds; absent: as long as before. */
      expiresInSeconds: number | null
      /** The person whose key it is; absent: a service account's. */
      owner: UserId | null
    }
  | {
      /** Deletes a service account, and with it ends its keys. */
      act: 'delete_service_account'
      /** The project. */
      project: ProjectId
      /** The service account. */
      account: ServiceAccountId
    }
  | {
      /** Archives a project, for good: its keys and memberships end. */
      act: 'archive_project'
      /** The project. */
      project: ProjectId
    }
  | {
      /** Sets the monthly spend limit of the organization or of a project. */
      act: 'set_spend_limit'
      /** The limit in US cents. */
      cents: number
      /** The project; absent: the organization. */
      project: ProjectId | null
    }
  | {
      /** Takes the monthly spend limit of the organization or of a project away. */
      act: 'delete_spend_limit'
      /** The project; absent: the organization. */
      project: ProjectId | null
    }
  | {
      /** Creates a mail about the spend of a month. */
      act: 'create_spend_alert'
      /** What it is. */
      alert: AlertTerms
      /** The project; absent: the organization. */
      project: ProjectId | null
    }
  | {
      /** Replaces all of a mail about the spend of a month. */
      act: 'replace_spend_alert'
      /** Which one. */
      id: SpendAlertId
      /** What it is afterwards. */
      alert: AlertTerms
      /** The project; absent: the organization. */
      project: ProjectId | null
    }
  | {
      /** Deletes a mail about the spend of a month. */
      act: 'delete_spend_alert'
      /** Which one. */
      id: SpendAlertId
      /** The project; absent: the organization. */
      project: ProjectId | null
    }

/** Who did it: a person at the dashboard (`session`) or a key (`api_key`). */
export interface Actor {
  apiKey: ActorApiKey | null
  session: ActorSession | null
  type: string | null
  /** What the API says beyond that, as it names it. */
  [member: string]: unknown
}

/** A key that acted. */
export interface ActorApiKey {
  id: string | null
  serviceAccount: Principal | null
  type: string | null
  user: Principal | null
  /** What the API says beyond that, as it names it. */
  [member: string]: unknown
}

/** A person at the dashboard. */
export interface ActorSession {
  ipAddress: string | null
  user: Principal | null
  /** What the API says beyond that, as it names it. */
  [member: string]: unknown
}

/**
 * An admin key (`AdminApiKey` in the schema).
 *
 * The list of admin keys also shows project keys; compare ids before counting.
 */
export interface AdminApiKey {
  id: KeyId
  createdAt: Date | null
  expiresAt: Date | null
  lastUsedAt: Date | null
  name: string | null
  owner: Principal | null
  /** The secret with its middle left out, `sk-admin...def`. */
  redactedValue: string | null
  /** What the API says beyond that, as it names it. */
  [member: string]: unknown
}

/** A mail when the spend of a month passes an amount. */
export interface Alert {
  /** The amount, like `$40`. */
  amount: string
  /** The addresses that get the mail. */
  recipients: string[]
}

/** What an alert is: when it mails, and whom. */
export interface AlertTerms {
  /** The spend of a month that it watches for, in US cents. */
  cents: number
  /** The addresses that get the mail. */
  recipients: string[]
  /** What the subject of the mail starts with. */
  subjectPrefix: string | null
}

/** A part of a wish that is so already. */
export interface Already {
  /** Whom or what it is about. */
  subject: string
  /** What is so. */
  state: string
  /** Whether it is less than what was wished: then the state says what would change that. */
  isShort: boolean
}

/** An entry of the audit log. */
export interface AuditEvidence {
  /** Its id. */
  id: AuditLogId
  /** What happened. */
  kind: EventType
  /** When. */
  at: Date
  /** Who did it, where the log says so. */
  actor: string | null
}

/**
 * An entry of the audit log (`AuditLog` in the schema).
 *
 * The details stand in a member that is named like the event type.
 */
export interface AuditLog {
  id: AuditLogId
  type: EventType
  effectiveAt: Date
  actor: Actor | null
  /** Actions with an admin key carry the default project here. */
  project: AuditProject | null
  /** What the API says beyond that, as it names it. */
  [member: string]: unknown
}

/** An entry of the audit log, `audit_log-…`. */
export type AuditLogId = string

/** Entries of the audit log. */
export interface AuditPage {
  /** The entries. */
  events: AuditLog[]
  /** Whether there are more. */
  more: boolean
}

/** The project of an audit event. */
export interface AuditProject {
  id: ProjectId | null
  name: string | null
  /** What the API says beyond that, as it names it. */
  [member: string]: unknown
}

/** How many requests a plan takes from one budget. */
export interface BudgetUse {
  /** The budget: verb and route, by which the API counts. */
  route: string
  /** How many requests. */
  count: number
}

/** One check. */
export interface Check {
  /** What was checked. */
  name: string
  /** How it stands. */
  result: CheckResult
  /** What was seen. */
  detail: string
  /** What to do. */
  hint: string | null
}

/**
 * How a check stands.
 * - `good`: Good.
 * - `warning`: Works, and deserves a look.
 * - `bad`: Does not work.
 */
export type CheckResult = 'good' | 'warning' | 'bad'

/** A line of a checklist. */
export interface ChecklistItem {
  /** What should be so. */
  what: string
  /** Whether it is. */
  state: ItemState
  /** Whether `onboarding.repair` does it. */
  canBeRepaired: boolean
  /** Why, or what to do next, if there is something to say. */
  next: string | null
}

/** How a roster file and the organization differ. */
export interface Comparison {
  /** What is to be done, in the order of the file; removals of those who are not listed come last. */
  wishes: Wish[]
  /** Who is in the organization and not in the file, and is left alone. */
  unlisted: string[]
  /** Whose access ends soon. */
  ending: Ending[]
}

/** What must still be true of the organization when a plan is applied. */
export type Condition =
  | {
      /** Somebody is a member, with this address and role. */
      is: 'member'
      /** The member. */
      user: UserId
      /** The address; null: none. */
      email: string | null
      /** The role; null: the API told none. */
      role: OrganizationRole | null
    }
  | {
      /** Nobody with this address is a member. */
      is: 'not_member'
      /** The address. */
      email: string
    }
  | {
      /** An invitation has not been accepted or cancelled. */
      is: 'invited'
      /** The invitation. */
      invite: InviteId
    }
  | {
      /** No other invitation than perhaps this one stands in the way of a new one for this address. */
      is: 'not_invited'
      /** The address. */
      email: string
      /** An invitation that the plan itself cancels before. */
      besides: InviteId | null
    }
  | {
      /** Somebody is in a project, with this role. */
      is: 'in_project'
      /** The project. */
      project: ProjectId
      /** The member. */
      user: UserId
      /** The role; null: the API told none. */
      role: ProjectRole | null
    }
  | {
      /** Somebody is not in a project. */
      is: 'not_in_project'
      /** The project. */
      project: ProjectId
      /** The member. */
      user: UserId
    }
  | {
      /** Somebody is in a group, or is not. */
      is: 'group_membership'
      /** The group. */
      group: GroupId
      /** The member. */
      user: UserId
      /** Whether they are in it. */
      present: boolean
    }
  | {
      /** A key exists. */
      is: 'key'
      /** The project. */
      project: ProjectId
      /** The key. */
      key: KeyId
      /** Whose it is; absent: that does not matter. */
      owner: UserId | null
    }
  | {
      /** An admin key exists. */
      is: 'admin_key'
      /** The key. */
      key: KeyId
      /** Whose it is; absent: that does not matter. */
      owner: UserId | null
    }
  | {
      /** A role was given to somebody directly, or was not. */
      is: 'role_assignment'
      /** Who has it. */
      holder: Holder
      /** The role. */
      role: RoleId
      /** Whether they have it. */
      present: boolean
      /** The project; absent: the organization. */
      project: ProjectId | null
    }
  | {
      /** A service account exists. */
      is: 'service_account'
      /** The project. */
      project: ProjectId
      /** The service account. */
      account: ServiceAccountId
    }
  | {
      /** The spend limit is this one, or there is none. */
      is: 'spend_limit'
      /** In US cents; null: there is none. */
      cents: number | null
      /** The project; absent: the organization. */
      project: ProjectId | null
    }
  | {
      /** An alert is what it was. */
      is: 'spend_alert'
      /** Which one. */
      id: SpendAlertId
      /** What it is. */
      alert: AlertTerms
      /** The project; absent: the organization. */
      project: ProjectId | null
    }
  | {
      /** No alert watches for this amount. */
      is: 'no_spend_alert'
      /** In US cents. */
      cents: number
      /** The project; absent: the organization. */
      project: ProjectId | null
    }
  | {
      /** A project is not archived. */
      is: 'active'
      /** The project. */
      project: ProjectId
    }

/** How many steps ended in which way. Together they are all steps of the plan. */
export interface Counts {
  /** Took effect. */
  done: number
  /** Were so already. */
  already: number
  /** Did not take effect. */
  failed: number
  /** Are held by guards. */
  held: number
  /** Were not sent. */
  notSent: number
  /** May have taken effect. */
  unknown: number
}

/** Somebody who was removed, or was to be. */
export interface Departure {
  /** The e-mail address, or what the person is called. */
  subject: string
  /** The member's id. */
  user: UserId
  /** What was taken away, in words. */
  lost: string[]
  /** Whether the person was still on the roster when this was read. */
  stillListed: boolean
  /** Keys of the person that were left when this was read. */
  keysLeft: Key[]
  /** Admin keys of the person that were left when this was read. */
  adminKeysLeft: AdminApiKey[]
  /** What the audit log has about the person since the run began. Empty also where the log is switched off. */
  auditEvents: AuditEvidence[]
  /** Why, as the run says. */
  reason: string | null
  /** When it ended. */
  removedAt: Date | null
  /** The `x-request-id` of the removal. */
  requestId: string | null
  /** How the removal ended. Null: it was never sent. */
  state: State | null
}

/** What became of a plan. */
export interface Done {
  /** The run in the journal. */
  run: string
  /** How many steps ended in which way. */
  counts: Counts
  /** Every step, in the order of the plan. */
  results: StepResult[]
  /** What was so already when the plan was made. */
  already: Already[]
  /** What guards held back. */
  held: Held[]
  /** Whether it was stopped before the end. */
  stopped: boolean
  /** Addresses that are still on the roster although they were removed. Read back after the removal. */
  stillListed: string[]
  /** The requests that it took, planning included. */
  requests: Requests
  /**
   * Why the journal could not be written, which ended the work early. What was done from then on is not in it, and is settled by
   * reading when the run is resumed.
   */
  journalError: Failure | null
}

/**
 * What an operation does to the organization.
 * - `reads`: Reads only.
 * - `changes`: Changes something that can be changed back.
 * - `destroys`: Takes something away that does not come back: doors ask before.
 */
export type Effect = 'reads' | 'changes' | 'destroys'

/** Somebody whose access ends soon. */
export interface Ending {
  /** The e-mail address. */
  email: string
  /** The last day. */
  until: string
  /** How many days are left; 0 on the last one. */
  daysLeft: number
}

/**
 * What kind of failure it is. Two failures have different kinds only if the caller would act differently.
 *
 * Closed on purpose, so that every door maps every kind: a new one is a breaking change.
 * - `invalid`: The input is not valid; nothing was sent.
 * - `config`: The configuration is missing something or contradicts itself; nothing was sent.
 * - `authentication`: The API does not accept the key (401), or the key belongs to another organization.
 * - `permission`: The key is good but may not do this (403).
 * - `not_found`: The thing is not there (404), or no member matches.
 * - `conflict`: The state of the organization forbids it (409).
 * - `rejected`: The API refused the request as it was put (another 4xx).
 * - `rate_limited`: The API asks to wait longer than the caller allows (429).
 * - `unavailable`: The API is failing (5xx); the request changed nothing.
 * - `transport`: The API could not be reached; the request changed nothing.
 * - `outcome_unknown`: The request may or may not have taken effect. Read the organization before doing anything again.
 * - `decode`: The API answered something that cannot be understood.
 * - `guard`: A guard held the change back; nothing was sent.
 * - `cancelled`: The caller stopped it before it was sent.
 * - `storage`: A local file could not be read or written.
 * - `internal`: A fault of this program.
 */
export type ErrorKind = 'invalid' | 'config' | 'authentication' | 'permission' | 'not_found' | 'conflict' | 'rejected' | 'rate_limited' | 'unavailable' | 'transport' | 'outcome_unknown' | 'decode' | 'guard' | 'cancelled' | 'storage' | 'internal'

/**
 * What happens while a plan is applied. As JSON, `event` tells which of these it is.
 *
 * `plan` comes first, `summary` last. A step that is sent begins with `step`; every step of the plan ends with exactly one of
 * `done`, `failed`, `held`, `unknown` and `not_sent`: of a run that is resumed, those that ended before are told before `start`.
 * Numbers of steps count from 0, in the order of the plan. Kinds of events and members may be added; whoever reads them should pass
 * over what they do not know.
 */
export type JobEvent =
  | {
      /** What is agreed to be done. */
      event: 'plan'
      /** The plan. */
      plan: PlanData
    }
  | {
      /** It begins. */
      event: 'start'
      /** The run in the journal. */
      run: string
      /** When. */
      at: Date
      /** How many steps are left to be done. */
      steps: number
      /** How many ended before this process took the run up. */
      before: number
      /** How long it will take in seconds, as far as is known. */
      estimateSeconds: number
    }
  | {
      /** A step is in the journal, and is about to be sent. */
      event: 'step'
      /** The number of the step. */
      step: number
      /** Whom it is about. */
      subject: string
      /** What it does, in words. */
      action: string
      /** When. */
      at: Date
    }
  | {
      /** A request waits for its turn. */
      event: 'wait'
      /** Method and route template. */
      route: string
      /** How long in seconds, as far as is known. */
      seconds: number
      /** How many requests the route's limit lets through in a minute. Null: not known. */
      perMinute: number | null
      /** The step that it is of. Null: something is read for all of them. */
      step: number | null
    }
  | {
      /** A request is about to be sent again. */
      event: 'retry'
      /** Method and route template. */
      route: string
      /** What went wrong. */
      reason: string
      /** How long until then, in seconds. */
      seconds: number
      /** The step that it is of. Null: something is read for all of them. */
      step: number | null
    }
  | {
      /** A guard holds a step, by what the organization is like now. */
      event: 'held'
      /** The number of the step, counted from 0. */
      step: number
      /** Whom it is about. */
      subject: string
      /** What it does, in words. */
      action: string
      /** How it ended. */
      status: StepStatus
      /** Whether it was found by reading, after the answer was lost. */
      foundByReading: boolean
      /** How often it was sent, sending again included; 0: never. What an interrupted process sent last is not counted. */
      attempts: number
      /** How long the steps that are left will take in seconds, at the pace that has been learned by now. */
      leftSeconds: number
      /** The rule, why, and what would allow it. */
      held: Held
      /** When it ended. Null: it was never begun. */
      at: Date | null
      /** What went wrong. */
      error: Failure | null
      /** The id in the answer: of the new invitation, for example. */
      id: string | null
      /** The `x-request-id` of the answer. */
      requestId: string | null
    }
  | {
      /** A step took effect, or it was so already. */
      event: 'done'
      /** The number of the step, counted from 0. */
      step: number
      /** Whom it is about. */
      subject: string
      /** What it does, in words. */
      action: string
      /** How it ended. */
      status: StepStatus
      /** Whether it was found by reading, after the answer was lost. */
      foundByReading: boolean
      /** How often it was sent, sending again included; 0: never. What an interrupted process sent last is not counted. */
      attempts: number
      /** How long the steps that are left will take in seconds, at the pace that has been learned by now. */
      leftSeconds: number
      /** When it ended. Null: it was never begun. */
      at: Date | null
      /** What went wrong. */
      error: Failure | null
      /** The id in the answer: of the new invitation, for example. */
      id: string | null
      /** The `x-request-id` of the answer. */
      requestId: string | null
    }
  | {
      /** A step did not take effect. */
      event: 'failed'
      /** The number of the step, counted from 0. */
      step: number
      /** Whom it is about. */
      subject: string
      /** What it does, in words. */
      action: string
      /** How it ended. */
      status: StepStatus
      /** Whether it was found by reading, after the answer was lost. */
      foundByReading: boolean
      /** How often it was sent, sending again included; 0: never. What an interrupted process sent last is not counted. */
      attempts: number
      /** How long the steps that are left will take in seconds, at the pace that has been learned by now. */
      leftSeconds: number
      /** When it ended. Null: it was never begun. */
      at: Date | null
      /** What went wrong. */
      error: Failure | null
      /** The id in the answer: of the new invitation, for example. */
      id: string | null
      /** The `x-request-id` of the answer. */
      requestId: string | null
    }
  | {
      /** A step may have taken effect, and reading did not settle it. */
      event: 'unknown'
      /** The number of the step, counted from 0. */
      step: number
      /** Whom it is about. */
      subject: string
      /** What it does, in words. */
      action: string
      /** How it ended. */
      status: StepStatus
      /** Whether it was found by reading, after the answer was lost. */
      foundByReading: boolean
      /** How often it was sent, sending again included; 0: never. What an interrupted process sent last is not counted. */
      attempts: number
      /** How long the steps that are left will take in seconds, at the pace that has been learned by now. */
      leftSeconds: number
      /** When it ended. Null: it was never begun. */
      at: Date | null
      /** What went wrong. */
      error: Failure | null
      /** The id in the answer: of the new invitation, for example. */
      id: string | null
      /** The `x-request-id` of the answer. */
      requestId: string | null
    }
  | {
      /** A step was not sent. */
      event: 'not_sent'
      /** The number of the step, counted from 0. */
      step: number
      /** Whom it is about. */
      subject: string
      /** What it does, in words. */
      action: string
      /** How it ended. */
      status: StepStatus
      /** Whether it was found by reading, after the answer was lost. */
      foundByReading: boolean
      /** How often it was sent, sending again included; 0: never. What an interrupted process sent last is not counted. */
      attempts: number
      /** How long the steps that are left will take in seconds, at the pace that has been learned by now. */
      leftSeconds: number
      /** When it ended. Null: it was never begun. */
      at: Date | null
      /** What went wrong. */
      error: Failure | null
      /** The id in the answer: of the new invitation, for example. */
      id: string | null
      /** The `x-request-id` of the answer. */
      requestId: string | null
    }
  | {
      /** The end: what the format `json` tells. */
      event: 'summary'
      /** The run in the journal. */
      run: string
      /** How many steps ended in which way. */
      counts: Counts
      /** Every step, in the order of the plan. */
      results: StepResult[]
      /** What was so already when the plan was made. */
      already: Already[]
      /** What guards held back. */
      held: Held[]
      /** Whether it was stopped before the end. */
      stopped: boolean
      /** Addresses that are still on the roster although they were removed. Read back after the removal. */
      stillListed: string[]
      /** The requests that it took, planning included. */
      requests: Requests
      /**
       * Why the journal could not be written, which ended the work early. What was done from then on is not in it, and is settled by
       * reading when the run is resumed.
       */
      journalError: Failure | null
    }

/**
 * The kinds of audit events about members. There are some 150 in all; the others are carried as text.
 * - `invite.sent`: An invitation was sent.
 * - `invite.accepted`: An invitation was accepted.
 * - `invite.deleted`: An invitation was deleted.
 * - `user.added`: Somebody became a member.
 * - `user.updated`: A member's role changed.
 * - `user.deleted`: A member was removed.
 * - `api_key.created`: A key was created.
 * - `api_key.updated`: A key was changed.
 * - `api_key.deleted`: A key was deleted.
 * - `project.created`: A project was created.
 * - `project.updated`: A project was changed.
 * - `project.archived`: A project was archived.
 */
export type EventType = 'invite.sent' | 'invite.accepted' | 'invite.deleted' | 'user.added' | 'user.updated' | 'user.deleted' | 'api_key.created' | 'api_key.updated' | 'api_key.deleted' | 'project.created' | 'project.updated' | 'project.archived' | (string & {})

/** A roster file and its text. */
export interface ExportedRoster {
  /** The file, as data. */
  roster: RosterFile
  /** The file, as text. */
  text: string
}

/** A failure, with its cause and the next step. */
export interface Failure {
  /** What kind of failure it is. */
  kind: ErrorKind
  /** What happened, in one line for people; not for programs. */
  message: string
  /** The next step to take, where there is one. */
  hint: string | null
  /** The `x-request-id` of the answer: what OpenAI's support asks for. */
  requestId: string | null
  /** How many seconds the server asks to wait. */
  retryAfterSeconds: number | null
  /** The method and route template of the request, where there was one. */
  route: string | null
  /** What the server said, where it answered. */
  service: Service | null
}

/** A group, 32 digits without a prefix. */
export type GroupId = string

/**
 * The rules.
 * - `last_owner`: The organization would be left without an owner, and nobody could let anybody in again.
 * - `minimum_owners`: Fewer owners would remain than the organization must have.
 * - `required_owner`: The person must stay an owner.
 * - `protected`: Nothing may be taken from the person.
 * - `yourself`: The key belongs to this very person: without the person it stops working, in the middle of the work.
 * - `too_many_removals`: More would be removed at once than one plan may.
 * - `scim_managed`: An identity provider manages the person, and would undo the change.
 * - `ownerless_project`: A project would be left without an owner of its own.
 * - `organization_owner`: Owners of the organization are owners of every project, which nothing in a project can change.
 * - `empty_scopes`: A key would be limited to no scope at all, which the API takes for every scope that its owner has.
 * - `key_in_use`: The admin key in use would be deleted, or one that cannot be told from it: nothing more could be done with it.
 */
export type Guard = 'last_owner' | 'minimum_owners' | 'required_owner' | 'protected' | 'yourself' | 'too_many_removals' | 'scim_managed' | 'ownerless_project' | 'organization_owner' | 'empty_scopes' | 'key_in_use'

/** What the checks say. */
export interface Health {
  /** Whether every check is good. */
  healthy: boolean
  /** The checks, in order. The later ones are left out when an earlier one makes them pointless. */
  checks: Check[]
}

/** A part of a wish that a guard holds back. */
export interface Held {
  /** Whom it is about. */
  subject: string
  /** The rule. */
  guard: Guard
  /** Why. */
  reason: string
  /** What would allow it: the flag, or the line of the policy. Null: nothing does. */
  allow: string | null
}

/** Who can have roles. */
export type Holder =
  | {
      user: UserId
    }
  | {
      group: GroupId
    }

/** Which organization and which key. */
export interface Identity {
  /** Where the API is. */
  baseUrl: string
  /** What the key is for, by its prefix. */
  keyClass: string
  /** How many keys look like this one; more than one makes the owner uncertain. */
  candidates: number
  /** When the key ends. */
  expiresAt: Date | null
  /** The key's id. */
  keyId: string | null
  /** The key's name. */
  keyName: string | null
  /** The organization that the profile or the environment names. */
  organization: string | null
  /** The e-mail address or name of the key's owner. */
  owner: string | null
  /** The owner's id. */
  ownerId: string | null
}

/** Invitations, the newest first. */
export interface InvitationList {
  /** Each with the status that the clock gives it. */
  invites: Person[]
}

/** An invitation, `invite-…`. */
export type InviteId = string

/** Somebody to invite. */
export interface Invitee {
  /** The e-mail address. */
  email: string
  /** Where it was read: `people.csv:12:3`, file, line and column. Errors name it. */
  place: string | null
  /** The projects to join, by name or id, each with `:owner` or `:member` behind it if wished. */
  projects: string[] | null
  /** The role in the organization. */
  role: string | null
}

/** Somebody to invite. */
export interface InviteeInput {
  /** The e-mail address. */
  email?: string
  /** Where it was read: `people.csv:12:3`, file, line and column. Errors name it. */
  place?: string | null
  /** The projects to join, by name or id, each with `:owner` or `:member` behind it if wished. */
  projects?: string[] | null
  /** The role in the organization. */
  role?: string | null
}

/**
 * Whether a line of a checklist is done.
 * - `done`: It is so.
 * - `waiting`: It cannot be so yet: the person has not accepted.
 * - `open`: It should be so, and is not.
 */
export type ItemState = 'done' | 'waiting' | 'open'

/** A project key and where it belongs. Never the secret. */
export interface Key {
  /** The key's id. */
  id: KeyId
  /** The project. */
  projectId: ProjectId
  /** When it was made. */
  createdAt: Date | null
  /** When it ends. */
  expiresAt: Date | null
  /** When it was last used; null: never. */
  lastUsedAt: Date | null
  /** Its name. */
  name: string | null
  /** The owner's address, or the name of a service account. */
  owner: string | null
  /** The owner's id. */
  ownerId: UserId | null
  /** A person or a service account. */
  ownerKind: OwnerKind | null
  /** Whether the owner still has access to the project. */
  ownerProjectAccess: OwnerProjectAccess | null
  /** The project's name. */
  project: string | null
  /** The secret with its middle left out. */
  redactedValue: string | null
}

/** An API key's record, `key_…`; never the secret itself. */
export type KeyId = string

/** Keys. */
export interface KeyList {
  /** Keys of projects. */
  keys: Key[]
  /** Admin keys. Absent: not asked for. */
  adminKeys: AdminApiKey[] | null
}

/** Limits and alerts. */
export interface LimitList {
  /** By place. */
  places: PlaceLimits[]
}

/** Somebody who should be in the organization. */
export interface Member {
  /** The e-mail address. */
  email: string
  /** The groups, by name or id, in the same way. */
  groups: string[] | null
  /** What people should know; nothing acts on it. */
  note: string | null
  /**
   * The projects, by name or id, each with `:owner` or `:member` behind it if wished. Together with those of the teams they are all
   * that the person is in; if neither names any, projects are left as they are.
   */
  projects: string[] | null
  /** The role in the organization. */
  role: RoleWord
  /** The teams, by the names that they have in this file. */
  teams: string[]
  /** The last day on which they belong here, in UTC. Afterwards they are removed. */
  until: string | null
}

/** A person's place in a project. */
export interface Membership {
  /** The project. */
  id: ProjectId
  /** Its name. */
  name: string | null
  /** The role in it. */
  role: ProjectRole | null
}

/** Who gets the mail of a `SpendAlert`. */
export interface NotificationChannel {
  recipients: string[]
  /** What the subject of the mail starts with. */
  subjectPrefix: string | null
  /** `email`. */
  type: string | null
  /** What the API says beyond that, as it names it. */
  [member: string]: unknown
}

/** What a plan for people who leave says beyond its steps: what was theirs, and what is left to be done by hand. */
export interface Offboarding {
  /** What was theirs, read once for all of them. Only members; whoever is gone already has nothing. */
  stakes: Stake[]
  /** The run whose people left these keys behind, if the plan deletes what outlived them. */
  finishes: string | null
  /** Keys of service accounts that they could have read, the most recently used first: to be replaced by hand. Absent: not asked for. */
  rotate: Key[] | null
  /** Whether they lose their access now and are removed later. */
  staged: boolean
}

/** Where somebody who was invited stands on the way in. */
export interface Onboarding {
  /** The address that was invited. */
  email: string
  /** The invitation. */
  invite: InviteId
  /** Where the person stands. */
  status: PersonStatus
  /** From where it is known which projects were to be granted. */
  source: WishSource
  /** The checklist, in order. */
  items: ChecklistItem[]
  /** When it was accepted, where the API says so. */
  acceptedAt: Date | null
  /** When the invitation was sent. */
  invitedAt: Date | null
  /** The member that came of it. */
  user: UserId | null
}

/** How far people have come. */
export interface OnboardingList {
  /** Each with a checklist; the newest invitation first. */
  people: Onboarding[]
}

/**
 * A built-in role in the organization. The dashboard says Admin for `owner` and Member for `reader`.
 * - `owner`: Manages members, billing and settings; implicitly owner of every project.
 * - `reader`: Uses the API and reads basic organization data.
 */
export type OrganizationRole = 'owner' | 'reader' | (string & {})

/** Another step of the run. */
export interface Outcome {
  /** Whom it is about. */
  subject: string
  /** What it does, in words. */
  action: string
  /** What the audit log has about it, where the log knows the thing by its id. */
  auditEvents: AuditEvidence[]
  /** When it ended. */
  at: Date | null
  /** Why it did not end well, if that is known. */
  error: string | null
  /** The `x-request-id` of the answer. */
  requestId: string | null
  /** How it ended. Null: it was never sent. */
  state: State | null
}

/**
 * What owns a key.
 * - `user`: A person.
 * - `service_account`: A service account.
 */
export type OwnerKind = 'user' | 'service_account' | (string & {})

/**
 * Whether a key's owner still has access to the project.
 * - `active`: The owner has access.
 * - `inactive`: The owner has lost access.
 */
export type OwnerProjectAccess = 'active' | 'inactive' | (string & {})

/** What a file of people to invite says: the arguments of `members.invite`. */
export interface PeopleRows {
  /** One for each row. */
  people: Invitee[]
  /** How many rows are left out because a file of results says that they are done. */
  skipped: number
  /** The organization that the rows are meant for, if they say so. */
  organization: string | null
}

/** A member, or somebody who was invited. */
export interface Person {
  /** Member, or where the invitation stands. */
  status: PersonStatus
  /** The e-mail address, where the API gives one. */
  email: string | null
  /** When the invitation ends. */
  expiresAt: Date | null
  /** The member's id. */
  id: UserId | null
  /** The invitation's id. */
  inviteId: InviteId | null
  /** Kept by an identity provider. Absent: the API does not say. */
  isScimManaged: boolean | null
  /** A service account, not a person. Absent: the API does not say. */
  isServiceAccount: boolean | null
  /** The keys. Absent: not asked for. */
  keys: Key[] | null
  /** When a key of the person was last used, where the API says so. */
  lastUsedAt: Date | null
  /** The name, where the API gives one. */
  name: string | null
  /**
   * The projects, or those that the invitation grants. Unasked, they are what the API's list of members tells: no more than those to
   * which somebody was added. Absent: neither asked for nor told whole.
   */
  projects: Membership[] | null
  /** The role in the organization, or the one that the invitation grants. */
  role: OrganizationRole | null
  /** Member since, or invited at. */
  since: Date | null
}

/**
 * Where a person stands. Computed with the clock: the API's own status lags behind.
 * - `member`: Belongs to the organization.
 * - `invited`: Invited, and can still accept.
 * - `expiring`: Invited, and has less than two days to accept.
 * - `expired`: Invited, and can no longer accept.
 * - `accepted`: The invitation was accepted. Whether the person is a member is not known: only invitations were read.
 * - `accepted_elsewhere`: The invitation was accepted, but nobody with this address is a member: perhaps accepted with another
 * address, or removed since.
 */
export type PersonStatus = 'member' | 'invited' | 'expiring' | 'expired' | 'accepted' | 'accepted_elsewhere'

/** The limit and the alerts of the organization or of a project. */
export interface PlaceLimits {
  /** The alerts. */
  alerts: SpendAlert[]
  /** The hard limit in US cents; absent: none. */
  limit: number | null
  /** Its name. */
  project: string | null
  /** The project; absent: the organization. */
  projectId: ProjectId | null
}

/** The calls that a wish means, and what was decided about the people it names. */
export interface PlanData {
  /** The operation that it is a plan of. */
  operation: string
  /** What it does to the organization. */
  effect: Effect
  /** The calls, in order. */
  steps: Step[]
  /** What is so already. */
  already: Already[]
  /** What guards hold back. */
  held: Held[]
  /** What people should know before they agree. */
  notes: string[]
  /** When it was made. */
  madeAt: Date
  /** The requests that making it took. */
  requests: Requests
  /** How long applying it will take, in seconds, at the learned pace. */
  estimateSeconds: number
  /** What guards allow: they are judged again by it when the plan is applied. */
  policy: Policy
  /** The requests that applying it will take, by the budget that they are taken from. */
  budgets: BudgetUse[]
  /** What it says beyond its steps, if people leave by it. */
  offboarding: Offboarding | null
  /** The organization that it was made for, where that is known: it is applied to no other. */
  organization: string | null
  /** Of wishes that were read from a file: what each came to, in the order in which it was decided. */
  sources: Source[]
  /**
   * Who takes over from those who leave, and is an owner already: somebody whom the wish wants to be one. The owner of the key may
   * leave them the organization.
   */
  successor: UserId | null
}

/** What guards allow. It stands in the profile or in a roster file, below `[guards]`. */
export interface Policy {
  /** Whether people may be changed who are managed by an identity provider. */
  allowScim: boolean
  /**
   * Whether every project must keep an owner of its own, besides the owners of the organization. Usually not: nobody who leaves
   * should keep access for a project's sake. Finding out takes a request for each project that they own.
   */
  keepProjectOwners: boolean
  /** How large a share of the members one plan may remove, in percent. Three are always allowed. */
  maximumRemovalPercent: number
  /** How many members and projects one plan may remove. */
  maximumRemovals: number
  /** How many owners the organization must keep. */
  minimumOwners: number
  /** People from whom nothing may be taken: e-mail addresses, with `*` for any letters. */
  protected: string[]
  /** People who must stay owners: e-mail addresses, with `*` for any letters. */
  requiredOwners: string[]
}

/**
 * The lines of a policy that a file states. What it does not state is as elsewhere: in a profile as usual, in a roster file as the
 * profile says.
 */
export interface PolicyLines {
  /** Whether people may be changed who are managed by an identity provider. */
  allowScim: boolean | null
  /** Whether every project must keep an owner of its own, besides the owners of the organization. */
  keepProjectOwners: boolean | null
  /** How large a share of the members one plan may remove, in percent. Three are always allowed. */
  maximumRemovalPercent: number | null
  /** How many members and projects one plan may remove. */
  maximumRemovals: number | null
  /** How many owners the organization must keep. */
  minimumOwners: number | null
  /** People from whom nothing may be taken: e-mail addresses, with `*` for any letters. */
  protected: string[] | null
  /** People who must stay owners: e-mail addresses, with `*` for any letters. */
  requiredOwners: string[] | null
}

/**
 * The lines of a policy that a file states. What it does not state is as elsewhere: in a profile as usual, in a roster file as the
 * profile says.
 */
export interface PolicyLinesInput {
  /** Whether people may be changed who are managed by an identity provider. */
  allowScim?: boolean | null
  /** Whether every project must keep an owner of its own, besides the owners of the organization. */
  keepProjectOwners?: boolean | null
  /** How large a share of the members one plan may remove, in percent. Three are always allowed. */
  maximumRemovalPercent?: number | null
  /** How many members and projects one plan may remove. */
  maximumRemovals?: number | null
  /** How many owners the organization must keep. */
  minimumOwners?: number | null
  /** People from whom nothing may be taken: e-mail addresses, with `*` for any letters. */
  protected?: string[] | null
  /** People who must stay owners: e-mail addresses, with `*` for any letters. */
  requiredOwners?: string[] | null
}

/** A person or a service account, as keys and audit events name them. */
export interface Principal {
  /** Empty where the API does not say: actors in the audit log are promised none. */
  id: UserId
  createdAt: Date | null
  email: string | null
  name: string | null
  role: string | null
  type: string | null
  /** What the API says beyond that, as it names it. */
  [member: string]: unknown
}

/** A project (`Project` in the schema). */
export interface Project {
  id: ProjectId
  archivedAt: Date | null
  createdAt: Date | null
  externalKeyId: string | null
  name: string | null
  residency: string | null
  status: ProjectStatus | null
  /** What the API says beyond that, as it names it. */
  [member: string]: unknown
}

/** A project and the role in it that an invitation grants. */
export interface ProjectGrant {
  /** The project. */
  id: ProjectId
  /** The role in it. */
  role: ProjectRole
}

/** A project, `proj_…`. */
export type ProjectId = string

/** Projects. */
export interface ProjectList {
  /** As the API gives them. */
  projects: Project[]
}

/** Members of a project. */
export interface ProjectMemberList {
  /** The project. */
  project: Project
  /** Its members. Owners of the organization are owners here whether they are listed or not. */
  members: ProjectUser[]
}

/**
 * A built-in role in a project.
 * - `owner`: Manages the project, its members and keys.
 * - `member`: Uses the project and makes keys in it.
 */
export type ProjectRole = 'owner' | 'member' | (string & {})

/**
 * Whether a project can be used.
 * - `active`: In use.
 * - `archived`: Closed for good: there is no way back.
 */
export type ProjectStatus = 'active' | 'archived' | (string & {})

/** A member of a project (`ProjectUser` in the schema). The role is a free text there. */
export interface ProjectUser {
  id: UserId
  addedAt: Date | null
  email: string | null
  name: string | null
  role: ProjectRole | null
  /** What the API says beyond that, as it names it. */
  [member: string]: unknown
}

/** What vouches for a receipt. */
export interface Proof {
  /** The hash of the newest entry of the journal: it covers all before it. */
  journalHead: string
  /** How many entries the journal has. */
  journalEntries: number
  /** What was changed in the journal. Empty: nothing. */
  problems: string[]
  /** The SHA-256 digest of the plan. */
  planDigest: string | null
}

/** What became of everybody whom a run removed, with the evidence. */
export interface Receipt {
  /** The run in the journal. */
  run: string
  /** The operation. */
  operation: string
  /**
   * Whether everything that was wished is so: everybody is gone with every key, nothing failed or was held, and the journal is
   * unharmed.
   */
  complete: boolean
  /** When the run began. */
  startedAt: Date
  /** When this was read. */
  madeAt: Date
  /** Everybody who was to be removed. */
  departures: Departure[]
  /** Everybody whose access was taken, and who is to be removed later. */
  suspensions: Suspension[]
  /** The other steps of the run. */
  others: Outcome[]
  /** What guards held back when the run was planned. */
  held: Held[]
  /** Keys that outlived people and were deleted afterwards, or were to be, in runs of their own in the journal. */
  cleanedUp: Outcome[]
  /** In how many projects it was looked for keys that are left. */
  projectsRead: number
  /** The journal that vouches for it. */
  proof: Proof
  /** The requests that all of it took. */
  requests: Used
  /** All of this as it is handed to people. Null: not asked for. */
  documents: ReceiptDocuments | null
  /** When the run was over. Null: something of it is left to be sent or settled. */
  endedAt: Date | null
  /** The organization, where it is known. */
  organization: string | null
  /** Keys of service accounts that these people could have read: to be replaced by hand. Null: not asked for. */
  rotate: Key[] | null
}

/** A receipt as it is handed to people. */
export interface ReceiptDocuments {
  /** As text. */
  text: string
  /** As a page of HTML that needs nothing else, for a file or a printer. */
  html: string
}

/**
 * The verbs of the API.
 * - `GET`: Reads.
 * - `POST`: Creates or changes.
 * - `DELETE`: Removes.
 */
export type RequestMethod = 'GET' | 'POST' | 'DELETE'

/** How many requests were sent, per method and route template. Refused and repeated ones count: the API counts them too. */
export interface Requests {
  /** All of them. */
  total: number
  /** By `METHOD /route/template`. */
  byRoute: Record<string, number>
}

/**
 * What a role is a role in.
 * - `api.organization`: The organization.
 * - `api.project`: A project.
 */
export type ResourceType = 'api.organization' | 'api.project' | (string & {})

/** What became of a run that was resumed. */
export interface Resumption {
  /** What became of it. Null: there was nothing to resume. */
  done: Done | null
}

/**
 * What a step can do harm with.
 * - `low`: Can be taken back, and takes nothing away.
 * - `makes_owner`: Gives the management of the organization to somebody.
 * - `loses`: Takes something away.
 */
export type Risk = 'low' | 'makes_owner' | 'loses'

/** A role (`Role` in the schema). */
export interface Role {
  id: RoleId
  /** What it permits, `api.groups.read` for example. */
  permissions: string[]
  description: string | null
  name: string | null
  /** Whether it is a built-in one. */
  predefinedRole: boolean | null
  resourceType: ResourceType | null
  /** What the API says beyond that, as it names it. */
  [member: string]: unknown
}

/** A role. Compare with `RoleId::is_same_role`: a built-in one has more than one identifier. */
export type RoleId = string

/** Roles. */
export interface RoleList {
  /** As the API gives them, built-in ones too. */
  roles: Role[]
}

/**
 * The words for a role.
 * - `owner`: May manage the organization.
 * - `reader`: May not.
 * - `admin`: The dashboard's word for an owner.
 * - `member`: The dashboard's word for a reader.
 */
export type RoleWord = 'owner' | 'reader' | 'admin' | 'member'

/** People. */
export interface Roster {
  /** Members first, then invitations; each part ordered by e-mail address. */
  people: Person[]
}

/** Who should be in the organization. */
export interface RosterFile {
  /** The people. */
  member: Member[]
  /** Whether everybody is listed: then whoever is not is removed. Otherwise people who are not listed are left alone. */
  complete: boolean
  /** What guards allow; it can forbid more than the profile does, never less. What is left out is as the profile says. */
  guards: PolicyLines | null
  /** The organization that it is for; any other is refused. */
  organization: string | null
  /** Projects and groups that several people get together. */
  team: Team[]
  /** For how many days before its end somebody's access is warned about. */
  warnDays: number
}

/** An entry, with what it is about. */
export interface RunEntry {
  /** The run. */
  run: string
  /** When it was written, by the organization's clock. */
  at: Date
  /** What it says. */
  state: State
  /** What the step does, in words. */
  action: string | null
  /**
   * How often the step had been sent when this was written, as far as is known. Absent: not at all, or an older version wrote it and
   * did not count.
   */
  attempts: number | null
  /** What went wrong, or the digest of the plan where the run begins. */
  detail: string | null
  /** What went wrong: the stable code of the error. */
  error: string | null
  /** Whether it was found by reading, after the answer was lost. */
  foundByReading: boolean
  /** The id in the answer. */
  id: string | null
  /** The `x-request-id` of the answer. */
  requestId: string | null
  /** The number of the step, counted from 0. Absent: it is about the run. */
  step: number | null
  /** Whom the step is about. */
  subject: string | null
}

/** Runs of the journal. */
export interface RunList {
  /** The runs. */
  runs: RunSummary[]
}

/** A run with its entries. */
export interface RunRecord {
  /** The run in short. */
  run: RunSummary
  /** Its entries, in order. */
  entries: RunEntry[]
}

/**
 * Where a run stands.
 * - `ended`: Over: nothing is left to be sent or settled.
 * - `running`: A process is applying it.
 * - `open`: Cut off: it can be resumed.
 */
export type RunState = 'ended' | 'running' | 'open'

/** A run in short. */
export interface RunSummary {
  /** Its name: of the moment at which it began. */
  id: string
  /** When it began. */
  startedAt: Date
  /** The operation that its plan is of. */
  operation: string
  /** Where it stands. */
  state: RunState
  /** How many steps its plan has. */
  steps: number
  /** How many took effect, or were so already. */
  done: number
  /** How many did not take effect. */
  failed: number
  /** How many guards hold. */
  held: number
  /** How many may have taken effect. */
  unknown: number
  /** How many were not sent. */
  notSent: number
}

/** What the server said with an error status. Never contains the key: the client blanks it. */
export interface Service {
  /** HTTP status. */
  status: number
  /** The server's own words. */
  message: string
  /** `error.code`, where there was one. */
  code: string | null
  /** `error.param`: the member of the request that is wrong. */
  param: string | null
  /** `error.type`, where there was one. */
  type: string | null
}

/** A service account, `user-…` on the live API as if it were a person, `svc_acct_…` in the documentation. */
export type ServiceAccountId = string

/** A wish out of a file, and what it came to. */
export interface Source {
  /** Where it was read: file, line and column. */
  place: string
  /** What guards hold of it. */
  held: Held[]
  /**
   * The number of what is so already and less than was wished, counted from 0: nothing is done about it, and its state says what
   * would change that.
   */
  short: number | null
  /**
   * The numbers of the steps that fulfil it, counted from 0. None, and nothing held: it was so already. Wishes for one person are
   * put together, so a step can be of several.
   */
  steps: number[]
}

/** A mail that is sent when the spend of a month passes an amount (`OrganizationSpendAlert` and `ProjectSpendAlert` in the schema). */
export interface SpendAlert {
  id: SpendAlertId
  /** In whole cents. */
  thresholdAmount: number
  /** `USD`. */
  currency: string | null
  /** `month`. */
  interval: string | null
  notificationChannel: NotificationChannel | null
  /** What the API says beyond that, as it names it. */
  [member: string]: unknown
}

/** A mail about spend. */
export type SpendAlertId = string

/** What belongs to somebody who leaves. */
export interface Stake {
  /** What the person is called: the e-mail address where there is one. */
  subject: string
  /** The member. */
  user: UserId
  /** The projects that they were added to. */
  projects: Membership[]
  /** Their keys in any project. */
  keys: Key[]
  /** Their admin keys. */
  adminKeys: AdminApiKey[]
  /** The groups that they are in, by name. Null: not read. */
  groups: string[] | null
  /**
   * What their keys have cost in the last 30 days, in dollars, as far as the API attributes it. Null: not asked for, or not told. A
   * decimal number: its digits are exact.
   */
  spent: string | null
}

/**
 * Where a run or one of its steps stands.
 * - `started`: The run begins: its plan is kept, and its digest stands here.
 * - `resumed`: Somebody continues the run.
 * - `sending`: The step is about to be sent. If this is the last that is known of it, it may have taken effect.
 * - `done`: It took effect.
 * - `already`: It was so already.
 * - `failed`: It did not take effect: the API refused it, or what it requires held no longer when the run was resumed.
 * - `held`: A guard holds it, by what was read when the plan was applied.
 * - `not_sent`: It was not sent: a step before it failed, the wait would have been too long, or it was stopped.
 * - `unknown`: It may have taken effect, and reading the organization did not settle it.
 * - `ended`: The run is over: nothing is left to be sent or settled.
 */
export type State = 'started' | 'resumed' | 'sending' | 'done' | 'already' | 'failed' | 'held' | 'not_sent' | 'unknown' | 'ended'

/** One step of a plan: one request, with everything that people should know of it. */
export interface Step {
  /** Whom it is about. */
  subject: string
  /** What it does, in words. */
  action: string
  /** What it can do harm with. */
  risk: Risk
  /** What it does, as data. */
  act: Act
  /** The request that it means. */
  request: StepRequest
  /** The numbers of the steps that must be done before, counted from 0. */
  after: number[]
  /** The budget that the request is taken from: verb and route, by which the API counts. */
  budget: string | null
  /** What will be lost by it, in words. */
  loses: string[]
  /** Why it is done, if there is more to say than that it was asked for. */
  reason: string | null
  /** What must still be true when the plan is applied. */
  requires: Condition[]
  /** How it can be undone. Null: not at all. */
  undo: string | null
}

/** A request, as it will be sent. */
export interface StepRequest {
  /** The verb. */
  method: string
  /** The path below the base URL. */
  path: string
  /** The JSON body. Null: none. */
  body: unknown | null
}

/** What became of one step. */
export interface StepResult {
  /** The number of the step, counted from 0. */
  step: number
  /** Whom it is about. */
  subject: string
  /** What it does, in words. */
  action: string
  /** How it ended. */
  status: StepStatus
  /** Whether it was found by reading, after the answer was lost. */
  foundByReading: boolean
  /** How often it was sent, sending again included; 0: never. What an interrupted process sent last is not counted. */
  attempts: number
  /** When it ended. Null: it was never begun. */
  at: Date | null
  /** What went wrong. */
  error: Failure | null
  /** The id in the answer: of the new invitation, for example. */
  id: string | null
  /** The `x-request-id` of the answer. */
  requestId: string | null
}

/**
 * How a step ended.
 * - `done`: It took effect.
 * - `already`: It was so already.
 * - `failed`: It did not take effect: the API refused it, or what it requires held no longer when the run was resumed.
 * - `held`: A guard holds it, by what was read when the plan was applied.
 * - `not_sent`: It was not sent: a step before it failed, the wait would have been too long, or it was stopped.
 * - `unknown`: It may have taken effect, and reading the organization did not settle it.
 */
export type StepStatus = 'done' | 'already' | 'failed' | 'held' | 'not_sent' | 'unknown'

/** Somebody who stays a member for now, without access. */
export interface Suspension {
  /** The e-mail address, or what the person is called. */
  subject: string
  /** The member's id. */
  user: UserId
  /** What was done to take their access, in words. */
  taken: string[]
  /** How many steps about the person did not end well. */
  stepsLeft: number
  /** Whether the person was on the roster when this was read. */
  isMember: boolean
  /** Keys of the person that could be used when this was read. */
  usableKeys: Key[]
  /** Admin keys of the person that were left when this was read. */
  adminKeysLeft: AdminApiKey[]
  /** Whether it is known which groups they were in when the run was planned: what a group gives is theirs otherwise. */
  groupsAreKnown: boolean
  /** What the audit log has about the person since the run began. */
  auditEvents: AuditEvidence[]
  /** The projects that the person was in when this was read. Null: that is not known. */
  projects: Membership[] | null
  /** The role when this was read. Null: not a member, or the API told none. */
  role: OrganizationRole | null
}

/** Projects and groups that several people get together, and what the projects may spend. */
export interface Team {
  /** Its name, for the members' `teams`. */
  name: string
  /** All alerts that each of its projects has. Left out, they are as they are. */
  alerts: Alert[] | null
  /** The groups, by name or id. */
  groups: string[] | null
  /** How much each of its projects may spend in a month, like `$50`: a hard limit. Left out, limits are as they are. */
  monthlyLimit: string | null
  /** The projects, by name or id, each with `:owner` or `:member` behind it if wished. */
  projects: string[] | null
}

/** How many requests were sent for what. */
export interface Used {
  /** For the plan: what was at stake. */
  plan: number
  /**
   * For steps, those that cleaned up too, each counted once for every time it was begun. What was read between them is not in the
   * journal.
   */
  steps: number
  /** For this receipt, and for what cleaned up if that was done just before. */
  receipt: number
}

/** A member of the organization, `user-…`. A service account may have the same shape. */
export type UserId = string

/** What a check of the journal came to. */
export interface Verification {
  /** How many entries there are. */
  entries: number
  /** How many runs. */
  runs: number
  /** The hash of the newest entry, to be kept elsewhere: it vouches for all before it. */
  head: string
  /** What does not fit. Empty: nothing was changed. */
  problems: string[]
}

/** What can be wished. */
export type Want =
  | {
      /** To be invited, unless they are a member already. */
      action: 'invite'
      /** The role in the organization. */
      role: OrganizationRole
      /** The projects, by name or id, each with the role in it. Absent: the API grants the default project. */
      projects: Array<[string, ProjectRole]> | null
    }
  | {
      /** To be invited again: the old invitation is cancelled and made anew. */
      action: 'resend'
    }
  | {
      /** The invitation to be cancelled. */
      action: 'cancel'
    }
  | {
      /** To have this role in the organization. */
      action: 'role'
      /** The role. */
      role: OrganizationRole
    }
  | {
      /** To be in a project with this role, or not to be in it. */
      action: 'project'
      /** The project: name or id. */
      project: string
      /** Whoever is in it already keeps the role that they have there. */
      keepRole: boolean
      /** The role; absent: not to be in it. */
      role: ProjectRole | null
    }
  | {
      /** To be in a group, or not to be in it. */
      action: 'group'
      /** The group: name or id. */
      group: string
      /** Whether to be in it. */
      present: boolean
    }
  | {
      /** To have a role beside the built-in one, or not to have it: a person, or a group and so everybody in it. */
      action: 'assign'
      /** The role: name or id. */
      role: string
      /** Whether to have it. */
      present: boolean
      /** The group that is to have it: name or id; absent: the person. */
      group: string | null
      /** The project that it is a role in: name or id; absent: the organization. */
      project: string | null
    }
  | {
      /** To be removed from the organization. */
      action: 'remove'
    }
  | {
      /** A key to be deleted. */
      action: 'delete_key'
      /**
       * The key: name, id or the visible part of the secret; an admin key, if no key of a project is called so. Absent: all keys of
       * the person in projects.
       */
      key: string | null
      /** The project that it is in: name or id; absent: any, or none. */
      project: string | null
    }
  | {
      /** A key to be limited: to reading, unless other scopes are named. */
      action: 'freeze_key'
      /** How long it lives at most from then on, in seconds; absent: as long as before. An end cannot be taken away again. */
      expiresInSeconds: number | null
      /** The key: name, id or the visible part of the secret; absent: all keys of the person. */
      key: string | null
      /** The project that it is in: name or id; absent: any. */
      project: string | null
      /** All that it may do from then on; absent: only read. An empty list is held back: the API takes it for everything. */
      scopes: string[] | null
    }
  | {
      /** A service account to be deleted, and its keys with it. */
      action: 'delete_service_account'
      /** The service account: name or id. */
      account: string
      /** Its project: name or id. */
      project: string
    }
  | {
      /** A hard limit on the spend of a month, or none. */
      action: 'spend_limit'
      /** The limit in US cents; absent: no limit. */
      cents: number | null
      /** The project: name or id; absent: the organization. */
      project: string | null
    }
  | {
      /** A mail when the spend of a month passes an amount. One that is there is changed to what is said. */
      action: 'alert'
      /** The id of an alert that is to be changed; absent: the one at this amount, or a new one. */
      alert: string | null
      /** The amount in US cents; absent: as it is. */
      cents: number | null
      /** The project: name or id; absent: the organization. */
      project: string | null
      /** Who gets the mail; absent: as it is. */
      recipients: string[] | null
      /** What the subject of the mail starts with; absent: as it is; empty: nothing. */
      subjectPrefix: string | null
    }
  | {
      /** No such mail any more. */
      action: 'no_alert'
      /** The alert's id; absent: all at this amount. */
      alert: string | null
      /** The amount in US cents. */
      cents: number | null
      /** The project: name or id; absent: the organization. */
      project: string | null
    }

/** What can be wished. */
export type WantInput =
  | {
      /** To be invited, unless they are a member already. */
      action: 'invite'
      /** The role in the organization. */
      role: OrganizationRole
      /** The projects, by name or id, each with the role in it. Absent: the API grants the default project. */
      projects?: Array<[string, ProjectRole]> | null
    }
  | {
      /** To be invited again: the old invitation is cancelled and made anew. */
      action: 'resend'
    }
  | {
      /** The invitation to be cancelled. */
      action: 'cancel'
    }
  | {
      /** To have this role in the organization. */
      action: 'role'
      /** The role. */
      role: OrganizationRole
    }
  | {
      /** To be in a project with this role, or not to be in it. */
      action: 'project'
      /** The project: name or id. */
      project: string
      /** Whoever is in it already keeps the role that they have there. */
      keepRole?: boolean
      /** The role; absent: not to be in it. */
      role?: ProjectRole | null
    }
  | {
      /** To be in a group, or not to be in it. */
      action: 'group'
      /** The group: name or id. */
      group: string
      /** Whether to be in it. */
      present: boolean
    }
  | {
      /** To have a role beside the built-in one, or not to have it: a person, or a group and so everybody in it. */
      action: 'assign'
      /** The role: name or id. */
      role: string
      /** Whether to have it. */
      present: boolean
      /** The group that is to have it: name or id; absent: the person. */
      group?: string | null
      /** The project that it is a role in: name or id; absent: the organization. */
      project?: string | null
    }
  | {
      /** To be removed from the organization. */
      action: 'remove'
    }
  | {
      /** A key to be deleted. */
      action: 'delete_key'
      /**
       * The key: name, id or the visible part of the secret; an admin key, if no key of a project is called so. Absent: all keys of
       * the person in projects.
       */
      key?: string | null
      /** The project that it is in: name or id; absent: any, or none. */
      project?: string | null
    }
  | {
      /** A key to be limited: to reading, unless other scopes are named. */
      action: 'freeze_key'
      /** How long it lives at most from then on, in seconds; absent: as long as before. An end cannot be taken away again. */
      expiresInSeconds?: number | null
      /** The key: name, id or the visible part of the secret; absent: all keys of the person. */
      key?: string | null
      /** The project that it is in: name or id; absent: any. */
      project?: string | null
      /** All that it may do from then on; absent: only read. An empty list is held back: the API takes it for everything. */
      scopes?: string[] | null
    }
  | {
      /** A service account to be deleted, and its keys with it. */
      action: 'delete_service_account'
      /** The service account: name or id. */
      account: string
      /** Its project: name or id. */
      project: string
    }
  | {
      /** A hard limit on the spend of a month, or none. */
      action: 'spend_limit'
      /** The limit in US cents; absent: no limit. */
      cents?: number | null
      /** The project: name or id; absent: the organization. */
      project?: string | null
    }
  | {
      /** A mail when the spend of a month passes an amount. One that is there is changed to what is said. */
      action: 'alert'
      /** The id of an alert that is to be changed; absent: the one at this amount, or a new one. */
      alert?: string | null
      /** The amount in US cents; absent: as it is. */
      cents?: number | null
      /** The project: name or id; absent: the organization. */
      project?: string | null
      /** Who gets the mail; absent: as it is. */
      recipients?: string[] | null
      /** What the subject of the mail starts with; absent: as it is; empty: nothing. */
      subjectPrefix?: string | null
    }
  | {
      /** No such mail any more. */
      action: 'no_alert'
      /** The alert's id; absent: all at this amount. */
      alert?: string | null
      /** The amount in US cents. */
      cents?: number | null
      /** The project: name or id; absent: the organization. */
      project?: string | null
    }

/** A person as people name them: by e-mail address, by name or by id. */
export type Who = string

/** One thing that is wished. */
export interface Wish {
  /** What. */
  want: Want
  /** Where it was read: `people.csv:12:3`, file, line and column. Errors name it. */
  place: string | null
  /** Why, if it is said. */
  reason: string | null
  /** For whom: e-mail address, name or id. For keys: whose they are, if that is to be said. Empty for what is about no person. */
  who: Who
}

/** One thing that is wished. */
export interface WishInput {
  /** What. */
  want: WantInput
  /** Where it was read: `people.csv:12:3`, file, line and column. Errors name it. */
  place?: string | null
  /** Why, if it is said. */
  reason?: string | null
  /** For whom: e-mail address, name or id. For keys: whose they are, if that is to be said. Empty for what is about no person. */
  who?: Who
}

/** What a file of wishes says: the arguments of `members.change`. */
export interface WishRows {
  /** What is wished, in the order of the rows. */
  wishes: Wish[]
  /** How many rows are left out because a file of results says that they are done. */
  skipped: number
  /** The organization that the rows are meant for, if they say so. */
  organization: string | null
}

/**
 * From where it is known what an invitation was to grant.
 * - `invitation`: The API lists it with the invitation, even when it is accepted.
 * - `journal`: The API lists no projects with the invitation, and the journal knows which were asked for.
 */
export type WishSource = 'invitation' | 'journal'

/** What `members.list` takes. */
export interface MembersListArguments {
  /** Only members none of whose keys was used for this many days, as far as the API says. */
  idleDays?: number | null
  /** Only people in this project, by name or id. */
  project?: string | null
  /** Only people with this role: `owner` or `reader`; the dashboard's Admin and Member work too. */
  role?: string | null
  /** Only people whose name or e-mail address contains this, in any case, or whose id is this. */
  search?: string | null
  /** Only people with this status. */
  status?: PersonStatus | null
  /** Read everybody's keys and their last use: one more request per project. */
  withKeys?: boolean
  /** Read everybody's projects: one more request per project. */
  withProjects?: boolean
}

/** What `members.show` takes. */
export interface MembersShowArguments {
  /** Whom: e-mail address, name or id. */
  who: Who
}

/** What `members.invite` takes. */
export interface MembersInviteArguments {
  /** The organization that this is meant for; in any other it is refused. */
  organization?: string | null
  /** Whom to invite. */
  people?: InviteeInput[]
  /**
   * The projects of those who name none of their own: names or ids, each with `:owner` or `:member` behind it if wished. Left out:
   * the API grants the default project. Empty: no project.
   */
  projects?: string[] | null
  /** The role of those who have none of their own: `reader` (default) or `owner`. */
  role?: string | null
  /** How many rows of a file were left out because it says itself that they are done: told with the plan. */
  skipped?: number
}

/** What `members.setRole` takes. */
export interface MembersSetRoleArguments {
  /** Whose: e-mail addresses, names or ids. */
  who: Who[]
  /** The new role: `reader` or `owner`; the dashboard's Member and Admin work too. */
  role: string
}

/** What `members.remove` takes. */
export interface MembersRemoveArguments {
  /** Whom: e-mail addresses, names or ids. */
  who: Who[]
  /** Take somebody who is not a member for removed, instead of refusing the whole wish. */
  goneIsDone?: boolean
  /** Read first which keys will stop working: one more request per project. */
  showKeys?: boolean
  /** Who takes over, so that the last owner, or the owner of the key in use, can leave: made an owner first, unless they are one. */
  successor?: Who | null
}

/** What `members.offboard` takes. */
export interface MembersOffboardArguments {
  /** Who leaves: e-mail addresses, names or ids. */
  who: Who[]
  /** Why, for the journal and the receipt. */
  reason?: string | null
  /** List the keys of service accounts that they could have read, to be replaced by hand: nothing of the kind is deleted here. */
  rotate?: boolean
  /** Tell what their keys have cost in the last 30 days: one or two more requests. */
  spend?: boolean
  /**
   * The softer way: they lose ownership, projects and groups, their keys are limited to reading, and they stay members, to be
   * removed later.
   */
  staged?: boolean
  /** Who takes over, so that the last owner, or the owner of the key in use, can leave: made an owner first, unless they are one. */
  successor?: Who | null
  /** Who becomes owner, first, of the projects that would have no owner of their own any more. */
  transferProjects?: Who | null
}

/** What `offboarding.finish` takes. */
export interface OffboardingFinishArguments {
  /** The run in the journal; left out: the newest. */
  run?: string | null
  /** Also answers the receipt as text and as a page of HTML, to be handed to people or kept. */
  withDocuments?: boolean
}

/** What `receipts.make` takes. */
export interface ReceiptsMakeArguments {
  /** The run in the journal; left out: the newest. */
  run?: string | null
  /** Also answers the receipt as text and as a page of HTML, to be handed to people or kept. */
  withDocuments?: boolean
}

/** What `members.change` takes. */
export interface MembersChangeArguments {
  /** Take somebody who is not a member for removed, instead of refusing everything. */
  goneIsDone?: boolean
  /** The organization that this is meant for; in any other it is refused. */
  organization?: string | null
  /** How many rows of a file were left out because it says itself that they are done: told with the plan. */
  skipped?: number
  /** What is wished, one thing for one person or one place each. */
  wishes?: WishInput[]
}

/** What `invites.list` takes. */
export interface InvitesListArguments {
  /** Leave accepted ones out. */
  openOnly?: boolean
  /** Only those with this status. */
  status?: PersonStatus | null
}

/** What `invites.resend` takes. */
export interface InvitesResendArguments {
  /** Also every expired invitation. */
  expired?: boolean
  /** Which: e-mail addresses or ids of invitations. Empty together with `expired`: all expired ones. */
  who?: Who[]
}

/** What `invites.cancel` takes. */
export interface InvitesCancelArguments {
  /** Which: e-mail addresses or ids of invitations. */
  who: Who[]
}

/** What `invites.wait` takes. */
export interface InvitesWaitArguments {
  /** Whose: e-mail address or id of the invitation. */
  who: Who
  /** How often to look, in seconds; 15 by default. */
  everySeconds?: number | null
  /** How long to wait at most, in seconds. Left out: until the invitation ends. */
  longestSeconds?: number | null
}

/** What `onboarding.check` takes. */
export interface OnboardingCheckArguments {
  /** What "lately" means, in days; 30 by default. */
  days?: number | null
  /** Whom: e-mail addresses or ids of invitations. Empty: everybody who has not accepted, and who has accepted lately. */
  who?: Who[]
}

/** What `onboarding.repair` takes. */
export interface OnboardingRepairArguments {
  /** What "lately" means, in days; 30 by default. */
  days?: number | null
  /** Whom: e-mail addresses or ids of invitations. Empty: everybody who has accepted lately. */
  who?: Who[]
}

/** What `projects.list` takes. */
export interface ProjectsListArguments {
  /** The archived ones too. */
  includeArchived?: boolean
}

/** What `projects.members` takes. */
export interface ProjectsMembersArguments {
  /** The project: name or id. */
  project: string
}

/** What `projects.addMember` takes. */
export interface ProjectsAddMemberArguments {
  /** The project: name or id. */
  project: string
  /** Whom: e-mail addresses, names or ids. */
  who: Who[]
  /** The role in the project: `member` or `owner`. Left out: `member`, and whoever is in it already keeps the role that they have. */
  role?: string | null
}

/** What `projects.removeMember` takes. */
export interface ProjectsRemoveMemberArguments {
  /** The project: name or id. */
  project: string
  /** Whom: e-mail addresses, names or ids. */
  who: Who[]
}

/** What `projects.setRole` takes. */
export interface ProjectsSetRoleArguments {
  /** The project: name or id. */
  project: string
  /** Whose: e-mail addresses, names or ids. */
  who: Who[]
  /** The new role: `member` or `owner`. */
  role: string
}

/** What `keys.list` takes. */
export interface KeysListArguments {
  /** Only keys of this person: e-mail address, name or id. */
  owner?: Who | null
  /** Only this project: name or id. */
  project?: string | null
  /** The admin keys too. */
  withAdminKeys?: boolean
}

/** What `keys.delete` takes. */
export interface KeysDeleteArguments {
  /**
   * The keys: names, ids or the visible parts of the secrets. What no key of a project is called may be an admin key, which is in no
   * project. Empty: all keys of the owner in projects.
   */
  keys?: string[]
  /** Whose: e-mail address, name or id. Somebody who is gone may have left keys behind. */
  owner?: Who | null
  /**
   * In which project: name or id. Unasked, all projects are read, a request for each; and, for a key that is in none of them, the
   * admin keys.
   */
  project?: string | null
  /** Why, for the journal. */
  reason?: string | null
}

/** What `keys.freeze` takes. */
export interface KeysFreezeArguments {
  /**
   * How long they live at most from then on, in seconds; absent: as long as before. An end cannot be taken away again, and once it
   * has come, the key is lost.
   */
  expiresInSeconds?: number | null
  /** The keys: names, ids or the visible parts of the secrets. Empty: all keys of the owner. */
  keys?: string[]
  /** Whose: e-mail address, name or id. Somebody who is gone may have left keys behind. */
  owner?: Who | null
  /** In which project: name or id. Unasked, all projects are read, a request for each. */
  project?: string | null
  /** Why, for the journal. */
  reason?: string | null
  /** All that they may do from then on; absent: only read. An empty list is held back: the API takes it for everything. */
  scopes?: string[] | null
}

/** What `keys.deleteAccount` takes. */
export interface KeysDeleteAccountArguments {
  /** The service accounts: names or ids. */
  accounts: string[]
  /** Their project: name or id. */
  project: string
  /** Why, for the journal. */
  reason?: string | null
}

/** What `roles.list` takes. */
export interface RolesListArguments {
  /** The project: name or id; absent: the organization. */
  project?: string | null
}

/** What `roles.assign` takes. */
export interface RolesAssignArguments {
  /** The role: name or id. */
  role: string
  /** To which groups, and so to everybody in them: names or ids. */
  groups?: string[]
  /** The project that it is a role in: name or id; absent: the organization. */
  project?: string | null
  /** To whom: e-mail addresses, names or ids. */
  who?: Who[]
}

/** What `roles.unassign` takes. */
export interface RolesUnassignArguments {
  /** The role: name or id. */
  role: string
  /** From which groups, and so from everybody in them: names or ids. */
  groups?: string[]
  /** The project that it is a role in: name or id; absent: the organization. */
  project?: string | null
  /** From whom: e-mail addresses, names or ids. */
  who?: Who[]
}

/** What `limits.list` takes. */
export interface LimitsListArguments {
  /** The organization and every project: two requests for each. */
  all?: boolean
  /** Only this project: name or id. */
  project?: string | null
}

/** What `limits.set` takes. */
export interface LimitsSetArguments {
  /** The limit in US cents, at least one. */
  cents: number
  /** The project: name or id; absent: the organization. */
  project?: string | null
}

/** What `limits.delete` takes. */
export interface LimitsDeleteArguments {
  /** The project: name or id; absent: the organization. */
  project?: string | null
}

/** What `limits.setAlert` takes. */
export interface LimitsSetAlertArguments {
  /** The id of an alert that is to be changed; absent: the one at this amount, or a new one. */
  alert?: string | null
  /** The amount in US cents; absent: as it is. */
  cents?: number | null
  /** The project: name or id; absent: the organization. */
  project?: string | null
  /** Who gets the mail: e-mail addresses; absent: as it is. */
  recipients?: string[] | null
  /** What the subject of the mail starts with; absent: as it is; empty: nothing. */
  subjectPrefix?: string | null
}

/** What `limits.deleteAlert` takes. */
export interface LimitsDeleteAlertArguments {
  /** The alert's id. */
  alert?: string | null
  /** The amount in US cents. */
  cents?: number | null
  /** The project: name or id; absent: the organization. */
  project?: string | null
}

/** What `audit.list` takes. */
export interface AuditListArguments {
  /** Only what these people did, by e-mail address. */
  actorEmails?: string[]
  /** Only these kinds of events, such as `user.deleted`. */
  eventTypes?: string[]
  /** Only from this moment on. */
  from?: Date | null
  /** At most so many entries; 100 by default, 0 for all. */
  limit?: number | null
  /** Only what was done to these, by id. */
  resourceIds?: string[]
  /** Only up to this moment. */
  to?: Date | null
}

/** What `journal.list` takes. */
export type JournalListArguments = Record<string, never>

/** What `journal.show` takes. */
export interface JournalShowArguments {
  /** The run. */
  run: string
}

/** What `journal.verify` takes. */
export interface JournalVerifyArguments {
  /**
   * A head that an earlier check told, and that was kept elsewhere: it must still be in the chain, so that entries that were cut off
   * at the end are missed too.
   */
  head?: string | null
}

/** What `journal.resume` takes. */
export interface JournalResumeArguments {
  /** Try again what the API refused; of a run that is over, also what guards held. */
  retry?: boolean
  /** The run; absent: the newest that was cut off. */
  run?: string | null
}

/** What `files.readPeople` takes. */
export interface FilesReadPeopleArguments {
  /** The text of the file. */
  text: string
  /** What to call the file in errors; `input` if absent. */
  name?: string | null
}

/** What `files.readWishes` takes. */
export interface FilesReadWishesArguments {
  /** The text of the file. */
  text: string
  /** What to call the file in errors; `input` if absent. */
  name?: string | null
}

/** What `roster.compare` takes. */
export interface RosterCompareArguments {
  /** Believe a complete file even if it lists less than half of the members. */
  acceptFew?: boolean
  /** What to call the file in errors. */
  name?: string
  /** The text of the roster file. */
  text?: string
}

/** What `roster.apply` takes. */
export interface RosterApplyArguments {
  /** Believe a complete file even if it lists less than half of the members. */
  acceptFew?: boolean
  /** What to call the file in errors. */
  name?: string
  /** The text of the roster file. */
  text?: string
}

/** What `roster.export` takes. */
export interface RosterExportArguments {
  /** Write spend limits and alerts too, as teams without members: two requests more for each project. */
  withLimits?: boolean
  /** Leave groups out: some organizations may not list them. */
  withoutGroups?: boolean
}

/** What `organization.whoami` takes. */
export type OrganizationWhoamiArguments = Record<string, never>

/** What `organization.doctor` takes. */
export type OrganizationDoctorArguments = Record<string, never>

/** What `request` takes. */
export interface RequestArguments {
  /** The verb. */
  method: RequestMethod
  /** The path below the base URL, with its query: `/organization/groups?limit=10`. */
  path: string
  /** The JSON body. */
  body?: unknown
}

/** What an organization can be opened with. */
export interface Given {
  /** Where the API is, with or without `/v1`. Only together with a key: a stored key is sent nowhere else than its profile says. */
  baseUrl?: string | null
  /** Lines of the policy that hold in place of those of the profile. */
  guards?: PolicyLinesInput | null
  /** How many seconds a call may wait for the rate limit before it fails as `rate_limited`. */
  maxWaitSeconds?: number | null
  /** The organization that the key must belong to, `org-…`. */
  organization?: string | null
  /** The profile, in place of the one that `ORGWARDEN_PROFILE` or the config file names; `environment` steps around them. */
  profile?: string | null
  /** The folder of state (journal, learned limits), in place of the usual one. */
  stateDir?: string | null
}
