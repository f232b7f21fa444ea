"""One person answers on their own computer, and writes a small file to hand over."""

import pytest
from PySide6.QtWidgets import QPushButton

from nttp_readiness.domain.exchange.combining import combine
from nttp_readiness.domain.exchange.respondent_copy import copy_to_answer
from nttp_readiness.errors import DocumentError
from nttp_readiness.storage.documents.documents import save_document
from nttp_readiness.storage.exchange.answer_files import hand_in, load_answers, save_answers
from nttp_readiness.ui.workshop.ballots.respond_window import RespondWindow


@pytest.fixture
def copy(begun, tmp_path):
    path = tmp_path / "to answer.readiness"
    save_document(path, copy_to_answer(begun), expected=None)
    return path


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "home"))


def answer_all(hands, first):
    hands.press(hands.Key.Key_Return, first)
    for _ in range(12):
        hands.press(hands.Key.Key_Return)


def test_answers_go_into_a_file_that_can_be_counted(look, show, hands, copy, begun, tmp_path):
    out = tmp_path / "mine.answers"
    window = show(RespondWindow(look, copy, out), (960, 720))
    answer_all(hands, "3")
    assert "Before you finish" in hands.focused()
    hands.press(hands.Key.Key_Down)
    assert hands.focused() == "Save my answers"
    hands.press(hands.Key.Key_Return)
    assert "Your answers are in mine.answers." in hands.said(window)
    handed = load_answers(out)
    assert dict(handed.answers) == {"LEA-1": 3}
    assert handed.group == "Team"
    assert combine(begun, [handed]).added == 1


def test_opening_it_again_changes_the_same_file_and_not_a_second_person(
    look, show, hands, copy, tmp_path
):
    out = tmp_path / "mine.answers"
    show(RespondWindow(look, copy, out), (960, 720))
    answer_all(hands, "3")
    hands.finish("Save my answers")
    first = load_answers(out)
    again = show(RespondWindow(look, copy, out), (960, 720))
    again.welcome.start_button.setFocus()
    answer_all(hands, "1")
    hands.finish("Save my answers")
    second = load_answers(out)
    assert (first.id, dict(second.answers)) == (second.id, {"LEA-1": 1})


def test_a_sentence_of_reason_goes_with_the_answers_and_can_be_changed(
    look, show, hands, copy, begun, tmp_path
):
    out = tmp_path / "mine.answers"
    window = show(RespondWindow(look, copy, out), (960, 720))
    hands.press(hands.Key.Key_Return, "3")
    assert "What you write goes into your file beside your answer." in hands.said(window)
    window.walk._why.control.setFocus()
    hands.press("We ask each week")
    for _ in range(12):
        hands.press(hands.Key.Key_Return)
    hands.finish("Save my answers")
    first = load_answers(out)
    assert dict(first.reasons) == {"LEA-1": "We ask each week"}
    again = show(RespondWindow(look, copy, out), (960, 720))
    again.welcome.start_button.setFocus()
    hands.press(hands.Key.Key_Return)
    assert again.walk._why.control.text() == "We ask each week"
    again.walk._why.control.setFocus()
    hands.press(hands.Key.Key_End, " now")
    for _ in range(12):
        hands.press(hands.Key.Key_Return)
    hands.finish("Save my answers")
    second = load_answers(out)
    assert (first.id, dict(second.reasons)) == (second.id, {"LEA-1": "We ask each week now"})
    assert combine(begun, [second]).waiting == {"LEA-1": ("We ask each week now",)}


def test_closing_with_a_sentence_that_is_not_saved_says_so(look, show, hands, copy):
    window = show(RespondWindow(look, copy), (960, 720))
    hands.press(hands.Key.Key_Return)
    window.walk._why.control.setFocus()
    hands.press("We ask")
    assert not window.close()


def test_a_session_that_ends_waits_for_answers_that_nobody_saved_yet(
    look, show, hands, copy, tmp_path
):
    """Windows asked, nobody held it, and sixty private answers were gone."""
    out = tmp_path / "mine.answers"
    window = show(RespondWindow(look, copy, out), (960, 720))
    assert window.keep_before_the_session_ends()
    hands.press(hands.Key.Key_Return, "2")
    assert not window.keep_before_the_session_ends()
    assert "Close this window before you log off." in hands.said(window)
    assert not out.exists(), "it was made behind the person's back"


