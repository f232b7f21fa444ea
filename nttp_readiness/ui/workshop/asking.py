"""A question in the page before a step that cannot be taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.focus_ring import bring_into_view
from nttp_readiness.ui.widgets.notice import Notice

Way = tuple[str, Callable[[], object]]
"""The words on a button, and what it does."""


class Asking(Notice):
    """Hidden until it asks. The first button, with the focus, is the one that changes nothing: a
    second press by mistake does no harm.
    """

    def __init__(self, look: Look) -> None:
        super().__init__(look, "trouble")
        self._ways: tuple[Way, ...] = ()
        self._back: QWidget | None = None
        self.pressed.connect(self._stay)
        self.other_pressed.connect(lambda: self._take(0))
        self.last_pressed.connect(lambda: self._take(1))
        self.hide()

    def ask(self, words: str, stay: str, ways: Sequence[Way], back: QWidget | None) -> None:
        """Ask, with one or two ways to go on. The focus returns to `back` where one stays."""
        self._ways, self._back = tuple(ways), back
        names = [name for name, _ in ways]
        focus = self.window().focusWidget()
        inside = focus is not None and self.isAncestorOf(focus)
        more = names[1] if len(names) > 1 else ""
        self.say(words, stay, other=names[0], last=more, aloud=inside)
        self.show()
        self.focus_button()
        # Laid out by then: the second way is to be seen as well as the first.
        QTimer.singleShot(0, self, lambda: bring_into_view(self))

    def leave(self) -> None:
        """Ask no more; nothing was decided."""
        self._ways, self._back = (), None
        self.hide()

    def _stay(self) -> None:
        back = self._back
        self.leave()
        if back is not None:
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, number: int) -> None:
        if number < len(self._ways):
            act = self._ways[number][1]
            self._stay()
            act()
