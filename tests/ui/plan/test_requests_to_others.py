"""What the bank asks of others on our behalf is read in the window before it is printed."""

from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.plan.plan import plan_of
from nttp_readiness.domain.scorecard import score
from nttp_readiness.presentation.papers.plan_actions import requests_behind
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.plan.requests.requests_section import RequestsSection
from nttp_readiness.ui.widgets.prose import Prose


def shown(section):
    return [each.plain() for each in section.findChildren(Prose) if not each.isHidden()]


def test_the_requests_behind_the_plan_stand_under_our_own(look, qtbot, council):
    section = RequestsSection(look, Session(council))
    qtbot.addWidget(section)
    section.refresh()
    requests = [
        each
        for each, _ in requests_behind(council.bank, plan_of(council, score(council).suggestions))
    ]
    assert len(requests) > 1
    said = shown(section)
    assert "Printed with them" in said
    assert [each for each in said if each in requests] == requests


def test_a_bank_that_asks_nothing_of_others_adds_nothing(look, qtbot, council):
    quiet = tuple(edits.changed(each, for_others=None) for each in council.bank.seed)
    bank = edits.changed(council.bank, seed=quiet)
    section = RequestsSection(look, Session(edits.changed(council, written_bank=bank)))
    qtbot.addWidget(section)
    section.refresh()
    assert "Printed with them" not in shown(section)
