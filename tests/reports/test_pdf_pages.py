"""How a report is shared out to pages, and what becomes of awkward texts."""

from __future__ import annotations

import re
import time
from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream

from nttp_readiness.errors import ExportError
from nttp_readiness.figures.shapes import Drawing
from nttp_readiness.presentation.words.blocks import (
    Card,
    Cell,
    Column,
    Counts,
    Cover,
    Figure,
    Heading,
    Item,
    Keep,
    Listing,
    Paper,
    Paragraph,
    Report,
    Row,
    Table,
    WritingRoom,
)  # fmt: skip
from nttp_readiness.reports.pdf.pdf import write_pdf

AWKWARD = (
    "R&D & Q&A", "<b", "<img src='file:///etc/passwd'>", "</para> &amp; &#x41;", "🙂 👩‍👧 漢字",
    "Sìne Nic a’ Ghobhainn, Ó Dónaill, ḃċḋ", "“double” ‘single’", "first\nsecond\n\nfourth",
    "a" * 400, "invoice\u202efdp.exe", "{page} %s %(x)s \\n", "Олена", "\x00\x1b[31m", "",
)  # fmt: skip


def report(*blocks, **more) -> Report:
    return Report(
        "A plan", "A council", "en-GB", (Heading(1, "Section", "section"), *blocks), **more
    )


def lines_drawn(data: bytes) -> list[int]:
    """How many strokes each page has."""
    found = PdfReader(BytesIO(data)).pages
    return [
        sum(operator == b"S" for _, operator in ContentStream(each.get_contents(), None).operations)
        for each in found
    ]


def table(texts, **more) -> Table:
    columns = (Column("Name", 60), Column("Note", 110))
    rows = tuple(Row((Cell((f"Name {n}",)), Cell((text,)))) for n, text in enumerate(texts))
    return Table("Notes", columns, rows, **more)


def pages(data: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(data)).pages]


def sizes_of(data: bytes) -> list[float]:
    """The sizes of all letters on the first page, in points."""
    sizes: list[float] = []

    def see(text, cm, tm, font, size):
        if text.strip():
            sizes.append(size)

    PdfReader(BytesIO(data)).pages[0].extract_text(visitor_text=see)
    return sizes


class TestAwkwardTexts:
    @pytest.mark.parametrize("paper", [Paper(), Paper("large")], ids=["standard", "large"])
    def test_print_in_every_place_without_fault(self, paper, faults):
        blocks = [
            part
            for text in AWKWARD
            for part in (
                Heading(2, text or "Empty"), Paragraph(text), Listing((Item(text, "holds"),)),
                Card("1", text, text, (("Owner", text), ("Date", text)), text),
            )
        ]  # fmt: skip
        cover = Cover(
            AWKWARD[0], AWKWARD[1], AWKWARD[4], AWKWARD[5], (("Scope", AWKWARD[7]),), "", ""
        )
        made = report(
            *blocks, table(AWKWARD), cover=cover, header_left=AWKWARD, header_right="<b",
            footer_left="R&D & Q&A", subject="<b", keywords=AWKWARD,
        )  # fmt: skip
        assert faults(write_pdf(made, paper)) == []

    @pytest.mark.parametrize("text", ["R&D & Q&A", "<b", "<img src='file:///etc/passwd'>"])
    def test_read_as_they_were_written(self, text, read_pdf):
        assert read_pdf(write_pdf(report(Paragraph(text)))).texts("P") == [text]

    def test_keep_their_own_lines(self, read_pdf):
        data = write_pdf(report(Paragraph("first\nsecond")))
        assert "first\nsecond" in PdfReader(BytesIO(data)).pages[0].extract_text().replace(
            " \n", "\n"
        )

    def test_that_are_very_long_go_on_over_pages_within_their_cell(self, read_pdf, faults):
        words = " ".join(f"word{n}" for n in range(5000))
        began = time.process_time()
        write_pdf(report(Paragraph(words)))
        plain = time.process_time() - began
        began = time.process_time()
        data = write_pdf(report(table(["short", words, "short"])))
        # Narrow lines, and a cell that goes on over pages, cost little more than plain text.
        assert time.process_time() - began < 30 * plain
        assert faults(data) == []
        reading = read_pdf(data)
        assert len(reading.pdf.pages) > 5
        assert reading.texts("TD") == ["short", words, "short"]
        assert reading.texts("TR")[0] == "NameNote"

    def test_a_word_breaks_after_its_hyphen_before_it_breaks_within(self):
        columns = (Column("Owner", 37), Column("Note", 133))
        name = "Catrìona Nic Dhòmhnaill-Featherstonehaugh"
        cut = Table("t", columns, (Row((Cell((name,)), Cell(("x",)))),))
        lines = PdfReader(BytesIO(write_pdf(report(cut)))).pages[0].extract_text().split("\n")
        assert [line.strip() for line in lines if "Dh" in line or "Feath" in line] == [
            "Dhòmhnaill-", "Featherstonehaugh",
        ]  # fmt: skip


