"""Steps from the first start to the answers."""

from __future__ import annotations

import re

from tests.proofs.walks.walk import FIRST, TITLE, Walk
from tests.proofs.walks.walk_helper import helping


def begin(walk: Walk) -> None:
    desk = walk.desk
    desk.click("Start an assessment", "button")
    walk.wait_title("Before you begin")
    desk.keys("ctrl+a")
    desk.type(TITLE)
    assert desk.ask("find", name="Which questions", kind="label"), "no choice of questions"


def double_on_start(walk: Walk) -> None:
    walk.desk.click("Start reflecting", "button", times=2)
    walk.wait_title("Reflect: Leadership")
    here = walk.desk.ask("find", name="Go to the questions", kind="button")
    assert here, "the second click went on"
    walk.desk.wait(walk.file.exists, "the file", 15)
    walk.wait_title("in Documents")


def questions(walk: Walk) -> None:
    walk.desk.click("Go to the questions", "button")
    first_question_is_there(walk)


def first_question_is_there(walk: Walk) -> None:
    walk.desk.wait(lambda: FIRST in walk.focus(), "the first question", 15)


def level(walk: Walk) -> None:
    walk.desk.click("3 Established", "button")
    level_3_is_held(walk)


def level_3_is_held(walk: Walk) -> None:
    """The file has it as the answer to the first question."""
    walk.wait_saved()
    walk.desk.wait(lambda: walk.held().answers["LEA-1"].choice == 3, "level 3 in the file", 15)


def double_on_next(walk: Walk) -> None:
    walk.desk.click("Next question", "button", times=2)
    walk.desk.wait(lambda: "Question 2 of 6" in walk.focus(), "question 2", 15)


def not_relevant(walk: Walk) -> None:
    desk = walk.desk
    desk.click("Next question", "button")
    desk.wait(lambda: "Question 3 of" in walk.focus(), "question 3", 15)
    desk.click("Not relevant to us", "button")
    desk.click("Why it is not relevant to us", "field")
    type_a_reason(walk)


def type_a_reason(walk: Walk) -> None:
    """The reason for not relevant, where the cursor is; the file holds it."""
    reason = "Nobody is taught here"
    walk.desk.type(reason)
    walk.wait_saved()
    kept = walk.desk.wait(
        lambda: [each for each in walk.held().answers.values() if each.choice == "not_relevant"],
        "the answer",
        15,
    )
    assert reason in str(kept[0]), f"the reason is not kept: {kept}"


def note(walk: Walk) -> None:
    desk = walk.desk
    desk.click("Add a note", "button")
    desk.click("Note", "field")
    take_back_a_word(walk)


def take_back_a_word(walk: Walk) -> None:
    """A note typed where the cursor is, and its end taken back."""
    desk, typed = walk.desk, "The rota and the minutes"
    desk.type(typed)
    desk.keys("ctrl+z")
    text = desk.ask("focus")["text"]
    assert text, "all that was typed went in one step"
    assert text != typed, "undo did nothing"


def wheel(walk: Walk) -> None:
    desk = walk.desk
    desk.click("Note", "field")
    before = walk.focus()
    desk.wheel_over("Note", "field", 3)
    assert walk.focus() == before, f"the wheel took the focus to {walk.focus()}"


def print_questions(walk: Walk) -> None:
    desk = walk.desk
    desk.click("Edit", "menu")
    desk.click("Settings…", "menu")
    walk.wait_title("Settings")
    desk.click("File", "menu")
    desk.click("Print the questions…", "menu")
    share_has_the_focus(walk)


def share_has_the_focus(walk: Walk) -> None:
    walk.wait_title("What do you need?")
    assert walk.focus(), "the focus is nowhere"


def some_answers(walk: Walk) -> None:
    desk = walk.desk
    desk.click("Assessment", "menu")
    desk.click("Reflect", "menu")
    for _ in range(3):
        desk.click("1 Exploring", "button")
        desk.click("Next", "button")
    walk.wait_saved()
    assert len(walk.held().answers) >= 4, f"kept: {sorted(walk.held().answers)}"


def begin_by_keys(walk: Walk) -> None:
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


def questions_by_keys(walk: Walk) -> None:
    desk = walk.desk
    desk.tab_to("Go to the questions")
    desk.keys("Return")
    first_question_is_there(walk)
    desk.keys("3")
    level_3_is_held(walk)


