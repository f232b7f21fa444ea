"""What the commands print: sentences, and JSON for other programs.

Texts of files are printed too, and a terminal obeys some characters: they clear it, rename it, hide
where a link leads or turn a line round. Such a character is shown as a sign, or as JSON writes it.
"""

from __future__ import annotations

import contextlib
import errno
import io
import json
import os
import re
import sys
from typing import TextIO

from nttp_readiness.errors import ReadinessError

_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_SIGN = "\N{REPLACEMENT CHARACTER}"


class UnprintableError(ReadinessError):
    """There is nowhere to print to, or no room there."""


def speak_utf8_to_programs() -> None:
    """Let pipes and files get UTF-8 on Windows too, where Python would take an old code page.

    A console shows every letter anyway. An encoding that was asked for stays; of the built program
    nobody can ask for one, as it heeds no variable of Python's.
    """
    asked = os.environ.get("PYTHONIOENCODING") and not getattr(sys, "frozen", False)
    if sys.platform == "win32" and not asked:
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper) and not stream.isatty():
                stream.reconfigure(encoding="utf-8")


def say(text: str) -> None:
    """Print a text. A terminal that has no letter for a character shows a question mark.

    Raises UnprintableError; BrokenPipeError where nobody reads on.
    """
    encoding = _encoding(sys.stdout)
    _print(_OBEYED.sub(_SIGN, text).encode(encoding, "replace").decode(encoding))


def complain(text: str) -> None:
    """Print what is wrong, which may quote the name of a file, on standard error."""
    encoding = _encoding(sys.stderr)
    words = _OBEYED.sub(_SIGN, text).encode(encoding, "replace").decode(encoding)
    with contextlib.suppress(OSError, ValueError, AttributeError):  # nobody can be told
        sys.stderr.write(f"{words}\n")


def say_json(data: object) -> None:
    """Print data as JSON that says the same in any encoding. Raises as `say`."""
    plain = not _encoding(sys.stdout).lower().startswith("utf")
    text = json.dumps(data, ensure_ascii=plain, indent=2)
    # Between texts JSON holds none of these.
    text = _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    _print(text)


def _print(text: str) -> None:
    """Print now, so that what goes wrong can be said; not when the program ends."""
    if sys.stdout is None:
        raise _unprintable("there is nowhere to print to")
    try:
        sys.stdout.write(f"{text}\n")
        sys.stdout.flush()
    except (OSError, ValueError) as error:
        _leave_the_rest()
        if _nobody_reads(error):
            raise BrokenPipeError from error
        raise _unprintable(getattr(error, "strerror", None) or "no reason given") from error


def _nobody_reads(error: Exception) -> bool:
    """Whether the reader of our pipe has gone, which Windows calls a wrong argument."""
    return isinstance(error, BrokenPipeError) or (
        sys.platform == "win32" and getattr(error, "errno", None) == errno.EINVAL
    )


def _unprintable(why: str) -> UnprintableError:
    return UnprintableError(
        f"What this command says could not be printed: {why}.",
        safe="A file that it changes may have been changed all the same.",
        cure="Print to another place.",
    )


def _leave_the_rest() -> None:
    """What is still to be printed goes nowhere, or Python would try once more at its end."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _encoding(stream: TextIO | None) -> str:
    return (stream.encoding if stream is not None else "") or "utf-8"
