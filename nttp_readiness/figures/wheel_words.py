"""The wheel in words: the standing of a petal, the sentence for who does not see it, the table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from nttp_readiness.figures.cells import LEVELS, range_words
from nttp_readiness.figures.counts import count_words
from nttp_readiness.figures.petal import Petal
from nttp_readiness.i18n import tr, trn


def name() -> str:
    return tr("Readiness wheel")


def standing(petal: Petal) -> str:
    """The second line of a label: "Level 2, range 1 to 2"."""
    if petal.low is None or petal.high is None:
        return tr("No level")
    could_be = range_words(petal.low, petal.high)
    if petal.level is None:
        return tr("Range only, {range}").format(range=could_be)
    said = [tr("Level {n}").format(n=petal.level)]
    if petal.provisional:
        said.append(tr("provisional"))
    if petal.low != petal.high:
        said.append(tr("range {range}").format(range=could_be))
    return ", ".join(said)


def sentence(petals: Sequence[Petal], *, table_at: Literal["beside", "below"]) -> str:
    """The alternative text: levels from the highest, then what is open, then the foundations."""
    said = [
        trn(
            "Readiness wheel, {n} domain, levels 0 to 4.",
            "Readiness wheel, {n} domains, levels 0 to 4.",
            len(petals),
            n=count_words(len(petals)),
        )
    ]
    for level in reversed(LEVELS):
        names = [each.name for each in petals if each.level == level and not each.provisional]
        if names:
            said.append(tr("Level {n}: {names}.").format(n=level, names="; ".join(names)))
    provisional = [_provisional(each) for each in petals if each.provisional]
    if provisional:
        said.append(tr("Provisional: {names}.").format(names="; ".join(provisional)))
    ranges = [
        f"{each.name}, {range_words(each.low, each.high)}"
        for each in petals
        if each.level is None and each.low is not None and each.high is not None
    ]
    if ranges:
        said.append(tr("Range only: {names}.").format(names="; ".join(ranges)))
    without = [each.name for each in petals if each.low is None]
    if without:
        said.append(tr("No level: {names}.").format(names="; ".join(without)))
    said.extend(_foundations(petals))
    said.append(
        tr("The table below says the same.")
        if table_at == "below"
        else tr("The table beside it says the same.")
    )
    return " ".join(said)


def table(petals: Sequence[Petal]) -> tuple[tuple[str, ...], ...]:
    """Number, domain, level and what it could be, a row for each domain."""
    rows = [(tr("No."), tr("Domain"), tr("Level"), tr("Could be"))]
    for each in petals:
        level = str(each.level)
        if each.level is None:
            level = tr("No level") if each.low is None else tr("Range only")
        elif each.provisional:
            level = tr("{level}, provisional").format(level=each.level)
        could_be = ""
        if each.low is not None and each.high is not None:
            could_be = range_words(each.low, each.high)
        rows.append((str(each.number), each.name, level, could_be))
    return tuple(rows)


def _provisional(petal: Petal) -> str:
    said = tr("{name}, level {n}").format(name=petal.name, n=petal.level)
    if petal.low is None or petal.high is None or petal.low == petal.high:
        return said
    return tr("{level}, could be {range}").format(
        level=said, range=range_words(petal.low, petal.high)
    )


def _foundations(petals: Sequence[Petal]) -> list[str]:
    """How many foundations hold the stage, how many are not known, and where."""
    said = []
    holding = sum(each.foundations.count("holds") for each in petals)
    if holding:
        said.append(
            trn(
                "One foundation keeps us at this stage, {where}.",
                "{n} foundations keep us at this stage, {where}.",
                holding,
                n=count_words(holding).capitalize(),
                where=_where(petals, "holds"),
            )
        )
    unknown = sum(each.foundations.count("unknown") for each in petals)
    count, where = count_words(unknown).capitalize(), _where(petals, "unknown") if unknown else ""
    if unknown and holding:
        said.append(
            trn(
                "One is not known, {where}.",
                "{n} are not known, {where}.",
                unknown,
                n=count,
                where=where,
            )
        )
    elif unknown:
        said.append(
            trn(
                "One foundation is not known, {where}.",
                "{n} foundations are not known, {where}.",
                unknown,
                n=count,
                where=where,
            )
        )
    return said


def _where(petals: Sequence[Petal], kind: Literal["holds", "unknown"]) -> str:
    numbers = [str(each.number) for each in petals if kind in each.foundations]
    return trn(
        "in domain {last}",
        "in domains {numbers} and {last}",
        len(numbers),
        numbers=", ".join(numbers[:-1]),
        last=numbers[-1],
    )
