"""What a domain's answers rest on, in sentences: beside its level, and never part of it."""

from __future__ import annotations

from nttp_readiness.domain.answers.answer import EvidenceKind
from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.readiness.confidence import DomainConfidence
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.words import words


def standing_words(found: DomainConfidence) -> str:
    """How far most of a domain's answers are founded, in the few words that stand everywhere."""
    if found.standing is None:
        return tr("Nothing is known yet")
    some = any(count for kind, count in found.by_kind if kind != "none")
    return {
        "none": tr("Mostly our own view, some evidence")
        if some
        else tr("Our own view, no evidence yet"),
        "described": tr("Most of it described"),
        "documented": tr("Most of it documented"),
        "two_sides": tr("Most of it seen from two sides"),
    }[found.standing]


def confidence_sentence(found: DomainConfidence, *, views: bool = True, apart: bool = True) -> str:
    """The kinds of evidence with their counts, how sure people are, and whose views these are.

    Without `views` nobody is named: they are counted. `apart` says that it enters no level, where
    that is not said for all domains at once.
    """
    if not found.known:
        return tr("No question has a level yet, so there is nothing to show.")
    kinds = [f"{_kind(kind)} {count}" for kind, count in found.by_kind if count]
    one = found.known == 1
    said = [
        f"{standing_words(found)}.",
        trn(
            "Evidence for one answer: {kinds}.",
            "Evidence for {n} answers: {kinds}.",
            found.known,
            kinds=_kind(_only(found)) if one else ", ".join(kinds),
        ),
    ]
    if found.guesses:
        said.append(trn("{n} answer is a guess.", "{n} answers are guesses.", len(found.guesses)))
    if not views and found.views:
        said.append(trn("{n} view.", "{n} views.", len(found.views)))
    elif found.views:
        names = "; ".join(found.views)
        said.append(trn("One view: {names}.", "Views of: {names}.", len(found.views), names=names))
    if apart:
        said.append(tr("This does not affect the level."))
    return " ".join(said)


def raise_sentence(bank: Bank, found: DomainConfidence) -> str:
    """What would make the answers better founded; empty where there is nothing left to do."""
    said = []
    if found.next_kind is not None and found.raise_next:
        names = words.listed([f"“{bank.by_id[key].title}”" for key in found.raise_next])
        wanted = {
            "described": tr("Say in a sentence what somebody could see for {names}."),
            "documented": tr("Find a document, a date or a count for {names}."),
            "two_sides": tr("Ask staff, or people with lived experience, about {names}."),
        }[found.next_kind]
        said.append(wanted.format(names=names))
    if found.guesses:
        names = words.listed([f"“{bank.by_id[key].title}”" for key in found.guesses])
        said.append(tr("Ask somebody who would know about {names}.").format(names=names))
    if found.known and len(found.views) == 1:
        said.append(tr("A second view, from another role, would help."))
    return " ".join(said)


def _only(found: DomainConfidence) -> EvidenceKind:
    return next(kind for kind, count in found.by_kind if count)


def _kind(kind: EvidenceKind) -> str:
    return {
        "none": tr("none yet"),
        "described": tr("described"),
        "documented": tr("documented"),
        "two_sides": tr("seen from two sides"),
    }[kind]
