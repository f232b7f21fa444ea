"""Understand, through the keyboard and the names that assistive technology reads."""

import dataclasses
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from nttp_readiness import resources
from nttp_readiness.address import Address, Page
from nttp_readiness.domain.answers.assessment import StageView
from nttp_readiness.domain.editing import edits
from nttp_readiness.storage.documents.documents import load_document
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.understand.understand_page import UnderstandPage
from nttp_readiness.ui.widgets.data_table import DataTable
from nttp_readiness.ui.widgets.figures.figure_view import FigureView
from nttp_readiness.ui.widgets.focus_ring import FocusRing
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.workbook.workbook import Workbook
from tests.ui.conftest import QuietAutosave
from tests.ui.elsewhere import whole
from tests.ui.focus import focused

SIZES = [(911, 472, 1.0), (1024, 640, 1.0), (1280, 800, 1.0), (1920, 1080, 1.0), (1024, 640, 2.0)]


@pytest.fixture(scope="module")
def sample():
    path = resources.assets() / "samples" / "council-service.readiness"
    return load_document(path).assessment


@pytest.fixture
def open_page(qtbot, look):
    """The page of an assessment, in its workbook."""
    kept = []

    def show(assessment, width=1280, height=800, address="understand"):
        session = Session(assessment)
        autosave: Any = QuietAutosave()
        page = UnderstandPage(look, session)
        book = Workbook(look, session, autosave, whole(look, session, {Page.UNDERSTAND: page}))
        kept.append((book, autosave))
        book.resize(width, height)
        with qtbot.waitExposed(book):
            book.show()
        book.activateWindow()
        book.show_address(Address.parse(address))
        for _ in range(4):
            QApplication.processEvents()
        return page

    yield show
    kept.clear()


def shown(page, kind):
    return [each for each in page.findChildren(kind) if each.isVisible()]


def texts(page):
    return [each.plain() for each in shown(page, Prose)]


def button(page, name):
    found = [
        each
        for each in shown(page, QAbstractButton)
        if (each.accessibleName() or each.text()) == name
    ]
    assert len(found) == 1, name
    return found[0]


def press(qtbot, page, name):
    control = button(page, name)
    control.setFocus()
    qtbot.keyClick(control, Qt.Key.Key_Space)
    QApplication.processEvents()


def heard(page):
    """Where the page asks to go, without going there."""
    asked: list[object] = []
    page.go.disconnect()
    page.go.connect(lambda address: asked.append(str(address)))
    return asked


def test_the_page_begins_with_the_stage_and_what_it_means(open_page, sample):
    said = texts(open_page(sample))
    stops = ["Support after difficult events", "Safe involvement arrangements"]
    assert said[:4:2] == [f"Safety first: {each}" for each in stops], "both are at 1"
    stage = said.index("Build foundations first")
    assert stage < 6
    assert said[stage + 1].startswith(
        "Nine of our twelve foundations are at Developing or above. Two are below. One is not "
        "known yet."
    )
    assert any(each.startswith("Our own readiness picture, not an NTTP rating.") for each in said)


def test_parts_are_read_in_the_order_of_the_page(open_page, sample):
    page = open_page(sample)
    labels = [each.text() for each in shown(page, QLabel) if not isinstance(each, Prose)]
    order = ["What keeps us at this stage", "The twelve foundations", "Strengths"]
    assert [each for each in labels if each in order] == order


def test_a_safety_stop_stands_above_everything(open_page, sample, qtbot):
    page = open_page(edits.answer(edits.answer(sample, "POW-1", 0), "WEL-2", 2))
    asked = heard(page)
    assert texts(page)[0] == "Safety first: Safe involvement arrangements"
    stop = next(each for each in shown(page, QAbstractButton) if each.text() == "Open question")
    qtbot.keyClick(stop, Qt.Key.Key_Space)
    assert asked == ["reflect/POW-1"]


def test_a_foundation_that_holds_the_stage_leads_to_its_question(open_page, sample, qtbot):
    page = open_page(sample)
    asked = heard(page)
    press(qtbot, page, "Open question, Support after difficult events")
    assert asked == ["reflect/WEL-2"]


