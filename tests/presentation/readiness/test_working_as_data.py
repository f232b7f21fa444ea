"""Every working as plain data, for those who read it by program."""

import json
from fractions import Fraction

from nttp_readiness.domain.scorecard import score
from nttp_readiness.presentation.readiness.score_json import score_data
from nttp_readiness.presentation.readiness.working_data import card_working_data, shown
from tests.domain import small_bank as small

BANK = small.two_domains()


def test_every_figure_of_the_score_has_its_working_with_the_same_value():
    answers = {"A-1": 2, "A-2": 3, "A-3": "not_sure", "A-4": 1, "B-1": 0, "B-2": 4}
    card = score(small.assessment_of(BANK, answers))
    scores, working = score_data(card), card_working_data(card)
    assert json.loads(json.dumps(working)) == working
    assert working["stage"]["result"]["value"] == "Build foundations first"
    for each in scores["domains"]:
        trees = working["domains"][each["id"]]
        assert trees["index"]["result"]["value"] == each["index"]
        assert trees["coverage"]["result"]["value"] == each["coverage"]
        assert trees["level"]["result"]["value"] == each["level"]
    assert list(working["actions"]) == [each["id"] for each in scores["actions"]]


def test_a_step_has_its_sum_its_exact_value_and_what_is_shown():
    card = score(small.assessment_of(BANK, {"A-1": 2, "A-2": 3, "A-3": 1}))
    steps = card_working_data(card)["domains"]["A"]["index"]["steps"]
    assert steps[1] == {
        "name": "Index", "rule": "100 × sum ÷ (4 × known weight)", "sum": "100 × 6 ÷ (4 × 3)",
        "value": 50, "exact": "50", "shown": "50",
    }  # fmt: skip
    assert steps[2]["exact"] == "75/2"
    assert (steps[2]["value"], steps[2]["shown"]) == (37.5, "38")


def test_values_are_shown_by_what_they_are():
    assert shown(True, "yes_no") == "yes"
    assert shown(Fraction(7, 9), "share") == "78%"
    assert shown(Fraction(125, 10), "points") == "13"
    assert shown(3, "level") == "3"
    assert shown(None, "level") == ""
