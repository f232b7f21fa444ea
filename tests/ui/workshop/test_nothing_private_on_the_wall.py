"""Two screens in both orders, one, and one that goes: what is private never opens on the wall."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.workshop.ballots.cover_page import CoverPage
from nttp_readiness.ui.workshop.workshop_page import WorkshopPage

ROOT = Path(__file__).resolve().parents[3]
TWO = """
import datetime as dt, json, sys
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
app = QApplication([])
from nttp_readiness.domain.answers.workshop import Group
from nttp_readiness.domain.editing import workshop_edits
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.shell.main_window import MainWindow
from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.ui.theme.look import Look
window = MainWindow(Look(app), Settings())
screens = {each.name(): each for each in QGuiApplication.screens()}
home, wall = sys.argv[1:]
window.setGeometry(screens[home].geometry().adjusted(50, 50, -50, -50))
window.show()
app.processEvents()
window.setGeometry(screens[home].geometry().adjusted(50, 50, -50, -50))
app.processEvents()
window.open_sample()
page = window.open_document.workshop
page.session.attempt("Begin", workshop_edits.start_round, [Group(name="Team", size=12)],
                     today=dt.date(2027, 2, 18), consent=True)
if wall:
    page.screens.choose_wall(wall)
app.processEvents()
page.open_view()
page.open_ballots()
found = {"notes shown": page.view.notes.isVisible(),
         "wall": page.view.screen().name(), "notes": page.view.notes.screen().name(),
         "page": page.ballots.screen().name(),
         "asked": page.ballots._stack.currentWidget() is not page.ballots.welcome}
page.ballots.close()
page.view.state.sheet = ""  # what was said last time
page.view.open_ballots()
found["B"] = page.view.ballots.screen().name()
page.view.ballots.close()
page.view._press("S")
found["after one S"] = page.view.screen().name()
page.view._press("S")
page.view.state.sheet = ""
page.view.open_ballots()
if wall:
    found["after S"] = [page.view.screen().name(), page.view.ballots.screen().name()]
print(json.dumps(found))
sys.stdout.flush()
import os; os._exit(0)
"""


@pytest.fixture
def page(look, show, begun):
    return show(WorkshopPage(look, Session(begun)))


@pytest.mark.parametrize("first", ["laptop", "projector"])
@pytest.mark.parametrize("home", ["laptop", "projector"])
@pytest.mark.parametrize("said", ["projector", ""])
def test_with_two_screens_ballots_and_notes_are_on_the_other(tmp_path, first, home, said):
    names = [first, *{"laptop", "projector"} - {first}]
    screens = [
        {"name": name, "x": 1280 * at, "y": 0, "width": 1280, "height": 720,
         "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        for at, name in enumerate(names)
    ]  # fmt: skip
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": screens}))
    # By its name alone: Qt would take the colon of a drive for one of its own.
    done = subprocess.run(
        [sys.executable, "-c", TWO, home, said], cwd=tmp_path, capture_output=True, text=True,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config.name}",
             "NTTP_READINESS_HOME": str(tmp_path / "home"), "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    if not said:  # nobody can know which of the two the room sees: nothing private opens unasked
        assert found["asked"]
        assert not found["notes shown"]
        return
    found.pop("notes shown")
    assert found == {
        "wall": "projector", "notes": "laptop", "page": "laptop", "B": "laptop", "asked": False,
        "after one S": "projector", "after S": ["laptop", "projector"],
    }  # fmt: skip


def test_with_one_screen_no_ballot_opens_before_the_projector_is_said_to_be_covered(page, hands):
    page.open_ballots()
    stack = page.ballots._stack
    assert isinstance(stack.currentWidget(), CoverPage)
    said = hands.said(page.ballots)
    assert "Please cover the projector now" in said
    assert "Start my answers" not in said
    stack.currentWidget().covered.emit()
    assert stack.currentWidget() is page.ballots.welcome
    page.ballots.close()


def test_a_screen_that_goes_closes_the_ballots_and_not_the_wall(page, qtbot):
    page.open_view()
    page.open_ballots()
    told: list[str] = []
    page.session.refused.connect(told.append)
    app: Any = QGuiApplication.instance()
    screen = QGuiApplication.primaryScreen()
    app.screenRemoved.emit(screen)
    assert page.ballots is None
    assert page.view.isVisible()
    assert "A screen was connected or removed" in told[0]
    page.view.open_ballots()
    app.screenRemoved.emit(screen)
    assert page.view.ballots is None
    assert page.view.isVisible()
    page.view.close()
