// Written by `cargo xtask generate`; do not edit.

import orgwarden from './lib/index.js'

export const {
  Organization,
  Plan,
  Job,
  Sandbox,
  OrgwardenError,
  version,
  InvalidError,
  ConfigError,
  AuthenticationError,
  PermissionError,
  NotFoundError,
  ConflictError,
  RejectedError,
  RateLimitedError,
  UnavailableError,
  TransportError,
  OutcomeUnknownError,
  DecodeError,
  GuardError,
  CancelledError,
  StorageError,
  InternalError,
} = orgwarden

export default orgwarden
