"""The walk through an example says what the example says, and leads to pages that there are."""

import pytest

from nttp_readiness import resources
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.plan.plan import plan_of
from nttp_readiness.domain.scorecard import score
from nttp_readiness.presentation.readiness.understanding import understand
from nttp_readiness.presentation.screens import samples
from nttp_readiness.presentation.screens.example_walk import example_walk, step_words
from nttp_readiness.storage.documents.documents import load_document

FOLDER = resources.assets() / "samples"


def walk(assessment):
    card = score(assessment)
    return example_walk(card, plan_of(assessment, card.suggestions), understand(card))


def loaded(name):
    return load_document(FOLDER / name).assessment


@pytest.mark.parametrize("name", sorted(
    each.name for each in FOLDER.glob("*.readiness") if each.name != samples.WORKSHOP
))  # fmt: skip
def test_every_step_has_a_page_a_name_and_its_reasons(name):
    assessment = loaded(name)
    steps = walk(assessment)
    assert len(steps) >= 6
    assert len({each.title for each in steps}) == len(steps)
    for each in steps:
        assert 40 < len(each.words) < 520, each.title
        assert "–:" not in each.words
        assert "{" not in each.words
    assert step_words(steps, 0) == f"1 of {len(steps)} · Who looked, and at what"


def test_what_it_says_of_the_sample_is_what_the_sample_holds():
    assessment = loaded(samples.COUNCIL)
    steps = {each.title: each for each in walk(assessment)}
    answered = steps["An answer"]
    answer = assessment.answer(answered.address.part)
    assert f"“{answer.level} {assessment.bank.level_name(answer.level)}”" in answered.words
    assert " ".join(answer.note.split())[:60] in answered.words
    unknown = steps["An answer that nobody knew"]
    assert assessment.answer(unknown.address.part).choice == "not_sure"
    card = score(assessment)
    assert card.readiness.stage.name in steps["Where they stand"].words
    first = plan_of(assessment, card.suggestions).planned[0]
    assert first.action.title in steps["What to do first, and why"].words


def test_another_answer_gives_other_words():
    """Nothing of it is written down beforehand."""
    assessment = loaded(samples.COUNCIL)
    steps = {each.title: each for each in walk(assessment)}
    key = steps["An answer"].address.part
    changed = edits.answer(assessment, key, 4)
    again = {each.title: each for each in walk(changed)}
    assert again["An answer"].address.part != key


def test_an_empty_assessment_leaves_out_what_it_has_nothing_of():
    assessment = loaded(samples.COUNCIL)
    empty = edits.new_assessment(assessment.written_bank, "New", today=assessment.profile.started)
    titles = [each.title for each in walk(empty)]
    assert titles[0] == "Who looked, and at what"
    assert "An answer that nobody knew" not in titles


def test_every_sample_is_offered_and_the_fitting_one_first():
    sectors = [each.parent.name for each in resources.question_banks().glob("*/overlay.toml")]
    others = [samples.sector_sample(each, each) for each in sectors]
    files = {each.name for each in FOLDER.glob("*.readiness")}
    assert {each.file for each in samples.samples_for("", others, small=False)} == files
    assert samples.samples_for("", others, small=False)[0].file == samples.COUNCIL
    assert samples.samples_for("", others, small=True)[0].file == samples.CHARITY
    assert samples.samples_for("clubs", others, small=False)[0].file == "sector-clubs.readiness"
    assert samples.samples_for("unknown", others, small=False)[0].file == samples.COUNCIL
