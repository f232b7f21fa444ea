"""The statement names every criterion once, with evidence that is there, and hides no shortfall."""

import datetime as dt
import re
from pathlib import Path

import pytest

from nttp_readiness import __version__

ROOT = Path(__file__).parents[1]
STATEMENT = (ROOT / "docs" / "accessibility.md").read_text(encoding="utf-8")
LEVELS = {
    "A": (
        "1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1"
        " 2.4.1 2.4.2 2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7"
        " 4.1.2"
    ),
    "AA": (
        "1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7"
        " 2.4.11 2.5.7 2.5.8 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3"
    ),
}
"""WCAG 2.2 (W3C Recommendation of 5 October 2023) without 4.1.1, which it took out."""
STATES = {"conforms", "partly", "does not apply"}
BEYOND = [
    "5.2", "5.3", "5.4", "5.5", "5.6", "5.7", "5.8", "5.9", "11.5", "11.6", "11.7", "11.8", "12.1",
    "12.2",
]  # fmt: skip


def rows(heading):
    """The cells of each row of the table below a heading."""
    part = STATEMENT.partition(f"## {heading}")[2].partition("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("| ") and "---" not in line]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[1:]]


WCAG = rows("WCAG 2.2, levels A and AA")
EN = rows("EN 301 549, what goes beyond WCAG")


def test_every_criterion_stands_there_once_with_its_level():
    found = [(row[0].split()[0], row[1]) for row in WCAG]
    wanted = [(each, level) for level, all_of in LEVELS.items() for each in all_of.split()]
    assert len(wanted) == 55
    assert sorted(found) == sorted(wanted)
    assert [row[0].split()[0] for row in EN] == BEYOND


@pytest.mark.parametrize("row", [*WCAG, *EN], ids=lambda row: row[0])
def test_each_has_a_state_and_evidence_that_is_there(row):
    state, evidence = row[-2:]
    assert state in STATES
    assert evidence
    for path in re.findall(r"`([^`]+)`", evidence):
        assert (ROOT / path).is_file(), path


def test_what_conforms_in_part_is_told_of_before_the_tables():
    told = STATEMENT.partition("## What falls short")[2].partition("\n## ")[0]
    partly = {row[0].split()[0] for row in WCAG if row[2] == "partly"}
    assert partly == set(re.findall(r"\*\*([\d.]+),", told))


def test_it_is_of_this_version_and_has_a_day():
    assert f"NTTP Readiness {__version__}." in STATEMENT
    day = re.search(r"Written on (\d+ \w+ \d{4})", STATEMENT)
    assert day is not None
    assert dt.datetime.strptime(day[1], "%d %B %Y").date() <= dt.date.today()  # noqa: DTZ007, DTZ011


def test_it_says_how_to_tell_us_and_by_when_we_answer():
    telling = STATEMENT.partition("## Telling us")[2].partition("\n## ")[0]
    assert "within ten working days" in telling
