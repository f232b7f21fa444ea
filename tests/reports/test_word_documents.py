"""A Word document as Word and a screen reader see it: styles, lists, tables, pictures, language."""

from __future__ import annotations

import datetime as dt
import zipfile
from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import docx
import pytest
from docx.oxml.ns import qn
from PIL import Image

from nttp_readiness.figures import palette
from nttp_readiness.figures.shapes import Box, Disc, Drawing, Words
from nttp_readiness.presentation.words.blocks import (
    Beside,
    Card,
    Cell,
    Column,
    Contents,
    Counts,
    Facts,
    Figure,
    Heading,
    Item,
    Keep,
    Listing,
    Notice,
    PageBreak,
    Panel,
    Paper,
    Paragraph,
    Report,
    Row,
    Run,
    Table,
    WritingRoom,
)  # fmt: skip
from nttp_readiness.reports import forms
from nttp_readiness.reports.export_request import ExportRequest
from nttp_readiness.reports.office.word import write_word
from nttp_readiness.reports.pdf.picture_files import png
from tests.presentation import report_texts

TODAY = dt.date(2027, 3, 12)
MADE = dt.datetime(2027, 3, 12, tzinfo=dt.UTC)
PAPER = Paper()


def written(*blocks, paper=PAPER, **more):
    report = Report("A plan", "A council", "en-GB", blocks, **more)
    return docx.Document(BytesIO(write_word(report, paper, made=MADE)))


def table(caption="Levels", rows=2):
    columns = (Column("No.", 10, right=True), Column("Name", 110), Column("Level", 50))
    cells = (Cell(("1",)), Cell(("Care", "WEL")), Cell(((Run("2", bold=True),),)))
    return Table(caption, columns, (Row(cells),) * rows, header=1)


@pytest.fixture(scope="module")
def plan():
    data = forms.make(
        ExportRequest(report_texts.sample(), "report", ".docx", today=TODAY), invariant=True
    )
    return docx.Document(BytesIO(data))


def headings(document):
    return [
        (each.style.name, each.text)
        for each in document.paragraphs
        if each.style.name.startswith(("Heading", "Title"))
    ]


def test_the_plans_headings_have_real_styles_in_order(plan):
    found = headings(plan)
    assert found[:3] == [
        ("Title", "Housing Options"),
        ("Heading 1", "In this report"),
        ("Heading 2", "How to read the figures"),
    ]
    assert found[-1][0] == "Heading 2"
    levels = [int(style[-1]) for style, _ in found[1:]]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert [text for style, text in found if style == "Heading 1"][-1] == "Support"


def test_every_picture_has_its_alternative_text(plan):
    found = list(plan.element.iter(qn("wp:docPr")))
    said = [each.get("descr") for each in found if "decorative" not in each.xml]
    assert len(said) == 13
    assert len(found) - len(said) == 7, "the samples beside the words of the key"
    assert said[2].startswith("Readiness wheel, ten domains, levels 0 to 4.")
    assert all(said)


def test_every_table_repeats_its_header_row_and_says_what_it_is_about(plan):
    assert len(plan.tables) > 20
    for each in plan.tables:
        assert [bool(row._tr.xpath("w:trPr/w:tblHeader")) for row in each.rows][:2] == [True, False]
        assert each._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
        look = each._tbl.tblPr.find(qn("w:tblLook"))
        assert (look.get(qn("w:firstRow")), look.get(qn("w:firstColumn"))) == ("1", "1")


def test_columns_share_the_width_of_the_page_as_they_do_on_paper():
    found = written(Heading(1, "One", "section"), table()).tables[0]
    assert [round(cell.width.mm) for cell in found.rows[1].cells] == [10, 110, 50]
    assert found.autofit is False


def test_a_column_too_narrow_for_its_figures_takes_room_from_the_others():
    columns = (Column("No.", 4), Column("Name", 166))
    row = Row((Cell(("10",)), Cell(("Care",))))
    number, name = (
        written(Heading(1, "One", "section"), Table("t", columns, (row,), header=1))
        .tables[0]
        .rows[1]
        .cells
    )
    assert 6 < number.width.mm < 12
    assert round(number.width.mm + name.width.mm) == 170


def test_what_is_kept_together_stands_with_the_next_up_to_two_rows_of_its_table():
    kept = Keep((Heading(2, "Care"), Paragraph("What it is"), table(rows=4)))
    found = written(Heading(1, "One", "section"), kept, Paragraph("After"))
    held = [
        each.text
        for each in found.paragraphs
        if each.paragraph_format.keep_with_next or each.style.paragraph_format.keep_with_next
    ]
    assert held == ["One", "Care", "What it is"]
    rows = [
        row.cells[1].paragraphs[0].paragraph_format.keep_with_next for row in found.tables[0].rows
    ]
    assert rows == [True, True, None, True, None]  # and the last two with one another


