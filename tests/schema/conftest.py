"""Starts the sandbox once, and prints the sums at the end."""

import sys
from pathlib import Path

import hypothesis.configuration
import pytest

sys.path.insert(0, str(Path(__file__).parent))

import official  # noqa: E402 (these stand beside this file)
from examiner import Examiner, load_schema  # noqa: E402
from ledger import Ledger  # noqa: E402
from sandbox import Sandbox  # noqa: E402

# What the library keeps for itself; it would put it where we stand.
hypothesis.configuration.set_hypothesis_home_dir(official.ROOT / "target" / "hypothesis")

LEDGER = Ledger()


def pytest_configure():
    if not official.PATH.is_file():
        # Not a failure: the file is OpenAI's and not in this repository.
        missing = f"the official schema is not there: {official.PATH}. Name it: ORGWARDEN_OPENAPI=FILE"
        pytest.exit(f"\n\nSKIPPED, NOTHING WAS COMPARED: {missing}\n", returncode=0)


@pytest.fixture(scope="session")
def ledger():
    return LEDGER


@pytest.fixture(scope="session")
def sandbox():
    with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture(scope="session")
def examiner(sandbox, ledger):
    return Examiner(sandbox, ledger)


@pytest.fixture(scope="session")
def schema():
    """The official file with the additions."""
    return load_schema()


@pytest.fixture(scope="session")
def operations(schema):
    """The operations by their label, as the library sees them."""
    return {result.ok().label: result.ok() for result in schema.get_all_operations()}


def pytest_collection_modifyitems(items):
    items.sort(key=lambda item: item.path.name == "test_coverage.py")


def pytest_terminal_summary(terminalreporter):
    for line in LEDGER.lines():
        terminalreporter.write_line(line)
