// The package as people install it: its code is one file each for the library and the command, for every file more costs half a
// millisecond of each start.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { before, after, test } from 'node:test'
import { promisify } from 'node:util'

import * as orgwarden from '../index.mjs'
import { here, require, run } from './helpers.mjs'

const door = path.join(here, '..')
let home, installed

before(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'orgwarden-test-'))
  installed = path.join(home, 'node_modules/orgwarden')
  await promisify(execFile)('npm', ['run', '--silent', 'bundle', '--', `--outdir=${installed}`], { cwd: door })
  for (const name of ['package.json', 'index.mjs']) await cp(path.join(door, name), path.join(installed, name))
  await cp(path.join(door, 'examples'), path.join(home, 'examples'), { recursive: true })
})

after(() => rm(home, { recursive: true }))

test('the library is one file, and exports what the sources do under the same names', () => {
  const known = new Set(Object.keys(require.cache))
  const packed = require(installed)
  const read = Object.keys(require.cache).filter((file) => !known.has(file))
  assert.deepEqual(read, [path.join(installed, 'lib/index.js')])
  const { default: sources } = orgwarden
  assert.deepEqual(Object.keys(packed), Object.keys(sources))
  for (const [name, value] of Object.entries(sources)) assert.equal(packed[name].name, value.name, name)
  assert.equal(packed.version, sources.version)
})

test('it does what the sources do', async () => {
  const { code, output, errors } = await run(path.join(home, 'examples/offboard.mjs'), ['--sandbox'])
  assert.equal(code, 0, errors)
  assert.match(output, /^chen\.wei@acme\.example is gone since 20/m)
})

test('its errors have the stack of whoever called', async () => {
  const program = "import('orgwarden').then(async ({ Sandbox }) => { await Sandbox.start({ seed: 'nosuch' }) }).catch((error) => console.log(error.name, error.stack))"
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', program], { cwd: home })
  assert.match(stdout, /^InvalidError /)
  assert.doesNotMatch(stdout, /orgwarden\/lib/)
})

test('the command is one file', async () => {
  const { code, output, errors } = await run(path.join(installed, 'bin/orgwarden.js'), ['--version'])
  assert.equal(code, 0, errors)
  assert.equal(output, `orgwarden ${orgwarden.version}\n`)
})
