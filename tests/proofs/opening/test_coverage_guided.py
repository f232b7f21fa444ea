"""Minutes of coverage-guided fuzzing of what is read as JSON, with a planted fault as control.

Whatever it finds becomes a case in tests/storage/documents/test_reading_hostile_files.py.
"""

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.proofs.conftest import ROOT, Row

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(
        importlib.util.find_spec("atheris") is None, reason="atheris is not to be had here"
    ),
]

SECONDS = int(os.environ.get("PROVE_FUZZ_SECONDS", "180"))
DRIVER = Path(__file__).with_name("coverage_driver.py")


def fuzz(folder, how, seconds):
    """How many inputs were tried, and the findings."""
    done = subprocess.run(
        [sys.executable, str(DRIVER), str(seconds), how, str(folder)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ["PYTHONPATH"]])},
        capture_output=True, text=True, timeout=seconds + 120, check=False,
    )  # fmt: skip
    tried = re.search(r"number_of_executed_units:\s*(\d+)", done.stderr)
    assert tried, done.stderr[-2000:]
    findings = [*folder.glob("crash-*"), *folder.glob("timeout-*"), *folder.glob("oom-*")]
    if findings and how == "careful":
        sys.stdout.write(done.stderr[-3000:])
    return int(tried[1]), findings


def test_nothing_but_a_sentence_comes_of_any_bytes(tmp_path, prove):
    tried, found = fuzz(tmp_path / "careful", "careful", SECONDS)
    _, control = fuzz(tmp_path / "naive", "naive", 60)
    prove(Row("coverage-guided bytes (atheris)", tried, 0, len(found), 0, len(control)))
