"""Why an action stands where it stands: in words on its card, and as rules after the last one."""

from __future__ import annotations

from collections.abc import Sequence

from nttp_readiness.domain.answers.planned import Horizon, PlannedAction
from nttp_readiness.domain.plan.plan import Entry
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.plan.action_columns import ActionColumn, in_reading_order
from nttp_readiness.presentation.plan.plan_material import Material, sentence
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.blocks import Block, Heading, Item, Keep, Listing, Paragraph
from nttp_readiness.presentation.words.importance import set_by_us
from nttp_readiness.presentation.words.order_reasons import (
    firm_sentence,
    importance_reasons,
    reasons_of,
    sentences,
)

_MOST_TITLES = 6
"""How many actions are named in a sentence; of more, the others are counted."""
_MOST_NAMED = 3
"""How many questions a place may depend on by name; the others are counted."""


def why_now(material: Material, entry: Entry) -> str:
    """Why this comes now: its place in our answers, and the bank's reason. The last line of its
    card says its level, so the distance to our target stands here only where nothing else does.
    """
    found = reasons_of(material.assessment, material.plan, entry)
    said: list[str] = []
    if material.scores:
        if entry.suggestion is not None or entry.action.kind == "own":
            first = sentences(found, "origin", "standing") or sentences(found, "gap")
            said = [*first, *sentences(found, "needed_by", "listens")]
    elif entry.suggestion is not None and entry.suggestion.standing == "safety":
        said = sentences(found, "standing")
    key = next((each for each in entry.action.indicators if each in material.bank.by_id), "")
    if key and not (entry.suggestion is not None and entry.suggestion.role == "spread"):
        ours = set_by_us(material.assessment, key)
        weighed = importance_reasons(material.assessment, key)
        said += sentences(weighed, "weight" if ours else "matters")
    return " ".join(part for part in said if part)


def source_words(material: Material, entry: Entry) -> str:
    """Which question it comes from, the level hoped for there, whether its place is firm, and when
    it is looked at again.
    """
    action = entry.action
    named = [
        tr("{id}, {title}").format(id=key, title=material.bank.by_id[key].title)
        for key in action.indicators
        if key in material.bank.by_id
    ]
    said = []
    if named:
        origin = tr("From {names}").format(names="; ".join(named))
        level = _standing(material, action.indicators[0]) if material.scores else ""
        said.append(f"{origin}: {level}." if level and len(named) == 1 else sentence(origin))
    beside = [_beside(material, action, each) for each in in_reading_order("source")]
    firm = firm_sentence(entry, _MOST_NAMED) if material.scores else ""
    return " ".join(filter(None, (*said, firm, *beside)))


def _beside(material: Material, action: PlannedAction, field: ActionColumn) -> str:
    """A field in the last line; the level hoped for where there is a question to have one."""
    text = material.words_in(action, field)
    if not text or (field.key == "hoped_level" and not action.indicators):
        return ""
    return sentence(tr("{field}: {value}").format(field=field.heading(), value=text))


def how_found(material: Material) -> tuple[Block, ...]:
    """The rules that gave the order, and what we changed in it ourselves."""
    if not material.scores:
        return ()
    limits, stops = material.bank.thresholds, material.card.safety_stops
    if not stops:
        applies = tr("None of them applies to us.")
    else:
        count = words.number_words(len(stops)).capitalize()
        applies = trn("One of them applies to us.", "{n} of them apply to us.", len(stops), n=count)
    rules = (
        f"{tr('A safety stop comes first.')} {applies}",
        tr("Then a foundation below level {n}.").format(n=limits.target),
        tr("Then a foundation that is not known yet: find out first."),
        tr("Then what other actions need before they can begin."),
        tr("Then the distance to our target, level {n}, times how much it matters to us.").format(
            n=limits.target
        ),
        trn(
            "At most {n} is suggested for now. One shares a strength, and one listens to people.",
            (
                "At most {n} are suggested for now. One shares a strength, and one listens to"
                " people."
            ),
            limits.most_now,
            n=words.number_words(limits.most_now),
        ),
    )
    changes = _changes(material)
    said: list[Block] = [
        Heading(2, tr("How this order was found")),
        Keep(
            (
                Paragraph(
                    tr(
                        "The program suggests, and we decide. These rules apply in turn. “Firm”"
                        " means that an action stays in its place whatever the unknown answers"
                        " turn out to be."
                    )
                ),
                Listing(tuple(Item(rule) for rule in rules), numbered=True),
            )
        ),
    ]
    if changes:
        said.append(Paragraph(" ".join(changes)))
    return tuple(said)


def _standing(material: Material, key: str) -> str:
    """What a question is to us, such as "a foundation at level 1" or "a strength at level 3"."""
    indicator, level = material.bank.by_id[key], material.assessment.answer(key).level
    if indicator.foundation:
        if level is None:
            return tr("a foundation that is not known yet")
        return tr("a foundation at level {n}").format(n=level)
    if level is None:
        return tr("not known yet")
    if level >= material.bank.thresholds.target:
        return tr("a strength at level {n}").format(n=level)
    return tr("at level {n}").format(n=level)


def _changes(material: Material) -> list[str]:
    """What was moved, added and dropped, each as a sentence or two."""
    moved: dict[tuple[Horizon, Horizon], list[str]] = {}
    for entry in material.planned:
        suggestion, horizon = entry.suggestion, entry.action.horizon
        if suggestion is not None and suggestion.horizon != horizon:
            moved.setdefault((suggestion.horizon, horizon), []).append(entry.action.title)
    said = [
        tr("We moved {titles} from {before} to {after}.").format(
            titles=_quoted(titles),
            before=words.horizon_words(before).lower(),
            after=words.horizon_words(after).lower(),
        )
        for (before, after), titles in moved.items()
    ]
    own = [each.action.title for each in material.planned if each.action.kind == "own"]
    if own:
        said.append(tr("We added {titles}.").format(titles=_quoted(own)))
    for entry in material.plan.dropped:
        dropped = tr("We dropped {title}.").format(title=_quoted([entry.action.title]))
        if material.notes and entry.action.drop_reason.strip():
            reason = sentence(entry.action.drop_reason.strip())
            dropped += " " + tr("Our reason: {reason}").format(reason=reason)
        said.append(dropped)
    return said


def _quoted(titles: Sequence[str]) -> str:
    """The titles, of many the first few and how many others there are."""
    named = [tr("“{title}”").format(title=title) for title in titles]
    if len(named) > _MOST_TITLES:
        others = len(named) - _MOST_TITLES + 1
        named = [*named[: _MOST_TITLES - 1], trn("{n} other", "{n} others", others)]
    return words.listed(named)
