"""What an assessment may hold changes only with the version of its format, a step and a sample."""

import json
from collections.abc import Mapping

import pytest

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.fields import Key
from nttp_readiness.domain.answers.planned import PlannedAction
from nttp_readiness.file_format import DATA_VERSION
from nttp_readiness.storage.documents.document_bytes import document_bytes, document_in
from nttp_readiness.storage.documents.documents import load_document
from nttp_readiness.storage.documents.migrations import STEPS
from nttp_readiness.storage.files.format_version import READABLE_FROM, VERSION
from tests.storage.format_schema import (
    CURE,
    DATA,
    faults,
    plain,
    sample_versions,
    schema_of,
    stored_schema,
    unsaid,
)


class Costed(PlannedAction):
    mood: str = ""


class WithCost(Assessment):
    """A field more in an action."""

    actions: Mapping[Key, Costed] = {}


class Renamed(Assessment):
    """The same under another name, said in other words."""


def found(model, version=VERSION, *, stored=None, steps=STEPS, samples=None):
    return faults(
        model,
        version,
        stored=stored_schema(version) if stored is None else stored,
        steps=steps,
        samples=sample_versions() if samples is None else samples,
    )


def test_the_format_of_now_holds_what_is_stored_for_its_version():
    assert not found(Assessment), CURE.format(n=VERSION + 1)
    assert DATA_VERSION == VERSION >= READABLE_FROM


def test_a_field_more_is_found_where_the_version_stays():
    [fault] = found(WithCost)
    assert fault.startswith(f"version {VERSION} holds something else: /properties/actions/")
    assert "mood" in fault


def test_a_field_less_and_another_limit_are_found():
    schema = stored_schema(VERSION)
    fields = schema["properties"]["asks"]["items"]["properties"]
    fields["mood"] = {"type": "string"}
    fields["who"]["maxLength"] += 1
    assert len(found(Assessment, stored=schema)) == 2


def test_a_raised_version_needs_a_schema_a_step_and_a_sample():
    n = VERSION + 1
    assert found(WithCost, n) == [
        f"no schema is stored for version {n}",
        f"no step leads from version {VERSION}",
        f"there is no sample of version {n}",
    ]
    samples = sample_versions() | {n}
    assert found(WithCost, n, stored=schema_of(WithCost), steps={**STEPS, VERSION: dict}) == [
        f"there is no sample of version {n}"
    ]
    assert not found(
        WithCost, n, stored=schema_of(WithCost), steps={**STEPS, VERSION: dict}, samples=samples
    )


def test_another_name_of_a_class_is_no_other_format():
    assert not found(Renamed)


def bodies(version):
    files = [DATA / f"v{version}.readiness", *DATA.glob(f"v{version}-*.readiness")]
    return [json.loads(each.read_text("utf-8"))["body"] for each in files]


@pytest.mark.parametrize("version", range(2, VERSION + 1))
def test_what_is_new_in_a_version_is_said_in_its_samples(version):
    before, now = stored_schema(version - 1), stored_schema(version)
    new = unsaid(now, {}) - unsaid(before, {})
    assert new or now != before  # a field may also hold more than it did
    assert not new & set.intersection(*(unsaid(now, each) for each in bodies(version)))


def test_the_samples_of_now_say_every_field():
    unsaid_by_all = set.intersection(
        *(unsaid(stored_schema(VERSION), each) for each in bodies(VERSION))
    )
    assert unsaid_by_all == set()


def test_a_field_that_no_sample_says_is_found():
    schema = schema_of(WithCost)
    assert "actions/*/mood" in unsaid(schema, {})
    assert set.intersection(*(unsaid(schema, each) for each in bodies(VERSION))) == {
        "actions/*/mood"
    }


def test_the_fuller_sample_opens_and_is_written_as_it_was():
    file = DATA / "v2-more.readiness"
    loaded = load_document(file)
    assert loaded.assessment.workshop.round.questions
    assert [each.done for each in loaded.assessment.reviews] == [0, 1]
    again = document_in(document_bytes(loaded.assessment, revision=9), file)
    assert again.assessment == loaded.assessment


def test_only_what_is_said_about_a_field_is_left_out_of_a_schema():
    class Titled(Assessment):
        title: str
        description: int = 1

    fields = schema_of(Titled)["properties"]
    assert fields["title"] == {"type": "string"}
    assert fields["description"] == {"default": 1, "type": "integer"}
    assert plain({"title": "x", "description": "y", "type": "null"}) == {"type": "null"}
