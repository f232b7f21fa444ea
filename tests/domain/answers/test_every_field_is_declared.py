"""A field that the table does not know fails here; what the table says of a field is so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, get_args

import annotated_types
import pytest

from nttp_readiness.domain.answers import fields
from nttp_readiness.domain.answers.answer import Answer
from nttp_readiness.domain.answers.assessment import Profile, StageView
from nttp_readiness.domain.answers.evidence import EvidenceItem
from nttp_readiness.domain.answers.fields import ACTION_FIELDS, FieldSpec
from nttp_readiness.domain.answers.planned import PlannedAction, Request
from nttp_readiness.domain.answers.sharing import Part, Shared, Voice
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.editing.action_merging import merge_actions
from nttp_readiness.domain.exchange.merging import merge
from nttp_readiness.errors import EditError
from nttp_readiness.plain_models import BaseModel
from tests.domain import small_bank as small

TABLES: dict[type[BaseModel], Mapping[str, Any]] = {
    Answer: fields.ANSWER_FIELDS,
    EvidenceItem: fields.EVIDENCE_FIELDS,
    PlannedAction: ACTION_FIELDS,
    Profile: fields.PROFILE_FIELDS,
    Request: fields.REQUEST_FIELDS,
    StageView: fields.STAGE_VIEW_FIELDS,
    Shared: fields.SHARED_FIELDS,
    Voice: fields.VOICE_FIELDS,
    Part: fields.PART_FIELDS,
}
NOT_FOUND = {Profile, StageView, Shared, Voice, Part}
"""Of what an assessment is, and of its parts, nothing is looked for."""
EVERY = [(model, name) for model in TABLES for name in model.model_fields]
DAY = dt.date(2027, 5, 6)
SAMPLES = {
    "people": "Catrìona, Team Lead", "line": "a line", "text": "a text", "body": "The board",
    "view": "night staff", "date": DAY, "level": 3,
}  # fmt: skip
"""Something to write into a field of each kind that merging may have to keep."""
WRITTEN = [name for name, spec in ACTION_FIELDS.items() if spec.kind in SAMPLES]


def bounds(model, name):
    """The longest text that the model takes in that field; None for what is no free text."""
    found = model.model_fields[name]
    if found.annotation is not str:
        return None
    return next((each.max_length for each in found.metadata
                 if isinstance(each, annotated_types.MaxLen)
                 or getattr(each, "max_length", None)), None)  # fmt: skip


@pytest.mark.parametrize("model", TABLES)
def test_the_table_has_each_field_of_the_model_and_no_other(model):
    assert set(TABLES[model]) == set(model.model_fields)


@pytest.mark.parametrize(("model", "name"), EVERY)
def test_what_people_type_has_the_limit_of_the_table(model, name):
    spec, longest = TABLES[model][name], bounds(model, name)
    assert spec.typed == (longest is not None), "names are looked for in all that people type"
    assert spec.limit == (longest or 0)


@pytest.mark.parametrize(("model", "name"), EVERY)
def test_a_row_of_the_table_is_in_itself_possible(model, name):
    spec = TABLES[model][name]
    assert (spec.kind in {"people", "givers", "body", "view", "place"}) == (
        "names" in spec.left_out
    )
    if spec.rest:
        assert TABLES[model][spec.rest].merge == "join"
    if spec.comes_back:
        assert model in {PlannedAction, Request}, "only actions and requests come back in a sheet"
        assert spec.kind in {"line", "people", "text", "date"} or name == "status"
        assert "sheet" in spec.printed, "what never goes out cannot come back"
    if model not in NOT_FOUND:
        assert spec.searched == spec.typed, "whatever people wrote can be found"


def two_actions(first, second):
    """An assessment with two actions that have those fields."""
    made = small.assessment_of(small.bank_of([small.domain("A", [small.question("A-1")])]), {})
    for title, given in (("One", first), ("Two", second)):
        made = edits.add_action(made, title)
        key = list(made.actions)[-1]
        made = edits.change_action(made, key, **given)
    return made


def all_words(action):
    return "\n".join(str(each) for each in action.model_dump().values())


@pytest.mark.parametrize("name", [each for each in WRITTEN if each != "title"])
def test_merging_takes_what_only_the_other_action_has(name):
    spec = ACTION_FIELDS[name]
    value = SAMPLES[spec.kind]
    made = two_actions({}, {name: value})
    merged = merge_actions(made, "own/1", "own/2").actions["own/1"]
    if spec.merge == "drop":
        assert str(value) in getattr(merged, spec.rest)
    elif spec.merge == "join":
        assert value in getattr(merged, name)
    else:
        assert getattr(merged, name) == value


@pytest.mark.parametrize("name", WRITTEN)
def test_merging_loses_nothing_of_what_both_have(name):
    kind = ACTION_FIELDS[name].kind
    theirs = {"date": dt.date(2028, 1, 2), "level": 4}.get(kind, f"other {name}")
    made = two_actions({name: SAMPLES[kind]}, {name: theirs})
    merged = merge_actions(made, "own/1", "own/2").actions["own/1"]
    assert str(SAMPLES[kind]) in str(getattr(merged, name))
    assert str(theirs) in all_words(merged)


def test_what_merging_has_no_room_for_is_said_in_the_words_that_were_given():
    made = two_actions({"due": DAY, "owner": "Iain"}, {"due": dt.date(2028, 1, 2), "owner": "Ann"})
    said = merge_actions(made, "own/1", "own/2", lambda name, value: f"{name} {value}")
    assert said.actions["own/1"].notes.split("\n\n") == ["owner Ann", "due 2028-01-02"]


def test_every_rule_of_the_table_is_one_that_merging_follows():
    tables = (ACTION_FIELDS, fields.ANSWER_FIELDS)
    rules = {spec.merge for table in tables for spec in table.values()}
    assert rules == set(get_args(fields.Merge))


def test_of_two_answers_that_become_one_only_the_choice_is_not_joined():
    dropped = {name for name, spec in fields.ANSWER_FIELDS.items() if spec.merge == "drop"}
    assert dropped == {"choice"}, "people choose between those"


@pytest.mark.parametrize("name", WRITTEN)
def test_two_versions_put_together_keep_each_field(name):
    spec = ACTION_FIELDS[name]
    base = two_actions({}, {})
    theirs = edits.change_action(base, "own/1", **edits.action_change(name, SAMPLES[spec.kind]))
    ours = edits.change_action(base, "own/2", title="Ours")
    merged = merge(base, ours, theirs)
    assert getattr(merged.assessment.actions["own/1"], name) == SAMPLES[spec.kind]
    again = merge(base, edits.change_action(base, "own/1", effort=3), theirs)
    assert [each.key for each in again.conflicts] == ["own/1"], "never passed over in silence"


@pytest.mark.parametrize("name", [n for n, spec in ACTION_FIELDS.items() if spec.typed])
def test_the_limit_is_that_of_the_edit(name):
    limit = ACTION_FIELDS[name].limit
    made = two_actions({name: "x" * limit}, {})
    with pytest.raises(EditError, match=r"too long|cannot be saved"):
        edits.change_action(made, "own/1", **edits.action_change(name, "x" * (limit + 1)))


def test_an_undeclared_field_would_be_noticed():
    """The first test above is not blind: a model with one field more does not match."""

    class Longer(PlannedAction):
        undeclared: str = ""

    assert set(Longer.model_fields) - set(ACTION_FIELDS) == {"undeclared"}
    assert FieldSpec("line").limit == fields.LINE_LIMIT
