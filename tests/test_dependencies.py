"""What is declared is imported, what is imported is declared, and locks name no download place."""

import ast
import importlib.metadata
import re
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCKS = sorted(ROOT.glob("requirements*.lock"))


def plain(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def declared():
    return {plain(re.match(r"[\w.-]+", each)[0]) for each in PROJECT["project"]["dependencies"]}


def imported(sources):
    """The packages that give the modules which those sources import, but for Python's own."""
    givers = importlib.metadata.packages_distributions()
    found = set()
    for path in sources:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = []
            if isinstance(node, ast.Import):
                names = [each.name for each in node.names]
            elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
                names = [node.module]
            for name in {each.split(".")[0] for each in names}:
                if name not in {*sys.stdlib_module_names, "nttp_readiness"}:
                    found |= {plain(each) for each in givers.get(name, [name])}
    return found


def program():
    return imported((ROOT / "nttp_readiness").rglob("*.py"))


ALONG = {"pydantic-core", "pyside6", "shiboken6"}
"""What a declared package brings along as a part of itself."""


def test_every_declared_package_is_imported():
    assert declared() - program() == set()


def optional():
    """What one part of the program uses where it is there."""
    extras = PROJECT["project"]["optional-dependencies"].values()
    return {plain(re.match(r"[\w.-]+", each)[0]) for extra in extras for each in extra}


def test_every_imported_package_is_declared():
    assert program() - declared() - ALONG == optional()


def test_an_optional_package_has_a_lock_of_its_own_and_is_in_no_other_of_the_program():
    assert locked("requirements-cube.lock") == needed(optional())
    assert locked("requirements.lock") & optional() == set()


def test_an_import_that_nobody_declared_would_be_seen(tmp_path):
    source = tmp_path / "one.py"
    source.write_text("import sys\nimport requests.sessions\nfrom numpy import array\n")
    assert imported([source]) == {"requests", "numpy"}


def locked(lock):
    return set(map(plain, re.findall(r"(?m)^([\w.-]+)==", (ROOT / lock).read_text("utf-8"))))


def needed(names):
    """Those packages with all that they ask for in turn, but for what is only extra."""
    found, left = set(), set(names)
    while left:
        name = left.pop()
        found.add(name)
        try:
            asked = importlib.metadata.requires(name) or []
        except importlib.metadata.PackageNotFoundError:
            continue  # of another system
        for each in asked:
            if "extra ==" not in each:
                left |= {plain(re.match(r"[\w.-]+", each)[0])} - found
    return found


def test_every_locked_package_is_needed_and_every_needed_one_is_locked():
    here = {name for name in needed(declared()) if _is_here(name)}
    assert locked("requirements.lock") - needed(declared()) == set()
    assert here - locked("requirements.lock") == set()
    assert len(here) > len(declared())


def test_a_locked_package_that_nothing_asks_for_would_be_seen():
    assert "pytest" not in needed(declared())


def _is_here(name):
    try:
        return bool(importlib.metadata.version(name))
    except importlib.metadata.PackageNotFoundError:
        return False


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_locked_version_has_hashes_and_no_place_to_download_from(lock):
    text = lock.read_text("utf-8")
    entries = re.split(r"\n(?=[A-Za-z0-9])", text.strip())
    assert entries
    assert all("==" in each.splitlines()[0] and "--hash=sha256:" in each for each in entries)
    assert not re.search(r"https?://|index-url|find-links", text)
