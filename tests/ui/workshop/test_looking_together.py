"""The wall: unseen before the reveal, agreed after it, every key doing what its strip says."""

import datetime as dt
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from nttp_readiness.domain.answers.workshop import Group, Tally
from nttp_readiness.domain.bank.scale import LEVELS
from nttp_readiness.domain.editing import vote_edits, workshop_edits
from nttp_readiness.domain.editing.ballots import Ballot
from nttp_readiness.figures.shapes import Box, Words
from nttp_readiness.presentation.group.agenda import agenda
from nttp_readiness.presentation.screens import page_keys
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.widgets.figures.figure_view import FigureView
from nttp_readiness.ui.workshop.ballots.collector import Collector
from nttp_readiness.ui.workshop.room.room_clock import RoomClock
from nttp_readiness.ui.workshop.room.wall_view import WallView
from nttp_readiness.ui.workshop.room.wall_widgets import KeyWord

CAMPS = Tally(levels=(1, 4, 0, 5, 1), not_sure=1)
FEW = Tally(levels=(1, 1, 1, 1, 0))
MIDDLE = Tally(levels=(0, 1, 9, 2, 0))


@pytest.fixture
def voted(begun):
    counts = {"LEA-1": MIDDLE, "WEL-1": CAMPS, "WEL-2": FEW}
    return vote_edits.tally(begun, "Team", counts)


@pytest.fixture
def wall(look, show, voted):
    session = Session(voted)
    made: Any = WallView(look, session, Collector(session))
    made.session = session
    return show(made)


def question(wall, key):
    return wall.session.assessment.workshop.round.questions[key]


def figure(wall):
    return next(each for each in wall.findChildren(FigureView) if each.isVisible()).drawing


def drawn(wall):
    return [shape for shape in figure(wall).shapes if isinstance(shape, Box)]


def test_before_the_reveal_the_wall_says_how_many_and_no_count(wall, hands):
    wall.show_question("WEL-1")
    said = hands.said(wall)
    assert "12 of 12 people have answered" in said
    assert "They stay hidden until we look at them together." in said
    assert not any(each.isVisible() for each in wall.findChildren(FigureView))
    assert "see 0 or 1" not in said


def test_space_reveals_bars_words_and_three_questions(wall, hands):
    wall.show_question("WEL-1")
    hands.press(" ")
    assert question(wall, "WEL-1").vote.closed
    said = hands.said(wall)
    assert "Two groups of answers." in said
    assert "5 see 0 or 1, and 6 see 3 or 4. Nobody chose 2." in said
    assert "What have those at 3 or 4 seen?" in said
    assert "12 answers: 11 levels, 1 not sure" in said
    numbers = [each.text for each in figure(wall).shapes if isinstance(each, Words) and each.bold]
    assert [each for each in numbers if each][1::2] == ["1", "4", "0", "5", "1"]


def test_a_second_space_agrees_nothing(wall, hands):
    wall.show_question("WEL-1")
    hands.press("  ")
    assert question(wall, "WEL-1").agreed is None


def test_too_few_answers_are_named_before_they_are_closed_for_good(wall, hands):
    wall.show_question("WEL-2")
    hands.press(" ")
    assert not question(wall, "WEL-2").vote.closed
    assert "counts are shown from 5 up" in hands.said(wall)
    hands.press(" ")
    assert question(wall, "WEL-2").vote.closed


def test_what_is_withheld_is_hatched_and_said_in_words(wall, hands):
    wall.show_question("WEL-2")
    hands.press("  ")
    bars = [each for each in drawn(wall) if each.hatch is not None]
    assert len(bars) == 5
    assert len({each.width for each in bars}) == 1
    said = hands.said(wall)
    assert "Not shown: too few answers, or they would reveal another group’s." in said
    assert "4 answers" not in said
    assert "the counts are not shown" in figure(wall).sentence


def test_arrows_move_and_the_ends_hold(wall, hands):
    first = wall.indicator
    hands.press(hands.Key.Key_Left)
    assert wall.indicator == first
    hands.press(hands.Key.Key_Right, hands.Key.Key_Right, hands.Key.Key_Left)
    assert wall.indicator == wall.state.order[1]


