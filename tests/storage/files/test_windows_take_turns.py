"""Several programs save one file at the same time, and none writes over what it has not seen."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from nttp_readiness.domain.answers.answer import Answer
from nttp_readiness.errors import SaveError
from nttp_readiness.storage.documents.documents import load_document, save_document
from nttp_readiness.storage.files import folders, save_lock

SCRIPT = Path(__file__).parents[1] / "data" / "counting_up.py"
FROM_SOURCE = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
PROCESSES, TIMES = 3, 40


def counted(document, assessment, how, home):
    """The count that lies on the disk after several processes have each counted up."""
    document.unlink(missing_ok=True)
    zero = assessment.model_copy(update={"answers": {"CAR-1": Answer(note="0")}})
    save_document(document, zero, expected=None)
    running = [
        subprocess.Popen(
            [sys.executable, SCRIPT, document, str(TIMES), how],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env={**FROM_SOURCE, folders.HOME: str(home)},
        )
        for _ in range(PROCESSES)
    ]  # fmt: skip
    try:
        for each in running:
            assert each.stdout.readline() == "ready\n"
        for each in running:
            each.stdin.write("go\n")
            each.stdin.flush()
        for each in running:
            each.communicate(timeout=300)
            assert each.returncode == 0
    finally:
        for each in running:  # none is left to write into the folder of the next test
            each.kill()
            each.communicate()
    return int(load_document(document).assessment.answer("CAR-1").note)


def test_no_count_of_any_process_is_lost_and_without_turns_some_are(document, assessment, home):
    assert counted(document, assessment, "careful", home) == PROCESSES * TIMES
    assert counted(document, assessment, "naive", home) < PROCESSES * TIMES
    assert folders.turns().read_bytes() == b""


def test_a_turn_that_is_not_given_back_is_told_and_nothing_is_written(
    document, assessment, monkeypatch
):
    saved = save_document(document, assessment, expected=None)
    monkeypatch.setattr(save_lock, "PATIENCE", 0.05)

    def busy(_descriptor, _place):
        raise PermissionError(13, "held")

    monkeypatch.setattr(save_lock, "take", busy)
    changed = assessment.model_copy(update={"place": "plan"})
    with pytest.raises(SaveError, match="Another window"):
        save_document(document, changed, expected=saved.fingerprint)
    assert load_document(document).assessment == assessment


def test_where_no_turn_can_be_kept_the_save_goes_on(document, assessment, home):
    home.write_text("a file where the folder should be")
    save_document(document, assessment, expected=None)
    assert load_document(document).assessment == assessment


def test_threads_of_one_program_take_turns_as_well(tmp_path):
    inside, most = 0, 0

    def work():
        nonlocal inside, most
        for _ in range(50):
            with save_lock.turn(tmp_path / "a"):
                inside += 1
                most = max(most, inside)
                inside -= 1

    threads = [threading.Thread(target=work) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert most == 1
