"""The pages of a workshop that is going on, for keyboard, reader and large text."""

import re

import pytest
from PySide6.QtWidgets import QApplication

from nttp_readiness import i18n
from nttp_readiness.address import Address
from nttp_readiness.domain.editing import edits
from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.ui.shell.main_window import MainWindow
from tests.ui.reach import fitting, naming, tabbing, targets

FORMS = {
    "light": (1.0, (1280, 800), ""),
    "small window": (1.0, (911, 472), ""),
    "200 %": (2.0, (1024, 640), ""),
    "longer": (1.0, (1024, 640), i18n.LONGER),
}
CELL = re.compile("Count “.+, .+” is tied to no label")
CHECKS = (
    naming.names_and_roles,
    naming.one_of_each,
    tabbing.tab_order,
    targets.targets,
    fitting.clipping,
)


@pytest.fixture(params=FORMS)
def window(request, look, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "home"))
    factor, size, language = FORMS[request.param]
    i18n.use(language)
    look.set_text_size(factor)
    shown = MainWindow(look, Settings())
    qtbot.addWidget(shown, before_close_func=lambda closing: closing.close())
    shown.resize(*size)
    shown.show()
    shown.activateWindow()
    yield shown
    i18n.use("")


def checked(window, checks=CHECKS):
    for _ in range(5):
        QApplication.processEvents()
    for check in checks:
        found = check(window)
        # A number of the grid is named by its row and its column, as a cell of a table is.
        faults = [each for each in found.faults if not CELL.fullmatch(each)]
        assert not faults, faults
        assert found.looked_at > 0, check.__name__


def test_pages_of_an_open_round(window):
    window.open_sample()
    open_document = window.open_document
    open_document.session.attempt("Route", edits.set_profile, route="foundations")
    open_document.workbook.show_address(Address.parse("workshop/prepare"))
    open_document.workshop.prepare._fold.click()
    open_document.workshop.prepare.groups.add_button.click()
    checked(window)
    open_document.workshop.prepare.groups._rows[1].name.control.setText("Night shift")
    open_document.workbook.main_button.click()
    open_document.workshop.collect.closing._fold.click()
    for ask in (
        open_document.workshop.collect.closing._ask_to_close_every,
        open_document.workshop.collect.closing._ask_to_close_round,
    ):
        ask()
        checked(window)
    open_document.workbook.show_address(Address.parse("workshop/count"))
    checked(window)


def open_first_question(window):
    window.open_sample_workshop()
    for fold in window.open_document.workshop.results._body.children():
        if hasattr(fold, "opened"):
            fold.click()
            break


def test_results_with_an_opened_question(window):
    open_first_question(window)
    checked(window)


@pytest.mark.parametrize("window", ["200 %"], indirect=True)
def test_results_in_large_text_have_room_in_the_smallest_window(window):
    window.resize(911, 472)
    open_first_question(window)
    checked(window, (fitting.clipping,))


@pytest.mark.parametrize("step", ["cover", "welcome", "question", "finish"])
def test_ballots_for_one_person(window, step):
    window.open_sample()
    open_document = window.open_document
    open_document.workbook.show_address(Address.parse("workshop/prepare"))
    open_document.workbook.main_button.click()
    open_document.workshop.open_ballots()
    page = open_document.workshop.ballots
    page.showNormal()
    page.resize(window.size())
    page.activateWindow()
    if step != "cover":
        page._stack.currentWidget().covered.emit()
    if step not in ("cover", "welcome"):
        page.welcome.start_button.click()
    if step == "finish":
        page.walk._show(1000)
    checked(page, (naming.names_and_roles, naming.one_of_each, targets.targets, fitting.clipping))
    page.close()


def test_the_wall_for_a_reader(window):
    window.open_sample_workshop()
    window.open_document.workshop.open_view()
    wall = window.open_document.workshop.view
    wall.showNormal()
    wall.resize(1280, 720)
    wall.activateWindow()
    checked(wall, (naming.names_and_roles, naming.one_of_each, fitting.clipping))
    wall.close()


@pytest.mark.parametrize("step", ["welcome", "question", "word"])
@pytest.mark.parametrize("kind", ["check_in", "dots"])
def test_short_questions_for_one_person(window, kind, step):
    window.open_sample()
    open_document = window.open_document
    open_document.workbook.show_address(Address.parse("workshop/prepare"))
    open_document.workbook.main_button.click()
    open_document.workshop.open_poll(kind)
    page = open_document.workshop.ballots
    page.showNormal()
    page.resize(window.size())
    page.activateWindow()
    page._stack.currentWidget().covered.emit()
    if step == "question":
        page._begin("")
    if step == "word":
        page.ask_to_leave()
    checked(page, (naming.names_and_roles, naming.one_of_each, targets.targets, fitting.clipping))
    page.close()
