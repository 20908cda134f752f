// What the Node door costs, beside bare Node and the official client. Each measurement is a process of its own, in turns.
//
//   cargo build --profile dist -p orgwarden-node
//   cd node && npm ci && cd benches && npm ci && node run.mjs

import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const MEMBERS = 100_000
const ROUNDS = Number(process.env.ROUNDS ?? 6)
const here = fileURLToPath(new URL('.', import.meta.url))

const at = (figures, share) => [...figures].sort((one, other) => one - other)[Math.floor(figures.length * share)]
const median = (figures) => at(figures, 0.5)

/** In another order each time: what ran before leaves its traces in the machine. */
function inTurns (things, round) {
  const entries = Object.entries(things)
  return entries.map((_, place) => entries[(place + round) % entries.length])
}

/** Milliseconds from start to end of a process. */
function lasting (words) {
  const started = process.hrtime.bigint()
  execFileSync(process.execPath, words, { cwd: here })
  return Number(process.hrtime.bigint() - started) / 1e6
}

/** The library as it is installed: one file. */
function starting () {
  const packed = mkdtempSync(path.join(tmpdir(), 'orgwarden-bench-'))
  execFileSync('npm', ['run', '--silent', 'bundle', '--', `--outdir=${packed}`], { cwd: path.join(here, '..') })
  const programs = { node: '', orgwarden: `require(${JSON.stringify(path.join(packed, 'lib/index.js'))})`, openai: "require('openai')" }
  const figures = Object.fromEntries(Object.keys(programs).map((name) => [name, []]))
  for (let round = 0; round < 41; round++) {
    for (const [name, program] of inTurns(programs, round)) figures[name].push(lasting(['-e', program]))
  }
  rmSync(packed, { recursive: true })
  // What a machine does beside it only ever adds: the quick starts say more than the middle one.
  for (const [name, share] of [['fastest', 0], ['quicker quarter', 0.25], ['median', 0.5]]) {
    const [node, ours, theirs] = Object.values(figures).map((list) => at(list, share))
    const over = (one) => (one - node).toFixed(1)
    console.log(`require, ${name}: bare node ${node.toFixed(1)} ms; orgwarden ${over(ours)} ms more (goal at most 10), openai ${over(theirs)} ms more`)
  }
}

function small () {
  const figures = JSON.parse(execFileSync(process.execPath, ['small.mjs'], { cwd: here }))
  for (const [name, microseconds] of Object.entries(figures)) console.log(`${name}: ${microseconds.toFixed(1)} µs a call`)
}

async function listing () {
  const sandbox = spawn(process.execPath, ['../bin/orgwarden.js', 'sandbox', '--seed', `${MEMBERS}x10`, '--listen', '127.0.0.1:0', '--format', 'json'], { cwd: here, stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await once(createInterface({ input: sandbox.stdout }), 'line')
  const { base_url: url, admin_key: key, organization } = JSON.parse(line)
  const figures = { orgwarden: [], 'orgwarden, iterated': [], openai: [] }
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, list] of inTurns(figures, round)) {
      list.push(JSON.parse(execFileSync(process.execPath, ['list.mjs', name, url, key, organization], { cwd: here })))
    }
  }
  sandbox.kill()
  const of = (name, member) => median(figures[name].map((figure) => figure[member]))
  for (const [name, list] of Object.entries(figures)) {
    if (list[0].letters !== figures.openai[0].letters) throw new Error(`${name} has read something else`)
    console.log(`${MEMBERS} members, ${name}: ${of(name, 'cpu').toFixed(0)} ms CPU, ${of(name, 'megabytes').toFixed(0)} MB peak, ${of(name, 'wall').toFixed(0)} ms`)
  }
  for (const name of ['orgwarden', 'orgwarden, iterated']) {
    console.log(`${name}: ${(of('openai', 'cpu') / of(name, 'cpu')).toFixed(1)} times less CPU (goal at least 3), ${(of('openai', 'megabytes') / of(name, 'megabytes')).toFixed(1)} times less memory`)
  }
}

starting()
small()
await listing()
