"""A colour, an icon and a type style are named by type, and each name has what it stands for."""

from typing import get_args

import pytest
from PySide6.QtWidgets import QApplication

from nttp_readiness.figures import icons, palette
from nttp_readiness.ui.theme import look
from nttp_readiness.ui.theme.painting import icon_path

PALETTES = [palette.LIGHT, palette.DARK]
ON_PAPER = [palette.PAPER, palette.GREY]


@pytest.mark.parametrize("colours", PALETTES)
def test_each_theme_has_every_colour_and_no_other(colours: dict[palette.Tone, str]) -> None:
    assert tuple(colours) == get_args(palette.Tone)


@pytest.mark.parametrize("colours", ON_PAPER)
def test_paper_has_no_colour_of_another_name(colours: dict[palette.PaperTone, str]) -> None:
    assert set(colours) - set(get_args(palette.Tone)) == {"wash"}


def test_each_icon_is_drawn_and_only_those() -> None:
    assert tuple(icons.ICONS) == get_args(icons.Glyph)
    assert set(icons.SOLID) <= set(icons.ICONS)


def test_mypy_finds_a_misspelt_name(qapp: QApplication) -> None:
    """Mypy calls a comment that silences nothing an error: so it is held to finding these."""
    shown = look.Look(qapp)
    with pytest.raises(KeyError):
        shown.colour("lcoh")  # type: ignore[arg-type]
    with pytest.raises(KeyError):
        shown.font("bdoy")  # type: ignore[arg-type]
    with pytest.raises(KeyError):
        icon_path("pasue")  # type: ignore[arg-type]


def test_each_type_style_has_its_measures_and_only_those() -> None:
    assert tuple(look.TYPE) == get_args(look.TextKind)
