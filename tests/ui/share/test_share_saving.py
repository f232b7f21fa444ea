"""A file appears whole or not at all, and the page says where it went."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices

from nttp_readiness.presentation.screens import share_words
from nttp_readiness.reports import forms


def press(qtbot, control):
    control.setFocus()
    qtbot.keyClick(control, Qt.Key.Key_Space)


@pytest.fixture
def opened(monkeypatch):
    """What would be opened with other programs."""
    paths = []

    def open_url(url):
        paths.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return paths


def test_the_main_button_names_its_result_and_suggests_a_name_in_documents(
    open_page, qtbot, button, tmp_path
):
    page = open_page()
    press(qtbot, button(page, "Save the PDF"))
    documents = tmp_path / "home" / "documents"
    assert page.asked == [documents / "Housing Options, one page.pdf"]
    assert not documents.exists()  # the person thought better of it
    assert page.outcome.words() == ""


def test_the_saved_file_is_the_one_that_was_shown(open_page, qtbot, button, tmp_path, made):
    path = tmp_path / "out.pdf"
    page = open_page(path=path)
    shown = made(page)
    press(qtbot, button(page, "Save the PDF"))
    qtbot.waitUntil(lambda: page.outcome.words().startswith(f"Saved: {path.name}. It is in "))
    assert str(path.parent.parent) in page.outcome.words()
    assert path.read_bytes() == shown.data
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["out.pdf"]


def test_file_and_folder_open_with_the_keyboard(open_page, qtbot, button, tmp_path, opened):
    path = tmp_path / "Our plan & more.pdf"
    page = open_page(path=path)
    press(qtbot, button(page, "Save the PDF"))
    qtbot.waitUntil(lambda: page.outcome.words() != "")
    press(qtbot, button(page, "Open the file"))
    press(qtbot, button(page, "Open its folder"))
    assert opened == [path, tmp_path]


def test_a_file_that_nothing_opens_is_still_said_to_be_saved(
    open_page, qtbot, button, tmp_path, monkeypatch
):
    page = open_page(path=tmp_path / "out.pdf")
    press(qtbot, button(page, "Save the PDF"))
    qtbot.waitUntil(lambda: page.outcome.words() != "")
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    press(qtbot, button(page, "Open the file"))
    assert page.outcome.words().startswith("Saved, but this computer has no program")


def test_a_folder_that_is_away_is_said_in_one_notice_and_nothing_is_written(
    open_page, qtbot, button, tmp_path
):
    page = open_page(path=tmp_path / "gone" / "out.pdf")
    press(qtbot, button(page, "Save the PDF"))
    qtbot.waitUntil(lambda: page.outcome.words() != "")
    assert "cannot be reached" in page.outcome.words()
    assert not (tmp_path / "gone").exists()


def test_the_next_file_is_suggested_where_the_last_one_went(open_page, qtbot, button, tmp_path):
    page = open_page(path=tmp_path / "Housing Options, one page.pdf")
    for _ in range(2):
        press(qtbot, button(page, "Save the PDF"))
        qtbot.waitUntil(lambda: page.outcome.words() != "")
    assert page.asked[1] == tmp_path / "Housing Options, one page 2.pdf"


def test_saving_that_takes_long_can_be_stopped_and_leaves_no_file(
    open_page, qtbot, button, tmp_path, monkeypatch, made
):
    path = tmp_path / "out.pdf"
    page = open_page(path=path)
    made(page)
    real, go = forms.make, threading.Event()

    def slow(*given, **options):
        options["progress"](40)
        go.wait(10)
        return real(*given, **options)

    monkeypatch.setattr(forms, "make", slow)
    press(qtbot, button(page, "Black and white"))
    page.maker.cancel("make")
    press(qtbot, button(page, "Save the PDF"))
    go.set()
    go.clear()
    qtbot.waitUntil(lambda: page.outcome.words() == "Saving: 40 %")
    press(qtbot, page.outcome.stop_button)
    assert page.outcome.words() == ""
    go.set()
    page.maker.make(page.wanted())  # the worker's next work: when it is done, so is the other
    made(page)
    assert not path.exists()


def test_another_choice_takes_the_old_sentence_away(open_page, qtbot, button, tmp_path):
    page = open_page(path=tmp_path / "out.pdf")
    press(qtbot, button(page, "Save the PDF"))
    qtbot.waitUntil(lambda: page.outcome.words() != "")
    press(qtbot, button(page, "Owners"))
    assert page.outcome.words() == ""


@pytest.mark.parametrize(
    ("form", "kind", "words", "beginning"),
    [
        ("plan", ".docx", "Save for Word", b"PK"),
        ("plan", ".html", "Save the web page", b"<!"),
        ("actions", ".xlsx", "Save for Excel", b"PK"),
        ("actions", ".csv", "Save the table", b"\xef\xbb\xbf"),
        ("calendar", ".ics", "Save the calendar", b"BEGIN:VCALENDAR"),
        ("data", ".json", "Save the data", b"{"),
    ],
)
def test_every_kind_of_file_is_saved_under_its_own_name(
    open_page, qtbot, button, tmp_path, form, kind, words, beginning
):
    path = tmp_path / f"out{kind}"
    page = open_page(f"share/{form}", path=path)
    field = page.choices.kind_field.control
    field.setFocus()
    for _ in range(field.findText(share_words.kind_words(kind))):
        qtbot.keyClick(field, Qt.Key.Key_Down)
    press(qtbot, button(page, words))
    qtbot.waitUntil(lambda: page.outcome.words().startswith(f"Saved: {path.name}. It is in "))
    assert str(path.parent.parent) in page.outcome.words()
    assert page.asked[0].suffix == kind
    assert path.read_bytes().startswith(beginning)


def test_a_file_without_pages_says_so_and_offers_no_paper(open_page):
    page = open_page("share/calendar")
    assert page.made_now is None
    assert page.extra_buttons() == ()
    assert not page.print_button.isVisible()
    assert page.preview.sheets.count == 0


def test_the_preview_of_a_word_file_is_that_of_the_pdf_and_says_so(open_page, qtbot, made):
    page = open_page("share/plan")
    first = made(page)
    field = page.choices.kind_field
    field.control.setFocus()
    qtbot.keyClick(field.control, Qt.Key.Key_Down)
    assert made(page) is first
    said = field.control.accessibleDescription()
    assert said == "The preview shows the PDF, which says the same."
