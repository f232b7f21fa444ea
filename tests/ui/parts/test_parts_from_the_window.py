"""Shared out to four people by files, answered, put together and settled, all by keyboard."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from nttp_readiness.address import Address, Page
from nttp_readiness.domain.answers.answer import Choice
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.exchange import sharing_out
from nttp_readiness.domain.exchange.gathering import gather
from nttp_readiness.domain.exchange.sharing_out import dated, say_name
from nttp_readiness.domain.exchange.standing import differences, settle
from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.storage.documents.documents import load_document, save_document
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.parts.difference_cards import MOST_SHOWN, DifferenceCards
from nttp_readiness.ui.shell.main_window import MainWindow
from nttp_readiness.ui.widgets.prose import Prose
from tests.domain import small_bank as small
from tests.domain.exchange.parts import DAY, whole
from tests.ui import focus
from tests.ui.reach import fitting, naming, tabbing, targets

PEOPLE = ("Morag Abernethy", "Isla", "Iain", "Ann")


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "ours.readiness"
    save_document(path, whole(B_1=2), expected=None)
    return path


@pytest.fixture
def window(look, qtbot, tmp_path, monkeypatch, file):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "home"))
    shown = MainWindow(look, Settings())
    qtbot.addWidget(shown, before_close_func=lambda closing: closing.close())
    shown.resize(911, 472)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.open_file(file)
    shown.go_to(Address(Page.PARTS))
    QApplication.processEvents()
    return shown


def press(*keys):
    for key in keys:
        target = QApplication.focusWidget()
        assert target is not None, "the focus went nowhere"
        if isinstance(key, str):
            QTest.keyClicks(target, key)
        else:
            QTest.keyClick(target, key)
        QApplication.processEvents()


def tab_to(name, most=60):
    for _ in range(most):
        found = focus.focused()
        if (found.accessibleName() or getattr(found, "text", str)()).startswith(name):
            return found
        press(Qt.Key.Key_Tab)
    pytest.fail(f"Tab never reached “{name}”")


def share_out(window, name):
    """Tick the first domain, type a name and press the button, as somebody without a mouse does."""
    page = window.open_document.parts
    page.focus_first()
    tab_to("Domain A")
    press(Qt.Key.Key_Space)
    tab_to("For whom")
    press(name)
    tab_to("Make the file")
    press(Qt.Key.Key_Return)
    return window.open_document.session.assessment.sharing.shared[-1]


def answered(path, name="", **answers):
    """The part in that file, answered by whoever got it, as often as this is called."""
    loaded = load_document(path)
    made = loaded.assessment
    for key, (choice, note) in answers.items():
        made = edits.answer(made, key.replace("_", "-"), choice)
        made = edits.write_beside(made, key.replace("_", "-"), note=note)
    made = say_name(dated(loaded.assessment, made, DAY), named=bool(name), name=name)
    save_document(path, made, expected=loaded.fingerprint)


def parts_of(tmp_path):
    found = (load_document(each) for each in sorted(tmp_path.glob("*.readiness")))
    return {each.assessment.part.to: each.path for each in found if each.assessment.part}


def test_four_people_two_of_whom_disagree_and_one_of_whom_answers_twice(window, tmp_path, file):
    for name in PEOPLE:
        share_out(window, name)
    parts = parts_of(tmp_path)
    assert set(parts) == set(PEOPLE)
    window.open_document.save()
    assert [each.to for each in load_document(file).assessment.sharing.shared] == list(PEOPLE)
    answered(parts["Morag Abernethy"], "Morag Abernethy", A_1=(1, "Nothing written"))
    answered(parts["Isla"], A_1=(3, "In the handbook"), A_2=(2, "A rota"))
    answered(parts["Iain"], "Iain", A_3=(1, "Once"))
    page = window.open_document.parts
    page.dialogs.files = lambda _parent, _folder: [parts["Iain"], parts["Isla"]]
    page.gathering.add.setFocus()
    press(Qt.Key.Key_Return)
    answered(parts["Iain"], "Iain", A_3=(4, "Since May"))
    page.dialogs.folder = lambda _parent, _folder, _heading: tmp_path
    tab_to("Look in a folder")
    press(Qt.Key.Key_Return)
    assessment = window.open_document.session.assessment
    assert (assessment.answer("A-3").choice, assessment.answer("A-3").note) == (4, "Since May")
    assert assessment.answer("A-3").given_by == "Iain"
    assert [each.indicator for each in differences(assessment)] == ["A-1"]
    lines = {each.to: each.back for each in assessment.sharing.shared}
    assert [name for name, back in lines.items() if back is None] == ["Ann"]
    page.refresh()
    page.focus_first()
    tab_to("Take this answer: Exploring")
    press(Qt.Key.Key_Return)
    settled = window.open_document.session.assessment
    assert differences(settled) == ()
    answer = settled.answer("A-1")
    assert (answer.choice, answer.given_by) == (1, "Morag Abernethy")
    assert set(answer.note.split("\n\n")) == {"Nothing written", "In the handbook"}
    assert page.differing.isHidden()
    window.open_document.session.undo_stack.undo()
    assert differences(window.open_document.session.assessment)


def test_what_was_dropped_on_the_page_is_gathered_and_each_file_told(window, tmp_path):
    shared = share_out(window, "Isla")
    path = parts_of(tmp_path)["Isla"]
    answered(path, A_2=(2, ""))
    broken = tmp_path / "broken.readiness"
    broken.write_bytes(path.read_bytes()[:-30])
    page, mime = window.open_document.parts, QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(each)) for each in (broken, path)])
    page.dropEvent(
        QDropEvent(
            QPointF(QPoint(5, 5)), Qt.DropAction.CopyAction, mime,
            Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        )
    )  # fmt: skip
    assert page.gathering.outcome.plain() == "Isla: 1 answer taken. Answered: 1 of 3."
    assert "broken.readiness: This file is incomplete" in page.gathering.refused.plain()
    assert window.open_document.session.assessment.sharing.shared[0].id == shared.id


def test_the_letter_is_copied_and_says_which_file_to_attach(window, tmp_path):
    share_out(window, "Isla")
    assert focus.focused().text() == "Copy the letter"
    press(Qt.Key.Key_Return)
    letter = QApplication.clipboard().text()
    assert parts_of(tmp_path)["Isla"].name in letter
    assert letter.startswith("Dear Isla,")


def test_what_is_missing_is_said_and_nothing_is_written(window, tmp_path):
    page = window.open_document.parts
    page.main()
    assert "It is not said who is asked" in page.asking.problem.accessibleName()
    page.asking.to.control.setText("Isla")
    page.main()
    assert "no question in this part" in page.asking.problem.accessibleName()
    assert parts_of(tmp_path) == {}
    assert window.open_document.session.assessment.sharing is None


def test_a_folder_that_cannot_be_written_to_is_told_and_nobody_counts_as_asked(window, tmp_path):
    page = window.open_document.parts
    in_the_way = tmp_path / "in the way"
    in_the_way.write_text("a file")
    page.dialogs.folder = lambda _parent, _folder, _heading: in_the_way
    page.asking.other.click()
    page.asking.which.boxes["A"].click()
    page.asking.to.control.setText("Isla")
    page.main()
    assert page.asking.problem.isVisible()
    assert window.open_document.session.assessment.sharing is None


def test_a_domain_brings_its_own_questions_along(window):
    window.go_to(Address(Page.REFLECT, "B"))
    window.open_document.reflect._about.ask.click()
    boxes = window.open_document.parts.asking.which.boxes
    assert {key for key, box in boxes.items() if box.isChecked()} == {"B"}


def test_a_part_opens_with_its_questions_and_no_plan(window, tmp_path):
    share_out(window, "Isla")
    window.open_file(parts_of(tmp_path)["Isla"])
    book = window.open_document.workbook
    assert [row.name for row in book._place_rows()] == ["Your part", "Reflect", "Give back"]
    for page in (Page.PLAN, Page.UNDERSTAND, Page.PARTS, Page.WORKSHOP, Page.COMPARE):
        window.go_to(Address(page))
        assert book.shown is Page.PREPARE
    disabled = {each.text() for each in window.menus._needs_whole if not each.isEnabled()}
    assert len(disabled) == len(window.menus._needs_whole)
    window.go_to(Address(Page.REFLECT, "A-2"))
    press("3")
    made = window.open_document.session.assessment
    assert made.answer("A-2").choice == 3
    assert made.answer("A-2").given_on == window.open_document.session.today
    assert not window.open_document.reflect._question.notes._matters.isVisible()
    window.go_to(Address(Page.CHECK))
    book.main_button.click()
    assert book.page is window.open_document.give_back


def test_one_is_named_only_where_one_says_so_at_the_end(window, tmp_path):
    share_out(window, "Isla")
    path = parts_of(tmp_path)["Isla"]
    window.open_file(path)
    window.go_to(Address(Page.SHARE))
    page = window.open_document.give_back
    assert not window.open_document.session.assessment.part.named
    assert page.name.isHidden()
    tab_to("My name and the day")
    press(Qt.Key.Key_Space)
    tab_to("The name to show")
    press("Isla Reid")
    assert window.open_document.session.assessment.part.named
    assert window.open_document.session.assessment.part.name.endswith("Isla Reid")
    assert str(path) in page._where.plain()
    shown = [each for each in page.findChildren(QPushButton) if each.isVisibleTo(page)]
    assert {"Open its folder", "Copy where it is"} <= {each.text() for each in shown}


def test_nobody_waits_any_more_where_somebody_says_so(window):
    share_out(window, "Isla")
    tab_to("Stop waiting for Isla")
    press(Qt.Key.Key_Return)
    assert window.open_document.session.assessment.sharing is None


CHECKS = (
    naming.names_and_roles, naming.one_of_each, naming.label_in_name, tabbing.tab_order,
    targets.targets, fitting.clipping,
)  # fmt: skip


@pytest.fixture
def differing(tmp_path, file):
    """An assessment in which three people differ at one question, with a lot to say."""
    knows = load_document(file)
    made = knows.assessment
    people: tuple[tuple[str, Choice], ...] = (
        ("Morag Abernethy, Ward Manager", 1), ("", 3), ("Iain", "not_sure"),
    )  # fmt: skip
    for name, choice in people:
        out = sharing_out.share_out(made, ["A-1", "A-2"], name or "Isla", today=DAY)
        answer = edits.answer(out.part, "A-1", choice)
        answer = edits.write_beside(answer, "A-1", note="What we saw in May. " * 6, view="nights")
        answer = say_name(dated(out.part, answer, DAY), named=bool(name), name=name)
        made = gather(out.assessment, answer, 2, today=DAY).assessment
    save_document(file, made, expected=knows.fingerprint)
    return file


@pytest.mark.parametrize(
    ("size", "factor"), [((911, 472), 1.0), ((1280, 800), 1.0), ((1024, 640), 2.0)]
)
def test_differences_can_be_reached_read_and_heard(differing, window, size, factor):
    window.look.set_text_size(factor)
    window.resize(*size)
    window.open_file(differing)
    window.go_to(Address(Page.PARTS))
    QTest.qWait(50)
    sides = window.open_document.parts.differing.findChildren(QPushButton)
    assert len([each for each in sides if each.isVisible()]) == 3
    for check in CHECKS:
        found = check(window)
        assert not found.faults, (check.__name__, found)


@pytest.mark.parametrize("page", [Page.PREPARE, Page.REFLECT, Page.CHECK, Page.SHARE])
@pytest.mark.parametrize(("size", "factor"), [((911, 472), 1.0), ((1024, 640), 2.0)])
def test_every_page_of_a_part_can_be_reached_read_and_heard(window, tmp_path, page, size, factor):
    share_out(window, "Isla")
    window.look.set_text_size(factor)
    window.resize(*size)
    window.open_file(parts_of(tmp_path)["Isla"])
    window.go_to(Address(page))
    QTest.qWait(50)
    for check in CHECKS:
        found = check(window)
        assert not found.faults, (check.__name__, found)


def test_of_many_differences_a_few_are_shown_and_the_next_come_as_one_chooses(look, qtbot):
    bank = small.bank_of([small.domain("A", [small.question(f"A-{n}") for n in range(1, 13)])])
    made = edits.new_assessment(bank, "Many", today=DAY)
    for choice in (1, 3):
        out = sharing_out.share_out(made, list(bank.by_id), "Isla", today=DAY)
        answer = out.part
        for key in bank.by_id:
            answer = edits.answer(answer, key, choice)
        made = gather(out.assessment, answer, 2, today=DAY).assessment
    session = Session(made)
    cards = DifferenceCards(look, session)
    qtbot.addWidget(cards)
    assert cards.refresh() == 12
    assert len(cards.findChildren(QPushButton)) == 2 * MOST_SHOWN
    first = differences(made)[0].indicator
    cards.taken.connect(lambda key, side: session.attempt("Taken", settle, key, side))
    cards.findChildren(QPushButton)[0].click()
    assert session.assessment.answer(first).choice in {1, 3}
    assert cards.refresh() == 11


def test_single_questions_are_chosen_and_each_domain_says_how_many_of_its_own(window, tmp_path):
    page = window.open_document.parts
    page.focus_first()
    tab_to("Domain A")
    press(Qt.Key.Key_Space)
    tab_to("Choose single questions")
    press(Qt.Key.Key_Space)
    which = page.asking.which
    assert {key for key, box in which.singles.items() if box.isChecked()} == {"A-1", "A-2", "A-3"}
    tab_to(which.singles["A-2"].text())
    press(Qt.Key.Key_Space)
    tab_to(which.singles["B-2"].text())
    press(Qt.Key.Key_Space)
    assert which.questions() == ("A-1", "A-3", "B-2")
    assert not which.boxes["A"].isChecked()
    assert which.boxes["A"].text().endswith("(2 of 3 questions)")
    assert which.boxes["B"].text().endswith("(1 of 2 questions)")
    assert which.boxes["foundations"].isChecked()
    tab_to("For whom")
    press("Isla")
    tab_to("Make the file")
    press(Qt.Key.Key_Return)
    part = load_document(parts_of(tmp_path)["Isla"]).assessment
    assert part.part.asked == ("A-1", "A-3", "B-2")
    assert which.questions() == ()


def test_a_question_that_is_marked_can_be_given_to_somebody_who_knows(window):
    window.go_to(Address(Page.REFLECT, "A-2"))
    mark = window.open_document.reflect._question.come_back
    assert mark.share_out.isHidden()
    press("c")
    mark.share_out.setFocus()
    press(Qt.Key.Key_Space)
    which = window.open_document.parts.asking.which
    assert window.open_document.workbook.page is window.open_document.parts
    assert which.questions() == ("A-2",)
    assert which._count.plain().startswith("One question is in this part: ")
    assert focus.focused() is window.open_document.parts.asking.to.control


@pytest.mark.parametrize(("size", "factor"), [((911, 472), 1.0), ((1024, 640), 2.0)])
def test_single_questions_can_be_reached_read_and_heard(window, size, factor):
    window.look.set_text_size(factor)
    window.resize(*size)
    window.go_to(Address(Page.PARTS, "B-2"))
    window.open_document.parts.asking.which.fold.click()
    QTest.qWait(50)
    for check in CHECKS:
        found = check(window)
        assert not found.faults, (check.__name__, found)


def test_deleting_names_the_parts_that_lie_beside_it_and_leaves_them(window, tmp_path, file):
    share_out(window, "Isla")
    window.open_document.save()
    save_document(tmp_path / "another.readiness", whole(), expected=None)
    (path,) = [each for name, each in parts_of(tmp_path).items() if name == "Isla"]
    window.delete()
    said = [each.plain() for each in window.findChildren(Prose) if each.isVisible()]
    named = [each for each in said if "given out" in each]
    assert [each.partition(" beside")[0] for each in named] == [path.name]
    tab_to("Delete for good")
    press(Qt.Key.Key_Return)
    assert not file.exists()
    assert path.exists()
