"""Ten domains of a housing service: certain, in range, provisional and range only."""

from __future__ import annotations

import pytest

from nttp_readiness.figures.marks import Foundation
from nttp_readiness.figures.petal import Petal

NAMES = (
    ("Leadership and culture", "Leadership and culture"),
    ("Staff care, support and wellbeing", "Staff care and wellbeing"),
    ("Lived experience and power sharing", "Power sharing"),
    ("Accountability and long-term commitment", "Accountability"),
    ("Workforce knowledge, capacity and capability", "Workforce knowledge"),
    ("Feedback loops, data and improvement", "Feedback and data"),
    ("Whole-system collaboration", "Whole-system working"),
    ("Sharing learning and celebrating success", "Sharing learning"),
    ("Policies, processes and places", "Policies and places"),
    ("Service design and delivery", "Service design"),
)
STANDINGS: tuple[tuple[int | None, int, int, bool], ...] = (
    (3, 3, 3, False),
    (2, 1, 2, False),
    (1, 1, 1, False),
    (2, 2, 2, False),
    (2, 2, 2, False),
    (2, 0, 2, True),
    (2, 2, 2, False),
    (3, 3, 3, False),
    (1, 1, 1, False),
    (None, 0, 3, False),
)
FOUNDATIONS: dict[int, tuple[Foundation, ...]] = {
    0: ("ok", "ok"),
    1: ("ok", "holds", "unknown", "ok"),
    2: ("holds", "ok"),
    3: ("ok",),
    4: ("ok",),
    5: ("ok",),
    9: ("ok",),
}


@pytest.fixture
def petals():
    return tuple(
        Petal(
            f"D{place}",
            name,
            short_name,
            place + 1,
            *standing,
            FOUNDATIONS.get(place, ()),
            f"{name} in a sentence.",
        )
        for place, ((name, short_name), standing) in enumerate(zip(NAMES, STANDINGS, strict=True))
    )


@pytest.fixture
def level_names():
    return ("Not yet", "Exploring", "Developing", "Established", "Embedded")
