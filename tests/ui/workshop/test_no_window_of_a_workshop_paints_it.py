"""The windows of a workshop show texts as they stand, also those on the wall and in a ballot.

Every text of the document, its groups, views and actions included, is an image tag that names a
picture of one colour on this computer.
"""

import datetime as dt
import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from nttp_readiness import ui
from nttp_readiness.domain.answers.workshop import Group, Tally
from nttp_readiness.domain.editing import edits, vote_edits, workshop_edits
from nttp_readiness.storage.documents.documents import save_document
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.workshop.ballots.ballot_page import BallotPage
from nttp_readiness.ui.workshop.ballots.collector import Collector
from nttp_readiness.ui.workshop.ballots.poll_page import PollPage
from nttp_readiness.ui.workshop.ballots.respond_window import RespondWindow
from nttp_readiness.ui.workshop.room.wall_view import WallView
from tests.ui.texts_that_name_a_picture import hostile, seen, settle, tag_in

COUNTS = {"WEL-1": (1, 4, 0, 5, 1), "WEL-2": (0, 2, 4, 3, 0), "LEA-1": (1, 1, 1, 1, 0)}
Key = Qt.Key
STATES = (
    ("before", "WEL-1", ()),
    ("its descriptions", "WEL-1", (Key.Key_L,)),
    ("how people differ", "WEL-1", (Key.Key_L, Key.Key_Space, Key.Key_Space)),
    ("agreed, with a view", "WEL-1", (Key.Key_2,)),
    ("the form for a view", "WEL-1", (Key.Key_M,)),
    ("the form for an action", "WEL-1", (Key.Key_Escape, Key.Key_A)),
    ("the second vote", "WEL-1", (Key.Key_Escape, Key.Key_V)),
    ("counts by hand", "WEL-1", (Key.Key_C,)),
    ("too few, warned", "LEA-1", (Key.Key_Space,)),
    ("withheld", "LEA-1", (Key.Key_Space,)),
)


@pytest.fixture(scope="module")
def tag(tmp_path_factory):
    return tag_in(tmp_path_factory.mktemp("p"))


@pytest.fixture
def begun(council, tag):
    """A hostile document with two groups of hostile names, a view and counts."""
    document, _ = hostile(council, tag)
    short = edits.set_profile(document, route=document.bank.routes[0].id)
    groups = [
        Group(name=tag, size=12, role=tag, site=tag),
        Group(name=f"x{tag}", size=12, role=tag),
    ]
    made = workshop_edits.start_round(short, groups, today=dt.date(2027, 2, 18), consent=True)
    counts = {key: Tally(levels=levels) for key, levels in COUNTS.items()}
    made = vote_edits.tally(made, tag, counts)
    return vote_edits.tally(made, f"x{tag}", {"WEL-1": counts["WEL-1"]})


def named(window, tag):
    """How many parts of a window hold the text, and so were tried."""
    said = [each.plain() for each in window.findChildren(Prose) if each.isVisible()]
    said += [each.text() for each in window.findChildren(QLineEdit)]
    said += [each.toPlainText() for each in window.findChildren(QPlainTextEdit)]
    said += [each.accessibleName() for each in window.findChildren(QWidget) if each.isVisible()]
    return sum(tag in each for each in said)


def press(window, *keys):
    for key in keys:
        QTest.keyClick(window.focusWidget() or window, key)
        settle()


def test_the_wall_paints_it_in_no_state(look, show, begun, tag):
    session = Session(begun)
    wall = show(WallView(look, session, Collector(session)))
    tried = {}
    for name, question, keys in STATES:
        if wall.indicator != question:
            wall.show_question(question)
        press(wall, *keys)
        assert not seen(wall), name
        tried[name] = named(wall, tag)
    assert min(tried.values()) > 0, tried
    assert len(tried) == len(STATES)


def test_the_facilitators_notes_do_not_paint_it(look, show, begun, tag):
    session = Session(begun)
    wall = show(WallView(look, session, Collector(session)))
    wall.show_question("WEL-1")
    press(wall, Key.Key_Space)
    wall.notes.show()
    settle()
    assert named(wall.notes, tag) > 2
    assert not seen(wall.notes)
    assert not seen(wall.notes._page.widget())


def test_no_ballot_paints_it(look, show, begun, tag):
    session = Session(begun)
    page = show(BallotPage(look, session, Collector(session)))
    settle()
    assert named(page, tag) > 0
    assert not seen(page)
    page.welcome.started.emit(tag)
    settle()
    assert named(page, tag) > 0
    assert not seen(page)
    page.walk.support.emit()
    settle()
    assert not seen(page)


def test_no_short_question_paints_it(look, show, begun, tag):
    page = show(PollPage(look, Collector(Session(begun)), "dots", (tag, f"x{tag}")))
    page._begin("")
    settle()
    assert named(page, tag) > 0
    assert not seen(page)


def test_no_answer_file_is_made_in_a_window_that_paints_it(look, show, begun, tag, tmp_path):
    path = tmp_path / "hostile.readiness"
    save_document(path, begun, expected=None)
    window = show(RespondWindow(look, path))
    assert named(window, tag) > 0
    assert not seen(window)
    window.welcome.started.emit(tag)
    settle()
    assert named(window, tag) > 0
    assert not seen(window)


WINDOWS = {"ScreenWindow", "FacilitatorNotes", "PrivateWindow", "RespondWindow"}
"""Those of this file; the neighbour has the others."""


@pytest.mark.parametrize("kind", sorted(WINDOWS))
def test_an_ordinary_label_in_these_windows_is_caught(look, show, begun, tag, kind, tmp_path):
    session = Session(begun)
    collector = Collector(session)
    path = tmp_path / "hostile.readiness"
    save_document(path, begun, expected=None)
    wall = WallView(look, session, collector)
    window = {
        "ScreenWindow": lambda: wall,
        "FacilitatorNotes": lambda: wall.notes,
        "PrivateWindow": lambda: BallotPage(look, session, collector),
        "RespondWindow": lambda: RespondWindow(look, path),
    }[kind]()
    show(window)
    label = QLabel(tag, window)
    label.resize(200, 100)
    label.show()
    settle()
    assert seen(window)
    wall.close()


def test_every_window_of_the_program_is_tried_here_or_beside():
    of_its_own = re.compile(r"QMainWindow\)|QDialog\)|Qt\.WindowType\.(Window|Dialog|Popup|Tool)\b")
    found = set()
    for path in Path(ui.__file__).parent.rglob("*.py"):
        for words in re.split(r"^(?=class )", path.read_text("utf-8"), flags=re.MULTILINE)[1:]:
            if of_its_own.search(words):
                found.add(re.match(r"class (\w+)", words)[1])
    says_nothing_of_a_file = {"CalendarPopup"}
    assert (
        found == WINDOWS | {"MainWindow", "CrashDialog", "RefusalDialog"} | says_nothing_of_a_file
    )
