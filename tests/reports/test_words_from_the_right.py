"""Arabic, Hebrew and Urdu stand the right way round in Word and on the web, alone and in a line."""

import datetime as dt
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn

from nttp_readiness.presentation.words.blocks import (
    Cell,
    Column,
    Facts,
    Heading,
    Item,
    Listing,
    Paper,
    Paragraph,
    Report,
    Row,
    Run,
    Table,
)  # fmt: skip
from nttp_readiness.reports.office.word import write_word
from nttp_readiness.reports.safe_text import begins_from_the_right, by_direction
from nttp_readiness.reports.web.web_page import write_web_page

ARABIC, HEBREW = "العربية", "עברית"
MADE = dt.datetime(2027, 3, 12, tzinfo=dt.UTC)


def report(*blocks):
    return Report(ARABIC, "", "en-GB", blocks)


def word(*blocks):
    return docx.Document(BytesIO(write_word(report(*blocks), Paper(), made=MADE)))


def web(*blocks):
    return write_web_page(report(*blocks), Paper()).decode()


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("plain", [("plain", False)]),
        (f"Seen by {ARABIC} today", [("Seen by ", False), (ARABIC, True), (" today", False)]),
        (f"{ARABIC} 12 {HEBREW} (x)", [(f"{ARABIC} 12 {HEBREW}", True), (" (x)", False)]),
        (f"12 {HEBREW}\nnew", [("12 ", False), (HEBREW, True), ("\nnew", False)]),
    ],
)
def test_words_from_the_right_are_told_from_the_others(text, parts):
    assert list(by_direction(text)) == parts


def test_a_paragraph_goes_by_its_first_letter():
    assert begins_from_the_right(f"12 {HEBREW} and more")
    assert not begins_from_the_right(f"Seen by {HEBREW}")
    assert not begins_from_the_right("12 – 14")


def test_in_word_the_paragraph_and_its_words_are_marked():
    found = word(Paragraph((Run(f"{ARABIC}: ", bold=True), Run("2 people"))))
    paragraph = found.paragraphs[0]
    assert paragraph._p.pPr.find(qn("w:bidi")) is not None
    assert [(run.text, run.font.rtl, run.font.cs_bold) for run in paragraph.runs] == [
        (ARABIC, True, True), (": ", None, None), ("2 people", None, None),
    ]  # fmt: skip


def test_in_word_a_name_within_a_line_turns_nothing_else_round():
    paragraph = word(Paragraph(f"Owner: {ARABIC}, lead")).paragraphs[0]
    assert paragraph._p.pPr.find(qn("w:bidi")) is None
    assert [(run.text, run.font.rtl) for run in paragraph.runs] == [
        ("Owner: ", None), (ARABIC, True), (", lead", None),
    ]  # fmt: skip


def test_on_the_web_every_kind_of_block_says_its_direction():
    table = Table("T", (Column("A", 1),), (Row((Cell((ARABIC,)),)),))
    page = web(
        Heading(1, ARABIC), Paragraph(ARABIC), Listing((Item(ARABIC),)),
        Facts((("Owner", ARABIC),)), table,
    )  # fmt: skip
    for kind in ("h1", "p", "li", "dd", "th"):
        assert any('dir="rtl"' in tag.partition(">")[0] for tag in page.split(f"<{kind}")[1:]), kind


def test_on_the_web_a_name_within_a_line_stands_by_itself():
    assert f"Owner: <bdi>{ARABIC}</bdi>, lead" in web(Paragraph(f"Owner: {ARABIC}, lead"))
    assert f"<title>{ARABIC}</title>" in web(Paragraph("x"))
