"""Each finding of those who used the program is held by a test that fails on its old way."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[3]
FINDINGS: list[dict[str, Any]] = [
    finding
    for table in sorted(Path(__file__).parent.glob("findings_of_*.toml"))
    for finding in tomllib.loads(table.read_text(encoding="utf-8"))["finding"]
]
PATIENCE = 900
"""Seconds; what an old way brings to a stop ends by itself long before, in a test of its own."""
COPIED = ("nttp_readiness", "tests")
LEFT_OUT = {"nttp_readiness", "tests", ".git", ".venv"}


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """The project again, with code and tests that can be changed."""
    made = tmp_path_factory.mktemp("project")
    for name in COPIED:
        shutil.copytree(ROOT / name, made / name, ignore=shutil.ignore_patterns("__pycache__"))
    for each in ROOT.iterdir():
        if each.name not in LEFT_OUT:
            (made / each.name).symlink_to(each)
    return made


def passes(copy, *tests):
    """Whether those tests pass there, and what they said."""
    done = subprocess.run(
        [sys.executable, "-B", "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests],
        cwd=copy, capture_output=True, text=True, check=False, timeout=PATIENCE,
        env={**os.environ, "PYTHONPATH": str(copy), "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert done.returncode in {0, 1}, done.stdout[-2000:] + done.stderr[-2000:]
    return done.returncode == 0, done.stdout


@pytest.mark.parametrize("finding", FINDINGS, ids=lambda each: each["name"])
def test_what_stands_there_stands_there_once(finding):
    """Else the old way would not be put back, and the proof would prove nothing."""
    for each in finding["change"]:
        text = (ROOT / "nttp_readiness" / each["file"]).read_text(encoding="utf-8")
        assert text.count(each["now"]) == 1, each
    file, *names = finding["test"].split("::")
    tests = (ROOT / file).read_text(encoding="utf-8")
    assert all(f"{name.partition('[')[0]}(" in tests or f"class {name}" in tests for name in names)


@pytest.mark.long
def test_all_of_them_pass_as_the_program_is(copy):
    passed, said = passes(copy, *sorted({each["test"] for each in FINDINGS}))
    assert passed, said[-3000:]


@pytest.mark.long
@pytest.mark.parametrize("finding", FINDINGS, ids=lambda each: each["name"])
def test_each_fails_on_the_old_way(copy, finding):
    kept: dict[Path, str] = {}
    for each in finding["change"]:
        file = copy / "nttp_readiness" / each["file"]
        text = file.read_text(encoding="utf-8")
        kept.setdefault(file, text)
        file.write_text(text.replace(each["now"], each["then"]), encoding="utf-8")
    try:
        passed, _ = passes(copy, finding["test"])
    finally:
        for file, text in kept.items():
            file.write_text(text, encoding="utf-8")
    assert not passed, f"{finding['test']} passes on the old way of “{finding['name']}”"
