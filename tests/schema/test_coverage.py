"""The sum, after everything else (`conftest.py` puts this file last): the whole file, no less."""

import official


def test_every_operation_was_answered_with_a_valid_success(ledger):
    assert len(official.operations()) >= 119, "the file has fewer operations than it had"
    assert not ledger.missing, f"never answered 200 with a body that fits its schema: {', '.join(ledger.missing)}"
