// The examples, as a newcomer runs them.

import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'

import { here, run } from './helpers.mjs'

async function example (name, words = []) {
  const { code, output, errors } = await run(path.join(here, '../examples', name), [...words, '--sandbox'])
  assert.equal(code, 0, errors)
  return output
}

test('a team is invited', async () => {
  const output = await example('invite_team.mjs')
  assert.match(output, /^3\/3 /m)
  assert.match(output, /^3 invited, 0 failed, 0 not sent$/m)
})

test('somebody is offboarded with a receipt', async () => {
  const output = await example('offboard.mjs')
  assert.match(output, /^chen\.wei@acme\.example is gone since 20/m)
  assert.match(output, /^ {2}lost key `etl`/m)
  assert.match(output, /^ {2}0 keys left in \d+ projects$/m)
})

test('idle owners are listed', async () => {
  assert.match(await example('idle_owners.mjs', ['2']), /^marcus\.reyes@acme\.example: last used on 20.*\n1 without use in 2 days\n$/)
})

test('a plan is held, saved and applied', async (t) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'orgwarden-test-'))
  t.after(() => rm(folder, { recursive: true }))
  const output = await example('plan_and_hold.mjs', [path.join(folder, 'plan.json')])
  assert.match(output, /^marcus\.reyes@acme\.example is held by minimum_owners: /m)
  assert.match(output, /^1 removed, 1 held$/m)
})
