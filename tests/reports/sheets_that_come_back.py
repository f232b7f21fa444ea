"""A file of a plan's actions that comes back, with all that it proposes taken."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.exchange.sheet_import import SheetImport, read_back
from nttp_readiness.domain.exchange.sheet_taking import taken
from nttp_readiness.presentation.screens.sheet_import_words import say_update, sheet_words
from nttp_readiness.reports.sheets.returned_sheet import read_returned_sheet

TODAY = dt.date(2027, 3, 12)


@dataclass(frozen=True, slots=True)
class Back(SheetImport):
    """What came back, and the plan with all of it."""

    assessment: Assessment


def back(assessment: Assessment, data: bytes) -> Back:
    """Read that file against the plan, and take all that it proposes."""
    say = say_update(TODAY)
    found = read_back(assessment, read_returned_sheet(data), sheet_words(assessment), say)
    after = taken(assessment, found.proposals, say)
    return Back(found.proposals, found.left, found.missing, after)
