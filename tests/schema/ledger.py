"""What was asked and answered in a whole run, and the sums that are printed at its end."""

from collections import Counter

import official


class Ledger:
    """Requests by operation and status, and the successes whose body fits its schema."""

    def __init__(self) -> None:
        self.answers: Counter[tuple[str, int]] = Counter()
        self.validated: Counter[str] = Counter()
        self.scenarios = 0
        self.steps = 0

    def note(self, label: str, status: int) -> None:
        self.answers[label, status] += 1

    def note_valid(self, label: str, status: int) -> None:
        if status == 200:
            self.validated[label] += 1

    @property
    def missing(self) -> list[str]:
        """The operations of the file without a single valid success."""
        return [label for label in official.operations() if not self.validated[label]]

    def lines(self) -> list[str]:
        operations = official.operations()
        statuses = Counter()
        for (_, status), count in self.answers.items():
            statuses[status] += count
        spread = ", ".join(f"{count} × {status}" for status, count in sorted(statuses.items()))
        return [
            f"official schema: {len(operations)} operations in the file, {len(operations) - len(self.missing)} answered 200"
            " with a valid body",
            f"official schema: {self.answers.total()} requests ({spread}), {self.validated.total()} valid successes,"
            f" {self.steps} of the requests in {self.scenarios} sequences",
        ]
