# Written by `cargo xtask generate`; do not edit.
"""One class of exceptions for each kind of error."""

from __future__ import annotations

from ._error import Error


class InvalidError(Error):
    """The input is not valid; nothing was sent."""

    code = "invalid"


class ConfigError(Error):
    """The configuration is missing something or contradicts itself; nothing was sent."""

    code = "config"


class AuthenticationError(Error):
    """The API does not accept the key (401), or the key belongs to another organization."""

    code = "authentication"


class PermissionError(Error):
    """The key is good but may not do this (403)."""

    code = "permission"


class NotFoundError(Error):
    """The thing is not there (404), or no member matches."""

    code = "not_found"


class ConflictError(Error):
    """The state of the organization forbids it (409)."""

    code = "conflict"


class RejectedError(Error):
    """The API refused the request as it was put (another 4xx)."""

    code = "rejected"


class RateLimitedError(Error):
    """The API asks to wait longer than the caller allows (429)."""

    code = "rate_limited"


class UnavailableError(Error):
    """The API is failing (5xx); the request changed nothing."""

    code = "unavailable"


class TransportError(Error):
    """The API could not be reached; the request changed nothing."""

    code = "transport"


class OutcomeUnknownError(Error):
    """The request may or may not have taken effect. Read the organization before doing anything again."""

    code = "outcome_unknown"


class DecodeError(Error):
    """The API answered something that cannot be understood."""

    code = "decode"


class GuardError(Error):
    """A guard held the change back; nothing was sent."""

    code = "guard"


class CancelledError(Error):
    """The caller stopped it before it was sent."""

    code = "cancelled"


class StorageError(Error):
    """A local file could not be read or written."""

    code = "storage"


class InternalError(Error):
    """A fault of this program."""

    code = "internal"


_CLASSES: dict[str, type[Error]] = {
    "invalid": InvalidError,
    "config": ConfigError,
    "authentication": AuthenticationError,
    "permission": PermissionError,
    "not_found": NotFoundError,
    "conflict": ConflictError,
    "rejected": RejectedError,
    "rate_limited": RateLimitedError,
    "unavailable": UnavailableError,
    "transport": TransportError,
    "outcome_unknown": OutcomeUnknownError,
    "decode": DecodeError,
    "guard": GuardError,
    "cancelled": CancelledError,
    "storage": StorageError,
    "internal": InternalError,
}


def of_failure(text: str) -> Error:
    """The exception of a failure as JSON: the native module calls this."""
    return Error._of_failure(text, _CLASSES)


__all__ = [
    "Error",
    "InvalidError",
    "ConfigError",
    "AuthenticationError",
    "PermissionError",
    "NotFoundError",
    "ConflictError",
    "RejectedError",
    "RateLimitedError",
    "UnavailableError",
    "TransportError",
    "OutcomeUnknownError",
    "DecodeError",
    "GuardError",
    "CancelledError",
    "StorageError",
    "InternalError",
]
