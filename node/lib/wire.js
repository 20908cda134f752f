'use strict'

// Between what JavaScript says (camelCase, Date) and what the core reads and writes (snake_case, seconds since 1970). Which
// members there are, and of which type, stands in `generated/`.

const snakes = new Map()

/** `setRole` → `set_role`: every name, without a list of them. */
function snake (name) {
  let found = snakes.get(name)
  if (found === undefined) {
    found = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    // Names of ours are few; what somebody makes up must not fill the memory.
    if (snakes.size < 1000) snakes.set(name, found)
  }
  return found
}

// Writing: functions from a value to what is sent. What has the wrong type is handed on, for the core refuses it in its own words.

/** An object whose members are renamed; `rules` say how some of them are written. What is unknown goes along and is refused. */
function record (rules) {
  return (value) => {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
    const written = {}
    for (const name of Object.keys(value)) {
      const member = value[name]
      written[snake(name)] = Object.hasOwn(rules, name) && member != null ? rules[name](member, name) : member
    }
    return written
  }
}

function listOf (rule) {
  return (value, name) => Array.isArray(value) ? value.map((item) => rule(item, name)) : value
}

function mapOf (rule) {
  return (value, name) => {
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, rule(item, name)]))
  }
}

/** A moment, in seconds. A number is refused: nobody could know whether it means seconds or milliseconds. */
function moment (value, name) {
  if (!(value instanceof Date) || Number.isNaN(value.getTime())) {
    throw require('./call.js').invalid(`\`${name}\` is not a valid Date`, 'Give a Date: `new Date("2026-01-31T09:00:00Z")`.')
  }
  return Math.floor(value.getTime() / 1000)
}

// Reading.

function time (seconds) {
  return seconds == null ? null : new Date(seconds * 1000)
}

/** In place: what was parsed is ours, and of a large list each item can go when it was read. */
function list (read, items) {
  if (items == null) return null
  for (let place = 0; place < items.length; place++) items[place] = read(items[place])
  return items
}

function map (read, members) {
  return members == null ? null : Object.fromEntries(Object.entries(members).map(([key, item]) => [key, read(item)]))
}

function maybe (read, value) {
  return value == null ? null : read(value)
}

/** Adds what the API has said beyond what is known here, under its own names. */
function rest (raw, known, value) {
  for (const name of Object.keys(raw)) {
    if (!known.has(name) && !(name in value)) value[name] = raw[name]
  }
  return value
}

/**
 * Reads JSON in which dollars may stand: their digits are exact, so they become text before a number could round them. `names`: the
 * members that hold dollars. A quotation mark inside a text has a backslash before it, so that only real members are found.
 */
function exact (text, dollars) {
  return JSON.parse(text.replace(dollars, '"$1":"$2"'))
}

module.exports = { exact, list, listOf, map, mapOf, maybe, moment, record, rest, snake, time }
