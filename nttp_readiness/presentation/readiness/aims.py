"""Help to write an aim: four plain prompts that become a sentence, and what is not said yet.

The check is a help to read by. It never blocks anything, and it looks for figures and days alone:
whether an aim is the right one is for people to say.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Literal

from nttp_readiness.domain.answers.fields import ACTION_FIELDS
from nttp_readiness.domain.answers.planned import ActionChanges, PlannedAction
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.words import words
from nttp_readiness.values import dataclass

Prompt = Literal["better", "whom", "much", "when", "fits"]
PROMPTS: tuple[Prompt, ...] = ("better", "whom", "much", "when", "fits")

# "All five offices", "half of the team", "3 in 10": what makes a measure countable.
_COUNTS = re.compile(
    r"\d|\b(?:all|both|every(?:one|body)?|each|none|no one|nobody|half|twice|once|a third|a quarter"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b",
    re.IGNORECASE,
)
_ENDS = " \t\n.,;:"


@dataclass(frozen=True, slots=True)
class Aim:
    """What was written under the prompts; nothing needs to be."""

    better: str = ""
    whom: str = ""
    much: str = ""
    when: dt.date | None = None
    fits: str = ""


@dataclass(frozen=True, slots=True)
class PromptWords:
    """The question of a prompt, and an example."""

    question: str
    example: str


def prompt_words(prompt: Prompt) -> PromptWords:
    return {
        "better": PromptWords(
            tr("What will get better?"), tr("For example: staff know whom to turn to")
        ),
        "whom": PromptWords(tr("For whom?"), tr("For example: night staff in all five offices")),
        "much": PromptWords(
            tr("By how much?"), tr("For example: from 3 in 10 to 8 in 10. A figure helps.")
        ),
        "when": PromptWords(tr("By when?"), tr("For example: 30 April 2027")),
        "fits": PromptWords(
            tr("How does it fit what we already want to do?"),
            tr("For example: our plan for staff wellbeing"),
        ),
    }[prompt]


def sentence(aim: Aim) -> str:
    """The aim as one sentence or two; empty where nothing was written that gets better."""
    better = _bare(aim.better)
    if not better:
        return ""
    said = better[0].upper() + better[1:]
    whom = re.sub(r"^for\s+", "", _bare(aim.whom), flags=re.IGNORECASE)
    if whom:
        said = tr("{what}, for {whom}").format(what=said, whom=whom)
    much = re.sub(r"^by\s+", "", _bare(aim.much), flags=re.IGNORECASE)
    if much:
        said = tr("{what}: {much}").format(what=said, much=much)
    if aim.when:
        said = tr("{what}, by {day}").format(what=said, day=words.day(aim.when))
    fits = _bare(aim.fits)
    if not fits:
        return f"{said}."
    return tr("{what}. It fits with: {fits}.").format(what=said, fits=fits)


def with_measure(action: PlannedAction, aim: Aim) -> ActionChanges:
    """What putting the sentence into that action changes: fields of it with their new values.

    The sentence goes below what stands as the measure already; goal and date are filled in only
    where they are empty.
    """
    said = sentence(aim)
    if not said:
        return {}
    there = action.measure.strip()
    fields: ActionChanges = {}
    if said not in there:
        fields["measure"] = f"{there}\n{said}" if there else said
    if not action.goal.strip() and _bare(aim.much):
        fields["goal"] = _bare(aim.much)[: ACTION_FIELDS["goal"].limit]
    if action.due is None and aim.when:
        fields["due"] = aim.when
    return fields


def still_open(aim: Aim) -> str:
    """What the prompts do not say yet, in a sentence; empty where they say it all."""
    lacking = []
    if not _bare(aim.better):
        lacking.append(tr("what will get better"))
    if not _bare(aim.whom):
        lacking.append(tr("for whom"))
    if not _bare(aim.much):
        lacking.append(tr("by how much"))
    elif not _COUNTS.search(aim.much):
        lacking.append(tr("a figure in “by how much”"))
    if aim.when is None:
        lacking.append(tr("by when"))
    if not _bare(aim.fits):
        lacking.append(tr("how it fits what we already want to do"))
    if not lacking:
        return tr("This measure has everything it needs.")
    return tr("You could still add {things}.").format(things=words.listed(lacking))


def lacking_in(action: PlannedAction) -> str:
    """What an action's own words leave open, in a few words; empty where nothing does."""
    measure = action.measure.strip()
    if not measure:
        return tr("no measure yet")
    lacking = []
    if not _COUNTS.search(f"{measure} {action.goal}"):
        lacking.append(tr("no figure yet"))
    if action.due is None:
        lacking.append(tr("no date yet"))
    return ", ".join(lacking)


def _bare(text: str) -> str:
    return " ".join(text.split()).strip(_ENDS)
