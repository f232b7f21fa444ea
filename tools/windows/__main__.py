"""`python3 run.py windows …` comes here."""

from __future__ import annotations

import sys

from . import packages, smoke, starting, testing
from .checks.run import check
from .places import SetUpError, say

COMMANDS = {
    "test": testing.test, "build": packages.build, "pack": packages.pack, "check": check,
    "short": smoke.short, "start": starting.start,
}  # fmt: skip


def main(arguments: list[str]) -> int:
    command, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if command not in COMMANDS:
        say("python3 run.py windows", "|".join(COMMANDS))
        return 2
    try:
        return COMMANDS[command](rest)
    except SetUpError as error:
        say(error)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
