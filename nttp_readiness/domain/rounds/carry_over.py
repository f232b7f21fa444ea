"""Carry an assessment made with an older version of a bank over to a newer one.

The older assessment is not touched: the result is a document of its own that names it as the one it
followed. An answer is only taken where the question is still the same one. Elsewhere what was said
stands in the note, for people to decide again.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence

from nttp_readiness.address import Address
from nttp_readiness.domain.answers.answer import Answer
from nttp_readiness.domain.answers.assessment import Assessment, Profile
from nttp_readiness.domain.answers.fields import TEXT_LIMIT
from nttp_readiness.domain.answers.planned import PlannedAction
from nttp_readiness.domain.answers.sharing import Sharing
from nttp_readiness.domain.bank.bank import Bank, ChangeKind
from nttp_readiness.domain.bank.change_map import Became, became, number
from nttp_readiness.domain.bank.indicator import Indicator
from nttp_readiness.domain.bank.scale import Level
from nttp_readiness.domain.editing.edits import changed
from nttp_readiness.domain.editing.evidence_edits import relisted
from nttp_readiness.domain.plan.reviews import without_actions
from nttp_readiness.errors import BankError
from nttp_readiness.i18n import tr
from nttp_readiness.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Earlier:
    """A question of the older version, with what was said to it."""

    indicator: Indicator
    answer: Answer


@dataclass(frozen=True, slots=True)
class Carried:
    """A question of the newer version to which earlier answers led.

    `taken` is false where it is open again, and `proposal` is the lowest of the levels that were
    merged into it. `too_long` is true where not everything that was said had room in its note.
    """

    indicator: Indicator
    kind: ChangeKind
    earlier: tuple[Earlier, ...]
    answer: Answer
    taken: bool
    proposal: Level | None = None
    too_long: bool = False


@dataclass(frozen=True, slots=True)
class CarryOver:
    """The new assessment, and what became of everything that the older one said."""

    before: Assessment
    assessment: Assessment
    questions: tuple[Carried, ...]
    dropped: tuple[Earlier, ...]
    """What was said to questions that are not asked any more."""
    new: tuple[Indicator, ...]
    """Questions that follow from no earlier one."""

    def of(self, kind: ChangeKind) -> tuple[Carried, ...]:
        """The questions of that kind, in the order of the newer bank."""
        return tuple(each for each in self.questions if each.kind == kind)

    @property
    def route_changed(self) -> bool:
        return self.before.profile.route != self.assessment.profile.route


def carry_over(assessment: Assessment, newer: Bank) -> CarryOver:
    """The assessment with the newer version of its bank. BankError where it is not a newer one."""
    _check_newer(assessment.bank, newer)
    found = became(assessment.bank, newer)
    sources = {key: [each for each in found.values() if key in each.new] for key in newer.by_id}
    said = {
        key: [
            Earlier(assessment.bank.by_id[each.old], assessment.answer(each.old))
            for each in ways
            if not assessment.answer(each.old).empty
        ]
        for key, ways in sources.items()
    }
    questions = tuple(
        _with_evidence(
            _carried(assessment.bank, newer.by_id[key], sources[key], earlier),
            assessment.written_bank,
        )
        for key, earlier in said.items()
        if earlier
    )
    return CarryOver(
        before=assessment,
        assessment=Assessment(
            id=uuid.uuid4().hex,
            round=assessment.round,
            previous=assessment.id,
            profile=_profile(assessment.profile, newer),
            answers={each.indicator.id: each.answer for each in questions},
            importance=_importance(assessment, sources),
            actions=_actions(assessment, found),
            asks=assessment.asks,
            place=_place(assessment.paused_at, found),
            reviews=without_actions(assessment.reviews),
            sharing=_sharing(assessment.sharing, found),
            written_bank=newer,
        ),
        questions=questions,
        dropped=tuple(
            Earlier(assessment.bank.by_id[each.old], assessment.answer(each.old))
            for each in found.values()
            if not each.new and not assessment.answer(each.old).empty
        ),
        new=tuple(newer.by_id[key] for key, ways in sources.items() if not ways),
    )


def earlier_words(bank: Bank, earlier: Earlier) -> str:
    """What was said to a question, all of it, as paragraphs."""
    answer = earlier.answer
    said = tr("From {id}, “{title}” (version {version}): {answer}.").format(
        id=earlier.indicator.id,
        title=earlier.indicator.title,
        version=bank.version,
        answer=_choice_words(bank, answer),
    )
    beside = (
        (tr("Why not relevant: {words}"), answer.reason),
        ("{words}", answer.note),
        (tr("Evidence: {words}"), answer.evidence),
        (tr("Whose view: {words}"), answer.view),
    )
    return "\n".join((said, *(form.format(words=words) for form, words in beside if words)))


def _check_newer(older: Bank, newer: Bank) -> None:
    safe = tr("Nothing was changed.")
    if older.id != newer.id:
        raise BankError(
            tr("This assessment was made with “{first}”, and “{second}” is another bank.").format(
                first=older.title, second=newer.title
            ),
            safe=safe,
            cure=tr("Answers can only move to a newer version of the same questions."),
        )
    if number(newer.version) <= number(older.version):
        raise BankError(
            tr("This assessment was made with version {first}; {second} is not newer.").format(
                first=older.version, second=newer.version
            ),
            safe=safe,
            cure=tr("Choose a newer version of these questions."),
        )


def _carried(
    bank: Bank,
    indicator: Indicator,
    ways: Sequence[Became],
    earlier: Sequence[Earlier],
) -> Carried:
    kind = "merged" if len(ways) > 1 else ways[0].kind
    if kind in {"split", "merged"}:
        return _decided_again(bank, indicator, kind, ways, earlier)
    answer = earlier[0].answer
    if answer.choice == "not_relevant" and indicator.foundation:
        why = tr("This question is a foundation now, so “Not relevant to us” cannot be chosen.")
        note, whole = _fitting([why, earlier_words(bank, earlier[0])])
        opened = changed(answer, choice=None, reason="", note=note)
        return Carried(indicator, kind, tuple(earlier), opened, taken=False, too_long=not whole)
    if kind == "kept":
        return Carried(indicator, kind, tuple(earlier), answer, taken=True)
    return Carried(indicator, kind, tuple(earlier), changed(answer, look_again=True), taken=True)


def _with_evidence(carried: Carried, older: Bank) -> Carried:
    """With all that could be shown for the earlier answers: people choose what still belongs."""
    items = tuple(
        item
        for each in carried.earlier
        for item in relisted(
            each.answer.evidence_items,
            older.by_id[each.indicator.id].evidence,
            carried.indicator.evidence,
        )
    )
    return replace(carried, answer=changed(carried.answer, evidence_items=items))


def _decided_again(
    bank: Bank,
    indicator: Indicator,
    kind: ChangeKind,
    ways: Sequence[Became],
    earlier: Sequence[Earlier],
) -> Carried:
    """After a split people choose anew; after a merge too, unless all earlier answers agree."""
    answers = [each.answer for each in earlier]
    choices = {each.choice for each in answers}
    lowest = min((each.level for each in answers if each.level is not None), default=None)
    # Half of a question that was split is not the question that was answered.
    whole_questions = not any(change.kind == "split" for way in ways for change in way.changes)
    fits = None not in choices and not (indicator.foundation and "not_relevant" in choices)
    all_answered = len(answers) == len(ways) > 1
    agreed = kind == "merged" and whole_questions and all_answered and fits and len(choices) == 1
    proposal = lowest if kind == "merged" and not agreed else None
    words = [earlier_words(bank, each) for each in earlier]
    if proposal is not None:
        proposed = f"{proposal} {bank.level_name(proposal)}"
        words.insert(0, tr("A proposal, the lowest of them: {level}.").format(level=proposed))
    note, whole = _fitting(words)
    first = answers[0]
    answer = Answer(note=note)
    if agreed:
        answer = changed(answer, choice=first.choice, reason=first.reason)
    return Carried(
        indicator, kind, tuple(earlier), answer, taken=agreed, proposal=proposal, too_long=not whole
    )


def _fitting(parts: Iterable[str]) -> tuple[str, bool]:
    """As many whole parts as a note has room for, and whether all of them had."""
    note, whole = "", True
    for part in parts:
        longer = f"{note}\n\n{part}" if note and part else note or part
        if len(longer) <= TEXT_LIMIT:
            note = longer
        else:
            whole = False
    return note, whole


def _choice_words(bank: Bank, answer: Answer) -> str:
    if answer.level is not None:
        return f"{answer.level} {bank.level_name(answer.level)}"
    return {
        "not_sure": tr("not sure"),
        "rather_not_say": tr("rather not say"),
        "not_relevant": tr("not relevant to us"),
    }.get(str(answer.choice), tr("no answer yet"))


def _profile(profile: Profile, newer: Bank) -> Profile:
    """The same profile; the plan has to be agreed again, and the route be one of the newer bank."""
    return changed(profile, route=newer.route(profile.route).id, agreed=None)


def _importance(assessment: Assessment, sources: Mapping[str, Sequence[Became]]) -> dict[str, int]:
    """The importance that the team set, where all earlier questions that have one agree."""
    found: dict[str, int] = {}
    for key, ways in sources.items():
        given = {
            assessment.importance[each.old] for each in ways if each.old in assessment.importance
        }
        if len(given) == 1:
            found[key] = given.pop()
    return found


def _actions(assessment: Assessment, found: Mapping[str, Became]) -> dict[str, PlannedAction]:
    """Every action that stands in the plan. Where its question is no longer the same one, it stays
    as an action of the team's own.
    """
    taken = {*assessment.actions, *(key for a in assessment.actions.values() for key in a.merged)}
    made: dict[str, PlannedAction] = {}
    for action in assessment.actions.values():
        key = _action_id(action.id, found)
        kind = action.kind
        if not key or key in made:
            key = next(f"own/{n}" for n in range(1, len(taken) + 2) if f"own/{n}" not in taken)
            taken.add(key)
            kind = "own"
        stands_for = (_action_id(each, found) for each in action.merged)
        made[key] = changed(
            action,
            id=key,
            kind=kind,
            indicators=_today(action.indicators, found),
            merged=tuple(dict.fromkeys(each for each in stands_for if each)),
        )
    return made


def _sharing(sharing: Sharing | None, found: Mapping[str, Became]) -> Sharing | None:
    """Who was asked and what came back, at the questions that are still the same ones."""
    if sharing is None:
        return None
    same = {each.old: each.new[0] for each in found.values() if each.same}
    shared = (
        changed(each, asked=tuple(same[key] for key in each.asked if key in same) or each.asked)
        for each in sharing.shared
    )
    heard = {same[key]: each for key, each in sharing.heard.items() if key in same}
    return changed(sharing, shared=tuple(shared), heard=heard)


def _action_id(key: str, found: Mapping[str, Became]) -> str:
    """Today's id of an action, nothing where its question is not the same one any more."""
    question, _, kind = key.partition("/")
    if question == "own":
        return key
    way = found.get(question)
    return f"{way.new[0]}/{kind}" if way and way.same else ""


def _today(indicators: Iterable[str], found: Mapping[str, Became]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(new for key in indicators if key in found for new in found[key].new))


def _place(paused: Address | None, found: Mapping[str, Became]) -> str:
    """Where the person paused; its part may be a question, or the action of one."""
    if paused is None:
        return ""
    if paused.part not in found:
        return str(paused)
    return str(Address(paused.page, next(iter(found[paused.part].new), "")))
