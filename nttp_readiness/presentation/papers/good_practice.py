"""A strength on one page, to send to others: what we do, what shows it, what we learned."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from nttp_readiness.domain.answers.answer import Answer
from nttp_readiness.domain.bank.indicator import Indicator
from nttp_readiness.domain.scorecard import Scorecard
from nttp_readiness.errors import ExportError
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.papers.plan_actions import action_title
from nttp_readiness.presentation.plan.evidence_pieces import pieces
from nttp_readiness.presentation.plan.plan_material import Material, Options, bold, sentence
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.blocks import (
    Block,
    Facts,
    Heading,
    Item,
    Listing,
    Paragraph,
    Report,
    Words,
    WritingRoom,
)
from nttp_readiness.presentation.words.owners import without_names

_EVIDENCE = ("none", "described", "documented", "two_sides")
ROOM = 3
"""Lines to write on under each question that the answers do not settle."""


def strengths_to_share(card: Scorecard) -> tuple[Indicator, ...]:
    """Questions at the target or above, the best evidenced first: any can become an example."""
    assessment, target = card.assessment, card.assessment.bank.thresholds.target

    def order(indicator: Indicator) -> tuple[int, bool, int]:
        answer = assessment.answer(indicator.id)
        return (
            -_EVIDENCE.index(answer.rests_on),
            not (answer.note.strip() or answer.evidence.strip()),
            -(answer.level or 0),
        )

    strong = (each for each in assessment.asked if _level(assessment.answer(each.id)) >= target)
    return tuple(sorted(strong, key=order))


def good_practice(
    card: Scorecard,
    today: dt.date,
    options: Options | None = None,
    *,
    strength: str = "",
    room: int = ROOM,
) -> Report:
    """The example of that question, or of the best evidenced where none is named.

    `room` is how many lines are left to write on. Raises ExportError where there is no such
    strength.
    """
    material = Material(card, today, options or Options())
    indicator = _chosen(card, strength)
    profile, bank = material.assessment.profile, material.bank
    title = tr("Good practice: {title}").format(title=indicator.title)
    about = (
        Heading(1, title, look="section"),
        Paragraph(indicator.statement, look="lead"),
        Facts(_facts(material, indicator)),
    )
    report = Report(
        title=f"{material.who}: {title}",
        author=profile.organisation or profile.title,
        language=bank.language,
        blocks=(
            *about,
            *_what_we_do(material, indicator),
            *_next(material, indicator),
            Heading(2, tr("What helped us")),
            WritingRoom(tr("People, time, money, or something that others had done"), room),
            Heading(2, tr("What we learned, and would do differently")),
            WritingRoom(tr("In a few sentences"), room),
            Paragraph(
                f"{material.disclaimer}. "
                + tr("This example names no person’s own experience. Please keep it so."),
                look="source",
            ),
        ),
        header_left=tuple(dict.fromkeys((material.who, profile.title))),
        header_right=words.day(today),
        footer_left=material.disclaimer,
        subject=bank.title,
    )
    return report if material.names else without_names(report, material.assessment)


def _chosen(card: Scorecard, strength: str) -> Indicator:
    found = strengths_to_share(card)
    named = next((each for each in found if each.id == strength), None)
    if strength and named is None:
        raise ExportError(
            tr("“{id}” is not one of your strengths.").format(id=strength[:40]),
            safe=tr("Nothing was written."),
            cure=tr("These are: {ids}.").format(ids=", ".join(each.id for each in found))
            if found
            else "",
        )
    if not found:
        target = card.assessment.bank.thresholds.target
        raise ExportError(
            tr("There is no strength to write up yet."),
            safe=tr("Nothing was written."),
            cure=tr("Choose a question that you answered with level {n} or above.").format(
                n=target
            ),
        )
    return named or found[0]


def _facts(material: Material, indicator: Indicator) -> tuple[tuple[str, Words], ...]:
    profile, bank = material.assessment.profile, material.bank
    themes = {each.id: each.name for each in bank.themes}
    scope = words.scope_words(profile.scope)
    if profile.service_area:
        scope = tr("{scope}: {area}").format(scope=scope, area=profile.service_area)
    pairs = (
        (tr("Where"), words.who_words(profile)),
        (tr("Scope"), scope),
        (tr("About"), bank.domain_of[indicator.id].name),
        (tr("National themes"), "; ".join(themes[each] for each in indicator.themes)),
    )
    return tuple(pair for pair in pairs if pair[1])


def _what_we_do(material: Material, indicator: Indicator) -> Iterator[Block]:
    answer = material.assessment.answer(indicator.id)
    yield Heading(2, tr("What we do"))
    yield Paragraph(sentence(material.bank.described(indicator)[_level(answer)].sentence))
    if material.notes and answer.note.strip():
        yield Paragraph(answer.note.strip())
    if material.scores:
        level = words.level_sentence(material.bank, _level(answer))
        yield Paragraph(tr("We see this at: {level}.").format(level=level), look="quiet")
    listed = pieces(material, answer)
    written = answer.evidence.strip() if material.notes else ""
    if written or listed:
        yield Heading(2, tr("What shows it"))
        if written:
            yield Paragraph(written)
        if listed:
            yield Paragraph(sentence(listed))
        if answer.rests_on != "none":
            yield Paragraph(sentence(words.evidence_words(answer.rests_on)), look="quiet")


def _next(material: Material, indicator: Indicator) -> Iterator[Block]:
    """The plan's actions for this strength."""
    entries = [each for each in material.planned if indicator.id in each.action.indicators]
    if entries:
        yield Heading(2, tr("What we do next with it"))
        yield Listing(tuple(Item((bold(sentence(action_title(each.action))),)) for each in entries))


def _level(answer: Answer) -> int:
    return -1 if answer.level is None else answer.level
