"""Figures that stand beside each other and look at odds say why they differ, or why they do not."""

from __future__ import annotations

from fractions import Fraction

import pytest

from nttp_readiness.domain.answers.workshop import EVERYONE, Grouping
from nttp_readiness.domain.group.group_change import GroupMove, QuestionChange
from nttp_readiness.presentation.group.group_words import change_words, working_lines

ALL = Grouping(EVERYONE, "", "everyone", ())


def test_the_working_says_which_of_two_middles_is_the_middle_answer():
    """ "Middle answer: 2" stood over "Middle 2.5"."""
    line = working_lines((0, 0, 3, 3, 0))[1]
    assert line == (
        "The middle answer is 2: the middle lies between two answers, 2 and 3, and the lower one"
        " is taken. Halfway between them is 2.5."
    )
    assert working_lines((0, 0, 3, 0, 4))[1] == "The middle answer is 4."
    assert "between two answers, 0 and 4" in working_lines((3, 0, 0, 0, 3))[1]


def moved(before: Fraction, after: Fraction, *, exact: bool) -> str:
    move = GroupMove(ALL, before, after, (20, 20), "up", (exact, exact))
    return change_words(QuestionChange(move, (), "same"), "since May")[0]


@pytest.mark.parametrize(
    ("after", "exact", "said"),
    [
        (Fraction(1, 5), True, "in the answers as a whole; at or above the target 20% both times."),
        (Fraction(2, 5), True, "moved up; at or above the target 40%, was 20%."),
    ],
)
def test_a_move_that_its_share_does_not_show_says_so(after, exact, said):
    assert moved(Fraction(1, 5), after, exact=exact).endswith(said)


def test_shares_that_are_rounded_alike_say_that_they_are_rounded_and_no_more():
    """ "Moved up" beside "about 20%, was about 20%"; what is exact stays hidden."""
    words = moved(Fraction(1, 5), Fraction(1, 5) + Fraction(1, 100), exact=False)
    assert words.endswith("both times, as this share is rounded to protect people.")
    assert words == moved(Fraction(1, 5), Fraction(1, 5), exact=False)
