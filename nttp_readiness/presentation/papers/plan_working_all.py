"""How it was worked out, for all domains and all actions at once: a table for each kind of figure.

What the tables say is the tree of `score --json --working`, laid out so that equal sums stand under
each other and each rule is said once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nttp_readiness.domain.bank.scale import LEVELS
from nttp_readiness.domain.plan.priorities import Suggestion
from nttp_readiness.domain.readiness.scoring import DomainScore, LevelSteps
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.plan.plan_material import Material, bold, quiet, together
from nttp_readiness.presentation.readiness.moves import domain_change_words
from nttp_readiness.presentation.readiness.understanding import DomainRow
from nttp_readiness.presentation.readiness.working_data import shown
from nttp_readiness.presentation.readiness.working_sums import exact, reached_words, sum_rows
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.blocks import Cell, Column, Row, Run, Table, Words
from nttp_readiness.presentation.words.confidence_words import confidence_sentence, raise_sentence

_MOST_NAMED = 6
"""How many questions a place depends on by name; the others are counted."""


def answers_of_all(material: Material) -> Table:
    """Every answer with its weight, and their sum, domain by domain."""
    columns = (
        Column(tr("Domain"), 40),
        Column(tr("Our answers"), 68),
        Column(tr("Weight × answer, added up"), 62),
    )
    rows = []
    for row in material.known_domains:
        (summed, *_) = material.card.working(row.code, "index").steps
        total = f" = {shown(summed.value, summed.unit)}"
        sums = (Run(_unbroken(summed.sum)), bold(total)) if summed.sum else quiet(tr("none known"))
        rows.append(_row(row, ("; ".join(_answers(material, row.score)),), (sums,)))
    return Table(tr("Every answer and its weight"), columns, tuple(rows), look="working")


def levels_of_all(material: Material) -> Table:
    """Which levels each domain has reached, as known and with its unknown answers at 0 and at 4."""
    steps = LEVELS[1:]
    columns = (
        Column(tr("Domain"), 49),
        *(Column(tr("{n} or more").format(n=each), 17) for each in steps),
        Column(tr("By share"), 17),
        Column(tr("By floor"), 16),
        Column(tr("Level"), 20),
    )
    rows: list[Row] = []
    for row in material.known_domains:
        score = row.score
        rows.append(_level_row((_name(row),), score.at_known, _level(score)))
        if score.unknown_weight:
            for said, end in (
                (tr("{n}: unknown answers at 0"), score.at_zero),
                (tr("{n}: unknown answers at 4"), score.at_four),
            ):
                name = quiet(said.format(n=row.number))
                rows.append(_level_row((name,), end, (str(end.level),) if end else ()))
    return Table(tr("The level of every domain"), columns, tuple(rows), look="working")


def indices_of_all(material: Material) -> Table:
    """Share known, index and its two ends, each with its sum; the mean of the domains last."""
    columns = (
        Column(tr("Domain"), 45),
        Column(tr("Share known"), 24),
        Column(tr("Index"), 32),
        Column(tr("Low end"), 32),
        Column(tr("High end"), 37),
    )
    rows = [_row(each, *_index_cells(material, each)) for each in material.known_domains]
    overall = material.card.overall
    if overall is not None:
        mean = _rounded(exact(overall), words.rounded(overall))
        said = (tr("Mean of the domains"), words.answered_words(material.card.counts), mean)
        rows.append(
            Row(
                (*(Cell((each,)) for each in said), *(Cell((quiet(tr("not worked out")),)),) * 2),
                total=True,
            )
        )
    return Table(tr("The index of every domain"), columns, tuple(rows), look="working")


def moves_of_all(material: Material) -> Table | None:
    """What would settle or raise the level of each domain."""
    columns = (Column(tr("Domain"), 52), Column(tr("What would change its level"), 118))
    said = [
        (each, domain_change_words(material.card, each.score)[0]) for each in material.known_domains
    ]
    rows = tuple(_row(each, (change,)) for each, change in said if change)
    return (
        Table(tr("What would change each level"), columns, rows, look="working") if rows else None
    )


def grounds_of_all(material: Material) -> Table:
    """What the answers of each domain rest on, and what would make them better founded."""
    columns = (
        Column(tr("Domain"), 36),
        Column(tr("What the answers are based on"), 54),
        Column(tr("What would help"), 80),
    )
    rows = tuple(
        _row(
            each,
            (confidence_sentence(found, views=material.views, apart=False),),
            (raise_sentence(material.bank, found) or quiet(tr("nothing more")),),
        )
        for each, found in material.founded
    )
    return Table(tr("How sure the answers are"), columns, rows, look="close")


def places_of_all(material: Material) -> Table | None:
    """Why each suggested action stands where it stands, part by part of the one order."""
    columns: tuple[Column, ...] = (
        Column(tr("No."), 9),
        Column(tr("Action"), 60),
        Column(tr("Standing"), 26),
        Column(tr("Steps before"), 13, right=True),
        Column(tr("Gap × importance"), 21, right=True),
        Column(tr("Effort"), 11, right=True),
        Column(tr("Firm, or depends on"), 30),
    )
    rows = tuple(_place(material, each) for each in material.card.suggestions)
    if not rows:
        return None
    if material.options.large:
        columns, rows = (*columns[:2], Column(tr("Place"), 102)), tuple(map(_in_a_line, rows))
    return Table(tr("The place of every action"), columns, rows, header=1, look="close")


def _name(row: DomainRow) -> Words:
    return (bold(f"{row.number} {row.short_name}"),)


def _row(row: DomainRow, *cells: tuple[Words, ...]) -> Row:
    return Row((Cell((_name(row),)), *map(Cell, cells)))


def _unbroken(sums: str) -> str:
    """A sum that breaks over lines between its parts alone."""
    return sums.replace(" × ", "\N{NO-BREAK SPACE}×\N{NO-BREAK SPACE}")


def _in_two(sums: str) -> str:
    """A sum that breaks before its division alone."""
    return " ÷\N{NO-BREAK SPACE}".join(map(together, sums.split(" ÷ ")))


def _rounded(exactly: str, shown: str) -> str:
    """A figure as it is, and as it is shown, where the two differ."""
    return shown if exactly == shown else tr("{n}, rounded {shown}").format(n=exactly, shown=shown)


def _none() -> Cell:
    return Cell((quiet(tr("none")),))


def _answers(material: Material, score: DomainScore) -> Iterator[str]:
    """Each answer as "WEL-1: 2", with its weight where that is not 1."""
    bank = material.bank
    for each in score.inputs:
        level = each.level
        said = words.choice_words(bank, each.choice).lower() if level is None else str(level)
        form = "{key}: {answer}" if each.weight == 1 else tr("{key}: {answer}, weight {n}")
        yield form.format(key=each.indicator, answer=said, n=each.weight)


def _level_row(name: tuple[Words, ...], steps: LevelSteps | None, level: Sequence[Words]) -> Row:
    if steps is None:
        nothing = Cell((quiet(tr("none known")),))
        return Row((Cell(name), nothing, *(_none() for _ in range(len(LEVELS) + 1))))
    reached: Iterator[Words] = (
        (Run(reached_words(steps, each), bold=each <= steps.by_share),) for each in LEVELS[1:]
    )
    floor = tr("{lowest}, so {most}").format(lowest=steps.lowest, most=steps.allowed)
    cells = (*reached, str(steps.by_share), floor)
    return Row((Cell(name), *(Cell((each,)) for each in cells), Cell(tuple(level))))


def _level(score: DomainScore) -> tuple[Words, ...]:
    """The level that is shown, or why none is."""
    if score.provisional:
        return ((bold(str(score.level)),), tr("provisional"))
    if score.level is not None:
        return ((bold(str(score.level)),),)
    said = {"answers": tr("answers only"), "range": tr("range only")}
    return (said.get(score.shown, tr("not relevant")),)


def _index_cells(material: Material, row: DomainRow) -> tuple[tuple[Words, ...], ...]:
    """Each sum with what is shown of it; both ends are the index where nothing is unknown."""
    found: list[tuple[Words, ...]] = []
    for each in sum_rows(material.card, row.code):
        sums, _, value = each.sum.partition(" = ")
        # A share is short enough without, and what is shown may be all of it.
        exactly = _rounded(value, "") if found and value != each.shown else ""
        found.append((_in_two(sums), (Run(exactly), bold(each.shown))))
    if not found:
        return ((quiet(tr("not relevant")),), *(_none().words for _ in range(3)))
    if row.score.index is None:
        found.insert(1, (quiet(tr("none known")),))
    if not row.score.unknown_weight:
        found[2:] = [(quiet(tr("the same")),)] * 2
    return tuple(found)


def _in_a_line(row: Row) -> Row:
    """The parts of the key in one line, as each would take a line of its own in large print."""
    number, action, standing, before, gap, effort, firm = row.cells
    if gap.words[0] == quiet(tr("none")):
        return Row((number, action, standing))
    said = tr(
        "{standing}; steps before: {before}; gap × importance: {gap}; effort {effort}; {firm}"
    ).format(
        standing=standing.words[0],
        before=before.words[0],
        gap=gap.words[0],
        effort=effort.words[0],
        firm=firm.words[0]
        if firm.words[0] == tr("firm")
        else tr("depends on {questions}").format(questions=firm.words[0]),
    )
    return Row((number, action, Cell((said,))))


def _depends_on(ids: Sequence[str]) -> str:
    """The questions whose answers could move an action; of many the first few and how many more."""
    named = list(ids[:_MOST_NAMED])
    if len(ids) > len(named):
        others = len(ids) - len(named)
        named.append(trn("{n} other", "{n} others", others))
    return ", ".join(named)


def _place(material: Material, each: Suggestion) -> Row:
    """The parts of the sort key, as its working gives them."""
    working = material.card.priority_working(each)
    standing = next((step.name for step in working.steps[:3] if step.value is True), tr("Other"))
    gap = tr("{n} × {importance} = {product}").format(
        n=each.gap, importance=each.importance, product=each.gap * each.importance
    )
    said: tuple[Words, ...]
    if each.role == "open":
        apart = tr("{standing}; views differ").format(standing=standing)
        said = apart if each.talk_first else standing, str(each.depth), gap, str(each.action.effort)
    else:
        said = working.rule, *(quiet(tr("none")) for _ in range(3))
    firm = tr("firm") if each.firm else _depends_on(each.depends_on)
    cells = (shown(working.result, working.unit), each.action.title, *said, firm)
    return Row(tuple(Cell((part,)) for part in cells))
