"""Answer files: small, strict, counted once, in any order, and forgotten but for a keyed hash."""

import json
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nttp_readiness.domain.answers.workshop import Group
from nttp_readiness.domain.bank.scale import LEVELS
from nttp_readiness.domain.editing import workshop_edits
from nttp_readiness.domain.exchange.combining import combine
from nttp_readiness.errors import DocumentError, NewerError, SaveError
from nttp_readiness.storage.documents import envelope
from nttp_readiness.storage.documents.document_bytes import document_bytes
from nttp_readiness.storage.exchange import answer_files
from nttp_readiness.storage.exchange.answer_files import (
    answer_bytes,
    answers_in,
    hand_in,
    load_answers,
    save_answers,
)
from nttp_readiness.storage.files import reading
from tests.domain import small_bank as small

BANK = small.two_domains()
GROUPS = (Group(name="Leaders", size=6), Group(name="Front line", size=7))


def begun():
    return workshop_edits.start_round(
        small.assessment_of(BANK, {}), GROUPS, today=small.TODAY, consent=True
    )


def twelve(assessment, seed=5):
    chance = random.Random(seed)
    return [
        hand_in(
            assessment,
            GROUPS[n % 2].name,
            {key: chance.choice([0, 1, 2, 3, 4, "not_sure"]) for key in BANK.by_id},
        )
        for n in range(12)
    ]


def signed(body):
    """An answer file with that body, and a hash that fits it."""
    data = {
        "format": answer_files.FORMAT, "version": 1, "program": "1",
        "sha256": envelope.content_hash(body), "body": body,
    }  # fmt: skip
    return json.dumps(data).encode()


def changed_body(**changes):
    body = twelve(begun())[0].model_dump(mode="json") | changes
    return signed(body)


def test_an_answer_file_comes_back_exactly(tmp_path):
    handed = twelve(begun())[0]
    save_answers(tmp_path / "mine.answers", handed)
    assert load_answers(tmp_path / "mine.answers") == handed


@pytest.mark.parametrize("seed", range(5))
def test_twelve_files_given_twice_in_any_order_give_one_result(seed):
    start = begun()
    files = twelve(start)
    expected = combine(start, files).assessment
    twice, chance = files * 2, random.Random(seed)
    chance.shuffle(twice)
    at_once = combine(start, twice)
    assert (at_once.added, at_once.already, at_once.refused) == (12, 12, ())
    one_by_one = start
    for each in twice:
        one_by_one = combine(one_by_one, [each]).assessment
    assert at_once.assessment == one_by_one == expected
    assert document_bytes(one_by_one, revision=1) == document_bytes(expected, revision=1)


@given(st.permutations(range(12)), st.integers(1, 11))
@settings(max_examples=15, deadline=None)
def test_any_batches_in_any_order_give_one_result(order, cut):
    start = begun()
    files = twelve(start)
    mixed = [files[n] for n in order]
    first = combine(start, mixed[:cut]).assessment
    assert combine(first, mixed[cut - 1 :]).assessment == combine(start, files).assessment


def test_only_a_keyed_hash_of_a_file_is_remembered():
    start = begun()
    files = twelve(start)
    made = combine(start, files).assessment
    written = document_bytes(made, revision=1).decode()
    assert len(made.workshop.round.seen) == 12
    assert not any(each.id in written or each.id[:8] in written for each in files)
    assert made.workshop.round.seen == tuple(sorted(made.workshop.round.seen))
    other = begun().model_copy(update={"id": start.id})
    elsewhere = combine(other, files).assessment
    assert not set(elsewhere.workshop.round.seen) & set(made.workshop.round.seen)


def test_a_second_version_of_a_file_that_was_counted_changes_nothing():
    start = begun()
    first = twelve(start)[0]
    second = first.model_copy(update={"answers": {"A-1": 4}})
    made = combine(start, [first]).assessment
    again = combine(made, [second])
    assert again.assessment == made
    assert (again.added, again.already) == (0, 1)


def test_what_is_remembered_of_a_file_says_whose_it_is_and_nothing_that_it_says():
    """Whoever holds the document and an earlier version of the file tries out guesses."""
    start = begun()
    first = twelve(start)[0]
    guesses = [first.model_copy(update={"answers": {"A-1": level}}) for level in LEVELS]
    marks = {combine(start, [each]).assessment.workshop.round.seen for each in guesses}
    assert len(marks) == 1


