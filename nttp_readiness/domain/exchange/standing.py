"""What stands at a question once answers of several people came back for it, and what is open.

Worked out anew each time from what stood there before and the latest that each of them said, in an
order of their own: when something came, and how often, makes no difference.
"""

from __future__ import annotations

from collections.abc import Iterable

from nttp_readiness.domain.answers.answer import Answer
from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.evidence import EvidenceItem
from nttp_readiness.domain.answers.fields import ANSWER_FIELDS
from nttp_readiness.domain.answers.sharing import NOTHING_SHARED, Heard, Said, Sharing, Voice
from nttp_readiness.domain.editing.edits import changed
from nttp_readiness.domain.editing.field_merging import paragraphs, put_together, value_words
from nttp_readiness.errors import EditError
from nttp_readiness.i18n import tr
from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True)
class Standing:
    """An answer with what was joined into it, and what differs from it and waits for a choice."""

    answer: Answer
    joined: tuple[Said, ...] = ()
    open: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """A question to which people gave different answers."""

    indicator: str
    ours: Answer
    """What stands here; empty where nothing does."""
    theirs: tuple[Said, ...]

    @property
    def sides(self) -> tuple[Answer, ...]:
        """Everything that one can choose: what stands here first, where something was chosen."""
        others = tuple(each.answer for each in self.theirs)
        return others if self.ours.choice is None else (self.ours, *others)


def differences(assessment: Assessment) -> tuple[Difference, ...]:
    """The questions at which somebody has to choose, in the order of the bank."""
    sharing = assessment.sharing or NOTHING_SHARED
    voices = {each.reply: each for each in sharing.voices}
    found = []
    for key in sorted(sharing.heard, key=lambda each: assessment.bank.order.get(each, 0)):
        if key not in assessment.bank.by_id:
            continue
        heard = as_it_stands(assessment, key)
        waiting = stand(heard, sharing, key).open
        if waiting:
            theirs = tuple(_named(each, key, voices.get(each.reply)) for each in waiting)
            found.append(Difference(key, assessment.answer(key), theirs))
    return tuple(found)


def settle(assessment: Assessment, indicator_id: str, chosen: int) -> Assessment:
    """Choose one side of a difference, by its place among them; the words of all are joined.

    EditError where nothing is open there, or where the words together are too long.
    """
    found = next((d for d in differences(assessment) if d.indicator == indicator_id), None)
    if found is None or not 0 <= chosen < len(found.sides):
        raise EditError(
            tr("Nothing is left to choose at this question."),
            safe=tr("Nothing was changed."),
        )
    picked = found.sides[chosen]
    indicator = assessment.bank.by_id[indicator_id]
    if picked.choice == "not_relevant" and indicator.foundation:
        raise EditError(
            tr("“{title}” is a foundation, so “Not relevant to us” cannot be chosen.").format(
                title=indicator.title
            ),
            safe=tr("Nothing was changed."),
            cure=tr("Choose another answer, or give one yourself."),
        )
    others = (found.ours, *(each.answer for each in found.theirs))
    answer = picked
    for other in others:
        if other is not picked:
            joined = join(answer, _words_of(other, answer))
            if joined is None:
                raise EditError(
                    tr("Together, their notes are longer than one note can be."),
                    safe=tr("Nothing was changed."),
                    cure=tr("Shorten the note at this question first."),
                )
            answer = joined
    sharing = assessment.sharing or NOTHING_SHARED
    said = tuple(changed(each, weighed=True) for each in sharing.heard[indicator_id].said)
    heard = Heard(before=answer, said=said)
    return with_heard(assessment, {indicator_id: heard}, {indicator_id: answer})


def as_it_stands(assessment: Assessment, key: str) -> Heard:
    """What was heard at a question; what somebody has changed here since counts as ours."""
    sharing = assessment.sharing or NOTHING_SHARED
    heard = sharing.heard.get(key)
    now = assessment.answer(key)
    if heard is None:
        return Heard(before=now)
    was = stand(heard, sharing, key)
    if was.answer == now:
        return heard
    said = (changed(each, weighed=each.weighed or each in was.joined) for each in heard.said)
    return Heard(before=now, said=tuple(said))


