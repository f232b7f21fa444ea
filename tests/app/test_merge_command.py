"""`merge FILE OTHER`: a conflict copy or a colleague's copy comes back, and nothing is lost."""

import json
import shutil

import pytest

from nttp_readiness import resources
from nttp_readiness.app.command_line import _parser
from nttp_readiness.app.command_line import run as run_command
from nttp_readiness.app.start import COMMANDS
from nttp_readiness.domain.editing import edits
from nttp_readiness.storage.documents.documents import load_document, save_document
from nttp_readiness.storage.keeping import backups
from tests.symbolic_links import link_to


@pytest.fixture
def files(tmp_path, monkeypatch):
    """One assessment and a copy of it that went out, both as one sitting left them."""
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "home"))
    path, copy = tmp_path / "plan.readiness", tmp_path / "plan-LAPTOP-7.readiness"
    sample = load_document(resources.assets() / "samples" / "council-service.readiness")
    save_document(path, sample.assessment, expected=None)
    shutil.copy(path, copy)
    return path, copy


def sitting(path, change):
    """What a sitting in the window does: the state before it is kept, and its mark goes along."""
    loaded = load_document(path)
    backups.back_up(path)
    save_document(
        path,
        change(loaded.assessment),
        expected=loaded.fingerprint,
        earlier=loaded.fingerprint.with_mark,
    )


def run(capsys, *arguments):
    status = run_command([str(each) for each in arguments])
    said = capsys.readouterr()
    return status, said.out + said.err


def answers(path, *keys):
    held = load_document(path).assessment
    return [held.answer(each).choice for each in keys]


def test_what_each_changed_alone_is_in_the_file(files, capsys):
    path, copy = files
    was = answers(path, "WEL-3")[0]
    sitting(path, lambda it: edits.answer(it, "WEL-3", 4 if was != 4 else 3))
    sitting(copy, lambda it: edits.answer(it, "WEL-5", None))
    status, said = run(capsys, "merge", path, copy)
    assert (status, answers(path, "WEL-3", "WEL-5")) == (0, [4 if was != 4 else 3, None])
    assert "1 change was taken." in said
    assert "in both" not in said


def test_what_was_taken_out_in_the_copy_goes_only_if_the_common_state_is_known(files, capsys):
    """Without the earlier version nobody can tell "taken out there" from "added here"."""
    path, copy = files
    sitting(copy, lambda it: edits.answer(it, "WEL-5", None))
    before = answers(path, "WEL-5")
    shutil.rmtree(path.parent / "home")
    sitting(path, lambda it: edits.set_profile(it, organisation="Taigh Mòr"))
    backups.purge(load_document(path).assessment.id)
    status, said = run(capsys, "merge", path, copy)
    assert (status, answers(path, "WEL-5")) == (0, before)
    assert "had nothing that this one does not have" in said


def test_what_both_changed_stays_and_is_named_with_both_sides(files, capsys):
    path, copy = files
    sitting(path, lambda it: edits.write_beside(it, "WEL-5", note="Ours"))
    sitting(copy, lambda it: edits.write_beside(it, "WEL-5", note="Theirs"))
    theirs = copy.read_bytes()
    status, said = run(capsys, "merge", path, copy)
    assert status == 0
    assert load_document(path).assessment.answer("WEL-5").note == "Ours"
    assert "1 part was changed in both" in said
    assert "here Note: Ours, in the other file Note: Theirs" in said
    assert copy.read_bytes() == theirs


def test_a_second_time_there_is_nothing_to_take_and_nothing_differs(files, capsys):
    path, copy = files
    sitting(path, lambda it: edits.answer(it, "WEL-3", None))
    sitting(copy, lambda it: edits.write_beside(it, "WEL-5", note="Theirs"))
    run(capsys, "merge", path, copy)
    once = path.read_bytes()
    sitting(path, lambda it: edits.write_beside(it, "WEL-5", note="Ours again"))
    status, said = run(capsys, "merge", path, copy)
    assert status == 0
    assert load_document(path).assessment.answer("WEL-5").note == "Ours again"
    assert "in both" not in said
    assert once != path.read_bytes()


def test_out_leaves_both_as_they_are(files, capsys, tmp_path):
    path, copy = files
    sitting(copy, lambda it: edits.write_beside(it, "WEL-5", note="Theirs"))
    both = path.read_bytes(), copy.read_bytes()
    out = tmp_path / "together.readiness"
    status, _ = run(capsys, "merge", path, copy, "--out", out)
    assert status == 0
    assert (path.read_bytes(), copy.read_bytes()) == both
    assert load_document(out).assessment.answer("WEL-5").note == "Theirs"
    status, said = run(capsys, "merge", path, copy, "--out", out)
    assert status == 1
    assert "already a file" in said


def test_as_data_it_says_the_same(files, capsys):
    path, copy = files
    sitting(path, lambda it: edits.write_beside(it, "WEL-5", note="Ours"))
    sitting(
        copy,
        lambda it: edits.set_profile(
            edits.write_beside(it, "WEL-5", note="Theirs"), organisation="Taigh Mòr"
        ),
    )
    status, said = run(capsys, "merge", path, copy, "--json")
    data = json.loads(said)
    assert status == 0
    assert [(each["kind"], each["key"]) for each in data["taken"]] == [("profile", "organisation")]
    assert [(each["key"], each["here"], each["there"]) for each in data["differs"]] == [
        ("WEL-5", "Note: Ours", "Note: Theirs")
    ]


def test_the_state_before_is_kept_as_an_earlier_version(files, capsys):
    path, copy = files
    sitting(copy, lambda it: edits.write_beside(it, "WEL-5", note="Theirs"))
    before = path.read_bytes()
    run(capsys, "merge", path, copy)
    document = load_document(path).assessment.id
    assert before in [each.file.read_bytes() for each in backups.backups(document)]


@pytest.mark.parametrize(
    ("other", "said"),
    [("another", "two assessments"), ("itself", "the same file"), ("text", "not a readiness")],
)
def test_what_is_no_other_version_is_refused_and_nothing_changes(
    files, capsys, tmp_path, other, said
):
    path, _ = files
    place = tmp_path / "other.readiness"
    if other == "another":
        made = edits.of_its_own(load_document(path).assessment)
        save_document(place, made, expected=None)
    elif other == "itself":
        link_to(place, path)
    else:
        place.write_text('{"a": 1}')
    before = path.read_bytes()
    status, found = run(capsys, "merge", path, place)
    assert status == 1
    assert said in found
    assert path.read_bytes() == before


def test_the_start_knows_every_command_and_opens_no_window_for_it():
    (commands,) = (each for each in _parser()._actions if each.choices)
    assert set(commands.choices) == set(COMMANDS)
