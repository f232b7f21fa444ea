"""Which screen everybody sees, and which only whoever sits at the laptop.

Nothing private is ever opened on the wall's screen. Where the two cannot be told apart, as with
one screen or a mirrored one, or before the facilitator has said which is which, there is no
private screen, and what is private asks first.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from nttp_readiness.i18n import tr


class RoomScreens(QObject):
    """`changed` follows a screen that came, went, or now shows another part of the desktop."""

    changed = Signal()

    def __init__(self, home: QWidget) -> None:
        """`home` is in the facilitator's main window; the wall is not its screen unless said."""
        super().__init__(home)
        self._home = home
        self._chosen = self._held = ""
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._came)
            app.screenRemoved.connect(self.changed)
        for screen in QGuiApplication.screens():
            screen.geometryChanged.connect(self.changed)

    def choices(self) -> tuple[tuple[str, str], ...]:
        """Each screen by name, with the words that tell it from the others."""
        own = self._home.window().screen()
        return tuple((each.name(), _words(each, own)) for each in QGuiApplication.screens())

    def choose_wall(self, name: str) -> None:
        """The facilitator said which screen is the wall's; a name of none is the default again."""
        self._chosen = self._held = name

    def hold_wall(self, screen: QScreen) -> None:
        """The wall is there now, and stays there wherever windows go. Nobody has said that it is
        the right one.
        """
        self._held = screen.name()

    @property
    def may_swap(self) -> bool:
        """Whether there is another screen that the wall could go to."""
        return self.wall is not None

    def swap(self) -> None:
        """The facilitator says that the wall is on the wrong screen."""
        if (wall := self.wall) is not None:
            self.choose_wall(_beside(wall)[0].name())

    @property
    def said(self) -> bool:
        """Whether the facilitator has said which of the screens that are there is the wall's."""
        return any(each.name() == self._chosen for each in QGuiApplication.screens())

    def _came(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self.changed)
        self.changed.emit()

    @property
    def wall(self) -> QScreen | None:
        """The screen that everybody sees; None where it is not a screen of its own."""
        screens = QGuiApplication.screens()
        own = self._home.window().screen()
        chosen = [each for each in screens if each.name() == (self._chosen or self._held)]
        others = [each for each in screens if _apart(each, own)]
        return next((each for each in (*chosen, *others)[:1] if _beside(each)), None)

    @property
    def private(self) -> QScreen | None:
        """The screen for ballots and notes, never the wall's; None where there is none, or where
        nobody has said which screen the wall's is: the program could only guess.
        """
        return self.likely if self.wall is not None and self.said else None

    @property
    def likely(self) -> QScreen:
        """Where what is private asks first: not on the wall where that can be helped."""
        own, wall = self._home.window().screen(), self.wall
        if wall is None or _apart(own, wall):
            return own
        return _beside(wall)[0]


def _words(screen: QScreen, own: QScreen) -> str:
    size = screen.size()
    words = tr("{name}, {width} by {height}").format(
        name=screen.name(), width=size.width(), height=size.height()
    )
    return tr("{screen} (this window is on it)").format(screen=words) if screen is own else words


def _apart(one: QScreen, other: QScreen) -> bool:
    """Whether they show nothing of each other: a mirrored screen shows the same place."""
    return one is not other and not one.geometry().intersects(other.geometry())


def _beside(screen: QScreen) -> list[QScreen]:
    return [each for each in QGuiApplication.screens() if _apart(each, screen)]
