"""Steps that are told as they are taken: one line each, and counts at the end."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field

from tools.windows.places import say


class NotSo(Exception):  # noqa: N818 - it reads as what it says
    """A step found something otherwise than promised; holds the words."""


class NotHere(Exception):  # noqa: N818
    """The machine does not allow the step; holds the reason."""


def must(holds: object, otherwise: str) -> None:
    if not holds:
        raise NotSo(otherwise)


@dataclass
class Steps:
    """Takes steps, each of which gives the words of what was seen."""

    passed: int = 0
    failed: int = 0
    left_out: int = 0
    needs: set[str] = field(default_factory=set)

    def take(self, name: str, step: Callable[[], str], *, after: str = "") -> None:
        """Take a step; one that stands on a failed step fails with it."""
        begun = time.monotonic()
        try:
            must(not after or after in self.needs, f"it needs “{after}”")
            seen = step()
        except NotHere as reason:
            self.left_out += 1
            say(f"left out  {name}: {reason}")
        except NotSo as reason:
            self.failed += 1
            say(f"FAILED    {name}: {reason}")
        except Exception:  # noqa: BLE001 - the other steps are still worth taking
            self.failed += 1
            say(f"FAILED    {name}:\n{traceback.format_exc()}")
        else:
            self.passed += 1
            self.needs.add(name)
            say(f"passed    {name}: {seen} ({time.monotonic() - begun:.0f} s)")

    def end(self) -> int:
        """Tell the counts; the exit status."""
        say(f"{self.passed} passed, {self.failed} failed, {self.left_out} left out.")
        return 1 if self.failed or not self.passed else 0
