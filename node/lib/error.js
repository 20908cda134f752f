'use strict'

/** What went wrong, with its cause and the next step. Each kind has a class of its own. */
class OrgwardenError extends Error {
  constructor (failure) {
    super(failure.message)
    this.code = failure.kind
    this.hint = failure.hint ?? null
    this.status = failure.service?.status ?? null
    this.service = failure.service ?? null
    this.requestId = failure.request_id ?? null
    this.route = failure.route ?? null
    this.retryAfterSeconds = failure.retry_after_seconds ?? null
  }
}
Object.defineProperty(OrgwardenError.prototype, 'name', { value: 'OrgwardenError', configurable: true, writable: true })

module.exports = { OrgwardenError }
