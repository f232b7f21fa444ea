"""How a domain was worked out: the rows and sentences that a person reads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nttp_readiness.domain.bank.scale import Thresholds
from nttp_readiness.domain.scorecard import score
from nttp_readiness.presentation.readiness.working_words import domain_working_words
from tests.domain import small_bank as small

TITLES = (
    "Planned support before things get hard", "Support after difficult events",
    "Feeling safe and valued", "Room to do the work",
    "Managers equipped and looked after", "Knowing how staff are",
)  # fmt: skip


def wellbeing_bank(weight):
    questions = [
        small.question(f"WEL-{n}", title=title, foundation=n <= 4)
        for n, title in enumerate(TITLES, start=1)
    ]
    return small.bank_of(
        [small.domain("WEL", questions)], thresholds=Thresholds(foundation_weight=weight)
    )


def working(choices, *, weight=2, **answers):
    bank = wellbeing_bank(weight)
    given = dict(zip(bank.by_id, choices, strict=True))
    return domain_working_words(score(small.assessment_of(bank, given | answers)), "WEL")


def leads(found):
    return {each.lead: each.words for each in found.leads}


def test_the_worked_example_of_the_screen_is_met_word_for_word():
    found = working([2, 3, 2, 1, 2, "not_sure"])
    assert found.rule.words == (
        "A domain is at the highest level that at least three quarters of its weight"
        " has reached, and is at most one level above its lowest known answer."
        " Foundations count twice."
    )
    assert found.columns == ("1 or more", "2 or more", "3 or more")
    assert [each.weight for each in found.rows] == [2, 2, 2, 2, 1, 1]
    assert [each.reached for each in found.rows] == [
        ("yes", "yes", "no"), ("yes", "yes", "yes"), ("yes", "yes", "no"),
        ("yes", "no", "no"), ("yes", "yes", "no"), ("unknown",) * 3,
    ]  # fmt: skip
    assert found.total == "Share of the known weight, 9"
    assert [(each.of, each.percent, each.is_level) for each in found.sums] == [
        ("9 of 9", "100%", False), ("7 of 9", "78%", True), ("2 of 9", "22%", False),
    ]  # fmt: skip
    assert leads(found) == {
        "Level 2.": "Three quarters is 75%. Level 2 has 78%, level 3 has 22%. The lowest known "
        "answer is 1, so level 2 may stand.",
        "Could be 1 to 2.": "If Knowing how staff are were 0, level 2 would have 7 of 10, 70%. "
        "If it were 4, it would have 8 of 10, 80%.",
        "What would change it.": "Any answer of 2 or more to Knowing how staff are makes level 2 "
        "certain.",
    }
    assert found.index == (
        "Index 50, between 45 and 55. The level is the same when every question counts once."
    )


def test_the_worked_example_of_the_paper_is_met():
    found = working([2, 1, "not_sure", 2, 2, 2])
    assert [each.weighted for each in found.rows] == [4, 2, None, 4, 2, 2]
    assert [(each.known, each.at_zero, each.at_four) for each in found.level_rows] == [
        ("8 of 8, 100%", "8 of 10, 80%", "10 of 10, 100%"),
        ("6 of 8, 75%", "6 of 10, 60%", "8 of 10, 80%"),
        ("0 of 8, 0%", "0 of 10, 0%", "2 of 10, 20%"),
    ]
    assert [each.reached for each in found.level_rows] == [
        (True, True, True), (True, False, True), (False, False, False),
    ]  # fmt: skip
    assert [(each.name, each.sum, each.shown) for each in found.sum_rows] == [
        ("Share known", "8 ÷ 10 = 0.8", "80%"),
        ("Index", "100 × 14 ÷ (4 × 8) = 43.75", "44"),
        ("Low end", "100 × 14 ÷ (4 × 10) = 35", "35"),
        ("High end", "100 × (14 + 8) ÷ (4 × 10) = 55", "55"),
    ]


def test_a_level_held_by_its_lowest_answer_says_so():
    found = working([4, 4, 4, 4, 4, 0], weight=1)
    assert leads(found)["Level 1."].endswith(
        "The lowest known answer is 0, so the level is 1 at most."
    )
    assert found.columns == ("1 or more", "2 or more", "3 or more", "4 or more")
    assert (
        leads(found)["What would change it."] == "For level 2: Knowing how staff are from 0 to 1."
    )


def test_a_range_that_comes_from_the_floor_says_so():
    found = working([3, 3, 3, 3, 3, None], weight=1)
    assert leads(found)["Could be 1 to 3."].startswith(
        "If Knowing how staff are were 0, the lowest answer would be 0, and the level 1 at most."
    )


def test_several_outcomes_of_one_unknown_answer_are_told_apart():
    found = working([2, 2, 2, 3, 3, None], weight=1)
    assert leads(found)["What would change it."] == (
        "Any answer of 1 or more to Knowing how staff are makes level 2 certain."
    )
    found = working([3, 3, 3, 3, 2, None], weight=1)
    assert leads(found)["What would change it."] == (
        "An answer of 1 to 2 to Knowing how staff are makes it level 2. "
        "Any answer of 3 or more to Knowing how staff are makes level 3 certain."
    )


def test_a_level_that_no_unknown_answer_can_move_is_called_certain():
    found = working([0, 0, 0, 0, 0, None], weight=1)
    assert "Certain." in leads(found)


def test_too_little_known_gives_a_range_and_says_how_much_is_needed():
    found = working([2, 2, None, None, None, None], weight=1)
    assert leads(found)["Range only."] == "2 of 6 of the weight is known, 33%. A level needs 60%."
    assert not any(each.is_level for each in found.sums)


def test_provisional_is_said_with_the_share_that_is_known():
    found = working([2, 2, 2, 2, None, None], weight=1)
    assert leads(found)["Provisionally level 2."].endswith("67% is known, so it is provisional.")


def test_a_share_that_rounds_up_to_the_cut_off_without_reaching_it_is_just_under():
    questions = [small.question(f"A-{n}") for n in range(1, 56)]
    bank = small.bank_of([small.domain("A", questions)])
    answers = {key: 2 if n < 41 else 1 for n, key in enumerate(bank.by_id)}  # 41 of 55, 74.5 %
    found = domain_working_words(score(small.assessment_of(bank, answers)), "A")
    assert [each.percent for each in found.sums] == ["100%", "just under 75%"]


def test_a_question_that_does_not_apply_leaves_the_sums_and_keeps_its_row():
    found = working([2, 2, 2, 2, 2, "not_relevant"], weight=1)
    assert found.rows[-1].reached == ("apart",) * len(found.columns)
    assert found.total == "Share of the known weight, 5"


def test_nothing_that_applies_is_said_plainly():
    bank = small.bank_of([small.domain("A", [small.question(f"A-{n}") for n in range(4)])])
    made = small.assessment_of(bank, dict.fromkeys(bank.by_id, "not_relevant"))
    found = domain_working_words(score(made), "A")
    assert leads(found) == {"No level.": "None of these questions applies to us."}
    assert (found.sums, found.level_rows, found.sum_rows) == ((), (), ())


@pytest.mark.parametrize("weight", [1, 2])
@given(choices=st.lists(
    st.sampled_from([0, 1, 2, 3, 4, "not_sure", None]), min_size=6, max_size=6
))  # fmt: skip
def test_every_working_can_be_said_and_shows_the_level_that_was_found(weight, choices):
    bank = wellbeing_bank(weight)
    card = score(small.assessment_of(bank, dict(zip(bank.by_id, choices, strict=True))))
    found = domain_working_words(card, "WEL")
    level = card.by_code["WEL"].level
    if level:
        assert level in found.levels
        assert [each.is_level for each in found.sums] == [each == level for each in found.levels]
    for lead in found.leads:
        assert lead.words
        assert "{" not in lead.words
        assert "None" not in lead.words
