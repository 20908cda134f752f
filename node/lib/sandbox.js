'use strict'

const fs = require('node:fs')
const { tmpdir } = require('node:os')
const path = require('node:path')

const { started, valueOf } = require('./call.js')
const kernel = require('./native.js')
const { Organization } = require('./organization.js')
const { moment, record } = require('./wire.js')

const optionsOf = record({ clock: (clock, name) => clock instanceof Date ? moment(clock, name) : clock })

/** The sandbox of an organization: it must not be collected, and so stopped, before that. */
const grounds = new WeakMap()

/** A local organization in this process, for tests and for trying things out. It does not keep the process alive. */
class Sandbox {
  #native
  #opened = []

  /** Sandboxes are started with `start`. */
  constructor (handle) {
    if (handle === undefined) throw new TypeError('a sandbox is started with Sandbox.start()')
    this.#native = handle
  }

  /** Starts one. */
  static async start (options = {}) {
    const { signal, ...rest } = options
    const text = JSON.stringify(optionsOf(rest))
    return new Sandbox(await started((cancel) => kernel.native.Sandbox.start(text, cancel), { signal }))
  }

  get baseUrl () {
    return this.#native.baseUrl()
  }

  get organization () {
    return this.#native.organization()
  }

  /** The secret of an admin key of its owner. It opens nothing but this sandbox. */
  get adminKey () {
    return this.#native.adminKey()
  }

  /** Opens the organization, with a journal of its own that ends with the sandbox. */
  async open (given = {}) {
    const stateDir = given.stateDir ?? await fs.promises.mkdtemp(path.join(tmpdir(), 'orgwarden-'))
    const { baseUrl, organization, adminKey } = this
    const opening = Organization.open({ baseUrl, organization, adminKey, ...given, stateDir })
    this.#opened.push({ opening, folder: given.stateDir ? undefined : stateDir })
    const opened = await opening
    grounds.set(opened, this)
    return opened
  }

  /** Asks one of its controls, such as `POST /sandbox/clock`, in the words of the control. */
  async control (request, body, options) {
    const text = body === undefined ? '' : JSON.stringify(body)
    return JSON.parse(await started((cancel) => this.#native.control(request, text, cancel), options) || 'null')
  }

  /** Moves its clock forward; answers what it shows then. */
  async advance (seconds) {
    return await this.#clock({ advance: seconds })
  }

  /** Sets its clock. */
  async setClock (time) {
    return await this.#clock({ set: moment(time, 'time') })
  }

  async #clock (body) {
    const { now } = await this.control('POST /sandbox/clock', body)
    return new Date(now * 1000)
  }

  /** Accepts an invitation, named by id or address, as somebody; answers the member as the API shows it. */
  async accept (invite, as = invite) {
    return await this.control('POST /sandbox/accept', { invite, as })
  }

  /** Starts anew. */
  async reset (seed = 'empty') {
    await this.control('POST /sandbox/reset', { seed })
  }

  /** What goes wrong from now on, such as `500:*:0.02`. */
  async setFaults (faults) {
    await this.control('POST /sandbox/faults', { faults })
  }

  /** How many requests it takes from now on: `off`, `observed` or `7/60`. */
  async setLimits (limits, retryAfter) {
    await this.control('POST /sandbox/limits', { limits, retry_after: retryAfter })
  }

  /** Requests, refusals and faults by route. */
  async counts () {
    return await this.control('GET /sandbox/counts')
  }

  /** Closes what was opened on it, and stops it. */
  async stop () {
    for (const { opening, folder } of this.#opened.splice(0)) {
      await opening.then((organization) => organization.close(), () => {})
      if (folder) await fs.promises.rm(folder, { recursive: true, force: true })
    }
    valueOf(await this.#native.stop())
  }

  async [Symbol.asyncDispose ?? Symbol.for('nodejs.asyncDispose')] () {
    await this.stop()
  }
}

module.exports = { Sandbox }
