"""The action plan: its sections, its states, and what stands before all else."""

from __future__ import annotations

from itertools import pairwise

from nttp_readiness import resources
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.scorecard import score
from nttp_readiness.presentation.words.blocks import Card, Heading, Listing, Notice, Paragraph
from nttp_readiness.storage.documents.documents import load_document
from tests.presentation.report_texts import (
    blocks,
    every_text,
    figures,
    plain,
    rows,
    section,
    sections,
    tables,
)  # fmt: skip


def test_the_sections_stand_in_the_order_in_which_they_are_read(sample_plan):
    assert sections(sample_plan) == [
        "In this report",
        "Where we stand",
        "Readiness wheel",
        "The twelve foundations",
        "Domain by domain",
        "What we will do now",
        "Later actions",
        "What we need from others",
        "How it was worked out",
        "Words used in the actions",
        "Support",
    ]


def test_notes_in_full_stand_before_support_where_they_are_asked_for(sample, plan_of):
    last = sections(plan_of(sample, full_notes=True))[-3:]
    assert last == ["Actions in full", "Words used in the actions", "Support"], "no note is long"


def test_no_heading_skips_a_level(sample, plan_of):
    for report in (plan_of(sample), plan_of(sample, full_notes=True), plan_of(sample, "scores")):
        levels = [each.level for each in blocks(report) if isinstance(each, Heading)]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_an_agreed_plan_says_when_and_a_draft_says_so_everywhere(sample, plan_of):
    agreed, draft = plan_of(sample), plan_of(edits.set_profile(sample, agreed=None))
    assert agreed.header_right == "Readiness action plan, agreed 12 March 2027"
    assert plain(agreed.cover.facts[0][1]) == "Agreed, 12 March 2027"
    assert draft.header_right == "Readiness action plan, draft, 12 March 2027"
    assert plain(draft.cover.facts[0][1]) == "Draft, 12 March 2027"


def test_a_safety_stop_stands_between_the_heading_and_the_stage(sample, plan_of):
    stopped = plan_of(edits.answer(edits.answer(sample, "WEL-2", 0), "POW-1", 2))
    first, then = section(stopped, "Where we stand")[:2]
    assert isinstance(first, Notice)
    assert first.heading == "Pause first"
    assert first.words == (sample.bank.by_id["WEL-2"].safety_stop,)
    assert isinstance(then, Heading)
    assert then.look == "stage"
    going = edits.answer(edits.answer(sample, "WEL-2", 2), "POW-1", 2)
    assert not any(isinstance(each, Notice) for each in blocks(plan_of(going)))


def test_a_safety_stop_holds_at_level_1_too(sample, plan_of):
    first = section(plan_of(sample), "Where we stand")[0]
    assert isinstance(first, Notice)
    assert sample.answer("WEL-2").choice == sample.answer("POW-1").choice == 1
    assert first.words == tuple(sample.bank.by_id[key].safety_stop for key in ("WEL-2", "POW-1"))


def test_the_cards_are_the_actions_of_now_in_their_order(sample_plan):
    cards = [each for each in section(sample_plan, "What we will do now") if isinstance(each, Card)]
    assert [card.number for card in cards] == ["1", "2", "3", "4", "5"]
    first = cards[0]
    assert [label for label, _ in first.facts] == [
        "Owner", "Due", "Status", "How we will know",
    ]  # fmt: skip
    assert plain(first.facts[0][1]) == "Sìne Nic a’ Ghobhainn, Operations Manager"
    assert plain(first.facts[1][1]) == "30 April 2027"
    assert plain(first.facts[2][1]) == "In progress"
    assert first.mark == "holds"
    assert plain(first.source).startswith("From WEL-2, Support after difficult events")


def test_a_card_says_the_level_hoped_for_unless_scores_are_left_out(sample, plan_of):
    def first(report):
        return plain(next(each for each in blocks(report) if isinstance(each, Card)).source)

    hoping = edits.change_action(sample, "WEL-2/first", hoped_level=3)
    assert "Level we hope for: 3." in first(plan_of(hoping))
    assert "Level" not in first(plan_of(hoping, "scores"))
    assert "Level we hope" not in first(
        plan_of(edits.change_action(hoping, "WEL-2/first", hoped_level=None))
    )


