"""The one command that takes pictures: how it is asked for, and that it leaves no page out."""

import pytest

from nttp_readiness.address import Page
from nttp_readiness.app import screens


def test_asking_how_it_is_used_makes_no_folder(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert screens.main(["--help"]) == 0
    assert "FOLDER" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("arguments", [[], ["one", "two"], ["--all"]])
def test_wrong_usage_is_told_and_makes_no_folder(arguments, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert screens.main(arguments) == 2
    assert "Name one folder" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_every_page_of_the_program_has_its_picture():
    from nttp_readiness.presentation.screens import document_help, window_help

    taken = {*(each.page for each in screens.PAGES), *screens._BESIDE}
    beside = {each.value if isinstance(each, Page) else each for each in taken}
    topics = {
        each.value if isinstance(each, Page) else each
        for each in (*document_help.HELP, *window_help.HELP)
    }
    assert topics - beside == {"workshop"}  # it has pictures of its own


def test_the_pictures_come_in_every_theme_and_at_twice_the_text():
    forms = {(theme, text) for theme, text, _ in screens.FORMS}
    assert forms == {("light", 100), ("dark", 100), ("contrast", 100), ("light", 200)}
    assert (911, 472) in screens.SIZES
