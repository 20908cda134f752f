"""What all errors have in common. The classes are generated, in `_errors.py`."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any


class Error(Exception):
    """A failure, with its cause and the next step. Every kind of failure has a class of its own below this one."""

    code: str = "internal"
    """The kind of failure, stable: `not_found`."""
    message: str
    """What happened, in one line for people."""
    hint: str | None
    """The next step to take, where there is one."""
    route: str | None
    """Method and route of the request, where there was one: `POST /organization/invites`."""
    status: int | None
    """The HTTP status, where the API answered."""
    service_code: str | None
    """The API's own code of the error, where it gave one."""
    service_message: str | None
    """The API's own words."""
    request_id: str | None
    """The `x-request-id` of the answer: what OpenAI's support asks for."""
    retry_after: float | None
    """How many seconds the API asks to wait."""

    _details: dict[str, Any]

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        self._fill({"message": message, "hint": hint})

    def _fill(self, details: dict[str, Any]) -> None:
        self._details = details
        service = details.get("service") or {}
        self.message = details["message"]
        self.hint = details.get("hint")
        self.route = details.get("route")
        self.status = service.get("status")
        self.service_code = service.get("code")
        self.service_message = service.get("message")
        self.request_id = details.get("request_id")
        self.retry_after = details.get("retry_after_seconds")
        self.args = (self.message,)

    def __str__(self) -> str:
        return self.message if self.hint is None else f"{self.message}\n  {self.hint}"

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (type(self), self._details)

    def to_dict(self) -> dict[str, Any]:
        """As the command line writes it: `kind`, `message`, `hint`, `route`, `service`, `request_id`, `retry_after_seconds`."""
        names = ("hint", "route", "service", "request_id", "retry_after_seconds")
        return {"kind": self.code, "message": self.message, **{name: self._details.get(name) for name in names}}

    @staticmethod
    def _of_failure(text: str, classes: Mapping[str, type[Error]]) -> Error:
        import json

        details = json.loads(text)
        return _restored(classes.get(details.get("kind"), Error), details)


def _restored(kind: type[Error], details: dict[str, Any]) -> Error:
    error = kind(details.get("message", "a failure without a message"))
    error._fill({**details, "message": error.message})
    return error