def test_a_card_is_kept_together():
    card = Card("1", "Begin", "Why", (("Owner", "Sìne"), ("Status", "Done")), "From WEL-2.")
    found = written(Heading(1, "One", "section"), card).paragraphs[1:]
    assert [bool(each.paragraph_format.keep_with_next) for each in found] == [True] * 4 + [False]


def test_lines_to_write_on_stay_apart():
    found = written(Heading(1, "One", "section"), WritingRoom("Notes", 3)).paragraphs[-3:]
    for each in found:
        sides = [side.tag.partition("}")[2] for side in each._p.pPr.find(qn("w:pBdr"))]
        assert sides == ["bottom", "between"]


def test_header_and_footer_have_one_tab_stop_at_the_right_margin(plan):
    for part in (plan.sections[0].header, plan.sections[0].footer):
        (paragraph,) = part.paragraphs
        assert [round(stop.position.mm) for stop in paragraph.paragraph_format.tab_stops] == [170]
        assert not paragraph.style.element.xpath("w:pPr/w:tabs")


def test_a_long_name_in_the_header_ends_at_a_word():
    name = "Housing Options and " * 12
    found = written(Heading(1, "One", "section"), header_left=(name,), header_right="Agreed")
    left, _, right = found.sections[0].header.paragraphs[0].text.partition("\t")
    assert left.endswith(" …")
    assert (len(left) < 120, right) == (True, "Agreed")


def test_pictures_begin_at_the_margin(plan):
    for shape in plan.inline_shapes:
        assert shape._inline.get("distL") == shape._inline.get("distR") == "0"


def test_the_parts_of_a_tables_properties_stand_in_the_order_that_word_demands():
    found = written(table()).tables[0]._tbl.tblPr
    order = ["tblStyle", "tblW", "jc", "tblBorders", "tblLayout", "tblCellMar", "tblLook",
             "tblCaption"]  # fmt: skip
    names = [each.tag.partition("}")[2] for each in found]
    assert names == [each for each in order if each in names]


def test_two_tables_in_a_row_stay_two(plan):
    document = written(table("Levels"), table("Sums"))
    assert len(document.tables) == 2
    kinds = [each.tag.partition("}")[2] for each in document.element.body]
    assert kinds == ["tbl", "p", "tbl", "sectPr"]


def test_lists_are_real_and_each_numbered_one_counts_from_one():
    items = Listing((Item("first"), Item("second")), numbered=True)
    document = written(items, Listing((Item("dash"),)), items)
    assert [each.style.name for each in document.paragraphs] == [
        "List Number", "List Number", "List Bullet", "List Number", "List Number",
    ]  # fmt: skip
    used = [
        each._p.pPr.numPr.numId.val
        for each in document.paragraphs
        if each.style.name == "List Number"
    ]
    assert used[0] == used[1] != used[2] == used[3]
    starts = document.part.numbering_part.element.xpath("w:num/w:lvlOverride/w:startOverride")
    assert [each.get(qn("w:val")) for each in starts] == ["1", "1"]


def test_the_file_says_its_language_title_and_author(plan):
    properties = plan.core_properties
    assert properties.title == "Housing Options, Strathlomond Council: readiness action plan"
    assert (properties.author, properties.language) == ("Strathlomond Council", "en-GB")
    assert properties.created.date() == TODAY
    languages = {each.get(qn("w:val")) for each in plan.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}


def test_another_language_within_a_sentence_is_marked():
    document = written(Paragraph((Run("Ceud mìle "), Run("fàilte", language="gd"))))
    marked = [each.get(qn("w:val")) for each in document.element.body.iter(qn("w:lang"))]
    assert marked == ["gd"]


def test_the_page_is_a4_with_its_number_below(plan):
    section = plan.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    fields = [each.get(qn("w:instr")) for each in section.footer._element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]
    assert "Our own readiness picture, not an NTTP rating" in section.footer.paragraphs[0].text


def test_contents_lead_to_their_sections(plan):
    places = {each.get(qn("w:name")) for each in plan.element.iter(qn("w:bookmarkStart"))}
    leads = [each.get(qn("w:anchor")) for each in plan.element.iter(qn("w:hyperlink"))]
    anchors = [each for each in leads if each]
    assert len(anchors) == 10
    assert set(anchors) <= places


def test_only_safe_addresses_become_links():
    document = written(
        Paragraph(
            (Run("site", link="https://www.gov.scot"), Run("bad", link="javascript:alert(1)"))
        )
    )
    external = [each.target_ref for each in document.part.rels.values() if each.is_external]
    assert external == ["https://www.gov.scot"]
    assert document.paragraphs[0].text == "sitebad"


