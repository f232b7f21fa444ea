"""Why a suggested action stands where it stands: the parts of its sort key, one by one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.plan.priorities import Suggestion
from nttp_readiness.domain.readiness.working import GivenAnswer, Step, Working
from nttp_readiness.i18n import tr


def priority_workings(suggestions: Sequence[Suggestion]) -> dict[str, Working]:
    """The working of every suggestion's place, counted from 1 among all of them, by its id."""
    if not suggestions:
        return {}
    bank = suggestions[0].bank
    said, needs = _said(bank), _needs(suggestions)
    return {
        each.id: _working(bank, said, place, each, needs)
        for place, each in enumerate(suggestions, 1)
    }


def priority_working(suggestions: Sequence[Suggestion], suggestion: Suggestion) -> Working:
    """The same of one suggestion alone."""
    wanted = suggestion.id
    place = next(place for place, each in enumerate(suggestions, 1) if each.id == wanted)
    said = _said(suggestion.bank)
    return _working(suggestion.bank, said, place, suggestion, _needs(suggestions))


def _needs(suggestions: Sequence[Suggestion]) -> dict[str, tuple[str, ...]]:
    """What each open question needs first, of what is open too."""
    return {each.indicator: each.waits_for for each in suggestions if each.role == "open"}


class _Said(NamedTuple):
    """The words that every suggestion's working has alike, made once for all of them."""

    title: str
    rule: str
    rounding: str
    safety: str
    below: str
    not_known: str
    first: str
    first_rule: str
    then: str
    apart: str
    times: str
    gap: str
    gap_not_known: str
    set_by_us: str
    differ: str
    effort: str
    place: str
    importance: str
    firm: str
    stands: str
    answered: str
    depends: str


def _said(bank: Bank) -> _Said:
    limits = bank.thresholds
    return _Said(
        title=tr("Place of “{title}”"),
        rule=tr(
            "The order is always this: safety stops; foundations below the target;"
            " foundations that are not known; what other actions need first; gap times"
            " importance; where views differ; less effort; the order of the questions."
        ),
        rounding=tr("Nothing is rounded. The first {now} go under Now.").format(
            now=limits.most_now
        ),
        safety=tr("Safety stop"),
        below=tr("Foundation below level {target}").format(target=limits.target),
        not_known=tr("Foundation not known"),
        first=tr("Steps that come first"),
        first_rule=tr("the longest chain of steps that have to come before it, counted"),
        then=tr("{first}, then {next}"),
        apart=tr("{chain}; needed too, but not counted, as another chain is not longer: {names}"),
        times=tr("Gap times importance"),
        gap=tr("gap {gap}; {n} × {importance}"),
        gap_not_known=tr("not known, counted as a gap of {gap}"),
        set_by_us=tr("; importance set by us (usual: {n})"),
        differ=tr("Views differ"),
        effort=tr("Effort, 1 to 3"),
        place=tr("Place in the bank"),
        importance=tr("Importance"),
        firm=tr("Firm"),
        stands=tr("it stays here, whether every unknown answer is 0 or 4"),
        answered=tr("once this question is answered, another action or none takes its place"),
        depends=tr("it depends on: {names}"),
    )


def role_rule(role: Literal["spread", "listen"]) -> str:
    """Why an action stands there that closes no gap."""
    if role == "spread":
        return tr("A strength to keep and share.")
    return tr("Every plan has one action in which you listen to people.")


def _working(
    bank: Bank, said: _Said, place: int, each: Suggestion, needs: Mapping[str, tuple[str, ...]]
) -> Working:
    indicator = bank.by_id[each.indicator]
    if each.role == "open":
        rule, steps = said.rule, _key_steps(bank, said, each, needs)
    else:
        rule = role_rule(each.role)
        steps = (Step(said.importance, "", each.importance, "count"),)
    return Working(
        figure="priority",
        of=each.id,
        title=said.title.format(title=each.action.title),
        rule=rule,
        inputs=(GivenAnswer(indicator.id, indicator.title, each.level, 1),),
        steps=(*steps, _firm_step(bank, said, each)),
        result=place,
        unit="count",
        rounding=said.rounding,
    )


def _key_steps(
    bank: Bank, said: _Said, each: Suggestion, needs: Mapping[str, tuple[str, ...]]
) -> tuple[Step, ...]:
    indicator, target, level = bank.by_id[each.indicator], bank.thresholds.target, each.level
    below = indicator.foundation and level is not None and level < target
    effort = each.action.effort
    place = bank.order[each.indicator] + 1
    return (
        Step(said.safety, "", each.standing == "safety", "yes_no"),
        Step(said.below, "", below, "yes_no"),
        Step(said.not_known, "", each.standing == "find_out", "yes_no"),
        Step(
            said.first,
            _first_words(bank, said, each, needs),
            each.depth,
            "count",
            said.first_rule if each.depth else "",
        ),
        Step(said.times, _gap_sum(bank, said, each), each.gap * each.importance, "count"),
        Step(said.differ, "", each.talk_first, "yes_no"),
        Step(said.effort, "", effort, "count"),
        Step(said.place, each.indicator, place, "count"),
    )


def _first_words(
    bank: Bank, said: _Said, each: Suggestion, needs: Mapping[str, tuple[str, ...]]
) -> str:
    """The steps that are counted, the first one first; then what is needed beside that chain."""
    if not each.waits_for:
        return ""
    chain = _chain(each.indicator, needs)
    words = bank.by_id[chain[0]].title
    for key in chain[1:]:
        words = said.then.format(first=words, next=bank.by_id[key].title)
    others = [key for key in each.waits_for if key not in chain]
    return said.apart.format(chain=words, names=_titles(bank, others)) if others else words


def _chain(key: str, needs: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The longest chain of what has to come before a question."""
    longest: tuple[str, ...] = ()
    for need in needs.get(key, ()):
        chain = (*_chain(need, needs), need)
        if len(chain) > len(longest):
            longest = chain
    return longest


def _gap_sum(bank: Bank, said: _Said, each: Suggestion) -> str:
    """The sum, with what the bank says of the importance where the team set another."""
    if each.level is None:
        gap = said.gap_not_known.format(gap=each.gap)
    else:
        gap = f"{bank.thresholds.target} − {each.level}"
    sum_ = said.gap.format(gap=gap, n=each.gap, importance=each.importance)
    value = bank.by_id[each.indicator].importance
    return sum_ if each.importance == value else sum_ + said.set_by_us.format(n=value)


def _firm_step(bank: Bank, said: _Said, each: Suggestion) -> Step:
    """Whether the place holds whatever the unknown answers turn out to be."""
    if each.firm:
        words = said.stands
    elif each.depends_on == (each.indicator,):
        words = said.answered
    else:
        words = said.depends.format(names=_titles(bank, each.depends_on))
    return Step(said.firm, words, each.firm, "yes_no")


def _titles(bank: Bank, keys: Sequence[str]) -> str:
    return "; ".join([bank.by_id[key].title for key in keys]) if keys else ""
