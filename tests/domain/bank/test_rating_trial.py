"""How alike readers rate: the figures against what is known of them, and faults that they catch."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nttp_readiness.domain.bank.rating_trial import (
    Organisation,
    Rating,
    Situation,
    Trial,
    figures,
    kappa,
    unrated,
)

LEVELS = st.integers(0, 4)


def trial(count):
    """As many situations of one organisation and one question."""
    situations = tuple(
        Situation(number=n, organisation="A", indicator="LEA-1", kind="", facts="Facts.")
        for n in range(1, count + 1)
    )
    home = Organisation(id="A", name="A", sector="school", size="9", about="One.")
    return Trial(
        bank="nttp-roadmap", version="2.0.0", day="today", organisations=(home,),
        situations=situations,
    )  # fmt: skip


def rated(*levels, why=None):
    return tuple(Rating(number=n, level=level, why=why) for n, level in enumerate(levels, 1))


def test_kappa_is_the_value_of_a_table_worked_by_hand():
    # Of 4 pairs one is one apart: seen 1/4; by chance (0,0,1,2) and (0,0,1,1) are 16/16 apart.
    assert kappa([(0, 0), (0, 0), (1, 1), (2, 1)]) == Fraction(3, 4)


@given(st.lists(st.tuples(LEVELS, LEVELS), min_size=2, max_size=40))
def test_kappa_is_one_less_the_mean_square_apart_over_that_of_chance(pairs):
    ones, others = [a for a, _ in pairs], [b for _, b in pairs]
    chance = [(a - b) ** 2 for a in ones for b in others]
    if not any(chance):
        assert kappa(pairs) is None
        return
    seen = Fraction(sum((a - b) ** 2 for a, b in pairs), len(pairs))
    assert kappa(pairs) == 1 - seen / Fraction(sum(chance), len(chance))
    assert kappa([(b, a) for a, b in pairs]) == kappa(pairs)
    assert kappa([(a, a) for a in ones]) in (1, None)


def evenly(count=100):
    return [n % 5 for n in range(count)]


def test_readers_who_agree_on_evenly_spread_situations_reach_the_bar():
    found = figures(trial(100), {"one": rated(*evenly()), "two": rated(*evenly())})
    assert found.kappa == found.exact == 1
    assert found.two_apart == ()
    assert found.levels == (40, 40, 40, 40, 40)
    assert list(found.failed()) == []


@pytest.mark.parametrize(
    ("one", "two", "failed"),
    [
        (evenly(), [2, *evenly()[1:]], "two_apart"),
        (evenly(), [min(4, n + 1) if n % 2 else n for n in evenly()], "exact"),
        (evenly(), [4 - n for n in evenly()], "kappa"),
        ([0, 2] * 50, [0, 2] * 50, "levels"),
    ],
)
def test_a_planted_fault_is_named(one, two, failed):
    found = figures(trial(100), {"one": rated(*one), "two": rated(*two)})
    assert failed in set(found.failed())


def test_readers_for_whom_no_text_fits_are_heard():
    wavering = rated(*evenly(), why="no_text")
    found = figures(trial(100), {"one": wavering, "two": rated(*evenly())})
    assert found.unfit == Fraction(1, 2)
    assert list(found.failed()) == ["unfit"]
    sure = figures(trial(100), {"one": rated(*evenly(), why="facts"), "two": rated(*evenly())})
    assert list(sure.failed()) == []


def test_what_was_not_rated_or_twice_or_is_unknown_is_named():
    one = (*rated(0, 1), Rating(number=2, level=1), Rating(number=9, level=1))
    assert list(unrated(trial(3), {"one": one})) == [("one", 2), ("one", 3), ("one", 9)]


def test_one_reader_shows_no_agreement():
    found = figures(trial(5), {"one": rated(0, 1, 2, 3, 4)})
    assert (found.kappa, found.exact) == (None, None)
    assert {"kappa", "exact"} <= set(found.failed())
