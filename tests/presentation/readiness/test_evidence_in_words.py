"""The list of evidence, its redaction, and what Find knows of it."""

import datetime as dt

import pytest

from nttp_readiness.domain.editing import evidence_edits
from nttp_readiness.domain.editing.edits import changed
from nttp_readiness.domain.plan.plan import plan_of
from nttp_readiness.domain.scorecard import score
from nttp_readiness.presentation.papers.plan_sheets import plan_book
from nttp_readiness.presentation.plan.plan_material import Options
from nttp_readiness.presentation.readiness import evidence_list
from nttp_readiness.presentation.readiness.finding import find
from nttp_readiness.presentation.words.owners import place_words
from tests.presentation.conftest import TODAY

PATH = r"C:\Users\Morag.MacLeod\Board\June minutes.pdf"


@pytest.fixture
def shown(sample):
    """The sample with one piece alone."""
    said = {key: changed(each, evidence_items=()) for key, each in sample.answers.items()}
    made = evidence_edits.add_evidence(changed(sample, answers=said), "LEA-1", "one", listed=1)
    return evidence_edits.change_evidence(
        made, "LEA-1", "one", what="June minutes", where=PATH, kind="record",
        dated=dt.date(2026, 6, 18), shows="A zebra was agreed.",
    )  # fmt: skip


def sheet_text(assessment, *without):
    book = plan_book(score(assessment), TODAY, Options(frozenset(without)))
    return "\n".join(str(cell) for each in book.sheets for row in each.rows for cell in row)


def test_the_list_has_each_piece_under_its_question_and_ticks_the_list(shown):
    groups = evidence_list.evidence_list(shown)
    question = next(q for g in groups for q in g.questions if q.id == "LEA-1")
    assert [each.what for each in question.items] == ["June minutes"]
    assert [each.here for each in question.listed][:2] == [True, False]
    assert evidence_list.item_line(question.items[0]) == "Minutes or records · 18 June 2026"
    assert evidence_list.count_words(shown).startswith("1 piece of evidence, for 1 of ")


def test_what_no_longer_holds_ticks_nothing(shown):
    gone = evidence_edits.say_of_evidence(shown, "LEA-1", "one", "no_longer", TODAY)
    (question,) = [
        q for g in evidence_list.evidence_list(gone) for q in g.questions if q.id == "LEA-1"
    ]
    assert not any(each.here for each in question.listed)


def test_what_waits_to_be_looked_at_is_counted(shown):
    waiting = evidence_edits.change_evidence(shown, "LEA-1", "one", state="to_check")
    assert evidence_list.to_check(waiting)[0][0] == "LEA-1"
    assert "Is it still true?" in evidence_list.count_words(waiting)


def test_a_spreadsheet_has_it_and_leaves_it_out_with_notes_and_with_scores(shown):
    assert PATH in sheet_text(shown)
    for part in ("notes", "scores"):
        assert "zebra" not in sheet_text(shown, part)
        assert "June minutes" not in sheet_text(shown, part)


def test_without_names_a_path_keeps_its_last_part_alone(shown):
    said = sheet_text(shown, "names")
    assert "June minutes.pdf" in said
    assert "Morag" not in said


@pytest.mark.parametrize(
    ("where", "left"),
    [
        (PATH, "June minutes.pdf"), ("/home/morag/rota.ods", "rota.ods"), ("S:/Morag/", "Morag"),
        ("https://example.org/a", "https://example.org/a"), ("The blue box", "The blue box"),
        ("", ""), ("\\\\server\\morag\\x.docx", "x.docx"),
    ],
)  # fmt: skip
def test_the_last_part_of_every_kind_of_place(where, left):
    assert place_words(where, names=False) == left
    assert place_words(where, names=True) == where


def test_it_is_found_by_its_words(shown):
    (hit,) = find(shown, plan_of(shown), "zebra")
    assert str(hit.address) == "reflect/LEA-1"
    assert "zebra" in hit.excerpt
