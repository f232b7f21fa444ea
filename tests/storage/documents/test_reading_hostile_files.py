"""Whatever bytes a file holds: an assessment that is what it was, or one plain sentence."""

import io
import json
import random

import pytest

from nttp_readiness.errors import DamagedError, DocumentError, NewerError
from nttp_readiness.storage.documents import envelope
from nttp_readiness.storage.documents.document_bytes import document_bytes, document_in
from nttp_readiness.storage.documents.documents import load_damaged, load_document, load_to_read
from nttp_readiness.storage.files import reading
from nttp_readiness.storage.files.format_version import VERSION


def packed(assessment, **changes):
    """A file of the assessment in which parts of the envelope are others; None takes one out."""
    found = json.loads(document_bytes(assessment, revision=1)) | changes
    return json.dumps({key: value for key, value in found.items() if value is not None}).encode()


def with_body(assessment, change):
    """A file whose body was changed and whose hash is right for it."""
    body = assessment.model_dump(mode="json")
    change(body)
    return envelope.pack(body, document=assessment.id, revision=1)


def refusal(data, document):
    document.write_bytes(data)
    with pytest.raises(DocumentError) as error:
        load_document(document)
    assert document.read_bytes() == data
    assert error.value.what.endswith(".")
    assert error.value.safe
    assert error.value.cure
    assert "\n" not in str(error.value)
    return error.value


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "This file is empty."),
        (b"\0" * 4096, "This file is empty."),
        (b" \r\n", "This file is empty."),
        (b"\x89PNG\r\n\x1a\n", "not UTF-8"),
        ('{"format": "nttp-readiness"}'.encode("utf-16"), "not UTF-8"),
        (b"PK\x03\x04 a zip", "incomplete, or it is not"),
        (b"null", "not a readiness assessment"),
        (b"[]", "not a readiness assessment"),
        (b'{"format": "another"}', "not a readiness assessment"),
        (b'{"format": "nttp-readiness", "version": NaN}', "A number in this file cannot be read"),
        (b'{"format": "nttp-readiness", "version": 1e999}', "A number in this file cannot be read"),
        (b'{"format": "x", "format": "nttp-readiness"}', "says the same thing twice"),
        (b"[" * 100_000, "incomplete, or it is not"),
        (b"[" * 100_000 + b"]" * 100_000, "incomplete, or it is not"),
        (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "incomplete, or it is not"),
        (b'{"format": ' + b"9" * 5000 + b"}", "incomplete, or it is not"),
        (b'{"format": -Infinity}', "A number in this file cannot be read"),
        (b'{"format": "\\ud800"}', "incomplete"),
        (b"[" + b"0," * 1_000_001 + b"0]", "more entries"),
    ],
)
def test_what_is_no_assessment_is_told_apart(data, words, document):
    assert refusal(data, document)
    with pytest.raises(DocumentError, match=words):
        load_document(document)


def test_a_file_beyond_the_size_limit_is_refused_before_it_is_read(document, monkeypatch):
    with document.open("wb") as file:
        file.truncate(envelope.SIZE_LIMIT + 1)  # takes no room on the disk
    taken = []

    class Watched(io.FileIO):
        def read(self, most=-1):
            taken.append(most if most >= 0 else envelope.SIZE_LIMIT)
            return super().read(most)

    # Its start alone is read, which says whether a later version wrote it.
    monkeypatch.setattr(reading, "_open", lambda path: Watched(path, "rb"))
    with pytest.raises(DocumentError, match="too large to be an assessment"):
        load_document(document)
    assert 0 < sum(taken) <= 4096
    with pytest.raises(DocumentError, match="too large to be an assessment"):
        envelope.unpack(b"x" * (envelope.SIZE_LIMIT + 1))


def test_a_place_that_is_no_file_is_told_in_a_sentence(document):
    with pytest.raises(DocumentError, match="no longer at this place"):
        load_document(document)
    with pytest.raises(DocumentError, match="This is not a file"):
        load_document(document.parent)
    with pytest.raises(DocumentError, match="cannot be read"):
        load_document(document.with_name("a\0b"))


def test_a_newer_file_is_refused_unharmed(assessment, document):
    error = refusal(
        packed(assessment, version=VERSION + 1, readable_from=VERSION + 1, sha512="x"), document
    )
    assert isinstance(error, NewerError)
    assert "later version" in error.what


def test_a_newer_file_that_says_that_this_version_can_read_it_is_read_by_who_changes_nothing(
    assessment, document
):
    data = packed(assessment, version=VERSION + 1, readable_from=VERSION, something_new=True)
    assert isinstance(refusal(data, document), NewerError)
    loaded = load_to_read(document)
    assert loaded.assessment == assessment
    assert loaded.version == VERSION + 1


