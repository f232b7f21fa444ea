"""Text from people comes out as it was meant, whatever stands in it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nttp_readiness.reports.pdf.typefaces import stretches
from nttp_readiness.reports.safe_text import Stretch, clean_text, safe_link, safe_text

LATIN = frozenset(range(0x20, 0x180))
GREEK = frozenset({*range(0x370, 0x400), 0xFFFD})


@pytest.mark.parametrize(
    "text",
    [
        "R&D & Q&A",
        "<b",
        "<img src='/etc/passwd'>",
        "&amp; &#60; </para>",
        "Dhòmhnaill à è ì ò ù",
        "“quotes” ‘and’ …",
        "one\ntwo\n\nthree",
    ],
)
def test_plain_text_stays_as_it_is(text):
    assert clean_text(text) == text


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("e\u0301", "é"),
        ("a\x00b\x07c\x1b[31m", "abc[31m"),
        ("invoice\u202efdp.exe", "invoicefdp.exe"),
        ("\u2066left\u2069 \u200fright", "left right"),
        ("zero\u200bwidth\ufeff soft\u00adhyphen", "zerowidth softhyphen"),
        ("one\r\ntwo\rthree\u2028four\x85five", "one\ntwo\nthree\nfour\nfive"),
        ("tab\tand\u2003wide", "tab and wide"),
        ("heart\ufe0f", "heart"),
    ],
)
def test_what_could_change_how_the_rest_is_read_is_gone(text, safe):
    assert clean_text(text) == safe


def test_each_letter_is_drawn_by_the_first_font_that_has_it():
    assert safe_text("To Ζωή", [LATIN, GREEK]) == (Stretch("To ", 0), Stretch("Ζωή", 1))


def test_a_space_does_not_change_the_font():
    assert safe_text("Ζωή Ζωή", [LATIN, GREEK]) == (Stretch("Ζωή Ζωή", 1),)


def test_what_no_font_has_leaves_a_visible_sign():
    assert safe_text("hi 🙂", [LATIN, GREEK]) == (
        Stretch("hi ", 0),
        Stretch("\ufffd", 1, "🙂"),
    )
    assert safe_text("hi 🙂", [LATIN]) == (Stretch("hi ", 0), Stretch("?", 0, "🙂"))


def test_what_was_meant_is_kept_word_by_word():
    assert safe_text("a 中文 日本 b", [LATIN]) == (
        Stretch("a ", 0),
        Stretch("?? ?? ", 0, "中文 日本 "),
        Stretch("b", 0),
    )


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("Sìne Nic a’ Ghobhainn", "Sìne Nic a’ Ghobhainn"),
        ("ḃ ċ ḋ ḟ ġ ṁ ṗ ṡ ṫ", "ḃ ċ ḋ ḟ ġ ṁ ṗ ṡ ṫ"),
        ("Łukasz Wiśniewski", "Łukasz Wiśniewski"),
        ("Олена, Київ", "Олена, Київ"),
        ("Αλέξανδρος", "Αλέξανδρος"),
        ("👩‍👧 and 漢", "□□ and □"),
        ("\ud800", "□"),
    ],
)
def test_the_shipped_fonts_draw_names_from_near_and_far(text, drawn):
    for bold in (False, True):
        assert "".join(part.text for part in stretches(text, bold=bold)) == drawn


@given(st.text())
def test_nothing_is_ever_lost_without_a_sign(text):
    parts = safe_text(text, [LATIN, GREEK])
    assert "".join(part.text for part in parts).count("\n") == clean_text(text).count("\n")
    assert sum(len(part.text) for part in parts) == len(clean_text(text))
    for part in parts:
        font = (LATIN, GREEK)[part.font]
        assert all(ord(letter) in font or letter in " \n" for letter in part.text)


@given(st.text())
def test_clean_text_is_clean(text):
    once = clean_text(text)
    assert unicodedata.is_normalized("NFC", once)
    assert clean_text(once) == once


@pytest.mark.parametrize(
    "link",
    ["https://www.example.org/a?b=c#d", "http://x.scot", "mailto:a@b.example", "HTTPS://X.Y"],
)
def test_links_to_the_web_and_to_mail_are_kept(link):
    assert safe_link(link) == link


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "//host/share",
        "\\\\host\\share",
        "www.example.org",
        "https://",
        "https://[bad",
        "data:text/html,x",
        'https://x"onclick',
        "",
    ],
)
def test_no_other_link_is(link):
    assert safe_link(link) == ""
