"""Dates, figures, counts and names, said the same everywhere."""

import datetime as dt
from fractions import Fraction

import pytest

from nttp_readiness.domain.readiness.scoring import Input, score_inputs
from nttp_readiness.domain.scorecard import Counts
from nttp_readiness.presentation.words import words
from tests.domain import small_bank as small

BANK = small.two_domains()


def test_a_date_is_day_month_year_in_full_or_short():
    assert words.day(dt.date(2026, 3, 12)) == "12 March 2026"
    assert words.short_day(dt.date(2026, 3, 2)) == "2 Mar 2026"
    assert words.day(None, "no date yet") == "no date yet"


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (Fraction(1, 2), "1"), (Fraction(5, 2), "3"), (Fraction(875, 10), "88"),
        (Fraction(2, 3), "1"), (Fraction(249, 100), "2"), (Fraction(0), "0"), (None, ""),
    ],
)  # fmt: skip
def test_figures_are_rounded_half_up(figure, said):
    assert words.rounded(figure) == said


def test_a_share_is_rounded_half_up_in_per_cent():
    assert words.percent(Fraction(1, 8)) == "13%"
    assert words.percent(Fraction(7, 9)) == "78%"
    assert words.percent(None) == ""


@pytest.mark.parametrize(
    ("names", "said"),
    [((), ""), (("A",), "A"), (("A", "B"), "A and B"), (("A", "B", "C"), "A, B and C")],
)
def test_names_are_listed_with_an_and(names, said):
    assert words.listed(names) == said


def test_small_counts_are_words_and_large_ones_digits():
    assert [words.number_words(n) for n in (0, 1, 12, 13)] == ["none", "one", "twelve", "13"]


def test_coverage_says_how_many_have_a_level_and_what_the_others_are():
    counts = Counts(of=56, with_level=47, not_sure=5, rather_not_say=0, not_relevant=1, open=3)
    assert words.coverage_words(counts) == (
        "47 of 55 questions that apply have a level; 5 not sure, 3 open, 1 not relevant."
    )
    full = Counts(of=12, with_level=12, not_sure=0, rather_not_say=0, not_relevant=0, open=0)
    assert words.coverage_words(full) == "12 of 12 questions that apply have a level."


def scored(*choices):
    return score_inputs("A", [Input(f"A-{n}", each, 1) for n, each in enumerate(choices)])


@pytest.mark.parametrize(
    ("choices", "level", "could_be", "known"),
    [
        ((2, 2, 2, 2), "2 Developing", "–", "4 of 4"),
        ((2, 2, 2, 2, None), "2 Developing", "1 to 2", "4 of 5"),
        ((2, None, None, None), "Range only", "0 to 3", "1 of 4"),
        ((2, 2), "Answers only", "–", "2 of 2"),
        (("not_relevant",) * 4, "Not relevant", "", "0 of 0"),
    ],
)
def test_a_domain_is_said_in_a_level_a_range_and_a_count(choices, level, could_be, known):
    found = scored(*choices)
    assert words.domain_level_words(BANK, found) == level
    assert words.range_words(found) == could_be
    assert words.known_words(found) == known


def test_every_answer_has_a_word_and_a_sign():
    made = small.assessment_of(BANK, {"A-1": 3, "A-2": "not_sure", "A-3": "rather_not_say"})
    keys = ("A-1", "A-2", "A-3", "A-4")
    assert [words.chip(made.answer(key)) for key in keys] == ["3", "?", "–", "–"]
    assert [words.choice_words(BANK, made.answer(key).choice) for key in keys] == [
        "Established", "Not sure", "Rather not say", "Open",
    ]  # fmt: skip
