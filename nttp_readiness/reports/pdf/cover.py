"""The first page of a report."""

from __future__ import annotations

from nttp_readiness.figures.shapes import Drawing
from nttp_readiness.presentation.words.blocks import Cover, Facts
from nttp_readiness.reports.logo import Logo
from nttp_readiness.reports.pdf.fact_pairs import facts_box
from nttp_readiness.reports.pdf.logo_box import logo_box
from nttp_readiness.reports.pdf.page_styles import MM, Type
from nttp_readiness.reports.pdf.setting import Setting
from nttp_readiness.reports.tagged import (
    Box,
    Narrow,
    Painted,
    Piece,
    Stack,
    Tag,
    TaggedCanvas,
    Text,
)  # fmt: skip

_STEPS = (Type(44, 47, bold=True), Type(36, 39, bold=True), Type(30, 33, bold=True),
          Type(24, 27, bold=True))  # fmt: skip
_TITLE_WIDTH = 150 * MM
_TEXT_WIDTH = 118 * MM
_PICTURE = 110 * MM
_EDGE = 12 * MM
_LONG_NAME = 120
"""A longer name of an organisation is set as a sentence is."""
_FREE = 105 * MM
"""The text may come so near to the lower edge before the drawing gives way to it."""


def cover_boxes(setting: Setting, cover: Cover, parent: Tag, logo: Logo | None) -> list[Box]:
    """The cover's words; what is empty is left out. The service's name is the heading."""
    boxes: list[Box] = [logo_box(logo, parent)] if logo else []
    boxes.append(_bar(setting))
    boxes.append(setting.text(cover.kind, "cover_kind", parent.child("P"), with_next=True))
    pieces, look = _title(setting, cover.title)
    after = setting.styles.type("cover_title").after
    title = Text(pieces, look.leading, parent.child("H1"), after=after, limit=_TITLE_WIDTH)
    boxes.append(title.place("cover", (0, cover.title)))
    for words, use in (
        (cover.organisation, "cover_organisation"),
        (cover.purpose, "cover_purpose"),
    ):
        if words:
            wide = use == "cover_organisation" or setting.styles.large
            limit = _TITLE_WIDTH if wide else _TEXT_WIDTH
            type_of = use if len(words) <= _LONG_NAME else "cover_purpose"
            boxes.append(Narrow(setting.text(words, type_of, parent.child("P")), limit))
    if cover.facts:
        boxes.append(facts_box(setting, Facts(cover.facts), parent, setting.styles.width))
    statement = [
        setting.text(words, "body", parent.child("P"), bold=bold)
        for words, bold in ((cover.disclaimer, True), (cover.statement, False))
        if words
    ]
    for text in statement:
        text.after = 0
    limit = setting.styles.width if setting.styles.large else _TEXT_WIDTH
    return [*boxes, Narrow(Stack(statement), limit)]


def draw_corner(setting: Setting, drawing: Drawing, canvas: TaggedCanvas, foot: float) -> None:
    """The drawing in the lower right corner, unless the text ends too low: at `foot` points."""
    if foot < _FREE:
        return
    scale = _PICTURE / drawing.width
    left = 210 * MM - _EDGE - _PICTURE
    setting.paint(drawing, canvas, left, _EDGE + drawing.height * scale, scale)


def _bar(setting: Setting) -> Painted:
    def draw(canvas: TaggedCanvas, x: float, top: float, width: float) -> None:  # noqa: ARG001 - it has its own
        canvas.canvas.setFillColor(setting.styles.colour("loch"))
        canvas.canvas.rect(x, top - 6 * MM, 26 * MM, 2.3 * MM, stroke=0, fill=1)

    return Painted(6 * MM, draw, after=12 * MM)


def _title(setting: Setting, title: str) -> tuple[list[Piece], Type]:
    """The title at the largest step at which it takes three lines at most."""
    for look in _STEPS:
        pieces = setting.pieces(title, look)
        lines = Text(pieces, look.leading, None).height(_TITLE_WIDTH) / look.leading
        if round(lines) <= 3:
            break
    return pieces, look
