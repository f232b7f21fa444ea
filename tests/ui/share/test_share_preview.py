"""The preview is the file itself, and paper shows the same."""

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QScrollArea

from tests.ui.focus import focused

SIZES = [(911, 472, 1.0), (1024, 640, 1.0), (1280, 800, 1.0), (1920, 1080, 1.0), (1024, 640, 2.0)]


@pytest.fixture
def drawn(qtbot):
    """Wait until every page in view has its picture."""

    def wait(page):
        sheets = page.preview.sheets

        def done():
            for number in sheets.pages_in(sheets.in_view()):
                image = sheets.image_of(number)
                assert image is not None
                assert image.made is sheets.made
                assert image.scale == sheets.scale()

        qtbot.waitUntil(done)

    return wait


def test_pages_are_pictures_of_the_file_as_large_as_they_are_shown(open_page, made, drawn):
    page = open_page()
    made(page, 1)
    drawn(page)
    sheets = page.preview.sheets
    image = sheets.image_of(0).image
    with pypdfium2.PdfDocument(sheets.made.data) as document:
        again = document[0].render(scale=sheets.scale(), prefer_bgrx=True)
    assert (image.width(), image.height()) == (again.width, again.height)
    assert bytes(image.constBits()) == bytes(again.buffer)
    shown = sheets.grab().toImage().pixelColor(sheets.rect_of(0).center()).name()
    assert shown != page.look.colour("margin").name()


def test_only_pages_near_the_view_are_drawn(open_page, made, drawn, qtbot):
    page = open_page("share/plan")
    count = len(made(page).sizes)
    drawn(page)
    sheets = page.preview.sheets
    assert sheets.image_of(0) is not None
    assert sheets.image_of(count - 1) is None
    sheets.setFocus()
    qtbot.keyClick(sheets, Qt.Key.Key_End)
    drawn(page)
    assert sheets.image_of(count - 1) is not None
    assert sheets.image_of(0) is None  # and far ones are let go


def test_page_keys_go_from_page_to_page_and_say_so(open_page, made, qtbot, monkeypatch):
    announced = []
    monkeypatch.setattr(
        "nttp_readiness.ui.share.page_list.announce", lambda _widget, words: announced.append(words)
    )
    page = open_page("share/plan")
    count = len(made(page).sizes)
    sheets = page.preview.sheets
    sheets.setFocus()
    percent = f"{round(sheets.zoom * 100)} %"
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_End):
        qtbot.keyClick(sheets, key)
    at = [2, 3, 2, count]
    assert announced == [f"Page {number} of {count}, {percent}" for number in at]
    assert page.preview.page_words == f"Page {count} of {count}"
    face = QAccessible.queryAccessibleInterface(sheets)
    said = face.text(QAccessible.Text.Description)
    assert said.startswith(f"Page {count} of {count}. These are pictures")


def test_a_page_larger_than_the_view_is_read_in_steps_that_skip_nothing(open_page, made, qtbot):
    page = open_page("share/plan", size=(1024, 640))
    made(page)
    sheets = page.preview.sheets
    for _ in range(4):
        qtbot.keyClick(sheets, Qt.Key.Key_Plus)
    qtbot.keyClick(sheets, Qt.Key.Key_Home)
    bar, high, seen = sheets.verticalScrollBar(), sheets.viewport().height(), 0
    for _ in range(12):
        assert bar.value() <= seen
        seen = max(seen, bar.value() + high)
        qtbot.keyClick(sheets, Qt.Key.Key_PageDown)


def test_zoom_by_keys_and_buttons_keeps_the_page_and_can_fit_again(open_page, made, qtbot, button):
    page = open_page("share/plan")
    made(page)
    sheets = page.preview.sheets
    fitting = sheets.zoom
    sheets.setFocus()
    for _ in range(3):
        qtbot.keyClick(sheets, Qt.Key.Key_PageDown)
    qtbot.keyClick(sheets, Qt.Key.Key_Plus)
    button(page, "Larger pages").click()
    assert sheets.zoom > fitting
    assert sheets.page == 3
    percent = f"{round(sheets.zoom * 100)} %"
    button(page, f"{percent}, fit the page").click()
    assert sheets.zoom == fitting
    assert sheets.page == 3
    button(page, "Smaller pages").click()
    assert sheets.zoom < fitting


def test_arrow_keys_scroll_in_steps_of_sixteen_pixels(open_page, made, qtbot):
    page = open_page("share/plan")
    made(page)
    sheets = page.preview.sheets
    qtbot.keyClick(sheets, Qt.Key.Key_Down)
    assert sheets.verticalScrollBar().value() == 16


def test_leaving_something_out_keeps_the_place_and_another_form_begins_at_the_top(
    open_page, made, qtbot, button
):
    page = open_page("share/plan")
    made(page)
    sheets = page.preview.sheets
    for _ in range(3):
        qtbot.keyClick(sheets, Qt.Key.Key_PageDown)
    place = sheets.verticalScrollBar().value()
    button(page, "Black and white").click()
    made(page)
    assert sheets.verticalScrollBar().value() == place
    button(page, "One page").click()
    made(page, 1)
    assert sheets.verticalScrollBar().value() == 0