def test_a_level_is_agreed_and_is_our_answer_only_when_somebody_says_so(wall, hands):
    wall.show_question("WEL-1")
    before = wall.session.assessment.answer("WEL-1").choice
    hands.press(" ", "3")
    assert question(wall, "WEL-1").agreed == 3
    assert "3 Established" in hands.said(wall)
    assert wall.session.assessment.answer("WEL-1").choice == before != 3
    assert "Take this level as our answer" in hands.said(wall)
    hands.press("u")
    assert wall.session.assessment.answer("WEL-1").choice == 3
    assert "This is our answer" in hands.said(wall)
    assert question(wall, "WEL-1").vote.tallies["Team"] == CAMPS.model_copy(
        update={"by_hand": True}
    )


def test_up_and_down_walk_the_levels_and_sideways_still_turns_the_page(wall, hands):
    wall.show_question("WEL-1")
    hands.press(" ", "2", hands.Key.Key_Down)
    assert question(wall, "WEL-1").agreed == 3
    hands.press(hands.Key.Key_Right)
    assert wall.indicator != "WEL-1"


def test_the_minority_view_is_kept_in_a_sentence(wall, hands):
    wall.show_question("WEL-1")
    hands.press(" ", "2", "m")
    hands.press("Five of us see no such time <yet> & say so.", hands.Key.Key_Return)
    assert question(wall, "WEL-1").minority == "Five of us see no such time <yet> & say so."
    assert "Also kept: Five of us see no such time <yet> & say so." in hands.said(wall)
    assert question(wall, "WEL-1").agreed == 2


def test_an_action_on_the_spot_stands_in_the_plan_with_owner_and_date(wall, hands):
    wall.show_question("WEL-1")
    hands.press(" ", "a")
    assert hands.focused() == "Action"
    hands.press("Rota with supervision in it", hands.Key.Key_Tab)
    hands.press("Mòrag", hands.Key.Key_Tab, "1 June 2027", hands.Key.Key_Return)
    made = list(wall.session.assessment.actions.values())[-1]
    assert (made.title, made.owner) == ("Rota with supervision in it", "Mòrag")
    assert (made.due.isoformat(), made.indicators) == ("2027-06-01", ("WEL-1",))
    assert "Added to the plan" in hands.said(wall)


def test_an_action_without_words_or_with_a_wrong_date_is_asked_for_again(wall, hands):
    wall.show_question("WEL-1")
    hands.press(" ", "a", hands.Key.Key_Return)
    assert "Write a few words" in hands.said(wall)
    hands.press("Rota", hands.Key.Key_Tab, hands.Key.Key_Tab, "soon", hands.Key.Key_Return)
    assert "Write a date such as" in hands.said(wall)
    assert not [each for each in wall.session.assessment.actions.values() if each.title == "Rota"]
    hands.press(hands.Key.Key_Escape)
    assert "Agreed level" in hands.said(wall)
    assert wall.isVisible()


def test_there_is_one_second_vote_and_no_third(wall, hands):
    wall.show_question("WEL-1")
    hands.press(" ", "v", "v")
    assert "Second vote: 0 of 12 people have answered" in hands.said(wall)
    wall._collector.enter("Team", {"WEL-1": MIDDLE})
    assert "12 of 12 people have answered" in hands.said(wall)
    hands.press(" ")
    assert "Vote again" not in hands.said(wall)
    hands.press("v")
    assert len(question(wall, "WEL-1").votes) == 2


