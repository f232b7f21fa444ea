"""Two rounds as people read them: what moved, what did not, what was done in between."""

import datetime as dt
import json

import pytest

from nttp_readiness.address import Address, Page
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.rounds.rounds import compare, new_round
from nttp_readiness.presentation.papers.comparison_report import comparison_report
from nttp_readiness.presentation.rounds.comparison import comparison_words
from nttp_readiness.presentation.rounds.comparison_data import comparison_data
from nttp_readiness.presentation.words.blocks import Table
from tests.domain import small_bank as small

BANK = small.two_domains(routes=[("a_only", ("A-1", "A-2", "A-3", "A-4"))])


@pytest.fixture
def rounds():
    first = small.assessment_of(BANK, small.everything(BANK, 1, B_2=None, B_3=None))
    first = edits.set_profile(first, started=dt.date(2026, 3, 12))
    first = edits.change_action(first, "A-1/first", status="done", title="Name a sponsor")
    second = new_round(first, today=dt.date(2026, 11, 21), keep_answers=True)
    for key in ("A-1", "A-2", "A-3", "A-4"):
        second = edits.answer(second, key, 2)
    return first, second


def test_the_page_reads_from_the_stage_to_the_domains(rounds):
    said = comparison_words(compare(*rounds))
    assert said.title == "What moved between March and November"
    assert said.sentence == (
        "The stage is still Build foundations first, and it is closer. Two foundations"
        " kept us there then. One does now. One domain moved up."
    )
    assert (said.before, said.after) == ("Round 1, 12 March 2026", "Round 2, 21 November 2026")
    assert said.done == ("Name a sponsor",)
    assert [(each.title, each.was, each.now) for each in said.foundations] == [
        ("Question A-1", "Exploring", "Developing")
    ]
    assert said.foundations_same == "1 foundation has the same answer as before."


def test_a_row_says_was_and_now_the_change_and_by_how_many_answers(rounds):
    rows = comparison_words(compare(*rounds)).rows
    assert [(each.was_now, each.change) for each in rows] == [
        ("was 1, now 2", "Up one"),
        ("was 0 to 1, now 0 to 1", "Range only"),
    ]
    assert rows[0].detail == "Answers: 4 up. Index 25, now 50."


def test_was_and_now_stand_alone_under_their_headings_on_paper(rounds):
    """In large print a line read "Was and now: Was 1, now 2"."""
    report = comparison_report(compare(*rounds), dt.date(2026, 11, 21))
    (table,) = [each for each in report.blocks if isinstance(each, Table)
                and each.caption == "Domain by domain"]  # fmt: skip
    assert [each.title for each in table.columns[1:3]] == ["Was", "Now"]
    assert [cell.words for cell in table.rows[0].cells[1:3]] == [("1",), ("2",)]


def test_down_is_said_in_the_same_words_as_up(rounds):
    first, second = rounds
    rows = comparison_words(compare(second, first)).rows
    assert (rows[0].was_now, rows[0].change) == ("was 2, now 1", "Down one")
    assert rows[0].detail.startswith("Answers: 4 down.")


def test_less_than_one_answers_step_is_no_clear_change():
    bank = small.bank_of([small.domain("A", [small.question(f"A-{n}") for n in range(1, 7)])])
    answers = {**dict.fromkeys(bank.by_id, 2), "A-1": 3}
    then = small.assessment_of(bank, answers)
    row = comparison_words(compare(then, edits.answer(then, "A-1", None))).rows[0]
    assert row.change == "No clear change"
    assert row.detail.endswith("less than one answer's step, so no clear change.")


def test_years_are_said_where_they_differ_and_rounds_where_the_month_is_the_same(rounds):
    first, second = rounds
    later = edits.set_profile(second, started=dt.date(2027, 1, 5))
    assert comparison_words(compare(first, later)).title == (
        "What moved between March 2026 and January 2027"
    )
    same = edits.set_profile(second, started=dt.date(2026, 3, 30))
    assert comparison_words(compare(first, same)).title == "What moved between round 1 and round 2"
    copy = edits.set_place(first, Address(Page.REFLECT, "A-1"))
    assert comparison_words(compare(first, copy)).title == "What moved from the first to the second"


def test_another_stage_is_said_before_and_after():
    then = small.assessment_of(BANK, small.everything(BANK, 1))
    now = small.assessment_of(BANK, small.everything(BANK, 2))
    assert comparison_words(compare(then, now)).sentence.startswith(
        "The stage was Build foundations first and is Ready to start small now."
    )


def test_what_only_one_round_asked_is_left_out_and_said():
    short = small.assessment_of(BANK, {"A-1": 1}, route="a_only")
    full = small.assessment_of(BANK, small.everything(BANK, 2))
    said = comparison_words(compare(short, full))
    assert said.notes == ("Only the 4 questions that both rounds asked are compared.",)
    assert "the stage is not compared" in said.sentence


def test_the_same_comparison_is_plain_data(rounds):
    data = comparison_data(compare(*rounds))
    assert json.loads(json.dumps(data)) == data
    assert data["before"]["stage"] == "build"
    assert data["domains"][0]["up"] == ["A-1", "A-2", "A-3", "A-4"]
    assert (data["domains"][0]["verdict"], data["domains"][0]["index_change"]) == ("up", 25)
    assert data["done"] == [{"id": "A-1/first", "title": "Name a sponsor"}]
