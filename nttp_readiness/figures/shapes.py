"""A picture as a value: shapes with token colours, a name, a sentence and a table.

Units are points (1/72 inch) on paper and logical pixels at 100 % text on screen; y grows downwards.
Colours are names of tokens in `palette`, so that one drawing serves light, dark, print and grey.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from nttp_readiness.figures.palette import OptionalTone, Tone
from nttp_readiness.values import dataclass

Anchor = Literal["start", "middle", "end"]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Hatch:
    """Lines at 45 degrees that rise to the right, `gap` apart along the horizontal.

    They lie on x + y = k * gap of the drawing, so that they run on from one shape to the next.
    """

    colour: Tone
    gap: float
    width: float

    def lines(
        self, left: float, upper: float, right: float, lower: float
    ) -> Iterator[tuple[Point, Point]]:
        """All its lines that cross that part of the drawing, from its lower to its upper edge; at
        either side they reach beyond it.
        """
        first = int((left + upper) // self.gap)
        last = int((right + lower) // self.gap) + 1
        for place in range(first, last + 1):
            on = place * self.gap
            yield (on - lower, lower), (on - upper, upper)


@dataclass(frozen=True, slots=True)
class Poly:
    """A polygon or, where it is not closed, a line of straight pieces.

    The stroke runs along the points, joins round and ends flat. `dash` is on and off in units.
    """

    points: tuple[Point, ...]
    fill: OptionalTone = ""
    stroke: OptionalTone = ""
    width: float = 1
    closed: bool = True
    hatch: Hatch | None = None
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle that a painter puts on whole device pixels; `radius` rounds its corners.

    Its edge lies wholly inside it, so that a thicker edge moves nothing.
    """

    x: float
    y: float
    width: float
    height: float
    fill: OptionalTone = ""
    stroke: OptionalTone = ""
    line: float = 1
    radius: float = 0
    hatch: Hatch | None = None
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle about (x, y); its edge runs along the rim, half inside and half outside."""

    x: float
    y: float
    radius: float
    fill: OptionalTone = ""
    stroke: OptionalTone = ""
    line: float = 1


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text. `y` is its base line; `halo` names the colour of a plate behind it.

    The plate reaches 0.4 of the size beyond each end, 1 above the base line and 0.33 below.
    """

    x: float
    y: float
    text: str
    size: float
    colour: Tone = "ink"
    bold: bool = False
    anchor: Anchor = "start"
    halo: OptionalTone = ""


Shape = Poly | Box | Disc | Words


@dataclass(frozen=True, slots=True)
class Spot:
    """A part of a drawing that can be pointed at: its outline, its key and what it says."""

    key: str
    outline: tuple[Point, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """`sentence` is the alternative text; `table` says the same in rows, headings first."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    name: str
    sentence: str
    table: tuple[tuple[str, ...], ...] = ()
    spots: tuple[Spot, ...] = ()

    @property
    def corners(self) -> tuple[Point, ...]:
        """The outline of the whole of it: a spot with it is the drawing itself."""
        wide, high = self.width, self.height
        return (0, 0), (wide, 0), (wide, high), (0, high)
