"""A key held, pressed by mistake, or pressed by the wrong person: nothing is gone for good."""

from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton

from nttp_readiness.address import workshop_address
from nttp_readiness.domain.answers.workshop import Group, Tally
from nttp_readiness.domain.bank.scale import LEVELS
from nttp_readiness.domain.editing import edits, vote_edits, workshop_edits
from nttp_readiness.domain.editing.ballots import Ballot
from nttp_readiness.storage.documents.documents import save_document
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.shell.open_document import OpenDocument
from nttp_readiness.ui.workshop.ballots.ballot_page import BallotPage
from nttp_readiness.ui.workshop.ballots.collector import Collector
from nttp_readiness.ui.workshop.ballots.leave_page import LeavePage
from nttp_readiness.ui.workshop.room.wall_view import WallView
from nttp_readiness.ui.workshop.workshop_page import WorkshopPage

CAMPS = Tally(levels=(1, 4, 0, 5, 1), not_sure=1)
ONE = Tally(levels=(0, 0, 1, 0, 0))
ENTER = Qt.Key.Key_Return
DAYLIGHT = Qt.KeyboardModifier.NoModifier


def hold(key, text="", times=40):
    """A key as it comes from a keyboard when it is held: one press, and repeats."""
    for number in range(times):
        focus = QApplication.focusWidget()
        assert focus is not None
        press = QKeyEvent(QEvent.Type.KeyPress, key, DAYLIGHT, text, number > 0)
        QApplication.sendEvent(focus, press)
        QApplication.processEvents()
    release = QKeyEvent(QEvent.Type.KeyRelease, key, DAYLIGHT, text)
    QApplication.sendEvent(QApplication.focusWidget(), release)


def button(window, words):
    return next(each for each in window.findChildren(QPushButton)
                if each.text() == words and each.isVisible())  # fmt: skip


@pytest.fixture
def ballots(look, show, session):
    made: Any = BallotPage(look, session, Collector(session))
    made.session = session
    return show(made, (1280, 800))


@pytest.fixture
def wall(look, show, begun):
    session = Session(vote_edits.tally(begun, "Team", {"WEL-1": CAMPS, "WEL-2": ONE}))
    made: Any = WallView(look, session, Collector(session))
    made.session = session
    return show(made)


@pytest.fixture
def page(look, show, begun):
    counts = {"LEA-1": CAMPS, "WEL-1": CAMPS, "WEL-2": ONE}
    session = Session(vote_edits.tally(begun, "Team", counts))
    made: Any = WorkshopPage(look, session)
    made.open("collect")
    made.refresh()
    return show(made)


def vote(wall, key):
    return wall.session.assessment.workshop.round.questions[key]


# ---- held keys


def test_a_held_enter_on_a_ballot_goes_one_step_and_casts_nothing(ballots):
    hold(ENTER)
    assert ballots.walk._at == 0
    hold(ENTER)
    assert ballots.walk._at == 1
    assert ballots._collector.box.waiting == 0


def test_a_held_enter_at_the_end_passes_before_you_finish_by_nobodys_will(ballots, hands):
    hands.press(ENTER, "2", *[ENTER] * 11)
    hold(ENTER)
    assert "Before you finish" in hands.said(ballots)
    assert ballots._collector.box.waiting == 0


def test_a_held_space_on_the_wall_warns_and_closes_nothing(wall, hands):
    wall.show_question("WEL-2")
    hold(Qt.Key.Key_Space, " ")
    assert not vote(wall, "WEL-2").vote.closed
    assert "Press Space again" in hands.said(wall)


@pytest.mark.parametrize("key", [(Qt.Key.Key_V, "v"), (Qt.Key.Key_Escape, "")])
def test_other_held_keys_do_nothing_twice_either(wall, hands, key):
    wall.show_question("WEL-1")
    hands.press(" ", "l" if key[1] == "" else "")
    hold(*key)
    assert wall.isVisible()
    assert len(vote(wall, "WEL-1").votes) == 1


# ---- an empty ballot, and answers thrown away


