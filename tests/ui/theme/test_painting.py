"""Figures and icons on screen: crisp at every scaling, in the colours of the moment."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontDatabase, QImage, QPainter

from nttp_readiness import resources
from nttp_readiness.figures.icons import ICONS, SOLID
from nttp_readiness.figures.palette import DARK, LIGHT
from nttp_readiness.figures.shapes import Box, Disc, Drawing, Hatch, Poly, Words
from nttp_readiness.figures.text_width import text_width
from nttp_readiness.ui.theme.painting import draw_icon, hatch_tile, icon_path, paint_drawing

SCALINGS = [1, 1.25, 1.5, 1.75, 2]


@pytest.fixture
def family(qapp):
    for bold in (False, True):
        added = QFontDatabase.addApplicationFont(str(resources.screen_font(bold)))
    return QFontDatabase.applicationFontFamilies(added)[0]


def painted(*shapes, zoom=1.0, scale=1.0, palette=LIGHT, family="", size=100, at=(0, 0)):
    drawing = Drawing(size, size, shapes, "name", "sentence")
    pixels = round(size * zoom * scale)
    image = QImage(pixels, pixels, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(zoom, zoom)
    painter.translate(*at)
    paint_drawing(painter, drawing, lambda token: QColor(palette[token]), scale, family)
    painter.end()
    return image


def row(image, y):
    return [image.pixelColor(x, y).name().upper() for x in range(image.width())]


def column(image, x):
    return [image.pixelColor(x, y).name().upper() for y in range(image.height())]


@pytest.mark.parametrize("zoom", SCALINGS)
def test_the_edge_of_a_box_is_one_clean_colour_inside_it(qapp, zoom):
    image = painted(Box(10.3, 10.3, 50, 30, stroke="ink", line=2), zoom=zoom)
    across = row(image, round(25 * zoom))
    assert set(across) == {"#FFFFFF", LIGHT["ink"]}
    assert across.count(LIGHT["ink"]) == 2 * max(1, round(2 * zoom))
    assert across.index(LIGHT["ink"]) == round(10.3 * zoom)


@pytest.mark.parametrize("zoom", SCALINGS)
def test_upright_and_level_lines_are_one_clean_colour(qapp, zoom):
    upright = Poly(((20.4, 10), (20.4, 80)), stroke="ink", width=1, closed=False)
    level = Poly(((10, 50.4), (80, 50.4)), stroke="ink", width=2, closed=False)
    image = painted(upright, level, zoom=zoom)
    assert row(image, round(30 * zoom)).count(LIGHT["ink"]) == round(zoom)
    assert set(row(image, round(30 * zoom))) == {"#FFFFFF", LIGHT["ink"]}
    assert column(image, round(60 * zoom)).count(LIGHT["ink"]) == round(2 * zoom)


@pytest.mark.parametrize("zoom", SCALINGS)
def test_hatching_repeats_in_whole_device_pixels(qapp, zoom):
    box = Box(0, 0, 90, 90, "surface", hatch=Hatch("loch", 8.5, 1.25))
    image = painted(box, zoom=zoom)
    across = row(image, round(40 * zoom))[: round(88 * zoom)]
    period = round(8.5 * zoom)
    assert len(set(across)) > 1
    assert across[:-period] == across[period:]


def test_a_period_that_is_one_pixel_off_would_be_found(qapp):
    across = row(painted(Box(0, 0, 90, 90, "surface", hatch=Hatch("loch", 9, 1.25))), 40)[:88]
    assert across[:-9] == across[9:]
    assert across[:-8] != across[8:]


def test_hatching_rises_to_the_right_and_runs_on_from_shape_to_shape(qapp):
    hatch = Hatch("ink", 20, 2)
    image = painted(Box(0, 0, 47, 90, hatch=hatch), Box(47, 0, 43, 90, hatch=hatch))
    for x, y in ((10, 30), (30, 10), (55, 25), (70, 50)):
        assert image.pixelColor(x, y).lightness() < 128, (x, y)
        assert image.pixelColor(x + 10, y).lightness() > 200, (x, y)


def test_hatching_begins_at_the_drawings_corner_wherever_that_lies(qapp):
    box = Box(0, 0, 60, 60, hatch=Hatch("ink", 20, 2))
    here, there = painted(box), painted(box, at=(13, 7))
    assert here.copy(0, 0, 60, 60) == there.copy(13, 7, 60, 60)


def test_hairlines_stay_and_everything_wider_grows_with_the_text(qapp):
    def width(line, scale):
        image = painted(Box(10, 10, 60, 60, stroke="ink", line=line), scale=scale)
        return row(image, 40).count(LIGHT["ink"]) / 2

    assert (width(1, 1), width(1, 2)) == (1, 1)
    assert (width(3, 1), width(3, 2)) == (3, 6)


def test_colours_are_asked_for_when_painting(qapp):
    box = Box(0, 0, 50, 50, "paper")
    assert painted(box).pixelColor(20, 20).name().upper() == LIGHT["paper"]
    assert painted(box, palette=DARK).pixelColor(20, 20).name().upper() == DARK["paper"]


def test_a_disc_fills_its_circle_and_its_edge_runs_along_the_rim(qapp):
    image = painted(Disc(50, 50, 20, "loch", "ink", 4))
    assert image.pixelColor(50, 50).name().upper() == LIGHT["loch"]
    for x, y in ((30, 50), (70, 49), (50, 31), (49, 69)):
        assert image.pixelColor(x, y).name().upper() == LIGHT["ink"]


def test_an_open_line_is_not_closed_and_a_broken_one_has_gaps(qapp):
    corner = ((10.0, 10.0), (80.0, 10.0), (80.0, 80.0))
    image = painted(Poly(corner, stroke="ink", width=3, closed=False))
    assert image.pixelColor(45, 45).name() == "#ffffff"
    broken = painted(Poly(((10, 50), (90, 50)), stroke="ink", width=2, closed=False, dash=(6, 4)))
    assert row(broken, 50).count(LIGHT["ink"]) == 48


def dark_span(image):
    dark = [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y).lightness() < 140 for y in range(image.height()))
    ]
    return dark[0], dark[-1]


@pytest.mark.parametrize("bold", [False, True], ids=["regular", "bold"])
def test_text_is_as_wide_as_the_table_of_widths_says(family, bold):
    wide = text_width("Hill Haven", 20, bold)
    image = painted(Words(10, 50, "Hill Haven", 20, bold=bold), zoom=4, family=family, size=140)
    left, right = dark_span(image)
    assert (right - left) / 4 == pytest.approx(wide, abs=4)


def test_text_stands_at_its_point_as_its_anchor_says(family):
    def span(anchor):
        return dark_span(painted(Words(70, 50, "HHH", 20, anchor=anchor), family=family, size=140))

    wide = text_width("HHH", 20, False)
    assert span("start")[0] == pytest.approx(70, abs=3)
    assert span("end")[1] == pytest.approx(70, abs=3)
    assert sum(span("middle")) / 2 == pytest.approx(70, abs=1.5)
    assert span("start")[1] - span("start")[0] == pytest.approx(wide, abs=6)


def test_a_fraction_of_a_size_is_kept(family):
    def wide(size):
        words = Words(2, 50, "HHHHHHHHHH", size)
        left, right = dark_span(painted(words, zoom=4, family=family, size=140))
        return right - left

    assert wide(13.2) < wide(13.4) < wide(13.6)


def test_a_halo_puts_a_plate_behind_the_text(family):
    ground = Box(0, 0, 100, 100, "ink")
    image = painted(ground, Words(50, 50, "2", 20, "ink", anchor="middle", halo="surface"),
                    family=family)  # fmt: skip
    assert image.pixelColor(40, 44).name() == "#ffffff"
    assert image.pixelColor(20, 44).name().upper() == LIGHT["ink"]


def test_painting_leaves_the_painter_as_it_was(qapp):
    image = QImage(50, 50, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    before = painter.pen(), painter.brush(), painter.transform(), painter.renderHints()
    drawing = Drawing(50, 50, (Box(1, 1, 9, 9, "ink", "line"),), "", "")
    paint_drawing(painter, drawing, lambda token: QColor(LIGHT[token]), 1.0, "")
    draw_icon(painter, "half", QRectF(0, 0, 20, 20), QColor("red"))
    assert (painter.pen(), painter.brush(), painter.transform(), painter.renderHints()) == before
    painter.end()


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_lies_within_its_box_and_leaves_room_for_its_line(qapp, name):
    bounds = icon_path(name).boundingRect()
    assert QRectF(0.8, 0.8, 18.4, 18.4).contains(bounds) or bounds.isEmpty()


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_is_drawn_in_one_colour_in_its_box(qapp, name):
    image = QImage(60, 60, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    draw_icon(painter, name, QRectF(10, 10, 40, 40), QColor(LIGHT["loch"]))
    painter.end()
    inked = [(x, y) for x in range(60) for y in range(60) if image.pixelColor(x, y).alpha() == 255]
    assert inked
    assert {image.pixelColor(x, y).name().upper() for x, y in inked} == {LIGHT["loch"]}
    assert all(10 <= x < 50 and 10 <= y < 50 for x, y in inked)


def test_done_is_a_disc_whose_tick_lets_the_ground_through(qapp):
    image = QImage(80, 80, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    draw_icon(painter, "done", QRectF(0, 0, 80, 80), QColor("black"))
    painter.end()
    assert image.pixelColor(40, 20).alpha() == 255
    assert image.pixelColor(35, 50).alpha() == 0
    assert "done" in SOLID


def test_an_icon_that_does_not_exist_is_an_error(qapp):
    with pytest.raises(KeyError):
        icon_path("unicorn")  # type: ignore[arg-type] # which mypy finds


def test_a_tile_of_hatching_joins_itself_on_all_sides(qapp):
    tile = hatch_tile(QColor("black").rgba(), 12, 2.0)
    for at in range(12):
        assert tile.pixelColor(at, 11 - at).alpha() > 200
