"""What the tests share: a sandbox with people in it, and organizations open on it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from orgwarden import Organization, Sandbox


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(seed="demo") as sandbox:
        yield sandbox


@pytest.fixture
def org(sandbox: Sandbox) -> Iterator[Organization]:
    with sandbox.open() as org:
        yield org
