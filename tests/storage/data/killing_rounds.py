"""Kill a process that saves in a loop, again and again, and tell what lay on the disk afterwards.

Run by a test, in a process of its own as it forks. Prints one JSON object on its last line.
"""

import json
import os
import random
import select
import signal
import sys
import tempfile
import time
from pathlib import Path

from nttp_readiness.domain.answers.answer import Answer
from nttp_readiness.domain.answers.assessment import Assessment, Profile
from nttp_readiness.errors import DocumentError
from nttp_readiness.storage.banks.bank_folders import read_bank
from nttp_readiness.storage.documents import envelope
from nttp_readiness.storage.documents.documents import load_document, save_document

BANK = read_bank(Path(__file__).parent / "tiny-bank")


def assessment(number):
    return Assessment(
        id="0" * 32,
        profile=Profile(title="Killed"),
        answers={"CAR-1": Answer(choice=number % 5, note=str(number))},
        written_bank=BANK,
    )


def save_carefully(path, number, expected):
    return save_document(path, assessment(number), expected=expected).fingerprint


def save_naively(path, number, _):
    value = assessment(number)
    body = value.model_dump(mode="json")
    packed = json.loads(envelope.pack(body, document=value.id, revision=number))
    with path.open("w", encoding="utf-8") as file:
        json.dump(packed, file, indent=1)


def keep_saving(path, save, acknowledge, start):
    expected = load_document(path).fingerprint if path.exists() else None
    for number in range(start, start + 10_000):
        expected = save(path, number, expected)
        os.write(acknowledge, f"{number}\n".encode())


def one_round(path, save, start, patience):
    """The last number that was acknowledged before the kill."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            keep_saving(path, save, writing, start)
        finally:
            os._exit(1)
    os.close(writing)
    said = os.read(reading, 10)  # the first save is done
    until = time.monotonic() + patience
    while (left := until - time.monotonic()) > 0 and select.select([reading], [], [], left)[0]:
        said += os.read(reading, 4096)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while rest := os.read(reading, 4096):
        said += rest
    os.close(reading)
    return int(said.split()[-1])


def rounds(count, save):
    chance = random.Random(20260312)
    found = {"acknowledged": 0, "unreadable": 0, "lost": 0}
    with tempfile.TemporaryDirectory() as folder:
        path, start = Path(folder) / "killed.readiness", 1
        for _ in range(count):
            last = one_round(path, save, start, chance.uniform(0.001, 0.03))
            found["acknowledged"] += last - start + 1
            try:
                held = int(load_document(path).assessment.answer("CAR-1").note)
                found["lost"] += held < last
            except DocumentError:
                found["unreadable"] += 1
                path.unlink()
            start = last + 1
    return found


if __name__ == "__main__":
    count = int(sys.argv[1])
    results = {"careful": rounds(count, save_carefully), "naive": rounds(count, save_naively)}
    sys.stdout.write(json.dumps(results))
