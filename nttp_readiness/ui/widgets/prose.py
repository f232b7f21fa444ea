"""Text that is shown as it was typed, in one of the type styles.

Qt labels turn text that looks like markup into markup and fetch the pictures it names. These
labels are the one way to put text into the window: every word is escaped before it is laid out.
"""

from __future__ import annotations

import html
from collections.abc import Callable

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAccessible, QFocusEvent, QFontMetricsF, QKeyEvent, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from nttp_readiness.figures.palette import OptionalTone
from nttp_readiness.presentation.words.blocks import Run, Words
from nttp_readiness.ui.theme.accessibility import RoleFace, register
from nttp_readiness.ui.theme.look import TYPE, Look, TextKind

HEADINGS = frozenset({"page", "question", "stage", "section", "section_small"})
"""The styles that head what stands below them, for the eye and for assistive technology."""
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
        self.go_on: Callable[[], None] | None = None
        """Where Down leads from a heading that has the focus: to the work below it."""
        self.setTextFormat(Qt.TextFormat.RichText)
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
        super().keyPressEvent(event)

    def _refresh(self) -> None:
        look = self._look
        self.setFont(look.font(self._kind))
        palette = self.palette()
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
            palette.setColor(group, QPalette.ColorRole.WindowText, look.colour(self._tone))
        self.setPalette(palette)
        runs = _runs(self._words)
        self._set_interaction(any(_is_link(run) for run in runs))
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
        text = html.escape(run.text).replace("\n", "<br>")
        if run.bold:
            text = f"<b>{text}</b>"
        if _is_link(run):
            return f'<a href="{html.escape(run.link)}">{text}</a>'
        tone = self._strong_tone if run.bold else ""
        if run.colour != "ink" or tone:
            colour = self._look.colour(tone or run.colour).name()
            text = f'<span style="color:{colour}">{text}</span>'
        return text


def _runs(words: Words) -> tuple[Run, ...]:
    if isinstance(words, str):
        return (Run(words),) if words else ()
    return tuple(run for run in words if run.text)


def _is_link(run: Run) -> bool:
    return bool(run.link) and QUrl(run.link).scheme() in _SAFE_SCHEMES


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
