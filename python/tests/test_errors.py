"""Errors name the cause and the next step, and survive the way to another process."""

from __future__ import annotations

import pickle
from datetime import datetime
from pathlib import Path

import pytest

from orgwarden import (
    AuthenticationError,
    CancelledError,
    ConfigError,
    Error,
    InvalidError,
    NotFoundError,
    Organization,
    PermissionError,
    RateLimitedError,
    Sandbox,
)


def test_what_the_api_says_is_told(sandbox: Sandbox) -> None:
    secret = sandbox.control(
        "POST /sandbox/keys", {"owner": "olivia.park@acme.example", "name": "weak", "scopes": []}
    )["secret"]
    with sandbox.open(admin_key=secret) as org, pytest.raises(PermissionError) as caught:
        org.projects.list()
    error = caught.value
    assert (error.code, error.status, error.route) == ("permission", 403, "GET /organization/projects")
    assert error.request_id and error.service_message and error.hint
    assert str(error).startswith(error.message) and error.hint in str(error)
    assert secret not in f"{error!r} {error} {error.to_dict()} {org!r}"
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is PermissionError and again.to_dict() == error.to_dict() and str(again) == str(error)


def test_every_error_is_below_one_class(org: Organization) -> None:
    with pytest.raises(NotFoundError):
        org.members.show("nobody@example.com")
    with pytest.raises(InvalidError, match="there is no operation") as caught:
        org.call("members.lst")
    assert isinstance(caught.value, Error) and caught.value.hint == "Did you mean `members.list`?"
    with pytest.raises(InvalidError, match="`rolle`"):
        org.plan("members.remove", rolle="owner")
    with pytest.raises(InvalidError, match="only reads"):
        org.plan("members.list")


def test_a_limit_that_would_take_too_long_is_told() -> None:
    with Sandbox(seed="demo", limits="1/3600", retry_after="seconds") as sandbox:
        with sandbox.open(max_wait_seconds=1) as org, pytest.raises(RateLimitedError) as caught:
            org.projects.list()
            org.projects.list()
    assert caught.value.retry_after is None or caught.value.retry_after > 1


def test_opening_says_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_ADMIN_KEY", "OPENAI_BASE_URL", "OPENAI_ORG_ID", "ORGWARDEN_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    with pytest.raises(Error) as caught:
        Organization.from_env()
    assert isinstance(caught.value, (ConfigError, AuthenticationError, InvalidError)) and caught.value.hint
    with pytest.raises(InvalidError, match="base_url"):
        Organization(base_url="http://127.0.0.1:1/v1")


def test_the_environment_opens_it(sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("OPENAI_ADMIN_KEY", sandbox.admin_key)
    monkeypatch.setenv("OPENAI_ORG_ID", sandbox.organization)
    monkeypatch.setenv("OPENAI_BASE_URL", sandbox.base_url)
    with Organization.from_env() as org:
        assert org.organization.whoami().organization == sandbox.organization


def test_what_is_closed_says_so(org: Organization) -> None:
    org.close()
    with pytest.raises(CancelledError, match="closed"):
        org.members.list()


def test_a_time_without_a_zone_is_refused(org: Organization) -> None:
    with pytest.raises(InvalidError, match="time zone"):
        org.audit.list(from_=datetime(2026, 1, 1))
    assert org.audit.list(from_=datetime(2026, 1, 1).astimezone()).events is not None


def test_files_that_are_wrong_are_named_by_line_and_column(org: Organization) -> None:
    with pytest.raises(InvalidError, match=r"team\.csv:3:1"):
        org.files.read_people("email\nada@example.com\nno-address\n", name="team.csv")


def test_a_sandbox_refuses_what_it_does_not_know() -> None:
    with pytest.raises(InvalidError, match="250x20"):
        Sandbox(seed="many")
