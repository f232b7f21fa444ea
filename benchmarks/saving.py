"""What a save costs beside the disk's own write and flush of the same bytes.

    python benchmarks/saving.py [--rounds N]

Both write the sample beside one another, in turns: ours packs, reads back, compares and puts it
down whole (written, flushed, renamed, the folder flushed); the floor writes the bytes into a new
file, flushes it and renames it. Seconds that pass, as a disk's time is nobody's processor time, and
beside them what of it the processor takes.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from measuring.alone import SAMPLE, main  # noqa: E402 - the package lies beside this folder
from measuring.measure import Outcome, beside  # noqa: E402

from nttp_readiness.domain.bank.scale import LEVELS  # noqa: E402
from nttp_readiness.domain.editing import edits  # noqa: E402
from nttp_readiness.storage.documents.document_bytes import document_bytes  # noqa: E402
from nttp_readiness.storage.documents.documents import load_document, save_document  # noqa: E402

ROUNDS = 40


def measure(rounds: int) -> Iterator[Outcome]:
    """Saves of the sample, each changed since the one before."""
    assessment = load_document(SAMPLE).assessment
    keys = list(assessment.bank.by_id)
    with tempfile.TemporaryDirectory(prefix="readiness-saving-", dir=Path.cwd()) as name:
        folder = Path(name)
        saved = save_document(folder / "ours.readiness", assessment, expected=None)
        times: dict[str, list[float]] = {"write and flush": [], "save": [], "of processors": []}
        for number in range(rounds):
            changed = edits.answer(assessment, keys[number % len(keys)], LEVELS[number % 5])
            data = document_bytes(changed, revision=number)
            times["write and flush"].append(_passed(partial(_write, folder, data)) * 1000)
            worked = time.process_time()
            begun = time.perf_counter()
            saved = save_document(saved.path, changed, expected=saved.fingerprint)
            times["save"].append((time.perf_counter() - begun) * 1000)
            times["of processors"].append((time.process_time() - worked) * 1000)
    return beside("write and flush", "ms", times)


def _passed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _write(folder: Path, data: bytes) -> None:
    fresh = folder / "plain.new"
    with fresh.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(folder / "plain")


if __name__ == "__main__":
    sys.exit(main("saving", ROUNDS, measure, "A save of the sample"))
