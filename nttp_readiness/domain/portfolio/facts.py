"""One assessment as facts that can be added up: how often each value was found.

A fact is of a kind, about something (a domain, a question, a theme) and has a value. A portfolio is
sums of them, and so is the cube that leaves for other programs: both say what the single
assessments say.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable
from typing import Literal, NamedTuple

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.plan.plan import plan_of
from nttp_readiness.domain.rounds.rounds import compare
from nttp_readiness.domain.scorecard import Scorecard, score
from nttp_readiness.values import dataclass

FactKind = Literal[
    "teams", "stage", "domain", "foundation", "indicator", "theme", "owner", "reach", "change",
]  # fmt: skip
Body = Callable[[str], str]
"""The organisation that an owner's text names; empty where it names none."""
WITHHELD = "withheld"
"""The value of what would tell of few people."""


class Fact(NamedTuple):
    """What was counted."""

    kind: FactKind
    about: str
    value: str


Facts = Counter[Fact]


@dataclass(frozen=True, slots=True)
class Team:
    """What a portfolio knows of one assessment. `people` is how many stand behind it."""

    document: str
    title: str
    organisation: str
    round: int
    bank: str
    bank_version: str
    people: int
    minimum: int
    """How many people the team's own workshop asks for before anything leaves the room."""
    facts: Facts

    @property
    def state(self) -> str:
        """The assessment as it tells what it tells: its id, with a mark of the facts."""
        told = sorted((*fact, n) for fact, n in self.facts.items() if n)
        mark = hashlib.sha256(repr(told).encode("utf-8", "surrogatepass")).hexdigest()
        return f"{self.document}-{mark[:16]}"


def team_of(
    assessment: Assessment,
    *,
    joint: int,
    minimum: int,
    body: Body,
    before: Assessment | None = None,
) -> Team:
    """An assessment as a team of a portfolio; `before` is its earlier round, where there is one.

    `joint` is how many people stand behind an assessment that was answered together, where nobody
    was counted: who says that it is a small organisation counts as one.
    """
    workshop = assessment.workshop
    counted = workshop.round.size if workshop is not None else 0
    together = 1 if assessment.profile.small_organisation else joint
    return Team(
        document=assessment.id,
        title=assessment.profile.title,
        organisation=" ".join(assessment.profile.organisation.split()),
        round=assessment.round,
        bank=assessment.bank.id,
        bank_version=assessment.bank.version,
        people=counted or together,
        minimum=max(minimum, workshop.round.outside_minimum if workshop is not None else 0),
        facts=facts_of(assessment, body=body, before=before),
    )


def facts_of(assessment: Assessment, *, body: Body, before: Assessment | None = None) -> Facts:
    """Every fact of an assessment."""
    card = score(assessment)
    found: Facts = Counter({Fact("teams", "", ""): 1})
    stage = card.readiness.stage
    found[Fact("stage", assessment.bank.id, stage.id if stage else "none")] += 1
    for each in card.domains:
        shown = str(each.level) if each.level is not None else each.shown
        found[Fact("domain", each.code, shown)] += 1
    target = assessment.bank.thresholds.target
    for indicator in assessment.asked:
        answer = assessment.answer(indicator.id)
        found[Fact("indicator", indicator.id, _said(answer.choice))] += 1
        if indicator.foundation:
            level = answer.level
            value = "unknown" if level is None else "below" if level < target else "in_place"
            found[Fact("foundation", indicator.id, value)] += 1
        if answer.reach is not None:
            found[Fact("reach", indicator.id, "n")] += answer.reach.n
            found[Fact("reach", indicator.id, "of")] += answer.reach.of
    _add_actions(found, card, body)
    if before is not None:
        for change in compare(before, assessment).domains:
            found[Fact("change", change.code, change.verdict)] += 1
    return found


def _add_actions(found: Facts, card: Scorecard, body: Body) -> None:
    """What the plan numbers, by the themes of its questions and by whose it is."""
    assessment = card.assessment
    by_id, domain_of = assessment.bank.by_id, assessment.bank.domain_of
    for entry in plan_of(assessment, card.suggestions).planned:
        action = entry.action
        known = [by_id[key] for key in action.indicators if key in by_id]
        themes = {theme for each in known for theme in each.themes or domain_of[each.id].themes}
        for theme in themes or {""}:
            found[Fact("theme", theme, action.status)] += 1
        owner = body(action.owner) or ("own" if action.owner.strip() else "nobody")
        found[Fact("owner", owner, action.status)] += 1


def _said(choice: object) -> str:
    """Rather not say and left open are not told apart where people are counted."""
    if choice is None or choice == "rather_not_say":
        return "no_answer"
    return str(choice)
