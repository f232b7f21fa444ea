"""What all parts of the printed page share: words set in a style, marks, small drawings, rules."""

from __future__ import annotations

from nttp_readiness.figures.palette import PaperTone
from nttp_readiness.figures.shapes import Drawing
from nttp_readiness.presentation.words.blocks import Mark, Run, Words
from nttp_readiness.reports.pdf.drawing import paint
from nttp_readiness.reports.pdf.page_marks import mark_drawing
from nttp_readiness.reports.pdf.page_styles import MM, Styles, Type
from nttp_readiness.reports.pdf.typefaces import stretches
from nttp_readiness.reports.safe_text import safe_link
from nttp_readiness.reports.tagged import (
    Beside,
    Box,
    Line,
    Painted,
    Piece,
    Positioned,
    Tag,
    TaggedCanvas,
    Text,
)  # fmt: skip
from nttp_readiness.values import dataclass

_LARGE_LINES = 1.33  # edges in large print


class Known:
    """What was found of a section when it was first set, and holds with any air between its parts:
    the pieces of its words, and the widths of the columns of each table, by its identity.
    """

    def __init__(self) -> None:
        self.pieces: dict[tuple[object, ...], list[Piece]] = {}
        self.columns: dict[tuple[int, float], ColumnWidths] = {}


@dataclass(frozen=True, slots=True)
class ColumnWidths:
    """How far in the words of each column stand, where it begins, and how wide it is."""

    indents: list[float]
    lefts: list[float]
    widths: list[float]


@dataclass(frozen=True, slots=True)
class Setting:
    """Sets blocks' words in the styles of one paper. `known` is shared by settings of the same
    blocks that differ in their air alone.
    """

    styles: Styles
    known: Known | None = None

    def pieces(self, words: Words, look: Type, *, bold: bool = False) -> list[Piece]:
        """The words, safe to print, in that look; `bold` makes all of them bold."""
        if self.known is None:
            return self._pieces(words, look, bold=bold)
        key = (words, look.size, look.colour, bold or look.bold)
        found = self.known.pieces.get(key)
        if found is None:
            found = self.known.pieces[key] = self._pieces(words, look, bold=bold)
        return found

    def _pieces(self, words: Words, look: Type, *, bold: bool) -> list[Piece]:
        runs = (Run(words),) if isinstance(words, str) else words
        pieces = []
        for run in runs:
            link = safe_link(run.link)
            token: PaperTone = look.colour if run.colour == "ink" else run.colour
            colour = self.styles.colour("loch" if link else token)
            heavy = bold or look.bold or run.bold
            pieces += [
                Piece(part.text, part.font, look.size, colour, link, run.language, part.meant)
                for part in stretches(run.text, bold=heavy)
            ]
        return pieces

    def text(
        self,
        words: Words,
        use: str,
        tag: Tag | None,
        *,
        bold: bool = False,
        reading: bool = False,
        right: bool = False,
        with_next: bool = False,
    ) -> Text:
        """A paragraph of that use; `reading` keeps it to the width that reads well."""
        look = self.styles.type(use)
        return Text(
            self.pieces(words, look, bold=bold),
            look.leading,
            tag,
            before=look.before,
            after=look.after,
            limit=self.styles.reading_width if reading else None,
            align="right" if right else "left",
            with_next=with_next,
        )

    def gap(self, points: float) -> float:
        return points * self.styles.gap * (1.4 if self.styles.large else 1)

    def line(self, width: float, token: PaperTone) -> Line:
        heavier = _LARGE_LINES if self.styles.large else 1
        return Line(width * heavier, self.styles.colour(token))

    def picture(self, drawing: Drawing, *, scale: float = 1, before: float = 0) -> Painted:
        """A drawing as decoration."""

        def draw(canvas: TaggedCanvas, x: float, top: float, width: float) -> None:  # noqa: ARG001 - it has its own
            self.paint(drawing, canvas, x, top, scale)

        return Painted(drawing.height * scale, draw, before=before, after=self.gap(1))

    def paint(
        self, drawing: Drawing, canvas: TaggedCanvas, x: float, top: float, scale: float = 1
    ) -> None:
        paint(drawing, canvas.canvas, x, top, self.styles.colours, scale=scale)

    def mark(
        self, mark: Mark, leading: float, *, shift: float = 0, tag: Tag | None = None
    ) -> Painted:
        """A mark as high as a line, its middle on the line's; moved so far to the right. It is
        decoration, unless it is content of a tag that says what it stands for.
        """
        half = (3.4 if self.styles.large else 2.3) * MM
        drawing = mark_drawing(mark, half)

        def draw(canvas: TaggedCanvas, x: float, top: float, width: float) -> None:  # noqa: ARG001 - it has its own
            with canvas.tagged(tag):
                self.paint(drawing, canvas, x + shift, top - leading / 2 + half)

        return Painted(leading, draw)

    def hanging(
        self,
        left: Box,
        right: Box,
        width: float,
        indent: float,
        *,
        below: float = 0,
        whole: float = 0,
    ) -> Beside:
        """Something before the text, and the text further in, with so much air below it; where it
        is higher than `whole` it breaks as the text does.
        """
        places = [Positioned(0, indent, left), Positioned(indent, width - indent, right)]
        return Beside(places, below=below, whole=whole)
