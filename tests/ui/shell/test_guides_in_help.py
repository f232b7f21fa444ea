"""The guides inside Help: read, searched by keyboard, with pictures of the pages as they are."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from nttp_readiness import resources
from nttp_readiness.presentation.screens import guides
from nttp_readiness.presentation.screens.guide_pictures import PICTURES
from nttp_readiness.presentation.screens.guides import GUIDES
from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.storage.files.help_texts import read_guide
from nttp_readiness.ui.shell.guide_content import GuideContent, PagePicture
from nttp_readiness.ui.shell.guide_picture import paint_picture
from nttp_readiness.ui.shell.main_window import MainWindow
from nttp_readiness.ui.widgets.offer_row import OfferRow
from nttp_readiness.ui.widgets.prose import Prose

Key = Qt.Key
SMALL = (100, 62)


@pytest.fixture
def window(look, qtbot, monkeypatch, tmp_path):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path))
    made = MainWindow(look, Settings())
    qtbot.addWidget(made)
    made.resize(911, 472)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def content(window):
    return window.findChild(GuideContent)


def settle():
    for _ in range(3):
        QApplication.processEvents()


@pytest.mark.parametrize("name", GUIDES)
def test_every_guide_has_its_sections_and_nothing_of_how_it_was_written(name):
    found = guides.guide(name, read_guide)
    assert len(found.sections) > 3
    plain = "\n".join(part.plain for each in found.sections for part in each.parts)
    assert "](" not in plain
    assert "**" not in plain


def test_the_guide_is_one_key_away_and_a_word_leads_to_its_section(window, qtbot):
    window.show_guide("guide")
    settle()
    page = content(window)
    page.field.control.setFocus()
    qtbot.keyClicks(page.field.control, "projector")
    rows = [each.text() for each in page._found.findChildren(OfferRow)]
    assert "For facilitators: In the room" in rows
    qtbot.keyClick(page.field.control, Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), Prose))
    assert page._name == "facilitators"
    assert window._stack.overlay is not None, "Enter did not press Back"


def test_a_word_that_no_guide_has_is_said(window, qtbot):
    window.show_guide("guide")
    page = content(window)
    page.field.control.setFocus()
    qtbot.keyClicks(page.field.control, "zebra")
    assert "“zebra” was not found in any guide. Try fewer letters, or another word." in [
        each.plain() for each in page.findChildren(Prose)
    ]


def mean(image):
    """The lightness of a picture at a glance."""
    small = image.toImage().scaled(1, 1, Qt.AspectRatioMode.IgnoreAspectRatio,
                                   Qt.TransformationMode.SmoothTransformation)  # fmt: skip
    return QColor(small.pixel(0, 0)).lightness()


def test_a_picture_has_the_readers_theme_and_leaves_no_file(look, qtbot, monkeypatch, tmp_path):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path))
    light = paint_picture(look, PICTURES["plan"])
    look.set_theme("dark")
    dark = paint_picture(look, PICTURES["plan"])
    assert mean(light) > 200
    assert mean(dark) < 60
    assert list(tmp_path.rglob("*.readiness")) == []
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_picture_is_painted_once_it_can_be_seen_and_again_in_another_theme(window, look, qtbot):
    window.show_guide("guide")
    settle()
    page = content(window)
    pictures = page.findChildren(PagePicture)
    assert all(each.accessibleName() for each in pictures)
    assert [each.image for each in pictures] == [None] * len(PICTURES)
    page.show_section("guide", 4)
    first = pictures[2]
    qtbot.waitUntil(lambda: first.image is not None)
    look.set_theme("dark")
    assert first.image is None


@pytest.mark.parametrize("name", PICTURES)
def test_the_pictures_of_the_repository_show_the_pages_as_they_are(name, look):
    """At a glance: a word more does not matter, another page does."""
    stored = QImage(str(resources.root() / "docs" / "pictures" / f"{name}.png"))
    now = paint_picture(look, PICTURES[name]).toImage()
    assert difference(stored, now) < 0.06, "run: python3 run.py pictures"


def test_another_page_would_be_found(look):
    stored = QImage(str(resources.root() / "docs" / "pictures" / "plan.png"))
    assert difference(stored, paint_picture(look, PICTURES["question"]).toImage()) > 0.06


def difference(one, other):
    """The mean difference of two pictures that were made small, from 0 to 1."""
    way = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    first, second = (each.scaled(*SMALL, *way).convertToFormat(QImage.Format.Format_Grayscale8)
                     for each in (one, other))  # fmt: skip
    dots = [(x, y) for x in range(SMALL[0]) for y in range(SMALL[1])]
    return sum(
        abs(first.pixelColor(*dot).value() - second.pixelColor(*dot).value()) for dot in dots
    ) / (255 * len(dots))
