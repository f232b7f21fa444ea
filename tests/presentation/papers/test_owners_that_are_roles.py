"""A role stands where it needs no article: "with Operations Manager" is no English."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.scorecard import score
from nttp_readiness.presentation.papers.board_paper import board_paper
from nttp_readiness.presentation.papers.easy_read import easy_read
from nttp_readiness.presentation.papers.meeting_plan import meeting_plan
from nttp_readiness.presentation.papers.owner_sheet import owner_sheet
from nttp_readiness.presentation.plan.plan_material import Options
from tests.presentation.report_texts import every_text

TODAY = dt.date(2027, 3, 12)
ROLE = "Operations Manager"


@pytest.mark.parametrize("without", [(), ("names",)])
@pytest.mark.parametrize("paper", [board_paper, easy_read, meeting_plan, owner_sheet])
def test_no_sentence_needs_an_article_before_the_owner(sample, paper, without):
    typed = ROLE if not without else f"Ann Lee, {ROLE}"
    made = sample
    for key in sample.actions:
        made = edits.change_action(made, key, owner=typed)
    report = paper(score(made), TODAY, options=Options(frozenset(without)))
    said = "\n".join((report.title, *every_text(report)))
    assert ROLE in said
    assert not re.search(rf"\b(?:with|of|to|by|from|ask) {ROLE}", said)
    assert not re.search(rf"{ROLE} (?:looks|does|has|will|is)\b", said)
