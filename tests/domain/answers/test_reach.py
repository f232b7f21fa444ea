"""How many it reaches: what people write, what is kept, and that it never moves a figure."""

import pytest

from nttp_readiness.domain.answers.answer import Reach
from nttp_readiness.domain.answers.reach import reach_in
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.exchange.merging import merge
from nttp_readiness.domain.rounds.rounds import compare, new_round
from nttp_readiness.domain.scorecard import score
from nttp_readiness.errors import EditError
from nttp_readiness.plain_models import ValidationError
from tests.domain import small_bank as small


@pytest.mark.parametrize(
    "text", ["3 of 40", "3/40", " 3 out of 40 ", "3 von 40", "3 de 40", "3  of 40", "3 / 40"]
)
def test_it_is_understood_as_people_write_it(text):
    assert reach_in(text) == Reach(n=3, of=40)


@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_nothing_written_is_nothing_counted(text):
    assert reach_in(text) is None


@pytest.mark.parametrize(
    "text", ["3", "3 40", "of 40", "most", "-3 of 40", "3.5 of 40", "3 of 40 of 50", "1 of 1234567"]
)
def test_what_is_no_pair_of_numbers_is_told_in_a_sentence(text):
    with pytest.raises(EditError, match="two numbers, such as 3 of 40"):
        reach_in(text)


@pytest.mark.parametrize("text", ["41 of 40", "0 of 0"])
def test_more_than_there_are_is_told_in_a_sentence(text):
    with pytest.raises(EditError, match="is the total"):
        reach_in(text)


def test_the_value_itself_holds_no_more_than_there_are():
    with pytest.raises(ValidationError):
        Reach(n=2, of=1)


def with_reach(n, of, choice=2):
    made = small.assessment_of(small.two_domains(), {"A-1": choice})
    return edits.write_beside(made, "A-1", reach=Reach(n=n, of=of))


def test_it_never_moves_a_figure():
    bare = small.assessment_of(small.two_domains(), {"A-1": 2})
    assert score(with_reach(3, 40)).domains == score(bare).domains
    assert score(with_reach(3, 40)).readiness == score(bare).readiness


def test_growth_within_a_level_shows_between_rounds():
    before = with_reach(3, 40)
    following = new_round(before, today=small.TODAY, keep_answers=True)
    after = edits.write_beside(following, "A-1", reach=Reach(n=28, of=40))
    (found,) = compare(before, after).reach
    assert (found.indicator, found.before.n, found.after.n) == ("A-1", 3, 28)
    assert compare(before, following).reach == (), "the same is no change"
    gone = edits.write_beside(following, "A-1", reach=None)
    assert compare(before, gone).reach == (), "not counted is not none"


def test_it_comes_along_when_two_copies_are_put_together():
    base = small.assessment_of(small.two_domains(), {"A-1": 2})
    theirs = edits.write_beside(base, "A-1", reach=Reach(n=5, of=9))
    assert merge(base, base, theirs).assessment.answer("A-1").reach == Reach(n=5, of=9)
