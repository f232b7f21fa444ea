"""The blank questionnaire: every question of the route in our wording, and nothing of ours."""

from __future__ import annotations

import pytest

from nttp_readiness.domain.editing import edits
from nttp_readiness.presentation.papers.questionnaire import questionnaire
from nttp_readiness.presentation.words.blocks import Heading, Item, Listing, WritingRoom
from tests.presentation.report_texts import blocks, every_text


@pytest.mark.parametrize("route", ["full", "foundations", "wellbeing-and-lived-experience"])
def test_it_asks_what_the_route_asks_and_gives_room_to_write(sample, route):
    asked = edits.set_profile(sample, route=route)
    report = questionnaire(asked)
    numbers = [
        each.number for each in blocks(report) if isinstance(each, Heading) and each.level == 2
    ]
    assert [each for each in numbers if each] == [each.id for each in asked.asked]
    assert sum(isinstance(each, WritingRoom) for each in blocks(report)) == len(asked.asked)


def test_each_question_has_five_levels_and_the_other_answers_with_a_circle(sample):
    report = questionnaire(edits.set_profile(sample, route="foundations"))
    items = [item for each in blocks(report) if isinstance(each, Listing) for item in each.items]
    rules = sample.bank.choice_notes
    assert tuple(each.words for each in items[: len(rules)]) == rules
    items = items[len(rules) :]
    assert len(items) == 12 * (5 + 2), "a foundation cannot be set aside as not relevant"
    assert {item.mark for item in items} == {"not_started"}
    full = questionnaire(sample)
    others = [each for each in every_text(full) if each == "Not relevant to us, because:"]
    assert len(others) == 60 - 12


def test_it_holds_no_answer_note_action_or_owner(sample):
    said = "\n".join(every_text(questionnaire(sample)))
    for answer in sample.answers.values():
        for text in (answer.note, answer.evidence, answer.reason, answer.view):
            assert not text or text not in said
    assert not any(each.owner and each.owner in said for each in sample.actions.values())
    assert not any(
        isinstance(each, Item) and each.mark != "not_started"
        for each in blocks(questionnaire(sample))
    )


def test_a_small_organisation_and_one_without_care_read_their_own_wording(sample):
    def said(**profile):
        return "\n".join(every_text(questionnaire(edits.set_profile(sample, **profile))))

    indicator = sample.bank.by_id["WEL-2"]
    assert indicator.statement in said()
    assert indicator.small.statement in said(small_organisation=True)
    assert indicator.no_care in said(delivers_care=False)


def test_content_notes_stand_before_the_questions_that_need_them(sample):
    said = list(every_text(questionnaire(sample)))
    for domain in sample.bank.domains:
        if domain.content_note:
            assert said.index(domain.content_note) < said.index(domain.indicators[0].statement)


def test_a_small_organisation_reads_beside_each_question_how_to_read_the_levels(sample):
    reading = sample.bank.by_id["WEL-2"].small.reading
    small = edits.set_profile(sample, small_organisation=True)
    assert reading in every_text(questionnaire(small))
    assert reading not in every_text(questionnaire(sample))


def test_support_stands_at_the_foot_of_each_page_as_the_notes_promise(sample):
    assert "Support is on every page" in sample.bank.start_note
    foot = questionnaire(sample).footer_left.replace("\N{NO-BREAK SPACE}", " ")
    assert foot == "Support: NHS 24 111, or see the last page"
    bare = edits.changed(sample, written_bank=edits.changed(sample.written_bank, support=()))
    assert questionnaire(bare).footer_left == "Support: see the last page"
