"""Names that were typed before, who has what, and the days that a start page can tell of."""

import datetime as dt

import pytest

from nttp_readiness.domain.answers.planned import Status
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.plan.plan import plan_of
from nttp_readiness.presentation.plan import owner_plan, planning
from nttp_readiness.presentation.words.due_dates import dates_words

TODAY = dt.date(2027, 3, 12)
KEYS = ("WEL-2/first", "POW-1/first", "WEL-4/next")


@pytest.fixture
def owned(sample):
    made = sample
    for key in list(made.actions):
        made = edits.change_action(made, key, owner="", due=None)
    given: tuple[tuple[str, dt.date, Status], ...] = (
        ("Mòrag Abernethy, Head of Housing", dt.date(2027, 3, 1), "in_progress"),
        ("morag abernethy; Iain", dt.date(2027, 5, 4), "not_started"),
        ("Iain, HR", dt.date(2027, 2, 1), "done"),
    )
    for key, (owner, due, status) in zip(KEYS, given, strict=True):
        made = edits.change_action(made, key, owner=owner, due=due, status=status, horizon="now")
    return edits.set_asks(made, ())


def test_names_are_offered_once_as_they_were_typed_most_fully(owned):
    asked = edits.change_ask(edits.add_ask(owned, "ask/1"), "ask/1", asker="Catrìona, Board")
    assert owner_plan.typed_before(asked) == (
        "Catrìona, Board", "Iain, HR", "Mòrag Abernethy, Head of Housing",
    )  # fmt: skip
    assert owner_plan.typed_before(owned)[0] == "Iain, HR"


def test_each_owner_has_all_of_their_actions_whatever_was_typed_behind_the_name(owned):
    iain, morag = owner_plan.owners_at_a_glance(plan_of(owned), TODAY)
    assert (iain.name, iain.open, iain.done, iain.overdue) == ("Iain, HR", 1, 1, 0)
    assert (morag.open, morag.overdue, morag.next) == (2, 1, dt.date(2027, 5, 4))
    assert owner_plan.glance_words(morag) == "2 to do, 1 overdue, next by 4 May 2027"
    assert owner_plan.glance_words(iain) == "1 to do, next by 4 May 2027, 1 done"


def test_the_plan_can_be_narrowed_to_one_owner(owned):
    plan = plan_of(owned)
    wanted = owner_plan.owner_key("IAIN")
    groups = planning.groups(owned, plan, "all", TODAY, wanted)
    assert {row.id for group in groups for row in group.rows} == set(KEYS[1:])
    assert planning.groups(owned, plan, "all", TODAY, "nobody") == ()


def test_days_are_kept_without_names_and_said_on_any_later_day(owned):
    dates = owner_plan.dates_to_keep(owned, plan_of(owned))
    assert dates == (dt.date(2027, 3, 1), dt.date(2027, 5, 4)), "what is done has no day to keep"
    review = dt.date(2027, 6, 1)
    assert dates_words(dates, review, TODAY) == (
        "1 overdue · next date 4 May 2027 · review on 1 June 2027"
    )
    assert dates_words(dates, review, dt.date(2027, 7, 1)) == (
        "2 overdue · review was due on 1 June 2027"
    )
    assert dates_words((), None, TODAY) == ""


def test_what_others_are_to_answer_counts_until_they_did(owned):
    by = dt.date(2027, 3, 2)
    asked = edits.change_ask(edits.add_ask(owned, "ask/1"), "ask/1", by=by)
    assert by in owner_plan.dates_to_keep(asked, plan_of(asked))
    answered = edits.change_ask(asked, "ask/1", status="answered")
    assert by not in owner_plan.dates_to_keep(answered, plan_of(answered))
