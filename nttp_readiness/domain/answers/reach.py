"""How many something reaches, as people write it: "3 of 40"."""

from __future__ import annotations

import re

from nttp_readiness.domain.answers.answer import Reach
from nttp_readiness.errors import EditError
from nttp_readiness.i18n import tr

_WRITTEN = re.compile(r"\s*(\d{1,5})\s*[^\d\s][^\d]{0,11}\s*(\d{1,5})\s*")


def reach_in(text: str) -> Reach | None:
    """What a person wrote, such as "3 of 40" or "3/40"; None where nothing is written.

    Raises EditError for what is no such pair.
    """
    if not text.strip():
        return None
    found = _WRITTEN.fullmatch(text)
    if found is None:
        raise EditError(tr("Write two numbers, such as 3 of 40."))
    n, of = int(found[1]), int(found[2])
    if not of or n > of:
        raise EditError(tr("The second number is the total, so it cannot be the smaller one."))
    return Reach(n=n, of=of)
