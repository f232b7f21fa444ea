"""A meeting that is under way: what must hold at every moment of it, wrong keys, and ways about."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from tests.proofs.workshop.room_hands import Room, WentWrongError

WALL, BALLOTS, NOTES = "Looking together", "Your answers", "Notes for you"
BALLOTS_AT_HOME = "your answers"
SLIPS = ("space", "Escape", "7", "2", "x", "ctrl+z", "Delete", "alt+F4")
"""Keys that somebody presses by mistake, each once."""
HEAVY = ("Return", "space")
"""Keys under a heavy hand."""
HEAVY_NAMES = tuple(f"{key} held" for key in HEAVY)
QUESTIONS = 12


class Meeting:
    """Nine people, a laptop and a projector; the parts of the session are modules beside it."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.file = room.folder / "Our service.readiness"
        self.chance = random.Random(9)

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

    def page(self) -> tuple[str, str]:
        """What has the keyboard: a window, and the page that it shows."""
        window = self.room.window()
        return window["title"], window["where"]

    def is_open(self, title: str) -> bool:
        return any(title in each["title"] for each in self.room.look()["windows"])

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

    # ---- ways about: where a slip led away, they lead back

    def name_a_file(self, path: Path) -> None:
        """Type where a file goes into the system's dialog."""
        self.room.press("ctrl+a")
        self.room.type(str(path))
        self.room.press("Return")

    def name_files(self, paths: Sequence[Path]) -> None:
        self.room.type(" ".join(f'"{path}"' for path in paths))
        self.room.press("Return")

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

    def open_ballots(self) -> None:
        """By mouse; they are on the laptop, and on no other screen."""
        room = self.room
        room.click("Start private ballots")
        if room.window(BALLOTS)["screen"] != "laptop":
            raise WentWrongError("The ballots opened on the projector.")
        self.nothing_private_is_seen()

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

    def back_to_the_ballot(self) -> None:
        """Alt+F4 leads to the word; a button leads back."""
        if "LeavePage" in self.page()[1]:
            self.room.click("Back to the ballots", BALLOTS)

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

    def reopen_without_a_sheet(self) -> None:
        self.reopen_the_wall()
        if self.page()[1].endswith((" P", " R", " D")):
            self.room.press("Escape")

    def lay_over(self, key: str, name: str) -> None:
        if not self.page()[1].endswith(name):
            self.room.press(key)

    def back_to_collect(self) -> None:
        """Enter opens the wall from there, Space the ballots where their button has the focus."""
        if self.is_open(BALLOTS):
            self.leave_the_ballots()
        self.close_the_wall()
