"""The journey of somebody alone with the program, from the first start to the printed plan.

Once by mouse, once by keys. At each place that is tried at which the trust once broke: a step says
what a person should meet there, and `Walk` notes where they do not.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from nttp_readiness.storage.documents import load_document
from tests.proofs.walk_desk import Desk, LostError

TITLE = "Housing mine"
FIRST = "Question 1 of 6"


class Walk:
    """Goes the steps, takes a picture of each, and notes what was not as it should be."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
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

    # ---- what is looked at

    @property
    def file(self) -> Path:
        return self.desk.home / "Documents" / f"{TITLE}.readiness"

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
        return load_document(self.file).assessment


def in_short(desk: Desk) -> Walk:
    """The steps at which the planted faults are met."""
    walk = Walk(desk)
    desk.start()
    walk.step("first start has its title bar on the screen", walk.on_screen)
    walk.step("start an assessment", lambda: _begin(walk))
    walk.step("a double click on Start reflecting goes one page on", lambda: _double_on_start(walk))
    walk.step("closing with a date that cannot be read", lambda: _wrong_review(walk))
    walk.step("after a crash it is in the list", lambda: _crash_in_short(walk))
    return walk


def _wrong_review(walk: Walk) -> None:
    desk = walk.desk
    desk.keys("ctrl+1")
    walk.wait_title("Before you begin")
    desk.click("Review date", "field")
    desk.keys("ctrl+a")
    desk.type("31/2/2028")
    desk.click("Pause and close", "button")
    walk.wait_for("31/2/2028", 8)
    assert desk.program is not None
    assert desk.program.poll() is None, "the window closed"
    desk.keys("ctrl+a", "BackSpace", "Tab")


def _crash_in_short(walk: Walk) -> None:
    desk = walk.desk
    if desk.program is not None and desk.program.poll() is None:
        desk.kill()
    desk.start()
    assert TITLE in desk.seen(), desk.seen()[:300]


# ---- by mouse


def by_mouse(desk: Desk) -> Walk:
    """Everything by mouse, and keys only where text is typed."""
    walk = Walk(desk)
    step = walk.step
    desk.start()
    step("first start has its title bar on the screen", walk.on_screen)
    step("start an assessment", lambda: _begin(walk))
    step("a double click on Start reflecting goes one page on", lambda: _double_on_start(walk))
    step("to the questions", lambda: _questions(walk))
    step("a level by a click, kept and said", lambda: _level(walk))
    step("a double click on Next goes one question on", lambda: _double_on_next(walk))
    step("not relevant asks why where it is chosen", lambda: _not_relevant(walk))
    step("undo in a note goes back in words", lambda: _note(walk))
    step("the wheel over a field changes nothing", lambda: _wheel(walk))
    step("print the questions from settings comes to the front", lambda: _print_questions(walk))
    step("foundations answered one after the other", lambda: _some_answers(walk))
    step("a click on Plan leads back to the table", lambda: _plan_and_back(walk))
    step("undo of a title with the field in focus", lambda: _undo_title(walk))
    step("a date as the table shows it is taken", lambda: _date_in_table(walk))
    step("a date that cannot be read stays", lambda: _wrong_date(walk))
    step("closing with it stays and says so", lambda: _wrong_date_and_close(walk))
    step("the plan as a PDF", lambda: _export(walk))
    step("a file that was moved is followed", lambda: _moved(walk))
    step("renamed in the window", lambda: _renamed(walk))
    step("after a crash it is where it was", lambda: _crash(walk))
    step("a read-only file offers a place that can be written", lambda: _read_only(walk))
    step("pause and close ends it, and the next start knows", lambda: _pause(walk))
    return walk


def _begin(walk: Walk) -> None:
    desk = walk.desk
    desk.click("Start an assessment", "button")
    walk.wait_title("Before you begin")
    desk.keys("ctrl+a")
    desk.type(TITLE)
    assert desk.ask("find", name="Which questions", kind="label"), "no choice of questions"


def _double_on_start(walk: Walk) -> None:
    walk.desk.click("Start reflecting", "button", times=2)
    walk.wait_title("Reflect: Leadership")
    here = walk.desk.ask("find", name="Go to the questions", kind="button")
    assert here, "the second click went on"
    walk.desk.wait(walk.file.exists, "the file", 15)
    walk.wait_title("in Documents")


def _questions(walk: Walk) -> None:
    walk.desk.click("Go to the questions", "button")
    walk.desk.wait(lambda: FIRST in walk.focus(), "the first question", 15)


