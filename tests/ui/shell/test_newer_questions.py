"""An older assessment is offered the newer questions: looked at first, and written beside it."""

import shutil

import pytest
from PySide6.QtWidgets import QApplication

from nttp_readiness import resources
from nttp_readiness.address import Address
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.scorecard import score
from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.storage.documents.documents import load_document, save_document
from nttp_readiness.storage.files import folders
from nttp_readiness.ui.shell.main_window import MainWindow
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.prose import Prose
from tests.ui.reach import fitting, naming, targets

TAKE, DECLINE = "See what would change", "Not now"
CHANGES = """
[[changes]]
since = "2.1.0"
kind = "reworded"
old = "LEA-2"

[[changes]]
since = "2.1.0"
kind = "split"
old = "LEA-3"
new = ["LEA-3", "LEA-4"]

[[changes]]
since = "2.1.0"
kind = "removed"
old = "LRN-2"
"""


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "home"))
    return tmp_path


@pytest.fixture
def window(look, qtbot, home):
    shown = MainWindow(look, Settings())
    qtbot.addWidget(shown, before_close_func=lambda closing: closing.close())
    shown.resize(1280, 768)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


@pytest.fixture
def file(home, council):
    path = home / "ours" / "Housing.readiness"
    path.parent.mkdir()
    answered = edits.answer(council, "LRN-2", 3)
    save_document(
        path, edits.write_beside(answered, "LRN-2", note="Thanks on Fridays"), expected=None
    )
    return path


@pytest.fixture
def newer(home):
    """A later version of the bank, added on this account: one reworded, one split, one gone."""
    folder = folders.banks() / "later"
    shutil.copytree(resources.question_banks() / "nttp-roadmap", folder)
    bank = folder / "bank.toml"
    text = bank.read_text("utf-8").replace('version = "2.1.0"', 'version = "3.0.0"', 1)
    bank.write_text(text + CHANGES, "utf-8")
    learning = folder / "domains" / "LRN.toml"
    before, gone = learning.read_text("utf-8").split('[[indicators]]\nid = "LRN-2"')
    _, after = gone.split("[[indicators]]", 1)
    learning.write_text(f"{before}[[indicators]]{after}", "utf-8")
    text = bank.read_text("utf-8").replace('beside = ["LRN-2"]', 'beside = ["LRN-3"]')
    bank.write_text(text, "utf-8")
    return folder


def settle():
    for _ in range(4):
        QApplication.processEvents()


def buttons(window):
    settle()
    return {each.text(): each for each in window.findChildren(Button) if each.isVisible()}


def texts(window):
    settle()
    return [each.plain() for each in window.findChildren(Prose) if each.isVisible()]


def placeless(path):
    """What a file holds, but for the page that was left last, which is saved by itself."""
    return load_document(path).assessment.model_copy(update={"place": ""})


def test_nothing_is_offered_where_the_questions_are_the_newest(window, file):
    window.open_file(file)
    assert TAKE not in buttons(window)


def test_a_newer_version_is_offered_and_says_first_what_would_become_of_each_answer(
    window, file, newer
):
    before = placeless(file)
    window.open_file(file)
    assert any(
        "version 2.1.0" in each and "Version 3.0.0 is available" in each for each in texts(window)
    )
    buttons(window)[TAKE].click()
    said = "\n".join(texts(window))
    assert "from version 2.1.0 to version 3.0.0" in said
    elsewhere = {"LEA-2", "LEA-3", "LEA-4", "LRN-2"}
    answers = load_document(file).assessment.answers
    kept = sum(not each.empty for key, each in answers.items() if key not in elsewhere)
    assert kept > 40
    assert f"{kept} answers were kept as they were." in said
    assert "please look at your answers again" in said
    assert "LEA-2 Coordinating lead with protected time" in said
    assert "LEA-3 A priority with a clear reason, from LEA-3." in said
    assert "no longer asked." in said
    assert "Thanks on Fridays" in said
    written = list(file.parent.glob("*.readiness"))
    assert written == [file], "nothing is written before somebody decides"
    assert placeless(file) == before


def test_the_new_assessment_lies_beside_and_the_old_score_stays_what_it_was(window, file, newer):
    window.open_file(file)
    old = window.open_document.session.assessment
    found = score(old)
    buttons(window)[TAKE].click()
    buttons(window)["Make the new assessment"].click()
    settle()
    made = window.open_document.session.assessment
    assert (made.bank.version, made.previous) == ("3.0.0", old.id)
    assert "LRN-2" not in made.answers
    assert TAKE not in buttons(window)
    assert window.open_document.autosave.save_now()
    beside = file.parent / "Housing Options, questions 3.0.0.readiness"
    assert window.open_document.autosave.path == beside
    assert load_document(beside).assessment.id == made.id
    kept = load_document(file).assessment
    assert kept.bank.version == "2.1.0"
    assert score(kept) == found


def test_not_now_leaves_everything_and_it_is_offered_again_another_day(window, file, newer):
    window.open_file(file)
    buttons(window)[DECLINE].click()
    assert TAKE not in buttons(window)
    window.open_document.workbook.show_address(Address.parse("plan"))
    assert TAKE not in buttons(window)
    window.open_file(file)
    assert TAKE in buttons(window)


def test_the_offer_waits_while_pages_are_turned(window, file, newer):
    window.open_file(file)
    window.open_document.workbook.show_address(Address.parse("plan"))
    assert TAKE in buttons(window)
    window.open_document.workbook.tell("Something else.")
    assert "Something else." in texts(window)
    window.open_document.workbook.show_address(Address.parse("reflect"))
    assert TAKE in buttons(window)


def test_a_newer_version_that_is_broken_says_so_and_the_work_goes_on(window, file, newer):
    domain = newer / "domains" / "LEA.toml"
    domain.write_text(domain.read_text("utf-8").replace("effort = 1", "effort = 9", 1), "utf-8")
    window.open_file(file)
    buttons(window)[TAKE].click()
    assert any("This question bank cannot be used yet." in each for each in texts(window))
    assert window.open_document.session.assessment.bank.version == "2.1.0"


def test_another_bank_or_an_older_version_is_never_offered(window, file, newer):
    bank = newer / "bank.toml"
    text = bank.read_text("utf-8")
    for old, new in (
        ('version = "3.0.0"', 'version = "0.9.9"'),
        ('version = "3.0.0"', 'version = "two"'),
        ('id = "nttp-roadmap"', 'id = "another-bank"'),
        ('version = "3.0.0"', "version = ["),
    ):
        bank.write_text(text.replace(old, new, 1), "utf-8")
        window.open_file(file)
        assert TAKE not in buttons(window)


def test_the_offer_and_its_page_can_be_reached_and_read_by_everybody(window, file, newer):
    window.open_file(file)
    for press in (None, TAKE):
        if press:
            buttons(window)[press].click()
        settle()
        for check in (
            naming.names_and_roles,
            naming.one_of_each,
            targets.targets,
            fitting.clipping,
        ):
            found = check(window)
            assert found.looked_at > 0
            assert not found.faults, f"{check.__name__}: {found}"
