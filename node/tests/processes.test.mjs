// Processes and threads: what keeps one alive, what must not, and what must never crash.

import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'

import { version } from '../index.mjs'
import { demo, here, run } from './helpers.mjs'

const program = (name) => path.join(here, 'programs', name)

test('a process ends when nothing is under way', async () => {
  const { code, signal, output, errors } = await run(program('idle.cjs'), [], { timeout: 60_000 })
  assert.deepEqual([code, signal, output], [0, null, '2 owners\n'], errors)
})

test('what is in use is not collected', async () => {
  const { code, output, errors } = await run(program('collected.mjs'), [], { flags: ['--expose-gc'] })
  assert.deepEqual([code, output], [0, '2 owners\n'], errors)
})

test('a job that nobody waits for keeps its process alive', async (t) => {
  const { sandbox, organization } = await demo(t, { seed: '20x1', faults: ['slow=100ms:POST /organization/users/{user_id}:1'] })
  const environment = { ...process.env, BASE_URL: sandbox.baseUrl, ORGANIZATION: sandbox.organization, KEY: sandbox.adminKey }
  const before = (await organization.members.list({ role: 'owner' })).people.length
  const { code, output, errors } = await run(program('job.mjs'), ['5'], { env: environment })
  assert.deepEqual([code, output], [0, 'started\n'], errors)
  assert.equal((await organization.members.list({ role: 'owner' })).people.length, before + 5)
})

test('a job that fails unseen is an unhandled rejection, and a seen one is not', async () => {
  const unseen = await run(program('stale.mjs'), ['unseen'])
  assert.equal(unseen.code, 1)
  assert.match(unseen.errors, /ConflictError: /)
  const seen = await run(program('stale.mjs'), ['seen'])
  assert.deepEqual([seen.code, seen.output], [0, 'loop: conflict\nresult: conflict\n'], seen.errors)
})

test('threads work, and can be ended in the middle of everything', async () => {
  const { code, signal, output, errors } = await run(program('threads.mjs'), [])
  assert.deepEqual([code, signal], [0, null], errors)
  assert.equal(output, 'answered by 4\nended 12\nstill here\n')
})

test('the command line runs with its words and its exit code', async (t) => {
  const command = path.join(here, '../bin/orgwarden.js')
  const { code, output } = await run(command, ['--version'])
  assert.deepEqual([code, output], [0, `orgwarden ${version}\n`])
  assert.equal((await run(command, ['members', '--no-such-flag'])).code, 2)
})

test('the command line listens to signals', async (t) => {
  for (const signal of ['SIGINT', 'SIGTERM']) {
    const words = ['sandbox', '--listen', '127.0.0.1:0', '--format', 'json']
    const child = spawn(process.execPath, [path.join(here, '../bin/orgwarden.js'), ...words])
    t.after(() => child.kill('SIGKILL'))
    let errors = ''
    child.stderr.on('data', (data) => { errors += data })
    await once(child.stdout, 'data')
    child.kill(signal)
    // Told once, and not ended by Node.
    assert.deepEqual([...await once(child, 'close'), errors], [0, null, 'stopping\n'])
  }
})

test('the command line can be interrupted before it listens', { skip: process.platform === 'win32' }, async (t) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'orgwarden-test-'))
  t.after(() => rm(folder, { recursive: true }))
  const asked = path.join(folder, 'asked')
  execFileSync('mkfifo', [asked])
  const config = path.join(folder, 'config.toml')
  const wait = `echo asked > ${asked}; exec sleep 600`
  await writeFile(config, `default = "one"\n[profile.one]\nkey = { command = ['sh', '-c', '${wait}'] }\n`, { mode: 0o600 })
  const env = { ...process.env, HOME: folder, ORGWARDEN_CONFIG: config }
  const child = spawn(process.execPath, [path.join(here, '../bin/orgwarden.js'), 'members'], { env, stdio: 'ignore' })
  t.after(() => child.kill('SIGKILL'))
  assert.equal(await readFile(asked, 'utf8'), 'asked\n')
  child.kill('SIGINT')
  assert.deepEqual(await once(child, 'close'), [130, null])
})

test('a kernel of another version is refused', async (t) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'orgwarden-test-'))
  t.after(() => rm(folder, { recursive: true }))
  const copy = path.join(folder, 'node_modules/orgwarden')
  await mkdir(copy, { recursive: true })
  for (const name of ['lib', 'generated', 'bin']) await cp(path.join(here, '..', name), path.join(copy, name), { recursive: true })
  await writeFile(path.join(copy, 'package.json'), '{ "name": "orgwarden", "version": "99.0.0", "main": "./lib/index.js" }')
  const { code, errors } = await run(path.join(copy, 'bin/orgwarden.js'), ['--version'])
  assert.equal(code, 1)
  assert.match(errors, /orgwarden 99\.0\.0 has found a kernel of version/)
})

test('without its platform package it says what to do', async (t) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'orgwarden-test-'))
  t.after(() => rm(folder, { recursive: true }))
  const copy = path.join(folder, 'node_modules/orgwarden')
  await mkdir(copy, { recursive: true })
  for (const name of ['package.json', 'lib', 'generated', 'bin']) await cp(path.join(here, '..', name), path.join(copy, name), { recursive: true })
  const { ORGWARDEN_NODE_ADDON: _, ...environment } = process.env
  const other = path.join(folder, 'program.cjs')
  await writeFile(other, "require('orgwarden').Organization.open().catch((error) => { console.error(error.message); process.exit(3) })")
  const { code, errors } = await run(other, [], { env: environment })
  assert.equal(code, 3)
  assert.match(errors, new RegExp(`orgwarden for ${process.platform}-${process.arch} is not installed: @orgwarden/`))
  assert.match((await run(path.join(copy, 'bin/orgwarden.js'), [], { env: environment })).errors, /--include=optional/)
})
