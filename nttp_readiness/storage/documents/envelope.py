"""The outside of a `.readiness` file: what it is, which version, and whether it is whole.

A file is readable JSON in UTF-8 with a newline at its end: `format`, `version`, `readable_from`
(the oldest version of the format that a program must know to read it), `program`, `document`,
`revision`, `sha256` of the body's canonical bytes, `body`; and `earlier` where there are any, marks
of the states that this one grew from. What comes in is checked before it is trusted.
"""

from __future__ import annotations

import hashlib
import json
import math
import re
from codecs import BOM_UTF8
from collections.abc import Sequence
from typing import Any, NoReturn, TypeGuard

from nttp_readiness import __version__
from nttp_readiness.errors import DamagedError, DocumentError
from nttp_readiness.i18n import tr
from nttp_readiness.plain_models import from_json, to_json
from nttp_readiness.storage.files.format_version import (
    FORMAT,
    READABLE_FROM,
    VERSION,
    is_later,
    later_version,
)
from nttp_readiness.values import dataclass

SIZE_LIMIT = 64 * 1024 * 1024
"""Bytes of the largest file that is opened."""

Body = dict[str, Any]
_NOTHING, _END = b"null", b"\n }\n}\n"
"""What stands for a part that is put in, and how a file ends after the last part of its body."""

MOST_ENTRIES = 250_000
"""Entries of lists and objects: a file of 64 MB could hold more than a laptop has memory for."""
_TEXT = re.compile(rb'"(?:[^"\\]|\\.)*+"')
_KEYS = {
    "format": str,
    "version": int,
    "readable_from": int,
    "program": str,
    "document": str,
    "revision": int,
    "sha256": str,
    "body": dict,
}
MOST_REVISIONS = 10**12
"""Saves that are counted; a file that names more could be opened and never saved again."""
_EARLIER_SINCE = 4
MOST_EARLIER = 100
"""Marks of earlier states that a file holds, the latest last."""
_MARK = re.compile(r"[0-9a-f]{16}")
_UNMARKED = ("bank", "workshop", "place")
"""What a mark says nothing of: what all states of a document have in common, counts that earlier
states are made to follow, and where the person paused.
"""


@dataclass(frozen=True, slots=True)
class Envelope:
    """A file's content with what stands around it. `body` is as its version wrote it."""

    version: int
    program: str
    document: str
    revision: int
    body: Body
    earlier: tuple[str, ...] = ()
    sha256: str = ""
    """The body's hash as the file says it."""


def pack(body: Body, *, document: str, revision: int, earlier: Sequence[str] = ()) -> bytes:
    """The bytes of a file. The same content always gives the same bytes."""
    return _written(_around(document, revision, content_hash(body), earlier) | {"body": body})


def pack_with(
    body: Body,
    name: str,
    part: bytes,
    canonical_part: bytes,
    *,
    document: str,
    revision: int,
    earlier: Sequence[str] = (),
) -> bytes:
    """The same bytes as `pack` gives for `{**body, name: part}`, where the part was written before.

    `part` comes from `written_inside` and `canonical_part` from `canonical`. The part must be the
    last of the body, as its place is found from the end.
    """
    digest = hash_with(body, name, canonical_part)
    around = _around(document, revision, digest, earlier)
    written = _written(around | {"body": {**body, name: None}})
    if not written.endswith(b": " + _NOTHING + _END):
        raise ValueError(name)
    return b"".join((written.removesuffix(_NOTHING + _END), part, _END))


def parted(data: bytes, name: str) -> tuple[bytes, bytes] | None:
    """A file as this program writes it without the last part of its body, and that part.

    None where the file is laid out in another way; it may be as good.
    """
    before, found, after = data.partition(b'\n  "' + name.encode() + b'": ')
    if not found or not after.endswith(_END):
        return None
    return before + found + _NOTHING + _END, after.removesuffix(_END)


def hash_with(body: Body, name: str, canonical_part: bytes) -> str:
    """The hash of `{**body, name: part}`, of a part that `canonical` has seen before."""
    digest = hashlib.sha256()
    mark = b"{"
    for key in sorted({*body, name}):
        digest.update(mark + canonical(key) + b":")
        digest.update(canonical_part if key == name else canonical(body[key]))
        mark = b","
    digest.update(b"}")
    return digest.hexdigest()


def written_inside(part: object) -> bytes:
    """A part of a body as it stands in a file, indented as its place asks."""
    # No text in JSON holds a line break of its own.
    return to_json(part, indent=1).replace(b"\n", b"\n  ")


def _around(document: str, revision: int, digest: str, earlier: Sequence[str]) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "readable_from": READABLE_FROM,
        "program": __version__,
        "document": document,
        "revision": revision,
        "sha256": digest,
        **({"earlier": list(earlier[-MOST_EARLIER:])} if earlier else {}),
    }


def _written(envelope: dict[str, Any]) -> bytes:
    # json.dumps takes twenty times as long when it indents.
    return to_json(envelope, indent=1) + b"\n"