def _level(walk: Walk) -> None:
    walk.desk.click("3 Established", "button")
    walk.wait_saved()
    walk.desk.wait(lambda: walk.held().answers["LEA-1"].choice == 3, "level 3 in the file", 15)


def _double_on_next(walk: Walk) -> None:
    walk.desk.click("Next question", "button", times=2)
    walk.desk.wait(lambda: "Question 2 of 6" in walk.focus(), "question 2", 15)


def _not_relevant(walk: Walk) -> None:
    desk = walk.desk
    desk.click("Next question", "button")
    desk.wait(lambda: "Question 3 of" in walk.focus(), "question 3", 15)
    desk.click("Not relevant to us", "button")
    desk.click("Why it is not relevant to us", "field")
    desk.type("Nobody is taught here")
    walk.wait_saved()
    said = desk.wait(
        lambda: [each for each in walk.held().answers.values() if each.choice == "not_relevant"],
        "the answer",
        15,
    )
    assert "Nobody is taught here" in str(said[0]), "the reason is not kept"


def _note(walk: Walk) -> None:
    desk = walk.desk
    desk.click("Add a note", "button")
    desk.click("Note", "field")
    desk.type("The rota and the minutes")
    desk.keys("ctrl+z")
    text = desk.ask("focus")["text"]
    assert text, "all that was typed went in one step"
    assert text != "The rota and the minutes", "undo did nothing"


def _wheel(walk: Walk) -> None:
    desk = walk.desk
    desk.click("Note", "field")
    before = walk.focus()
    desk.wheel_over("Note", "field", 3)
    assert walk.focus() == before, f"the wheel took the focus to {walk.focus()}"


def _print_questions(walk: Walk) -> None:
    desk = walk.desk
    desk.click("Edit", "menu")
    desk.click("Settings…", "menu")
    walk.wait_title("Settings")
    desk.click("File", "menu")
    desk.click("Print the questions…", "menu")
    walk.wait_title("What do you need?")
    assert walk.focus(), "the focus is nowhere"


def _some_answers(walk: Walk) -> None:
    desk = walk.desk
    desk.click("Assessment", "menu")
    desk.click("Reflect", "menu")
    for _ in range(3):
        desk.click("1 Exploring", "button")
        desk.click("Next", "button")
    walk.wait_saved()
    assert len(walk.held().answers) >= 4, f"kept: {sorted(walk.held().answers)}"


def _plan_and_back(walk: Walk) -> None:
    desk = walk.desk
    desk.click("Assessment", "menu")
    desk.click("Plan", "menu")
    walk.wait_title("What we will do")
    first = _first_action(walk)
    desk.click(first, "row", times=2)
    walk.wait_title("Action:")
    desk.click("Assessment", "menu")
    desk.click("Plan", "menu")
    desk.wait(lambda: "Action:" not in walk.title(), "the table", 15)


def _first_action(walk: Walk) -> str:
    desk = walk.desk
    rows = desk.wait(
        lambda: [each for each in desk.ask("find", name="", kind="row") if len(each["name"]) > 12],
        "an action",
        15,
    )
    return str(rows[0]["name"])


def _undo_title(walk: Walk) -> None:
    desk = walk.desk
    first = _first_action(walk)
    desk.click(first, "row", times=2)
    walk.wait_title("Action:")
    before = desk.ask("focus")["text"]
    assert before, f"the title has not the focus: {desk.ask('focus')}"
    desk.keys("End")
    desk.type(" and more")
    desk.keys("Return", "ctrl+z", "ctrl+z")
    after = desk.wait(
        lambda: not any("and more" in each for each in _titles(walk)), "the title of before", 10
    )
    assert after
    desk.click("Back to the table", "button")


def _titles(walk: Walk) -> list[str]:
    walk.wait_saved()
    return [each.title for each in walk.held().actions.values()]


def _open_due_cell(walk: Walk) -> None:
    """The cell for the date of the first action, as one opens it."""
    desk = walk.desk
    desk.click(_first_action(walk), "row")
    desk.keys("Right", "Right", "Right", "F2")
    desk.wait(lambda: desk.ask("focus")["kind"] == "DateEdit", "the field for a date", 10)


def _date_in_table(walk: Walk) -> None:
    desk = walk.desk
    walk.desk.keys("ctrl+5")
    walk.wait_title("What we will do")
    _into_a_due(walk)
    desk.keys("ctrl+a")
    desk.type("10 Sep 2027")
    desk.keys("Return")
    walk.wait_saved()
    dues = [str(each.due) for each in walk.held().actions.values()]
    assert "2027-09-10" in dues, f"dates: {dues}"


