"""What somebody hears who sees neither the wall nor the ballots, and what nobody is to hear."""

from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from nttp_readiness.domain.answers.workshop import Tally
from nttp_readiness.domain.editing import vote_edits
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.theme import accessibility, single_keys
from nttp_readiness.ui.widgets.arrival import lead_below
from nttp_readiness.ui.workshop import closing_section, ways_section
from nttp_readiness.ui.workshop.ballots import ballot_walk, poll_page
from nttp_readiness.ui.workshop.ballots.ballot_page import BallotPage
from nttp_readiness.ui.workshop.ballots.collector import Collector
from nttp_readiness.ui.workshop.ballots.cover_page import CoverPage
from nttp_readiness.ui.workshop.ballots.leave_page import LeavePage
from nttp_readiness.ui.workshop.ballots.poll_page import PollPage
from nttp_readiness.ui.workshop.room import wall_view
from nttp_readiness.ui.workshop.room.wall_view import WallView
from nttp_readiness.ui.workshop.workshop_page import WorkshopPage

FEW = Tally(levels=(0, 0, 1, 0, 0))
ENOUGH = Tally(levels=(1, 4, 0, 5, 1), not_sure=1)


@pytest.fixture
def heard(monkeypatch):
    """Every announcement, in order."""
    found: list[str] = []
    for module in (accessibility, closing_section, ways_section, ballot_walk, poll_page, wall_view):
        monkeypatch.setattr(module, "announce", lambda _widget, words: found.append(words))
    return found


@pytest.fixture
def ballots(look, show, session):
    return show(BallotPage(look, session, Collector(session)), (1280, 800))


def wall_with(look, show, begun, counts):
    session = Session(vote_edits.tally(begun, "Team", counts))
    made: Any = WallView(look, session, Collector(session))
    return show(made)


def test_each_person_is_told_of_headphones_before_they_answer(ballots, look, show, hands):
    assert "headphones" in ballots.welcome.accessibleName()
    assert "headphones" in hands.said(ballots)
    ballots.hide()  # in the program one takes the place of the other
    cover = show(CoverPage(look))
    said = lead_below(cover._heading, cover._page)  # with which the page is greeted
    assert "Plug in headphones" in said
    assert "or ask somebody to look" in said


def test_the_facilitators_word_is_neither_seen_nor_read_aloud(look, show):
    page = show(LeavePage(look, "heron"))
    assert page.word.control.echoMode() is QLineEdit.EchoMode.Password


def test_one_enter_too_many_hands_in_nothing_and_says_how(ballots, hands, heard):
    hands.press(hands.Key.Key_Return, "2", *[hands.Key.Key_Return] * 15)
    assert ballots._collector.box.waiting == 0
    assert "“Done” is at the foot of the page" in heard[-1]
    assert heard[-1] in hands.said(ballots)
    hands.finish()
    assert ballots._collector.box.waiting == 1


def test_neither_does_it_in_a_short_question(look, show, session, hands, heard):
    page = show(PollPage(look, Collector(session), "check_in", ("Well", "Tired")))
    hands.press(*[hands.Key.Key_Return] * 3)
    assert not page._collector.polls["check_in"].people
    assert "“Done” is at the foot of the page" in heard[-1]
    hands.finish()
    assert page._collector.polls["check_in"].people == 1


def test_how_to_answer_is_said_with_the_first_question_alone(ballots, hands):
    hands.press(hands.Key.Key_Return)
    first = ballots.walk._statement.heading.accessibleDescription()
    assert "0 to 4 choose at once" in first
    hands.press(hands.Key.Key_Return)
    second = ballots.walk._statement.heading.accessibleDescription()
    assert second == "Question 1 stays open."
    hands.press("2", hands.Key.Key_Return)
    assert ballots.walk._statement.heading.accessibleDescription() == ""


@pytest.fixture
def page(look, show, begun):
    counts = {"LEA-1": ENOUGH, "WEL-1": ENOUGH, "WEL-2": FEW}
    made: Any = WorkshopPage(look, Session(vote_edits.tally(begun, "Team", counts)))
    made.open("collect")
    made.refresh()
    return show(made)


def test_closing_every_question_says_what_has_become_of_them(page, hands, heard):
    page.collect.closing.every_button.click()
    button = next(each for each in page.findChildren(QPushButton)
                  if each.text() == "Close all 3 questions")  # fmt: skip
    button.click()
    said = (
        "2 questions are closed and can be looked at. 1 question is closed. Its counts stay"
        " hidden, as fewer than 5 answered. 9 questions have no answer and stay open."
    )
    assert heard[-1] == said
    assert said in hands.said(page)


def test_closing_one_question_says_so_and_keeps_the_focus(page, hands, heard):
    page.collect.closing._fold.click()
    close = next(each for each in page.findChildren(QPushButton)
                 if each.accessibleName() == "Close, Support after difficult events")  # fmt: skip
    close.setFocus()
    close.click()
    hands.tab_to("Close this question")
    hands.press(" ")
    assert "1 question is closed. Its counts stay hidden" in heard[-1]
    assert hands.focused() == "Question by question"


