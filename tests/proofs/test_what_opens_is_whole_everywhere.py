"""No document that opens crashes a page or a form: spoilt ones with a right sum go everywhere."""

import json
from pathlib import Path

import pytest

from tests.proofs.conftest import Row

DRIVER = Path(__file__).parent / "whole_driver.py"
IN_CI, IN_THE_PROOF = 200, 400


def went(run_script, *arguments):
    return json.loads(run_script(DRIVER, *arguments).splitlines()[-1])


def test_some_hundreds_go_to_some_places_each(run_script):
    found = went(run_script, IN_CI, "careful", "small", 3, 5)
    assert found["failures"] == {}
    assert found["opened"] == IN_CI


def test_a_bank_without_stages_goes_everywhere(run_script):
    """It is allowed, and the bar of stages divided by none of them."""
    found = went(run_script, 3, "careful", "bare")
    assert found["failures"] == {}


def test_the_control_fails_where_nobody_checks_at_the_door(run_script):
    assert went(run_script, 4, "naive", "small")["failed"] > 0


@pytest.mark.long
def test_each_goes_everywhere(run_script, prove):
    found = [went(run_script, IN_THE_PROOF, "careful", kind) for kind in ("small", "sample")]
    control = went(run_script, 12, "naive", "small")
    failures = found[0]["failures"] | found[1]["failures"]
    assert failures == {}
    opened = sum(each["opened"] for each in found)
    prove(Row("spoilt documents everywhere", opened, 0, len(failures), 0, control["failed"]))
