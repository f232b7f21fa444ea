"""Where one step of undo ends in what somebody types: it goes back in words, not whole visits."""

from __future__ import annotations

from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True)
class Stretch:
    """What one change of a text did at a place: `removed` letters went out, `inserted` came in."""

    at: int
    removed: int
    inserted: str

    @property
    def end(self) -> int:
        return self.at + len(self.inserted)


def stretch(before: str, after: str) -> Stretch:
    """The one stretch in which two texts differ."""
    shorter = min(len(before), len(after))
    start = next((n for n in range(shorter) if before[n] != after[n]), shorter)
    rest = shorter - start
    end = next((n for n in range(rest) if before[-1 - n] != after[-1 - n]), rest)
    return Stretch(start, len(before) - end - start, after[start : len(after) - end])


def goes_on(last: Stretch, before: str, now: Stretch) -> bool:
    """Whether a change belongs to the step of the one before it: the same word, written or taken
    out without a jump. `before` is the text that it changes.
    """
    if bool(last.inserted) != bool(now.inserted):
        return False
    if not now.inserted:
        return now.at in (last.at, last.at - now.removed)
    begins_word = not now.inserted[0].isspace() and (now.at == 0 or before[now.at - 1].isspace())
    return now.at == last.end and not begins_word


def before_it(change: Stretch) -> Stretch:
    """What came before the second change of a step, where nobody kept the first: the same kind."""
    return Stretch(change.at - 1, 0, " ") if change.inserted else Stretch(change.end, 1, "")
