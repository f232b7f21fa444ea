"""What an organisation's own papers look like: its Word template, its logo and its typefaces."""

from __future__ import annotations

from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """The files' bytes, as they were given; nothing was looked at yet but their size.

    `trouble` has a sentence for each that was named and could not be read.
    """

    template: bytes = b""
    logo: bytes = b""
    faces: tuple[bytes, ...] = ()
    trouble: tuple[str, ...] = ()
    template_trouble: str = ""
    """Why the template could not be read; what is written in it cannot be made then."""


NO_HOUSE_STYLE = HouseStyle()
