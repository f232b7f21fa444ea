"""The sample that comes with the program is what its script makes of the bank as it is now."""

from __future__ import annotations

import pytest

from nttp_readiness.domain.editing.edits import set_profile
from nttp_readiness.domain.scorecard import score
from nttp_readiness.storage.banks.overlay_heads import find_overlays
from nttp_readiness.storage.documents.documents import load_document
from tests.presentation.report_texts import SAMPLE
from tools.samples import charity, council, sectors
from tools.samples.steps import put_down, roadmap

ANEW = "the bank, a wording or its texts have changed: run python3 run.py samples"


def test_the_sample_is_up_to_date_with_the_bank(sample):
    assert sample == council.sample(roadmap()), ANEW


def test_the_sample_of_a_small_charity_is_up_to_date_and_stands_elsewhere():
    kept = load_document(charity.SAMPLE).assessment
    assert kept == charity.sample(roadmap()), ANEW
    assert kept.profile.small_organisation
    assert score(kept).readiness.stage.id == "start_small"
    assert score(kept).safety_stops == ()


def test_the_sample_of_each_sector_is_up_to_date_with_the_bank_and_its_wording():
    bodies = sectors.bodies()
    assert sorted(bodies) == sorted(each.id for each in find_overlays())
    for overlay, body in bodies.items():
        bank = sectors.bank_of(overlay)
        kept = load_document(sectors.path_of(overlay)).assessment
        assert kept == sectors.sample(overlay, body, bank), ANEW
        assert set(bank.overlay.own) <= set(kept.answers), "its own question has an answer"
        assert {each.id for each in bank.foundations} <= set(kept.answers)
        assert kept.profile.service_area in bank.service_areas
        assert score(kept).readiness.stage is not None


def test_a_sample_is_written_where_it_is_another_and_else_left_as_it_lies(tmp_path, sample):
    path = tmp_path / "sample.readiness"
    assert put_down(path, sample)
    lies = path.read_bytes()
    assert not put_down(path, sample)
    assert path.read_bytes() == lies
    assert put_down(path, set_profile(sample, audience="Everybody"))
    assert load_document(path).assessment.profile.audience == "Everybody"


def test_every_level_from_two_has_its_note_in_the_samples(sample):
    small = load_document(SAMPLE.parent / "small-charity.readiness").assessment
    for assessment in (sample, small):
        bare = [key for key, each in assessment.answers.items() if each.level and not each.note]
        assert bare == []


SECTORS = [f"sector-{each.id}" for each in find_overlays()]


@pytest.mark.parametrize("name", ["council-service", "small-charity", *SECTORS])
def test_what_was_counted_in_a_sample_is_the_level_that_was_chosen(name):
    """Seven of ten where it says 3: with fewer than ten all but one, and at least three."""
    assessment = load_document(SAMPLE.parent / f"{name}.readiness").assessment
    wrong = []
    for key, each in assessment.answers.items():
        if each.reach is None or each.level is None:
            continue
        n, of = each.reach.n, each.reach.of
        most = n * 10 >= of * 7 if of >= 10 else n >= max(min(3, of), of - 1)
        if most != (each.level >= 3) or not n:
            wrong.append((key, each.level, n, of))
    assert wrong == []


def test_the_sample_shows_a_certain_a_provisional_and_an_unknown_level(sample):
    card = score(sample)
    assert card.readiness.stage.id == "build_foundations"
    assert (card.readiness.held_by, card.readiness.not_known) == (("WEL-2", "POW-1"), ("WEL-3",))
    shown = [each.shown for each in card.domains]
    assert (shown.count("level"), shown.count("provisional"), shown.count("range")) == (8, 1, 1)
