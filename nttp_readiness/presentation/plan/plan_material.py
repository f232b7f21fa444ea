"""What every part of a printed plan draws on, and what was asked to be left out of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, get_args

from nttp_readiness.domain.answers.answer import Answer
from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.fields import Redaction
from nttp_readiness.domain.answers.planned import PlannedAction
from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.checked_value import Value
from nttp_readiness.domain.plan.plan import Entry, Plan, plan_of
from nttp_readiness.domain.readiness.confidence import DomainConfidence
from nttp_readiness.domain.scorecard import Scorecard
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.readiness.understanding import (
    DomainRow,
    Standing,
    Understanding,
    standing_of,
    understand,
)
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.blocks import Mark, Run, Words
from nttp_readiness.presentation.words.field_columns import FieldColumn
from nttp_readiness.presentation.words.owners import (
    asked_words,
    givers_words,
    owner_words,
    place_words,
)

MARKS: dict[Standing, Mark] = {"holds": "holds", "unknown": "unknown", "ok": "foundation"}


_LONGEST_TOGETHER = 30

AnnexPart = Literal["domains", "progress", "suggestions", "order", "working", "notes", "words"]
"""Parts that a plan for a meeting can have at its end, in the order in which they stand there."""
ANNEX: tuple[AnnexPart, ...] = get_args(AnnexPart)


@dataclass(frozen=True, slots=True)
class Options:
    """What a plan leaves out, and the form that it is made for."""

    without: frozenset[Redaction] = field(default_factory=frozenset)
    full_notes: bool = False
    """Print every note and all evidence once more in a section of its own."""
    large: bool = False
    """Draw the figures for large print."""
    annex: frozenset[AnnexPart] = field(default_factory=frozenset)
    """What the plan for a meeting has at its end."""


@dataclass(frozen=True)
class Material:
    """An assessment with its results, read once for all parts of a report."""

    card: Scorecard
    today: dt.date
    options: Options

    @property
    def assessment(self) -> Assessment:
        return self.card.assessment

    @property
    def bank(self) -> Bank:
        return self.card.assessment.bank

    @property
    def scores(self) -> bool:
        return "scores" not in self.options.without

    @property
    def notes(self) -> bool:
        return "notes" not in self.options.without

    @property
    def names(self) -> bool:
        return "names" not in self.options.without

    @property
    def views(self) -> bool:
        """Whether it may be said whose view an answer is: a note that may hold a name."""
        return self.notes and self.names

    @cached_property
    def standing(self) -> Understanding:
        return understand(self.card)

    @cached_property
    def plan(self) -> Plan:
        return plan_of(self.assessment, self.card.suggestions)

    @cached_property
    def later(self) -> tuple[Entry, ...]:
        """What somebody took into the plan for later."""
        return tuple(each for each in self.plan.later if each.kept)

    @cached_property
    def waiting(self) -> tuple[Entry, ...]:
        """What the answers suggest for later, and nobody has taken up or dropped."""
        return tuple(each for each in self.plan.later if not each.kept)

    @cached_property
    def planned(self) -> tuple[Entry, ...]:
        """The actions of the plan in their order, as they are numbered."""
        return self.plan.planned

    @cached_property
    def number_of_action(self) -> dict[str, int]:
        return self.plan.numbers

    @cached_property
    def entry_for(self) -> dict[str, Entry]:
        """The first action of the plan for each indicator that has one."""
        found: dict[str, Entry] = {}
        for each in self.planned:
            for key in each.action.indicators:
                found.setdefault(key, each)
        return found

    def shows(self, column: FieldColumn) -> bool:
        """Whether what stands there may be in it. An owner, or whom we ask, stays by a role,
        and a place by its last part.
        """
        if not self.options.without or column.spec is None:
            return True
        kinds = {"people", "givers", "body", "place"}
        in_part = {"names"} if column.spec.kind in kinds else set()
        return not self.options.without & (set(column.spec.left_out) - in_part)

    def words_in(self, value: Value, column: FieldColumn) -> str:
        """What stands in that field of an action, a request or an answer, as far as it may be said
        here.
        """
        if column.spec is None or not self.shows(column):
            return ""
        held = getattr(value, column.key)
        match column.spec.kind:
            case "people":
                return owner_words(str(held), names=self.names)
            case "givers":
                return givers_words(str(held), names=self.names)
            case "body":
                return asked_words(str(held), names=self.names)
            case "place":
                return place_words(str(held), names=self.names)
        return column.words(held)

    @cached_property
    def known_domains(self) -> tuple[DomainRow, ...]:
        """The domains with a known answer: of the others there is nothing to work out."""
        return tuple(each for each in self.standing.domains if each.score.known_weight)

    @property
    def founded(self) -> Iterator[tuple[DomainRow, DomainConfidence]]:
        """Each of them with what its answers rest on."""
        found = {each.code: each for each in self.card.confidence}
        return ((each, found[each.code]) for each in self.known_domains)

    def owner(self, action: PlannedAction) -> str:
        """The owner as the plan may name them; empty where there is none."""
        return owner_words(action.owner, names=self.names)

    def owner_within(self, action: PlannedAction) -> str:
        """The same, to stand within a sentence."""
        said, nobody = self.owner(action), tr("a named owner")
        return nobody + said[len(nobody) :] if said[1:].startswith(nobody[1:]) else said

    def short_owner(self, action: PlannedAction) -> str:
        """The first owner without a role, for narrow places; without names the role."""
        first = action.owner.partition(";")[0]
        name = first.partition(",")[0].strip() if self.names else first
        return owner_words(name, names=self.names)

    def action_words(self, indicator_id: str) -> str:
        """The number of the plan's action for a question, as "Action 3."; nothing without one."""
        entry = self.entry_for.get(indicator_id)
        if entry is None:
            return ""
        return together(tr("Action {n}.").format(n=self.number_of_action[entry.action.id]))

    def mark_of(self, indicator_id: str) -> Mark:
        """The mark of a foundation or of a strength; nothing for other questions."""
        indicator = self.bank.by_id[indicator_id]
        level = self.assessment.answer(indicator_id).level
        if indicator.foundation and indicator_id not in self.card.readiness.not_asked:
            return MARKS[standing_of(self.card, indicator_id)]
        if level is not None and level >= self.bank.thresholds.target:
            return "strength"
        return ""

    @property
    def disclaimer(self) -> str:
        """What this is not; without scores there is no picture to take for a rating."""
        return (
            self.bank.disclaimer
            if self.scores
            else tr("Our own plan, not a rating by anybody else")
        )

    @property
    def who(self) -> str:
        """Service and organisation, as a header names them."""
        profile = self.assessment.profile
        return words.who_words(profile)

    @property
    def dated(self) -> str:
        """The state of the plan: "agreed 12 March 2027", or "draft, 9 March 2027"."""
        agreed = self.assessment.profile.agreed
        if agreed:
            return tr("agreed {day}").format(day=words.day(agreed))
        return tr("draft, {day}").format(day=words.day(self.today))


