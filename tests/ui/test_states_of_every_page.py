"""Pages as a finished sample never shows them: new, with every fold opened, and with what is wrong.

A trap on a control that only a new assessment shows is a trap for everybody who begins.
"""

import re

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from nttp_readiness.address import Address
from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.ui.shell.crash_dialog import CrashDialog
from nttp_readiness.ui.shell.main_window import MainWindow
from nttp_readiness.ui.widgets.fields.date_edit import DateEdit
from nttp_readiness.ui.widgets.fold import Fold
from tests.ui.reach import fitting, naming, tabbing, targets

CHECKS = (
    naming.names_and_roles, naming.one_of_each, naming.label_in_name, tabbing.tab_order,
    targets.targets, fitting.clipping,
)  # fmt: skip
NEW = (
    "prepare", "reflect/LEA", "reflect/LEA-1", "list/LEA", "check", "understand", "plan",
    "share", "compare", "next-round", "evidence", "find", "parts", "what-now", "support",
    "workshop/prepare", "workshop/collect", "workshop/count", "workshop/results",
)  # fmt: skip
FOLDED = ("reflect/WEL-2", "understand", "plan", "plan/WEL-2/first", "share")
"""Pages of the sample that have folds."""


@pytest.fixture
def window(look, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path))
    shown = MainWindow(look, Settings())
    qtbot.addWidget(shown, before_close_func=lambda closing: closing.close())
    shown.resize(1280, 800)
    shown.show()
    shown.activateWindow()
    return shown


@pytest.fixture
def new(window):
    window.documents.begin()
    return window


@pytest.fixture
def sample(window):
    window.open_sample()
    return window


def show(window, page):
    window.open_document.workbook.show_address(Address.parse(page))
    settle(window)
    return window.open_document.workbook.page


def settle(window):
    for _ in range(5):
        QApplication.processEvents()
    window.activateWindow()


def faults(window, but=()):
    """What is wrong. In process a combo box is named by its value, as Qt has it there; its label is
    looked at by `names_and_roles`.
    """
    found = [check(window) for check in CHECKS if check not in but]
    assert all(each.looked_at > 0 for each in found)
    told = [fault for each in found for fault in each.faults]
    return [each for each in told if not re.match(r"\d times ComboBox", each)]


@pytest.mark.parametrize("page", NEW)
def test_pages_of_a_new_assessment(new, page):
    show(new, page)
    assert faults(new) == []
    assert new.windowTitle().endswith("NTTP Readiness")
    assert new.windowTitle().count(" – ") >= 2, "the title says what the page is for"


@pytest.mark.parametrize("page", FOLDED)
def test_pages_with_every_fold_opened(sample, page):
    shown = show(sample, page)
    folds = [each for each in shown.findChildren(Fold) if each.isVisible()]
    assert folds
    for fold in folds:
        fold.setChecked(True)
    settle(sample)
    # What a working leads to may be offered above it too, under the same name: it does the same.
    assert faults(sample, but=(naming.one_of_each,)) == []


def test_fields_that_are_wrong(new):
    page = show(new, "prepare")
    dates = [each for each in page.findChildren(DateEdit) if each.isVisible()]
    assert dates
    dates[0].setText("banana")
    dates[0].take()
    settle(new)
    assert dates[0].property("wrong") or "such as" in dates[0].accessibleDescription()
    assert faults(new) == []


def test_groups_that_are_wrong(new):
    page = show(new, "workshop/prepare")
    row = page.prepare.groups._rows[0]
    row.name.control.setText("")
    assert page.prepare.start() is False
    settle(new)
    assert faults(new) == []


def test_what_is_told_and_offered_above_a_page(sample):
    show(sample, "plan")
    sample.open_document.workbook.tell("Something happened, and all is safe.")
    settle(sample)
    assert faults(sample) == []
    sample.open_document.workbook.offer("Something can be done.", "Do it", lambda: None)
    settle(sample)
    assert faults(sample) == []


@pytest.mark.parametrize("safe", [True, False])
def test_what_a_crash_says(sample, qtbot, safe):
    dialog = CrashDialog(sample, safe=safe)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    settle(dialog)
    for check in (
        naming.names_and_roles,
        naming.one_of_each,
        naming.label_in_name,
        targets.targets,
    ):
        assert not check(dialog).faults


def test_a_trap_that_only_a_new_assessment_has_is_found(new):
    page = show(new, "prepare")
    chooser = page._other_bank
    assert chooser.isVisible()

    class Trap(QPushButton):
        def focusNextPrevChild(self, _next, /):
            return True

    trap = Trap("Planted")
    page.column.addWidget(trap)
    settle(new)
    assert any("Planted" in each for each in tabbing.tab_order(new).faults)
