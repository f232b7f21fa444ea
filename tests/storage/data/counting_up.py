"""Count up in the note of one document, as one of several processes that do the same.

    counting_up.py FILE TIMES careful|naive

A count is tried again on what lies there until its save is taken, also where another process held
the turn or the file for too long, for a save or for a reader: then nothing was written, and the
window tries again as well. On a busy Windows three savers without turns hold a file that long.
Without turns ("naive") the comparison alone stands between two savers.
"""

import contextlib
import os
import sys
import time
from pathlib import Path

from nttp_readiness.domain.answers.answer import Answer
from nttp_readiness.errors import DocumentError, SaveError
from nttp_readiness.storage.documents import documents

PATIENCE = 120.0
"""Seconds in which one count must be taken."""

if sys.argv[3] == "naive":
    setattr(documents, "turn", lambda _path: contextlib.nullcontext())  # noqa: B010 - a stand-in


def count_once(path):
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            loaded = documents.load_document(path)
        except DocumentError:
            continue
        count = int(loaded.assessment.answer("CAR-1").note) + 1
        # Its own name beside the count: two that wrote the very same bytes would both be right.
        answer = Answer(note=str(count), view=str(os.getpid()))
        more = loaded.assessment.model_copy(update={"answers": {"CAR-1": answer}})
        with contextlib.suppress(documents.ChangedElsewhere, SaveError):
            documents.save_document(path, more, expected=loaded.fingerprint)
            return
    raise SystemExit("a count was never taken")


if __name__ == "__main__":
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    for _ in range(int(sys.argv[2])):
        count_once(Path(sys.argv[1]))
