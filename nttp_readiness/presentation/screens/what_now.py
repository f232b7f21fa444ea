"""What now, after the plan was shared: the next steps, and what to tell people who answered."""

from __future__ import annotations

import datetime as dt

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.sharing import NOTHING_SHARED
from nttp_readiness.domain.plan.plan import Plan
from nttp_readiness.domain.scorecard import Scorecard
from nttp_readiness.errors import ExportError
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.papers.plan_actions import action_title
from nttp_readiness.presentation.papers.plan_events import plan_diary
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.dates import day
from nttp_readiness.presentation.words.owners import name_remover

MOST_NAMED = 5
QUARTER = 3
"""Months until one looks again, where nobody says otherwise."""


def dates_words(card: Scorecard, today: dt.date) -> tuple[str, bool]:
    """How many days of the plan a calendar would take, and whether there is any."""
    try:
        count = len([each for each in plan_diary(card, today).events if not each.gone])
    except ExportError:  # there is no day at all
        return tr("No action has a date yet. Begin in the plan with what comes first."), False
    return (
        trn(
            "{n} date of the plan goes into your calendar, with reminders. If it changes,"
            " save the file again and open it.",
            (
                "{n} dates of the plan go into your calendar, with reminders. If they change,"
                " save the file again and open it."
            ),
            count,
        ),
        True,
    )


def look_again_words(assessment: Assessment, today: dt.date) -> str:
    """When the plan is looked at again, as far as anybody said."""
    review = assessment.profile.review
    if review is None:
        return tr(
            "Half an hour every three months keeps a plan alive. Choose the date now. It"
            " is printed in the plan and goes into the calendar."
        )
    if review < today:
        return tr("Your review date was {day}. Choose a new one.").format(day=day(review))
    return tr("Your review date is {day}.").format(day=day(review))


def in_a_quarter(today: dt.date) -> dt.date:
    """The same day three months on, or the last one of that month."""
    months = today.month - 1 + QUARTER
    year, month = today.year + months // 12, months % 12 + 1
    following = dt.date(year + month // 12, month % 12 + 1, 1)
    last = (following - dt.timedelta(days=1)).day
    return dt.date(year, month, min(today.day, last))


def asked_words(assessment: Assessment) -> str:
    """Who answered a part, by name, as they are the first to tell; empty where nobody was asked."""
    shared = (assessment.sharing or NOTHING_SHARED).shared
    back = list(dict.fromkeys(each.to for each in shared if each.back is not None))
    return tr("A part came back from {names}.").format(names=words.listed(back)) if back else ""


def what_came_of_it(assessment: Assessment, plan: Plan) -> str:
    """A letter to people who answered: what comes first and when. No level, no owner, no words of
    others.
    """
    profile, remove = assessment.profile, name_remover(assessment)
    begun = assessment.answers or assessment.actions
    first = [each.action for each in plan.now[:MOST_NAMED]] if begun else []
    lines = []
    for action in first:
        title = remove(action_title(action)).rstrip(".")
        by = tr("by {day}").format(day=day(action.due)) if action.due else ""
        lines.append(f"- {', '.join(filter(None, (title, by)))}")
    parts = [
        tr("Thank you for answering questions of “{title}”.").format(title=profile.title),
        tr("This is what came of it. We begin with:") if lines else tr(
            "The plan is still being made. We will tell you what comes first."
        ),
    ]  # fmt: skip
    if lines:
        parts.append("\n".join(lines))
    if lines and len(plan.planned) > len(first):
        n = len(plan.planned) - len(first)
        parts.append(trn("{n} more action follows.", "{n} more actions follow.", n))
    if profile.review is not None:
        parts.append(
            tr("On {day} we look at what has changed, and tell you again.").format(
                day=day(profile.review)
            )
        )
    parts.append(
        tr(
            "If something important is missing, or you would rather talk than write,"
            " please tell us. This letter does not say what any single person answered."
        )
    )
    if profile.support_contact.strip():
        support = tr("If this touched on something hard, support is here: {contact}")
        parts.append(support.format(contact=profile.support_contact.strip()))
    return "\n\n".join(parts)
