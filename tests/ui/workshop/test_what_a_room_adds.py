"""Reasons, short questions, words beside a level and last time's actions: all under one release."""

import datetime as dt
import random
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from nttp_readiness.domain.answers.workshop import Group, Vote
from nttp_readiness.domain.bank.scale import LEVELS
from nttp_readiness.domain.editing import edits, workshop_edits
from nttp_readiness.domain.editing.ballots import Ballot
from nttp_readiness.domain.editing.polls import with_choices
from nttp_readiness.errors import EditError
from nttp_readiness.presentation.group.group_data import group_data
from nttp_readiness.presentation.group.group_results import group_results
from nttp_readiness.storage.documents.document_bytes import document_bytes
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.workshop.ballots.ballot_page import BallotPage
from nttp_readiness.ui.workshop.ballots.collector import Collector
from nttp_readiness.ui.workshop.ballots.poll_page import PollPage
from nttp_readiness.ui.workshop.room.wall_view import WallView

ENTER = Qt.Key.Key_Return
SAID = [f"Sentence {letter}" for letter in "kfbhacgdei"]
OPTIONS = ("Nothing", "A little", "Enough", "A lot", "Plenty")


def button(window, words):
    return next(each for each in window.findChildren(QPushButton)
                if each.text() == words and each.isVisible())  # fmt: skip


@pytest.fixture
def session(begun):
    return Session(begun)


def cast(collector, count, key="WEL-1", group="Team"):
    for number in range(count):
        ballot = Ballot(group=group, answers={key: LEVELS[number % 5]}, reasons={key: SAID[number]})
        assert collector.put_in(ballot)


# ---- reasons


def test_reasons_are_shown_mixed_once_enough_answered_and_with_no_group(look, show, session, hands):
    collector = Collector(session, chance=random.Random(2))
    cast(collector, 7)
    wall: Any = show(WallView(look, session, collector))
    wall.show_question("WEL-1")
    hands.press("r")
    assert "Sentence" not in hands.said(wall)
    hands.press(" ", " ", "r")
    said = [line for line in hands.said(wall).splitlines() if line.startswith("Sentence")]
    assert set(said) == set(SAID[:7])
    assert list(dict.fromkeys(said)) != SAID[:7]
    assert list(dict.fromkeys(said)) != sorted(SAID[:7])
    hands.press(Qt.Key.Key_Escape)
    assert wall.isVisible()
    assert "Sentence" not in hands.said(wall)


@pytest.mark.parametrize("count", [1, 4])
def test_of_too_few_no_reason_is_shown_or_kept(session, count):
    collector = Collector(session)
    cast(collector, count)
    assert collector.reveal("WEL-1")
    assert b"Sentence" not in document_bytes(session.assessment, revision=1)
    assert collector.box.reasons == {}
    assert group_results(session.assessment, "room").question("WEL-1").reasons == ()


def test_a_close_that_ignored_the_decision_would_be_found(session, monkeypatch):
    """Planted: everything may be shown, so the sentences of too few are kept, which is seen."""
    monkeypatch.setattr(Vote, "shown", lambda vote, grouping, _audience: vote.counts(grouping))
    collector = Collector(session)
    cast(collector, 4)
    assert collector.reveal("WEL-1")
    assert b"Sentence" in document_bytes(session.assessment, revision=1)


def test_reasons_leave_neither_the_room_nor_say_in_which_order_they_came(session):
    collector = Collector(session, chance=random.Random(4))
    cast(collector, 7)
    assert b"Sentence" not in document_bytes(session.assessment, revision=1)
    assert collector.reveal("WEL-1")
    vote = session.assessment.workshop.round.questions["WEL-1"].vote
    assert vote.reasons == tuple(sorted(SAID[:7]))
    outside = group_results(session.assessment, "outside")
    assert outside.question("WEL-1").reasons == ()
    assert "Sentence" not in str(group_data(outside))
    assert "Sentence" not in repr(collector.box)


def test_a_reason_is_written_beside_an_answer_and_gone_for_the_next_person(
    look, show, session, hands
):
    page: Any = show(BallotPage(look, session, Collector(session)), (1280, 800))
    hands.press(ENTER, "2")
    page.walk._why.control.setFocus()
    hands.press("We ask each week", ENTER)
    page.walk._show(0)
    assert page.walk._why.control.text() == "We ask each week"
    page.walk._show(12)
    hands.finish()
    assert page._collector.box.reasons == {"LEA-1": ("We ask each week",)}
    hands.press(ENTER)
    assert page.walk._why.control.text() == ""
    assert page.walk.reasons() == {}


# ---- short questions


def test_what_one_person_chose_is_a_sum_at_once_and_in_no_file(look, show, session, hands):
    collector = Collector(session)
    page: Any = show(PollPage(look, collector, "check_in", OPTIONS), (1280, 800))
    hands.press(ENTER)
    page.question.radios.control.show_choice(3)
    button(page, "Done").click()
    assert collector.polls["check_in"].counts == (0, 0, 0, 1, 0)
    assert page.question.chosen() == ()
    assert session.assessment.workshop.round.polls == ()


