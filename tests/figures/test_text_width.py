"""Widths come from a shipped table and are those that paper sets."""

import importlib.util
import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nttp_readiness import resources
from nttp_readiness.figures.text_width import balanced, text_width, wrap

SAMPLES = [
    "Readiness wheel",
    "Dòmhnall à Loch Ìosa, €10–£20",
    "“Not yet”, said 3 of 12…",
    "AVATAR To Way 1000",
]


@pytest.mark.parametrize("bold", [False, True], ids=["regular", "bold"])
@pytest.mark.parametrize("text", SAMPLES)
def test_a_width_is_the_one_that_the_pdf_uses(text, bold):
    from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
    from reportlab.pdfbase.ttfonts import TTFont

    name = f"Widths{bold}"
    registerFont(TTFont(name, str(resources.font(bold))))
    assert text_width(text, 11, bold) == pytest.approx(stringWidth(text, name, 11), rel=1e-4)


def test_the_table_was_made_from_the_fonts_that_are_shipped():
    folder = resources.assets() / "fonts"
    spec = importlib.util.spec_from_file_location("make_widths", folder / "make_widths.py")
    maker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maker)
    assert json.loads(maker.table()) == json.loads((folder / "widths.json").read_text("utf-8"))


def test_measuring_needs_neither_qt_nor_reportlab():
    code = (
        "import sys; from nttp_readiness.figures import text_width as t, wheel, strip, stages,"
        " stones, dumbbells, distribution, emblem, icons, palette; t.text_width('a', 1, False);"
        "print({m.split('.')[0] for m in sys.modules} & {'PySide6', 'reportlab', 'pydantic'})"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"


def test_lines_break_at_spaces_and_after_a_words_own_hyphen():
    assert wrap("a trauma-informed service", 10, False, 50) == ("a trauma-", "informed", "service")


def test_a_range_of_figures_is_not_broken_at_its_hyphen():
    assert wrap("from 10-12", 10, False, 40) == ("from", "10-12")


def test_a_word_breaks_inside_only_where_even_its_part_is_too_wide():
    lines = wrap("Dhòmhnaill-Featherstonehaugh", 10, True, 62)
    assert lines[0] == "Dhòmhnaill-"
    assert "".join(lines) == "Dhòmhnaill-Featherstonehaugh"
    assert len(lines) == 3


def test_line_breaks_of_the_text_stay():
    assert wrap("one\n\ntwo", 10, False, 100) == ("one", "", "two")


def test_a_label_is_balanced_in_as_few_lines_as_it_needs():
    assert wrap("Policies and places", 13, False, 83) == ("Policies and", "places")
    assert balanced("Policies and places", 13, False, 83) == ("Policies", "and places")


@given(st.text(alphabet="abé -\n1", max_size=60), st.floats(4, 200))
def test_wrapping_loses_nothing_and_stays_within_the_width(text, width):
    lines = wrap(text, 10, False, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "").replace("\n", "")
    assert all(len(line) <= 1 or text_width(line, 10, False) <= width for line in lines)
