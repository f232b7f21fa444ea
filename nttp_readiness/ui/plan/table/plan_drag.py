"""Dragging actions of the plan: where they would go, and what that looks like."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QMimeData, QPoint, QRect, Qt
from PySide6.QtGui import QDrag, QDragMoveEvent, QDropEvent, QPainter, QPixmap
from PySide6.QtWidgets import QTreeView

from nttp_readiness.ui.theme.borders import CARD, draw_box, middle
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.theme.painting import draw_icon
from nttp_readiness.ui.theme.text_block import text_block
from nttp_readiness.ui.widgets.grouped_model import GroupedModel
from nttp_readiness.ui.widgets.grouped_tree import GroupedTree
from nttp_readiness.values import dataclass

MIME = "application/x-nttp-readiness-actions"
_EDGE = 60
"""How near to the edge of the page a drag scrolls it."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Between two rows of a horizon; `above` and `below` are their ids, empty at its ends.

    `y` is where the line is drawn that shows it.
    """

    horizon: str
    above: str
    below: str
    y: int


class RowDrag:
    """Rows of a tree while they are dragged: what hangs at the pointer, and the gap that they would
    go to. `own_order` says whether the rows stand in the plan's own order.
    """

    def __init__(self, tree: GroupedTree, look: Look, own_order: Callable[[], bool]) -> None:
        self._tree, self._look, self._own_order = tree, look, own_order
        self.gap: Gap | None = None
        """Where they would go now; None while nothing is dragged here."""

    def begin(self, keys: Sequence[str], words: str) -> QDrag:
        """Rows with these keys on their way, as a card with those words."""
        drag, carried = QDrag(self._tree), QMimeData()
        carried.setData(MIME, "\n".join(keys).encode())
        drag.setMimeData(carried)
        drag.setPixmap(drag_picture(self._look, words, self._tree.devicePixelRatioF()))
        return drag

    def over(self, event: QDragMoveEvent) -> None:
        """They are held over the tree: the gap is shown, or the drag is not for here."""
        gap = self._gap_for(event)
        self._show(gap)
        if gap is None:
            event.ignore()
        else:
            event.accept()

    def scroll(self, event: QDragMoveEvent) -> None:
        """Near to the edge of the page more of it comes into view."""
        point, edge = event.position().toPoint(), self._look.px(_EDGE)
        box = self._tree.viewport().rect()
        box.setTop(point.y() - edge)
        box.setBottom(point.y() + edge)
        self._tree.ensure_visible(box)

    def drop(self, event: QDropEvent) -> tuple[tuple[str, ...], Gap] | None:
        """The keys and the gap that they were dropped in; None for a drag from elsewhere."""
        gap = self._gap_for(event)
        self._show(None)
        if gap is None:
            event.ignore()
            return None
        event.accept()
        return _carried(event), gap

    def leave(self) -> None:
        """Nothing is dragged here any more."""
        self._show(None)

    def paint(self) -> None:
        """Draws the gap over the rows."""
        if self.gap is not None:
            viewport = self._tree.viewport()
            draw_gap(QPainter(viewport), self._look, self.gap, viewport.width())

    def _gap_for(self, event: QDropEvent) -> Gap | None:
        keys = _carried(event)
        if not keys or event.source() not in (None, self._tree):
            return None
        point = event.position().toPoint()
        return gap_at(self._tree, self._tree.rows, point, keys, own_order=self._own_order())

    def _show(self, gap: Gap | None) -> None:
        if gap != self.gap:
            self.gap = gap
            self._tree.viewport().update()


def _carried(event: QDropEvent) -> tuple[str, ...]:
    data = bytes(event.mimeData().data(MIME).data()).decode()
    return tuple(data.split("\n")) if data else ()


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
