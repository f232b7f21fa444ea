"""Orca reads the program aloud, and says what the specifications say."""

import pytest

from tests.heard.hearing import SPECIFICATIONS, play

ALWAYS = {"question", "plan", "room"}
"""Heard in every run of the tests; the others in the long proofs."""
ALL = sorted(each.stem for each in SPECIFICATIONS.glob("*.heard"))


@pytest.mark.parametrize(
    "name",
    [pytest.param(each, marks=() if each in ALWAYS else pytest.mark.long, id=each) for each in ALL],
)
def test_it_is_said_as_specified(name, reader, tmp_path):
    heard = play(SPECIFICATIONS / f"{name}.heard", tmp_path)
    assert not heard.faults, str(heard)
    assert not heard.differences, str(heard)


def test_what_is_always_heard_is_there():
    assert set(ALL) >= ALWAYS
