"""For each field of the tables: what redaction takes from it is in no data that leaves."""

from __future__ import annotations

import json

import pytest

from nttp_readiness.domain.answers import fields
from nttp_readiness.domain.answers.answer import Answer
from nttp_readiness.domain.answers.assessment import StageView
from nttp_readiness.domain.answers.evidence import EvidenceItem
from nttp_readiness.domain.answers.planned import PlannedAction, Request
from nttp_readiness.domain.editing import edits, evidence_edits
from nttp_readiness.domain.editing.edits import changed
from nttp_readiness.domain.exchange.sharing_out import share_out
from nttp_readiness.domain.plan.plan import plan_of
from nttp_readiness.domain.scorecard import score
from nttp_readiness.presentation.papers.plan_data import plan_data
from nttp_readiness.presentation.plan.plan_material import Options
from nttp_readiness.presentation.readiness.finding import find
from tests.presentation.conftest import TODAY

KEY = "WEL-2/first"
NAME = "Peigi NicAonghais"
TABLES = {
    Answer: fields.ANSWER_FIELDS,
    EvidenceItem: fields.EVIDENCE_FIELDS,
    PlannedAction: fields.ACTION_FIELDS,
    Request: fields.REQUEST_FIELDS,
    StageView: fields.STAGE_VIEW_FIELDS,
}
TYPED = [
    (model, name) for model, table in TABLES.items() for name, spec in table.items() if spec.typed
]


def written(assessment, model, name, text):
    """The assessment with that text in that field."""
    if model is Answer:
        return edits.write_beside(assessment, "LEA-1", **{name: text})
    if model is EvidenceItem:
        made = evidence_edits.add_evidence(assessment, "LEA-1", "one")
        return evidence_edits.change_evidence(made, "LEA-1", "one", **{name: text})
    if model is PlannedAction:
        return edits.change_action(assessment, KEY, **{name: text})
    if model is Request:
        ask = changed(Request(id="ask/9", who="", request="Time"), **{name: text})
        return edits.set_asks(assessment, (*assessment.asks, ask))
    view = StageView(stage="find_out", computed="build_foundations", reason="We know more.")
    return edits.set_stage_view(assessment, changed(view, **{name: text}))


def leaving(assessment, *without):
    data = plan_data(score(assessment), TODAY, Options(frozenset(without)))
    return json.dumps(data, ensure_ascii=False)


@pytest.mark.parametrize(("model", "name"), TYPED)
def test_what_is_asked_to_be_left_out_of_a_field_is_nowhere(sample, model, name):
    made = written(sample, model, name, "zebra")
    assert "zebra" in leaving(made), "else nothing would be proved"
    for part in TABLES[model][name].left_out:
        if part != "names" or TABLES[model][name].kind == "view":
            assert "zebra" not in leaving(made, part)


@pytest.mark.parametrize(("model", "name"), TYPED)
def test_a_name_is_taken_out_of_every_field_that_people_type_in(sample, model, name):
    owned = edits.change_action(sample, "POW-1/first", owner=NAME)
    text = f"{NAME}, Team Lead" if TABLES[model][name].kind in {"people", "body"} else NAME
    made = written(owned, model, name, text)
    assert leaving(made).count(NAME) > leaving(owned).count(NAME)
    assert NAME not in leaving(made, "names")


@pytest.mark.parametrize("name", [n for n, s in fields.ACTION_FIELDS.items() if s.left_out])
def test_nothing_of_an_action_that_goes_with_scores_or_notes_stays(sample, name):
    spec = fields.ACTION_FIELDS[name]
    given = {"keys": ("LEA-2/next",), "level": 3, "text": "zebra"}.get(spec.kind)
    change = edits.action_change(name, given)
    made = sample if given is None else edits.change_action(sample, KEY, **change)
    stands = made.model_dump(mode="json")["actions"][KEY][name]
    assert stands
    for part in spec.left_out:
        if part != "names":
            data = plan_data(score(made), TODAY, Options(frozenset({part})))
            actions = data["assessment"]["actions"].values()
            assert actions
            assert stands not in [each[name] for each in actions]


@pytest.mark.parametrize(("model", "name"), [(m, n) for m, n in TYPED if TABLES[m][n].searched])
def test_what_is_written_in_a_field_that_is_searched_is_found(sample, model, name):
    made = written(sample, model, name, "a zebra crossing")
    assert not find(sample, plan_of(sample), "zebra")
    (hit,) = find(made, plan_of(made), "zebra")
    assert "zebra" in hit.title + hit.excerpt


def test_whoever_gave_an_answer_or_was_asked_is_named_nowhere_when_names_are_left_out(sample):
    giver, asked = "Peigi NicAonghais, Ward Manager", "Seonaid Moireasdan"
    made = edits.write_beside(sample, "LEA-1", given_by=giver, note=f"{asked} and Peigi said so")
    made = share_out(made, ["LEA-2"], asked, today=TODAY).assessment
    assert "Peigi" in leaving(made)
    assert asked in leaving(made)
    bare = leaving(made, "names")
    for name in ("Peigi", "NicAonghais", "Seonaid", "Moireasdan"):
        assert name not in bare
    assert "Ward Manager" in bare, "a role names nobody"
