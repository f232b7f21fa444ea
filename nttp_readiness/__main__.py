"""Start: `python -m nttp_readiness` and the command `nttp-readiness`."""

from __future__ import annotations

import sys

from nttp_readiness.app.start import main

if __name__ == "__main__":
    sys.exit(main())
