// What the hand-written runtime adds: opening, lists, plans, jobs, errors.

import assert from 'node:assert/strict'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { inspect } from 'node:util'

import { InvalidError, NotFoundError, Organization, OrgwardenError, PermissionError, RateLimitedError, Sandbox, AuthenticationError, CancelledError } from '../index.mjs'
import { demo, here, require, run } from './helpers.mjs'

const { native } = require('../lib/native.js')
const { Person } = require('../generated/shapes.js')

const tom = 'tom.becker@acme.example'

async function folder (test) {
  const made = await mkdtemp(path.join(tmpdir(), 'orgwarden-test-'))
  test.after(() => rm(made, { recursive: true }))
  return made
}

test('members are listed and iterated', async (t) => {
  const { organization } = await demo(t)
  const { people } = await organization.members.list({ role: 'owner' })
  assert.deepEqual(people.map(({ email }) => email), ['marcus.reyes@acme.example', 'olivia.park@acme.example'])
  const [marcus] = people
  assert.ok(marcus.since instanceof Date && Math.abs(marcus.since.getTime() - Date.now()) < 10 * 365 * 24 * 3600 * 1000)
  assert.equal(marcus.inviteId, null)
  const rows = []
  for await (const member of organization.members({ role: 'owner' })) rows.push(member)
  assert.deepEqual(rows, people)
  for await (const { email } of organization.members()) {
    assert.ok(email)
    break
  }
  assert.deepEqual(await organization.members({ role: 'owner' }).toArray(), people)
})

test('people who come in pieces and by columns are those of the report', async (t) => {
  const { sandbox, organization } = await demo(t)
  const { adminKey, baseUrl } = sandbox
  const opening = JSON.stringify({ base_url: baseUrl, organization: sandbox.organization, state_dir: await folder(t) })
  const kernel = await native.Organization.open(opening, adminKey)
  for (const given of [{}, { withKeys: true, withProjects: true }, { status: 'invited' }, { search: 'nobody at all' }]) {
    const words = JSON.stringify({ with_keys: given.withKeys, with_projects: given.withProjects, ...given, withKeys: undefined, withProjects: undefined })
    const rows = JSON.parse(await kernel.call('members.list', words)).value.people.map(Person)
    assert.deepEqual((await organization.members.list(given)).people, rows)
  }
  assert.match((await kernel.listMembers('{"rolle":1}')).failure, /unknown field `rolle`/)
})

test('a large list comes in pieces, each person once', async (t) => {
  const { organization } = await demo(t, { seed: '4100x2' })
  const { people } = await organization.members.list()
  assert.deepEqual([people.length, new Set(people.map(({ id }) => id)).size], [4100, 4100])
  const rows = []
  for await (const person of organization.members()) {
    rows.push(person)
    if (rows.length === 2100) break
  }
  assert.deepEqual(rows, people.slice(0, 2100))
  assert.deepEqual(await organization.members().toArray(), people)
})

test('an answer tells its requests', async (t) => {
  const { organization } = await demo(t)
  const answer = organization.members.list({ role: 'owner' })
  assert.ok(answer instanceof Promise)
  const { value, requests } = await answer.report()
  assert.deepEqual(await answer, value)
  assert.equal(requests.total, 2)
  assert.equal(Object.values(requests.byRoute).reduce((sum, count) => sum + count), 2)
})

test('what the API says beyond what is known is kept under its own name', async (t) => {
  const { organization } = await demo(t)
  await organization.members.setRole({ who: [tom], role: 'owner' })
  const [event] = await organization.audit({ eventTypes: ['user.updated'], from: new Date(Date.now() - 3600_000) }).toArray()
  assert.equal(event.type, 'user.updated')
  assert.ok(event.effectiveAt instanceof Date)
  assert.equal(event['user.updated'].changes_requested.role, 'owner')
})