def stand(heard: Heard, sharing: Sharing, key: str) -> Standing:
    """What stands at that question after all that was heard."""
    voices = {each.reply: each for each in sharing.voices}
    waiting = latest(heard.said)
    choices = {each.answer.choice for each in waiting} - {None}
    chosen = heard.before.choice
    if chosen is None and len(choices) == 1:
        chosen = next(iter(choices))
    answer, joined, left = heard.before, [], []
    for each in waiting:
        given = _named(each, key, voices.get(each.reply)).answer
        both = None
        if given.choice is None or given.choice == chosen:
            both = join(answer, given)
        if both is None:
            left.append(each)
        else:
            answer = both
            joined.append(each)
    return Standing(answer, tuple(joined), tuple(left))


def latest(said: Iterable[Said]) -> tuple[Said, ...]:
    """What each of them said last, and nobody has weighed yet, in an order of its own.

    Of two files that went apart and were saved equally often, both count.
    """
    said = tuple(said)
    highest: dict[str, int] = {}
    for each in said:
        highest[each.reply] = max(each.revision, highest.get(each.reply, 0))
    return tuple(
        each
        for each in sorted(said, key=said_order)
        if each.revision == highest[each.reply] and not each.weighed and not each.answer.empty
    )


def said_order(said: Said) -> tuple[str, int, str]:
    """The order in which everything that was said is kept."""
    return said.reply, said.revision, said.answer.model_dump_json()


def join(first: Answer, other: Answer) -> Answer | None:
    """Two answers that agree as one, with the words of both; None where they do not agree, or
    where both together would not fit.
    """
    if None not in (first.choice, other.choice) and first.choice != other.choice:
        return None
    if None not in (first.reach, other.reach) and first.reach != other.reach:
        return None
    fields = put_together(first, other, ANSWER_FIELDS, value_words)
    choice = other.choice if first.choice is None else first.choice
    items = _with_own_ids((*first.evidence_items, *other.evidence_items))
    try:
        return changed(first, **{**fields, "choice": choice, "evidence_items": items})
    except EditError:
        return None


def with_heard(
    assessment: Assessment, heard: dict[str, Heard], answers: dict[str, Answer]
) -> Assessment:
    """The assessment with what was heard, and what stands, at these questions."""
    sharing = assessment.sharing or NOTHING_SHARED
    order = assessment.bank.order
    together = {**assessment.answers, **answers}
    kept = {
        key: together[key]
        for key in sorted(together, key=lambda each: order.get(each, 0))
        if not together[key].empty
    }
    every = {**sharing.heard, **heard}
    sharing = changed(sharing, heard={key: every[key] for key in sorted(every)})
    return changed(assessment, answers=kept, sharing=sharing)


def _named(said: Said, key: str, voice: Voice | None) -> Said:
    """What was said with who said it and when, where they agreed to be named."""
    if voice is None or not voice.name:
        return said
    answer = changed(said.answer, given_by=voice.name, given_on=voice.days.get(key))
    return changed(said, answer=answer)


def _with_own_ids(items: Iterable[EvidenceItem]) -> tuple[EvidenceItem, ...]:
    """Each piece of evidence once; what two said of one piece stays as two."""
    kept: dict[str, EvidenceItem] = {}
    for each in dict.fromkeys(items):
        number, key = 2, each.id
        while key in kept and changed(kept[key], id=each.id) != each:
            key = f"{each.id[:72]}/{number}"
            number += 1
        kept.setdefault(key, changed(each, id=key))
    return tuple(kept.values())


def _words_of(answer: Answer, beside: Answer) -> Answer:
    """What was written beside an answer that was not chosen; nothing of it is lost."""
    words = [answer.note, answer.reason]
    if answer.reach is not None and answer.reach != beside.reach:
        reach = tr("How many it reaches: {n} of {of}")
        words.append(reach.format(n=answer.reach.n, of=answer.reach.of))
    if answer.choice == beside.choice:
        return changed(answer, choice=None, reach=None, note=paragraphs(words[:1] + words[2:]))
    note = paragraphs(words)
    rest = changed(answer, choice=None, reach=None, reason="", note=note)
    # Who gave another answer did not give this one; their words may still say whose view it is.
    return changed(rest, given_by="", given_on=None, confidence="")
