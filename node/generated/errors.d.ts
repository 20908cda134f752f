// Written by `cargo xtask generate`; do not edit.

import { OrgwardenError } from '../index.js'

/** The input is not valid; nothing was sent. */
export class InvalidError extends OrgwardenError {
  readonly code: 'invalid'
}

/** The configuration is missing something or contradicts itself; nothing was sent. */
export class ConfigError extends OrgwardenError {
  readonly code: 'config'
}

/** The API does not accept the key (401), or the key belongs to another organization. */
export class AuthenticationError extends OrgwardenError {
  readonly code: 'authentication'
}

/** The key is good but may not do this (403). */
export class PermissionError extends OrgwardenError {
  readonly code: 'permission'
}

/** The thing is not there (404), or no member matches. */
export class NotFoundError extends OrgwardenError {
  readonly code: 'not_found'
}

/** The state of the organization forbids it (409). */
export class ConflictError extends OrgwardenError {
  readonly code: 'conflict'
}

/** The API refused the request as it was put (another 4xx). */
export class RejectedError extends OrgwardenError {
  readonly code: 'rejected'
}

/** The API asks to wait longer than the caller allows (429). */
export class RateLimitedError extends OrgwardenError {
  readonly code: 'rate_limited'
}

/** The API is failing (5xx); the request changed nothing. */
export class UnavailableError extends OrgwardenError {
  readonly code: 'unavailable'
}

/** The API could not be reached; the request changed nothing. */
export class TransportError extends OrgwardenError {
  readonly code: 'transport'
}

/** The request may or may not have taken effect. Read the organization before doing anything again. */
export class OutcomeUnknownError extends OrgwardenError {
  readonly code: 'outcome_unknown'
}

/** The API answered something that cannot be understood. */
export class DecodeError extends OrgwardenError {
  readonly code: 'decode'
}

/** A guard held the change back; nothing was sent. */
export class GuardError extends OrgwardenError {
  readonly code: 'guard'
}

/** The caller stopped it before it was sent. */
export class CancelledError extends OrgwardenError {
  readonly code: 'cancelled'
}

/** A local file could not be read or written. */
export class StorageError extends OrgwardenError {
  readonly code: 'storage'
}

/** A fault of this program. */
export class InternalError extends OrgwardenError {
  readonly code: 'internal'
}
