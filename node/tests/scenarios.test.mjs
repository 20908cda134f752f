// Plays tests/scenarios/ through the face of this package: what one door does, all do.

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, test } from 'node:test'

import { OrgwardenError, Sandbox } from '../index.mjs'
import { camel, surface } from './helpers.mjs'

const folder = new URL('../../tests/scenarios/', import.meta.url)
const wanted = process.env.SCENARIO ?? ''
const scenarios = readdirSync(folder).filter((name) => name.endsWith('.json')).sort()
  .flatMap((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
  .filter(({ name }) => name.includes(wanted))

// The members of a call that are known here: a scenario that says more must not be half played.
const MEMBERS = new Set(['operation', 'arguments', 'do', 'control', 'body', 'command', 'command_answer', 'exit', 'expect', 'keep'])

/** Puts what was kept in the place of each `${name}`: the value itself where the text is nothing else. */
function fill (value, kept) {
  if (typeof value === 'string') {
    const whole = /^\$\{([^}]*)\}$/.exec(value)
    if (whole) return kept[whole[1]]
    return value.replace(/\$\{([^}]*)\}/g, (text, name) => {
      if (!(name in kept)) return text
      return typeof kept[name] === 'string' ? kept[name] : JSON.stringify(kept[name])
    })
  }
  if (Array.isArray(value)) return value.map((item) => fill(item, kept))
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, fill(member, kept)]))
  return value
}

const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date)

/** A member by the name that it has on the wire. */
const memberOf = (found, name) => Object.hasOwn(found, name) ? found[name] : found[camel(name)]

/** Where a value is not what was expected, and how; undefined if it fits. */
function difference (expected, found, place) {
  found ??= null
  // What other doors show as seconds and numbers is here a Date and exact text.
  if (found instanceof Date) found = found.getTime() / 1000
  if (typeof expected === 'number' && typeof found === 'string') found = Number(found)
  if (isObject(expected) && isObject(found)) {
    for (const [name, member] of Object.entries(expected)) {
      const why = difference(member, memberOf(found, name), `${place}/${name}`)
      if (why) return why
    }
    return undefined
  }
  let fits
  if (Array.isArray(expected) && Array.isArray(found)) {
    if (!expected.includes('…') && expected.length === found.length) {
      for (const [number, item] of expected.entries()) {
        const why = difference(item, found[number], `${place}/${number}`)
        if (why) return why
      }
      return undefined
    }
    fits = listFits(expected, found)
  } else if (typeof expected === 'string' && typeof found === 'string') {
    fits = textFits(expected, found)
  } else {
    fits = expected === found
  }
  return fits ? undefined : `${place} should be ${JSON.stringify(expected, null, 2)}\nand is ${JSON.stringify(found, null, 2)}`
}

function listFits ([first, ...rest], found) {
  if (first === undefined) return found.length === 0
  if (first === '…') return [...found, null].some((_, skipped) => listFits(rest, found.slice(skipped)))
  return found.length > 0 && !difference(first, found[0], '') && listFits(rest, found.slice(1))
}

function textFits (pattern, text) {
  const escape = (part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`^${pattern.split('…').map(escape).join('[^]*')}$`).test(text)
}

function at (pointer, value) {
  const found = pointer.split('/').slice(1).reduce((found, name) => found && (Array.isArray(found) ? found[name] : memberOf(found, name)), value)
  assert.notEqual(found, undefined, `there is no ${pointer} in ${JSON.stringify(value, null, 2)}`)
  return found instanceof Date ? found.getTime() / 1000 : found
}

const isTime = (type) => /\/Timestamp$/.test(type.$ref ?? type.anyOf?.[0].$ref)
const definition = (type) => {
  const found = surface.definitions[/[^/]*$/.exec(type.$ref)[0]]
  return found.$ref ? definition(found) : found
}

/** Arguments as they are written here: camelCase, and Dates where times belong. */
function argumentsOf (operation, given) {
  const known = surface.operations.find(({ name }) => name === operation)
  const { properties = {} } = known ? definition(known.arguments) : {}
  return Object.fromEntries(Object.entries(given).map(([name, value]) => {
    if (name === 'body') return [name, value]
    return [camel(name), isTime(properties[name] ?? {}) && value !== null ? new Date(value * 1000) : named(value)]
  }))
}

function named (value) {
  if (Array.isArray(value)) return value.map(named)
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [camel(name), named(member)]))
}

const isDeclared = (operation) => surface.operations.some(({ name }) => name === operation)

/** The function of an operation: `members.set_role` is `organization.members.setRole`; what cannot be said so is said by name. */
function functionOf (face, operation, byName) {
  const found = operation.split('.').reduce((found, name) => found?.[camel(name)], face)
  if (found === undefined) return byName
  assert.ok(isDeclared(operation))
  return found
}

