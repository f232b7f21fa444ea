"""Tables in which counts and shares stand beside each other: all at the right, or none."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from nttp_readiness.domain.rounds.rounds import compare
from nttp_readiness.domain.scorecard import score
from nttp_readiness.presentation.papers.action_plan import Options, action_plan
from nttp_readiness.presentation.papers.comparison_report import comparison_report
from nttp_readiness.presentation.papers.evidence_annex import evidence_annex
from nttp_readiness.presentation.papers.group_report import group_report
from nttp_readiness.presentation.papers.plan_views import plan_views
from nttp_readiness.presentation.words.blocks import Cell, Column, Report, Row, Table
from tests.presentation.report_texts import blocks, cell, with_workshop

TODAY = dt.date(2027, 3, 12)
FIGURE = re.compile(r"(about )?[−-]?\d+(\.\d+)? ?%?")
NO_FIGURE = {"", "–", "none", "hidden"}


def ragged(report: Report) -> list[str]:
    """Columns of figures that stand at the left in a table that has others at the right. The
    first one is what a row is called by.
    """
    found = []
    for table in blocks(report):
        if not isinstance(table, Table) or not any(each.right for each in table.columns):
            continue
        for place, column in enumerate(table.columns[1:], start=1):
            said = {cell(row.cells[place]).strip() for row in table.rows} - NO_FIGURE
            if said and not column.right and all(map(FIGURE.fullmatch, said)):
                found.append(f"{table.caption}: {column.title}")
    return found


@pytest.mark.parametrize("large", [False, True], ids=["standard", "large"])
def test_shares_stand_as_the_figures_beside_them(sample, large):
    options, held = Options(large=large), with_workshop(sample)
    reports = [
        action_plan(score(sample), TODAY, options),
        comparison_report(compare(sample, sample), TODAY, options),
        evidence_annex(score(sample), TODAY, options),
        plan_views(score(sample), TODAY, options),
        group_report(held, TODAY, options),
    ]
    assert sum(
        each.right
        for report in reports
        for table in blocks(report)
        if isinstance(table, Table)
        for each in table.columns
    )
    assert [line for report in reports for line in ragged(report)] == []


def test_tables_of_shares_alone_have_them_at_the_right(sample):
    report = group_report(with_workshop(sample), TODAY, Options())
    shares = [
        column
        for table in blocks(report)
        if isinstance(table, Table)
        for place, column in enumerate(table.columns)
        if all("%" in cell(row.cells[place]) for row in table.rows)
    ]
    assert shares
    assert all(each.right for each in shares)


def test_a_share_at_the_left_of_a_row_of_figures_would_be_found():
    columns = (Column("Group", 9), Column("0", 9, right=True), Column("Target", 9))
    row = Row((Cell(("Everyone",)), Cell(("12%",)), Cell(("about 40%",))))
    table = Table("Shares", columns, (row,))
    report = Report("A plan", "A council", "en-GB", (table,))
    assert ragged(report) == ["Shares: Target"]
