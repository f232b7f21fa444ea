"""Share: choose what leaves, see the file itself, save it or print it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nttp_readiness.address import Address, Page
from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.errors import ReadinessError
from nttp_readiness.figures.icons import OptionalGlyph
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.screens import share_words
from nttp_readiness.reports.export_request import ExportRequest
from nttp_readiness.reports.form_specs import offered_for
from nttp_readiness.storage.account import settings
from nttp_readiness.storage.documents.documents import load_document
from nttp_readiness.storage.files import folders
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.share.choices import Choices
from nttp_readiness.ui.share.export_dialogs import FileDialogs
from nttp_readiness.ui.share.export_worker import ExportWorker
from nttp_readiness.ui.share.made_files import Made
from nttp_readiness.ui.share.preview import Preview
from nttp_readiness.ui.share.result_strip import ResultStrip
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.fields.radio_rows import ROW_INSET
from nttp_readiness.ui.widgets.fold import Fold
from nttp_readiness.ui.workbook.workbook_page import ScrollingPage, WidthClass
from nttp_readiness.values import replace

if TYPE_CHECKING:
    from nttp_readiness.ui.share.printing import PrintRun

PDF = ".pdf"
_ANY = 16777215
"""Qt's own word for no greatest size."""


class SharePage(ScrollingPage):
    """Addresses: `share` (as it was left) and `share/one-page` (a form by its id)."""

    changes_wanted = Signal()
    """Somebody wants to bring back what was changed in a spreadsheet."""
    place = Page.SHARE
    asks_for_a_file = True
    side = 40
    width_at_most = 2400  # the bars go across; the choices keep to their own column

    def __init__(
        self,
        look: Look,
        session: Session,
        *,
        choosers: FileDialogs = FileDialogs(),  # noqa: B008 - it is frozen
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, session, parent=parent)
        self._ask_person = choosers
        self._folder = folders.documents()
        self._offered: str | None = None
        """The form that was chosen for the person; empty once they came for one of their own."""
        self._request: ExportRequest | None = None
        self.made_now: Made | None = None
        """The file that is shown; None while another is being made."""
        self._run: PrintRun | None = None
        self._print_wanted = False
        self.maker = ExportWorker(self)
        self.choices = Choices(look)
        self.preview = Preview(look, self.maker)
        self.outcome = ResultStrip(look)
        self.print_button = Button(look, tr("Print"), "second", "print")
        self._build()
        self._connect()

    def _build(self) -> None:
        look = self.look
        self.column.addWidget(self.choices)
        self._fold_body = QWidget()
        self._inside = QVBoxLayout(self._fold_body)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self.preview_fold = Fold(look, tr("Preview"), "", self._fold_body)
        below = Box(look, margins=(ROW_INSET, 12, 0, 0))
        below.addWidget(self.preview_fold)
        below.addWidget(self._fold_body)
        self.column.addLayout(below)
        self._across = Box(look, across=True)
        self._across.addWidget(self.page)
        self._across.addWidget(self.preview, 1)
        whole = cast("QVBoxLayout", self.layout())
        whole.setSpacing(0)
        whole.addLayout(self._across, 1)
        whole.addWidget(self.outcome)

    def _connect(self) -> None:
        self.choices.changed.connect(self._chosen)
        self.choices.round_wanted.connect(self._choose_round)
        self.choices.changes_wanted.connect(self.changes_wanted)
        self.preview.stopped.connect(lambda: self.maker.cancel("make"))
        self.preview.wanted_again.connect(self._make_again)
        self.preview.moved.connect(self._refresh_fold)
        self.outcome.stopped.connect(self._stop)
        self.outcome.next_steps.connect(lambda: self.go.emit(Address(Page.WHAT_NOW)))
        self.print_button.clicked.connect(self._print)
        self.maker.progressed.connect(self._progress)
        self.maker.made.connect(self._take_made)
        self.maker.saved.connect(self._saved)
        self.maker.failed.connect(self._failed)

    # ---- what the workbook asks

    def open(self, rest: str) -> None:
        self._show_document()
        first = "plan" if self.session.assessment.answers else "questionnaire"
        if rest:
            self.choices.choose(rest)
            self._offered = ""
        elif self._offered is None or self._offered == self.choices.form.id:
            # Nobody has chosen. The page may have been made before there were answers.
            self.choices.choose(first)
            self._offered = first

    def show_round(self, other: Assessment) -> None:
        """Choose the comparison with that round."""
        self._offered = ""
        self.choices.choose("comparison")
        self.choices.choose_round(other)

    def refresh(self) -> None:
        self._show_document()
        self._ask()

    def _show_document(self) -> None:
        self.choices.show_document(
            offered_for(self.session.assessment),
            empty=not self.session.assessment.answers,
            strengths=share_words.strengths(self.session.view.card),
            owners=share_words.owners(self.session.assessment),
            template=settings.load().template,
        )

    def address(self) -> Address:
        return Address(Page.SHARE, self.choices.form.id)

    def where(self) -> str:
        return self.choices.form.name

    def back_address(self) -> Address:
        return Address(Page.PLAN)

    def main_words(self) -> str:
        return share_words.save_words(self.choices.chosen.suffix)

    def main_glyph(self) -> OptionalGlyph:
        return ""

    def main(self) -> None:
        """Ask where the file goes, and have it written there."""
        if self._needs_round():
            self.outcome.show_trouble(share_words.round_chosen(None))
            self.choices.round_button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        request = self.wanted()
        title = share_words.file_title(self.session.assessment, self.choices.form.name)
        suggested = folders.free_path(self._folder, title, request.suffix)
        path = self._ask_person.file(self, suggested)
        if path is None:
            return
        self._folder = path.parent
        self.outcome.clear()
        self.maker.save(request, path)

    def show_preview(self) -> None:
        """Go to the pages themselves."""
        self._choose_with_pages()
        self.preview_fold.setChecked(True)
        self.preview.sheets.setFocus(Qt.FocusReason.OtherFocusReason)

    def print_when_made(self) -> None:
        """Print what is shown, as soon as its pages are there."""
        self._choose_with_pages()
        self._print_wanted = self.made_now is None
        self._print()

    def _choose_with_pages(self) -> None:
        if PDF not in self.choices.form.suffixes:
            self.choices.choose("plan")
            self._chosen()

    def extra_buttons(self) -> Sequence[Button]:
        return (self.print_button,) if PDF in self.choices.form.suffixes else ()

    def focus_first(self) -> None:
        self.choices.rows.focus_choice()

    def set_axis(self, side: int, width: int, form: WidthClass) -> None:
        look = self.look
        inset = look.pad(ROW_INSET)
        narrow = form == "narrow"
        self.page.set_axis(side - inset, min(width, look.px(736 if narrow else 336)) + inset)
        self.outcome.set_side(side)
        self.page.setMinimumWidth(0 if narrow else look.px(400))
        self.page.setMaximumWidth(_ANY if narrow else look.px(400))
        self._set_form(narrow=narrow)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._set_height()

    def _set_height(self) -> None:
        """Within the page that scrolls, the preview is as high as the view; beside it, free."""
        narrow = self._narrow()
        high = max(self.look.px(200), self.height() - self.look.pad(24))
        self.preview.setMinimumHeight(high if narrow else 0)
        self.preview.setMaximumHeight(high if narrow else _ANY)

    def _narrow(self) -> bool:
        return self._inside.count() > 0

    def _set_form(self, *, narrow: bool) -> None:
        """Move the preview into its fold, or beside the choices."""
        self.preview_fold.setVisible(narrow)
        self._fold_body.setVisible(narrow and self.preview_fold.isChecked())
        if narrow != self._narrow():
            if narrow:
                self._inside.addWidget(self.preview)
            else:
                self._across.addWidget(self.preview, 1)
            self.preview.show()
            QWidget.setTabOrder(self.preview_fold, self.preview)
            QWidget.setTabOrder(self.preview, self.outcome)
        self._set_height()

    # ---- the file

    def wanted(self) -> ExportRequest:
        """What is chosen now, of the document as it is now.

        What was chosen for another form and this one does not know is not asked for.
        """
        chosen, assessment = self.choices.chosen, self.session.assessment
        heeded = self.choices.form.choices
        return ExportRequest(
            # Where the person is changes nothing in the file.
            assessment=assessment.model_copy(update={"place": ""}),
            form=chosen.form,
            suffix=chosen.suffix,
            today=self.session.today,
            # What was left out of another form leaves out nothing that this one is made of.
            without=frozenset(each for each in chosen.without if each in heeded),
            full_notes="full_notes" in heeded and "notes" not in chosen.without,
            size=self.choices.text_size if "size" in heeded else None,
            grey=chosen.grey and "grey" in heeded,
            a3=chosen.a3 and "a3" in heeded,
            archive=chosen.archive and chosen.suffix == PDF,
            previous=chosen.previous if "previous" in heeded else None,
            strength=chosen.strength if "strength" in heeded else "",
            by_owner=chosen.by_owner and "by_owner" in heeded,
            owner=chosen.owner if "owner" in heeded else "",
            annex=chosen.annex if "annex" in heeded else frozenset(),
        )

    def _needs_round(self) -> bool:
        chosen = self.choices.chosen
        return "previous" in self.choices.form.choices and chosen.previous is None

    def _ask(self) -> None:
        """Have the PDF made, unless it is the one that was asked for last."""
        has_pages = PDF in self.choices.form.suffixes
        if not has_pages or self._needs_round():
            self.maker.cancel("make")
            self._request, self.made_now = None, None
            self.print_button.setEnabled(False)
            words = share_words.round_chosen(None) if has_pages else share_words.no_preview()
            self.preview.show_none(words, again=False)
            return
        wanted = replace(self.wanted(), suffix=PDF)
        if wanted == self._request:
            return
        self._request, self.made_now = wanted, None
        self.print_button.setEnabled(False)
        self.maker.make(wanted)

    def _make_again(self) -> None:
        self._request = None
        self._ask()

    def _chosen(self) -> None:
        self._print_wanted = False
        self.outcome.clear()
        self._ask()
        self._say_troubles()
        self.bars_changed.emit()

    def _take_made(self, made: Made) -> None:
        self.made_now = made
        self._say_troubles()
        self.print_button.setEnabled(True)
        self.preview.show_made(made)
        if self._print_wanted:
            self._print_wanted = False
            self._print()

    def _say_troubles(self) -> None:
        """What the PDF that is shown cannot show, where it is the one that would be saved: above
        the bar with the button that saves, in view wherever one has scrolled to.
        """
        made = self.made_now
        if made is not None and made.troubles and self.choices.chosen.suffix == PDF:
            self.outcome.show_trouble("\n".join(made.troubles))

    def _progress(self, work: str, percent: int) -> None:
        if work == "save":
            self.outcome.show_progress(share_words.saving_words(percent))
        elif work == "make":
            self.preview.show_progress(percent)

    def _saved(self, path: Path) -> None:
        first = self.first_time("after the last page")
        last = tr("Ctrl+W closes the assessment, which is saved as well.") if first else ""
        self.outcome.show_saved(path, last)

    def _failed(self, work: str, sentence: str) -> None:
        if work != "draw" or self._run is None:  # a print run says itself what became of it
            self.outcome.show_trouble(sentence or share_words.fault_words())
        if work == "make":
            self.preview.show_none(share_words.no_pages_words())

    def _choose_round(self) -> None:
        path = self._ask_person.round(self, self._folder)
        if path is None:
            return
        try:
            previous = load_document(path).assessment
        except ReadinessError as problem:
            self.outcome.show_trouble(str(problem))
            return
        self.choices.choose_round(previous)

    # ---- paper

    def _print(self) -> None:
        # Loading Qt's printing takes long, and few print.
        from nttp_readiness.ui.share.printing import PrintRun, printer_for  # noqa: PLC0415

        made = self.made_now
        if made is None or self._run is not None:
            return
        printer = printer_for(made)
        if not self._ask_person.printer(self, printer, len(made.sizes)):
            return
        run = PrintRun(self.maker, made, printer, self)
        run.progressed.connect(
            lambda page, of: self.outcome.show_progress(share_words.printing_words(page, of))
        )
        run.done.connect(lambda: self._printed(tr("The pages went to the printer.")))
        run.failed.connect(self._print_failed)
        self._run = run
        self.outcome.clear()
        run.start()

    def _printed(self, sentence: str) -> None:
        self._run = None
        self.outcome.show_done(sentence)

    def _print_failed(self, sentence: str) -> None:
        self._run = None
        self.outcome.show_trouble(sentence)

    def _stop(self) -> None:
        self.maker.cancel("save")
        self.outcome.clear()
        if self._run is not None:
            self._run.stop()
            self._run = None

    def _refresh_fold(self) -> None:
        self.preview_fold.say(tr("Preview"), self.preview.page_words)
