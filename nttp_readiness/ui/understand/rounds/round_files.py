"""How the pages on rounds get at other files, in one place so that tests need none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True)
class Rounds:
    """`previous` finds the file of the round that an assessment followed, None where it is nowhere.

    `read` raises a ReadinessError with a sentence; `choose` gives None where the person thought
    better of it.
    """

    previous: Callable[[Assessment], Path | None]
    read: Callable[[Path], Assessment]
    choose: Callable[[QWidget], Path | None]