def test_sizes_follow_the_paper():
    sizes = [
        written(Paragraph("text"), paper=Paper(size=size)).styles["Normal"].font.size.pt
        for size in ("standard", "clear", "large")
    ]
    assert sizes == [11, 12.5, 18]


def test_every_kind_of_block_is_written_in_the_order_of_reading():
    dot = Figure(Drawing(10, 10, (Disc(5, 5, 4, "loch"),), "Dot", "A dot."))
    document = written(
        Heading(1, "One", "section"),
        Contents(),
        Notice("Pause first", ("Wait.",)),
        Keep((Heading(2, "Two"), Panel((Paragraph("In a panel"),)))),
        Beside((Paragraph("left"),), (Paragraph("right"),)),
        Facts((("Owner", "Ann"),)),
        Card("1", "Title", "why", (("Owner", "Bob"), ("", "Done")), "from here"),
        Counts((("3 of 4", "questions"),)),
        dot,
        PageBreak(),
        WritingRoom("Notes", 2),
    )
    assert [each.text.strip() for each in document.paragraphs] == [
        "One", "One\t1", "Pause first", "Wait.", "Two", "In a panel", "left", "right", "Owner: Ann",
        "1 Title", "why", "Owner: Bob", "Done", "from here", "3\xa0of\xa04 questions", "", "",
        "Notes", "", "",
    ]  # fmt: skip


def test_no_trace_of_the_template_is_left():
    data = write_word(Report("A", "B", "en-GB", ()), Paper(), made=MADE)
    with zipfile.ZipFile(BytesIO(data)) as parts:
        names = parts.namelist()
        core = parts.read("docProps/core.xml").decode()
    assert not [each for each in names if "thumbnail" in each]
    assert "python-docx" not in core
    assert "2013" not in core


def test_even_colours_of_a_picture_are_exactly_those_of_the_drawing():
    colours = palette.PAPER
    tokens: tuple[palette.Tone, ...] = (*palette.LEVEL_TONES, "line", "heather", "moss")
    boxes = tuple(Box(30 * n, 0, 28, 40, each) for n, each in enumerate(tokens))
    words = Words(5, 60, "Our level: 2, Developing", 11)
    data = png(Drawing(240, 70, (*boxes, words), "strip", "A strip."), colours)
    picture = Image.open(BytesIO(data))
    assert picture.mode == "P"
    found = picture.convert("RGB")
    middle = [found.getpixel((round((30 * n + 14) * 220 / 72), 60)) for n in range(len(tokens))]
    assert middle == [tuple(bytes.fromhex(colours[each][1:])) for each in tokens]
    assert found.getpixel((found.width - 1, found.height - 1)) == (255, 255, 255)


def test_the_contents_have_the_page_of_each_section():
    """Those of the PDF stand there until Word counts its own, which each field asks it to."""
    request = ExportRequest(report_texts.sample(), "report", ".docx", today=TODAY)
    document = docx.Document(BytesIO(forms.make(request)))
    entries = [each for each in document.paragraphs if each.style.name == "toc 1"]
    assert len(entries) > 5
    shown = []
    for each in entries:
        fields = each._p.xpath(".//w:fldChar[@w:dirty='true']")
        codes = "".join(code.text for code in each._p.xpath(".//w:instrText"))
        place = each._p.xpath(".//w:hyperlink/@w:anchor")[0]
        assert fields
        assert f"PAGEREF {place}" in codes
        shown.append(int(each._p.xpath(".//w:hyperlink//w:t")[-1].text))
    assert shown == sorted(shown)
    assert shown[0] > 1
    assert len(set(shown)) > 5


def test_word_opens_it_as_a_file_of_its_own_time():
    settings = written(Paragraph("x")).settings.element
    (mode,) = settings.xpath(".//w:compatSetting[@w:name='compatibilityMode']/@w:val")
    assert mode == "15"


def test_a_table_that_is_to_stay_whole_stands_on_one_page():
    whole = replace(table(rows=9), whole=True)
    rows = written(whole).tables[0].rows
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in rows]
    assert kept == [True] * 9 + [None]


def test_pictures_beside_items_are_decoration_and_said_to_be():
    """In the summary in easy words each line has one; the key of the report has its samples."""
    from nttp_readiness.figures.icon_drawing import icon_drawing

    document = written(Listing((Item("One", drawing=icon_drawing("book", 30)), Item("Two"))))
    (shape,) = document.inline_shapes
    assert shape._inline.docPr.get("descr") == ""
    assert "decorative" in shape._inline.docPr.xml
    assert document.paragraphs[0].text.strip() == "One"
    assert document.paragraphs[0].style.name != "List Bullet"


