"""Text that is shown as it was typed, in one of the type styles.

Qt labels turn text that looks like markup into markup and fetch the pictures it names. These
labels are the one way to put text into the window. Words that can neither be followed nor selected
are painted as they are; of the others each is escaped before Qt lays it out.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QLabel, QMenu, QWidget

from nttp_readiness.figures.palette import OptionalTone
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.words.blocks import Run, Words
from nttp_readiness.ui.theme.accessibility import RoleFace, register
from nttp_readiness.ui.theme.long_words import as_typed, breakable
from nttp_readiness.ui.theme.look import TYPE, Look, TextKind
from nttp_readiness.ui.theme.word_layout import WordLayout, word_layout

HEADINGS = frozenset({"page", "question", "stage", "section", "section_small"})
"""The styles that head what stands below them, for the eye and for assistive technology."""
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})
"""As `html.escape` writes them, which brings a long table of names that nothing here needs."""
_SAFE_SCHEMES = ("https", "mailto")


class Prose(QLabel):
    """Wrapped plain text with the line height of its style; `say` changes it.

    A run with an address becomes a link that emits `linkActivated` and never opens by itself.
    `tone` is a colour token in place of the style's own, `strong_tone` that of bold runs; `dash`
    hangs the text behind a dash.
    """

    def __init__(
        self,
        look: Look,
        words: Words = "",
        kind: TextKind = "body",
        *,
        tone: OptionalTone = "",
        strong_tone: OptionalTone = "",
        dash: bool = False,
        wraps: bool = True,
        selectable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._kind, self._dash = look, kind, dash
        self._tone = tone or TYPE[kind].tone
        self._strong_tone = strong_tone
        self._words: Words = words
        self._selectable = selectable
        self._drawn: tuple[object, ...] = ()
        """What the lines below were made of, but colours."""
        self._coloured = False
        self._heard_as_typed = False
        """Whether it has a name of its own, as lines may end within its words."""
        self._lines: WordLayout | None = None
        """What is painted; None where Qt's own label has to, as a hand can act on the words."""
        self.go_on: Callable[[], None] | None = None
        """Where Down leads from a heading that has the focus: to the work below it."""
        self.setWordWrap(wraps)
        look.changed.connect(self._refresh)
        self._refresh()

    def say(self, words: Words) -> None:
        if words != self._words:
            self._words = words
            self._refresh()

    def plain(self) -> str:
        """The words without any emphasis."""
        return "".join(run.text for run in _runs(self._words))

    @property
    def kind(self) -> TextKind:
        """The style that it is set in."""
        return self._kind

    @property
    def heads(self) -> bool:
        """Whether it is a heading."""
        return self._kind in HEADINGS

    def set_kind(self, kind: TextKind, tone: OptionalTone = "") -> None:
        self._kind, self._tone = kind, tone or TYPE[kind].tone
        self._refresh()

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        # A label takes one tab stop before its first link. Go on to the link at once.
        reason = event.reason()
        if reason in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            super().focusNextPrevChild(reason == Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if self.go_on is not None and event.key() == Qt.Key.Key_Down and not event.modifiers():
            self.go_on()
            return
        if self._parted() and event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent, /) -> None:
        """Qt's own, but where it would copy the places at which a line may end within a word."""
        if not self._parted():
            super().contextMenuEvent(event)
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Copy")).triggered.connect(self._copy)
        menu.popup(event.globalPos())

    def _copy(self) -> None:
        """What is chosen goes to the clipboard as it was typed."""
        lines = self.selectedText().replace("\u2028", "\n").replace("\u2029", "\n")
        QGuiApplication.clipboard().setText(as_typed(lines))

    def _parted(self) -> bool:
        """Whether there is a selection, in a text that has words of which no line can hold one."""
        return self.hasSelectedText() and as_typed(self.text()) != self.text()

    # ---- measured and painted from the same lines

    def sizeHint(self) -> QSize:
        lines = self._lines
        return lines.hint(wraps=self.wordWrap()) if lines else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        lines = self._lines
        return lines.least(wraps=self.wordWrap()) if lines else super().minimumSizeHint()

    def heightForWidth(self, width: int, /) -> int:
        lines = self._lines
        return lines.height(width) if lines else super().heightForWidth(width)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        lines = self._lines
        if lines is None:
            super().paintEvent(event)
            return
        width, free = self.width(), 0.0
        if not self.alignment() & Qt.AlignmentFlag.AlignTop:
            free = max(0.0, (self.height() - lines.height(width)) / 2)
        colour = self.palette().color(QPalette.ColorRole.WindowText)
        lines.draw(QPainter(self), 0, free, width, colour)

    def _refresh(self) -> None:
        look = self._look
        self.setPalette(look.words_palette(self._tone))
        drawn = (self._words, self._kind, self._strong_tone, look.lettering)
        if drawn == self._drawn and self._lines is not None and not self._coloured:
            return  # the palette is all that differs
        self._drawn = drawn
        self.setFont(look.font(self._kind))
        runs = _runs(self._words)
        links = any(_is_link(run) for run in runs)
        self._set_interaction(links)
        if links or self._selectable:
            self._lines = None
            self._set_rich(runs)
            return
        pieces = tuple((run.text, run.bold, self._colour(run)) for run in runs)
        self._coloured = any(colour for *_, colour in pieces)
        self._lines = word_layout(
            pieces, TYPE[self._kind], look.lettering, look.line(self._kind),
            dash=self._dash, wraps=self.wordWrap(),
        ) if pieces else None  # fmt: skip
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText("".join(run.text for run in runs))  # what assistive technology reads
        self.updateGeometry()
        self.update()

    def _colour(self, run: Run) -> str:
        """The colour of its own that these words have; empty where it is that of the style."""
        tone = self._strong_tone if run.bold else ""
        return self._look.colour(tone or run.colour).name() if run.colour != "ink" or tone else ""

    def _set_rich(self, runs: tuple[Run, ...]) -> None:
        """Let Qt lay the words out: as markup of ours, in which theirs means nothing."""
        look = self._look
        self.setTextFormat(Qt.TextFormat.RichText)
        hang, lead = "", ""
        if self._dash:
            lead = "–\u00a0\u00a0"
            wide = round(QFontMetricsF(self.font()).horizontalAdvance(lead))
            hang = f"margin-left:{wide}px;text-indent:-{wide}px;"
        # QLabel has a line height for paragraphs only; an empty one would still take a line.
        if not runs:
            self.setText("")
            return
        style = f"margin:0;white-space:pre-wrap;{hang}line-height:{look.line(self._kind)}px"
        self.setText(f'<p style="{style}">{lead}{"".join(map(self._markup, runs))}</p>')
        parted = as_typed(self.text()) != self.text()
        if parted or self._heard_as_typed:  # nobody hears where a line may end within a word
            self.setAccessibleName(lead + self.plain() if parted else "")
        self._heard_as_typed = parted

    def _set_interaction(self, links: bool) -> None:  # noqa: FBT001 - private, named where called
        flag = Qt.TextInteractionFlag
        flags = flag.NoTextInteraction
        if links:
            flags |= flag.LinksAccessibleByMouse | flag.LinksAccessibleByKeyboard
        if self._selectable:
            flags |= flag.TextSelectableByMouse | flag.TextSelectableByKeyboard
        if flags != self.textInteractionFlags():
            self.setTextInteractionFlags(flags)

    def _markup(self, run: Run) -> str:
        text = breakable(run.text).translate(_ESCAPED).replace("\n", "<br>")
        if run.bold:
            text = f"<b>{text}</b>"
        if _is_link(run):
            return f'<a href="{run.link.translate(_ESCAPED)}">{text}</a>'
        if colour := self._colour(run):
            text = f'<span style="color:{colour}">{text}</span>'
        return text


