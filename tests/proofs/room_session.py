"""A workshop of nine people from the first page to the papers, in a real window on two monitors.

By mouse and keyboard, with an empty battery twice, a pulled projector while somebody answers, a
mirrored screen, and wrong keys at every point. `python -m tests.proofs.room_session OUT` keeps a
picture of every state; the proof beside it runs the same without.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from nttp_readiness import resources
from nttp_readiness.domain.answers.workshop import PollKind
from nttp_readiness.domain.editing import edits
from nttp_readiness.presentation.group import poll_words, screen_words
from nttp_readiness.storage.documents.documents import load_document, save_document
from tests.proofs.room_hands import Room, WentWrongError

WALL, BALLOTS, NOTES = "Looking together", "Your answers", "Notes for you"
SLIPS = ("space", "Escape", "7", "2", "x", "ctrl+z", "Delete", "alt+F4")
"""Keys that somebody presses by mistake, each once."""
HEAVY = ("Return", "space")
"""Keys under a heavy hand."""
QUESTIONS = 12


class Meeting:
    """The session as one story; each part begins where the one before ended."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.file = room.folder / "Our service.readiness"
        self.chance = random.Random(9)

    # ---- what must hold at every moment

    def facts(self) -> dict[str, Any]:
        """What no slip may change."""
        found = self.room.workshop or {}  # a window for answers at home has none
        keys = (
            "round", "closed", "people", "waiting", "votes", "polls", "shown_polls", "consent",
            "minimums", "groups", "agreed", "actions", "again",
        )  # fmt: skip
        return {key: found.get(key) for key in keys}

    def at(self, where: str) -> None:
        """That is where one is now, or something went wrong."""
        if where not in " ".join(self.page()):
            raise WentWrongError(f"Not “{where}” but {self.page()}.\n{self.room.told()}")

    def nothing_private_is_seen(self) -> None:
        """No ballot and no note is on the wall's screen, and nobody gets behind an open ballot."""
        windows = self.room.look()["windows"]
        for each in windows:
            if each["screen"] == "projector" and each["private"] and self.shows_answers(each):
                raise WentWrongError(f"“{each['title']}” is on the projector.")
            if each["screen"] == "projector" and NOTES in each["title"]:
                raise WentWrongError("The notes are on the projector.")
        ballots = [each for each in windows if each["private"]]
        if ballots and not any(each["active"] for each in ballots):
            raise WentWrongError("Something else than the open ballots has the keyboard.")

    @staticmethod
    def shows_answers(window: dict[str, Any]) -> bool:
        """Whether it is past the page that asks to cover the projector."""
        return not any(
            part["words"] == "Please cover the projector now" for part in window["parts"]
        )

    def slip(
        self,
        point: str,
        *,
        but: Sequence[str] = (),
        back: Callable[[], object] | None = None,
    ) -> None:
        """Every wrong key at this point, once and held: nothing is gone, nothing is seen, and what
        was on the screen is there again, at most after `back`.
        """
        room, before = self.room, self.facts()
        page = self.page()
        for key, held in (*((key, False) for key in SLIPS), *((key, True) for key in HEAVY)):
            name = f"{key} held" if held else key
            if key in but or name in but:
                continue
            room.hold(key) if held else room.press(key)
            room.tried_keys += 1
            after = self.facts()
            if after != before:
                changed = {
                    key: (before[key], after[key]) for key in before if before[key] != after[key]
                }
                raise WentWrongError(f"{point}: {name} changed {changed}\n{room.told()}")
            self.nothing_private_is_seen()
            if self.page() != page and back is not None:
                back()
            if self.page() != page:
                raise WentWrongError(f"{point}: {name} led away.\nfrom {page}\n{room.told()}")

    def page(self) -> tuple[str, str]:
        """What has the keyboard: a window, and the page that it shows."""
        window = self.room.window()
        return window["title"], window["where"]

    # ---- before the meeting

    def prepare(self) -> None:
        """Three groups of which two are small, consent, an agenda in minutes; then collecting."""
        room = self.room
        room.start(str(self.file))
        self.to_the_workshop()
        room.expect("No answers are being collected yet.")
        room.picture("01-prepare", "laptop")
        self.fill_group("Front line", "5")
        room.click("Add a group")
        self.fill_group("Leaders", "2")
        room.click("Add a group")
        self.fill_group("Admin", "2")
        room.press("Tab")
        room.click("are part of a larger organisation")
        room.expect("still tell what so few said: Leaders, Admin")
        room.click("Put them together as “Others”")
        room.picture("02-others", "laptop")
        room.click("The people in the room agree that counts are shown there from 5 answers up")
        room.click("Agenda and ground rules")
        room.picture("03-agenda", "laptop")
        self.slip("prepare", but=("alt+F4", "ctrl+z", "space", "Delete", "7", "2", "x"))
        room.click("Start collecting")
        room.expect("0 of 9 people have answered")
        held = room.workshop
        if held["groups"] != {"Front line": 5, "Others": 4} or not held["consent"]:
            raise WentWrongError(f"It was prepared otherwise: {held}")

    def to_the_workshop(self) -> None:
        """Through the menu, by keys."""
        self.room.press("F10", "Right", "Right", "Right", "Right", "Return")

    def fill_group(self, name: str, people: str) -> None:
        """By keys: a group that was added has the keyboard."""
        room = self.room
        room.press("ctrl+a")
        room.type(name)
        room.press("Tab")
        room.press("ctrl+a")
        room.type(people)

    def choose_the_wall(self) -> None:
        """Said once which screen everybody sees, by mouse; slips before it and after."""
        room = self.room
        self.slip("collect, before any answer", but=("alt+F4", "ctrl+z"), back=self.back_to_collect)
        room.click("The screen that everybody sees", list=True)
        room.press("p", "Return")
        room.picture("04-collect", "laptop")
        room.expect(
            "The wall opens on “projector”, and private ballots and your notes on “laptop”."
        )

    # ---- ballots

    def begin_a_ballot(self, group: str, *, one_group: bool = False) -> None:
        """From the welcome to the first question, by mouse."""
        room = self.room
        if not one_group:
            room.click(group, BALLOTS)
        room.click("Start my answers", BALLOTS)
        self.at("BallotWalk 0")

    def answer_all(self, *, reason: str = "", passes: int = 3) -> None:
        """Twelve questions by keys, some of them passed over, and Done."""
        room = self.room
        if reason:
            room.click("Why, in one sentence, if you like", BALLOTS, field=True)
            room.type(reason)
            room.press("Return")
            room.click("Back", BALLOTS)
        keys: list[str] = []
        for number in range(QUESTIONS):
            if number % 5 != passes:
                keys.append(str(self.chance.randrange(5)))
            keys.append("Return")
        room.press(*keys)
        self.at(f"BallotWalk {QUESTIONS}")
        room.click("Done", BALLOTS)
        room.expect("Thank you. Your answers are in.", BALLOTS)

    def ballot(self, group: str, *, one_group: bool = False, **how: Any) -> None:
        """One whole ballot."""
        self.begin_a_ballot(group, one_group=one_group)
        self.answer_all(**how)

    def leave_the_ballots(self) -> None:
        """The facilitator's word leads back."""
        room = self.room
        if "CoverPage" in self.page()[1]:
            room.click("Not now")
            return
        room.click("Everybody is done")
        self.at("LeavePage")
        room.type(room.workshop["word"])
        room.press("Return")
        self.at("workshop/collect")

    def open_ballots(self) -> None:
        """By mouse; they are on the laptop, and on no other screen."""
        room = self.room
        room.click("Start private ballots")
        if room.window(BALLOTS)["screen"] != "laptop":
            raise WentWrongError("The ballots opened on the projector.")
        self.nothing_private_is_seen()

    def back_to_the_ballot(self) -> None:
        """Alt+F4 leads to the word; a button leads back."""
        if "LeavePage" in self.page()[1]:
            self.room.click("Back to the ballots", BALLOTS)

    def ask_again(self, button: str) -> None:
        """Escape leaves what is asked; its button asks again."""
        self.back_to_the_ballot()
        if "asks" not in self.page()[1]:
            self.room.click(button, BALLOTS)

    def slips_of_a_ballot(self) -> None:
        """Wrong keys at each page that somebody who answers comes to."""
        room = self.room
        self.open_ballots()
        room.picture("05-welcome", "laptop")
        back = self.back_to_the_ballot
        self.slip("the welcome", but=("space", "space held"), back=back)
        self.begin_a_ballot("Front line")
        room.picture("06-question", "laptop")
        self.slip("a question", but=("Return held", "2"), back=back)
        room.hold("Return")
        if self.page()[1] != "BallotWalk 1":  # and not "BallotWalk 12", where a held key would end
            raise WentWrongError(f"A held key led to {self.page()}.")
        for _ in range(QUESTIONS - 1):
            room.press("Return")
        self.at(f"BallotWalk {QUESTIONS}")
        room.picture("07-before-you-finish", "laptop")
        self.slip("before you finish", but=("Return held",), back=back)
        room.hold("Return")  # hands in nothing
        self.at(f"BallotWalk {QUESTIONS}")
        room.click("Done", BALLOTS)
        self.at("asks")
        room.picture("08-empty-ballot", "laptop")
        self.slip(
            "an empty ballot is asked about", but=HEAVY_NAMES, back=lambda: self.ask_again("Done")
        )
        room.hold("Return")
        self.at(f"BallotWalk {QUESTIONS}")
        room.click("Back", BALLOTS)
        room.press("3")
        room.click("Stop, and keep nothing", BALLOTS)
        self.at("asks")
        room.picture("09-stop", "laptop")
        self.slip(
            "stopping is asked about", but=HEAVY_NAMES,
            back=lambda: self.ask_again("Stop, and keep nothing"),
        )  # fmt: skip
        room.click("Keep nothing", BALLOTS)
        self.at("BallotWelcome")
        room.click("Everybody is done", BALLOTS)
        room.picture("10-the-word", "laptop")
        self.slip("the word", but=("Escape", "alt+F4"))
        room.press("Escape")
        self.at("BallotWelcome")

    def first_people(self) -> None:
        """Three of Front line; then the battery is empty, and they are told."""
        room = self.room
        for number in range(3):
            self.ballot("Front line", reason=f"I have seen it {number + 2} times this year")
        if (now := room.workshop)["waiting"] != 3 or "3 ballots" not in now["foot"]:
            raise WentWrongError(f"Three ballots do not wait: {now}")
        self.leave_the_ballots()
        room.picture("11-three-wait", "laptop")
        self.slip("collect, ballots waiting", but=("alt+F4",), back=self.back_to_collect)
        room.kill()
        room.start(str(self.file))
        if room.workshop["again"] != {"Front line": 3}:
            raise WentWrongError(f"Nobody is told of three ballots: {room.workshop}")
        room.expect("Front line: 3 people. Please tell these groups")
        room.picture("12-after-the-kill", "laptop")
        room.click("They have been told")

    def more_people(self) -> None:
        """Five of Front line and two others; then the cable is pulled while somebody answers, and
        the battery is empty while the next one does.
        """
        room = self.room
        self.choose_again()
        self.open_ballots()
        for number in range(5):
            self.ballot("Front line", reason=f"I have seen it {number + 2} times this year")
        for _ in range(2):
            self.ballot("Others", one_group=True)
        room.click("Start my answers", BALLOTS)
        room.press("3", "Return", "1")
        room.pull_the_cable()
        room.until(lambda: not self.is_open(BALLOTS), "the ballots stayed open")
        room.settle()
        room.expect(screen_words.screens_changed_words())
        self.nothing_private_is_seen()
        room.picture("13-cable-pulled", "laptop")
        if room.workshop["waiting"] != 7:
            raise WentWrongError(f"Not seven ballots: {room.workshop}")
        room.two_screens()
        room.settle()
        self.open_ballots()
        room.click("Start my answers", BALLOTS)
        room.press("3", "Return", "1")
        room.kill()
        room.start(str(self.file))
        held = room.workshop
        if (held["waiting"] + held["people"], held["again"]) != (5, {"Others": 2}):
            raise WentWrongError(f"The second crash lost ballots: {held}")
        room.click("They have been told")

    def choose_again(self) -> None:
        """After a start nobody has said yet which screen everybody sees: the projector is to be
        covered first. Then it is said.
        """
        room = self.room
        room.click("Start private ballots")
        self.at("CoverPage")
        room.press("Escape")
        if not self.is_open(BALLOTS):
            raise WentWrongError("Escape led away from the page that asks to cover the projector.")
        room.click("Not now", BALLOTS)
        room.click("The screen that everybody sees", list=True)
        room.press("p", "Return")

    def mirrored(self) -> None:
        """The projector shows what the laptop does: nothing private opens before it is covered."""
        room = self.room
        room.mirror()
        room.settle()
        room.to_the_laptop()
        room.click("Start private ballots")
        self.at("CoverPage")
        room.picture("14-mirrored", "laptop")
        self.slip(
            "cover the projector", but=("Return held", "space", "space held", "alt+F4"),
        )  # fmt: skip
        room.hold("Return")
        self.at("workshop/collect")
        room.click("Start private ballots")
        room.click("Nobody else can see this screen", BALLOTS)
        self.at("BallotWelcome")
        room.picture("15-mirrored-covered", "laptop")
        self.leave_the_ballots()
        room.two_screens()
        room.settle()
        room.to_the_laptop()
        self.choose_again()

    def last_people(self) -> None:
        """Two others vote again on the laptop, and two hand in answer files."""
        room = self.room
        copy = room.folder / "to answer.readiness"
        self.open_ballots()
        for _ in range(2):
            self.ballot("Others", one_group=True)
        self.leave_the_ballots()
        room.click("Save a copy to answer in…")
        self.name_a_file(copy)
        room.end_with("ctrl+q")
        files = [room.folder / f"mine {number}.answers" for number in (1, 2)]
        for number, file in enumerate(files):
            room.start("respond", str(copy), "--out", str(file))
            if not number:
                room.picture("16-answer-file", "laptop")
                self.slip("answering at home", but=("space", "space held", "alt+F4"))
            room.click("Others", BALLOTS_AT_HOME)
            room.click("Start my answers", BALLOTS_AT_HOME)
            why = "Why, in one sentence, if you like"
            room.click(why, BALLOTS_AT_HOME, field=True)
            room.type(f"At home I have seen it {number + 2} times")
            room.press("Return")
            room.click("Back", BALLOTS_AT_HOME)
            for _ in range(QUESTIONS):
                room.press(str(self.chance.randrange(5)), "Return")
            room.click("Save my answers", BALLOTS_AT_HOME)
            if number:
                room.click("I am somebody else", BALLOTS_AT_HOME)
            room.expect("Your answers are in mine", BALLOTS_AT_HOME)
            room.end_with("alt+F4")
        room.start(str(self.file))
        room.click("Add answer files…")
        self.name_files(files)
        room.expect("fewer than five at once")
        room.picture("17-few-files", "laptop")
        self.slip("few files are asked about", but=("Return held", "space held", "alt+F4", "space"))
        room.click("Count them anyway")
        room.expect("2 answer files were counted.")
        if room.workshop["people"] != 9:
            raise WentWrongError(f"Not nine people: {room.workshop}")
        self.choose_again()

    def name_a_file(self, path: Path) -> None:
        """Type where a file goes into the system's dialog."""
        self.room.press("ctrl+a")
        self.room.type(str(path))
        self.room.press("Return")

    def name_files(self, paths: Sequence[Path]) -> None:
        self.room.type(" ".join(f'"{path}"' for path in paths))
        self.room.press("Return")

    def is_open(self, title: str) -> bool:
        return any(title in each["title"] for each in self.room.look()["windows"])

    # ---- in the room

    def short_question(self, kind: PollKind, number: int) -> None:
        """Nine people answer one of the short questions, one after another, by keys and mouse."""
        room, name = self.room, poll_words.poll_name(kind)
        room.click(f"Ask it privately: {name}")
        self.at("BallotWelcome")
        self.slip(f"short question {name}", but=("space", *HEAVY_NAMES), back=self.back_to_ballots)
        for person in range(9):
            room.click("Start my answers")
            keys = ["space"] + ["Tab", "space"] * (person % 2 if number == 1 else 0)
            room.press(*keys)
            if not person:
                room.picture(f"2{number}-short-question", "laptop")
                self.slip(
                    f"answering {name}", but=("space", *HEAVY_NAMES), back=self.back_to_ballots
                )  # fmt: skip
            room.click("Done")
        self.leave_the_ballots()
        room.click(f"Close it for the wall: {name}")
        if 9 not in room.workshop["shown_polls"].values():
            raise WentWrongError(f"{name} was not closed: {room.workshop}")

    def back_to_ballots(self) -> None:
        if "LeavePage" in self.page()[1]:
            self.room.click("Back to the ballots")

    def open_the_wall(self) -> None:
        room = self.room
        room.press("F5")
        room.until(lambda: self.is_open(WALL), "the wall did not open")
        room.settle()
        if room.window(WALL)["screen"] != "projector" or room.window(NOTES)["screen"] != "laptop":
            raise WentWrongError("Wall and notes are on the wrong screens.")

    def back_to_collect(self) -> None:
        """Enter opens the wall from there, Space the ballots where their button has the focus."""
        if self.is_open(BALLOTS):
            self.leave_the_ballots()
        self.close_the_wall()

    def close_the_wall(self) -> None:
        """Enter opens it from Collect answers; Escape leads back."""
        for _ in range(3):
            if self.is_open(WALL):
                self.room.press("Escape")
        self.room.settle()

    def reopen_the_wall(self) -> None:
        """Somebody closed it: F5 opens it again where it was."""
        if not self.is_open(WALL):
            self.open_the_wall()

    def the_wall(self) -> None:
        """What was said last time, the first question, its reveal, reasons and both votes."""
        room = self.room
        self.open_the_wall()
        room.picture("30-last-time")

        def to_last_time() -> None:
            self.reopen_the_wall()
            if not self.page()[1].endswith("P"):
                room.press("p")

        self.slip("last time's actions", back=to_last_time)
        room.press("p")
        room.picture("31-open")
        back = self.reopen_without_a_sheet
        self.slip("a question on the wall", but=("space", "space held"), back=back)
        room.press("l")
        room.picture("32-descriptions", "projector")

        def to_the_descriptions() -> None:
            back()
            self.lay_over("l", "descriptions")

        self.slip("five descriptions", back=to_the_descriptions)
        room.press("l", "space")
        votes = room.workshop["votes"]
        if [vote for vote in votes.values() if vote[0][0]] != [[[True, 9]]]:
            raise WentWrongError(f"Not one question is shown of nine people: {votes}")
        room.picture("33-shown")
        self.slip("a picture on the wall", but=("2", "7"), back=back)
        room.press("r")
        room.expect("At home I have seen it 3 times", WALL)
        room.picture("34-reasons", "projector")
        self.slip("reasons on the wall", back=lambda: self.back_to_reasons(back))
        room.press("r")
        self.second_vote(back)
        self.agree()

    def reopen_without_a_sheet(self) -> None:
        self.reopen_the_wall()
        if self.page()[1].endswith((" P", " R", " D")):
            self.room.press("Escape")

    def back_to_reasons(self, back: Callable[[], object]) -> None:
        if not self.page()[1].endswith("R"):
            back()
            self.lay_over("r", "R")

    def lay_over(self, key: str, name: str) -> None:
        if not self.page()[1].endswith(name):
            self.room.press(key)

    def second_vote(self, back: Callable[[], object]) -> None:
        """V asks; nine people vote once more by ballot; both pictures stand side by side."""
        room = self.room
        room.press("v")
        room.expect("Press V again to open it.", WALL)
        room.picture("35-v-asks", "projector")
        self.slip("a second vote is asked for", but=("2", "7"), back=back)
        if len(next(vote for vote in room.workshop["votes"].values() if vote[0][0])) != 1:
            raise WentWrongError("A slip opened the second vote.")
        room.press("v", "v") if not room.sees("Press V again", WALL) else room.press("v")
        room.expect("The second vote is open.", WALL)
        room.picture("36-second-vote", "projector")
        room.press("v")
        room.expect("The second vote was cancelled.", WALL)
        room.press("v", "v")
        self.slips_of_a_form("c", "CountForm", picture="36b-counts")
        room.press("b")
        self.at("BallotWelcome")
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
        room.until(lambda: not self.is_open(BALLOTS), "the word did not lead back")
        room.press("space")
        room.expect("Second vote, 9 answers", WALL)
        room.picture("38-both-votes")

    def agree(self) -> None:
        """A level, the other view, what was seen, an action, and our answer."""
        room = self.room
        room.press("2", "m")
        room.picture("39-other-view", "projector")
        self.slip("writing the other view", but=("Escape", "alt+F4", "Return held"))
        room.press("ctrl+a")
        room.type("At night nobody can name anybody")
        room.press("Escape", "m", "Return")  # left by mistake, and it is there again
        self.slips_of_a_form("e", "KeptWords", but=("Return held",))
        self.slips_of_a_form("a", "SpotAction", but=("Return held",))
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
        self.slip("all is agreed", but=("2", "7", "Delete", "ctrl+z"), back=self.reopen_the_wall)
        room.press("t")
        room.press("s")
        room.expect("Is this your own screen", WALL)
        room.picture("43-s-asks", "projector")
        room.press("Right", "Left", "d")
        room.picture("44-what-we-chose", "projector")

        def to_what_we_chose() -> None:
            self.reopen_the_wall()
            if not self.page()[1].endswith("D"):
                room.press("d")

        self.slip("what we chose", but=("2", "7", "Delete", "ctrl+z"), back=to_what_we_chose)
        self.close_the_wall()
        room.until(lambda: not self.is_open(WALL), "the wall stayed")

    def slips_of_a_form(
        self, key: str, form: str, *, picture: str = "", but: Sequence[str] = ()
    ) -> None:
        """Wrong keys while somebody writes on the wall: at most the form is left."""
        room = self.room

        def again() -> None:
            self.reopen_the_wall()
            if form not in self.page()[1]:
                room.press(key)

        room.press(key)
        self.at(form)
        if picture:
            room.picture(picture, "projector")
        self.slip(f"writing in {form}", but=("ctrl+z", *but), back=again)
        room.press("Escape")

    # ---- the end

    def close_all(self) -> None:
        """Every question and the round, each asked about; the round is opened again and closed."""
        room = self.room
        room.click("Type counts")
        self.slip("the page for counts", but=("alt+F4",), back=lambda: room.click("Type counts"))
        room.press("alt+Left")
        room.click("Close every question")
        room.picture("50-close-every", "laptop")
        self.slip("closing every question", but=(*HEAVY_NAMES, "space", "alt+F4"))
        still_open = QUESTIONS - sum(each[0][0] for each in room.workshop["votes"].values())
        room.click(f"Close all {still_open} questions")
        room.click("Close the round…")
        room.picture("51-close-the-round", "laptop")
        self.slip("closing the round", but=(*HEAVY_NAMES, "space", "alt+F4"))
        room.click("Close the round")
        if not room.workshop["closed"]:
            raise WentWrongError("The round is open.")
        room.picture("52-results", "laptop")
        self.slip("group results", but=("alt+F4", "Return held"))  # Enter leads on, as it says
        room.press("ctrl+shift+c")
        room.click("Open the round again")
        if room.workshop["closed"]:
            raise WentWrongError("The round did not open again.")
        room.click("Close the round…")
        room.click("Close the round")

    def papers(self) -> None:
        """The record and the group report, by mouse; then what is on paper and in the file."""
        room = self.room
        room.press("ctrl+e")
        room.click("To ask people, and for a workshop")
        made = {}
        for name in ("Workshop record", "Group report"):
            path = room.folder / f"{name}.pdf"
            room.click(name)
            room.picture(f"60-{name.lower().replace(' ', '-')}", "laptop")
            self.slip(f"sharing: {name}", but=("alt+F4", "Return held"))
            room.click("Save the PDF")
            self.name_a_file(path)
            room.until(path.exists, f"{name} was not made")
            made[name] = [" ".join(page.extract_text().split()) for page in PdfReader(path).pages]
        room.end_with("ctrl+q")
        record, report = (" ".join(pages) for pages in made.values())
        for words in ("Ask the night shift", "Morag Bain", "18 December", "Voted on twice"):
            if words not in record:
                raise WentWrongError(f"“{words}” is not in the record: {record[:2000]}")
        if len(made["Group report"]) > 3:
            raise WentWrongError(f"The report has {len(made['Group report'])} pages.")
        if "I have seen it" in record + report:
            raise WentWrongError("A reason left the room.")
        held = load_document(self.file).assessment.workshop
        if held is None or held.round.people != 9 or held.round.closed is None:
            raise WentWrongError("The file does not hold nine people and a closed round.")