def test_a_section_that_goes_on_has_air_above_it_and_a_high_picture_leaves_room_for_its_table():
    high = Figure(Drawing(480, 370, (Disc(5, 5, 4, "loch"),), "High", "It is high."))
    document = written(
        Heading(1, "One"), table(), Heading(1, "Two", new_page=False), high, Heading(1, "Three")
    )
    one, two, three = (each for each in document.paragraphs if each.style.name == "Heading 1")
    assert two.paragraph_format.space_before.pt >= 20
    assert not two.paragraph_format.page_break_before
    assert three.paragraph_format.page_break_before
    assert one.paragraph_format.space_before is None
    assert document.inline_shapes[0].height.mm <= 100.1


def test_no_row_and_no_item_is_alone_on_a_page():
    """The last row of a table or the last item of a list had a page of its own."""
    items = tuple(Item(f"Item {each}") for each in range(1, 6))
    document = written(Heading(1, "One"), Listing(items), table(rows=5))
    listed = [each for each in document.paragraphs if each.text.startswith("Item")]
    assert [_stands_with_next(each) for each in listed] == [True, False, False, True, False]
    rows = [row.cells[0].paragraphs[0] for row in document.tables[0].rows]
    assert [_stands_with_next(each) for each in rows] == [True, True, False, False, True, False]
    (one,) = written(Heading(1, "One"), table(rows=1), Heading(2, "Two")).tables
    rows = [row.cells[0].paragraphs[0] for row in one.rows]
    assert [_stands_with_next(each) for each in rows] == [True, False]  # "Two" may begin a page
    large = written(Heading(1, "One"), table(rows=3), paper=Paper("large"))
    lines = [each for each in large.paragraphs if each.style.name != "Heading 1"]
    *firsts, last = [_stands_with_next(each) for each in lines]
    assert firsts.count(False) == 1  # only between the first row and the second
    assert not last
    two = written(Heading(1, "One"), table(rows=2), paper=Paper("large")).paragraphs[1:]
    assert [_stands_with_next(each) for each in two].count(False) == 2


def test_a_few_lines_to_write_on_stand_together_below_their_label():
    """In large print two of three had a page of their own, and nothing said what for."""
    made = written(Heading(1, "One"), WritingRoom("What I need", 3), Paragraph("After"))
    assert [_stands_with_next(each) for each in made.paragraphs[1:]] == [
        True, True, True, False, False
    ]  # fmt: skip


def _stands_with_next(paragraph):
    return bool(paragraph.paragraph_format.keep_with_next)


def test_a_picture_is_not_made_so_small_for_a_table_that_nobody_can_read_it():
    """The drivers of a plan stood at half their size, and so did the wheel in large print."""
    drivers = Figure(Drawing(480, 560, (Disc(5, 5, 4, "loch"),), "Drivers", "They are many."))
    tower = Figure(Drawing(480, 960, (Disc(5, 5, 4, "loch"),), "Tower", "It is higher."))
    shapes = written(Heading(1, "One"), drivers, tower, table()).inline_shapes
    assert shapes[0].width.pt > 0.9 * 480
    assert 150 < shapes[1].height.mm < 190  # and stands on a page below its heading


def _of(form, **options):
    request = ExportRequest(report_texts.sample(), form, ".docx", today=TODAY, **options)
    return docx.Document(BytesIO(forms.make(request, invariant=True)))


def test_in_large_print_no_column_is_a_word_wide():
    """Rows of a table stand as lines below one another, as they do on paper."""
    made = _of("plan", size="large")
    assert not made.tables
    said = [each.text for each in made.paragraphs]
    assert any(each.startswith("Owner: ") for each in said)
    assert _of("plan").tables


def test_the_label_of_a_heading_never_ends_the_page_before():
    made = _of("owner")
    labels = [
        (each, after)
        for each, after in pairwise(made.paragraphs)
        if each.text == "My part of the plan"
    ]
    assert len(labels) > 1
    for label, heading in labels:
        assert label.paragraph_format.keep_with_next
        assert not heading.paragraph_format.page_break_before
    assert all(label.paragraph_format.page_break_before for label, _ in labels[1:])


def test_what_pauses_is_set_as_the_text_is():
    """It was larger and bolder than on paper, and pushed the rest of the first page over."""
    made = _of("plan").paragraphs
    at = next(n for n, each in enumerate(made) if each.text == "Pause first")
    first = next(each for each in made if each.text.startswith("Our first action"))
    assert made[at + 1].style.name == first.style.name


def test_the_actions_follow_as_nobody_knows_how_much_a_page_will_hold():
    made = _of("plan").paragraphs
    heading = next(each for each in made if each.text == "What we will do now")
    assert not heading.paragraph_format.page_break_before
