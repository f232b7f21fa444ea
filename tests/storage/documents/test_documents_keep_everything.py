"""What is saved is what was there, and nobody else's work is written over."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nttp_readiness.domain.answers.answer import Answer
from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.errors import DocumentError, NewerError, SaveError
from nttp_readiness.storage.documents import envelope
from nttp_readiness.storage.documents.document_bytes import document_bytes, document_in
from nttp_readiness.storage.documents.documents import (
    ChangedElsewhere,
    load_document,
    save_document,
)
from nttp_readiness.storage.documents.fingerprints import fingerprint
from nttp_readiness.storage.documents.migrations import STEPS, migrate
from nttp_readiness.storage.files.format_version import VERSION
from tests.storage.format_schema import sample_versions

DATA = Path(__file__).parents[1] / "data"
FROM_SOURCE = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}


def noted(assessment, note):
    return assessment.model_copy(update={"answers": {"CAR-1": Answer(note=note)}})


def test_a_saved_assessment_comes_back_exactly(document, assessment):
    saved = save_document(document, assessment, expected=None)
    loaded = load_document(document)
    assert loaded.assessment == assessment
    assert loaded.fingerprint == saved.fingerprint
    assert loaded.revision == saved.revision == 1
    assert type(loaded.assessment.answers["CAR-1"].choice) is int


@given(note=st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_text_that_can_be_typed_comes_back_exactly(note, assessment):
    typed = noted(assessment, note)
    assert document_in(document_bytes(typed, revision=1), Path()).assessment == typed


@pytest.mark.parametrize("choice", [0, 1, 2, 3, 4, "not_sure", "rather_not_say", "not_relevant"])
def test_every_kind_of_answer_comes_back_exactly(choice, assessment):
    given_answer = assessment.model_copy(update={"answers": {"CAR-1": Answer(choice=choice)}})
    read = document_in(document_bytes(given_answer, revision=1), Path()).assessment
    assert read.answers["CAR-1"].choice == choice
    assert type(read.answers["CAR-1"].choice) is type(choice)


def test_the_file_is_readable_json_with_a_stable_order_and_a_newline(document, assessment):
    save_document(document, assessment, expected=None)
    text = document.read_bytes().decode("utf-8")
    assert text.endswith("}\n")
    assert "à Ghàidhlig" in text
    found = json.loads(text)
    order = "format version readable_from program document revision sha256 body"
    assert list(found) == order.split()
    always = [
        field.alias or name
        for name, field in Assessment.model_fields.items()
        if name not in {"workshop", "reviews", "part", "sharing"}
    ]
    assert list(found["body"]) == always
    assert document_bytes(assessment, revision=1) == document_bytes(assessment, revision=1)


def test_the_order_of_keys_and_the_spaces_of_a_file_mean_nothing(document, assessment):
    save_document(document, assessment, expected=None)
    found = json.loads(document.read_bytes())
    document.write_bytes(b"\xef\xbb\xbf" + json.dumps(found, sort_keys=True).encode())
    assert load_document(document).assessment == assessment


def test_each_save_counts_the_revision_on(document, assessment):
    expected = None
    for revision in (1, 2, 3):
        saved = save_document(document, noted(assessment, str(revision)), expected=expected)
        assert saved.revision == load_document(document).revision == revision
        expected = saved.fingerprint


def test_a_file_that_somebody_else_saved_meanwhile_is_not_written_over(document, assessment):
    ours = save_document(document, assessment, expected=None)
    theirs = noted(assessment, "theirs")
    save_document(document, theirs, expected=ours.fingerprint)
    with pytest.raises(ChangedElsewhere, match="changed by another program or person"):
        save_document(document, noted(assessment, "ours"), expected=ours.fingerprint)
    assert load_document(document).assessment == theirs


def test_a_new_document_is_not_written_over_a_file_of_that_name(document, assessment):
    document.write_text("a shopping list")
    with pytest.raises(ChangedElsewhere):
        save_document(document, assessment, expected=None)
    assert document.read_text() == "a shopping list"
    save_document(document, assessment, expected=fingerprint(document))  # somebody was asked
    assert load_document(document).assessment == assessment


def test_a_save_that_was_done_but_not_noticed_may_be_done_again(document, assessment):
    first = save_document(document, assessment, expected=None)
    changed = noted(assessment, "changed")
    save_document(document, changed, expected=first.fingerprint)
    again = save_document(document, changed, expected=first.fingerprint)
    assert load_document(document).fingerprint == again.fingerprint


def test_a_file_that_was_taken_away_is_written_again(document, assessment):
    saved = save_document(document, assessment, expected=None)
    document.unlink()
    save_document(document, assessment, expected=saved.fingerprint)
    assert load_document(document).assessment == assessment


def test_where_its_drive_was_taken_away_nothing_is_written_into_the_empty_place(
    document, assessment
):
    save_document(document, assessment, expected=None)
    expected = load_document(document).fingerprint
    document.unlink()
    elsewhere = replace(expected, device=expected.device + 1)
    with pytest.raises(SaveError, match="drive may not be connected"):
        save_document(document, assessment, expected=elsewhere)
    assert list(document.parent.iterdir()) == []
    save_document(document, assessment, expected=expected)


@pytest.mark.parametrize("choice", [True, 7, "perhaps", 2.0, "\ud800"])
def test_what_no_file_can_keep_is_never_written(choice, document, assessment):
    saved = save_document(document, assessment, expected=None)
    wrong = assessment.answers["CAR-1"].model_copy(update={"choice": choice})
    unchecked = assessment.model_copy(update={"answers": {"CAR-1": wrong}})
    with pytest.raises(SaveError, match="something in it that cannot be saved"):
        save_document(document, unchecked, expected=saved.fingerprint)
    assert load_document(document).assessment == assessment


def test_two_processes_on_one_file_do_not_write_over_each_other(document, assessment):
    saved = save_document(document, assessment, expected=None)
    script = (
        "import sys, pathlib\n"
        "from nttp_readiness.storage.documents.documents import *\n"
        "path, me = pathlib.Path(sys.argv[1]), sys.argv[2]\n"
        "loaded = load_document(path)\n"
        "print('ready', flush=True)\n"
        "sys.stdin.readline()\n"
        "try:\n"
        "    changed = loaded.assessment.model_copy(update={'place': me})\n"
        "    save_document(path, changed, expected=loaded.fingerprint)\n"
        "    print('saved')\n"
        "except ChangedElsewhere:\n"
        "    print('refused')\n"
    )
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", script, document, name],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=FROM_SOURCE,
        )
        for name in ("first", "second")
    ]  # fmt: skip
    for each in processes:
        assert each.stdout.readline() == "ready\n"
    said = [each.communicate("go\n")[0].strip() for each in processes]
    assert said == ["saved", "refused"]
    assert load_document(document).assessment.place == "first"
    assert load_document(document).revision == saved.revision + 1


def test_the_sample_of_version_1_opens_and_is_what_it_was():
    loaded = load_document(DATA / "v1.readiness")
    assert loaded.version == 1
    assert loaded.revision == 7
    sample = loaded.assessment
    assert sample.profile.title == "Òran nan sgoiltean: a first look"
    assert sample.profile.agreed.isoformat() == "2026-03-12"
    assert sample.answer("LEA-1").choice == 2
    assert sample.answer("LEA-2").choice == "not_sure"
    assert sample.answer("LEA-3").note == "“Quoted”, <b>& 'plain'</b>\n👩‍👩‍👧‍👦"
    assert sample.actions["own/1"].owner == "Mòrag"
    assert sample.stage_view.reason == "We agreed on it together."
    assert len(sample.bank.by_id) == 56


def test_a_request_of_version_1_says_no_more_than_it_did_and_goes_on_from_there():
    (ask,) = load_document(DATA / "v1.readiness").assessment.asks
    assert (ask.who, ask.request) == ("The council", "Cover for training days")
    assert (ask.asker, ask.how, ask.by, ask.status, ask.answer) == ("", "", None, "to_ask", "")


def test_the_sample_of_version_2_opens_and_is_what_it_was():
    loaded = load_document(DATA / "v2.readiness")
    assert (loaded.version, loaded.revision) == (2, 8)
    (ask,) = loaded.assessment.asks
    assert (ask.asker, ask.how, ask.status) == ("Mòrag, Lead", "by letter", "answered")
    assert (ask.by.isoformat(), ask.answer) == ("2026-05-01", "“Yes”, <b>& soon</b>\n👩")
    before = load_document(DATA / "v1.readiness").assessment
    assert loaded.assessment.model_copy(update={"asks": before.asks}) == before


def test_the_levels_of_version_2_become_sentences_that_say_the_same():
    then = json.loads((DATA / "v2.readiness").read_bytes())["body"]["bank"]["domains"]
    bank = load_document(DATA / "v2.readiness").assessment.bank
    texts = [each["levels"] for domain in then for each in domain["indicators"]]
    levels = [bank.described(each) for each in bank.by_id.values()]
    assert [[each.sentence for each in five] for five in levels] == texts
    assert not any(each.signs for five in levels for each in five)
    assert bank.thresholds.safety_stop_level == 0


def test_the_sample_of_version_3_opens_and_is_what_it_was():
    loaded = load_document(DATA / "v3.readiness")
    assert (loaded.version, loaded.revision) == (3, 9)
    sample = loaded.assessment
    assert (sample.answer("LEA-1").reach.n, sample.answer("LEA-1").reach.of) == (3, 40)
    assert [key for key, each in sample.answers.items() if each.look_again] == ["LEA-2"]
    first = sample.bank.by_id["LEA-1"]
    assert first.unit == "team"
    assert first.levels[2].signs == ("3 of 40, say", "a dated note")
    assert first.example.sector == "housing"
    before = load_document(DATA / "v2.readiness").assessment
    assert {key: each.choice for key, each in sample.answers.items()} == {
        key: each.choice for key, each in before.answers.items()
    }


def test_the_sample_of_version_4_opens_and_is_what_it_was():
    loaded = load_document(DATA / "v4.readiness")
    assert (loaded.version, loaded.revision) == (4, 9)
    sample = loaded.assessment
    marked = {key: each.come_back_word for key, each in sample.answers.items() if each.come_back}
    assert marked == {"LEA-1": "Ask HR first"}
    before = load_document(DATA / "v3.readiness").assessment
    assert before.answer("LEA-1").come_back is False
    assert {key: each.choice for key, each in sample.answers.items()} == {
        key: each.choice for key, each in before.answers.items()
    }


def test_a_program_of_version_1_refuses_a_file_of_now_in_a_plain_sentence(
    assessment, document, monkeypatch
):
    save_document(document, assessment, expected=None)
    before = document.read_bytes()
    monkeypatch.setattr(envelope, "VERSION", 1)
    with pytest.raises(NewerError, match="saved by a later version of the program"):
        load_document(document)
    assert document.read_bytes() == before


@pytest.mark.parametrize("asks", [[{"asker": "x"}], [1], 7, {"a": 1}])
def test_a_file_of_version_1_with_requests_that_it_could_not_have_is_refused(asks):
    with pytest.raises(DocumentError, match="older version"):
        migrate({"asks": asks}, 1)


def test_there_is_a_sample_of_every_version_and_a_step_from_every_one_but_the_newest():
    assert sample_versions() == set(range(1, VERSION + 1))
    assert set(STEPS) == set(range(1, VERSION))


def rename_place(body):
    body["where"] = body.pop("place")
    return body


def add_colour(body):
    return body | {"colour": f"{body['where']} blue"}


def test_migration_takes_every_step_in_turn_and_leaves_the_given_body_alone():
    steps, body = {1: rename_place, 2: add_colour}, {"place": "sky"}
    assert migrate(body, 1, steps=steps, newest=3) == {"where": "sky", "colour": "sky blue"}
    assert migrate({"where": "sea"}, 2, steps=steps, newest=3)["colour"] == "sea blue"
    assert migrate(body, 3, steps=steps, newest=3) is body
    assert body == {"place": "sky"}


@pytest.mark.parametrize(("body", "steps"), [({}, {1: rename_place}), ({"place": ""}, {})])
def test_migration_of_what_it_does_not_understand_is_refused_in_a_sentence(body, steps):
    with pytest.raises(DocumentError, match="older version"):
        migrate(body, 1, steps=steps, newest=2)
