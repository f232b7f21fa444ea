"""Many assessments together: which groups of teams may be seen, and what they come to.

Everyone first, then each organisation with several teams, then each team: the order in which a
group is offered to the release rule. There is no rank. Every figure is a sum over blocks, the
smallest parts that may be told apart, and so is every cell of the cube.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from nttp_readiness.domain.portfolio.blocks import Blocks, Group
from nttp_readiness.domain.portfolio.facts import WITHHELD, Fact, Facts, Team
from nttp_readiness.values import dataclass

Published = Mapping[str, int]
"""A group that was published: its teams by their states, with how many people stood behind each."""
GroupKind = Literal["everyone", "organisation", "team"]
_Order = tuple[tuple[str, int], ...]
_DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Block:
    """Teams that are only told of together, with the sums of their facts."""

    organisation: str
    """Empty where they are of several."""
    team: str
    """The title where it is one team; empty for several."""
    documents: Group
    facts: Facts


@dataclass(frozen=True, slots=True)
class TeamGroup:
    """A group that may be seen: its blocks, and how many teams are in it."""

    kind: GroupKind
    name: str
    organisation: str
    documents: Group
    blocks: tuple[Block, ...]

    @property
    def facts(self) -> Facts:
        """What the group comes to."""
        return added(each.facts for each in self.blocks)


@dataclass(frozen=True, slots=True)
class Portfolio:
    """What may be seen of many assessments."""

    groups: tuple[TeamGroup, ...]
    blocks: tuple[Block, ...]
    teams: int
    """How many assessments were read."""
    outside: int
    """How many of them are in no figure: too few people, and no group yet that would hide them."""
    alone: int
    """How many are only told of together with others."""
    minimum: int
    published: tuple[Published, ...]
    """What whoever sees this has seen, for the next portfolio."""

    @property
    def everyone(self) -> TeamGroup | None:
        return next((each for each in self.groups if each.kind == "everyone"), None)


def portfolio_of(
    teams: Sequence[Team],
    *,
    sensitive: frozenset[str] = frozenset(),
    minimum: int,
    earlier: Sequence[Published] | None = (),
) -> Portfolio:
    """What may be seen of these teams, after what was seen in earlier portfolios; nothing where
    nobody knows what that was.

    Of a `sensitive` question a block of several teams is not told where all but one of them, or
    all, give the same answer. The minimum is raised to the highest that any team asks for.
    """
    states = {each.document: each.state for each in teams}
    known = {states[each.document]: each for each in teams}
    least = max([minimum, *(each.minimum for each in teams)])
    before = [{states.get(key, key): n for key, n in group.items()} for group in earlier or ()]
    people = {key: n for group in before for key, n in group.items()}
    people |= {key: each.people for key, each in known.items()}
    blocks = Blocks(people, least)
    for group in before:
        blocks.was_published(group)
    seen: list[tuple[GroupKind, str, str, Group]] = []
    everyone = blocks.publishable(known) if earlier is not None else frozenset()
    if blocks.publish(everyone):
        seen.append(("everyone", "", "", everyone))
    for name, of_it in _by_organisation(known).items():
        if name and 1 < len(of_it) < len(known) and of_it <= everyone and blocks.publish(of_it):
            seen.append(("organisation", name, name, of_it))
    order = sorted(known, key=lambda state: _by_name(known[state]))
    for state in order:
        each, alone = known[state], frozenset({state})
        if alone <= everyone and blocks.publish(alone):
            seen.append(("team", each.title, each.organisation, alone))
    parts: dict[Group, Block] = {}

    def block(group: Group) -> Block:
        if group not in parts:
            parts[group] = _block([known[each] for each in group], sensitive)
        return parts[group]

    groups = tuple(
        TeamGroup(
            kind, name, organisation, frozenset(known[each].document for each in group),
            tuple(block(each) for each in blocks.of([each for each in order if each in group])),
        )
        for kind, name, organisation, group in seen
    )  # fmt: skip
    told = frozenset().union(*(each.documents for each in groups)) if groups else frozenset()
    singles = {each.documents for each in groups if each.kind == "team"}
    return Portfolio(
        groups=groups,
        blocks=tuple(parts.values()),
        teams=len(teams),
        outside=len(states.keys() - told),
        alone=len(told) - len(singles),
        minimum=least,
        published=tuple({key: people[key] for key in group} for *_, group in seen),
    )


def added(many: Iterable[Facts]) -> Facts:
    """The sum of facts."""
    found: Facts = Counter()
    for each in many:
        found.update(each)
    return found


def _by_organisation(known: Mapping[str, Team]) -> dict[str, Group]:
    """The teams of each organisation, under the name as it was first written."""
    names: dict[str, str] = {}
    found: dict[str, set[str]] = {}
    for state, each in sorted(known.items(), key=lambda item: _by_name(item[1])):
        name = names.setdefault(each.organisation.casefold(), each.organisation)
        found.setdefault(name, set()).add(state)
    return {name: frozenset(documents) for name, documents in found.items()}


def _by_name(team: Team) -> tuple[_Order, _Order, str]:
    """Ward 2 before Ward 10, as people look for it."""
    return _order(team.organisation), _order(team.title), team.document


def _order(name: str) -> _Order:
    parts = _DIGITS.split(name.casefold())
    return tuple(
        (text, int(digits)) for text, digits in zip(parts[::2], (*parts[1::2], "0"), strict=True)
    )


def _block(teams: Sequence[Team], sensitive: frozenset[str]) -> Block:
    facts = added(each.facts for each in teams)
    if len(teams) > 1:
        facts = _coarsened(facts, sensitive)
    organisations = {each.organisation for each in teams}
    return Block(
        organisation=organisations.pop() if len(organisations) == 1 else "",
        team=teams[0].title if len(teams) == 1 else "",
        documents=frozenset(each.document for each in teams),
        facts=facts,
    )


def _coarsened(facts: Facts, sensitive: frozenset[str]) -> Facts:
    """Without what nearly all of several teams answer alike to a sensitive question."""
    asked: dict[tuple[str, str], list[int]] = {}
    for fact, n in facts.items():
        if fact.kind in {"indicator", "foundation"} and fact.about in sensitive:
            asked.setdefault((fact.kind, fact.about), []).append(n)
    close = {key for key, counts in asked.items() if max(counts) >= sum(counts) - 1}
    found: Facts = Counter()
    for fact, n in facts.items():
        told = (fact.kind, fact.about) not in close
        found[fact if told else Fact(fact.kind, fact.about, WITHHELD)] += n
    return found
