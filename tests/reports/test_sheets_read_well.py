"""Every sheet of the samples' reports as whoever is handed it sees it, in each size of text."""

from __future__ import annotations

import datetime as dt
import functools
from itertools import pairwise

import pytest

from nttp_readiness import resources
from nttp_readiness.domain.editing import edits
from nttp_readiness.presentation.words.blocks import Heading, Paragraph, Report
from nttp_readiness.reports import forms
from nttp_readiness.reports.export_request import ExportRequest, Size
from nttp_readiness.reports.pdf.pdf import write_pdf
from nttp_readiness.storage.documents.documents import load_document

TODAY = dt.date(2027, 3, 12)
LOW, HIGH = (each * 72 / 25.4 for each in (22, 297 - 25))
"""Between these heights a page has its text, in points."""


@functools.cache
def document(name: str):
    return load_document(resources.assets() / "samples" / f"{name}.readiness").assessment


@pytest.fixture(scope="module")
def read(read_pdf):
    """A sample's form in a size of text, read once."""
    return functools.cache(lambda *case: read_pdf(written(*case)))


def written(name: str, form: str, size: Size) -> bytes:
    assessment = document(name)
    if form == "questionnaire":
        assessment = edits.set_profile(assessment, route="foundations")
    return forms.make(ExportRequest(assessment, form, ".pdf", today=TODAY, size=size))


def leaves(reading):
    """What is read, in order: the kind of each element with words of its own, and its page."""
    return [
        (each.kind, kid[0], " ".join(reading.text(each).split()))
        for each in reading.all("H1", "H2", "H3", "P", "Lbl", "LBody", "TH", "TD", "Link", "Figure")
        for kid in each.kids[:1]
        if isinstance(kid, tuple)
    ]


def stranded(reading) -> list[str]:
    """Headings of which all that follows stands on a later page."""
    read = leaves(reading)
    return [
        words
        for (kind, page, words), (_, after, _) in pairwise(read)
        if kind in {"H1", "H2", "H3"} and after != page
    ]


CASES = [
    (name, form, size)
    for size in ("standard", "clear", "large")
    for name, form in (
        ("council-service", "report"), ("council-service", "plan"),
        ("council-service", "questionnaire"),
        ("workshop", "report"), ("workshop", "plan"), ("workshop", "group"), ("workshop", "record"),
    )
]  # fmt: skip


@pytest.mark.parametrize(("name", "form", "size"), CASES)
def test_no_heading_is_stranded_at_the_foot_of_a_page(name, form, size, read):
    reading = read(name, form, size)
    assert len([kind for kind, _, _ in leaves(reading) if kind[0] == "H"]) > 5
    assert stranded(reading) == []


def test_a_stranded_heading_would_be_found(read_pdf):
    blocks = (
        Heading(1, "Section", "section"),
        Paragraph("Words"),
        Paragraph("words " * 20),
    )
    reading = read_pdf(write_pdf(Report("A plan", "A council", "en-GB", blocks)))
    assert stranded(reading) == []
    (heading,) = reading.all("H1")
    heading.kids = [(5, 0)]
    assert len(stranded(reading)) == 1


@pytest.mark.parametrize(
    ("name", "size"),
    [("council-service", "clear"), ("council-service", "large"), ("workshop", "large")],
)
def test_levels_that_stand_apart_from_the_wheel_have_a_heading_of_their_own(name, size, read):
    found = leaves(read(name, "report", size))
    ((page, place),) = [
        (page, place)
        for place, (kind, page, words) in enumerate(found)
        if kind == "H2" and words == "Levels of the domains"
    ]
    wheel = next(where for kind, where, words in found if kind == "H1" and "wheel" in words)
    assert page == wheel + 1
    assert found[place + 1][1] == page


def test_in_standard_size_they_stand_under_the_wheel_and_need_none(read):
    reading = read("council-service", "report", "standard")
    assert "Levels of the domains" not in reading.texts("H2")


def test_in_large_print_two_levels_at_least_stand_under_their_question(read):
    found = leaves(read("council-service", "questionnaire", "large"))
    questions = [n for n, (kind, _, words) in enumerate(found) if kind == "H2" and "-" in words[:5]]
    assert len(questions) == 12
    for place in questions:
        levels = [each for each in found[place + 1 :] if each[0] == "LBody"][:5]
        assert [words[0] for _, _, words in levels] == list("01234")
        assert [page for _, page, _ in levels][:2] == [found[place][1]] * 2
    others = [(page, words) for _, page, words in found if words in {"Not sure", "Rather not say"}]
    assert len(others) >= 2 * len(questions)
    assert all(
        one[0] == other[0]
        for one, other in pairwise(others)
        if (one[1], other[1]) == ("Not sure", "Rather not say")
    )


@pytest.mark.parametrize("size", ["standard", "clear", "large"])
@pytest.mark.parametrize(("name", "form"), [("council-service", "report"), ("workshop", "group")])
def test_no_sheet_holds_only_a_line_or_two_of_its_section(name, form, size, read):
    pdf = read(name, form, size).pdf
    for number, page in enumerate(pdf.pages[1:], start=2):
        depths: list[float] = []

        def see(text, cm, tm, font, size, depths=depths):
            if text.strip() and LOW < tm[5] < HIGH:
                depths.append(tm[5])

        page.extract_text(visitor_text=see)
        assert max(depths) - min(depths) > 40, f"page {number}"
