'use strict'

// Leaves everything open and has nothing more to do.

const { Sandbox } = require('../..')

async function main () {
  const sandbox = await Sandbox.start({ seed: 'demo' })
  const organization = await sandbox.open()
  const { people } = await organization.members.list({ role: 'owner' })
  const plan = await organization.plan.members.setRole({ who: ['tom.becker@acme.example'], role: 'owner' })
  await plan.apply().result()
  console.log(`${people.length} owners`)
}

main()
