"""A portfolio's figures are those of the single assessments in every form that leaves the program.

What a table holds is the sum of the scorecards: tests/presentation/portfolio. Here each cell of
each table is found again in the tagged PDF, on the web page and in the spreadsheet, as its reader
finds it; the cube is asked in test_cube_in_sql, the window in tests/ui/shell/test_many_teams.
"""

import datetime as dt
import io

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from nttp_readiness.domain.answers.answer import Reach
from nttp_readiness.domain.editing import edits
from nttp_readiness.presentation.portfolio.overview import overview
from nttp_readiness.presentation.portfolio.portfolio_tables import Problem
from nttp_readiness.reports.portfolio_files import portfolio_file
from nttp_readiness.values import replace
from tests.domain import small_bank
from tests.reports.conftest import Reading

NOW = dt.datetime(2027, 3, 1, tzinfo=dt.UTC)
BANK = small_bank.two_domains()
CHOICES = st.sampled_from([0, 1, 2, 3, 4, "not_sure", "rather_not_say", None])
TEAM = st.fixed_dictionaries({
    "answers": st.lists(CHOICES, min_size=8, max_size=8),
    "organisation": st.sampled_from(["Ward", "Ward 2", "Ward 10", "=A1 & <b>Co</b>"]),
    "small": st.booleans(),
    "reach": st.integers(0, 400),
})  # fmt: skip


def portfolio(teams):
    found = []
    for number, each in enumerate(teams):
        made = small_bank.assessment_of(BANK, dict(zip(BANK.by_id, each["answers"], strict=True)))
        made = edits.set_profile(
            made, title=f"Team {number}", organisation=each["organisation"],
            small_organisation=each["small"],
        )  # fmt: skip
        reach = Reach(n=each["reach"], of=each["reach"] + 7)
        found.append(edits.write_beside(made, "A-2", reach=reach))
    return overview(found, [Problem("torn.readiness", "This file is empty.")])


def wanted(made):
    """The rows of each table, headings first, in words."""
    return {
        each.name: [list(each.columns), *([str(cell) for cell in row] for row in each.rows)]
        for each in made.tables
    }


def in_pdf(made):
    reading = Reading(portfolio_file(made, ".pdf", now=NOW))
    assert reading.problems == []
    names = iter(each.name for each in made.tables)
    found: dict[str, list[list[str]]] = {}
    for table in reading.all("Table"):
        rows = [row for row in reading._walk(table) if row.kind == "TR"]
        found[next(names)] = [
            [" ".join(reading.text(cell).split()) for cell in row.elements] for row in rows
        ]
    return found


def on_the_web_page(made):
    page = html.fromstring(portfolio_file(made, ".html", now=NOW))
    names = iter(each.name for each in made.tables)
    return {
        next(names): [
            [" ".join(cell.text_content().split()) for cell in row.xpath("./th|./td")]
            for row in table.xpath(".//tr")
        ]
        for table in page.xpath("//table")
    }


def in_the_spreadsheet(made):
    book = openpyxl.load_workbook(io.BytesIO(portfolio_file(made, ".xlsx", now=NOW)))
    found: dict[str, list[list[str]]] = {}
    for each in made.tables:
        rows = book[each.name].iter_rows(min_row=3, values_only=True)
        kept = [n for n, name in enumerate(each.columns) if any(row[n] != "" for row in each.rows)]
        for row in rows:  # a column that says nothing is left out there
            cells = [""] * len(each.columns) if each.name in found else list(each.columns)
            for n, cell in zip(kept, row, strict=False):
                cells[n] = "" if cell is None else str(cell)
            found.setdefault(each.name, []).append(cells)
    return found


FORMS = {"PDF": in_pdf, "web page": on_the_web_page, "spreadsheet": in_the_spreadsheet}


@pytest.mark.parametrize("form", FORMS)
@given(st.lists(TEAM, min_size=1, max_size=9))
@settings(max_examples=12, deadline=None)
def test_every_cell_is_in_every_form(form, teams):
    made = portfolio([{**teams[0], "small": False}, *teams[1:]])
    assert len(made.tables) > 2  # one that stands for many people shows figures
    assert FORMS[form](made) == wanted(made)


@pytest.mark.parametrize("form", FORMS)
def test_a_figure_that_is_one_too_many_would_be_found(form):
    made = portfolio([
        {"answers": [n % 5] * 8, "organisation": "Ward", "small": False, "reach": n}
        for n in range(4)
    ])  # fmt: skip
    for number, table in enumerate(made.tables):
        *before, last = table.rows[0]
        wrong = replace(table, rows=((*before, f"{last}1"), *table.rows[1:]))
        others = (*made.tables[:number], wrong, *made.tables[number + 1 :])
        assert FORMS[form](replace(made, tables=others)) != wanted(made)
