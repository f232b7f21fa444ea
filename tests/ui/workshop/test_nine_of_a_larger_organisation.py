"""Nine people who stand for two hundred, or who are all there are: asked on the spot."""

from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton

from nttp_readiness.domain.answers.workshop import Group
from nttp_readiness.domain.editing import edits, workshop_edits
from nttp_readiness.errors import EditError
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.workshop.workshop_page import WorkshopPage

NINE = [Group(name="Everyone here", size=9)]


@pytest.fixture
def whole(council):
    return edits.set_profile(council, scope="organisation", route="foundations")


def test_nine_of_a_larger_one_collect_and_what_it_covers_stays_true(whole):
    today = whole.profile.started
    with pytest.raises(EditError, match="joint answer") as refused:
        workshop_edits.start_round(whole, NINE, today=today)
    assert "say so below the groups" in refused.value.cure
    made = workshop_edits.start_round(whole, NINE, today=today, part_of_larger=True)
    assert made.workshop.round.part_of_larger
    assert made.profile.scope == "organisation"
    more = [*NINE, Group(name="Nights", size=0)]
    assert workshop_edits.set_groups(made, more).workshop.round.groups == tuple(more)


def test_it_is_asked_on_the_spot_once_so_few_were_typed(look, show, whole, hands):
    page: Any = show(WorkshopPage(look, Session(whole)), (1280, 1600))
    page.open("prepare")
    page.refresh()
    assert "are part of a larger organisation" not in hands.said(page)
    row = page.prepare.groups._rows[0]
    row.people.control.setText("9")
    row._finished()
    said = hands.said(page)
    assert "There are fewer than 10 of you." in said
    choice = next(
        each for each in page.findChildren(QAbstractButton)
        if each.text() == "are part of a larger organisation"
    )  # fmt: skip
    choice.click()
    assert "There are fewer than 10 of you." not in hands.said(page)
    assert page.prepare.start()
    assert page.session.assessment.workshop.round.part_of_larger
