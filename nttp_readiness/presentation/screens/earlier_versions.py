"""Earlier states of an assessment, and work that is not in its file, in words."""

from __future__ import annotations

import datetime as dt

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.scorecard import count_answers
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.words.dates import moment
from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True)
class VersionWords:
    """When a state was kept, and what it holds."""

    when: str
    holds: str


def state_words(state: Assessment, at: dt.datetime, now: Assessment | None) -> VersionWords:
    """What an earlier state holds, and how far it is from what is there now, where that is told."""
    parts = [_holds(state)]
    if now is not None:
        parts.append(difference_words(now, state))
    return VersionWords(moment(at), " · ".join(parts))


def left_words(left: Assessment, latest: Assessment | None) -> VersionWords:
    """What is left in a damaged file, and how far it is from the latest whole state."""
    holds = _holds(left)
    if latest is not None:
        difference = difference_words(latest, left)
        said = tr("compared with the latest complete version: {difference}")
        holds = f"{holds} · {said.format(difference=difference)}"
    return VersionWords("", holds)


def _holds(state: Assessment) -> str:
    counts = count_answers(state)
    return trn("{n} of {of} answered", "{n} of {of} answered", counts.answered, of=counts.of)


def difference_words(one: Assessment, other: Assessment) -> str:
    """How many answers and actions of two states are not the same."""
    answers = sum(one.answer(key) != other.answer(key) for key in {*one.answers, *other.answers})
    keys = {*one.actions, *other.actions}
    actions = sum(one.actions.get(key) != other.actions.get(key) for key in keys)
    parts = [trn("{n} answer differs", "{n} answers differ", answers)] if answers else []
    parts += [trn("{n} action differs", "{n} actions differ", actions)] if actions else []
    if parts:
        return ", ".join(parts)
    same = one.model_copy(update={"place": other.place}) == other
    return tr("the same as now") if same else tr("only some words differ")


def recovered_words(title: str, kept: dt.datetime, state: str, difference: str) -> str:
    """What can be brought back, and what becomes of its file."""
    lead = tr("“{title}” has work from {when} that was not saved in its file.").format(
        title=title, when=moment(kept)
    )
    rest = {
        "newer": tr("Bring it back, and it is added to the file. Undo takes it away again."),
        "both_changed": tr(
            "The file was changed too, or cannot be read. Bring the work back, and it"
            " becomes a second file. The first stays as it is."
        ),
        "file_gone": tr(
            "The file is no longer there. Bring the work back, and it gets a new file."
        ),
        "never_saved": tr("It had no file yet. Bring it back, and it gets one."),
    }[state]
    return " ".join(filter(None, (lead, f"{difference}." if difference else "", rest)))