function planned (organization, operation, given) {
  return functionOf(organization.plan, operation, organization.plan.bind(null, operation))(given)
}

const act = {
  async call (organization, operation, given) {
    const byName = organization.call.bind(organization, operation)
    const { value, requests } = await functionOf(organization, operation, byName)(given).report()
    return { answer: value, requests: requests.total }
  },
  async plan (organization, operation, given) {
    const plan = await planned(organization, operation, given)
    return { answer: plan.toJSON(), text: `${plan}`, requests: plan.requests.total }
  },
  async apply (organization, operation, given) {
    const job = (await planned(organization, operation, given)).apply()
    const events = []
    for await (const { event } of job) events.push(event)
    const answer = await job.result()
    return { answer, events: events.filter((name) => name !== 'wait' && name !== 'retry'), requests: answer.requests.total }
  }
}

/** An error with the names that errors have on the wire. */
const wired = (error) => ({ ...error, kind: error.code, message: error.message })

function compare (expect, outcome, kept) {
  const { answer, error, text, events, requests } = expect
  if (error === undefined) assert.equal(outcome.error, undefined, outcome.error?.stack)
  else assert.ok(outcome.error, `it should fail, and answered ${JSON.stringify(outcome.answer, null, 2)}`)
  const wrong = outcome.error
    ? difference(fill(error, kept), wired(outcome.error), 'error')
    : answer !== undefined && difference(fill(answer, kept), outcome.answer, 'answer')
  assert.ok(!wrong, wrong)
  if (text !== undefined && outcome.text !== undefined) {
    assert.ok(textFits(fill(text, kept).trimEnd(), outcome.text.trimEnd()), `the text should be\n${text}\nand is\n${outcome.text}`)
  }
  if (events !== undefined && outcome.events) {
    assert.ok(listFits(events, outcome.events), `the events should be ${events} and are ${outcome.events}`)
  }
  if (requests !== undefined && outcome.requests !== undefined) assert.equal(outcome.requests, requests, 'requests')
}

async function play (scenario) {
  const sandbox = await Sandbox.start(named(scenario.sandbox))
  try {
    const kept = { organization: sandbox.organization, base_url: sandbox.baseUrl }
    const control = async (call) => {
      const answer = await sandbox.control(fill(call.control, kept), fill(call.body ?? undefined, kept))
      compare(call.expect ?? {}, { answer }, kept)
      return answer
    }
    for (const call of scenario.prepare ?? []) keep(call, await control(call), kept)
    const { key, ...given } = fill(scenario.organization ?? {}, kept)
    const organization = await sandbox.open({ ...named(given), ...(key && { adminKey: key }) })
    for (const [number, call] of scenario.calls.entries()) {
      const unknown = Object.keys(call).filter((name) => !MEMBERS.has(name))
      assert.deepEqual(unknown, [], 'members of a call that this runner does not know')
      try {
        if (call.control) {
          keep(call, await control(call), kept)
          continue
        }
        const given = argumentsOf(call.operation, fill(call.arguments ?? {}, kept))
        const outcome = await act[call.do ?? 'call'](organization, call.operation, given).catch((error) => {
          if (error instanceof OrgwardenError) return { error }
          throw error
        })
        compare(call.expect ?? {}, outcome, kept)
        if (!outcome.error) keep(call, outcome.answer, kept)
      } catch (error) {
        error.message = `call ${number}, ${call.operation ?? call.control}: ${error.message}`
        throw error
      }
    }
  } finally {
    await sandbox.stop()
  }
}

function keep (call, answer, kept) {
  for (const [name, pointer] of Object.entries(call.keep ?? {})) kept[name] = at(pointer, answer)
}

describe('scenarios', { concurrency: 8 }, () => {
  for (const scenario of scenarios) test(scenario.name, () => play(scenario))
})

test('there are scenarios', () => assert.ok(scenarios.length > 0))

test('a difference is found and nothing else', () => {
  for (const [expected, found] of [
    [{ a: 1, b: null }, { a: 1.0, c: 2 }], [{ a_b: 1 }, { aB: 1 }], [['…', { a: 1 }], [3, { a: 1, b: 2 }]], [['a', '…'], ['a']],
    ['a…c…', 'abcd'], ['…', ''], ['a…b…b', 'abb'], [1000, new Date(1000000)], [1.5, '1.5']
  ]) assert.equal(difference(expected, found, ''), undefined)
  for (const [expected, found] of [
    [{ a: 1 }, { a: 2 }], [{ a: {} }, {}], [{ a: null }, { a: 1 }], [[1], [1, 2]], [['…', 1], [1, 2]], ['a…c', 'abcd'], ['a…b…b', 'ab'],
    ['ab…ba', 'aba'], [false, null], [1, new Date(1)]
  ]) assert.ok(difference(expected, found, ''), JSON.stringify([expected, found]))
})
