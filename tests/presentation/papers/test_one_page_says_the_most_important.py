"""The one page: every holder by name, four strengths and five actions at most."""

from __future__ import annotations

from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.scorecard import score
from nttp_readiness.presentation.papers.one_page import one_page
from nttp_readiness.presentation.words.blocks import Beside, Listing, Paragraph, Table
from tests.presentation.conftest import TODAY
from tests.presentation.report_texts import blocks, every_text, plain, rows


def sides(report):
    both = next(each for each in blocks(report) if isinstance(each, Beside))
    return both.left, both.right


def test_the_holders_stand_left_and_the_strengths_right(sample):
    left, right = sides(one_page(score(sample), TODAY))
    held = next(each for each in left if isinstance(each, Listing))
    strong = next(each for each in right if isinstance(each, Listing))
    assert [item.mark for item in held.items] == ["holds", "holds", "unknown"]
    assert plain(held.items[0].words).startswith("Support after difficult events. Level 1.")
    assert len(strong.items) == 4


def test_every_foundation_that_holds_the_stage_is_named(sample):
    many = sample
    for indicator in sample.bank.foundations:
        many = edits.answer(many, indicator.id, 1)
    left, _ = sides(one_page(score(many), TODAY))
    said = "\n".join(every_text(left))
    assert [each.title for each in sample.bank.foundations if each.title not in said] == []
    assert "Also: " in said


def test_at_most_five_actions_stand_there_with_owner_and_year(sample):
    more = edits.add_action(sample, "One more", "now")
    table = next(each for each in blocks(one_page(score(more), TODAY)) if isinstance(each, Table))
    assert len(table.rows) == 5
    assert rows(table)[0][2:] == ["Sìne Nic a’ Ghobhainn", "30 April 2027"]


def test_a_safety_stop_comes_first(sample):
    stopped = one_page(score(edits.answer(sample, "SVC-2", 0)), TODAY)
    assert [type(each).__name__ for each in blocks(stopped)][:2] == ["Heading", "Notice"]


def test_it_says_what_it_is_not_and_how_much_more_there_is(sample):
    last = one_page(score(sample), TODAY).blocks[-1]
    assert isinstance(last, Paragraph)
    assert plain(last.words) == (
        "Our own readiness picture, not an NTTP rating. The full plan has 18 actions and their "
        "reasons."
    )