def test_counts_of_the_second_vote_are_typed_on_the_wall_and_show_only_while_they_are(wall, hands):
    wall.show_question("WEL-1")
    hands.press(" ", "v", "v", "c")
    assert hands.focused() == "Team, 0 Not yet"
    hands.press("7")
    assert wall._forms.count.cells[0].displayText() == "7"
    hands.press(hands.Key.Key_Backspace)
    for number in ("0", "1", "8", "x3", "", ""):
        hands.press(number, hands.Key.Key_Return)
        seen = [each.displayText() for each in wall._forms.count.cells if not each.hasFocus()]
        assert not any(set(each) & set("0123456789") for each in seen)
    assert question(wall, "WEL-1").vote.tallies["Team"].levels == (0, 1, 8, 3, 0)
    assert not question(wall, "WEL-1").vote.closed
    said = hands.said(wall)
    assert "12 of 12 people have answered" in said
    assert "chose each level" not in said
    hands.press("c")
    cells = wall._forms.count.cells
    assert [each.text() for each in cells] == ["0", "1", "8", "3", "0", "0"]
    assert not any(set(each.displayText()) & set("0123456789") for each in cells)
    assert "In all 12 of 12" in hands.said(wall)
    hands.press(hands.Key.Key_Escape)
    assert wall.isVisible()
    hands.press(" ")
    assert "Second vote, 12 answers: 12 levels" in hands.said(wall)
    assert [each.people for each in question(wall, "WEL-1").votes] == [12, 12]


def test_while_somebody_writes_the_strip_names_the_keys_that_then_work(wall, hands):
    wall.show_question("WEL-1")
    for before, key in (("", "c"), (" ", "a"), ("", "m")):
        hands.press(*before, key)
        names = {each.accessibleName() for each in wall.parts.keys.keys}
        assert names == {"Go on", "Leave the form"}
        wall.parts.keys.keys[-1].click()
        assert wall.isVisible()
        assert "Leave the form" not in {each.accessibleName() for each in wall.parts.keys.keys}


def test_counts_that_cannot_be_are_asked_for_again_and_change_nothing(wall, hands):
    wall.show_question("WEL-1")
    hands.press(" ", "v", "v", "c")
    for _ in range(6):
        hands.press(hands.Key.Key_Return)
    assert "an empty field counts as 0" in hands.said(wall)
    for number in ("9", "9", "", "", "", ""):
        hands.press(number, hands.Key.Key_Return)
    assert "“Team” has 12 people" in hands.said(wall)
    assert question(wall, "WEL-1").vote.tallies == {}
    hands.press(hands.Key.Key_Escape)
    assert "0 of 12 people have answered" in hands.said(wall)
    assert "has 12 people" not in hands.said(wall)


def test_one_group_after_another_is_counted(look, show, council, hands):
    groups = [Group(name="Leaders", size=9), Group(name="Night shift", size=9)]
    day = dt.date(2027, 2, 18)
    session = Session(workshop_edits.start_round(council, groups, today=day, consent=True))
    wall = show(WallView(look, session, Collector(session)))
    wall.show_question("WEL-1")
    hands.press("c")
    for name, numbers in (("Leaders", "3330"), ("Night shift", "0063")):
        assert hands.focused() == f"{name}, 0 Not yet"
        for number in (*numbers, "", ""):
            hands.press(number, hands.Key.Key_Return)
    tallies = session.assessment.workshop.round.questions["WEL-1"].vote.tallies
    assert [each.levels for each in tallies.values()] == [(3, 3, 3, 0, 0), (0, 0, 6, 3, 0)]
    hands.press("c", hands.Key.Key_Escape, " ")
    assert "18 answers: 18 levels" in hands.said(wall)


def test_a_second_vote_by_ballot_asks_this_question_alone(look, show, begun, hands, qtbot):
    """Others are still open, and everybody has answered them by ballot already."""
    session = Session(begun)
    collector = Collector(session)
    for n in range(12):
        assert collector.put_in(Ballot(group="Team", answers={"WEL-1": LEVELS[n % 5], "LEA-1": 2}))
    wall = show(WallView(look, session, collector))
    wall.show_question("WEL-1")
    hands.press(" ", "v", "v", "b")
    page = wall.ballots
    qtbot.waitUntil(page.isActiveWindow)
    hands.tab_to("Nobody else can see this screen")
    hands.press(hands.Key.Key_Return)
    for n in range(12):
        hands.press(hands.Key.Key_Return)
        assert "question 1 of 1" in hands.said(page)
        hands.press(str(n % 2), hands.Key.Key_Return)
        hands.finish()
    assert "Everybody in it has answered." in hands.said(page)
    page.close()
    qtbot.waitUntil(wall.isActiveWindow)
    assert "12 of 12 people have answered" in hands.said(wall)
    wall.setFocus()
    hands.press("c")
    assert "Everybody answers this by ballot" in hands.said(wall)
    hands.press(" ")
    made = session.assessment.workshop.round.questions
    assert made["WEL-1"].vote.counts(session.assessment.workshop.round.groupings[0])[:2] == (6, 6)
    collector.empty_box()
    assert session.assessment.workshop.round.questions["LEA-1"].vote.people == 12


