"""Count up in the note of one document, as one of several processes that do the same.

    counting_up.py FILE TIMES careful|naive

A count is tried again on what lies there until its save is taken. Without turns ("naive") the
comparison alone stands between two savers.
"""

import contextlib
import os
import sys
from pathlib import Path

from nttp_readiness.domain.answers.assessment import Answer
from nttp_readiness.storage import documents

if sys.argv[3] == "naive":
    setattr(documents, "turn", lambda _path: contextlib.nullcontext())  # noqa: B010 - a stand-in


def count_once(path):
    while True:
        loaded = documents.load_document(path)
        count = int(loaded.assessment.answer("CAR-1").note) + 1
        # Its own name beside the count: two that wrote the very same bytes would both be right.
        answer = Answer(note=str(count), view=str(os.getpid()))
        more = loaded.assessment.model_copy(update={"answers": {"CAR-1": answer}})
        with contextlib.suppress(documents.ChangedElsewhere):
            documents.save_document(path, more, expected=loaded.fingerprint)
            return


if __name__ == "__main__":
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    for _ in range(int(sys.argv[2])):
        count_once(Path(sys.argv[1]))
