"""The real window is killed while somebody types; a second before is the most that may be gone."""

import os
import random

import pytest

from tests.proofs.conftest import Row
from tests.proofs.saving.kill_while_typing import one_round

pytestmark = pytest.mark.skipif(os.name == "nt", reason="kill -9 is of POSIX")


def trial(tmp_path, how, times, *also):
    chance, lost, unreadable, tried = random.Random(7), 0, 0, 0
    for number in range(times):
        folder = tmp_path / "-".join((how, *also, str(number)))
        folder.mkdir()
        promised, found = one_round(folder, how, chance.uniform(1.8, 3.2), *also)
        tried += promised > 0
        unreadable += found < 0
        lost += 0 <= found < promised
    return tried, lost, unreadable


def test_one_kill_while_typing_loses_at_most_a_second(tmp_path):
    assert trial(tmp_path, "careful", 1) == (1, 0, 0)


@pytest.mark.long
def test_many_kills_while_typing(tmp_path, prove):
    tried, lost, unreadable = trial(tmp_path, "careful", 15)
    _, control, _ = trial(tmp_path, "naive", 3)
    prove(Row("kill -9 while typing in the window", tried, lost, unreadable, 0, control))


@pytest.mark.long
def test_many_kills_while_typing_and_closing(tmp_path, prove):
    tried, lost, unreadable = trial(tmp_path, "careful", 15, "closing")
    _, control, _ = trial(tmp_path, "naive", 3)
    prove(Row("kill -9 while closing and opening", tried, lost, unreadable, 0, control))
