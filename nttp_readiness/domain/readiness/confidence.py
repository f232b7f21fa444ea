"""How well founded a domain's answers are: evidence, confidence and views, beside the score.

This is an axis of its own. Nothing here enters a level, an index or a stage: an answer without
evidence is as much an answer as any other, and what is missing is something to look for next.
"""

from __future__ import annotations

from nttp_readiness.domain.answers.answer import EvidenceKind
from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.bank.scale import share
from nttp_readiness.domain.readiness.scoring import DomainScore
from nttp_readiness.values import dataclass

EVIDENCE_KINDS: tuple[EvidenceKind, ...] = ("none", "described", "documented", "two_sides")
"""From nothing yet to seen from two sides: an order, without distances."""


@dataclass(frozen=True, slots=True)
class DomainConfidence:
    """What the answers of a domain rest on. Only answers with a level are counted.

    `standing` is the furthest kind of evidence that the agreed share of the answers has reached
    (None where nothing is known); `raise_next` are the answers to look at first for the next kind,
    as many as would be enough for it.
    """

    code: str
    known: int
    by_kind: tuple[tuple[EvidenceKind, int], ...]
    standing: EvidenceKind | None
    next_kind: EvidenceKind | None
    raise_next: tuple[str, ...]
    guesses: tuple[str, ...]
    views: tuple[str, ...]
    """Whose views were named, each once, in the order of the bank."""


def domain_confidence(assessment: Assessment, score: DomainScore) -> DomainConfidence:
    """What a domain's known answers rest on."""
    keys = [each.indicator for each in score.inputs if each.level is not None]
    answers = {key: assessment.answer(key) for key in keys}
    reached = {key: EVIDENCE_KINDS.index(each.rests_on) for key, each in answers.items()}
    needed = share(assessment.bank.thresholds.level_share) * len(keys)
    place = max(
        (n for n in range(len(EVIDENCE_KINDS)) if _at(reached, n) >= needed),
        default=0,
    )
    after = place + 1 if keys and place + 1 < len(EVIDENCE_KINDS) else None
    first: list[str] = []
    if after is not None:
        # Foundations first, then the highest claims: they are the ones that most need a look.
        below = sorted(
            (key for key in keys if reached[key] < after),
            key=lambda key: (
                not assessment.bank.by_id[key].foundation,
                -(answers[key].level or 0),
                assessment.bank.order[key],
            ),
        )
        short = needed - _at(reached, after)
        first = below[: -(-short.numerator // short.denominator)]
    return DomainConfidence(
        code=score.code,
        known=len(keys),
        by_kind=tuple(
            (kind, sum(at == n for at in reached.values())) for n, kind in enumerate(EVIDENCE_KINDS)
        ),
        standing=EVIDENCE_KINDS[place] if keys else None,
        next_kind=EVIDENCE_KINDS[after] if after is not None else None,
        raise_next=tuple(first),
        guesses=tuple(key for key in keys if answers[key].confidence == "a_guess"),
        views=_views(tuple(each.view for each in answers.values())),
    )


def _at(reached: dict[str, int], place: int) -> int:
    return sum(at >= place for at in reached.values())


def _views(named: tuple[str, ...]) -> tuple[str, ...]:
    """Each view once, however its letters and spaces were typed."""
    found: dict[str, str] = {}
    for view in named:
        said = " ".join(view.split())
        if said:
            found.setdefault(said.casefold(), said)
    return tuple(found.values())
