"""The journey from the first start to the printed plan, in a real window, by mouse and by keys."""

import os
from pathlib import Path

import pytest

from tests.proofs.conftest import Row
from tests.proofs.walk_desk import Desk, missing
from tests.proofs.walk_journey import by_keys, by_mouse, in_short
from tests.proofs.walk_program import FAULTS

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(bool(missing()), reason=f"not on this computer: {', '.join(missing())}"),
]
PICTURES = os.environ.get("WALK_PICTURES", "")
"""A folder for a picture of each step."""


def walked(home, how, plant=""):
    pictures = Path(PICTURES) / how.__name__ if PICTURES and not plant else None
    home.mkdir()
    with Desk(home, plant=plant, pictures=pictures) as desk:
        return how(desk)


def test_the_journey_is_walked_and_each_planted_fault_is_met(tmp_path, prove):
    walks = [walked(tmp_path / how.__name__, how) for how in (by_mouse, by_keys, in_short)]
    planted = {plant: walked(tmp_path / plant, in_short, plant).faults for plant in FAULTS}
    faults = [each for walk in walks for each in walk.faults]
    assert faults == []
    assert all(planted.values()), planted
    steps = sum(walk.steps for walk in walks)
    prove(Row("walked by mouse and by keys", steps, len(faults), 0, 0, len(planted)))
