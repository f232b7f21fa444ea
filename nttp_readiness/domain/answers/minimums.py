"""How many answers there must be before anything is shown of them."""

from __future__ import annotations

ROOM_MINIMUM = 5
"""Fewest answers that are shown in the room."""
OUTSIDE_MINIMUM = 10
"""Fewest answers whose distribution leaves the room."""

EXACT_MINIMUM = 30
"""Fewest answers whose shares leave the room exactly; those of fewer go in steps."""
