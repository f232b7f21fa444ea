"""The notice above the pages: a sentence, an offer, or trouble with the file and ways out of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal

from nttp_readiness.errors import ReadinessError
from nttp_readiness.i18n import tr
from nttp_readiness.ui.document.autosave import Autosave
from nttp_readiness.ui.document.autosave_policy import TROUBLE
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.notice import Notice


class DocumentNotice(Notice):
    """Follows the autosave's trouble until it is over. `save_copy` asks for a file elsewhere.

    An offer stands here until it is taken or declined; trouble comes first.
    """

    save_copy = Signal()
    find_wanted = Signal()
    """The person wants to show where the file is now."""

    def __init__(self, look: Look, autosave: Autosave) -> None:
        super().__init__(look, "trouble")
        self._autosave = autosave
        self._of_change = False
        self._offered: tuple[str, str, Callable[[], None]] | None = None
        self.hide()
        self.pressed.connect(self._first_way)
        self.other_pressed.connect(self._other_way)

    def tell(self, sentence: str, *, of_change: bool = False) -> None:
        """A sentence that blocks nothing and needs no answer. One `of_change` that was just made
        goes with the next one, Undo among them: it would be true no longer.
        """
        self._of_change = of_change
        self.say(sentence)
        self.show()

    def document_changed(self) -> None:
        """What was told of the change before this one is over."""
        if self._of_change:
            self.turn_page()

    def offer(self, sentence: str, button: str, act: Callable[[], None]) -> None:
        """Offer something beside the work: its button does it, “Not now” declines."""
        self._offered = (sentence, button, act)
        self.follow()

    def withdraw(self) -> None:
        """What was offered is done: nothing of it stands here any more."""
        self._offered = None
        self.turn_page()

    def follow(self) -> None:
        """Show the autosave's trouble, once however often it tries again, or that it is over."""
        if self._autosave.state not in TROUBLE:
            told = not self.isHidden() and not self.button_words()
            if self._offered is not None and not told:
                self._show_offer(*self._offered[:2])
            elif self._offered is None and self.button_words():
                self.hide()
            return
        problem = self._autosave.problem
        if not (self.isVisible() and self.button_words() and self.accessibleName() == problem):
            self._show_ways(problem)

    def turn_page(self) -> None:
        """Another page is shown: a sentence goes with the last one, trouble stays."""
        self._of_change = False
        self.hide()
        self.follow()

    def _show_offer(self, sentence: str, button: str) -> None:
        if not (self.isVisible() and self.button_words() == button):
            self.say(sentence, button, other=tr("Not now"))
            self.show()

    def _show_ways(self, problem: str) -> None:
        if self._autosave.state == "elsewhere":
            self.say(problem, tr("Put both together"), other=tr("Keep both"))
        elif self._autosave.state == "later":
            self.say(problem, tr("Keep both"))
        elif self._autosave.state == "gone":
            self.say(problem, tr("Show where it is"), other=tr("Save it here again"))
        else:
            self.say(problem, tr("Save a copy"))
        self.show()

    def _first_way(self) -> None:
        if self._autosave.state == "elsewhere":
            self._settle(self._autosave.put_together)
        elif self._autosave.state == "later":
            self._settle(self._autosave.keep_both)
        elif self._autosave.state == "gone":
            self.find_wanted.emit()
        elif self._autosave.state in TROUBLE:
            self.save_copy.emit()
        elif self._offered is not None:
            self._offered[2]()

    def _other_way(self) -> None:
        if self._autosave.state == "gone":
            self._autosave.write_again()
            return
        if self._autosave.state in TROUBLE:
            self._settle(self._autosave.keep_both)
            return
        self._offered = None
        self.hide()

    def _settle(self, way: Callable[[], str]) -> None:
        """Go that way with a file that was changed elsewhere, and say what came of it."""
        try:
            said = way()
        except ReadinessError as problem:
            self._show_ways(str(problem))
            return
        if self._autosave.state not in TROUBLE:
            self.tell(said)
