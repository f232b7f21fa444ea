"""What can be shown for an answer, in words: the same on screen, on paper and in a sheet."""

from __future__ import annotations

from typing import ClassVar

from nttp_readiness.domain.answers.evidence import (
    EVIDENCE_SORTS,
    EVIDENCE_STATES,
    EvidenceSort,
    EvidenceState,
)
from nttp_readiness.domain.answers.fields import EVIDENCE_FIELDS, Fields
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.words.field_columns import FieldColumn


class EvidenceColumn(FieldColumn):
    """A field of a piece of evidence."""

    fields: ClassVar[Fields] = EVIDENCE_FIELDS


def evidence_sort_words(kind: EvidenceSort) -> str:
    """What it is, in a word or two."""
    return {
        "policy": tr("Policy or procedure"),
        "record": tr("Minutes or records"),
        "figures": tr("Figures or a survey"),
        "told": tr("What people told us"),
        "seen": tr("Seen in practice"),
        "material": tr("Training or material"),
        "other": tr("Something else"),
    }[kind]


def evidence_state_words(state: EvidenceState) -> str:
    """Whether it still holds."""
    return {
        "stands": tr("Still true"),
        "to_check": tr("Still true?"),
        "no_longer": tr("No longer true"),
    }[state]


EVIDENCE_COLUMNS: tuple[EvidenceColumn, ...] = (
    EvidenceColumn(
        "what",
        lambda: tr("What there is"),
        sheet=30,
        nothing=lambda: tr("Evidence without a name"),
        hint=lambda: tr("Such as “Minutes of the June board”. No names of people, please."),
    ),
    EvidenceColumn(
        "kind",
        lambda: tr("What it is"),
        sheet=22,
        values=lambda: [(each, evidence_sort_words(each)) for each in EVIDENCE_SORTS],
    ),
    EvidenceColumn("dated", lambda: tr("Date"), sheet=18, nothing=lambda: tr("No date")),
    EvidenceColumn(
        "shows",
        lambda: tr("What it shows"),
        sheet=36,
        hint=lambda: tr("In a sentence: what somebody would see in it."),
    ),
    EvidenceColumn(
        "where",
        lambda: tr("Where it is"),
        sheet=34,
        nothing=lambda: tr("Not said where"),
        hint=lambda: tr(
            "A file, a web page or a shelf. It is only written down: nothing is copied and"
            " nothing is opened."
        ),
    ),
    EvidenceColumn(
        "state",
        lambda: tr("Is it still true?"),
        sheet=16,
        values=lambda: [(each, evidence_state_words(each)) for each in EVIDENCE_STATES],
    ),
    EvidenceColumn("checked", lambda: tr("Looked at on"), sheet=18),
)
"""In the order in which they stand beside each other in a list."""
FORM_ROWS: tuple[tuple[str, ...], ...] = (("what",), ("kind", "dated"), ("where",), ("shows",))
"""What a form asks; what stands in one row."""
_BY_KEY = {each.key: each for each in EVIDENCE_COLUMNS}


def evidence_column(key: str) -> EvidenceColumn:
    return _BY_KEY[key]
