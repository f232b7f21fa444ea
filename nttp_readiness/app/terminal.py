"""What the commands print: sentences, and JSON for other programs."""

from __future__ import annotations

import json
import sys


def say(text: str) -> None:
    """Print a text. A terminal that has no letter for a character shows a question mark."""
    encoding = _encoding()
    sys.stdout.write(f"{text}\n".encode(encoding, "replace").decode(encoding))


def say_json(data: object) -> None:
    """Print data as JSON that says the same in any encoding."""
    plain = not _encoding().lower().startswith("utf")
    sys.stdout.write(json.dumps(data, ensure_ascii=plain, indent=2) + "\n")


def _encoding() -> str:
    return sys.stdout.encoding or "utf-8"
