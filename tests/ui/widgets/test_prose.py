import html

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit

from nttp_readiness.presentation.words.blocks import Run
from nttp_readiness.ui.theme.long_words import breakable
from nttp_readiness.ui.theme.text_block import text_block
from nttp_readiness.ui.widgets.link import Link
from nttp_readiness.ui.widgets.prose import Prose

WORDS = "Leaders have heard from staff where the strain is, and can name it. " * 4


@pytest.mark.parametrize("size", [1.0, 1.5, 2.0])
def test_lines_have_the_height_of_their_style(look, size):
    look.set_text_size(size)
    prose = Prose(look, WORDS, "guide")
    heights = {prose.heightForWidth(width) for width in range(300, 700, 40)}
    assert {height % look.line("guide") for height in heights} == {0}
    assert len(heights) > 2


def test_new_words_take_the_place_of_the_old(look, face):
    prose = Prose(look, "Before")
    prose.say((Run("After. ", bold=True), Run("More")))
    assert prose.plain() == "After. More"
    assert face(prose).text(QAccessible.Text.Name) == "After. More"
    prose.say("")
    assert face(prose).text(QAccessible.Text.Name) == ""


def test_lines_that_were_typed_stay_lines(look):
    one, three = Prose(look, "a b c"), Prose(look, "a\nb\nc")
    assert three.heightForWidth(400) == 3 * one.heightForWidth(400)


def test_colours_follow_the_theme(look):
    prose = Prose(look, "Quiet", "small")
    for theme in ("light", "dark"):
        look.set_theme(theme)
        assert prose.palette().color(QPalette.ColorRole.WindowText) == look.colour("quiet")


def test_each_link_in_a_text_is_one_tab_stop_and_enter_follows_it(look, put, qtbot):
    words = (Run("See "), Run("one", link="https://x.org/1"), Run(" and "))
    prose = Prose(look, (*words, Run("two", link="https://x.org/2")))
    before, after = QLineEdit(), QLineEdit()
    heard: list[object] = []
    put(before, prose, after)
    prose.linkActivated.connect(heard.append)
    before.setFocus()
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert heard == ["https://x.org/1", "https://x.org/2"]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is after
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert heard[2:] == ["https://x.org/2", "https://x.org/1"]


def test_text_that_can_be_selected_is_no_tab_stop(look, put, qtbot):
    before, after = QLineEdit(), QLineEdit()
    put(before, Prose(look, WORDS, selectable=True), after)
    before.setFocus()
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is after


def test_a_long_link_wraps_and_is_called_a_link(look, face):
    link = Link(look, "Health and Care (Staffing) (Scotland) Act 2019", "https://x.org")
    assert link.heightForWidth(200) == 2 * look.line("guide")
    said = face(link)
    assert said.role() == QAccessible.Role.Link
    assert said.text(QAccessible.Text.Description) == "https://x.org"


def test_words_with_a_link_are_escaped_as_the_library_would(look):
    hostile = "<b>&amp;</b> \"one\" 'two' <img src=x onerror='a'> ü & <"
    prose = Prose(look, (Run(hostile), Run(hostile, link="https://example.org/?a=1&b=\"'<")))
    link = html.escape("https://example.org/?a=1&b=\"'<")
    assert html.escape(hostile) in prose.text()
    assert f'<a href="{link}">{html.escape(hostile)}</a>' in prose.text()


@pytest.mark.parametrize("letter", ["🙂", "ह", "你", "ﷺ"])
def test_a_letter_that_another_typeface_lends_moves_no_other(look, put, qapp, letter):
    """Taller letters once pushed their line out of its place, and over what stands below it."""
    plain, mixed = Prose(look, "Night", "small"), Prose(look, f"Night {letter}", "small")
    put(plain, mixed)
    qapp.processEvents()
    room = QRect(0, 0, 30, plain.height())
    assert mixed.height() == plain.height()
    assert mixed.grab(room).toImage() == plain.grab(room).toImage()
    block, other = (text_block(look, words, "small", 400) for words in ("Night", f"Night {letter}"))
    bases = [each.layout.lineAt(0).y() + each.layout.lineAt(0).ascent() for each in (block, other)]
    assert bases[0] == bases[1]


ADDRESS = "https://council.example/:w:/r/sites/" + "TraumaInformedPractice2027" * 9


@pytest.mark.parametrize("selectable", [True, False])
def test_an_address_longer_than_any_word_wraps_and_is_copied_as_it_was_typed(
    look, put, qapp, qtbot, selectable
):
    """One that was noted as the place of a piece of evidence made its page three windows wide."""
    prose = Prose(look, f"It is at {ADDRESS} & here.", selectable=selectable)
    assert prose.minimumSizeHint().width() < 300
    assert prose.heightForWidth(300) > 4 * look.line("body")
    assert prose.plain() == f"It is at {ADDRESS} & here."
    if selectable:
        put(prose)
        prose.setSelection(9, len(breakable(prose.plain())) - 9)
        prose.setFocus()
        qtbot.keyClick(prose, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        assert QApplication.clipboard().text() == f"{ADDRESS} & here."
    assert Prose(look, "Antidisestablishmentarianism " * 2).minimumSizeHint().width() > 150