def test_a_wholly_empty_ballot_is_asked_about_once(ballots, hands):
    hands.press(*[ENTER] * 13)
    hands.finish()
    assert "You have left every question open." in hands.said(ballots)
    hands.press(ENTER)  # the button with the focus changes nothing
    assert ballots._collector.box.waiting == 0
    hands.press(ENTER)
    button(ballots, "Hand it in empty").click()
    assert ballots._collector.box.waiting == 1


def test_stopping_asks_before_answers_are_thrown_away(ballots, hands):
    hands.press(ENTER, "2", ENTER, "3", ENTER)
    button(ballots, "Stop, and keep nothing").click()
    assert "You have answered 2 questions. None of them would be kept" in hands.said(ballots)
    button(ballots, "Go on answering").click()
    assert len(ballots.walk.answers()) == 2
    button(ballots, "Stop, and keep nothing").click()
    button(ballots, "Keep nothing").click()
    assert ballots.walk.answers() == {}


# ---- the facilitator's window


def system_close(window):
    """As Alt+F4 and the window's own cross do."""
    event = QCloseEvent()
    event.spontaneous = lambda: True
    window.closeEvent(event)
    return event


def test_no_participant_reaches_the_facilitators_window(ballots, hands):
    button(ballots, "Everybody is done").click()
    assert ballots.isVisible()
    assert isinstance(ballots._stack.currentWidget(), LeavePage)
    hands.press("guess", ENTER)
    assert ballots.isVisible()
    assert "This is not the word" in hands.said(ballots)
    hold(ENTER)
    assert ballots.isVisible()
    hands.press(Qt.Key.Key_Escape)
    assert ballots._stack.currentWidget() is ballots.welcome


def test_alt_f4_in_the_middle_leads_to_the_word_and_back_to_the_same_answers(ballots, hands):
    hands.press(ENTER, "2", ENTER)
    assert not system_close(ballots).isAccepted()
    assert ballots.isVisible()
    button(ballots, "Back to the ballots").click()
    assert ballots._stack.currentWidget() is ballots.walk
    assert len(ballots.walk.answers()) == 1


def test_the_word_leads_back_and_so_does_holding_on(ballots, hands, qtbot):
    button(ballots, "Everybody is done").click()
    leave = ballots._stack.currentWidget()
    leave._held.setInterval(20)
    leave.hold.pressed.emit()
    leave.hold.released.emit()
    qtbot.wait(60)
    assert ballots.isVisible()
    with qtbot.waitSignal(ballots.left):
        hands.press(ballots._collector.word, ENTER)


def test_holding_the_button_long_enough_leads_back_as_well(ballots, qtbot):
    button(ballots, "Everybody is done").click()
    leave = ballots._stack.currentWidget()
    leave._held.setInterval(20)
    with qtbot.waitSignal(ballots.left):
        leave.hold.pressed.emit()


def test_the_last_group_is_named_to_whoever_answers(look, show, council, hands):
    groups = [Group(name="Leaders", size=1), Group(name="Admin", size=9)]
    begun = workshop_edits.start_round(council, groups, today=council.profile.started)
    key = council.asked[0].id
    begun = vote_edits.tally(begun, "Leaders", {key: ONE})
    session = Session(begun)
    page = show(BallotPage(look, session, Collector(session)))
    assert "You answer as one of “Admin”" in hands.said(page)


# ---- closing


def test_closing_every_question_asks_and_offers_those_with_enough_answers(page, hands):
    page.collect.closing.every_button.click()
    said = hands.said(page)
    assert (
        "1 question has fewer than 5 answers. If you close it now, its counts stay hidden" in said
    )
    questions = page.session.assessment.workshop.round.questions
    assert not any(each.vote.closed for each in questions.values())
    button(page, "Close the 2 with enough answers").click()
    questions = page.session.assessment.workshop.round.questions
    assert {key for key, each in questions.items() if each.vote.closed} == {"LEA-1", "WEL-1"}


def test_the_first_button_of_what_is_asked_changes_nothing(page, hands):
    for asking in (page.collect.closing.every_button, page.collect.closing.round_button):
        asking.setFocus()
        hands.press(Qt.Key.Key_Space, Qt.Key.Key_Space)
        questions = page.session.assessment.workshop.round.questions
        assert not any(each.vote.closed for each in questions.values())
        assert page.session.assessment.workshop.round.closed is None


