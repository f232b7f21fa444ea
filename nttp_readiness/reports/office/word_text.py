"""Paragraphs and runs of a Word document in its styles: every word of a report is put down here."""

from __future__ import annotations

from docx.document import Document
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from nttp_readiness.figures.palette import Colours
from nttp_readiness.presentation.words import blocks as b
from nttp_readiness.reports.office import word_xml as xml
from nttp_readiness.reports.office.word_styles import HEADINGS, colour, style_for, text_style
from nttp_readiness.reports.safe_text import (
    begins_from_the_right,
    by_direction,
    portable_text,
    safe_link,
)
from nttp_readiness.reports.tagged import held


class TextWriter:
    """Writes at the end of a document, in the styles that it had when `take_styles` was called."""

    def __init__(self, document: Document, colours: Colours) -> None:
        self.document = document
        self.own_look = True
        """Whether it has our colours; in a template nothing has a look of ours."""
        self.held = False
        """Whether each new paragraph stands with what follows it."""
        self._colours = colours
        self._body = style_for("body")
        self._styles: dict[str | None, str] = {}
        self._after_table = False

    def take_styles(self) -> None:
        """From now on text has the document's styles as they are."""
        self._styles = {each.name: each.style_id for each in self.document.styles}

    def take_look_of_template(self) -> None:
        """From now on text looks as the document's own does."""
        self.own_look = False
        self._body = text_style(self.document)
        self.take_styles()

    def body(self) -> Paragraph:
        """A new paragraph of plain text."""
        return self.new(self._body)

    def paragraph(self, words: b.Words, look: str) -> None:
        """A paragraph with these words; none where there are none."""
        if words:
            self.words(self.body() if look == "body" else self.new(style_for(look)), words)

    def new(self, style: str) -> Paragraph:
        """A new paragraph, with some air above it where a table ends."""
        made = self.document.add_paragraph()
        self.set_style(made, style)
        if self._after_table and style not in HEADINGS:
            made.paragraph_format.space_before = Pt(8)
        if self.held:
            made.paragraph_format.keep_with_next = True
        self._after_table = False
        return made

    def begin_table(self) -> None:
        """Sets it apart from a table just before, as Word takes both for one."""
        if self._after_table:
            self.new(style_for("label"))

    def end_table(self) -> None:
        """What is written next stands below a table."""
        self._after_table = True

    def set_style(self, paragraph: Paragraph, style: str) -> None:
        """Gives it that style."""
        # python-docx would look through all styles for each paragraph: three quarters of the time.
        paragraph._p.style = self._styles[style]  # noqa: SLF001 - as said above

    def words(self, paragraph: Paragraph, words: b.Words, *, bold: bool = False) -> None:
        """Puts words at the end of a paragraph: links lead somewhere, and each part is read in its
        own direction and language.
        """
        runs = (b.Run(words),) if isinstance(words, str) else words
        if begins_from_the_right("".join(run.text for run in runs)):
            xml.mark_right_to_left(paragraph)
        for run in runs:
            address = safe_link(run.link)
            if address:
                self.linked(paragraph, run.text, xml.link(paragraph, address=address))
                continue
            for text, from_the_right in by_direction(portable_text(run.text)):
                made = paragraph.add_run()
                xml.put(made, held(text))
                if run.bold or bold:
                    made.bold = True
                if run.colour != "ink" and self.own_look:
                    made.font.color.rgb = colour(self._colours, run.colour)
                if from_the_right:
                    made.font.rtl, made.font.cs_bold = True, made.bold
                if run.language:
                    xml.mark_language(made, run.language)

    def linked(self, paragraph: Paragraph, text: str, within: BaseOxmlElement) -> None:
        """Puts text into a link of that paragraph."""
        made = paragraph.add_run()
        xml.put(made, held(portable_text(text)))
        if self.own_look:
            made.font.color.rgb = colour(self._colours, "loch")
        made.font.underline = True
        within.append(made._r)  # noqa: SLF001 - runs of a link stand within it
