"""Parts that are shared out: what can be chosen, and the letter to whoever is asked."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.sharing import Shared
from nttp_readiness.domain.exchange.sharing_out import FOUNDATIONS, OPEN, questions_named
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.dates import day
from nttp_readiness.presentation.words.people import typed
from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """Questions that can be shared out together: all of a domain, the foundations, the open ones.

    `key` names them as `questions_named` takes it, `questions` are their ids.
    """

    key: str
    name: str
    questions: tuple[str, ...]

    def words(self, chosen: Collection[str]) -> str:
        """Its name, and how many questions it has, or how many of them are among `chosen`."""
        count = len(self.questions)
        some = sum(each in chosen for each in self.questions)
        if 0 < some < count:
            said = trn("{some} of {n} question", "{some} of {n} questions", count, some=some)
        else:
            said = trn("{n} question", "{n} questions", count)
        return f"{self.name} ({said})"


@dataclass(frozen=True, slots=True)
class DomainQuestions:
    """The questions of a domain one by one: the id of each, and what it is called."""

    name: str
    questions: tuple[tuple[str, str], ...]


def choices(assessment: Assessment) -> tuple[Choice, ...]:
    """What can be chosen to share out: each domain first, then what runs across them."""
    named = [(each.code, each.name) for each in assessment.bank.domains]
    named += [(FOUNDATIONS, tr("The foundations")), (OPEN, tr("All that is still open"))]
    asked_in = {assessment.bank.domain_of[each.id].code for each in assessment.asked}
    found = [
        Choice(key, name, questions_named(assessment, [key]))
        for key, name in named
        if key in {*asked_in, FOUNDATIONS, OPEN}
    ]
    return tuple(each for each in found if each.questions)


def single_questions(assessment: Assessment) -> tuple[DomainQuestions, ...]:
    """Every question that is asked, by domain, to be chosen one by one."""
    found = []
    for domain in assessment.bank.domains:
        mine = [
            (each.id, f"{each.title} ({each.id})")
            for each in assessment.asked
            if assessment.bank.domain_of[each.id].code == domain.code
        ]
        if mine:
            found.append(DomainQuestions(domain.name, tuple(mine)))
    return tuple(found)


def chosen_words(assessment: Assessment, chosen: Sequence[str]) -> str:
    """How many questions a part would have, and which one where it is one."""
    if not chosen:
        return tr("No question is chosen yet.")
    if len(chosen) == 1:
        (key,) = chosen
        title = assessment.bank.by_id[key].title
        return tr("One question is in this part: {title} ({id}).").format(title=title, id=key)
    return trn("{n} question is in this part.", "{n} questions are in this part.", len(chosen))


def letter(assessment: Assessment, shared: Shared, file: str) -> str:
    """What to write to whoever gets the part, as plain text for an e-mail."""
    profile, count = assessment.profile, len(shared.asked)
    what = trn(
        "would you answer {n} question for us? It belongs to “{title}”, in which we look at how"
        " ready we are to become trauma-informed and responsive.",
        "would you answer {n} questions for us? They belong to “{title}”, in which we look at how"
        " ready we are to become trauma-informed and responsive.",
        count,
        title=profile.title,
    )
    parts = [
        tr("Dear {name},").format(name=words.listed(typed(shared.to).names) or shared.to),
        what,
        tr(
            "The attached file “{file}” opens in the program NTTP Readiness. You see your"
            " questions alone. Skip whatever you like; “Not sure” is a good answer. What you"
            " type is saved in that file by itself."
        ).format(file=file),
        tr(
            "Please leave out names and personal stories. Nobody is asked about their own"
            " experience, and Support is one click away on every page."
        ),
        tr(
            "When you are done, send the file back, or put it back where you found it. At"
            " the end you can say whether your name may stay beside your answers."
        ),
    ]
    if shared.by is not None:
        parts.insert(
            -1,
            tr(
                "It would help us to have it back by {day}; later is better than not at all."
            ).format(day=day(shared.by)),
        )
    parts.append(tr("Thank you."))
    return "\n\n".join(parts)
