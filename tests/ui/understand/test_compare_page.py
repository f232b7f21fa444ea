"""Two rounds side by side, through the keyboard and the names that assistive technology reads."""

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from nttp_readiness.address import Page
from nttp_readiness.domain.answers.answer import Choice
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.rounds.rounds import compare, new_round
from nttp_readiness.errors import DocumentError
from nttp_readiness.presentation.rounds.comparison import comparison_words
from nttp_readiness.ui.understand.rounds.compare_page import ComparePage
from nttp_readiness.ui.understand.rounds.round_files import Rounds
from nttp_readiness.ui.widgets.data_table import DataTable
from nttp_readiness.ui.widgets.figures.figure_view import FigureView
from nttp_readiness.ui.widgets.notice import Notice
from nttp_readiness.ui.widgets.prose import Prose
from tests.domain import small_bank as small
from tests.ui.focus import focused

SIZES = [(911, 472, 1.0), (1024, 640, 1.0), (1280, 800, 1.0), (1920, 1080, 1.0), (1024, 640, 2.0)]
CHOOSE = "Choose the file of another round"


@pytest.fixture(scope="module")
def rounds(council):
    """The sample with an action done, and the round that followed it."""
    first = edits.change_action(council, "WEL-2/first", status="done")
    second = new_round(first, today=dt.date(2027, 11, 21), keep_answers=True)
    later: dict[str, Choice] = {"WEL-2": 2, "WEL-3": 3, "ACC-1": 1}
    for key, choice in later.items():
        second = edits.answer(second, key, choice)
    return first, second


@pytest.fixture
def show(put_in_workbook):
    """The page of an assessment. `found` is what the last round's file holds, `chosen` another."""

    def made(assessment, found=None, chosen=None, width=1280, height=800):
        def read(path):
            held = {"found.readiness": found, "chosen.readiness": chosen}[path.name]
            if isinstance(held, Exception):
                raise held
            return held

        asked = Rounds(
            previous=lambda _: Path("found.readiness") if found is not None else None,
            read=read,
            choose=lambda _: Path("chosen.readiness") if chosen is not None else None,
        )
        return put_in_workbook(
            assessment,
            lambda look, session: {Page.COMPARE: ComparePage(look, session, asked)},
            "compare",
            width,
            height,
        )

    return made


def shown(page, kind):
    return [each for each in page.findChildren(kind) if each.isVisible()]


def texts(page):
    return [each.plain() for each in shown(page, Prose)]


def press(qtbot, page, name):
    (control,) = [
        each
        for each in shown(page, QAbstractButton)
        if (each.accessibleName() or each.text()) == name
    ]
    control.setFocus()
    qtbot.keyClick(control, Qt.Key.Key_Space)
    QApplication.processEvents()


def cells(table):
    model = table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def heard(page):
    """Where the page asks to go, without going there."""
    asked: list[object] = []
    page.go.disconnect()
    page.go.connect(lambda address: asked.append(str(address)))
    return asked


def table(page, name):
    (found,) = [each for each in shown(page, DataTable) if each.accessibleName() == name]
    return found


def test_the_last_round_is_found_and_compared_by_itself(show, rounds):
    first, second = rounds
    said = texts(show(second, found=first))
    words = comparison_words(compare(first, second))
    assert said[1:3] == [words.title, words.sentence]
    assert "Compared with “Housing Options”, round 1, 5 March 2027, from found.readiness." in said


def test_dumbbells_have_a_row_for_each_domain_and_say_what_became_of_it(show, rounds, qtbot):
    first, second = rounds
    page = show(second, found=first)
    chart = next(each for each in shown(page, FigureView) if each.drawing.spots)
    assert QAccessible.queryAccessibleInterface(chart).role() == QAccessible.Role.Graphic
    words = comparison_words(compare(first, second))
    assert [each.sentence for each in chart.drawing.spots] == [
        f"{row.name}: {row.was_now}. {row.change}. {row.detail}" for row in words.rows
    ]
    asked = heard(page)
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    assert chart.drawing.spots[1].sentence in texts(page)
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert asked == ["understand/WEL"]


def test_the_table_says_the_same_as_the_figure_and_by_how_many_answers(show, rounds, qtbot):
    first, second = rounds
    page = show(second, found=first)
    press(qtbot, page, "Show as table, What moved between the two rounds")
    words = comparison_words(compare(first, second))
    assert cells(table(page, "What moved between the two rounds")) == [
        [row.name, row.was_now, row.change, row.detail] for row in words.rows
    ]


