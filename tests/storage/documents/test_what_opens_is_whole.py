"""A file whose parts do not fit together is told at the door, not by a crash on a later page."""

import json

import pytest

from nttp_readiness import resources
from nttp_readiness.domain.answers.wholeness import first_misfit
from nttp_readiness.errors import DocumentError, SaveError
from nttp_readiness.storage.documents import envelope
from nttp_readiness.storage.documents.document_bytes import assessment_in, document_bytes
from nttp_readiness.storage.documents.documents import load_document
from nttp_readiness.storage.documents.migrations import migrate

SAMPLES = resources.assets() / "samples"
COUNCIL = SAMPLES / "council-service.readiness"
WORKSHOP = SAMPLES / "workshop.readiness"


@pytest.fixture(scope="module")
def whole():
    """The sample workshop, with the plan of the other sample for the same questions."""
    held, other = (json.loads(each.read_bytes()) for each in (WORKSHOP, COUNCIL))
    body = migrate(held["body"], held["version"])
    body["actions"] = migrate(other["body"], other["version"])["actions"]
    return json.dumps(body)


def of(body, *way):
    for each in way:
        body = body[each]
    return body


def first_closed(body):
    questions = body["workshop"]["rounds"][0]["questions"]
    return next(q for q in questions.values() if q["votes"][0]["release"])


def without_tallies(body):
    first_closed(body)["votes"][0]["tallies"] = {}


def of_no_group(body):
    first_closed(body)["votes"][0]["release"]["outside"]["group/Nobody"] = "counts"


def one_level(body):
    del of(body, "bank", "domains", 0, "indicators", 0)["levels"][1:]


def set_at(*way, to):
    def change(body):
        of(body, *way[:-1])[way[-1]] = to

    return change


def answer_to_nothing(body):
    body["answers"]["XXX-9"] = next(iter(body["answers"].values()))


def action_of_nothing(body):
    key = next(each for each in body["actions"])
    body["actions"][key] = {**body["actions"][key], "indicators": ["XXX-9"]}


def action_under_another_key(body):
    key = next(iter(body["actions"]))
    body["actions"]["own/77"] = body["actions"].pop(key)


CASES = {
    "a vote that may be shown and has no counts": (without_tallies, "release"),
    "a vote of a group that is not there": (of_no_group, "group/Nobody"),
    "a question with one level": (one_level, "levels"),
    "a route that is not there": (set_at("profile", "route", to="nowhere"), "profile.route"),
    "an answer to no question": (answer_to_nothing, "answers.XXX-9"),
    "the importance of no question": (set_at("importance", to={"XXX-9": 3}), "importance.XXX-9"),
    "an action for no question": (action_of_nothing, "XXX-9"),
    "an action under another's key": (action_under_another_key, "actions.own/77"),
    "a stage that is not there": (
        set_at("stage_view", to={"stage": "x", "computed": "y", "reason": "", "on": None}),
        "stage_view",
    ),
    "a share of nothing": (set_at("bank", "thresholds", "level_share", to="0/4"), "level_share"),
    "bands that do not begin at 0": (set_at("bank", "bands", 0, "start", to="7"), "bands"),
    "four steps of the scale": (
        lambda body: body["bank"]["levels"].pop(),
        "levels",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_does_not_fit_is_told_with_its_place(whole, name):
    body = json.loads(whole)
    change, place = CASES[name]
    change(body)
    with pytest.raises(DocumentError) as told:
        assessment_in(body)
    assert place in told.value.what
    assert "Nothing was written" in str(told.value)


@pytest.mark.parametrize("file", sorted(SAMPLES.glob("*.readiness")), ids=lambda each: each.stem)
def test_the_samples_are_whole(file):
    assert first_misfit(load_document(file).assessment) == ""


def test_what_would_not_open_again_is_not_saved(whole):
    """Whatever led there: the file on the disk stays, and is one that opens."""
    assessment = assessment_in(json.loads(whole))
    spoilt = assessment.model_copy(
        update={"profile": assessment.profile.model_copy(update={"route": "nowhere"})}
    )
    with pytest.raises(SaveError, match="cannot be saved"):
        document_bytes(spoilt, revision=1)


def test_the_control_a_file_with_the_right_sum_was_read_before(whole):
    body = json.loads(whole)
    one_level(body)
    data = envelope.pack(body, document=body["id"], revision=1)
    assert envelope.unpack(data).body == body
