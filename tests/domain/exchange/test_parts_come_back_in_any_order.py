"""Whatever comes back, in whatever order and however often: the same stands here in the end."""

import datetime as dt
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from nttp_readiness.domain.answers.answer import NO_ANSWER, Answer, Reach
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.editing.edits import changed
from nttp_readiness.domain.exchange.gathering import joined_sharing
from nttp_readiness.domain.exchange.sharing_out import dated, say_name
from nttp_readiness.domain.exchange.standing import differences, settle
from tests.domain.exchange.parts import DAY, KEYS, Return, Story, asked_as, gathered, taken, whole

WORDS = st.sampled_from(["", "a policy", "we asked", "a policy\n\nwe asked", "Mòrag’s rota"])
ANSWERS = st.builds(
    Answer,
    choice=st.sampled_from([None, 0, 1, 3, "not_sure"]),
    note=WORDS,
    evidence=WORDS,
    view=st.sampled_from(["", "night staff", "the board; night staff"]),
    confidence=st.sampled_from(["", "very_sure", "a_guess"]),
    reach=st.sampled_from([None, Reach(n=1, of=4), Reach(n=2, of=4)]),
)
SEED = st.integers(0, 2**16)
STEPS = st.lists(
    st.tuples(st.sampled_from(KEYS), st.one_of(st.none(), ANSWERS)), min_size=1, max_size=4
)


@st.composite
def stories(draw):
    """A whole with answers of its own, and what three people gave back, some of them repeatedly."""
    base = changed(whole(), id="a" * 32)
    for key, answer in draw(st.dictionaries(st.sampled_from(KEYS), ANSWERS, max_size=2)).items():
        base = changed(base, answers={**base.answers, key: answer} if not answer.empty else {})
    returns = []
    numbers = draw(st.permutations(range(1, 4)))
    for name, number in zip(("Morag Abernethy", "Isla, HR Lead", "Iain"), numbers, strict=True):
        base, part = asked_as(base, name, number)
        revision = 1
        for times in range(draw(st.integers(0, 3))):
            for key, answer in draw(STEPS):
                given = answer or NO_ANSWER
                beside = {n: getattr(given, n) for n in Answer.model_fields if n != "choice"}
                after = edits.write_beside(edits.answer(part, key, given.choice), key, **beside)
                part = dated(part, after, DAY + dt.timedelta(days=times))
            part = say_name(part, named=draw(st.booleans()), name=name)
            revision += draw(st.integers(0, 2))
            returns.append(Return(part, revision))
    return Story(base, returns)


def state(assessment):
    """All of it, as it is written."""
    return assessment.model_dump(mode="json", exclude={"written_bank"})


@given(stories(), SEED)
@settings(max_examples=80, deadline=None)
def test_any_order_gives_the_same(story, seed):
    base, returns, chance = story.base, list(story.returns), random.Random(seed)
    other = list(returns)
    chance.shuffle(other)
    assert state(gathered(base, *returns)) == state(gathered(base, *other))


@given(stories())
@settings(max_examples=80, deadline=None)
def test_a_second_time_changes_nothing(story):
    base, returns = story.base, list(story.returns)
    once = gathered(base, *returns)
    for each in returns:
        again = taken(once, each, today=DAY.replace(day=20))
        assert state(again.assessment) == state(once)
        assert not again.taken
        assert not again.differing


def all_texts(assessment):
    """Everything that was written at each question, in what stands or in what waits."""
    waiting = {each.indicator: each for each in differences(assessment)}
    found = {}
    for key in KEYS:
        answers = [assessment.answer(key)]
        if key in waiting:
            answers += [each.answer for each in waiting[key].theirs]
        found[key] = answers
    return found


def latest_of(returns):
    """What each person said last: for each question of which they said anything, their latest."""
    found: dict = {}
    for each in returns:
        reply = each.part.part.reply
        for key in KEYS:
            answer = each.part.answer(key)
            silent = answer.empty and key not in each.part.part.taken_back
            known = found.setdefault((reply, key), [])
            if silent or (known and known[0][0] > each.revision):
                continue
            if known and known[0][0] < each.revision:
                known.clear()
            known.append((each.revision, answer))
    return found


@given(stories(), SEED)
@settings(max_examples=80, deadline=None)
def test_nothing_that_somebody_said_last_is_lost(story, seed):
    """Each choice and each word stands here or waits, and after choosing each word stands here."""
    base, returns, chance = story.base, list(story.returns), random.Random(seed)
    made = gathered(base, *returns)
    seen = all_texts(made)
    for (_, key), versions in latest_of(returns).items():
        for _, answer in versions:
            if answer.choice is not None:
                assert answer.choice in {each.choice for each in seen[key]}
            if answer.reach is not None:
                assert answer.reach in {each.reach for each in seen[key]}
            for name in ("note", "evidence", "view"):
                assert any(stands(getattr(answer, name), getattr(one, name)) for one in seen[key])
    for each in differences(made):
        made = settle(made, each.indicator, chance.randrange(len(each.sides)))
    assert differences(made) == ()
    for (_, key), versions in latest_of(returns).items():
        now = made.answer(key)
        for _, answer in versions:
            for name in ("note", "evidence", "view"):
                assert stands(getattr(answer, name), getattr(now, name)), (name, answer, now)
    for key in KEYS:
        own = base.answer(key)
        assert own.note == "" or stands(own.note, made.answer(key).note)


def stands(text, within):
    """Whether each paragraph or part of a line stands there too."""
    parts = [part for paragraph in text.split("\n\n") for part in paragraph.split("; ")]
    return all(part in within for part in parts)


@given(stories(), SEED)
@settings(max_examples=80, deadline=None)
def test_what_was_settled_stays_settled_when_the_same_comes_again(story, seed):
    base, returns, chance = story.base, list(story.returns), random.Random(seed)
    made = gathered(base, *returns)
    for each in differences(made):
        made = settle(made, each.indicator, chance.randrange(len(each.sides)))
    chance.shuffle(returns)
    assert state(gathered(made, *returns)) == state(made)


@given(stories(), st.integers(0, 9))
@settings(max_examples=80, deadline=None)
def test_two_copies_that_gathered_apart_know_all_of_both(story, cut):
    base, returns = story.base, list(story.returns)
    one, other = gathered(base, *returns[:cut]), gathered(base, *returns[cut:])
    both = gathered(base, *returns)
    united = joined_sharing(one.sharing, other.sharing)
    assert united.model_dump() == joined_sharing(other.sharing, one.sharing).model_dump()
    for name in ("shared", "voices"):
        assert getattr(united, name) == getattr(both.sharing, name)
    heard = {key: each.said for key, each in united.heard.items()}
    assert heard == {key: each.said for key, each in both.sharing.heard.items()}
