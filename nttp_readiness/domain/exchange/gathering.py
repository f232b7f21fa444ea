"""Takes into an assessment what came back of the parts that were shared out.

In any order, each as often as it comes: what was said is kept as a set, and what stands is worked
out from it. A return that cannot be taken is told in one sentence, and changes nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from nttp_readiness.domain.answers.answer import Answer
from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.fields import ANSWER_FIELDS
from nttp_readiness.domain.answers.sharing import (
    NOTHING_SHARED,
    Heard,
    Part,
    Said,
    Shared,
    Sharing,
    Voice,
)
from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.bank.change_map import became, number
from nttp_readiness.domain.bank.indicator import Indicator
from nttp_readiness.domain.editing.edits import changed
from nttp_readiness.domain.editing.evidence_edits import relisted
from nttp_readiness.domain.editing.field_merging import paragraphs
from nttp_readiness.domain.exchange.sharing_out import refuse_part
from nttp_readiness.domain.exchange.standing import (
    as_it_stands,
    said_order,
    stand,
    with_heard,
)
from nttp_readiness.errors import EditError
from nttp_readiness.i18n import tr
from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True)
class Gathered:
    """The assessment with one more return in it, and what became of each of its questions."""

    assessment: Assessment
    part: Part
    said: tuple[str, ...] = ()
    """Questions of which it says something."""
    taken: tuple[str, ...] = ()
    """Questions at which something else stands here now."""
    differing: tuple[str, ...] = ()
    """Questions at which somebody has to choose since."""
    again: tuple[str, ...] = ()
    """Taken questions that were reworded since, and are to be looked at again."""
    gone: tuple[str, ...] = ()
    """Ids in the part of questions that are not asked here any more; they were not taken."""
    answered: int = 0
    """How many questions of the part have an answer."""


def gather(
    assessment: Assessment, returned: Assessment, revision: int, *, today: dt.date
) -> Gathered:
    """Take a returned part in; `revision` is that of its file.

    EditError where it cannot be: it is none, or is a part of something else.
    """
    refuse_part(assessment)
    part = _part_of(assessment, returned)
    today_of = _todays(returned.bank, assessment.bank)
    fresh: dict[str, Said] = {}
    again, gone = [], []
    for key in _spoken_of(returned, part):
        way = today_of.get(key)
        answer = changed(returned.answer(key), given_by="", given_on=None)
        if way is None:
            gone += [key] if not answer.empty else []
            continue
        answer = _possible(answer, returned.bank.by_id[key], assessment.bank.by_id[way.id])
        if not answer.empty and way.reworded:
            answer = changed(answer, look_again=True)
            again.append(way.id)
        fresh[way.id] = Said(reply=part.reply, revision=revision, answer=answer)
    if not fresh:
        return Gathered(assessment, part, gone=tuple(gone))
    voice = Voice(reply=part.reply, revision=revision)
    if part.named and part.name.strip():
        given = {
            today_of[key].id: each.given_on
            for key, each in returned.answers.items()
            if key in today_of
        }
        days = {key: day for key, day in sorted(given.items()) if day is not None}
        voice = changed(voice, name=part.name.strip(), days=days)
    answered = sum(returned.answer(key).choice is not None for key in part.asked)
    made = _with_voice(assessment, voice)
    shared = _seen(made.sharing or NOTHING_SHARED, part, answered, today, today_of)
    made = changed(made, sharing=shared)
    made = _with_said(made, fresh)
    waited = {key: _open(assessment, key) for key in fresh}
    differing = tuple(key for key in fresh if _open(made, key) - waited[key])
    return Gathered(
        made,
        part,
        said=tuple(fresh),
        taken=tuple(
            key
            for key in fresh
            if key not in differing and made.answer(key) != assessment.answer(key)
        ),
        differing=differing,
        again=tuple(key for key in again if made.answer(key).look_again),
        gone=tuple(gone),
        answered=answered,
    )


def joined_sharing(ours: Sharing | None, theirs: Sharing | None) -> Sharing | None:
    """What two copies of one assessment know of its parts, as one: all of both."""
    if ours is None or theirs is None:
        return ours or theirs
    shared = {each.id: each for each in ours.shared}
    for each in theirs.shared:
        mine = shared.get(each.id, each)
        days = [day for day in (mine.back, each.back) if day is not None]
        shared[each.id] = changed(
            mine, back=min(days, default=None), answered=max(mine.answered, each.answered)
        )
    voices = ours.voices
    for voice in theirs.voices:
        voices = _voices(voices, voice)
    heard = {**theirs.heard, **ours.heard}
    for key in ours.heard.keys() & theirs.heard.keys():
        said: tuple[Said, ...] = ours.heard[key].said
        for spoken in theirs.heard[key].said:
            said = _added(said, spoken)
        heard[key] = changed(ours.heard[key], said=said)
    return Sharing(shared=tuple(shared.values()), voices=voices, heard=heard)


@dataclass(frozen=True, slots=True)
class _Today:
    """The question that an earlier one is today."""

    id: str
    reworded: bool


def _part_of(assessment: Assessment, returned: Assessment) -> Part:
    part = returned.part
    if part is None:
        what = tr("This is a whole assessment, not a part that was shared out.")
        if returned.id == assessment.id:
            what = tr("This is another copy of this assessment, not a part that was shared out.")
        raise _refused(what)
    followed = assessment.previous == part.whole
    if followed and returned.round != assessment.round:
        raise _refused(tr("This part belongs to an earlier round of this assessment."))
    if part.whole != assessment.id and not followed:
        raise _refused(tr("This part belongs to another assessment."))
    if returned.bank.id != assessment.bank.id:
        raise _refused(tr("This part has other questions than this assessment."))
    return part


def _refused(what: str) -> EditError:
    return EditError(what, safe=tr("It was not added, and nothing was changed."))


def _todays(theirs: Bank, ours: Bank) -> dict[str, _Today]:
    """Today's question for each of the part's that is still one and the same."""
    if number(theirs.version) < number(ours.version):
        found = {each.old: each for each in became(theirs, ours).values() if each.same}
        return {
            key: _Today(
                each.new[0],
                each.kind == "reworded" or _reworded(theirs.by_id[key], ours.by_id[each.new[0]]),
            )
            for key, each in found.items()
        }
    return {
        key: _Today(key, _reworded(each, ours.by_id[key]))
        for key, each in theirs.by_id.items()
        if key in ours.by_id
    }


def _reworded(one: Indicator, other: Indicator) -> bool:
    """Whether what people chose between is another: the statement or a level."""
    return (one.statement, [each.sentence for each in one.levels]) != (
        other.statement,
        [each.sentence for each in other.levels],
    )


def _possible(answer: Answer, asked: Indicator, indicator: Indicator) -> Answer:
    """The answer as it may stand at that question, which may have become a foundation, or have
    another list of evidence.
    """
    if asked.evidence != indicator.evidence:
        items = relisted(answer.evidence_items, asked.evidence, indicator.evidence)
        answer = changed(answer, evidence_items=items)
    if answer.choice != "not_relevant" or not indicator.foundation:
        return answer
    why = tr("This question is a foundation now, so “Not relevant to us” cannot be chosen.")
    note = paragraphs([why, answer.reason, answer.note])[: ANSWER_FIELDS["note"].limit]
    return changed(answer, choice=None, reason="", note=note)


def _spoken_of(returned: Assessment, part: Part) -> tuple[str, ...]:
    """The questions of which the part says something: answered, or taken back."""
    said = {*returned.answers, *part.taken_back}
    return tuple(key for key in returned.bank.by_id if key in said)


def _seen(
    sharing: Sharing, part: Part, answered: int, today: dt.date, today_of: Mapping[str, _Today]
) -> Sharing:
    """That something of a part came back. One that this copy of the assessment does not know, as it
    was shared out from another one, it knows from now on.
    """
    known = {each.id: each for each in sharing.shared}
    asked = tuple(way.id for key in part.asked if (way := today_of.get(key)) is not None)
    unknown = Shared(id=part.shared, to=part.to, by=part.by, asked=asked or part.asked)
    mine = known.get(part.shared, unknown)
    if answered:
        mine = changed(mine, back=mine.back or today, answered=max(mine.answered, answered))
    return changed(sharing, shared=tuple({**known, part.shared: mine}.values()))


def _with_voice(assessment: Assessment, voice: Voice) -> Assessment:
    """With how that person wants to be named; a name that they took back stands nowhere."""
    sharing = assessment.sharing or NOTHING_SHARED
    was = next((each.name for each in sharing.voices if each.reply == voice.reply), "")
    voices = _voices(sharing.voices, voice)
    now = next(each.name for each in voices if each.reply == voice.reply)
    before = {key: as_it_stands(assessment, key) for key in sharing.heard}
    if was and was != now:
        before = {
            key: changed(each, before=_without(each.before, was)) for key, each in before.items()
        }
    sharing = changed(sharing, voices=voices, heard=before)
    answers = {key: stand(each, sharing, key).answer for key, each in sharing.heard.items()}
    return with_heard(changed(assessment, sharing=sharing), {}, answers)


def _voices(voices: tuple[Voice, ...], voice: Voice) -> tuple[Voice, ...]:
    """The latest of each reply. Of two equally late ones that which names nobody."""
    known = {each.reply: each for each in voices}
    mine = known.get(voice.reply, voice)
    known[voice.reply] = max(
        (mine, voice),
        key=lambda each: (each.revision, not each.name, each.name, each.model_dump_json()),
    )
    return tuple(known[key] for key in sorted(known))


def _without(answer: Answer, name: str) -> Answer:
    """The answer without that name among those who gave it."""
    parts = [each.strip() for each in answer.given_by.split(";")]
    gone = {each.strip() for each in name.split(";")}
    if not gone & set(parts):
        return answer
    rest = "; ".join(each for each in parts if each not in gone)
    return changed(answer, given_by=rest, given_on=answer.given_on if rest else None)


def _with_said(assessment: Assessment, fresh: Mapping[str, Said]) -> Assessment:
    sharing = assessment.sharing or NOTHING_SHARED
    heard: dict[str, Heard] = {}
    answers: dict[str, Answer] = {}
    for key, said in fresh.items():
        was = as_it_stands(assessment, key)
        heard[key] = changed(was, said=_added(was.said, said))
    united = changed(sharing, heard={**sharing.heard, **heard})
    for key in fresh:
        answers[key] = stand(united.heard[key], united, key).answer
    return with_heard(assessment, {key: united.heard[key] for key in fresh}, answers)


def _added(said: tuple[Said, ...], more: Said) -> tuple[Said, ...]:
    """All of it, each answer of a reply once, with the latest revision in which it came."""
    every: dict[tuple[str, str], Said] = {}
    for each in (*said, more):
        key = (each.reply, each.answer.model_dump_json())
        known = every.get(key, each)
        every[key] = changed(
            each,
            revision=max(known.revision, each.revision),
            weighed=known.weighed or each.weighed,
        )
    return tuple(sorted(every.values(), key=said_order))


def _open(assessment: Assessment, key: str) -> frozenset[Answer | None]:
    """What waits for a choice at a question."""
    sharing = assessment.sharing or NOTHING_SHARED
    heard = sharing.heard.get(key)
    if heard is None:
        return frozenset()
    return frozenset(
        each.answer for each in stand(as_it_stands(assessment, key), sharing, key).open
    )
