"""How far an assessment is: its round, where one paused, each domain, and the time left."""

from __future__ import annotations

from nttp_readiness.address import Page
from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.scorecard import count_answers
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.readiness.questions import question
from nttp_readiness.presentation.words import words
from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True)
class DomainProgress:
    """How far a domain is."""

    code: str
    name: str
    short_name: str
    answered: int
    of: int

    @property
    def words(self) -> str:
        return tr("{n} of {of}").format(n=self.answered, of=self.of)

    @property
    def done(self) -> bool:
        return self.answered == self.of


def domain_progress(assessment: Assessment) -> tuple[DomainProgress, ...]:
    """Answered and asked, for each domain of the route."""
    found = []
    for domain in assessment.bank.domains:
        ids = [each.id for each in assessment.asked if assessment.bank.domain_of[each.id] is domain]
        if ids:
            done = sum(assessment.answer(key).choice is not None for key in ids)
            found.append(
                DomainProgress(domain.code, domain.name, domain.short_name, done, len(ids))
            )
    return tuple(found)


def time_left(assessment: Assessment) -> str:
    """An estimate in words, in steps of five minutes, for the questions that have no answer yet.

    What is marked to come back to is counted beside it: how long that takes nobody can say, as
    somebody else may have to be asked. Empty once nothing is open or marked.
    """
    counts = count_answers(assessment)
    marked = sum(assessment.answer(each.id).come_back for each in assessment.asked)
    back = trn("{n} to come back to", "{n} to come back to", marked)
    if not counts.open or not counts.of:
        return back if marked else ""
    shortest, longest = assessment.bank.route(assessment.profile.route).minutes
    minutes = (shortest + longest) / 2 * counts.open / _on_route(assessment)
    left = tr("A few minutes left")
    if minutes >= 4:
        fives = max(5, 5 * round(minutes / 5))
        left = trn("About {n} minute left", "About {n} minutes left", fives)
    return tr("{left}, and {back}").format(left=left, back=back) if marked else left


def time_words(assessment: Assessment) -> str:
    """The same as sentences, with what the estimate rests on; empty where nothing is left."""
    counts = count_answers(assessment)
    marked = sum(assessment.answer(each.id).come_back for each in assessment.asked)
    said = []
    if counts.open:
        shortest, longest = assessment.bank.route(assessment.profile.route).minutes
        least, most = (
            max(1, round(each * counts.open / _on_route(assessment)))
            for each in (shortest, longest)
        )
        said.append(
            trn(
                "{n} question is open: a few minutes, if you need to ask nobody else.",
                "{n} questions are open: a few minutes, if you need to ask nobody else.",
                counts.open,
            )
            if most < 5
            else trn(
                "{n} question is open: about {least} to {most} minutes, if you need to ask"
                " nobody else.",
                (
                    "{n} questions are open: about {least} to {most} minutes, if you need to ask"
                    " nobody else."
                ),
                counts.open,
                least=least,
                most=most,
            )
        )
    if marked:
        said.append(
            trn(
                "{n} is marked to come back to. How long that takes depends on whom you ask.",
                "{n} are marked to come back to. How long that takes depends on whom you ask.",
                marked,
            )
        )
    return " ".join(said)


def _on_route(assessment: Assessment) -> int:
    """For how many questions the time of the route is meant; a part has fewer."""
    return len(assessment.bank.asked(assessment.profile.route))


def answered_words(assessment: Assessment) -> str:
    """How many questions have an answer: "10 of 56"."""
    counts = count_answers(assessment)
    return tr("{n} of {of}").format(n=counts.answered, of=counts.of)


def open_words(assessment: Assessment) -> tuple[str, tuple[tuple[str, str], ...]]:
    """A sentence on how much has an answer, and id and title of each question that is open."""
    counts = count_answers(assessment)
    said = trn(
        "{n} of {of} has an answer. You can change or clear any of them, now or later.",
        "{n} of {of} have an answer. You can change or clear any of them, now or later.",
        counts.answered,
        of=counts.of,
    )
    still = tuple(
        (each.id, each.title)
        for each in assessment.asked
        if assessment.answer(each.id).choice is None
    )
    return said, still


def place_words(assessment: Assessment) -> str:
    """Where the person paused, in words: "Staff care and wellbeing, question 4 of 6"."""
    paused, bank = assessment.paused_at, assessment.bank
    if paused is None:
        return ""
    if paused.page in {Page.REFLECT, Page.LIST}:
        if paused.part in bank.by_id:
            return question(assessment, paused.part).where.replace(" · ", ", ")
        return next((each.short_name for each in bank.domains if each.code == paused.part), "")
    return {
        Page.CHECK: tr("Check your answers"),
        Page.EVIDENCE: tr("Evidence"),
        Page.UNDERSTAND: tr("Understand"),
        Page.COMPARE: tr("Understand, over time"),
        Page.PLAN: tr("Plan"),
        Page.SHARE: tr("Share"),
        Page.WORKSHOP: tr("Workshop"),
    }.get(paused.page, "")


def round_words(assessment: Assessment) -> str:
    """Round and scope, such as "Round 2 · whole organisation"."""
    scope = words.scope_words(assessment.profile.scope)
    return tr("Round {n} · {scope}").format(n=assessment.round, scope=scope.lower())
