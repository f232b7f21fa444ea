"""A window on the wall's screen, with what only the facilitator sees on the other one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

from nttp_readiness.presentation.group import screen_words
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.workshop.ballots.private_window import PrivateWindow
from nttp_readiness.ui.workshop.ballots.room_screens import RoomScreens
from nttp_readiness.ui.workshop.room.facilitator_notes import FacilitatorNotes


class ScreenWindow(QWidget):
    """Fills the wall's screen. Notes and ballots close when nobody knows any more who sees what."""

    def __init__(self, look: Look, parent: QWidget | None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.notes = FacilitatorNotes(look, self)
        self.ballots: PrivateWindow | None = None
        """The private ballots on this question, while they are open."""
        self._screens: RoomScreens

    def use_screens(self, screens: RoomScreens) -> None:
        """Follow these from now on."""
        self._screens = screens
        screens.changed.connect(self._screens_changed)

    def _tell(self, sentence: str, *, well: bool = False) -> None:
        """Say something on the wall; `well` where something was done, and nothing is asked."""
        raise NotImplementedError

    def _is_told(self, sentence: str) -> bool:
        """Whether that is what the wall says now."""
        raise NotImplementedError

    def _begin_the_meeting(self) -> None:
        """What comes before the first question."""

    def show_on_screens(self) -> None:
        """Fill the wall's screen where there is one, with the notes on the other."""
        wall, private = self._screens.wall, self._screens.private
        if wall is not None:
            self._screens.hold_wall(wall)
            self.setScreen(wall)
            self.setGeometry(wall.geometry())
        self._begin_the_meeting()
        self.showFullScreen()
        if private is not None:
            self._show_notes_on(private)
        self.activateWindow()

    def _swap_screens(self) -> None:
        """The wall goes to the other screen, which is said with it for good. Asked for twice: the
        notes and every ballot would open on this one from then on.
        """
        if not self._screens.may_swap:
            return
        asked = screen_words.swap_words()
        if not self._is_told(asked):
            self._tell(asked)
            return
        self._tell("")
        self._screens.swap()
        self.notes.hide()
        self.showNormal()
        self.show_on_screens()

    def _show_notes_on(self, private: QScreen) -> None:
        self.notes.setScreen(private)
        self.notes.setGeometry(private.availableGeometry().adjusted(40, 40, -40, -40))
        self.notes.show()

    def show_private(self, page: PrivateWindow) -> None:
        """Open private ballots where the room does not see them."""
        self.ballots = page
        page.left.connect(self._ballots_left)
        page.open_on(self._screens)

    def _ballots_left(self) -> None:
        if self.ballots is not None:
            self.ballots.deleteLater()
            self.ballots = None
        self.activateWindow()
        self._private_left()

    def _private_left(self) -> None:
        """Go on after private ballots."""

    def _screens_changed(self) -> None:
        """Nobody knows now who sees what: what is private closes, and the wall stays."""
        self.notes.hide()
        if self.ballots is not None:
            self.ballots.close()
            self._tell(screen_words.screens_changed_words())

    def _toggle_notes(self) -> None:
        private = self._screens.private
        if self.notes.isVisible():
            self.notes.hide()
        elif private is not None:
            self._show_notes_on(private)
        elif self._is_told(asked := screen_words.notes_seen_words()):
            self._tell("")
            self.notes.show()
        else:
            self._tell(asked)
