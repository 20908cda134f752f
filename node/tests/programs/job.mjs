// Starts a job and forgets it.

import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { Organization } from '../../index.mjs'

const { BASE_URL: baseUrl, ORGANIZATION: organization, KEY: adminKey } = process.env
const stateDir = mkdtempSync(path.join(tmpdir(), 'orgwarden-test-'))
const open = await Organization.open({ baseUrl, organization, adminKey, stateDir })
const { people } = await open.members.list({ role: 'reader' })
const plan = await open.plan.members.setRole({ who: people.slice(0, Number(process.argv[2])).map(({ id }) => id), role: 'owner' })
plan.apply()
console.log('started')
