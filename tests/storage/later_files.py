"""Files of a version of the format that nobody has written yet, in every shape one could have."""

import hashlib
import json

from nttp_readiness.storage.documents import envelope
from nttp_readiness.storage.documents.document_bytes import document_bytes
from nttp_readiness.storage.files.format_version import FORMAT, VERSION

LATER = VERSION + 90
WORDS = "saved by a later version of the program"


def later_files(assessment):
    """Each shape by name. Only `readable` is one that this version understands whole."""
    whole = json.loads(document_bytes(assessment, revision=7))
    readable = whole | {"version": LATER, "readable_from": VERSION, "something_new": [1]}
    body = readable["body"]
    more = body | {"costs": {"CAR-1/first": "£200"}}
    inside = body | {"profile": body["profile"] | {"mood": "calm"}}
    shapes = {
        "readable": readable,
        "readable by nobody of now": readable | {"readable_from": LATER},
        "without readable_from": {k: v for k, v in readable.items() if k != "readable_from"},
        "readable_from of another kind": readable | {"readable_from": "3.1"},
        "more in its body": _with_body(readable, more),
        "more deep in its body": _with_body(readable, inside),
        "another body": _with_body(readable, {"everything": ["is", {"new": None}]}),
        "a list for a body": readable | {"body": [1, 2]},
        "no body": {k: v for k, v in readable.items() if k != "body"},
        "another hash": readable | {"sha256": "blake3:00"},
        "another document's id": readable | {"document": "not-hex"},
        "only what a version must say": {"format": FORMAT, "version": LATER},
        "its body first": {"body": body} | {k: v for k, v in readable.items() if k != "body"},
        "by readable_from alone": whole | {"readable_from": LATER},
        "a huge number": readable | {"version": 10**400},
    }
    written = {name: json.dumps(shape, indent=1).encode() for name, shape in shapes.items()}
    packed = written["more in its body"]
    written["cut off"] = packed[: len(packed) // 2]
    written["with a byte order mark"] = b"\xef\xbb\xbf" + packed
    written["something twice"] = packed.replace(b"{", b'{"format": "nttp-readiness",', 1)
    written["more entries"] = packed.rstrip()[:-1] + b', "x": [' + b"0," * 300_000 + b"0]}"
    written["a number that is none"] = packed.rstrip()[:-1] + b', "x": NaN}'
    return written


NAMES = (
    "readable", "readable by nobody of now", "without readable_from",
    "readable_from of another kind", "more in its body", "more deep in its body", "another body",
    "a list for a body", "no body", "another hash", "another document's id",
    "only what a version must say", "its body first", "by readable_from alone", "a huge number",
    "cut off", "with a byte order mark", "something twice", "more entries",
    "a number that is none",
)  # fmt: skip
READABLE = {"readable", "its body first", "a huge number"}
"""What a command that only reads may go on with."""


def _with_body(file, body):
    return file | {"body": body, "sha256": hashlib.sha256(envelope.canonical(body)).hexdigest()}
