"""What came in on another laptop, as sums, on its way into the document it was made for.

A second laptop takes ballots in a copy of the assessment. What it hands over are counts by question
and group, never ballots; each collection counts once.
"""

from __future__ import annotations

import hashlib
import hmac
from typing import Annotated

from pydantic import Field, StringConstraints

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.workshop import Name, Tally
from nttp_readiness.domain.bank.bank import Id, Value
from nttp_readiness.domain.editing.ballots import Hex32
from nttp_readiness.domain.editing.counting import refusal, with_added
from nttp_readiness.domain.editing.edits import changed
from nttp_readiness.domain.editing.workshop_edits import open_questions, open_round, with_round
from nttp_readiness.i18n import tr


class CollectedPlace(Value):
    """The counts of one group on one question."""

    question: Id
    group: Name = Field(repr=False)
    tally: Tally = Field(repr=False)


class Collection(Value):
    """Everything that came in on one laptop by ballot, and for which document and bank."""

    id: Hex32
    document: Hex32
    bank: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{1,39}$")]
    version: Annotated[str, StringConstraints(pattern=r"^\d{1,4}\.\d{1,4}\.\d{1,4}$")]
    places: Annotated[tuple[CollectedPlace, ...], Field(strict=False)] = Field(
        default=(), repr=False
    )

    @property
    def people(self) -> int:
        """How many answered there: the most of each group that any question has."""
        most: dict[str, int] = {}
        for each in self.places:
            most[each.group] = max(most.get(each.group, 0), each.tally.people)
        return sum(most.values())


def collected(assessment: Assessment, mark: str) -> Collection:
    """What came in here on the questions that are open. EditError where nothing did."""
    asked = set(open_questions(assessment))
    places = tuple(
        CollectedPlace(question=key, group=name, tally=tally)
        for key, question in open_round(assessment).questions.items()
        if key in asked
        for name, tally in question.vote.tallies.items()
        if not tally.by_hand and tally.people
    )
    if not places:
        raise refusal(tr("Nobody has answered here yet, so there is nothing to hand over."))
    bank = assessment.bank
    return Collection(
        id=mark, document=assessment.id, bank=bank.id, version=bank.version, places=places
    )


def is_in(assessment: Assessment, handed: Collection) -> bool:
    """Whether it was counted already."""
    workshop = assessment.workshop
    return workshop is not None and any(
        _mark(workshop.key, handed) in each.seen for each in workshop.rounds
    )


def add_collection(assessment: Assessment, handed: Collection) -> Assessment:
    """Count everything that came in on another laptop, or none of it. EditError says why not."""
    if handed.document != assessment.id:
        raise refusal(tr("It was made for another assessment."))
    if (handed.bank, handed.version) != (assessment.bank.id, assessment.bank.version):
        raise refusal(tr("It was made with another version of the questions."))
    current = open_round(assessment)
    added = {(each.question, each.group): each.tally for each in handed.places}
    made = with_added(assessment, current, added)
    key = assessment.workshop.key if assessment.workshop else ""
    seen = tuple(sorted({*made.seen, _mark(key, handed)}))
    return with_round(assessment, changed(made, seen=seen))


def _mark(key: str, handed: Collection) -> str:
    """What is remembered of it: from which laptop it came, and nothing that it says."""
    return hmac.new(bytes.fromhex(key), f"laptop/{handed.id}".encode(), hashlib.sha256).hexdigest()
