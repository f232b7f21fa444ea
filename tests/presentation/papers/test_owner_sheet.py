"""One owner's sheet says what is theirs alone; words that fit several are refused."""

from __future__ import annotations

import pytest

from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.scorecard import score
from nttp_readiness.errors import ExportError
from nttp_readiness.presentation.papers.owner_sheet import owner_sheet
from nttp_readiness.presentation.plan.plan_material import Options
from tests.presentation.conftest import TODAY
from tests.presentation.report_texts import every_text


def said(assessment, owner="", **options):
    made = owner_sheet(score(assessment), TODAY, Options(**options), owner=owner)
    return "\n".join(every_text(made))


def titles_of(sample, name):
    mine = [each for each in sample.actions.values() if name in each.owner]
    others = [each for each in sample.actions.values() if name not in each.owner]
    return [each.title for each in mine], [each.title for each in others]


def test_it_has_the_owners_actions_and_no_others(sample):
    mine, others = titles_of(sample, "Eilidh Strachan")
    words = said(sample, "eilidh strachan")
    assert len(mine) > 1
    assert all(each in words for each in mine)
    assert not [each for each in others if each in words]
    assert "Eilidh Strachan" in words


@pytest.mark.parametrize("words", ["EILIDH", "Strachan", "trauma lead"])
def test_an_owner_is_known_by_words_of_name_or_role(sample, words):
    assert "Eilidh Strachan" in said(sample, words)


def test_words_that_fit_nobody_or_several_are_refused_with_the_names(sample):
    with pytest.raises(ExportError, match="Nobody in this plan is called “Zebra”") as nobody:
        said(sample, "Zebra")
    assert "Eilidh Strachan" in nobody.value.cure
    with pytest.raises(ExportError, match="“Lead” could mean several owners"):
        said(sample, "Lead")


def test_without_words_each_owner_has_a_sheet(sample):
    words = said(sample)
    assert all(each.title in words for each in sample.actions.values() if each.owner)
    assert words.count("My part of the plan") > 3


def test_a_plan_that_nobody_owns_has_none(sample):
    bare = edits.set_asks(sample, ())
    for key in sample.actions:
        bare = edits.change_action(bare, key, owner="")
    with pytest.raises(ExportError, match="No action has an owner yet"):
        said(bare)


def test_without_names_the_role_stands_there(sample):
    words = said(sample, "eilidh", without=frozenset({"names"}))
    assert "Eilidh" not in words
    assert "Trauma Lead" in words


def test_what_is_done_is_said_in_a_line(sample):
    key = next(k for k, each in sample.actions.items() if "Eilidh" in each.owner)
    words = said(edits.change_action(sample, key, status="done"), "eilidh")
    assert "Already done" in words
    assert sample.actions[key].title in words
