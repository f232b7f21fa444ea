"""Days, numbers in groups and ids stay on one line, in every kind of paper, by one rule."""

from __future__ import annotations

import datetime as dt
import time
from io import BytesIO
from zipfile import ZipFile

import docx
import pptx
import pytest

from nttp_readiness import resources
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.scorecard import score
from nttp_readiness.presentation.papers.plan_actions import national_requests
from nttp_readiness.presentation.plan.plan_material import Material, Options
from nttp_readiness.presentation.words import blocks as b
from nttp_readiness.reports import forms
from nttp_readiness.reports.export_request import ExportRequest
from nttp_readiness.reports.office.word import write_word
from nttp_readiness.reports.tagged import held, wholes
from nttp_readiness.storage.documents.documents import load_document
from tests.presentation import report_texts

TODAY = dt.date(2027, 3, 12)
SPACE, HYPHEN = "\N{NO-BREAK SPACE}", "\N{NON-BREAKING HYPHEN}"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("by 5 March 2027.", "5 March 2027"),
        ("on 15 September 2027, at ten", "15 September 2027"),
        ("ring 0800 83 85 87 at any time", "0800 83 85 87"),
        ("ring +44 (0)141 496 0000", "+44 (0)141 496 0000"),
        ("ring 0141-496-0000", "0141-496-0000"),
        ("see POW-1 and", "POW-1"),
        ("before 2027-03-05", "2027-03-05"),
        ("pages 2–4", "2–4"),
        ("We reach 1 of 9 teams", "1 of 9"),
        ("version 2.1.0 of 30 November 2026.", "30 November 2026"),
        ("it is at level 1, and", "level 1"),
        ("Level 1 or more", "Level 1"),
        ("now level 2 of 4.", "level 2 of 4"),
    ],
)
def test_what_belongs_on_one_line_is_found(text, whole):
    parts = list(wholes(text))
    assert [part for part, is_whole in parts if is_whole] == [whole]
    assert "".join(part for part, _ in parts) == text


@pytest.mark.parametrize("text", [
    "well-being", "out-of-hours", "levels of 4", "A-1-team", "5 people in 2027 said", "", " ",
    "https://a-b.scot/x",
])  # fmt: skip
def test_other_words_are_broken_where_they_may_be(text):
    assert held(text) == text


def test_a_row_of_figures_without_end_is_broken_and_costs_no_time():
    begun = time.process_time()
    row = "1 " * 20_000 + "A-" * 20_000 + "+1 " * 20_000
    assert "".join(part for part, _ in wholes(row)) == row
    assert max(len(part) for part, is_whole in wholes(row) if is_whole) <= 24
    assert time.process_time() - begun < 2


def test_in_word_the_spaces_and_hyphens_are_those_that_do_not_break():
    words = "Look at POW-1 and well-being on 5 March 2027; ring 0800 83 85 87."
    report = b.Report("A", "Us", "en-GB", (b.Paragraph(words),))
    data = write_word(report, b.Paper(), made=dt.datetime(2027, 3, 12, tzinfo=dt.UTC))
    (said,) = [each.text for each in docx.Document(BytesIO(data)).paragraphs if "POW" in each.text]
    assert f"5{SPACE}March{SPACE}2027" in said
    assert f"0800{SPACE}83{SPACE}85{SPACE}87" in said
    xml = ZipFile(BytesIO(data)).read("word/document.xml").decode()
    assert "POW</w:t><w:noBreakHyphen/><w:t" in xml.replace("\n", "")
    assert HYPHEN not in xml, "a letter that many typefaces lack"
    assert "well-being" in xml


@pytest.fixture(scope="module")
def dated():
    """The sample with a day that stands in its titles."""
    return edits.change_action(
        report_texts.sample(), "WEL-2/first", title="Begin on 5 March 2027, ring 0800 83 85 87"
    )


@pytest.mark.parametrize("form", ["plan", "report", "board", "owner", "views", "easy-read"])
def test_no_word_document_has_a_day_that_breaks(dated, form):
    data = forms.make(ExportRequest(dated, form, ".docx", today=TODAY))
    xml = ZipFile(BytesIO(data)).read("word/document.xml").decode()
    assert "5 March 2027" not in xml
    assert f"5{SPACE}March{SPACE}2027" in xml


def test_slides_do_not_break_them_either(dated):
    data = forms.make(ExportRequest(dated, "slides", ".pptx", today=TODAY))
    said = "\n".join(
        shape.text_frame.text
        for slide in pptx.Presentation(BytesIO(data)).slides
        for shape in slide.shapes
        if shape.has_text_frame
    )
    said += "".join(
        cell.text
        for slide in pptx.Presentation(BytesIO(data)).slides
        for shape in slide.shapes
        if shape.has_table
        for row in shape.table.rows
        for cell in row.cells
    )
    assert "5 March 2027" not in said
    assert f"5{SPACE}March{SPACE}2027" in said


@pytest.mark.parametrize(("form", "suffix"), [
    ("tracker", ".csv"), ("actions", ".csv"), ("data", ".json"), ("calendar", ".ics"),
])  # fmt: skip
def test_what_is_read_again_has_the_plain_words(dated, form, suffix):
    data = forms.make(ExportRequest(dated, form, suffix, today=TODAY)).decode("utf-8-sig")
    assert "5 March 2027" in data.replace("\r\n ", "")
    assert SPACE not in data


@pytest.mark.parametrize("name", ["workshop", "sector-schools", "sector-police", "council-service"])
def test_a_list_of_actions_may_end_its_line_after_a_number_and_nowhere_else(name):
    """The whole sentence held together was wider than an item in large print, and 10 was parted."""
    document = load_document(resources.assets() / "samples" / f"{name}.readiness")
    material = Material(score(document.assessment), TODAY, Options())
    said = [report_texts.plain(request[1:]) for request in national_requests(material)]
    assert said
    for each in said:
        parts = each.split(" ")
        assert all(part.rstrip(",.")[-1].isdigit() for part in parts)
        assert max(map(len, parts)) <= 16
