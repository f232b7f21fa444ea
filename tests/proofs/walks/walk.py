"""Somebody alone with the program: what their hands do, by mouse or by keys, and what they see.

A step says what a person should meet there, and `Walk` notes where they do not.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from nttp_readiness.storage.documents.documents import load_document
from tests.proofs.walks.walk_desk import Desk, LostError

TITLE = "Housing mine"
FIRST = "Question 1 of 6"
NO_DATE = "31/2/2028"
"""What somebody types who means a date, and nobody can read as one."""


class Walk:
    """Goes the steps, takes a picture of each, and notes what was not as it should be."""

    def __init__(self, desk: Desk, *, by_mouse: bool = True) -> None:
        self.desk, self.by_mouse = desk, by_mouse
        self.file = desk.home / "Documents" / f"{TITLE}.readiness"
        """Where the assessment is now."""
        self.steps = 0
        self.faults: list[str] = []

    def step(self, name: str, go: Callable[[], Any]) -> None:
        """One step; what is missing there does not keep the next from being tried."""
        self.steps += 1
        try:
            go()
        except (LostError, AssertionError, OSError) as fault:
            self.faults.append(f"{name}: {str(fault)[:700] or repr(fault)}")
        self.desk.picture(name)

    # ---- hands: by mouse, or by keys alone

    def press(self, name: str) -> None:
        """Press that button."""
        if self.by_mouse:
            self.desk.click(name, "button")
        else:
            self.desk.tab_to(name)
            self.desk.keys("Return")

    def into(self, field: str) -> None:
        """Put the cursor into that field, with all of its text chosen."""
        if self.by_mouse:
            self.desk.click(field, "field")
        else:
            self.desk.tab_to(field)
        self.desk.keys("ctrl+a")

    def type_anew(self, words: str) -> None:
        """These words in place of all that the field holds, and Enter."""
        self.desk.keys("ctrl+a")
        self.desk.type(words)
        self.desk.keys("Return")

    def write_organisation(self, words: str) -> None:
        """These words for the organisation, on Prepare."""
        self.to_prepare()
        self.into("Organisation")
        self.desk.type(words)

    def to_prepare(self) -> None:
        self.choose("Assessment", "Prepare")
        self.wait_title("Before you begin")

    def choose(self, menu: str, entry: str) -> None:
        """Choose that entry of a menu."""
        desk = self.desk
        if self.by_mouse:
            desk.click(menu, "menu")
            desk.click(entry, "menu")
            return
        desk.keys(f"alt+{menu[0].lower()}")
        for _ in range(40):
            if desk.ask("lit") == entry:
                desk.keys("Return")
                return
            desk.keys("Down")
        raise LostError(f"no “{entry}” in the menu {menu}")

    def name_file(self, path: Path) -> None:
        """Type a path into the system's own dialog."""
        desk = self.desk
        desk.wait(lambda: not self.title().endswith("NTTP Readiness"), "a dialog", 20)
        desk.keys("ctrl+a")
        desk.type(str(path))
        desk.keys("Return")

    # ---- what is looked at

    def title(self) -> str:
        return str(self.desk.ask("frame")["title"])

    def focus(self) -> str:
        return str(self.desk.ask("focus")["name"])

    def wait_for(self, words: str, patience: float = 15) -> None:
        """Wait until these words are on the screen."""
        self.desk.wait(lambda: words in self.desk.seen(), f"“{words}”", patience)

    def wait_title(self, words: str) -> None:
        self.desk.wait(lambda: words in self.title(), f"the page “{words}”", 15)

    def wait_saved(self) -> None:
        """The document on the disk is the one in the window."""
        self.desk.wait(lambda: "Saved " in self.desk.seen(), "“Saved”", 15)

    def on_screen(self) -> None:
        """The whole frame with its title bar is on the screen."""
        found = self.desk.ask("frame")
        x, y, width, height = found["frame"]
        left, top, wide, high = found["room"]
        assert found["inside"][1] > y, f"no title bar: {found}"
        assert x >= left, f"left of the screen: {found}"
        assert y >= top, f"above the screen: {found}"
        assert x + width <= left + wide, f"right of the screen: {found}"
        assert y + height <= top + high, f"below the screen: {found}"

    def held(self) -> Any:
        """What the file holds."""
        return load_document(self.file).assessment

    def wait_held(self, is_so: Callable[[Any], Any], what: str) -> None:
        """Wait until the file holds that."""
        self.desk.wait(lambda: is_so(self.held()), f"{what} in the file", 20)

    def earlier(self, document: str) -> list[Path]:
        """The earlier versions of an assessment that this computer keeps."""
        return sorted(self.desk.home.rglob(f"backups/{document}/*.readiness"))

    def is_running(self) -> bool:
        """Whether the program has not ended."""
        program = self.desk.program
        return program is not None and program.poll() is None

    def no_date_keeps_it_open(self) -> None:
        """The window is still there, and what cannot be read as a date is named."""
        self.wait_for(NO_DATE, 8)
        assert self.is_running(), "the window closed"

    def continue_where_one_paused(self) -> None:
        """The first thing that the start page offers, by Enter."""
        assert "Continue" in self.focus(), self.focus()
        self.desk.keys("Return")
        self.desk.wait(lambda: " in " in self.title(), "the document", 20)

    def open_again(self, path: Path | None = None) -> None:
        """Start the program with the file, as a double click on it does."""
        self.desk.start(str(path or self.file))
        self.wait_title("NTTP Readiness")
        self.desk.wait(lambda: " in " in self.title(), "the document", 20)

    def close(self) -> None:
        """Pause and close."""
        if self.by_mouse:
            self.desk.click("Pause and close", "button")
        else:
            self.desk.keys("ctrl+q")
        assert self.desk.ended(), "it does not end"
