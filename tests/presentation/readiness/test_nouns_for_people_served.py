"""What the people served are called: in each text, in both wordings, plain whatever is typed."""

import re

import pytest

from nttp_readiness import i18n
from nttp_readiness.domain.answers.assessment import Profile
from nttp_readiness.domain.bank.nouns import (
    LISTED_NOUNS,
    NOUN_LIMIT,
    guessed_one,
    noun_words,
    plain_noun,
    possessive,
)
from nttp_readiness.domain.bank.served import KNOWN
from nttp_readiness.domain.editing import edits


@pytest.mark.parametrize("noun", ["", *LISTED_NOUNS])
@pytest.mark.parametrize("delivers_care", [True, False])
def test_each_noun_stands_in_each_text_in_both_wordings(noun, delivers_care, sample):
    made = edits.set_profile(sample, noun=noun, delivers_care=delivers_care)
    said = made.bank.model_dump_json()
    assert not any(name in said for name in KNOWN)
    words = noun_words(noun, delivers_care=delivers_care)
    assert made.served == words
    assert words.people in made.statement(made.bank.by_id["FEE-3"])
    assert words.possessive in made.bank.by_id["FEE-6"].levels[1].sentence or (
        words.possessive in said
    )


def test_no_text_of_the_bank_holds_a_fixed_noun_where_a_chosen_one_belongs(sample):
    """The words that stood there before: who reads them is a school, a club or a police station."""
    made = edits.set_profile(sample, noun="pupils", delivers_care=False)
    said = made.bank.model_dump_json()
    found = re.findall(r"people (?:who come to|we serve|we deal)|, visitors|callers", said)
    assert found == []


def test_one_s_own_word_is_used_as_it_was_typed(sample):
    made = edits.set_profile(sample, noun="own", own_noun="apprentices")
    assert "When apprentices tell us" in made.statement(made.bank.by_id["FEE-3"])
    assert made.served.person == "apprentice"
    named = edits.set_profile(made, own_noun="crew", own_noun_one="crew member")
    assert named.served.person == "crew member"
    assert named.served.possessive == "crew’s"


@pytest.mark.parametrize(
    ("people", "one", "theirs"),
    [
        ("apprentices", "apprentice", "apprentices’"),
        ("people we visit", "person we visit", "people’s"),
        ("children", "one of the children", "children’s"),
        ("families in our flats", "one of the families in our flats", "families in our flats’"),
    ],
)
def test_one_of_them_and_what_is_theirs(people, one, theirs):
    assert guessed_one(people) == one
    assert possessive(people) == theirs


def test_what_is_typed_is_one_line_of_plain_text_that_ends():
    assert plain_noun("  young\n people\t{person}. ") == "young people person"
    assert plain_noun("<b>guests</b>\u202e") == "b guests /b"
    assert len(plain_noun("x" * 500)) == NOUN_LIMIT


@pytest.mark.parametrize("typed", ["", "   ", "{}", "\u202e\n"])
def test_an_empty_word_of_one_s_own_falls_back_to_the_words_for_everybody(typed):
    said = noun_words("own", delivers_care=True, own=typed)
    assert said == noun_words("", delivers_care=True)


def test_a_word_that_looks_like_a_placeholder_fills_nothing_else(sample):
    made = edits.set_profile(sample, noun="own", own_noun="{person}s {people}")
    assert "When person s people tell us" in made.statement(made.bank.by_id["FEE-3"])


def test_a_word_that_is_too_long_is_refused_where_it_is_kept():
    with pytest.raises(ValueError, match="at most 40"):
        Profile(title="x", own_noun="x" * (NOUN_LIMIT + 1))


def test_another_language_says_the_listed_nouns_in_its_own_way():
    i18n.use(i18n.LONGER)
    try:
        said = noun_words("pupils", delivers_care=True)
        assert said.people != "pupils"
        assert said.possessive != "pupils’"
    finally:
        i18n.use("en")
