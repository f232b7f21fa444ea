"""How single controls are painted: buttons, fields, marks, scroll bars, headers, menu items.

The style calls these, and so do parts that paint a control's mark within their own shape.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyleOption,
    QStyleOptionButton,
)

from nttp_readiness.figures.icons import Glyph, OptionalGlyph
from nttp_readiness.figures.palette import Tone
from nttp_readiness.ui.theme.borders import (
    CARD,
    CHIP,
    COLUMN_GAP,
    FIELD,
    SORT_ARROW,
    draw_box,
    draw_rule,
    fill,
    middle,
)
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.theme.painting import draw_icon
from nttp_readiness.values import dataclass

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionHeader, QStyleOptionProgressBar

ButtonRole = Literal["main", "second", "quiet", "link"]
_State = QStyle.StateFlag
_PADDING: dict[ButtonRole, int] = {"main": 22, "second": 18, "quiet": 8, "link": 0}
_CHEVRONS = ("left", "right", "down")


@dataclass(frozen=True, slots=True)
class Face:
    """What a button's looks depend on, besides its text and state."""

    role: ButtonRole = "second"
    glyph: OptionalGlyph = ""
    small: bool = False
    flush: bool = False
    """Its words or icon begin at its edge, to stand on the axis of a page."""

    def glyph_space(self, look: Look) -> tuple[int, int]:
        """Room for the icon and the gap beside it; chevrons are narrow."""
        if not self.glyph:
            return 0, 0
        if self.glyph in _CHEVRONS:
            return look.px(12), look.pad(10)
        return look.px(18), look.pad(8)


def button_size(look: Look, face: Face, metrics: QFontMetrics, text: str) -> QSize:
    glyph, gap = face.glyph_space(look)
    padding = 0 if face.flush else look.pad(_PADDING[face.role] - (4 if face.small else 0))
    width = _label_width(metrics, text) + glyph + gap + 2 * max(0, padding)
    tall = 9 if face.role == "link" else 13 if face.small else 19
    return QSize(width, look.px(21) + look.pad(tall) + (look.pad(2) if face.role == "link" else 0))


def draw_button(painter: QPainter, look: Look, option: QStyleOptionButton, face: Face) -> None:
    box: QRect = option.rect
    enabled = _has(option, _State.State_Enabled)
    warm = enabled and (_has(option, _State.State_MouseOver) or _has(option, _State.State_Sunken))
    text: Tone = "ink" if enabled else "quiet"
    edge = look.colour("edge")
    if face.role in ("main", "second") and not enabled:
        draw_box(painter, box, CARD, fill=look.colour("margin"), edge=edge, dashed=True)
    elif face.role == "main":
        draw_box(painter, box, CARD, fill=look.colour("loch_deep" if warm else "loch"))
        text = "on_loch"
    elif face.role == "second":
        fill = look.colour("loch_pale" if warm else "surface")
        draw_box(painter, box, CARD, fill=fill, edge=edge)
    elif face.flush:  # a ground would have no room beside the words
        text = "loch" if warm else text
    elif face.role == "quiet" and warm:
        draw_box(painter, box, CARD, fill=look.colour("loch_pale"))
    elif face.role == "link" and enabled:
        text = "loch_deep" if warm else "loch"
    _draw_label(painter, look, option, face, text)


def _draw_label(
    painter: QPainter, look: Look, option: QStyleOptionButton, face: Face, token: Tone
) -> None:
    """Icon and words, together in the middle; only "right" stands behind the words."""
    box: QRect = option.rect
    colour = look.colour(token)
    metrics: QFontMetrics = option.fontMetrics
    glyph, gap = face.glyph_space(look)
    width = _label_width(metrics, option.text)
    x = box.x() + (box.width() - width - glyph - gap) // 2
    if face.glyph:
        at = x + width + gap if face.glyph == "right" else x
        icon = middle(QRect(at, box.y(), glyph, box.height()), look.px(18))
        draw_icon(painter, face.glyph, icon, colour, 1.8)
        x += 0 if face.glyph == "right" else glyph + gap
    painter.setPen(colour)
    line = QRect(x, box.y(), width + 1, box.height())
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextHideMnemonic
    painter.drawText(line, flags, option.text)
    if face.role == "link" and _has(option, _State.State_Enabled):
        base = line.center().y() + (metrics.ascent() - metrics.descent()) // 2
        draw_rule(painter, x, x + width, base + look.px(3), colour)


def draw_field(
    painter: QPainter, look: Look, box: QRect, *, enabled: bool, wrong: bool = False
) -> None:
    draw_box(
        painter,
        box,
        FIELD,
        fill=look.colour("surface" if enabled else "margin"),
        edge=look.colour("error" if wrong else "edge"),
        width=2 if wrong else 1,
        dashed=not enabled,
    )


