"""What stands beside an answer, in words: the same on screen, on paper and in a sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, get_args

from nttp_readiness.domain.answers.answer import Confidence, EvidenceKind, Reach
from nttp_readiness.domain.answers.fields import ANSWER_FIELDS, Fields
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.field_columns import FieldColumn


@dataclass(frozen=True, slots=True)
class AnswerColumn(FieldColumn):
    """A field of an answer."""

    fields: ClassVar[Fields] = ANSWER_FIELDS
    apart: bool = False
    """Whether it is no plain field beside an answer: it has one of its own kind or place, or comes
    with an answer.
    """

    def words(self, value: object) -> str:
        if isinstance(value, Reach):
            return words.reach_words(value)
        return FieldColumn.words(self, value)  # slots make the class anew, so no super()


ANSWER_COLUMNS: tuple[AnswerColumn, ...] = (
    AnswerColumn(
        "note",
        lambda: tr("Note"),
        sheet=44,
        lines=3,
        hint=lambda: tr("Please leave out names and personal stories."),
    ),
    AnswerColumn(
        "evidence",
        lambda: tr("Evidence"),
        sheet=44,
        hint=lambda: tr("What somebody could see or be shown: a page, a date, a count."),
    ),
    AnswerColumn(
        "evidence_kind",
        lambda: tr("How the evidence stands"),
        sheet=24,
        values=lambda: [(each, words.evidence_words(each)) for each in get_args(EvidenceKind)],
    ),
    AnswerColumn(
        "confidence",
        lambda: tr("How sure we are"),
        sheet=16,
        values=lambda: [(each, words.confidence_words(each)) for each in get_args(Confidence)],
    ),
    AnswerColumn(
        "view",
        lambda: tr("Whose view"),
        sheet=20,
        hint=lambda: tr("A group or a role, such as “night staff”."),
    ),
    AnswerColumn(
        "reach",
        lambda: tr("How many it reaches"),
        sheet=12,
        hint=lambda: tr("Two numbers, such as 3 of 40. It does not affect the level."),
        apart=True,
    ),
    AnswerColumn("reason", lambda: tr("Why not relevant"), sheet=30),
    AnswerColumn(
        "come_back",
        lambda: tr("Come back to this"),
        sheet=12,
        values=lambda: [(False, ""), (True, tr("Yes"))],
        apart=True,
    ),
    AnswerColumn(
        "come_back_word",
        lambda: tr("What to do first"),
        sheet=24,
        hint=lambda: tr("What to do first, such as “ask HR”."),
        apart=True,
    ),
    AnswerColumn(
        "given_by",
        lambda: tr("Who answered"),
        sheet=24,
        hint=lambda: tr("Those who were asked for a part, and agreed to be named."),
    ),
    AnswerColumn("given_on", lambda: tr("Answered on"), sheet=14, apart=True),
)
"""In the order in which they stand beside each other in a sheet."""
_BY_KEY = {each.key: each for each in ANSWER_COLUMNS}


def answer_column(key: str) -> AnswerColumn:
    return _BY_KEY[key]
