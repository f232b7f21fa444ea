"""Check your answers in words: what each row says, what is open, and what a filter leaves."""

import pytest

from nttp_readiness.domain.editing import edits
from nttp_readiness.presentation.readiness import checking
from nttp_readiness.presentation.readiness.answer_filters import FILTERS
from tests.domain.small_bank import assessment_of, everything, two_domains


@pytest.fixture
def bank():
    return two_domains(routes=[("short", ["A-1", "B-1"])])


def rows(assessment, which="all"):
    return [row for group in checking.groups(assessment, which) for row in group.rows]


def open_words(assessment):
    return "".join(run.text for run in checking.still_open(assessment).words)


def test_a_row_says_its_title_the_answer_and_the_question_itself(bank):
    answered = assessment_of(bank, everything(bank, 3, A_2="not_sure", A_3=None))
    assert [row.said for row in rows(answered)[:3]] == [
        "Question A-1, 3 Established",
        "Question A-2, Not sure",
        "Question A-3, Open",
    ]
    statement = answered.statement(bank.by_id["A-1"])
    assert rows(answered)[0].beside == f"Foundation. {statement}"


def test_a_note_or_evidence_is_marked(bank):
    noted = edits.write_beside(assessment_of(bank, everything(bank, 3)), "A-1", note="Seen.")
    shown = edits.write_beside(noted, "A-2", evidence="A page.")
    assert [row.note for row in rows(shown)[:3]] == ["Note", "Evidence", ""]
    assert [row.id for row in rows(shown, "notes")] == ["A-1", "A-2"]


def test_domains_without_a_row_are_left_out(bank):
    open_one = assessment_of(bank, everything(bank, 3, B_2=None))
    assert [(each.code, each.count) for each in checking.groups(open_one, "open")] == [
        ("B", "3 of 4 answered")
    ]


def test_what_is_open_is_named_and_the_rest_counted(bank):
    one = assessment_of(bank, everything(bank, 3, B_2=None))
    assert (open_words(one), checking.still_open(one).first) == ("1 open: Question B-2", "B-2")
    assert open_words(assessment_of(bank, {})) == (
        "8 open: Question A-1, Question A-2, Question A-3 and 5 others"
    )
    done = assessment_of(bank, everything(bank, 3))
    assert (open_words(done), checking.still_open(done).first) == ("Nothing is open.", "")


def test_only_the_questions_of_the_route_are_shown(bank):
    short = assessment_of(bank, {"A-1": 2}, route="short")
    assert [row.id for row in rows(short)] == ["A-1", "B-1"]
    assert checking.groups(short, "all")[0].count == "1 of 1 answered"


def test_every_filter_has_a_sentence_for_nothing():
    assert all(checking.nothing_words(each).endswith(".") for each in FILTERS)
