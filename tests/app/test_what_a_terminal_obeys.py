"""A file's texts cannot clear a terminal, rename it, or hide where something leads."""

import json
import os
import shutil

import pytest

from nttp_readiness import resources
from nttp_readiness.app.start import main
from nttp_readiness.app.terminal import complain, say, say_json
from nttp_readiness.domain.editing import edits
from nttp_readiness.storage.documents.documents import load_document, save_document

SAMPLE = resources.assets() / "samples" / "council-service.readiness"
OBEYED = "\x1b]8;;file:///evil\x1b\\x\x1b[2J\x07\x00\x08\x7f\x9b31m\u202egnp.\u2066\r"
ORDINARY = "Ceilidh’s à Ghàidhlig, 👩‍👩‍👧, a tab\tand\na line"


def left(text):
    return [each for each in OBEYED if not each.isprintable() and each in text]


def test_what_a_terminal_obeys_is_shown_as_a_sign(capsys):
    say(f"before {OBEYED} after")
    complain(OBEYED)
    said = capsys.readouterr()
    assert left(said.out + said.err) == []
    assert said.out.startswith("before \N{REPLACEMENT CHARACTER}]8;;file:///evil")
    assert said.out.endswith(" after\n")


def test_json_says_it_all_the_same(capsys):
    say_json({"title": OBEYED, "other": ORDINARY})
    said = capsys.readouterr().out
    assert left(said) == []
    assert json.loads(said) == {"title": OBEYED, "other": ORDINARY}


def test_an_ordinary_text_stays_as_it_is(capsys):
    say(ORDINARY)
    assert capsys.readouterr().out == f"{ORDINARY}\n"


def test_a_hostile_assessment_is_scored_without_obeying_it(tmp_path, capsys):
    path = tmp_path / "evil.readiness"
    found = load_document(SAMPLE).assessment
    actions = {
        key: edits.changed(each, title=f"x{OBEYED}"[:100].replace("\r", ""))
        for key, each in found.actions.items()
    }
    profile = edits.changed(found.profile, title=f"x{OBEYED}".replace("\r", ""))
    save_document(path, edits.changed(found, actions=actions, profile=profile), expected=None)
    assert main(["score", str(path)]) == 0
    said = capsys.readouterr()
    assert left(said.out + said.err) == []
    assert "gnp." in said.out  # it was there to be shown


@pytest.mark.skipif(os.name == "nt", reason="no file may have such a name there")
def test_a_files_name_is_not_obeyed_either(tmp_path, capsys):
    path = tmp_path / "evil\x1b[2J.readiness"
    shutil.copy(SAMPLE, path)
    assert main(["export", str(path), str(tmp_path / "out\x1b[2J.json")]) == 0
    assert main(["score", str(tmp_path / "none\x1b[2J.readiness")]) == 1
    said = capsys.readouterr()
    assert left(said.out + said.err) == []
