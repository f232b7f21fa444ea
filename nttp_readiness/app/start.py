"""Decides between the window and the command line, and loads no more than either needs."""

from __future__ import annotations

import sys
from collections.abc import Sequence

COMMANDS = (
    "new", "answer", "score", "compare", "export", "banks", "check-bank", "trace", "new-bank",
    "review-bank", "review-changes", "carry-over", "import-plan", "import-data",
)  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> int:
    """Run with those arguments; the exit status is 0, 1 (a problem) or 2 (wrong usage)."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given and (given[0] in COMMANDS or given[0].startswith("-")):
        from nttp_readiness.app import command_line  # noqa: PLC0415 - not for the window

        return command_line.run(given)
    if len(given) > 1:
        from nttp_readiness.app import command_line  # noqa: PLC0415

        return command_line.run(["--wrong", *given])
    from nttp_readiness.ui import application  # noqa: PLC0415 - Qt only where there is a window

    return application.run(given[0] if given else None)
