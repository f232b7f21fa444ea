"""Beside an address or a number people read how old it is, and whether somebody tried it."""

import datetime as dt

import pytest

from nttp_readiness.domain.editing.edits import changed
from nttp_readiness.presentation.readiness.question_guide import guide
from nttp_readiness.presentation.words.support import support

LISTED, CHECKED = dt.date(2026, 11, 23), dt.date(2027, 1, 7)


def with_days(bank, **days):
    """The bank with these days at each number and address."""
    none = {"listed": None, "checked": None}
    return changed(
        bank,
        support=tuple(changed(each, **{**none, **days}) for each in bank.support),
        resources=tuple(changed(each, **{**none, **days}) for each in bank.resources),
    )


def linked(sample, bank):
    parts = guide(changed(sample, written_bank=bank), "WEL-2")
    (part,) = [each for each in parts if each.heading == "Linked frameworks"]
    return part


@pytest.mark.parametrize(
    ("days", "numbers", "addresses"),
    [
        (
            {"listed": LISTED},
            "Phone numbers as listed on 23 November 2026. They have not been checked since.",
            "Web addresses as listed on 23 November 2026. They have not been checked since.",
        ),
        (
            {"listed": LISTED, "checked": CHECKED},
            "Phone numbers checked on 7 January 2027.",
            "Web addresses checked on 7 January 2027.",
        ),
        ({}, "", ""),
    ],
)
def test_a_day_says_whether_somebody_looked_or_only_listed(sample, days, numbers, addresses):
    bank = with_days(sample.bank, **days)
    assert support(bank, None).days == numbers
    assert linked(sample, bank).quiet == addresses


def test_one_number_that_nobody_looked_up_keeps_the_others_from_saying_checked(sample):
    bank = with_days(sample.bank, checked=CHECKED)
    first, *rest = bank.support
    mixed = changed(bank, support=(changed(first, checked=None, listed=LISTED), *rest))
    assert support(mixed, None).days.startswith("Phone numbers as listed on 23 November 2026.")


def test_no_bank_of_the_program_says_checked_before_somebody_has(sample):
    assert {each.checked for each in (*sample.bank.support, *sample.bank.resources)} == {None}
    assert "as listed on" in support(sample.bank, sample).days


def test_a_link_without_an_address_says_how_to_find_it(sample):
    lines = ["".join(run.text for run in item) for item in linked(sample, sample.bank).items]
    assert len(lines) == 3
    assert any(each.endswith(". Search there for wellbeing.") for each in lines)
