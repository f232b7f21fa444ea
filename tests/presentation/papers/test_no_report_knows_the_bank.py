"""What is printed speaks of the bank that was used, and of no other."""

import datetime as dt
import re

import pytest

from nttp_readiness import resources
from nttp_readiness.domain.answers.answer import Choice
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.editing.edits import changed
from nttp_readiness.domain.scorecard import score
from nttp_readiness.presentation.papers.action_plan import Options, action_plan
from nttp_readiness.presentation.papers.one_page import one_page
from nttp_readiness.presentation.papers.plan_actions import requests_lead
from nttp_readiness.presentation.papers.questionnaire import questionnaire
from nttp_readiness.presentation.plan.plan_pictures import aim_words
from nttp_readiness.storage.banks.bank_folders import read_bank
from tests.presentation.report_texts import every_text

TODAY = dt.date(2027, 3, 12)


@pytest.fixture(scope="module")
def check_in():
    """A team's answers to the second bank."""
    bank = read_bank(resources.question_banks() / "team-check-in")
    made = edits.new_assessment(bank, "Ward 7 nights", today=TODAY)
    levels: tuple[Choice, ...] = (1, 2, 3, 2, 2, 1, 0, 3, 2, 4)
    for key, level in zip(bank.by_id, levels, strict=True):
        made = edits.answer(made, key, level)
    return made


def everything(assessment):
    card = score(assessment)
    reports = [
        action_plan(card, TODAY, Options(frozenset(without))) for without in ((), ("scores",))
    ]
    reports += [one_page(card, TODAY), questionnaire(assessment)]
    said = [text for each in reports for text in (each.title, *every_text(each))]
    said += [each.cover.purpose for each in reports if each.cover]
    return "\n".join(said)


def test_the_second_bank_is_printed_without_a_word_of_the_first(check_in):
    said = everything(check_in)
    assert "How ready we are to look after each other at work" in said
    assert "Looking after each other: where we stand" in said
    said = said.replace("NTTP Readiness", "the program")
    assert not [line for line in said.splitlines() if re.search("trauma|Roadmap|NTTP", line)]


def test_requests_to_others_say_where_they_come_from(sample):
    assert requests_lead(sample.bank) == (
        "What we ask of national bodies follows from what people said at the National Learning"
        " Event in September 2024, and belongs to actions in this plan."
    )
    template = read_bank(resources.assets() / "bank-template")
    made = edits.new_assessment(template, "Ours", today=TODAY)
    for key in template.by_id:
        made = edits.answer(made, key, 0)
    said = everything(made)
    assert "follows from what people here told us" in said
    assert "We ask national bodies to share examples from places like ours." in said
    assert "Learning Event" not in said
    assert requests_lead(changed(template, seed_source=None)) == (
        "What we ask of national bodies belongs to actions in this plan."
    )


def test_the_first_bank_says_what_it_is_for(sample):
    said = everything(sample)
    assert "How ready we are to become trauma-informed and responsive" in said
    assert "Becoming trauma-informed: where we stand" in said
    assert aim_words(sample.bank) == "To become trauma-informed and responsive"


def test_a_bank_that_names_no_aim_is_printed_with_its_title(check_in):
    bare = changed(check_in, written_bank=changed(check_in.written_bank, aim=None, aim_short=None))
    said = everything(bare)
    assert "Where we stand, and what we will do first." in said
    assert "Team check-in: where we stand" in said
    assert aim_words(bare.bank) == "What we want to reach"