class TestPageBreaks:
    def test_a_section_begins_a_page_and_no_page_is_blank(self):
        made = report(Heading(1, "Second", "section"), Heading(1, "Third", "section"))
        begun = [page.split()[0] for page in pages(write_pdf(made))]
        assert begun == ["Section", "Second", "Third"]

    def test_a_table_of_two_hundred_rows_is_one_table_under_one_header(self, read_pdf, faults):
        data = write_pdf(report(table([f"Note {n}" for n in range(200)])))
        assert faults(data) == []
        reading = read_pdf(data)
        assert len(reading.pdf.pages) > 4
        assert all("Name Note" in page for page in pages(data))
        assert len(reading.all("Table")) == len(reading.all("THead")) == 1
        assert len(reading.all("TR")) == 201

    @pytest.mark.parametrize("before", range(24, 40))
    def test_two_rows_at_least_stand_on_each_side(self, before):
        fill = Paragraph("\n".join("line" for _ in range(before)))
        for page in pages(write_pdf(report(fill, Heading(2, "Rows"), table(["x"] * 8)))):
            rows = len(re.findall(r"Name \d", page))
            assert rows != 1
            assert ("Rows" in page) == ("Name 0" in page)

    def test_two_lines_of_a_paragraph_at_least_stand_on_each_side(self):
        for before in range(36, 44):
            lines = "\n".join(f"end{n}" for n in range(6))
            fill = "\n".join("line" for _ in range(before))
            for page in pages(write_pdf(report(Paragraph(fill), Paragraph(lines)))):
                assert page.count("end") in {0, 2, 3, 4, 6}

    def test_a_card_is_not_broken(self):
        card = Card("1", "Begin", "Why " * 100, (("Owner", "Sìne"),), "Finish")
        for page in pages(write_pdf(report(*[card] * 10))):
            assert page.count("Begin") == page.count("Finish")

    def test_a_card_higher_than_a_page_is(self, faults):
        card = Card("1", "Begin", "Why " * 4000, (("Owner", "Sìne"),), "Finish")
        data = write_pdf(report(card))
        assert len(pages(data)) > 2
        assert faults(data) == []

    def test_what_is_kept_together_begins_where_there_is_room(self):
        fill = Paragraph("\n".join("line" for _ in range(25)))
        kept = Keep((Heading(2, "Domain"), Paragraph("\n".join(["said"] * 16)), table(["x"] * 9)))
        first, second = pages(write_pdf(report(fill, kept)))
        assert "Domain" not in first
        assert second.startswith("Domain said")

    def test_of_what_is_kept_together_the_last_may_go_on_after_two_rows(self):
        fill = Paragraph("\n".join("line" for _ in range(32)))
        kept = Keep((Heading(2, "Domain"), table(["x"] * 9)))
        first, second = pages(write_pdf(report(fill, kept)))
        assert first.count("Name ") - 1 >= 2
        assert second.count("Name ") - 1 >= 2

    def test_a_table_that_is_whole_moves_on_with_its_heading(self):
        fill = Paragraph("\n".join("line" for _ in range(25)))
        made = report(fill, Heading(2, "All of it"), table(["x"] * 12, whole=True))
        first, second = pages(write_pdf(made))
        assert "All of it" not in first
        assert second.count("Name ") == 13

    def test_a_table_that_moves_on_without_its_figure_brings_a_heading(self, read_pdf, faults):
        own = Heading(2, "The same in a table", if_first=True)
        seen = {}
        for rows in (3, 12):
            picture = Figure(Drawing(400, 400, (), "picture", "A picture."))
            data = write_pdf(report(picture, own, table(["x"] * rows, whole=True)))
            assert faults(data) == []
            seen[rows] = (len(pages(data)), read_pdf(data).texts("H2"), pages(data)[-1])
        assert seen[3][:2] == (1, []), "it stands under its figure, and needs no other heading"
        assert seen[12][:2] == (2, ["The same in a table"])
        assert seen[12][2].startswith("The same in a table Name Note Name 0 x")

    def test_a_section_that_runs_over_by_little_closes_up(self, faults):
        def made(count: int) -> bytes:
            return write_pdf(
                report(*[Paragraph("One line.")] * count, Heading(1, "Next"), Paragraph("More."))
            )

        counts = {count: len(pages(made(count))) for count in (26, 31, 33, 50)}
        assert counts == {26: 2, 31: 2, 33: 2, 50: 3}
        assert faults(made(33)) == []
        first, second = pages(made(33))
        assert first.count("One line.") == 33
        assert second.startswith("Next More.")

    def test_a_section_that_fills_its_last_page_keeps_its_air(self):
        """The same lines stand as far apart as in a section with room to spare."""

        def pitch(count: int) -> float:
            depths: list[float] = []

            def see(text, cm, tm, font, size):
                if text.startswith("One line."):
                    depths.append(tm[5])

            data = write_pdf(report(*[Paragraph("One line.")] * count))
            PdfReader(BytesIO(data)).pages[0].extract_text(visitor_text=see)
            return round(depths[0] - depths[1], 1)

        assert pitch(50) == pitch(10) > pitch(31)

    def test_no_entry_of_a_list_is_broken_that_a_page_holds(self):
        items = Listing(tuple(Item("word " * 60, "not_started") for _ in range(6)))
        for lines in range(24, 40):
            fill = Paragraph("\n".join("line" for _ in range(lines)))
            for page in pages(write_pdf(report(fill, items))):
                assert page.count("word") % 60 == 0

    def test_a_figure_too_large_for_the_page_is_made_smaller(self, read_pdf):
        picture = Drawing(900, 2000, (), "big", "A big picture.")
        (figure,) = read_pdf(write_pdf(report(Figure(picture)))).all("Figure")
        _, low, right, high = figure.entry["/A"]["/BBox"]
        assert right < 560
        assert high - low < 700

    def test_no_single_line_to_write_on_stands_alone_on_a_page(self, read_pdf):
        for before in range(36, 44):
            fill = Paragraph("\n".join("line" for _ in range(before)))
            pdf = read_pdf(write_pdf(report(fill, WritingRoom("Your notes", 4)))).pdf
            rules = [
                sum(operator == b"S" for _, operator in content.operations)
                for content in (ContentStream(p["/Contents"].get_object(), pdf) for p in pdf.pages)
            ]
            assert set(rules) <= {0, 4}

    def test_room_to_write_goes_on_to_the_foot_of_a_page_that_would_stay_empty(self, faults):
        heading = Heading(1, "Next", "section")
        rooms = {
            to_foot: lines_drawn(
                write_pdf(report(WritingRoom("Notes", 2, to_foot=to_foot), heading))
            )
            for to_foot in (False, True)
        }
        assert rooms[False][0] + 20 < rooms[True][0] < rooms[False][0] + 30
        assert rooms[False][1] == rooms[True][1]
        shared = report(WritingRoom("Notes", 2, to_foot=True), Paragraph("More"), heading)
        assert lines_drawn(write_pdf(shared))[0] == rooms[False][0], "something follows on the page"
        assert faults(write_pdf(shared)) == []

    def test_progress_is_told_to_the_end(self):
        told: list[int] = []
        write_pdf(report(Paragraph("Words " * 3000)), progress=told.append)
        assert told == sorted(told)
        assert told[-1] == 100


