"""The program with a fault in it does not sound as specified."""

import pytest

from tests.heard import planted
from tests.heard.hearing import SPECIFICATIONS, play

WHERE = {
    "a silent page": ("question", "press Return", "said"),
    "a wrong sentence": ("question", "press Return", "levels"),
    "a lost focus": ("question", "press Return", "(silence)"),
    "a fold without a word": ("question", "press space", "(silence)"),
    "a button without a name": ("question", "press Tab", "button"),
    "a note that is only seen": ("question", "press Return", "introduction"),
    "a mistake without a word": ("mistakes", "press Tab", "notification"),
    "a cell that is lost": ("plan", "press Escape", "Action 2"),
    "an editor without a name": ("plan", "press F2", "Owner, action"),
    "a number that is not copied": ("support", "press Return", "notification"),
    "keys that are told nowhere": ("room", "press F5", "Keys"),
    "an Enter that hands in": ("check-in", "press Return", "Thank you"),
}
"""What is done where each is heard, in which specification, and a word of how it is told."""


def test_each_planted_fault_is_tried():
    assert set(WHERE) == set(planted.FAULTS)


@pytest.mark.long
@pytest.mark.parametrize("name", WHERE)
def test_it_is_heard(name, reader, tmp_path):
    specification, step, word = WHERE[name]
    heard = play(SPECIFICATIONS / f"{specification}.heard", tmp_path, plant=name)
    told = [each for each in (*heard.differences, *heard.faults) if step in each and word in each]
    assert told, str(heard)