test('a plan shows itself, is saved, taken up and applied', async (t) => {
  const { organization } = await demo(t)
  const plan = await organization.plan.members.remove({ who: [tom], showKeys: true })
  assert.match(`${plan}`, /^tom\.becker@acme\.example +remove from the organization\n/)
  assert.match(plan.markdown, /tom\.becker/)
  assert.match(plan.csv, /tom\.becker/)
  assert.equal(plan.isEmpty, false)
  assert.equal(plan.operation, 'members.remove')
  assert.equal(plan.steps[0].act.act, 'remove')
  assert.ok(plan.madeAt instanceof Date)
  for (const [name, value] of Object.entries(plan.toJSON())) assert.equal(plan[name], value, name)
  assert.deepEqual(JSON.parse(JSON.stringify(plan)).steps[0].act, plan.steps[0].act)
  assert.match(inspect(plan), /^Plan \{\ntom\.becker/)

  const file = path.join(await folder(t), 'plan.json')
  await plan.save(file)
  assert.equal((await stat(file)).mode & 0o777, 0o600)
  const again = await organization.openPlan(file)
  assert.equal(again.steps.length, 1)

  const job = again.apply()
  const events = []
  for await (const event of job) events.push(event)
  assert.deepEqual(events.map(({ event }) => event), ['plan', 'start', 'step', 'done', 'summary'])
  assert.deepEqual(events[0].plan.steps, plan.steps)
  assert.ok(events[1].at instanceof Date)
  const done = await job.result()
  assert.deepEqual([done.counts.done, done.counts.notSent, done.results[0].subject, job.isOver], [1, 0, tom, true])
  assert.deepEqual(await job.result(), done)
  assert.equal(await organization.resume(), null)

  await assert.rejects(organization.openPlan(path.join(file, 'none')), InvalidError)
})

test('dollars keep their digits', async (t) => {
  const { organization } = await demo(t)
  const plan = await organization.plan.members.offboard({ who: [tom], spend: true })
  const { spent } = plan.offboarding.stakes[0]
  assert.equal(typeof spent, 'string')
  assert.match(spent, /^\d+(\.\d+)?$/)
})

test('leaving the loop does not stop a job', async (t) => {
  const { organization } = await demo(t, { seed: '30x2' })
  const people = (await organization.members.list({ role: 'reader' })).people.slice(0, 5)
  const job = (await organization.plan.members.setRole({ who: people.map(({ id }) => id), role: 'owner' })).apply()
  for await (const { event } of job) if (event === 'start') break
  const rest = []
  for await (const { event } of job) rest.push(event)
  assert.equal(rest.filter((event) => event === 'done').length, 5)
  assert.equal((await job.result()).counts.done, 5)
})

test('a job that is stopped is resumed', async (t) => {
  const { sandbox, organization } = await demo(t, { seed: '40x2', faults: ['slow=150ms:POST /organization/users/{user_id}:1'] })
  const people = (await organization.members.list({ role: 'reader' })).people.slice(0, 10)
  const plan = await organization.plan.members.setRole({ who: people.map(({ id }) => id), role: 'owner' })
  const job = plan.apply()
  for await (const { event } of job) if (event === 'step') break
  job.stop()
  const done = await job.result()
  assert.ok(done.stopped && done.counts.notSent > 0 && done.counts.unknown === 0)
  await sandbox.setFaults([])
  const resumed = await organization.resume()
  assert.equal((await resumed.result()).counts.done, 10)
})

test('an error is of its class and says everything', async (t) => {
  const { sandbox, organization } = await demo(t)
  async function whereItIsCalled () {
    return await organization.members.show({ who: 'nobody@acme.example' })
  }
  const error = await whereItIsCalled().catch((error) => error)
  assert.ok(error instanceof NotFoundError && error instanceof OrgwardenError && error instanceof Error)
  assert.deepEqual([error.name, error.code, error.status], ['NotFoundError', 'not_found', null])
  assert.match(error.stack, /^NotFoundError: .*nobody@acme\.example.*\n +at .*whereItIsCalled/)
  assert.doesNotMatch(error.stack, /node\/lib/)
  assert.ok(Object.keys(error).includes('hint'))

  const weak = await sandbox.control('POST /sandbox/keys', { owner: 'olivia.park@acme.example', name: 'weak', scopes: ['api.usage.read'] })
  const other = await sandbox.open({ adminKey: weak.secret })
  const refused = await other.members.list().catch((error) => error)
  assert.ok(refused instanceof PermissionError, `${refused}`)
  assert.deepEqual([refused.status, refused.service.status], [403, 403])
  assert.match(refused.requestId, /^req_/)
  assert.match(refused.route, /^GET \/organization/)

  for (const Class of [Organization, Sandbox]) assert.throws(() => new Class(), TypeError)
  await assert.rejects(organization.members.list({ rolle: 'owner' }), { name: 'InvalidError', message: /unknown field `rolle`/ })
  await assert.rejects(organization.members.list(7), InvalidError)
  await assert.rejects(organization.call('members.lst'), { code: 'invalid', hint: 'Did you mean `members.list`?' })
  await assert.rejects(organization.audit.list({ from: 1700000000 }), { name: 'InvalidError', message: '`from` is not a valid Date' })
  await assert.rejects(organization.audit.list({ from: new Date('never') }), InvalidError)
  await assert.rejects(Organization.open({ profil: 'acme' }), { message: /profil/ })
  await assert.rejects(Organization.open({ adminKey: 'sk-admin-1', profile: 'acme' }), InvalidError)
  await assert.rejects(Sandbox.start({ seed: 'many' }), InvalidError)
  await assert.rejects(sandbox.open({ organization: 'org-other' }).then((one) => one.members.list()), OrgwardenError)
  await assert.rejects(sandbox.open({ adminKey: 'sk-admin-wrong00000' }).then((one) => one.members.list()), AuthenticationError)
})

test('the wait that is asked for is told', async (t) => {
  const { organization } = await demo(t, { seed: 'demo', limits: '1/3600', retryAfter: 'seconds' }, { maxWaitSeconds: 0.1 })
  const error = await organization.projects.list().then(() => organization.projects.list()).catch((error) => error)
  assert.ok(error instanceof RateLimitedError, `${error}`)
  assert.ok(error.retryAfterSeconds > 0)
})

test('a closed organization answers nothing, and its jobs are over', async (t) => {
  const { organization } = await demo(t, { seed: '20x1', faults: ['slow=100ms:POST /organization/users/{user_id}:1'] })
  const people = (await organization.members.list({ role: 'reader' })).people.slice(0, 6)
  const job = (await organization.plan.members.setRole({ who: people.map(({ id }) => id), role: 'owner' })).apply()
  await organization[Symbol.asyncDispose]()
  assert.equal(job.isOver, true)
  assert.equal((await job.result()).stopped, true)
  await assert.rejects(organization.members.list(), CancelledError)
})

test('a job that is disposed is stopped gently', async (t) => {
  const { organization } = await demo(t, { seed: '20x1', faults: ['slow=100ms:POST /organization/users/{user_id}:1'] })
  const people = (await organization.members.list({ role: 'reader' })).people.slice(0, 6)
  const job = (await organization.plan.members.setRole({ who: people.map(({ id }) => id), role: 'owner' })).apply()
  await job[Symbol.asyncDispose]()
  assert.ok(job.isOver && (await job.result()).counts.unknown === 0)
})

test('the key is printed nowhere', async (t) => {
  const { sandbox, organization } = await demo(t)
  for (const one of [organization, sandbox, organization.members, await organization.plan.members.remove({ who: [tom] })]) {
    assert.ok(!inspect(one, { showHidden: true, depth: 9 }).includes(sandbox.adminKey))
  }
  const error = await Organization.open({ adminKey: 'sk-admin secret' }).catch((error) => error)
  assert.ok(error instanceof OrgwardenError && !inspect(error).includes('sk-admin secret'))
})

test('the environment and profiles open an organization', async (t) => {
  const { sandbox } = await demo(t)
  const home = await folder(t)
  const environment = {
    PATH: process.env.PATH,
    HOME: home,
    OPENAI_ADMIN_KEY: sandbox.adminKey,
    OPENAI_ORG_ID: sandbox.organization,
    OPENAI_BASE_URL: sandbox.baseUrl,
    ...(process.env.CARGO_TARGET_DIR && { CARGO_TARGET_DIR: process.env.CARGO_TARGET_DIR })
  }
  const { output, errors } = await run(path.join(here, 'programs/from_env.cjs'), [], { env: environment })
  assert.equal(output, 'olivia.park@acme.example\n', errors)
  const { OPENAI_ADMIN_KEY: _, ...without } = environment
  const refused = await run(path.join(here, 'programs/from_env.cjs'), [], { env: without })
  assert.match(refused.output, /^ConfigError/, refused.errors)
})

test('the sandbox has a clock, mails and faults', async (t) => {
  const { sandbox, organization } = await demo(t)
  await organization.members.invite({ people: [{ email: 'ada@example.com' }], projects: [] })
  const { email } = await sandbox.accept('ada@example.com')
  assert.equal(email, 'ada@example.com')
  const now = await sandbox.advance(3600)
  assert.ok(now.getTime() > Date.now() + 3500_000)
  assert.deepEqual(await sandbox.setClock(new Date('2030-01-01T00:00:00Z')), new Date('2030-01-01T00:00:00Z'))
  await sandbox.setFaults(['500:*:1'])
  await sandbox.setLimits('7/60', 'seconds')
  assert.ok(await sandbox.counts())
  await assert.rejects(sandbox.control('POST /sandbox/clock', {}), { message: /\(400\)/ })
  await sandbox.reset('demo')
  const odd = await Sandbox.start({ clock: new Date('2026-01-31T09:00:00Z'), auditLog: false, retryAfter: 'both' })
  assert.equal(new Date((await odd.control('GET /sandbox')).now * 1000).toISOString(), '2026-01-31T09:00:00.000Z')
  await odd.stop()
  await odd.stop()
})

test('a guard holds, and a guard that is given holds too', async (t) => {
  const { organization } = await demo(t, { seed: 'demo' }, { guards: { protected: [tom] } })
  const done = await organization.members.remove({ who: [tom] })
  assert.deepEqual([done.counts.done, done.held[0].guard], [0, 'protected'])
})
