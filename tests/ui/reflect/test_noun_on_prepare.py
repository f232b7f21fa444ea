"""What the people served are called is chosen on Prepare, and stands in the next question read."""

import pytest
from PySide6.QtTest import QTest

from nttp_readiness.address import Page
from nttp_readiness.domain.bank.nouns import NOUN_LIMIT
from nttp_readiness.ui.reflect.prepare_page import PreparePage


@pytest.fixture
def page(put_in_workbook, council):
    return put_in_workbook(
        council, lambda look, session: {Page.PREPARE: PreparePage(look, session)}, "prepare"
    )


def test_a_noun_of_the_list_is_read_in_the_example_below_it(page):
    page.noun.control.chosen.emit("pupils")
    assert page.session.assessment.served.people == "pupils"
    assert "When pupils tell us" in page.noun_example.plain()
    assert not page.own_noun.isVisible()


def test_one_s_own_word_shows_its_two_fields_and_stops_at_the_limit(page):
    page.noun.control.chosen.emit("own")
    assert page.own_noun.isVisible()
    assert page.own_noun_one.isVisible()
    QTest.keyClicks(page.own_noun.control, "apprentices" + "x" * 60)
    typed = page.session.assessment.profile.own_noun
    assert typed.startswith("apprentices")
    assert len(typed) <= NOUN_LIMIT
    assert "When apprentices" in page.noun_example.plain()
