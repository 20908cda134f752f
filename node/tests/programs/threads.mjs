// Threads that work, and threads that are ended while calls and jobs of theirs are under way.

import { fileURLToPath } from 'node:url'
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads'

import { Organization, Sandbox } from '../../index.mjs'

if (isMainThread) {
  const sandbox = await Sandbox.start({ seed: '30x2', faults: ['slow=20ms:*:0.5'] })
  const start = (what) => new Worker(fileURLToPath(import.meta.url), {
    workerData: { what, baseUrl: sandbox.baseUrl, organization: sandbox.organization, adminKey: sandbox.adminKey }
  })
  const message = (worker) => new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
  const answers = await Promise.all(Array.from({ length: 4 }, () => message(start('answer'))))
  console.log(`answered by ${answers.filter((count) => count > 20).length}`)
  let ended = 0
  for (const what of ['calls', 'job', 'cancelled']) {
    const workers = Array.from({ length: 4 }, () => start(what))
    await Promise.all(workers.map(async (worker) => {
      await message(worker)
      await worker.terminate()
      ended++
    }))
  }
  console.log(`ended ${ended}`)
  const organization = await sandbox.open()
  await organization.members.list()
  await sandbox.stop()
  console.log('still here')
} else {
  const { what, ...given } = workerData
  const { mkdtempSync } = await import('node:fs')
  const { tmpdir } = await import('node:os')
  const stateDir = mkdtempSync(`${tmpdir()}/orgwarden-test-`)
  const organization = await Organization.open({ ...given, stateDir })
  const { people } = await organization.members.list()
  if (what === 'answer') parentPort.postMessage(people.length)
  if (what === 'calls') {
    for (let count = 0; count < 20; count++) organization.members.list({ withProjects: true }).catch(() => {})
    parentPort.postMessage('begun')
  }
  if (what === 'job') {
    const readers = people.filter(({ role }) => role === 'reader').slice(0, 10)
    const plan = await organization.plan.members.setRole({ who: readers.map(({ id }) => id), role: 'owner' })
    plan.apply().result().catch(() => {})
    parentPort.postMessage('begun')
  }
  if (what === 'cancelled') {
    const controller = new AbortController()
    for (let count = 0; count < 20; count++) organization.members.list({}, { signal: controller.signal }).catch(() => {})
    controller.abort()
    parentPort.postMessage('begun')
  }
  if (what !== 'answer') setInterval(() => {}, 1000)
}
