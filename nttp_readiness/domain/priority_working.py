"""Why a suggested action stands where it stands: the parts of its sort key, one by one."""

from __future__ import annotations

from collections.abc import Sequence

from nttp_readiness.domain.bank import Bank
from nttp_readiness.domain.priorities import Suggestion
from nttp_readiness.domain.working import GivenAnswer, Step, Working
from nttp_readiness.i18n import tr


def priority_working(suggestions: Sequence[Suggestion], suggestion: Suggestion) -> Working:
    """The working of one suggestion's place, counted from 1 among all suggestions."""
    bank, wanted = suggestion.bank, (suggestion.indicator, suggestion.kind)
    place = next(
        n for n, each in enumerate(suggestions, 1) if (each.indicator, each.kind) == wanted
    )
    indicator = bank.by_id[suggestion.indicator]
    if suggestion.role == "open":
        rule = tr(
            "One order for all: safety stops; then foundations below the target; then foundations "
            "that are not known; then what others need first; then gap times importance; then "
            "where views differ; then less effort; then the order of the bank."
        )
        steps = _key_steps(bank, suggestion)
    else:
        rule = suggestion.reasons[0]
        steps = (Step(tr("Importance"), "", suggestion.importance, "count"),)
    return Working(
        figure="priority",
        of=suggestion.id,
        title=tr("Place of “{title}”").format(title=suggestion.action.title),
        rule=rule,
        inputs=(GivenAnswer(indicator.id, indicator.title, suggestion.level, 1),),
        steps=(*steps, _firm_step(suggestion)),
        result=place,
        unit="count",
        rounding=tr("Nothing is rounded. The first {now} stand under Now.").format(
            now=bank.thresholds.most_now
        ),
    )


def _key_steps(bank: Bank, each: Suggestion) -> tuple[Step, ...]:
    foundation = bank.by_id[each.indicator].foundation
    target = bank.thresholds.target
    gap = (
        tr("not known, counted as a gap of {gap}").format(gap=each.gap)
        if each.level is None
        else f"{target} − {each.level}"
    )
    return (
        Step(tr("Safety stop"), "", each.standing == "safety", "yes_no"),
        Step(
            tr("Foundation below level {target}").format(target=target),
            "",
            foundation and each.level is not None and each.level < target,
            "yes_no",
        ),
        Step(tr("Foundation not known"), "", each.standing == "find_out", "yes_no"),
        Step(
            tr("Steps that come first"),
            "; ".join(bank.by_id[key].title for key in each.waits_for),
            each.depth,
            "count",
        ),
        Step(
            tr("Gap times importance"),
            tr("gap {gap}; {n} × {importance}").format(
                gap=gap, n=each.gap, importance=each.importance
            )
            + _importance_of_bank(bank, each),
            each.gap * each.importance,
            "count",
        ),
        Step(tr("Views differ"), "", each.talk_first, "yes_no"),
        Step(tr("Effort, 1 to 3"), "", each.action.effort, "count"),
        Step(tr("Place in the bank"), each.indicator, bank.order[each.indicator] + 1, "count"),
    )


def _importance_of_bank(bank: Bank, each: Suggestion) -> str:
    """What the bank says, where the team set another importance."""
    value = bank.by_id[each.indicator].importance
    if each.importance == value:
        return ""
    return tr("; importance set by us, the question bank says {n}").format(n=value)


def _firm_step(each: Suggestion) -> Step:
    """Whether the place holds whatever the unknown answers turn out to be."""
    if each.firm:
        said = tr("it stands there with every unknown answer at 0 and at 4")
    elif each.depends_on == (each.indicator,):
        said = tr("once this question has an answer, another action takes its place, or none")
    else:
        said = tr("it depends on: {names}").format(
            names="; ".join(each.bank.by_id[key].title for key in each.depends_on)
        )
    return Step(tr("Firm"), said, each.firm, "yes_no")
