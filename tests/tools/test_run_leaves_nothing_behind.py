"""What `run.py` writes into the repository is nothing that git would offer to commit."""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def run_py():
    spec = importlib.util.spec_from_file_location("run_py", ROOT / "run.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_sample_plan_of_a_start_without_a_screen_is_ignored(run_py):
    ignored = (ROOT / ".gitignore").read_text("utf-8").splitlines()
    assert f"/{run_py.SAMPLE_PLAN}" in ignored


def test_each_tool_keeps_its_notes_in_a_folder_that_is_ignored():
    ignored = {
        line.strip("/") for line in (ROOT / ".gitignore").read_text("utf-8").splitlines() if line
    }
    tools = {".venv", "build", "dist", ".windows", ".mypy_cache", ".ruff_cache", ".pytest_cache"}
    assert tools | {".hypothesis", ".import_linter_cache", "__pycache__"} <= ignored


def test_the_quick_path_names_folders_that_are_there_and_a_profile_that_is_known(run_py):
    assert all((ROOT / folder).is_dir() for folder in run_py.PURE)
    profile = re.search(r"--hypothesis-profile=(\w+)\"", (ROOT / "run.py").read_text("utf-8"))
    assert profile is not None
    quick, usual = settings.get_profile(profile[1]), settings.get_profile("the same")
    assert quick.max_examples < usual.max_examples


def test_hooks_are_of_this_project_and_fetch_nothing():
    text = (ROOT / ".pre-commit-config.yaml").read_text("utf-8")
    assert re.findall(r"repo: (\S+)", text) == ["local"]
    assert set(re.findall(r"language: (\S+)", text)) == {"system"}
    assert "://" not in text


def test_hooks_are_read_by_the_tool_that_runs_them():
    command = [sys.executable, "-m", "pre_commit", "validate-config", ".pre-commit-config.yaml"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