def test_one_question_is_asked_about_too_and_can_be_opened_again(page, hands):
    page.collect.closing._fold.setChecked(True)
    page.collect.closing._refresh_list()
    _, close, reopen = page.collect.closing._list._rows["WEL-2"]
    close.click()
    assert "Close “" in hands.said(page)
    assert not vote(page, "WEL-2").vote.closed
    button(page, "Close this question").click()
    assert vote(page, "WEL-2").vote.closed
    page.refresh()
    reopen.click()
    assert not vote(page, "WEL-2").vote.closed
    assert vote(page, "WEL-2").vote.people == 1


def test_a_round_closed_too_early_is_opened_again(page):
    page.collect.closing.round_button.click()
    button(page, "Close the round").click()
    assert page.session.assessment.workshop.round.closed is not None
    page.open("collect")
    page.refresh()
    page.collect.closing.reopen_button.click()
    assert page.session.assessment.workshop.round.closed is None


# ---- the second vote, and the agreed level


def test_v_by_mistake_asks_and_v_again_keeps_the_picture_and_is_called_off(wall, hands):
    wall.show_question("WEL-1")
    hands.press(" ", "1", "v")
    assert len(vote(wall, "WEL-1").votes) == 1
    assert "Press V again to open it" in hands.said(wall)
    hands.press("v")
    assert len(vote(wall, "WEL-1").votes) == 2
    assert vote(wall, "WEL-1").agreed == 1
    said = hands.said(wall)
    assert "The second vote is open. Nobody has answered yet: V cancels it." in said
    assert "5 see 0 or 1, and 6 see 3 or 4." in said
    hands.press("v")
    assert len(vote(wall, "WEL-1").votes) == 1


def test_both_votes_stand_side_by_side_on_the_wall(wall, hands):
    wall.show_question("WEL-1")
    hands.press(" ", "v", "v")
    wall._acts.count("WEL-1", "Team", Tally(levels=(0, 2, 8, 2, 0)))
    hands.press(" ")
    assert [each.counts for each in wall.slide.votes] == [CAMPS.levels, (0, 2, 8, 2, 0)]
    said = hands.said(wall)
    assert "First vote" in said
    assert "Second vote" in said


def test_space_on_a_wall_that_opens_at_a_closed_question_agrees_no_level(look, show, begun, hands):
    counted = vote_edits.tally(begun, "Team", {"WEL-1": CAMPS})
    session = Session(vote_edits.close_question(counted, "WEL-1"))
    wall: Any = show(WallView(look, session, Collector(session)))
    wall.session = session
    hold(Qt.Key.Key_Space, " ", times=1)
    wall.parts.after.segments.focus_choice()
    hold(Qt.Key.Key_Space, " ", times=1)
    assert vote(wall, "WEL-1").agreed is None
    hold(ENTER, times=1)
    assert vote(wall, "WEL-1").agreed == 0
    hold(Qt.Key.Key_Delete, times=1)
    assert vote(wall, "WEL-1").agreed is None


def test_keys_pressed_in_the_notes_act_on_the_wall(wall, hands):
    wall.show_question("WEL-1")
    hands.press("n", "n")
    wall.notes.activateWindow()
    wall.notes._page.setFocus()
    hands.press(" ")
    assert vote(wall, "WEL-1").vote.closed
    hands.press(Qt.Key.Key_Right)
    assert wall.indicator != "WEL-1"


def test_page_down_of_a_clicker_goes_on_to_the_next_question(wall, hands):
    first = wall.indicator
    hands.press(Qt.Key.Key_PageDown, Qt.Key.Key_PageDown)
    assert wall.indicator != first
    hands.press(Qt.Key.Key_PageUp, Qt.Key.Key_PageUp)
    assert wall.indicator == first


def test_what_was_added_stands_calmly_beside_the_view_that_was_kept(wall, hands):
    wall.show_question("WEL-1")
    hands.press(" ", "m", "Nights see less", ENTER)
    hands.press("a", "Ask nights", ENTER)
    said = hands.said(wall)
    assert "Added to the plan: Ask nights" in said
    assert "Also kept: Nights see less" in said
    assert wall.state.told_well


# ---- minimums and consent


