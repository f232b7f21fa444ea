"""The calendar read back by the rules of RFC 5545, line by line, and by a library."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import icalendar
import pytest

from nttp_readiness.domain.editing import edits
from nttp_readiness.reports import forms
from nttp_readiness.reports.export_request import ExportRequest
from tests.presentation import report_texts

TODAY = dt.date(2027, 3, 12)
LINE = re.compile(r"[A-Z-]+(;[A-Z-]+=[^:;]+)*:.*", re.DOTALL)


@pytest.fixture(scope="module")
def sample():
    return report_texts.sample()


def written(assessment, *, invariant=False, **options):
    request = ExportRequest(assessment, "calendar", ".ics", today=TODAY, **options)
    return forms.make(request, invariant=invariant)


def events(data: bytes) -> dict[str, Any]:
    found = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert len({str(each["UID"]) for each in found}) == len(found)
    return {str(each["UID"]): each for each in found}


def test_every_line_follows_the_standard(sample):
    note = "x" * 500 + " Sìne, “R&D”; a\\b\nnext"
    data = written(edits.change_action(sample, "WEL-2/first", notes=note))
    lines = data.split(b"\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert lines.pop() == b""
    assert max(map(len, lines)) <= 75
    for line in data.decode().replace("\r\n ", "").split("\r\n")[:-1]:
        assert LINE.fullmatch(line), line
    for event in events(data).values():
        assert {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE"} <= set(event)


def test_an_action_is_a_whole_day_that_ends_on_the_next(sample):
    data = written(sample)
    found = [each for each in events(data).values() if "Write one page" in each["SUMMARY"]]
    assert [each.decoded("DTSTART") for each in found] == [
        dt.date(2027, 4, 30),
        dt.date(2027, 6, 4),
    ]
    assert [each.decoded("DTEND") for each in found] == [dt.date(2027, 5, 1), dt.date(2027, 6, 5)]
    assert b"DTSTART;VALUE=DATE:20270430" in data
    assert found[0]["SUMMARY"].startswith("Due today: ")
    assert found[1]["SUMMARY"].startswith("Look again: ")


def test_the_plans_own_review_is_there(sample):
    found = [each for each in events(written(sample)).values() if "readiness" in each["SUMMARY"]]
    assert [each.decoded("DTSTART") for each in found] == [dt.date(2027, 9, 10)]


def test_every_date_of_the_plan_has_its_event(sample):
    actions = sample.actions.values()
    dates = sum((each.due is not None) + (each.review is not None) for each in actions)
    asked = sum(each.by is not None for each in sample.asks)
    assert (asked, len(events(written(sample)))) == (2, dates + 2 + 1)


def test_a_later_file_replaces_what_an_earlier_one_brought(sample):
    first = events(written(sample, invariant=True))
    moved = edits.change_action(sample, "WEL-2/first", due=dt.date(2027, 5, 14))
    later = forms.make(
        ExportRequest(moved, "calendar", ".ics", today=dt.date(2027, 3, 20)), invariant=True
    )
    second = events(later)
    assert set(first) == set(second)
    changed = [
        key for key in first if first[key].decoded("DTSTART") != second[key].decoded("DTSTART")
    ]
    assert len(changed) == 1
    assert all(second[key]["SEQUENCE"] > first[key]["SEQUENCE"] for key in first)


def test_a_dropped_action_is_taken_out_of_the_calendar(sample):
    dropped = edits.drop_action(sample, "WEL-2/first", "not now")
    found = [
        each for each in events(written(dropped)).values() if "Write one page" in each["SUMMARY"]
    ]
    assert {str(each["STATUS"]) for each in found} == {"CANCELLED"}
    assert all("DESCRIPTION" not in each for each in found)


def test_the_last_day_of_all_stops_nothing(sample):
    last = edits.change_action(sample, "WEL-2/first", due=dt.date.max)
    assert dt.date.max in {each.decoded("DTSTART") for each in events(written(last)).values()}


def test_uids_say_nothing_of_the_answers(sample):
    assert not [each for each in events(written(sample)) if "first" in each or "WEL" in each]


def test_the_name_of_the_calendar_keeps_its_commas(sample):
    named = edits.set_profile(sample, title="Housing, Leith; night")
    lines = written(named).decode().replace("\r\n ", "").split("\r\n")
    (name,) = [each for each in lines if each.startswith("X-WR-CALNAME:")]
    assert name.startswith(r"X-WR-CALNAME:Housing\, Leith\; night")
