"""What the commands print: sentences, and JSON for other programs.

Texts of files are printed too, and a terminal obeys some characters: they clear it, rename it, hide
where a link leads or turn a line round. Such a character is shown as a sign, or as JSON writes it.
"""

from __future__ import annotations

import json
import re
import sys
from typing import TextIO

_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_SIGN = "\N{REPLACEMENT CHARACTER}"


def say(text: str) -> None:
    """Print a text. A terminal that has no letter for a character shows a question mark."""
    _write(sys.stdout, _OBEYED.sub(_SIGN, text))


def complain(text: str) -> None:
    """Print what is wrong, which may quote the name of a file, on standard error."""
    _write(sys.stderr, _OBEYED.sub(_SIGN, text))


def say_json(data: object) -> None:
    """Print data as JSON that says the same in any encoding."""
    plain = not _encoding(sys.stdout).lower().startswith("utf")
    text = json.dumps(data, ensure_ascii=plain, indent=2)
    # Between texts JSON holds none of these.
    text = _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    sys.stdout.write(text + "\n")


def _write(stream: TextIO, text: str) -> None:
    encoding = _encoding(stream)
    stream.write(f"{text}\n".encode(encoding, "replace").decode(encoding))


def _encoding(stream: TextIO) -> str:
    return stream.encoding or "utf-8"
