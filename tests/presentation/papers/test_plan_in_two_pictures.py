"""The plan in two pictures: every action once in each, on as many pages as can be read."""

from __future__ import annotations

import datetime as dt

import pytest

from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.scorecard import score
from nttp_readiness.figures.arcs import MM
from nttp_readiness.presentation.papers.plan_views import plan_views
from nttp_readiness.presentation.plan.plan_material import Options
from tests.presentation.report_texts import blocks, every_text, figures, rows, sections, tables

TODAY = dt.date(2027, 3, 12)


def views(assessment, *without, large=False):
    return plan_views(score(assessment), TODAY, Options(frozenset(without), large=large))


def drawings(report):
    from nttp_readiness.presentation.words.blocks import Figure

    return [each.drawing for each in blocks(report) if isinstance(each, Figure)]


@pytest.fixture(scope="module")
def many(sample):
    made = sample
    for number in range(60):
        made = edits.add_action(made, f"Action of our own, number {number}, to be done with care")
    return made


def test_both_tables_have_every_action_of_the_plan_once(sample):
    drivers, effort = tables(views(sample).blocks)
    numbers = sorted(int(row[0]) for row in rows(drivers))
    assert numbers == list(range(1, len(numbers) + 1))
    assert sorted(int(row[0]) for row in rows(effort)) == numbers


def test_the_plan_of_the_sample_is_one_diagram(sample):
    assert len([each for each in drawings(views(sample)) if "aim" in each.sentence]) == 1


def test_a_diagram_too_high_for_a_page_is_parted_and_loses_no_action(many):
    parts = [each for each in drawings(views(many)) if "aim" in each.sentence]
    assert len(parts) > 1
    assert all(each.height <= 214 * MM for each in parts)
    shown = [row[2] for each in parts for row in each.table[1:]]
    assert sorted(shown) == sorted(row[0] for row in rows(tables(views(many).blocks)[0]))


def test_without_scores_no_driver_says_its_level_and_nothing_is_rated(sample):
    report = views(sample, "scores")
    assert sections(report) == ["What drives our aim"]
    said = "\n".join(every_text(report)) + "".join(
        row for drawing in drawings(report) for line in drawing.table for row in line
    )
    assert "Level" not in [column.title for column in tables(report.blocks)[0].columns]
    for name in ("Exploring", "Developing", "Established", "impact"):
        assert name not in said


def test_without_names_no_name_is_left_in_a_picture(sample):
    named = edits.change_action(sample, "WEL-2/first", owner="Peigi Nic Canary, Lead",
                                title="Peigi Nic Canary writes a page")  # fmt: skip
    assert "Peigi" in repr(views(named))
    assert "Canary" not in repr(views(named, "names"))


def test_large_print_has_the_tables_alone(sample):
    report = views(sample, large=True)
    assert figures(report) == []
    assert len(tables(report.blocks)) == 2


def test_an_empty_plan_says_so(sample):
    empty = edits.new_assessment(sample.bank, "Just begun", today=TODAY)
    assert "Nothing is in the plan yet." in every_text(views(empty)) or tables(views(empty).blocks)


def test_large_print_without_pictures_does_not_say_that_it_has_some(sample):
    whole, brief = views(sample, large=True), views(sample, "scores", large=True)
    empty = edits.new_assessment(sample.bank, "Just begun", today=TODAY)
    for report, title in (
        (whole, "two tables"),
        (brief, "a table"),
        (views(empty, large=True), ""),
    ):
        assert title in report.title
        said = "\n".join((report.title, *every_text(report)))
        assert "picture" not in said.replace("readiness picture", "")
    assert "two pictures" in views(sample).title
