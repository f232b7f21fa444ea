"""Shared out to four people, put together, planned and followed up over two rounds, by keyboard.

No mouse and no call into the window but what stands for the system's own dialogs and for a double
click on a file. The first round's dates lie in the past of the second.
"""

import datetime as dt

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTreeView

from nttp_readiness import resources
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.exchange.standing import differences
from nttp_readiness.presentation.words.dates import day
from nttp_readiness.storage.account import settings
from nttp_readiness.storage.banks.bank_folders import read_bank
from nttp_readiness.storage.documents.documents import load_document, save_document
from nttp_readiness.ui.shell.main_window import MainWindow
from nttp_readiness.ui.widgets.icon_label import IconLabel
from nttp_readiness.ui.widgets.prose import Prose
from tests.ui import focus

Key, Mod = Qt.Key, Qt.KeyboardModifier
FIRST = dt.date(2025, 11, 30)
DUE = dt.date.today() + dt.timedelta(days=90)  # noqa: DTZ011 - the day on this computer
SHARED = {"Morag, HR manager": "LEA-1", "Isla": "WEL-2", "Iain": "WEL-2", "Ann": "WEL-2"}


@pytest.fixture
def file(tmp_path):
    """An assessment of the twelve foundations, with all but two answered already."""
    bank = read_bank(resources.question_banks() / "nttp-roadmap")
    made = edits.new_assessment(bank, "Our service", today=FIRST)
    made = edits.set_profile(made, route="foundations")
    for indicator in made.asked:
        if indicator.id not in {"LEA-1", "WEL-2"}:
            made = edits.answer(made, indicator.id, 2)
    path = tmp_path / "ours.readiness"
    save_document(path, made, expected=None)
    return path


@pytest.fixture
def begin(look, qtbot, tmp_path, monkeypatch):
    """Start the program with a file, as a double click on it does."""
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "home"))

    def begun(path):
        window = MainWindow(look, settings.load())
        qtbot.addWidget(window, before_close_func=lambda closing: closing.close())
        window.resize(911, 472)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        if path is not None:
            window.open_file(path)
        QApplication.processEvents()
        return window

    return begun


def press(*keys, held=Mod.NoModifier):
    """Type text, or press keys, where the focus is."""
    for key in keys:
        target = QApplication.focusWidget()
        assert target is not None, "the focus went nowhere"
        if isinstance(key, str):
            for letter in key:
                typed = QKeyEvent(QEvent.Type.KeyPress, 0, held, letter)
                QApplication.sendEvent(target, typed)
        else:
            QTest.keyClick(target, key, held)
        QApplication.processEvents()


def here():
    found = focus.focused()
    return found.accessibleName() or getattr(found, "text", str)()


def tab_to(name, most=160, key=Key.Key_Tab):
    """Go on by Tab until a control whose name begins so has the focus."""
    for _ in range(most):
        if here().startswith(name):
            return
        press(key)
    pytest.fail(f"Tab never reached “{name}”")


def tab_to_plan():
    for _ in range(60):
        if isinstance(focus.focused(), QTreeView):
            return
        press(Key.Key_Tab)
    pytest.fail("Tab never reached the plan")


def texts(window):
    page = window.open_document.workbook.page
    return [each.plain() for each in page.findChildren(Prose) if each.isVisible()]


def assessment(window):
    return window.open_document.session.assessment


def share_out(window, name, key):
    """One question, below the fold, to that person."""
    press(Key.Key_O, held=Mod.ControlModifier | Mod.ShiftModifier)
    fold = window.open_document.parts.asking.which.fold
    tab_to("Choose single questions")
    if not fold.isChecked():
        press(Key.Key_Space)
    tab_to(f"{assessment(window).bank.by_id[key].title} ({key})")
    press(Key.Key_Space)
    tab_to("For whom")
    press(name)
    tab_to("Make the file")
    press(Key.Key_Return)
    tab_to("Copy the letter", key=Key.Key_Backtab)
    press(Key.Key_Return)
    assert f"Dear {name.partition(',')[0]}" in QApplication.clipboard().text()


def parts_in(folder):
    """The files of those who were asked, by name; the newest of each."""
    found = {}
    for path in sorted(folder.glob("*.readiness"), key=lambda each: each.stat().st_mtime_ns):
        made = load_document(path).assessment
        if made.part is not None:
            found[made.part.to] = path
    return found


def answer_part(window, level, *, note="", evidence="", named=False):
    """In the window of whoever was asked: answer, add what shows it, give it back."""
    press(Key.Key_2, held=Mod.ControlModifier)
    for _ in range(4):
        if "-" in assessment(window).place:
            break
        press(Key.Key_Return)
    press(level)
    if note or evidence:
        fold = window.open_document.reflect._question._fold
        tab_to("Add a note")
        if not fold.isChecked():
            press(Key.Key_Space)
    if note:
        tab_to("Note")
        press(Key.Key_A, held=Mod.ControlModifier)
        press(note)
    if evidence:
        tab_to("Add evidence")
        press(Key.Key_Return)
        tab_to("What there is")
        press(evidence)
    press(Key.Key_6, held=Mod.ControlModifier)  # Give back, in the place of Share
    if named and not assessment(window).part.named:
        tab_to("My name and the day")
        press(Key.Key_Space)
    tab_to("Save and close")
    press(Key.Key_Return)
    assert not window.isVisible()


def gather(window, paths):
    press(Key.Key_O, held=Mod.ControlModifier | Mod.ShiftModifier)
    window.open_document.parts.dialogs.files = lambda _parent, _folder: list(paths)
    tab_to("Add files that came back")
    press(Key.Key_Return)


