"""Pictures of a workshop: its pages, the wall before and after the reveal, a ballot."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from nttp_readiness.address import WorkshopPart, workshop_address
from nttp_readiness.domain.answers.workshop import Group, Tally
from nttp_readiness.domain.editing import vote_edits, workshop_edits
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.shell.main_window import MainWindow
from nttp_readiness.ui.theme.look import Theme
from nttp_readiness.ui.workshop.ballots.ballot_page import BallotPage
from nttp_readiness.ui.workshop.ballots.collector import Collector
from nttp_readiness.ui.workshop.room.wall_view import WallView

SIZES = ((1280, 720), (1920, 1080))
THEMES: tuple[Theme, ...] = ("light", "dark")
PAGES: tuple[WorkshopPart, ...] = ("prepare", "collect", "count", "results")
COUNTS = {
    "WEL-1": Tally(levels=(1, 4, 0, 5, 1), not_sure=1),
    "WEL-2": Tally(levels=(0, 2, 4, 3, 0)),
    "LEA-1": Tally(levels=(1, 1, 1, 1, 0)),
}
SETTLE_MS = 60


def take_workshop(window: MainWindow, folder: Path) -> int:
    """Take every picture of a workshop; how many."""
    count = 0

    def take(widget: QWidget, name: str, theme: str, size: tuple[int, int]) -> None:
        nonlocal count
        QTest.qWait(SETTLE_MS)
        widget.grab().save(str(folder / f"workshop-{name}_{theme}_100_{size[0]}x{size[1]}.png"))
        count += 1

    window.look.set_text_size(1.0)
    for theme in THEMES:
        window.look.set_theme(theme)
        for size in SIZES:
            window.resize(*size)
            window.open_sample_workshop()
            open_document = window.open_document
            if open_document is None:
                continue
            for page in PAGES:
                open_document.workbook.show_address(workshop_address(page))
                take(window, page, theme, size)
            session = _in_the_middle(open_document.session)
            wall = WallView(window.look, session, Collector(session))
            wall.resize(*size)
            wall.show()
            for name, key, presses in _STATES:
                wall.show_question(key)
                for press in presses:
                    QTest.keyClick(wall.focusWidget() or wall, press)
                take(wall, name, theme, size)
            wall.notes.show()
            take(wall.notes, "notes", theme, size)
            wall.close()
            wall.deleteLater()
            ballots = BallotPage(window.look, session, Collector(session))
            ballots.resize(*size)
            ballots.show()
            take(ballots, "hand-over", theme, size)
            ballots.welcome.started.emit("Team")
            take(ballots, "ballot", theme, size)
            ballots.close()
            ballots.deleteLater()
    return count


_Key = Qt.Key
_STATES: tuple[tuple[str, str, tuple[Qt.Key, ...]], ...] = (
    ("before", "WEL-1", ()),
    ("descriptions", "WEL-1", (_Key.Key_L,)),
    ("after", "WEL-1", (_Key.Key_Space,)),
    ("agreed", "WEL-1", (_Key.Key_2,)),
    ("action", "WEL-1", (_Key.Key_A,)),
    ("second-vote", "WEL-1", (_Key.Key_V, _Key.Key_V)),
    ("counts", "WEL-1", (_Key.Key_C,)),
    ("agree", "WEL-2", (_Key.Key_Space,)),
    ("too-few", "LEA-1", (_Key.Key_Space,)),
    ("withheld", "LEA-1", (_Key.Key_Space, _Key.Key_Space)),
)


def _in_the_middle(session: Session) -> Session:
    """The sample's next round with twelve people, some of whom have answered."""
    made = workshop_edits.start_round(
        session.assessment, [Group(name="Team", size=12)], today=session.today, consent=True
    )
    return Session(vote_edits.tally(made, "Team", COUNTS))
