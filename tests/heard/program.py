"""Starts the program as its users do, on a day that stands still.

HEARD_PLANT names a fault to start it with (`planted.py`), to see that it is heard.
"""

import datetime as dt
import os
import sys

from nttp_readiness.app.start import main
from nttp_readiness.presentation.group import screen_words
from nttp_readiness.ui.document.session import Session

TODAY = dt.date(2026, 11, 30)
"""So that what is overdue in the sample stays so."""
WORD = "lantern"
"""The facilitator's, which is drawn by lot elsewhere."""

if __name__ == "__main__":
    setattr(Session, "today", property(lambda _session: TODAY))  # noqa: B010 - a stand-in
    setattr(screen_words, "facilitators_word", lambda _chance: WORD)  # noqa: B010 - another
    if name := os.environ.get("HEARD_PLANT"):
        from tests.heard import planted

        planted.FAULTS[name]()
    sys.exit(main())
