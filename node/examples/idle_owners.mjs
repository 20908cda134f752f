// Lists the owners none of whose keys was used for 90 days.
//
//   node idle_owners.mjs [days] [--sandbox]

import { openOrganization, words } from './organization.mjs'

const idleDays = Number(words[0] ?? 90)
const organization = await openOrganization()

let count = 0
for await (const { email, name, lastUsedAt } of organization.members({ role: 'owner', idleDays })) {
  console.log(`${email ?? name}: ${lastUsedAt ? `last used on ${lastUsedAt.toISOString().slice(0, 10)}` : 'never used'}`)
  count++
}
console.log(`${count} without use in ${idleDays} days`)
