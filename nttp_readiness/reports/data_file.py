"""The assessment as a JSON file for other programs; it can come back as an assessment."""

from __future__ import annotations

import json
from typing import Any


def write_data(data: dict[str, Any]) -> bytes:
    """Readable JSON in UTF-8 with a newline at its end; text in it is as people typed it."""
    return json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False).encode() + b"\n"
