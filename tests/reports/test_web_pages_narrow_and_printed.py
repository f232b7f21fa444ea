"""Web pages on a telephone, and printed by a browser: nothing out of sight, or alone on a page.

What a browser made of it was looked at by hand; here is what it needs for that.
"""

from __future__ import annotations

import datetime as dt
import re
from xml.etree import ElementTree as ET

import pytest

from nttp_readiness.domain.rounds.rounds import new_round
from nttp_readiness.figures.distribution import NARROW_LARGE_PRINT, distribution
from nttp_readiness.figures.palette import PAPER
from nttp_readiness.figures.shapes import Box, Drawing, Hatch, Poly, Words
from nttp_readiness.figures.strip import (
    NARROW_LARGE_UPRIGHT,
    NARROW_UPRIGHT,
    Reach,
    upright_strip,
)
from nttp_readiness.figures.text_width import text_width
from nttp_readiness.presentation.words import blocks as b
from nttp_readiness.reports import forms
from nttp_readiness.reports.export_request import ExportRequest
from nttp_readiness.reports.web.svg import svg
from nttp_readiness.reports.web.web_page import write_web_page
from tests.presentation import report_texts

TODAY = dt.date(2027, 3, 12)


PLAIN = b.Paper()


def page_of(*blocks, paper=PLAIN, **more):
    return write_web_page(b.Report("A title", "Us", "en-GB", blocks, **more), paper).decode()


def body_of(page):
    return page.partition("<main>")[2].partition("</main>")[0]


def style_of(page, media):
    return page.partition(f"@media {media}")[2].partition("\n}\n")[0]


def made(form, **options):
    request = ExportRequest(report_texts.sample(), form, ".html", today=TODAY, **options)
    return forms.make(request).decode()


# ---- narrow screens


TABLE = b.Table(
    "What we will do now",
    (b.Column("No.", 9), b.Column("Action", 90), b.Column("Owner", 40), b.Column("Due", 31)),
    (
        b.Row(
            (
                b.Cell(("1",)),
                b.Cell(("Write one page on support",)),
                b.Cell(("Ann Lee",)),
                b.Cell(("May",)),
            )
        ),
        b.Row((b.Cell(("2",)), b.Cell(("Read it",)), b.Cell(), b.Cell(("June",)))),
    ),
    header=1,
)


def test_each_cell_says_its_column_where_rows_stand_as_blocks():
    """Owner and date of an action lay beyond the edge of a narrow screen."""
    body = body_of(page_of(TABLE))
    assert '<table role="table" class="normal rows">' in body
    assert '<td role="cell" data-label="Owner:">Ann Lee</td>' in body
    assert '<td role="cell" class="before">1</td><th role="rowheader" scope="row">' in body
    assert '<td role="cell" data-label="Owner:" class="nothing"></td>' in body
    whole = page_of(TABLE).partition("@media screen and (max-width: 40rem)")[2]
    sheet = whole.partition("@media print")[0]
    assert "table.rows, .rows tbody, .rows tr { display: block; }" in sheet
    assert 'content: attr(data-label) " "' in sheet
    assert "min-width" not in sheet, "a table that is wider than the screen"


def test_a_table_laid_out_otherwise_is_still_one_for_a_screen_reader():
    """Browsers take an element with another `display` for no table; written roles stay."""
    body = body_of(page_of(TABLE))
    for tag, role in (
        ("table", "table"), ("thead", "rowgroup"), ("tbody", "rowgroup"), ("tr", "row"),
        ("td", "cell"),
    ):  # fmt: skip
        elements = re.findall(rf"<{tag}\b[^>]*>", body)
        assert elements
        assert all(f'role="{role}"' in each for each in elements)
    roles = re.findall(r'<th role="(\w+)" scope="(\w+)"', body)
    assert set(roles) == {("columnheader", "col"), ("rowheader", "row")}
    hidden = page_of(TABLE).partition(".rows thead {")[2].partition("}")[0]
    assert "display: none" not in hidden


def test_a_table_that_fits_stays_a_table():
    columns = (b.Column("Level", 30), b.Column("Index", 20))
    small = b.Table("Levels", columns, (b.Row((b.Cell(("2",)), b.Cell(("50",)))),))
    assert 'class="normal"' in body_of(page_of(small))


def test_larger_letters_need_a_wider_screen_for_columns():
    pages = {size: page_of(TABLE, paper=b.Paper(size=size)) for size in ("standard", "large")}
    assert "@media screen and (max-width: 40rem) {\n  table.rows" in pages["standard"]
    assert "@media screen and (max-width: 60rem), print {\n  table.rows" in pages["large"]


