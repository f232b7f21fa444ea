"""A level's text is whole at every text size and every width."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QColor, QImage

from nttp_readiness.presentation.words.level_texts import LevelWords
from nttp_readiness.ui.widgets.fields.answer_card import Chip, LevelCard
from nttp_readiness.ui.widgets.fields.answer_group import AnswerGroup
from nttp_readiness.ui.widgets.scroll_column import ScrollColumn

LONG = (
    "In some teams something has been paused, staggered or dropped. Someone keeps one calendar of"
    " all planned change, and it is trauma-informed."
)
WIDTHS = (320, 360, 420, 527, 528, 529, 624, 736, 900)
SIZES = (1.0, 1.25, 1.5, 2.0)


def ink_box(widget, width, height):
    """How far to the right and down something is painted, the edge of the card left out."""
    widget.resize(width, height)
    grey = widget.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    ground = bytes([QColor(grey.pixelColor(width - 8, height - 8)).lightness()])
    lines = (bytes(grey.constScanLine(y)[5 : width - 5]) for y in range(5, height - 5))
    ends = [len(line.rstrip(ground)) for line in lines]
    return 5 + max(ends), 5 + max(y for y, end in enumerate(ends) if end)


def is_whole(card, width):
    needed = card.heightForWidth(width)
    right, bottom = ink_box(card, width, needed + 60)
    return right < width - 8 and bottom < needed - 5


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("width", [320, 420, 528, 624, 900])
def test_a_card_is_high_enough_for_all_that_it_paints(look, width, size):
    look.set_text_size(size)
    card = LevelCard(look, 2)
    card.say(LevelWords("Developing", LONG))
    card.setChecked(True)
    assert is_whole(card, width)


def test_a_card_that_is_one_line_too_low_is_caught(look, monkeypatch):
    card = LevelCard(look, 2)
    card.say(LevelWords("Developing", LONG))
    whole = card.heightForWidth(420)
    monkeypatch.setattr(card, "heightForWidth", lambda _: whole - look.line("card"))
    assert not is_whole(card, 420)


def test_choosing_does_not_change_the_height(look):
    card = LevelCard(look, 1)
    for text in ("Short.", LONG):
        card.say(LevelWords("Exploring", text))
        for width in WIDTHS:
            card.setChecked(False)
            free = card.heightForWidth(width)
            card.setChecked(True)
            assert card.heightForWidth(width) == free


def test_a_card_of_two_lines_is_as_high_as_in_the_design(look):
    card = LevelCard(look, 1)
    card.say(
        LevelWords(
            "Exploring", "Leaders have heard from staff where the strain is and can name it. No."
        )
    )
    assert card.heightForWidth(624) == 67


@pytest.mark.parametrize("size", SIZES)
def test_in_a_page_every_card_gets_its_height_and_nothing_is_wider_than_the_view(
    look, qtbot, qapp, size
):
    look.set_text_size(size)
    page = ScrollColumn(look)
    group = AnswerGroup(look)
    group.set_choices("How much?", [LevelWords("Established", LONG)] * 5, not_relevant=True)
    page.column.addWidget(group)
    with qtbot.waitExposed(page):
        page.show()
    for width in WIDTHS:
        page.resize(width, 600)
        page.set_axis(24, look.px(624))
        qapp.processEvents()
        for answer in (*group.cards, *group.chips.values()):
            assert answer.height() >= answer.heightForWidth(answer.width())
            right = answer.mapTo(page.viewport(), QPoint(answer.width(), 0)).x()
            assert right <= page.viewport().width() - 24 + 1
        assert page.horizontalScrollBar().maximum() == 0
        assert group.cards[0].geometry().topLeft() == QPoint(0, 0)


def test_a_word_longer_than_the_card_is_broken_and_not_cut_off(look):
    card = LevelCard(look, 0)
    card.say(LevelWords("Unbreakableunbreakableunbreakable", "w" * 200))
    assert is_whole(card, 320)


def test_a_chip_wraps_where_the_row_is_narrow(look):
    look.set_text_size(2.0)
    chip = Chip(look, "R", "Not relevant to us")
    assert chip.heightForWidth(240) > chip.heightForWidth(900)


def test_a_card_says_number_name_and_description(look, face):
    card = LevelCard(look, 1)
    card.say(LevelWords("Exploring & more", "Leaders have heard."))
    said = face(card)
    assert said.role() == QAccessible.Role.RadioButton
    assert said.text(QAccessible.Text.Name) == "1 Exploring & more"
    assert said.text(QAccessible.Text.Description) == "Leaders have heard."
