"""The latest state that two files have in common: never one that one of them did not grow from."""

import json

import pytest

from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.exchange.merging import merge
from nttp_readiness.storage.documents import envelope
from nttp_readiness.storage.documents.document_bytes import document_bytes
from nttp_readiness.storage.documents.documents import load_document, save_document
from nttp_readiness.storage.keeping import backups, recovery
from nttp_readiness.storage.keeping.common_state import common_state, marks_together
from tests.domain import small_bank as small

BANK = small.two_domains()
FIRST, SECOND = list(BANK.by_id)[:2]


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "a.readiness"
    made = edits.new_assessment(BANK, "A", today=small.TODAY)
    save_document(file, edits.answer(made, FIRST, 1), expected=None)
    return file


def sitting(path, *choices):
    """Each choice is saved by itself, and the state before the first is kept."""
    loaded = load_document(path)
    backups.back_up(path)
    expected, marks = loaded.fingerprint, loaded.fingerprint.with_mark
    for choice in choices:
        changed = edits.answer(load_document(path).assessment, FIRST, choice)
        expected = save_document(path, changed, expected=expected, earlier=marks).fingerprint


def copied(path, name="b.readiness"):
    copy = path.with_name(name)
    copy.write_bytes(path.read_bytes())
    return copy


def choice(assessment):
    return assessment.answer(FIRST).choice


def common(path, copy):
    return choice(common_state(load_document(path), load_document(copy)))


def test_it_is_what_lay_there_when_the_copy_was_made(path):
    sitting(path, 2)
    copy = copied(path)
    sitting(path, 3)
    sitting(copy, 4)
    assert common(path, copy) == common(copy, path) == 2


def test_a_copy_made_amid_a_sitting_began_before_it(path):
    """What the sitting came to at its end lies in no state that the copy grew from."""
    sitting(path, 2)
    copy = copied(path)
    sitting(path, 3)
    sitting(copy, 4)
    amid = copied(path, "c.readiness")
    loaded = load_document(path)
    late = edits.answer(loaded.assessment, FIRST, 0)
    save_document(path, late, expected=loaded.fingerprint)  # the same sitting goes on
    sitting(amid, 4)
    sitting(path, 1)
    assert common(path, amid) == 2


def test_one_that_grew_from_the_other_begins_with_that(path):
    copy = copied(path)
    sitting(path, 2, 3)
    sitting(path, 4)
    merged = merge(
        common_state(load_document(path), load_document(copy)),
        load_document(path).assessment,
        load_document(copy).assessment,
    )
    assert choice(merged.assessment) == 4
    assert (merged.theirs, merged.conflicts) == ((), ())


def test_what_came_of_putting_both_together_grew_from_both(path):
    copy = copied(path)
    sitting(path, 2)
    sitting(copy, 3)
    ours, theirs = load_document(path), load_document(copy)
    save_document(
        path, ours.assessment, expected=ours.fingerprint, earlier=marks_together(ours, theirs)
    )
    assert common(path, copy) == 3


def test_without_any_that_is_at_hand_both_began_with_nothing(path):
    copy = copied(path)
    sitting(path, 2)
    sitting(copy, 3)
    backups.purge(load_document(path).assessment.id)
    assert common(path, copy) is None


def test_a_recovery_copy_is_at_hand_too(path):
    loaded = load_document(path)
    recovery.keep(loaded.assessment, path=path, saved=None)
    copy = copied(path)
    sitting(path, 2)
    sitting(copy, 3)
    backups.purge(loaded.assessment.id)
    assert common(path, copy) == 1


def test_marks_stay_with_the_file_and_are_not_more_than_a_hundred(path):
    loaded = load_document(path)
    many = tuple(f"{number:016x}" for number in range(130))
    save_document(path, loaded.assessment, expected=loaded.fingerprint, earlier=many)
    marks = json.loads(path.read_bytes())["earlier"]
    assert marks == list(many[-envelope.MOST_EARLIER :])
    assert load_document(path).fingerprint.earlier == tuple(marks)


@pytest.mark.parametrize("said", [3, "abc", [1], ["A" * 16], ["0" * 16] * 101, [None], {}])
def test_marks_that_are_none_are_taken_for_nothing(path, said):
    held = json.loads(path.read_bytes())
    path.write_text(json.dumps({**held, "earlier": said}))
    assert load_document(path).fingerprint.earlier == ()


def test_what_grew_from_nothing_has_no_marks(path):
    assert b"earlier" not in document_bytes(load_document(path).assessment, revision=1)
