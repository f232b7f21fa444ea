"""Private ballots on one laptop: each page with wrong keys, an empty battery, a pulled cable."""

from __future__ import annotations

from typing import Any

from nttp_readiness.domain.answers.workshop import PollKind
from nttp_readiness.presentation.group import poll_words, screen_words
from tests.proofs.workshop.room_hands import WentWrongError
from tests.proofs.workshop.room_meeting import BALLOTS, HEAVY_NAMES, QUESTIONS, Meeting


def begin_a_ballot(meeting: Meeting, group: str, *, one_group: bool = False) -> None:
    """From the welcome to the first question, by mouse."""
    room = meeting.room
    if not one_group:
        room.click(group, BALLOTS)
    room.click("Start my answers", BALLOTS)
    meeting.at("BallotWalk 0")


def answer_all(meeting: Meeting, *, reason: str = "", passes: int = 3) -> None:
    """Twelve questions by keys, some of them passed over, and Done."""
    room = meeting.room
    if reason:
        room.click("Why, in one sentence, if you like", BALLOTS, field=True)
        room.type(reason)
        room.press("Return")
        room.click("Back", BALLOTS)
    keys: list[str] = []
    for number in range(QUESTIONS):
        if number % 5 != passes:
            keys.append(str(meeting.chance.randrange(5)))
        keys.append("Return")
    room.press(*keys)
    meeting.at(f"BallotWalk {QUESTIONS}")
    room.click("Done", BALLOTS)
    room.expect("Thank you. Your answers are in.", BALLOTS)


def ballot(meeting: Meeting, group: str, *, one_group: bool = False, **how: Any) -> None:
    """One whole ballot."""
    begin_a_ballot(meeting, group, one_group=one_group)
    answer_all(meeting, **how)


def ask_again(meeting: Meeting, button: str) -> None:
    """Escape leaves what is asked; its button asks again."""
    meeting.back_to_the_ballot()
    if "asks" not in meeting.page()[1]:
        meeting.room.click(button, BALLOTS)


def slips_of_a_ballot(meeting: Meeting) -> None:
    """Wrong keys at each page that somebody who answers comes to."""
    room = meeting.room
    meeting.open_ballots()
    room.picture("05-welcome", "laptop")
    back = meeting.back_to_the_ballot
    meeting.slip("the welcome", but=("space", "space held"), back=back)
    begin_a_ballot(meeting, "Front line")
    room.picture("06-question", "laptop")
    meeting.slip("a question", but=("Return held", "2"), back=back)
    room.hold("Return")
    if meeting.page()[1] != "BallotWalk 1":  # and not "BallotWalk 12", where a held key would end
        raise WentWrongError(f"A held key led to {meeting.page()}.")
    for _ in range(QUESTIONS - 1):
        room.press("Return")
    meeting.at(f"BallotWalk {QUESTIONS}")
    room.picture("07-before-you-finish", "laptop")
    meeting.slip("before you finish", but=("Return held",), back=back)
    room.hold("Return")  # hands in nothing
    meeting.at(f"BallotWalk {QUESTIONS}")
    room.click("Done", BALLOTS)
    meeting.at("asks")
    room.picture("08-empty-ballot", "laptop")
    meeting.slip(
        "an empty ballot is asked about", but=HEAVY_NAMES, back=lambda: ask_again(meeting, "Done")
    )
    room.hold("Return")
    meeting.at(f"BallotWalk {QUESTIONS}")
    room.click("Back", BALLOTS)
    room.press("3")
    room.click("Stop, and keep nothing", BALLOTS)
    meeting.at("asks")
    room.picture("09-stop", "laptop")
    meeting.slip(
        "stopping is asked about", but=HEAVY_NAMES,
        back=lambda: ask_again(meeting, "Stop, and keep nothing"),
    )  # fmt: skip
    room.click("Keep nothing", BALLOTS)
    meeting.at("BallotWelcome")
    room.click("Everybody is done", BALLOTS)
    room.picture("10-the-word", "laptop")
    meeting.slip("the word", but=("Escape", "alt+F4"))
    room.press("Escape")
    meeting.at("BallotWelcome")


def first_people(meeting: Meeting) -> None:
    """Three of Front line; then the battery is empty, and they are told."""
    room = meeting.room
    for number in range(3):
        ballot(meeting, "Front line", reason=f"I have seen it {number + 2} times this year")
    if (now := room.workshop)["waiting"] != 3 or "3 ballots" not in now["foot"]:
        raise WentWrongError(f"Three ballots do not wait: {now}")
    meeting.leave_the_ballots()
    room.picture("11-three-wait", "laptop")
    meeting.slip("collect, ballots waiting", but=("alt+F4",), back=meeting.back_to_collect)
    room.kill()
    room.start(str(meeting.file))
    if room.workshop["again"] != {"Front line": 3}:
        raise WentWrongError(f"Nobody is told of three ballots: {room.workshop}")
    room.expect("Front line: 3 people. Please tell these groups")
    room.picture("12-after-the-kill", "laptop")
    room.click("They have been told")


def more_people(meeting: Meeting) -> None:
    """Five of Front line and two others; then the cable is pulled while somebody answers, and
    the battery is empty while the next one does.
    """
    room = meeting.room
    meeting.choose_again()
    meeting.open_ballots()
    for number in range(5):
        ballot(meeting, "Front line", reason=f"I have seen it {number + 2} times this year")
    for _ in range(2):
        ballot(meeting, "Others", one_group=True)
    room.click("Start my answers", BALLOTS)
    room.press("3", "Return", "1")
    room.pull_the_cable()
    room.until(lambda: not meeting.is_open(BALLOTS), "the ballots stayed open")
    room.settle()
    room.expect(screen_words.screens_changed_words())
    meeting.nothing_private_is_seen()
    room.picture("13-cable-pulled", "laptop")
    if room.workshop["waiting"] != 7:
        raise WentWrongError(f"Not seven ballots: {room.workshop}")
    room.two_screens()
    room.settle()
    meeting.open_ballots()
    room.click("Start my answers", BALLOTS)
    room.press("3", "Return", "1")
    room.kill()
    room.start(str(meeting.file))
    held = room.workshop
    if (held["waiting"] + held["people"], held["again"]) != (5, {"Others": 2}):
        raise WentWrongError(f"The second crash lost ballots: {held}")
    room.click("They have been told")


def short_question(meeting: Meeting, kind: PollKind, number: int) -> None:
    """Nine people answer one of the short questions, one after another, by keys and mouse."""
    room, name = meeting.room, poll_words.poll_name(kind)
    room.click(f"Ask it privately: {name}")
    meeting.at("BallotWelcome")
    back = meeting.back_to_ballots
    meeting.slip(f"short question {name}", but=("space", *HEAVY_NAMES), back=back)
    for person in range(9):
        room.click("Start my answers")
        keys = ["space"] + ["Tab", "space"] * (person % 2 if number == 1 else 0)
        room.press(*keys)
        if not person:
            room.picture(f"2{number}-short-question", "laptop")
            meeting.slip(
                f"answering {name}", but=("space", *HEAVY_NAMES), back=meeting.back_to_ballots
            )  # fmt: skip
        room.click("Done")
    meeting.leave_the_ballots()
    room.click(f"Close it for the wall: {name}")
    if 9 not in room.workshop["shown_polls"].values():
        raise WentWrongError(f"{name} was not closed: {room.workshop}")
