"""Requests that follow from each other: what is made can be read and listed, what is unmade is gone."""

import json
from collections import Counter

import hypothesis
import pytest
import schemathesis
from schemathesis.core.failures import Failure, FailureGroup
from schemathesis.core.parameters import ParameterLocation as Location
from schemathesis.transport.prepare import prepare_path

import links
import official
from checks import SEQUENCE_CHECKS
from examiner import EXAMPLES, SEED, load_schema


#: So many times a kind of thing is tried until it was seen there and gone.
ATTEMPTS = 8


def run(schema, examiner, model, scenarios, steps, seed=SEED):
    """Runs sequences; each begins in a new organization."""
    found: list[str] = []

    class Machine(schema.as_state_machine()):
        def setup(self):
            examiner.organization.renew()
            examiner.organization.furnish()
            examiner.ledger.sequences += 1
            self.model = model()
            self.linked = {}
            self.number = 0

        def step(self, input):
            self.linked = {
                name: input.case.path_parameters[name]
                for location, name in input.applied_parameters
                if location == Location.PATH
            }
            try:
                return super().step(input)
            except (Exception, FailureGroup) as problem:
                found.append("\n".join([str(problem), "The whole sequence:", *self.story()]))
                raise

        def call(self, case, **_):
            examiner.ledger.steps += 1
            self.number += 1
            response = examiner.ask(case, self.number, self.linked)
            if response.status_code == 200 and case.method != "GET":
                examiner.organization.lists.clear()
            return response

        def validate_response(self, response, case, **_):
            case.validate_response(response, checks=SEQUENCE_CHECKS, recorder=self.recorder)
            if response.status_code == 200 or case.method == "GET":
                self.model.follow(case, response)
            examiner.ledger.note_valid(case.operation.label, response.status_code)

        def story(self):
            """What was asked and answered in this sequence."""
            for case in self.recorder.find_all_cases():
                answer = self.recorder.find_response(case_id=case.id)
                yield f"{case.method} {case.formatted_path} {case.query or ''} {case.body or ''}"
                yield f"    {answer.status_code} {answer.text[:300]}" if answer is not None else "    no answer"

    settings = hypothesis.settings(
        max_examples=scenarios,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        phases=[hypothesis.Phase.generate],
        suppress_health_check=list(hypothesis.HealthCheck),
    )
    try:
        hypothesis.seed(seed)(Machine).run(settings=settings)
    finally:
        if found:
            # Rather than what becomes of it when the sequence is run again, with other identifiers.
            pytest.fail(found[0], pytrace=False)


class Nothing:
    """No expectation of its own."""

    def follow(self, case, response):
        pass


def is_whole(case, page):
    """Whether a page shows everything. One of none, which some lists allow, cannot say that it goes on."""
    return not page["has_more"] and not case.query.keys() & {"after", "before"} and str(case.query.get("limit")) != "0"


class Life:
    """What must be there after all that was done to a collection."""

    def __init__(self, expectations: Counter[str]):
        #: What was expected of answers, by kind.
        self.expectations = expectations
        #: The items by their path, as they were last answered.
        self.there: dict[str, dict] = {}
        self.gone: set[str] = set()

    def follow(self, case: schemathesis.Case, response: schemathesis.Response) -> None:
        path = prepare_path(case.path, case.path_parameters)
        answer = json.loads(response.content)
        if case.path.endswith("}"):
            self.follow_item(case, path, response.status_code, answer)
        elif case.method == "POST":
            self.there[f"{path}/{links.read(links.place('post', case.path), answer)}"] = answer
            self.gone -= self.there.keys()
        elif response.status_code == 200 and is_whole(case, answer):
            place = links.place("get", case.path)
            self.follow_list(case, path, {f"{path}/{links.read(place, item)}" for item in answer["data"]})

    def follow_item(self, case, path, status, answer):
        if case.method == "DELETE":
            self.there.pop(path, None)
            self.gone.add(path)
        elif case.method == "POST":
            self.there[path] = answer
        elif case.query:
            # Asks for more than was answered before, or for another kind of thing.
            return
        elif path in self.gone:
            self.expect("gone", case, status == 404, f"{path} was deleted and is answered with {status}")
        elif path in self.there:
            self.expect("there", case, status == 200, f"{path} is there and is answered with {status}")
            before = self.there[path]
            differing = [name for name in answer.keys() & before.keys() if answer[name] != before[name]]
            self.expect("the same", case, not differing, f"{path} reads otherwise than it was answered: {differing}")

    def follow_list(self, case, path, listed):
        there, gone = ({item for item in items if item.rpartition("/")[0] == path} for items in (self.there, self.gone))
        if there:
            self.expect("listed", case, there <= listed, f"not listed: {there - listed}")
        if gone:
            self.expect("not listed", case, not listed & gone, f"deleted and still listed: {listed & gone}")

    def expect(self, kind, case, holds, message):
        self.expectations[kind] += 1
        if not holds:
            raise Failure(operation=case.operation.label, title="A sequence does not hold together", message=message)


@pytest.mark.parametrize("collection, item", list(links.lives(official.document())))
def test_life(collection, item, examiner):
    """Made, read, listed, changed, deleted, gone: each kind of thing by itself, along our links only."""
    family = load_schema().include(path=[collection, item])
    family.config.phases.stateful.inference.algorithms = []
    expectations = Counter()
    for attempt in range(ATTEMPTS):
        run(family, examiner, lambda: Life(expectations), scenarios=EXAMPLES // 3 + 1, steps=10, seed=SEED + attempt)
        if expectations["there"] and expectations["gone"]:
            break
    assert expectations["there"] and expectations["gone"], f"nothing was expected: {expectations}"
    examiner.ledger.expectations += expectations


def test_wandering(examiner):
    """From anything to anything, along our links and those that the library infers."""
    # What the log says leads nowhere in particular, but to everything.
    schema = load_schema().exclude(path="/organization/audit_logs")
    run(schema, examiner, Nothing, scenarios=2 * EXAMPLES, steps=25)
