"""The plan in two pictures, on paper: by what drives our aim, and by effort and impact.

They stand in a form of their own: a driver diagram goes into papers and on to walls by itself,
and the plan says the same in its own order.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from nttp_readiness.domain.scorecard import Scorecard
from nttp_readiness.figures import drivers, effort_impact
from nttp_readiness.figures.arcs import MM
from nttp_readiness.figures.shapes import Drawing
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.plan import plan_pictures, planning
from nttp_readiness.presentation.plan.plan_material import Material, Options, or_quiet
from nttp_readiness.presentation.plan.planning import PlanRow
from nttp_readiness.presentation.words.blocks import (
    Block,
    Cell,
    Column,
    Figure,
    Heading,
    Paragraph,
    Report,
    Row,
    Table,
)
from nttp_readiness.presentation.words.owners import without_names
from nttp_readiness.values import replace

_WIDTH = 170 * MM
_HIGHEST = 214 * MM
"""What a picture may take of a page, below its heading and its words."""
_WIDTHS = {"drivers": (10, 66, 42, 27, 25), "effort": (10, 72, 24, 48, 16)}


def plan_views(card: Scorecard, today: dt.date, options: Options | None = None) -> Report:
    """Both views, each with the table that says the same; in large print the tables alone.

    Without scores there are no levels, and no effort beside impact: impact is the distance of an
    answer from its target.
    """
    material = Material(card, today, options or Options())
    profile = material.assessment.profile
    rows = planning.in_order(material.assessment, material.plan, today)
    if not material.names:
        rows = without_names(rows, material.assessment)  # before a name is broken into two lines
    effort = _effort(material, rows) if material.scores else ()
    title = _title(material, both=bool(effort))
    report = Report(
        title=f"{material.who}: {title[0].lower()}{title[1:]}",
        author=profile.organisation or profile.title,
        language=material.bank.language,
        blocks=(*_drivers(material, rows), *effort) or _nothing(material),
        header_left=tuple(dict.fromkeys((material.who, profile.title))),
        header_right=tr("Plan, {dated}").format(dated=material.dated),
        footer_left=material.disclaimer,
        subject=material.bank.title,
    )
    return report if material.names else without_names(report, material.assessment)


def _title(material: Material, *, both: bool) -> str:
    """What it is: in large print it has no pictures."""
    if material.options.large:
        return tr("Our plan in two tables") if both else tr("Our plan as a table")
    return tr("Our plan in two pictures") if both else tr("Our plan as a picture")


def _nothing(material: Material) -> tuple[Block, ...]:
    return (
        Heading(1, _title(material, both=False), look="section"),
        Paragraph(tr("Nothing is in the plan yet."), look="lead"),
    )


def _drivers(material: Material, rows: Sequence[PlanRow]) -> tuple[Block, ...]:
    """The driver diagram, on so many pages that it can be read."""
    whole = _diagram(material, rows)
    if not whole.table[1:]:
        return ()
    said = plan_pictures.view_words(material.plan, "drivers")
    pictures = () if material.options.large else _in_parts(material, rows)
    return (
        Heading(1, tr("What drives our aim"), look="section"),
        Paragraph(said.about, look="lead"),
        *(Figure(each) for each in pictures),
        *_waiting(said.waiting),
        _drivers_table(material, whole, rows),
    )


def _drivers_table(material: Material, whole: Drawing, rows: Sequence[PlanRow]) -> Table:
    """Every action of the diagram with its driver; how far it is stands there in any case."""
    states = {row.number: plan_pictures.state_words(row) for row in rows}
    driver, level, number, action, state = whole.table[0]
    table: list[tuple[str, ...]] = [(number, action, driver, level, state)]
    table += [(row[2], row[3], row[0], row[1], states[row[2]]) for row in whole.table[1:]]
    widths: tuple[int, ...] = _WIDTHS["drivers"]
    if not material.scores:
        table = [(*row[:3], *row[4:]) for row in table]
        widths = (*widths[:2], widths[2] + widths[3], widths[4])
    return _table(tr("Drivers of our plan"), table, widths)


def _effort(material: Material, rows: Sequence[PlanRow]) -> tuple[Block, ...]:
    drawing = plan_pictures.effort_picture(material.plan, rows, effort_impact.PAPER, _WIDTH)
    if not drawing.table[1:]:
        return ()
    said = plan_pictures.view_words(material.plan, "effort")
    picture: tuple[Block, ...] = (Figure(drawing),)
    if material.options.large:
        picture = ()
    elif drawing.height > _HIGHEST:
        picture = (Paragraph(tr("There are too many actions for a picture that can be read.")),)
    return (
        Heading(1, said.title, look="section"),
        Paragraph(said.about),
        *picture,
        _table(said.title, drawing.table, _WIDTHS["effort"]),
    )


def _diagram(material: Material, rows: Sequence[PlanRow]) -> Drawing:
    return plan_pictures.driver_diagram(
        material.standing, material.assessment, material.plan, rows, "domains", drivers.PAPER,
        _WIDTH, brief=True, levels=material.scores,
    )  # fmt: skip


def _in_parts(material: Material, rows: Sequence[PlanRow]) -> list[Drawing]:
    """The diagram, halved by its drivers and then by its actions until each part can be read."""
    drawing = _diagram(material, rows)
    if drawing.height <= _HIGHEST:
        return [drawing]
    order = [str(row[2]) for row in drawing.table[1:]]
    if len(order) < 2:
        return [drawing]
    half = _middle([row[0] for row in drawing.table[1:]])
    first = set(order[:half])
    parts = (
        [replace(row, number="") if (row.number in first) != keep else row for row in rows]
        for keep in (True, False)
    )
    return [each for part in parts for each in _in_parts(material, part)]


def _middle(names: Sequence[str]) -> int:
    """Where to part them: between two drivers nearest to the middle, else in the middle."""
    half = len(names) // 2
    edges = [n for n in range(1, len(names)) if names[n] != names[n - 1]]
    return min(edges, key=lambda n: abs(n - half)) if edges else half


def _waiting(said: str) -> tuple[Block, ...]:
    return (Paragraph(said, look="source"),) if said else ()


def _table(caption: str, table: Sequence[Sequence[str]], widths: Sequence[int]) -> Table:
    heads, *rows = table
    name = heads.index(tr("Action"))
    return Table(
        caption,
        tuple(Column(title, width) for title, width in zip(heads, widths, strict=True)),
        tuple(Row(tuple(Cell((or_quiet(text, tr("none")),)) for text in row)) for row in rows),
        header=name,
        look="close",
    )
