"""Before answers come in, and the last ways to hand them in: groups, screens, files from home."""

from __future__ import annotations

from tests.proofs.workshop.room_ballots import ballot
from tests.proofs.workshop.room_hands import WentWrongError
from tests.proofs.workshop.room_meeting import BALLOTS, BALLOTS_AT_HOME, QUESTIONS, Meeting


def prepare(meeting: Meeting) -> None:
    """Three groups of which two are small, consent, an agenda in minutes; then collecting."""
    room = meeting.room
    room.start(str(meeting.file))
    to_the_workshop(meeting)
    room.expect("No answers are being collected yet.")
    room.picture("01-prepare", "laptop")
    fill_group(meeting, "Front line", "5")
    room.click("Add a group")
    fill_group(meeting, "Leaders", "2")
    room.click("Add a group")
    fill_group(meeting, "Admin", "2")
    room.press("Tab")
    room.click("are part of a larger organisation")
    room.expect("still tell what so few said: Leaders, Admin")
    room.click("Put them together as “Others”")
    room.picture("02-others", "laptop")
    room.click("The people in the room agree that counts are shown there from 5 answers up")
    room.click("Agenda and ground rules")
    room.picture("03-agenda", "laptop")
    meeting.slip("prepare", but=("alt+F4", "ctrl+z", "space", "Delete", "7", "2", "x"))
    room.click("Start collecting")
    room.expect("0 of 9 people have answered")
    held = room.workshop
    if held["groups"] != {"Front line": 5, "Others": 4} or not held["consent"]:
        raise WentWrongError(f"It was prepared otherwise: {held}")


def to_the_workshop(meeting: Meeting) -> None:
    """Through the menu, by keys."""
    meeting.room.press("F10", "Right", "Right", "Right", "Right", "Return")


def fill_group(meeting: Meeting, name: str, people: str) -> None:
    """By keys: a group that was added has the keyboard."""
    room = meeting.room
    room.press("ctrl+a")
    room.type(name)
    room.press("Tab")
    room.press("ctrl+a")
    room.type(people)


def choose_the_wall(meeting: Meeting) -> None:
    """Said once which screen everybody sees, by mouse; slips before it and after."""
    room = meeting.room
    back = meeting.back_to_collect
    meeting.slip("collect, before any answer", but=("alt+F4", "ctrl+z"), back=back)
    room.click("The screen that everybody sees", list=True)
    room.press("p", "Return")
    room.picture("04-collect", "laptop")
    room.expect("The wall opens on “projector”, and private ballots and your notes on “laptop”.")


def last_people(meeting: Meeting) -> None:
    """Two others vote again on the laptop, and two hand in answer files."""
    room = meeting.room
    copy = room.folder / "to answer.readiness"
    meeting.open_ballots()
    for _ in range(2):
        ballot(meeting, "Others", one_group=True)
    meeting.leave_the_ballots()
    room.click("Save a copy to answer in…")
    meeting.name_a_file(copy)
    room.end_with("ctrl+q")
    files = [room.folder / f"mine {number}.answers" for number in (1, 2)]
    for number, file in enumerate(files):
        room.start("respond", str(copy), "--out", str(file))
        if not number:
            room.picture("16-answer-file", "laptop")
            meeting.slip("answering at home", but=("space", "space held", "alt+F4"))
        room.click("Others", BALLOTS_AT_HOME)
        room.click("Start my answers", BALLOTS_AT_HOME)
        why = "Why, in one sentence, if you like"
        room.click(why, BALLOTS_AT_HOME, field=True)
        room.type(f"At home I have seen it {number + 2} times")
        room.press("Return")
        room.click("Back", BALLOTS_AT_HOME)
        for _ in range(QUESTIONS):
            room.press(str(meeting.chance.randrange(5)), "Return")
        room.click("Save my answers", BALLOTS_AT_HOME)
        if number:
            room.click("I am somebody else", BALLOTS_AT_HOME)
        room.expect("Your answers are in mine", BALLOTS_AT_HOME)
        room.end_with("alt+F4")
    room.start(str(meeting.file))
    room.click("Add answer files…")
    meeting.name_files(files)
    room.expect("fewer than five at once")
    room.picture("17-few-files", "laptop")
    meeting.slip("few files are asked about", but=("Return held", "space held", "alt+F4", "space"))
    room.click("Count them anyway")
    room.expect("2 answer files were counted.")
    if room.workshop["people"] != 9:
        raise WentWrongError(f"Not nine people: {room.workshop}")
    meeting.choose_again()


def mirrored(meeting: Meeting) -> None:
    """The projector shows what the laptop does: nothing private opens before it is covered."""
    room = meeting.room
    room.mirror()
    room.settle()
    room.to_the_laptop()
    room.click("Start private ballots")
    meeting.at("CoverPage")
    room.picture("14-mirrored", "laptop")
    meeting.slip(
        "cover the projector", but=("Return held", "space", "space held", "alt+F4"),
    )  # fmt: skip
    room.hold("Return")
    meeting.at("workshop/collect")
    room.click("Start private ballots")
    room.click("Nobody else can see this screen", BALLOTS)
    meeting.at("BallotWelcome")
    room.picture("15-mirrored-covered", "laptop")
    meeting.leave_the_ballots()
    room.two_screens()
    room.settle()
    room.to_the_laptop()
    meeting.choose_again()