def test_a_session_that_ends_writes_changes_into_the_file_that_was_saved(
    look, show, hands, copy, tmp_path
):
    out = tmp_path / "mine.answers"
    show(RespondWindow(look, copy, out), (960, 720))
    answer_all(hands, "3")
    hands.finish("Save my answers")
    again = show(RespondWindow(look, copy, out), (960, 720))
    again.welcome.start_button.setFocus()
    hands.press(hands.Key.Key_Return, "1")
    assert again.keep_before_the_session_ends()
    assert dict(load_answers(out).answers) == {"LEA-1": 1}


def test_a_session_that_ends_waits_where_the_file_cannot_be_written(
    look, show, hands, copy, tmp_path
):
    out = tmp_path / "away" / "mine.answers"
    out.parent.mkdir()
    show(RespondWindow(look, copy, out), (960, 720))
    answer_all(hands, "3")
    hands.finish("Save my answers")
    again = show(RespondWindow(look, copy, out), (960, 720))
    again.welcome.start_button.setFocus()
    hands.press(hands.Key.Key_Return, "1")
    out.parent.rename(tmp_path / "not reachable")
    assert not again.keep_before_the_session_ends()


def test_a_share_that_does_not_answer_is_told_when_it_is_saved(
    look, show, hands, copy, tmp_path, monkeypatch
):
    """Whether a file is there could not be asked, and the window ended in a fault."""

    def away(_path):
        raise OSError(64, "the network name is no longer available")

    with monkeypatch.context() as patch:
        patch.setattr(type(copy), "exists", away)
        window = show(RespondWindow(look, copy, tmp_path / "mine.answers"), (960, 720))
    assert window.keep_before_the_session_ends()


def test_answers_to_another_assessment_are_not_written_over(look, copy, begun, tmp_path):
    out = tmp_path / "other.answers"
    save_answers(out, hand_in(begun.model_copy(update={"id": "0" * 32}), "Team", {"LEA-1": 2}))
    with pytest.raises(DocumentError, match="another assessment"):
        RespondWindow(look, copy, out)


def test_closing_with_answers_that_are_not_saved_says_so_once(look, show, hands, copy):
    window = show(RespondWindow(look, copy), (960, 720))
    hands.press(hands.Key.Key_Return, "2")
    assert not window.close()
    assert "Your answers are not saved yet." in hands.said(window)
    assert window.close()


def test_results_plan_and_sharing_are_not_there(look, show, hands, copy):
    window = show(RespondWindow(look, copy), (960, 720))
    said = hands.said(window)
    assert not any(word in said for word in ("Understand", "Plan", "Share", "Level"))


def button(window, words):
    return next(each for each in window.findChildren(QPushButton)
                if each.text() == words and each.isVisible())  # fmt: skip


@pytest.mark.parametrize(
    ("words", "same"), [("They were mine", True), ("I am somebody else", False)]
)
def test_answering_again_from_another_copy_asks_whose_answers_were_there_before(
    look, show, hands, copy, begun, tmp_path, words, same
):
    first, second = tmp_path / "first.answers", tmp_path / "second.answers"
    show(RespondWindow(look, copy, first), (960, 720))
    answer_all(hands, "3")
    hands.finish("Save my answers")
    again = show(RespondWindow(look, copy), (960, 720))
    again.choosers.answers = lambda parent, suggested: second
    again.welcome.start_button.setFocus()
    answer_all(hands, "1")
    hands.finish("Save my answers")
    assert not second.exists()
    assert "Answers to this were saved on this computer before." in hands.said(again)
    button(again, words).click()
    handed = [load_answers(each) for each in (first, second)]
    assert (handed[0].id == handed[1].id) is same
    found = combine(begun, handed)
    assert found.added == (0 if same else 2)
    assert len(found.refused) == (2 if same else 0)
