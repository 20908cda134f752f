// Lists everybody, keeps them, and reads e-mail and role of each.

const [who, url, key, organization] = process.argv.slice(2)

async function ours (read) {
  const { Organization } = await import('../index.mjs')
  const { mkdtempSync, rmSync } = await import('node:fs')
  const stateDir = mkdtempSync('/tmp/orgwarden-bench-')
  process.on('exit', () => rmSync(stateDir, { recursive: true }))
  const open = await Organization.open({ baseUrl: url, adminKey: key, organization, stateDir })
  return await read(open)
}

const readers = {
  orgwarden: () => ours(async (open) => (await open.members.list()).people),
  'orgwarden, iterated': () => ours(async (open) => {
    const people = []
    for await (const person of open.members()) people.push(person)
    return people
  }),
  async openai () {
    const { default: OpenAI } = await import('openai')
    const client = new OpenAI({ baseURL: url, adminAPIKey: key, apiKey: 'sk-none' })
    const people = []
    for await (const user of client.admin.organization.users.list({ limit: 100 })) people.push(user)
    return people
  }
}

const started = process.hrtime.bigint()
const people = await readers[who]()
let letters = 0
for (const { email, role, status } of people) if ((status ?? 'member') === 'member') letters += email.length + role.length
const { user, system } = process.cpuUsage()
console.log(JSON.stringify({
  people: people.length,
  letters,
  cpu: (user + system) / 1000,
  megabytes: process.resourceUsage().maxRSS / 1024,
  wall: Number(process.hrtime.bigint() - started) / 1e6
}))
