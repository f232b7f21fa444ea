"""A wrong key in a form of the wall leaves it, and takes nothing away that somebody typed."""

from typing import Any

import pytest

from nttp_readiness.domain.answers.workshop import Tally
from nttp_readiness.domain.editing import vote_edits
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.workshop.ballots.collector import Collector
from nttp_readiness.ui.workshop.room.form_host import Drafts
from nttp_readiness.ui.workshop.room.wall_view import WallView

SAID = "Not kept yet. What you typed is there when you open it again here."


@pytest.fixture
def wall_of(look, show, begun):
    """A wall of the same meeting, as often as it is opened."""
    counts = {"WEL-1": Tally(levels=(0, 1, 9, 2, 0)), "LEA-1": Tally(levels=(0, 1, 9, 2, 0))}
    session = Session(vote_edits.tally(begun, "Team", counts))
    drafts: Drafts = {}

    def opened():
        made: Any = WallView(look, session, Collector(session), drafts=drafts)
        made.session = session
        show(made).show_question("WEL-1")
        return made

    return opened


def question(wall, key="WEL-1"):
    return wall.session.assessment.workshop.round.questions[key]


@pytest.mark.parametrize(
    ("key", "fields", "words"),
    [
        ("m", ("_forms.kept.view",), ("Nights see it otherwise",)),
        ("e", ("_forms.words.evidence", "_forms.words.improve"), ("The rota", "Nights too")),
        ("a", ("_forms.action.title", "_forms.action.due"), ("Ask nights", "some day soon")),
    ],
)
def test_escape_in_a_form_loses_no_word(wall_of, hands, key, fields, words):
    wall = wall_of()
    hands.press(" ", "2", key)

    def field(name):
        found = wall
        for part in name.split("."):
            found = getattr(found, part)
        return found

    for name, text in zip(fields, words, strict=True):
        field(name).setFocus()
        hands.press(text)
    hands.press(hands.Key.Key_Escape)
    assert not wall._forms.is_open
    assert SAID in hands.said(wall)
    hands.press(">", "<")
    hands.press(key)
    assert [field(name).text() for name in fields] == list(words)
    hands.press(hands.Key.Key_Escape, hands.Key.Key_Escape)  # one more closes the wall
    assert not wall.isVisible()
    wall = wall_of()
    hands.press(key)
    assert [field(name).text() for name in fields] == list(words)


def test_what_was_kept_is_no_draft_any_more_and_another_question_has_its_own(wall_of, hands):
    wall = wall_of()
    hands.press(" ", "2", "m", "Nights see it otherwise", hands.Key.Key_Escape)
    wall.show_question("LEA-1")
    hands.press(" ", "2", "m")
    assert wall._forms.kept.view.text() == ""
    hands.press(hands.Key.Key_Escape)
    wall.show_question("WEL-1")
    hands.press("m", ", and so do days", hands.Key.Key_Return)
    assert question(wall).minority == "Nights see it otherwise, and so do days"
    assert wall._drafts == {}
    hands.press("m", hands.Key.Key_Escape)
    assert SAID not in hands.said(wall)


def test_counts_that_were_begun_are_there_again_and_hidden(wall_of, hands):
    wall = wall_of()
    hands.press("c", hands.Key.Key_Backspace, "3", hands.Key.Key_Return, "4")
    before = question(wall)
    hands.press(hands.Key.Key_Escape)
    assert question(wall) == before
    hands.press("c")
    form = wall._forms.count
    assert form.written()[:2] == ("3", "4")
    assert form.cells[1].displayText() != "4"
