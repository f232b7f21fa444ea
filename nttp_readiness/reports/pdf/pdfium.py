"""PDFium serves one thread at a time: whoever draws with it holds this lock meanwhile."""

from __future__ import annotations

import threading
from typing import Final

LOCK: Final = threading.Lock()
