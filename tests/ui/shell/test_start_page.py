"""The start page keeps one left edge, whatever its width."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from nttp_readiness.storage.account.settings import Recent
from nttp_readiness.ui.shell.start_page import StartPage, what_it_is_not
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.icon_label import IconLabel
from nttp_readiness.ui.widgets.offer_row import OfferRow
from nttp_readiness.ui.widgets.prose import Prose
from tests.ui.reach import looking


@pytest.fixture
def page(look, qtbot):
    made = StartPage(look)
    made.show_recent(())
    with qtbot.waitExposed(made):
        made.show()
    return made


def left(page, widget: QWidget) -> int:
    return widget.mapTo(page, QPoint()).x()


@pytest.mark.parametrize(("width", "size"), [(1280, 1.0), (911, 1.0), (700, 1.0), (911, 2.0)])
def test_heading_support_and_the_name_on_the_band_begin_at_one_edge(page, look, width, size):
    look.set_text_size(size)
    page.resize(width, 800)
    looking.lay_out()
    shown = {each.plain(): each for each in page.findChildren(Prose) if each.isVisible()}
    edge = left(page, shown["Welcome"])
    support = next(
        each for each in page.findChildren(Button) if each.isVisible() and each.text() == "Support"
    )
    assert left(page, support) == edge
    assert support.face.flush
    narrow = width / look.em < 65
    names = [each for each in page.findChildren(Prose) if each.plain() == "NTTP Readiness"]
    band = next(each for each in names if each.isVisible())
    assert (left(page, band) == edge) == narrow


@pytest.mark.parametrize(
    ("size", "height", "within"), [(1.0, 472, True), (2.0, 472, False), (2.0, 900, True)]
)
def test_where_the_window_is_low_the_band_leaves_its_sentence_to_the_page(
    page, look, size, height, within
):
    look.set_text_size(size)
    page.resize(911, height)
    looking.lay_out()
    said = [each for each in page.findChildren(Prose) if each.plain() == what_it_is_not()]
    shown = [each for each in said if each.isVisible()]
    assert len(shown) == 1, "said once, wherever it stands"
    assert (shown[0] is page._band.sentence) == within
    welcome = next(each for each in page.findChildren(Prose) if each.plain() == "Welcome")
    page.focus_first()
    assert left_and_top(page, welcome).y() >= page._band.height()


def left_and_top(page, widget):
    return widget.mapTo(page, QPoint())


def test_an_assessment_says_what_is_overdue_and_what_comes_next(page):
    today = dt.date.today()  # noqa: DTZ011 - as the page asks for it
    day = dt.timedelta(days=1)
    recent = Recent(
        "Our plan", Path("a.readiness"), "", 3, 56, dt.datetime(2027, 3, 1, tzinfo=dt.UTC),
        dates=(today - day, today - day, today + day), review=today + 9 * day,
    )  # fmt: skip
    quiet = replace(recent, title="Another", dates=(), review=None)
    page.show_recent((recent, quiet))
    shown = [each.text() for each in page.findChildren(IconLabel)]
    assert any(each.startswith("2 overdue · next date ") for each in shown)
    rows = {each.text(): each.accessibleDescription() for each in page.findChildren(OfferRow)}
    assert "overdue" not in rows["Another"]
    page.show_recent((quiet, recent))
    rows = {each.text(): each.accessibleDescription() for each in page.findChildren(OfferRow)}
    assert "2 overdue" in rows["Our plan"]


def test_coming_from_a_document_the_page_itself_has_the_focus_and_enter_goes_on(page, qtbot):
    asked = []
    page.new.connect(lambda: asked.append(True))
    page.arrive(at_heading=True)
    heading = page.focusWidget()
    assert isinstance(heading, Prose)
    assert heading.plain() == "Welcome"
    assert "Enter: Start an assessment." in heading.accessibleDescription()
    qtbot.keyClick(heading, Qt.Key.Key_Return)
    assert asked == [True]


def test_the_button_that_continues_says_what(look, page):
    saved = dt.datetime(2026, 11, 30, 10, 0)  # noqa: DTZ001 - as the list keeps it
    page.show_recent(
        [
            Recent(
                path=Path("x.readiness"), title="Ours", saved=saved, place="Plan", answered=0, of=0
            )
        ]
    )
    page.arrive()
    said = page.focusWidget().accessibleDescription()
    assert said.startswith("Ours. Saved 30 November 2026. You paused at Plan")