HEAVY_NAMES = tuple(f"{key} held" for key in HEAVY)
BALLOTS_AT_HOME = "your answers"
PARTS: tuple[Callable[[Meeting], None], ...] = (
    Meeting.prepare, Meeting.choose_the_wall, Meeting.slips_of_a_ballot, Meeting.first_people,
    Meeting.more_people, Meeting.mirrored, Meeting.last_people,
    lambda each: each.short_question("check_in", 0), Meeting.the_wall,
    lambda each: each.short_question("dots", 1),
    lambda each: each.short_question("closing", 2),
    Meeting.close_all, Meeting.papers,
)  # fmt: skip


def story(meeting: Meeting, until: str = "") -> None:
    """All parts in order, or as far as one of them."""
    for part in PARTS:
        part(meeting)
        if part.__name__ == until:
            return


def document(path: Path) -> None:
    """An assessment as it is before a first workshop: some answers, and a plan of last time."""
    sample = resources.assets() / "samples" / "council-service.readiness"
    made = edits.set_profile(
        load_document(sample).assessment, route="foundations", scope="organisation"
    )
    save_document(path, made, expected=None)


def run(room: Room, until: str = "") -> Meeting:
    """The whole session in that room."""
    meeting = Meeting(room)
    document(meeting.file)
    story(meeting, until)
    return meeting


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--laptop", default="1280x800")
    parser.add_argument("--text", type=int, default=100)
    parser.add_argument("--theme", default="light")
    parser.add_argument("--plant", default="")
    parser.add_argument("--until", default="")
    given = parser.parse_args()
    wide, high = map(int, given.laptop.split("x"))
    settings = {"text_size": given.text, "theme": given.theme}
    with tempfile.TemporaryDirectory() as folder, Room(
        Path(folder), (wide, high), plant=given.plant, pictures=given.out, settings=settings
    ) as room:  # fmt: skip
        try:
            run(room, given.until)
        except WentWrongError as problem:
            room.picture("went-wrong")
            print(problem, (Path(folder) / "program.log").read_text()[-3000:], sep="\n")
            print(f"Stopped after {room.steps} steps and {room.tried_keys} wrong keys.")
            return 1
        print(f"{room.steps} steps, {room.tried_keys} wrong keys")
    return 0


if __name__ == "__main__":
    sys.exit(main())
