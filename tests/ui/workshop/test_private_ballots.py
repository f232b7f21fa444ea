"""One laptop goes round: each person answers alone, and after Done nothing of theirs is left."""

import gc
import random
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QRadioButton

from nttp_readiness.domain.answers.workshop import Group
from nttp_readiness.domain.editing import edits, workshop_edits
from nttp_readiness.domain.editing.ballots import Ballot, BallotBox
from nttp_readiness.storage.documents.document_bytes import document_bytes
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.workshop.ballots.ballot_page import BallotPage
from nttp_readiness.ui.workshop.ballots.collector import Collector
from tests.ui.focus import focused

QUESTIONS = 12


@pytest.fixture
def page(look, show, session):
    made: Any = BallotPage(look, session, Collector(session, chance=random.Random(5)))
    made.session = session
    return show(made, (1280, 800))


def vote(hands, *choices):
    """Start, answer the first questions by key, and go on to the end."""
    hands.press(hands.Key.Key_Return)
    for choice in (*choices, *("",) * (QUESTIONS - len(choices))):
        if choice:
            hands.press(choice)
        hands.press(hands.Key.Key_Return)


def whole_ballot(hands, *choices):
    vote(hands, *choices)
    hands.finish()


def tallied(session, key):
    question = session.assessment.workshop.round.questions.get(key)
    return question.vote.tallies["Team"].levels if question else (0,) * 5


def test_a_person_answers_by_keys_and_it_counts_once_they_say_done(page, hands):
    vote(hands, "2", "N", "4")
    assert "3 of 12 questions have an answer. You left 9 open, and that is fine." in hands.said(
        page
    )
    assert page._collector.box.waiting == 0
    hands.press(*[hands.Key.Key_Return] * 3)  # so many too many hand in nothing
    assert page._collector.box.waiting == 0
    hands.finish()
    assert page._collector.box.waiting == 1
    assert "Thank you. Your answers are in." in hands.said(page)


def test_before_done_a_person_can_step_back_and_change_an_answer(page, hands):
    vote(hands, "2", "3")
    hands.tab_to("Back")
    for _ in range(QUESTIONS):
        hands.press(hands.Key.Key_Return)
        back = next(each for each in page.findChildren(QAbstractButton)
                    if each.text() == "Back" and each.isVisible())  # fmt: skip
        back.setFocus()
        if not back.isEnabled():
            break
    assert page.walk._at == 0
    page.walk._group.focus_choice()
    assert focused().isChecked()
    hands.press("0")
    assert list(page.walk.answers().values()) == [0, 3]


def test_the_first_question_of_the_next_person_shows_no_answer(page, hands):
    whole_ballot(hands, "2", "3", "1")
    hands.press(hands.Key.Key_Return)
    assert not any(each.isChecked() for each in page.findChildren(QRadioButton))
    assert "Chosen" not in hands.said(page)
    assert page.walk.answers() == {}


def test_nothing_of_the_assessment_itself_is_seen_by_those_who_answer(page, hands):
    assert page.session.assessment.answer("LEA-1").choice is not None
    hands.press(hands.Key.Key_Return)
    assert not any(each.isChecked() for each in page.findChildren(QRadioButton))


def test_leaving_asks_nothing_and_keeps_nothing(page, hands, qtbot):
    vote(hands, "2", "3", "1")
    with qtbot.waitSignal(page.left):
        page.close()
    assert page.walk.answers() == {}
    assert page._collector.box.waiting == 0
    assert page.session.assessment.workshop.round.questions == {}


def test_stopping_leads_to_the_next_person_and_keeps_nothing(page, hands):
    vote(hands, "2", "3")
    hands.tab_to("Stop, and keep nothing")
    hands.press(hands.Key.Key_Return)
    hands.tab_to("Keep nothing")
    hands.press(hands.Key.Key_Return)
    assert "Please hand the laptop to the next person" in hands.said(page)
    assert "Thank you" not in hands.said(page)
    assert page._collector.box.waiting == 0


def test_undo_takes_nobodys_answers_out(page, hands):
    for _ in range(10):
        whole_ballot(hands, "2")
    stack = page.session.undo_stack
    assert not stack.canUndo()
    before = page.session.assessment
    hands.press(hands.Key.Key_Z, held=Qt.KeyboardModifier.ControlModifier)
    assert page.session.assessment is before
    assert sum(tallied(page.session, "LEA-1")) == 5


