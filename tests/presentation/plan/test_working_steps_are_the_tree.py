"""The steps in the window and the spreadsheet are the tree of `score --json --working`."""

from __future__ import annotations

import datetime as dt

from nttp_readiness.domain.scorecard import score
from nttp_readiness.presentation.papers.plan_sheets import plan_book
from nttp_readiness.presentation.plan.working_steps import (
    DOMAIN_FIGURES,
    domain_steps,
    place_steps,
    step_rows,
)
from nttp_readiness.presentation.readiness.working_data import card_working_data

TODAY = dt.date(2027, 3, 12)


def results(tree):
    """Title with the sums and the result of a tree from JSON, and of all that went into it."""
    steps = [(each["name"], each["sum"], each["shown"]) for each in tree["steps"]]
    yield tree["title"], tree["rule"], tree["rounding"], steps, tree["result"]["shown"]
    for part in tree["parts"]:
        yield from results(part)


def test_every_sum_of_a_domain_stands_in_the_window_as_the_command_line_gives_it(sample):
    card = score(sample)
    trees = card_working_data(card)["domains"]
    for domain in sample.bank.domains:
        shown = {
            each.title: (
                each.title,
                each.rule,
                each.rounding,
                [(row.step, row.sum, row.result) for row in each.rows if _is_sum(row)],
                each.rows[-1].result,
            )
            for each in domain_steps(card, domain.code)
        }
        for figure in DOMAIN_FIGURES:
            for given in results(trees[domain.code][figure]):
                there = shown[given[0]]
                assert there[:4] == given[:4]
                assert there[4] == (given[4] or "not shown")


def test_the_place_of_an_action_opens_to_the_same_tree(sample):
    card = score(sample)
    trees = card_working_data(card)["actions"]
    for each in card.suggestions:
        (shown,) = place_steps(card, each)
        given = trees[each.id]
        assert [row.result for row in shown.rows if _is_sum(row)] == [
            step["shown"] for step in given["steps"]
        ]
        assert shown.rows[-1].result == given["result"]["shown"]


def _is_sum(row):
    return not row.result.startswith("weight ") and row.step != "Result"


def test_the_spreadsheet_has_the_working_of_stage_domains_index_and_every_place(sample):
    card = score(sample)
    (sheet,) = [each for each in plan_book(card, TODAY).sheets if each.id == "working"]
    figures = {row[0] for row in sheet.rows}
    expected = [card.stage_working, card.overall_working]
    expected += [card.working(each.code, one) for each in card.domains for one in DOMAIN_FIGURES]
    expected += [card.priority_working(each) for each in card.suggestions]
    assert {each.title for each in expected} <= figures
    for each in expected[2:]:
        for row in step_rows(sample, each):
            assert (row.figure, row.step, row.sum, row.result, row.rule) in sheet.rows
