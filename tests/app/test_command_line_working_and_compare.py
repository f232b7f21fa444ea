"""`score --working` and `compare`: the same figures as everywhere, as text or as data."""

import json
from pathlib import Path

import pytest

from nttp_readiness.app import command_line
from nttp_readiness.domain.bank.scale import Thresholds
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.rounds.rounds import new_round
from nttp_readiness.storage.documents.documents import save_document
from tests.domain import small_bank as small

BANK = small.two_domains()


@pytest.fixture
def rounds(tmp_path):
    first = small.assessment_of(BANK, small.everything(BANK, 1))
    second = new_round(first, today=small.TODAY, keep_answers=True)
    second = edits.answer(second, "A-1", 2)
    files = tmp_path / "one.readiness", tmp_path / "two.readiness"
    for file, made in zip(files, (first, second), strict=True):
        save_document(file, made, expected=None)
    return [str(each) for each in files]


def run(capsys, *arguments):
    status = command_line.run(arguments)
    return status, capsys.readouterr()


def test_score_with_working_adds_every_tree_and_changes_no_figure(rounds, capsys):
    _, plain = run(capsys, "score", rounds[0], "--json")
    status, found = run(capsys, "score", rounds[0], "--json", "--working")
    data = json.loads(found.out)
    working = data.pop("working")
    assert status == 0
    assert data == json.loads(plain.out)
    assert set(working) == {"stage", "index", "domains", "actions"}
    assert working["domains"]["A"]["level"]["result"]["value"] == 1


def test_compare_says_what_moved_and_what_did_not(rounds, capsys):
    status, found = run(capsys, "compare", *rounds)
    assert status == 0
    assert "What moved between round 1 and round 2" in found.out
    assert "Question A-1: Exploring, now Developing" in found.out
    assert "Our own picture, not a rating." in found.out


def test_compare_gives_the_same_as_data(rounds, capsys):
    status, found = run(capsys, "compare", *rounds, "--json")
    data = json.loads(found.out)
    assert status == 0
    assert data["domains"][0]["up"] == ["A-1"]
    assert data["foundations"] == [{"indicator": "A-1", "before": 1, "after": 2}]


def test_compare_refuses_another_bank_with_a_sentence_and_status_one(rounds, tmp_path, capsys):
    other = small.bank_of(
        [small.domain("A", [small.question("A-1")])], bank_id="other", with_stages=False
    )
    file = tmp_path / "other.readiness"
    save_document(file, small.assessment_of(other, {}), expected=None)
    status, found = run(capsys, "compare", rounds[0], str(file))
    assert status == 1
    assert found.err.startswith("These two were made with different question banks")
    assert found.out == ""


VECTORS = Path(__file__).parents[1] / "domain" / "data" / "scoring-vectors.json"
CASES = [
    each
    for each in json.loads(VECTORS.read_text("utf-8"))["vectors"]
    if not each["weights"] or set(each["weights"]) <= {1}  # a bank weighs foundations alone
]


def test_most_vectors_can_be_made_with_a_bank():
    assert len(CASES) >= 8


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_the_command_line_prints_the_figures_of_each_vector(case, tmp_path, capsys):
    questions = [small.question(f"D-{n}") for n in range(len(case["answers"]))]
    bank = small.bank_of(
        [small.domain("D", questions)], thresholds=Thresholds(fewest_for_level=1), with_stages=False
    )
    document = tmp_path / "vector.readiness"
    answers = dict(zip(bank.by_id, case["answers"], strict=True))
    save_document(document, small.assessment_of(bank, answers), expected=None)
    status, found = run(capsys, "score", str(document), "--json")
    (domain,) = json.loads(found.out)["domains"]
    assert status == 0
    for name in ("index", "low", "high", "coverage"):
        expected = case[name]
        assert domain[name] == (None if expected is None else pytest.approx(expected, abs=1e-6))
    shown = case["coverage"] is not None and case["coverage"] >= 0.6
    assert domain["level"] == (case["level"] if shown else None)
    assert (domain["level_low"], domain["level_high"]) == (case["level_low"], case["level_high"])
