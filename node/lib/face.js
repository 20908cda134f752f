'use strict'

// The areas of an organization, made of the table of operations.

/** Gives a function the name of its operation, for stacks and for whoever prints it. */
function named (name, call) {
  return Object.defineProperty(call, 'name', { value: name })
}

/**
 * An area with its verbs. `call` makes the function of an operation, or nothing; `rows`, if given, makes the call of the area
 * itself where it has a list.
 */
function areaOf (name, operations, call, rows) {
  const area = operations.list?.rows && rows ? named(name, rows(operations.list)) : {}
  for (const [verb, operation] of Object.entries(operations)) {
    const made = call(operation)
    if (made) Object.defineProperty(area, verb, { value: named(`${name}.${verb}`, made), enumerable: true, configurable: true })
  }
  return area
}

module.exports = { areaOf, named }
