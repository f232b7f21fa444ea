"""A bank is written, read back and compared once for each value, and no file is another for it."""

import gc
import json
from pathlib import Path

import pytest

from nttp_readiness.domain.answers.answer import Answer
from nttp_readiness.domain.editing import edits
from nttp_readiness.errors import SaveError
from nttp_readiness.storage.banks.bank_folders import read_bank
from nttp_readiness.storage.documents import envelope, packed_bank
from nttp_readiness.storage.documents.document_bytes import document_bytes, document_in
from nttp_readiness.storage.documents.documents import load_document
from nttp_readiness.storage.documents.migrations import STEPS

DATA = Path(__file__).parents[1] / "data"
SAMPLES = Path(__file__).parents[3] / "assets" / "samples"


@pytest.fixture
def packings(monkeypatch):
    """Counts how often a bank is packed."""
    made, pack = [], packed_bank._pack

    def counted(bank):
        made.append(bank.id)
        return pack(bank)

    monkeypatch.setattr(packed_bank, "_pack", counted)
    return made


@pytest.mark.parametrize("file", sorted([*SAMPLES.glob("*.readiness"), *DATA.glob("*.readiness")]))
def test_a_file_is_the_same_byte_for_byte_as_if_it_were_packed_as_a_whole(file):
    assessment = load_document(file).assessment
    body = assessment.model_dump(mode="json")
    whole = envelope.pack(body, document=assessment.id, revision=7)
    assert document_bytes(assessment, revision=7) == whole
    assert envelope.content_hash(body) == json.loads(whole)["sha256"]


def test_a_bank_is_packed_once_however_often_its_document_is_saved(assessment, packings):
    document_bytes(assessment, revision=1)
    changed = assessment
    for level in (0, 1, 2):
        changed = edits.answer(changed, "CAR-1", level)
        again = document_in(document_bytes(changed, revision=2), Path()).assessment
        assert again == changed
    assert packings == [assessment.written_bank.id]


def test_another_bank_of_the_same_name_is_another_bank(assessment, packings):
    longer = assessment.written_bank.model_copy(update={"title": "Another title"})
    other = assessment.model_copy(update={"written_bank": longer})
    for each in (assessment, other, assessment):
        assert document_in(document_bytes(each, revision=1), Path()).assessment == each
    assert len(packings) == 2


def test_what_was_packed_goes_with_its_bank(assessment):
    bank = read_bank(DATA / "tiny-bank")
    packed_bank.packed_bank(bank)
    gc.collect()  # or banks of other tests go with it
    before = len(packed_bank._kept)
    del bank
    gc.collect()
    assert len(packed_bank._kept) == before - 1


def test_a_bank_that_no_file_can_hold_is_refused_at_each_save(assessment):
    spoilt = assessment.written_bank.model_copy(update={"title": "no such sign: \ud800"})
    for _ in range(2):
        with pytest.raises(SaveError, match="cannot be saved"):
            document_bytes(assessment.model_copy(update={"written_bank": spoilt}), revision=1)


def test_an_answer_that_would_come_back_as_another_is_refused_beside_a_packed_bank(assessment):
    document_bytes(assessment, revision=1)
    spoilt = assessment.model_copy(
        update={"answers": {"CAR-1": Answer().model_copy(update={"choice": 9})}}
    )
    with pytest.raises(SaveError, match="cannot be saved"):
        document_bytes(spoilt, revision=1)


@pytest.mark.parametrize("version", sorted(STEPS))
def test_a_step_leaves_what_lies_inside_of_its_body_as_it_is(version):
    files = sorted(DATA.glob(f"v{version}*.readiness"))
    assert files
    for file in files:
        body = json.loads(file.read_bytes())["body"]
        before = json.dumps(body)
        STEPS[version](dict(body))
        assert json.dumps(body) == before