def _runs(words: Words) -> tuple[Run, ...]:
    if isinstance(words, str):
        return (Run(words),) if words else ()
    return tuple(run for run in words if run.text)


def _is_link(run: Run) -> bool:
    if not run.link:
        return False
    from PySide6.QtCore import QUrl  # noqa: PLC0415 - most words lead nowhere

    return QUrl(run.link).scheme() in _SAFE_SCHEMES


class Caption(Prose):
    """Words of a row: on one line where there is room, and wrapped where there is not."""

    def sizeHint(self) -> QSize:
        bold = QFont(self.font())
        bold.setBold(True)  # a part of it may be
        width = math.ceil(QFontMetricsF(bold).horizontalAdvance(self.plain())) + 1
        return QSize(width, self.heightForWidth(width))


class _HeadingFace(RoleFace):
    """A heading, which takes the focus when its page opens though no key leads to it."""

    def __init__(self, prose: Prose) -> None:
        super().__init__(prose, QAccessible.Role.Heading)

    def text(self, kind: QAccessible.Text, /) -> str:
        prose = self.widget()
        if kind == QAccessible.Text.Name and isinstance(prose, Prose):
            return prose.accessibleName() or prose.plain()
        return super().text(kind)

    def state(self) -> QAccessible.State:
        state = super().state()
        state.focusable = True
        return state


register(Prose, lambda prose: _HeadingFace(prose) if prose.heads else None)
