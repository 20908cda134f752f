'use strict'

const { awaited, onAbort, signalOf, valueOf } = require('./call.js')
const { Event, DOLLARS } = require('../generated/shapes.js')
const { exact } = require('./wire.js')

/** A plan that is being applied. It goes on by itself, whoever looks at it, and keeps the process alive until it is over. */
class Job {
  #native
  #ended
  #isWatched = false

  /** Jobs are started by `plan.apply` and `organization.resume`. */
  constructor (native, ended, options) {
    this.#native = native
    this.#ended = ended
    const signal = signalOf(options)
    if (signal?.aborted) native.stop()
    const forget = signal && onAbort(signal, () => native.stop())
    ended.finally(forget).catch((error) => {
      // Whoever asks for events or the end is told there; else it is an unhandled rejection like any other.
      if (!this.#isWatched) throw error
    })
  }

  /** Its events, each told once. Leaving the loop does not stop the job; a failure of the whole job ends the loop by throwing it. */
  [Symbol.asyncIterator] () {
    this.#isWatched = true
    return {
      next: async () => {
        const text = valueOf(await this.#native.next())
        if (text !== null) return { done: false, value: Event(exact(text, DOLLARS)) }
        await this.#ended
        return { done: true, value: undefined }
      },
      return: async () => ({ done: true, value: undefined })
    }
  }

  /** Stops it gently: what was sent is still answered and written down, no new step is begun. */
  stop () {
    this.#native.stop()
  }

  /** Its end. A signal ends the waiting, not the job. */
  result (options) {
    this.#isWatched = true
    return awaited(this.#ended, options)
  }

  get isOver () {
    return this.#native.isOver()
  }

  /** Stops it gently, if it is not over, and waits for its end. */
  async [Symbol.asyncDispose ?? Symbol.for('nodejs.asyncDispose')] () {
    this.#isWatched = true
    this.stop()
    await this.#ended.catch(() => {})
  }
}

module.exports = { Job }
