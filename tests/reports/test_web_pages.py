"""A report as a web page: real headings, tables with their headings' scope, figures with words."""

from __future__ import annotations

import datetime as dt
from html.parser import HTMLParser
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from nttp_readiness.figures.palette import GREY, PAPER
from nttp_readiness.figures.shapes import Box, Disc, Drawing, Hatch, Poly, Words
from nttp_readiness.reports import forms
from nttp_readiness.reports.export_request import ExportRequest
from nttp_readiness.reports.svg import svg
from tests.presentation import report_texts

TODAY = dt.date(2027, 3, 12)
VOID = {"meta", "br", "col"}


class Page(HTMLParser):
    """Reads a page strictly: every element is closed where it was opened."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.words: dict[int, str] = {}
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))
        self.words[len(self.found) - 1] = ""
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.words:
            self.words[max(self.words)] += data

    def all(self, *tags):
        return [attributes for tag, attributes in self.found if tag in tags]


@pytest.fixture(scope="module")
def text():
    data = forms.make(
        ExportRequest(report_texts.sample(), "report", ".html", today=TODAY, full_notes=True)
    )
    return data.decode()


@pytest.fixture(scope="module")
def page(text):
    return Page(text)


def test_the_page_says_its_language_and_title(page, text):
    assert page.all("html") == [{"lang": "en-GB"}]
    assert "<title>Housing Options, Strathlomond Council: readiness action plan</title>" in text


def test_headings_are_real_and_none_skips_a_level(page):
    levels = [int(tag[1]) for tag, _ in page.found if tag in {"h1", "h2", "h3", "h4"}]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_table_has_a_caption_and_headings_with_scope(page):
    tables = len(page.all("table"))
    assert tables == len(page.all("caption")) > 20
    scopes = [each.get("scope") for each in page.all("th")]
    assert set(scopes) == {"col", "row"}
    assert len(page.all("thead")) == tables


def test_every_figure_has_a_name_and_a_sentence_and_decoration_is_silent(page):
    told = [each for each in page.all("svg") if each.get("role") == "img"]
    silent = [each for each in page.all("svg") if each.get("role") != "img"]
    assert len(told) == 13
    keys = {each["id"] for each in page.all("title", "desc") if "id" in each}
    for each in told:
        assert set(each["aria-labelledby"].split()) <= keys
    assert silent
    assert {each["aria-hidden"] for each in silent} == {"true"}


def test_no_id_stands_twice_and_contents_lead_to_their_sections(page):
    ids = [each["id"] for _, each in page.found if "id" in each]
    assert len(ids) == len(set(ids))
    inner = [each["href"] for each in page.all("a") if each["href"].startswith("#")]
    sections = [each["id"] for each in page.all("h2") if each.get("class") == "section"]
    assert len(sections) > 9
    assert [each.removeprefix("#") for each in inner] == sections[1:]  # but for the contents


def test_one_file_is_all_there_is(page):
    assert page.all("script", "img", "link", "iframe", "object", "embed") == []
    assert not [each for _, each in page.found if "src" in each]


@pytest.mark.parametrize("suffix_options", [{"size": "large"}, {"grey": True}])
def test_other_sizes_and_grey_are_pages_too(suffix_options):
    data = forms.make(
        ExportRequest(report_texts.sample(), "report", ".html", today=TODAY, **suffix_options)
    )
    page = data.decode()
    Page(page)
    if "size" in suffix_options:
        assert "html { font-size: 18.0pt; }" in page
    else:
        assert PAPER["loch"] not in page
        assert GREY["loch"] in page


def test_a_drawing_as_svg_has_every_shape_and_only_known_colours():
    drawing = Drawing(
        100, 50,
        (
            Poly(((0, 0), (10, 0), (10, 10)), "surface", "ink", 1, hatch=Hatch("loch", 4, 0.5)),
            Poly(((0, 0), (10, 5)), stroke="ink", closed=False, dash=(2, 1)),
            Box(5, 5, 20, 10, "surface", "edge", 2, 3),
            Disc(50, 25, 5, "moss"),
            Words(60, 30, "R&D <b", 10, bold=True, anchor="middle", halo="paper"),
        ),
        "A <name>", "It says “& so on”.",
    )  # fmt: skip
    root = ET.fromstring(svg(drawing, PAPER, key="one"))
    kinds = [each.tag for each in root.iter()]
    assert kinds == [
        "svg", "title", "desc", "defs", "pattern", "path", "path", "path", "path", "rect",
        "circle", "rect", "text",
    ]  # fmt: skip
    assert root.find("title").text == "A <name>"
    assert root.find("desc").text == "It says “& so on”."
    assert root.find("text").text == "R&D <b"
    assert (root.find("rect").get("x"), root.find("rect").get("width")) == ("6", "18")
    assert root.findall("path")[1].get("fill") == "url(#one-hatch0)"
