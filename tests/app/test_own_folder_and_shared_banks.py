"""One folder for everything by `--data-dir`, and banks that are laid down for everybody."""

import os
import shutil
from pathlib import Path

import pytest

from nttp_readiness.app.start import main
from nttp_readiness.storage.files import folders

TINY = Path(__file__).parents[1] / "storage" / "data" / "tiny-bank"


@pytest.fixture(autouse=True)
def _home(tmp_path, monkeypatch):
    monkeypatch.setenv(folders.HOME, str(tmp_path / "home"))


@pytest.mark.parametrize("joined", [False, True])
def test_a_folder_of_its_own_is_set_for_all_commands(joined, tmp_path, capsys):
    chosen = str(tmp_path / "stick")
    option = [f"--data-dir={chosen}"] if joined else ["--data-dir", chosen]
    assert main([*option, "banks"]) == 0
    assert os.environ[folders.HOME] == chosen
    assert folders.settings().is_relative_to(chosen)


@pytest.mark.parametrize("given", [["--data-dir"], ["--data-dir="], ["--data-dir", ""]])
def test_an_option_without_its_folder_is_wrong_usage(given, capsys):
    with pytest.raises(SystemExit) as ended:
        main(given)
    assert ended.value.code == 2
    assert "--data-dir" in capsys.readouterr().err


def test_a_bank_that_is_laid_down_for_everybody_is_at_hand(tmp_path, capsys):
    shared = folders.shared() / "question_banks" / "ours"
    shutil.copytree(TINY, shared)
    assert main(["banks"]) == 0
    assert str(shared) in capsys.readouterr().out
