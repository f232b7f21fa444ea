"""The guides that lie inside the program, as `docs/make_generated.py` writes them."""

from __future__ import annotations

import json
from typing import Any

from nttp_readiness import resources
from nttp_readiness.storage.files.reading import open_to_read


def read_guide(name: str) -> list[dict[str, Any]]:
    """Its parts, in order; none where the file is not there, as help must not stop anybody."""
    try:
        with open_to_read(resources.assets() / "help" / f"{name}.json") as file:
            found = json.loads(file.read())
    except (OSError, ValueError):
        return []
    return found if isinstance(found, list) else []
