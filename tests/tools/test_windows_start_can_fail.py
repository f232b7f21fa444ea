"""`windows start` tells a start that takes too long, by a word and by its status."""

import pytest

from tools.windows.places import ROOT


@pytest.fixture
def starting(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    from tools.windows import starting

    return starting


@pytest.mark.parametrize(
    ("ours", "status", "word"), [((1.5, 1.5), 0, "kept"), ((2.1, 1.5), 1, "NOT KEPT")]
)
def test_seconds_that_pass_are_held_against_those_of_a_bare_window(
    starting, capsys, ours, status, word
):
    bare = [starting.Start(1.0, 1.0)] * 3
    assert starting.tell(bare, bare, [starting.Start(*ours)] * 3) == status
    assert word in capsys.readouterr().out.splitlines()[5]


def test_so_are_those_of_the_processors(starting):
    assert starting.tell(*([starting.Start(1.0, used)] for used in (1.0, 1.3, 2.1))) == 1
