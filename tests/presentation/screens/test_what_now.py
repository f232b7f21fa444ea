"""What now: the letter says what comes first, and nothing that belongs to somebody."""

import datetime as dt

import pytest

from nttp_readiness.domain.answers.sharing import Shared, Sharing
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.editing.edits import changed
from nttp_readiness.domain.plan.plan import plan_of
from nttp_readiness.domain.scorecard import score
from nttp_readiness.presentation.screens import what_now
from tests.presentation.conftest import TODAY

NAME = "Peigi NicAonghais"


def letter(assessment):
    return what_now.what_came_of_it(assessment, plan_of(assessment))


def test_it_names_what_comes_first_with_its_day_and_when_one_looks_again(sample):
    first = plan_of(sample).now[0].action
    made = edits.change_action(sample, first.id, due=dt.date(2027, 5, 4))
    made = edits.set_profile(made, review=dt.date(2027, 6, 1))
    text = letter(made)
    assert first.title.rstrip(".") in text
    assert "by 4 May 2027" in text
    assert "On 1 June 2027 we look at what has changed" in text


def test_no_owner_no_level_and_nobodys_words_stand_in_it(sample):
    first = plan_of(sample).now[0].action
    made = edits.change_action(sample, first.id, owner=NAME, title=f"Ask {NAME} to begin")
    made = edits.write_beside(made, "WEL-2", note="zebra", evidence="zebra", view="zebra")
    text = letter(made)
    for word in ("zebra", NAME, *(each.name for each in made.bank.levels)):
        assert word not in text, word
    assert made.bank.stages[0].name not in text


def test_before_there_is_a_plan_it_promises_nothing_else(sample):
    empty = changed(sample, answers={}, actions={})
    assert "still being made" in letter(empty)


def test_a_plan_without_days_leads_to_the_plan_and_one_with_them_to_the_calendar(sample):
    bare = edits.set_profile(changed(sample, answers={}, actions={}, asks=()), review=None)
    assert what_now.dates_words(score(bare), TODAY)[1] is False
    made = edits.set_profile(bare, review=TODAY + dt.timedelta(days=40))
    said, some = what_now.dates_words(score(made), TODAY)
    assert some
    assert "1 date" in said


@pytest.mark.parametrize(
    ("today", "day"),
    [
        (dt.date(2026, 11, 30), dt.date(2027, 2, 28)),
        (dt.date(2027, 9, 30), dt.date(2027, 12, 30)),
        (dt.date(2027, 10, 1), dt.date(2028, 1, 1)),
        (dt.date(2027, 1, 31), dt.date(2027, 4, 30)),
    ],
)
def test_three_months_on_is_a_day_that_there_is(today, day):
    assert what_now.in_a_quarter(today) == day


def test_those_whose_part_came_back_are_named_to_be_told(sample):
    shared = (
        Shared(id="a" * 32, to="Morag", asked=("WEL-1",), back=TODAY),
        Shared(id="b" * 32, to="Isla", asked=("WEL-1",)),
    )
    made = changed(sample, sharing=Sharing(shared=shared))
    assert what_now.asked_words(made) == "A part came back from Morag."
    assert what_now.asked_words(sample) == ""
    assert "Morag" not in letter(made)
