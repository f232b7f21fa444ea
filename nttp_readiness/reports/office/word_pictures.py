"""Pictures of a Word document: figures that say what they show, and small ones that decorate."""

from __future__ import annotations

from io import BytesIO

from docx.shared import Mm, Pt

from nttp_readiness.figures.palette import Colours
from nttp_readiness.figures.shapes import Drawing
from nttp_readiness.presentation.words import blocks as b
from nttp_readiness.reports.logo import Logo
from nttp_readiness.reports.office import word_xml as xml
from nttp_readiness.reports.office.word_styles import style_for
from nttp_readiness.reports.office.word_text import TextWriter
from nttp_readiness.reports.pdf.picture_files import png
from nttp_readiness.reports.safe_text import portable_text

_WITH_TABLE = Mm(100)
"""A picture that may shrink to this height does, so that a table stands beneath it on the page."""
_LEAST = 0.75
"""So small may a picture become for that; below, its words are too small to read."""
_HIGHEST = Mm(185)
"""A picture that is higher all the same has a page below its heading."""


class PictureWriter:
    """Puts pictures at the end of a document; one that comes often is made once."""

    def __init__(self, text: TextWriter, colours: Colours) -> None:
        self._text = text
        self._colours = colours
        self._made: dict[Drawing, bytes] = {}

    def logo(self, logo: Logo) -> None:
        """The organisation's own, with its words for who does not see it."""
        made = self._text.new(style_for("body"))
        shape = made.add_run().add_picture(BytesIO(logo.data), height=Mm(logo.height))
        xml.set_flush(shape._inline)  # noqa: SLF001 - it has no public name
        shape._inline.docPr.set("descr", portable_text(logo.words))  # noqa: SLF001 - as above

    def figure(self, drawing: Drawing, width: float) -> None:
        """At most so many mm wide, with its name and its sentence."""
        shrinks = drawing.height * _LEAST <= _WITH_TABLE.pt
        highest = _WITH_TABLE if shrinks else _HIGHEST
        made = self._text.new(style_for("body"))
        shape = made.add_run().add_picture(
            BytesIO(png(drawing, self._colours)),
            width=Pt(min(drawing.width, Mm(width).pt, highest.pt * drawing.width / drawing.height)),
        )
        xml.set_flush(shape._inline)  # noqa: SLF001 - neither this nor the words have a public name
        properties = shape._inline.docPr  # noqa: SLF001
        properties.set("title", portable_text(drawing.name))
        properties.set("descr", portable_text(drawing.sentence))

    def beside(self, words: b.Words, drawing: Drawing) -> None:
        """An item with its picture in place of a sign: decoration, as the words say it all."""
        made = self._text.new(style_for("body"))
        width = Pt(drawing.width)
        made.paragraph_format.left_indent = width + Mm(5)
        made.paragraph_format.first_line_indent = -(width + Mm(5))
        made.paragraph_format.tab_stops.add_tab_stop(width + Mm(5))
        if drawing not in self._made:
            self._made[drawing] = png(drawing, self._colours)
        shape = made.add_run().add_picture(BytesIO(self._made[drawing]), width=width)
        xml.set_flush(shape._inline)  # noqa: SLF001 - it has no public name
        xml.mark_decorative(shape._inline.docPr)  # noqa: SLF001 - as above
        made.add_run("\t")
        self._text.words(made, words)
