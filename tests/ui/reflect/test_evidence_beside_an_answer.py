"""Evidence in the window, by keyboard: the list to tick, pieces with a place, the page of all."""

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication

from nttp_readiness.address import Address, Page
from nttp_readiness.domain.editing import evidence_edits
from nttp_readiness.domain.editing.edits import changed
from nttp_readiness.domain.rounds.rounds import new_round
from nttp_readiness.ui.reflect.evidence_page import EvidencePage
from nttp_readiness.ui.reflect.place_content import PlaceContent
from nttp_readiness.ui.reflect.reflect_page import ReflectPage
from nttp_readiness.ui.widgets.fields.tick_box import TickBox
from nttp_readiness.ui.widgets.prose import Prose

HERE = "LEA-2"
TODAY = dt.date(2027, 3, 12)
Key = Qt.Key


@pytest.fixture
def council(council):
    """The sample before anything was listed."""
    said = {key: changed(each, evidence_items=()) for key, each in council.answers.items()}
    return changed(council, answers=said)


@pytest.fixture
def show(put_in_workbook):
    def made(assessment, address=f"reflect/{HERE}", **size):
        def pages(look, session):
            reflect, evidence = ReflectPage(look, session), EvidencePage(look, session)
            evidence.walk.connect(reflect.walk)
            evidence.walk.connect(lambda keys: evidence.go.emit(Address(Page.REFLECT, keys[0])))
            return {Page.REFLECT: reflect, Page.EVIDENCE: evidence}

        return put_in_workbook(assessment, pages, address, **size)

    return made


def section(page):
    page._question._fold.setChecked(True)
    QApplication.processEvents()
    return page.evidence


def items(page):
    return page.session.assessment.answer(HERE).evidence_items


def ticks(part):
    return [each for each in part.findChildren(TickBox) if each.isVisible()]


def press(qtbot, control, key=Key.Key_Space):
    control.setFocus()
    qtbot.keyClick(control, key)
    QApplication.processEvents()


def texts(page):
    return [each.plain() for each in page.findChildren(Prose) if each.isVisible()]


def test_the_questions_own_list_is_ticked_and_unticked(show, council, qtbot):
    page = show(council)
    part = section(page)
    listed = council.bank.by_id[HERE].evidence
    assert [each.text().replace("&&", "&") for each in ticks(part)] == list(listed)
    press(qtbot, ticks(part)[1])
    assert [(each.what, each.listed) for each in items(page)] == [(listed[1], 2)]
    assert ticks(part)[1].isChecked()
    press(qtbot, ticks(part)[1])
    assert items(page) == ()


def test_what_was_written_stays_where_a_tick_is_taken_away(show, council, qtbot):
    page = show(council)
    part = section(page)
    press(qtbot, ticks(part)[0])
    (fields,) = part._shown
    fields.fold.setChecked(True)
    control = fields.fields["shows"].control
    control.setFocus()
    qtbot.keyClicks(control, "It was agreed.")
    press(qtbot, ticks(part)[0])
    assert [(each.shows, each.listed) for each in items(page)] == [("It was agreed.", None)]


def test_a_piece_is_added_filled_and_taken_out_by_keys_and_undone(show, council, qtbot):
    page = show(council)
    part = section(page)
    press(qtbot, part.add)
    focus = QApplication.focusWidget()
    assert focus.accessibleName() == "What there is, evidence 1"
    qtbot.keyClicks(focus, "June <b>minutes</b> & more")
    (item,) = items(page)
    assert item.what == "June <b>minutes</b> & more"
    (fields,) = part._shown
    assert fields.fold.accessibleName() == item.what
    press(qtbot, fields.parts.remove)
    assert items(page) == ()
    page.session.undo_stack.undo()
    assert items(page) == (item,)


def test_a_file_that_is_chosen_is_written_down_and_not_opened(show, council, qtbot, tmp_path):
    page = show(council)
    part = section(page)
    part.folder = lambda: tmp_path
    part.choose_file = lambda _parent: tmp_path / "Proof" / "rota.ods"  # it need not even exist
    press(qtbot, part.add)
    press(qtbot, part._shown[0].parts.choose)
    (item,) = items(page)
    assert (item.where, item.what) == ("Proof/rota.ods", "rota")


