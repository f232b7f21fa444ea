"""Whoever switched single keys off has no answer changed by one (WCAG 2.1.4)."""

import random
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.ui.shell.settings_content import SettingsContent
from nttp_readiness.ui.theme import single_keys
from nttp_readiness.ui.workshop.ballots.ballot_page import BallotPage
from nttp_readiness.ui.workshop.ballots.collector import Collector
from nttp_readiness.ui.workshop.room.wall_view import WallView

EVERY_KEY = "01234 abcdefghijklmnopqrstuvwxyz.,;-+"


@pytest.fixture(params=[True, False], ids=["on", "off"])
def keys_on(request):
    single_keys.use(on=request.param)
    yield request.param
    single_keys.use(on=True)


def test_the_wall(look, show, session, hands, keys_on):
    wall: Any = show(WallView(look, session, Collector(session)))
    before, shown = session.assessment, wall.indicator
    undo = session.undo_stack.count()
    wall.setFocus()
    for key in EVERY_KEY.replace("b", "").replace("h", ""):  # these open or hide a window's parts
        hands.press(key)
    acted = (session.assessment, session.undo_stack.count(), wall.indicator) != (
        before, undo, shown,
    )  # fmt: skip
    assert (acted or wall.state.reading or wall._forms.is_open or wall.state.told != "") is keys_on


def test_a_ballot(look, show, session, hands, keys_on):
    page: Any = show(
        BallotPage(look, session, Collector(session, chance=random.Random(5))), (1280, 800)
    )
    hands.press(hands.Key.Key_Return)
    for key in EVERY_KEY.replace(" ", ""):
        hands.press(key)
    assert bool(page.walk.answers()) is keys_on


def test_it_can_be_tried_out_where_it_is_set(look, show, keys_on):
    content = show(SettingsContent(look, Settings(single_keys=keys_on)))
    content.setFocus()
    QTest.keyClick(content, Qt.Key.Key_3)
    said = content._trying.plain()
    assert said == (
        "3 would answer a question now." if keys_on else "3 does nothing now: single keys are off."
    )
