"""Paints the headings of a grouped tree, and gives its rows to whoever shows them."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from nttp_readiness.ui.theme.borders import draw_box, middle
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.theme.painting import draw_icon
from nttp_readiness.ui.theme.text_block import text_block, text_width
from nttp_readiness.ui.widgets.grouped_model import Index, TreeGroup, TreeRow
from nttp_readiness.ui.widgets.grouped_tree import INSET, GroupedTree


class GroupedDelegate(QStyledItemDelegate):
    """Paints headings with their chevron, and asks `paint_row` for the rest."""

    def __init__(self, look: Look, view: GroupedTree) -> None:
        super().__init__(view)
        self.look, self.view = look, view

    def paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, row: TreeRow, column: int
    ) -> None:
        raise NotImplementedError

    def paint_group(self, painter: QPainter, box: QRect, group: TreeGroup, *, opened: bool) -> None:
        raise NotImplementedError

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index, /) -> QSize:
        content = self.view.rows.content(index)
        if isinstance(content, TreeGroup):
            return QSize(0, self.view.group_height(index.row()))
        if isinstance(content, TreeRow) and not index.column():
            widths = self.view.column_widths(self.view.viewport().width())
            return QSize(0, self.view.row_height(content, widths))
        return QSize(0, 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        content = self.view.rows.content(index)
        if isinstance(content, TreeGroup):
            self.paint_group(painter, option.rect, content, opened=self.view.isExpanded(index))
        elif isinstance(content, TreeRow):
            self.paint_row(painter, option, content, index.column())
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_box(
                painter, self.ring(option.rect, index), 4, edge=self.look.colour("focus"), width=3
            )

    def ring(self, box: QRect, index: Index) -> QRect:
        """Where the focus ring of a cell goes, within the view."""
        del index
        return box.adjusted(0, 1, -1, -2)

    def draw_heading(
        self, painter: QPainter, box: QRect, group: TreeGroup, *, opened: bool, beside: bool
    ) -> None:
        """Chevron and name, with the quiet words `beside` the name or at the right end."""
        look = self.look
        line = look.line("section_small")
        # A heading stands nearer to its own rows than to those before it.
        row = QRect(box.x(), box.bottom() - line - look.pad(8), box.width(), line)
        row.adjust(INSET, 0, -INSET, 0)
        chevron = middle(QRect(row.x(), row.y(), look.px(18), line), look.px(18))
        draw_icon(painter, "down" if opened else "right", chevron, look.colour("ink"), 1.8)
        x = row.x() + look.px(18) + look.pad(9)
        extra = round(text_width(look, group.extra, "guide")) + 1
        name = text_block(look, group.name, "section_small", row.right() - x - extra - look.pad(12))
        top = row.bottom() + 1 - name.height
        name.draw(painter, x, top, look.colour("ink"))
        at = x + round(name.width) + look.pad(10) if beside else row.right() + 1 - extra
        words = text_block(look, group.extra, "guide", extra + 8)
        lift = (line - words.line) // 2
        words.draw(painter, at, row.bottom() + 1 - words.line - lift, look.colour("quiet"))
