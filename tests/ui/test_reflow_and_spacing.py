"""Large text in small windows scrolls one way only, and text with more space is not cut off.

WCAG 1.4.10 names 320 by 256 pixels: what is left of a window at 400 %. 1.4.12 names the spaces.
"""

import pytest
from PySide6.QtWidgets import QLabel, QScrollArea

from nttp_readiness.address import Address
from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.ui.shell.main_window import MainWindow
from tests.ui.reach import fitting
from tests.ui.test_every_page_can_be_reached import PAGES, show_page

SMALL = {"640 x 480 at 200 %": ((640, 480), 2.0), "320 x 256": ((320, 256), 1.0)}
SPACED = {"1280 x 800": (1280, 800), "911 x 472": (911, 472)}


@pytest.fixture(scope="module")
def no_widget_outlives_its_test():
    """In place of the one for every test: here a window serves all of them."""
    return


@pytest.fixture(scope="module", autouse=True)
def home(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NTTP_READINESS_HOME", str(tmp_path_factory.mktemp("home")))
        yield


@pytest.fixture(scope="module")
def opened(the_look):
    """The window with the sample in it."""
    shown = MainWindow(the_look, Settings())
    shown.show()
    shown.activateWindow()
    shown.open_sample()
    yield shown
    the_look.set_lettering("own", wide=False)
    the_look.set_text_size(1.0)
    shown.close()
    shown.deleteLater()


@pytest.fixture(scope="module", params=SMALL)
def small(request, opened):
    size, factor = SMALL[request.param]
    opened.look.set_lettering("own", wide=False)
    opened.look.set_text_size(factor)
    opened.resize(*size)
    return opened


@pytest.fixture(scope="module", params=SPACED)
def spaced(request, opened):
    opened.look.set_text_size(1.0)
    opened.look.set_lettering("own", wide=True)
    opened.resize(*SPACED[request.param])
    return opened


@pytest.mark.parametrize("page", PAGES)
def test_no_page_scrolls_sideways(small, page):
    show_page(small, page)
    found = fitting.sideways(small)
    assert not found.faults, found
    assert found.looked_at > 0


@pytest.mark.parametrize("page", PAGES)
def test_more_space_cuts_nothing_off(spaced, page):
    show_page(spaced, page)
    found = fitting.clipping(spaced)
    assert not found.faults, found


def test_a_page_that_is_too_wide_is_found(small):
    small.go_to(Address.parse("support"))
    page = small.open_document.workbook.page
    area = page.findChildren(QScrollArea)[0] if page.findChildren(QScrollArea) else page.page
    planted = QLabel("Too wide")
    planted.setMinimumWidth(small.width() + 40)
    page.column.addWidget(planted)
    show_page(small, "support")
    found = fitting.sideways(small)
    planted.hide()
    planted.deleteLater()
    assert any("too wide" in each for each in found.faults), area
