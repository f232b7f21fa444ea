"""The figures of a printed plan, drawn from the scorecard, and the key that explains them."""

from __future__ import annotations

from nttp_readiness.domain.bank.scale import share
from nttp_readiness.domain.readiness.scoring import DomainScore
from nttp_readiness.figures import wheel as wheels
from nttp_readiness.figures.cells import LARGE_CELLS, PAPER_CELLS
from nttp_readiness.figures.geometry import moved, whisker
from nttp_readiness.figures.shapes import Drawing
from nttp_readiness.figures.strip import (
    NARROW_LARGE_UPRIGHT,
    NARROW_UPRIGHT,
    PAPER,
    Reach,
    strip,
    upright_strip,
)
from nttp_readiness.figures.wheel_key import PAPER_KEY, key_items
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.plan.plan_material import Material, bold
from nttp_readiness.presentation.readiness import pictures
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.blocks import (
    Block,
    Figure,
    Heading,
    Item,
    Keep,
    Listing,
    Paragraph,
    Run,
)


def wheel_of(material: Material) -> Figure | None:
    """The wheel, where there are as many domains as it can show."""
    domains = material.standing.domains
    if material.options.large:
        drawing = pictures.wheel(domains, wheels.LARGE)
        return Figure(drawing) if drawing else None
    drawing = pictures.wheel(domains, wheels.PAPER)
    return Figure(drawing, pictures.wheel(domains, wheels.NARROW)) if drawing else None


def strip_of(material: Material, score: DomainScore, name: str) -> Figure | None:
    """The strip of a domain, where anything can be said of its level."""
    reach = pictures.reach_of(score)
    return _drawn(material, name, reach) if reach else None


def key_to_figures(material: Material) -> tuple[Block, ...]:
    """How to read the figures: a sample strip, and each pattern and mark named in words."""
    full = words.percent(share(material.bank.thresholds.shown_from))
    named = (
        (tr("Solid"), tr("reached even if every unknown answer turned out to be 0.")),
        (tr("Hatched"), tr("possible, depending on the answers we do not know yet.")),
        (
            tr("Thick edge and a number"),
            tr(
                "our level. A broken edge means provisional: less than {share} of the weight is "
                "known."
            ).format(share=full),
        ),
        (tr("Filled diamond"), tr("a foundation that keeps us at this stage.")),
        (tr("Open diamond with a question mark"), tr("a foundation that we do not know yet.")),
        (tr("Dot"), tr("a foundation at level 2 or more.")),
        (tr("Line with two ends"), tr("the range, from the lowest to the highest possible level.")),
    )
    items = tuple(
        Item((bold(f"{name}: "), Run(said)), drawing=drawing)
        for (name, said), drawing in zip(named, _samples(large=material.options.large), strict=True)
    )
    sample = _drawn(material, tr("an example"), Reach(2, 0, 2, provisional=True))
    said = tr(
        "A level says what we could show a visitor today. Where an answer is not known, we show"
        " how far the level could move. An unknown answer never counts as zero."
    )
    return (
        Keep((Heading(2, tr("How to read the figures")), Paragraph(said), sample)),
        Listing(items),
    )


def _samples(*, large: bool) -> list[Drawing]:
    """The samples of the wheel's key, then a range: each in a drawing as wide as the widest."""
    key = (wheels.LARGE if large else wheels.PAPER).key or PAPER_KEY
    cells = LARGE_CELLS if large else PAPER_CELLS
    made = [(each.shapes, each.width) for each in key_items(cells, key, marks=True)]
    width, high = key.sample[0], max(key.sample[1], 2 * key.mark)
    made.append((whisker((0, 0), (width, 0), (0, high / 4), 1.3), width))
    edge = key.frame
    return [
        Drawing(
            width + 2 * edge,
            high + 2 * edge,
            moved(shapes, edge + (width - own) / 2, edge + high / 2),
            tr("Sample"),
            "",
        )
        for shapes, own in made
    ]


def _drawn(material: Material, name: str, reach: Reach) -> Figure:
    names = [each.name for each in material.bank.levels]
    if material.options.large:
        narrow = upright_strip(name, reach, names, NARROW_LARGE_UPRIGHT)
        return Figure(upright_strip(name, reach, names), narrow)
    narrow = upright_strip(name, reach, names, NARROW_UPRIGHT)
    return Figure(strip(name, reach, names, PAPER), narrow)