class TestTheHeader:
    LEFT = ("Housing Options and Homelessness Prevention, Strathlomond Council", "Housing Options")

    def header(self, lefts, right) -> str:
        data = write_pdf(report(Paragraph("Words"), header_left=lefts, header_right=right))
        return pages(data)[0].split("Section")[0].strip()

    def test_has_the_fullest_form_that_fits(self):
        assert self.header(self.LEFT, "Draft").startswith(self.LEFT[0])
        long = "Readiness action plan, draft, 12 March 2026"
        assert self.header(self.LEFT, long * 2) == f"{self.LEFT[1]} {long * 2}"

    def test_ends_at_a_word_where_none_fits(self):
        begun = self.header(("Name " * 60,), "Draft").split(" …")[0]
        assert set(begun.split()) == {"Name"}


class TestTheOnePage:
    def made(self, words: int) -> Report:
        return report(
            Heading(2, "What we do first"), Paragraph("Short."),
            Heading(2, "What keeps us at this stage"), Paragraph("word " * words),
            header_left=("Housing Options",), header_right="Agreed 12 March 2026",
        )  # fmt: skip

    @pytest.mark.parametrize("words", [10, 700, 850, 950])
    def test_closes_gaps_and_type_until_it_fits(self, words, faults):
        data = write_pdf(self.made(words), Paper(one_page=True))
        assert faults(data) == []
        assert len(pages(data)) == 1

    def test_never_goes_below_ten_points(self, read_pdf):
        sizes = sizes_of(write_pdf(self.made(950), Paper(one_page=True)))
        assert min(sizes) >= 10

    def test_says_what_to_shorten_where_it_does_not_fit(self):
        with pytest.raises(
            ExportError, match="shorten the text under “What keeps us at this stage”"
        ):
            write_pdf(self.made(3000), Paper(one_page=True))

    def test_is_the_same_page_on_a3(self):
        small, large = (
            PdfReader(BytesIO(write_pdf(self.made(10), Paper(one_page=True, a3=a3)))).pages[0]
            for a3 in (False, True)
        )
        assert float(large.mediabox.height) == pytest.approx(1190.55, abs=0.1)
        assert large.extract_text() == small.extract_text()


