"""Whether the parts of a bank fit together: what would make its scores or its plan wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from itertools import pairwise, product

from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.bank.bank_changes import check_changes
from nttp_readiness.domain.bank.bank_problems import BANK_FILE, Problem, domain_file
from nttp_readiness.domain.bank.indicator import Indicator
from nttp_readiness.domain.bank.routes import Route
from nttp_readiness.domain.bank.scale import LEVELS, Stage, StageRule, share
from nttp_readiness.i18n import tr, trn


def check_fit(bank: Bank, *, whole: bool = True) -> list[Problem]:
    """Errors that keep a bank from being used, in the order of its files.

    Of a bank that is not `whole`, because a part of it could not be read, only those are told that
    the missing part cannot have caused.
    """
    checks: tuple[Callable[[Bank], Iterable[Problem]], ...] = (
        _ids, _references, _circles, _levels, _bands, _thresholds, _stages, _routes, _foundations,
        check_changes,
    )  # fmt: skip
    if not whole:
        checks = (_ids, _circles, _levels, _bands, _thresholds)
    return [problem for check in checks for problem in check(bank)]


def _ids(bank: Bank) -> Iterator[Problem]:
    """An id stands for one thing: answers, plans and older assessments hold on to it."""
    lists = {
        "routes": [each.id for each in bank.routes],
        "stages": [each.id for each in bank.stages],
        "themes": [each.id for each in bank.themes],
        "seed": [each.id for each in bank.seed],
        "resources": [each.id for each in bank.resources],
        "context": [each.id for each in bank.context],
        "glossary": [each.word.casefold() for each in bank.glossary],
        "domains": [each.code for each in bank.domains],
    }
    for name, ids in lists.items():
        for twice in _repeated(ids):
            yield _bank_problem(
                name,
                tr("“{id}” stands here twice.").format(id=twice),
                tr("Give one of them another name, or remove it."),
            )
    seen: dict[str, str] = {}
    for domain in bank.domains:
        for indicator in domain.indicators:
            if indicator.id in seen:
                yield Problem(
                    domain_file(domain.code),
                    indicator.id,
                    tr("An indicator of this id stands in {file} already.").format(
                        file=seen[indicator.id]
                    ),
                    tr("Give it an id of its own, one that was never used."),
                )
            seen.setdefault(indicator.id, domain_file(domain.code))


def _references(bank: Bank) -> Iterator[Problem]:
    known = {
        "needs": set(bank.by_id),
        "indicators": set(bank.by_id),
        "beside": set(bank.by_id),
        "themes": {each.id for each in bank.themes},
        "seed": {each.id for each in bank.seed},
        "links": {each.id for each in bank.resources},
        "glossary": {each.word.casefold() for each in bank.glossary},
    }
    for route in bank.routes:
        place = f"routes, {route.id}, indicators"
        yield from _unknown(BANK_FILE, place, route.indicators, known["indicators"])
        for twice in _repeated(route.indicators):
            yield _bank_problem(
                place, tr("“{id}” stands here twice.").format(id=twice), tr("Name it once.")
            )
    for place, ids in _named_elsewhere(bank):
        yield from _unknown(BANK_FILE, place, ids, known["beside"])
    if bank.crisis and bank.crisis.route not in {each.id for each in bank.routes}:
        yield from _unknown(BANK_FILE, "crisis, route", [bank.crisis.route], set())
    for domain in bank.domains:
        file = domain_file(domain.code)
        yield from _unknown(file, "themes", domain.themes, known["themes"])
        for each in domain.indicators:
            glossary = [word.casefold() for word in each.glossary]
            yield from _unknown(file, f"{each.id}, needs", each.needs, known["needs"])
            yield from _unknown(file, f"{each.id}, themes", each.themes, known["themes"])
            yield from _unknown(file, f"{each.id}, seed", each.seed, known["seed"])
            yield from _unknown(file, f"{each.id}, links", each.links, known["links"])
            yield from _unknown(file, f"{each.id}, glossary", glossary, known["glossary"])


def _named_elsewhere(bank: Bank) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Where the head names questions, and which."""
    yield from ((f"context, {each.id}, beside", each.beside) for each in bank.context)
    yield from ((f"laws, {each.id}, beside", each.beside) for each in bank.laws)
    for number, each in enumerate(bank.scrutiny, start=1):
        yield tr("scrutiny, number {n}, beside").format(n=number), each.beside
    if bank.outside:
        asked = tuple(each.indicator for each in bank.outside.questions)
        yield "outside, questions", asked
    if bank.crisis:
        yield "crisis, steps", tuple(each.indicator for each in bank.crisis.steps)


