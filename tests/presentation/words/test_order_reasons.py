"""Why an action stands where it stands is told once: screen, paper and data say the same."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

import nttp_readiness
from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.plan.plan import Entry, plan_of
from nttp_readiness.domain.scorecard import score
from nttp_readiness.presentation.plan.action_reasons import reasons
from nttp_readiness.presentation.plan.plan_material import Material, Options
from nttp_readiness.presentation.plan.plan_order import source_words, why_now
from nttp_readiness.presentation.readiness.score_json import score_data
from nttp_readiness.presentation.words import order_reasons
from nttp_readiness.presentation.words.order_reasons import (
    firm_sentence,
    firm_words,
    firmness,
    reasons_of,
    sentences,
    suggestion_reasons,
)
from tests.domain import small_bank as small

TODAY = dt.date(2027, 3, 12)


@pytest.fixture
def made() -> Assessment:
    """A foundation that another action needs, and a question that views differ on."""
    bank = small.bank_of(
        [
            small.domain(
                "A",
                [
                    small.question("A-1", title="A named sponsor", foundation=True, effort=1),
                    small.question("A-2", needs=["A-1"], importance=4),
                    small.question("A-3"),
                ],
            )
        ]
    )
    return small.assessment_of(bank, {"A-1": 0, "A-2": 1, "A-3": 4})


def entry(assessment: Assessment, key: str) -> Entry:
    found = plan_of(assessment).find(key)
    assert found is not None
    return found


def test_each_reason_has_one_sentence_in_the_order_in_which_they_weigh(made: Assessment) -> None:
    assert [tuple(each) for each in reasons_of(made, plan_of(made), entry(made, "A-1/first"))] == [
        ("standing", "A foundation below Established comes before anything else."),
        ("gap", "It is at level 0, and our target is 3."),
        ("weight", "Its importance is 3 of 5."),
        ("needed_by", "One other action waits for it."),
        ("quick", "It takes hours, not months."),
    ]
    assert sentences(reasons_of(made, plan_of(made), entry(made, "A-2/first")), "builds_on") == [
        "It builds on “A named sponsor”."
    ]


def test_screen_paper_and_data_choose_from_the_same_sentences(made: Assessment) -> None:
    card = score(made)
    material = Material(card, TODAY, Options())
    data = {each["id"]: each for each in score_data(card)["actions"]}
    for found in plan_of(made).live:
        known = sentences(reasons_of(made, plan_of(made), found))
        assert found.suggestion is not None
        own = sentences(suggestion_reasons(made, found.suggestion))
        assert data[found.action.id]["reasons"] == own
        assert set(own) <= set(known)
        for said in (
            reasons(made, plan_of(made), found).sentence,
            why_now(material, found),
        ):
            rest = said
            for each in known:
                rest = rest.replace(each, "")
            assert rest.strip() == "", (said, known)
            assert said


def test_an_action_that_was_dropped_waits_for_nothing_on_screen_and_on_paper(
    made: Assessment,
) -> None:
    for assessment, waits in ((made, True), (edits.drop_action(made, "A-2/first", "No"), False)):
        plan, found = plan_of(assessment), entry(assessment, "A-1/first")
        said = why_now(Material(score(assessment), TODAY, Options()), found)
        assert ("One other action waits for it." in said) is waits
        assert bool(reasons(assessment, plan, found).waits) is waits


@pytest.mark.parametrize(
    ("change", "kind", "words", "sentence"),
    [
        ("", "firm", "Firm: stays in Now whatever the open answers are", "Firm."),
        ("moved", "moved", "Moved here by us", "Moved here by us."),
        ("dropped", "dropped", "Dropped", ""),
        ("kept", "kept", "", ""),
    ],
)
def test_whether_a_place_is_firm_is_said_in_words_and_as_a_sentence(
    made: Assessment, change: str, kind: str, words: str, sentence: str
) -> None:
    key = "A-1/first"
    if change == "moved":
        made = edits.move_action(made, key, "later")
    if change == "dropped":
        made = edits.drop_action(made, key, "Not ours")
    if change == "kept":
        made = edits.answer(edits.keep_action(made, key), "A-1", 4)
    found = entry(made, key)
    assert (firmness(found), firm_words(found), firm_sentence(found, 3)) == (kind, words, sentence)
    assert reasons(made, plan_of(made), found).standing == words
    material = Material(score(made), TODAY, Options())
    assert sentence in source_words(material, found)


def test_no_other_module_has_a_sentence_for_it() -> None:
    folder = Path(nttp_readiness.__file__).parent
    told = Path(order_reasons.__file__)
    own = (
        "comes before anything else",
        "awareness-raising pauses until",
        "finding out comes first",
        "Nobody is sure of the answer yet",
        "It builds on",
        "One other action waits for it",
        "talk about it first",
        "It takes hours",
        "is also an action that listens",
        "We added this ourselves",
        "Moved here by us",
        "Depends on the answer to",
    )
    assert all(each in told.read_text(encoding="utf-8") for each in own)
    others = [path for path in folder.rglob("*.py") if path != told]
    found = [
        (path.name, each)
        for path in others
        for each in own
        if each in path.read_text(encoding="utf-8")
    ]
    assert found == []
