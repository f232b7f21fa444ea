"""When the oldest change that is not kept yet has to be kept."""

from __future__ import annotations

import time
from collections.abc import Callable


class Deadline:
    """Counts from the oldest change since the last time that keeping it began, never from a later
    one: whoever types for minutes must not put it off.
    """

    def __init__(self, delay_ms: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._delay, self._clock = delay_ms, clock
        self._since: float | None = None

    @property
    def waiting(self) -> bool:
        """Whether there is such a change."""
        return self._since is not None

    @property
    def left_ms(self) -> int:
        """How long it may still wait; 0 once it is due."""
        if self._since is None:
            return self._delay
        return max(0, self._delay - round((self._clock() - self._since) * 1000))

    def change(self) -> None:
        """Something was changed now."""
        if self._since is None:
            self._since = self._clock()

    def begun(self) -> None:
        """All that was changed until now is being kept."""
        self._since = None