def answer_words(bank: Bank, answer: Answer) -> str:
    """An answer as "2 Developing", or in words where it is not a level."""
    if answer.choice is None:
        return tr("Not answered")
    return words.level_words(bank, answer.level, words.choice_words(bank, answer.choice))


def id_words(bank: Bank, indicator_id: str) -> Run:
    """The id of a question, and that it is a foundation where it is one."""
    if bank.by_id[indicator_id].foundation:
        return Run(tr("{id} · foundation").format(id=indicator_id), bold=True, colour="heather")
    return Run(indicator_id, colour="quiet")


def bold(text: str) -> Run:
    return Run(text, bold=True)


def quiet(text: str) -> Words:
    return (Run(text, colour="quiet"),)


def or_quiet(text: str, otherwise: str) -> Words:
    """The text, or in quiet ink what to say where there is none."""
    return text or quiet(otherwise)


def together(text: str) -> str:
    """The text with spaces at which no line ends, for a number and what it belongs to; days and
    telephone numbers do not break in any case. What is too long for a narrow column stays as it is.
    """
    return text if len(text) > _LONGEST_TOGETHER else text.replace(" ", "\N{NO-BREAK SPACE}")


def sentence(text: str) -> str:
    """The text as a sentence of its own: with a full stop, unless it ends with a mark already."""
    text = text.rstrip()
    return text if text.endswith((".", "!", "?", "…", ":", "”.")) or not text else f"{text}."
