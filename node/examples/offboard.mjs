// Takes all access of somebody who leaves, and prints the receipt.
//
//   node offboard.mjs [chen.wei@acme.example] [--sandbox]

import { openOrganization, words } from './organization.mjs'

const who = words[0] ?? 'chen.wei@acme.example'
const organization = await openOrganization()

const plan = await organization.plan.members.offboard({ who: [who], reason: 'left the company' })
console.log(`${plan}`)

const { run, held, counts } = await plan.apply().result()
for (const { subject, reason, allow } of held) console.log(`held: ${subject}: ${reason}; to allow it: ${allow}`)

if (counts.done > 0) {
  const receipt = await organization.offboarding.finish({ run })
  for (const { subject, removedAt, lost, keysLeft, stillListed } of receipt.departures) {
    console.log(`${subject} ${stillListed ? 'IS STILL THERE' : 'is gone'} since ${removedAt?.toISOString()}`)
    for (const what of lost) console.log(`  lost ${what}`)
    console.log(`  ${keysLeft.length} keys left in ${receipt.projectsRead} projects`)
  }
}