def test_below_stand_what_was_done_what_moved_and_what_did_not(show, rounds):
    first, second = rounds
    page = show(second, found=first)
    order = ["Done in between", "Foundations that moved", "What did not move", "How to read this"]
    assert [each.text() for each in shown(page, QLabel) if each.text() in order] == order
    said = texts(page)
    assert first.actions["WEL-2/first"].title in said
    assert any(each.startswith("Same level: ") for each in said)
    assert "9 foundations have the same answer as before." in said
    assert any("A step down is as useful to know as a step up" in each for each in said)
    assert cells(table(page, "Foundations that moved")) == [
        ["Support after difficult events", "Exploring", "Developing"],
        ["Feeling safe and valued", "Not sure", "Established"],
        ["A long-term plan, not only training", "Developing", "Exploring"],
    ]


def test_a_first_round_says_what_can_be_done_here(show, council, qtbot):
    page = show(council)
    assert any("This is the first round" in each for each in texts(page))
    assert not shown(page, FigureView)
    assert focused().plain() == "What has moved since an earlier round"
    asked = heard(page)
    press(qtbot, page, "Start the next round")
    assert asked == ["next-round"]


def test_a_last_round_that_is_nowhere_can_be_chosen(show, rounds, qtbot):
    first, second = rounds
    page = show(second, chosen=first)
    assert any(
        each.startswith("The file of the last round is not in this folder") for each in texts(page)
    )
    press(qtbot, page, CHOOSE)
    assert texts(page)[1] == comparison_words(compare(first, second)).title
    assert focused().text() == CHOOSE


def test_thinking_better_of_it_changes_nothing(show, rounds, qtbot):
    page = show(rounds[1])
    before = texts(page)
    press(qtbot, page, CHOOSE)
    assert texts(page) == before


def test_a_file_that_cannot_be_read_is_told_in_a_sentence(show, rounds, qtbot):
    trouble = DocumentError("This is not a file.", safe="Nothing was changed.")
    page = show(rounds[1], found=rounds[0], chosen=trouble)
    press(qtbot, page, CHOOSE)
    assert [each.accessibleName() for each in shown(page, Notice)] == [str(trouble)]
    assert texts(page).count(comparison_words(compare(*rounds)).title) == 1  # the other one stays


def test_another_bank_is_refused_in_a_sentence(show, council, qtbot):
    bank = small.bank_of([small.domain("A", [small.question("A-1")])], bank_id="other")
    page = show(council, chosen=small.assessment_of(bank, {}))
    press(qtbot, page, CHOOSE)
    (notice,) = shown(page, Notice)
    assert notice.accessibleName().startswith("These two were made with different question banks")
    assert not shown(page, FigureView)


def test_a_later_round_that_is_chosen_stands_second(show, rounds, qtbot):
    first, second = rounds
    page = show(first, chosen=second)
    press(qtbot, page, CHOOSE)
    assert texts(page)[1] == "What moved between March and November"


def test_an_answer_that_changes_while_the_page_is_shown_shows_at_once(show, rounds):
    first, second = rounds
    page = show(second, found=first)
    page.session.attempt("Answer", edits.answer, "WEL-2", 1)
    QApplication.processEvents()
    assert "10 foundations have the same answer as before." in texts(page)


def test_the_comparison_can_go_to_paper(show, rounds, qtbot):
    page = show(rounds[1], found=rounds[0])
    wanted: list[object] = []
    page.print_wanted.connect(wanted.append)
    press(qtbot, page, "Print or save this")
    assert wanted == [rounds[0]]


def test_the_list_of_understand_leads_back_to_its_parts(show, rounds):
    page = show(rounds[1], found=rounds[0])
    assert (page.current_row(), page.rows()[-1].name) == ("over-time", "Over time")
    asked = heard(page)
    page.row_chosen("strengths")
    page.row_chosen("over-time")
    assert asked == ["understand/strengths"]


def test_showing_the_page_changes_nothing(show, rounds):
    page = show(rounds[1], found=rounds[0])
    assert page.session.undo_stack.count() == 0
    assert page.session.assessment.model_copy(update={"place": ""}) == rounds[1]


@pytest.mark.parametrize(("width", "height", "size"), SIZES)
def test_nothing_is_clipped(show, rounds, look, qtbot, width, height, size):
    look.set_text_size(size)
    page = show(rounds[1], found=rounds[0], width=width, height=height)
    press(qtbot, page, "Show as table, What moved between the two rounds")
    for _ in range(6):
        QApplication.processEvents()
    assert page.page.horizontalScrollBar().maximum() == 0
    prose = [each for each in shown(page.page.body, Prose) if each.plain()]
    for each in (*prose, *shown(page, DataTable), *shown(page, FigureView)):
        assert each.height() >= each.heightForWidth(each.width()), each
        right = each.mapTo(page.page.body, each.rect().topRight()).x()
        assert right <= page.page.viewport().width(), each
