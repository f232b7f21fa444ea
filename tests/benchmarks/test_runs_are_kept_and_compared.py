"""A run says what it measured and what not, breaks where a budget is broken, and is kept whole."""

import json

import pytest
from measuring import agreement, budget, page, record, tables
from measuring.measure import Measure, NotMeasured, Spread, alone, beside

LIMITS = {"start": {"page": budget.Limit(1.6), "held": budget.Limit(50, "ms")}}


def series(*page_times, bare=(1.0, 1.1, 1.0)):
    return tuple(beside("bare", "s", {"bare": bare, "page": page_times}))


def run(*outcomes, stopped="", benchmark="start", **more):
    result = record.Result(benchmark, outcomes, stopped, 2.0, (0.1, 0.2))
    machine = {"processors": 2, "processor": "x", "system": "Linux 6", "python": "3.11.7"}
    return record.Run("2026-12-01T00:00+00:00", "abc", machine, (result,), **more)


def test_a_ratio_is_to_the_peer_of_the_same_round_and_a_peers_own_to_its_round_before():
    bare, ours = series(1.5, 1.1, 3.0)
    assert ours.ratios == Spread(1.0, 1.5, 3.0)
    assert bare.ratios == Spread(1.0 / 1.1, (1.1 + 1.0 / 1.1) / 2, 1.1)
    assert ours.noise == bare.noise == pytest.approx((0.1 + 0.1 / 1.1) / 2)


def test_a_run_that_was_kept_is_the_same_again():
    made = run(*series(1.5, 1.7, 1.6), alone("held", "ms", [40, 44.5]), NotMeasured("x", "why"))
    text = record.to_json(made, LIMITS)
    again = record.from_json(text)
    assert record.to_json(again, LIMITS) == text
    assert again.measures()["start", "page"].rounds == (1.5, 1.7, 1.6)
    held = json.loads(text)["results"][0]["measures"]
    assert [each.get("kept") for each in held] == [None, True, True, None]


@pytest.mark.parametrize(
    ("outcomes", "word"),
    [
        ((*series(1.5, 1.6, 1.5), alone("held", "ms", [49])), "2 kept, 0 NOT KEPT, 0 not"),
        ((*series(1.7, 1.8, 1.9), alone("held", "ms", [49])), "1 kept, 1 NOT KEPT, 0 not"),
        ((*series(1.5, 1.6, 1.5), alone("held", "ms", [51])), "1 kept, 1 NOT KEPT, 0 not"),
        ((*series(1.5, 1.6, 1.5), NotMeasured("held", "no")), "1 kept, 0 NOT KEPT, 1 not"),
        (series(1.5, 1.6, 1.5), "1 kept, 0 NOT KEPT, 1 not"),
    ],
)
def test_a_budget_is_kept_or_broken_or_not_measured_and_never_silently_green(outcomes, word):
    lines = list(run(*outcomes).lines(LIMITS))
    assert word in tables.counts(lines)
    assert tables.status(lines) == int("2 kept" not in word)
    shown = "\n".join(tables.lines_of(lines))
    assert ("NOT KEPT" in shown) == ("1 NOT KEPT" in word)
    assert ("NOT MEASURED" in shown) == ("1 not" in word)


def test_a_benchmark_that_stopped_is_told_with_its_reason_even_where_it_has_no_budget():
    for name, budgets in (("start", 2), ("memory", 0)):
        lines = list(run(stopped="it failed", benchmark=name).lines(LIMITS))
        assert f"{budgets} not measured" in tables.counts(lines)
        assert "it failed" in tables.counts(lines)
        assert tables.status(lines) == 1


def test_a_budget_of_another_unit_is_a_mistake():
    with pytest.raises(ValueError, match="held is of s"):
        alone("held", "s", [1.0]).keeps(budget.Limit(50, "ms"))


def test_runs_agree_where_each_middle_lies_among_the_others_rounds():
    one = Measure("page", "s", Spread(1, 1, 1), (), "bare", Spread(1.4, 1.5, 1.6), 0.03)
    for least, middle, most, agrees in (
        (1.45, 1.55, 1.7, True),
        (1.60, 1.64, 1.7, False),  # a planted disagreement: the first's middle lies below
        (1.48, 1.64, 1.7, True),  # within what the peer's own noise adds
        (1.48, 1.69, 1.7, False),
        (1.1, 1.5, 1.52, True),
    ):
        other = Measure("page", "s", None, (), "bare", Spread(least, middle, most), 0.03)
        assert agreement.agree(one, other) is agreement.agree(other, one) is agrees


def test_a_noisy_peer_widens_and_what_has_none_is_widened_by_what_load_does():
    quiet = Measure("page", "s", None, (), "bare", Spread(1.5, 1.5, 1.5), 0.0)
    other = Measure("page", "s", None, (), "bare", Spread(1.6, 1.6, 1.6), 0.0)
    noisy = Measure("page", "s", None, (), "bare", Spread(1.6, 1.6, 1.6), 0.1)
    assert not agreement.agree(quiet, other)
    assert agreement.agree(quiet, noisy)
    assert agreement.agree(alone("held", "ms", [40]), alone("held", "ms", [45]))
    assert not agreement.agree(alone("held", "ms", [40]), alone("held", "ms", [48]))
    assert not agreement.agree(alone("size", "MB", [40]), alone("size", "MB", [45]))


def test_a_middle_alone_has_to_lie_among_the_rounds_of_the_other():
    rounds = Measure("page", "s", None, (), "bare", Spread(1.4, 1.5, 1.6), 0.0)
    for middle, agrees in ((1.42, True), (1.67, True), (1.69, False), (1.32, False)):
        printed = Measure("page", "s", None, (), "bare", Spread(middle, middle, middle))
        assert agreement.agree(printed, rounds) is agreement.agree(rounds, printed) is agrees


def test_a_disagreement_of_runs_is_named_with_those_that_disagree():
    runs = [run(*series(*([each] * 3), bare=(1.0, 1.0, 1.0))) for each in (1.5, 1.5, 1.8)]
    for place, more in ((1, ["steady"]), (2, ["steady", "held"])):
        added = [alone(name, "ms", [40]) for name in more]
        runs[place] = run(*runs[place].results[0].outcomes, *added)
    shown = "\n".join(agreement.told(runs, list(agreement.compare(runs))))
    assert "NOT AGREED: 1 and 3, 2 and 3" in shown
    assert "1 agree within their noise, 1 do NOT AGREE; 1 are in one alone" in shown
    assert "the peer itself" in shown  # which says nothing of runs


def test_the_page_is_made_from_the_runs_that_are_kept():
    text = page.with_tables(f"before {page.BEGIN} old {page.END} after", [
        run(*series(1.5, 1.7, 1.6)), run(*series(1.9, 2.0, 1.9)),
    ], LIMITS)  # fmt: skip
    assert text.startswith("before ")
    assert text.endswith(" after")
    assert " old " not in text
    assert "| start: page | bare | **1.55** (1.50 to 1.60); 1.60 s |" in text
    assert "1.6, **not kept** | apart: 1 and 2 |" in text
    assert page.with_tables(text, [run(*series(1.5, 1.7, 1.6))], LIMITS) != text
