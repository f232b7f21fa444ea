"""The program with a fault in it does not sound as specified."""

import pytest

from tests.heard import planted
from tests.heard.hearing import SPECIFICATIONS, play

WHERE = {
    "a silent page": ("press Return", "said"),
    "a wrong sentence": ("press Return", "levels"),
    "a lost focus": ("press Return", "(silence)"),
    "a fold without a word": ("press space", "(silence)"),
    "a button without a name": ("press Tab", "button"),
    "a note that is only seen": ("press Return", "introduction"),
}
"""What is done where each is heard, and a word of how it is told."""


def test_each_planted_fault_is_tried():
    assert set(WHERE) == set(planted.FAULTS)


@pytest.mark.long
@pytest.mark.parametrize("name", WHERE)
def test_it_is_heard(name, reader, tmp_path):
    step, word = WHERE[name]
    heard = play(SPECIFICATIONS / "question.heard", tmp_path, plant=name)
    told = [each for each in (*heard.differences, *heard.faults) if step in each and word in each]
    assert told, str(heard)
