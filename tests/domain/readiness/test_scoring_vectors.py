"""The shared scoring vectors: one domain each, every figure to six decimals."""

import json
from pathlib import Path

import pytest

from nttp_readiness.domain.readiness.scoring import Input, score_inputs

VECTORS = json.loads(
    (Path(__file__).parents[1] / "data" / "scoring-vectors.json").read_text("utf-8")
)


def test_there_are_vectors():
    assert len(VECTORS["vectors"]) >= 10


@pytest.mark.parametrize("case", VECTORS["vectors"], ids=lambda case: case["id"])
def test_every_figure_of_a_vector_is_met(case):
    weights = case["weights"] or [1] * len(case["answers"])
    inputs = [
        Input(f"Q-{n}", choice, weight)
        for n, (choice, weight) in enumerate(zip(case["answers"], weights, strict=True))
    ]
    score = score_inputs("D", inputs)
    for name in ("index", "low", "high", "coverage"):
        found, expected = getattr(score, name), case[name]
        assert (found is None) == (expected is None), name
        if expected is not None:
            assert float(found) == pytest.approx(expected, abs=1e-6), name
    assert score.known_level == case["level"]
    assert (score.level_low, score.level_high) == (case["level_low"], case["level_high"])
