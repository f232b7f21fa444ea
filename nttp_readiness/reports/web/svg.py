"""Paints a drawing as SVG, to stand within a web page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import assert_never

from nttp_readiness.figures.palette import Colours, OptionalTone
from nttp_readiness.figures.shapes import Box, Disc, Drawing, Hatch, Point, Poly, Shape, Words
from nttp_readiness.figures.text_width import text_width
from nttp_readiness.reports.safe_text import portable_text


def svg(drawing: Drawing, colours: Colours, *, key: str, scale: float = 1) -> str:
    """The drawing with its name and its sentence; without a sentence it is decoration.

    `key` is different for each drawing of a page; `colours` has a #RRGGBB for each token.
    """
    size = (
        f'width="{_n(drawing.width * scale)}pt" height="{_n(drawing.height * scale)}pt" '
        f'viewBox="0 0 {_n(drawing.width)} {_n(drawing.height)}"'
    )
    painter = _Painter(colours, key)
    shapes = "".join(painter.shape(each) for each in drawing.shapes)
    if not drawing.sentence:
        return f'<svg {size} aria-hidden="true">{shapes}</svg>'
    named = (
        f'<title id="{key}-name">{_safe(drawing.name)}</title>'
        f'<desc id="{key}-said">{_safe(drawing.sentence)}</desc>'
    )
    role = f'role="img" aria-labelledby="{key}-name {key}-said"'
    return f"<svg {size} {role}>{named}{shapes}</svg>"


Extent = tuple[float, float, float, float]
"""The least and greatest x and y of a shape: left, upper, right, lower."""


class _Painter:
    def __init__(self, colours: Colours, key: str) -> None:
        self._colours = colours
        self._key = key
        self._clips = 0

    def shape(self, shape: Shape) -> str:
        match shape:
            case Poly():
                path = f'd="{_path(shape.points, closed=shape.closed)}"'
                stroke = self._stroke(shape.stroke, shape.width, shape.dash)
                xs, ys = zip(*shape.points, strict=True)
                extent = (min(xs), min(ys), max(xs), max(ys))
                return "".join(self._layers("path", path, shape.fill, stroke, shape.hatch, extent))
            case Box():
                inset = shape.line / 2 if shape.stroke else 0
                radius = max(0, shape.radius - inset)
                at = (
                    f'x="{_n(shape.x + inset)}" y="{_n(shape.y + inset)}" '
                    f'width="{_n(shape.width - 2 * inset)}" '
                    f'height="{_n(shape.height - 2 * inset)}" rx="{_n(radius)}"'
                )
                stroke = self._stroke(shape.stroke, shape.line, shape.dash)
                extent = (shape.x, shape.y, shape.x + shape.width, shape.y + shape.height)
                return "".join(self._layers("rect", at, shape.fill, stroke, shape.hatch, extent))
            case Disc():
                at = f'cx="{_n(shape.x)}" cy="{_n(shape.y)}" r="{_n(shape.radius)}"'
                stroke = self._stroke(shape.stroke, shape.line, ())
                return "".join(self._layers("circle", at, shape.fill, stroke))
            case Words():
                return self._words(shape)
            case _:
                assert_never(shape)

    def _layers(
        self,
        kind: str,
        at: str,
        fill: OptionalTone,
        stroke: str,
        hatch: Hatch | None = None,
        extent: Extent = (0, 0, 0, 0),
    ) -> Iterator[str]:
        """A shape's ground, its hatch upon it, and its edge."""
        ground = self._colours[fill] if fill else "none"
        if hatch:
            if fill:
                yield f'<{kind} {at} fill="{ground}"/>'
            yield self._hatch(f"<{kind} {at}/>", hatch, extent)
            ground = "none"
        yield f'<{kind} {at} fill="{ground}"{stroke}/>'

    def _stroke(self, colour: OptionalTone, width: float, dash: Sequence[float]) -> str:
        if not colour or not width:
            return ""
        broken = f' stroke-dasharray="{" ".join(map(_n, dash))}"' if dash else ""
        return (
            f' stroke="{self._colours[colour]}" stroke-width="{_n(width)}" '
            f'stroke-linejoin="round"{broken}'
        )

    def _hatch(self, outline: str, hatch: Hatch, extent: Extent) -> str:
        """Its lines, cut off at the outline. A pattern would be the same on a screen, and a picture
        of many megabytes in what a browser prints.
        """
        self._clips += 1
        name = f"{self._key}-clip{self._clips}"
        lines = "".join(
            f"M{_n(x)} {_n(y)}L{_n(to)} {_n(up)}" for (x, y), (to, up) in hatch.lines(*extent)
        )
        return (
            f'<clipPath id="{name}">{outline}</clipPath>'
            f'<path d="{lines}" clip-path="url(#{name})" fill="none" '
            f'stroke="{self._colours[hatch.colour]}" stroke-width="{_n(hatch.width)}"/>'
        )

    def _words(self, words: Words) -> str:
        plate = ""
        if words.halo:
            wide = text_width(words.text, words.size, words.bold)
            left = words.x - {"start": 0, "middle": wide / 2, "end": wide}[words.anchor]
            plate = (
                f'<rect x="{_n(left - 0.4 * words.size)}" y="{_n(words.y - words.size)}" '
                f'width="{_n(wide + 0.8 * words.size)}" height="{_n(1.33 * words.size)}" '
                f'fill="{self._colours[words.halo]}"/>'
            )
        weight = ' font-weight="700"' if words.bold else ""
        return (
            f'{plate}<text x="{_n(words.x)}" y="{_n(words.y)}" font-size="{_n(words.size)}" '
            f'text-anchor="{words.anchor}" fill="{self._colours[words.colour]}"{weight}>'
            f"{_safe(words.text)}</text>"
        )


def _path(points: Sequence[Point], *, closed: bool) -> str:
    steps = "L".join(f"{_n(x)} {_n(y)}" for x, y in points)
    return f"M{steps}{'Z' if closed else ''}"


def _n(number: float) -> str:
    """A number in as few characters as a hundredth of a point needs."""
    return f"{number:.2f}".rstrip("0").rstrip(".")


def _safe(text: str) -> str:
    return escape(portable_text(text))
