'use strict'

// What every call has in common: failures that become errors, and signals.

const { OrgwardenError } = require('./error.js')
const { kinds } = require('../generated/errors.js')
const kernel = require('./native.js')

/** The error of a failure. Its stack is that of whoever awaits the call; only where nobody does, our own lines are left. */
function errorOf (failure) {
  const Kind = kinds[failure.kind] ?? OrgwardenError
  const error = new Kind(failure)
  const [head, ...frames] = error.stack.split('\n    at ')
  const theirs = frames.filter((frame) => !frame.includes(__dirname) && !frame.includes('(node:internal'))
  if (theirs.length > 0) error.stack = [head, ...theirs].join('\n    at ')
  return error
}

/** A value that the kernel answered; throws if it is a failure. */
function valueOf (outcome) {
  if (outcome !== null && typeof outcome === 'object' && typeof outcome.failure === 'string') {
    throw errorOf(JSON.parse(outcome.failure))
  }
  return outcome
}

/** Input that is refused before the kernel sees it. */
function invalid (message, hint) {
  return errorOf({ kind: 'invalid', message, hint })
}

function signalOf (options) {
  const signal = options?.signal ?? undefined
  if (signal !== undefined && typeof signal.addEventListener !== 'function') throw invalid('`signal` is not an AbortSignal')
  return signal
}

const watched = new WeakMap()

/**
 * Calls back when a signal is aborted, unless what is returned was called before. A signal has one listener of ours, however many calls
 * it was given to, and none when they are over: some live as long as the process.
 */
function onAbort (signal, callback) {
  let entry = watched.get(signal)
  if (entry === undefined) {
    const callbacks = new Set()
    entry = { callbacks, listener: () => callbacks.forEach((callback) => callback()) }
    watched.set(signal, entry)
    signal.addEventListener('abort', entry.listener, { once: true })
  }
  entry.callbacks.add(callback)
  return () => {
    entry.callbacks.delete(callback)
    if (entry.callbacks.size > 0 || watched.get(signal) !== entry) return
    watched.delete(signal)
    signal.removeEventListener('abort', entry.listener)
  }
}

/**
 * Begins something in the kernel and promises its value. `begin` gets what cancels it, which the signal of the options does;
 * the promise is then rejected with the signal's reason.
 */
function started (begin, options) {
  try {
    const signal = signalOf(options)
    if (signal === undefined) return begin(undefined).then(valueOf)
    if (signal.aborted) return Promise.reject(signal.reason)
    const cancellation = new kernel.native.Cancellation()
    const begun = begin(cancellation)
    const forget = onAbort(signal, () => cancellation.cancel())
    return begun.finally(forget).then(valueOf).catch((error) => {
      throw signal.aborted && error.code === 'cancelled' ? signal.reason : error
    })
  } catch (error) {
    return Promise.reject(error)
  }
}

/** Waits for something that goes on by itself; a signal ends the waiting only. */
async function awaited (promise, options) {
  const signal = signalOf(options)
  if (signal === undefined) return await promise
  signal.throwIfAborted()
  let forget
  const abort = new Promise((resolve, reject) => { forget = onAbort(signal, () => reject(signal.reason)) })
  try {
    return await Promise.race([promise, abort])
  } finally {
    forget()
  }
}

/** A promise of an answer that can also tell which requests it took. */
class Answer extends Promise {
  #report

  constructor (report) {
    super((resolve) => resolve())
    this.#report = report
  }

  /** The answer with the requests that it took. */
  report () {
    return this.#report
  }

  then (fulfilled, rejected) {
    return this.#report.then(({ value }) => value).then(fulfilled, rejected)
  }

  // What `then` makes is a promise like any other.
  static get [Symbol.species] () {
    return Promise
  }
}

/** The rows of a list, read when somebody asks for them; each iteration reads anew. */
class Rows {
  #fetch

  /** `fetch` promises an iterator of the rows. */
  constructor (fetch) {
    this.#fetch = fetch
  }

  [Symbol.asyncIterator] () {
    let rows
    return {
      next: async () => {
        rows ??= await this.#fetch()
        return rows.next()
      },
      return: async () => {
        rows = [].values()
        return { done: true, value: undefined }
      }
    }
  }

  /** All of them. */
  async toArray () {
    return Array.from(await this.#fetch())
  }
}

module.exports = { Answer, Rows, awaited, errorOf, invalid, onAbort, signalOf, started, valueOf }