class TestTheCover:
    PICTURE = Drawing(100, 100, (), "", "")

    def cover(self, title: str) -> Report:
        cover = Cover("Plan", title, "Council", "Why.", (), "Ours.", "A structure.", self.PICTURE)
        return report(Paragraph("Words"), cover=cover, footer_left="Footer")

    def test_has_no_footer_and_counts_as_page_one(self):
        first, second = pages(write_pdf(self.cover("Housing Options")))
        assert "Page" not in first
        assert "Page 2 of 2" in second

    def test_sets_a_long_name_smaller_and_never_cuts_it(self):
        name = "The Partnership for Homelessness Prevention, Support and Resettlement of the Isles"
        assert name in pages(write_pdf(self.cover(name)))[0]


def test_large_print_has_no_type_below_sixteen_points():
    made = report(Paragraph("Words", "source"), table(["x"]), header_left=("A",), footer_left="B")
    sizes = sizes_of(write_pdf(made, Paper("large")))
    assert min(sizes) >= 16


def test_large_print_has_blocks_in_place_of_tables(read_pdf):
    reading = read_pdf(write_pdf(report(table(["First note", "Second"])), Paper("large")))
    assert reading.all("Table") == []
    assert reading.texts("P") == ["Name 0", "Note: First note", "Name 1", "Note: Second"]


