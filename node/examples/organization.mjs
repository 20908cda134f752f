// What the examples share: your organization, or with `--sandbox` one in this process, to try them without risk.

import { Organization, Sandbox } from 'orgwarden'

/** The words of the command, without flags. */
export const words = process.argv.slice(2).filter((word) => !word.startsWith('--'))

/** Opens the organization that the default profile or the environment names. */
export async function openOrganization () {
  if (!process.argv.includes('--sandbox')) return await Organization.open()
  const sandbox = await Sandbox.start({ seed: 'demo' })
  process.once('beforeExit', () => sandbox.stop())
  return await sandbox.open()
}
