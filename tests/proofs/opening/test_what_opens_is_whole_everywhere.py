"""No document that opens crashes a page or a form: spoilt ones with a right sum go everywhere."""

import json
from pathlib import Path

import pytest

from tests.proofs.conftest import Row

DRIVER = Path(__file__).parent / "whole_driver.py"
IN_CI = 200
PARTS = [("small", n) for n in range(8)] + [("sample", n) for n in range(16)]
IN_A_PART = {"small": 50, "sample": 25}
"""Documents of a part, which takes some two minutes of processor time: 400 of each kind."""


def went(run_script, *arguments):
    return json.loads(run_script(DRIVER, *arguments).splitlines()[-1])


def test_some_hundreds_go_to_some_places_each(run_script):
    found = went(run_script, IN_CI, "careful", "small", "--some", 3, "--windows", 5)
    assert found["failures"] == {}
    assert found["opened"] == IN_CI


def test_a_bank_without_stages_goes_everywhere(run_script):
    """It is allowed, and the bar of stages divided by none of them."""
    found = went(run_script, 3, "careful", "bare")
    assert found["failures"] == {}


def test_the_control_fails_where_nobody_checks_at_the_door(run_script):
    assert went(run_script, 4, "naive", "small")["failed"] > 0


@pytest.mark.long
@pytest.mark.parametrize(("kind", "part"), PARTS, ids=str)
def test_each_goes_everywhere(run_script, prove, kind, part):
    found = went(run_script, IN_A_PART[kind], "careful", kind, "--part", part)
    control = went(run_script, 4, "naive", "small", "--part", part)
    assert found["failures"] == {}
    assert found["opened"] == IN_A_PART[kind]
    # Most forms come out, and each page is shown and painted; few are refused by a sentence.
    assert found["ended"]["form"] > found["ended"].get("refused", 0), found["ended"]
    assert found["ended"]["page"] >= 40 * found["opened"], found["ended"]
    fault = f"spoilt documents everywhere, {kind} {part + 1}"
    prove(Row(fault, found["opened"], 0, found["failed"], 0, control["failed"]))
