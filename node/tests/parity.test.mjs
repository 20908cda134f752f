// Every operation and every kind of error of the declared surface has its place here.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

import * as orgwarden from '../index.mjs'
import { camel, demo, require, surface } from './helpers.mjs'

const types = readFileSync(new URL('../generated/operations.d.ts', import.meta.url), 'utf8')

test('every operation can be called, every change can be planned', async (t) => {
  const { organization } = await demo(t)
  for (const { name, can_be_planned: canBePlanned } of surface.operations) {
    const parts = name.split('.').map(camel)
    const of = (face) => parts.reduce((found, part) => found?.[part], face)
    assert.equal(typeof of(organization), 'function', name)
    assert.equal(typeof of(organization.plan), canBePlanned ? 'function' : 'undefined', `plan of ${name}`)
    assert.equal(of(organization).name, parts.join('.'))
    assert.match(types, new RegExp(`^  ${parts.at(-1)}\\(given`, 'm'), `the type of ${name}`)
  }
})

test('nothing is there that is not declared', async (t) => {
  const { organization } = await demo(t)
  const declared = new Set(surface.operations.map(({ name }) => name.split('.').map(camel).join('.')))
  const areas = new Set([...declared].map((name) => name.split('.')[0]))
  for (const area of areas) {
    for (const verb of Object.keys(organization[area])) assert.ok(declared.has(`${area}.${verb}`), `${area}.${verb}`)
  }
  for (const area of Object.keys(organization.plan)) assert.ok(areas.has(area), area)
})

test('every kind of error has a class', () => {
  for (const { code } of surface.errors) {
    const name = `${camel(`_${code}`)}Error`
    assert.ok(orgwarden[name].prototype instanceof orgwarden.OrgwardenError, name)
    assert.equal(orgwarden[name].prototype.name, name)
  }
})

test('import and require give the same', () => {
  const required = require('../lib/index.js')
  const { default: whole, ...named } = orgwarden
  assert.equal(whole, required)
  assert.deepEqual(Object.keys(named).sort(), Object.keys(required).sort())
  for (const name of Object.keys(named)) assert.equal(named[name], required[name], name)
})

test('what is loaded anew, as runners of tests do, works beside the first', async () => {
  const first = require('../lib/index.js')
  for (const file of Object.keys(require.cache)) if (!file.includes('node_modules')) delete require.cache[file]
  const second = require('../lib/index.js')
  assert.notEqual(first.Sandbox, second.Sandbox)
  for (const { Sandbox } of [first, second, first]) {
    const sandbox = await Sandbox.start({ seed: 'demo', signal: new AbortController().signal })
    const organization = await sandbox.open()
    const { people } = await organization.members.list({}, { signal: new AbortController().signal })
    assert.ok(people.length > 5)
    await sandbox.stop()
  }
})

test('every area that has a list can be iterated', async (t) => {
  const { organization } = await demo(t)
  const lists = surface.operations.map(({ name }) => name).filter((name) => name.endsWith('.list')).map((name) => camel(name.split('.')[0]))
  assert.ok(lists.length > 5)
  for (const area of lists) {
    const rows = await organization[area]().toArray()
    const [all] = Object.values(await organization[area].list()).filter(Array.isArray)
    assert.deepEqual(rows, all, area)
  }
})

test('the version is that of the kernel', () => {
  assert.equal(orgwarden.version, require('../package.json').version)
})
