"""The sample that comes with the program is what its script makes of the bank as it is now."""

from __future__ import annotations

import importlib.util

from nttp_readiness import resources
from nttp_readiness.domain.scorecard import score
from nttp_readiness.storage.bank_folders import read_bank
from tests.presentation.report_texts import SAMPLE


def test_the_sample_is_up_to_date_with_the_bank(sample):
    script = SAMPLE.parent / "make_samples.py"
    spec = importlib.util.spec_from_file_location("make_samples", script)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    fresh = module.sample(read_bank(resources.question_banks() / "nttp-roadmap"))
    assert sample == fresh, "the bank has changed: run python3 assets/samples/make_samples.py"


def test_the_sample_shows_a_certain_a_provisional_and_an_unknown_level(sample):
    card = score(sample)
    assert card.readiness.stage.id == "build_foundations"
    assert (card.readiness.held_by, card.readiness.not_known) == (("WEL-2", "POW-1"), ("WEL-3",))
    shown = [each.shown for each in card.domains]
    assert (shown.count("level"), shown.count("provisional"), shown.count("range")) == (8, 1, 1)
