"""What would move a stage, a domain or an answer's figures, before anything is changed."""

from itertools import combinations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from nttp_readiness.domain.readiness.scoring import Input, score_inputs
from nttp_readiness.domain.readiness.what_if import moves_to
from nttp_readiness.domain.scorecard import score
from tests.domain import small_bank as small

BANK = small.two_domains(routes=[("short", ("A-1", "B-1"))])


def card(answers, *, bank=BANK, route="full"):
    return score(small.assessment_of(bank, answers, route=route))


def listed(move):
    return [(each.indicator, each.now, each.to) for each in move.moves]


def test_a_foundation_that_holds_has_to_reach_the_level_of_the_first_stage_that_is_reached():
    move = card(small.everything(BANK, 3, A_1=1)).stage_move
    assert (move.to.id, listed(move)) == ("start_small", [("A-1", 1, 2)])


def test_leaving_the_first_stage_may_lead_to_finding_out_first():
    move = card({"A-1": 0}).stage_move
    assert (move.to.id, listed(move)) == ("find_out", [("A-1", 0, 2)])


def test_finding_out_moves_on_when_the_answer_is_high_enough():
    move = card({"A-1": 2}).stage_move
    assert (move.to.id, listed(move)) == ("start_small", [("B-1", None, 2)])


def test_rolling_out_needs_every_foundation_established():
    move = card({"A-1": 2, "B-1": 4}).stage_move
    assert (move.to.id, listed(move)) == ("roll_out", [("A-1", 2, 3)])


def test_embedding_needs_the_fewest_answers_of_each_domain():
    move = card(small.everything(BANK, 3, A_2=1, B_2=2, B_3=2)).stage_move
    assert move.to.id == "embedding"
    assert listed(move) == [("A-2", 1, 2), ("B-2", 2, 3)]


def test_an_unknown_answer_counts_as_zero_on_the_way_to_embedding():
    move = card(small.everything(BANK, 3, A_2="not_sure")).stage_move
    assert listed(move) == [("A-2", None, 2)]


def test_the_last_stage_has_nowhere_to_go_and_a_short_route_says_that_it_is_too_short():
    assert card(small.everything(BANK, 4)).stage_move.to is None
    assert card({"A-1": 3, "B-1": 3}, route="short").stage_move.needs_full_route


def test_what_clears_a_stage_names_what_is_low_and_what_is_not_known_together():
    move = card(small.everything(BANK, 2, A_1=0, B_1="not_sure")).clearing_move
    assert (move.to.id, listed(move)) == ("start_small", [("A-1", 0, 2), ("B-1", None, 2)])


def test_where_no_stage_holds_back_what_clears_it_is_the_shortest_way_on():
    found = card(small.everything(BANK, 2))
    assert found.clearing_move == found.stage_move
    assert found.clearing_move.to.id == "roll_out"


@given(st.lists(st.sampled_from([0, 1, 2, 3, 4, "not_sure", None]), min_size=8, max_size=8))
def test_a_stage_is_reached_once_everything_that_holds_it_has_moved(choices):
    answers = dict(zip(BANK.by_id, choices, strict=True))
    before = card(answers)
    move = before.clearing_move
    after = card(answers | {each.indicator: each.to for each in move.moves})
    if move.moves:
        assert after.readiness.stage == move.to
        assert move.to.when.kind == "every_foundation_at_least"
        assert move.to != before.readiness.stage


def test_an_answer_tells_what_one_level_down_and_one_up_would_do():
    effects = card(small.everything(BANK, 2)).effects("A-1")
    assert [(each.to, each.stage_after.id) for each in effects] == [
        (1, "build"),
        (3, "start_small"),
    ]
    assert [each.after.known_level for each in effects] == [2, 2]


def test_an_answer_at_the_end_of_the_scale_has_one_way_to_go():
    found = card(small.everything(BANK, 4, B_1=0))
    assert [each.to for each in found.effects("B-1")] == [1]
    assert [each.to for each in found.effects("A-1")] == [3]


def test_an_unknown_answer_tells_what_each_level_would_do():
    effects = card(small.everything(BANK, 2, A_2=None)).effects("A-2")
    assert [(each.to, each.after.known_level) for each in effects] == [
        (0, 1), (1, 2), (2, 2), (3, 2), (4, 2),
    ]  # fmt: skip
    assert all(each.moves_range for each in effects)


def test_the_end_of_a_safety_stop_is_told_beforehand():
    up = card(small.everything(BANK, 2, B_1=0)).effects("B-1")[0]
    assert (up.stops_before, up.stops_after) == (("B-1",), ())


def test_a_question_that_does_not_apply_or_is_not_asked_has_no_effects():
    assert card({"A-2": "not_relevant"}).effects("A-2") == ()
    assert card({"A-2": 3}, route="short").effects("A-2") == ()


def test_nothing_is_changed_by_asking():
    found = card(small.everything(BANK, 2, B_1=1))
    before = found.assessment.model_dump_json()
    _ = found.stage_move, found.effects("B-1")
    assert found.assessment.model_dump_json() == before


CHOICES = st.sampled_from([0, 1, 2, 3, 4, "not_sure", "not_relevant"])


@given(st.lists(st.tuples(CHOICES, st.integers(1, 2)), min_size=1, max_size=5), st.integers(1, 4))
@example([(0, 1), (2, 2), (3, 2)], 3)  # the heavier one is enough, the first may stop at 2
@example([(0, 1), (2, 2), (3, 2), (3, 2), (3, 2)], 3)  # the one that moves anyway is enough
@settings(max_examples=60)
def test_the_list_to_a_level_is_enough_is_needed_and_is_the_shortest(pairs, level):
    inputs = [Input(f"Q-{n}", choice, weight) for n, (choice, weight) in enumerate(pairs)]
    if not any(each.applies for each in inputs):
        return
    moves = moves_to(inputs, level)

    def reached(levels):
        given = [
            Input(each.indicator, levels.get(each.indicator, each.choice), each.weight)
            for each in inputs
        ]
        return score_inputs("D", given).level_low >= level

    wanted = {each.indicator: each.to for each in moves}
    assert reached(wanted)
    for key, to in wanted.items():
        assert not reached({**wanted, key: to - 1}), "each one is needed at that level"
    movable = [each.indicator for each in inputs if each.applies and (each.level or 0) < 4]
    for names in combinations(movable, max(len(wanted) - 1, 0)):
        if wanted:
            assert not reached(dict.fromkeys(names, 4)), "no shorter list would do"
