"""What lies over a question on the wall: reasons, last time's actions, and what everybody chose.

Nothing here knows more than the room may see.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.group.poll_words import poll_lines, poll_name
from nttp_readiness.presentation.words import words
from nttp_readiness.values import dataclass

_MOST_LINES = 9


@dataclass(frozen=True, slots=True)
class WallSheet:
    """A heading with lines below it."""

    heading: str
    lines: tuple[str, ...]
    note: str = ""

    @property
    def spoken(self) -> str:
        return " ".join(filter(None, (f"{self.heading}.", self.note, *self.lines)))


def mixed(indicator_id: str, sentences: Sequence[str]) -> tuple[str, ...]:
    """Sentences in an order that says nothing: neither when they came nor their letters."""

    def place(sentence: str) -> bytes:
        return hashlib.sha256(f"{indicator_id}/{sentence}".encode()).digest()

    return tuple(sorted(sentences, key=place))


def reasons_sheet(title: str, reasons: Sequence[str]) -> WallSheet | None:
    """Why people answered as they did; None where nobody wrote anything that may be shown."""
    if not reasons:
        return None
    note = tr("{title}. Mixed, and not from anybody in particular.").format(title=title)
    return WallSheet(tr("Why we answered as we did"), tuple(reasons), note)


def last_time(assessment: Assessment, today: dt.date) -> WallSheet | None:
    """The actions that were in the plan before this round, the overdue ones first; None without."""
    collected = assessment.workshop.round if assessment.workshop else None
    made_now = set(collected.actions) if collected else set()
    before = [
        each for key, each in assessment.actions.items()
        if key not in made_now and each.status != "dropped" and (each.owner or each.due)
    ]  # fmt: skip
    if not before:
        return None

    def key(action: object) -> tuple[bool, dt.date]:
        due = getattr(action, "due", None) or dt.date.max
        return getattr(action, "status", "") == "done", due

    lines = []
    for each in sorted(before, key=key)[:_MOST_LINES]:
        late = each.due is not None and each.due < today and each.status != "done"
        parts = [
            each.title,
            each.owner,
            words.day(each.due) if each.due else "",
            words.status_words(each.status),
            tr("overdue") if late else "",
        ]
        lines.append(" · ".join(filter(None, parts)))
    more = len(before) - len(lines)
    note = trn("{n} more is in the plan.", "{n} more are in the plan.", more) if more > 0 else ""
    return WallSheet(tr("What we said we would do"), tuple(lines), note)


def polls_sheet(assessment: Assessment) -> WallSheet | None:
    """What everybody chose, of the questions that were closed last; None where there are none."""
    collected = assessment.workshop.round if assessment.workshop else None
    if collected is None or not collected.polls:
        return None
    lines: list[str] = []
    for poll in reversed(collected.polls):
        found = poll_lines(collected, poll, "room")
        if found:
            people = trn("{n} person", "{n} people", poll.people)
            lines += [
                tr("{question} {people}:").format(question=poll_name(poll.kind), people=people)
            ]
            lines += [f"    {each}" for each in found]
    return WallSheet(tr("What we chose"), tuple(lines)) if lines else None


def sheet_over(
    name: str, assessment: Assessment, today: dt.date, title: str, reasons: Sequence[str]
) -> WallSheet | None:
    """The sheet of that key over the question of that title; None where there is nothing on it."""
    match name:
        case "R":
            return reasons_sheet(title, reasons)
        case "P":
            return last_time(assessment, today)
        case "D":
            return polls_sheet(assessment)
    return None
