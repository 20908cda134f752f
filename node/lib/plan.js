'use strict'

const { started, valueOf } = require('./call.js')
const { Plan: read, DOLLARS, planMembers } = require('../generated/shapes.js')
const { exact } = require('./wire.js')

/** A plan, not applied yet: what would be done, what is held back, and why. */
class Plan {
  #native
  #apply
  #data

  /** Plans are made by `organization.plan` and `organization.openPlan`. */
  constructor (native, apply) {
    this.#native = native
    this.#apply = apply
  }

  /** The plan as data; its members are those of the plan itself too. */
  toJSON () {
    return (this.#data ??= read(exact(valueOf(this.#native.json()), DOLLARS)))
  }

  /** As the command line shows it. */
  toString () {
    return this.#native.text()
  }

  get markdown () {
    return this.#native.markdown()
  }

  get csv () {
    return this.#native.csv()
  }

  get isEmpty () {
    return this.#native.isEmpty()
  }

  /** Writes it into a file that only its owner may read, for `organization.openPlan` or `orgwarden apply`. */
  async save (path, options) {
    await started((cancel) => this.#native.save(String(path), cancel), options)
  }

  /** Applies it: a job that goes on by itself. Aborting the signal stops it gently. */
  apply (options) {
    return this.#apply(this.#native, options)
  }

  [Symbol.for('nodejs.util.inspect.custom')] () {
    return `Plan {\n${this}}`
  }
}

for (const name of planMembers) {
  Object.defineProperty(Plan.prototype, name, { get () { return this.toJSON()[name] }, configurable: true })
}

module.exports = { Plan }
