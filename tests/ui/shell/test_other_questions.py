"""An assessment can begin with any question bank at hand; a broken one says why and hides none."""

import shutil

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from nttp_readiness import resources
from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.storage.files import folders
from nttp_readiness.ui.shell.main_window import MainWindow
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.prose import Prose
from tests.ui.reach import fitting, naming, targets


@pytest.fixture
def window(look, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "home"))
    shown = MainWindow(look, Settings())
    qtbot.addWidget(shown, before_close_func=lambda closing: closing.close())
    shown.resize(1280, 768)
    shown.show()
    return shown


@pytest.fixture
def ours(window):
    """The template, added on this account."""
    return shutil.copytree(resources.assets() / "bank-template", folders.banks() / "ours")


def open_page(window):
    bar = next(each for each in window.menuBar().actions() if each.text() == "&File")
    name = "New with other q&uestions…"
    next(each for each in bar.menu().actions() if each.text() == name).trigger()
    QApplication.processEvents()


def texts(window):
    QApplication.processEvents()
    return [each.plain() for each in window.findChildren(Prose) if each.isVisible()]


def press(window, name):
    found = [each for each in window.findChildren(Button) if each.isVisible()]
    next(each for each in found if name in (each.accessibleName(), each.text())).click()
    QApplication.processEvents()


def test_the_second_bank_is_one_press_away(window):
    open_page(window)
    assert "10 questions, version 2.1.0" in texts(window)
    press(window, "Begin with these: Team check-in")
    assert window.open_document.session.assessment.bank.id == "team-check-in"
    assert str(window.open_document.workbook.page.address()) == "prepare"


def test_a_bank_added_on_this_account_is_offered_too(window, ours):
    open_page(window)
    press(window, "Begin with these: My question bank")
    assert window.open_document.session.assessment.bank.id == "my-bank"


def test_a_broken_bank_says_why_beside_the_others(window, ours):
    bank = ours / "bank.toml"
    bank.write_text(bank.read_text("utf-8").replace('version = "', 'version = "x', 1), "utf-8")
    open_page(window)
    said = texts(window)
    assert any("This question bank cannot be used yet." in each for each in said)
    assert {"NTTP Roadmap readiness", "Team check-in", "ours"} <= set(said)


def test_a_folder_elsewhere_can_be_chosen_and_one_without_a_bank_changes_nothing(
    window, tmp_path, monkeypatch
):
    elsewhere = shutil.copytree(resources.assets() / "bank-template", tmp_path / "elsewhere")
    window.open_sample()
    before = window.open_document
    for folder, moved in ((tmp_path, False), (elsewhere, True)):
        monkeypatch.setattr(
            QFileDialog, "getExistingDirectory", lambda *_, found=folder: str(found)
        )
        open_page(window)
        press(window, "Questions in another folder…")
        assert (window.open_document is not before) is moved
    assert window.open_document.session.assessment.bank.id == "my-bank"


def test_the_page_can_be_reached_and_read_by_everybody(window, ours):
    open_page(window)
    for check in (naming.names_and_roles, naming.one_of_each, targets.targets, fitting.clipping):
        found = check(window)
        assert found.looked_at > 0
        assert not found.faults, f"{check.__name__}: {found}"
