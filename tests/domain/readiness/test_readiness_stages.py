"""The stages: foundations decide, unknown is not zero, and each stage names what holds it."""

import pytest

from nttp_readiness.domain.bank.scale import Thresholds
from nttp_readiness.domain.scorecard import score
from tests.domain import small_bank as small

BANK = small.two_domains(routes=[("short", ("A-1", "B-1")), ("no_b", ("A-1", "A-2"))])


def readiness(answers, *, bank=BANK, route="full"):
    return score(small.assessment_of(bank, answers, route=route)).readiness


@pytest.mark.parametrize(
    ("answers", "stage"),
    [
        ({"A-1": 0, "B-1": 4}, "build"),
        ({"A-1": 1, "B-1": 4}, "build"),
        ({"A-1": 1, "B-1": "not_sure"}, "build"),
        ({"A-1": 2, "B-1": "not_sure"}, "find_out"),
        ({"A-1": 4, "B-1": "rather_not_say"}, "find_out"),
        ({"A-1": 4}, "find_out"),
        ({}, "find_out"),
        ({"A-1": 2, "B-1": 4}, "start_small"),
        ({"A-1": 3, "B-1": 3}, "roll_out"),
        (small.everything(BANK, 3), "embedding"),
        (small.everything(BANK, 3, A_4="not_sure"), "roll_out"),
        (small.everything(BANK, 4, B_3=1), "roll_out"),
        (small.everything(BANK, 3, B_4="not_relevant"), "embedding"),
    ],
)
def test_the_first_rule_that_applies_gives_the_stage(answers, stage):
    assert readiness(answers).stage.id == stage


def test_strength_elsewhere_never_makes_up_for_a_foundation():
    assert readiness(small.everything(BANK, 4, A_1=1)).stage.id == "build"


def test_a_stage_to_build_is_held_by_what_is_low_and_names_what_is_not_known_beside_it():
    found = readiness({"A-1": 1, "B-1": "not_sure"})
    assert (found.held_by, found.not_known) == (("A-1",), ("B-1",))


def test_a_stage_to_find_out_is_held_by_what_is_not_known():
    found = readiness({"A-1": 2})
    assert found.held_by == found.not_known == ("B-1",)


def test_ready_to_start_small_is_held_by_the_foundations_below_established():
    assert readiness({"A-1": 2, "B-1": 3}).held_by == ("A-1",)


def test_ready_to_roll_out_is_held_by_domains():
    found = readiness(small.everything(BANK, 3, B_2=1, B_3="not_sure"))
    assert (found.held_by, found.held_by_domains) == ((), ("B",))


def test_the_last_stage_is_held_by_nothing():
    found = readiness(small.everything(BANK, 4))
    assert (found.held_by, found.held_by_domains, found.needs_full_route) == ((), (), False)


def test_a_route_without_all_foundations_gives_no_stage_and_names_those_it_did_not_ask():
    found = readiness({"A-1": 4}, route="no_b")
    assert (found.stage, found.not_asked) == (None, ("B-1",))


def test_a_route_of_foundations_alone_gives_a_stage_but_never_the_last_and_says_why():
    found = readiness({"A-1": 4, "B-1": 4}, route="short")
    assert (found.stage.id, found.needs_full_route) == ("roll_out", True)


def test_answers_given_on_a_short_route_are_kept_on_a_longer_one():
    from nttp_readiness.domain.editing import edits

    short = small.assessment_of(BANK, {"A-1": 3, "B-1": 3}, route="short")
    longer = edits.set_profile(short, route="full")
    assert longer.answers == short.answers
    assert score(longer).counts.of == 8


def test_a_bank_without_foundations_gives_no_stage():
    bank = small.bank_of([small.domain("A", [small.question("A-1")])])
    assert readiness({"A-1": 4}, bank=bank).stage is None


def test_an_unknown_foundation_never_counts_as_reached_even_without_a_stage_to_find_out():
    without = BANK.model_copy(
        update={"stages": tuple(each for each in BANK.stages if each.id != "find_out")}
    )
    assert readiness({"A-1": 4}, bank=without).stage is None


def test_a_foundation_set_aside_in_a_foreign_file_counts_as_not_known():
    made = small.assessment_of(BANK, small.everything(BANK, 4))
    foreign = made.model_copy(
        update={"answers": {**made.answers, "A-1": made.answer("A-1").model_copy(
            update={"choice": "not_relevant"})}}
    )  # fmt: skip
    assert score(foreign).readiness.stage.id == "find_out"


def test_a_safety_stop_is_named_only_at_zero():
    stops = [
        score(small.assessment_of(BANK, {"B-1": choice})).safety_stops
        for choice in (0, 1, "not_sure", None)
    ]
    assert stops == [("B-1",), (), (), ()]


def test_a_safety_stop_that_the_route_does_not_ask_is_not_raised():
    made = small.assessment_of(BANK, {"B-1": 0}, route="no_b")
    assert score(made).safety_stops == ()


def test_a_stage_that_rests_on_the_weights_says_so():
    # Weighted, three quarters have reached level 3; with every weight at 1 only two thirds have.
    bank = small.bank_of(
        [small.domain("A", [small.question("A-1", foundation=True),
                            *(small.question(f"A-{n}") for n in (2, 3))])],
        thresholds=Thresholds(foundation_weight=2),
    )  # fmt: skip
    found = readiness({"A-1": 3, "A-2": 3, "A-3": 2}, bank=bank)
    assert (found.stage.id, found.depends_on_weighting) == ("embedding", True)


def test_the_thresholds_of_the_bank_hold_for_the_unweighted_stage_too():
    easy = Thresholds(foundation_weight=2, level_share="1/2")
    bank = small.two_domains().model_copy(update={"thresholds": easy})
    found = readiness(small.everything(bank, 3, A_3=2, A_4=2), bank=bank)
    assert (found.stage.id, found.depends_on_weighting) == ("embedding", False)
