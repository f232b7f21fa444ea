"""The journey to the printed plan, and all that people met, in a real window, by mouse and keys."""

import os
from pathlib import Path

import pytest

from tests.proofs.conftest import Row
from tests.proofs.walks.walk_desk import Desk, missing
from tests.proofs.walks.walk_journeys import (
    by_keys,
    by_mouse,
    findings_by_keys,
    findings_by_mouse,
    in_short,
)
from tests.proofs.walks.walk_program import FAULTS

PLANTED = dict(zip((by_mouse, by_keys, findings_by_mouse, findings_by_keys), FAULTS, strict=True))
"""A fault for each to be met, so that none is walked blindly."""
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


@pytest.mark.parametrize(
    "how",
    [by_mouse, by_keys, findings_by_mouse, findings_by_keys],
    ids=lambda how: how.__name__,
)
def test_a_journey_is_walked_without_a_fault(tmp_path, prove, how):
    walk = walked(tmp_path / "walked", how)
    planted = walked(tmp_path / "planted", in_short, PLANTED[how])
    assert walk.faults == []
    assert planted.faults, PLANTED[how]
    name = how.__name__.replace("_", " ")
    prove(Row(f"walked {name}", walk.steps, len(walk.faults), 0, 0, len(planted.faults)))


def test_in_short_it_has_none_unless_one_is_planted(tmp_path):
    assert walked(tmp_path / "short", in_short).faults == []
