// Plans the removal of people, shows what the guards hold, and saves the plan for somebody else to look at and apply.
//
//   node plan_and_hold.mjs [plan.json] [--sandbox]

import { GuardError } from 'orgwarden'

import { openOrganization, words } from './organization.mjs'

const file = words[0] ?? 'plan.json'
const organization = await openOrganization()

// One of the two owners may not go: somebody else must be made owner first.
const plan = await organization.plan.members.remove({ who: ['marcus.reyes@acme.example', 'tom.becker@acme.example'] })
console.log(`${plan}`)
for (const { subject, guard, reason } of plan.held) console.log(`${subject} is held by ${guard}: ${reason}`)

await plan.save(file)
console.log(`saved as ${file}; what is held stays held`)

// Later, in another program:
const saved = await organization.openPlan(file)
try {
  const { counts } = await saved.apply().result()
  console.log(`${counts.done} removed, ${saved.held.length} held`)
} catch (error) {
  if (!(error instanceof GuardError)) throw error
  console.log(`${error.message}\n${error.hint}`)
}
