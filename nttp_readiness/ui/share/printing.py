"""Puts the pages of a finished PDF on paper, as pictures of the very same file."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QObject, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from nttp_readiness.i18n import tr
from nttp_readiness.ui.share.export_worker import ExportWorker
from nttp_readiness.ui.share.made_files import Drawn, Made

DPI = 300
_SCALE = DPI / 72


def ask_for_printer(parent: QWidget, printer: QPrinter, pages: int) -> bool:
    """Let the person choose printer and pages in the system's own dialog; False for Cancel."""
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, pages)
    dialog.setFromTo(1, pages)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    return dialog.exec() == QDialog.DialogCode.Accepted


def printer_for(made: Made) -> QPrinter:
    """A printer that takes paper of the file's own size, to its edges."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(tr("NTTP Readiness"))
    printer.setResolution(DPI)
    wide, high = made.sizes[0]
    size = QPageSize(QSizeF(wide, high), QPageSize.Unit.Point)
    layout = QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(layout)
    printer.setFullPage(True)
    return printer


class PrintRun(QObject):
    """Prints page after page, each drawn by the worker. Deletes itself when it is done."""

    progressed = Signal(int, int)
    """The page that goes to the printer, counted from 1, and how many there are."""
    done = Signal()
    failed = Signal(str)

    def __init__(self, maker: ExportWorker, made: Made, printer: QPrinter, parent: QObject) -> None:
        super().__init__(parent)
        self._maker, self._made, self._printer = maker, made, printer
        first, last = printer.fromPage() or 1, printer.toPage() or len(made.sizes)
        self._pages = list(range(first - 1, min(last, len(made.sizes))))
        if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
            self._pages.reverse()
        self._next = 0
        self._painter = QPainter()
        maker.drawn.connect(self._take)
        maker.failed.connect(self._fail)

    def start(self) -> None:
        if not self._pages or not self._painter.begin(self._printer):
            self._end()
            self.failed.emit(
                tr(
                    "The printer did not accept the pages. Nothing was lost. Save the PDF and"
                    " print it from there."
                )
            )
            return
        self._ask()

    def stop(self) -> None:
        """Send nothing more, and take back what the printer has not begun."""
        self._printer.abort()
        self._end()

    def _ask(self) -> None:
        self.progressed.emit(self._next + 1, len(self._pages))
        self._maker.draw(self._made, self._pages[self._next], _SCALE)

    def _take(self, drawn: Drawn) -> None:
        mine = drawn.made is self._made and drawn.scale == _SCALE
        if not mine or drawn.number != self._pages[self._next]:
            return
        if self._next and not self._printer.newPage():
            self._end()
            self.failed.emit(tr("The printer stopped after page {n}.").format(n=self._next))
            return
        paper = self._printer.paperRect(QPrinter.Unit.DevicePixel)
        size = QSizeF(drawn.image.size())
        size.scale(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (paper.width() - size.width()) / 2, (paper.height() - size.height()) / 2
        self._painter.drawImage(QRectF(left, top, size.width(), size.height()), drawn.image)
        self._next += 1
        if self._next < len(self._pages):
            self._ask()
        else:
            self._end()
            self.done.emit()

    def _fail(self, work: str) -> None:
        if work == "draw":
            self.stop()
            self.failed.emit(
                tr(
                    "The pages could not be shown. Your assessment is safe. Save the file and open"
                    " it instead."
                )
            )

    def _end(self) -> None:
        self._maker.drawn.disconnect(self._take)
        self._maker.failed.disconnect(self._fail)
        if self._painter.isActive():
            self._painter.end()
        self.deleteLater()
