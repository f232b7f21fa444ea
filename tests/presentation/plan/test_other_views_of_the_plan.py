"""The plan by what drives it and by effort and impact: every action once, with its number."""

import datetime as dt

import pytest

from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.plan.plan import plan_of
from nttp_readiness.domain.scorecard import score
from nttp_readiness.figures import drivers, effort_impact
from nttp_readiness.figures.arcs import MM
from nttp_readiness.presentation.plan import plan_pictures, planning
from nttp_readiness.presentation.readiness.understanding import understand

TODAY = dt.date(2027, 3, 12)


def rows_of(assessment):
    return planning.in_order(assessment, plan_of(assessment), TODAY)


def diagram(assessment, by="domains", measures=drivers.SCREEN, width=930, **how):
    plan, standing = plan_of(assessment), understand(score(assessment))
    return plan_pictures.driver_diagram(
        standing, assessment, plan, rows_of(assessment), by, measures, width, **how
    )


def picture(assessment, measures=effort_impact.SCREEN, width=930):
    plan = plan_of(assessment)
    return plan_pictures.effort_picture(plan, rows_of(assessment), measures, width)


@pytest.mark.parametrize("by", ["domains", "foundations"])
def test_every_numbered_action_stands_under_one_driver(sample, by):
    table = diagram(sample, by).table[1:]
    assert sorted(int(row[2]) for row in table) == list(range(1, len(table) + 1))
    assert {row[3] for row in table} == {row.title for row in rows_of(sample) if row.number}


def test_the_drivers_are_domains_or_foundations_in_the_banks_order(sample):
    names = [each.name for each in sample.bank.domains]
    shown = list(dict.fromkeys(row[0] for row in diagram(sample).table[1:]))
    assert shown[-1] == "Our own actions" or shown == [n for n in names if n in shown]
    foundations = {each.title for each in sample.bank.by_id.values() if each.foundation}
    named = {row[0] for row in diagram(sample, "foundations").table[1:]}
    assert named <= foundations | {"Besides the foundations"}


def test_where_a_driver_stands_is_said_beside_it(sample):
    levels = {each.name: each.level_words for each in understand(score(sample)).domains}
    for row in diagram(sample).table[1:]:
        assert row[1] == levels.get(row[0], "")


def test_impact_is_what_our_answers_say():
    assert [plan_pictures.impact_words(n) for n in range(4)] == [
        "Most impact", "Much impact", "Some impact", "Not rated",
    ]  # fmt: skip


def test_foundations_come_first_and_our_own_actions_are_not_rated(sample):
    plan = plan_of(sample)
    for entry in plan.live:
        impact, suggestion = plan_pictures.impact_of(entry), entry.suggestion
        if suggestion is None:
            assert impact == 3
        elif suggestion.standing != "ordinary":
            assert impact == 0
        else:
            distance = suggestion.gap * suggestion.importance
            assert impact == (0 if distance >= 8 else 1 if distance >= 4 else 2)


def test_the_row_for_what_is_not_rated_is_there_only_if_it_is_needed(sample):
    assert "Not rated" in {row[2] for row in picture(sample).table[1:]}
    rest = {key: each for key, each in sample.actions.items() if key != "own/1"}
    without = edits.changed(sample, actions=rest)
    said = {shape.text for shape in picture(without).shapes if hasattr(shape, "text")}
    assert "Not rated" not in said


def test_what_only_waits_is_counted_in_words(sample):
    waiting = sum(each.waiting for each in plan_of(sample).live)
    said = plan_pictures.view_words(plan_of(sample), "effort").waiting
    assert said.startswith(f"{waiting} actions that are only suggested")


def test_opening_a_spot_names_the_action(sample):
    keys = {each.action.id for each in plan_of(sample).live}
    assert {spot.key for spot in diagram(sample).spots} <= keys
    assert {spot.key for spot in picture(sample).spots} <= keys
    assert all(spot.sentence.startswith("Action ") for spot in picture(sample).spots)


def test_both_fit_a_printed_page(sample):
    paper = diagram(sample, measures=drivers.PAPER, width=482, brief=True)
    cells = picture(sample, effort_impact.PAPER, 482)
    room = 257 * MM  # A4 between margins of 20 mm
    assert paper.height < room
    assert cells.height < room


def test_in_brief_nobody_is_named(sample):
    owners = [row.owner for row in rows_of(sample) if row.owner]
    said = " ".join(" ".join(row) for row in diagram(sample, brief=True).table)
    assert owners
    assert not [owner for owner in owners if owner in said]
