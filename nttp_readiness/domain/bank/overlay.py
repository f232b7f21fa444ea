"""A sector's wording, laid over a bank: an overlay, never a bank of its own.

It names its base and the version that its author had in front of them, and says per question which
words, evidence, signs, examples, laws and resources are others. It has no key for the decisive
sentence of a level, so that an answer means the same in each sector. `overlay_checks` says what
would go wrong; here an overlay is only laid over its base.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Annotated, Any, TypeVar, cast

from nttp_readiness.domain.bank.bank import Bank, OverlayStamp
from nttp_readiness.domain.bank.change_map import became_since
from nttp_readiness.domain.bank.indicator import Domain, Example, Indicator, SmallWording
from nttp_readiness.domain.bank.instead import Instead, put_right
from nttp_readiness.domain.bank.nouns import Noun
from nttp_readiness.domain.bank.references import ContextCard, GlossaryEntry, Law, Resource
from nttp_readiness.domain.bank.scale import LEVELS, Level
from nttp_readiness.domain.checked_value import Id, ShortText, Text, Value, Version
from nttp_readiness.plain_models import Field, StringConstraints

OverlayId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{1,39}$")]


class SignsOfLevel(Value):
    """Other signs for one level. They help to decide and never add a condition."""

    level: Level
    signs: Annotated[tuple[ShortText, ...], Field(strict=False, min_length=1)]


class ActionWords(Value):
    """Other words for an action. What it leads to stays the same."""

    title: ShortText | None = None
    do: Text | None = None
    measure: Text | None = None
    lead: ShortText | None = None


class FindOutWords(Value):
    """Other words for how to answer a question when nobody is sure."""

    title: ShortText | None = None
    do: Text | None = None


class QuestionWords(Value):
    """What is said in other words at one question of the base. What is left out stays."""

    id: Id
    statement: Text | None = None
    """The same claim in other clothes."""
    no_care: Text | None = None
    small: SmallWording | None = None
    why: Text | None = None
    good: Text | None = None
    unit: ShortText | None = None
    board: Text | None = None
    safety_stop: Text | None = None
    content_note: Text | None = None
    needs_reason: Text | None = None
    importance_reason: Text | None = None
    evidence: Annotated[tuple[ShortText, ...], Field(strict=False)] = ()
    """In place of the base's lines."""
    add_evidence: Annotated[tuple[ShortText, ...], Field(strict=False)] = ()
    add_links: Annotated[tuple[Id, ...], Field(strict=False)] = ()
    example: Example | None = None
    signs: Annotated[tuple[SignsOfLevel, ...], Field(strict=False)] = ()
    first: ActionWords | None = None
    next: ActionWords | None = None
    sustaining: ActionWords | None = None
    find_out: FindOutWords | None = None


class OwnQuestion(Value):
    """A question that only this sector asks. It is never a foundation."""

    domain: Id
    indicator: Indicator


class DomainWords(Value):
    """Other words for a domain's own texts."""

    code: Id
    definition: Text | None = None
    introduction: Text | None = None
    content_note: Text | None = None


class Overlay(Value):
    """One sector's wording, as its author wrote it."""

    id: OverlayId
    version: Version
    date: dt.date
    title: ShortText
    summary: Text
    authors: Annotated[tuple[ShortText, ...], Field(strict=False, min_length=1)]
    licence: ShortText
    review: Text | None = None
    base: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{1,39}$")]
    base_version: Version
    fits: Annotated[tuple[ShortText, ...], Field(strict=False)] = ()
    """Service areas of the base that lead here."""
    replaces: Annotated[tuple[OverlayId, ...], Field(strict=False)] = ()
    """Earlier overlays, by id, whose assessments find their words here."""
    noun: Noun = ""
    """What the people are called, unless an organisation chooses otherwise."""
    nouns: Annotated[tuple[ShortText, ...], Field(strict=False)] = ()
    """Other words for people that belong to this sector."""
    keep_examples: Annotated[tuple[Id, ...], Field(strict=False)] = ()
    """Questions whose example in the base is set in this sector; the others' are left out."""
    leave_out: Annotated[tuple[ShortText, ...], Field(strict=False)] = ()
    """Laws, findings, resources and words of the base that are for other sectors."""
    instead: Annotated[tuple[Instead, ...], Field(strict=False)] = ()
    """Words of the base that stand for somebody else here: trustees, where there are partners."""
    choice_notes: Annotated[tuple[Text, ...], Field(strict=False)] = ()
    """How to read units and hard times here; added to the base's."""
    glossary: Annotated[tuple[GlossaryEntry, ...], Field(strict=False)] = ()
    resources: Annotated[tuple[Resource, ...], Field(strict=False)] = ()
    context: Annotated[tuple[ContextCard, ...], Field(strict=False)] = ()
    laws: Annotated[tuple[Law, ...], Field(strict=False)] = ()
    domains: Annotated[tuple[DomainWords, ...], Field(strict=False)] = ()
    questions: Annotated[tuple[QuestionWords, ...], Field(strict=False)] = ()
    own: Annotated[tuple[OwnQuestion, ...], Field(strict=False)] = ()


