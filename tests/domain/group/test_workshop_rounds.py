"""Rounds of collecting: what can be done when, and what never changes any more."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nttp_readiness.domain.answers.workshop import Group, Round, Tally, Vote, groupings
from nttp_readiness.domain.bank.scale import LEVELS
from nttp_readiness.domain.editing import agreement_edits, edits, vote_edits, workshop_edits
from nttp_readiness.domain.editing.ballots import Ballot
from nttp_readiness.domain.group.group_views import (
    camps_are_groups,
    discussion_order,
    gaps,
    seen_vote,
    talk_first,
)
from nttp_readiness.domain.group.release import decide, is_sensitive
from nttp_readiness.domain.plan.plan import plan_of
from nttp_readiness.domain.scorecard import score
from nttp_readiness.errors import EditError
from tests.domain import small_bank as small

BANK = small.two_domains()
LEADERS = Group(name="Leaders", size=12, role="Leaders")
MAINLAND = Group(name="Mainland", size=24, role="Front line", site="Mainland")
ISLAND = Group(name="Island", size=4, role="Front line", site="Island")
GROUPS = (LEADERS, MAINLAND, ISLAND)


def begun(*groups, consent=True, answers=None):
    made = edits.set_profile(small.assessment_of(BANK, answers or {}), scope="service")
    return workshop_edits.start_round(
        made, groups or GROUPS, today=small.TODAY, consent=consent
    )  # fmt: skip


def counted(assessment, key, **groups):
    for name, levels in groups.items():
        assessment = vote_edits.tally(assessment, name, {key: Tally(levels=levels)})
    return assessment


def closed(assessment, key, **groups):
    return vote_edits.close_question(counted(assessment, key, **groups), key)


def everyone(assessment):
    return assessment.workshop.round.groupings[0]


FORTY = {"Leaders": (0, 1, 3, 6, 2), "Mainland": (6, 10, 6, 2, 0), "Island": (1, 2, 1, 0, 0)}


def test_counts_are_hidden_until_the_question_is_closed():
    made = counted(begun(), "A-1", **FORTY)
    vote = made.workshop.round.questions["A-1"].vote
    for grouping in made.workshop.round.groupings:
        for audience in ("room", "outside"):
            assert vote.shown(grouping, audience) is None
            assert not vote.worded(grouping, audience)
    made = vote_edits.close_question(made, "A-1")
    vote = made.workshop.round.questions["A-1"].vote
    assert vote.shown(everyone(made), "room") == (7, 13, 10, 8, 2)


def test_how_many_have_voted_can_be_told_before_anything_is_closed():
    made = counted(begun(), "A-1", Leaders=(1, 1, 0, 0, 0))
    made = counted(made, "A-2", Leaders=(3, 0, 0, 0, 0), Island=(0, 1, 0, 0, 0))
    assert made.workshop.round.people == 4


def test_what_holds_the_same_people_is_looked_at_once_the_widest_first():
    found = [(each.kind, each.name) for each in groupings(GROUPS)]
    assert found == [
        ("everyone", ""), ("role", "Leaders"), ("role", "Front line"),
        ("group", "Mainland"), ("group", "Island"),
    ]  # fmt: skip


def test_the_island_is_withheld_and_so_is_what_would_reveal_it():
    made = closed(begun(), "A-1", **FORTY)
    release = made.workshop.round.questions["A-1"].vote.release
    everything = ("everyone", "role/Leaders", "role/Front line")
    assert release.room == dict.fromkeys(everything, "counts")
    assert release.outside == {
        "everyone": "counts", "role/Leaders": "steps", "role/Front line": "steps",
    }  # fmt: skip


def test_between_five_and_nine_the_room_sees_counts_and_paper_gets_words():
    made = closed(begun(Group(name="Team", size=7)), "A-1", Team=(1, 2, 3, 1, 0))
    release = made.workshop.round.questions["A-1"].vote.release
    assert (release.room, release.outside) == ({"everyone": "counts"}, {"everyone": "words"})


def test_without_consent_the_room_sees_no_more_than_paper():
    made = closed(begun(Group(name="Team", size=7), consent=False), "A-1", Team=(1, 2, 3, 1, 0))
    assert made.workshop.round.questions["A-1"].vote.release.room == {}
    agreed = workshop_edits.give_consent(made)
    assert agreed.workshop.round.questions["A-1"] == made.workshop.round.questions["A-1"]


def test_a_question_is_judged_by_its_own_answers_and_not_by_the_size_of_the_group():
    made = closed(begun(), "A-1", Leaders=(0, 1, 2, 1, 0), Mainland=FORTY["Mainland"])
    release = made.workshop.round.questions["A-1"].vote.release
    assert "role/Leaders" not in release.room
    assert "role/Front line" not in release.room  # everyone less these would be four leaders


def test_not_sure_does_not_count_as_an_answer_that_protects_others():
    made = begun(Group(name="Team", size=12))
    made = vote_edits.tally(
        made, "Team", {"A-1": Tally(levels=(1, 1, 1, 1, 0), not_sure=7)}
    )  # fmt: skip
    made = vote_edits.close_question(made, "A-1")
    assert made.workshop.round.questions["A-1"].vote.release.room == {}


def test_on_a_sensitive_question_counts_that_name_everybodys_answer_become_words():
    alike = {"Leaders": (0, 0, 0, 11, 1), "Mainland": (6, 10, 6, 2, 0), "Island": (1, 1, 1, 1, 0)}
    assert is_sensitive(BANK, "B-1")
    assert not is_sensitive(BANK, "A-1")
    plain = closed(begun(), "A-1", **alike).workshop.round.questions["A-1"].vote.release
    sensitive = closed(begun(), "B-1", **alike).workshop.round.questions["B-1"].vote.release
    assert plain.outside["role/Leaders"] == "steps"
    assert sensitive.outside == {
        "everyone": "counts", "role/Leaders": "words", "role/Front line": "words",
    }  # fmt: skip


def test_on_a_sensitive_question_nobody_stands_alone_on_the_wall_either():
    alike = {"Leaders": (12, 0, 0, 0, 0), "Mainland": (23, 1, 0, 0, 0), "Island": (4, 0, 0, 0, 0)}
    release = closed(begun(), "B-1", **alike).workshop.round.questions["B-1"].vote.release
    assert set(release.room.values()) == set(release.outside.values()) == {"words"}


def test_exact_shares_are_not_given_where_they_would_give_those_of_fewer_than_thirty():
    """Everyone less the 33 are twelve people, whose own shares go out in steps of 20."""
    made = closed(
        begun(Group(name="Many"), Group(name="Few")),
        "A-1", Many=(3, 10, 10, 6, 4), Few=(1, 5, 3, 2, 1),
    )  # fmt: skip
    assert made.workshop.round.questions["A-1"].vote.release.outside == {
        "everyone": "counts", "group/Many": "steps", "group/Few": "steps",
    }  # fmt: skip


def test_paper_and_wall_together_reveal_no_more_than_one_alone():
    """Seven in the first group: the room alone could see them and the third group; paper shows
    the second, and both together would give the third away.
    """
    made = closed(
        begun(Group(name="A"), Group(name="B"), Group(name="C")),
        "A-1", A=(1, 2, 2, 1, 1), B=(3, 3, 3, 3, 3), C=(1, 1, 1, 0, 0),
    )  # fmt: skip
    release = made.workshop.round.questions["A-1"].vote.release
    together = {*release.room, *release.outside}
    assert together == {"everyone", "group/B"}


THREE = (Group(name="A"), Group(name="B"), Group(name="C"))
FIRST = {"A": (4, 4, 4, 4, 4), "B": (2, 2, 1, 1, 1), "C": (1, 1, 1, 0, 0)}
THEN = {"A": (1, 1, 1, 0, 0), "B": (4, 4, 4, 4, 4), "C": (2, 2, 1, 1, 1)}


@pytest.mark.parametrize("how", ["another round", "a second vote"])
def test_what_was_published_earlier_counts_when_the_next_vote_is_decided(how):
    """Everyone and A were published. Now B could be, but all three would give C, seven people."""
    made = closed(begun(*THREE), "A-1", **FIRST)
    assert set(made.workshop.round.questions["A-1"].vote.release.outside) == {
        "everyone", "group/A",
    }  # fmt: skip
    if how == "another round":
        made = workshop_edits.close_round(made, today=small.TODAY)
        made = workshop_edits.start_round(made, THREE, today=small.TODAY, consent=True)
    else:
        made = vote_edits.vote_again(made, "A-1")
    followed = closed(made, "A-1", **THEN).workshop.round.questions["A-1"].vote.release
    alone = closed(begun(*THREE), "A-1", **THEN).workshop.round.questions["A-1"].vote.release
    assert alone.outside["group/B"] == "steps"
    assert followed.outside["group/B"] == "words"


def test_what_was_published_of_another_question_says_nothing_of_this_one():
    made = closed(begun(*THREE), "A-1", **FIRST)
    release = closed(made, "A-2", **THEN).workshop.round.questions["A-2"].vote.release
    assert release.outside["group/B"] == "steps"


@pytest.mark.parametrize("sensitive", [False, True])
def test_sixty_groups_and_a_hundred_thousand_people_are_decided_quickly(sensitive):
    groups = tuple(
        Group(name=f"Group {n}", role=f"Role {n % 6}", site=f"Site {n % 10}") for n in range(60)
    )
    tallies = {each.name: Tally(levels=(400, 400, 400, 400, 66)) for each in groups}
    collected = begun(*groups).workshop.round
    started = time.process_time()
    release = decide(collected, Vote(tallies=tallies), sensitive=sensitive)
    assert time.process_time() - started < 5
    assert len(release.outside) == len(collected.groupings)


def test_minimums_are_free_until_the_first_answer_and_then_never_lowered():
    mistyped = workshop_edits.set_minimums(begun(), room=50)
    made = workshop_edits.set_minimums(mistyped, room=8, outside=15)
    for less in ({"room": 4}, {"outside": 9}):
        with pytest.raises(EditError, match="cannot be lowered now"):
            workshop_edits.set_minimums(made, **less)
    answered = counted(made, "A-1", Leaders=(1, 0, 0, 0, 0))
    for less in ({"room": 7}, {"outside": 14}):
        with pytest.raises(EditError, match="cannot be lowered now"):
            workshop_edits.set_minimums(answered, **less)
    again = closed(made, "A-1", Leaders=FORTY["Leaders"])
    release = again.workshop.round.questions["A-1"].vote.release
    assert (release.room["everyone"], release.outside["everyone"]) == ("counts", "words")
    done = workshop_edits.close_round(again, today=small.TODAY)
    following = workshop_edits.start_round(done, GROUPS, today=small.TODAY)
    assert following.workshop.round.room_minimum == 5  # another room: it is asked again
    assert not following.workshop.round.consent


@pytest.mark.parametrize("minimums", [{"room_minimum": 4}, {"outside_minimum": 9}])
def test_no_round_can_hold_a_minimum_below_the_protection(minimums):
    with pytest.raises(ValueError, match="greater than or equal"):
        Round(number=1, opened=small.TODAY, groups=GROUPS, **minimums)


def test_groups_can_be_added_until_counts_were_seen_and_keep_their_size_once_they_answered():
    made = counted(begun(LEADERS), "A-1", Leaders=(0, 1, 3, 6, 2))
    made = workshop_edits.set_groups(made, [LEADERS, ISLAND])
    with pytest.raises(EditError, match="can no longer be changed"):
        workshop_edits.set_groups(made, [LEADERS.model_copy(update={"size": 30}), ISLAND])
    with pytest.raises(EditError, match="can no longer be changed"):
        workshop_edits.set_groups(made, [ISLAND])
    made = vote_edits.close_question(made, "A-1")
    with pytest.raises(EditError, match="shown already"):
        workshop_edits.set_groups(made, GROUPS)


def test_an_organisation_of_fewer_than_ten_gives_one_joint_answer_instead():
    made = edits.set_profile(small.assessment_of(BANK, {}), scope="organisation")
    nine = [Group(name="Office", size=4), Group(name="Outreach", size=5)]
    with pytest.raises(EditError, match="one joint answer") as error:
        workshop_edits.start_round(made, nine, today=small.TODAY)
    assert "agree each answer together" in str(error.value)
    ten = [Group(name="Office", size=5), Group(name="Outreach", size=5)]
    assert workshop_edits.start_round(made, ten, today=small.TODAY)
    unsaid = [Group(name="Office"), Group(name="Outreach", size=5)]
    opened = workshop_edits.start_round(made, unsaid, today=small.TODAY)
    with pytest.raises(EditError, match="one joint answer"):
        workshop_edits.set_groups(opened, nine)
    team = edits.set_profile(made, scope="team")
    assert workshop_edits.start_round(team, nine, today=small.TODAY)


def test_more_answers_than_people_are_refused_with_both_numbers():
    with pytest.raises(EditError, match="4 people, but “Question A-1” would then have 5 answers"):
        counted(begun(), "A-1", Island=(5, 0, 0, 0, 0))


def test_typed_counts_can_be_corrected_while_the_question_is_open():
    made = counted(begun(), "A-1", Leaders=(5, 0, 0, 0, 0))
    made = counted(made, "A-1", Leaders=(0, 5, 0, 0, 0))
    assert made.workshop.round.questions["A-1"].vote.tallies["Leaders"].levels == (0, 5, 0, 0, 0)


def test_ballots_and_typed_counts_of_a_group_do_not_mix():
    ballot = Ballot(group="Leaders", answers={"A-1": 3})
    by_hand = counted(begun(), "A-1", Leaders=(5, 0, 0, 0, 0))
    with pytest.raises(EditError, match="counted by hand"):
        vote_edits.add_ballots(by_hand, [ballot])
    by_ballot = vote_edits.add_ballots(begun(), [ballot])
    with pytest.raises(EditError, match="by ballot"):
        counted(by_ballot, "A-1", Leaders=(5, 0, 0, 0, 0))


def test_rather_not_say_and_left_open_are_not_told_apart():
    said = Ballot(group="Leaders", answers={"A-1": "rather_not_say", "A-2": 1})
    left = Ballot(group="Leaders", answers={"A-2": 1})
    assert vote_edits.add_ballots(begun(), [said]).workshop.rounds == (
        vote_edits.add_ballots(begun(), [left]).workshop.rounds
    )


@given(st.permutations(range(8)))
def test_the_order_of_ballots_leaves_no_trace(order):
    groups = ("Leaders", "Island")
    ballots = [
        Ballot(group=groups[n % 2], answers={"A-1": LEVELS[n % 5], "B-2": LEVELS[n // 2]})
        for n in range(8)
    ]
    straight = vote_edits.add_ballots(begun(), ballots)
    mixed = vote_edits.add_ballots(begun(), [ballots[n] for n in order])
    assert straight.workshop.rounds == mixed.workshop.rounds


def test_a_closed_question_takes_nothing_more_until_a_second_vote_and_there_is_no_third():
    made = closed(begun(), "A-1", **FORTY)
    with pytest.raises(EditError, match="can no longer change"):
        counted(made, "A-1", Leaders=(12, 0, 0, 0, 0))
    first = made.workshop.round.questions["A-1"].votes[0]
    made = vote_edits.vote_again(made, "A-1")
    made = closed(made, "A-1", Leaders=(0, 0, 6, 6, 0))
    assert made.workshop.round.questions["A-1"].votes[0] == first
    with pytest.raises(EditError, match="voted on this question twice"):
        vote_edits.vote_again(made, "A-1")


def test_every_change_to_a_closed_round_is_refused():
    made = workshop_edits.close_round(counted(begun(), "A-1", **FORTY), today=small.TODAY)
    frozen = made.workshop.round
    for change in (
        lambda: counted(made, "A-1", Leaders=(1, 0, 0, 0, 0)),
        lambda: counted(made, "A-2", Leaders=(1, 0, 0, 0, 0)),
        lambda: vote_edits.add_ballots(made, [Ballot(group="Leaders", answers={})]),
        lambda: vote_edits.vote_again(made, "A-1"),
        lambda: workshop_edits.set_groups(made, GROUPS),
        lambda: workshop_edits.set_minimums(made, room=20),
        lambda: workshop_edits.give_consent(made),
        lambda: workshop_edits.close_round(made, today=small.TODAY),
    ):
        with pytest.raises(EditError, match="closed") as error:
            change()
        assert "next round" in str(error.value)
    following = workshop_edits.start_round(made, GROUPS, today=small.TODAY)
    following = closed(following, "A-1", Leaders=(0, 0, 6, 6, 0))
    assert following.workshop.rounds[0] == frozen
    assert following.workshop.key == made.workshop.key


def test_a_round_in_which_nobody_answered_is_not_closed():
    with pytest.raises(EditError, match="Nobody has answered"):
        workshop_edits.close_round(begun(), today=small.TODAY)
    with pytest.raises(EditError, match="Nobody has answered"):
        vote_edits.close_question(begun(), "A-1")


def test_a_second_vote_that_nobody_took_part_in_is_forgotten_when_the_round_closes():
    made = vote_edits.vote_again(closed(begun(), "A-1", **FORTY), "A-1")
    made = workshop_edits.close_round(made, today=small.TODAY)
    assert len(made.workshop.round.questions["A-1"].votes) == 1


def test_the_agreed_level_becomes_the_answer_only_when_somebody_says_so():
    made = closed(begun(answers={"A-1": 0}), "A-1", **FORTY)
    with pytest.raises(EditError, match="No level has been agreed"):
        agreement_edits.adopt(made, "A-1")
    agreed = agreement_edits.agree(made, "A-1", 2, minority="Some of us see no time at all.")
    assert agreed.answer("A-1").level == 0
    adopted = agreement_edits.adopt(agreed, "A-1")
    assert adopted.answer("A-1").level == 2
    assert adopted.workshop == agreed.workshop
    assert adopted.workshop.round.questions["A-1"].minority == "Some of us see no time at all."


def test_nothing_is_agreed_before_it_was_looked_at():
    with pytest.raises(EditError, match="not been looked at"):
        agreement_edits.agree(counted(begun(), "A-1", **FORTY), "A-1", 2)


def test_talk_starts_at_the_widest_difference_then_the_lowest_then_the_banks_order():
    made = begun(Group(name="All of us", size=12))
    for key, levels in {
        "A-1": (0, 0, 0, 12, 0), "A-2": (0, 12, 0, 0, 0), "A-3": (6, 0, 0, 0, 6),
        "A-4": (0, 12, 0, 0, 0),
    }.items():  # fmt: skip
        made = closed(made, key, **{"All of us": levels})
    order = discussion_order(made, made.workshop.round, "outside")
    assert order == ("A-3", "A-2", "A-4", "A-1")


def test_camps_come_first_in_the_plan_and_say_so():
    answers = small.everything(BANK, 2)
    made = begun(Group(name="All of us", size=12), answers=answers)
    before = [each.indicator for each in score(made).suggestions]
    made = closed(made, "A-4", **{"All of us": (6, 0, 0, 0, 6)})
    assert talk_first(made) == {"A-4"}
    after = [each.indicator for each in score(made).suggestions]
    assert before.index("A-2") < before.index("A-4")
    assert after.index("A-4") < after.index("A-2")
    (found,) = (each for each in score(made).suggestions if each.indicator == "A-4")
    assert found.talk_first
    assert plan_of(made).now == plan_of(made, score(made).suggestions).now


def test_the_plan_knows_nothing_of_camps_among_people_who_are_too_few():
    made = begun(Group(name="Team", size=8), answers=small.everything(BANK, 2))
    made = closed(made, "A-4", Team=(4, 0, 0, 0, 4))
    assert talk_first(made) == frozenset()


def test_a_clear_gap_between_roles_marks_the_questions_that_lie_apart():
    made = begun()
    for key in ("A-1", "A-2"):
        made = closed(made, key, **FORTY)
    made = closed(made, "A-3", Leaders=(2, 2, 3, 3, 2), Mainland=(5, 5, 5, 5, 4))
    (found, *_) = gaps(made, made.workshop.round, "outside")
    assert (found.x.name, found.y.name, found.gap.verdict) == ("Leaders", "Front line", "clear")
    assert found.gap.people == (12, 24)
    assert talk_first(made) >= {"A-1", "A-2"}


def test_camps_that_are_the_groups_are_known_as_such():
    made = closed(begun(), "A-1", Leaders=(0, 0, 0, 8, 4), Mainland=(14, 10, 0, 0, 0))
    vote = seen_vote(made.workshop.round, "A-1", "outside")
    lower, upper = camps_are_groups(made.workshop.round, vote, "outside")
    assert (lower.name, upper.name) == ("Front line", "Leaders")


def test_a_document_without_a_workshop_holds_no_trace_of_one():
    made = small.assessment_of(BANK, {"A-1": 1})
    assert "workshop" not in made.model_dump(mode="json")
    assert "workshop" in begun().model_dump(mode="json")
    assert edits.changed(made, place="A-1").workshop is None


def test_the_decision_is_made_once_and_a_later_one_would_be_the_same():
    made = closed(begun(), "A-1", **FORTY)
    collected = made.workshop.round
    vote = collected.questions["A-1"].vote
    assert decide(collected, Vote(tallies=vote.tallies), sensitive=False) == vote.release
