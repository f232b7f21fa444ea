"""Write the icons of the program and of its files: a flower of six petals on the cover's colour.

Run it again after a change: python assets/icons/make_icons.py
"""

from __future__ import annotations

import math
from pathlib import Path

from PIL import Image, ImageDraw

from nttp_readiness.figures.palette import LIGHT

HERE = Path(__file__).resolve().parent
SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
FULL = 256
FINE = 8
"""Drawn so many times as large, then made smaller, which smooths the edges."""
PETALS = (1, 1, 1, 1, 0, 0)
"""Which petals are full: a part of the way is gone. It is no assessment's."""

Point = tuple[float, float]


def petals(middle: Point, radius: float) -> list[list[Point]]:
    """The outline of each petal, the first upward: longer than wide, and round at both ends."""
    shapes = []
    for place in range(len(PETALS)):
        turn = math.radians(place * 360 / len(PETALS) - 90)
        outline = []
        for step in range(48):
            around = math.radians(step * 360 / 48)
            along, aside = radius * (0.6 + 0.4 * math.cos(around)), radius * 0.23 * math.sin(around)
            outline.append(
                (
                    middle[0] + along * math.cos(turn) - aside * math.sin(turn),
                    middle[1] + along * math.sin(turn) + aside * math.cos(turn),
                )
            )
        shapes.append(outline)
    return shapes


def program(side: int) -> Image.Image:
    image, scale = blank(side)
    draw = ImageDraw.Draw(image)
    edge = FULL * scale - 1
    draw.rounded_rectangle((0, 0, edge, edge), 48 * scale, fill=LIGHT["cover"])
    paint_flower(draw, (128, 128), 104, scale, ("cover3", "on_cover"))
    return image.resize((side, side), Image.Resampling.LANCZOS)


def document(side: int) -> Image.Image:
    """A sheet with a turned corner and the flower on it."""
    image, scale = blank(side)
    draw = ImageDraw.Draw(image)
    sheet = [(36, 6), (164, 6), (220, 62), (220, 250), (36, 250)]
    corner = [(164, 6), (164, 62), (220, 62)]
    draw.polygon(
        scaled(sheet, scale), fill="#FFFFFF", outline=LIGHT["cover"], width=round(8 * scale)
    )
    draw.polygon(scaled(corner, scale), fill=LIGHT["cover_line"])
    paint_flower(draw, (128, 154), 78, scale, ("cover_line", "cover"))
    return image.resize((side, side), Image.Resampling.LANCZOS)


def blank(side: int) -> tuple[Image.Image, float]:
    large = side * FINE
    return Image.new("RGBA", (large, large), (0, 0, 0, 0)), large / FULL


def paint_flower(
    draw: ImageDraw.ImageDraw,
    middle: Point,
    radius: float,
    scale: float,
    colours: tuple[str, str],
) -> None:
    for outline, full in zip(petals(middle, radius), PETALS, strict=True):
        draw.polygon(scaled(outline, scale), fill=LIGHT[colours[full]])


def scaled(points: list[Point], scale: float) -> list[Point]:
    return [(x * scale, y * scale) for x, y in points]


def vector() -> str:
    """The program's icon for systems that draw it at any size."""
    colours = [LIGHT["on_cover" if full else "cover3"] for full in PETALS]
    shapes = "".join(
        f'<path d="M{" ".join(f"{x:.1f},{y:.1f}" for x, y in outline)}Z" fill="{colour}"/>'
        for outline, colour in zip(petals((128, 128), 104), colours, strict=True)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {FULL} {FULL}">'
        f'<rect width="{FULL}" height="{FULL}" rx="48" fill="{LIGHT["cover"]}"/>'
        f"{shapes}</svg>\n"
    )


def main() -> None:
    for name, draw in (("nttp-readiness", program), ("readiness-file", document)):
        largest, *others = [draw(side) for side in SIZES[::-1]]
        sizes = [(side, side) for side in SIZES]
        largest.save(HERE / f"{name}.ico", sizes=sizes, append_images=others)
    program(FULL).save(HERE / "nttp-readiness.png")
    (HERE / "nttp-readiness.svg").write_text(vector(), encoding="utf-8")


if __name__ == "__main__":
    main()
