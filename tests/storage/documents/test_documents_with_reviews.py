"""Reviews of the plan are kept in the file; a file without any is what it was before."""

import datetime as dt
import json
from pathlib import Path

import pytest

from nttp_readiness import resources
from nttp_readiness.domain.editing import edits, plan_edits
from nttp_readiness.domain.exchange.merging import Spot, merge
from nttp_readiness.domain.scorecard import score
from nttp_readiness.presentation.papers.plan_data import reduced
from nttp_readiness.presentation.plan.plan_material import Material, Options
from nttp_readiness.presentation.screens.merge_words import spot_names
from nttp_readiness.storage.documents.document_bytes import document_bytes, document_in
from nttp_readiness.storage.documents.documents import load_document

DATA = Path(__file__).parents[1] / "data"
MARCH, JUNE = dt.date(2027, 3, 12), dt.date(2027, 6, 1)
SAMPLE = resources.assets() / "samples" / "council-service.readiness"


@pytest.fixture(scope="module")
def council():
    return load_document(SAMPLE).assessment


@pytest.fixture(scope="module")
def looked_at(council):
    return plan_edits.look_at_plan(council, MARCH)


@pytest.mark.parametrize("file", [DATA / "v5.readiness", SAMPLE], ids=["frozen", "sample"])
def test_a_file_without_reviews_is_written_byte_for_byte(file):
    loaded = load_document(file)
    assert loaded.assessment.reviews == ()
    assert document_bytes(loaded.assessment, revision=loaded.revision) == file.read_bytes()


def test_reviews_come_back_exactly(looked_at):
    again = plan_edits.look_at_plan(looked_at, JUNE)
    data = document_bytes(again, revision=1)
    assert document_in(data, Path()).assessment == again
    assert [each["on"] for each in json.loads(data)["body"]["reviews"]] == [
        "2027-03-12", "2027-06-01",
    ]  # fmt: skip


def test_taking_the_review_back_takes_it_out_of_the_file(council, looked_at):
    back = edits.changed(looked_at, reviews=())
    assert document_bytes(back, revision=1) == document_bytes(council, revision=1)


def test_reviews_of_two_people_are_put_together_by_their_days(council, looked_at):
    other = plan_edits.look_at_plan(council, JUNE)
    merged = merge(council, looked_at, other)
    assert [each.on for each in merged.assessment.reviews] == [MARCH, JUNE]
    assert Spot("review", "2027-06-01") in merged.theirs
    assert spot_names(merged.theirs, council) == ("the days on which the plan was looked at",)


def test_without_scores_a_review_names_no_suggestion(looked_at):
    material = Material(score(looked_at), MARCH, Options(without=frozenset({"scores"})))
    kept = reduced(material).reviews
    assert [(each.on, each.of) for each in kept] == [(MARCH, looked_at.reviews[0].of)]
    assert kept[0].actions == ()
