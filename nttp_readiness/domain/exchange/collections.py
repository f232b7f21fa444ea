"""What came in on another laptop, as sums, on its way into the document it was made for.

A second laptop takes ballots in a copy of the assessment. What it hands over are counts by question
and group, never ballots, and sentences of reason by question where enough answered there; each
collection counts once.
"""

from __future__ import annotations

import hashlib
import hmac
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.workshop import MOST_REASONS, Name, Reason, Tally
from nttp_readiness.domain.checked_value import Id, Value
from nttp_readiness.domain.editing.ballots import TOGETHER, Hex32
from nttp_readiness.domain.editing.counting import refusal, with_added
from nttp_readiness.domain.editing.edits import changed
from nttp_readiness.domain.editing.open_round import open_questions, open_round, with_round
from nttp_readiness.domain.editing.reasons import with_reasons
from nttp_readiness.domain.exchange.combining import Refused
from nttp_readiness.errors import EditError
from nttp_readiness.i18n import tr
from nttp_readiness.plain_models import Field, StringConstraints
from nttp_readiness.values import dataclass


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
    reasons: Mapping[Id, tuple[Reason, ...]] = Field(
        default={}, repr=False, exclude_if=lambda held: not held
    )
    """Sentences by question, in the order of the alphabet and of no group: of those questions to
    which five and more chose a level there.
    """

    @property
    def people(self) -> int:
        """How many answered there: the most of each group that any question has."""
        most: dict[str, int] = {}
        for each in self.places:
            most[each.group] = max(most.get(each.group, 0), each.tally.people)
        return sum(most.values())


def collected(
    assessment: Assessment, mark: str, reasons: Mapping[str, Sequence[str]] | None = None
) -> Collection:
    """What came in here on the questions that are open, and what was written beside it where enough
    answered: `reasons` wait, and others are in the document already. EditError where nothing did.
    """
    asked = set(open_questions(assessment))
    places = tuple(
        CollectedPlace(question=key, group=name, tally=tally)
        for key, question in open_round(assessment).questions.items()
        if key in asked
        for name, tally in question.vote.tallies.items()
        if not tally.by_hand and tally.people
    )
    if not places:
        raise refusal(tr("Nobody has answered here yet, so there is nothing to pass on."))
    bank, levels = assessment.bank, _levels(places)
    said = {}
    for key in sorted(levels):
        vote = open_round(assessment).questions[key].vote
        sentences = tuple(sorted((*vote.reasons, *(reasons or {}).get(key, ()))))[:MOST_REASONS]
        if sentences and levels[key] >= TOGETHER:
            said[key] = sentences
    return Collection(
        id=mark, document=assessment.id, bank=bank.id, version=bank.version, places=places,
        reasons=said,
    )  # fmt: skip


def is_in(assessment: Assessment, handed: Collection) -> bool:
    """Whether it was counted already."""
    workshop = assessment.workshop
    return workshop is not None and any(
        _mark(workshop.key, handed) in each.seen for each in workshop.rounds
    )


@dataclass(frozen=True, slots=True)
class Added:
    """The assessment with the collections that are new in it, and what became of each."""

    assessment: Assessment
    people: int
    already: int
    refused: tuple[Refused, ...]


def add_collections(assessment: Assessment, handed_in: Sequence[Collection]) -> Added:
    """Count the collections that are new, each whole or not at all."""
    people, already, refused = 0, 0, list[Refused]()
    for place, each in enumerate(handed_in):
        if is_in(assessment, each):
            already += 1
            continue
        try:
            assessment = add_collection(assessment, each)
        except EditError as problem:
            refused.append(Refused(place, str(problem)))
            continue
        people += each.people
    return Added(assessment, people, already, tuple(refused))


def add_collection(assessment: Assessment, handed: Collection) -> Assessment:
    """Count everything that came in on another laptop, or none of it. EditError says why not."""
    if handed.document != assessment.id:
        raise refusal(tr("It was made for another assessment."))
    if (handed.bank, handed.version) != (assessment.bank.id, assessment.bank.version):
        raise refusal(tr("It was made with another version of the questions."))
    current = open_round(assessment)
    added = {(each.question, each.group): each.tally for each in handed.places}
    made = with_added(assessment, current, added)
    here = {key: said for key, said in handed.reasons.items() if key in made.questions}
    made, _ = with_reasons(assessment, made, here, _levels(handed.places))
    key = assessment.workshop.key if assessment.workshop else ""
    seen = tuple(sorted({*made.seen, _mark(key, handed)}))
    return with_round(assessment, changed(made, seen=seen))


def _levels(places: Iterable[CollectedPlace]) -> Counter[str]:
    """How many chose a level, by question."""
    found: Counter[str] = Counter()
    for each in places:
        found[each.question] += each.tally.known
    return found


def _mark(key: str, handed: Collection) -> str:
    """What is remembered of it: from which laptop it came, and nothing that it says."""
    return hmac.new(bytes.fromhex(key), f"laptop/{handed.id}".encode(), hashlib.sha256).hexdigest()