def test_what_the_group_changed_is_told_after_the_rules(sample_plan):
    told = section(sample_plan, "What we will do now")[-1]
    assert isinstance(told, Paragraph)
    assert "We added “Offer our ten minutes of shared learning to outreach”." in plain(told.words)
    assert "Our reason: Too soon." in plain(told.words)


def test_an_action_past_its_date_says_so_without_blame(sample, plan_of):
    late = edits.change_action(sample, "POW-1/first", due=sample.profile.started)
    cards = [each for each in blocks(plan_of(late)) if isinstance(each, Card)]
    assert "5 March 2027\nThis date has passed." in [plain(each.facts[1][1]) for each in cards[:5]]


def test_an_action_without_owner_or_date_says_so_in_words(sample_plan):
    next_table = tables(section(sample_plan, "Later actions"))[0]
    assert ["No owner yet", "No date yet"] in [row[2:4] for row in rows(next_table)]


def test_every_suggestion_is_somewhere_in_the_plan(sample, sample_plan):
    from nttp_readiness.domain.plan.plan import plan_of as domain_plan

    said = "\n".join(every_text(sample_plan))
    assert [each for each in domain_plan(sample).live if each.action.title not in said] == []


def test_requests_come_from_us_first_and_then_from_the_statements_of_the_bank(sample, sample_plan):
    found = section(sample_plan, "What we need from others")
    asked = [each.title for each in found if isinstance(each, Card)]
    assert asked == ["Corporate leadership team", "Human resources and trade unions"]
    listing = next(each for each in found if isinstance(each, Listing))
    offered = {each.for_others for each in sample.bank.seed if each.for_others}
    for item in listing.items:
        assert any(plain(item.words).startswith(each) for each in offered)


def test_support_is_last_and_names_our_own_contact_first(sample, sample_plan):
    found = section(sample_plan, "Support")
    texts = [plain(each.words) for each in found if isinstance(each, Paragraph)]
    assert texts[1] == sample.profile.support_contact
    assert "In immediate danger, call 999." in texts


def test_a_route_that_gives_no_stage_says_why_and_shows_no_steps(sample, plan_of):
    short = edits.set_profile(sample, route="wellbeing-and-lived-experience")
    report = plan_of(short)
    stage = next(
        each for each in blocks(report) if isinstance(each, Heading) and each.look == "stage"
    )
    assert stage.text == "No stage with this set of questions"
    assert not any("stages" in each for each in figures(report))
    assert "Levels" in sections(report), "two domains are too few for a wheel"


def test_an_empty_assessment_makes_a_plan_as_well(sample, plan_of):
    empty = edits.new_assessment(sample.bank, "Just begun", today=sample.profile.started)
    found = sections(plan_of(empty))
    assert found[0] == "In this report"
    assert found[-1] == "Support"


def test_no_text_of_the_plan_has_an_em_dash(sample_plan):
    assert [each for each in every_text(sample_plan) if "—" in each] == []


def test_of_many_actions_that_we_added_the_first_are_named_and_the_others_counted(sample, plan_of):
    made = sample
    for number in range(20):
        made = edits.add_action(made, f"Ours, number {number}")
    said = " ".join(plain(each.words) for each in section(plan_of(made), "What we will do now")
                    if isinstance(each, Paragraph))  # fmt: skip
    assert "“Ours, number 3” and 16 others." in said
    assert "“Ours, number 4”" not in said


def test_where_nothing_is_known_domains_are_counted_above_the_wheel(sample, plan_of):
    empty = edits.new_assessment(sample.bank, "Just begun", today=sample.profile.started)
    first = next(each for each in section(plan_of(empty), "Readiness wheel")
                 if isinstance(each, Paragraph))  # fmt: skip
    assert plain(first.words) == "Where least is known: 10 domains."


def test_domains_of_one_question_that_nobody_has_answered_are_among_the_least_known(plan_of):
    """Only those with a range were named, and five of which nothing was known were not."""
    workshop = load_document(resources.assets() / "samples" / "workshop.readiness").assessment
    first = next(each for each in section(plan_of(workshop), "Readiness wheel")
                 if isinstance(each, Paragraph))  # fmt: skip
    unknown = sum(
        each.shown == "range"
        or (each.shown == "answers" and all(answer.level is None for answer in each.inputs))
        for each in score(workshop).domains
    )
    assert unknown == 6
    assert plain(first.words).endswith("Where least is known: 6 domains.")
