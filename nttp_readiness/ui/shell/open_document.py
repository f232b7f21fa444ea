"""An open document with everything around it: session, autosave and the pages of its workbook."""

from __future__ import annotations

import contextlib
import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from nttp_readiness import resources
from nttp_readiness.address import Address, Page, workshop_address
from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.editing import edits
from nttp_readiness.errors import BankError, SaveError
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.plan.owner_plan import dates_to_keep
from nttp_readiness.presentation.readiness import progress
from nttp_readiness.presentation.words.dates import day, moment
from nttp_readiness.storage.account import settings
from nttp_readiness.storage.account.settings import Recent, Settings
from nttp_readiness.storage.documents import document_search, locks
from nttp_readiness.storage.documents.document_bytes import Loaded
from nttp_readiness.storage.documents.documents import SUFFIX, load_document
from nttp_readiness.storage.documents.fingerprints import Fingerprint
from nttp_readiness.storage.documents.locks import Taken
from nttp_readiness.storage.files import folders
from nttp_readiness.storage.files.format_version import VERSION
from nttp_readiness.storage.keeping import waiting_ballots
from nttp_readiness.ui.document.autosave import Autosave
from nttp_readiness.ui.document.session import Session, View
from nttp_readiness.ui.shell.document_pages import DocumentPages
from nttp_readiness.ui.theme import accessibility
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.understand.rounds.round_files import Rounds
from nttp_readiness.ui.widgets.unread import take_typed
from nttp_readiness.ui.workbook.workbook import Workbook
from nttp_readiness.values import dataclass

if TYPE_CHECKING:
    from nttp_readiness.domain.bank.bank import Bank
    from nttp_readiness.ui.parts.give_back_page import GiveBackPage
    from nttp_readiness.ui.parts.parts_page import PartsPage
    from nttp_readiness.ui.reflect.prepare_page import PreparePage
    from nttp_readiness.ui.reflect.reflect_page import ReflectPage
    from nttp_readiness.ui.share.share_page import SharePage
    from nttp_readiness.ui.support.support_page import SupportContent
    from nttp_readiness.ui.understand.rounds.compare_page import ComparePage
    from nttp_readiness.ui.workshop.ballots.ballot_keeper import BallotKeeper
    from nttp_readiness.ui.workshop.workshop_page import WorkshopPage

STANDARD_BANK = "nttp-roadmap"
SAMPLE = "council-service.readiness"
PATIENCE = 0.8
"""Seconds that closing waits for a drive before it asks what to do."""


def sample_value(path: Path | None = None) -> Assessment:
    """A sample, the usual one if none is named, as an assessment of its own that was made a few
    weeks ago. Raises DocumentError.
    """
    from nttp_readiness.domain.editing.in_time import as_of  # noqa: PLC0415 - for samples alone

    path = path or resources.assets() / "samples" / SAMPLE
    today = dt.date.today()  # noqa: DTZ011 - the day on the person's own calendar
    return edits.of_its_own(as_of(load_document(path).assessment, today))


def new_value(folder: Path | None = None) -> Assessment:
    """A new assessment with the bank in that folder, else the standard one. Raises BankError."""
    from nttp_readiness.storage.banks.overlay_folders import read_questions  # noqa: PLC0415 - only for new ones

    standard = resources.question_banks() / STANDARD_BANK
    bank = read_questions(folder or standard, folders.bank_places())
    today = dt.date.today()  # noqa: DTZ011 - the day on the person's own calendar
    return edits.new_assessment(bank, tr("Our assessment"), today=today)


@dataclass(frozen=True, slots=True)
class FoundDocument:
    """A file that was read, with what every first page asks, and the word that it is open here."""

    loaded: Loaded
    view: View
    taken: Taken

    def let_go(self) -> None:
        """It is not opened after all. May be called in any thread, and waits for the drive."""
        locks.release(self.loaded.path)


def find(path: Path) -> FoundDocument:
    """Read a file that is to be opened, in any thread. Raises DocumentError."""
    loaded = load_document(path)
    view = View(loaded.assessment)
    _ = loaded.assessment.bank, view.plan
    return FoundDocument(loaded, view, Taken(locks.take(path)))


