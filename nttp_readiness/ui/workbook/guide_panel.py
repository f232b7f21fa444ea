"""The guide beside a question or a form: headings, short paragraphs, lists and links."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from nttp_readiness.presentation.readiness.question_guide import GuidePart
from nttp_readiness.presentation.words.blocks import Words
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Prose

_Shape = tuple[int, tuple[bool, ...], bool]
"""How many paragraphs a part has, which of its items lead somewhere, whether its end is quiet."""
_RULE: _Shape = (0, (), False)


class GuidePanel(QWidget):
    """Shows guide parts; `link` gives the address of a link that the person chose."""

    link = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._column = Box(look, self, margins=(0, 0, 13, 12))
        self._column.addStretch(1)
        self._parts: tuple[GuidePart, ...] = ()
        self._rows: list[tuple[_Shape, QWidget]] = []

    def show_parts(self, parts: Sequence[GuidePart]) -> None:
        """Show these parts in place of what was shown. Labels of a part that has the same shape say
        other words: to make and polish new ones takes longer than all else of a new question.
        """
        if tuple(parts) == self._parts:
            return
        self._parts = tuple(parts)
        wanted = _with_rules(self._parts)
        for place, part in enumerate(wanted):
            shape = _shape_of(part) if part is not None else _RULE
            before = self._rows[place] if place < len(self._rows) else None
            if before is not None and before[0] == shape:
                if isinstance(before[1], _Part) and part is not None:
                    before[1].say(part)
                continue
            made: QWidget = (
                _Part(self._look, part, self.link) if part is not None else _Line(self._look)
            )
            if before is not None:
                self._take_away(before[1])
                self._rows[place] = (shape, made)
            else:
                self._rows.append((shape, made))
            self._column.insertWidget(place, made)
        for _, row in self._rows[len(wanted) :]:
            self._take_away(row)
        del self._rows[len(wanted) :]
        self._put_in_order()

    def _put_in_order(self) -> None:
        """Who reads or tabs through the panel meets its rows in the order of the eye."""
        labels: list[Prose] = []
        for _, row in self._rows:
            row.raise_()
            labels += row.labels() if isinstance(row, _Part) else ()
        stops = [each for each in labels if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)

    def _take_away(self, row: QWidget) -> None:
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()


class _Part(QWidget):
    """One part, with a label for each of its paragraphs and items."""

    def __init__(self, look: Look, part: GuidePart, link: SignalInstance) -> None:
        super().__init__()
        column = Box(look, self)
        self._heading = Prose(look, part.heading, "guide_strong")
        column.addWidget(self._heading)
        column.gap(3)
        self._paragraphs = [Prose(look, each, "guide", selectable=True) for each in part.paragraphs]
        for prose in self._paragraphs:
            column.addWidget(prose)
            column.gap(3)
        self._items = [Prose(look, each, "guide", dash=not _leads(each)) for each in part.items]
        for prose in self._items:
            column.addWidget(prose)
            column.gap(2)
        self._quiet = Prose(look, part.quiet, "small") if part.quiet else None
        if self._quiet is not None:
            column.addWidget(self._quiet)
        column.gap(13)
        for prose in (*self._paragraphs, *self._items):
            prose.linkActivated.connect(link)

    def labels(self) -> list[Prose]:
        """All that it says, from above."""
        quiet = [self._quiet] if self._quiet is not None else []
        return [self._heading, *self._paragraphs, *self._items, *quiet]

    def say(self, part: GuidePart) -> None:
        """Another part of the same shape."""
        self._heading.say(part.heading)
        for prose, words in zip(self._paragraphs, part.paragraphs, strict=True):
            prose.say(words)
        for prose, words in zip(self._items, part.items, strict=True):
            prose.say(words)
        if self._quiet is not None:
            self._quiet.say(part.quiet)


class _Line(QWidget):
    """A rule with the empty space below it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        column = Box(look, self)
        column.addWidget(Rule(look))
        column.gap(13)


def _leads(words: Words) -> bool:
    return not isinstance(words, str) and any(run.link for run in words)


def _shape_of(part: GuidePart) -> _Shape:
    return len(part.paragraphs) or -1, tuple(map(_leads, part.items)), bool(part.quiet)


def _with_rules(parts: Sequence[GuidePart]) -> list[GuidePart | None]:
    """The parts, and None where a rule stands: around each that is ruled, one between two."""
    found: list[GuidePart | None] = []
    ruled = False
    for part in parts:
        found += [None] if part.ruled and not ruled else []
        found.append(part)
        found += [None] if part.ruled else []
        ruled = part.ruled
    return found
