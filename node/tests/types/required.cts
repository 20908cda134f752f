// The same types for CommonJS.

import orgwarden = require('orgwarden')

async function owners (): Promise<string[]> {
  const organization: orgwarden.Organization = await orgwarden.Organization.fromEnv({ maxWaitSeconds: 60 })
  const { people } = await organization.members.list({ role: 'owner' })
  return people.map(({ email, name }) => email ?? name ?? '')
}

export = owners
