// Cancels 1,000 calls of which the answer would take a minute, and tells what is left of another 1,000.

import { getEventListeners } from 'node:events'

import { Sandbox } from '../../index.mjs'

const sandbox = await Sandbox.start({ seed: 'demo', faults: ['slow=60s:GET /organization/users:1'] })
const organization = await sandbox.open()
const lasting = new AbortController()

async function cancelled (count) {
  const shared = new AbortController()
  const calls = Array.from({ length: count }, async (_, number) => {
    const controller = new AbortController()
    const signal = AbortSignal.any([controller.signal, lasting.signal])
    const call = organization.members.list({}, { signal: [signal, controller.signal, shared.signal][number % 3] })
    setImmediate(() => controller.abort())
    await call.then(() => { throw new Error('it should have been cancelled') }, (error) => {
      if (error.name !== 'AbortError') throw error
    })
  })
  setImmediate(() => shared.abort())
  await Promise.all(calls)
}

async function settled () {
  for (let turn = 0; turn < 5; turn++) {
    globalThis.gc()
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { memory: process.memoryUsage().rss, handles: process.getActiveResourcesInfo().length }
}

await cancelled(1000)
const before = await settled()
await cancelled(1000)
const after = await settled()
// It still answers: nothing that a call needs was lost with those that were cancelled.
await sandbox.setFaults([])
const { people } = await organization.members.list()
if (people.length < 5) throw new Error('nobody is there')
await sandbox.stop()
console.log(JSON.stringify({
  handles: after.handles - before.handles,
  megabytes: (after.memory - before.memory) / 2 ** 20,
  listeners: getEventListeners(lasting.signal, 'abort').length
}))
