"""The list of answers: domains that fold, and in each row an answer with "Change" beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from nttp_readiness.i18n import tr
from nttp_readiness.presentation.readiness.checking import CheckGroup, CheckRow
from nttp_readiness.ui.theme.borders import draw_rule, middle
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.theme.painting import draw_icon
from nttp_readiness.ui.theme.text_block import TextBlock, text_block, text_width
from nttp_readiness.ui.widgets.grouped_delegate import GroupedDelegate
from nttp_readiness.ui.widgets.grouped_model import Index, TreeCell, TreeGroup, TreeRow
from nttp_readiness.ui.widgets.grouped_tree import INSET, GroupedTree
from nttp_readiness.ui.widgets.level_chip import draw_level_chip


class CheckTree(GroupedTree):
    """`opened` gives the id of the question to change."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, tr("Your answers, domain by domain"), parent)
        self._delegate = _Delegate(look, self)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setMouseTracking(True)

    def show_answers(self, groups: Sequence[CheckGroup]) -> None:
        self.show_groups(
            [
                TreeGroup(
                    group.code,
                    group.name,
                    group.count,
                    tuple(
                        TreeRow(row.id, (TreeCell(row.title, row.said, row.beside),), row)
                        for row in group.rows
                    ),
                )
                for group in groups
            ]
        )

    def row_height(self, row: TreeRow, widths: Sequence[int]) -> int:
        return self._delegate.height(row, widths[0])

    def group_height(self, place: int) -> int:
        look = self._look
        return look.line("section_small") + look.pad(22 if place == 0 else 30)

    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        super().mouseMoveEvent(event)
        shape = Qt.CursorShape
        hand = self._row_to_change(event.position().toPoint())
        self.viewport().setCursor(shape.PointingHandCursor if hand else shape.ArrowCursor)

    def click(self, index: Index, place: QPoint) -> None:
        self.fold(index)
        if key := self._row_to_change(place):
            self.opened.emit(key)

    def leaveEvent(self, event: QEvent, /) -> None:
        super().leaveEvent(event)
        self.viewport().update()

    def _row_to_change(self, at: QPoint) -> str:
        """The row whose "Change" is at that point."""
        index = self.indexAt(at)
        row = self.rows.content(index)
        if not isinstance(row, TreeRow):
            return ""
        box = self.visualRect(index)
        return row.key if at.x() > box.right() - self._delegate.change_width() else ""


class _Delegate(GroupedDelegate):
    """At full width all on one line; where there is little room the answer stands below."""

    def change_width(self) -> int:
        word = round(text_width(self.look, tr("Change"), "guide")) + 1
        return max(self.look.px(64), word + self.look.pad(12))

    def height(self, row: TreeRow, width: int) -> int:
        title, stacked = self._title(_content(row), width)
        look = self.look
        chip = look.px(24) + look.pad(8) if stacked else 0
        text = title.height + self._first_height(_content(row), width)
        return max(look.px(21) + look.pad(20), text + chip + look.pad(20))

    def paint_group(self, painter: QPainter, box: QRect, group: TreeGroup, *, opened: bool) -> None:
        self.draw_heading(painter, box, group, opened=opened, beside=False)
        edge = self.look.colour("edge")
        draw_rule(painter, box.left(), box.right(), box.bottom(), edge, dotted=True)

    def paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, row: TreeRow, column: int
    ) -> None:
        del column
        look, content, box = self.look, _content(row), option.rect
        title, stacked = self._title(content, box.width())
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box.adjusted(0, 0, 0, -1), look.colour("loch_pale"))
        edge = look.colour("edge")
        draw_rule(painter, box.left(), box.right(), box.bottom(), edge, dotted=True)
        box = box.adjusted(INSET, 0, -INSET, 0)
        line = QRect(box.x(), box.y() + look.pad(10), box.width(), title.line)
        text = title.height + self._first_height(content, option.rect.width())
        if not stacked:
            line.moveTop(box.y() + (box.height() - text) // 2)
        if content.foundation:
            icon = middle(QRect(box.x(), line.y(), look.px(16), title.line), look.px(16))
            draw_icon(painter, "keystone", icon, look.colour("heather"))
        title.draw(painter, box.x() + self._indent(), line.y(), look.colour("ink"))
        if first := self._first(content, option.rect.width()):
            first.draw(
                painter, box.x() + self._indent(), line.y() + title.height, look.colour("quiet")
            )
        if stacked:
            line.moveTop(line.y() + text + look.pad(8))
            line.setHeight(look.px(24))
        else:
            line = box
        self._draw_answer(painter, line, content, stacked=stacked)
        self._draw_change(painter, line)

    def _indent(self) -> int:
        return self.look.px(20) + self.look.pad(12)

    def _title(self, row: CheckRow, width: int) -> tuple[TextBlock, bool]:
        """The title, and whether the answer stands below it."""
        stacked = width < self.look.px(620)
        room = width - 2 * INSET - self._indent() - (0 if stacked else self.look.px(348))
        return text_block(self.look, row.title, "card", room), stacked

    def _first(self, row: CheckRow, width: int) -> TextBlock | None:
        """What comes before somebody comes back to it, below the title."""
        if not row.first:
            return None
        stacked = width < self.look.px(620)
        room = width - 2 * INSET - self._indent() - (0 if stacked else self.look.px(348))
        return text_block(self.look, row.first, "small", room)

    def _first_height(self, row: CheckRow, width: int) -> int:
        first = self._first(row, width)
        return first.height if first else 0

    def _draw_answer(self, painter: QPainter, line: QRect, row: CheckRow, *, stacked: bool) -> None:
        look = self.look
        x = line.x() + self._indent() if stacked else line.right() + 1 - look.px(226)
        side = look.px(24)
        chip = QRect(x, line.y() + (line.height() - side) // 2, side, side)
        draw_level_chip(painter, look, chip, row.choice)
        words = text_block(look, row.words, "guide", look.px(150))
        x += side + look.pad(10)
        words.draw(painter, x, _centred(line, words), look.colour("ink"))
        if row.note:
            at = x + round(words.width) + look.pad(20) if stacked else line.right() - look.px(347)
            note = text_block(look, row.note, "small", look.px(110))
            if not stacked or at + note.width < line.right() - self.change_width():
                note.draw(painter, at, _centred(line, note), look.colour("quiet"))

    def _draw_change(self, painter: QPainter, line: QRect) -> None:
        look = self.look
        word = text_block(look, tr("Change"), "guide", self.change_width())
        x = line.right() + 1 - round(word.width)
        y = _centred(line, word)
        word.draw(painter, x, y, look.colour("loch"))
        base = y + round(word.lift + word.layout.lineAt(0).ascent()) + look.px(3)
        draw_rule(painter, x, line.right(), base, look.colour("loch"))


def _content(row: TreeRow) -> CheckRow:
    if not isinstance(row.content, CheckRow):
        raise TypeError(row.content)
    return row.content


def _centred(line: QRect, block: TextBlock) -> int:
    return line.y() + (line.height() - block.height) // 2
