"""Save a growing document where the disk has little room, and tell what lay there afterwards.

    limits_driver.py FILE careful|naive room|size [LIMIT ...]

"room": the disk is full before each save but for some bytes. "size": no file may be larger than the
limit. "read": this process may not write into the folder. Prints counts as JSON on its last line.
"""

import contextlib
import json
import os
import resource
import signal
import sys
from pathlib import Path

from nttp_readiness.domain.answers.answer import Answer
from nttp_readiness.domain.answers.assessment import Assessment, Profile
from nttp_readiness.errors import DocumentError, SaveError
from nttp_readiness.storage.banks.bank_folders import read_bank
from nttp_readiness.storage.documents.document_bytes import document_bytes
from nttp_readiness.storage.documents.documents import load_document, save_document
from tests.storage.faulty_system import pack_naively, write_naively

BANK = read_bank(Path(__file__).parents[2] / "storage" / "data" / "tiny-bank")
FILE, HOW, WHAT = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
UNLIMITED = resource.RLIM_INFINITY


def assessment(size):
    answer = Answer(choice=2, note="x" * size)
    return Assessment(
        id="0" * 32, profile=Profile(title="Full"), answers={"CAR-1": answer}, written_bank=BANK
    )


def save(value, expected):
    """The fingerprint of what was said to be saved; None where the person was told otherwise."""
    if HOW == "careful":
        with contextlib.suppress(SaveError):
            return save_document(FILE, value, expected=expected).fingerprint
        return None
    with contextlib.suppress(OSError):  # and nobody is told
        write_naively(FILE, pack_naively(value, 1))
    return expected


@contextlib.contextmanager
def shortage(size, whole):
    """Only some of the bytes that the save needs can be written."""
    filler = FILE.with_name("filler")
    if WHAT == "room":
        space = os.statvfs(FILE.parent)
        free = space.f_bavail * space.f_frsize
        filler.write_bytes(b"x" * max(0, free - size))
    elif WHAT == "size":
        resource.setrlimit(resource.RLIMIT_FSIZE, (min(size, whole - 1), UNLIMITED))
    try:
        yield
    finally:
        filler.unlink(missing_ok=True)
        if WHAT == "size":
            resource.setrlimit(resource.RLIMIT_FSIZE, (UNLIMITED, UNLIMITED))


def main():
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    if WHAT == "read":
        os.setuid(65534)
    counts = {"tried": 0, "told": 0, "lost": 0, "unreadable": 0, "left": 0}
    old = assessment(100)
    expected = None
    if WHAT != "read":
        expected = save_document(FILE, old, expected=None).fingerprint
    else:
        expected = load_document(FILE).fingerprint
    whole = len(document_bytes(assessment(20_000), revision=1))
    sizes = range(0, whole, max(1, whole // 40))
    for number, size in enumerate(sizes):
        new = assessment(20_000 + number)
        with shortage(size, whole):
            said = save(new, expected)
        counts["tried"] += 1
        counts["told"] += said is None
        wanted = old if said is None else new
        try:
            held = load_document(FILE).assessment
            counts["lost"] += held != wanted
        except DocumentError:
            counts["unreadable"] += 1
        counts["left"] += len([each for each in FILE.parent.iterdir() if each.suffix == ".tmp"])
        if WHAT != "read":
            FILE.unlink(missing_ok=True)
            expected = save_document(FILE, old, expected=None).fingerprint
    sys.stdout.write(json.dumps(counts))


if __name__ == "__main__":
    main()
