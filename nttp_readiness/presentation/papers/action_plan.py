"""The action plan: everything that was found and decided, in the order in which it is read."""

from __future__ import annotations

import datetime as dt

from nttp_readiness.domain.scorecard import Scorecard
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.papers.plan_actions import (
    later_actions,
    needed_from_others,
    now_cards,
)
from nttp_readiness.presentation.papers.plan_domains import domain_by_domain, notes_and_evidence
from nttp_readiness.presentation.papers.plan_ending import last_page, words_used
from nttp_readiness.presentation.papers.plan_picture import foundations, readiness_wheel
from nttp_readiness.presentation.papers.plan_progress import what_changed
from nttp_readiness.presentation.papers.plan_summary import cover, in_this_report, where_we_stand
from nttp_readiness.presentation.papers.plan_working import worked_out
from nttp_readiness.presentation.plan.plan_material import Material, Options
from nttp_readiness.presentation.words.blocks import Report
from nttp_readiness.presentation.words.owners import without_names

__all__ = ["Options", "action_plan"]


def action_plan(card: Scorecard, today: dt.date, options: Options | None = None) -> Report:
    """The plan of an assessment, a draft with the date of `today` as long as it is not agreed.

    What the options leave out is nowhere in the report, and nothing shows that it was left out.
    """
    options = options or Options()
    material = Material(card, today, options)
    sections = (
        in_this_report(material),
        where_we_stand(material),
        readiness_wheel(material),
        foundations(material),
        domain_by_domain(material),
        what_changed(material),
        now_cards(material),
        later_actions(material),
        needed_from_others(material),
        worked_out(material),
        notes_and_evidence(material),
        words_used(material),
        last_page(material),
    )
    profile = material.assessment.profile
    kind = tr("Readiness action plan") if material.scores else tr("Action plan")
    report = Report(
        title=f"{material.who}: {kind[0].lower()}{kind[1:]}",
        author=profile.organisation or profile.title,
        language=material.bank.language,
        blocks=tuple(block for section in sections for block in section),
        cover=cover(material),
        header_left=tuple(dict.fromkeys((material.who, profile.title))),
        header_right=f"{kind}, {material.dated}",
        footer_left=material.disclaimer,
        subject=material.bank.title,
    )
    return report if material.names else without_names(report, material.assessment)
