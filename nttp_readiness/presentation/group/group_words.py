"""What is said of groups: their names, counts, agreement, camps, gaps and changes, in sentences."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction

from nttp_readiness.domain.answers.workshop import Audience, Grouping, Vote
from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.group.agreement import (
    FEWEST_TO_AGREE,
    agreement,
    broadly_agree,
    camps,
    lower_median,
    quartiles,
    spread,
)
from nttp_readiness.domain.group.agreement_table import POINTS_95
from nttp_readiness.domain.group.disclosure import coarse_step
from nttp_readiness.domain.group.group_change import GroupMove, QuestionChange
from nttp_readiness.domain.group.group_gap import DomainGap
from nttp_readiness.domain.group.group_views import Compared, Standing
from nttp_readiness.domain.rounding import half_up, in_decimals
from nttp_readiness.i18n import tr, trn


def withheld() -> str:
    """The one thing that is said of what is not shown; never a number."""
    return tr("Not shown: too few answers, or they would reveal another group’s.")


def by_domain_only() -> str:
    return tr("Shown only for whole domains, to protect people.")


def words_only(found: Standing | None) -> str:
    """What the room is told of a question whose counts would single somebody out."""
    said = {
        "above": tr("The answers are mostly at or above the target."),
        "mixed": tr("The answers are mixed."),
        "below": tr("The answers are mostly below the target."),
    }
    told = tr("Shown in words only, to protect people.")
    return f"{told} {said[found]}" if found else told


def grouping_name(grouping: Grouping) -> str:
    return tr("Everyone") if grouping.kind == "everyone" else grouping.name


def answers_words(vote: Vote, audience: Audience) -> str:
    """How many answers are in; in the room "12 answers: 11 levels, 1 not sure".

    Outside only levels are counted: how few people answered otherwise is theirs to say.
    """
    tallies = vote.tallies.values()
    if audience == "outside":
        return trn("{n} answer", "{n} answers", sum(each.known for each in tallies))
    answers = trn("{n} answer", "{n} answers", vote.people)
    not_sure = sum(each.not_sure for each in tallies)
    not_relevant = sum(each.not_relevant for each in tallies)
    no_answer = sum(each.no_answer for each in tallies)
    kinds = (
        (not_sure, trn("{n} not sure", "{n} not sure", not_sure)),
        (not_relevant, trn("{n} not relevant", "{n} not relevant", not_relevant)),
        (no_answer, trn("{n} no answer", "{n} no answer", no_answer)),
    )
    levels = trn("{n} level", "{n} levels", sum(each.known for each in tallies))
    parts = [levels, *(words for count, words in kinds if count)]
    return tr("{answers}: {parts}").format(answers=answers, parts=", ".join(parts))


def share_words(share: Fraction, people: int, *, exact: bool) -> str:
    """A share in per cent; where it is not `exact`, in the steps that so many people allow."""
    step = 1 if exact else coarse_step(people)
    rounded = half_up(100 * share, step)
    return f"{rounded}%" if step == 1 else tr("about {n}%").format(n=rounded)


def spread_words(bank: Bank, counts: Sequence[int], *, exact: bool) -> tuple[str, str]:
    """Agreement or camps in a few words, and a sentence that says more.

    Without `exact` no number of people is given.
    """
    low, high = sum(counts[:2]), sum(counts[3:])
    found = spread(counts)
    if found in {"camps", "perhaps_camps"}:
        title = tr("Two groups of answers.")
        if found == "perhaps_camps":
            title = tr("Perhaps two groups of answers.")
        if not exact:
            return title, tr("Some see 0 or 1, others 3 or 4, and few see 2.")
        middle = tr("Nobody chose 2.") if not counts[2] else trn(
            "{n} sees 2.", "{n} see 2.", counts[2]
        )  # fmt: skip
        sides = tr("{low} see 0 or 1, and {high} see 3 or 4.").format(low=low, high=high)
        return title, f"{sides} {middle}"
    middle = _middle(bank, counts) if exact else ""
    title = {
        "agree": tr("People broadly agree."),
        "spread": tr("Views are spread."),
        "too_few": tr("Too few answers to say whether people agree."),
    }[found]
    return title, middle


def quartile_words(counts: Sequence[int]) -> str:
    """Between which levels the middle half lies: "from 1 to 3". Quartiles may lie between two
    levels; nobody can answer there, so the level outside is named.
    """
    found = quartiles(counts)
    low, high = math.floor(found.lower), math.ceil(found.upper)
    if low == high:
        return tr("at {level}").format(level=low)
    return tr("from {low} to {high}").format(low=low, high=high)


def middle_words(bank: Bank, counts: Sequence[int], at_target: str, *, exact: bool) -> str:
    """The lower median, the middle half (type 2) and the share at the target.

    Beside shares in steps the middle half would tell much of what they hide, so it is left out.
    """
    level = lower_median(counts)
    said = [
        tr("Middle answer: {level}.").format(level=f"{level} {bank.level_name(level)}"),
        tr("The middle half is {range}.").format(range=quartile_words(counts)) if exact else "",
        tr("At or above the target: {share}.").format(share=at_target),
    ]
    return " ".join(filter(None, said))


def prompts(counts: Sequence[int] | None) -> tuple[str, ...]:
    """Three questions to talk about, that fit what the counts show."""
    found = spread(counts) if counts else "too_few"
    if found in {"camps", "perhaps_camps"}:
        return (
            tr("What have those at 3 or 4 seen?"),
            tr("Where is it still 0 or 1?"),
            tr("What could we show today?"),
        )
    if found == "agree":
        return (
            tr("What makes us sure?"),
            tr("Who is not here, and would they say the same?"),
            tr("What would move us one level up?"),
        )
    return (
        tr("What did each of us have in mind?"),
        tr("Does it depend on place, shift or role?"),
        tr("What could we show today?"),
    )


def standing_words(found: Standing | None) -> str:
    if found is None:
        return withheld()
    return {
        "above": tr("Mostly at or above the target"),
        "mixed": tr("Mixed"),
        "below": tr("Mostly below the target"),
    }[found]


def gap_words(compared: Compared) -> str:
    """Whether there is a gap, which way it goes, and what such groups could have shown."""
    return f"{gap_verdict(compared)} {smallest_words(compared.gap)}"


def gap_verdict(compared: Compared) -> str:
    """Whether there is a gap, and which way it goes."""
    gap = compared.gap
    x, y = grouping_name(compared.x), grouping_name(compared.y)
    upper, lower = (x, y) if gap.delta > 0 else (y, x)
    return {
        "clear": tr("A clear gap: {upper} see this further along than {lower}."),
        "possible": tr("Perhaps a gap: {upper} see this further along than {lower}."),
        "none": tr("No clear gap between {x} and {y}."),
    }[gap.verdict].format(upper=upper, lower=lower, x=x, y=y)


def smallest_words(gap: DomainGap) -> str:
    """The smallest gap that groups of this size could have shown."""
    if gap.smallest is None:
        return tr("Groups this small could not have shown any gap.")
    return tr(
        "Groups of this size could only show a gap of {n} or more. 0 is no difference;"
        " 100 is everybody in one group above everybody in the other."
    ).format(n=-(-gap.smallest * 100 // 1))


def gap_figures(gap: DomainGap) -> str:
    """The gap as a number with its interval, from -100 to 100."""
    return tr("Gap {delta}, 95% interval from {low} to {high}").format(
        delta=_hundredths(gap.delta),
        low=_hundredths(Fraction(gap.low)),
        high=_hundredths(Fraction(gap.high)),
    )


def change_words(change: QuestionChange, since: str) -> tuple[str, ...]:
    """What moved, everyone first; says so where only the groups can be compared. `since` says
    what it is compared with.
    """
    said = [_move_words(each, since) for each in (change.everyone, *change.groups) if each]
    if change.mix == "fixed":
        said.append(
            tr(
                "The mix of groups has changed. The overall figure is adjusted to the earlier mix,"
                " so it shows only a change of views."
            )
        )
    if change.mix == "not_comparable":
        said.append(tr("The mix of groups has changed, so the overall figure is not compared."))
    return tuple(said)


def working_lines(counts: Sequence[int]) -> tuple[str, ...]:
    """How the words came about, line by line."""
    people, found = sum(counts), agreement(counts)
    quarters = quartiles(counts)
    lines = [
        trn(
            "Counts from 0 to 4: {counts}; {n} answer.",
            "Counts from 0 to 4: {counts}; {n} answers.",
            people,
            counts=", ".join(str(each) for each in counts),
        ),
        _middle_working(counts),
        tr("The middle half goes from {low} to {high} (quartiles of type 2).").format(
            low=_number(quarters.lower), high=_number(quarters.upper)
        ),
        tr("Agreement A (van der Eijk) is {a}, on a scale from -1 to 1.").format(
            a=in_decimals(found, 2)
        ),
    ]
    if people >= FEWEST_TO_AGREE:
        points = POINTS_95[len(counts)]
        point = Fraction(*points[min(people, max(points))])
        verdict = tr("which it does") if broadly_agree(counts) else tr("which it does not")
        lines.append(
            tr(
                "“Broadly agree” needs A above {point}, {verdict}: of so many people who answer at "
                "random, 95 in 100 groups stay at or below that."
            ).format(point=in_decimals(point, 3), verdict=verdict)
        )
    lines.append(
        tr(
            "Two groups of answers: {low} low, {middle} in the middle, {high} high; the rule says "
            "{verdict}."
        ).format(
            low=sum(counts[:2]),
            middle=counts[2],
            high=sum(counts[3:]),
            verdict={"none": tr("no"), "possible": tr("perhaps"), "clear": tr("yes")}[
                camps(counts)
            ],
        )
    )
    return tuple(lines)


def _middle_working(counts: Sequence[int]) -> str:
    """The middle answer; between two, which of them it is, and what lies halfway."""
    level, median = lower_median(counts), quartiles(counts).median
    if median == level:
        return tr("The middle answer is {level}.").format(level=level)
    return tr(
        "The middle answer is {level}: the middle lies between two answers, {level} and {upper},"
        " and the lower one is taken. Halfway between them is {median}."
    ).format(level=level, upper=2 * median - level, median=_number(median))


def _move_words(moved: GroupMove, since: str) -> str:
    verdict = {
        "up": tr("moved up"),
        "down": tr("moved down"),
        "no_clear_change": tr("no clear change"),
    }[moved.move]
    now = share_words(moved.share_after, moved.people[1], exact=moved.exact[1])
    then = share_words(moved.share_before, moved.people[0], exact=moved.exact[0])
    if now != then or moved.move == "no_clear_change":
        said = tr("{name}, {since}: {verdict}; at or above the target {now}, was {then}.")
    elif all(moved.exact):
        said = tr(
            "{name}, {since}: {verdict} in the answers as a whole; at or above the target {now}"
            " both times."
        )
    else:
        said = tr(
            "{name}, {since}: {verdict} in the answers as a whole; at or above the target {now}"
            " both times, as this share is rounded to protect people."
        )
    return said.format(
        since=since, name=grouping_name(moved.grouping), verdict=verdict, now=now, then=then
    )


def _middle(bank: Bank, counts: Sequence[int]) -> str:
    found = quartiles(counts)
    half = tr("Half of the answers are {range}.").format(range=quartile_words(counts))
    if found.lower == found.upper == found.median:
        level = int(found.median)
        return tr("The middle half is at {level} {name}.").format(
            level=level, name=bank.level_name(level)
        )
    return half


def _number(figure: Fraction) -> str:
    return str(figure.numerator) if figure.denominator == 1 else in_decimals(figure, 1)


def _hundredths(figure: Fraction) -> int:
    return half_up(100 * figure)
