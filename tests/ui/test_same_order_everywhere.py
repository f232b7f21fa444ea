"""The plan has the same order on its page, in the PDF, the spreadsheet and a table by command.

Each is read as its reader reads it, as horizon, number and title of every action in turn.
"""

from __future__ import annotations

import contextlib
import csv
import io
import json
import re

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nttp_readiness.address import Page
from nttp_readiness.app import command_line
from nttp_readiness.domain.answers.planned import HORIZONS
from nttp_readiness.domain.plan.plan import plan_of
from nttp_readiness.presentation.papers import plan_actions, plan_sheets
from nttp_readiness.presentation.plan import planning
from nttp_readiness.reports.export_request import ExportRequest
from nttp_readiness.reports.forms import make
from nttp_readiness.storage.documents.documents import save_document
from nttp_readiness.ui.plan.plan_page import PlanPage
from nttp_readiness.ui.plan.table.plan_tree import PlanTree
from tests.reports.conftest import Reading
from tests.ui.test_same_figures_everywhere import KINDS, TODAY, made_up

SUGGESTED = ", suggested"


@pytest.fixture(params=KINDS)
def assessment(request, council):
    return made_up(council, request.param)


@pytest.fixture
def on_page(put_in_workbook):
    """The table of the page on the plan, row by row under its groups."""

    def read(assessment):
        page = put_in_workbook(
            assessment, lambda look, session: {Page.PLAN: PlanPage(look, session)}, "plan"
        )
        QApplication.processEvents()
        model = page.findChild(PlanTree).model()
        heads = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(6)]
        number, title = heads.index("No."), heads.index("Action and measure")
        found = []
        for place in range(model.rowCount()):
            group = model.index(place, 0)
            for row in range(model.rowCount(group)):
                said = model.index(row, number, group).data(Qt.ItemDataRole.AccessibleTextRole)
                words = model.index(row, title, group).data(Qt.ItemDataRole.AccessibleTextRole)
                found.append((group.data(), _number(said), words))
        return found

    return read


def in_pdf(assessment):
    """Cards, then the tables of what comes next and later, then what is only suggested."""
    reading = Reading(make(ExportRequest(assessment, "report", ".pdf", today=TODAY)))
    titles = {_bare(each.action.title) for each in plan_of(assessment).live}
    found, horizon = [], ""
    for element in reading.all("H1", "H2", "TR"):
        text = " ".join(reading.text(element).split())
        if element.kind == "H1":
            horizon = {"What we will do now": "Now"}.get(text, "")
        elif element.kind == "H2":
            card = re.fullmatch(r"(\d+) (?:[◆◇?•✓] )?(.+)", text)
            if horizon == "Now" and card and _bare(card[2]) in titles:
                found.append(("Now", int(card[1]), _bare(card[2])))
            waiting = text == "Suggested, and not taken up yet"
            if text in {"Next", "Later"} or waiting:
                horizon = "Later" if waiting else text
        elif horizon in {"Next", "Later"}:
            cells = [" ".join(reading.text(each).split()) for each in element.elements]
            number = int(cells.pop(0)) if cells[0].isdigit() else None
            named = [each for each in titles if cells[0].startswith(each)]
            found += [(horizon, number, max(named, key=len))] if named else []
    return found


def in_spreadsheet(assessment):
    sheet = openpyxl.load_workbook(
        io.BytesIO(make(ExportRequest(assessment, "actions", ".xlsx", today=TODAY)))
    )
    return _rows(list(sheet["Actions"].iter_rows(values_only=True)))


def by_command(assessment, tmp_path):
    """The table of actions as `export FILE actions.csv` writes it."""
    document, table = tmp_path / "plan.readiness", tmp_path / "actions.csv"
    save_document(document, assessment, expected=None)
    with contextlib.redirect_stdout(io.StringIO()):
        assert command_line.run(["export", str(document), str(table)]) == 0
    return _rows(list(csv.reader(io.StringIO(table.read_text(encoding="utf-8-sig")))))


def suggested_by_command(assessment, tmp_path):
    """What `score --json` suggests, by horizon: a strength to spread comes next, and last."""
    document = tmp_path / "suggested.readiness"
    save_document(document, assessment, expected=None)
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        assert command_line.run(["score", str(document), "--json"]) == 0
    actions = json.loads(out.getvalue())["actions"]
    by_horizon = sorted(actions, key=lambda each: HORIZONS.index(each["horizon"]))
    return [(each["horizon"], each["title"]) for each in by_horizon]


def _rows(rows):
    head = next(n for n, row in enumerate(rows) if "When" in row and "Action" in row)
    number, when, title = (rows[head].index(each) for each in ("No.", "When", "Action"))
    return [
        (row[when].removesuffix(SUGGESTED), int(row[number]) if row[number] else None, row[title])
        for row in rows[head + 1 :]
        if row[title] and row[when] != "From others"  # requests stand below the actions
    ]


def _number(said):
    found = re.fullmatch(r"Action (\d+)", said)
    return int(found[1]) if found else None


def _bare(title):
    return title.strip().removesuffix(".")


def read_everywhere(assessment, on_page, tmp_path):
    found = {
        "screen": on_page(assessment),
        "PDF": in_pdf(assessment),
        "spreadsheet": in_spreadsheet(assessment),
        "command line": by_command(assessment, tmp_path),
    }
    return {
        where: [(horizon, number, _bare(title)) for horizon, number, title in rows]
        for where, rows in found.items()
    }


def planned(rows):
    return [each for each in rows if each[1] is not None]


def test_all_four_have_the_same_actions_in_the_same_order(assessment, on_page, tmp_path):
    found = read_everywhere(assessment, on_page, tmp_path)
    assert len(found["screen"]) == len(plan_of(assessment).live) > 20
    for where, rows in found.items():
        assert planned(rows) == planned(found["screen"]), where
        assert sorted(rows, key=str) == sorted(found["screen"], key=str), where
    # What is only suggested stands below the plan on paper, in one order everywhere.
    waiting = [[row for row in rows if row[1] is None] for rows in found.values()]
    assert all(each == waiting[0] for each in waiting)


def test_a_plan_that_nobody_changed_is_in_the_order_that_the_answers_suggest(
    council, on_page, tmp_path
):
    bare = made_up(council, "much unknown")
    shown = [(horizon.lower(), title) for horizon, _, title in on_page(bare)]
    assert shown == suggested_by_command(bare, tmp_path)


_groups, _paper, _sheet = planning.groups, plan_actions._table, plan_sheets._actions


def _groups_turned_round(*arguments):
    made = _groups(*arguments)
    return tuple(
        planning.PlanGroup(each.horizon, each.name, each.extra, each.rows[::-1]) for each in made
    )


def _table_turned_round(material, title, entries):
    return _paper(material, title, entries[::-1])


def _sheet_turned_round(material):
    made = _sheet(material)
    return type(made)(made.id, made.name, made.caption, made.columns, made.rows[::-1])


@pytest.mark.parametrize(
    ("module", "name", "wrong", "where"),
    [
        (planning, "groups", _groups_turned_round, "screen"),
        (plan_actions, "_table", _table_turned_round, "PDF"),
        (plan_sheets, "_actions", _sheet_turned_round, "spreadsheet"),
    ],
)
def test_an_order_that_one_of_them_makes_otherwise_is_found(
    council, on_page, tmp_path, monkeypatch, module, name, wrong, where
):
    read = {"screen": on_page, "PDF": in_pdf, "spreadsheet": in_spreadsheet}[where]
    right = read(council)
    monkeypatch.setattr(module, name, wrong)
    assert read(council) != right
