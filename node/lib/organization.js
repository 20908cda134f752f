'use strict'

const { Answer, Rows, started, valueOf } = require('./call.js')
const { areaOf, named } = require('./face.js')
const { areas, top } = require('../generated/operations.js')
const { DOLLARS, Done, Given } = require('../generated/shapes.js')
const { Job } = require('./job.js')
const kernel = require('./native.js')
const { People } = require('./people.js')
const { Plan } = require('./plan.js')
const { exact, record } = require('./wire.js')

/** Whose answer may be very large: it comes in pieces. */
const MANY = 'members.list'

/** An organization. Its areas (`organization.members`) have the operations; those of `organization.plan` plan them. */
class Organization {
  #native
  #running = new Set()
  #faces = new Map()

  /** Organizations are opened with `open`, `fromEnv` or `sandbox.open`. */
  constructor (handle) {
    if (handle === undefined) throw new TypeError('an organization is opened with Organization.open()')
    this.#native = handle
  }

  /** Opens one. What is left out, profiles and the environment decide. */
  static async open (given = {}) {
    const { adminKey, signal, ...rest } = given
    const text = JSON.stringify(Given(rest))
    const begin = (cancel) => kernel.native.Organization.open(text, adminKey ?? undefined, cancel)
    return new Organization(await started(begin, { signal }))
  }

  /** Opens the one that environment variables name, whatever profiles there are. */
  static async fromEnv (given = {}) {
    return await Organization.open({ ...given, profile: 'environment' })
  }

  /** The areas once more: their operations answer a plan instead of doing something. Called itself, it plans by a declared name. */
  get plan () {
    return this.#once('plan', () => {
      const plan = (name, given, options) => this.#planned(byName(name), given, options)
      for (const [area, operations] of Object.entries(areas)) {
        const changes = areaOf(`plan.${area}`, operations, (operation) => operation.canBePlanned && this.#planning(operation))
        if (Object.keys(changes).length > 0) Object.defineProperty(plan, area, { value: changes, enumerable: true })
      }
      return plan
    })
  }

  /** Runs an operation by its declared name: for programs that learn it when they run. */
  call (name, given, options) {
    const operation = byName(name)
    return new Answer(this.#report(operation, given, options))
  }

  /** Takes up a plan that was saved. */
  async openPlan (path, options) {
    return this.#planOf(await started((cancel) => this.#native.openPlan(String(path), cancel), options))
  }

  /** Continues a run that was cut off, the newest unless one is named. Null: there is nothing to resume. */
  async resume ({ run, retry = false } = {}, options = {}) {
    const job = await started((cancel) => this.#native.resume(run ?? undefined, retry, cancel), options)
    return job === null ? null : this.#follow(job, options)
  }

  /** Ends all waits and reads, stops jobs gently and waits for their ends. Whatever is called afterwards is `cancelled`. */
  async close () {
    this.#native.close()
    await Promise.allSettled(this.#running)
  }

  async [Symbol.asyncDispose ?? Symbol.for('nodejs.asyncDispose')] () {
    await this.close()
  }

  /** What is made when it is first asked for. */
  #once (name, make) {
    let made = this.#faces.get(name)
    if (made === undefined) this.#faces.set(name, (made = make()))
    return made
  }

  #calling (operation) {
    const call = (given, options) => new Answer(this.#report(operation, given, options))
    return call
  }

  #planning (operation) {
    const plan = (given, options) => this.#planned(operation, given, options)
    return plan
  }

  async #planned (operation, given, options) {
    const begin = (cancel) => this.#native.plan(operation.name, written(operation, given), cancel)
    return this.#planOf(await started(begin, options))
  }

  #listing (operation) {
    const rows = (given, options) => new Rows(async () => {
      if (operation.name === MANY) return (await this.#people(given, options)).flat()
      const { value } = await this.#report(operation, given, options)
      return value[operation.rows].values()
    })
    return rows
  }

  async #report (operation, given, options) {
    if (operation.name === MANY) {
      const pieces = await this.#people(given, options)
      return reported({ people: [].concat(...pieces) }, pieces.requests)
    }
    const begin = (cancel) => this.#native.call(operation.name, written(operation, given), cancel)
    const parse = operation.hasDollars ? (text) => exact(text, DOLLARS) : JSON.parse
    // Without a name for the text: it may be large, and is not needed while the answer is read.
    const { value, requests } = parse(await started(begin, options))
    return reported(operation.read(value), requests)
  }

  async #people (given, options) {
    const begin = (cancel) => this.#native.listMembers(written(byName(MANY), given), cancel)
    return new People(await started(begin, options))
  }

  #planOf (handle) {
    return new Plan(handle, (plan, options) => this.#follow(valueOf(this.#native.apply(plan)), options))
  }

  #follow (handle, options) {
    // Asked for at once: a promise that is not settled keeps the process alive.
    const ended = handle.result().then((outcome) => Done(JSON.parse(valueOf(outcome))))
    this.#running.add(ended)
    const end = () => this.#running.delete(ended)
    ended.then(end, end)
    return new Job(handle, ended, options)
  }

  static {
    const define = (name, get) => Object.defineProperty(this.prototype, name, { get, configurable: true })
    for (const [name, operations] of Object.entries(areas)) {
      define(name, function () {
        const make = () => areaOf(name, operations, (one) => this.#calling(one), (list) => this.#listing(list))
        return this.#once(name, make)
      })
    }
    for (const [name, operation] of Object.entries(top)) {
      define(name, function () { return this.#once(name, () => named(name, this.#calling(operation))) })
    }
  }
}

/** What is not declared is left to the kernel, which says what was perhaps meant. */
function byName (name) {
  const all = [...Object.values(areas).flatMap(Object.values), ...Object.values(top)]
  return all.find((operation) => operation.name === name) ?? { name: String(name), write: record({}), read: (value) => value }
}

function reported (value, requests) {
  return { value, requests: { total: requests.total, byRoute: requests.by_route } }
}

/** The arguments of an operation as text. */
function written (operation, given) {
  return JSON.stringify(operation.write(given ?? {}))
}

module.exports = { Organization }
