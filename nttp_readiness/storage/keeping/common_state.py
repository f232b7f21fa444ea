"""The latest state that two files of one assessment have in common, for putting them together.

Each file holds marks of the states that it grew from, one for each sitting. What such a mark stands
for lies among the earlier versions on this computer, or is one of the two files itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.exchange.merging import beginning
from nttp_readiness.errors import DocumentError
from nttp_readiness.storage.documents.document_bytes import Loaded
from nttp_readiness.storage.documents.documents import load_document
from nttp_readiness.storage.keeping import recovery
from nttp_readiness.storage.keeping.backups import backups


def common_state(ours: Loaded, theirs: Loaded) -> Assessment:
    """What `merge` takes for the base of the two: the latest that is at hand.

    Where none is, both began with nothing said. Counts of a workshop are none of it: earlier
    versions are made to follow the counts that came in later.
    """
    known = set(theirs.fingerprint.with_mark)
    wanted = [each for each in reversed(ours.fingerprint.with_mark) if each in known]
    at_hand: dict[str, Assessment] = {}
    for state in _states(ours, theirs) if wanted else ():
        at_hand.setdefault(state.fingerprint.mark, state.assessment)
        if wanted[0] in at_hand:
            break
    found = next((at_hand[mark] for mark in wanted if mark in at_hand), None)
    if found is None:
        return beginning(ours.assessment, theirs.assessment)
    return found.model_copy(update={"workshop": _common_workshop(ours, theirs)})


def marks_together(ours: Loaded, theirs: Loaded) -> tuple[str, ...]:
    """The marks of what comes of putting both together: it grew from both."""
    first, second = ours.fingerprint.with_mark, theirs.fingerprint.with_mark
    # Theirs last, so that the next time what they have now is known to be in ours.
    return (*(each for each in first if each not in second), *second)


def _common_workshop(ours: Loaded, theirs: Loaded) -> object:
    """A workshop that both have is theirs in common; where they differ nobody knows how it was."""
    workshop = ours.assessment.workshop
    return workshop if workshop == theirs.assessment.workshop else None


def _states(ours: Loaded, theirs: Loaded) -> Iterator[Loaded]:
    yield theirs
    yield ours
    document = ours.assessment.id
    files = [each.file for each in backups(document)]
    for file in (*files, *recovery.copies(document)):
        state = _state(file, document)
        if state is not None:
            yield state


def _state(file: Path, document: str) -> Loaded | None:
    try:
        state = load_document(file)
    except DocumentError:
        return None
    return state if state.assessment.id == document else None
