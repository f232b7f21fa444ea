"""The actions of the plan beside the one that is open, in the same order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from nttp_readiness.i18n import tr
from nttp_readiness.presentation.plan.planning import PlanGroup, PlanRow
from nttp_readiness.ui.plan.table.plan_delegate import content_of
from nttp_readiness.ui.plan.table.plan_rows import card_words
from nttp_readiness.ui.theme.borders import draw_rule, middle
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.theme.painting import draw_icon
from nttp_readiness.ui.theme.text_block import TextBlock, text_block
from nttp_readiness.ui.widgets.grouped_delegate import GroupedDelegate
from nttp_readiness.ui.widgets.grouped_model import TreeCell, TreeGroup, TreeRow
from nttp_readiness.ui.widgets.grouped_tree import GroupedTree
from nttp_readiness.ui.widgets.status_look import status_look

_LEFT, _MARK, _GAP, _RIGHT = 16, 20, 10, 18


class ActionList(GroupedTree):
    """`chosen` gives the id of the action that the person went to, by mouse or arrows."""

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, tr("Actions"), parent)
        self._delegate = _Delegate(look, self)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._following = False
        self.moved.connect(self._tell)

    def show_actions(self, groups: Sequence[PlanGroup], current: str) -> None:
        """Show these, with the open one marked; nothing is emitted."""
        self._following = True
        self.show_groups(
            [
                TreeGroup(
                    group.horizon,
                    group.name,
                    "",
                    tuple(
                        TreeRow(row.id, (TreeCell(row.title, card_words(row)),), row)
                        for row in group.rows
                    ),
                )
                for group in groups
            ]
        )
        self.go_to(current)
        self._following = False

    def row_height(self, row: TreeRow, widths: Sequence[int]) -> int:
        return self._delegate.height(content_of(row), widths[0])

    def group_height(self, place: int) -> int:
        return self._look.line("guide") + self._look.pad(12 if place == 0 else 24)

    def _tell(self, key: str) -> None:
        if not self._following and self.current_row() is not None:
            self.chosen.emit(key)


class _Delegate(GroupedDelegate):
    def height(self, row: PlanRow, width: int) -> int:
        title, late = self._blocks(row, width, strong=False)
        least = self._blocks(row, width, strong=True)[0].height  # room for the open one in bold
        height = max(title.height, least) + (late.height if row.overdue else 0)
        return height + self.look.pad(20)

    def paint_group(self, painter: QPainter, box: QRect, group: TreeGroup, *, opened: bool) -> None:
        look = self.look
        words = text_block(look, group.name, "guide_strong", box.width())
        top = box.bottom() - words.line - look.pad(5)
        words.draw(painter, box.x() + look.pad(_LEFT), top, look.colour("ink"))
        if not opened:
            x = box.x() + look.pad(_LEFT + 8) + round(words.width)
            icon = middle(QRect(x, top, look.px(16), words.line), look.px(16))
            draw_icon(painter, "right", icon, look.colour("ink"), 1.8)
        edge = look.colour("edge")
        draw_rule(painter, box.left(), box.right(), box.bottom(), edge, dotted=True)

    def paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, row: TreeRow, column: int
    ) -> None:
        del column
        look, box, content = self.look, option.rect, content_of(row)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box.adjusted(0, 0, 0, -1), look.colour("loch_pale"))
        if chosen:
            painter.fillRect(box.x(), box.y(), 5, box.height() - 1, look.colour("loch"))
        edge = look.colour("edge")
        draw_rule(painter, box.left(), box.right(), box.bottom(), edge, dotted=True)
        title, late = self._blocks(content, box.width(), strong=chosen)
        x, y = box.x() + look.pad(_LEFT), box.y() + look.pad(10)
        shown = status_look(content.status)
        icon = middle(QRect(x, y, look.px(_MARK), title.line), look.px(16))
        draw_icon(painter, shown.glyph, icon, look.colour(shown.tone), 1.8)
        x += look.px(_MARK) + look.pad(_GAP)
        title.draw(painter, x, y, look.colour("ink"))
        if content.overdue:
            late.draw(painter, x, y + title.height, look.colour("bracken"))

    def _blocks(self, row: PlanRow, width: int, *, strong: bool) -> tuple[TextBlock, TextBlock]:
        look = self.look
        room = width - look.px(_MARK) - look.pad(_LEFT + _GAP + _RIGHT)
        wider = room + (look.pad(_RIGHT - 6) if strong else 0)  # so bold breaks where plain does
        title = text_block(look, row.title, "table_strong" if strong else "table", wider)
        return title, text_block(look, status_look("overdue").word, "table_strong", room)
