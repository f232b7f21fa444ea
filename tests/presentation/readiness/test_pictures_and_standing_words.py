"""What the figures are drawn from, and the short lines beside them."""

import datetime as dt

import pytest

from nttp_readiness.domain.answers.assessment import StageView
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.scorecard import score
from nttp_readiness.figures import wheel as wheels
from nttp_readiness.presentation.readiness import pictures, standing_words
from nttp_readiness.presentation.readiness.understanding import understand
from tests.domain import small_bank as small

BANK = small.two_domains(routes=[("short", ("A-1", "B-1"))])
DAY = dt.date(2027, 3, 12)


def card(route="full", **answers):
    return score(small.assessment_of(BANK, small.everything(BANK, 2, **answers), route=route))


def row(found, code="A"):
    return next(each for each in understand(found).domains if each.code == code)


def plain(words):
    return words if isinstance(words, str) else "".join(run.text for run in words)


@pytest.fixture(scope="module")
def sample_rows(sample):
    return understand(score(sample)).domains


def test_a_wheel_is_drawn_of_four_to_twelve_domains_only(sample_rows):
    assert pictures.wheel(sample_rows, wheels.SCREEN) is not None
    assert pictures.wheel(sample_rows[:3], wheels.SCREEN) is None


def test_each_petal_says_its_domain_and_figures(sample_rows):
    spots = pictures.wheel(sample_rows, wheels.SCREEN).spots
    assert [spot.key for spot in spots] == [each.code for each in sample_rows]
    assert spots[1].sentence.startswith("Staff care, support and wellbeing. Level 2, Developing.")


def test_the_table_beside_the_wheel_says_the_same_in_words(sample_rows):
    rows = {name: rest for name, *rest in pictures.standing_rows(sample_rows)}
    assert rows["Staff care and wellbeing"] == ["2 Developing", "1 to 2", "6 of 7"]
    assert rows["Feedback and data"] == ["2 Developing, provisional", "0 to 2", "4 of 6"]
    assert rows["Service design"] == ["Range only", "0 to 2", "4 of 7"]
    assert rows["Accountability"][1] == "–"


def test_a_domain_with_too_few_questions_has_no_strip_and_says_why():
    found = row(card(route="short"))
    assert pictures.strip(found, small.LEVEL_NAMES) is None
    assert standing_words.without_strip(found) == (
        "The set of questions that you chose has too few of these for a level."
    )
    assert pictures.standing_rows([found])[0][1:3] == ("Answers only", "–")


def test_a_domain_without_a_level_says_nothing_of_what_it_could_be():
    found = row(card(route="short", A_1="not_sure"))
    assert pictures.standing_rows([found])[0][1:] == ("Answers only", "–", "0 of 1")


def test_stones_say_whether_they_hold_the_stage():
    standing = understand(card(A_1=1, B_1="not_sure"))
    spots = pictures.foundation_stones(standing, 888, 6).spots
    assert [spot.sentence for spot in spots] == [
        "Question A-1: 1 Exploring. Keeps us at this stage.",
        "Question B-1: Not sure. Not known yet.",
    ]


def test_the_stage_bar_says_where_we_are():
    said = pictures.stage_bar(understand(card(A_1=1)), 888).sentence
    assert "Build foundations first (we are here)" in said


def test_a_domain_s_level_is_said_with_its_range_and_what_is_known():
    certain, ranged = row(card()), row(card(A_2="not_sure"))
    assert plain(standing_words.level_line(certain)) == "2 Developing"
    assert standing_words.known_line(certain) == "4 of 4 known"
    assert standing_words.known_line(ranged).endswith("3 of 4 known")
    assert standing_words.known_line(ranged).startswith("could be ")


def test_a_range_without_a_level_is_said_as_a_range(sample_rows):
    service = next(each for each in sample_rows if each.code == "SVC")
    assert plain(standing_words.level_line(service)) == "0 to 2, range only"
    assert standing_words.known_line(service) == "4 of 7 known"


def test_a_foundation_says_how_to_move_it_or_how_to_find_out():
    low, unknown = understand(card(A_1=1, B_1="not_sure")).holders
    title, mover = standing_words.holder_words(low)
    assert plain(title) == "Question A-1 · Exploring · Domain A"
    assert plain(mover).startswith("To move it: ")
    assert plain(standing_words.holder_words(unknown)[1]).startswith("To find out: ")


def test_every_stage_has_its_rule_and_one_is_where_we_are():
    rows = standing_words.stage_rows(card(A_1=1))
    assert [each.name for each in rows if each.here] == ["Build foundations first"]
    assert rows[0].rule.endswith("It holds for: Question A-1.")
    assert [each.met for each in rows] == ["Yes", "No", "No", "No", "No"]


def test_where_many_decide_a_stage_they_are_counted():
    rows = standing_words.stage_rows(card(A_1=1), most_named=1)
    assert rows[3].rule.endswith("Not yet for 2 foundations.")
    assert rows[4].rule.endswith("Not yet for 2 foundations and 2 domains.")


def test_what_would_move_the_stage_is_said_answer_by_answer():
    low, unknown = standing_words.move_rows(card(A_1=0, B_1=1))
    assert (low.title, low.change) == ("Question A-1", "from 0 to 2")
    assert low.effect == ""  # two levels at once are no single step
    assert unknown.effect.startswith("With 2 Developing: Domain B")


def viewed(found, **view):
    return score(edits.set_stage_view(found.assessment, StageView(**view)))


def test_nobody_s_view_is_none():
    assert standing_words.our_view(card()) is None


def test_an_agreed_stage_says_so_with_its_date():
    ours = standing_words.our_view(
        viewed(card(), stage="start_small", computed="start_small", on=DAY)
    )
    assert (ours.sentence, ours.computed) == (
        "We agreed with “Ready to start small” on 12 March 2027.",
        "",
    )


def test_another_stage_stands_beside_the_computed_one_with_its_reason():
    ours = standing_words.our_view(
        viewed(card(), stage="build", computed="start_small", reason=" Two teams are new. ", on=DAY)
    )
    assert ours.sentence == "We see ourselves at “Build foundations first”, said on 12 March 2027."
    assert ours.reason == "Two teams are new."
    assert ours.computed == "The answers give “Ready to start small”."


def test_a_view_of_answers_that_have_changed_asks_for_another_look():
    ours = standing_words.our_view(
        viewed(card(A_1=1), stage="start_small", computed="start_small", on=DAY)
    )
    assert ours.computed.startswith(
        "Your answers have changed since. They gave “Ready to start small” then "
        "and give “Build foundations first” now."
    )


def test_the_page_s_first_line_says_round_and_date(sample):
    assert standing_words.where_words(sample) == "Understand · round 1 · agreed on 12 March 2027"
    begun = card().assessment
    assert standing_words.where_words(begun).endswith("begun on 21 November 2026")
