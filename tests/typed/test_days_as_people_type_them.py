"""One reader of days for every field, table and spreadsheet."""

import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nttp_readiness.presentation.words import dates
from nttp_readiness.presentation.words.date_slips import slip_words
from nttp_readiness.typed.dates import read_day, slip_in

TODAY = dt.date(2026, 11, 30)
CASES = json.loads((Path(__file__).parent / "data" / "dates-people-type.json").read_text("utf-8"))
DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31))


@pytest.mark.parametrize(("typed", "meant"), CASES["cases"])
def test_what_people_type_is_the_day_that_they_mean(typed, meant):
    assert read_day(typed, TODAY) == (dt.date.fromisoformat(meant) if meant else None)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("4-Mar-2027", (2027, 3, 4)), ("4th March 2027", (2027, 3, 4)), ("4-Mar-27", (2027, 3, 4)),
        ("Thursday 4 March 2027", (2027, 3, 4)), ("Thurs, 4 March 2027", (2027, 3, 4)),
        ("4 Mar 27", (2027, 3, 4)), ("March 4 2027", (2027, 3, 4)), ("4.3.2027", (2027, 3, 4)),
        ("2027/03/04", (2027, 3, 4)), ("20270304", (2027, 3, 4)), ("04 MARCH 2027", (2027, 3, 4)),
        ("4 March, 2027", (2027, 3, 4)), ("4\u00a0March 2027", (2027, 3, 4)),
        ("2027-03-04T00:00:00", (2027, 3, 4)), ("1st of May 2027", (2027, 5, 1)),
        ("30 November", (2026, 11, 30)), ("29 November", (2027, 11, 29)),
        ("29 February", (2028, 2, 29)), ("Tues 1 Dec", (2026, 12, 1)), ("1/12/26", (2026, 12, 1)),
    ],
)  # fmt: skip
def test_other_forms_of_the_kind_are_taken_too(typed, meant):
    assert read_day(typed, TODAY) == dt.date(*meant)


@pytest.mark.parametrize(
    "typed",
    ["", "  ", "4 Martch 2027", "4 Ma 2027", "29 February 2027", "Wed 1 Dec 2026", "4 March 2207",
     "4 March 1999", "2027", "46374", "next week", "1/2", "32 May 2027", "4 March 2027 or so",
     "a 4 March 2027", "Foo 4 March 2027", "0 May 2027"],
)  # fmt: skip
def test_what_means_no_day_or_several_is_not_guessed(typed):
    assert read_day(typed, TODAY) is None


@pytest.mark.parametrize(
    "typed",
    ["18 - 12 - 2026", "18 / 12 / 2026", "18/ 12/2026", "18 12 2026", "18 12 26", "18122026",
     "18⁄12⁄2026", "the 18th of December 2026", "The 18th December",
     "Friday the 18th of December 2026", "December 18th, 2026", "December 18th 2026",
     "Dec-18-2026", "2026-12-18T00:00:00+00:00", "2026-12-18 00:00:00 +0000",
     "18/12/2026 12:00:00 AM", "18 Dec 2026 10:30", "18 December 2026 at 10:30",
     "18 December 2026 00:00:00", "2026 Dec 18", "2026 December 18", "2026-Dec-18", "2026 12 18",
     "18 th December 2026", "18, December 2026", "18th, December 2026", "18 December 2026.",
     "18 December 2026,", "18 December 2026 (Friday)", "18 December 2026, Friday",
     "18/12/2026 Fri", "Fri 18/12", "18/12", "Fri18Dec2026", "by 18 December 2026",
     "on Friday 18 December", "18DEC2026", "18 Dec ’26", "１８/１２/２０２６", "Dec 18"],
)  # fmt: skip
def test_one_day_is_one_day_in_whatever_order_and_with_whatever_around_it(typed):
    assert read_day(typed, TODAY) == dt.date(2026, 12, 18)


@pytest.mark.parametrize(
    "typed",
    ["Dec 27", "Sep 27", "May 27", "Dec-27", "Dec-18", "Dec '27", "12/27", "05/27", "3/4",
     "18.12", "18-12", "12/18/2026", "181226", "18 Dec 2026 Mon", "18 December 2026 (Monday)",
     "before 18 December 2026", "about 18 Dec", "18 or 19 December", "18-20 December 2026",
     "18/12-2026", "18/12/2026 - 20/12/2026", "18 December 206", "18/12/206", "31/11", "1.5",
     "mid December", "Q3 2027", "spring 2027", "Friday 18th", "Sat 18 Dec", "32122026"],
)  # fmt: skip
def test_what_may_be_a_month_a_span_or_another_day_is_not_guessed(typed):
    assert read_day(typed, TODAY) is None


@pytest.mark.parametrize("typed", ["3 4 2027", "3 / 4 / 2027", "03042027"])
def test_in_a_sheet_from_anywhere_that_holds_for_every_form_in_figures(typed):
    assert read_day(typed, TODAY) == dt.date(2027, 4, 3)
    assert read_day(typed, TODAY, day_first=False) is None


@given(DAYS)
def test_a_day_is_understood_as_the_program_itself_writes_it(day):
    forms = (dates.day(day), dates.short_day(day), day.isoformat(), f"{day:%d/%m/%Y}")
    assert {read_day(form, TODAY) for form in forms} == {day}


@given(DAYS)
def test_in_a_sheet_from_anywhere_no_day_is_taken_that_has_two_readings(day):
    typed = f"{day:%d/%m/%Y}"
    two = day.day <= 12 and day.day != day.month
    assert read_day(typed, TODAY, day_first=False) == (None if two else day)
    assert read_day(day.isoformat(), TODAY, day_first=False) == day


@given(st.text(max_size=30))
def test_whatever_is_typed_there_is_an_answer(typed):
    assert read_day(typed, TODAY) is None or read_day(typed, TODAY).year in range(2000, 2100)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("31 June 2027", "There is no 31 June 2027."), ("31/6/27", "There is no 31 June 2027."),
        ("31 June", "There is no 31 June."), ("30 Feb", "There is no 30 February."),
        ("29 Feb 2027", "There is no 29 February 2027."),
        ("2027-09-31", "There is no 31 September 2027."),
        ("Monday 4 March 2027", "4 March 2027 is a Thursday."),
        ("Mon 1 Dec", "1 December 2026 is a Tuesday."),
        ("1 December 2026 (Monday)", "1 December 2026 is a Tuesday."),
        ("31/11", "There is no 31 November."), ("31112026", "There is no 31 November 2026."),
        ("soon", ""), ("Q2 2027", ""), ("next Friday", ""), ("45 June 2027", ""), ("", ""),
        ("4 March 2127", ""), ("about 4 March 2027", ""), ("13/13/2027", ""), ("4 Marz 2027", ""),
        ("4 March 2027", ""),
    ],
)  # fmt: skip
def test_a_day_that_is_none_is_told_why(typed, said):
    assert slip_words(typed, TODAY) == said


@given(day=DAYS, form=st.sampled_from(("%d %B %Y", "%A %d %b %Y", "%d/%m/%y", "%Y-%m-%d")))
def test_no_day_that_is_read_is_told_to_be_wrong(day, form):
    assert slip_in(day.strftime(form), TODAY) is None
