// What the tests share.

import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import { Sandbox } from '../index.mjs'

export const require = createRequire(import.meta.url)

/** The declared surface. */
export const surface = JSON.parse(readFileSync(new URL('../../docs/operations.json', import.meta.url), 'utf8'))

export const here = fileURLToPath(new URL('.', import.meta.url))

/** `set_role` is `setRole`. */
export const camel = (name) => name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase())

/** A sandbox and an organization that is open on it; both end with the test. */
export async function demo (test, options = { seed: 'demo' }, given = {}) {
  const sandbox = await Sandbox.start(options)
  test.after(() => sandbox.stop())
  return { sandbox, organization: await sandbox.open(given) }
}

/** Runs a program of Node, with a folder of its own for temporary files; answers what it printed and how it ended. */
export async function run (file, words = [], { flags = [], env = process.env, ...options } = {}) {
  const folder = await mkdtemp(path.join(tmpdir(), 'orgwarden-test-'))
  const ended = await new Promise((resolve) => {
    const child = spawn(process.execPath, [...flags, file, ...words], { ...options, env: { ...env, TMPDIR: folder }, stdio: ['ignore', 'pipe', 'pipe'] })
    let [output, errors] = ['', '']
    child.stdout.on('data', (data) => { output += data })
    child.stderr.on('data', (data) => { errors += data })
    child.on('close', (code, signal) => resolve({ code, signal, output, errors }))
  })
  await rm(folder, { recursive: true, force: true })
  return ended
}