def close(window):
    """Pause and close, which saves."""
    press(Key.Key_Q, held=Mod.ControlModifier)
    assert not window.isVisible()


def test_four_people_two_rounds_and_what_shows_it(begin, tmp_path, file):
    # The first round: one question each, the same one to three people.
    window = begin(file)
    for name, key in SHARED.items():
        share_out(window, name, key)
    close(window)
    parts = parts_in(tmp_path)
    for name, key in SHARED.items():
        assert load_document(parts[name]).assessment.part.asked == (key,)

    answer_part(begin(parts["Morag, HR manager"]), "2", evidence="The minutes", named=True)
    answer_part(begin(parts["Isla"]), "3", note="In the handbook.", named=True)
    answer_part(begin(parts["Iain"]), "1", note="Once, last spring.", evidence="A rota")
    window = begin(file)
    gather(window, [parts[each] for each in ("Iain", "Isla", "Morag, HR manager")])
    close(window)
    answer_part(begin(parts["Iain"]), "0", note="Nobody knows of it.")  # thought again
    window = begin(file)
    gather(window, [parts["Iain"], parts["Isla"]])
    waiting = {each.to: each.back for each in assessment(window).sharing.shared}
    assert [name for name, back in waiting.items() if back is None] == ["Ann"]
    assert [each.indicator for each in differences(assessment(window))] == ["WEL-2"]

    # Two differ: side by side, one is taken, the words of both are kept.
    press(Key.Key_O, held=Mod.ControlModifier | Mod.ShiftModifier)
    tab_to("Take this answer: Not yet")
    press(Key.Key_Return)
    settled = assessment(window).answer("WEL-2")
    assert (settled.choice, settled.given_by) == (0, "")
    assert "In the handbook." in settled.note
    assert "Nobody knows of it." in settled.note
    assert [each.what for each in settled.evidence_items] == ["A rota"]
    led = assessment(window).answer("LEA-1")
    assert ([each.what for each in led.evidence_items], led.given_by) == (
        ["The minutes"], "Morag, HR manager",
    )  # fmt: skip

    # The plan: the first action gets an owner and a day.
    press(Key.Key_5, held=Mod.ControlModifier)
    tab_to_plan()
    press(Key.Key_Down, Key.Key_Return)
    tab_to("Owner")
    press("Sine Muir")
    tab_to("Due")
    press(day(DUE), Key.Key_Tab)
    (key,) = [key for key, each in assessment(window).actions.items() if each.owner]
    action = assessment(window).actions[key]
    assert (action.owner, action.due) == ("Sine Muir", DUE)
    close(window)

    # The second round: answers come along, evidence asks whether it is still true.
    window = begin(file)
    first_round = assessment(window)
    press(Key.Key_4, held=Mod.ControlModifier)
    tab_to("Start the next round")
    press(Key.Key_Return)
    tab_to("Start round 2")
    press(Key.Key_Return)
    second = assessment(window)
    assert (second.round, second.previous) == (2, first_round.id)
    assert not (second.sharing and second.sharing.shared)
    assert second.actions[key].owner == "Sine Muir"
    items = [each for answer in second.answers.values() for each in answer.evidence_items]
    assert {(each.what, each.state) for each in items} == {
        ("The minutes", "to_check"), ("A rota", "to_check"),
    }  # fmt: skip
    press(Key.Key_3, held=Mod.ControlModifier)
    tab_to("All evidence")
    press(Key.Key_Return)
    tab_to("Go through")
    press(Key.Key_Return)
    tab_to("It is still true: The minutes")
    press(Key.Key_Return)
    tab_to("Next of these")
    press(Key.Key_Return)
    assert assessment(window).place == "reflect/WEL-2"
    tab_to("No longer true: A rota")
    press(Key.Key_Return)

    # Ann is asked again, in the new round; her answer differs from what came along.
    share_out(window, "Ann", "WEL-2")
    close(window)
    answer_part(begin(parts_in(tmp_path)["Ann"]), "2", note="Handed out in May.", named=True)
    window = begin(tmp_path / "Our service, round 2.readiness")
    gather(window, [parts_in(tmp_path)["Ann"], parts["Iain"]])
    assert any(each.startswith("Ann: 1 differs and waits") for each in texts(window))
    told = "for Iain.readiness: This part belongs to an earlier round of this assessment."
    assert any(told in each for each in texts(window))
    press(Key.Key_O, held=Mod.ControlModifier | Mod.ShiftModifier)
    tab_to("Take this answer: Developing")
    press(Key.Key_Return)
    last = assessment(window).answer("WEL-2")
    assert (last.choice, last.given_by) == (2, "Ann")
    assert [(each.what, each.state) for each in last.evidence_items] == [("A rota", "no_longer")]

    # What moved is said, and the action is followed up.
    press(Key.Key_4, held=Mod.ControlModifier)
    tab_to("Compare with an earlier round")
    press(Key.Key_Return)
    now = dt.date.today()  # noqa: DTZ011 - the day on this computer
    assert f"What moved between November 2025 and {now:%B %Y}" in texts(window)
    assert any("Build foundations first and is Ready to start small" in e for e in texts(window))
    assert any(each.endswith("from ours.readiness.") for each in texts(window))

    # The next start names the day that comes next.
    close(window)
    again = begin(None)
    shown = [each.plain() for each in again.start.findChildren(Prose) if each.isVisible()]
    labels = [each.text() for each in again.start.findChildren(IconLabel) if each.isVisible()]
    assert any(day(DUE) in each for each in (*shown, *labels)), (shown, labels)
