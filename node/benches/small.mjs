// Microseconds of a small operation through the door, one call after the other.

import { Sandbox } from '../index.mjs'

const CALLS = 20_000
const sandbox = await Sandbox.start()
const organization = await sandbox.open()
const operations = {
  'journal.list': () => organization.journal.list(),
  'files.readPeople': () => organization.files.readPeople({ text: 'ada@example.com\n' })
}
const figures = {}
for (const [name, call] of Object.entries(operations)) {
  for (let count = 0; count < CALLS / 10; count++) await call()
  const rounds = []
  for (let round = 0; round < 5; round++) {
    const started = process.hrtime.bigint()
    for (let count = 0; count < CALLS / 5; count++) await call()
    rounds.push(Number(process.hrtime.bigint() - started) / 1000 / (CALLS / 5))
  }
  figures[name] = Math.min(...rounds)
}
await sandbox.stop()
console.log(JSON.stringify(figures))
