// What the READMEs show in JavaScript, run as it stands there.

import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'

import { demo, here, run } from './helpers.mjs'

// Inside the package, so that it can be imported by its name.
const built = path.join(here, 'types/built')

for (const file of ['../README.md', '../../README.md']) {
  test(`the JavaScript of ${file} runs`, async (t) => {
    const text = await readFile(new URL(file, import.meta.url), 'utf8')
    const blocks = [...text.matchAll(/^```js\n(.*?)^```$/gms)].map(([, block]) => block)
    assert.ok(blocks.length > 0)
    await mkdir(built, { recursive: true })
    const home = await mkdtemp(path.join(tmpdir(), 'orgwarden-test-'))
    t.after(() => rm(home, { recursive: true }))
    for (const [number, block] of blocks.entries()) {
      const { sandbox } = await demo(t)
      const opening = block.includes('const organization') ? '' : "const organization = await (await import('orgwarden')).Organization.open()\n"
      const program = path.join(built, `readme-${number}.mjs`)
      await writeFile(program, opening + block)
      const env = {
        ...process.env,
        HOME: home,
        OPENAI_ADMIN_KEY: sandbox.adminKey,
        OPENAI_ORG_ID: sandbox.organization,
        OPENAI_BASE_URL: sandbox.baseUrl
      }
      const { code, errors } = await run(program, [], { env, cwd: home })
      assert.equal(code, 0, `${block}\n${errors}`)
    }
  })
}
