"""The sums, after everything else (`conftest.py` puts this file last): the whole file, no less."""

import additions
import checks
import official
from additions import Operation


def test_every_operation_was_answered_with_a_valid_success(ledger):
    assert len(official.operations()) >= 119, "the file has fewer operations than it had"
    assert not ledger.missing, f"never answered 200 with a body that fits its schema: {', '.join(ledger.missing)}"


def test_every_addition_was_needed(ledger):
    """A line of the table that nothing needs would let in what nobody has reported."""
    operations = [
        Operation(verb, path, definition)
        for path, item in official.document()["paths"].items()
        for verb, definition in item.items()
    ]
    for status, applies, _, reason in additions.STATUSES:
        labels = [operation.label for operation in operations if applies(operation)]
        assert any(ledger.answers[label, int(status)] for label in labels), f"{status}: {reason}"


def test_every_reason_for_a_refusal_was_needed():
    """A line that nothing needs would excuse a defect."""
    unused = [f"{where}: {words}" for where, words, _ in checks.REFUSALS if (where, words, _) not in checks.USED]
    assert not unused, f"not needed: {', '.join(unused)}"


def test_sequences_came_to_something(ledger):
    assert ledger.expectations.keys() == {"there", "the same", "listed", "gone", "not listed"}
