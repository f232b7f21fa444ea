"""`windows start` tells a start that takes too long, by a word and by its status."""

import pytest

from tools.windows import starting


@pytest.mark.parametrize(
    ("ours", "status", "word"), [((1.5, 1.5), 0, "kept"), ((2.1, 1.5), 1, "NOT KEPT")]
)
def test_seconds_that_pass_are_held_against_those_of_a_bare_window(capsys, ours, status, word):
    bare = [starting.Start(1.0, 1.0)] * 3
    found = starting.measures(bare, bare, [starting.Start(*ours)] * 3)
    assert starting.tell(3, found) == status
    assert word in capsys.readouterr().out.splitlines()[5]


def test_so_are_those_of_the_processors():
    found = starting.measures(*([starting.Start(1.0, used)] for used in (1.0, 1.3, 2.1)))
    assert starting.tell(1, found) == 1
