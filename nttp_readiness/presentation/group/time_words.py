"""How long answering takes for so many people and machines, said before a meeting begins."""

from __future__ import annotations

import math
from typing import Final

from nttp_readiness.i18n import tr, trn
from nttp_readiness.values import dataclass

PER_QUESTION: Final = 1
"""Minutes for one person and one question: twelve take ten to fifteen."""
HAND_OVER: Final = 2
"""Minutes from one person to the next on the same laptop."""
TOGETHER: Final = 2
"""Minutes for one question that a whole room answers at once, with cards or hands."""
MOST_LAPTOPS: Final = 6


@dataclass(frozen=True, slots=True)
class Way:
    """A way to answer, how long it takes in the meeting, and whether that fits its time."""

    name: str
    minutes: int
    words: str
    fits: bool


def one_after_another(people: int, questions: int, laptops: int = 1) -> int:
    """Minutes until the last person has answered on so many laptops."""
    rounds = math.ceil(people / max(1, laptops))
    return rounds * (questions * PER_QUESTION + HAND_OVER)


def duration_words(minutes: int) -> str:
    """About so long, to five minutes from half an hour up."""
    if minutes < 30:
        return trn("about {n} minute", "about {n} minutes", minutes)
    hours, rest = divmod(5 * math.ceil(minutes / 5), 60)
    if not hours:
        return trn("about {n} minute", "about {n} minutes", rest)
    if not rest:
        return trn("about {n} hour", "about {n} hours", hours)
    return tr("about {hours} h {minutes} min").format(hours=hours, minutes=rest)


def laptop_words(people: int, questions: int, laptops: int = 1) -> str:
    """The sum for those who are asked; empty where nobody said how many they are."""
    if not people:
        return ""
    return tr("{people}, {questions}, {laptops}: {duration} one after another.").format(
        people=trn("{n} person", "{n} people", people),
        questions=trn("{n} question", "{n} questions", questions),
        laptops=trn("{n} laptop", "{n} laptops", laptops),
        duration=duration_words(one_after_another(people, questions, laptops)),
    )


def laptop_choices() -> tuple[tuple[int, str], ...]:
    """How many laptops can be said."""
    return tuple(
        (n, trn("{n} laptop", "{n} laptops", n)) for n in range(1, MOST_LAPTOPS + 1)
    )  # fmt: skip


def ways(people: int, questions: int, laptops: int, room: int) -> tuple[Way, ...]:
    """The ways to answer, with whether each fits the `room` minutes that the agenda has for it."""
    on_laptops = one_after_another(people, questions, laptops)
    at_once = questions * TOGETHER
    on_paper = questions * PER_QUESTION + 5
    named = trn(
        "Private ballots on {n} laptop", "Private ballots on {n} laptops", laptops
    )  # fmt: skip
    found = (
        (named, on_laptops),
        (tr("Question by question in the room, with cards or hands"), at_once),
        (tr("Answer sheets or slips, everybody at once, counted in the break"), on_paper),
        (tr("Answer files beforehand: about a quarter of an hour for each person"), 0),
    )
    return tuple(
        Way(name, minutes, _in_the_meeting(minutes), minutes <= room) for name, minutes in found
    )


def _in_the_meeting(minutes: int) -> str:
    return duration_words(minutes) if minutes else tr("none in the meeting")


def fit_words(way: Way, room: int) -> str:
    """Whether it fits the time that the agenda has."""
    if way.fits:
        return tr("fits")
    return trn(
        "does not fit {n} minute", "does not fit {n} minutes", room
    )  # fmt: skip