def test_every_figure_of_the_plan_is_drawn_for_a_narrow_screen_or_says_that_it_goes_on():
    alone = page_of(b.Figure(Drawing(400, 20, (), "A picture", "It says so.")))
    assert '<p class="cue">This picture goes on to the right: move it sideways.</p>' in alone
    assert "cue" not in body_of(page_of(b.Figure(Drawing(230, 20, (), "A", "B"))))
    for form in ("plan", "report"):
        body = body_of(made(form))
        figures = re.findall(r'<div class="figure([^"]*)"[^>]*>(<p class="cue">)?<svg', body)
        assert figures, form
        assert all(bool(cue) != ("broad" in look) for look, cue in figures), form
        assert body.count('class="narrow"') == sum("broad" in look for look, _ in figures)
    sheet = made("plan")
    assert "linear-gradient" in sheet, "a shadow at the edge that more lies beyond"
    assert ".cue, .narrow { display: block; }" in style_of(sheet, "screen and (max-width: 40rem)")


def test_no_letter_of_a_narrow_figure_is_smaller_than_ten_pixels():
    """The numbers of the wheel were 7 to 8 high at a width of 320, of which 288 show it."""
    body = body_of(made("report"))
    drawings = re.findall(r'<div class="narrow"><svg.*?</svg>', body, re.DOTALL)
    assert len(drawings) == 13
    for drawing in drawings:
        width = float(re.search(r'viewBox="0 0 ([\d.]+)', drawing)[1])
        assert width == 288
        assert min(map(float, re.findall(r'font-size="([\d.]+)"[^>]*>\w', drawing))) >= 10


# ---- printed


def test_hatching_is_lines_and_no_pattern():
    """A pattern is a picture in what a browser prints: 33 megabytes for one plan."""
    hatch = Hatch("loch", 4, 0.5)
    shapes = (Box(0, 0, 20, 10, hatch=hatch), Poly(((30, 0), (40, 0), (40, 10)), hatch=hatch))
    root = ET.fromstring(svg(Drawing(50, 20, shapes, "A", "B"), PAPER, key="one"))
    assert not [each for each in root.iter() if each.tag in {"pattern", "image"}]
    lines = [each.get("d") for each in root.findall("path") if each.get("clip-path")]
    assert len(lines) == 2
    assert lines[0].startswith("M-10 10L0 0M-6 10L4 0")
    assert "<pattern" not in made("report")


def test_a_line_of_hatching_meets_the_upper_and_the_lower_edge_on_its_multiple():
    for (x, y), (to, up) in Hatch("loch", 4, 1).lines(3, 5, 17, 11):
        assert (y, up) == (11, 5)
        assert x + y == to + up
        assert (x + y) % 4 == 0


def test_what_stands_together_is_printed_together():
    heading, words = b.Heading(2, "Evidence"), b.Paragraph("Some words.")
    whole = body_of(page_of(b.Keep((heading, words))))
    assert re.fullmatch(r'\s*<div class="held">\s*<h2.*</p>\s*</div>\s*', whole, re.DOTALL)
    begun = body_of(page_of(b.Keep((heading, words, TABLE))))
    assert re.search(
        r'<div class="held leads">.*</p>\s*</div>\s*<div class="wide"', begun, re.DOTALL
    )
    sheet = style_of(page_of(), "print")
    avoided = sheet.partition("{\n    break-inside: avoid; }")[0].rpartition("}")[2]
    assert {"tr", "li", ".held", ".room"} <= set(avoided.replace("\n", " ").strip().split(", "))
    assert ".leads { break-after: avoid; }" in sheet
    assert "dt" not in sheet.split(), "with it all pairs beside one another are one"
    assert "tr:nth-child(-n + 2), tr:nth-last-child(-n + 2), .counts" in sheet, (
        "two rows at a foot, and three on the last page: twelve foundations broke 10 and 2"
    )
    assert ".counts" in avoided, "three figures stood alone on a page"


def test_in_large_print_many_blocks_are_not_held_together():
    """A title stood alone on its page, as what came next took a whole one."""
    blocks: tuple[b.Block, ...] = (*[b.Paragraph("Some words.")] * 5, TABLE)
    assert 'class="held' in body_of(page_of(b.Keep(blocks)))
    assert 'class="held' not in body_of(page_of(b.Keep(blocks), paper=b.Paper(size="large")))


def test_lines_to_write_on_stand_with_their_label_and_what_they_belong_to():
    room = body_of(page_of(b.WritingRoom("How it goes", 3)))
    assert re.fullmatch(r'\s*<div class="room">\s*<p class="label".*</div>\s*', room, re.DOTALL)
    with_card = ".held:has(.room):not(:has(+ .end)) {\n    break-before: avoid; }"
    assert with_card in style_of(page_of(), "print")


def test_the_closing_line_is_not_alone_on_the_last_page():
    """Browsers part it from what stands before it where it is no sibling of that."""
    page = page_of(b.Paragraph("The end."), footer_left="Our own picture")
    assert body_of(page).rstrip().endswith('<p class="running end">Our own picture</p>')
    before = style_of(page, "print").partition("break-before: avoid;")[0].rpartition("}")[2]
    assert ".end" in before