def held_enter(walk: Walk) -> None:
    desk = walk.desk
    desk._do("keydown", "Return")
    desk._do("sleep", "0.9")
    desk._do("keyup", "Return")
    desk.wait(lambda: "Question 2 of 6" in desk.seen() or "Question 2 of 6" in walk.focus(),
              "question 2", 10)  # fmt: skip


def not_relevant_by_keys(walk: Walk) -> None:
    desk = walk.desk
    desk.keys("Return")
    desk.wait(lambda: "Question 3 of" in walk.focus() or "Question 3 of" in desk.seen(),
              "question 3", 15)  # fmt: skip
    desk.keys("r")
    desk.tab_to("Why it is not relevant to us", most=12)
    type_a_reason(walk)


def note_by_keys(walk: Walk) -> None:
    desk = walk.desk
    desk.tab_to("Add a note")
    desk.keys("Return")
    desk.tab_to("Note", most=20)
    take_back_a_word(walk)


def print_by_keys(walk: Walk) -> None:
    desk = walk.desk
    desk.keys("ctrl+comma")
    walk.wait_title("Settings")
    desk.keys("alt+f", "q")
    share_has_the_focus(walk)


def answers_by_keys(walk: Walk) -> None:
    desk = walk.desk
    before = len(walk.held().answers)
    desk.keys("ctrl+2")
    walk.desk.wait(lambda: "Reflect" in desk.seen(), "the questions", 10)
    for level in "1120":
        desk.keys("Return")
        desk.keys(level)
    walk.wait_saved()
    desk.wait(lambda: len(walk.held().answers) > before, "answers in the file", 15)


# ---- by either


def missing_reason(walk: Walk) -> None:
    """Not relevant without a reason is named where the answers are checked."""
    desk = walk.desk
    walk.choose("Assessment", "Reflect")
    desk.wait(lambda: desk.ask("find", name="Not relevant to us", kind="button"), "a question", 15)
    for _ in range(12):  # a foundation cannot be set aside
        if desk.ask("find", name="Not relevant to us", kind="button"):
            break
        desk.click("Next", "button")
    if walk.by_mouse:
        desk.click("Not relevant to us", "button")
    else:
        desk.keys("r")
    walk.wait_for("Why it is not relevant to us")
    walk.choose("Assessment", "Check your answers")
    walk.wait_for("with no reason yet")


def found_by_any_apostrophe(walk: Walk) -> None:
    """Keyboards have one apostrophe, pastes another; both find the same."""
    typed, pasted = _found_for(walk, "people's"), _found_for(walk, "people\u2019s")
    assert typed == pasted, f"{typed} and {pasted}"


def _found_for(walk: Walk, words: str) -> int:
    """How much Find finds for words that are pasted."""
    desk = walk.desk
    walk.choose("Edit", "Find…")
    walk.wait_title("Find")
    walk.into("Find in questions")
    with helping(desk, "clip", words):
        desk.keys("ctrl+v")
        desk.wait(lambda: desk.ask("focus")["text"] == words, "the pasted words", 10)
    desk.wait(lambda: _found(desk.seen()), f"what holds “{words}”", 10)
    return _found(desk.seen())


def _found(seen: str) -> int:
    """How much Find says that it found; 0 while it says nothing, or that there is none."""
    said = re.search(r"^(?:Only the first )?(\d+) (?:found|are shown)", seen, re.MULTILINE)
    return int(said[1]) if said else 0


def quick_digits(walk: Walk) -> None:
    """From a paper beside the keyboard, with “Go on by itself”: each digit is one answer."""
    desk = walk.desk
    walk.choose("View", "Go on by itself after an answer")
    walk.choose("Assessment", "Reflect")
    walk.wait_title("Reflect")
    desk.wait(lambda: "uestion" in walk.focus() or "uestion" in desk.seen(), "a question", 10)
    before = len(walk.held().answers)
    desk.type("213")  # 20 milliseconds between two
    walk.wait_held(lambda held: len(held.answers) >= before + 2, "answers")
    last = [each.choice for each in walk.held().answers.values() if isinstance(each.choice, int)]
    assert {2, 1, 3} <= set(last), last
    walk.choose("View", "Go on by itself after an answer")