def unpack(data: bytes, *, check_hash: bool = True, later: bool = False) -> Envelope:
    """Read a file's bytes.

    Raises NewerError for a later version, whatever it holds; with `later` only where that version
    says that this one cannot read it. Raises DamagedError where the body is not what was written
    (not when `check_hash` is False) and DocumentError for everything that is no such file.
    """
    try:
        found = parse(data)
    except DocumentError:
        if is_later(data):
            raise later_version() from None
        raise
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise _refuse(tr("This file is not a readiness assessment."), tr("Choose another file."))
    version, oldest = found.get("version"), found.get("readable_from")
    unreadable = _whole(oldest) and oldest > VERSION
    if unreadable or (_whole(version) and version > VERSION and not later):
        raise later_version()
    if _whole(found.get("revision")) and found["revision"] > MOST_REVISIONS:
        raise _refuse(
            tr("The part “{key}” at the start of this file is damaged.").format(key="revision")
        )
    for key, kind in _KEYS.items():
        if not (_whole(found.get(key)) if kind is int else isinstance(found.get(key), kind)):
            raise _refuse(
                tr("The part “{key}” at the start of this file is damaged.").format(key=key)
            )
    more = {"earlier"} if found["version"] >= _EARLIER_SINCE else set()
    if found["version"] <= VERSION and set(found) - more != set(_KEYS):
        raise _refuse(tr("This file has parts that this program does not know."))
    if check_hash and content_hash(found["body"]) != found["sha256"]:
        raise DamagedError(
            tr("Part of this file was changed or damaged after it was saved."),
            safe=tr("Nothing was written to it."),
            cure=tr("Open the latest backup, or read what is left of this file."),
        )
    return Envelope(
        found["version"],
        found["program"],
        found["document"],
        found["revision"],
        found["body"],
        _earlier(found.get("earlier", [])),
        found["sha256"],
    )


def mark(body: Body) -> str:
    """What a state is known by in `earlier`, as its file wrote it."""
    return content_hash({key: each for key, each in body.items() if key not in _UNMARKED})[:16]


def _earlier(marks: object) -> tuple[str, ...]:
    """Marks that came from outside; nothing where any of them is none."""
    if not isinstance(marks, list) or len(marks) > MOST_EARLIER:
        return ()
    whole = all(isinstance(each, str) and _MARK.fullmatch(each) for each in marks)
    return tuple(marks) if whole else ()


def canonical(body: object) -> bytes:
    """The one form of a body, or of a part of one, that is hashed and compared: no spaces, keys in
    order, UTF-8.
    """
    return json.dumps(
        body, ensure_ascii=False, allow_nan=False, separators=(",", ":"), sort_keys=True
    ).encode("utf-8", "surrogatepass")


def content_hash(body: Body) -> str:
    return hashlib.sha256(canonical(body)).hexdigest()


def too_large() -> DocumentError:
    """The error for a file beyond SIZE_LIMIT, for those who ask before they read."""
    return _refuse(tr("This file is too large to be an assessment."), tr("Choose another file."))


def too_many_entries(data: bytes) -> bool:
    """Whether JSON holds more than MOST_ENTRIES. Commas within texts are no entries."""
    if data.count(b",") <= MOST_ENTRIES:
        return False
    return _TEXT.sub(b"", data).count(b",") > MOST_ENTRIES


def parse(data: bytes) -> object:
    """JSON that is small enough and says each thing once. Raises DocumentError."""
    if len(data) > SIZE_LIMIT:
        raise too_large()
    if not data.strip(b"\0 \t\r\n"):
        raise _refuse(tr("This file is empty."))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _refuse(
            tr("This file is not a readiness assessment (its text is not UTF-8).")
        ) from None
    if too_many_entries(data):
        raise _refuse(tr("This file has more entries than an assessment can have."))
    try:
        # This parser stops at 200 levels, where json.loads would run out of stack; but it takes
        # the last of two equal keys without a word, and json.loads lets us refuse them.
        from_json(data.removeprefix(BOM_UTF8))  # of bytes in half the time
        return json.loads(
            text, object_pairs_hook=_object, parse_constant=_not_a_number, parse_float=_float
        )
    except ValueError:
        raise _incomplete() from None


def _object(pairs: list[tuple[str, Any]]) -> Body:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _refuse(
            tr(
                "This file says the same thing twice in different ways, so it is not clear"
                " which one is right."
            )
        )
    return found


def _float(written: str) -> float:
    number = float(written)
    return number if math.isfinite(number) else _not_a_number(written)


def _not_a_number(_: str) -> NoReturn:
    raise _refuse(tr("A number in this file cannot be read."))


def _whole(value: object) -> TypeGuard[int]:
    """A whole number from 0; `true` is none."""
    return type(value) is int and value >= 0


def _incomplete() -> DocumentError:
    return _refuse(tr("This file is incomplete, or it is not a readiness assessment."))


def _refuse(what: str, cure: str = "") -> DocumentError:
    return DocumentError(
        what,
        safe=tr("Nothing was written to it."),
        cure=cure or tr("Open a backup of it, or ask for the file again."),
    )
