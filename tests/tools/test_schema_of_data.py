"""The published schema of exported data holds for what is exported, and says what each field is."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import jsonschema
import pytest

from nttp_readiness.domain.scorecard import score
from nttp_readiness.file_format import DATA_SCHEMA
from nttp_readiness.presentation.readiness.score_json import score_data
from nttp_readiness.reports import forms
from nttp_readiness.reports.export_request import ExportRequest
from nttp_readiness.storage.documents.documents import load_document
from tests.presentation import report_texts
from tools.data_schema import schema_file

ROOT = Path(__file__).resolve().parents[2]
TODAY = dt.date(2027, 3, 12)
SAMPLES = sorted((ROOT / "assets" / "samples").glob("*.readiness"))


@pytest.fixture(scope="module")
def schema():
    return json.loads((ROOT / "docs" / DATA_SCHEMA).read_text("utf-8"))


def exported(assessment, *without):
    request = ExportRequest(assessment, "data", ".json", today=TODAY, without=frozenset(without))
    return json.loads(forms.make(request))


def test_the_schema_is_that_of_the_code():
    for name, data in schema_file().items():
        assert (ROOT / "docs" / name).read_bytes() == data, "run: python3 docs/make_generated.py"


def test_it_is_a_schema(schema):
    jsonschema.Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("without", [(), ("scores",), ("notes", "names")])
def test_what_is_exported_holds_to_it(schema, path, without):
    data = exported(load_document(path).assessment, *without)
    assert data["$schema"] == DATA_SCHEMA
    jsonschema.validate(data, schema)


@pytest.mark.parametrize(
    ("place", "value"),
    [(("version",), 1), (("left_out",), ["owners"]), (("assessment", "round"), 0),
     (("assessment", "actions", "WEL-2/first", "status"), "soon"),
     (("assessment", "profile", "title"), ""), (("results",), [])],
)  # fmt: skip
def test_what_cannot_be_is_refused_by_it(schema, place, value):
    data = held = exported(report_texts.sample())
    for each in place[:-1]:
        held = held[each]
    held[place[-1]] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, schema)


def test_every_field_of_the_results_is_said(schema):
    said = schema["properties"]["results"]["properties"]
    assert set(said) == set(score_data(score(report_texts.sample())))


def test_fields_say_what_the_code_says_of_them(schema):
    defs = schema["$defs"]
    assert defs["Request"]["properties"]["asker"]["description"].startswith("Who of us asks")
    assert "shown" in schema["properties"]["results"]["properties"]["domains"]["description"]
    assert defs["PlannedAction"]["description"].startswith("An action that somebody took")