def _into_a_due(walk: Walk) -> None:
    """A field for the date of an action: its cell, or in a narrow window that of the action."""
    desk = walk.desk
    try:
        _open_due_cell(walk)
    except LostError:
        desk.keys("Escape")
        desk.click(_first_action(walk), "row", times=2)
        walk.wait_title("Action:")
        desk.click("Due", "field")


def _wrong_date(walk: Walk) -> None:
    desk = walk.desk
    desk.keys("ctrl+5")
    walk.wait_title("What we will do")
    _into_a_due(walk)
    desk.keys("ctrl+a")
    desk.type("31/2/2028")
    desk.keys("Return")
    walk.wait_for("Write a date such as", 8)
    assert desk.ask("focus")["text"] == "31/2/2028", f"it went: {desk.ask('focus')}"


def _wrong_date_and_close(walk: Walk) -> None:
    desk = walk.desk
    desk.click("Pause and close", "button")
    walk.wait_for("31/2/2028", 8)
    assert desk.program is not None
    assert desk.program.poll() is None, "the window closed"
    assert desk.ask("focus")["text"] == "31/2/2028", f"it went: {desk.ask('focus')}"
    desk.keys("ctrl+a")
    desk.type("28 Feb 2028")
    desk.keys("Return")
    walk.wait_saved()
    dues = [str(each.due) for each in walk.held().actions.values()]
    assert "2028-02-28" in dues, f"dates: {dues}"


def _export(walk: Walk) -> None:
    desk = walk.desk
    desk.click("Assessment", "menu")
    desk.click("Share", "menu")
    walk.wait_title("What do you need?")
    desk.click("Action plan", "button")
    desk.click("Save the PDF", "button")
    _name_file(walk, desk.home / "Documents" / "plan.pdf")
    made = desk.home / "Documents" / "plan.pdf"
    desk.wait(lambda: made.exists() and made.read_bytes()[:5] == b"%PDF-", "the PDF", 90)
    walk.wait_for("Saved: ", 20)


def _name_file(walk: Walk, path: Path) -> None:
    """Type a path into the system's own dialog."""
    desk = walk.desk
    desk.wait(lambda: not desk.ask("frame")["title"].endswith("NTTP Readiness"), "a dialog", 20)
    desk.keys("ctrl+a")
    desk.type(str(path))
    desk.keys("Return")


def _moved(walk: Walk) -> None:
    desk = walk.desk
    there = desk.home / "Documents" / "Archive"
    there.mkdir()
    shutil.move(walk.file, there / walk.file.name)
    desk.keys("ctrl+1")
    walk.wait_title("Before you begin")
    desk.click("Organisation", "field")
    desk.type("Taigh")
    walk.wait_for("The file was moved", 20)
    assert not walk.file.exists(), "a second file was written"
    assert "in Archive" in walk.title(), walk.title()
    desk.wait(
        lambda: load_document(there / walk.file.name).assessment.profile.organisation == "Taigh",
        "what was typed, in the file that was moved",
        15,
    )


def _renamed(walk: Walk) -> None:
    desk = walk.desk
    desk.click("File", "menu")
    desk.click("Rename…", "menu")
    walk.wait_title("This file")
    desk.wait(lambda: "New name" in walk.focus(), "the field for the name", 10)
    desk.keys("ctrl+a")
    desk.type(TITLE)
    desk.keys("BackSpace", "ctrl+a")
    desk.type("Spring")
    desk.click("Rename", "button")
    walk.wait_for("is now called", 10)
    there = desk.home / "Documents" / "Archive"
    assert [each.name for each in there.glob("*.readiness")] == ["Spring.readiness"]
    desk.click("Back", "button")


def _crash(walk: Walk) -> None:
    desk = walk.desk
    desk.keys("ctrl+2")
    desk.wait(lambda: "Reflect" in desk.seen(), "a question", 10)
    walk.wait_saved()
    desk.kill()
    desk.start()
    walk.on_screen()
    seen = desk.seen()
    assert "Continue where you paused" in seen, seen[:600]
    assert TITLE in seen, seen[:600]
    assert "Continue" in walk.focus(), walk.focus()
    desk.keys("Return")
    walk.wait_title("in Archive as Spring")


