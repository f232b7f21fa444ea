"""An assessment with tallies keeps them; one without is written as it always was."""

import json
from pathlib import Path

import pytest

from nttp_readiness import resources
from nttp_readiness.errors import DocumentError
from nttp_readiness.storage.documents import envelope
from nttp_readiness.storage.documents.document_bytes import document_bytes, document_in
from nttp_readiness.storage.documents.documents import load_document

DATA = Path(__file__).parents[1] / "data"
WORKSHOP = resources.assets() / "samples" / "workshop.readiness"


def body_of(data):
    return json.loads(data)["body"]


def test_a_document_from_before_workshops_is_written_byte_for_byte_as_then():
    loaded = load_document(DATA / "v4.readiness")
    assert loaded.assessment.workshop is None
    then = (DATA / "v4.readiness").read_bytes()
    again = document_bytes(loaded.assessment, revision=loaded.revision)
    start = b' "sha256"'
    assert then[then.index(start) :] == again[again.index(start) :]
    assert b'"workshop"' not in again


def test_tallies_agreed_levels_and_the_release_come_back_exactly():
    loaded = load_document(WORKSHOP)
    again = document_in(document_bytes(loaded.assessment, revision=1), Path())
    assert again.assessment == loaded.assessment
    votes = [each.votes for each in again.assessment.workshop.round.questions.values()]
    assert all(vote.release is not None for pair in votes for vote in pair)


def spoilt(change):
    body = body_of(WORKSHOP.read_bytes())
    change(body["workshop"]["rounds"][0])
    return envelope.pack(body, document=body["id"], revision=1)


@pytest.mark.parametrize(
    "change",
    [
        lambda found: found.update(room_minimum=1),
        lambda found: found.update(outside_minimum=2),
        lambda found: found.update(seen=["who it was"]),
        lambda found: found.update(voters=["Morag"]),
        lambda found: found["groups"].append(found["groups"][0]),
        lambda found: found["questions"]["LEA-1"]["votes"][0]["tallies"].update(Strangers={}),
        lambda found: found["questions"]["LEA-1"]["votes"][0]["tallies"]["Leaders"].update(
            levels=[True, 0, 2, 7, 3]
        ),
        lambda found: found["questions"]["LEA-1"]["votes"][0]["tallies"]["Leaders"].update(
            levels=[-1, 0, 2, 7, 3]
        ),
        lambda found: found["questions"]["LEA-1"].update(
            votes=found["questions"]["LEA-1"]["votes"] * 3
        ),
        lambda found: found["questions"]["WEL-2"]["votes"][0].update(release=None),
        lambda found: found["questions"]["LEA-1"]["votes"][0]["release"]["room"].update(
            everyone="names"
        ),
    ],
)
def test_tallies_that_cannot_be_are_refused_with_a_sentence(change):
    with pytest.raises(DocumentError, match="something in it that does not belong"):
        document_in(spoilt(change), Path())


def test_an_unspoilt_workshop_passes_the_same_way():
    assert document_in(spoilt(lambda found: None), Path()).assessment.workshop is not None