@pytest.mark.parametrize(("width", "height", "factor"), SIZES)
def test_tab_walks_through_everything_and_comes_round_in_every_form(
    open_page, made, qtbot, look, width, height, factor
):
    look.set_text_size(factor)
    page = open_page(size=(width, height))
    made(page)
    fold = page.preview_fold
    if fold.isVisible():
        fold.setFocus()
        qtbot.keyClick(fold, Qt.Key.Key_Space)
    page.choices.rows.focus_choice()
    walk = []
    for _ in range(40):
        now = focused()
        walk.append(now.accessibleName() or now.text())
        qtbot.keyClick(now, Qt.Key.Key_Tab)
        if QApplication.focusWidget().accessibleName() == "One page":
            break
    percent = f"{round(page.preview.sheets.zoom * 100)} %, fit the page"
    order = ["One page", "Levels and scores", "Owners", "Notes and evidence", "Black and white"]
    order += ["Paper"]
    order += ["Preview"] if fold.isVisible() else []
    order += ["Smaller pages", percent, "Larger pages", "Pages"]
    order += ["Back", "Save the PDF", "Print", "Support", "Pause and close"]
    assert [each for each in walk if each in order] == order


@pytest.mark.parametrize(("width", "height", "factor"), SIZES)
def test_nothing_is_clipped_and_nothing_scrolls_sideways(
    open_page, made, qtbot, look, width, height, factor
):
    look.set_text_size(factor)
    page = open_page(size=(width, height))
    made(page)
    if page.preview_fold.isVisible():
        page.preview_fold.click()
    QApplication.processEvents()
    assert page.book.width() == width
    for area in (page.page, page.preview.sheets):
        assert area.horizontalScrollBar().maximum() == 0
    inner = [*page.preview.findChildren(type(page.print_button)), page.preview.sheets]
    for part in inner:
        if part.isVisible():
            right = part.mapTo(page.preview, part.rect().topRight()).x()
            assert right < page.preview.width()


def test_the_preview_moves_into_its_fold_and_back(open_page, made, qtbot):
    page = open_page()
    made(page)
    assert not page.preview_fold.isVisible()
    assert page.preview.isVisible()
    page.book.resize(911, 472)
    QApplication.processEvents()
    assert page.preview_fold.isVisible()
    assert not page.preview.isVisible()
    assert page.preview_fold.accessibleDescription() == "Page 1 of 1"
    assert page.preview_fold.isAncestorOf(page.preview) is False
    page.preview_fold.click()
    assert page.preview.isVisible()
    assert any(area.isAncestorOf(page.preview) for area in page.findChildren(QScrollArea))
    page.book.resize(1280, 800)
    QApplication.processEvents()
    assert page.preview.isVisible()
    assert page.preview.height() > 500


def difference(one, other):
    """How much two pages of a file differ, 0 to 255 on average."""
    first, second = (bytes(each.render(scale=0.5, grayscale=True).buffer) for each in (one, other))
    return sum(abs(a - b) for a, b in zip(first, second, strict=True)) / len(first)


def test_paper_shows_the_pages_of_the_very_file(open_page, made, qtbot, button, tmp_path):
    target = tmp_path / "printed.pdf"

    def to_file(printer, pages):
        assert pages > 5
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(target))
        printer.setFromTo(2, 3)

    page = open_page("share/report", printer=to_file)
    data = made(page).data
    printing = button(page, "Print")
    printing.setFocus()
    qtbot.keyClick(printing, Qt.Key.Key_Space)
    done = "The pages went to the printer."
    qtbot.waitUntil(lambda: page.outcome.words() == done)
    with pypdfium2.PdfDocument(data) as file, pypdfium2.PdfDocument(target.read_bytes()) as paper:
        assert len(paper) == 2
        for number in range(2):
            assert paper.get_page_size(number) == pytest.approx(file.get_page_size(0), abs=1)
            # Of all pages that page is the one, by far: how full pages are decides nothing.
            from_each = [difference(paper[number], each) for each in file]
            right = from_each.pop(number + 1)
            assert right < 0.7 * min(from_each)


# Qt says so itself, and nothing can be asked before.
@pytest.mark.qt_log_ignore(r"QPainter::begin\(\): Returned false", extend=True)
def test_a_printer_that_takes_nothing_is_said_in_a_notice(open_page, made, qtbot, button, tmp_path):
    def nowhere(printer, _pages):
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "gone" / "printed.pdf"))

    page = open_page(printer=nowhere)
    made(page)
    button(page, "Print").click()
    qtbot.waitUntil(lambda: "The printer did not accept the pages." in page.outcome.words())


def test_printing_that_is_called_off_in_the_dialog_prints_nothing(open_page, made, button):
    page = open_page()
    made(page)
    button(page, "Print").click()
    assert page.outcome.words() == ""
