"""Empty names, two files of which one is wrong, two commands at once, nowhere to print to."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from nttp_readiness import resources
from nttp_readiness.app import command_line, start, terminal
from nttp_readiness.storage.documents.documents import load_document, save_document

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def ours(here):
    path = here / "ours.readiness"
    sample = load_document(resources.assets() / "samples" / "council-service.readiness")
    save_document(path, sample.assessment, expected=None)
    return path


@pytest.fixture
def command(capsys):
    """Runs a command; gives its status and what it said on standard error."""

    def run(*arguments):
        status = start.main([str(each) for each in arguments])
        return status, capsys.readouterr().err

    return run


@pytest.mark.parametrize(
    "arguments",
    [("new-bank", ""), ("check-bank", " "), ("score", ""), ("new", "", "--bank", "nttp-roadmap"),
     ("respond", ""), ("export", "a.readiness", "")],
)  # fmt: skip
def test_an_empty_name_is_wrong_usage_and_not_the_folder_one_is_in(arguments, here, capsys):
    with pytest.raises(SystemExit) as ended:
        start.main(list(arguments))
    assert ended.value.code == 2
    assert "a name is empty" in capsys.readouterr().err.lower()
    assert list(here.iterdir()) == []


def test_of_two_files_the_one_that_is_wrong_is_named(command, ours, here):
    (here / "folder").mkdir()
    status, said = command("compare", ours, "folder")
    assert status == 1
    assert said.startswith("folder: This is not a file.")
    _, said = command("export", ours, "o.pdf", "--previous", "gone")
    assert said.startswith("gone: The file is no longer")


def test_a_question_of_an_example_that_there_is_not_is_told(command, ours, here):
    status, said = command("export", ours, "o.pdf", "--form", "example", "--strength", "NOPE")
    assert (status, said) == (1, "There is no question “NOPE” in this bank. Nothing was written.\n")
    assert not (here / "o.pdf").exists()


def test_what_stands_in_the_place_of_a_new_file_is_called_what_it_is(command, here, ours):
    (here / "folder").mkdir()
    assert "already a folder folder." in command("new", "folder", "--bank", "nttp-roadmap")[1]
    assert f"already a file {ours}." in command("new", ours, "--bank", "nttp-roadmap")[1]


def test_of_two_commands_at_once_the_second_is_told_to_run_again(command, ours, monkeypatch):
    loaded = load_document(ours)

    def load(path):
        found = load_document(path)
        save_document(path, loaded.assessment, expected=found.fingerprint)
        return found

    monkeypatch.setattr(command_line, "load_document", load)
    status, said = command("answer", ours, "LEA-1=2")
    assert status == 1
    assert "Run the command again" in said
    assert "window" not in said
    assert "Put both together" not in said
    assert load_document(ours).assessment == loaded.assessment


@pytest.mark.skipif(
    os.name == "nt" or not Path("/dev/full").exists(),
    reason="needs a device that is always full",
)
def test_where_there_is_no_room_to_print_nothing_untrue_is_said(ours, here):
    with Path("/dev/full").open("w") as full:
        done = ended(("answer", ours, "LEA-1=2"), full)
    assert done.returncode == 1
    assert done.stderr.startswith("What this command says could not be printed: ")
    assert "may have been changed all the same" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert load_document(ours).assessment.answer("LEA-1").choice == 2


def test_whoever_reads_no_further_is_left_in_peace(ours):
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as nobody:
        done = ended(("score", ours, "--json"), nobody)
    assert (done.returncode, done.stderr) == (1, "")


def test_without_a_place_to_print_to_there_is_a_sentence(monkeypatch, ours, capsys):
    monkeypatch.setattr(sys, "stdout", None)
    assert start.main(["score", str(ours)]) == 1
    assert "there is nowhere to print to" in capsys.readouterr().err
    monkeypatch.setattr(sys, "stderr", None)
    assert start.main(["score", str(ours)]) == 1
    terminal.complain("nobody hears it")


def ended(arguments, out):
    """A command whose output goes there, as a shell runs it: printed when its buffer is full."""
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    env.pop("PYTHONUNBUFFERED", None)
    return subprocess.run(
        [sys.executable, "-m", "nttp_readiness", *map(str, arguments)],
        env=env, stdout=out, stderr=subprocess.PIPE, text=True, encoding="utf-8", timeout=120,
        check=False,
    )  # fmt: skip


@pytest.mark.skipif(os.name == "nt", reason="Windows wants a right for symbolic links")
def test_a_link_in_a_circle_is_called_so(command, here):
    (here / "round.readiness").symlink_to(here / "round.readiness")
    assert "link that leads back to itself" in command("score", "round.readiness")[1]


def test_too_long_a_name_is_called_so(command):
    assert "is too long. Nothing was changed." in command("score", "x" * 300)[1]