def test_in_a_closed_round_nothing_is_counted(look, show, voted, hands):
    session = Session(workshop_edits.close_round(voted, today=dt.date(2027, 2, 18)))
    wall = show(WallView(look, session, Collector(session)))
    hands.press("c", "b")
    assert "chose each level" not in hands.said(wall)
    assert wall.ballots is None


def test_a_reveal_cannot_be_undone(wall, hands):
    wall.show_question("WEL-1")
    hands.press(" ", "2")
    for _ in range(3):
        hands.press(hands.Key.Key_Z, held=Qt.KeyboardModifier.ControlModifier)
    assert question(wall, "WEL-1").agreed is None
    assert question(wall, "WEL-1").vote.closed


def test_the_timer_is_off_until_it_is_asked_for_and_can_be_hidden_again(wall, hands):
    assert "0:00" not in hands.said(wall)
    hands.press("t")
    assert "0:00" in hands.said(wall)
    hands.press("t")
    assert "0:00" not in hands.said(wall)
    assert not wall.parts.clock.tick.isActive()


def test_the_timer_counts_down_for_each_part_and_goes_on_while_it_is_hidden(look, hands):
    clock = RoomClock(look, agenda("one_hour").steps)
    clock.toggle()
    assert clock.plain() == "Welcome 5:00"
    clock.next_part()
    assert clock.plain() == "Individual answers 12:00"
    clock.toggle()
    assert not clock.tick.isActive()
    clock.restart()
    clock.toggle()
    assert clock.plain().startswith("Individual answers 1")
    clock.stop()


def test_widest_differences_come_first_when_asked_for(wall, hands):
    for key in ("LEA-1", "WEL-1"):
        wall.show_question(key)
        hands.press(" ")
    wall.show_question("LEA-1")
    hands.press(hands.Key.Key_Right)
    hands.press("o")
    assert wall.indicator == "WEL-1"


def test_the_notes_stand_in_a_window_of_their_own(wall, hands):
    wall.show_question("WEL-1")
    hands.press(" ")
    assert not wall.notes.isVisible()
    assert "Give everybody a moment with the picture" not in hands.said(wall)
    hands.press("n")
    assert not wall.notes.isVisible(), "with one screen the room may see them"
    assert "press N again" in hands.said(wall)
    hands.press("n")
    assert wall.notes.isWindow()
    assert wall.notes.isVisible()
    assert "Give everybody a moment with the picture" in hands.said(wall.notes)


def test_esc_leaves_and_takes_the_notes_along(wall, hands, qtbot):
    hands.press("n", "n")
    wall.activateWindow()
    qtbot.waitUntil(wall.isActiveWindow)
    wall.setFocus()
    with qtbot.waitSignal(wall.left):
        hands.press(hands.Key.Key_Escape)
    assert not wall.isVisible()
    assert not wall.notes.isVisible()


def test_top_line_and_keys_can_be_hidden(wall, hands):
    hands.press("h")
    assert not any(each.isVisible() for each in wall.findChildren(KeyWord))
    hands.press("h")
    assert any(each.isVisible() for each in wall.findChildren(KeyWord))


def test_the_five_descriptions_can_be_read_out(wall, hands):
    hands.press("l")
    assert "Embedded." in hands.said(wall)
    hands.press(hands.Key.Key_Escape)
    assert wall.isVisible()
    assert "people have answered" in hands.said(wall)


