"""The readings in the repository: their page says what readers wrote."""

import json
import re
from pathlib import Path

import pytest

READINGS = Path(__file__).resolve().parents[2] / "docs" / "rating-trials" / "reading"
SEEDS = sorted(each.name for each in READINGS.iterdir() if each.is_dir())


def words(text):
    return " ".join(re.findall(r"[\w'%-]+", text.lower().replace("’", "'")))


def of(seed, name):
    return json.loads((READINGS / seed / f"{name}.json").read_text("utf-8"))


def readers(seed):
    return [of(seed, f"reader-{number}") for number in (1, 2, 3)]


def stops_at(reader, planted):
    """Whether the reader had to go back, or could not say what is meant, at these planted words."""
    there = words(planted["words"])
    return any(
        each["grade"] > 1
        and each["id"] == planted["id"]
        and (there in words(each["words"]) or words(each["words"]) in there)
        for each in reader["stops"]
    )


def row(seed):
    lines = (READINGS / "README.md").read_text("utf-8").splitlines()
    return [
        cell.strip()
        for cell in next(each for each in lines if each.startswith(f"| {seed} ")).split("|")[1:-1]
    ]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_page_says_how_many_planted_faults_were_caught(seed):
    planted = of(seed, "planted")["planted"]
    caught = [[stops_at(reader, each) for reader in readers(seed)] for each in planted]
    assert row(seed)[2] == f"{sum(sum(each) > 1 for each in caught)} of {len(planted)}"
    assert row(seed)[3] == ", ".join(str(sum(each)) for each in zip(*caught, strict=True))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_page_says_how_many_stumbled_and_that_all_were_explained(seed):
    questions = of(seed, "planted")["questions"]
    assert len(set(questions)) == 20
    for reader in readers(seed):
        assert [each["id"] for each in reader["understood"]] == questions
    slight = [sum(each["grade"] == 1 for each in reader["stops"]) for reader in readers(seed)]
    assert row(seed)[6] == ", ".join(map(str, slight))


@pytest.mark.parametrize("seed", SEEDS)
def test_planted_faults_stand_nowhere_in_the_bank(seed):
    bank = Path(__file__).resolve().parents[2] / "question_banks" / "nttp-roadmap" / "domains"
    said = {each.stem: each.read_text("utf-8") for each in bank.glob("*.toml")}
    for each in of(seed, "planted")["planted"]:
        assert each["words"] not in said[each["id"][:3]]
