// Written by `cargo xtask generate`; do not edit.

import type { Answer, CallOptions, Plan, Rows } from '../index.js'
import type * as types from './types.js'

export interface MembersArea {
  /** The rows of `members.list`, one by one. */
  (given?: types.MembersListArguments, options?: CallOptions): Rows<types.Person>
  /** Lists everybody: members and open invitations as one list of people. */
  list(given?: types.MembersListArguments, options?: CallOptions): Answer<types.Roster>
  /** Shows one person with projects, keys and last use. */
  show(given: types.MembersShowArguments, options?: CallOptions): Answer<types.Person>
  /**
   * Invites people by e-mail address.
   *
   * Whoever is a member already, or has an open invitation for the same role and projects, is left alone. An expired invitation is
   * replaced.
   */
  invite(given?: types.MembersInviteArguments, options?: CallOptions): Answer<types.Done>
  /** Changes the role of members in the organization. Effective at once. */
  setRole(given: types.MembersSetRoleArguments, options?: CallOptions): Answer<types.Done>
  /**
   * Removes members from the organization. Their keys and their access to every project end at once.
   *
   * Service accounts that they made keep working. Reads back afterwards that they are gone.
   */
  remove(given: types.MembersRemoveArguments, options?: CallOptions): Answer<types.Done>
  /**
   * Takes all access of people who leave: access first, with the fewest requests, and ready to be proven.
   *
   * Removing a member ends their keys and memberships, so that is what is done; an owner is demoted before, so that a refused
   * removal leaves no owner behind. What is at stake is read once for all of them: keys, admin keys, projects and groups. Whoever is
   * gone already is done: keys that outlived them are deleted. `offboarding.finish` then deletes what outlived the others, and
   * proves that nothing is left.
   */
  offboard(given: types.MembersOffboardArguments, options?: CallOptions): Answer<types.Done>
  /**
   * Does many different things at once: invites, changes roles, projects and groups, removes; deletes and limits keys, sets limits
   * and alerts on spend.
   *
   * Several wishes for one person become one decision, with the fewest requests. Two that contradict each other are refused, and if
   * any wish is wrong, nothing is done.
   */
  change(given?: types.MembersChangeArguments, options?: CallOptions): Answer<types.Done>
}

export interface MembersPlans {
  /**
   * Invites people by e-mail address.
   *
   * Whoever is a member already, or has an open invitation for the same role and projects, is left alone. An expired invitation is
   * replaced.
   */
  invite(given?: types.MembersInviteArguments, options?: CallOptions): Promise<Plan>
  /** Changes the role of members in the organization. Effective at once. */
  setRole(given: types.MembersSetRoleArguments, options?: CallOptions): Promise<Plan>
  /**
   * Removes members from the organization. Their keys and their access to every project end at once.
   *
   * Service accounts that they made keep working. Reads back afterwards that they are gone.
   */
  remove(given: types.MembersRemoveArguments, options?: CallOptions): Promise<Plan>
  /**
   * Takes all access of people who leave: access first, with the fewest requests, and ready to be proven.
   *
   * Removing a member ends their keys and memberships, so that is what is done; an owner is demoted before, so that a refused
   * removal leaves no owner behind. What is at stake is read once for all of them: keys, admin keys, projects and groups. Whoever is
   * gone already is done: keys that outlived them are deleted. `offboarding.finish` then deletes what outlived the others, and
   * proves that nothing is left.
   */
  offboard(given: types.MembersOffboardArguments, options?: CallOptions): Promise<Plan>
  /**
   * Does many different things at once: invites, changes roles, projects and groups, removes; deletes and limits keys, sets limits
   * and alerts on spend.
   *
   * Several wishes for one person become one decision, with the fewest requests. Two that contradict each other are refused, and if
   * any wish is wrong, nothing is done.
   */
  change(given?: types.MembersChangeArguments, options?: CallOptions): Promise<Plan>
}

export interface OffboardingArea {
  /**
   * Ends an offboarding: reads what is left of everybody whom a run removed, deletes keys that outlived them, and answers the
   * receipt.
   *
   * The keys, admin keys among them, are those of people who were removed by that run, and of nobody else. They are deleted through
   * a plan of their own, which guards judge and the journal keeps. Where nothing is left, it only reads.
   */
  finish(given?: types.OffboardingFinishArguments, options?: CallOptions): Answer<types.Receipt>
}

