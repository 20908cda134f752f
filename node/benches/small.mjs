// Microseconds of a small operation through the door: one call after the other, of which most is waking two threads, as in everything
// that Node waits for (`crypto.randomFill` of a few bytes is here for that); and each of a hundred that are under way together.

import { randomFill } from 'node:crypto'
import { promisify } from 'node:util'

import { Sandbox } from '../index.mjs'

const CALLS = 20_000
const sandbox = await Sandbox.start()
const organization = await sandbox.open()
const bytes = new Uint8Array(16)
const filled = promisify(randomFill)
const TOGETHER = 100
const operations = {
  'crypto.randomFill': () => filled(bytes),
  'journal.list': () => organization.journal.list(),
  'files.readPeople': () => organization.files.readPeople({ text: 'ada@example.com\n' })
}
const figures = {}

async function measured (name, calls, work) {
  for (let count = 0; count < calls / 10; count++) await work()
  const rounds = []
  for (let round = 0; round < 5; round++) {
    const started = process.hrtime.bigint()
    for (let count = 0; count < calls / 5; count++) await work()
    rounds.push(Number(process.hrtime.bigint() - started) / 1000 / (calls / 5))
  }
  figures[name] = Math.min(...rounds)
}

for (const [name, call] of Object.entries(operations)) await measured(`${name}, one after the other`, CALLS, call)
for (const [name, call] of Object.entries(operations)) {
  await measured(`${name}, ${TOGETHER} together`, CALLS / TOGETHER, () => Promise.all(Array.from({ length: TOGETHER }, call)))
  figures[`${name}, ${TOGETHER} together`] /= TOGETHER
}
await sandbox.stop()
console.log(JSON.stringify(figures))
