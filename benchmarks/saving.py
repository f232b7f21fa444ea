"""What a save costs beside the disk's own write and flush of the same bytes.

    python benchmarks/saving.py

Both write the sample beside one another, in turns: ours packs, reads back, compares and puts it
down whole (written, flushed, renamed, the folder flushed); the floor writes the bytes into a new
file, flushes it and renames it. Seconds that pass, as a disk's time is nobody's processor time, and
beside them what of it the processor takes.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from measuring.budget import Budget  # noqa: E402 - the package lies beside this folder

from nttp_readiness.domain.bank.scale import LEVELS  # noqa: E402
from nttp_readiness.domain.editing import edits  # noqa: E402
from nttp_readiness.storage.documents.document_bytes import document_bytes  # noqa: E402
from nttp_readiness.storage.documents.documents import load_document, save_document  # noqa: E402

ROUNDS = 40
SAMPLE = ROOT / "assets" / "samples" / "council-service.readiness"


def main() -> int:
    """Print the table; 1 where a budget was not kept."""
    assessment = load_document(SAMPLE).assessment
    keys = list(assessment.bank.by_id)
    budget = Budget.load()
    with tempfile.TemporaryDirectory(prefix="readiness-saving-", dir=Path.cwd()) as name:
        folder = Path(name)
        saved = save_document(folder / "ours.readiness", assessment, expected=None)
        times: dict[str, list[float]] = {"write and flush": [], "save": [], "of processors": []}
        for number in range(ROUNDS):
            changed = edits.answer(assessment, keys[number % len(keys)], LEVELS[number % 5])
            data = document_bytes(changed, revision=number)
            times["write and flush"].append(_passed(partial(_write, folder, data)))
            worked = time.process_time()
            begun = time.perf_counter()
            saved = save_document(saved.path, changed, expected=saved.fingerprint)
            times["save"].append(time.perf_counter() - begun)
            times["of processors"].append(time.process_time() - worked)
    floor = times["write and flush"]
    print(f"A save of {len(data) / 1024:,.0f} KB, {ROUNDS} rounds in turns, milliseconds")
    print(f"{'':<18}{'min':>8}{'median':>8}{'max':>8}   over the disk's write and flush")
    for words, found in times.items():
        ratios = [one / other for one, other in zip(found, floor, strict=True)]
        if found is floor:
            ratios = [after / before for before, after in pairwise(found)]
        print(
            f"{words:<18}{min(found) * 1000:8.1f}{statistics.median(found) * 1000:8.1f}"
            f"{max(found) * 1000:8.1f}   {min(ratios):6.2f}{statistics.median(ratios):7.2f}"
            f"{max(ratios):7.2f}   ",
            budget.say("saving", words, statistics.median(ratios)),
        )
    return budget.status()


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
    sys.exit(main())
