// Applies a saved plan whose requirements hold no longer: the whole job fails.

import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { Sandbox } from '../../index.mjs'

const tom = 'tom.becker@acme.example'
const sandbox = await Sandbox.start({ seed: 'demo' })
const organization = await sandbox.open()
const file = path.join(mkdtempSync(path.join(tmpdir(), 'orgwarden-test-')), 'plan.json')
await (await organization.plan.members.setRole({ who: [tom], role: 'owner' })).save(file)
await organization.members.remove({ who: [tom] })
const job = (await organization.openPlan(file)).apply()
if (process.argv[2] === 'seen') {
  try {
    for await (const _ of job);
  } catch (error) {
    console.log(`loop: ${error.code}`)
  }
  console.log(`result: ${await job.result().catch(({ code }) => code)}`)
}
