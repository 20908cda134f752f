// The types, by a strict compiler; and what it makes of them runs.

import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import path from 'node:path'
import { test } from 'node:test'

import { here, run } from './helpers.mjs'

test('usage and examples are typed strictly, and run', async () => {
  const compiler = path.join(path.dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc')
  const { code, output } = await run(compiler, ['--project', path.join(here, 'types')])
  assert.equal(code, 0, output)
  const usage = await run(path.join(here, 'types/built/tests/types/usage.mjs'))
  assert.deepEqual([usage.code, usage.output], [0, 'good\n'], usage.errors)
})
