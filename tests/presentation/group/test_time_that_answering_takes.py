"""Minutes are said before a meeting begins, with the ways that fit it."""

import pytest

from nttp_readiness.presentation.group import group_words, time_words
from nttp_readiness.presentation.group.agenda import agenda


def test_nine_people_on_one_laptop_do_not_fit_two_hours_and_other_ways_do():
    room = agenda("two_hours").answering
    assert room == 25
    found = time_words.ways(9, 12, 1, room)
    assert [each.fits for each in found] == [False, True, True, True]
    assert found[0].words == "about 2 h 10 min"
    assert time_words.fit_words(found[0], room) == "does not fit 25 minutes"
    assert time_words.laptop_words(9, 12) == (
        "9 people, 12 questions, 1 laptop: about 2 h 10 min one after another."
    )


def test_the_middle_half_is_said_in_levels_that_exist():
    assert group_words.quartile_words((0, 2, 2, 2, 0)) == "from 1 to 3"
    assert group_words.quartile_words((0, 1, 1, 0, 0)) == "from 1 to 2"
    assert group_words.quartile_words((0, 0, 6, 0, 0)) == "at 2"
    assert group_words.quartile_words((0, 1, 2, 1, 0)) == "from 1 to 3"  # 1.5 to 2.5


def test_more_laptops_take_less_time():
    minutes = [time_words.one_after_another(9, 12, laptops) for laptops in (1, 2, 3, 9)]
    assert minutes == [126, 70, 42, 14]


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(1, "about 1 minute"), (14, "about 14 minutes"), (58, "about 1 hour"), (60, "about 1 hour"),
     (120, "about 2 hours"), (31, "about 35 minutes")],
)  # fmt: skip
def test_minutes_are_rounded_up_to_five(minutes, words):
    assert time_words.duration_words(minutes) == words


def test_where_nobody_said_how_many_there_is_no_sum():
    assert time_words.laptop_words(0, 12) == ""
