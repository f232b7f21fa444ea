"""What no transcript may hold, whatever a specification says.

A specification can be written anew from what is said; these cannot.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tests.heard.specification import Step

_STATE = r"(?:not )?(?:selected|checked|pressed|expanded|collapsed)"
_ROLE = (
    "push button|radio button|check box|combo box|list|tree|table|panel|frame|link|toggle button|"
    "image|heading"
)
ONLY_ROLE = re.compile(rf"(?:{_STATE}\s*)*(?:{_ROLE})(?: {_STATE})*\W*", re.IGNORECASE)
"""Said alone it names nothing, unless the name was said just before: Orca pauses there."""
ARRIVED = re.compile(r" (?:heading(?: level \d)?|form|panel)\W*$")
TITLE = "– NTTP Readiness"
BEFORE = {"Text unselected.", "Selection deleted."}
NEVER = re.compile(r"(?:layered pane|filler|unknown|redundant object)\W*", re.IGNORECASE)


@dataclass(frozen=True)
class Heard:
    """One step as it went: the window's title before and after, and what was said."""

    step: Step
    before: str
    after: str
    said: tuple[str, ...]


def faults(transcript: list[Heard]) -> list[str]:
    """Each breach of a law, as a sentence with its step."""
    found = []
    for number, heard in enumerate(transcript, 1):
        found += [f"step {number}, {heard.step.line()}: {each}" for each in _faults_of(heard)]
    return found


def _faults_of(heard: Heard) -> list[str]:
    if heard.step.quietly:
        more = f"it should be silent, and says {heard.said[:1]!r}"
        return [more] if heard.said else []
    if not heard.said:
        return ["nothing is said"]
    found = [f"a name is missing: {each!r}" for each in heard.said if NEVER.fullmatch(each)]
    if ONLY_ROLE.fullmatch(heard.said[0]):
        found.append(f"a name is missing: {heard.said[0]!r}")
    page, before = (each.partition(" – ")[0] for each in (heard.after, heard.before))
    # Dialogs of the system have words of their own, and behind them nothing has opened.
    ours = TITLE in heard.after and (not heard.before or TITLE in heard.before)
    if not found and ours and page != before and heard.step.verb != "type":
        found += _arrival(heard)
    return found


def _arrival(heard: Heard) -> list[str]:
    """A page that opens says first which it is: by heading, group, notification or focus."""
    # What was left, and a window in front or with a new title, are said before anything else.
    said = [
        each
        for each in heard.said
        if not each.startswith("leaving ") and TITLE not in each and each not in BEFORE
    ]
    page = heard.after.partition(" – ")[0].casefold()
    while said and said[0].startswith("notification") and page not in said[0].casefold():
        said = said[1:]  # what was done just now may be told before where that led to
    first = said[0] if said else ""
    # The title of a question has the domain, and its heading the question.
    named = page in first.casefold() or page.startswith("reflect")
    if named and (ARRIVED.search(first) or first.casefold().startswith((page, "notification"))):
        return []
    # Or by what has the focus: the field "Action" and the title in it are the page of that action.
    words = re.findall(r"\w+", page)
    spoken = re.findall(r"\w+", " ".join(said[:2]).casefold())
    if words[:1] == spoken[:1] and set(words) <= set(spoken):
        return []
    return [f"{heard.after!r} is shown, and first is said {said[:1]!r}"]
