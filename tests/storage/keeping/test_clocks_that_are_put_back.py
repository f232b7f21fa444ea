"""In October an hour comes twice: states from both are kept, newest first."""

import json
import os
import subprocess
import sys
from pathlib import Path

from nttp_readiness.storage.documents.documents import save_document

ROOT = Path(__file__).parents[3]
ZONE = "GMT0BST" if os.name == "nt" else "Europe/London"
"""Windows takes the rules of America for such a zone, which puts its clocks back a week later."""
EACH_HALF_HOUR = """
import datetime as dt, json, sys
from pathlib import Path
from nttp_readiness.storage.keeping import backups
from nttp_readiness.storage.documents.documents import load_document, save_document
path = Path(sys.argv[1])
saved = load_document(path)
made, start = [], dt.datetime(2026, 10, 25, tzinfo=dt.UTC)
twice = [
    at for at in (start + dt.timedelta(minutes=30 * n) for n in range(9 * 48))
    if at.astimezone().replace(tzinfo=None) ==
       (at + dt.timedelta(hours=1)).astimezone().replace(tzinfo=None)
]
first = twice[0]
for n in range(-2, 5):
    now = first + dt.timedelta(minutes=30 * n)
    changed = saved.assessment.model_copy(update={"round": 3 + n})
    saved = save_document(path, changed, expected=saved.fingerprint)
    saved = load_document(path)
    backups.back_up(path, now=now)
    made.append(now.isoformat())
kept = backups.backups(saved.assessment.id)
print(json.dumps([made, [each.made.isoformat() for each in kept],
    [load_document(each.file).assessment.round for each in kept]]))
"""


def test_states_from_the_hour_that_comes_twice_are_all_kept_newest_first(document, assessment):
    save_document(document, assessment, expected=None)
    done = subprocess.run(
        [sys.executable, "-c", EACH_HALF_HOUR, str(document)],
        env={**os.environ, "PYTHONPATH": str(ROOT), "TZ": ZONE},
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.stderr == ""
    made, kept, rounds = json.loads(done.stdout)
    assert kept == made[::-1]
    assert rounds == [7, 6, 5, 4, 3, 2, 1]