@pytest.mark.parametrize("size", [(1280, 720), (1024, 768), (1920, 1080), (3840, 2160)])
@pytest.mark.parametrize("revealed", [False, True])
def test_nothing_is_cut_off_and_all_grows_with_the_screen(look, show, voted, hands, size, revealed):
    session = Session(voted)
    wall = show(WallView(look, session, Collector(session)), size)
    if wall.width() < size[0]:
        pytest.skip("this screen is smaller, and a window manager makes no window larger than it")
    wall.show_question("WEL-1")
    if revealed:
        hands.press(" ", "2")
    text = 24 * min(size[0] / 1280, size[1] / 720)
    sizes = {
        round(each.font().pointSizeF(), 1)
        for each in wall.parts.body.findChildren(QWidget)
        if each.isVisible() and getattr(each, "plain", None) and each.plain()
    }
    assert min(sizes) == pytest.approx(text, abs=0.2)
    assert wall.parts.body.verticalScrollBar().maximum() == 0
    for key in wall.parts.keys.keys:
        assert key.width() >= key.sizeHint().width()
        assert key.geometry().right() <= wall.parts.keys.width()


GROUPS = [
    Group(name="Leaders", size=12, role="Leaders"),
    Group(name="Front line, mainland", size=18, role="Front line"),
]


def test_a_gap_a_long_statement_and_a_form_that_asks_again_all_fit_the_smallest_projector(
    look, show, council, hands
):
    made = workshop_edits.start_round(council, GROUPS, today=dt.date(2027, 2, 18), consent=True)
    for key in ("WEL-1", "POW-1"):
        counts = {"Leaders": (0, 1, 1, 6, 4), "Front line, mainland": (6, 9, 1, 2, 0)}
        for name, levels in counts.items():
            made = vote_edits.tally(made, name, {key: Tally(levels=levels)})
    session = Session(made)
    wall = show(WallView(look, session, Collector(session)))
    bar = wall.parts.body.verticalScrollBar()
    for key in ("POW-1", "WEL-1"):
        wall.show_question(key)
        hands.press(hands.Key.Key_Shift)
        assert bar.maximum() == 0, key
        hands.press(" ", "3")
        assert "Front line mostly see 0 or 1, Leaders mostly 3 or 4." in hands.said(wall)
        assert "Take this level as our answer" in hands.said(wall)
        assert bar.maximum() == 0, key
        hands.press("a", hands.Key.Key_Return)
        assert "Write a few words" in hands.said(wall)
        assert bar.maximum() == 0, key
        hands.press(hands.Key.Key_Escape, "v", "v", "c")
        assert bar.maximum() == 0, key
        hands.press(hands.Key.Key_Escape)


def test_every_control_has_a_name(wall, hands):
    wall.show_question("WEL-1")
    hands.press(" ", "2")
    names = {each.accessibleName() for each in wall.parts.after.segments._values}
    assert names == {"0 Not yet", "1 Exploring", "2 Developing", "3 Established", "4 Embedded"}
    assert wall.parts.after.segments.accessibleName() == "Agreed level"
    assert all(each.accessibleName() for each in wall.parts.keys.keys)


def test_a_group_too_small_is_withheld_in_the_notes_as_well(look, show, council, hands):
    made = workshop_edits.start_round(
        council,
        [Group(name="Leaders", size=12), Group(name="Night shift", size=3)],
        today=dt.date(2027, 2, 18),
        consent=True,
    )
    made = vote_edits.tally(made, "Leaders", {"WEL-1": MIDDLE})
    made = vote_edits.tally(made, "Night shift", {"WEL-1": Tally(levels=(3, 0, 0, 0, 0))})
    session = Session(made)
    wall = show(WallView(look, session, Collector(session)))
    wall.show_question("WEL-1")
    hands.press(" ", "n", "n")
    said = hands.said(wall.notes)
    assert "Night shift: Not shown: too few answers, or they would reveal another group’s." in said
    assert "3, 0, 0, 0, 0" not in said


def test_the_help_names_every_letter_that_the_wall_knows(wall):
    named = {key for key, _ in page_keys.room_keys() if len(key) == 1}
    assert named == {key for key in wall.acts() if len(key) == 1 and key.isalpha()}
