import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible

from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.level_chip import LevelChip
from nttp_readiness.ui.widgets.notice import Notice
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.widgets.status_look import status_look

Text = QAccessible.Text


@pytest.mark.parametrize(
    ("answer", "shown", "said"),
    [(0, "0", "Level 0"), (4, "4", "Level 4"), ("not_sure", "?", "Not sure"),
     ("rather_not_say", "–", "No level"), (None, "–", "No level")],
)  # fmt: skip
def test_a_chip_shows_a_number_a_question_mark_or_a_dash(look, face, answer, shown, said):
    chip = LevelChip(look, answer)
    assert (chip.text(), face(chip).text(Text.Name)) == (shown, said)


@pytest.mark.parametrize("level", range(5))
def test_a_chip_has_its_level_as_colour(look, level):
    chip = LevelChip(look, level, 28)
    assert chip.grab().toImage().pixelColor(3, 14) == look.colour(f"level{level}")


def test_each_status_has_a_shape_and_a_word_of_its_own(look):
    names = ("not_started", "in_progress", "done", "paused", "dropped", "overdue")
    looks = [status_look(name) for name in names]
    assert len({each.glyph for each in looks}) == len({each.word for each in looks}) == 6
    assert status_look("overdue").word == "Overdue"


@pytest.mark.parametrize("size", [1.0, 2.0])
def test_a_notice_keeps_its_button_in_view_at_every_width(look, put, qapp, size):
    look.set_text_size(size)
    notice = Notice(
        look, "trouble", "Your answers are safe in a copy on this computer.", "Save a copy",
        heading="The network drive cannot be reached.",
    )  # fmt: skip
    window = put(notice, width=900)
    button = notice.findChild(Button)
    for width in (900, 500, 330):
        window.resize(width, 480)
        qapp.processEvents()
        corner = button.mapTo(notice, QPoint(button.width(), button.height()))
        assert notice.rect().contains(corner)
    words = notice.findChildren(Prose)[-1]
    assert button.y() >= words.geometry().bottom()


def test_the_button_of_a_notice_is_heard(look, put, qtbot):
    notice = Notice(look, "trouble", "It happened.", "Save a copy")
    put(notice)
    with qtbot.waitSignal(notice.pressed):
        qtbot.keyClick(notice.findChild(Button), Qt.Key.Key_Space)
    notice.say("All is well again.")
    assert (notice.button_words(), notice.findChild(Button).isVisible()) == ("", False)


def test_a_rule_is_a_separator_and_no_empty_object(look, face):
    assert face(Rule(look)).role() == QAccessible.Role.Separator


@pytest.mark.parametrize(
    ("role", "high"), [("main", 40), ("second", 40), ("quiet", 40), ("small", 34)]
)
def test_buttons_are_as_high_as_in_the_design_and_grow_with_the_text(look, role, high):
    small = role == "small"
    button = Button(look, "Save & close", "second" if small else role, small=small)
    assert button.sizeHint().height() == high
    look.set_text_size(2.0)
    assert button.sizeHint().height() == high + 21


def test_a_button_says_its_ampersand(look, face):
    assert face(Button(look, "Save & close")).text(Text.Name) == "Save & close"