def test_after_done_no_object_and_no_file_holds_what_one_person_said(page, hands):
    """The canary: one pattern of answers that no other person gives."""
    canary = ["4", "0", "N", "4", "0", "S", "3", "0", "4", "N", "1", "0"]
    for number in range(4):
        whole_ballot(hands, "1", "2", "1", "2")
        if number == 1:
            whole_ballot(hands, *canary)
    gc.collect()
    alive = [each for each in gc.get_objects() if isinstance(each, Ballot)]
    assert alive == []
    keys = [each.id for each in page.session.assessment.asked]
    mine = dict(zip(keys, canary, strict=True))
    levels = {key: int(choice) for key, choice in mine.items() if choice.isdigit()}
    held = [
        each
        for each in gc.get_objects()
        if isinstance(each, dict)
        and each is not levels
        and all(each.get(key) == level for key, level in levels.items())
    ]
    assert held == []
    page._collector.empty_box()
    written = document_bytes(page.session.assessment, revision=1).decode()
    for key in ("LEA-1", "WEL-1"):
        assert f'"{key}": 4' not in written
    words = "\n".join(each.text() for each in page.findChildren(QLabel))
    assert "have an answer" not in words


def test_the_box_writes_five_together_and_the_rest_when_it_is_emptied(page, hands):
    for _ in range(9):
        whole_ballot(hands, "2")
    assert page.session.assessment.workshop.round.questions == {}
    whole_ballot(hands, "2")
    assert sum(tallied(page.session, "LEA-1")) == 5
    assert page._collector.empty_box()
    assert sum(tallied(page.session, "LEA-1")) == 10


def test_a_refused_change_loses_no_ballot(session, collector):
    collector.put_in(Ballot(group="Team", answers={"LEA-1": 2}))
    said: list[object] = []
    session.refused.connect(said.append)
    assert not collector.reveal("nobody-asked-this")
    assert said
    assert collector.box.waiting == 1
    assert collector.reveal("LEA-1")
    assert ("LEA-1", "Team") not in collector.box.slips
    assert collector.empty_box()
    assert collector.box == BallotBox()


def test_a_reveal_takes_the_answers_to_its_own_question_alone_out_of_the_box(session, collector):
    """Otherwise the state after the first reveal would hold the last person's whole ballot."""
    for _ in range(6):
        collector.put_in(Ballot(group="Team", answers={"LEA-1": 2, "WEL-1": 3}))
    assert collector.reveal("LEA-1")
    held = session.assessment.workshop.round.questions
    assert {key: each.vote.people for key, each in held.items()} == {"LEA-1": 6}
    assert collector.box.waiting == 6


def test_a_group_that_has_answered_in_full_takes_no_more(look, show, council, hands):
    made = workshop_edits.start_round(
        council,
        [Group(name="Leaders", size=1), Group(name="Night shift", size=9)],
        today=Session(council).today,
    )
    session = Session(made)
    page = show(BallotPage(look, session, Collector(session)), (1280, 800))
    assert hands.focused() == "Leaders"
    hands.press(" ", hands.Key.Key_Return, "2")
    page.walk.done.emit()
    said = hands.said(page)
    assert "Leaders: Everybody in it has answered." in said
    assert page.welcome._open == ("Night shift",)
    assert "Please hand the laptop to the next person" in said


def test_when_everybody_has_answered_the_laptop_goes_back(look, show, council, hands):
    groups = [Group(name="Leaders", size=1)]
    team = edits.set_profile(council, scope="team")
    made = workshop_edits.start_round(team, groups, today=Session(council).today)
    session = Session(made)
    page = show(BallotPage(look, session, Collector(session)), (1280, 800))
    hands.press(hands.Key.Key_Return, "2")
    page.walk.done.emit()
    said = hands.said(page)
    assert "Please hand the laptop back to the facilitator" in said
    assert "next person" not in said


def test_somebody_who_names_no_group_is_asked_for_it_in_the_page(look, show, council, hands):
    made = workshop_edits.start_round(
        council, [Group(name="Leaders"), Group(name="Night shift")], today=Session(council).today
    )
    session = Session(made)
    page = show(BallotPage(look, session, Collector(session)), (1280, 800))
    hands.press(hands.Key.Key_Return)
    assert "Please say which group you belong to." in hands.said(page)
    hands.press(hands.Key.Key_Down, hands.Key.Key_Return)
    assert "question 1 of" in hands.said(page)


def test_support_is_one_step_away_and_leads_back_to_the_question(page, hands):
    vote(hands, "2")
    hands.tab_to("Support")
    hands.press(hands.Key.Key_Return)
    assert "For anybody" in hands.said(page)
    hands.press(hands.Key.Key_Return)
    assert "Before you finish" in hands.said(page)
    assert len(page.walk.answers()) == 1
