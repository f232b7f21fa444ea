"""The key by which letters are compared, and the way back from it."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nttp_readiness.typed.letters import first_words, folded, key

CASES = json.loads((Path(__file__).parent / "data" / "finding-words.json").read_text("utf-8"))


@pytest.mark.parametrize(("text", "typed", "found"), CASES["cases"])
def test_letters_are_compared_by_their_key(text, typed, found):
    assert (key(typed) in key(text)) is found


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ｒｏｏｍ", "room"), ("ﬁnd", "FIND"), ("co\u00adop", "coop"), ("Ørsted", "orsted"),
     ("a\u2003b", "a b"), ("ʼ", "'"), ("‒", "-"), ("Straße", "STRASSE"), ("İ", "i"),
     ("co⁃op", "co-op"), ("co־op", "co-op"), ("co﹘op", "co-op"), ("½", "1/2"), ("1∕2", "1/2"),
     ("‹one›", "'one'"), ("❝one❞", '"one"'), ("〝one〞", '"one"'), ("Hawaiʻi", "hawai'i"),
     ("Qurʾan", "qur'an"), ("Kaʿba", "ka'ba"), ("ꞌa", "'a"), ("Ŋwɛ", "nwe"), ("Ɔkyere", "okyere"),
     ("ƙasa", "kasa"), ("Ɗan", "dan"), ("Məmməd", "memmed")],
)  # fmt: skip
def test_brothers_of_the_cases(one, other):
    assert key(one) == key(other)


@given(st.text(max_size=40))
def test_the_key_of_a_key_is_itself_and_every_letter_knows_its_place(text):
    made = folded(text)
    assert made.key == key(text)
    assert len(made.places) == len(made.key) + 1
    assert list(made.places) == sorted(made.places)
    assert key(made.key) == made.key


def test_a_span_takes_the_marks_on_its_last_letter_along():
    text = "Si\u0300ne is here"
    made = folded(text)
    start, end = made.span(0, len("sine"))
    assert text[start:end] == "Si\u0300ne"


@pytest.mark.parametrize(
    ("text", "most", "kept"),
    [
        ("Glen Housing Seirbheis taigheadais Ghlinne", 38, "Glen Housing Seirbheis taigheadais"),
        ("Night staff, weekend", 14, "Night staff"), ("Night staff", 11, "Night staff"),
        ("Llanfairpwllgwyngyll", 10, "Llanfairpw"), ("  Night   staff ", 30, "Night staff"),
        ("Night staff", 5, "Night"), ("", 5, ""),
    ],
)  # fmt: skip
def test_a_text_is_shortened_at_a_word(text, most, kept):
    assert first_words(text, most) == kept
