"""What each measure may come to: benchmarks/budget.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).resolve().parent.parent / "budget.toml"
CHECK = "check"
"""The table that tests/test_budgets_are_kept.py compares, and no benchmark."""


class Limit(NamedTuple):
    """The most that a middle ratio may be; with a unit, the most that a middle value may be."""

    most: float
    unit: str | None = None

    def __str__(self) -> str:
        return f"{self.most:g} {self.unit}" if self.unit else f"{self.most:g}"


Budget = Mapping[str, Mapping[str, Limit]]
"""The limits of each benchmark, by the names of its measures."""


def load(file: Path = FILE) -> Budget:
    """The budget as the file says it."""
    tables = tomllib.loads(file.read_text(encoding="utf-8"))
    return {
        benchmark: {
            name: Limit(**held) if isinstance(held, dict) else Limit(held)
            for name, held in limits.items()
        }
        for benchmark, limits in tables.items()
        if benchmark != CHECK
    }
