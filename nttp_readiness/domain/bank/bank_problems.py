"""What is not right in a question bank, told to the person who writes it."""

from __future__ import annotations

from typing import Literal

from nttp_readiness.values import dataclass

Severity = Literal["error", "note"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend: in which file, at which place there, what is wrong, and what to do.

    An error has to be mended before a bank is given to others; a note is advice. `file` is relative
    to the bank's folder and `place` may be empty.
    """

    file: str
    place: str
    problem: str
    cure: str
    severity: Severity = "error"

    def __str__(self) -> str:
        where = f"{self.file}, {self.place}" if self.place else self.file
        return f"{where}: {self.problem} {self.cure}"


BANK_FILE = "bank.toml"
OVERLAY_FILE = "overlay.toml"


def domain_file(code: str) -> str:
    """The file of a domain, relative to the bank's folder."""
    return f"domains/{code}.toml"
