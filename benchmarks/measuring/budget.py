"""What each ratio may come to: benchmarks/budget.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path

FILE = Path(__file__).resolve().parent.parent / "budget.toml"


@dataclass
class Budget:
    """The ratios of the budget, and which of them were not kept."""

    most: dict[str, dict[str, float]]
    broken: list[str] = field(default_factory=list)

    @classmethod
    def load(cls) -> Budget:
        """The budget as the file says it."""
        return cls(tomllib.loads(FILE.read_text(encoding="utf-8")))

    def say(self, table: str, name: str, ratio: float) -> str:
        """How a ratio stands to its budget, in a word for the end of a line; empty without one."""
        most = self.most.get(table, {}).get(name)
        if most is None:
            return ""
        if ratio <= most:
            return f"{most:5.2f}  kept"
        self.broken.append(name)
        return f"{most:5.2f}  NOT KEPT"

    def status(self) -> int:
        """1 where a budget was not kept."""
        return int(bool(self.broken))