def test_a_path_that_is_too_long_is_refused_in_a_sentence(show, council, qtbot):
    page = show(council)
    part = section(page)
    refused: list[object] = []
    page.session.refused.connect(refused.append)
    part.choose_file = lambda _parent: Path("/" + "x" * 1200)
    press(qtbot, part.add)
    press(qtbot, part._shown[0].parts.choose)
    assert len(refused) == 1
    assert items(page)[0].where == ""


def test_where_it_leads_is_asked_of_the_window_and_nothing_opens(show, council, qtbot, monkeypatch):
    opened: list[object] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    made = evidence_edits.add_evidence(council, HERE, "one")
    made = evidence_edits.change_evidence(made, HERE, "one", where="https://example.org/a")
    page = show(made)
    part = section(page)
    asked: list[object] = []
    page.link.connect(asked.append)
    part._shown[0].fold.setChecked(True)
    press(qtbot, part._shown[0].parts.lead)
    assert asked == ["https://example.org/a"]
    assert opened == []


@pytest.fixture
def next_one(council, tmp_path):
    """The round after, with a piece that is there and one that is missing."""
    (tmp_path / "there.pdf").write_bytes(b"x")
    made = council
    for key, where in (("a", "there.pdf"), ("b", "gone.pdf")):
        made = evidence_edits.add_evidence(made, HERE, key)
        made = evidence_edits.change_evidence(made, HERE, key, what=f"Piece {key}", where=where)
    return new_round(made, today=TODAY, keep_answers=True)


def test_the_next_round_asks_and_the_answer_is_kept(show, next_one, qtbot):
    page = show(next_one)
    part = section(page)
    first, second = part._shown
    assert first.holds.isVisible()
    assert first.holds.accessibleName() == "It is still true: Piece a"
    press(qtbot, first.holds)
    press(qtbot, second.no_longer)
    assert [each.state for each in items(page)] == ["stands", "no_longer"]
    assert items(page)[0].checked == page.session.today
    assert not first.holds.isVisible()


def test_the_page_of_all_names_missing_files_only_when_asked(show, next_one, qtbot, tmp_path):
    reflect = show(next_one, "evidence")
    page = reflect.window().page
    page.folder = lambda: tmp_path
    assert any("Are they still true?" in each for each in texts(page))
    assert not any("not where" in each for each in texts(page))
    press(qtbot, page.look_button)
    qtbot.waitUntil(lambda: any("1 file is not where" in each for each in texts(page)))
    said = next(each for each in texts(page) if "not where" in each)
    assert "Piece b" in said
    assert "1 file is there." in said
    qtbot.waitUntil(lambda: "It was not there at the last check." in texts(page))


def test_the_list_can_be_printed_from_its_page(show, next_one, qtbot):
    reflect = show(next_one, "evidence")
    page = reflect.window().page
    asked: list[str] = []
    page.go.connect(lambda address: asked.append(str(address)))
    press(qtbot, page.print_button)
    assert asked == ["share/evidence"]


def test_what_waits_is_walked_through(show, next_one, qtbot):
    reflect = show(next_one, "evidence")
    page = reflect.window().page
    press(qtbot, page.through)
    assert str(reflect.address()) == f"reflect/{HERE}"
    assert "1 of 1 that you go through" in texts(reflect)


@pytest.mark.parametrize(
    ("where", "heading", "shows"),
    [
        ("there.pdf", "This leads to a file on this computer", True),
        (r"\\evil\share\a.exe", "This leads to another computer", False),
        ("The blue folder", "This is where to look", False),
        ("file:///etc/passwd", "This leads to another computer", False),
    ],
)
def test_a_place_says_where_it_leads_before_anything(
    look, qtbot, tmp_path, monkeypatch, where, heading, shows
):
    (tmp_path / "there.pdf").write_bytes(b"x")
    opened: list[object] = []

    def open_url(url):
        opened.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    content = PlaceContent(look, where, tmp_path)
    qtbot.addWidget(content)
    content.show()
    assert content.heading == heading
    assert opened == []
    assert content.folder_button.isVisible() == shows
    content.copy_button.click()
    assert where in QGuiApplication.clipboard().text().replace("\\\\", "\\\\")
    content.folder_button.click()
    assert opened == ([tmp_path] if shows else [])
