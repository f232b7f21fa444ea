"""Faults to start the program with, to see that they are heard."""

from collections.abc import Callable

FAULTS: dict[str, Callable[[], None]] = {}
