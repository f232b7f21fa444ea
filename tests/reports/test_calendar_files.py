"""The calendar read back by the rules of RFC 5545, line by line, and by a library."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import icalendar
import pytest

from nttp_readiness.domain.editing import edits
from nttp_readiness.errors import ExportError
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


def titled(data, words):
    return [each for each in events(data).values() if words in each["SUMMARY"]]


def test_an_action_is_a_whole_day_that_ends_on_the_next(sample):
    data = written(sample)
    (found,) = titled(data, "Write one page")
    assert found.decoded("DTSTART") == dt.date(2027, 4, 30)
    assert found.decoded("DTEND") == dt.date(2027, 5, 1)
    assert b"DTSTART;VALUE=DATE:20270430" in data
    assert found["SUMMARY"].startswith("Due today: ")


def test_a_day_on_which_one_looks_again_is_one_entry_with_a_list(sample):
    """It was one for each action: thirteen on one day in the sample."""
    reviews = [each.review for each in sample.actions.values() if each.review]
    days = {*reviews, sample.profile.review}
    found = [each for each in events(written(sample)).values() if "Look" in each["SUMMARY"]]
    assert sorted(each.decoded("DTSTART") for each in found) == sorted(days)
    (whole,) = titled(written(sample), "readiness again")
    assert whole.decoded("DTSTART") == dt.date(2027, 9, 10)
    count = reviews.count(dt.date(2027, 9, 10))
    assert count > 5
    assert f"and at {count} actions" in whole["SUMMARY"]
    titles = [each.title for each in sample.actions.values()
              if each.review == dt.date(2027, 9, 10)]  # fmt: skip
    assert all(each in whole["DESCRIPTION"] for each in titles)


def test_every_date_of_the_plan_is_in_it(sample):
    due = [each for each in sample.actions.values() if each.due]
    asked = [each for each in sample.asks if each.by]
    days = {each.review for each in sample.actions.values() if each.review}
    days.add(sample.profile.review)
    assert len(events(written(sample))) == len(due) + len(asked) + len(days)


def test_what_is_still_to_come_reminds_a_week_before_at_nine_in_the_morning(sample):
    done = edits.change_action(sample, "WEL-2/first", status="done")
    for assessment, expected in ((sample, 2), (done, 0)):
        (found,) = titled(written(assessment), "Write one page")
        alarms = found.walk("VALARM")
        assert len(alarms) == expected
        assert all(each["ACTION"] == "DISPLAY" and each["DESCRIPTION"] for each in alarms)
    before = sorted(each.decoded("TRIGGER") for each in titled(written(sample), "Write one page")[0]
                    .walk("VALARM"))  # fmt: skip
    assert before == [dt.timedelta(days=-7, hours=9), dt.timedelta(days=-1, hours=9)]


def test_a_plan_without_any_date_is_no_file_but_one_sentence(sample):
    bare = edits.set_profile(edits.set_asks(sample, ()), review=None)
    for key in sample.actions:
        bare = edits.change_action(bare, key, due=None, review=None)
    with pytest.raises(ExportError, match="There are no dates in the plan yet") as refused:
        written(bare)
    assert refused.value.safe == "Nothing was written."
    gone = edits.change_action(bare, "WEL-2/first", due=TODAY)
    gone = edits.drop_action(gone, "WEL-2/first", "no longer")
    with pytest.raises(ExportError, match="no dates"):
        written(gone)


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


def test_a_dropped_action_says_so_wherever_it_is_shown(sample):
    """Programs that pay no heed to a status showed a deadline for it."""
    before = events(written(sample, invariant=True))
    dropped = edits.drop_action(sample, "WEL-2/first", "not now")
    later = ExportRequest(dropped, "calendar", ".ics", today=dt.date(2027, 3, 20))
    data = forms.make(later, invariant=True)
    (found,) = titled(data, "Write one page")
    assert str(found["STATUS"]) == "CANCELLED"
    assert found["SUMMARY"].startswith("No longer planned: ")
    assert "DESCRIPTION" not in found
    assert not found.walk("VALARM")
    assert found["SEQUENCE"] > before[str(found["UID"])]["SEQUENCE"]


def test_the_calendar_of_one_owner_has_what_is_theirs_alone(sample):
    def of(owner):
        request = ExportRequest(sample, "owner", ".ics", today=TODAY, owner=owner)
        return forms.make(request)

    mine = [each for each in sample.actions.values() if "Eilidh Strachan" in each.owner]
    theirs = [each for each in sample.actions.values() if each not in mine]
    said = of("eilidh").decode().replace("\r\n ", "")
    due = [each for each in events(of("eilidh")).values() if "Due" in each["SUMMARY"]]
    assert len(due) == sum(each.due is not None and each.status != "done" for each in mine) > 1
    assert not [each.title for each in theirs if f"Due today: {each.title}" in said]
    assert "actions (Eilidh Strachan)" in said
    with pytest.raises(ExportError, match="Nobody in this plan is called"):
        of("zebra")


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


class TestDaysOfLookingThatAreNoLongerThere:
    """People had them in their calendars for ever, where days came together."""

    def one_day(self, sample):
        for key, action in sample.actions.items():
            if action.review:
                sample = edits.change_action(sample, key, review=sample.profile.review)
        return sample

    def looks(self, data):
        return [each for uid, each in events(data).items() if uid.split("@")[0].endswith("review")]

    def test_they_are_taken_back_by_the_next_calendar(self, sample):
        before = events(written(sample))
        days = forms.days_of_looking(ExportRequest(sample, "calendar", ".ics", today=TODAY))
        assert days == len(self.looks(written(sample))) > 1
        after = written(self.one_day(sample), looks_sent=days)
        gone = [each for each in self.looks(after) if str(each["STATUS"]) == "CANCELLED"]
        assert len(gone) == days - 1
        assert {str(each["UID"]) for each in gone} <= before.keys()
        assert all("No longer planned" in str(each["SUMMARY"]) for each in gone)
        assert not any(each.walk("VALARM") for each in gone)

    def test_a_first_calendar_takes_nothing_back(self, sample):
        states = {str(each["STATUS"]) for each in self.looks(written(sample))}
        assert states == {"CONFIRMED"}

    def test_the_command_line_remembers_how_many_there_were(self, sample, tmp_path, monkeypatch):
        from nttp_readiness.app import command_line
        from nttp_readiness.storage.documents.documents import save_document

        monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "home"))
        out = tmp_path / "days.ics"
        for number, made in enumerate((sample, self.one_day(sample))):
            file = tmp_path / f"{number}.readiness"
            save_document(file, made, expected=None)
            assert command_line.run(["export", str(file), str(out)]) == 0
        states = [str(each["STATUS"]) for each in self.looks(out.read_bytes())]
        assert states.count("CONFIRMED") == 1
        assert "CANCELLED" in states
