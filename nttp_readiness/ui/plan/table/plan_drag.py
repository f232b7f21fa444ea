"""Dragging actions of the plan: where they would go, and what that looks like."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QTreeView

from nttp_readiness.ui.theme.borders import CARD, draw_box, middle
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.theme.painting import draw_icon
from nttp_readiness.ui.theme.text_block import text_block
from nttp_readiness.ui.widgets.grouped_model import GroupedModel
from nttp_readiness.values import dataclass

MIME = "application/x-nttp-readiness-actions"


@dataclass(frozen=True, slots=True)
class Gap:
    """Between two rows of a horizon; `above` and `below` are their ids, empty at its ends.

    `y` is where the line is drawn that shows it.
    """

    horizon: str
    above: str
    below: str
    y: int


def gap_at(
    view: QTreeView, rows: GroupedModel, point: QPoint, moved: Collection[str], *, own_order: bool
) -> Gap | None:
    """The gap nearest to a point. Rows that are moved themselves do not bound it.

    Where rows do not stand in the plan's own order, the only gap of a horizon is its end.
    """
    found: Gap | None = None
    for n, group in enumerate(rows.groups):
        head = rows.index(n, 0)
        box = view.visualRect(head)
        if box.isValid() and (found is None or point.y() >= box.top()):
            opened = view.isExpanded(head)
            boxes = [view.visualRect(rows.index(m, 0, head)) for m in range(len(group.rows))]
            keys = [row.key for row in group.rows]
            end = boxes[-1].bottom() if opened and boxes else box.bottom()
            place = len(keys)
            if opened and own_order:
                place = next((m for m, b in enumerate(boxes) if point.y() < b.center().y()), place)
            y = boxes[place].top() if place < len(boxes) and opened else end
            above = [key for key in keys[:place] if key not in moved]
            below = [key for key in keys[place:] if key not in moved]
            if not own_order:
                above, below = [], []
            found = Gap(group.key, above[-1] if above else "", below[0] if below else "", y)
    return found


def draw_gap(painter: QPainter, look: Look, gap: Gap, width: int) -> None:
    """A strong line with a round end, over what is there."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    loch = look.colour("loch")
    y = max(4, gap.y)
    painter.fillRect(QRect(4, y - 1, width - 4, 3), loch)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(loch)
    painter.drawEllipse(QPoint(5, y), 4, 4)


def drag_picture(look: Look, words: str, ratio: float) -> QPixmap:
    """What hangs at the pointer: the grip and a few words on a card."""
    block = text_block(look, words, "table_strong", look.px(280))
    pad, side = look.pad(10), look.px(18)
    wide = round(block.width) + side + 3 * pad
    high = block.height + 2 * pad
    picture = QPixmap(round(wide * ratio), round(high * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    box = QRect(0, 0, wide, high)
    draw_box(painter, box, CARD, fill=look.colour("surface"), edge=look.colour("loch"), width=2)
    icon = middle(QRect(pad, pad, side, block.line), side)
    draw_icon(painter, "grip", icon, look.colour("quiet"))
    block.draw(painter, 2 * pad + side, pad, look.colour("ink"))
    painter.end()
    return picture
