"""What we need from others: whom we ask, who of us asks, by when, and what they answered."""

from __future__ import annotations

import datetime as dt
from io import BytesIO

import icalendar
import openpyxl
import pytest

from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.scorecard import score
from nttp_readiness.presentation.papers.action_plan import Options, action_plan
from nttp_readiness.presentation.papers.one_page import one_page
from nttp_readiness.presentation.plan.requests import open_requests, standing_words
from nttp_readiness.presentation.words.blocks import Card, Facts
from nttp_readiness.presentation.words.owners import asked_words
from nttp_readiness.reports import forms
from nttp_readiness.reports.export_request import ExportRequest
from tests.presentation.report_texts import blocks, plain, section

TODAY = dt.date(2027, 3, 20)


def cards(assessment, *without, today=TODAY):
    report = action_plan(score(assessment), today, Options(without=frozenset(without)))
    found = section(report, "What we need from others")
    return [each for each in found if isinstance(each, Card)]


def facts(card):
    return {label: plain(words) for label, words in card.facts}


def asked(sample, **fields):
    """The sample with one request alone, of which nothing more than this is said."""
    made = edits.set_asks(sample, ())
    made = edits.change_ask(edits.add_ask(made, "ask/1"), "ask/1", who="The board", request="Time")
    return edits.change_ask(made, "ask/1", **fields)


def test_a_request_says_who_asks_how_and_by_when_and_how_it_stands(sample):
    first, second = cards(sample)
    assert facts(first) == {
        "Who asks": "Morag Abernethy, Head of Housing, by letter to the Chief Executive",
        "Answer by": "23 April 2027",
        "How it stands": "Asked",
    }
    assert facts(second)["How it stands"] == "Answered"
    assert "Their answer: One contact is named." in plain(second.why)
    assert plain(first.source) == "Why: Our teams have no room for both at once."


def test_of_a_request_that_says_no_more_than_what_is_asked_nothing_more_is_printed(sample):
    (card,) = cards(asked(sample))
    assert (card.title, plain(card.why), card.facts, card.source) == ("The board", "Time.", (), "")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"asker": "Morag, Lead"}, ("Morag, Lead", "No date yet", "Not asked yet")),
        ({"how": "by letter"}, ("by letter", "No date yet", "Not asked yet")),
        ({"status": "asked"}, ("Nobody named yet", "No date yet", "Asked")),
        ({"by": dt.date(2027, 3, 21)}, ("Nobody named yet", "21 March 2027", "Not asked yet")),
    ],
)
def test_once_something_is_said_what_is_missing_is_named(sample, fields, said):
    (card,) = cards(asked(sample, **fields))
    assert tuple(facts(card).values()) == said


def test_a_day_that_has_passed_without_an_answer_is_said_in_words(sample):
    late = asked(sample, by=dt.date(2027, 3, 19), status="asked")
    assert facts(cards(late)[0])["Answer by"] == "19 March 2027\nThis date has passed."
    assert standing_words(late.asks[0], TODAY) == (
        "Asked, answer by 19 March 2027: this date has passed"
    )
    done = edits.change_ask(late, "ask/1", status="answered")
    assert facts(cards(done)[0])["Answer by"] == "19 March 2027"
    assert standing_words(done.asks[0], TODAY) == "Answered"


def test_the_one_page_says_whom_we_ask_the_earliest_first_and_nothing_once_they_answered(sample):
    made = asked(sample)
    for number, day in ((2, dt.date(2027, 6, 1)), (3, dt.date(2027, 5, 1)), (4, None)):
        key = f"ask/{number}"
        made = edits.change_ask(
            edits.add_ask(made, key), key, who=f"Body {number}", request="Time", by=day
        )
    assert [each.who for each in open_requests(made)] == ["Body 3", "Body 2", "The board", "Body 4"]

    def told(assessment):
        pairs = [p for each in blocks(one_page(score(assessment), TODAY))
                 if isinstance(each, Facts) for p in each.pairs]  # fmt: skip
        return dict(pairs).get("Whom we ask")

    assert told(made) == "Body 3, by 1 May 2027\nBody 2, by 1 June 2027"
    for each in made.asks:
        made = edits.change_ask(made, each.id, status="answered")
    assert told(made) is None


@pytest.mark.parametrize(
    ("who", "without"),
    [
        ("Corporate leadership team", "Corporate leadership team"),
        ("Scottish Government", "Scottish Government"),
        ("Human resources, and trade unions", "Human resources, and trade unions"),
        ("Jane Doe, Chief Executive", "Chief Executive"),
        ("Health Board, Edinburgh", "Health Board, Edinburgh"),
    ],
)
def test_whom_we_ask_stays_a_body_and_a_person_becomes_a_role(who, without):
    assert asked_words(who, names=True) == who
    assert asked_words(who, names=False) == without


def test_without_names_who_asks_is_a_role_and_without_notes_their_answer_is_gone(sample):
    first, _ = cards(sample, "names")
    assert facts(first)["Who asks"] == "Head of Housing, by letter to the Chief Executive"
    _, second = cards(sample, "notes")
    assert "answer" not in plain(second.why)
    assert facts(second)["How it stands"] == "Answered"


def test_the_workbook_has_a_sheet_of_requests_and_csv_has_them_under_the_actions(sample):
    data = forms.make(ExportRequest(sample, "actions", ".xlsx", today=TODAY))
    sheet = openpyxl.load_workbook(BytesIO(data))["Requests"]
    heads, first, second = ([cell.value for cell in row] for row in sheet.iter_rows(min_row=3))
    found = dict(zip(heads, first, strict=True))
    assert found["Whom we ask"] == "Corporate leadership team"
    assert found["Who asks"] == "Morag Abernethy, Head of Housing"
    assert (found["How"], found["How it stands"]) == ("by letter to the Chief Executive", "Asked")
    assert found["Answer by"].date() == dt.date(2027, 4, 23)
    assert dict(zip(heads, second, strict=True))["Their answer"].startswith("One contact is named")
    lines = (
        forms.make(ExportRequest(sample, "actions", ".csv", today=TODAY))
        .decode("utf-8-sig")
        .splitlines()
    )
    ours = [line for line in lines if ",From others," in line]
    assert len(ours) == 2
    assert "Corporate leadership team: A decision that the new allocations" in ours[0]
    assert "2027-04-23,Asked," in ours[0]


def test_a_workbook_without_requests_has_no_sheet_of_them(sample):
    data = forms.make(ExportRequest(edits.set_asks(sample, ()), "actions", ".xlsx", today=TODAY))
    assert "Requests" not in openpyxl.load_workbook(BytesIO(data)).sheetnames


def test_the_calendar_has_the_day_on_which_an_answer_is_needed(sample):
    data = forms.make(ExportRequest(sample, "calendar", ".ics", today=TODAY))
    found = {
        str(each["SUMMARY"]): each.decoded("DTSTART")
        for each in icalendar.Calendar.from_ical(data).walk("VEVENT")
    }
    assert found["Answer needed today: Corporate leadership team"] == dt.date(2027, 4, 23)
    assert found["Answered: Human resources and trade unions"] == dt.date(2027, 3, 18)
