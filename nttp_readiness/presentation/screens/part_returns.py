"""Parts that were shared out: who has answered, who is late, and what a file brought back."""

from __future__ import annotations

import datetime as dt

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.sharing import NOTHING_SHARED, Shared
from nttp_readiness.domain.exchange.gathering import Gathered
from nttp_readiness.domain.exchange.standing import differences
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.screens.part_differences import differing_words
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.dates import day
from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True)
class SharedLine:
    """One part that was shared out: to whom, and how far it is."""

    id: str
    to: str
    words: str
    late: bool


def file_sentence(gathered: Gathered | None) -> str:
    """What became of one file that was gathered, as one sentence."""
    if gathered is None:
        return ""
    who = gathered.part.to or tr("Somebody")
    if not gathered.said and not gathered.gone:
        return tr("{who}: nothing is answered in it yet.").format(who=who)
    said = []
    if gathered.taken:
        n = len(gathered.taken)
        said.append(trn("{n} answer taken", "{n} answers taken", n))
    if gathered.differing:
        n = len(gathered.differing)
        said.append(
            trn("{n} differs and waits for a choice", "{n} differ and wait for a choice", n)
        )
    if gathered.again:
        n = len(gathered.again)
        said.append(
            trn(
                "{n} to look at again, as the question was reworded",
                "{n} to look at again, as the questions were reworded",
                n,
            )
        )
    if gathered.gone:
        n = len(gathered.gone)
        said.append(
            trn(
                "{n} left out, as the question is no longer asked",
                "{n} left out, as the questions are no longer asked",
                n,
            )
        )
    if not gathered.taken and not gathered.differing:
        said.insert(0, tr("nothing new"))
    of = len(gathered.part.asked)
    parts = words.listed(said)
    counted = tr("{n} of {of}").format(n=gathered.answered, of=of)
    return tr("{who}: {parts}. Answered: {counted}.").format(who=who, parts=parts, counted=counted)


def shared_lines(assessment: Assessment, today: dt.date) -> tuple[SharedLine, ...]:
    """Who was asked, those first of whom nothing has come back."""
    sharing = assessment.sharing or NOTHING_SHARED
    lines = [
        SharedLine(each.id, each.to, _shared_words(each, today), each.late(today))
        for each in sorted(sharing.shared, key=lambda each: (each.complete, each.back is not None))
    ]
    return tuple(lines)


def waiting_lines(assessment: Assessment, today: dt.date) -> tuple[str, ...]:
    """The same and what waits for a choice, for a terminal."""
    lines = [f"{each.to}: {each.words}" for each in shared_lines(assessment, today)]
    waiting = len(differences(assessment))
    if waiting:
        lines.append(differing_words(waiting))
    return tuple(lines)


def _shared_words(shared: Shared, today: dt.date) -> str:
    count = len(shared.asked)
    if shared.back is None:
        said = trn("{n} question, not back yet", "{n} questions, not back yet", count)
    else:
        said = trn(
            "{done} of {n} question answered, back since {day}",
            "{done} of {n} questions answered, back since {day}",
            count,
            done=min(shared.answered, count),
            day=day(shared.back),
        )
    if shared.by is not None and not shared.complete:
        wanted = tr("wanted by {day}").format(day=day(shared.by))
        late = tr("{wanted}, which has passed").format(wanted=wanted)
        said = f"{said}, {late if shared.late(today) else wanted}"
    return f"{said}."
