"""Qt without a screen, one look for all tests, and no widget that outlives its test."""

import gc
import os
from pathlib import Path

import hypothesis
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication
from pytestqt.qtbot import QtBot

from nttp_readiness.ui.shell import garbage_timer

# The offscreen platform's own screen has 800 x 800 points, and a larger window is fitted to it.
_DESK = Path(__file__).with_name("one_screen.json")
if os.environ.setdefault("QT_QPA_PLATFORM", "offscreen") == "offscreen":
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={_DESK}"

HARMLESS = (
    # What the offscreen platform says of every window and popup.
    r"This plugin does not support (propagateSizeHints\(\)|raise\(\)|grabbing the keyboard)",
    # What Windows says of a part of a page that a test shows as a window by itself, higher than the
    # screen. In the program it is scrolled.
    r"QWindowsWindow::setGeometry: Unable to set geometry",
)


# A busy machine is no fault of the code: how long things take is for the benchmarks. The same
# examples are tried every time, so that a change is judged by itself; `python3 run.py prove` tries
# others each time it runs, and `python3 run.py test --quick` few.
SLOW = (hypothesis.HealthCheck.too_slow,)
hypothesis.settings.register_profile("exploring", deadline=None, suppress_health_check=SLOW)
hypothesis.settings.register_profile(
    "the same", hypothesis.settings.get_profile("exploring"), derandomize=True
)
hypothesis.settings.register_profile(
    "quick", hypothesis.settings.get_profile("the same"), max_examples=10
)
hypothesis.settings.load_profile("the same")


PATIENCE_MS = 60_000
"""What does not come is told a minute later; what comes late on a busy machine is no fault."""


class PatientBot(QtBot):
    """Waits as long as a busy machine may take, unless a test says how long."""

    def waitUntil(self, callback, *, timeout=PATIENCE_MS):
        return super().waitUntil(callback, timeout=timeout)

    def waitExposed(self, widget, *, timeout=PATIENCE_MS):
        return super().waitExposed(widget, timeout=timeout)


@pytest.fixture
def qtbot(qapp, request):
    return PatientBot(request)


def pytest_collection_modifyitems(items):
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore(*HARMLESS, extend=True))


@pytest.fixture(autouse=True)
def no_widget_outlives_its_test():
    yield
    app = QApplication.instance()
    if isinstance(app, QApplication):
        for widget in app.topLevelWidgets():
            popup = widget.windowType() == Qt.WindowType.Popup
            if not (popup and isinstance(widget, QAbstractItemView)):
                # The list of a completer is the completer's own: it keeps a bare pointer to it.
                widget.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        app.processEvents()
        garbage_timer.tidy()
        if held := QApplication.mouseButtons():
            # A double click by Qt's own test functions ends pressed, and the ring around what has
            # the focus waits until the mouse is let go: in the next test as well.
            QTest.mouseRelease(QWindow(), held)


@pytest.fixture(scope="session", autouse=True)
def widgets_are_taken_apart_in_their_own_thread():
    """As in the program: threads that tests start never look for cycles with widgets in them."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(scope="session")
def the_look(qapp):
    from nttp_readiness.ui.theme import accessibility
    from nttp_readiness.ui.theme.look import Look
    from nttp_readiness.ui.widgets.paper_style import PaperStyle

    look = Look(qapp)
    qapp.setStyle(PaperStyle(look))
    accessibility.install()
    return look


@pytest.fixture
def look(the_look):
    """The application's look, light and at 100 %."""
    the_look.set_theme("light")
    the_look.set_text_size(1.0)
    return the_look
