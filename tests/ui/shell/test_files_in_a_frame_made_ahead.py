"""A file that is opened takes the frame and the pages that were made before it was known: they say
and look as if they were made for it, and nothing of what they held before shows through.
"""

import datetime as dt
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from nttp_readiness.address import Address, Page
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.exchange.sharing_out import share_out
from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.storage.documents import locks
from nttp_readiness.storage.documents.documents import load_document, save_document
from nttp_readiness.storage.documents.fingerprints import fingerprint
from nttp_readiness.storage.files import folders
from nttp_readiness.ui.document import autosave
from nttp_readiness.ui.document.session import Session, View
from nttp_readiness.ui.reflect.prepare_page import PreparePage
from nttp_readiness.ui.shell import idle_steps, window_place
from nttp_readiness.ui.shell.main_window import MainWindow
from nttp_readiness.ui.shell.opening import Opening
from nttp_readiness.ui.theme.accessibility import _Notification as Said

ROOT = Path(__file__).resolve().parents[3]
SAMPLES, EARLIER = ROOT / "assets" / "samples", ROOT / "tests" / "storage" / "data"
FILES = (
    SAMPLES / "council-service.readiness",
    SAMPLES / "sector-fire.readiness",  # in other words
    SAMPLES / "workshop.readiness",
    EARLIER / "v1.readiness",  # with other questions
    EARLIER / "v4-more.readiness",
)
SPOKEN: list[str] = []
"""What was said to a reader since it was asked last."""
PLACES = ("", "prepare", "reflect/WEL", "reflect/LEA-1", "understand", "plan", "check")