@pytest.fixture
def prepare(look, show, begun):
    made: Any = WorkshopPage(look, Session(begun))
    made.open("prepare")
    made.refresh()
    return show(made)


def minimum(page):
    return page.session.assessment.workshop.round.room_minimum


def choose(field, value):
    field.control.show_choice(value)
    field.control.chosen.emit(value)


def test_a_mistyped_minimum_is_free_until_the_first_answer_and_warns(prepare, hands):
    choose(prepare.prepare.room, 50)
    assert minimum(prepare) == 50
    prepare.refresh()
    assert "12 people are asked, so no count would ever be shown." in hands.said(prepare)
    choose(prepare.prepare.room, 5)
    assert minimum(prepare) == 5


def test_after_the_first_answer_a_higher_minimum_is_asked_about(prepare, hands):
    prepare.session.attempt("", vote_edits.tally, "Team", {"WEL-1": ONE})
    prepare.refresh()
    choose(prepare.prepare.room, 40)
    assert minimum(prepare) == 5
    assert "this cannot be lowered again in this round" in hands.said(prepare)
    button(prepare, "Leave it as it is").click()
    assert prepare.prepare.room.control.value == 5
    choose(prepare.prepare.room, 10)
    button(prepare, "Raise it for this round").click()
    assert minimum(prepare) == 10


def test_consent_can_be_withdrawn_while_answers_come_in(prepare):
    prepare.session.attempt("", vote_edits.tally, "Team", {"WEL-1": ONE})
    prepare.refresh()
    prepare.prepare.consent.click()
    assert not prepare.session.assessment.workshop.round.consent


def test_enter_on_the_consent_box_does_not_begin_to_collect(
    look, show, council, hands, tmp_path, monkeypatch
):
    """In the whole window, where Enter is the main button's."""
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "home"))
    path = tmp_path / "ours.readiness"
    save_document(path, council, expected=None)
    opened = OpenDocument.open(look, path)
    show(opened.workbook, (1280, 800))
    opened.workbook.show_address(workshop_address("prepare"))
    QApplication.processEvents()
    opened.workshop.prepare.consent.setFocus()
    hands.press(ENTER)
    assert opened.session.assessment.workshop is None
    opened.workshop.prepare.setFocus()
    opened.workbook.main_button.setFocus()
    hands.press(ENTER)
    assert opened.session.assessment.workshop is not None


# ---- keys that mean something to a question that is not on the wall just now


def test_space_that_would_leave_somebody_out_says_for_how_many_first(look, show, begun, hands):
    collector = Collector(Session(begun))
    for number in range(7):
        assert collector.put_in(Ballot(group="Team", answers={"WEL-1": LEVELS[number % 5]}))
    wall: Any = show(WallView(look, collector._session, collector))
    wall.show_question("WEL-1")
    hands.press(" ")
    assert wall.slide.state == "open"
    assert "5 of 12 people have not answered this and can no longer do so" in hands.said(wall)
    hands.press(" ")
    assert wall.slide.state == "shown"


@pytest.mark.parametrize("lies_over", ["l", "p"])
def test_no_key_acts_on_a_question_that_something_lies_over(
    look, show, begun, hands, lies_over
):  # fmt: skip
    begun = edits.add_action(begun, "Ask the night shift")
    begun = edits.change_action(begun, next(iter(begun.actions)), owner="Lead")
    full = Tally(levels=(0, 0, 12, 0, 0))
    counted = vote_edits.tally(begun, "Team", {"WEL-1": CAMPS, "WEL-2": full})
    session = Session(vote_edits.close_question(counted, "WEL-1"))
    wall: Any = show(WallView(look, session, Collector(session)))
    for question in ("WEL-1", "WEL-2"):
        wall.show_question(question)
        hands.press(lies_over)
        assert wall.state.slide_to_act_on is None
        before = session.assessment
        for key in (" ", " ", "2", "v", "v", "u", "b", "c", "a", "m", "e", "g", Qt.Key.Key_Delete):
            hands.press(key)
            assert wall.ballots is None
            assert not wall._forms.is_open
        assert session.assessment == before
        hands.press(Qt.Key.Key_Escape)
        assert wall.isVisible()
