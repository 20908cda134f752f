// Written by `cargo xtask generate`; do not edit.
'use strict'

const { listOf, moment, record } = require('../lib/wire.js')
const {
  AuditPage,
  Comparison,
  Done,
  ExportedRoster,
  Health,
  Identity,
  InvitationList,
  InviteeInput,
  KeyList,
  LimitList,
  OnboardingList,
  PeopleRows,
  Person,
  ProjectList,
  ProjectMemberList,
  Receipt,
  Resumption,
  RoleList,
  Roster,
  RunList,
  RunRecord,
  Verification,
  WishInput,
  WishRows
} = require('./shapes.js')

/** An answer that is handed on as it is. */
const same = (value) => value

/** The operations by area and verb. */
const areas = {
  members: {
    list: { name: 'members.list', write: record({}), read: Roster, rows: 'people' },
    show: { name: 'members.show', write: record({}), read: Person },
    invite: { name: 'members.invite', canBePlanned: true, write: record({ people: listOf(InviteeInput) }), read: Done },
    setRole: { name: 'members.set_role', canBePlanned: true, write: record({}), read: Done },
    remove: { name: 'members.remove', canBePlanned: true, write: record({}), read: Done },
    offboard: { name: 'members.offboard', canBePlanned: true, write: record({}), read: Done },
    change: { name: 'members.change', canBePlanned: true, write: record({ wishes: listOf(WishInput) }), read: Done },
  },
  offboarding: {
    finish: { name: 'offboarding.finish', write: record({}), read: Receipt },
  },
  receipts: {
    make: { name: 'receipts.make', write: record({}), read: Receipt },
  },
  invites: {
    list: { name: 'invites.list', write: record({}), read: InvitationList, rows: 'invites' },
    resend: { name: 'invites.resend', canBePlanned: true, write: record({}), read: Done },
    cancel: { name: 'invites.cancel', canBePlanned: true, write: record({}), read: Done },
    wait: { name: 'invites.wait', write: record({}), read: Person },
  },
  onboarding: {
    check: { name: 'onboarding.check', write: record({}), read: OnboardingList },
    repair: { name: 'onboarding.repair', canBePlanned: true, write: record({}), read: Done },
  },
  projects: {
    list: { name: 'projects.list', write: record({}), read: ProjectList, rows: 'projects' },
    members: { name: 'projects.members', write: record({}), read: ProjectMemberList },
    addMember: { name: 'projects.add_member', canBePlanned: true, write: record({}), read: Done },
    removeMember: { name: 'projects.remove_member', canBePlanned: true, write: record({}), read: Done },
    setRole: { name: 'projects.set_role', canBePlanned: true, write: record({}), read: Done },
  },
  keys: {
    list: { name: 'keys.list', write: record({}), read: KeyList, rows: 'keys' },
    delete: { name: 'keys.delete', canBePlanned: true, write: record({}), read: Done },
    freeze: { name: 'keys.freeze', canBePlanned: true, write: record({}), read: Done },
    deleteAccount: { name: 'keys.delete_account', canBePlanned: true, write: record({}), read: Done },
  },
  roles: {
    list: { name: 'roles.list', write: record({}), read: RoleList, rows: 'roles' },
    assign: { name: 'roles.assign', canBePlanned: true, write: record({}), read: Done },
    unassign: { name: 'roles.unassign', canBePlanned: true, write: record({}), read: Done },
  },
  limits: {
    list: { name: 'limits.list', write: record({}), read: LimitList, rows: 'places' },
    set: { name: 'limits.set', canBePlanned: true, write: record({}), read: Done },
    delete: { name: 'limits.delete', canBePlanned: true, write: record({}), read: Done },
    setAlert: { name: 'limits.set_alert', canBePlanned: true, write: record({}), read: Done },
    deleteAlert: { name: 'limits.delete_alert', canBePlanned: true, write: record({}), read: Done },
  },
  audit: {
    list: { name: 'audit.list', write: record({ from: moment, to: moment }), read: AuditPage, rows: 'events' },
  },
  journal: {
    list: { name: 'journal.list', write: record({}), read: RunList, rows: 'runs' },
    show: { name: 'journal.show', write: record({}), read: RunRecord },
    verify: { name: 'journal.verify', write: record({}), read: Verification },
    resume: { name: 'journal.resume', write: record({}), read: Resumption },
  },
  files: {
    readPeople: { name: 'files.read_people', write: record({}), read: PeopleRows },
    readWishes: { name: 'files.read_wishes', write: record({}), read: WishRows },
  },
  roster: {
    compare: { name: 'roster.compare', write: record({}), read: Comparison },
    apply: { name: 'roster.apply', canBePlanned: true, write: record({}), read: Done },
    export: { name: 'roster.export', write: record({}), read: ExportedRoster },
  },
  organization: {
    whoami: { name: 'organization.whoami', write: record({}), read: Identity },
    doctor: { name: 'organization.doctor', write: record({}), read: Health },
  },
}

/** Operations without an area. */
const top = {
  request: { name: 'request', write: record({}), read: same },
}

module.exports = { areas, top }