def test_every_figure_has_a_name_a_sentence_and_a_role(open_page, sample):
    figures = shown(open_page(sample), FigureView)
    assert len(figures) == 14  # stages, stones, wheel, key, and a strip for each domain
    for figure in figures:
        face = QAccessible.queryAccessibleInterface(figure)
        assert face.role() == QAccessible.Role.Graphic
        assert face.text(QAccessible.Text.Name)
        assert face.text(QAccessible.Text.Description)


def test_the_foundations_can_be_read_as_a_table(open_page, sample, qtbot):
    page = open_page(sample)
    press(qtbot, page, "Show as table, The foundations")
    table = next(
        each for each in shown(page, DataTable) if each.accessibleName() == "The foundations"
    )
    assert table.model().rowCount() == 12


def strips(page):
    return [each for each in shown(page, FigureView) if each.accessibleName().startswith("Level")]


def test_the_level_strips_are_one_tab_stop_and_the_arrows_go_from_domain_to_domain(
    open_page, sample, qtbot
):
    page = open_page(sample)
    ring = FocusRing(page.window())
    found = strips(page)
    stops = [each for each in found if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert (len(found), stops) == (10, found[:1])
    found[0].setFocus(Qt.FocusReason.TabFocusReason)
    heard_of = []
    for _ in found:
        here = QApplication.focusWidget()
        heard_of.append(here.accessibleName())
        top = here.mapTo(page.page.viewport(), here.rect().topLeft()).y()
        assert 0 <= top <= page.page.viewport().height() - here.height()
        qtbot.keyClick(here, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is found[0]
    assert ring.frame.widget() is found[0]
    assert len(set(heard_of)) == 10
    assert heard_of[1] == (
        "Level strip for Staff care, support and wellbeing: level 2, Developing; could be 1 to 2."
    )


def test_in_large_text_a_strip_comes_into_view_with_the_name_of_its_domain(
    open_page, sample, look, qtbot
):
    look.set_text_size(2.0)
    page = open_page(sample, 911, 472)
    ring = FocusRing(page.window())
    name = sample.bank.domains[4].name
    words = next(each for each in shown(page, Prose) if each.plain() == name)
    page.page.verticalScrollBar().setValue(page.page.verticalScrollBar().maximum())
    strips(page)[4].setFocus(Qt.FocusReason.TabFocusReason)

    def in_view():
        top = words.mapTo(page.page.viewport(), QPoint()).y()
        return 0 <= top <= page.page.viewport().height() - words.height()

    qtbot.waitUntil(in_view)
    assert ring.frame.widget() is strips(page)[4]


@pytest.mark.parametrize("by", ["key", "mouse", "press"])
def test_a_level_strip_opens_its_domain_s_working(open_page, sample, qtbot, by):
    page = open_page(sample)
    strip = strips(page)[1]
    if by == "key":
        strip.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.keyClick(strip, Qt.Key.Key_Return)
    elif by == "mouse":
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton)
    else:
        QAccessible.queryAccessibleInterface(strip).actionInterface().doAction("Press")
    focus = focused()
    assert focus.accessibleName() == "How was this worked out? Staff care, support and wellbeing"
    assert focus.isChecked()


def test_where_a_strip_is_gone_the_tab_stop_goes_to_the_first_that_is_left(open_page, sample):
    page = open_page(sample)
    strips(page)[6].setFocus(Qt.FocusReason.TabFocusReason)
    for each in sample.bank.domains[6].indicators:
        page.session.attempt("Answer", edits.answer, each.id, "not_relevant")
    left = strips(page)
    assert len(left) == 9
    assert [each for each in left if each.focusPolicy() & Qt.FocusPolicy.TabFocus] == left[:1]


def test_what_is_said_of_a_stone_stands_beneath_the_stones(open_page, sample, qtbot):
    page = open_page(sample)
    hint = "Point at a stone, or use the arrow keys. Enter opens its question."
    assert hint in texts(page)
    stones = next(each for each in shown(page, FigureView) if "found" in each.accessibleName())
    stones.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(3):
        qtbot.keyClick(stones, Qt.Key.Key_Right)
    assert "Support after difficult events: 1 Exploring. Keeps us at this stage." in texts(page)
    assert hint not in texts(page)


@pytest.mark.parametrize(("width", "height", "size"), [(911, 472, 1.0), (911, 472, 2.0)])
def test_the_petal_that_the_keys_are_at_is_in_view(
    open_page, sample, look, qtbot, width, height, size
):
    look.set_text_size(size)
    page = open_page(sample, width, height)
    wheel = next(each for each in shown(page, FigureView) if "wheel" in each.accessibleName())
    wheel.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(10):
        qtbot.keyClick(wheel, Qt.Key.Key_Right)
        top = wheel.part().mapTo(page.page.viewport(), QPoint()).y()
        assert 0 <= top <= page.page.viewport().height() - wheel.part().height()


def test_the_table_beside_the_wheel_has_a_row_for_each_domain(open_page, sample):
    table = shown(open_page(sample), DataTable)[0]
    assert table.accessibleName() == "Levels of the domains"
    assert table.model().rowCount() == 10


def test_a_petal_opens_its_domain_s_row(open_page, sample, qtbot):
    page = open_page(sample)
    wheel = next(each for each in shown(page, FigureView) if "wheel" in each.accessibleName())
    wheel.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(wheel, Qt.Key.Key_Right)
    qtbot.keyClick(wheel, Qt.Key.Key_Return)
    focus = focused()
    assert focus.accessibleName() == "How was this worked out? Staff care, support and wellbeing"
    assert str(page.address()) == "understand/WEL"
    assert page.current_row() == "domains"


def test_a_working_opens_under_its_row_and_leaves_the_row_where_it_is(open_page, sample, qtbot):
    page = open_page(sample, address="understand/WEL")
    name = "How was this worked out? Staff care, support and wellbeing"
    before = button(page, name).mapTo(page, page.rect().topLeft())
    press(qtbot, page, name)
    assert button(page, name).mapTo(page, page.rect().topLeft()) == before
    said = texts(page)
    for lead in ("The rule.", "Level 2.", "Could be 1 to 2.", "What would change it."):
        assert any(each.startswith(lead) for each in said)
    table = next(
        each for each in shown(page, DataTable) if "was worked out" in each.accessibleName()
    )
    assert table.model().rowCount() == 8  # seven questions and the sums


def test_every_sum_with_its_rounding_opens_within_the_working(open_page, sample, qtbot):
    page = open_page(sample)
    press(qtbot, page, "How was this worked out? Staff care, support and wellbeing")
    press(qtbot, page, "Every sum, with its rounding, Staff care, support and wellbeing")
    tables = {each.accessibleName(): each for each in shown(page, DataTable)}
    index = tables["Index of Staff care, support and wellbeing"].model()
    rows = [[index.index(n, c).data() for c in range(3)] for n in range(index.rowCount())]
    assert ["Index", "100 × 11 ÷ (4 × 6)", "46"] in rows
    assert ["High end", "100 × (11 + 4) ÷ (4 × 7)", "54"] in rows
    assert any(each.startswith("Kept as an exact fraction") for each in texts(page))


def test_every_sum_of_the_stage_and_the_overall_index_opens_within_its_working(
    open_page, sample, qtbot
):
    page = open_page(sample)
    press(qtbot, page, "How was this worked out?")
    press(qtbot, page, "Every sum, with its rounding, stage and overall index")
    tables = {each.accessibleName(): each.model() for each in shown(page, DataTable)}
    stage, overall = tables["Readiness stage"], tables["Overall index"]
    assert stage.index(stage.rowCount() - 1, 2).data() == "Build foundations first"
    assert overall.rowCount() == 11  # ten domains and their mean
    assert overall.index(10, 2).data() == "54"


def test_one_sentence_says_what_comes_of_it_when_all_that_holds_has_moved(open_page, sample):
    page = open_page(sample)
    assert "When all three reach Developing, the stage is Ready to start small." in texts(page)


def test_a_question_named_in_a_working_can_be_opened(open_page, sample, qtbot):
    page = open_page(sample)
    asked = heard(page)
    press(qtbot, page, "How was this worked out? Staff care, support and wellbeing")
    press(qtbot, page, "Feeling safe and valued, open question")
    assert asked == ["reflect/WEL-3"]


def test_the_stage_opens_to_its_working_and_to_what_would_change_it(open_page, sample, qtbot):
    page = open_page(sample)
    press(qtbot, page, "How was this worked out?")
    press(qtbot, page, "What would change this?")
    tables = [each.accessibleName() for each in shown(page, DataTable)]
    assert "How the stage was worked out" in tables
    assert any("Two answers move it to Find out first" in each for each in texts(page))


def test_another_stage_needs_a_reason_and_both_are_shown(open_page, sample, qtbot):
    page = open_page(edits.set_stage_view(sample, None))
    press(qtbot, page, "Does this stage fit?")
    press(qtbot, page, "Find out first")
    assert page.session.assessment.stage_view is None
    assert "Please say in a sentence why this stage fits better." in texts(page)
    reason = next(each for each in shown(page, QWidget) if each.accessibleName() == "Why")
    reason.setFocus()
    qtbot.keyClicks(reason, "We know")
    assert QApplication.focusWidget() is reason
    view: StageView = page.session.assessment.stage_view
    assert (view.stage, view.computed, view.reason) == ("find_out", "build_foundations", "We know")
    said = [each for each in texts(page) if each.startswith("We see ourselves at “Find out first”")]
    assert "The answers give “Build foundations first”. Our reason: We know" in said[0]
    assert "Build foundations first" in texts(page)[:6]  # the computed stage stays
    press(qtbot, page, "Take back our view")
    assert page.session.assessment.stage_view is None


def test_one_go_of_typing_a_reason_is_one_step_of_undo(open_page, sample, qtbot):
    page = open_page(edits.set_stage_view(sample, None))
    press(qtbot, page, "Does this stage fit?")
    press(qtbot, page, "Find out first")
    reason = next(each for each in shown(page, QWidget) if each.accessibleName() == "Why")
    qtbot.keyClicks(reason, "We know")
    assert page.session.undo_stack.count() == 1
    page.session.undo_stack.undo()
    assert page.session.assessment.stage_view is None


def test_a_reason_takes_as_much_as_it_can_hold_and_says_so(open_page, sample, qtbot):
    page = open_page(sample)
    refused: list[object] = []
    page.session.refused.connect(refused.append)
    press(qtbot, page, "Does this stage fit?")
    reason = next(each for each in shown(page, QWidget) if each.accessibleName() == "Why")
    qtbot.keyClicks(reason, "Yes")
    reason.setPlainText("Yes" + "x" * 60_000)
    assert not refused
    assert page.session.assessment.stage_view.reason == reason.toPlainText()
    assert reason.toPlainText() == "Yes" + "x" * 59_997
    said = [each.plain() for each in shown(page, Prose)]
    assert any(
        each.startswith("“Why” takes no more than 60000 letters: the last 3 letters")
        for each in said
    )


def test_a_chosen_row_scrolls_there_and_scrolling_moves_the_row(open_page, sample):
    page = open_page(sample)
    bar = page.page.verticalScrollBar()
    assert [row.key for row in page.rows()][:4] == ["stand", "strengths", "picture", "domains"]
    page.row_chosen("picture")
    assert bar.value() > 0
    assert page.current_row() == "picture"
    bar.setValue(bar.maximum())
    assert page.current_row() == "domains"
    bar.setValue(0)
    assert page.current_row() == "stand"


def test_the_last_row_stays_chosen_where_its_part_cannot_reach_the_top(open_page, sample):
    page = open_page(sample, height=2600)
    page.row_chosen("domains")
    assert page.current_row() == "domains"


def test_an_address_names_a_part_or_a_domain(open_page, sample):
    assert open_page(sample, address="understand/strengths").current_row() == "strengths"
    page = open_page(sample, address="understand/SVC")
    assert str(page.address()) == "understand/SVC"
    assert "Service design and delivery" in QApplication.focusWidget().accessibleName()
    assert str(open_page(sample, address="understand/nothing").address()) == "understand"


def test_without_answers_the_page_says_what_will_stand_here(open_page, sample):
    page = open_page(sample.model_copy(update={"answers": {}, "stage_view": None}))
    asked = heard(page)
    assert "Nothing is answered yet, so there is nothing to show yet." in texts(page)
    assert (page.rows(), page.main_words()) == ((), "Go to the questions")
    page.main()
    assert asked == ["reflect"]


def test_a_route_without_a_stage_says_so_and_shows_what_it_can(open_page, sample):
    page = open_page(edits.set_profile(sample, route="leadership-and-accountability"))
    said = texts(page)
    assert "No stage with this set of questions" in said
    assert "Accountability and long-term commitment" in said
    assert "Service design and delivery" not in said
    assert "How was this worked out?" not in [
        each.accessibleName() for each in shown(page, QWidget)
    ]


def test_from_here_one_goes_to_the_plan_or_back_to_the_check(open_page, sample):
    page = open_page(sample)
    asked = heard(page)
    page.main()
    assert (asked, str(page.back_address())) == (["plan"], "check")


def test_showing_the_page_changes_nothing(open_page, sample):
    page = open_page(sample)
    assert page.session.undo_stack.count() == 0
    assert dataclasses.asdict(page.session.view.card.counts)["of"] == 60
    assert page.session.assessment.model_copy(update={"place": sample.place}) == sample


def test_a_change_shows_at_once_and_keeps_what_is_open(open_page, sample, qtbot):
    page = open_page(sample)
    name = "How was this worked out? Staff care, support and wellbeing"
    press(qtbot, page, name)
    scroll = page.page.verticalScrollBar().value()
    page.session.attempt("Answer", edits.answer, "WEL-3", 3)
    QApplication.processEvents()
    assert button(page, name).isChecked()
    assert QApplication.focusWidget() is button(page, name)
    assert page.page.verticalScrollBar().value() == pytest.approx(scroll, abs=200)
    assert not any(each.startswith("Could be 1 to 2.") for each in texts(page))


def test_the_page_takes_every_width_and_comes_back(open_page, sample, qtbot):
    page = open_page(sample)
    whole = page.page.body.height()
    for width in (420, 1280):
        page.window().resize(width, 800)
        for _ in range(8):
            QApplication.processEvents()
        assert page.page.horizontalScrollBar().maximum() == 0
    assert page.page.body.height() == whole


def test_what_has_not_changed_is_not_built_anew(open_page, sample):
    page = open_page(sample)
    name = "Open question, Support after difficult events"
    before = button(page, name)
    page.session.attempt("Answer", edits.answer, "SVC-5", 2)
    assert button(page, name) is before


def test_what_holds_the_stage_takes_the_whole_width_where_it_is_narrow(open_page, sample, look):
    look.set_text_size(2.0)
    page = open_page(sample, 1024, 640)
    mover = next(each for each in shown(page, Prose) if each.plain().startswith("To find out:"))
    assert mover.width() > 0.85 * mover.parentWidget().width()


@pytest.mark.parametrize(("width", "height", "size"), SIZES)
def test_nothing_is_clipped(open_page, sample, look, qtbot, width, height, size):
    look.set_text_size(size)
    page = open_page(sample, width, height)
    for each in shown(page, QAbstractButton):
        if "worked out?" in each.accessibleName():
            each.click()
    for _ in range(6):
        QApplication.processEvents()
    assert page.page.horizontalScrollBar().maximum() == 0
    prose = [each for each in shown(page.page.body, Prose) if each.plain()]
    for each in (*prose, *shown(page, DataTable), *shown(page, FigureView)):
        assert each.height() >= each.heightForWidth(each.width()), each
        right = each.mapTo(page.page.body, each.rect().topRight()).x()
        assert right <= page.page.viewport().width(), each
