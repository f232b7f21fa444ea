"""A tiny bank to test with. Questions are made with `question`, domains with `domain`.

The ids that tests use are short: "A-1" is the first question of domain A. Every text is made up.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from nttp_readiness.domain.answers.answer import Choice
from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.bank.bank import Bank, Change
from nttp_readiness.domain.bank.indicator import Action, Domain, FindOut, Indicator, LevelText
from nttp_readiness.domain.bank.routes import Route
from nttp_readiness.domain.bank.scale import LEVELS, LevelName, Stage, StageRule, Thresholds
from nttp_readiness.domain.editing import edits

TODAY = dt.date(2026, 11, 21)
Effort = Literal[1, 2, 3]
LEVEL_NAMES = ("Not yet", "Exploring", "Developing", "Established", "Embedded")


def action(title: str, *, effort: Effort = 2, listens: bool = False) -> Action:
    return Action(
        title=title,
        do=f"{title} as agreed.",
        measure="A date",
        effort=effort,
        lead="The lead",
        listens=listens,
    )


def question(
    key: str,
    *,
    title: str = "",
    foundation: bool = False,
    importance: int = 3,
    effort: Effort = 2,
    needs: Sequence[str] = (),
    stop: bool = False,
    listens: Sequence[str] = (),
    find_out_listens: bool = True,
) -> Indicator:
    """A question whose actions all take the same effort; `listens` names kinds of action."""
    return Indicator(
        id=key,
        title=title or f"Question {key}",
        statement=f"We do {key}.",
        why="Because.",
        levels=tuple(LevelText(sentence=f"Level {n} of {key}") for n in range(5)),
        first=action(f"Begin {key}", effort=effort, listens="first" in listens),
        next=action(f"Widen {key}", effort=effort, listens="next" in listens),
        sustaining=action(f"Keep {key}", effort=effort, listens="sustaining" in listens),
        find_out=FindOut(title=f"Find out about {key}", do="Ask.", listens=find_out_listens),
        needs=tuple(needs),
        importance=importance,
        foundation=foundation,
        safety_stop=f"Please pause until {key} is there." if stop else None,
    )


def domain(code: str, questions: Sequence[Indicator], *, name: str = "") -> Domain:
    return Domain(
        code=code,
        name=name or f"Domain {code}",
        short_name=f"Domain {code}",
        definition="What it is.",
        introduction="What we ask.",
        levels=tuple(LevelText(sentence=f"Level {n} of {code}") for n in range(5)),
        indicators=tuple(questions),
    )


def stages() -> tuple[Stage, ...]:
    """The five stages of scoring.md."""

    def stage(key: str, name: str, **rule: Any) -> Stage:
        return Stage(id=key, name=name, meaning=f"{name}.", advice="Go on.", when=StageRule(**rule))

    return (
        stage("build", "Build foundations first", kind="some_foundation_at_most", level=1),
        stage("find_out", "Find out first", kind="some_foundation_unknown"),
        stage("start_small", "Ready to start small", kind="every_foundation_at_least", level=2),
        stage("roll_out", "Ready to roll out", kind="every_foundation_at_least", level=3),
        stage(
            "embedding",
            "Embedding",
            kind="every_foundation_at_least",
            level=3,
            every_domain_at_least=3,
        ),
    )


def bank_of(
    domains: Sequence[Domain],
    *,
    routes: Sequence[tuple[str, Sequence[str]]] = (),
    thresholds: Thresholds | None = None,
    version: str = "1.0.0",
    bank_id: str = "small",
    changes: Sequence[Change] = (),
    with_stages: bool = True,
) -> Bank:
    """A bank with the route "full" and any others, each a name and its question ids."""
    return Bank(
        id=bank_id,
        version=version,
        date=TODAY,
        language="en-GB",
        title=f"Bank {bank_id}",
        summary="For tests.",
        authors=("Tests",),
        licence="MIT",
        disclaimer="Our own picture, not a rating",
        start_note="Take your time.",
        choice_rule="Between two? Choose the lower.",
        levels=tuple(
            LevelName(value=n, name=name, meaning=name)
            for n, name in zip(LEVELS, LEVEL_NAMES, strict=True)
        ),
        thresholds=thresholds or Thresholds(),
        stages=stages() if with_stages else (),
        routes=tuple(
            Route(id=key, name=key, description="A walk.", minutes=(1, 5), indicators=tuple(ids))
            for key, ids in (("full", ()), *routes)
        ),
        changes=tuple(changes),
        domains=tuple(domains),
    )


def assessment_of(bank: Bank, answers: Mapping[str, Any], *, route: str = "full") -> Assessment:
    """An assessment with those answers, given through the one way in, which checks each choice."""
    made = edits.new_assessment(bank, "A small service", route=route, today=TODAY)
    for key, choice in answers.items():
        made = edits.answer(made, key, choice, "Not our work" if choice == "not_relevant" else "")
    return made


def two_domains(
    *, weight: Literal[1, 2] = 1, routes: Sequence[tuple[str, Sequence[str]]] = ()
) -> Bank:
    """Four questions each in A and B; A-1 and B-1 are foundations, B-1 can stop everything."""
    a = [question("A-1", foundation=True), *(question(f"A-{n}") for n in (2, 3, 4))]
    b = [question("B-1", foundation=True, stop=True), *(question(f"B-{n}") for n in (2, 3, 4))]
    return bank_of(
        [domain("A", a), domain("B", b)],
        thresholds=Thresholds(foundation_weight=weight),
        routes=routes,
    )


def everything(bank: Bank, choice: Choice, **others: Choice | None) -> dict[str, Choice | None]:
    """The same answer everywhere, but for those named with "_" for "-": `A_1=0`."""
    given: dict[str, Choice | None] = dict.fromkeys(bank.by_id, choice)
    return {**given, **{key.replace("_", "-"): each for key, each in others.items()}}