def _unknown(file: str, place: str, named: Iterable[str], known: set[str]) -> Iterator[Problem]:
    for each in named:
        if each not in known:
            yield Problem(
                file,
                place,
                tr("“{id}” is not in this bank.").format(id=each),
                tr("Correct it, add it where it belongs, or take it out here."),
            )


def _circles(bank: Bank) -> Iterator[Problem]:
    """Each circle among needs once, named where it begins in the order of the bank."""
    done: set[str] = set()
    for start in bank.by_id:
        way: list[str] = []
        open_needs = [iter((start,))]
        while open_needs:
            following = next(open_needs[-1], None)
            if following is None:
                open_needs.pop()
                if way:
                    done.add(way.pop())
            elif following in way:
                circle = [*way[way.index(following) :], following]
                yield _at(
                    bank,
                    bank.by_id[following],
                    "needs",
                    tr("These need each other in a circle: {ids}.").format(ids=" → ".join(circle)),
                    tr("Take out the need that matters least."),
                )
            elif following not in done and following in bank.by_id:
                way.append(following)
                open_needs.append(iter(bank.by_id[following].needs))


def _levels(bank: Bank) -> Iterator[Problem]:
    if [each.value for each in bank.levels] != list(LEVELS):
        yield _bank_problem(
            "levels",
            tr("The steps of the scale are not 0, 1, 2, 3 and 4 in this order."),
            tr("Give each its value, from 0 to 4."),
        )
    cure = tr("Describe five levels, from 0 to 4, or none.")
    for domain in bank.domains:
        own = [each for each in domain.indicators if not each.levels]
        if len(domain.levels) != len(LEVELS) and (domain.levels or own):
            yield Problem(
                domain_file(domain.code),
                "levels",
                trn(
                    "This domain describes {n} level.",
                    "This domain describes {n} levels.",
                    len(domain.levels),
                ),
                cure if domain.levels else tr("Describe five, or five for each of its indicators."),
            )
        for each in domain.indicators:
            if len(each.levels) not in {0, len(LEVELS)}:
                what = trn(
                    "This indicator describes {n} level.",
                    "This indicator describes {n} levels.",
                    len(each.levels),
                )
                yield _at(bank, each, "levels", what, cure)


def _bands(bank: Bank) -> Iterator[Problem]:
    if not bank.bands:
        return
    starts = [Fraction(each.start) for each in bank.bands]
    rising = all(low < high for low, high in pairwise(starts))
    if starts[0] != 0 or not rising or starts[-1] > 100:
        yield _bank_problem(
            "bands",
            tr("The bands do not begin at 0 and rise from one to the next, up to 100."),
            tr("Begin with 0 and put them in order."),
        )
    if [each.level for each in bank.bands] != list(LEVELS):
        yield _bank_problem(
            "bands",
            tr("The bands do not name the levels 0, 1, 2, 3 and 4 in this order."),
            tr("Write one band for each level."),
        )


def _thresholds(bank: Bank) -> Iterator[Problem]:
    cuts = bank.thresholds
    for name in ("level_share", "shown_from", "provisional_from", "many_not_relevant_above"):
        if not 0 < share(getattr(cuts, name)) <= 1:
            yield _bank_problem(
                f"thresholds, {name}",
                tr("This share is not between 0 and 1."),
                tr("Write a fraction such as 3/4."),
            )
    if share(cuts.provisional_from) > share(cuts.shown_from):
        yield _bank_problem(
            "thresholds, provisional_from",
            tr("A level would be shown before it is provisional."),
            tr("Make provisional_from smaller than shown_from."),
        )


