"""Shares out parts of an assessment: which questions, and the file that a colleague gets.

A part holds its questions and what gives them their wording. It is made from nothing and given
that, so that whatever else an assessment holds stays at home.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable, Sequence
from typing import Final

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.fields import SHARED_FIELDS
from nttp_readiness.domain.answers.sharing import NOTHING_SHARED, Part, Shared
from nttp_readiness.domain.editing.edits import changed
from nttp_readiness.errors import EditError
from nttp_readiness.i18n import tr
from nttp_readiness.values import dataclass

FOUNDATIONS: Final = "foundations"
OPEN: Final = "open"


@dataclass(frozen=True, slots=True)
class SharedOut:
    """The assessment, which knows now whom it asked, and the part that goes to them."""

    assessment: Assessment
    part: Assessment
    shared: Shared


def questions_named(assessment: Assessment, names: Iterable[str]) -> tuple[str, ...]:
    """The ids of the questions that are named, in the order of the bank, each once.

    A name is the id of a question or the code of a domain, `foundations`, or `open` for those
    without an answer. EditError where it is none of them, or where it is not asked here.
    """
    asked, bank = assessment.asked, assessment.bank
    found: set[str] = set()
    for name in names:
        if name == FOUNDATIONS:
            more = {each.id for each in asked if each.foundation}
        elif name == OPEN:
            more = {each.id for each in asked if assessment.answer(each.id).choice is None}
        else:
            more = {each.id for each in asked if name in (each.id, bank.domain_of[each.id].code)}
            if not more:
                raise _not_asked(assessment, name)
        found |= more
    return tuple(each.id for each in asked if each.id in found)


def share_out(
    assessment: Assessment,
    questions: Sequence[str],
    to: str,
    *,
    by: dt.date | None = None,
    today: dt.date,
) -> SharedOut:
    """Share these questions out to somebody. EditError where there is no question or nobody."""
    refuse_part(assessment)
    name = " ".join(to.split())[: SHARED_FIELDS["to"].limit]
    if not name:
        raise EditError(
            tr("It is not said who is asked."),
            safe=tr("Nothing was changed."),
            cure=tr("Say for whom this part is: a name or a role."),
        )
    chosen = tuple(each.id for each in assessment.asked if each.id in set(questions))
    if not chosen:
        raise EditError(
            tr("There is no question in this part."),
            safe=tr("Nothing was changed."),
            cure=tr("Choose at least one question."),
        )
    shared = Shared(id=uuid.uuid4().hex, to=name, on=today, by=by, asked=chosen)
    sharing = assessment.sharing or NOTHING_SHARED
    knows = changed(assessment, sharing=changed(sharing, shared=(*sharing.shared, shared)))
    return SharedOut(knows, _part(assessment, shared), shared)


def forget_shared(assessment: Assessment, shared_id: str) -> Assessment:
    """No longer wait for that part. What came back of it stays, and more of it may come."""
    sharing = assessment.sharing or NOTHING_SHARED
    rest = tuple(each for each in sharing.shared if each.id != shared_id)
    kept = changed(sharing, shared=rest)
    return changed(assessment, sharing=None if kept == NOTHING_SHARED else kept)


def dated(before: Assessment, after: Assessment, today: dt.date) -> Assessment:
    """A part in which each answer that is another now says that it was given today."""
    if after.part is None or after.answers == before.answers:
        return after
    answers = {
        key: each if each == before.answer(key) else changed(each, given_on=today)
        for key, each in after.answers.items()
    }
    return changed(after, answers=answers)


def say_name(assessment: Assessment, *, named: bool, name: str) -> Assessment:
    """In a part: whether the whole may keep who answered, and how they want to be named."""
    if assessment.part is None:
        return assessment
    return changed(assessment, part=changed(assessment.part, named=named, name=name))


def refuse_part(assessment: Assessment) -> None:
    """EditError where it is a part itself: what needs all of the questions cannot be done there."""
    if assessment.part is not None:
        raise EditError(
            tr("This file is a part of an assessment that was shared out."),
            safe=tr("Nothing was changed."),
            cure=tr("Open the assessment that it belongs to, and add the part there."),
        )


def _part(assessment: Assessment, shared: Shared) -> Assessment:
    profile = changed(assessment.profile, started=None, review=None, agreed=None)
    part = Part(
        whole=assessment.id,
        shared=shared.id,
        reply=uuid.uuid4().hex,
        asked=shared.asked,
        to=shared.to,
        by=shared.by,
        name=shared.to,
    )
    return Assessment(
        id=uuid.uuid4().hex,
        round=assessment.round,
        profile=profile,
        part=part,
        written_bank=assessment.written_bank,
    )


def _not_asked(assessment: Assessment, name: str) -> EditError:
    bank = assessment.bank
    if name in bank.by_id or any(each.code == name for each in bank.domains):
        return EditError(
            tr("“{name}” is not asked in this assessment.").format(name=name),
            safe=tr("Nothing was changed."),
            cure=tr("Choose the full set of questions first, or share out another question."),
        )
    return EditError(
        tr("There is no question or domain “{name}”.").format(name=name[:40]),
        safe=tr("Nothing was changed."),
        cure=tr(
            "Name questions by their id or domains by their code, or write “foundations” or “open”."
        ),
    )