def draw_radio(painter: QPainter, look: Look, box: QRect, *, on: bool, enabled: bool) -> None:
    draw_box(
        painter,
        box,
        box.width() / 2,
        fill=look.colour("surface" if enabled else "margin"),
        edge=look.colour("edge" if not enabled else "loch" if on else "edge"),
        width=2 if on else 1,
        dashed=not enabled,
    )
    if on:
        inset = round(box.width() * 0.25)
        dot = box.adjusted(inset, inset, -inset, -inset)
        draw_box(painter, dot, dot.width() / 2, fill=look.colour("loch" if enabled else "quiet"))


def draw_tick_box(painter: QPainter, look: Look, box: QRect, *, on: bool, enabled: bool) -> None:
    filled = on and enabled
    draw_box(
        painter,
        box,
        CHIP,
        fill=look.colour("loch" if filled else "surface" if enabled else "margin"),
        edge=look.colour("loch" if filled else "edge"),
        dashed=not enabled,
    )
    if on:
        token: Tone = "on_loch" if enabled else "quiet"
        draw_icon(painter, "tick", middle(box, round(box.width() * 0.7)), look.colour(token), 2.6)


def draw_progress(painter: QPainter, look: Look, option: QStyleOptionProgressBar) -> None:
    """How far it is. While that is not known, all of the bar is pale and nothing moves."""
    box: QRect = option.rect.adjusted(2, 2, -2, -2)
    whole = option.maximum - option.minimum
    if whole <= 0:
        draw_box(painter, box, 4, fill=look.colour("loch_pale"))
        return
    box.setWidth(round(box.width() * (option.progress - option.minimum) / whole))
    if box.width() > 0:
        draw_box(painter, box, 4, fill=look.colour("loch"))


def draw_scroll_bar(
    painter: QPainter, look: Look, groove: QRect, thumb: QRect, *, upright: bool, warm: bool
) -> None:
    fill(painter, groove, look.colour("margin"))
    line = QSize(1, groove.height()) if upright else QSize(groove.width(), 1)
    fill(painter, QRect(groove.topLeft(), line), look.colour("line"))
    inset = max(3, (thumb.width() if upright else thumb.height()) // 4)
    if upright:
        thumb = thumb.adjusted(inset + 1, 3, -inset, -3)
    else:
        thumb = thumb.adjusted(3, inset + 1, -3, -inset)
    draw_box(painter, thumb, 4, fill=look.colour("quiet" if warm else "edge"))


def draw_menu_bar_item(
    painter: QPainter, look: Look, box: QRect, text: str, *, chosen: bool, underlined: bool
) -> None:
    fill(painter, box, look.colour("loch_pale" if chosen else "paper"))
    fill(painter, QRect(box.x(), box.bottom(), box.width(), 1), look.colour("line"))
    painter.setPen(look.colour("ink"))
    mnemonic = Qt.TextFlag.TextShowMnemonic if underlined else Qt.TextFlag.TextHideMnemonic
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter | mnemonic, text)


def draw_header(painter: QPainter, look: Look, box: QRect) -> None:
    fill(painter, box, look.colour("paper"))
    draw_rule(painter, box.left(), box.right(), box.bottom(), look.colour("edge"))


def draw_header_words(painter: QPainter, look: Look, option: QStyleOptionHeader) -> None:
    """The heading of a column, with an arrow behind its words where the table is sorted by it."""
    box: QRect = option.rect
    side = look.px(SORT_ARROW)
    painter.setFont(look.font("small_strong"))
    painter.setPen(look.colour("quiet"))
    align = option.textAlignment & Qt.AlignmentFlag.AlignHorizontal_Mask
    flags = int(align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
    column = box.adjusted(0, 0, -look.pad(COLUMN_GAP), 0)
    arrow = option.sortIndicator
    order = type(option.sortIndicator)
    if arrow != order.None_:
        painter.setPen(look.colour("ink"))
        column.adjust(0, 0, -side, 0)
        words = painter.boundingRect(column, flags, option.text)
        up = arrow == order.SortDown  # Qt: first is on top
        at = QRect(words.right() + look.pad(4), column.y(), side, column.height())
        glyph: Glyph = "up" if up else "down"
        draw_icon(painter, glyph, middle(at, side), look.colour("loch"), 2.6)
    painter.drawText(column, flags, option.text)


def _label_width(metrics: QFontMetrics, text: str) -> int:
    return metrics.size(Qt.TextFlag.TextHideMnemonic, text).width()


def _has(option: QStyleOption, flag: QStyle.StateFlag) -> bool:
    return bool(option.state & flag)