def laid_over(base: Bank, overlay: Overlay) -> Bank:
    """The base in the words of the overlay, with the overlay's own questions and its stamp.

    Where the base has moved on, words follow a question to the id that it has today; those of
    questions that were split, merged or removed are left out.
    """
    today = moved(base, overlay)
    base = put_right(base, overlay.instead)
    words = {today[each.id]: each for each in overlay.questions if each.id in today}
    kept = {today[each] for each in overlay.keep_examples if each in today}
    out = set(overlay.leave_out)
    dropped = out - {each.id for each in overlay.resources}
    return _changed(
        base,
        overlay=OverlayStamp(
            id=overlay.id,
            version=overlay.version,
            date=overlay.date,
            title=overlay.title,
            base_version=overlay.base_version,
            noun=overlay.noun,
            review=overlay.review,
            own=tuple(each.indicator.id for each in overlay.own),
        ),
        choice_notes=(*base.choice_notes, *overlay.choice_notes),
        glossary=_joined(
            [each for each in base.glossary if each.word not in out], overlay.glossary, _word
        ),
        resources=_joined(
            [each for each in base.resources if each.id not in out], overlay.resources, _id
        ),
        context=_joined(
            [each for each in base.context if each.id not in out], overlay.context, _id
        ),
        laws=_joined([each for each in base.laws if each.id not in out], overlay.laws, _id),
        domains=tuple(_domain(each, overlay, words, kept, dropped) for each in base.domains),
    )


def moved(base: Bank, overlay: Overlay) -> dict[str, str]:
    """Today's id of each question that is still the same one since the overlay was written."""
    found = became_since(overlay.base_version, base)
    return {
        key: found[key].new[0] if key in found else key
        for key in {*base.by_id, *found}
        if key not in found or found[key].same
    }


def _domain(
    domain: Domain,
    overlay: Overlay,
    words: Mapping[str, QuestionWords],
    kept: set[str],
    dropped: set[str],
) -> Domain:
    said = next((each for each in overlay.domains if each.code == domain.code), None)
    own = [each.indicator for each in overlay.own if each.domain == domain.code]
    fields = _said(said, ("definition", "introduction", "content_note")) if said else {}
    return _changed(
        domain,
        **fields,
        indicators=(
            *(_indicator(each, words.get(each.id), kept, dropped) for each in domain.indicators),
            *own,
        ),
    )


_PLAIN = (
    "statement", "no_care", "why", "good", "unit", "board", "safety_stop", "content_note",
    "needs_reason", "importance_reason",
)  # fmt: skip


def _indicator(
    indicator: Indicator, words: QuestionWords | None, kept: set[str], dropped: set[str]
) -> Indicator:
    links = tuple(each for each in indicator.links if each not in dropped)
    glossary = tuple(each for each in indicator.glossary if each not in dropped)
    example = indicator.example if indicator.id in kept else None
    if words is None:
        return _changed(indicator, links=links, glossary=glossary, example=example)
    signs = {each.level: each.signs for each in words.signs}
    fields = _said(words, _PLAIN)
    if words.small is not None:
        before = indicator.small or SmallWording()
        fields["small"] = _changed(before, **_said(words.small, ("statement", "reading")))
    for kind in ("first", "next", "sustaining", "find_out"):
        if (said := getattr(words, kind)) is not None:
            fields[kind] = _changed(
                getattr(indicator, kind), **_said(said, tuple(type(said).model_fields))
            )
    return _changed(
        indicator,
        **fields,
        glossary=glossary,
        links=tuple(dict.fromkeys((*links, *words.add_links))),
        evidence=(words.evidence or indicator.evidence) + words.add_evidence,
        example=words.example or example,
        levels=tuple(
            _changed(each, signs=signs.get(level, each.signs))
            for level, each in zip(LEVELS, indicator.levels, strict=False)
        ),
    )


def _said(value: Value, names: Iterable[str]) -> dict[str, object]:
    return {name: said for name in names if (said := getattr(value, name)) is not None}


V = TypeVar("V", bound=Value)


def _changed(value: V, **fields: object) -> V:
    """A copy with these fields; made anew, as what was worked out before would come along."""
    kept: dict[str, Any] = {name: getattr(value, name) for name in type(value).model_fields}
    return cast("V", type(value).model_construct(**{**kept, **fields}))


def _joined(before: Sequence[V], added: Sequence[V], key: Callable[[Value], str]) -> tuple[V, ...]:
    """Both lists; what has the name of an earlier entry takes its place."""
    under = {key(each): each for each in before}
    under.update({key(each): each for each in added})
    return tuple(under.values())


def _id(value: Value) -> str:
    return str(getattr(value, "id"))  # noqa: B009 - of several models


def _word(value: Value) -> str:
    return str(getattr(value, "word")).casefold()  # noqa: B009 - one of several models
