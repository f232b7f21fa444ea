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
        return f'<svg {size} aria-hidden="true">{painter.patterns}{shapes}</svg>'
    named = (
        f'<title id="{key}-name">{_safe(drawing.name)}</title>'
        f'<desc id="{key}-said">{_safe(drawing.sentence)}</desc>'
    )
    role = f'role="img" aria-labelledby="{key}-name {key}-said"'
    return f"<svg {size} {role}>{named}{painter.patterns}{shapes}</svg>"


class _Painter:
    def __init__(self, colours: Colours, key: str) -> None:
        self._colours = colours
        self._key = key
        self._hatches: dict[Hatch, str] = {}

    @property
    def patterns(self) -> str:
        """The hatches of all shapes that were painted so far."""
        if not self._hatches:
            return ""
        made = "".join(self._pattern(hatch, name) for hatch, name in self._hatches.items())
        return f"<defs>{made}</defs>"

    def shape(self, shape: Shape) -> str:
        match shape:
            case Poly():
                path = f'd="{_path(shape.points, closed=shape.closed)}"'
                stroke = self._stroke(shape.stroke, shape.width, shape.dash)
                return "".join(self._layers("path", path, shape.fill, shape.hatch, stroke))
            case Box():
                inset = shape.line / 2 if shape.stroke else 0
                radius = max(0, shape.radius - inset)
                at = (
                    f'x="{_n(shape.x + inset)}" y="{_n(shape.y + inset)}" '
                    f'width="{_n(shape.width - 2 * inset)}" '
                    f'height="{_n(shape.height - 2 * inset)}" rx="{_n(radius)}"'
                )
                stroke = self._stroke(shape.stroke, shape.line, shape.dash)
                return "".join(self._layers("rect", at, shape.fill, shape.hatch, stroke))
            case Disc():
                at = f'cx="{_n(shape.x)}" cy="{_n(shape.y)}" r="{_n(shape.radius)}"'
                stroke = self._stroke(shape.stroke, shape.line, ())
                return "".join(self._layers("circle", at, shape.fill, None, stroke))
            case Words():
                return self._words(shape)
            case _:
                assert_never(shape)

    def _layers(
        self, kind: str, at: str, fill: OptionalTone, hatch: Hatch | None, stroke: str
    ) -> Iterator[str]:
        """A shape's ground, its hatch upon it, and its edge."""
        ground = self._colours[fill] if fill else "none"
        if hatch:
            if fill:
                yield f'<{kind} {at} fill="{ground}"/>'
            name = self._hatches.setdefault(hatch, f"{self._key}-hatch{len(self._hatches)}")
            ground = f"url(#{name})"
        yield f'<{kind} {at} fill="{ground}"{stroke}/>'

    def _stroke(self, colour: OptionalTone, width: float, dash: Sequence[float]) -> str:
        if not colour or not width:
            return ""
        broken = f' stroke-dasharray="{" ".join(map(_n, dash))}"' if dash else ""
        return (
            f' stroke="{self._colours[colour]}" stroke-width="{_n(width)}" '
            f'stroke-linejoin="round"{broken}'
        )

    def _pattern(self, hatch: Hatch, name: str) -> str:
        """Lines on x + y = k * gap: one through the tile, and its ends in two corners."""
        gap, out = hatch.gap, hatch.gap / 2
        lines = (
            f"M{_n(-out)} {_n(out)}L{_n(out)} {_n(-out)}"
            f"M{_n(-out)} {_n(gap + out)}L{_n(gap + out)} {_n(-out)}"
            f"M{_n(gap - out)} {_n(gap + out)}L{_n(gap + out)} {_n(gap - out)}"
        )
        return (
            f'<pattern id="{name}" width="{_n(gap)}" height="{_n(gap)}" '
            f'patternUnits="userSpaceOnUse"><path d="{lines}" '
            f'stroke="{self._colours[hatch.colour]}" stroke-width="{_n(hatch.width)}"/></pattern>'
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
