"""Agreement, quartiles and camps against reference values, and what holds for any counts."""

import importlib.util
import json
import time
from fractions import Fraction
from math import comb
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nttp_readiness import resources
from nttp_readiness.domain.group import agreement as module
from nttp_readiness.domain.group.agreement import (
    agreement,
    broadly_agree,
    camps,
    lower_median,
    quartiles,
    share_from,
    spread,
)
from nttp_readiness.domain.group.agreement_table import POINTS_95

VECTORS = json.loads(
    (Path(__file__).parents[1] / "data" / "agreement-vectors.json").read_text("utf-8")
)["vectors"]
FIVE = st.lists(st.integers(0, 40), min_size=5, max_size=5).filter(any)


@pytest.fixture(scope="module")
def table_script():
    script = resources.assets() / "tables" / "make_agreement_table.py"
    spec = importlib.util.spec_from_file_location("make_agreement_table", script)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_there_are_vectors():
    assert len(VECTORS) >= 30


@pytest.mark.parametrize("case", VECTORS, ids=lambda case: case["id"])
def test_every_figure_of_a_vector_is_met(case):
    counts = case["counts"]
    assert float(agreement(counts)) == pytest.approx(case["agreement"], abs=1e-6)
    assert tuple(map(float, quartiles(counts))) == (case["q1"], case["median"], case["q3"])
    if case["camps"] is not None:
        assert camps(counts) == case["camps"]


@given(FIVE, st.integers(2, 5))
def test_agreement_lies_between_its_ends_and_knows_no_direction_or_size(counts, times):
    found = agreement(counts)
    assert -1 <= found <= 1
    assert agreement(counts[::-1]) == found
    assert agreement([each * times for each in counts]) == found


@given(FIVE)
def test_camps_know_no_direction_and_are_never_clear_below_eleven(counts):
    assert camps(counts) == camps(counts[::-1])
    if sum(counts) < 11:
        assert camps(counts) != "clear"


@given(FIVE)
def test_quartiles_stand_in_order_and_the_lower_median_is_a_level_someone_chose(counts):
    found = quartiles(counts)
    assert found.lower <= found.median <= found.upper
    assert counts[lower_median(counts)]
    assert lower_median(counts) <= found.median


@given(FIVE)
def test_nobody_is_said_to_agree_when_there_are_two_camps_or_too_few(counts):
    said = spread(counts)
    assert (said == "too_few") == (sum(counts) < 5)
    if said == "agree":
        assert broadly_agree(counts)
        assert camps(counts) == "none"


@pytest.mark.parametrize(
    ("people", "point"), [(5, 0.70), (10, 0.50), (15, 0.411), (20, 0.367), (30, 0.30)]
)
def test_the_table_holds_the_published_points(people, point):
    assert float(Fraction(*POINTS_95[5][people])) == pytest.approx(point, abs=0.0005)


@pytest.mark.parametrize("people", [5, 6, 11, 16])
def test_the_script_makes_the_same_table_again(table_script, people):
    point = table_script.point_95(people)
    assert POINTS_95[5][people] == (point.numerator, point.denominator)


@pytest.mark.long
def test_the_script_makes_the_whole_table_again(table_script):
    made = {n: table_script.point_95(n) for n in POINTS_95[5]}
    assert {n: Fraction(*each) for n, each in POINTS_95[5].items()} == made


@pytest.mark.parametrize(("people", "mean"), [(5, 0.27), (10, 0.18), (30, 0.10)])
def test_the_script_knows_every_way_to_answer_at_random(table_script, people, mean):
    ways = table_script.distribution(people)
    assert sum(ways.values()) == 5**people
    found = sum(value * count for value, count in ways.items()) / 5**people
    assert float(found) == pytest.approx(mean, abs=0.005)


def test_the_quick_count_of_ways_is_that_of_going_through_all_of_them(table_script):
    slow: dict[object, object] = {}
    for a in range(5):
        for b in range(5 - a):
            for c in range(5 - a - b):
                for d in range(5 - a - b - c):
                    counts = (a, b, c, d, 4 - a - b - c - d)
                    ways = table_script.factorial(4) // table_script.prod(
                        table_script.factorial(each) for each in counts
                    )
                    value = agreement(counts)
                    slow[value] = slow.get(value, 0) + ways
    assert dict(table_script.distribution(4)) == slow


def test_agreement_at_its_point_is_not_yet_above_it():
    counts = (0, 0, 4, 4, 0)
    assert agreement(counts) > Fraction(*POINTS_95[5][8])
    assert broadly_agree(counts)
    at_the_point = next(
        (a, b, c, d, 5 - a - b - c - d)
        for a in range(6)
        for b in range(6 - a)
        for c in range(6 - a - b)
        for d in range(6 - a - b - c)
        if agreement((a, b, c, d, 5 - a - b - c - d)) == Fraction(*POINTS_95[5][5])
    )
    assert not broadly_agree(at_the_point)


def test_counts_that_say_nothing_are_refused():
    for counts in ([0] * 5, [1, 2], [1, -1, 1, 0, 0]):
        with pytest.raises(ValueError, match="counts"):
            agreement(counts)
    with pytest.raises(ValueError, match="answer"):
        quartiles([0] * 5)
    with pytest.raises(ValueError, match="five levels"):
        camps([1, 2, 3, 4])
    assert share_from((1, 1, 1, 1, 0), 3) == Fraction(1, 4)


@pytest.mark.parametrize("sure", [1e-6, 2.0])
def test_whether_the_middle_is_empty_is_exact_by_floats_and_by_whole_numbers(monkeypatch, sure):
    """With a `sure` of 2 no float is ever believed, and whole numbers decide alone."""
    monkeypatch.setattr(module, "_SURE", sure)
    for people in range(1, 45):
        chance = Fraction(0)
        for middle in range(people + 1):
            one = Fraction(4, 5) ** (people - middle) / 5**middle
            chance += comb(people, middle) * one
            for bound in (Fraction(1, 10), Fraction(1, 4)):
                assert module._so_few(middle, people, bound) is (chance <= bound)
        assert chance == 1


def test_a_hundred_thousand_people_are_told_apart_at_once():
    counts = (30_000, 20_000, 19_900, 20_000, 10_100)
    started = time.process_time()
    assert camps(counts) == "possible"
    assert spread(counts) == "perhaps_camps"
    assert float(agreement(counts)) == pytest.approx(0.09, abs=0.2)
    assert time.process_time() - started < 2


def test_the_guide_for_facilitators_gives_the_points_of_the_table():
    guide = (resources.assets().parent / "docs" / "group-results.md").read_text("utf-8")
    rows = [line.strip(" |\n").split("|") for line in guide.splitlines()]
    people = next(row for row in rows if row[0].strip() == "people" and row[1].strip() == "5")
    above = next(row for row in rows if row[0].strip() == "A above")
    assert len(people) == len(above) == 6
    for n, point in zip(people[1:], above[1:], strict=True):
        found = Fraction(*POINTS_95[5][int(n)])
        assert float(found) == pytest.approx(float(point), abs=0.0005)
