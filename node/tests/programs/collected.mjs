// Keeps nothing but the organization, and then nothing but the iterator and the job.

import { Sandbox } from '../../index.mjs'

async function collect () {
  for (let turn = 0; turn < 5; turn++) {
    globalThis.gc()
    await new Promise((resolve) => setImmediate(resolve))
  }
}

async function opened () {
  const sandbox = await Sandbox.start({ seed: 'demo' })
  return await sandbox.open()
}

let organization = await opened()
await collect()
const { people } = await organization.members.list({ role: 'owner' })
const plan = await organization.plan.members.remove({ who: ['tom.becker@acme.example'] })
const rows = organization.members({ role: 'owner' })
await collect()
let job = plan.apply()
const events = job[Symbol.asyncIterator]()
job = undefined
organization = undefined
await collect()
for (let event = await events.next(); !event.done; event = await events.next()) await collect()
if ((await rows.toArray()).length !== people.length) throw new Error('rows are missing')
console.log(`${people.length} owners`)
