import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QProgressBar

import nttp_readiness
from nttp_readiness.figures.palette import DARK, LIGHT
from nttp_readiness.ui import widgets
from nttp_readiness.ui.theme import borders
from nttp_readiness.ui.theme.look import FAMILY, TEXT_SIZES, TYPE, Look
from tests.figures.contrast import contrast


def test_the_shipped_font_is_used_and_not_one_in_its_place(look):
    assert QFontInfo(look.font("body")).family() == FAMILY
    assert QFontInfo(look.font("body_strong")).bold()


def test_the_body_font_is_as_large_as_the_design_says(look):
    assert look.em == pytest.approx(14.67, abs=0.01)
    assert [look.px(n) for n in (20, 40, 64)] == [20, 40, 64]
    assert look.line("body") == 21


def test_text_grows_in_steps_and_stops_at_both_ends(look):
    sizes = [look.factor]
    for _ in range(8):
        look.larger()
        sizes.append(look.factor)
    assert tuple(dict.fromkeys(sizes)) == TEXT_SIZES
    for _ in range(8):
        look.smaller()
    assert look.factor == 1.0


def test_at_200_percent_text_doubles_and_empty_space_does_not(look):
    look.set_text_size(2.0)
    assert look.px(20) == 40
    assert look.pad(20) == 20
    assert look.font("body").pointSizeF() == 22


def test_a_new_size_is_told_once(look, qtbot):
    heard = []
    look.changed.connect(lambda: heard.append(look.factor))
    look.set_text_size(1.5)
    assert heard == [1.5]


@pytest.mark.parametrize(("theme", "palette"), [("light", LIGHT), ("dark", DARK)])
def test_a_theme_gives_its_colours_to_the_application(look, theme, palette):
    look.set_theme(theme)
    shown = QApplication.palette()
    assert shown.color(QPalette.ColorRole.Window).name().upper() == palette["paper"]
    assert look.colour("loch").name().upper() == palette["loch"]


def test_the_system_theme_follows_the_system(look, monkeypatch):
    class Hints:
        def colorScheme(self):
            return Qt.ColorScheme.Dark

        def setColorScheme(self, scheme):
            assert scheme == Qt.ColorScheme.Unknown

    monkeypatch.setattr(look, "_hints", Hints())
    look.set_theme("system")
    assert look.dark
    assert look.colour("paper").name().upper() == DARK["paper"]


def test_a_system_that_answers_at_once_is_told_only_once(look, monkeypatch):
    class Hints:
        def setColorScheme(self, _scheme):
            look.apply()

    monkeypatch.setattr(look, "_hints", Hints())
    heard = []
    look.changed.connect(lambda: heard.append(look.theme))
    look.set_theme("dark")
    assert heard == ["dark"]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_disabled_text_and_selected_letters_stay_legible(look, theme):
    look.set_theme(theme)
    shown = QApplication.palette(QLineEdit())
    off = shown.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text).name()
    assert contrast(off, look.colour("margin").name()) >= 4.5
    ground = shown.color(QPalette.ColorRole.Highlight).name()
    assert contrast(shown.color(QPalette.ColorRole.HighlightedText).name(), ground) >= 4.5
    assert contrast(ground, look.colour("surface").name()) >= 3


def test_high_contrast_uses_only_the_pair_that_the_system_promises(look, monkeypatch):
    monkeypatch.setattr(Look, "high_contrast", property(lambda _: True))
    look.apply()
    shown = QApplication.palette()
    pair = {
        shown.color(QPalette.ColorRole.Window).name(),
        shown.color(QPalette.ColorRole.WindowText).name(),
    }
    assert {look.colour(token).name() for token in LIGHT} == pair
    grounds = {"paper", "surface", "loch_pale", "level4", "cover", "bracken_pale"}
    assert len({look.colour(token).name() for token in grounds}) == 1
    for text, ground in (("on_loch", "loch"), ("on4", "level4"), ("on_cover", "cover")):
        assert look.colour(text) != look.colour(ground)
    quiet = shown.color(QPalette.ColorRole.PlaceholderText)
    assert quiet == shown.color(QPalette.ColorRole.WindowText)


def test_every_style_of_text_on_screen_has_10_points_or_more():
    assert min(style.points for style in TYPE.values()) == 10


def test_figures_in_tables_stand_below_one_another(look):
    metrics = QFontMetricsF(look.font("table"))
    assert len({round(metrics.horizontalAdvance(n), 3) for n in "0123456789"}) == 1
    prose = QFontMetricsF(look.font("guide"))
    assert len({round(prose.horizontalAdvance(n), 3) for n in "0123456789"}) > 1


def test_the_base_of_the_window_loads_neither_documents_nor_reports():
    folder = Path(widgets.__file__).parent
    names = sorted(
        ".".join(path.relative_to(folder).with_suffix("").parts)
        for path in folder.rglob("*.py")
        if path.name != "__init__.py" and path.parent.name != "readiness"  # those show a scorecard
    )
    imports = "; ".join(f"import nttp_readiness.ui.widgets.{name}" for name in names)
    heavy = "('pydantic', 'reportlab', 'nttp_readiness.domain')"
    script = (
        f"import sys, nttp_readiness.ui.widgets.paper_style; {imports};"
        f" print([name for name in {heavy} if name in sys.modules])"
    )
    folder = Path(nttp_readiness.__file__).parent.parent
    said = subprocess.run(
        [sys.executable, "-c", script], cwd=folder, capture_output=True, text=True, check=True
    )
    assert len(names) > 20
    assert said.stdout.strip() == "[]"


def test_a_thicker_edge_lies_within_the_same_box(qapp):
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    borders.draw_box(painter, QRect(10, 10, 20, 20), 0, edge=QColor("black"), width=3)
    painter.end()
    dark = [n for n in range(40) if image.pixelColor(n, 20).red() < 128]
    assert dark == [10, 11, 12, 27, 28, 29]


def test_progress_is_as_long_as_it_says_and_never_moves_by_itself(look, qapp):
    bar = QProgressBar()
    bar.setTextVisible(False)
    bar.resize(204, 24)
    bar.setValue(50)
    image = bar.grab().toImage()
    assert image.pixelColor(90, 12) == look.colour("loch")
    assert image.pixelColor(115, 12) == look.colour("surface")
    bar.setRange(0, 0)
    assert bar.grab().toImage().pixelColor(102, 12) == look.colour("loch_pale")
