"""The map names every room, in the order that the contracts hold, and no path that is not there."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "nttp_readiness"
GUIDES = ("docs/architecture.md", "CONTRIBUTING.md")
MAP = (ROOT / "docs/architecture.md").read_text("utf-8")
ROOMS = re.findall(r"(?m)^\| \**`([\w/]+)`\** \|", MAP)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def rows(heading):
    """The cells of the table under a heading."""
    part = MAP.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("| ")][1:]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def paths(text):
    """What stands between backticks and looks like a file or a folder."""
    named = re.findall(r"`([\w./-]+)`", text)
    return [each for each in named if "/" in each or re.search(r"\.(py|toml|md|spec|lock)$", each)]


def exists(path):
    return (PACKAGE / path).exists() or (ROOT / path).exists()


def room_of(path):
    return path.parent.relative_to(PACKAGE).as_posix()


def test_every_room_is_named_once():
    there = {room_of(path) for path in PACKAGE.rglob("__init__.py")} - {"."}
    # `domain` and its like have modules of their own beside their rooms, and a line for both.
    assert sorted(ROOMS) == sorted(there)


@pytest.mark.parametrize("guide", GUIDES)
def test_every_path_that_is_named_is_there(guide):
    named = paths((ROOT / guide).read_text("utf-8"))
    assert len(named) >= 10
    assert [each for each in named if not exists(each)] == []


def test_a_path_that_is_not_there_would_be_found():
    assert not exists("ui/gone.py")
    assert paths("Look in `ui/gone.py` or `question_banks`.") == ["ui/gone.py"]


def test_what_people_want_to_change_leads_somewhere():
    table = rows("To change this, look there")
    assert len(table) >= 20
    assert [what for what, where in table if not paths(where) and not _room(where)] == []


def _room(where):
    return any(exists(each) for each in re.findall(r"`([\w./-]+)`", where))


def contracts():
    for contract in PROJECT["tool"]["importlinter"]["contracts"]:
        if contract["type"] == "layers" and contract.get("exhaustive"):
            inside = contract["containers"][0].removeprefix("nttp_readiness").strip(".")
            yield inside.replace(".", "/"), contract["layers"]


@pytest.mark.parametrize(("inside", "layers"), list(contracts()), ids=lambda each: str(each)[:20])
def test_rooms_stand_in_the_order_that_the_contracts_hold(inside, layers):
    """Each room below the ones that may import it; those of one layer in any order."""
    prefix = f"{inside}/" if inside else ""
    line = {room: number for number, room in enumerate(ROOMS)}
    before = -1
    for layer in layers:
        here = [prefix + name.strip() for name in re.split(r"[|:]", layer)]
        numbers = [line[name] for name in here if name in line]
        if numbers:
            assert min(numbers) > before, f"{layer} stands above what it may import"
            before = max(numbers)
    assert before >= 0


def test_a_word_of_the_code_is_explained_once():
    words = [word for cells in rows("Words of the code") for word in cells[0].split(", ")]
    assert len(words) >= 30
    assert len(set(words)) == len(words)
