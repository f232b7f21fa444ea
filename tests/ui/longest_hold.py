"""How long the thread of the window may be held at once, as far as a system can tell."""

import sys

STEP = 0.016 if sys.platform == "win32" else 0.0
"""Seconds by which Windows counts what a thread has used; other systems count finely."""
LONGEST = 0.050 + STEP
"""Seconds of the processor."""