# ---- what belongs on one line


@pytest.mark.parametrize("text", ["5 March 2027", "0800 83 85 87", "POW-1", "2027-03-05", "2–4"])
def test_a_day_a_number_and_an_id_are_not_broken_and_can_be_copied(text):
    body = body_of(page_of(b.Paragraph(f"Look again on {text}, please.")))
    assert f'again on <span class="unbroken">{text}</span>, please.' in body
    assert ".unbroken { white-space: nowrap; }" in page_of()


def test_the_strip_of_an_answer_grows_with_the_letters():
    """In large print it had the size of the standard."""
    widths = [
        float(re.search(r'<td[^>]*><svg[^>]* width="([\d.]+)pt"', body_of(made("plan", **size)))[1])
        for size in ({}, {"size": "large"})
    ]
    assert widths[1] == pytest.approx(widths[0] * 18 / 11, abs=0.1)


@pytest.mark.parametrize("without", [(), ("scores",)])
@pytest.mark.parametrize("form", ["plan", "report"])
def test_what_a_paper_is_not_is_said_once_at_its_end(form, without):
    """On a page without pages the line that runs below them was there besides."""
    page = made(form, without=frozenset(without))
    end = page.partition("</style>")[2][-900:]
    assert "a plan of our own" not in end
    assert end.count("Our own plan") + end.count("Our own readiness picture") <= 1


def test_two_rounds_are_drawn_for_a_narrow_screen():
    earlier = report_texts.sample()
    request = ExportRequest(
        new_round(earlier, today=TODAY, keep_answers=True), "comparison", ".html",
        today=TODAY, previous=earlier,
    )  # fmt: skip
    body = body_of(forms.make(request).decode())
    assert body.count('class="narrow"') == body.count('class="figure broad"') == 2  # key and chart
    for width in re.findall(r'<div class="narrow"><svg[^>]*viewBox="0 0 ([\d.]+)', body):
        assert width == "288"


def test_in_large_print_the_strip_is_drawn_for_a_narrow_screen_in_large_letters():
    body = body_of(made("report", size="large"))
    drawings = re.findall(r'<div class="narrow"><svg.*?</svg>', body, re.DOTALL)
    assert len(drawings) == 11
    for drawing in drawings:
        assert min(map(float, re.findall(r'font-size="([\d.]+)"', drawing))) >= 20


@pytest.mark.parametrize("measures", [NARROW_UPRIGHT, NARROW_LARGE_UPRIGHT])
@pytest.mark.parametrize("provisional", [False, True])
def test_words_beside_a_narrow_strip_end_within_it(measures, provisional):
    names = [each.name for each in report_texts.sample().bank.levels]
    for level in range(5):
        drawing = upright_strip("A", Reach(level, 0, 4, provisional), names, measures)
        for each in drawing.shapes:
            if isinstance(each, Words) and each.anchor == "start":
                assert each.x + text_width(each.text, each.size, each.bold) <= drawing.width


def test_a_long_address_leaves_the_columns_beside_it_their_width():
    """Printed in large letters, the column before a path was a word wide."""
    address = "https://www.example.scot/housing/plan"
    body = body_of(page_of(b.Paragraph(f"At {address} and well-being.")))
    inner = re.search(r'At <span class="long">(.*?)</span> and well-being\.', body)[1]
    assert inner.replace("<wbr>", "") == address
    assert inner.endswith("scot/<wbr>housing/<wbr>plan")
    assert ".long { overflow-wrap: anywhere; }" in page_of()
    hostile = body_of(page_of(b.Paragraph("<b" + "&" * 30 + "x" * 300)))
    assert "&lt;b" in hostile
    assert hostile.count("&amp;") == 30
    assert '<span class="long">' in hostile


def test_words_stand_apart_from_the_figures_before_them():
    """Right-aligned shares stood close to the words of the next column."""
    sheet = page_of(TABLE)
    apart, stacked = ".right + td:not(.right)", ".rows .right + td:not(.right) { padding-left: 0; }"
    assert sheet.index(f"\n{apart}") < sheet.index(stacked)


def test_how_to_read_the_figures_is_printed_with_its_figure():
    before, _, after = body_of(made("report")).partition("How to read the figures")
    assert before.rpartition("<div")[2].startswith(' class="held">')
    assert "<ul" not in after[: after.index("<svg")]
    assert "</div>" not in after[: after.index("<div")]


def test_in_large_print_the_bars_of_a_group_fit_the_narrowest_screen():
    names = [each.name for each in report_texts.sample().bank.levels]
    drawing = distribution("A", (120, 40, 3, 0, 99), names, NARROW_LARGE_PRINT)
    assert drawing.width <= 288
    for each in drawing.shapes:
        if isinstance(each, Words) and each.anchor == "start" and each.text in names:
            assert each.x + text_width(each.text, each.size, each.bold) < NARROW_LARGE_PRINT.bar_at
