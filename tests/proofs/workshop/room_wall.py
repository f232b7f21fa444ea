"""The wall: what was said last time, reveal, reasons, a second vote, and what is agreed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tests.proofs.workshop.room_hands import WentWrongError
from tests.proofs.workshop.room_meeting import BALLOTS, WALL, Meeting


def the_wall(meeting: Meeting) -> None:
    """What was said last time, the first question, its reveal, reasons and both votes."""
    room = meeting.room
    meeting.open_the_wall()
    room.picture("30-last-time")

    def to_last_time() -> None:
        meeting.reopen_the_wall()
        if not meeting.page()[1].endswith("P"):
            room.press("p")

    meeting.slip("last time's actions", back=to_last_time)
    room.press("p")
    room.picture("31-open")
    back = meeting.reopen_without_a_sheet
    meeting.slip("a question on the wall", but=("space", "space held"), back=back)
    room.press("l")
    room.picture("32-descriptions", "projector")

    def to_the_descriptions() -> None:
        back()
        meeting.lay_over("l", "descriptions")

    meeting.slip("five descriptions", back=to_the_descriptions)
    room.press("l", "space")
    votes = room.workshop["votes"]
    if [vote for vote in votes.values() if vote[0][0]] != [[[True, 9]]]:
        raise WentWrongError(f"Not one question is shown of nine people: {votes}")
    room.picture("33-shown")
    meeting.slip("a picture on the wall", but=("2", "7"), back=back)
    room.press("r")
    room.expect("At home I have seen it 3 times", WALL)
    room.picture("34-reasons", "projector")
    meeting.slip("reasons on the wall", back=lambda: back_to_reasons(meeting, back))
    room.press("r")
    second_vote(meeting, back)
    agree(meeting)


def back_to_reasons(meeting: Meeting, back: Callable[[], object]) -> None:
    if not meeting.page()[1].endswith("R"):
        back()
        meeting.lay_over("r", "R")


def second_vote(meeting: Meeting, back: Callable[[], object]) -> None:
    """V asks; nine people vote once more by ballot; both pictures stand side by side."""
    room = meeting.room
    room.press("v")
    room.expect("Press V again to open it.", WALL)
    room.picture("35-v-asks", "projector")
    meeting.slip("a second vote is asked for", but=("2", "7"), back=back)
    if len(next(vote for vote in room.workshop["votes"].values() if vote[0][0])) != 1:
        raise WentWrongError("A slip opened the second vote.")
    room.press("v", "v") if not room.sees("Press V again", WALL) else room.press("v")
    room.expect("The second vote is open.", WALL)
    room.picture("36-second-vote", "projector")
    room.press("v")
    room.expect("The second vote was cancelled.", WALL)
    room.press("v", "v")
    slips_of_a_form(meeting, "c", "CountForm", picture="36b-counts")
    room.press("b")
    meeting.at("BallotWelcome")
    for person in range(9):
        if person < 5:
            room.click("Front line", BALLOTS)
        room.click("Start my answers", BALLOTS)
        room.press(str((1, 2, 2, 3, 2, 2, 3, 2, 4)[person]), "Return")
        room.click("Done", BALLOTS)
    room.expect("Everybody in it has answered", BALLOTS)
    room.picture("37-everybody-has-answered", "laptop")
    room.click("Everybody is done", BALLOTS)
    room.type(room.workshop["word"])
    room.press("Return")
    room.until(lambda: not meeting.is_open(BALLOTS), "the word did not lead back")
    room.press("space")
    room.expect("Second vote, 9 answers", WALL)
    room.picture("38-both-votes")


def agree(meeting: Meeting) -> None:
    """A level, the other view, what was seen, an action, and our answer."""
    room = meeting.room
    room.press("2", "m")
    room.picture("39-other-view", "projector")
    meeting.slip("writing the other view", but=("Escape", "alt+F4", "Return held"))
    room.press("ctrl+a")
    room.type("At night nobody can name anybody")
    room.press("Escape", "m", "Return")  # left by mistake, and it is there again
    slips_of_a_form(meeting, "e", "KeptWords", but=("Return held",))
    slips_of_a_form(meeting, "a", "SpotAction", but=("Return held",))
    room.press("e", "ctrl+a")
    room.type("The rota of May")
    room.press("Tab")
    room.type("We ask each week")
    room.press("Tab")
    room.type("Nights too")
    room.picture("40-what-we-have-seen", "projector")
    room.press("Return", "a", "ctrl+a")
    room.type("Ask the night shift")
    room.press("Tab")
    room.type("Morag Bain")
    room.press("Tab")
    room.type("18 December")
    room.picture("41-action", "projector")
    room.press("Return")
    room.expect("Added to the plan: Ask the night shift", WALL)
    room.press("u")
    room.expect("This is our answer", WALL)
    room.picture("42-agreed")
    meeting.slip("all is agreed", but=("2", "7", "Delete", "ctrl+z"), back=meeting.reopen_the_wall)
    room.press("t")
    room.press("s")
    room.expect("Is this your own screen", WALL)
    room.picture("43-s-asks", "projector")
    room.press("Right", "Left", "d")
    room.picture("44-what-we-chose", "projector")

    def to_what_we_chose() -> None:
        meeting.reopen_the_wall()
        if not meeting.page()[1].endswith("D"):
            room.press("d")

    meeting.slip("what we chose", but=("2", "7", "Delete", "ctrl+z"), back=to_what_we_chose)
    meeting.close_the_wall()
    room.until(lambda: not meeting.is_open(WALL), "the wall stayed")


def slips_of_a_form(
    meeting: Meeting, key: str, form: str, *, picture: str = "", but: Sequence[str] = ()
) -> None:
    """Wrong keys while somebody writes on the wall: at most the form is left."""
    room = meeting.room

    def again() -> None:
        meeting.reopen_the_wall()
        if form not in meeting.page()[1]:
            room.press(key)

    room.press(key)
    meeting.at(form)
    if picture:
        room.picture(picture, "projector")
    meeting.slip(f"writing in {form}", but=("ctrl+z", *but), back=again)
    room.press("Escape")
