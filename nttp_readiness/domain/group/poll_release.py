"""What may be shown of a short question of everybody: the same minimums and words as for a vote."""

from __future__ import annotations

from typing import Final

from nttp_readiness.domain.answers.minimums import EXACT_MINIMUM
from nttp_readiness.domain.answers.workshop import Audience, Detail, Poll, Round

NEARLY_ALL: Final = 3
"""Fewer others than this, and nearly all chose the same. With two, whoever stands alone would know
from the words by themselves what everybody else chose.
"""


def least_told(collected: Round, audience: Audience) -> int:
    """From how many people on that audience is told anything: without consent the stricter number
    holds in the room too.
    """
    of_room = audience == "room" and collected.consent
    return collected.room_minimum if of_room else collected.outside_minimum


def poll_detail(collected: Round, poll: Poll, audience: Audience) -> Detail | None:
    """How much that audience is told; None where nothing.

    People are judged by who chose something. How somebody is, and how a meeting was for them, is
    sensitive: where nearly all chose the same, words take the place of counts, in the room as well.
    Outside, counts of fewer than thirty go in steps.
    """
    if poll.known < least_told(collected, audience):
        return None
    if poll.kind != "dots" and poll.known - max(poll.counts) < NEARLY_ALL:
        return "words"
    fine = poll.known >= max(EXACT_MINIMUM, collected.outside_minimum)
    return "counts" if audience == "room" or fine else "steps"