def _read_only(walk: Walk) -> None:
    desk = walk.desk
    sent = desk.home / "sent"
    sent.mkdir()
    file = sent / "From Morag.readiness"
    shutil.copy(desk.home / "Documents" / "Archive" / "Spring.readiness", file)
    file.chmod(0o444)
    sent.chmod(0o555)
    desk.keys("ctrl+w")
    desk.keys("ctrl+o")
    _name_file(walk, file)
    walk.wait_title("in sent")
    walk.desk.keys("ctrl+1")
    desk.click("Organisation", "field")
    desk.type(" changed")
    if not _is_root():
        walk.wait_for(["does not allow", "not allowed"][1], 20)
    desk.keys("ctrl+shift+s")
    desk.wait(lambda: "Save a copy" in desk.ask("frame")["title"], "the dialog", 20)
    shown = str(desk.ask("focus")["text"])
    where = desk.seen()
    assert "sent" not in shown, shown
    del where
    desk.keys("Escape")
    sent.chmod(0o755)
    file.chmod(0o644)


def _is_root() -> bool:
    import os

    return hasattr(os, "geteuid") and os.geteuid() == 0


def _pause(walk: Walk) -> None:
    desk = walk.desk
    desk.click("Pause and close", "button")
    assert desk.ended(), "it does not end"
    desk.start()
    walk.on_screen()
    assert "Continue where you paused" in desk.seen()


# ---- by keys


def by_keys(desk: Desk) -> Walk:
    """The same without a mouse: Tab, Enter, Space, arrows, letters and the keys of the menus."""
    walk = Walk(desk)
    step = walk.step
    desk.start()
    step("first start has its title bar on the screen", walk.on_screen)
    step("start an assessment", lambda: _begin_by_keys(walk))
    step("to the questions", lambda: _questions_by_keys(walk))
    step("a held Enter goes one question on", lambda: _held_enter(walk))
    step("not relevant asks why where it is chosen", lambda: _not_relevant_by_keys(walk))
    step("undo in a note goes back in words", lambda: _note_by_keys(walk))
    step("print the questions from settings comes to the front", lambda: _print_by_keys(walk))
    step("answers by digit and Enter", lambda: _answers_by_keys(walk))
    step("an action, and Plan leads back", lambda: _plan_by_keys(walk))
    step("undo of a title with the field in focus", lambda: _undo_title_by_keys(walk))
    step("a date that cannot be read stays on closing", lambda: _wrong_date_by_keys(walk))
    step("the plan as a PDF", lambda: _export_by_keys(walk))
    step("renamed in the window", lambda: _renamed_by_keys(walk))
    step("after a crash it is where it was", lambda: _crash_by_keys(walk))
    step("pause and close ends it", lambda: _pause_by_keys(walk))
    return walk


def _begin_by_keys(walk: Walk) -> None:
    desk = walk.desk
    assert "Start an assessment" in walk.focus(), walk.focus()
    desk.keys("Return")
    walk.wait_title("Before you begin")
    assert "Name of this assessment" in walk.focus(), walk.focus()
    desk.type(TITLE)  # all of it is chosen
    desk.tab_to("Start reflecting")
    desk.keys("Return")
    walk.wait_title("Reflect: Leadership")
    desk.wait(walk.file.exists, "the file", 15)


def _questions_by_keys(walk: Walk) -> None:
    desk = walk.desk
    desk.tab_to("Go to the questions")
    desk.keys("Return")
    desk.wait(lambda: FIRST in walk.focus(), "the first question", 15)
    desk.keys("3")
    walk.wait_saved()
    desk.wait(lambda: walk.held().answers["LEA-1"].choice == 3, "level 3 in the file", 15)


def _held_enter(walk: Walk) -> None:
    desk = walk.desk
    desk.env["DISPLAY"]
    desk._do("keydown", "Return")
    desk._do("sleep", "0.9")
    desk._do("keyup", "Return")
    desk.wait(lambda: "Question 2 of 6" in desk.seen() or "Question 2 of 6" in walk.focus(),
              "question 2", 10)  # fmt: skip


def _not_relevant_by_keys(walk: Walk) -> None:
    desk = walk.desk
    desk.keys("Return")
    desk.wait(lambda: "Question 3 of" in walk.focus() or "Question 3 of" in desk.seen(),
              "question 3", 15)  # fmt: skip
    desk.keys("r")
    desk.tab_to("Why it is not relevant to us", most=12)
    desk.type("Nobody is taught here")
    walk.wait_saved()
    kept = [each for each in walk.held().answers.values() if each.choice == "not_relevant"]
    assert "Nobody is taught here" in str(kept), kept


