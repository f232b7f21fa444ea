"""The contrast of every text, read from the pixels that the window draws, on each page and theme.

Tables of colours say what was meant; a colour that somebody set by hand, or a text on a ground that
was not thought of, only shows here.
"""

from collections import Counter

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from nttp_readiness.address import Address
from nttp_readiness.app.screens import PAGES
from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.ui.shell.main_window import MainWindow
from tests.figures.contrast import contrast

THEMES = ("light", "dark", "contrast")
TEXT, LARGE_TEXT = 4.5, 3.0
"""WCAG 1.4.3: for text, and for text of 18 points, or of 14 in bold."""
LARGE, LARGE_BOLD = 24, 18.66
MARGIN = 3
"""A button's own border is no ground of its text."""
DEEP = QImage.Format.Format_RGB32


def texts(window):
    """Each visible widget that shows a text by itself, with where it stands in the window."""
    for each in window.findChildren(QWidget):
        if not each.isVisibleTo(window) or not each.isEnabled() or not said(each):
            continue
        seen = each.visibleRegion().boundingRect()
        if isinstance(each, QAbstractButton):
            seen = seen.intersected(each.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN))
        if seen.width() > 2 * MARGIN and seen.height() >= each.fontMetrics().xHeight() * 2:
            yield each, QRect(each.mapTo(window, QPoint(0, 0)) + seen.topLeft(), seen.size())


def said(widget):
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        return widget.text().strip()
    return widget.toPlainText().strip() if isinstance(widget, QPlainTextEdit) else ""


def drawn(image, rect):
    """The ground of a part of the picture, and the greatest contrast with it there."""
    scale = image.devicePixelRatio()
    part = image.copy(QRect(rect.topLeft() * scale, rect.size() * scale))
    pixels = Counter(memoryview(part.constBits()).cast("B").cast("I").tolist())
    colours = [f"#{each & 0xFFFFFF:06X}" for each, _ in pixels.most_common()]
    return max(contrast(colours[0], each) for each in colours)


def needed(widget):
    pixels, bold = widget.fontInfo().pixelSize(), widget.fontInfo().bold()
    return LARGE_TEXT if pixels >= (LARGE_BOLD if bold else LARGE) else TEXT


def faint(window):
    """The texts that do not stand out from their ground, and how many were looked at."""
    image = window.grab().toImage().convertToFormat(DEEP)
    found, looked = [], 0
    for widget, rect in texts(window):
        looked += 1
        held = drawn(image, rect)
        if held < needed(widget):
            found.append((type(widget).__name__, said(widget)[:60], round(held, 2)))
    return found, looked


@pytest.fixture(params=THEMES)
def window(request, look, tmp_path, monkeypatch):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path))
    look.set_theme(request.param)
    shown = MainWindow(look, Settings())
    shown.resize(1280, 800)
    shown.show()
    shown.activateWindow()
    yield shown
    shown.close()


def settled():
    for _ in range(4):
        QTest.qWait(1)
        QApplication.processEvents()


def test_every_text_of_every_page_stands_out_from_its_ground(window):
    settled()
    found, looked = faint(window)
    faults = {"start": found} if found else {}
    window.open_sample()
    for address in PAGES:
        window.open_document.workbook.show_address(address)
        settled()
        found, more = faint(window)
        looked += more
        if found:
            faults[str(address)] = found
    assert not faults
    assert looked > 20 * len(PAGES)


@pytest.mark.parametrize(("ground", "text", "held"), [("#FFFFFF", "#D8D8D8", 1.4)])
def test_a_label_that_hardly_stands_out_is_found(window, ground, text, held):
    window.open_sample()
    window.open_document.workbook.show_address(Address.parse("support"))
    settled()
    page = window.open_document.workbook.page
    planted = QLabel("Hardly to be read", page)
    planted.setStyleSheet(f"background: {ground}; color: {text};")
    planted.resize(planted.sizeHint())
    planted.show()
    planted.raise_()
    settled()
    found, _ = faint(window)
    assert [each[1] for each in found] == ["Hardly to be read"]
    assert found[0][2] == pytest.approx(held, abs=0.1)
