"""The sum, after everything else (`conftest.py` puts this file last): the whole file, no less."""

import official


def test_every_operation_was_answered_with_a_valid_success(ledger):
    assert len(official.operations()) >= 119, "the file has fewer operations than it had"
    # TEMPORARY, until all routes have landed: `unrouted` goes.
    missing = [label for label in ledger.missing if label not in ledger.unrouted]
    assert not missing, f"never answered 200 with a body that fits its schema: {', '.join(missing)}"
