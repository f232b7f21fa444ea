"""Nine people, a laptop and a projector, from the first page to the papers, in a real window."""

from __future__ import annotations

import sys

import pytest

from tests.proofs.workshop.room_hands import Room, WentWrongError
from tests.proofs.workshop.room_screens import missing
from tests.proofs.workshop.room_session import run

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(sys.platform != "linux", reason="screens and hands are those of X11"),
]


@pytest.fixture(autouse=True)
def tools():
    if lacking := missing():
        pytest.fail(
            "There is no room here without " + ", ".join(lacking) + ". `python3 run.py prove` "
            "installs them where it may; else run once: sudo apt-get install " + " ".join(lacking)
        )


def test_a_session_of_nine_loses_nothing_and_shows_nothing(tmp_path, capsys):
    with Room(tmp_path) as room:
        run(room)
        with capsys.disabled():
            print(f"\na session of nine: {room.steps} steps, {room.tried_keys} wrong keys")
    assert room.steps > 700
    assert room.tried_keys > 200


@pytest.mark.parametrize(
    ("plant", "until", "found"),
    [
        ("wall", "slips_of_a_ballot", "on the projector"),
        ("held", "slips_of_a_ballot", "led away|held|Not “BallotWalk"),
        ("lost", "first_people", "Nobody is told of three ballots"),
        ("pulled", "more_people", "the ballots stayed open"),
    ],
)
def test_a_fault_that_was_planted_is_found(tmp_path, plant, until, found):
    with Room(tmp_path, plant=plant) as room, pytest.raises(WentWrongError, match=found):
        run(room, until)