class OpenDocument:
    """One open document. Closing the window, or opening another, puts it away."""

    def __init__(
        self,
        look: Look,
        assessment: Assessment,
        path: Path | None,
        found: Fingerprint | None,
        *,
        carried_over: bool = False,
        view: View | None = None,
        taken: Taken | None = None,
    ) -> None:
        self.session = Session(assessment, view=view)
        self.autosave = Autosave(self.session, path, found, carried_over=carried_over, taken=taken)
        self.pages = DocumentPages(look, self.session, self._rounds(), self.folder)
        with accessibility.untold():
            self.workbook = Workbook(look, self.session, self.autosave, self.pages.makers())
        for each in (self.session, self.autosave, self.pages):
            each.setParent(self.workbook)
        self.workbook.moved.connect(self._settle)
        self.pages.print_comparison.connect(self._print_comparison)
        self.pages.workshop_made.connect(self._keep_ballots)
        self.pages.shared.connect(self._shared)
        self.pages.path = lambda: self.autosave.path
        self._ballots: BallotKeeper | None = None
        self._take_ballots_in()

    def _take_ballots_in(self) -> None:
        """Ballots wait from before: they count, whether or not the workshop is looked at."""
        if waiting_ballots.kept(self.session.assessment) is not None:
            self.pages.make_workshop()

    @property
    def prepare(self) -> PreparePage:
        return self.pages.prepare

    @property
    def reflect(self) -> ReflectPage:
        return self.pages.reflect

    @property
    def share(self) -> SharePage:
        return self.pages.share

    @property
    def parts(self) -> PartsPage:
        return self.pages.parts

    @property
    def give_back(self) -> GiveBackPage:
        return self.pages.give_back

    @property
    def compare(self) -> ComparePage:
        return self.pages.compare

    @property
    def workshop(self) -> WorkshopPage:
        return self.pages.workshop

    @property
    def ballots(self) -> BallotKeeper:
        """What keeps ballots that wait; it comes with the pages of the workshop."""
        self.pages.make_workshop()
        return self._ballots or self._keep_ballots()

    def _keep_ballots(self) -> BallotKeeper:
        from nttp_readiness.presentation.group import kept_words  # noqa: PLC0415 - only for a workshop
        from nttp_readiness.ui.workshop.ballots.ballot_keeper import BallotKeeper  # noqa: PLC0415

        collector, autosave = self.workshop.collector, self.autosave
        self._ballots = BallotKeeper(self.session, collector, lambda: autosave.kept)
        autosave.beside = lambda: kept_words.not_in_file(collector.box, collector.polls.values())
        collector.changed.connect(autosave.told)
        autosave.told.connect(self._ballots.keep)
        return self._ballots

    @classmethod
    def open(cls, look: Look, path: Path) -> OpenDocument:
        """Open the file. Raises DocumentError."""
        return cls.of(look, find(path))

    @classmethod
    def of(cls, look: Look, found: FoundDocument) -> OpenDocument:
        """Open a file that was read."""
        loaded = found.loaded
        return cls(
            look,
            loaded.assessment,
            loaded.path,
            loaded.fingerprint,
            carried_over=loaded.version < VERSION,
            view=found.view,
            taken=found.taken,
        )

    def take(self, found: FoundDocument) -> None:
        """Be that file from now on, with the frame and the pages that were made before it was
        known. Only for a document that nobody has seen, and for no part, whose pages are others.
        """
        loaded = found.loaded
        self.session.take(found.view)
        self.autosave.take(loaded, found.taken, carried_over=loaded.version < VERSION)
        self._take_ballots_in()

    @classmethod
    def open_sample(cls, look: Look, path: Path) -> OpenDocument:
        """Open a sample as a document of its own, as if it had been made a few weeks ago. Raises
        DocumentError.
        """
        return cls(look, sample_value(path), None, None)

    @classmethod
    def apart(cls, look: Look, assessment: Assessment) -> OpenDocument:
        """The same as a document of its own, which has no file yet."""
        return cls(look, edits.of_its_own(assessment), None, None)

    @classmethod
    def new(cls, look: Look, folder: Path | None = None) -> OpenDocument:
        """A new document with the bank in that folder, else the standard one. Raises BankError."""
        return cls(look, new_value(folder), None, None)

    @classmethod
    def begin(
        cls, look: Look, assessment: Assessment, folder: Path, name: str = ""
    ) -> OpenDocument:
        """A new document that is given a file in that folder at once, named after its round."""
        made = cls(look, assessment, None, None)
        title = assessment.profile.title[:44].strip()
        by_round = tr("{title}, round {n}").format(title=title, n=assessment.round)
        made.autosave.settle(folders.free_path(folder, name or by_round, SUFFIX))
        made.autosave.save_at_once()
        return made

    def next_round(self, *, keep_answers: bool) -> Assessment:
        """The round that follows this one; nothing here is changed. Raises EditError."""
        from nttp_readiness.domain.rounds import rounds  # noqa: PLC0415 - once a year

        today = self.session.today
        return rounds.new_round(self.session.assessment, today=today, keep_answers=keep_answers)

    def resume(self) -> None:
        """Show where the person paused; Prepare for a new document."""
        paused = self.session.assessment.paused_at
        self.workbook.show_address(paused or Address(Page.PREPARE))
        if self._ballots is not None and self._ballots.said:
            self.workbook.show_address(workshop_address("collect"))
            self.workbook.tell(self._ballots.said)
            return
        other = self.autosave.other_holder
        if other is not None and other.here:
            self.workbook.tell(
                tr(
                    "You have had this file open in another window on this computer since {time}."
                    " You can work here too. Nothing is overwritten without asking."
                ).format(time=moment(other.since))
            )
        elif other is not None:
            self.workbook.tell(
                tr(
                    "{who} has had this file open on {computer} since {time}. You can read it and"
                    " work on it. Nobody’s work is overwritten without asking."
                ).format(who=other.who, computer=other.computer, time=moment(other.since))
            )

    def apply_settings(self, settings: Settings) -> None:
        """Let the pages obey these settings."""
        self.pages.apply(settings)

    def suggested_path(self) -> Path:
        """Where this document would be saved if nobody said otherwise."""
        path = self.autosave.path
        if path is not None and folders.may_be_written(path):
            return path
        title = self.session.assessment.profile.title
        return folders.free_path(folders.documents(), title, SUFFIX)

    def put_away(self) -> bool:
        """Save and let go; False, and nothing let go, where it could not be saved."""
        self.pages.empty_ballot_box()
        if self.autosave.path is None and self.session.touched:
            self._give_file()
        untouched = self.autosave.path is None and not self.session.touched
        if not untouched and not self.autosave.save_now(within=PATIENCE):
            return False
        self.autosave.close(forget_recovery=True)
        return True

    def save(self) -> bool:
        """Save now; a new document is given its file first."""
        take_typed(self.workbook)
        if self.autosave.path is None:
            self._give_file()
        return self.autosave.save_now()

    def save_for_the_end(self) -> None:
        """Keep all that was typed before the system stops the program; nothing is let go.

        Where the file cannot be written, the recovery copy is. Never raises.
        """
        take_typed(self.workbook)
        if self.autosave.path is None and not self.session.touched:
            return
        self.pages.empty_ballot_box()
        if not self.save():
            with contextlib.suppress(SaveError):
                self.autosave.keep_copy()

    def stuck(self) -> str:
        """What is safe of a document that could not be put away; its own notice says why."""
        if self.autosave.waits_for_drive:
            return tr(
                "The drive with this assessment is not answering, so it stays open for now."
                " Wait a little, or close once more: what you typed is kept on this computer,"
                " and you are offered it at the next start."
            )
        try:
            self.autosave.keep_copy()
        except SaveError:
            rest = tr(
                "No recovery copy could be written either. Save a copy on another disk. If you"
                " close once more, what you typed since the last save is lost."
            )
        else:
            rest = tr(
                "A recovery copy is kept on this computer. Save a copy elsewhere, or close"
                " once more to leave without saving the file."
            )
        return " ".join((tr("This assessment could not be saved, so it stays open."), rest))

    def leave(self) -> None:
        """Let go of a document that could not be saved; its recovery copy stays."""
        self.autosave.close(forget_recovery=False)

    def recent(self) -> Recent | None:
        """What the start page says of this document; None where it has no file."""
        if self.autosave.path is None or self.autosave.saved_at is None:
            return None
        assessment = self.session.assessment
        counts = self.session.view.card.counts
        return Recent(
            title=assessment.profile.title,
            path=self.autosave.path,
            place=progress.place_words(assessment),
            answered=counts.answered,
            of=counts.of,
            saved=self.autosave.saved_at.astimezone(),
            dates=dates_to_keep(assessment, self.session.view.plan)[: settings.MOST_DATES],
            review=assessment.profile.review,
        )

    def let_go(self) -> None:
        """Nobody wants it after all: nothing of it stays behind."""
        self.leave()
        self.workbook.deleteLater()

    def _rounds(self) -> Rounds:
        return Rounds(
            previous=self._file_of_previous,
            read=lambda path: load_document(path).assessment,
            choose=self._choose_round,
        )

    def folder(self) -> Path | None:
        """Where the document lies; None while it has no file."""
        return self.autosave.path.parent if self.autosave.path is not None else None

    def _choose_round(self, parent: QWidget) -> Path | None:
        from nttp_readiness.ui.share.export_dialogs import choose_round  # noqa: PLC0415 - only to compare

        return choose_round(parent, self._folder())

    def _folder(self) -> Path:
        """Where the files of other rounds are likely to lie."""
        path = self.autosave.path
        return path.parent if path is not None else folders.documents()

    def _file_of_previous(self, assessment: Assessment) -> Path | None:
        lately = [each.path for each in settings.load().recent]
        return document_search.find_document(assessment.previous or "", self._folder(), lately)

    def _print_comparison(self, other: Assessment) -> None:
        from nttp_readiness.reports.specs.form_spec import form_address  # noqa: PLC0415 - only to print

        self.share.show_round(other)
        self.workbook.show_address(form_address("comparison"))

    def _settle(self) -> None:
        """Give a new document its file as soon as somebody goes on from Prepare."""
        if (
            self.autosave.path is None
            and self.session.touched
            and self.workbook.shown is not Page.PREPARE
        ):
            self._give_file()

    def _shared(self) -> None:
        if self.autosave.path is None:
            self._give_file()

    def _give_file(self) -> None:
        with contextlib.suppress(SaveError):  # the save that follows says why
            folders.make(folders.documents())
        self.autosave.settle(self.suggested_path())


