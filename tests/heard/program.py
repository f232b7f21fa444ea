"""Starts the program as its users do, on a day that stands still.

HEARD_PLANT names a fault to start it with (`planted.py`), to see that it is heard.
"""

import datetime as dt
import os
import sys

from nttp_readiness.app.start import main
from nttp_readiness.ui.document.session import Session

TODAY = dt.date(2026, 11, 30)
"""So that what is overdue in the sample stays so."""

if __name__ == "__main__":
    setattr(Session, "today", property(lambda _session: TODAY))  # noqa: B010 - a stand-in
    if name := os.environ.get("HEARD_PLANT"):
        from tests.heard import planted

        planted.FAULTS[name]()
    sys.exit(main())
