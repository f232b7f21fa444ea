"""Spoilt, invented and huge files: each loader gives what was saved or one sentence, and soon."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.proofs.conftest import Row

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(sys.platform != "linux", reason="measures memory as Linux tells it"),
]

HERE = Path(__file__).parent
MOST_SECONDS, MOST_MEGABYTES = 2, 300
KINDS = {
    "assessment": 12_000, "answers": 12_000, "bank": 5_000, "settings": 6_000, "data": 6_000,
    "review": 4_000, "actions": 800,
}  # fmt: skip
NAMES = {
    "assessment": "assessment files", "answers": "answer files", "bank": "question banks",
    "settings": "settings", "data": "data that comes back", "review": "review sheets",
    "actions": "action sheets",
}  # fmt: skip
GIANTS_OF_THE_CONTROL = (
    "settings: as deep as may be", "assessment: just too deep", "assessment: 64 MB of brackets",
    "assessment: a million empty objects", "brackets in a bank", "assessment: a number of 60 MB",
)  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_spoilt_and_invented_files(kind, run_script, prove):
    said = run_script(HERE / "fuzz_driver.py", kind, KINDS[kind], "careful")
    found = json.loads(said.splitlines()[-1])
    control = json.loads(run_script(HERE / "fuzz_driver.py", kind, 300, "naive").splitlines()[-1])
    assert found["escaped"] == 0, found["errors"]
    assert found["megabytes"] < MOST_MEGABYTES
    prove(
        Row(
            f"spoilt {NAMES[kind]}", found["tried"], found["silent"],
            found["escaped"] + found["slow"], 0, control["silent"] + control["escaped"],
        )
    )  # fmt: skip


def bad(found):
    """Whether a load ended otherwise than it may, or took more than it may."""
    slow = found["seconds"] > MOST_SECONDS or found["megabytes"] > MOST_MEGABYTES
    return slow or found["end"] not in {"read", "refused"}


def test_huge_and_twisted_files(run_script, prove, tmp_path):
    names = json.loads(run_script(HERE / "giants_driver.py"))

    patience = {"careful": 300, "naive": 60}  # a busy computer; the seconds that count are measured

    def load(number, name, how):
        home = tmp_path / f"{how}{number}"
        try:
            said = run_script(
                HERE / "giants_driver.py", name, how, home=home, timeout=patience[how]
            )
        except subprocess.TimeoutExpired:
            sys.stdout.write(f"{name}: no end after {patience[how]} s\n")
            return True
        found = json.loads(said.splitlines()[-1])
        if how == "careful" and bad(found):
            sys.stdout.write(f"{name}: {found}\n")
        for each in home.rglob("*.*"):
            each.unlink(missing_ok=True)
        return bad(found)

    with ThreadPoolExecutor(2) as workers:
        jobs = [workers.submit(load, n, name, "careful") for n, name in enumerate(names)]
        control = [
            workers.submit(load, n, name, "naive") for n, name in enumerate(GIANTS_OF_THE_CONTROL)
        ]
        unreadable = sum(each.result() for each in jobs)
        lost = sum(each.result() for each in control)
    prove(Row("huge and twisted files (2 s, 300 MB)", len(names), 0, unreadable, 0, lost))
