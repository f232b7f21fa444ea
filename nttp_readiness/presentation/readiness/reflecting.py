"""The walk through the questions: its steps, where one is, and what is said on the way."""

from __future__ import annotations

from typing import Literal

from nttp_readiness.domain.answers.answer import Choice
from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.bank.indicator import Domain
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.readiness.questions import question
from nttp_readiness.presentation.words import words
from nttp_readiness.values import dataclass

Kind = Literal["about", "question"]


@dataclass(frozen=True, slots=True)
class Step:
    """A page of the walk: what a domain is about, or one question. `key` is a code or an id."""

    kind: Kind
    key: str


def steps(assessment: Assessment) -> tuple[Step, ...]:
    """The walk on this assessment's route: each domain's opening, then its questions."""
    found: list[Step] = []
    last = ""
    for indicator in assessment.asked:
        code = assessment.bank.domain_of[indicator.id].code
        if code != last:
            found.append(Step("about", code))
            last = code
        found.append(Step("question", indicator.id))
    return tuple(found)


def first_open(assessment: Assessment) -> str:
    """The first question without an answer; the first question where none is open."""
    asked = assessment.asked
    open_ids = (each.id for each in asked if assessment.answer(each.id).choice is None)
    return next(open_ids, asked[0].id if asked else "")


def how_to_answer(*, single_keys: bool) -> str:
    """What a question is answered with by who hears it; said with the first one."""
    arrows = tr(
        "Down and Up read the five levels. The first that you hear is only read; going on from it"
        " chooses, and with Ctrl only reads. Space chooses the one you are at."
    )
    keys = tr("0 to 4 choose at once, N is not sure, S rather not say.")
    on = tr("Enter goes on, with an answer or without.")
    return " ".join((arrows, keys, on) if single_keys else (arrows, on))


def how_to_add() -> str:
    """How one finds what stands beside an answer; said with the first question."""
    return tr("Tab leads to a mark for coming back, and to a note.")


def part_words(assessment: Assessment, code: str) -> str:
    """Which part of the walk a domain is, and which questions it has."""
    codes = [each.key for each in steps(assessment) if each.kind == "about"]
    domain_of = assessment.bank.domain_of
    places = [
        place for place, each in enumerate(assessment.asked, 1) if domain_of[each.id].code == code
    ]
    if code not in codes or not places:
        return ""
    part, parts, of = codes.index(code) + 1, len(codes), len(assessment.asked)
    if places[0] == places[-1]:
        return tr("Part {part} of {parts}, question {n} of {of}").format(
            part=part, parts=parts, n=places[0], of=of
        )
    return tr("Part {part} of {parts}, questions {first} to {last} of {of}").format(
        part=part, parts=parts, first=places[0], last=places[-1], of=of
    )


def left_open_words(assessment: Assessment, indicator_id: str) -> str:
    """That a question was gone by without an answer."""
    answer = assessment.answer(indicator_id)
    if answer.choice is not None:
        return ""
    where = question(assessment, indicator_id).where_short
    marked = tr("{question} stays open, with a mark to come back.")
    return (marked if answer.come_back else tr("{question} stays open.")).format(question=where)


def answer_words(bank: Bank, choice: Choice | None) -> str:
    """The answer that a question has, as it is read aloud; empty while it has none."""
    if choice is None:
        return ""
    name = words.choice_words(bank, choice)
    name = f"{choice} {name}" if isinstance(choice, int) else name
    return tr("Your answer: {answer}.").format(answer=name)


def about_domain(domain: Domain) -> tuple[str, str, str]:
    """Heading, introduction and content note of a domain's opening page."""
    return domain.name, domain.introduction, domain.content_note or ""
