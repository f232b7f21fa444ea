"""What must hold for every bank and every answer, tried with made-up ones."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from nttp_readiness.domain.bank.scale import Thresholds
from nttp_readiness.domain.readiness.scoring import Input, level_steps, score_inputs
from nttp_readiness.domain.scorecard import score
from tests.domain import small_bank as small

LEVELS = st.integers(0, 4)
UNKNOWN = st.sampled_from(["not_sure", "rather_not_say", None])
CHOICES = st.one_of(LEVELS, LEVELS, UNKNOWN, st.just("not_relevant"))
STAGES = [each.id for each in small.stages()]


@st.composite
def inputs(draw, choices=CHOICES, least=1):
    pairs = draw(st.lists(st.tuples(choices, st.integers(1, 2)), min_size=least, max_size=9))
    return [Input(f"Q-{n}", choice, weight) for n, (choice, weight) in enumerate(pairs)]


@st.composite
def answered_banks(draw):
    """A bank of one to four domains with random foundations, weights and answers."""
    domains, answers = [], {}
    for code in "ABCD"[: draw(st.integers(1, 4))]:
        questions = []
        for n in range(1, draw(st.integers(1, 6)) + 1):
            key, foundation = f"{code}-{n}", draw(st.booleans())
            questions.append(
                small.question(key, foundation=foundation, stop=foundation and draw(st.booleans()))
            )
            choice = draw(CHOICES)
            answers[key] = None if foundation and choice == "not_relevant" else choice
        domains.append(small.domain(code, questions))
    weight = draw(st.sampled_from([1, 2]))
    bank = small.bank_of(domains, thresholds=Thresholds(foundation_weight=weight))
    return small.assessment_of(bank, answers)


@given(inputs())
def test_the_index_lies_between_its_ends(answers):
    found = score_inputs("D", answers)
    if found.index is not None:
        assert 0 <= found.low <= found.index <= found.high <= 100


@given(inputs())
def test_the_two_identities_hold_exactly(answers):
    found = score_inputs("D", answers)
    if found.index is not None:
        assert found.low == found.coverage * found.index
        assert found.high == found.low + 100 * (1 - found.coverage)


@given(inputs())
def test_the_level_lies_inside_its_range(answers):
    found = score_inputs("D", answers)
    if found.known_level is not None:
        assert found.level_low <= found.known_level <= found.level_high


@given(inputs(LEVELS))
def test_with_nothing_unknown_there_is_no_range(answers):
    found = score_inputs("D", answers)
    assert found.low == found.index == found.high
    assert found.level_low == found.known_level == found.level_high
    assert found.coverage == 1


@given(inputs(), st.data())
def test_raising_an_answer_lowers_nothing_in_its_domain(answers, data):
    known = [n for n, each in enumerate(answers) if each.level is not None and each.level < 4]
    if not known:
        return
    place = data.draw(st.sampled_from(known))
    higher = data.draw(st.integers(answers[place].level + 1, 4))
    raised = [*answers[:place], replace(answers[place], choice=higher), *answers[place + 1 :]]
    was, now = score_inputs("D", answers), score_inputs("D", raised)
    for name in ("index", "low", "high", "known_level", "level_low", "level_high"):
        assert getattr(now, name) >= getattr(was, name), name
    assert now.coverage == was.coverage


@given(answered_banks(), st.data())
def test_raising_a_known_answer_never_lowers_the_stage_or_adds_a_safety_stop(assessment, data):
    known = [
        key
        for key in assessment.bank.by_id
        if assessment.answer(key).level is not None and assessment.answer(key).level < 4
    ]
    if not known:
        return
    key = data.draw(st.sampled_from(known))
    higher = data.draw(st.integers(assessment.answer(key).level + 1, 4))
    answers = {each: assessment.answer(each).choice for each in assessment.bank.by_id}
    raised = small.assessment_of(assessment.bank, {**answers, key: higher})
    was, now = score(assessment), score(raised)
    if was.readiness.stage is not None:
        assert STAGES.index(now.readiness.stage.id) >= STAGES.index(was.readiness.stage.id)
    assert set(now.safety_stops) <= set(was.safety_stops)
    assert was.overall <= now.overall


@given(inputs(LEVELS), st.lists(st.integers(1, 50), min_size=4, max_size=4))
def test_the_level_depends_on_the_order_of_levels_and_not_on_their_distance(answers, gaps):
    """Any increasing renumbering of 0 to 4, applied by hand to the rule, names the same level."""
    numbers = [0]
    for gap in gaps:
        numbers.append(numbers[-1] + gap)
    total = sum(each.weight for each in answers)
    lowest = min(numbers[each.level] for each in answers)
    reached = [
        n
        for n in range(5)
        if 4 * sum(each.weight for each in answers if numbers[each.level] >= numbers[n])
        >= 3 * total
    ]
    floor = min(numbers.index(lowest) + 1, 4)
    assert score_inputs("D", answers).known_level == min(max(reached), floor)


@given(inputs(), st.randoms())
def test_the_order_of_questions_changes_nothing(answers, random):
    shuffled = list(answers)
    random.shuffle(shuffled)
    was, now = score_inputs("D", answers), score_inputs("D", shuffled)
    assert replace(was, inputs=()) == replace(now, inputs=())


@given(inputs(), st.integers(2, 9))
def test_scaling_all_weights_changes_nothing(answers, factor):
    scaled = [replace(each, weight=each.weight * factor) for each in answers]
    was, now = score_inputs("D", answers), score_inputs("D", scaled)
    for name in ("index", "low", "high", "coverage", "known_level", "level_low", "level_high"):
        assert getattr(was, name) == getattr(now, name), name
    assert (was.shown, was.depends_on_weighting) == (now.shown, now.depends_on_weighting)


@given(inputs(st.one_of(LEVELS, UNKNOWN), least=4))
def test_not_relevant_is_not_zero_it_is_as_if_the_question_were_not_there(answers):
    was = score_inputs("D", answers)
    now = score_inputs("D", [*answers, Input("Q-x", "not_relevant", 2)])
    for name in ("index", "low", "high", "coverage", "known_level", "level_low", "level_high"):
        assert getattr(was, name) == getattr(now, name), name


@given(inputs(LEVELS), UNKNOWN)
def test_unknown_is_not_zero_it_leaves_index_and_level_and_opens_the_range(answers, unknown):
    was = score_inputs("D", answers)
    now = score_inputs("D", [*answers, Input("Q-x", unknown, 1)])
    assert (now.index, now.known_level) == (was.index, was.known_level)
    assert now.coverage < 1
    assert now.low < now.high


@given(inputs(UNKNOWN))
def test_with_nothing_known_there_is_no_index_and_the_range_is_the_whole_scale(answers):
    found = score_inputs("D", answers)
    assert (found.index, found.known_level, found.coverage) == (None, None, Fraction(0))
    assert (found.low, found.high) == (Fraction(0), Fraction(100))
    assert (found.level_low, found.level_high) == (0, 4)


@given(answered_banks())
def test_a_stage_is_never_without_the_names_that_hold_it(assessment):
    found = score(assessment).readiness
    if found.stage is not None and found.stage.id != "embedding":
        assert found.held_by or found.held_by_domains
        assert set(found.not_known) <= set(assessment.bank.by_id)


@given(answered_banks())
def test_the_overall_index_lies_among_those_of_its_domains(assessment):
    card = score(assessment)
    known = [each.index for each in card.domains if each.index is not None]
    assert (card.overall is None) == (not known)
    if known:
        assert min(known) <= card.overall <= max(known)


@given(inputs(LEVELS))
def test_the_steps_of_the_level_rule_are_the_sums_that_a_person_would_make(answers):
    steps = level_steps([(each.level, each.weight) for each in answers])
    assert steps.total == sum(each.weight for each in answers)
    assert steps.reached[0] == steps.total
    assert list(steps.reached) == sorted(steps.reached, reverse=True)
    assert steps.share_at(steps.by_share) >= Fraction(3, 4)
    assert steps.level == min(steps.by_share, steps.lowest + 1)