@pytest.fixture
def window(look, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(window_place, "fit", lambda _window: None)  # the screen here is smaller
    monkeypatch.setattr(idle_steps, "QUIET_MS", 0)
    monkeypatch.setattr(idle_steps, "BETWEEN_MS", 0)
    monkeypatch.setattr(
        MainWindow, "_prepare_pages", lambda _window: None
    )  # nothing else meanwhile
    monkeypatch.setattr(autosave, "dt", _NoClock)
    monkeypatch.setattr(autosave, "DELAY_MS", 0)
    flash = QApplication.cursorFlashTime()
    QApplication.setCursorFlashTime(0)
    made = MainWindow(look, Settings())
    qtbot.addWidget(made, before_close_func=lambda closing: closing.close_after_crash())
    made.resize(1280, 800)
    made.show()
    say = Said.say

    def listen(notification, sentence):
        SPOKEN.append(sentence)
        say(notification, sentence)

    monkeypatch.setattr(Said, "say", listen)
    yield made
    QApplication.setCursorFlashTime(flash)


class _NoClock:
    """The same minute for both that are compared."""

    class datetime:  # noqa: N801 - stands for the module's
        @staticmethod
        def now():
            return dt.datetime(2026, 11, 30, 9, 0)  # noqa: DTZ001 - a clock on the wall


@pytest.fixture
def file(tmp_path, council):
    path = tmp_path / "Ours.readiness"
    save_document(path, council, expected=None)
    return path


def frame(window, qtbot):
    """The frame that is ready, with its pages, as it is once all else is loaded."""
    window._loaded = True
    ready = window._ready
    ready.want("new")
    qtbot.waitUntil(lambda: "new" in ready._made and not ready._timer.isActive(), timeout=20_000)
    return ready._made["new"]


def opened(window, qtbot, path):
    SPOKEN.clear()
    window.ask_for(path)
    qtbot.waitUntil(lambda: window.open_document is not None)
    QApplication.processEvents()
    return window.open_document


def seen(window):
    """What every part that can be seen says and holds, to the eye and to a reader."""
    QApplication.processEvents()
    found = []
    for each in window.findChildren(QWidget):
        if not (each.isVisible() and each.isVisibleTo(window)) or isinstance(each, Said):
            continue
        said = [type(each).__name__, each.accessibleName(), each.accessibleDescription()]
        if isinstance(each, QLabel | QLineEdit | QAbstractButton):
            said.append(each.text())
        if isinstance(each, QPlainTextEdit):
            said.append(each.toPlainText())
        if isinstance(each, QComboBox):
            said += [each.currentText(), *(each.itemText(n) for n in range(each.count()))]
        if isinstance(each, QAbstractButton):
            said.append(str(each.isChecked()))
        said += [str(each.isEnabled()), str(each.focusPolicy())]
        found.append(tuple(said))
    return sorted(found)


def heard():
    """What was said to a reader since it was asked last."""
    sentences = tuple(SPOKEN)
    SPOKEN.clear()
    return sentences


def at_rest(window, qtbot):
    """Once it has been saved where one is, and laid out."""
    for _ in range(4):
        QApplication.processEvents()
    qtbot.waitUntil(lambda: window.open_document.autosave.state in ("saved", "new"))
    QApplication.processEvents()


def everywhere(window, qtbot, places=PLACES):
    """What is seen at each place, and how the first looks."""
    at_rest(window, qtbot)
    picture = window.grab().toImage()
    told = [(window.windowTitle(), seen(window), heard())]
    pages = window.open_document.workbook._reachable
    for place in places[1:]:
        address = Address.parse(place)
        known = not address.part or address.part in _parts(window)
        if address.page in pages and known:
            window.go_to(address)
            at_rest(window, qtbot)
            told.append((window.windowTitle(), seen(window), heard()))
    return picture, told


def other_than(told, before):
    """What is seen or heard at each place in one of the two alone."""
    different = []
    for one, other in zip(told, before, strict=True):
        if one != other:
            more, less = (Counter(a[1]) - Counter(b[1]) for a, b in ((one, other), (other, one)))
            different.append(
                (
                    one[0],
                    other[0],
                    sorted(more.elements()),
                    sorted(less.elements()),
                    one[2],
                    other[2],
                )
            )
    return "\n".join(map(str, different))


def _parts(window):
    bank = window.open_document.session.assessment.bank
    return {*bank.by_id, *(each.code for each in bank.domains)}


def both_ways(window, qtbot, path, places=PLACES):
    """The same file with pages of its own, and then in the frame."""
    content = path.read_bytes()
    opened(window, qtbot, path)
    at_once = everywhere(window, qtbot, places)
    window.close_document()
    path.write_bytes(content)  # where one was is kept in it
    made = frame(window, qtbot)
    document = opened(window, qtbot, path)
    return at_once, made, document, everywhere(window, qtbot, places)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_file_says_and_looks_in_it_as_with_pages_of_its_own(window, qtbot, path, tmp_path):
    few = PLACES if path is FILES[0] else PLACES[:4]
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    (picture, told), made, document, (again, afterwards) = both_ways(window, qtbot, copy, few)
    if document.session.assessment.part is None:
        assert document is made
    assert other_than(afterwards, told) == ""
    assert again == picture


@pytest.mark.parametrize("place", ["reflect/LEA-1", "reflect/WEL", "understand"])
def test_wherever_one_paused(window, qtbot, tmp_path, council, place):
    path = tmp_path / "Paused.readiness"
    save_document(path, edits.changed(council, place=place), expected=None)
    (picture, told), made, document, (again, afterwards) = both_ways(window, qtbot, path, ("",))
    assert document is made
    assert document.workbook.shown is not None
    assert other_than(afterwards, told) == ""
    if place.startswith("reflect"):
        assert again == picture


@pytest.mark.parametrize("place", ["prepare", "reflect/LEA-1"])
def test_in_a_small_window_too(window, qtbot, tmp_path, council, place):
    window.resize(911, 472)
    path = tmp_path / "Paused.readiness"
    save_document(path, edits.changed(council, place=place), expected=None)
    (picture, told), made, document, (again, afterwards) = both_ways(window, qtbot, path, ("",))
    assert document is made
    assert document.workbook.form == "narrow"
    assert other_than(afterwards, told) == ""
    assert again == picture


def test_in_a_window_that_was_made_smaller_meanwhile(window, qtbot, file):
    content = file.read_bytes()
    window.resize(911, 472)
    opened(window, qtbot, file)
    at_once = everywhere(window, qtbot, PLACES[:4])
    window.close_document()
    file.write_bytes(content)
    window.resize(1280, 800)
    made = frame(window, qtbot)
    assert made.workbook.form == "wide"
    window.resize(911, 472)
    assert opened(window, qtbot, file) is made
    picture, told = everywhere(window, qtbot, PLACES[:4])
    assert other_than(told, at_once[1]) == ""
    assert picture == at_once[0]


def test_the_first_question_with_its_words_is_opened_as_if_nothing_had_been_there(
    window, qtbot, tmp_path, council
):
    """The frame holds that very question by now, without an answer and with its words folded."""
    first = council.asked[0].id
    noted = edits.write_beside(council, first, note="What we saw in autumn")
    path = tmp_path / "Noted.readiness"
    save_document(path, edits.changed(noted, place=f"reflect/{first}"), expected=None)
    _, made, document, (_, told) = both_ways(window, qtbot, path, ("",))
    assert document is made
    assert any("What we saw in autumn" in str(each) for each in told[0][1])


def test_it_is_saved_into_its_file_and_nothing_of_the_frame_is(window, qtbot, file, tmp_path):
    made = frame(window, qtbot)
    blank, before = made.session.assessment, load_document(file)
    document = opened(window, qtbot, file)
    assert document is made
    session, kept = document.session, document.autosave
    assert (kept.path, kept.kept.id) == (file, session.assessment.id)
    assert not session.touched
    assert not session.undo_stack.canUndo()
    assert locks.lock_file(file).exists()
    session.attempt("Note", edits.write_beside, "LEA-1", note="typed in the frame")
    assert document.save()
    after = load_document(file)
    assert after.assessment.id == before.assessment.id
    assert after.assessment.answer("LEA-1").note == "typed in the frame"
    session.undo_stack.undo()
    assert session.assessment.answer("LEA-1") == before.assessment.answer("LEA-1")
    window.close_document()
    assert not locks.lock_file(file).exists()
    left = b"".join(each.read_bytes() for each in tmp_path.rglob("*") if each.is_file())
    assert blank.id.encode() not in left


def test_the_copy_for_a_crash_is_that_of_the_file(window, qtbot, file):
    frame(window, qtbot)
    document = opened(window, qtbot, file)
    document.session.attempt("Note", edits.write_beside, "LEA-1", note="before a crash")
    document.autosave.keep_copy()
    assert [
        each for each in folders.recovery().iterdir() if document.session.assessment.id in each.name
    ]


def test_a_part_gets_pages_of_its_own(window, qtbot, tmp_path, council):
    made = frame(window, qtbot)
    path = tmp_path / "Part.readiness"
    shared = share_out(council, (council.asked[0].id,), "Morag", today=dt.date(2027, 3, 1))
    save_document(path, shared.part, expected=None)
    document = opened(window, qtbot, path)
    assert document is not made
    assert Page.PLAN not in document.workbook._reachable


def test_who_calls_it_off_amid_it_leaves_nothing(window, qtbot, file, monkeypatch):
    made = frame(window, qtbot)
    monkeypatch.setattr(Opening, "_go_on", lambda self: next(self._steps, None))
    window.ask_for(file)
    qtbot.waitUntil(lambda: window.documents._opening._document is made)
    assert locks.lock_file(file).exists()
    window.documents.call_off()
    qtbot.waitUntil(lambda: not locks.lock_file(file).exists())
    monkeypatch.undo()
    assert window.open_document is None
    assert window.start.isVisible()


def test_the_next_frame_is_another(window, qtbot, file):
    first = frame(window, qtbot)
    opened(window, qtbot, file)
    window.close_document()
    second = frame(window, qtbot)
    assert second is not first
    window.new()
    assert window.open_document is second
    assert "council" not in str(seen(window)).lower()


def test_who_works_on_a_document_keeps_it(council):
    session = Session(council)
    session.attempt("Note", edits.write_beside, "LEA-1", note="mine")
    with pytest.raises(RuntimeError):
        session.take(View(council))


@pytest.mark.parametrize("page", ["prepare", "reflect"])
def test_what_is_compared_can_tell(window, qtbot, tmp_path, council, monkeypatch, page):
    """A page that kept what it was made with would differ."""
    first = council.asked[0].id
    noted = edits.write_beside(council, first, note="What we saw in autumn")
    path = tmp_path / "Noted.readiness"
    place = page if page == "prepare" else f"{page}/{first}"
    if page == "prepare":
        noted = load_document(FILES[3]).assessment
    save_document(path, edits.changed(noted, place=place), expected=None)
    opened(window, qtbot, path)
    at_once = everywhere(window, qtbot, ("",))
    window.close_document()
    save_document(path, edits.changed(noted, place=place), expected=fingerprint(path))
    made = frame(window, qtbot)
    if page == "prepare":
        monkeypatch.setattr(PreparePage, "_offer_choices", lambda _page: None)
    else:
        made.reflect._question._of = noted.id
    opened(window, qtbot, path)
    assert everywhere(window, qtbot, ("",)) != at_once
