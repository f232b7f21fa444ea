"""The tagged PDF library: every kind of block passes, and each planted fault is found."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from contextlib import nullcontext
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf.generic import ContentStream

from nttp_readiness import resources
from nttp_readiness.figures.shapes import Box, Disc, Drawing, Hatch, Poly
from nttp_readiness.figures.shapes import Words as Label
from nttp_readiness.presentation.words.blocks import (
    Beside,
    Block,
    Card,
    Cell,
    Column,
    Contents,
    Counts,
    Cover,
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
from nttp_readiness.reports import tagged
from nttp_readiness.reports.pdf.pdf import write_pdf
from nttp_readiness.reports.tagged import canvas, structure, text

PICTURE = Drawing(
    200, 60,
    (
        Box(0, 0, 90, 40, "level2", "loch", 0.6, hatch=Hatch("loch", 5, 0.7)),
        Poly(((100, 0), (140, 0), (120, 40)), "", "ink", 2, dash=(4, 2)),
        Disc(160, 20, 10, "paper", "edge"),
        Label(100, 55, "Our level: 2", 9, halo="paper"),
    ),
    "strip", "Level strip: level 2, could be 1 to 2.",
)  # fmt: skip
COVER = Cover(
    "Readiness action plan", "Housing Options", "Strathlomond Council", "How ready we are.",
    (("Status", (Run("Agreed", bold=True), Run(", 12 March 2026"))), ("Scope", "One service")),
    "Our own readiness picture, not an NTTP rating.", "A structure for reflection.", PICTURE,
)  # fmt: skip


def table(rows: int, **more) -> Table:
    return Table(
        "Answers",
        (Column("Question", 62), Column("Our answer", 34), Column("Notes", 74)),
        tuple(
            Row((
                Cell(((Run(f"Question {n}", bold=True),), "WEL-1"), mark="holds"),
                Cell(("2 Developing",), drawing=PICTURE),
                Cell(("Supervision every six weeks in four teams. One team has none.",)),
            ))
            for n in range(rows)
        ),
        **more,
    )  # fmt: skip


def card(number: str = "1") -> Card:
    facts = (
        ("Owner", "Sìne"),
        ("Finish by", "30 April 2026"),
        ("Status", "Done"),
        ("Measure", "Five"),
    )
    return Card(number, "Write a guide", "Why now.", facts, "From WEL-2.", "holds", "done")


def report(*blocks: Block, cover: Cover | None = None) -> Report:
    return Report(
        "Readiness action plan", "Strathlomond Council", "en-GB",
        (Heading(1, "Where we stand", "section"), *blocks), cover,
        ("Housing Options, Strathlomond Council", "Housing Options"), "Draft, 12 March 2026",
        "Our own readiness picture, not an NTTP rating",
    )  # fmt: skip


LINKED = (
    Run("See "),
    Run("the page about the Roadmap", link="https://www.example.org/roadmap"),
    Run(" or say "),
    Run("slàinte mhath", language="gd"),
    Run("."),
)
BLOCKS: dict[str, tuple[Block, ...]] = {
    "heading with label and number": (
        Heading(2, "Build foundations first", "stage", label="Our readiness stage"),
        Heading(2, "Staff care", "domain", number="2"),
        Heading(3, "Room to do the work", "question"),
    ),
    "paragraphs": tuple(
        Paragraph("Two words. " * 30, look)
        for look in ("lead", "body", "label", "quiet", "source", "strong")
    ),
    "links and languages": (Paragraph(LINKED),),
    "list with marks": (Listing((Item("One", "strength"), Item("Two", "unknown"))),),
    "list with drawings": (Listing((Item("One", drawing=PICTURE),)),),
    "numbered list": (Listing((Item("One"), Item("Two " * 40)), numbered=True),),
    "list with dashes": (Listing((Item("One"), Item("Two"))),),
    "facts": (Facts((("Status", "Agreed"), ("Scope", "One service"))),),
    "facts side by side": (Facts((("a", "1"), ("b", "2"), ("c", "3")), columns=2),),
    "table": (table(4),),
    "table over pages": (table(40),),
    "table with a total": (
        replace(table(3), rows=(*table(3).rows, replace(table(1).rows[0], total=True))),
    ),
    "figure": (Figure(PICTURE),),
    "card": (card(),),
    "request": (Card("", "Leadership team", "A decision.", (), "Why: action 3."),),
    "notice": (Notice("Pause first", ("Training waits.",)),),
    "counts": (Counts((("47 of 56", "questions have a level."), ("5", "actions."))),),
    "contents": (Contents(), Heading(1, "Support", "section"), Paragraph("Call.")),
    "page break": (PageBreak(), PageBreak(), Paragraph("On the second page.")),
    "kept together": (Keep((Heading(2, "Staff care"), Figure(PICTURE), table(5))),),
    "panel": (Panel((Beside((Paragraph("Left"),), (Paragraph("Right"),)),)),),
    "nothing in them": (
        Listing(()),
        Facts(()),
        table(0),
        Card("1", "Title", "", (), ""),
        Counts(()),
        Panel(()),
        Beside((), ()),
        Keep(()),
        Paragraph(""),
        Notice("Pause first", ()),
        Heading(1, "Not listed", "section", in_contents=False),
    ),
    "writing room": (WritingRoom("Your notes", 40),),
}
PAPERS = {"standard": Paper(), "large": Paper("large"), "grey A3": Paper(grey=True, a3=True)}


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
@pytest.mark.parametrize("blocks", BLOCKS.values(), ids=BLOCKS)
def test_every_kind_of_block_is_tagged_without_fault(blocks, paper, faults):
    assert faults(write_pdf(report(*blocks), paper)) == []


def test_all_blocks_together_with_a_cover_are_tagged_without_fault(faults):
    everything = [block for blocks in BLOCKS.values() for block in blocks]
    assert faults(write_pdf(report(*everything, cover=COVER))) == []


def test_a_plain_pdf_is_refused(faults):
    from reportlab.pdfgen.canvas import Canvas

    file = BytesIO()
    plain = Canvas(file)
    plain.drawString(72, 720, "Hello")
    plain.save()
    found = faults(file.getvalue())
    assert "there are no tags" in found
    assert len(found) > 5


class TestPlantedFaultsAreFound:
    def test_a_parent_tree_in_another_order(self, monkeypatch, faults):
        write = structure.write
        monkeypatch.setattr(
            canvas, "write",
            lambda root, doc, pages, links: write(
                root, doc, [(page, tags[::-1]) for page, tags in pages], links
            ),
        )  # fmt: skip
        assert any("parent tree" in fault for fault in faults(write_pdf(report(*BLOCKS["table"]))))

    def test_a_header_row_that_is_read_again(self, monkeypatch, faults):
        monkeypatch.setattr(canvas.TaggedCanvas, "untagged", lambda self: nullcontext())
        found = faults(write_pdf(report(*BLOCKS["table over pages"])))
        assert "a header row is read again on a later page" in found

    def test_lines_without_a_space_at_their_end(self, monkeypatch, read_pdf):
        drawn = text._drawn
        monkeypatch.setattr(
            text, "_drawn", lambda span: drawn(replace(span, text=span.text.rstrip()))
        )
        (said,) = read_pdf(write_pdf(report(Paragraph("Two words. " * 30)))).texts("P")
        assert said != ("Two words. " * 30).strip()

    def test_a_drawing_outside_of_all_tags(self, monkeypatch, faults):
        monkeypatch.setattr(canvas, "_ARTIFACT", "")
        assert any("untagged" in fault for fault in faults(write_pdf(report(card()))))


class TestAReaderHears:
    def test_each_paragraph_as_it_was_written(self, read_pdf):
        words = "The out-of-hours team has none in the diary, and asked twice. " * 20
        (said,) = read_pdf(write_pdf(report(Paragraph(words)))).texts("P")
        assert said == words.strip()

    def test_a_paragraph_over_a_page_break_as_one(self, read_pdf):
        words = " ".join(f"word{n}" for n in range(2000))
        reading = read_pdf(write_pdf(report(Paragraph(words))))
        assert len(reading.pdf.pages) > 2
        assert reading.texts("P") == [words]

    def test_label_and_title_and_number_of_a_heading_together(self, read_pdf):
        blocks = BLOCKS["heading with label and number"]
        heard = read_pdf(write_pdf(report(*blocks))).texts("H1", "H2", "H3")
        assert heard == [
            "Where we stand",
            "Our readiness stage Build foundations first",
            "2 Staff care",
            "Room to do the work",
        ]

    def test_a_card_pair_by_pair(self, read_pdf):
        reading = read_pdf(write_pdf(report(card())))
        assert reading.texts("H2") == ["1 Write a guide"]
        assert reading.texts("LI") == [
            "Owner Sìne", "Finish by 30 April 2026", "Status Done", "Measure Five",
        ]  # fmt: skip

    def test_a_table_row_by_row_with_its_headings(self, read_pdf):
        reading = read_pdf(write_pdf(report(table(2))))
        heads = ["Question", "Our answer", "Notes", "Question 0 WEL-1", "Question 1 WEL-1"]
        assert reading.texts("TH") == heads
        scopes = [cell.entry["/A"]["/Scope"] for cell in reading.all("TH")]
        assert scopes == ["/Column"] * 3 + ["/Row"] * 2

    def test_two_columns_left_before_right(self, read_pdf):
        blocks = Beside((Paragraph("First"), Paragraph("Second")), (Paragraph("Third"),))
        heard = read_pdf(write_pdf(report(blocks))).texts("P")
        assert heard == ["First", "Second", "Third"]

    def test_where_a_link_leads_and_in_which_language_words_are(self, read_pdf):
        reading = read_pdf(write_pdf(report(Paragraph(LINKED))))
        (link,), (span,) = reading.all("Link"), reading.all("Span")
        assert reading.text(link) == "the page about the Roadmap"
        assert link.annotations[0]["/A"]["/URI"] == "https://www.example.org/roadmap"
        assert (reading.text(span), span.entry["/Lang"]) == ("slàinte mhath", "gd")

    def test_a_figure_by_its_sentence_and_at_its_place(self, read_pdf):
        (figure,) = read_pdf(write_pdf(report(Figure(PICTURE)))).all("Figure")
        assert figure.entry["/Alt"] == PICTURE.sentence
        left, low, right, high = figure.entry["/A"]["/BBox"]
        assert (round(right - left), round(high - low)) == (200, 60)

    def test_the_contents_with_the_pages_that_sections_are_on(self, read_pdf):
        blocks = (
            Contents(), Heading(1, "Actions", "section"), table(60),
            Heading(1, "Support", "section"),
        )  # fmt: skip
        reading = read_pdf(write_pdf(report(*blocks, cover=COVER)))
        last = len(reading.pdf.pages)
        assert last > 5
        assert reading.texts("TOCI") == ["Where we stand 2", "Actions 3", f"Support {last}"]

    def test_no_header_footer_or_mark(self, read_pdf):
        reading = read_pdf(write_pdf(report(table(40))))
        pages = len(reading.pdf.pages)
        assert f"Page {pages} of {pages}" in "".join(reading.artifacts)
        assert "NTTP rating" not in reading.text(reading.root)


def test_outlines_repeat_headings_of_the_first_two_levels(read_pdf):
    blocks = BLOCKS["heading with label and number"]
    outline = read_pdf(write_pdf(report(*blocks))).pdf.outline
    assert outline[0]["/Title"] == "Where we stand"
    assert [entry["/Title"] for entry in outline[1]] == ["Build foundations first", "2 Staff care"]


def test_the_same_report_gives_the_same_bytes():
    everything = report(*(block for blocks in BLOCKS.values() for block in blocks), cover=COVER)
    assert write_pdf(everything, invariant=True) == write_pdf(everything, invariant=True)


def test_every_font_is_embedded(read_pdf):
    pdf = read_pdf(write_pdf(report(*BLOCKS["card"], cover=COVER))).pdf
    fonts = [f.get_object() for page in pdf.pages for f in page["/Resources"]["/Font"].values()]
    assert fonts
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts)


def test_the_grey_form_has_no_colour(read_pdf):
    everything = [block for blocks in BLOCKS.values() for block in blocks]
    pdf = read_pdf(write_pdf(report(*everything, cover=COVER), Paper(grey=True))).pdf
    colours = {
        tuple(map(float, operands))
        for page in pdf.pages
        for operands, operator in ContentStream(page["/Contents"].get_object(), pdf).operations
        if operator in {b"rg", b"RG"}
    }
    assert len(colours) > 4
    assert all(red == green == blue for red, green, blue in colours)


def test_reportlab_may_open_no_file_or_address():
    from reportlab import rl_config

    assert rl_config.trustedHosts == []
    assert rl_config.trustedSchemes == []


class TestTheLibrary:
    """What writes tagged PDF can be lifted out: its folder, copied under another name, works."""

    FOLDER = Path(tagged.__file__).parent
    SHOWN = re.compile(r"```python\n(.*?)```", re.DOTALL)

    def example(self, name: str) -> str:
        code: str
        (code,) = self.SHOWN.findall((self.FOLDER / "README.md").read_text("utf-8"))
        return code.replace("nttp_readiness.reports.tagged", name)

    def test_the_example_of_its_readme_makes_a_file_without_fault(self, faults, read_pdf):
        given = {"FONT": resources.font(bold=False)}
        exec(self.example("nttp_readiness.reports.tagged"), given)
        assert faults(given["data"]) == []
        reading = read_pdf(given["data"])
        assert reading.texts("H1") == ["What we will do"]
        assert len(reading.all("TR")) == 81
        assert len(reading.pdf.pages) > 2

    def test_its_folder_works_by_itself_under_another_name(self, tmp_path, faults):
        shutil.copytree(self.FOLDER, tmp_path / "lifted", ignore=shutil.ignore_patterns("__py*"))
        script = tmp_path / "made.py"
        script.write_text(
            "import sys; sys.modules['nttp_readiness'] = None\n"
            f"FONT = {str(resources.font(bold=False))!r}\n"
            f"{self.example('lifted')}\n"
            "open('made.pdf', 'wb').write(data)\n",
            "utf-8",
        )
        subprocess.run([sys.executable, script], cwd=tmp_path, check=True, timeout=300)
        assert faults((tmp_path / "made.pdf").read_bytes()) == []

    def test_each_module_says_what_it_promises(self):
        for file in self.FOLDER.glob("*.py"):
            assert f"`{file.stem}`" in (self.FOLDER / "README.md").read_text("utf-8") or (
                file.stem == "__init__"
            )
