"""Slides as a PDF: what stands on them, in the same order, to be seen before they are made."""

import datetime as dt
from dataclasses import replace
from io import BytesIO

import pytest
from pptx import Presentation
from pypdf import PdfReader

from nttp_readiness import resources
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.scorecard import score
from nttp_readiness.presentation.papers.slide_deck import slide_deck
from nttp_readiness.reports import forms
from nttp_readiness.reports.export_request import ExportRequest
from nttp_readiness.reports.office.slide_layout import sides_of
from nttp_readiness.storage.documents.documents import load_document

TODAY = dt.date(2027, 3, 12)
SAMPLES = sorted(each.stem for each in (resources.assets() / "samples").glob("*.readiness"))


def of(sample="council-service"):
    return load_document(resources.assets() / "samples" / f"{sample}.readiness").assessment


def made(assessment, suffix, **options):
    return forms.make(ExportRequest(assessment, "slides", suffix, today=TODAY, **options))


def said(texts):
    return " ".join(" ".join(texts).split())


def words_on(slide):
    for shape in slide.shapes:
        if shape.name == "Footer":
            continue
        if shape.has_text_frame:
            yield from (paragraph.text for paragraph in shape.text_frame.paragraphs)
        if shape.has_table:
            yield from (cell.text for row in shape.table.rows for cell in row.cells)


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_pages_say_what_the_slides_say_and_pass_every_check(sample, faults, read_pdf):
    assessment = of(sample)
    data = made(assessment, ".pdf")
    assert faults(data) == []
    slides = Presentation(BytesIO(made(assessment, ".pptx"))).slides
    assert len(PdfReader(BytesIO(data)).pages) == len(slides)
    reading = read_pdf(data)
    spoken = said(reading.text(each) for each in reading.root.elements)
    for slide in slides:
        for words in words_on(slide):
            assert said([words.replace("\N{NO-BREAK SPACE}", " ")]) in spoken.replace(
                "\N{NO-BREAK SPACE}", " "
            )


@pytest.mark.parametrize("options", [{}, {"without": frozenset({"scores"})}, {"grey": True}])
def test_nothing_runs_into_the_foot_of_a_page(options):
    for sample in SAMPLES:
        pages = PdfReader(BytesIO(made(of(sample), ".pdf", **options))).pages
        for page in pages:
            lowest: list[float] = []

            def note(text, _cm, tm, _font, _size, lowest=lowest):
                if text.strip():
                    lowest.append(tm[5])

            page.extract_text(visitor_text=note)
            assert min(each for each in lowest if each > 35) > 50, sample


def test_what_is_said_beside_them_is_not_on_the_pages():
    text = said(page.extract_text() for page in PdfReader(BytesIO(made(of(), ".pdf"))).pages)
    assert "These slides say" not in text


def test_signs_that_the_pages_cannot_show_are_named_before_they_are_made():
    assessment = of()
    key = next(each.id for each in assessment.actions.values() if each.horizon == "now")
    arabic = edits.change_action(assessment, key, title="Write \N{GRINNING FACE} العربية")
    request = ExportRequest(arabic, "slides", ".pdf", today=TODAY)
    (sentence,) = forms.troubles(request)
    assert "العربية" in sentence
    assert "PowerPoint" in sentence
    assert forms.troubles(ExportRequest(arabic, "slides", ".pptx", today=TODAY)) == ()


def test_they_can_be_kept(faults):
    import page as page_validation

    data = made(of(), ".pdf", archive=True)
    assert page_validation.validate_pdf_bytes(data, profile="2a").failures == []


def test_two_tables_beside_each_other_have_one_size_of_type():
    """Each side had the largest at which it fits: one looked as if it mattered more."""
    slides = slide_deck(score(of("small-charity")), TODAY).slides
    (slide,) = [each for each in slides if "foundations" in each.title]
    fuller = replace(slide, right=(*slide.right, *slide.right))
    assert len({size for _, _, size in sides_of(slide)}) == 1
    assert len({size for _, _, size in sides_of(fuller)}) == 1


def test_a_wheel_that_shows_no_level_gives_way_to_the_foundations():
    for sample, wheel in (("council-service", True), ("small-charity", False), ("workshop", False)):
        titles = [each.title for each in slide_deck(score(of(sample)), TODAY).slides]
        assert ("Levels of the domains" in titles) is wheel
        assert ("The twelve foundations" in titles) is not wheel
        assert len(titles) == 5
