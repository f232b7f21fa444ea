"""Many files are read quickly, and exactly as one by one; damaged ones are named."""

import json
import shutil
from pathlib import Path

import pytest

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.editing import edits
from nttp_readiness.errors import DamagedError, DocumentError, NewerError, ReadinessError
from nttp_readiness.storage.documents import envelope, many_documents
from nttp_readiness.storage.documents.document_bytes import (
    BANK_KEY,
    document_bytes,
    document_in,
)
from nttp_readiness.storage.documents.documents import load_document
from nttp_readiness.storage.documents.many_documents import ManyDocuments
from nttp_readiness.storage.exchange.portfolio_folder import files_in, read_all

SAMPLES = Path(__file__).parents[3] / "assets" / "samples"
FILES = sorted(
    [*SAMPLES.glob("*.readiness"), *(Path(__file__).parents[1] / "data").glob("*.readiness")]
)


@pytest.fixture
def folder(tmp_path, assessment):
    """Three files of one bank, one in an inner folder."""
    inner = tmp_path / "in" / "ner"
    inner.mkdir(parents=True)
    for number, place in enumerate((tmp_path / "in", tmp_path / "in", inner)):
        made = edits.of_its_own(edits.set_profile(assessment, title=f"Team {number}"))
        (place / f"{number}.readiness").write_bytes(document_bytes(made, revision=1))
    return tmp_path / "in"


@pytest.fixture
def whole(monkeypatch):
    """Files that were not read the quick way."""
    found: list[str] = []
    read = document_in

    def noted(data, path):
        found.append(path.name)
        return read(data, path)

    monkeypatch.setattr(many_documents, "document_in", noted)
    return found


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_is_read_the_second_time_exactly_as_alone(file):
    reader, alone = ManyDocuments(), load_document(file).assessment
    for _ in range(2):
        found = reader.load(file)
        assert found == alone
        assert document_bytes(found, revision=3) == document_bytes(alone, revision=3)


def test_a_bank_is_read_once(folder, whole):
    found = read_all(files_in(folder))
    assert [each.assessment.profile.title for each in found] == ["Team 0", "Team 1", "Team 2"]
    assert whole == ["0.readiness"]
    assert len({id(each.assessment.written_bank) for each in found}) == 1


def spoilt(data, change):
    found = json.loads(data)
    change(found)
    return json.dumps(found, ensure_ascii=False, indent=1).encode() + b"\n"


@pytest.mark.parametrize(
    ("how", "kind"),
    [
        (lambda data: data.replace(b"Team 1", b"Team 7"), DamagedError),
        (lambda data: data[:-40], DocumentError),
        (lambda data: b"", DocumentError),
        (lambda data: data.replace(b'"version": ', b'"version": 9'), NewerError),
        (lambda data: data.replace(b'"round": 1,', b'"round": 1,\n  "round": 1,'), DocumentError),
        (lambda data: data.replace(b'"round": 1', b'"round": true'), ReadinessError),
        (lambda data: spoilt(data, lambda found: found.update(document="f" * 32)), DamagedError),
        (lambda data: spoilt(data, lambda found: found.update(more=1)), DocumentError),
    ],
)
def test_what_is_refused_alone_is_refused_among_many_and_in_the_same_words(folder, how, kind):
    file = folder / "1.readiness"
    file.write_bytes(how(file.read_bytes()))
    with pytest.raises(kind) as alone:
        load_document(file)
    found = read_all(files_in(folder))
    assert [bool(each.problem) for each in found] == [False, True, False]
    assert found[1].problem == str(alone.value)


def test_an_answer_that_means_something_else_is_refused_beside_a_known_bank(folder):
    """`true` is not 1, also where the hash is right."""
    file = folder / "1.readiness"
    body = json.loads(file.read_bytes())["body"]
    body["round"] = True
    file.write_bytes(envelope.pack(body, document=body["id"], revision=1))
    found = read_all(files_in(folder))
    assert "does not belong in an assessment: round." in found[1].problem


def test_parts_that_do_not_fit_together_are_refused_beside_a_known_bank(folder):
    file = folder / "1.readiness"
    body = json.loads(file.read_bytes())["body"]
    body["importance"] = {"NOT-THERE": 5}
    file.write_bytes(envelope.pack(body, document=body["id"], revision=1))
    with pytest.raises(DocumentError) as alone:
        load_document(file)
    assert read_all(files_in(folder))[1].problem == str(alone.value)


def test_progress_is_told_and_can_stop_the_reading(folder):
    told = []
    read_all(files_in(folder), lambda done, of: told.append((done, of)))
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]

    def stop(done, _of):
        if done == 1:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        read_all(files_in(folder), stop)


def test_links_out_of_the_folder_are_not_followed(folder, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    shutil.copy(folder / "0.readiness", other)
    (folder / "link").symlink_to(other)
    assert len(files_in(folder)) == 3


def test_what_is_no_folder_is_refused_in_a_sentence(tmp_path):
    with pytest.raises(DocumentError, match="There is no folder"):
        files_in(tmp_path / "nowhere")


def test_more_banks_than_are_kept_are_read_all_the_same(folder, whole, monkeypatch):
    monkeypatch.setattr(many_documents, "MOST_BANKS", 0)
    assert len([each for each in read_all(files_in(folder)) if each.assessment]) == 3
    assert len(whole) == 3


def test_the_key_of_the_bank_is_that_of_the_model():
    assert Assessment.model_fields["written_bank"].alias == BANK_KEY
