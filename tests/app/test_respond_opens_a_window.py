"""`respond FILE` opens the window for one person; `--no-window` works without one."""

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, Signal

from nttp_readiness.app import start
from nttp_readiness.ui.shell import application
from nttp_readiness.ui.shell.refusal_dialog import RefusalDialog
from nttp_readiness.ui.workshop.ballots import respond_window


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


@pytest.fixture
def nothing_to_answer(monkeypatch, tmp_path, qapp, look):
    """`respond` with a file that is not there, in the application of these tests."""
    monkeypatch.setattr(application, "QApplication", lambda _arguments: qapp)
    monkeypatch.setattr(application, "make_look", lambda _app: look)
    monkeypatch.setattr(application, "show_icon", lambda: None)
    return lambda: application.respond(tmp_path / "gone.readiness", None)


def test_what_is_wrong_is_said_on_standard_error(nothing_to_answer, capsys):
    assert nothing_to_answer() == 1
    assert "no longer at this place" in capsys.readouterr().err


def test_what_is_wrong_is_said_in_a_box_where_nobody_reads_a_console(
    nothing_to_answer, monkeypatch
):
    """The program for the window on Windows has no standard error: it ended without a word."""
    shown = []
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setattr(RefusalDialog, "exec", lambda box: shown.append(box.words.plain()))
    assert nothing_to_answer() == 1
    [words] = shown
    assert "no longer at this place" in words


def test_that_box_shows_a_sentence_as_it_is(look, qtbot):
    box = RefusalDialog(look, "NTTP Readiness", "“<b>ours</b>” cannot be answered.")
    qtbot.addWidget(box)
    box.show()
    assert box.words.plain() == "“<b>ours</b>” cannot be answered."
    assert box.accessibleDescription() == box.words.plain()
    assert box.close_button.isDefault()


class AsksToEnd(QObject):
    """An application that is asked at once whether the session may end."""

    commitDataRequest = Signal(object)  # noqa: N815 - Qt names it so


@pytest.mark.parametrize("kept", [True, False])
def test_a_session_ends_only_where_nothing_is_lost(monkeypatch, look, qtbot, kept):
    app, asked = AsksToEnd(), []

    class Window:
        def __init__(self, *_given):
            pass

        def keep_before_the_session_ends(self):
            return kept

        def show(self):
            app.commitDataRequest.emit(SimpleNamespace(cancel=lambda: asked.append("cancelled")))

    monkeypatch.setattr(respond_window, "RespondWindow", Window)
    stand_in = SimpleNamespace(exec=lambda: 0)
    monkeypatch.setattr(
        application,
        "QApplication",
        type("Qt", (), {"__new__": lambda *_: app, "exec": stand_in.exec}),
    )
    monkeypatch.setattr(application, "make_look", lambda _app: look)
    monkeypatch.setattr(application, "show_icon", lambda: None)
    assert application.respond(Path("a.readiness"), None) == 0
    assert asked == ([] if kept else ["cancelled"])