def test_a_short_question_is_shown_from_as_many_answers_as_any_other(session):
    collector = Collector(session)
    collector.poll("closing", OPTIONS)
    told: list[str] = []
    session.refused.connect(told.append)
    for number in range(4):
        assert collector.answer_poll("closing", (number,))
    assert not collector.close_poll("closing")
    assert "Fewer than 5 people chose something here" in told[-1]
    assert session.assessment.workshop.round.polls == ()
    assert collector.answer_poll("closing", ())
    assert not collector.close_poll("closing")  # who leaves it open makes up no number
    assert collector.answer_poll("closing", (0,))
    assert collector.close_poll("closing")
    assert session.assessment.workshop.round.polls[0].counts == (2, 1, 1, 1, 0)


def test_three_dots_at_most_and_none_is_an_answer(look, show, session):
    collector = Collector(session)
    page: Any = show(PollPage(look, collector, "dots", ("a", "b", "c", "d")), (1280, 800))
    page._begin("")
    for tick in page.question.ticks:
        tick.setChecked(True)
    button(page, "Done").click()
    assert collector.polls["dots"].people == 0
    page.question.ticks[0].setChecked(False)
    button(page, "Done").click()
    assert collector.polls["dots"].counts == (0, 1, 1, 1)
    with pytest.raises(EditError, match="no more than"):
        with_choices(collector.polls["dots"], (0, 1, 2, 3))


def test_nobody_reaches_the_facilitator_from_a_short_question_either(look, show, session, hands):
    page: Any = show(PollPage(look, Collector(session), "check_in", OPTIONS), (1280, 800))
    button(page, "Everybody is done").click()
    assert page.isVisible()
    assert "From here on, the facilitator alone" in hands.said(page)


def test_the_wall_shows_what_was_chosen_the_most_first(look, show, session, hands):
    collector = Collector(session)
    collector.poll("dots", ("Ask nights", "One page"))
    for number in range(6):
        collector.answer_poll("dots", (1,) if number else (0, 1))
    assert collector.close_poll("dots")
    wall = show(WallView(look, session, collector))
    hands.press("d")
    said = hands.said(wall)
    assert "What should we do first? 6 people:" in said
    assert said.index("6  One page") < said.index("1  Ask nights")


# ---- beside the level, and last time


def test_what_was_seen_is_strong_and_to_improve_is_kept_in_three_fields(look, show, session, hands):
    collector = Collector(session)
    cast(collector, 7)
    wall = show(WallView(look, session, collector))
    wall.show_question("WEL-1")
    hands.press(" ", " ", "2", "e")
    for words in ("The rota of May", "We ask", "Nights too"):
        hands.press(words, Qt.Key.Key_Tab)
    wall._forms.words.accept()
    held = session.assessment.workshop.round.questions["WEL-1"]
    assert (held.evidence, held.strengths, held.improve) == (
        "The rota of May", "We ask", "Nights too",
    )  # fmt: skip


def test_last_times_actions_come_first_and_those_made_now_do_not(look, show, begun, hands):
    made = begun
    for title, due in (("Late one", dt.date(2020, 1, 1)), ("Later one", dt.date(2099, 1, 1))):
        known = set(made.actions)
        made = edits.add_action(made, title)
        (key,) = set(made.actions) - known
        made = edits.change_action(made, key, owner="Lead", due=due)
    session = Session(made)
    wall = show(WallView(look, session, Collector(session)))
    wall._begin_the_meeting()
    wall._acts.withdraw_consent()
    hands.press("p")
    said = hands.said(wall)
    assert "What we said we would do" in said
    assert said.index("Late one · Lead · 1 January 2020") == said.index("Late one")
    lines = [line for line in said.splitlines() if " · " in line and "Staff" not in line]
    assert "Late one" in next(line for line in lines if "overdue" in line)
    assert "Later one" not in said  # nine lines, and it is due last


def test_consent_of_another_day_is_asked_again_on_the_wall(look, show, begun, hands):
    session = Session(begun)  # it was ticked in 2027
    wall = show(WallView(look, session, Collector(session)))
    wall._begin_the_meeting()
    assert not session.assessment.workshop.round.consent
    assert "On another day people agreed" in hands.said(wall)
    hands.press("y")
    held = session.assessment.workshop.round
    assert (held.consent, held.consented) == (True, session.today)


def test_groups_stand_beside_each_other_only_where_they_may(look, show, council, hands):
    groups = [Group(name="Leaders", size=9), Group(name="Nights", size=9)]
    made = workshop_edits.start_round(council, groups, today=dt.date(2027, 2, 18), consent=True)
    session = Session(made)
    collector = Collector(session)
    for group in ("Leaders", "Nights"):
        cast(collector, 6, group=group)
    wall = show(WallView(look, session, collector))
    wall.show_question("WEL-1")
    hands.press(" ", " ", "g")
    names = [each.name for each in wall.slide.groups]
    assert names == ["Everyone", "Leaders", "Nights"]
    said = hands.said(wall)
    assert "Nights" in said