def _stages(bank: Bank) -> Iterator[Problem]:
    for each in bank.stages:
        rule, by_level = each.when, each.when.kind != "some_foundation_unknown"
        if by_level != (rule.level is not None):
            yield _bank_problem(
                f"stages, {each.id}, when",
                tr("This rule needs a level.") if by_level else tr("This rule takes no level."),
                tr("Add it.") if by_level else tr("Remove it."),
            )
        if rule.every_domain_at_least is not None and rule.kind != "every_foundation_at_least":
            yield _bank_problem(
                f"stages, {each.id}, when",
                tr("Only a rule for every foundation can ask for levels of domains."),
                tr("Remove every_domain_at_least."),
            )
    if bank.stages and not bank.foundations:
        yield _bank_problem(
            "stages",
            tr("Stages are decided by foundations, and this bank has none."),
            tr("Mark its foundations, or take the stages out."),
        )
    yield from _stage_order(bank)
    yield from _uncovered(bank.stages)


def _stage_order(bank: Bank) -> Iterator[Problem]:
    """Of two stages for every foundation, the later one asks for more."""
    asking = [each for each in bank.stages if each.when.kind == "every_foundation_at_least"]
    for earlier, later in pairwise(asking):
        if _demand(later.when) <= _demand(earlier.when):
            yield _bank_problem(
                f"stages, {later.id}, when",
                tr("This stage asks for no more than “{name}” before it.").format(
                    name=earlier.name
                ),
                tr("Put the stages in the order in which they are reached."),
            )


def _demand(rule: StageRule) -> tuple[int, int]:
    domains = rule.every_domain_at_least
    return (-1 if rule.level is None else rule.level, -1 if domains is None else domains)


def _uncovered(stages: tuple[Stage, ...]) -> Iterator[Problem]:
    """Every outcome belongs to a stage: tried with each lowest level, known and not known."""
    if not stages:
        return
    for lowest, unknown in product(LEVELS, (False, True)):
        if not any(_applies(each.when, lowest, unknown=unknown) for each in stages):
            known = tr("a foundation is not known") if unknown else tr("all of them are known")
            yield _bank_problem(
                "stages",
                tr("No stage is for this: the lowest foundation is at {level}, {known}.").format(
                    level=lowest, known=known
                ),
                tr("Change the level of a rule, or add a stage."),
            )


def _applies(rule: StageRule, lowest: int, *, unknown: bool) -> bool:
    if rule.kind == "some_foundation_unknown":
        return unknown
    if rule.level is None:
        return False
    if rule.kind == "some_foundation_at_most":
        return lowest <= rule.level
    return not unknown and lowest >= rule.level and rule.every_domain_at_least is None


def _routes(bank: Bank) -> Iterator[Problem]:
    def whole(route: Route) -> bool:
        return not route.indicators or set(route.indicators) >= set(bank.by_id)

    full = [each for each in bank.routes if each.id == "full"]
    if sum(map(whole, bank.routes)) != 1 and not any(map(whole, full)):
        yield _bank_problem(
            "routes",
            tr("It is not clear which route holds every question."),
            tr("Give one route the id “full” and no list of indicators."),
        )
    for each in bank.routes:
        low, high = each.minutes
        if not 0 < low <= high:
            yield _bank_problem(
                f"routes, {each.id}, minutes",
                tr("These minutes are not a span such as 10 to 15."),
                tr("Write the shorter time first."),
            )


def _foundations(bank: Bank) -> Iterator[Problem]:
    for each in bank.by_id.values():
        if each.safety_stop and not each.foundation:
            yield _at(
                bank,
                each,
                "safety_stop",
                tr("Only a foundation can be a safety stop."),
                tr("Make it a foundation, or take the safety stop out."),
            )
        elif each.safety_stop and each.needs:
            yield _at(
                bank,
                each,
                "needs",
                tr("A safety stop waits for nothing."),
                tr("Take its needs out."),
            )
        needed = [bank.by_id[need] for need in each.needs if need in bank.by_id]
        if each.foundation and not all(need.foundation for need in needed):
            yield _at(
                bank,
                each,
                "needs",
                tr("A foundation can only need foundations."),
                tr("Take out the others."),
            )


def _repeated(ids: Iterable[str]) -> list[str]:
    return [each for each, count in Counter(ids).items() if count > 1]


def _bank_problem(place: str, problem: str, cure: str) -> Problem:
    return Problem(BANK_FILE, place, problem, cure)


def _at(bank: Bank, indicator: Indicator, key: str, problem: str, cure: str) -> Problem:
    file = domain_file(bank.domain_of[indicator.id].code)
    return Problem(file, f"{indicator.id}, {key}", problem, cure)
