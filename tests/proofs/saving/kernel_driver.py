"""Let the system itself refuse the k-th call of a save, for every k, and tell what lay there.

    kernel_driver.py FOLDER careful|naive

strace watches a child that saves once and makes one call fail, below Python and all its libraries:
nothing that a save asks of the system is left out, as it could be where Python's own functions are
replaced. Prints counts as JSON on its last line.
"""

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path

from nttp_readiness.domain.answers.answer import Answer
from nttp_readiness.domain.answers.assessment import Assessment, Profile
from nttp_readiness.errors import DocumentError, SaveError
from nttp_readiness.storage.banks.bank_folders import read_bank
from nttp_readiness.storage.documents.documents import load_document, save_document
from tests.storage.faulty_system import pack_naively, write_naively

FOLDER, HOW = Path(sys.argv[1]), sys.argv[2]
FILE = FOLDER / "Ours.readiness"
BANK = read_bank(Path(__file__).parents[2] / "storage" / "data" / "tiny-bank")
CODES = ("EIO", "ENOSPC", "EACCES", "EROFS", "EINTR")
CALLS = (
    "openat", "open", "newfstatat", "fstat", "statx", "stat", "lstat", "readlink", "readlinkat",
    "read", "pread64", "lseek", "write", "fchmod", "fsync", "fdatasync", "rename", "renameat",
    "renameat2", "close", "mkdir", "mkdirat", "unlink", "unlinkat", "fcntl", "ioctl", "access",
    "faccessat", "faccessat2", "getdents64", "ftruncate",
)  # fmt: skip
SAVED, TOLD, ESCAPED = 0, 1, 2


def assessment(number):
    answer = Answer(choice=2, note=str(number) * 400)
    return Assessment(
        id="0" * 32, profile=Profile(title="Ours"), answers={"CAR-1": answer}, written_bank=BANK
    )


OLD, NEW = assessment(1), assessment(2)


def save(expected):
    """In the child: how a save ended, by the number that it exits with."""
    try:
        if HOW == "careful":
            save_document(FILE, NEW, expected=expected)
        else:
            write_naively(FILE, pack_naively(NEW, 2))
    except (SaveError, OSError) as error:
        return TOLD if isinstance(error, SaveError) or HOW == "naive" else ESCAPED
    except BaseException:  # noqa: BLE001 - that is what is counted
        return ESCAPED
    return SAVED


def watched(expected, *more):
    """How a save ended under strace, and the names of the calls that it made, with what it did."""
    waits, goes = os.pipe()
    child = os.fork()
    if child == 0:
        with contextlib.suppress(OSError):
            os.read(waits, 1)
        os._exit(save(expected))
    log = FOLDER.parent / "calls"
    with subprocess.Popen(
        [
            "strace",
            "-o",
            str(log),
            "-e",
            "trace=" + ",".join(f"?{each}" for each in CALLS),
            *more,
            "-p",
            str(child),
        ],
        stderr=subprocess.PIPE,
    ) as tracer:
        said = tracer.stderr.readline()
        if b"attached" not in said:
            raise SystemExit(said.decode(errors="replace"))
        os.write(goes, b"x")
        _, status = os.waitpid(child, 0)
        tracer.wait()
    os.close(waits)
    os.close(goes)
    return os.waitstatus_to_exitcode(status), log.read_text(errors="replace")


def fresh():
    """The old file alone in its folder."""
    for each in FOLDER.iterdir():
        each.unlink()
    return save_document(FILE, OLD, expected=None).fingerprint


def calls_of_a_save():
    """Each call of the system by its name and its number among those of that name."""
    _, log = watched(fresh())
    names = [line.partition("(")[0] for line in log.splitlines() if "(" in line]
    return [(name, names[: n + 1].count(name)) for n, name in enumerate(names)]


def main():
    counts = {"tried": 0, "told": 0, "lost": 0, "unreadable": 0, "escaped": 0, "left": 0}
    FOLDER.mkdir(parents=True)
    fresh()  # whatever is loaded late is loaded now
    calls = calls_of_a_save()
    for code in CODES:
        for name, number in calls:
            inject = f"inject={name}:error={code}:when={number}"
            ended, log = watched(fresh(), "-e", inject)
            if "(INJECTED)" not in log:
                continue  # the call that waited for the watcher
            counts["tried"] += 1
            counts["told"] += ended == TOLD
            counts["escaped"] += ended not in (SAVED, TOLD)
            try:
                held = load_document(FILE).assessment
                counts["lost"] += held != (NEW if ended == SAVED else OLD)
            except DocumentError:
                counts["unreadable"] += 1
            counts["left"] += len(list(FOLDER.iterdir())) - FILE.exists()
    sys.stdout.write(json.dumps(counts))


if __name__ == "__main__":
    main()
