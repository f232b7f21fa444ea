"""Parts that are shared out, in sentences: whom to ask for what, the letter, what came back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence

from nttp_readiness.domain.answers.assessment import NO_ANSWER, NOTHING_SHARED, Answer, Assessment
from nttp_readiness.domain.answers.sharing import Part, Shared
from nttp_readiness.domain.exchange.gathering import Gathered
from nttp_readiness.domain.exchange.sharing_out import FOUNDATIONS, OPEN, questions_named
from nttp_readiness.domain.exchange.standing import Difference, differences
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.answer_columns import ANSWER_COLUMNS
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


@dataclass(frozen=True, slots=True)
class SharedLine:
    """One part that was shared out: to whom, and how far it is."""

    id: str
    to: str
    words: str
    late: bool


@dataclass(frozen=True, slots=True)
class Side:
    """One answer among those that differ: who gave it, what it is, and what stands beside it."""

    who: str
    answer: str
    sentence: str
    """What the chosen level says of this question; empty for other answers."""
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class DifferenceWords:
    """A question at which somebody has to choose, with all sides of it."""

    indicator: str
    title: str
    statement: str
    sides: tuple[Side, ...]


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


def differing_words(count: int) -> str:
    """How many questions wait for a choice."""
    return trn(
        "At {n} question people gave different answers. Please choose one.",
        "At {n} questions people gave different answers. Please choose one for each.",
        count,
    )


def difference_words(assessment: Assessment) -> tuple[DifferenceWords, ...]:
    """Each question at which somebody has to choose, in words."""
    return tuple(_difference(assessment, each) for each in differences(assessment))


def about_part(assessment: Assessment, part: Part) -> tuple[str, ...]:
    """What whoever opens a part should know before they begin, as paragraphs."""
    profile, count = assessment.profile, len(assessment.asked)
    said = [
        trn(
            "This is {n} question from “{title}”. You were asked because you know about it.",
            ("These are {n} questions from “{title}”. You were asked because you know about them."),
            count,
            title=profile.title,
        )
    ]
    if part.by is not None:
        said.append(
            tr("They would like to have it back by {day}. Later is better than not at all.").format(
                day=day(part.by)
            )
        )
    if profile.audience:
        said.append(tr("Who will see the whole: {audience}").format(audience=profile.audience))
    said.append(
        tr(
            "You may skip any question and stop at any point. Nobody asks for a reason."
            " “Not sure” is a good answer. It becomes something to find out."
        )
    )
    said.append(
        tr(
            "What you type is saved only in this file. Nobody gets it until you send the"
            " file back yourself."
        )
    )
    return tuple(said)


def naming_words() -> str:
    """What it means to be named or not, without promising what cannot be kept."""
    return tr(
        "If you agree, your name and the day stay beside your answers. If not, they do not."
        " Whoever gathers the files sees which one is yours all the same, and a question that only"
        " you were asked says by itself who answered."
    )


def given_back_words(assessment: Assessment, part: Part) -> str:
    """How far a part is, before it is given back."""
    done = sum(assessment.answer(key).choice is not None for key in part.asked)
    counted = tr("{n} of {of}").format(n=done, of=len(assessment.asked))
    return tr("Answered: {counted}. You can give it back as it is.").format(counted=counted)


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


def _difference(assessment: Assessment, difference: Difference) -> DifferenceWords:
    indicator = assessment.bank.by_id[difference.indicator]
    sides = []
    ours = difference.sides[: len(difference.sides) - len(difference.theirs)]
    for number, answer in enumerate(difference.sides):
        who = answer.given_by
        if number < len(ours):
            who = tr("As it stands here")
            if answer.given_by:
                who = tr("As it stands here, from {who}").format(who=answer.given_by)
        sides.append(
            Side(
                who or tr("Somebody who is not named"),
                words.choice_words(assessment.bank, answer.choice)
                if answer.choice is not None
                else tr("No answer, only a note"),
                "" if answer.level is None else indicator.levels[answer.level].sentence,
                _beside(answer),
            )
        )
    return DifferenceWords(
        difference.indicator, indicator.title, assessment.statement(indicator), tuple(sides)
    )


def _beside(answer: Answer) -> tuple[tuple[str, str], ...]:
    """What stands beside an answer, each with its heading."""
    found = [
        (each.heading(), said)
        for each in ANSWER_COLUMNS
        if each.key not in {"given_by", "come_back"}
        and getattr(answer, each.key) != getattr(NO_ANSWER, each.key)
        and (said := each.words(getattr(answer, each.key)))
    ]
    names = [each.what or each.where for each in answer.evidence_items]
    if any(names):
        found.append((tr("What can be shown"), "; ".join(filter(None, names))))
    return tuple(found)