def support_words(look: Look) -> SupportContent:
    """Support where no document is open: the contacts of the standard bank. Raises BankError."""
    from nttp_readiness.presentation.words.support import support  # noqa: PLC0415 - nor this
    from nttp_readiness.ui.support.support_page import SupportContent  # noqa: PLC0415 - not for a page

    return SupportContent(look, support(standard_bank(), None))


def standard_bank() -> Bank:
    """The bank that comes with the program. Raises BankError."""
    from nttp_readiness.storage.banks.bank_folders import read_bank  # noqa: PLC0415 - a document has its own

    return read_bank(resources.question_banks() / STANDARD_BANK)


def bank_words(open_document: OpenDocument | None) -> str:
    """Which questions are asked, with their version and licence: those of the document, or the
    standard ones; what is wrong with them where they cannot be read.
    """
    try:
        bank = (
            open_document.session.assessment.bank if open_document is not None else standard_bank()
        )
    except BankError as problem:
        return str(problem)
    words = tr("{title}, version {version} of {day}; its licence is {licence}")
    said = words.format(
        title=bank.title, version=bank.version, day=day(bank.date), licence=bank.licence
    )
    if bank.overlay is not None:
        wording = tr("With the wording for {title}, version {version} of {day}")
        said += ". " + wording.format(
            title=bank.overlay.title, version=bank.overlay.version, day=day(bank.overlay.date)
        )
    reviews = (bank.review, bank.overlay.review if bank.overlay else None)
    return ". ".join((said, " ".join(filter(None, reviews)))) if any(reviews) else said
