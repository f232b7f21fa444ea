"""Smaller things that a facilitator met in a room, and that stay mended."""

from typing import Any

import pytest

from nttp_readiness.app import command_line
from nttp_readiness.domain.answers.workshop import Tally
from nttp_readiness.domain.editing import vote_edits, workshop_edits
from nttp_readiness.storage.documents.documents import load_document, save_document
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.workshop.ballots.collector import Collector
from nttp_readiness.ui.workshop.room.wall_view import WallView
from nttp_readiness.ui.workshop.workshop_page import WorkshopPage

COUNTED = Tally(levels=(1, 4, 0, 5, 1), not_sure=1)


@pytest.fixture
def counted(begun):
    return vote_edits.tally(begun, "Team", {"LEA-1": COUNTED})


def test_n_asks_before_notes_open_where_the_room_may_see_them(look, show, counted, hands):
    """One screen, or a mirrored one: the notes hold counts of groups."""
    wall: Any = show(WallView(look, Session(counted), Collector(Session(counted))))
    hands.press("n")
    assert not wall.notes.isVisible()
    assert "The room may see this screen" in hands.said(wall)
    hands.press("n")
    assert wall.notes.isVisible()


def test_typed_counts_do_not_stand_in_clear_when_the_page_is_opened_again(
    look, show, counted, hands
):  # fmt: skip
    page: Any = show(WorkshopPage(look, Session(counted)), (1280, 1600))
    page.open("count")
    page.refresh()
    cells = page.count.grid._rows[0].cells
    assert [each.text() for each in cells] == ["1", "4", "0", "5", "1", "1"]
    shown = [each.displayText() for each in cells]
    assert not any(each.isdecimal() for each in shown)
    assert all(shown)


def test_the_command_says_that_the_rooms_consent_is_noted(counted, tmp_path, capsys):
    path = tmp_path / "ours.readiness"
    save_document(path, workshop_edits.withdraw_consent(counted), expected=None)
    assert command_line.run(["group", str(path), "--room"]) == 0
    assert "the people in the room agreed to see counts" in capsys.readouterr().out
    assert load_document(path).assessment.workshop.round.consent