export interface ReceiptsArea {
  /**
   * Proves what became of a run: reads whether everybody whom it removed is gone, whether a key of theirs is left anywhere, what the
   * audit log says, and whether the journal is unharmed.
   */
  make(given?: types.ReceiptsMakeArguments, options?: CallOptions): Answer<types.Receipt>
}

export interface InvitesArea {
  /** The rows of `invites.list`, one by one. */
  (given?: types.InvitesListArguments, options?: CallOptions): Rows<types.Person>
  /** Lists invitations, the accepted ones too. */
  list(given?: types.InvitesListArguments, options?: CallOptions): Answer<types.InvitationList>
  /** Sends invitations again: cancels each and creates it anew, with the same role and projects and seven more days. */
  resend(given?: types.InvitesResendArguments, options?: CallOptions): Answer<types.Done>
  /** Cancels open invitations: their links stop working. */
  cancel(given: types.InvitesCancelArguments, options?: CallOptions): Answer<types.Done>
  /** Waits until an invitation is accepted, and shows the new member. */
  wait(given: types.InvitesWaitArguments, options?: CallOptions): Answer<types.Person>
}

export interface InvitesPlans {
  /** Sends invitations again: cancels each and creates it anew, with the same role and projects and seven more days. */
  resend(given?: types.InvitesResendArguments, options?: CallOptions): Promise<Plan>
  /** Cancels open invitations: their links stop working. */
  cancel(given: types.InvitesCancelArguments, options?: CallOptions): Promise<Plan>
}

export interface OnboardingArea {
  /**
   * Tells how far people who were invited have come: accepted, in the projects that the invitation granted, with the role that it
   * gave.
   *
   * What was wished is what the invitation lists, accepted ones too; where it lists nothing, what the journal asked for with it. To
   * compare people with a roster file, use `roster.compare`.
   */
  check(given?: types.OnboardingCheckArguments, options?: CallOptions): Answer<types.OnboardingList>
  /**
   * Gives people who have accepted what their invitation granted and they did not get: the projects, with the role there.
   *
   * Nothing is taken from anybody, and nobody's role in the organization is changed: that may have been done on purpose since. Whom
   * the journal knows to have been taken out of a project after the acceptance stays out of it.
   */
  repair(given?: types.OnboardingRepairArguments, options?: CallOptions): Answer<types.Done>
}

export interface OnboardingPlans {
  /**
   * Gives people who have accepted what their invitation granted and they did not get: the projects, with the role there.
   *
   * Nothing is taken from anybody, and nobody's role in the organization is changed: that may have been done on purpose since. Whom
   * the journal knows to have been taken out of a project after the acceptance stays out of it.
   */
  repair(given?: types.OnboardingRepairArguments, options?: CallOptions): Promise<Plan>
}

export interface ProjectsArea {
  /** The rows of `projects.list`, one by one. */
  (given?: types.ProjectsListArguments, options?: CallOptions): Rows<types.Project>
  /** Lists the projects. */
  list(given?: types.ProjectsListArguments, options?: CallOptions): Answer<types.ProjectList>
  /** Lists the members of a project. */
  members(given: types.ProjectsMembersArguments, options?: CallOptions): Answer<types.ProjectMemberList>
  /** Adds members of the organization to a project. Whoever is in it with another role gets the wished one, if one is named. */
  addMember(given: types.ProjectsAddMemberArguments, options?: CallOptions): Answer<types.Done>
  /** Removes members from a project. They stay in the organization. */
  removeMember(given: types.ProjectsRemoveMemberArguments, options?: CallOptions): Answer<types.Done>
  /** Changes the role of members in a project. */
  setRole(given: types.ProjectsSetRoleArguments, options?: CallOptions): Answer<types.Done>
}

export interface ProjectsPlans {
  /** Adds members of the organization to a project. Whoever is in it with another role gets the wished one, if one is named. */
  addMember(given: types.ProjectsAddMemberArguments, options?: CallOptions): Promise<Plan>
  /** Removes members from a project. They stay in the organization. */
  removeMember(given: types.ProjectsRemoveMemberArguments, options?: CallOptions): Promise<Plan>
  /** Changes the role of members in a project. */
  setRole(given: types.ProjectsSetRoleArguments, options?: CallOptions): Promise<Plan>
}

