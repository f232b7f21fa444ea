"""Screen, PDF, spreadsheet and command line say the same of the same assessment.

Each is read as its reader reads it: the words of real widgets, the tagged tables of the PDF, the
cells of the workbook, and what `score --json` prints. Their figures are brought to one form and
compared; nothing here works a figure out.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import itertools
import json
import re
import uuid
from fractions import Fraction

import openpyxl
import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication

from nttp_readiness.address import Page
from nttp_readiness.app import command_line
from nttp_readiness.domain.editing import edits
from nttp_readiness.presentation.papers import plan_sheets
from nttp_readiness.presentation.readiness import pictures
from nttp_readiness.presentation.words import words
from nttp_readiness.reports.export_request import ExportRequest
from nttp_readiness.reports.forms import make
from nttp_readiness.storage.documents.documents import save_document
from nttp_readiness.ui.understand.understand_page import UnderstandPage
from nttp_readiness.ui.widgets.data_table import DataTable
from nttp_readiness.ui.widgets.prose import Prose
from tests.reports.conftest import Reading

TODAY = dt.date(2027, 3, 12)
OTHERS = ("not_sure", None, "rather_not_say", "not_relevant")
KINDS = ("sample", "all known", "much unknown")


def made_up(council, kind):
    """The sample itself, or other answers to its questions without any of its plan."""
    if kind == "sample":
        return council
    bare = edits.new_assessment(council.bank, "A made-up service & co", today=TODAY)
    order = council.bank.order
    for indicator in bare.asked:
        n = order[indicator.id]
        choice = (n * 7 + n // 6) % 5
        if kind == "much unknown" and n % 5 in (1, 3):
            choice = OTHERS[n % 3 if indicator.foundation else n % 4]
        if kind == "much unknown" and council.bank.domain_of[indicator.id].code == "SVC":
            choice = 0 if n % 2 else None  # a range only, and yet but one level in it
        bare = edits.answer(bare, indicator.id, choice, "Not our work")
    return bare


@pytest.fixture(params=KINDS)
def assessment(request, council):
    return made_up(council, request.param)


@pytest.fixture
def on_screen(put_in_workbook):
    """The figures as the page on where we stand shows them, with every working opened."""

    def read(assessment):
        page = put_in_workbook(
            assessment,
            lambda look, session: {Page.UNDERSTAND: UnderstandPage(look, session)},
            "understand",
        )
        shown = [each for each in page.findChildren(QAbstractButton) if each.isVisible()]
        held = [
            each.accessibleName().removeprefix("Open question, ")
            for each in shown
            if each.accessibleName().startswith("Open question, ")
            and "Safety first: " not in each.accessibleName()  # that is the notice above the page
        ]
        for fold in shown:
            if fold.accessibleName().startswith("How was this worked out? "):
                fold.click()
        QApplication.processEvents()
        (table,) = [
            each
            for each in page.findChildren(DataTable)
            if each.accessibleName() == "Levels of the domains"
        ]
        rows = _cells(table)
        found = {}
        names = {each.short_name: each for each in assessment.bank.domains}
        for short_name, level, could_be, known in rows:
            domain = names[short_name]
            line = page._domains.rows[domain.code]
            said = [each.plain() for each in line.findChildren(Prose) if each.isVisible()]
            index, index_range = _index(said)
            found[domain.code] = _figures(level, could_be, index, index_range, known)
        texts = [each.plain() for each in page.findChildren(Prose) if each.isVisible()]
        return {
            "stage": page._stage._stage.plain(),
            "held": sorted(held),
            "known": _coverage(" ".join(texts)),
            "domains": found,
        }

    return read


def in_pdf(assessment):
    reading = Reading(make(ExportRequest(assessment, "report", ".pdf", today=TODAY)))
    rows = [
        [" ".join(reading.text(kid).split()) for kid in row.kids if not isinstance(kid, tuple)]
        for row in reading.all("TR")
    ]
    names = {each.name: each.code for each in assessment.bank.domains}
    found = {
        names[row[1]]: _figures(row[2], row[3], row[4], row[5], row[6])
        for row in rows
        if len(row) == 7 and row[1] in names
    }
    titles = {f"{each.title} {each.id}": each.title for each in assessment.bank.by_id.values()}
    holders = ["Foundation", "Our answer", "What would move or keep it"]
    held = []
    if holders in rows:
        below = [row[0].partition(" · ") for row in rows[rows.index(holders) + 1 :]]
        foundations = itertools.takewhile(lambda row: row[0] in titles, below)
        held = [titles[name] for name, _, why in foundations if why]  # "keeps us at this stage"
    lead = "Our readiness stage "
    (stage,) = [each for each in reading.texts("H2") if each.startswith(lead)]
    whole = " ".join(" ".join(page.extract_text() for page in reading.pdf.pages).split())
    return {
        "stage": stage.removeprefix(lead),
        "held": sorted(held),
        "known": _coverage(whole),
        "domains": found,
    }


def in_spreadsheet(assessment):
    data = make(ExportRequest(assessment, "actions", ".xlsx", today=TODAY))
    sheet = openpyxl.load_workbook(io.BytesIO(data))["Levels"]
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    head = next(n for n, row in enumerate(rows) if row[1] == "Domain")
    stage = next(str(row[0]) for row in rows[:head] if str(row[0]).startswith("Stage: "))
    names = {each.name: each.code for each in assessment.bank.domains}
    return {
        "stage": re.match(r"Stage: (.*?)\. ", stage)[1],
        "domains": {
            names[row[1]]: {
                "level": row[2],
                "provisional": "provisional" in (row[3] or ""),
                "low": row[4],
                "high": row[5],
                "index": row[6],
                "index_low": row[7],
                "index_high": row[8],
                "known": (row[9], row[10]),
            }
            for row in rows[head + 1 :]
            if row[1] in names
        },
    }


def on_command_line(assessment, tmp_path):
    path = tmp_path / f"{uuid.uuid4().hex}.readiness"
    save_document(path, assessment, expected=None)
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        assert command_line.run(["score", str(path), "--json"]) == 0
    data = json.loads(out.getvalue())
    bank = assessment.bank
    stages = {each.id: each.name for each in bank.stages}
    held = {*data["held_by"], *data["not_known"]}
    return {
        "stage": stages[data["stage"]],
        "held": sorted(bank.by_id[key].title for key in held),
        "known": (
            data["answered"] - data["not_sure"] - data["rather_not_say"] - data["not_relevant"],
            data["of"] - data["not_relevant"],
        ),
        "domains": {
            each["id"]: {
                "level": each["level"],
                "provisional": each["provisional"],
                "low": each["level_low"],
                "high": each["level_high"],
                "index": _half_up(each["index"]),
                "index_low": _half_up(each["low"]),
                "index_high": _half_up(each["high"]),
                "coverage": each["coverage"],
                "shown": each["shown"],
            }
            for each in data["domains"]
        },
    }


def _cells(table):
    model = table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def _figures(level, could_be, index, index_range, known):
    """Words of a table brought to figures: "2 Developing, provisional", "1 to 3", "58", "3 of 5".

    Where a table says no range, both ends are the figure itself.
    """
    number = int(level[0]) if level[:1].isdigit() else None
    ends = [int(each) for each in re.findall(r"\d", could_be)] or [number]
    points = [int(each) for each in re.findall(r"\d+", index)]
    spread = [int(each) for each in re.findall(r"\d+", index_range)] or points or [None]
    return {
        "level": number,
        "provisional": "provisional" in level,
        "low": ends[0],
        "high": ends[-1],
        "index": points[0] if points else None,
        "index_low": spread[0],
        "index_high": spread[-1],
        "known": tuple(int(each) for each in re.findall(r"\d+", known)),
    }


def _index(said):
    """The index and its range as a working says them: "Index 58, between 35 and 75."."""
    found = [re.match(r"Index (\d+)(?:, between (\d+ and \d+))?", each) for each in said]
    return next(((each[1], each[2] or "") for each in found if each), ("", ""))


def _coverage(text):
    """How many questions have a level, out of how many that apply."""
    found = re.search(r"(\d+) of (\d+) questions that apply have a level", text)
    return int(found[1]), int(found[2])


def _half_up(figure):
    return (
        None if figure is None else int(Fraction(figure).limit_denominator(1000) + Fraction(1, 2))
    )


def differences(one, other):
    """Every place where two say something else of the same assessment."""
    found = [
        f"{name}: {one[name]} and {other[name]}"
        for name in ("stage", "held", "known")
        if name in one and name in other and one[name] != other[name]
    ]
    if list(one["domains"]) != list(other["domains"]):
        found.append(f"domains: {list(one['domains'])} and {list(other['domains'])}")
        return found
    for code, figures in one["domains"].items():
        beside = other["domains"][code]
        found += [
            f"{code} {key}: {figures[key]} and {beside[key]}"
            for key in figures
            if key in beside and figures[key] != beside[key]
        ]
        if "coverage" in beside and beside["coverage"] is not None:
            known, of = figures["known"]
            if abs(known / of - beside["coverage"]) > 1e-9:
                found.append(f"{code} known: {known} of {of} and {beside['coverage']}")
    return found


def everywhere(assessment, on_screen, tmp_path):
    """What screen, PDF and spreadsheet say otherwise than the command line."""
    printed = on_command_line(assessment, tmp_path)
    said = {
        "screen": on_screen(assessment),
        "PDF": in_pdf(assessment),
        "spreadsheet": in_spreadsheet(assessment),
    }
    assert all(len(each["domains"]) == len(assessment.bank.domains) for each in said.values())
    return [
        f"{where}: {each}"
        for where, figures in said.items()
        for each in differences(figures, printed)
    ]


def test_all_four_say_the_same(assessment, on_screen, tmp_path):
    assert everywhere(assessment, on_screen, tmp_path) == []


def test_the_made_up_assessments_have_every_kind_of_figure(council, tmp_path):
    shown = [
        figures["shown"]
        for kind in KINDS
        for figures in on_command_line(made_up(council, kind), tmp_path)["domains"].values()
    ]
    assert {"level", "provisional", "range"} <= set(shown)


def _wrong_rounding(figure, otherwise=""):
    return str(figure // 1) if figure is not None else otherwise


def _rows_with_another_level(rows):
    first, *rest = _standing_rows(rows)
    return (first[0], "4 Embedded", *first[2:]), *rest


def _level_of_another(score, in_words):
    level, *rest = _sheet_figures(score, in_words)
    return (4 if level != 4 else 3, *rest)


_standing_rows, _sheet_figures = pictures.standing_rows, plan_sheets._figures


@pytest.mark.parametrize(
    ("module", "name", "wrong", "where"),
    [
        (words, "rounded", _wrong_rounding, "PDF"),
        (pictures, "standing_rows", _rows_with_another_level, "screen"),
        (plan_sheets, "_figures", _level_of_another, "spreadsheet"),
    ],
)
def test_a_figure_that_one_of_them_works_out_otherwise_is_found(
    council, on_screen, tmp_path, monkeypatch, module, name, wrong, where
):
    monkeypatch.setattr(module, name, wrong)
    found = everywhere(council, on_screen, tmp_path)
    assert any(each.startswith(where) for each in found)