def test_two_versions_given_together_are_both_left_out_in_either_order():
    start = begun()
    first, *others = twelve(start)
    second = first.model_copy(update={"answers": {"A-1": 4}})
    for files in ([first, second, *others], [second, *others, first]):
        found = combine(start, files)
        assert found.added == 11
        assert len(found.refused) == 2
    there = combine(start, [first, second, *others]).assessment
    assert there == combine(start, [second, *others, first]).assessment


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"document": "0" * 32}, "another assessment"),
        ({"version": "9.0.0"}, "another version of the questions"),
        ({"group": "Strangers"}, "does not take part in this round"),
        ({"answers": {"Z-9": 1}}, "not in this assessment"),
        ({"answers": {"A-1": "not_relevant"}}, "is a foundation"),
    ],
)
def test_what_cannot_be_counted_is_listed_with_its_reason_and_the_rest_is_counted(changes, words):
    start = begun()
    good, bad, *_ = twelve(start)
    found = combine(start, [bad.model_copy(update=changes), good])
    assert (found.added, [each.place for each in found.refused]) == (1, [0])
    assert words in found.refused[0].why


def test_of_more_files_than_people_none_counts_in_any_order():
    start = begun()
    files = [hand_in(start, "Leaders", {"A-1": LEVELS[n % 5]}) for n in range(9)]
    there, back = combine(start, files), combine(start, files[::-1])
    assert there.added == back.added == 0
    assert there.assessment == back.assessment == start
    assert "“Leaders” has 6 people, and with these files 9" in there.refused[0].why
    assert combine(start, files[:6]).added == 6


def test_files_that_come_after_the_round_closed_belong_to_the_next_and_known_ones_stay_known():
    start = begun()
    late, *files = twelve(start)
    done = workshop_edits.close_round(combine(start, files).assessment, today=small.TODAY)
    found = combine(done, [late, *files])
    assert found.assessment == done
    assert (found.already, len(found.refused)) == (11, 1)
    assert "belongs to the next" in found.refused[0].why
    following = workshop_edits.start_round(done, GROUPS, today=small.TODAY)
    counted = combine(following, [late, *files])
    assert (counted.added, counted.already) == (1, 11)
    assert counted.assessment.workshop.rounds[0] == done.workshop.rounds[0]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "not an answer file"),
        (b"null", "not an answer file"),
        (b"\x89PNG", "not an answer file"),
        (b'{"format": "nttp-readiness"}', "not an answer file"),
        (b'{"format": "nttp-readiness-answers"}', "is damaged"),
        (b'{"format": "nttp-readiness-answers", "format": "x"}', "not an answer file"),
        (b"[" * 100_000, "not an answer file"),
        (b" " * (answer_files.SIZE_LIMIT + 1), "too large to be an answer file"),
        (changed_body(answers={"A-1": True}), "not an answer"),
        (changed_body(answers={"A-1": 7}), "not an answer"),
        (changed_body(answers={"<img src=x>": 1}), "not an answer"),
        (changed_body(group="x" * 81), "group"),
        (changed_body(id="../../etc"), "id"),
        (changed_body(note="a secret"), "not an answer"),
    ],
)
def test_what_is_no_answer_file_gets_one_sentence(data, words, tmp_path):
    path = tmp_path / "mine.answers"
    path.write_bytes(data)
    with pytest.raises(DocumentError, match=words) as error:
        load_answers(path)
    assert "\n" not in str(error.value)
    assert "It was not counted." in str(error.value)
    assert path.read_bytes() == data


def test_a_file_in_which_one_bit_changed_is_not_counted():
    data = answer_bytes(twelve(begun())[0])
    at = data.index(b'"A-1": ') + len(b'"A-1": ')
    spoilt = data[:at] + (b"0" if data[at : at + 1] != b"0" else b"1") + data[at + 1 :]
    with pytest.raises(DocumentError, match="was changed or damaged"):
        answers_in(spoilt)


def test_a_file_of_a_later_version_is_told_apart():
    found = json.loads(answer_bytes(twelve(begun())[0])) | {"version": answer_files.VERSION + 1}
    with pytest.raises(NewerError, match="later version"):
        answers_in(json.dumps(found).encode())


def test_a_large_file_is_refused_before_it_is_read(tmp_path, monkeypatch):
    path = tmp_path / "large.answers"
    with path.open("wb") as file:
        file.truncate(answer_files.SIZE_LIMIT + 1)
    monkeypatch.setattr(reading, "_open", None)
    with pytest.raises(DocumentError, match="too large"):
        load_answers(path)


def test_a_file_that_cannot_be_read_or_written_gets_a_sentence(tmp_path):
    with pytest.raises(DocumentError, match="cannot be read"):
        load_answers(tmp_path / "missing.answers")
    with pytest.raises(DocumentError, match="not a file"):
        load_answers(tmp_path)
    with pytest.raises(SaveError):
        save_answers(tmp_path / "no folder" / "mine.answers", twelve(begun())[0])
