"""A notice above a page is read whole, however low the window and however large the letters."""

import pytest
from PySide6.QtWidgets import QApplication

from nttp_readiness.address import Page
from nttp_readiness.ui.reflect.check_page import CheckPage
from nttp_readiness.ui.widgets.notice import Notice
from nttp_readiness.ui.widgets.prose import Prose

LONG = (
    "“Housing Options” has work from 30 November 2026, 21:11 that was not saved in its file."
    " 1 answer differs. Bring it back, and it is added to the file. Undo takes it away again."
)


@pytest.mark.parametrize("text", [1.0, 1.5, 2.0])
@pytest.mark.parametrize(("width", "height"), [(911, 472), (640, 480), (1280, 800)])
@pytest.mark.parametrize("kind", ["offer", "told"])
def test_no_line_of_a_notice_is_lost(put_in_workbook, council, look, width, height, text, kind):
    page = put_in_workbook(
        council,
        lambda look, session: {Page.CHECK: CheckPage(look, session)},
        "check",
        width=width,
        height=height,
    )
    book = page.window()
    if kind == "offer":
        book.offer(LONG, "Bring it back", lambda: None)
    else:
        book.tell(LONG)
    look.set_text_size(text)  # also where it stood there before
    for _ in range(6):
        QApplication.processEvents()
    (notice,) = (each for each in book.findChildren(Notice) if each.isVisible())
    (words,) = (each for each in notice.findChildren(Prose) if each.plain() == LONG)
    assert words.height() >= words.heightForWidth(words.width())
    assert notice.height() < 3 * words.height(), "no empty room is left where letters were larger"
    look.set_text_size(1.0)
    for _ in range(6):
        QApplication.processEvents()
    assert words.height() >= words.heightForWidth(words.width())
    assert notice.height() < 250
