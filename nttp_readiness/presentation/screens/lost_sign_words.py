"""What is said of signs that no typeface can draw, before a PDF leaves the program."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.words.words import listed
from nttp_readiness.values import dataclass

_MOST_PLACES = 3
_MOST_RUNS = 3
_MOST_LETTERS = 20


@dataclass(frozen=True, slots=True)
class LostSigns:
    """Stretches of text that no typeface draws, and the place where they were typed; without a
    place they are of the questions themselves.
    """

    place: str
    runs: tuple[str, ...]


def lost_words(lost: Sequence[LostSigns], suffixes: Collection[str]) -> str:
    """Which signs cannot be drawn and where they stand, and what to do; nothing where none is lost.

    `suffixes` are those of the form: some kinds of file show every sign.
    """
    if not lost:
        return ""
    named = [_named(each) for each in lost[:_MOST_PLACES]]
    others = len(lost) - len(named)
    if others:
        named.append(trn("{n} more place", "{n} more places", others))
    said = tr("The PDF cannot show {places}.").format(places="; ".join(named))
    whole = {
        ".docx": tr("The Word file shows all of it."),
        ".html": tr("The web page shows all of it."),
        ".pptx": tr("The PowerPoint file shows all of it."),
    }
    cure = next((words for suffix, words in whole.items() if suffix in suffixes), "")
    return f"{said} {cure}".strip()


def _named(lost: LostSigns) -> str:
    runs = [f"“{_short(each)}”" for each in lost.runs[:_MOST_RUNS]]
    others = len(lost.runs) - len(runs)
    if others:
        runs.append(trn("{n} more", "{n} more", others))
    place = lost.place or tr("the questions")
    return tr("{signs} in {place}").format(signs=listed(runs), place=place)


def _short(run: str) -> str:
    return run if len(run) <= _MOST_LETTERS else f"{run[: _MOST_LETTERS - 1]}…"