export interface KeysArea {
  /** The rows of `keys.list`, one by one. */
  (given?: types.KeysListArguments, options?: CallOptions): Rows<types.Key>
  /** Lists keys: of one project or of all, those too whose owner has lost access. Never a secret. */
  list(given?: types.KeysListArguments, options?: CallOptions): Answer<types.KeyList>
  /** Deletes keys: of projects, and admin keys that are named. Those of service accounts can only be deleted with their account. */
  delete(given?: types.KeysDeleteArguments, options?: CallOptions): Answer<types.Done>
  /**
   * Limits keys of projects: from then on they may only read, unless other scopes are named. The softer way than deleting: the key
   * stays. The API does not tell which scopes a key had, so note them before if they matter.
   */
  freeze(given?: types.KeysFreezeArguments, options?: CallOptions): Answer<types.Done>
  /** Deletes service accounts of a project, and with them ends their keys. */
  deleteAccount(given: types.KeysDeleteAccountArguments, options?: CallOptions): Answer<types.Done>
}

export interface KeysPlans {
  /** Deletes keys: of projects, and admin keys that are named. Those of service accounts can only be deleted with their account. */
  delete(given?: types.KeysDeleteArguments, options?: CallOptions): Promise<Plan>
  /**
   * Limits keys of projects: from then on they may only read, unless other scopes are named. The softer way than deleting: the key
   * stays. The API does not tell which scopes a key had, so note them before if they matter.
   */
  freeze(given?: types.KeysFreezeArguments, options?: CallOptions): Promise<Plan>
  /** Deletes service accounts of a project, and with them ends their keys. */
  deleteAccount(given: types.KeysDeleteAccountArguments, options?: CallOptions): Promise<Plan>
}

export interface RolesArea {
  /** The rows of `roles.list`, one by one. */
  (given?: types.RolesListArguments, options?: CallOptions): Rows<types.Role>
  /** Lists the roles that can be given: of the organization, or of a project. */
  list(given?: types.RolesListArguments, options?: CallOptions): Answer<types.RoleList>
  /** Gives a role to people and groups, beside the built-in role that they have. */
  assign(given: types.RolesAssignArguments, options?: CallOptions): Answer<types.Done>
  /** Takes a role from people and groups that it was given to directly. */
  unassign(given: types.RolesUnassignArguments, options?: CallOptions): Answer<types.Done>
}

export interface RolesPlans {
  /** Gives a role to people and groups, beside the built-in role that they have. */
  assign(given: types.RolesAssignArguments, options?: CallOptions): Promise<Plan>
  /** Takes a role from people and groups that it was given to directly. */
  unassign(given: types.RolesUnassignArguments, options?: CallOptions): Promise<Plan>
}

export interface LimitsArea {
  /** The rows of `limits.list`, one by one. */
  (given?: types.LimitsListArguments, options?: CallOptions): Rows<types.PlaceLimits>
  /** Lists the limits and alerts on the spend of a month: of the organization, of a project, or of all. */
  list(given?: types.LimitsListArguments, options?: CallOptions): Answer<types.LimitList>
  /** Sets the hard limit on the spend of a month, in place of one that is there. */
  set(given: types.LimitsSetArguments, options?: CallOptions): Answer<types.Done>
  /** Takes the hard limit on the spend of a month away. */
  delete(given?: types.LimitsDeleteArguments, options?: CallOptions): Answer<types.Done>
  /** Has a mail sent when the spend of a month passes an amount. An alert that is there is changed to what is said. */
  setAlert(given?: types.LimitsSetAlertArguments, options?: CallOptions): Answer<types.Done>
  /** Deletes alerts: one by its id, or all at an amount. */
  deleteAlert(given?: types.LimitsDeleteAlertArguments, options?: CallOptions): Answer<types.Done>
}

export interface LimitsPlans {
  /** Sets the hard limit on the spend of a month, in place of one that is there. */
  set(given: types.LimitsSetArguments, options?: CallOptions): Promise<Plan>
  /** Takes the hard limit on the spend of a month away. */
  delete(given?: types.LimitsDeleteArguments, options?: CallOptions): Promise<Plan>
  /** Has a mail sent when the spend of a month passes an amount. An alert that is there is changed to what is said. */
  setAlert(given?: types.LimitsSetAlertArguments, options?: CallOptions): Promise<Plan>
  /** Deletes alerts: one by its id, or all at an amount. */
  deleteAlert(given?: types.LimitsDeleteAlertArguments, options?: CallOptions): Promise<Plan>
}

export interface AuditArea {
  /** The rows of `audit.list`, one by one. */
  (given?: types.AuditListArguments, options?: CallOptions): Rows<types.AuditLog>
  /** Shows the audit log, the newest entries first. */
  list(given?: types.AuditListArguments, options?: CallOptions): Answer<types.AuditPage>
}

