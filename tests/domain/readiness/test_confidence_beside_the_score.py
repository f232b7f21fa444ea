"""Evidence and confidence: an axis of its own that never touches a score."""

from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.editing.evidence_edits import add_evidence
from nttp_readiness.domain.scorecard import score
from tests.domain import small_bank as small

BANK = small.two_domains()


def founded(kinds, **more):
    """An assessment whose A questions have those kinds of evidence, all at level 2."""
    made = small.assessment_of(BANK, small.everything(BANK, 2))
    for key, kind in kinds.items():
        made = edits.write_beside(made, key, evidence_kind=kind, **more)
    return made


def confidence(made):
    return score(made).confidence[0]


def test_evidence_confidence_and_views_change_no_figure():
    bare = score(small.assessment_of(BANK, small.everything(BANK, 2)))
    rich = score(
        founded(dict.fromkeys(BANK.by_id, "two_sides"), confidence="a_guess", view="Night staff")
    )
    assert rich.domains == bare.domains
    assert rich.readiness == bare.readiness
    assert rich.suggestions == bare.suggestions


def test_a_domain_stands_where_three_quarters_of_its_answers_do():
    three = dict.fromkeys(("A-1", "A-2", "A-3"), "documented")
    assert confidence(founded(three)).standing == "documented"
    two = dict.fromkeys(("A-1", "A-2"), "documented")
    assert confidence(founded(two)).standing == "none"


def test_what_would_raise_it_is_as_short_as_can_be_foundations_and_high_claims_first():
    made = edits.answer(founded({"A-2": "described"}), "A-4", 4)
    found = confidence(made)
    assert (found.next_kind, found.raise_next) == ("described", ("A-1", "A-4"))


def test_at_the_furthest_kind_nothing_is_left_to_raise():
    found = confidence(founded(dict.fromkeys(BANK.by_id, "two_sides")))
    assert (found.standing, found.next_kind, found.raise_next) == ("two_sides", None, ())


def test_what_has_a_piece_listed_is_described_at_the_least():
    """“No evidence yet” stood above the evidence that was listed."""
    bare = founded({})
    listed = add_evidence(bare, "A-1")
    assert (bare.answer("A-1").rests_on, listed.answer("A-1").rests_on) == ("none", "described")
    assert "A-1" in confidence(bare).raise_next
    assert "A-1" not in confidence(listed).raise_next
    seen = edits.write_beside(listed, "A-1", evidence_kind="two_sides")
    assert seen.answer("A-1").rests_on == "two_sides"


def test_only_answers_with_a_level_count():
    made = edits.answer(founded({"A-1": "documented"}), "A-1", "not_sure")
    found = confidence(made)
    assert found.known == 3
    assert dict(found.by_kind)["documented"] == 0


def test_nothing_known_has_no_standing():
    found = confidence(small.assessment_of(BANK, {}))
    assert (found.standing, found.next_kind, found.known) == (None, None, 0)


def test_a_view_is_named_once_however_it_was_typed():
    made = edits.write_beside(founded({}), "A-1", view="Night  staff")
    made = edits.write_beside(made, "A-2", view="night staff ")
    made = edits.write_beside(made, "A-3", view="The board", confidence="a_guess")
    found = confidence(made)
    assert found.views == ("Night staff", "The board")
    assert found.guesses == ("A-3",)