def test_what_was_shown_is_told_of_only_where_something_was(look, show, begun):
    session = Session(vote_edits.tally(begun, "Team", {"WEL-2": FEW}))
    page: Any = show(WorkshopPage(look, session))
    page.open("collect")
    page.refresh()
    page.collect.closing.round_button.click()
    assert "What was shown stays closed." not in page.collect.closing._asking.accessibleName()
    page.collect.closing._asking.leave()
    session.apply("x", vote_edits.tally(session.assessment, "Team", {"LEA-1": ENOUGH}))
    assert page.collect._collector.reveal("LEA-1")
    page.collect.closing.round_button.click()
    assert "What was shown stays closed." in page.collect.closing._asking.accessibleName()


def test_keys_of_the_wall_are_said_once_and_again_at_f1(look, show, begun, hands, heard):
    wall = wall_with(look, show, begun, {"WEL-1": ENOUGH})
    heard.clear()
    wall._say_slide()
    assert "Keys: Space: Reveal; C: Counts; B: Ballots; L: Five descriptions;" in heard[-1]
    assert "Left and Right: Question" in heard[-1]
    assert heard[-1].endswith("F1 says them again.")
    hands.press(hands.Key.Key_Right)
    assert "Keys:" not in heard[-1]
    hands.press(hands.Key.Key_F1)
    assert heard[-1].startswith("Keys: Space: Reveal;")
    single_keys.use(on=False)
    try:
        hands.press(hands.Key.Key_F1)
    finally:
        single_keys.use(on=True)
    assert heard[-1] == "Keys: Left and Right: Question; Esc: Leave."


def test_each_slide_says_whether_it_is_open_or_closed(look, show, begun, hands, heard):
    wall = wall_with(look, show, begun, {"WEL-2": FEW})
    wall.show_question("WEL-2")
    assert "Open: 1 of 12 people has answered." in heard[-1]
    hands.press(" ", " ")
    assert heard[-1].startswith("Closed.")


def test_the_five_levels_are_heard_short_and_then_one_by_one(look, show, begun, hands, heard):
    wall = wall_with(look, show, begun, {"WEL-1": ENOUGH})
    hands.press("l")
    assert "You would see" not in heard[-1]
    shown = wall.slide
    assert all(each.sentence in heard[-1] for each in shown.levels)
    hands.press(hands.Key.Key_Down)
    assert heard[-1].startswith("0, Not yet:")
    hands.press(hands.Key.Key_Down, hands.Key.Key_Down, hands.Key.Key_Up)
    assert heard[-1].startswith("1, Exploring:")
    assert shown.levels[1].signs_sentence in heard[-1]


def test_what_a_key_says_is_not_talked_over_by_what_is_said_on_arriving(
    look, show, begun, hands, heard, qtbot
):
    wall = wall_with(look, show, begun, {"WEL-1": ENOUGH})
    hands.press("l")
    # Somebody comes back to the wall, twice, and goes on at once.
    for _ in range(2):
        QApplication.sendEvent(wall, QEvent(QEvent.Type.ActivationChange))
    hands.press(hands.Key.Key_Down)
    said = len(heard)
    qtbot.wait(wall_view._ARRIVED_MS * 2)
    assert len(heard) == said
    assert heard[-1].startswith("0, Not yet:")


def test_who_comes_back_to_the_wall_hears_it_once_and_after_the_keys(
    look, show, begun, hands, heard, qtbot
):
    wall = wall_with(look, show, begun, {"WEL-1": ENOUGH})
    qtbot.waitUntil(lambda: bool(heard))
    heard.clear()
    for _ in range(2):
        QApplication.sendEvent(wall, QEvent(QEvent.Type.ActivationChange))
    hands.press(hands.Key.Key_F1)
    qtbot.wait(wall_view._ARRIVED_MS * 2)
    keys, slide = heard
    assert keys.startswith("Keys: ")
    assert wall.slide.where in slide


def test_collecting_begins_where_answers_come_from_as_long_as_there_are_none(look, show, begun):
    empty: Any = show(WorkshopPage(look, Session(begun)))
    empty.open("collect")
    empty.refresh()
    empty.arrive()
    assert empty.window().focusWidget() is empty.collect.ways.ballots_button
    assert "Enter:" not in empty.accessibleName()


def test_support_is_one_step_away_in_a_short_question_too(look, show, session, hands):
    page = show(PollPage(look, Collector(session), "check_in", ("Well", "Tired")))
    for _ in range(2):
        hands.tab_to("Support")
        hands.press(hands.Key.Key_Return)
        assert "you can stop at any point" in hands.said(page)
        hands.press(hands.Key.Key_Escape)
        assert hands.focused() == "Support"
        if page.question.isHidden():
            hands.tab_to("Start my answers")
            hands.press(hands.Key.Key_Return)
