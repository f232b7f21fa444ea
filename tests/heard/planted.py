"""Faults to start the program with, to see that they are heard.

Each takes something away that the eye would not miss.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication


def a_silent_page() -> None:
    """Pages open at their main button and say nothing of themselves."""
    from nttp_readiness.ui.workbook.workbook_page import WorkbookPage

    _put(WorkbookPage, "arrive", lambda page: None)


def a_wrong_sentence() -> None:
    """The focus stays in the answers while they become those of the next question."""
    from nttp_readiness.ui.reflect import question_view, reflect_page

    _put(question_view, "arrive_at", lambda *_what: None)
    _put(reflect_page.ReflectPage, "arrive", lambda page: page._question.group.focus_choice())


def a_lost_focus() -> None:
    """Nothing has the focus once another question is shown."""
    from nttp_readiness.ui.reflect.reflect_page import ReflectPage

    arrive = ReflectPage.arrive

    def arrive_and_lose(page: ReflectPage) -> None:
        arrive(page)
        focus = QApplication.focusWidget()
        if focus is not None and page.address().part != "LEA":
            focus.clearFocus()

    _put(ReflectPage, "arrive", arrive_and_lose)


def a_fold_without_a_word() -> None:
    from nttp_readiness.ui.widgets import fold

    _put(fold, "announce", lambda *_what: None)


def a_button_without_a_name() -> None:
    from nttp_readiness.ui.widgets.fields import answer_group

    make = answer_group.Answers.__init__

    def without(answers, *what, **more):
        make(answers, *what, **more)
        answers.clear_button.setText(" ")

    _put(answer_group.Answers, "__init__", without)


def a_note_that_is_only_seen() -> None:
    """What a domain may bring up is on the screen, and in no name or description."""
    from nttp_readiness.ui.reflect.reflect_page import ReflectPage

    _put(ReflectPage, "lead", lambda page, heading: "")


def a_mistake_without_a_word() -> None:
    """What is wrong with a field is written below it, and told to nobody."""
    from nttp_readiness.ui.widgets.fields import field

    _put(field, "announce", lambda *_what: None)


def a_cell_that_is_lost() -> None:
    """Once the editor of a cell closes, nothing says which cell has the focus."""
    from nttp_readiness.ui.widgets.grouped_tree import GroupedTree

    _put(GroupedTree, "say_current", lambda tree: None)


def an_editor_without_a_name() -> None:
    """The editor of a cell opens, and nothing says that it has the focus."""
    from nttp_readiness.ui.widgets.grouped_tree import GroupedTree

    _put(GroupedTree, "_say_editor", lambda tree: None)


def a_number_that_is_not_copied() -> None:
    """A contact is copied, and nothing says so."""
    from nttp_readiness.ui.support import support_page

    _put(support_page, "announce", lambda *_what: None)


def keys_that_are_told_nowhere() -> None:
    """The keys of the wall stand at its foot, and are never said."""
    from nttp_readiness.ui.workshop.room.key_strip import KeyStrip

    _put(KeyStrip, "spoken_once", lambda strip: "")


def an_enter_that_hands_in() -> None:
    """One Enter too many hands in an answer that nobody chose."""
    from nttp_readiness.ui.theme import single_keys
    from nttp_readiness.ui.workshop.ballots import poll_page

    press = poll_page._Question.keyPressEvent

    def hand_in(question, event):
        question.ready.click() if single_keys.is_enter(event) else press(question, event)

    _put(poll_page._Question, "keyPressEvent", hand_in)


def _put(where: object, name: str, what: object) -> None:
    setattr(where, name, what)


FAULTS: dict[str, Callable[[], None]] = {
    "a silent page": a_silent_page,
    "a wrong sentence": a_wrong_sentence,
    "a lost focus": a_lost_focus,
    "a fold without a word": a_fold_without_a_word,
    "a button without a name": a_button_without_a_name,
    "a note that is only seen": a_note_that_is_only_seen,
    "a mistake without a word": a_mistake_without_a_word,
    "a cell that is lost": a_cell_that_is_lost,
    "an editor without a name": an_editor_without_a_name,
    "a number that is not copied": a_number_that_is_not_copied,
    "keys that are told nowhere": keys_that_are_told_nowhere,
    "an Enter that hands in": an_enter_that_hands_in,
}
