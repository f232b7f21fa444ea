"""Without scores, notes or names: nothing of it is left anywhere in the report."""

from __future__ import annotations

import re

import pytest

from nttp_readiness.domain.answers.assessment import StageView
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.scorecard import score
from nttp_readiness.presentation.papers.action_plan import Options
from nttp_readiness.presentation.papers.one_page import one_page
from nttp_readiness.presentation.words.blocks import Cell, Figure, Table
from tests.presentation.conftest import TODAY
from tests.presentation.report_texts import blocks, every_text, rows, section, sections, tables

NOTES = ("canary-note", "canary-evidence", "canary-view", "canary-reason", "canary-action-note",
         "canary-drop", "canary-stage")  # fmt: skip
NAMES = ("Peigi NicAonghais", "Murdo Canary", "Ceit Canary", "canary-view")


@pytest.fixture(scope="module")
def marked(sample):
    """The sample with a canary in every field that people type beside the questions."""
    made = edits.write_beside(
        sample,
        "LEA-1",
        note="canary-note from Murdo Canary",
        evidence="canary-evidence",
        view="canary-view",
    )
    made = edits.answer(made, "SYS-5", "not_relevant", "canary-reason")
    made = edits.change_action(
        made, "WEL-2/first", owner="Peigi NicAonghais, Operations Manager; Ceit Canary",
        notes="canary-action-note", measure="Peigi NicAonghais has shown the page to all.",
    )  # fmt: skip
    made = edits.change_action(made, "POW-1/first", owner="Murdo Canary")
    made = edits.drop_action(made, "LEA-6/next", "canary-drop")
    view = StageView(stage="find_out", computed="build_foundations", reason="canary-stage")
    return edits.set_stage_view(made, view)


def found_in(report, canaries):
    said = "\n".join(every_text(report))
    return [each for each in canaries if each in said]


def test_the_canaries_are_there_while_nothing_is_left_out(marked, plan_of):
    report = plan_of(marked, full_notes=True)
    assert found_in(report, [*NOTES, *NAMES]) == [*NOTES, *NAMES]


@pytest.mark.parametrize("full_notes", [False, True])
def test_without_notes_no_note_is_left(marked, plan_of, full_notes):
    assert found_in(plan_of(marked, "notes", full_notes=full_notes), NOTES) == []


def test_without_notes_the_question_takes_the_room_of_the_column(marked, plan_of):
    table = tables(section(plan_of(marked, "notes"), "Domain by domain"))[0]
    assert [(each.title, each.width) for each in table.columns] == [
        ("Question", 138),
        ("Our answer", 32),
    ]


@pytest.mark.parametrize("full_notes", [False, True])
def test_without_names_no_name_is_left(marked, plan_of, full_notes):
    assert found_in(plan_of(marked, "names", full_notes=full_notes), NAMES) == []
    card = score(marked)
    assert found_in(one_page(card, TODAY, Options(frozenset({"names"}))), NAMES) == []


def test_without_names_nobody_is_told_whose_view_an_answer_was(sample, plan_of):
    for view in ("Murdo Canary", "Outreach"):
        given = edits.write_beside(sample, "LEA-1", view=view)
        said = "\n".join(every_text(plan_of(given, "names")))
        assert "Whose view" in "\n".join(every_text(plan_of(given)))
        assert "Whose view" not in said
    assert "Outreach takes part in two meetings" in said, "a group is no name"


def test_without_names_a_role_stays_and_text_says_a_named_person(marked, plan_of):
    said = "\n".join(every_text(plan_of(marked, "names")))
    assert "Operations Manager, with a named owner" in said
    assert "a named person has shown the page to all." in said
    assert "Housing Options" in said


def test_without_scores_the_report_has_no_figure_level_stage_or_index(marked, plan_of):
    for report in (
        plan_of(marked, "scores", full_notes=True),
        one_page(score(marked), TODAY, Options(frozenset({"scores"}))),
    ):
        everything = list(blocks(report))
        assert not any(isinstance(each, Figure) for each in everything)
        cells = [c for t in everything if isinstance(t, Table) for r in t.rows for c in r.cells]
        assert cells
        assert not any(isinstance(each, Cell) and each.drawing for each in cells)
        said = "\n".join(every_text(report))
        for pattern in (
            r"\b[Ll]evel \d", r"\b[Ii]ndex\b", r"readiness stage", r"\d of 56", r"[Cc]ould be",
            r"Not sure", r"not known", r"holds", r"Firm\.", r"Exploring|Developing|Established",
            r"Our own readiness picture", r"worked out",
        ):  # fmt: skip
            assert not re.search(pattern, said), pattern
        for stage in marked.bank.stages:
            assert stage.name not in said


def test_those_patterns_are_found_while_scores_are_there(marked, plan_of):
    said = "\n".join(every_text(plan_of(marked)))
    assert re.search(r"\b[Ll]evel \d", said)
    assert re.search(r"\b[Ii]ndex\b", said)
    assert "Build foundations first" in said


def test_without_scores_the_plan_keeps_what_helps_to_act(marked, plan_of):
    assert sections(plan_of(marked, "scores")) == [
        "In this report",
        "What we are working on first",
        "What we will do now",
        "Later actions",
        "What we need from others",
        "Words used in the actions",
        "Support",
    ]


def test_without_scores_foundations_stand_by_name_with_what_would_move_them(marked, plan_of):
    table = tables(section(plan_of(marked, "scores"), "What we are working on first"))[0]
    assert [row[0].split("\n")[0] for row in rows(table)] == [
        "Support after difficult events",
        marked.bank.by_id["POW-1"].title,
        "Feeling safe and valued",
    ]
    assert [row.cells[0].mark for row in table.rows] == ["", "", ""]
