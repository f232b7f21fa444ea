"""The one way in which a figure is rounded, and only where it is shown."""

from __future__ import annotations

from fractions import Fraction


def half_up(figure: Fraction, step: int = 1) -> int:
    """The nearest multiple of `step`; a half goes up, and below 0 down.

    So a difference has the same size whichever way round it is taken.
    """
    whole = step * ((2 * abs(figure) + step) // (2 * step))
    return whole if figure >= 0 else -whole


def in_decimals(figure: Fraction, places: int) -> str:
    """With that many decimals, rounded half up: "0.13". A point in every language and setting."""
    parts = half_up(figure * 10**places)
    digits = f"{abs(parts):0{places + 1}d}"
    sign = "-" if parts < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}"