export interface JournalArea {
  /** The rows of `journal.list`, one by one. */
  (given?: types.JournalListArguments, options?: CallOptions): Rows<types.RunSummary>
  /** Lists the runs of the journal, the newest first: every plan that was applied, or is being applied. */
  list(given?: types.JournalListArguments, options?: CallOptions): Answer<types.RunList>
  /** Shows the entries of a run in the journal: what was written before and after each request. */
  show(given: types.JournalShowArguments, options?: CallOptions): Answer<types.RunRecord>
  /** Checks that nothing in the journal was changed since it was written. */
  verify(given?: types.JournalVerifyArguments, options?: CallOptions): Answer<types.Verification>
  /**
   * Continues a run that was cut off: what was done stays done, what may have been done is settled by reading, and the rest is done.
   *
   * It does what was agreed to when the run began.
   */
  resume(given?: types.JournalResumeArguments, options?: CallOptions): Answer<types.Resumption>
}

export interface FilesArea {
  /**
   * Reads the rows of a file of people to invite, CSV or JSON Lines, for `members.invite`. Sends nothing.
   *
   * Columns: `email` and, if wished, `role`, `projects` (with `;` between) and `organization`; or no header and an address in each
   * row. Every problem is named by file, line and column, all of them at once.
   */
  readPeople(given: types.FilesReadPeopleArguments, options?: CallOptions): Answer<types.PeopleRows>
  /**
   * Reads the rows of a file of wishes, CSV or JSON Lines, for `members.change`. Sends nothing.
   *
   * A row has `action` and the columns that the action needs; without an action it is an invitation. Every problem is named by file,
   * line and column, all of them at once.
   */
  readWishes(given: types.FilesReadWishesArguments, options?: CallOptions): Answer<types.WishRows>
}

export interface RosterArea {
  /** Compares a roster file with the organization: what differs, who is not listed, whose access ends soon. */
  compare(given?: types.RosterCompareArguments, options?: CallOptions): Answer<types.Comparison>
  /**
   * Makes the organization what a roster file says: invites who is missing, sets roles, projects and groups, and removes whose time
   * is over and, if the file is complete, who is not listed.
   *
   * Guards of the file can forbid more than the profile's, never less.
   */
  apply(given?: types.RosterApplyArguments, options?: CallOptions): Answer<types.Done>
  /** Writes the organization as it is as a roster file. Compared with the same organization, nothing differs. */
  export(given?: types.RosterExportArguments, options?: CallOptions): Answer<types.ExportedRoster>
}

export interface RosterPlans {
  /**
   * Makes the organization what a roster file says: invites who is missing, sets roles, projects and groups, and removes whose time
   * is over and, if the file is complete, who is not listed.
   *
   * Guards of the file can forbid more than the profile's, never less.
   */
  apply(given?: types.RosterApplyArguments, options?: CallOptions): Promise<Plan>
}

export interface OrganizationArea {
  /** Tells which organization and which key this is, and to whom the key belongs. */
  whoami(given?: types.OrganizationWhoamiArguments, options?: CallOptions): Answer<types.Identity>
  /**
   * Checks the way to the organization: the key's class, the network, the organization and the scopes, each with its cause and the
   * next step.
   */
  doctor(given?: types.OrganizationDoctorArguments, options?: CallOptions): Answer<types.Health>
}

/** Everything that an organization can do. */
export interface Areas {
  readonly members: MembersArea
  readonly offboarding: OffboardingArea
  readonly receipts: ReceiptsArea
  readonly invites: InvitesArea
  readonly onboarding: OnboardingArea
  readonly projects: ProjectsArea
  readonly keys: KeysArea
  readonly roles: RolesArea
  readonly limits: LimitsArea
  readonly audit: AuditArea
  readonly journal: JournalArea
  readonly files: FilesArea
  readonly roster: RosterArea
  readonly organization: OrganizationArea
  /**
   * Sends any request to the API, authenticated and paced like the others: for what has no operation yet.
   *
   * No guard looks at it.
   */
  request(given: types.RequestArguments, options?: CallOptions): Answer<unknown>
}

/** What can be planned. */
export interface Plans {
  /** Plans a change by its declared name, such as `members.set_role`: for programs that learn it when they run. */
  (name: string, given?: Record<string, unknown>, options?: CallOptions): Promise<Plan>
  readonly members: MembersPlans
  readonly invites: InvitesPlans
  readonly onboarding: OnboardingPlans
  readonly projects: ProjectsPlans
  readonly keys: KeysPlans
  readonly roles: RolesPlans
  readonly limits: LimitsPlans
  readonly roster: RosterPlans
}
