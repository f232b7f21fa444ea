"""Something of the wrong kind at each place of a bank, one after the other: never an error of ours.

What is found is told in words of ours alone.
"""

import copy
import datetime as dt
import json
import random
import tomllib
from typing import Any

import pytest

from nttp_readiness.domain.bank.bank_problems import Problem
from nttp_readiness.errors import BankError
from nttp_readiness.storage.banks.bank_folders import check_bank_folder, read_bank

BANK, CAR = "bank.toml", "domains/CAR.toml"
WRONG: tuple[Any, ...] = (
    True, 0, -1, 10**30, 1.5, float("inf"), float("nan"), "", "  ", "0/1", "9999/9999", "\0", "٣/٤",
    "\u202e", "{0} %s", "<b>x</b>", "x" * 2000, dt.date(2026, 1, 1), dt.time(1, 1), [], [1], ["x"],
    [[]], [{}], {}, {"id": "x"}, [True] * 60, {"": ""}, ["a"] * 6,
)  # fmt: skip
OURS_ALONE = ("pydantic", "Traceback", "stand-in", "Fraction", "None", "dict", "tuple")
TRIED = 60
"""At random in each file; `long` tries all."""


def toml(value):
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, str):
        return json.dumps(value)
    if isinstance(value, list):
        return f"[{', '.join(map(toml, value))}]"
    if isinstance(value, dict):
        pairs = (f"{json.dumps(key)} = {toml(each)}" for key, each in value.items())
        return f"{{{', '.join(pairs)}}}"
    return repr(value)


def places(value, way=()):
    if way:
        yield way
    if isinstance(value, dict | list):
        for key, each in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places(each, (*way, key))


def spoilt(tables):
    """Every table of the file with one fault: another value, a key taken away, one too many."""
    for way in places(tables):
        for wrong in (*WRONG, "take away", "add"):
            changed = copy.deepcopy(tables)
            *above, last = way
            at = changed
            for step in above:
                at = at[step]
            if wrong == "take away":
                del at[last]
            elif wrong == "add" and isinstance(at, dict):
                at |= {"unheard of": {}, "\n": 1}
            else:
                at[last] = wrong
            yield way, changed


def tried(folder, file, some):
    tables = tomllib.loads((folder / file).read_text("utf-8"))
    count = told = 0
    for way, changed in some(list(spoilt(tables))):
        lines = [f"{json.dumps(key)} = {toml(each)}\n" for key, each in changed.items()]
        (folder / file).write_text("".join(lines), "utf-8")
        problems = check_bank_folder(folder)
        assert all(isinstance(each, Problem) for each in problems)
        for each in problems:
            said = f"{each.problem} {each.cure}"
            assert not [word for word in OURS_ALONE if word in said], (way, said)
        try:
            read_bank(folder)
        except BankError:
            told += 1
        count += 1
    return count, told


@pytest.mark.parametrize("file", [BANK, CAR])
def test_something_else_at_some_places_is_a_problem_like_any_other(bank_folder, file):
    count, told = tried(bank_folder, file, lambda all_: random.Random(file).sample(all_, TRIED))
    assert count == TRIED
    assert told > TRIED // 2  # most of it is wrong indeed


@pytest.mark.long
@pytest.mark.parametrize("file", [BANK, CAR])
def test_something_else_at_every_place_is_a_problem_like_any_other(bank_folder, file):
    count, told = tried(bank_folder, file, lambda all_: all_)
    assert count > 1_000
    assert told > count // 2
