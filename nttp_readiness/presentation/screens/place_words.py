"""Where evidence leads, in sentences that are read before anything is opened."""

from __future__ import annotations

from collections.abc import Iterable

from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.words import words
from nttp_readiness.typed.places import PlaceKind
from nttp_readiness.values import dataclass

MOST_NAMED = 6


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """A page about one place: its heading, and what would happen."""

    heading: str
    sentence: str


def place_words(kind: PlaceKind, *, known: bool) -> PlaceWords:
    """What a place is and what this program does with it. `known` is whether it can be on this
    computer at all.
    """
    if kind == "network":
        return PlaceWords(
            tr("This leads to another computer"),
            tr(
                "It is on another computer in your network. This program uses no network, so"
                " it does not open it. If you know and trust it, copy the address and open it"
                " yourself."
            ),
        )
    if kind == "file" and known:
        return PlaceWords(
            tr("This leads to a file on this computer"),
            tr(
                "You can show its folder in your own file window and open it there. This"
                " program neither opens nor reads the file."
            ),
        )
    if kind == "file":
        return PlaceWords(
            tr("This is a file elsewhere"),
            tr("This computer does not have that drive, or the assessment itself has no file yet."),
        )
    return PlaceWords(
        tr("This is where to look"),
        tr("This is neither a file nor a web page, so it cannot be opened from here."),
    )


def missing_words(missing: Iterable[str], *, there: int, not_looked: int) -> str:
    """What came of looking for the files: those that are not there by name."""
    gone = tuple(missing)
    said = []
    if gone:
        named = gone[:MOST_NAMED]
        more = len(gone) - len(named)
        listed = [*named, trn("{n} more", "{n} more", more)] if more else list(named)
        said.append(
            trn(
                "{n} file is not where it is said to be: {names}.",
                "{n} files are not where they are said to be: {names}.",
                len(gone),
                names=words.listed(listed),
            )
        )
    if there:
        said.append(trn("{n} file is there.", "{n} files are there.", there))
    if not_looked:
        said.append(
            trn(
                "{n} was not looked for: it is a page, or lies elsewhere.",
                "{n} were not looked for: they are pages, or lie elsewhere.",
                not_looked,
            )
        )
    return " ".join(said) or tr("No evidence names a file.")
