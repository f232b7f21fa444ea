"""Each field of the domain's tables has its words, and each of them is where its table says."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import nttp_readiness
from nttp_readiness.domain.answers.fields import (
    ACTION_FIELDS,
    ANSWER_FIELDS,
    EVIDENCE_FIELDS,
    REQUEST_FIELDS,
)
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.editing.edits import changed
from nttp_readiness.domain.scorecard import score
from nttp_readiness.presentation.papers.plan_events import plan_diary
from nttp_readiness.presentation.papers.plan_sheets import for_one_table, plan_book
from nttp_readiness.presentation.plan.action_columns import (
    ACTION_COLUMNS,
    FORM_ROWS,
    column,
    merged_words,
)
from nttp_readiness.presentation.plan.plan_sorting import SORT_KEYS
from nttp_readiness.presentation.plan.request_columns import (
    FIRST_ROWS,
    MORE_ROWS,
    REQUEST_COLUMNS,
)
from nttp_readiness.presentation.words.answer_columns import ANSWER_COLUMNS
from nttp_readiness.presentation.words.evidence_columns import EVIDENCE_COLUMNS
from tests.presentation.conftest import TODAY
from tests.presentation.report_texts import every_text

KEY, LATER = "WEL-2/first", "WEL-1/next"
UNSHOWN = {"id", "kind", "indicators", "rank", "merged", "drop_reason", "choice",
           "look_again", "evidence_items", "listed"}  # fmt: skip
"""What has no column: what is worked with, and why an action was dropped, which is shown there."""
SETS = (
    (ACTION_COLUMNS, ACTION_FIELDS),
    (REQUEST_COLUMNS, REQUEST_FIELDS),
    (ANSWER_COLUMNS, ANSWER_FIELDS),
    (EVIDENCE_COLUMNS, EVIDENCE_FIELDS),
)
WRITTEN = [each for each in ACTION_COLUMNS if each.spec and each.spec.typed]


@pytest.mark.parametrize(("columns", "table"), SETS)
def test_every_field_that_people_see_has_its_words(columns, table):
    keys = [each.key for each in columns]
    assert len(keys) == len(set(keys))
    shown = {each.key for each in columns if each.spec}
    of_evidence = {"kind"} if columns is EVIDENCE_COLUMNS else set()
    assert set(table) - (UNSHOWN - of_evidence) == shown
    assert all(each.heading() for each in columns)


@pytest.mark.parametrize(("columns", "table"), SETS)
def test_a_sheet_has_the_fields_that_the_domain_prints_there(columns, table):
    assert {each.key for each in columns if each.sheet and each.spec} == {
        name for name, spec in table.items() if "sheet" in spec.printed
    }


def test_a_form_asks_for_each_field_once():
    asked = [key for row in FORM_ROWS for key in row]
    assert sorted(asked) == sorted(each.key for each in ACTION_COLUMNS if each.editor)
    of_request = [key for row in (*FIRST_ROWS, *MORE_ROWS) for key in row]
    assert sorted(of_request) == sorted(each.key for each in REQUEST_COLUMNS)


def test_what_can_be_sorted_shared_or_brought_out_is_a_column_on_screen():
    for each in ACTION_COLUMNS:
        if each.sort or each.shared or each.optional:
            assert each.screen, each.key
        assert each.screen <= 300
        assert not each.shared or each.editor
    assert SORT_KEYS[0] == "plan"
    assert sum(each.paper for each in ACTION_COLUMNS) == 170, "the width of a page"


def test_headings_are_said_nowhere_else():
    """A column that is named a second time will be named differently one day."""
    package = Path(nttp_readiness.__file__).parent
    once = {"Owner", "Due", "Review date", "What we aim for", "How we will know",
            "At the start", "Level we hope for", "Why now", "Whom we ask", "What we ask for",
            "Who asks", "Answer by", "How it stands", "Their answer", "Whose view",
            "How sure we are", "Why not relevant", "How the evidence stands"}  # fmt: skip
    found: dict[str, list[str]] = {}
    for path in package.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and getattr(node.func, "id", "") == "tr"
                and isinstance(node.args[0], ast.Constant)
                and node.args[0].value in once
            ):
                found.setdefault(node.args[0].value, []).append(path.name)
    assert once == set(found)
    assert {heading: names for heading, names in found.items() if len(names) > 1} == {}


def written(assessment, key, word):
    return edits.change_action(assessment, key, **edits.action_change(word, f"Zebra {word}"))


@pytest.mark.parametrize("each", WRITTEN, ids=lambda each: each.key)
def test_a_field_is_printed_where_its_table_says(sample, plan_of, each):
    """Cards of now, tables and full texts of later, the sheet and the calendar."""
    kept = edits.keep_action(sample, LATER)
    now, later = written(kept, KEY, each.key), written(kept, LATER, each.key)
    zebra = f"Zebra {each.key}"

    def said(report):
        return zebra in "\n".join(every_text(report))

    printed = each.spec.printed
    assert said(plan_of(now)) == bool({"fact", "words", "measure", "source"} & set(printed)) or (
        each.key == "title"
    )
    beside_the_measure = "measure" in printed
    assert said(plan_of(later, full_notes=True)) == (
        bool({"table", "full"} & set(printed)) or beside_the_measure
    )
    (actions, *_) = plan_book(score(now), TODAY).sheets
    cells = [row[n] for row in actions.rows for n, col in enumerate(actions.columns)
             if col.key == each.key]  # fmt: skip
    assert (zebra in cells) == ("sheet" in printed)
    dated = edits.change_action(now, KEY, due=TODAY)
    days = plan_diary(score(dated), TODAY).events
    diary = "\n".join(each.description for each in days if "-due@" in each.uid)
    assert (zebra in diary) == ("calendar" in printed)


@pytest.mark.parametrize(
    "each", [each for each in REQUEST_COLUMNS if each.spec.typed], ids=lambda each: each.key
)
def test_a_request_says_each_field_in_its_sheet_and_in_a_file_with_one_table(sample, each):
    ask = changed(sample.asks[0], **{each.key: "Zebra"})
    book = plan_book(score(edits.set_asks(sample, (ask,))), TODAY)
    sheet = next(made for made in book.sheets if made.id == "requests")
    assert "Zebra" in sheet.rows[0]
    one = for_one_table(book)
    place = [made.key for made in one.columns].index(each.under)
    assert "Zebra" in str(one.rows[-1][place])


def test_what_merging_moves_to_the_notes_is_said_with_its_heading(sample):
    assert merged_words("owner", "Iain") == "Owner: Iain"
    assert merged_words("due", TODAY) == f"Due: {column('due').words(TODAY)}"
    assert merged_words("title", "Begin") == "Begin"
    assert merged_words("drop_reason", "Not ours") == "Not ours"
