"""The plan seen in two other ways: by what drives our aim, and by effort and impact."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.planned import HORIZONS
from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.plan.plan import Entry, Plan
from nttp_readiness.figures import drivers, effort_impact
from nttp_readiness.figures.shapes import Drawing
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.plan.planning import PlanRow
from nttp_readiness.presentation.readiness.understanding import Understanding
from nttp_readiness.presentation.words import words
from nttp_readiness.values import dataclass

View = Literal["drivers", "effort"]
VIEWS: tuple[View, ...] = ("drivers", "effort")
By = Literal["domains", "foundations"]
_STRONG, _FAIR = 8, 4
"""Least distance times importance (0 to 15) of the first two rows of impact."""
_UNRATED = 3


@dataclass(frozen=True, slots=True)
class ViewWords:
    """What stands above and below a picture. `waiting` says what is left out."""

    title: str
    about: str
    waiting: str


def view_name(view: View) -> str:
    return {"drivers": tr("Drivers"), "effort": tr("Effort and impact")}[view]


def view_words(plan: Plan, view: View) -> ViewWords:
    """The words around one of the views."""
    count = sum(each.waiting for each in plan.live)
    left_out = trn(
        "{n} action that is only suggested for later is not shown.",
        "{n} actions that are only suggested for later are not shown.",
        count,
    )
    about = {
        "drivers": tr("What our aim depends on, and which action helps with which part of it."),
        "effort": tr(
            "Impact is how far our answer is from our target, times how much the question"
            " matters to us. Foundations and safety come first. This helps you to talk"
            " it through; you decide."
        ),
    }[view]
    return ViewWords(view_name(view), about, left_out if count else "")


def by_words(by: By) -> str:
    return {"domains": tr("Domains"), "foundations": tr("Foundations")}[by]


def aim_words(bank: Bank) -> str:
    """The aim that a plan made with this bank serves."""
    return tr("To {aim}").format(aim=bank.aim) if bank.aim else tr("What we want to reach")


def driver_diagram(
    standing: Understanding,
    assessment: Assessment,
    plan: Plan,
    rows: Sequence[PlanRow],
    by: By,
    measures: drivers.DriverMeasures,
    width: float,
    *,
    brief: bool = False,
    levels: bool = True,
) -> Drawing:
    """The driver diagram of the plan. `rows` are those of `planning.in_order`.

    `brief` says of an action only what is not as usual: that it was begun, or is overdue; for paper
    that says the rest elsewhere. Without `levels` it does not say where a driver stands.
    """
    found = {
        "domains": _domains(standing, assessment),
        "foundations": _foundations(standing, assessment),
    }[by]
    if not levels:
        found = {key: (name, "") for key, (name, _) in found.items()}
    groups: dict[str, list[drivers.DriverAction]] = {}
    shown = {row.id: row for row in rows if row.number}
    for entry in plan.live:
        row = shown.get(entry.action.id)
        if row is not None:
            driver = _driver_of(assessment, entry, by)
            groups.setdefault(driver if driver in found else "", []).append(
                _action(row, brief=brief)
            )
    built = [
        drivers.Driver(key, name, note, tuple(groups[key]))
        for key, (name, note) in found.items()
        if key in groups
    ]
    if "" in groups:
        other = tr("Our own actions") if by == "domains" else tr("Besides the foundations")
        built.append(drivers.Driver("", other, "", tuple(groups[""])))
    return drivers.drivers(aim_words(assessment.bank), built, measures, width)


def effort_picture(
    plan: Plan,
    rows: Sequence[PlanRow],
    measures: effort_impact.CellMeasures,
    width: float,
) -> Drawing:
    """Every action of the plan by its effort and its impact."""
    shown = {row.id: row for row in rows if row.number}
    placed = [
        _placed(entry, shown[entry.action.id]) for entry in plan.live if entry.action.id in shown
    ]
    rated = max((each.impact for each in placed), default=0) < _UNRATED
    impacts = tuple(impact_words(n) for n in range(_UNRATED + (not rated)))
    now, after, later = (words.horizon_words(each) for each in HORIZONS)
    axes = effort_impact.Axes(
        efforts=tuple(
            tr("{size} effort: {meaning}").format(
                size=words.size_words(n), meaning=_lower(words.effort_words(n))
            )
            for n in (1, 2, 3)
        ),
        impacts=impacts,
        rings=(now, after, later),
        begin=tr("Good to begin with"),
    )
    return effort_impact.effort_impact(placed, axes, measures, width)


def impact_of(entry: Entry) -> int:
    """The row of an action: 0 for most impact, then 1 and 2; 3 where our answers say nothing."""
    suggestion = entry.suggestion
    if suggestion is None:
        return _UNRATED
    if suggestion.standing != "ordinary":
        return 0
    distance = suggestion.gap * suggestion.importance
    return 0 if distance >= _STRONG else 1 if distance >= _FAIR else 2


def impact_words(impact: int) -> str:
    return (tr("Most impact"), tr("Much impact"), tr("Some impact"), tr("Not rated"))[impact]


def _domains(standing: Understanding, assessment: Assessment) -> dict[str, tuple[str, str]]:
    rows = {each.code: each.level_words for each in standing.domains}
    return {each.code: (each.name, rows.get(each.code, "")) for each in assessment.bank.domains}


def _foundations(standing: Understanding, assessment: Assessment) -> dict[str, tuple[str, str]]:
    return {
        each.indicator: (
            each.title,
            words.level_words(assessment.bank, each.answer.level, each.words),
        )
        for each in standing.stones
    }


def _driver_of(assessment: Assessment, entry: Entry, by: By) -> str:
    """The first domain or foundation that an action came from; empty where there is none."""
    bank = assessment.bank
    asked = [key for key in entry.action.indicators if key in bank.by_id]
    if by == "foundations":
        asked = [key for key in asked if bank.by_id[key].foundation]
    if not asked:
        return ""
    return asked[0] if by == "foundations" else bank.domain_of[asked[0]].code


def _action(row: PlanRow, *, brief: bool) -> drivers.DriverAction:
    note = state_words(row)
    if not brief:
        parts = (note, row.owner, tr("by {day}").format(day=row.by) if row.by else "")
        note = ", ".join(part for part in parts if part)
    sentence = tr("Action {n}: {title}. {note}.").format(n=row.number, title=row.title, note=note)
    usual = brief and row.status == "not_started" and not row.overdue
    return drivers.DriverAction(row.id, row.number, row.title, "" if usual else note, sentence)


def state_words(row: PlanRow) -> str:
    """How far an action is, or that it is overdue."""
    return tr("Overdue") if row.overdue else row.status_words


def _placed(entry: Entry, row: PlanRow) -> effort_impact.Placed:
    impact = impact_of(entry)
    sentence = tr("Action {n}: {title}. {impact}, {effort} effort, {when}.").format(
        n=row.number,
        title=row.title,
        impact=impact_words(impact),
        effort=_lower(words.size_words(entry.action.effort)),
        when=_lower(words.horizon_words(entry.action.horizon)),
    )
    return effort_impact.Placed(
        key=row.id,
        number=row.number,
        title=row.title,
        effort=entry.action.effort - 1,
        impact=impact,
        ring=entry.action.horizon,
        sentence=sentence,
    )


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
