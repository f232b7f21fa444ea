"""Tables that are read aloud cell by cell: none is empty, and none is a dash."""

from __future__ import annotations

import datetime as dt

import pytest

from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.rounds.rounds import compare
from nttp_readiness.domain.scorecard import score
from nttp_readiness.presentation.papers.action_plan import Options, action_plan
from nttp_readiness.presentation.papers.comparison_report import comparison_report
from nttp_readiness.presentation.papers.group_report import group_report
from nttp_readiness.presentation.papers.one_page import one_page
from nttp_readiness.presentation.papers.plan_views import plan_views
from nttp_readiness.presentation.papers.workshop_record import workshop_record
from nttp_readiness.presentation.words.blocks import Cell, Column, Report, Row, Table
from tests.presentation.report_texts import blocks, cell, rows, with_workshop

TODAY = dt.date(2027, 3, 12)


def silent(report: Report) -> list[str]:
    """The cells of which nothing would be heard."""
    tables = [each for each in blocks(report) if isinstance(each, Table)]
    return [
        f"{table.caption}: {row[table.header]}, {column.title}"
        for table in tables
        for row in rows(table)
        for column, said in zip(table.columns, row, strict=True)
        if said.strip() in {"", "–", "-"}
    ]


def reports(assessment, options=None):
    card = score(assessment)
    yield action_plan(card, TODAY, options)
    yield one_page(card, TODAY, options)
    yield plan_views(card, TODAY, options)
    yield comparison_report(compare(assessment, assessment), TODAY, options)


@pytest.mark.parametrize("large", [False, True], ids=["standard", "large"])
def test_no_cell_of_any_report_is_silent(sample, large):
    options = Options(large=large)
    empty = edits.new_assessment(sample.bank, "Just begun", today=TODAY)
    short = edits.set_profile(sample, route="foundations")
    held = with_workshop(sample)
    made = [*reports(sample, options), *reports(empty, options), *reports(short, options)]
    made += [group_report(held, TODAY, options), workshop_record(held, TODAY, options)]
    assert sum(isinstance(each, Table) for report in made for each in blocks(report)) > 60
    assert [each for report in made for each in silent(report)] == []


def test_a_silent_cell_would_be_found():
    row = Row((Cell(("Owner",)), Cell(()), Cell(("–",)), Cell(("said",))))
    table = Table("Actions", tuple(Column(name, 10) for name in "ABCD"), (row,))
    report = Report("A plan", "A council", "en-GB", (table,))
    assert silent(report) == ["Actions: Owner, B", "Actions: Owner, C"]


def test_the_two_ends_of_a_level_say_of_which_domain_they_are(sample):
    report = action_plan(score(sample), TODAY)
    table = next(
        each
        for each in blocks(report)
        if isinstance(each, Table) and each.caption == "The level of every domain"
    )
    names = [cell(row.cells[0]) for row in table.rows]
    at = names.index("2 Staff care and wellbeing")
    assert names[at + 1 : at + 3] == ["2: unknown answers at 0", "2: unknown answers at 4"]


def test_a_sum_without_a_remainder_says_its_figure_once(sample):
    report = action_plan(score(sample), TODAY)
    table = next(
        each
        for each in blocks(report)
        if isinstance(each, Table) and each.caption == "The index of every domain"
    )
    said = [cell(each).replace("\N{NO-BREAK SPACE}", " ") for each in table.rows[2].cells]
    assert said[2] == "100 × 6 ÷ (4 × 5)\n30"
    assert said[4] == "100 × (6 + 4) ÷ (4 × 6)\nabout 41.67, rounded 42"
