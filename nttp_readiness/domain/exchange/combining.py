"""Answer files into the tallies: each once, in any order, and no way back.

Of a file only a keyed hash is remembered, so that it is known again when it comes a second time.
"""

from __future__ import annotations

import hashlib
import hmac
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import field

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.workshop import Round
from nttp_readiness.domain.editing.ballots import HandedIn
from nttp_readiness.domain.editing.edits import changed
from nttp_readiness.domain.editing.open_round import (
    no_round,
    open_questions,
    open_round,
    with_round,
)
from nttp_readiness.domain.editing.reasons import Reasons, said_beside, with_reasons
from nttp_readiness.domain.editing.vote_edits import add_ballots, check_ballot
from nttp_readiness.errors import EditError
from nttp_readiness.i18n import tr, trn
from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True)
class Refused:
    """An answer file that was not counted, by its place among those given, and why."""

    place: int
    why: str


@dataclass(frozen=True, slots=True)
class Combined:
    """The assessment with the new answer files in it, and what became of each."""

    assessment: Assessment
    added: int
    already: int
    refused: tuple[Refused, ...]
    waiting: Reasons = field(default_factory=dict, repr=False)
    """Sentences that are not in the assessment: too few answered their question at once."""


def combine(assessment: Assessment, handed_in: Sequence[HandedIn]) -> Combined:
    """Count the answer files that are new; the same ones again, in any order, change nothing.

    A file whose person handed in two different ones is counted for neither. Files that come after
    the round is closed are refused: they belong to the next.
    """
    workshop = assessment.workshop
    if workshop is None:
        raise no_round()
    hashes = [_hashes(workshop.key, each) for each in handed_in]
    seen = {token[:32] for each in workshop.rounds for token in each.seen}
    twice = {key for key, count in Counter(key for key, _ in set(hashes)).items() if count > 1}
    refused: list[Refused] = []
    fresh: dict[str, HandedIn] = {}
    already = 0
    for place, (each, (key, token)) in enumerate(zip(handed_in, hashes, strict=True)):
        if key in seen or token in fresh:
            already += 1
        elif key in twice:
            refused.append(
                Refused(place, tr("another version of this answer file was added before"))
            )
        elif why := _why_not(assessment, each):
            refused.append(Refused(place, why))
        else:
            fresh[token] = each
    full = _beyond_size(workshop.round, fresh)
    refused += [
        Refused(place, full[token]) for place, (_, token) in enumerate(hashes) if token in full
    ]
    counted = {token: each for token, each in fresh.items() if token not in full}
    waiting: Reasons = {}
    if counted:
        ballots = [each.ballot for each in counted.values()]
        asked = open_questions(assessment)
        made = add_ballots(assessment, ballots)
        collected, waiting = with_reasons(made, open_round(made), *said_beside(ballots, asked))
        marks = {token: _mark(workshop.key, each) for token, each in counted.items()}
        seen_now = tuple(sorted({*collected.seen, *marks.values()}))
        assessment = with_round(made, changed(collected, seen=seen_now))
    return Combined(
        assessment, len(counted), already,
        tuple(sorted(refused, key=lambda each: each.place)), waiting,
    )  # fmt: skip


def _why_not(assessment: Assessment, handed: HandedIn) -> str:
    """Why an answer file cannot be counted; empty where it can."""
    if handed.document != assessment.id:
        return tr("it was made for another assessment")
    if (handed.bank, handed.version) != (assessment.bank.id, assessment.bank.version):
        return tr("it was made with another version of the questions")
    collected = assessment.workshop.round if assessment.workshop else None
    if collected is None or collected.closed is not None:
        return tr("it came after the round was closed, so it belongs to the next one")
    if collected.group(handed.group) is None:
        return tr("its group does not take part in this round")
    if any(q.vote.tallies[handed.group].by_hand for q in collected.questions.values()
           if handed.group in q.vote.tallies):  # fmt: skip
        return tr("the answers of its group were counted by hand")
    try:
        check_ballot(assessment, handed.ballot)
    except EditError as problem:
        return tr("one of its answers cannot be counted: {why}").format(why=problem.what)
    return ""


def _beyond_size(collected: Round, fresh: Mapping[str, HandedIn]) -> dict[str, str]:
    """The new files of groups that would be larger than they are, with why none of them counts.

    One of them is too many, and nobody can tell which: perhaps somebody answered twice.
    """
    found: dict[str, str] = {}
    for group in (each for each in collected.groups if each.size):
        taken = max(
            (q.vote.tallies[group.name].people for q in collected.questions.values()
             if group.name in q.vote.tallies), default=0,
        )  # fmt: skip
        mine = [token for token, each in fresh.items() if each.group == group.name]
        if taken + len(mine) > group.size:
            why = trn(
                "“{name}” has {size} people, and with these files {n} would have answered. Perhaps"
                " somebody answered twice: find out which file to leave out, and add the others"
                " again",
                "“{name}” has {size} people, and with these files {n} would have answered. Perhaps"
                " somebody answered twice: find out which file to leave out, and add the others"
                " again",
                taken + len(mine),
                name=group.name,
                size=group.size,
            )
            found.update(dict.fromkeys(mine, why))
    return found


def _hashes(key: str, handed: HandedIn) -> tuple[str, str]:
    """Keyed hashes of a file: of whose it is, as it is remembered; and with what it says, to tell
    two versions apart that come together.

    What it says is not remembered: whoever has an earlier version of somebody's file could try out
    guesses on it.
    """

    def keyed(data: bytes) -> str:
        return hmac.new(bytes.fromhex(key), data, hashlib.sha256).hexdigest()

    return keyed(handed.id.encode())[:32], keyed(handed.model_dump_json().encode())


def _mark(key: str, handed: HandedIn) -> str:
    """What is remembered of a file that was counted: whose it is, and nothing that it says."""
    return hmac.new(bytes.fromhex(key), handed.id.encode(), hashlib.sha256).hexdigest()
