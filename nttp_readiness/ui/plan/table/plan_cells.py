"""How the plan's rows are painted: as cells of a table, or as one card where it is narrow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from nttp_readiness.figures.icons import Glyph
from nttp_readiness.figures.palette import Tone
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.plan.action_columns import ColumnKey, column
from nttp_readiness.presentation.plan.planning import PlanRow
from nttp_readiness.ui.plan.table.plan_rows import Columns, Field
from nttp_readiness.ui.theme.borders import COLUMN_GAP, SORT_ARROW, draw_rule, middle
from nttp_readiness.ui.theme.look import Look, TextKind
from nttp_readiness.ui.theme.painting import draw_icon
from nttp_readiness.ui.theme.text_block import TextBlock, text_block
from nttp_readiness.ui.widgets.grouped_model import TreeGroup
from nttp_readiness.ui.widgets.level_chip import draw_level_chip
from nttp_readiness.ui.widgets.status_look import status_look

PAD = 9
"""Empty space above and below the words of a row."""
CARD_INDENT = 46


def shown_words(row: PlanRow, field: Field) -> tuple[str, Tone]:
    """What stands in a cell, and in which tone: quietly what is not there yet, as an empty cell
    tells nobody that something can be written in it.
    """
    if field == "card":
        return row.title, "ink"
    words = row.by if field == "due" else row.cell(field).words
    return (words, "ink") if words else (column(field).nothing(), "quiet")


class CellPainter:
    """Measures and paints what a field of an action looks like. Every part has a pair of methods
    in one: `draw` is None to measure; the height is given back in pixels.
    """

    def __init__(self, look: Look) -> None:
        self._look = look

    def row_height(self, row: PlanRow, columns: Columns) -> int:
        pairs = zip(columns.fields, columns.widths, strict=True)
        gap = self._look.pad(COLUMN_GAP)
        inner = [
            self.cell(None, QRect(0, 0, width - gap, 0), row, field, columns)
            for field, width in pairs
        ]
        return max(inner) + self._look.pad(2 * PAD) + 1

    def cell(
        self, painter: QPainter | None, box: QRect, row: PlanRow, field: Field, columns: Columns
    ) -> int:
        """One cell, from the top of `box`."""
        if field == "card":
            return self._card(painter, box, row)
        if field == "title":
            return self._title(painter, box, row, measure="measure" not in columns.fields)
        if field == "why":
            return self._why(painter, box, row)
        if field == "due":
            return self._deadline(painter, box, row)
        if field == "status":
            return self._status(painter, box, row)
        if field == "number":
            return self._number(painter, box, row)
        words, tone = shown_words(row, field)
        return self._words(painter, box, words, tone=tone)

    def _number(self, painter: QPainter | None, box: QRect, row: PlanRow) -> int:
        block = text_block(self._look, row.number, "table", box.width())
        if painter:
            x = box.right() + 1 - round(block.width)
            block.draw(painter, x, box.y(), self._look.colour("quiet"))
        return block.height

    def _title(self, painter: QPainter | None, box: QRect, row: PlanRow, *, measure: bool) -> int:
        look = self._look
        title = text_block(look, row.title, "table_strong", box.width())
        below = text_block(look, row.measure if measure else "", "small", box.width())
        if painter:
            title.draw(painter, box.x(), box.y(), look.colour("ink"))
            below.draw(painter, box.x(), box.y() + title.height, look.colour("quiet"))
        return title.height + (below.height if measure and row.measure else 0)

    def _why(self, painter: QPainter | None, box: QRect, row: PlanRow) -> int:
        look = self._look
        if not row.why:
            return self._words(painter, box, tr("Our own action"), tone="quiet")
        side, indent = look.px(22), look.px(22) + look.pad(9)
        block = text_block(look, row.why, "table", box.width() - indent)
        if painter:
            draw_level_chip(painter, look, QRect(box.x(), box.y(), side, side), row.answer)
            block.draw(painter, box.x() + indent, box.y(), look.colour("ink"))
        return max(side, block.height)

    def _deadline(self, painter: QPainter | None, box: QRect, row: PlanRow) -> int:
        words, tone = shown_words(row, "due")
        height = self._words(painter, box, words, tone=tone)
        if not row.overdue:
            return height
        return height + self._sign(painter, box.translated(0, height), "overdue", strong=True)

    def _status(self, painter: QPainter | None, box: QRect, row: PlanRow) -> int:
        if row.waiting:
            return self._words(painter, box, row.status_words, tone="quiet")
        return self._sign(painter, box, row.status, word=row.status_words)

    def _sign(
        self,
        painter: QPainter | None,
        box: QRect,
        status: str,
        *,
        word: str = "",
        strong: bool = False,
    ) -> int:
        look, shown = self._look, status_look(status)
        side, indent = look.px(17), look.px(17) + look.pad(7)
        kind: TextKind = "table_strong" if strong else "table"
        block = text_block(look, word or shown.word, kind, box.width() - indent)
        if painter:
            icon = middle(QRect(box.x(), box.y(), side, block.line), side)
            draw_icon(painter, shown.glyph, icon, look.colour(shown.tone), 1.8)
            tone: Tone = shown.tone if strong else "ink"
            block.draw(painter, box.x() + indent, box.y(), look.colour(tone))
        return block.height

    def _words(self, painter: QPainter | None, box: QRect, text: str, *, tone: Tone = "ink") -> int:
        block = text_block(self._look, text, "table", box.width())
        if painter:
            block.draw(painter, box.x(), box.y(), self._look.colour(tone))
        return block.height if text else block.line

    def field_at(self, box: QRect, row: PlanRow, place: QPoint) -> ColumnKey:
        """What a card in `box` says at a place: one of the facts in its last line, or the title."""
        facts = self._placed(self._card_head(None, box, row), row)
        return next((each.fact.field for each in facts if each.holds(place)), "title")

    def _card(self, painter: QPainter | None, box: QRect, row: PlanRow) -> int:
        """Number and title, measure, why, then owner, date and status in a row that wraps."""
        below = 0
        for each in self._placed(self._card_head(painter, box, row), row):
            if each.fact.status:
                self._sign(
                    painter,
                    each.box,
                    each.fact.status,
                    word=each.fact.text,
                    strong=each.fact.strong,
                )
            elif painter:
                tone = self._look.colour(each.fact.tone)
                each.block.draw(painter, each.box.x(), each.box.y(), tone)
            below = max(below, each.box.bottom() + 1)
        return below - box.y()

    def _card_head(self, painter: QPainter | None, box: QRect, row: PlanRow) -> QRect:
        """What stands above the facts of a card; where these begin, and how wide they may be."""
        look = self._look
        indent = look.px(CARD_INDENT) - look.pad(COLUMN_GAP)
        number = QRect(box.x(), box.y(), indent, box.height())
        self._number(painter, number, row)
        left = box.x() + look.px(CARD_INDENT)
        inner = QRect(left, box.y(), box.right() + 1 - left, 0)
        y = self._title(painter, inner, row, measure=True) + look.pad(6)
        y += self._why(painter, inner.translated(0, y), row) + look.pad(6)
        return inner.translated(0, y)

    def _placed(self, inner: QRect, row: PlanRow) -> Iterator[_PlacedFact]:
        """The facts in a row that wraps, from the top of `inner`."""
        look, x, y, high = self._look, 0, 0, 0
        for fact in _facts(row):
            sign = look.px(17) + look.pad(7) if fact.status else 0
            kind: TextKind = "table_strong" if fact.strong else "table"
            block = text_block(look, fact.text, kind, inner.width() - sign)
            wide = round(block.width) + sign
            if x and x + wide > inner.width():
                y, x, high = y + high + look.pad(2), 0, 0
            room = QRect(inner.x() + x, inner.y() + y, inner.width() - x, block.height)
            yield _PlacedFact(fact, block, room, wide)
            x, high = x + wide + look.pad(24), max(high, block.height)


class _Fact(NamedTuple):
    """What stands in the last line of a card: of which field, with which sign and tone."""

    field: ColumnKey
    text: str
    status: str = ""
    tone: Tone = "ink"

    @property
    def strong(self) -> bool:
        return self.status == "overdue"


class _PlacedFact(NamedTuple):
    """A fact where it stands: in the room that is left of its line, of which it takes `wide`."""

    fact: _Fact
    block: TextBlock
    box: QRect
    wide: int

    def holds(self, place: QPoint) -> bool:
        return self.box.contains(place) and place.x() <= self.box.x() + self.wide


def _facts(row: PlanRow) -> Iterator[_Fact]:
    if row.owner:
        yield _Fact("owner", row.owner)
    else:
        yield _Fact("owner", tr("No owner yet"), tone="quiet")
    if row.due:
        yield _Fact("due", tr("Due {day}").format(day=row.by))
    else:
        yield _Fact("due", tr("No date yet"), tone="quiet")
    if row.overdue:
        yield _Fact("due", status_look("overdue").word, "overdue")
    if row.waiting:
        yield _Fact("status", row.status_words, tone="quiet")
    else:
        yield _Fact("status", row.status_words, row.status)


def draw_ground(
    painter: QPainter, look: Look, option: QStyleOptionViewItem, *, first: bool, last: bool
) -> None:
    """Ground and rule of a cell; a selected row has a mark and a grip at its beginning."""
    box: QRect = option.rect
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(box.adjusted(0, 0, 0, -1), look.colour("loch_pale"))
        if first:
            painter.fillRect(box.x(), box.y(), 4, box.height() - 1, look.colour("loch"))
            side = look.px(13)
            line = look.line("table")
            icon = middle(QRect(box.x() + 3, box.y() + look.pad(PAD), side, line), side)
            draw_icon(painter, "grip", icon, look.colour("quiet"))
    if not last:
        edge = look.colour("edge")
        draw_rule(painter, box.left(), box.right(), box.bottom(), edge, dotted=True)


def draw_heading(painter: QPainter, look: Look, box: QRect, group: TreeGroup, glyph: Glyph) -> None:
    """A horizon with its count, over a line."""
    line = look.line("section_small")
    row = QRect(box.x() + look.pad(6), box.bottom() - line - look.pad(7), box.width(), line)
    icon = middle(QRect(row.x(), row.y(), look.px(18), line), look.px(18))
    draw_icon(painter, glyph, icon, look.colour("ink"), 1.8)
    name = text_block(look, group.name, "section_small", row.width())
    x = row.x() + look.px(18) + look.pad(8)
    name.draw(painter, x, row.y(), look.colour("ink"))
    extra = text_block(look, group.extra, "guide", row.width())
    lift = (line - extra.line) // 2
    at = x + round(name.width) + look.pad(10)
    extra.draw(painter, at, row.y() + lift, look.colour("quiet"))
    draw_rule(painter, box.left(), box.right(), box.bottom(), look.colour("edge"))


def group_height(look: Look, place: int) -> int:
    return look.line("section_small") + look.pad(22 if place == 0 else 30)


def head_height(look: Look, columns: Columns) -> int:
    """Height of the column headings, which wrap beside an arrow; none over cards."""
    if columns.cards:
        return 0
    gap = look.pad(COLUMN_GAP) + look.px(SORT_ARROW)
    pairs: Sequence[tuple[str, int]] = list(zip(columns.titles, columns.widths, strict=True))
    lines = [text_block(look, title, "small_strong", width - gap).height for title, width in pairs]
    return max(lines) + look.pad(14)
