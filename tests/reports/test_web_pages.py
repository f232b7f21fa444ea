"""A report as a web page: real headings, tables with their headings' scope, figures with words."""

from __future__ import annotations

import datetime as dt
import re
from html.parser import HTMLParser
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from nttp_readiness.figures import palette
from nttp_readiness.figures.palette import GREY, PAPER
from nttp_readiness.figures.shapes import Box, Disc, Drawing, Hatch, Poly, Words
from nttp_readiness.reports import forms
from nttp_readiness.reports.export_request import ExportRequest
from nttp_readiness.reports.web.svg import svg
from tests.presentation import report_texts

TODAY = dt.date(2027, 3, 12)
VOID = {"meta", "br", "col", "wbr"}


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

    def all_of(self, tag, look):
        """Those elements that have a class."""
        return [each for each in self.all(tag) if look in each.get("class", "").split()]


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
    assert len(page.all_of("div", "figure")) == 13
    assert len(told) == 13 + len(page.all_of("div", "narrow"))  # drawn again for narrow screens
    keys = {each["id"] for each in page.all("title", "desc") if "id" in each}
    for each in told:
        assert set(each["aria-labelledby"].split()) <= keys
    assert silent
    assert {each["aria-hidden"] for each in silent} == {"true"}


def test_no_id_stands_twice_and_contents_lead_to_their_sections(page):
    ids = [each["id"] for _, each in page.found if "id" in each]
    assert len(ids) == len(set(ids))
    inner = [each["href"] for each in page.all("a") if each["href"].startswith("#")]
    sections = [e["id"] for e in page.all("h2") if "section" in e.get("class", "").split()]
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
        "svg", "title", "desc", "path", "clipPath", "path", "path", "path", "path", "rect",
        "circle", "rect", "text",
    ]  # fmt: skip
    assert root.find("title").text == "A <name>"
    assert root.find("desc").text == "It says “& so on”."
    assert root.find("text").text == "R&D <b"
    assert (root.find("rect").get("x"), root.find("rect").get("width")) == ("6", "18")
    assert root.findall("path")[1].get("clip-path") == "url(#one-clip1)"
    assert root.find("clipPath").get("id") == "one-clip1"


# ---- narrow screens, the dark, and paper


def sheet_of(page):
    return page.partition("<style>")[2].partition("</style>")[0]


@pytest.fixture(scope="module")
def whole_page():
    request = ExportRequest(report_texts.sample(), "report", ".html", today=TODAY)
    return forms.make(request).decode()


def test_what_scrolls_sideways_is_reached_by_keyboard_and_has_a_name(whole_page):
    found = re.findall(r'<div class="(wide|figure)\b[^"]*"([^>]*)>', whole_page)
    assert {kind for kind, _ in found} == {"wide", "figure"}
    assert len(found) == whole_page.count('class="wide') + whole_page.count('class="figure')
    for _, attributes in found:
        assert 'tabindex="0"' in attributes
        assert re.search(r'aria-label="[^"]+"', attributes)
    assert ".wide:focus-visible, .figure:focus-visible { outline: 3px" in sheet_of(whole_page)


def test_in_the_dark_the_page_and_its_figures_are_dark_and_on_paper_never(whole_page):
    sheet = sheet_of(whole_page)
    dark = sheet.partition("@media screen and (prefers-color-scheme: dark)")[2].partition("}\n}")[0]
    for token in ("ink", "paper", "loch", "level0", "level4", "wash"):
        assert f"--{token}: #" in dark
    assert f"--ink: {palette.DARK['ink']};" in dark
    figures = "".join(re.findall(r"<svg.*?</svg>", whole_page, re.DOTALL))
    assert 'fill="var(--ink)"' in figures
    assert not re.search(r'(?:fill|stroke)="#', figures), "a colour that the dark cannot change"


def test_black_and_white_stays_so():
    request = ExportRequest(report_texts.sample(), "plan", ".html", today=TODAY, grey=True)
    assert "prefers-color-scheme" not in forms.make(request).decode()


def test_every_colour_of_the_sheet_is_declared(whole_page):
    used = set(re.findall(r"var\(--(\w+)\)", whole_page))
    assert used <= set(re.findall(r"--(\w+): (?:#|var)", sheet_of(whole_page)))


def test_words_without_end_break_and_small_letters_of_figures_stay_large_enough(whole_page):
    sheet = sheet_of(whole_page)
    assert "minmax(0, 1fr)" in sheet, "a column that may be narrower than its longest word"
    assert "dt, dd { overflow-wrap: anywhere; }" in sheet
    narrow = sheet.partition("@media screen and (max-width: 40rem)")[2].partition("@media")[0]
    assert ".figure:not(.fits) > svg { max-width: none; }" in narrow, "as large as on paper"


def test_the_first_section_is_printed_below_the_title_of_the_page(page):
    """The title stood on a sheet of its own."""
    first, *others = page.all_of("h2", "section")
    assert "goes-on" in first["class"].split()
    assert not all("goes-on" in each["class"].split() for each in others)