@pytest.mark.parametrize(
    "changes",
    [
        {"version": True},
        {"version": 1.0},
        {"version": "1"},
        {"version": -1},
        {"readable_from": None},
        {"revision": "2"},
        {"revision": None},
        {"program": None},
        {"document": 5},
        {"sha256": None},
        {"body": []},
        {"body": None},
        {"stowaway": 1},
    ],
)
def test_an_envelope_with_another_shape_is_refused(changes, assessment, document):
    refusal(packed(assessment, **changes), document)


def test_a_version_without_a_way_to_here_is_refused(assessment, document):
    assert "older version" in refusal(packed(assessment, version=0), document).what


def test_a_body_that_was_changed_by_hand_is_damaged_and_can_still_be_looked_at(
    assessment, document
):
    data = document_bytes(assessment, revision=1).replace(b"Our spring", b"Our summer")
    assert isinstance(refusal(data, document), DamagedError)
    assert load_damaged(document).assessment.profile.title == "Our summer review"


def test_an_envelope_around_another_assessment_is_damaged(assessment, document):
    assert isinstance(refusal(packed(assessment, document="f" * 32), document), DamagedError)


SECRET = "Somebody's own story"


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda body: body["answers"]["CAR-1"].update(choice=True), "answers, CAR-1, choice"),
        (lambda body: body["answers"]["CAR-1"].update(choice=2.0), "answers, CAR-1, choice"),
        (lambda body: body["answers"]["CAR-1"].update(choice=SECRET), "answers, CAR-1, choice"),
        (lambda body: body["answers"]["CAR-1"].update(note=SECRET * 9999), "answers, CAR-1, note"),
        (lambda body: body["answers"].update({SECRET: {}}), "answers, an entry"),
        (lambda body: body["profile"].update(title=5), "profile, title"),
        (lambda body: body["profile"].update(started="2026-3-1"), "profile, started"),
        (lambda body: body["profile"].update(started="12 March 2026"), "profile, started"),
        (lambda body: body["importance"].update({"CAR-3": True}), "importance, CAR-3"),
        (lambda body: body["actions"]["CAR-1/first"].update(effort=True), "effort"),
        (lambda body: body["asks"][0].update(who=None), "asks, number 1, who|ask/1, who"),
        (lambda body: body.update(stowaway=SECRET), "stowaway"),
        (lambda body: body.pop("profile"), "profile"),
        (lambda body: body["bank"]["domains"][0]["indicators"][1].pop("why"), "CAR-2, why"),
        (lambda body: body["bank"]["levels"][1].update(value=True), "levels, number 2, value"),
    ],
)
def test_what_an_assessment_cannot_hold_is_named_by_its_place_and_never_quoted(
    change, place, assessment, document
):
    error = refusal(with_body(assessment, change), document)
    with pytest.raises(DocumentError, match=place):
        load_document(document)
    assert SECRET not in str(error)


def outcome(data, document, assessment):
    """'same' or 'refused'; anything else is an error of the loader."""
    try:
        loaded = document_in(data, document)
    except DocumentError:
        return "refused"
    assert loaded.assessment == assessment, "another assessment came out, without a word"
    return "same"


def flipped(data, count):
    chance = random.Random(1)
    for _ in range(count):
        spoilt = bytearray(data)
        spoilt[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        yield bytes(spoilt)


def test_a_flipped_bit_gives_the_same_assessment_or_a_sentence(assessment, document):
    data = document_bytes(assessment, revision=1)
    outcomes = [outcome(each, document, assessment) for each in flipped(data, 1500)]
    assert outcomes.count("refused") > 1000


def test_without_the_hash_flipped_bits_would_come_in_without_a_word(assessment, document):
    other = 0
    for each in flipped(document_bytes(assessment, revision=1), 300):
        try:
            found = document_in(each, document, check_hash=False).assessment
            other += found != assessment
        except DocumentError:
            continue
    assert other > 50


def test_a_file_that_ends_early_is_refused_wherever_it_ends(assessment, document):
    data = document_bytes(assessment, revision=1)
    ends = [0, 1, len(data) // 2, *range(0, len(data) - 2, 97), len(data) - 2]
    assert {outcome(data[:end], document, assessment) for end in ends} == {"refused"}
    assert outcome(data[:-1], document, assessment) == "same"  # only its last newline


def test_parts_that_were_moved_doubled_or_lost_are_refused_or_do_no_harm(assessment, document):
    data, chance = document_bytes(assessment, revision=1), random.Random(2)
    outcomes = []
    for _ in range(300):
        one, two, three = sorted(chance.randrange(len(data)) for _ in range(3))
        spliced = chance.choice(
            [
                data[:one] + data[two:three] + data[one:two] + data[three:],
                data[:two] + data[one:],
                data[:one] + data[two:],
                data[:one] + b"\0" * (two - one) + data[two:],
            ]
        )
        outcomes.append(outcome(spliced, document, assessment))
    assert outcomes.count("refused") > 250
