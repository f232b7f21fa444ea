"""What the wheel needs to know of a domain."""

from __future__ import annotations

from nttp_readiness.figures.marks import Foundation
from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True)
class Petal:
    """A domain on the wheel. `level` lies between `low` and `high`; it is None for a range only.

    `low` and `high` are None where nothing can be said of a level, such as where nothing applies.
    `number` is the domain's place in the bank, from 1; `foundations` are in the bank's order.
    """

    key: str
    name: str
    short_name: str
    number: int
    level: int | None
    low: int | None
    high: int | None
    provisional: bool
    foundations: tuple[Foundation, ...]
    sentence: str
