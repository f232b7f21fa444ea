"""`respond FILE` opens the window for one person; `--no-window` works without one."""

import sys
from pathlib import Path

import pytest

from nttp_readiness.app import start
from nttp_readiness.ui.shell import application


def test_respond_hands_file_and_answer_file_to_the_window(monkeypatch):
    asked = []

    def respond(*given):
        asked.append(given)
        return 0

    monkeypatch.setattr(application, "respond", respond)
    assert start.main(["respond", "a b.readiness", "--out", "mine.answers"]) == 0
    assert start.main(["respond", "a b.readiness"]) == 0
    assert asked == [
        (Path("a b.readiness"), Path("mine.answers")),
        (Path("a b.readiness"), None),
    ]


def test_without_a_window_it_stays_a_command(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(application, "respond", lambda *given: 99)
    missing = tmp_path / "none.readiness"
    assert start.main(["respond", str(missing), "--out", "x.answers", "--no-window"]) == 1
    assert capsys.readouterr().err


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")
@pytest.mark.parametrize("given", [[], ["a.readiness"], ["respond", "a.readiness"]])
def test_without_a_screen_a_sentence_names_the_commands(monkeypatch, capsys, given):
    for each in start.SCREENS:
        monkeypatch.delenv(each, raising=False)
    assert start.main(given) == 1
    said = capsys.readouterr().err
    assert said.startswith("There is no screen here")
    assert "--help" in said
    monkeypatch.setenv("DISPLAY", ":0")
    assert start.has_screen()
