// Written by `cargo xtask generate`; do not edit.
'use strict'

const { OrgwardenError } = require('../lib/error.js')

const classes = {
  /** The input is not valid; nothing was sent. */
  InvalidError: class InvalidError extends OrgwardenError {},
  /** The configuration is missing something or contradicts itself; nothing was sent. */
  ConfigError: class ConfigError extends OrgwardenError {},
  /** The API does not accept the key (401), or the key belongs to another organization. */
  AuthenticationError: class AuthenticationError extends OrgwardenError {},
  /** The key is good but may not do this (403). */
  PermissionError: class PermissionError extends OrgwardenError {},
  /** The thing is not there (404), or no member matches. */
  NotFoundError: class NotFoundError extends OrgwardenError {},
  /** The state of the organization forbids it (409). */
  ConflictError: class ConflictError extends OrgwardenError {},
  /** The API refused the request as it was put (another 4xx). */
  RejectedError: class RejectedError extends OrgwardenError {},
  /** The API asks to wait longer than the caller allows (429). */
  RateLimitedError: class RateLimitedError extends OrgwardenError {},
  /** The API is failing (5xx); the request changed nothing. */
  UnavailableError: class UnavailableError extends OrgwardenError {},
  /** The API could not be reached; the request changed nothing. */
  TransportError: class TransportError extends OrgwardenError {},
  /** The request may or may not have taken effect. Read the organization before doing anything again. */
  OutcomeUnknownError: class OutcomeUnknownError extends OrgwardenError {},
  /** The API answered something that cannot be understood. */
  DecodeError: class DecodeError extends OrgwardenError {},
  /** A guard held the change back; nothing was sent. */
  GuardError: class GuardError extends OrgwardenError {},
  /** The caller stopped it before it was sent. */
  CancelledError: class CancelledError extends OrgwardenError {},
  /** A local file could not be read or written. */
  StorageError: class StorageError extends OrgwardenError {},
  /** A fault of this program. */
  InternalError: class InternalError extends OrgwardenError {},
}

for (const [name, Class] of Object.entries(classes)) {
  Object.defineProperty(Class.prototype, 'name', { value: name, configurable: true, writable: true })
}

const kinds = {
  invalid: classes.InvalidError,
  config: classes.ConfigError,
  authentication: classes.AuthenticationError,
  permission: classes.PermissionError,
  not_found: classes.NotFoundError,
  conflict: classes.ConflictError,
  rejected: classes.RejectedError,
  rate_limited: classes.RateLimitedError,
  unavailable: classes.UnavailableError,
  transport: classes.TransportError,
  outcome_unknown: classes.OutcomeUnknownError,
  decode: classes.DecodeError,
  guard: classes.GuardError,
  cancelled: classes.CancelledError,
  storage: classes.StorageError,
  internal: classes.InternalError,
}

module.exports = { classes, kinds }
