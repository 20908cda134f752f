// What TypeScript must know: compiled strictly, and then run.

import assert from 'node:assert/strict'

import orgwarden, { NotFoundError, OrgwardenError, Sandbox } from 'orgwarden'
import type { Answer, Done, ErrorKind, JobEvent, MembersInviteArguments, Organization, OrganizationRole, Person, Plan, Report, WishInput } from 'orgwarden'

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : false
const is = <T extends true>(_?: T): void => {}

// Words of the API are offered and stay open; ours are closed.
const role: OrganizationRole = 'owner'
const newRole: OrganizationRole = 'auditor'
// @ts-expect-error there is no such kind of errors
const kind: ErrorKind = 'no_such_kind'

async function uses (organization: Organization, signal: AbortSignal): Promise<void> {
  is<Same<ReturnType<typeof organization.members.setRole>, Answer<Done>>>()
  is<Same<ReturnType<typeof organization.plan.members.setRole>, Promise<Plan>>>()

  for await (const member of organization.members({ role: 'owner', status: 'member' }, { signal })) {
    is<Same<typeof member, Person>>()
    const since: Date | null = member.since
    assert.ok(since === null || since.getTime() > 0)
  }

  const report: Report<Person> = await organization.members.show({ who: 'tom.becker@acme.example' }).report()
  assert.ok(report.requests.total > 0 && report.value.email?.startsWith('tom'))

  // @ts-expect-error whose role?
  await organization.members.setRole({ role: 'owner' }, { signal: AbortSignal.abort() }).catch(() => {})
  // @ts-expect-error names are in camelCase
  await organization.members.list({ idle_days: 90 }, { signal: AbortSignal.abort() }).catch(() => {})
  // @ts-expect-error a list cannot be planned
  assert.equal(organization.plan.members.list, undefined)
  // @ts-expect-error a time is a Date
  await organization.audit.list({ from: 1700000000 }).catch(() => {})

  const invite: MembersInviteArguments = { people: [{ email: 'ada@example.com', projects: ['Website:owner'] }], role: 'reader' }
  const wish: WishInput = { who: 'tom.becker@acme.example', want: { action: 'role', role } }
  assert.ok(invite.people && newRole && kind)

  // What files say is what operations take.
  const rows = await organization.files.readWishes({ text: 'email,action,role\ntom.becker@acme.example,role,owner\n' })
  const plan = await organization.plan.members.change({ wishes: [...rows.wishes, wish] })
  assert.equal(plan.steps.length, 1)
  const [step] = plan.steps
  if (step?.act.act === 'set_role') assert.equal(step.act.role, 'owner')
  else assert.fail('it should set a role')

  await using job = plan.apply()
  const seen: Array<JobEvent['event']> = []
  for await (const event of job) {
    seen.push(event.event)
    if (event.event === 'done') assert.ok(event.leftSeconds >= 0)
    // @ts-expect-error only some events have it
    event.leftSeconds
  }
  const { counts } = await job.result({ signal })
  assert.deepEqual([seen.at(-1), counts.done, counts.notSent], ['summary', 1, 0])

  try {
    await organization.members.show({ who: 'nobody@acme.example' })
    assert.fail('nobody is there')
  } catch (error) {
    assert.ok(error instanceof NotFoundError && error instanceof OrgwardenError)
    is<Same<typeof error.code, 'not_found'>>()
    assert.equal(error.requestId, null)
  }

  const [event] = await organization.audit.list({ limit: 1, from: new Date(0) }).then(({ events }) => events)
  const beyond: unknown = event?.['user.added']
  assert.ok(event?.effectiveAt instanceof Date && beyond !== null)

  const answer: unknown = await organization.request({ method: 'GET', path: '/organization/users?limit=1' })
  assert.ok(answer)
}

await using sandbox = await Sandbox.start({ seed: 'demo', limits: 'off', clock: new Date() })
await using organization = await sandbox.open({ guards: { minimumOwners: 1 } })
await uses(organization, new AbortController().signal)
assert.equal(orgwarden.Sandbox, Sandbox)
console.log('good')
