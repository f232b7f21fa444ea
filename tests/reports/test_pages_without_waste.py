"""Pages as a reader meets them: nothing stands alone, nothing is broken that belongs together."""

from __future__ import annotations

import datetime as dt
from io import BytesIO

import pytest
from pypdf import PdfReader

from nttp_readiness import resources
from nttp_readiness.reports import forms
from nttp_readiness.reports.export_request import ExportRequest
from nttp_readiness.reports.fonts import REGULAR, load
from nttp_readiness.reports.tagged import Beside, Piece, Positioned, Stack, Text, paginate
from nttp_readiness.reports.tagged.flow import Space
from nttp_readiness.storage.documents import load_document

TODAY = dt.date(2027, 3, 12)
SAMPLES = sorted(
    each.stem for each in (resources.assets() / "samples").glob("*.readiness")
)  # fmt: skip
MOST = {"council-service": 30, "sector-schools": 24, "small-charity": 17, "workshop": 14}
"""Pages of the full report at most; of every other sample 21."""


def of(sample):
    return load_document(resources.assets() / "samples" / f"{sample}.readiness").assessment


def pages(sample, form, **options):
    data = forms.make(ExportRequest(of(sample), form, ".pdf", today=TODAY, **options))
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(data)).pages]


@pytest.mark.parametrize("sample", SAMPLES)
class TestTheFullReport:
    def test_where_we_stand_takes_one_page_and_no_more(self, sample):
        data = forms.make(ExportRequest(of(sample), "report", ".pdf", today=TODAY))
        reader = PdfReader(BytesIO(data))
        sections = [each for each in reader.outline if not isinstance(each, list)]
        begins = {each.title: reader.get_destination_page_number(each) for each in sections}
        at = list(begins).index("Where we stand")
        assert list(begins.values())[at + 1] == begins["Where we stand"] + 1

    def test_it_is_as_short_as_it_can_be_without_loss(self, sample):
        assert len(pages(sample, "report")) <= MOST.get(sample, 21)


@pytest.mark.parametrize("size", ["standard", "large"])
def test_the_head_of_an_owners_sheet_never_stands_alone(size):
    for page in pages("council-service", "owner", size=size):
        if "My part of the plan" in page:
            assert "What we will do." in page


def test_a_card_that_goes_on_over_the_page_keeps_each_label_with_its_words():
    for page in pages("council-service", "owner", size="large"):
        end = page.split(" Our own readiness picture")[0]
        assert not end.endswith(("Owner", "Due", "How we will know"))


def test_in_large_print_the_actions_follow_what_stands_before_them():
    found = pages("council-service", "plan", size="large")
    (page,) = [each for each in found if "What we will do now" in each]
    assert "We look again on" in page


def text(words, width):
    load()
    box = Text([Piece(words, REGULAR, 10, "#000000")], 14, None)
    lines = box._lines(width)
    return [" ".join(part.text for part in line.fragments) for line in lines]


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("Employee support, in confidence: 01632 960 417", "01632 960 417"),
        ("The next day of mine is 30 September 2027.", "30 September 2027."),
        ("An 3 an t-Sultain, no 4 Giblean 2027 fhèin", "4 Giblean 2027"),
    ],
)
def test_no_line_ends_within_a_day_or_the_number_of_a_telephone(words, whole):
    for width in range(110, 240, 10):
        assert any(whole in line for line in text(words, width)), width


def test_a_day_that_is_wider_than_its_column_is_broken_at_a_space():
    assert text("30 September 2027", 60) == ["30", "September", "2027"] or text(
        "30 September 2027", 60
    ) == ["30 September", "2027"]


def boxes(count):
    return Stack(
        [Text([Piece(f"Line {n}.", REGULAR, 10, "#000000")], 14, None) for n in range(count)]
    )


@pytest.mark.parametrize(("head", "pages"), [(14, [2]), (200, [2, 1]), (400, [1, 1])])
def test_a_high_box_is_broken_only_where_enough_of_it_stands_before(head, pages):
    load()
    box = Beside([Positioned(0, 300, boxes(30))], whole=250, begins=150)
    assert [len(each) for each in paginate([Space(head), box], 300, 500)] == pages


def test_in_large_print_no_section_begins_with_a_page_of_its_lead_alone():
    for page in pages("workshop", "group", size="large"):
        if "Question by question" in page:
            assert "Safe involvement arrangements" in page


def test_in_large_print_a_domain_begins_where_half_a_page_is_left():
    found = pages("sector-primary-care", "report", size="large")
    assert len(found) <= 48
