// Signals: reads end, changes are never torn, nothing is left behind.

import assert from 'node:assert/strict'
import { getEventListeners } from 'node:events'
import path from 'node:path'
import { test } from 'node:test'

import { Organization, Sandbox } from '../index.mjs'
import { demo, here, run } from './helpers.mjs'

const hanging = { seed: 'demo', faults: ['slow=60s:GET /organization/users:1'] }
const aborted = { name: 'AbortError' }

test('what is aborted before it begins sends nothing', async (t) => {
  const { sandbox, organization } = await demo(t)
  const signal = AbortSignal.abort(new Error('no more'))
  const options = { signal }
  for (const begin of [
    () => organization.members.list({}, options),
    () => organization.members.remove({ who: ['tom.becker@acme.example'] }, options),
    () => organization.members({}, options).toArray(),
    () => organization.plan.members.remove({ who: ['tom.becker@acme.example'] }, options),
    () => organization.openPlan('plan.json', options),
    () => organization.resume({}, options),
    () => organization.call('members.list', {}, options),
    () => Organization.open({ signal, adminKey: sandbox.adminKey }),
    () => Sandbox.start(options),
    () => sandbox.control('POST /sandbox/reset', {}, options)
  ]) await assert.rejects(begin(), { message: 'no more' }, `${begin}`)
  const { requests } = await organization.members.list().report()
  assert.ok(requests.total > 0)
  assert.equal((await organization.journal.list()).runs.length, 0)
})

test('a read that is under way ends at once', async (t) => {
  const { organization } = await demo(t, hanging)
  const controller = new AbortController()
  const { signal } = controller
  const calls = [organization.members.list({}, { signal }), organization.members.list({}, { signal }).report()]
  const rows = organization.members({}, { signal })[Symbol.asyncIterator]().next()
  setImmediate(() => controller.abort())
  // All at once: one that nobody looks at while another is awaited would be unhandled.
  await Promise.all([...calls, rows].map((call) => assert.rejects(call, aborted)))
  assert.equal(getEventListeners(signal, 'abort').length, 0)
  await assert.rejects(organization.members.list({}, { signal: AbortSignal.timeout(1) }), { name: 'TimeoutError' })
  await assert.rejects(organization.members.list({}, { signal: 'soon' }), { name: 'InvalidError', message: /AbortSignal/ })
})

/** Ten people who are to be made owners, slowly. */
async function slowChange (t) {
  const { sandbox, organization } = await demo(t, { seed: '40x2', faults: ['slow=150ms:POST /organization/users/{user_id}:1'] })
  const { people } = await organization.members.list({ role: 'reader' })
  return { sandbox, organization, arguments: { who: people.slice(0, 10).map(({ id }) => id), role: 'owner' } }
}

/** Waits for something to be so; there is no time after which it gives up but that of the test. */
async function until (condition) {
  while (!await condition()) await new Promise((resolve) => setImmediate(resolve))
}

test('a change that is aborted is not torn and can be resumed', async (t) => {
  const { sandbox, organization, arguments: given } = await slowChange(t)
  const controller = new AbortController()
  const call = organization.members.setRole(given, { signal: controller.signal })
  const run = async () => (await organization.journal.list()).runs[0]
  await until(async () => (await run())?.done > 0)
  controller.abort()
  await assert.rejects(call, aborted)
  await until(async () => (await run()).state !== 'running')
  const { done, notSent, unknown } = await run()
  assert.ok(done > 0 && notSent > 0 && unknown === 0, JSON.stringify(await run()))
  await sandbox.setFaults([])
  assert.equal((await (await organization.resume()).result()).counts.done, 10)
})

test('a signal stops a job gently, or only the waiting for it', async (t) => {
  const { organization, arguments: given } = await slowChange(t)
  const plan = await organization.plan.members.setRole(given)
  const [stop, wait] = [new AbortController(), new AbortController()]
  const job = plan.apply({ signal: stop.signal })
  const waiting = job.result({ signal: wait.signal })
  wait.abort()
  await assert.rejects(waiting, aborted)
  assert.equal(job.isOver, false)
  for await (const { event } of job) if (event === 'done') stop.abort()
  const done = await job.result()
  assert.ok(done.stopped && done.counts.done > 0 && done.counts.notSent > 0 && done.counts.unknown === 0)
  assert.equal(getEventListeners(stop.signal, 'abort').length + getEventListeners(wait.signal, 'abort').length, 0)
})

test('a thousand cancelled calls leave nothing behind', async () => {
  const { code, output, errors } = await run(path.join(here, 'programs/cancelled.mjs'), [], { flags: ['--expose-gc'] })
  assert.deepEqual([code, errors], [0, ''], 'no warning either')
  const { handles, megabytes, listeners } = JSON.parse(output)
  assert.equal(listeners, 0)
  assert.ok(handles <= 0, `${handles} handles more`)
  assert.ok(megabytes < 16, `${megabytes} MB more`)
})
