"""The service area leads to its sector's words: one press, every answer stays, and back again."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication

from nttp_readiness import resources
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.editing.edits import changed
from nttp_readiness.domain.editing.sector_words import in_other_words
from nttp_readiness.presentation.screens.samples import samples
from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.storage.banks.new_bank import new_overlay
from nttp_readiness.storage.banks.overlay_folders import overlay_bank
from nttp_readiness.storage.documents.documents import load_document, save_document
from nttp_readiness.storage.files import folders
from nttp_readiness.ui.shell.main_window import MainWindow
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.prose import Prose

USE, BACK = "Use this wording", "Go back to the general wording"
AREA = "Clinical psychology"


@pytest.fixture
def window(look, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "home"))
    new_overlay(folders.banks() / "ours")
    overlay = folders.banks() / "ours" / "overlay.toml"
    text = overlay.read_text("utf-8").replace("fits = []", f'fits = ["{AREA}"]')
    overlay.write_text(text, "utf-8")
    shown = MainWindow(look, Settings())
    qtbot.addWidget(shown, before_close_func=lambda closing: closing.close())
    shown.resize(1280, 768)
    shown.show()
    return shown


@pytest.fixture
def file(tmp_path, council):
    path = tmp_path / "Ours.readiness"
    save_document(path, edits.set_profile(council, service_area=""), expected=None)
    return path


def button(window, name):
    found = [each for each in window.findChildren(Button) if each.isVisible()]
    return next((each for each in found if each.text() == name), None)


def held(window):
    QApplication.processEvents()
    return window.open_document.session.assessment


def prepare(window):
    window.open_document.workbook.show_address(window.open_document.prepare.address())
    QApplication.processEvents()
    return window.open_document.prepare


def test_an_area_leads_to_its_words_and_every_answer_stays(window, file):
    window.open_file(file)
    before = held(window)
    assert button(window, USE) is None
    prepare(window).area.control.chosen.emit(AREA)
    QApplication.processEvents()
    button(window, USE).click()
    after = held(window)
    assert after.bank.overlay.id == "our-sector"
    assert after.answers == before.answers
    assert after.profile.service_area == AREA
    assert "people we support" in after.statement(after.bank.by_id["FEE-3"])
    assert load_document(file).assessment.bank.overlay.id == "our-sector"
    shown = [each.plain() for each in prepare(window).findChildren(Prose) if each.isVisible()]
    assert "The questions use the wording for Our sector, version 1.0.0." in shown


def test_who_takes_the_words_is_still_where_they_were_asked_for_and_sees_that_they_are_taken(
    window, file
):
    """At the top of the page nothing said that anything was done, and the next key wrote over the
    name, which was chosen.
    """
    window.resize(911, 472)
    window.open_file(file)
    prepare(window).area.control.chosen.emit(AREA)
    QApplication.processEvents()
    for name, said in (
        (USE, "The questions use the wording for Our sector, version 1.0.0."),
        (BACK, ""),
    ):
        button(window, name).click()
        for _ in range(4):
            QApplication.processEvents()
        page = window.open_document.prepare
        assert page.area.control.hasFocus()
        view = page.page.viewport()
        for each in (page.area.control, page.wording):
            place = each.mapTo(view, QPoint())
            assert view.rect().contains(QRect(place, each.size()))
        assert page.wording.plain().startswith(said)


BLUE = "Emergency services: police, fire and ambulance"


def test_where_several_wordings_fit_an_area_each_is_one_press_away(window, file):
    window.open_file(file)
    prepare(window).area.control.chosen.emit(BLUE)
    QApplication.processEvents()
    for title in ("ambulance services", "fire and rescue", "police"):
        assert button(window, f"Use the wording for {title}") is not None
    before = held(window).answers
    offers = sorted(
        (
            each.mapToGlobal(each.rect().topLeft()).y(),
            each.height(),
        )
        for each in window.findChildren(Button)
        if each.isVisible() and each.text().startswith("Use the wording for ")
    )
    rooms = [below - (y + tall) for (y, tall), (below, _) in pairwise(offers)]
    assert rooms
    assert min(rooms) >= 6  # a finger or an unsteady hand meets one of them only
    button(window, "Use the wording for fire and rescue").click()
    assert held(window).bank.overlay.id == "fire"
    assert held(window).answers == before
    prepare(window)
    assert button(window, "Use the wording for fire and rescue") is None
    assert button(window, "Use the wording for police") is not None


def test_who_holds_a_wording_that_was_split_is_offered_its_parts_and_keeps_each_answer(
    window, tmp_path, council
):
    """The wording of former days is on no computer any more; what it asked, each part asks."""
    bank = overlay_bank(resources.question_banks() / "police")
    made = in_other_words(edits.set_profile(council, service_area=""), bank)
    made = edits.answer(made, "EMG-1", 2)
    former = changed(bank.overlay, id="emergency", title="police, fire and ambulance")
    made = changed(made, written_bank=changed(bank, overlay=former))
    path = tmp_path / "Former.readiness"
    save_document(path, made, expected=None)
    window.open_file(path)
    prepare(window)
    button(window, "Use the wording for fire and rescue").click()
    assert held(window).bank.overlay.id == "fire"
    assert held(window).answers == made.answers


def test_the_general_words_are_one_press_away_again(window, file):
    window.open_file(file)
    prepare(window).area.control.chosen.emit(AREA)
    QApplication.processEvents()
    button(window, USE).click()
    QApplication.processEvents()
    prepare(window)
    button(window, BACK).click()
    assert held(window).bank.overlay is None
    assert load_document(file).assessment.bank.overlay is None


def test_where_the_wording_does_not_fit_the_file_stays_as_it_is(window, file):
    window.open_file(file)
    prepare(window).area.control.chosen.emit(AREA)
    QApplication.processEvents()
    overlay = folders.banks() / "ours" / "overlay.toml"
    overlay.write_text(
        overlay.read_text("utf-8").replace('base_version = "2.1.0"', 'base_version = "9.0.0"'),
        "utf-8",
    )
    answers = held(window).answers
    button(window, USE).click()
    assert held(window).bank.overlay is None
    assert held(window).answers == answers
    said = " ".join(each.plain() for each in window.findChildren(Prose) if each.isVisible())
    assert "written for version 9.0.0" in said


def test_a_new_assessment_takes_the_words_before_it_has_a_file(window):
    window.documents.begin()
    window.documents.take_wording("our-sector")
    assert held(window).bank.overlay.id == "our-sector"
    assert window.open_document.autosave.path is None


def test_wordings_stand_among_the_questions_to_begin_with(window):
    window.documents.choose_questions()
    QApplication.processEvents()
    found = [each for each in window.findChildren(Button) if each.isVisible()]
    wanted = "Begin with these: Our sector"
    next(each for each in found if each.accessibleName() == wanted).click()
    assert held(window).bank.overlay.id == "our-sector"


def test_each_sector_that_comes_along_has_a_sample_that_opens(window):
    window.documents.show_samples()
    QApplication.processEvents()
    found = [each for each in window.findChildren(Button) if each.isVisible()]
    named = [each for each in found if each.accessibleName().startswith("Open this sample: ")]
    assert len(named) == 11 + len(samples()), "those of a sector, and the general ones"
    wanted = "Open this sample: Schools and early years"
    next(each for each in named if each.accessibleName() == wanted).click()
    assert held(window).bank.overlay.id == "schools"
    assert held(window).answer("SCH-1").level == 2


def test_a_later_version_of_the_words_is_offered_and_taken(window, file):
    window.open_file(file)
    prepare(window).area.control.chosen.emit(AREA)
    QApplication.processEvents()
    button(window, USE).click()
    overlay = folders.banks() / "ours" / "overlay.toml"
    text = overlay.read_text("utf-8").replace('version = "1.0.0"', 'version = "1.1.0"', 1)
    overlay.write_text(text, "utf-8")
    window.open_file(file)
    prepare(window)
    button(window, "Use version 1.1.0 of this wording").click()
    assert held(window).bank.overlay.version == "1.1.0"
