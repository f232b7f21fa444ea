"""What one person reads while they answer alone, on a shared laptop or on their own computer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nttp_readiness.domain.answers.answer import Choice
from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.minimums import ROOM_MINIMUM
from nttp_readiness.domain.answers.workshop import Group
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.readiness.questions import Question, question, spoken
from nttp_readiness.values import replace


def ballot_question(assessment: Assessment, indicator_id: str, place: int, of: int) -> Question:
    """The question without the assessment's own answer, at its place among those asked now."""
    asked = question(assessment, indicator_id)
    domain = assessment.bank.domain_of[indicator_id]
    note = asked.content_note
    if domain.content_note and _first_of_domain(assessment, indicator_id):
        note = domain.content_note
    where = tr("{domain} · question {n} of {of}").format(domain=domain.short_name, n=place, of=of)
    short = tr("Question {n} of {of}").format(n=place, of=of)
    return replace(
        asked,
        where=where,
        where_short=short,
        spoken=spoken(short, asked.statement, foundation=asked.foundation, note=note),
        content_note=note,
        choice=None,
        look_again=False,
    )


def promises(groups: Sequence[Group]) -> tuple[str, ...]:
    """What holds for a person who answers on a laptop that goes round: as much as is true for
    groups of these sizes.
    """
    return (
        tr("You answer alone. Please do not look over each other’s shoulders."),
        headphones(),
        tr("You may leave any question open, go back, or stop without a reason."),
        *_what_is_kept(groups),
        tr("The group sees counts only where there are enough answers."),
    )


def headphones() -> str:
    """What keeps an answer private where a screen reader says it."""
    return tr(
        "If this computer reads aloud, please use headphones, or the room hears your answers."
    )


def how_to_finish(button: str) -> str:
    """How answers are handed in, where Enter alone goes no further."""
    return tr(
        "“{button}” is at the foot of the page: click it, or press Tab until you are there, then"
        " Enter."
    ).format(button=button)


def left_open(place: int) -> str:
    """That a question was gone by without an answer."""
    return tr("Question {n} stays open.").format(n=place)


def _what_is_kept(groups: Sequence[Group]) -> tuple[str, ...]:
    few = [each for each in groups if 0 < each.size < ROOM_MINIMUM]
    if not few and all(each.size for each in groups):
        return (tr("Only counts are kept. After Done nobody can tell which answers were yours."),)
    if not few:
        return (
            tr(
                "Only counts are kept. Where five or more of a group answer, nobody can tell"
                " after Done which answers were yours."
            ),
        )
    kept = tr("Only counts are kept. From five people up, nobody can tell who said what.")
    return (kept, *(small_group_promise(each) for each in few))


def small_group_promise(group: Group) -> str:
    """What is true for somebody of a group of so few."""
    if group.size == 1:
        return tr(
            "“{name}” is one person, so anyone who has the file can tell what you"
            " answered. It is shown to nobody. You may stop, or ask to be counted with"
            " others."
        ).format(name=group.name)
    return trn(
        "“{name}” has {n} person, so anyone who has the file can nearly tell what each"
        " of you answered. It is shown to nobody. You may stop, or ask to be counted"
        " with others.",
        (
            "“{name}” has {n} people, so anyone who has the file can nearly tell what each"
            " of you answered. It is shown to nobody. You may stop, or ask to be counted"
            " with others."
        ),
        group.size,
        name=group.name,
    )


def ending(group: Group | None) -> str:
    """What is said before somebody of that group puts their answers in."""
    if group is not None and 0 < group.size < ROOM_MINIMUM:
        return " ".join(
            (
                small_group_promise(group),
                tr("Done hands in your answers. After that they can no longer be changed."),
            )
        )
    return tr(
        "Done hands in your answers. After that nobody can tell which were yours, so"
        " they can no longer be changed. Until then you can go back."
    )


def answered_here_before() -> str:
    """What is asked before a second answer file to the same assessment is written here."""
    return tr(
        "Answers to this were saved on this computer before. If they were yours, these"
        " replace them: please pass on only the newer file."
    )


def poll_promises() -> tuple[str, ...]:
    """What holds for a short question of everybody."""
    return (
        tr("You answer alone. Please do not look over each other’s shoulders."),
        headphones(),
        tr("You may leave it open. Nobody is asked what they chose."),
        tr("Only totals are kept, and only once enough people have answered."),
    )


def reason_promise() -> str:
    """What becomes of a sentence beside an answer."""
    return tr(
        "Please name nobody. What you write is mixed with what others wrote and shown"
        " only where enough people have answered, never beside an answer or a group."
    )


def reason_promise_of_a_file() -> str:
    """The same of a sentence that goes into an answer file."""
    return tr(
        "Please name nobody. What you write goes into your file beside your answer."
        " From there it is mixed with what others wrote, and shown only where enough"
        " people have answered."
    )


def hand_on(takes: Sequence[str]) -> str:
    """Who is to have the laptop now: the next person of a group that takes answers, or nobody."""
    if takes:
        return tr("Please hand the laptop to the next person")
    return tr("Please hand the laptop back to the facilitator")


def only_group(name: str) -> str:
    """What whoever answers is told where one group alone still takes answers."""
    return tr(
        "You answer as one of “{name}”, the only group that can still answer. If that"
        " is not your group, please do not start, and tell the facilitator."
    ).format(name=name)


def promises_of_a_file() -> tuple[str, ...]:
    """What holds for a person who writes an answer file."""
    return (
        tr("You may leave any question open, go back, or stop without a reason."),
        tr("Your answers go into a small file without your name. You pass it on yourself."),
        tr(
            "Anyone who opens that file can read your answers. Only counts are kept from"
            " it, and what you write beside answers, mixed with what others wrote."
        ),
        tr("Please delete the file once it has been counted."),
    )


def summary(questions: tuple[str, ...], answers: Mapping[str, Choice]) -> str:
    """How many questions have an answer, before one finishes."""
    done = sum(key in answers for key in questions)
    left = len(questions) - done
    said = trn(
        "{n} of {of} questions has an answer.",
        "{n} of {of} questions have an answer.",
        done,
        of=len(questions),
    )
    if not left:
        return said
    still = trn(
        "You left {n} open, and that is fine.", "You left {n} open, and that is fine.", left
    )
    return f"{said} {still}"


def _first_of_domain(assessment: Assessment, indicator_id: str) -> bool:
    domain = assessment.bank.domain_of[indicator_id]
    first = next(e.id for e in assessment.asked if assessment.bank.domain_of[e.id] is domain)
    return first == indicator_id