def _note_by_keys(walk: Walk) -> None:
    desk = walk.desk
    desk.tab_to("Add a note")
    desk.keys("Return")
    desk.tab_to("Note", most=20)
    desk.type("The rota and the minutes")
    desk.keys("ctrl+z")
    text = desk.ask("focus")["text"]
    assert text, "all that was typed went in one step"
    assert text != "The rota and the minutes", "undo did nothing"


def _print_by_keys(walk: Walk) -> None:
    desk = walk.desk
    desk.keys("ctrl+comma")
    walk.wait_title("Settings")
    desk.keys("alt+f", "q")
    walk.wait_title("What do you need?")
    assert walk.focus(), "the focus is nowhere"


def _answers_by_keys(walk: Walk) -> None:
    desk = walk.desk
    before = len(walk.held().answers)
    desk.keys("ctrl+2")
    walk.desk.wait(lambda: "Reflect" in desk.seen(), "the questions", 10)
    for level in "1120":
        desk.keys("Return")
        desk.keys(level)
    walk.wait_saved()
    desk.wait(lambda: len(walk.held().answers) > before, "answers in the file", 15)


def _plan_by_keys(walk: Walk) -> None:
    desk = walk.desk
    desk.keys("ctrl+5")
    walk.wait_title("What we will do")
    desk.keys("Down", "Down", "Return")
    walk.wait_title("Action:")
    desk.keys("ctrl+5")
    desk.wait(lambda: "Action:" not in walk.title(), "the table", 15)


def _undo_title_by_keys(walk: Walk) -> None:
    desk = walk.desk
    desk.keys("Return")
    walk.wait_title("Action:")
    assert desk.ask("focus")["text"], f"the title has not the focus: {desk.ask('focus')}"
    desk.keys("End")
    desk.type(" and more")
    desk.keys("Return", "ctrl+z", "ctrl+z")
    desk.wait(lambda: not any("and more" in each for each in _titles(walk)), "the title", 10)


def _wrong_date_by_keys(walk: Walk) -> None:
    desk = walk.desk
    desk.tab_to("Due", most=30)
    desk.keys("ctrl+a")
    desk.type("31/2/2028")
    desk.keys("ctrl+q")
    walk.wait_for("31/2/2028", 8)
    assert desk.program is not None
    assert desk.program.poll() is None, "the window closed"
    assert desk.ask("focus")["text"] == "31/2/2028", f"it went: {desk.ask('focus')}"
    desk.keys("ctrl+a")
    desk.type("1 Sep 2027")
    desk.keys("Return")
    walk.wait_saved()
    dues = [str(each.due) for each in walk.held().actions.values()]
    assert "2027-09-01" in dues, f"dates: {dues}"


def _export_by_keys(walk: Walk) -> None:
    desk = walk.desk
    desk.keys("ctrl+6")
    walk.wait_title("What do you need?")
    desk.tab_to("Blank questionnaire", most=20)  # the form that was last chosen
    for _ in range(30):
        if walk.focus().startswith("Action plan"):
            break
        desk.keys("Up")
    desk.tab_to("Save the PDF")
    desk.keys("Return")
    made = desk.home / "Documents" / "keys.pdf"
    _name_file(walk, made)
    desk.wait(lambda: made.exists() and made.read_bytes()[:5] == b"%PDF-", "the PDF", 90)
    walk.wait_for("Saved: ", 20)


def _renamed_by_keys(walk: Walk) -> None:
    desk = walk.desk
    desk.keys("alt+f", "f")
    walk.wait_title("This file")
    desk.tab_to("New name", most=12)
    desk.keys("ctrl+a")
    desk.type("Spring")
    desk.keys("Return")
    walk.wait_for("is now called", 10)
    names = sorted(each.name for each in (desk.home / "Documents").glob("*.readiness"))
    assert names == ["Spring.readiness"], names


def _crash_by_keys(walk: Walk) -> None:
    desk = walk.desk
    desk.keys("ctrl+2")
    walk.wait_saved()
    desk.kill()
    desk.start()
    walk.on_screen()
    assert TITLE in desk.seen(), desk.seen()[:600]
    assert "Continue" in walk.focus(), walk.focus()
    desk.keys("Return")
    walk.wait_title("in Documents as Spring")


def _pause_by_keys(walk: Walk) -> None:
    walk.desk.keys("ctrl+q")
    assert walk.desk.ended(), "it does not end"