def test_paragraphs_of_a_cell_do_not_run_into_one_another_when_they_are_read_as_one(read_pdf):
    columns = (Column("Name", 60), Column("Note", 110))
    row = Row((Cell(("Support after hard events", "WEL-2")), Cell(("said", "twice"))))
    reading = read_pdf(write_pdf(report(Table("t", columns, (row,)))))
    assert reading.text(reading.all("TH")[2]) == "Support after hard events WEL-2"
    assert reading.text(reading.all("TD")[0]) == "said twice"


class TestTheWidthsOfColumns:
    @staticmethod
    def lines(*columns: Column, cells: tuple[str, ...]) -> list[str]:
        made = Table("t", columns, (Row(tuple(Cell((text,)) for text in cells)),))
        data = write_pdf(report(made), Paper("clear"))
        text = PdfReader(BytesIO(data)).pages[0].extract_text()
        return [line.strip() for line in text.split("\n")]

    def test_a_heading_of_two_short_words_is_broken_between_them(self):
        columns = (Column("Could be", 12), Column("Note", 158))
        lines = self.lines(*columns, cells=("1 to 2", "said"))
        assert "Could" in lines
        assert "be" in lines

    def test_a_column_too_narrow_for_a_date_takes_room_from_one_with_more_than_it_needs(self):
        columns = (Column("Finish by", 25), Column("Note", 145))
        assert "10 September 2026" in self.lines(*columns, cells=("10 September 2026", "said"))

    def test_a_date_with_a_remark_beneath_it_stays_on_one_line(self):
        columns = (Column("Finish by", 25), Column("Note", 145))
        lines = self.lines(*columns, cells=("30 September 2026\nThis date has passed.", "said"))
        assert "30 September 2026" in lines

    def test_what_is_short_in_a_column_of_figures_stays_on_one_line(self):
        columns = (Column("Share", 15, right=True), Column("Note", 155))
        assert "about 40%" in self.lines(*columns, cells=("about 40%", "said"))

    def test_a_long_part_of_a_name_is_not_cut_where_another_column_has_room(self):
        columns = (Column("Owner", 30), Column("Note", 140))
        lines = self.lines(*columns, cells=("Nic Dhòmhnaill-Featherstonehaugh, Lead", "said"))
        assert "Featherstonehaugh," in lines

    def test_what_nobody_can_give_is_not_taken(self):
        columns = tuple(Column("Unbreakable" * 3, 10) for _ in range(4))
        assert self.lines(*columns, cells=("1", "2", "3", "4"))


class TestLargeFigures:
    def test_a_long_day_stands_on_one_line_in_every_size_of_text(self):
        counts = Counts((("47 of 56", "a"), ("5 now, 13 later", "b"), ("10 September 2027", "c")))
        for size in ("standard", "clear", "large"):
            text = PdfReader(BytesIO(write_pdf(report(counts), Paper(size)))).pages[0]
            assert "10 September 2027" in text.extract_text()


def test_of_a_list_two_items_at_least_stand_on_either_side_of_a_break(faults):
    items = Listing(tuple(Item(f"Item {n}") for n in range(6)))
    counted = set()
    for lines in range(30, 43):
        fill = Paragraph("\n".join("line" for _ in range(lines)))
        data = write_pdf(report(fill, items))
        counted.add(tuple(page.count("Item ") for page in pages(data)))
    assert len(counted) > 2
    assert not any(1 in each for each in counted)
    assert faults(data) == []
