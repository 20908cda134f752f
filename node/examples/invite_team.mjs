// Invites everybody in a CSV file, and shows how far it is.
//
//   node invite_team.mjs [team.csv] [--sandbox]

import { readFile } from 'node:fs/promises'

import { openOrganization, words } from './organization.mjs'

const file = words[0] ?? new URL('team.csv', import.meta.url)
const organization = await openOrganization()

// Every mistake in the file is named by line and column, before anything is sent.
const rows = await organization.files.readPeople({ text: await readFile(file, 'utf8'), name: 'team.csv' })
const plan = await organization.plan.members.invite(rows)
console.log(`${plan}`)

const job = plan.apply()
// Ctrl-C stops gently; `organization.resume()` continues later.
process.once('SIGINT', () => job.stop())
let done = 0
for await (const event of job) {
  if (event.event === 'done') console.log(`${++done}/${plan.steps.length} ${event.subject}, ${Math.ceil(event.leftSeconds)} s left`)
  if (event.event === 'failed') console.log(`${event.subject}: ${event.error?.message}`)
  if (event.event === 'wait') console.log(`waiting ${Math.ceil(event.seconds)} s for ${event.route}`)
}
const { counts } = await job.result()
console.log(`${counts.done} invited, ${counts.failed} failed, ${counts.notSent} not sent`)
