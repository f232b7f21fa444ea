"""How an assessment comes into the window: opened, begun, copied, or followed by its next round."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from nttp_readiness import resources
from nttp_readiness.errors import ReadinessError, SaveError
from nttp_readiness.i18n import tr
from nttp_readiness.storage.files import folders
from nttp_readiness.ui.widgets.save_dialog import ask_where, with_its_suffix

if TYPE_CHECKING:
    from nttp_readiness.ui.shell.open_document import OpenDocument
    from nttp_readiness.ui.shell.opening import Opening
    from nttp_readiness.ui.shell.shell import Shell

SUFFIX = ".readiness"
SAMPLE = "council-service.readiness"
SMALL_SAMPLE = "small-charity.readiness"
SAMPLE_WORKSHOP = "workshop.readiness"


class Documents(QObject):
    """Each act puts away what is open, and leaves it as it is where that cannot be saved.

    What goes wrong is said in a sentence in the window. The pages of a document are loaded here
    and not with the module: the start page comes first.
    """

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell.widget)
        self._shell = shell
        self._opening: Opening | None = None
        """The file that was asked for and is not shown yet."""

    def ask_for(self, path: Path) -> None:
        """Open an assessment as soon as it is read. What is open stays so until then, and the
        window answers; what is asked for meanwhile calls this off.
        """
        from nttp_readiness.ui.shell.opening import Opening  # noqa: PLC0415 - after the first paint

        shell = self._shell
        if self._opening is not None and self._opening.path == path:
            return  # the second press of a double click
        self.call_off()
        opening = self._opening = Opening(
            shell.look,
            path,
            self,
            beside=shell.open_document,
            ready=lambda: shell.ready("new"),
        )
        opening.made.connect(self._show_asked_for)
        opening.failed.connect(lambda problem: self._refuse_asked_for(path, problem))
        opening.is_open.connect(lambda: self.open_file(path))
        opening.takes_long.connect(lambda: self._say_what_is_read(path))

    def call_off(self) -> None:
        """Whatever file is being read is no longer wanted."""
        opening, self._opening = self._opening, None
        if opening is not None:
            opening.call_off()
            self._shell.hush()

    def _say_what_is_read(self, path: Path) -> None:
        self._shell.offer(
            tr("“{file}” is being read, which takes long. You can go on here meanwhile.").format(
                file=path.name
            ),
            tr("Do not open it"),
            self.call_off,
        )

    def _show_asked_for(self, made: OpenDocument) -> None:
        self._opening = None
        if self._shell.put_away():
            self._shell.show_document(made)
        else:
            made.let_go()

    def _refuse_asked_for(self, path: Path, problem: Exception) -> None:
        from nttp_readiness.ui.shell.recovery import recovery_commands  # noqa: PLC0415 - few files

        self._opening = None
        self._shell.hush()
        if not isinstance(problem, ReadinessError):
            raise problem
        if self._shell.put_away():
            recovery_commands.refuse(self._shell, path, problem)

    def open_file(self, path: Path) -> None:
        """Open an assessment in place of what is open; a sentence says where it cannot be."""
        from nttp_readiness.ui.shell.open_document import OpenDocument  # noqa: PLC0415

        shell = self._shell
        if not shell.put_away():
            return
        try:
            made = OpenDocument.open(shell.look, path)
        except ReadinessError as problem:
            from nttp_readiness.ui.shell.recovery import recovery_commands  # noqa: PLC0415 - few files

            recovery_commands.refuse(shell, path, problem)
            return
        shell.show_document(made)

    def browse(self) -> None:
        """Choose an assessment in the system's own dialog."""
        path = self._ask(tr("Open an assessment"))
        if path is not None:
            self.ask_for(path)

    def begin(self, bank: Path | None = None) -> None:
        """Begin an assessment with that bank, or with the standard one."""
        from nttp_readiness.ui.shell.open_document import OpenDocument  # noqa: PLC0415

        shell = self._shell
        try:
            ready = shell.ready("new") if bank is None else None
            made = ready or OpenDocument.new(shell.look, bank)
        except ReadinessError as problem:
            shell.tell(str(problem))
            return
        if shell.put_away():
            shell.drop_overlays()
            shell.show_document(made)

    def choose_questions(self) -> None:
        """Show the question banks at hand; one more press begins with one of them."""
        from nttp_readiness.ui.shell import banks_content  # noqa: PLC0415 - few need it

        shell = self._shell
        words = banks_content.BanksContent(shell.look, banks_content.banks_at_hand())
        words.chosen.connect(lambda folder: self.begin(Path(folder)))
        shell.lay_over(words.heading, words, "banks")

    def many_teams(self) -> None:
        """Show what the assessments in a folder come to together."""
        from nttp_readiness.ui.shell.portfolio_content import PortfolioContent  # noqa: PLC0415 - few look after many

        words = PortfolioContent(self._shell.look)
        self._shell.lay_over(words.heading, words, "portfolio")

    def take_wording(self, overlay_id: str) -> None:
        """Put the open assessment into the words of a sector, or into the general ones."""
        from nttp_readiness.ui.shell import sector_change  # noqa: PLC0415 - few need it

        sector_change.take(self._shell, overlay_id)

    def show_crisis(self) -> None:
        """Support, and what to do in a week of crisis; six questions are one more press away."""
        from nttp_readiness.ui.shell import crisis_commands  # noqa: PLC0415 - few need it

        crisis_commands.show(self._shell)

    def open_again(self, before: OpenDocument) -> None:
        """Open what was put away just now: its file, or what has none yet as it stood."""
        if before.autosave.path is not None:
            self.open_file(before.autosave.path)
        else:
            assessment = before.session.assessment
            self._shell.show_document(type(before)(self._shell.look, assessment, None, None))

    def show_samples(self) -> None:
        """The samples to choose from; one more press walks through one of them."""
        from nttp_readiness.presentation.screens.samples import samples_for  # noqa: PLC0415
        from nttp_readiness.ui.shell import samples_content  # noqa: PLC0415 - few need it

        shell, sector, small = self._shell, "", False
        if shell.open_document is not None:
            assessment = shell.open_document.session.assessment
            overlay = assessment.written_bank.overlay
            sector, small = overlay.id if overlay else "", assessment.profile.small_organisation
        found = samples_for(sector, samples_content.sector_samples(), small=small)
        words = samples_content.SamplesContent(shell.look, found)
        words.opened.connect(self.open_sample)
        words.walked.connect(self.walk_through)
        shell.lay_over(words.heading, words)

    def walk_through(self, name: str) -> None:
        """Open a copy of a sample, and go through it step by step."""
        from nttp_readiness.presentation.screens.example_walk import example_walk  # noqa: PLC0415

        self.open_sample(name)
        opened = self._shell.open_document
        if opened is not None:
            view = opened.session.view
            opened.workbook.example.own.connect(self.begin)
            opened.workbook.example.begin_walk(
                example_walk(view.card, view.plan, view.understanding)
            )

    def open_small_sample(self) -> None:
        """Open a copy of the sample of a small charity."""
        self.open_sample(SMALL_SAMPLE)

    def open_sample(self, name: str = SAMPLE) -> None:
        """Open a copy of the sample, so that nothing is at stake."""
        from nttp_readiness.ui.shell.open_document import OpenDocument  # noqa: PLC0415

        shell = self._shell
        if not shell.put_away():
            return
        shell.drop_overlays()
        try:
            ready = shell.ready("sample") if name == SAMPLE else None
            path = resources.assets() / "samples" / name
            made = ready or OpenDocument.open_sample(shell.look, path)
        except ReadinessError as problem:
            shell.tell(str(problem))
            return
        shell.show_document(made)

    def next_round(self, keep_answers: bool) -> None:  # noqa: FBT001 - a slot
        """Open the next round as a document of its own; the file of this one is left as it is."""
        from nttp_readiness.ui.shell.open_document import OpenDocument  # noqa: PLC0415

        shell, open_document = self._shell, self._shell.open_document
        if open_document is None:
            return
        try:
            following = open_document.next_round(keep_answers=keep_answers)
        except ReadinessError as problem:
            open_document.workbook.tell(str(problem))
            return
        # A round that never had a file is given one first, so that it is there to compare with.
        if not open_document.save() or open_document.autosave.path is None:
            return
        folder = open_document.autosave.path.parent
        if shell.put_away():
            shell.show_document(OpenDocument.begin(shell.look, following, folder))

    def print_questions(self) -> None:
        """See every question on paper before one begins."""
        if self._shell.open_document is None:
            self.begin()
        from nttp_readiness.reports.specs.form_spec import form_address  # noqa: PLC0415 - with a document

        self._shell.go_to(form_address("questionnaire"))  # whatever lies over it

    def respond(self) -> None:
        """Answer an assessment as one person of many, into a file to hand over."""
        from nttp_readiness.ui.workshop.ballots.respond_window import RespondWindow  # noqa: PLC0415 - few need it

        path = self._ask(tr("Which assessment do you answer?"))
        if path is None:
            return
        try:
            window = RespondWindow(self._shell.look, path, parent=self._shell.widget)
        except ReadinessError as problem:
            self._shell.tell(str(problem))
            return
        window.show()

    def save_copy(self) -> None:
        """Save to another file and go on there."""
        shell, open_document = self._shell, self._shell.open_document
        if open_document is None:
            return
        suggested = with_its_suffix(open_document.suggested_path(), SUFFIX)
        path = ask_where(shell.widget, tr("Save a copy"), suggested, tr("Assessments"))
        if path is not None:
            try:
                open_document.autosave.save_copy(path)
            except SaveError as problem:
                shell.tell(str(problem))
            else:
                shell.hush()

    def show_file(self, *, rename: bool = False) -> None:
        """Which file this is, where it is, and what can be done with it."""
        from nttp_readiness.ui.shell import file_commands  # noqa: PLC0415 - few need it

        file_commands.show(self._shell, rename=rename)

    def move_file(self) -> None:
        """Choose another folder for the file, and go on there."""
        from nttp_readiness.ui.shell import file_commands  # noqa: PLC0415 - few need it

        file_commands.move(self._shell)

    def show_folder(self) -> None:
        """Show the folder of the file in the window of the system."""
        from nttp_readiness.ui.shell import file_commands  # noqa: PLC0415 - few need it

        file_commands.show_folder(self._shell)

    def find_file(self) -> None:
        """A person shows where the file is now that was moved."""
        from nttp_readiness.ui.shell import file_commands  # noqa: PLC0415 - few need it

        file_commands.find(self._shell)

    def put_together(self) -> None:
        """Choose another file of the open assessment, and see what would come in from it."""
        from nttp_readiness.ui.shell.recovery import merge_content  # noqa: PLC0415 - hardly ever needed

        open_document = self._shell.open_document
        if open_document is None:
            return
        own = open_document.autosave.path
        path = self._ask(tr("Put together with another file"), own.parent if own else None)
        if path is not None:
            merge_content.show(self._shell, path)

    def bring_changes(self) -> None:
        """Choose a spreadsheet that came back, and see what it would change in the plan."""
        from nttp_readiness.ui.shell import returned_content  # noqa: PLC0415 - hardly ever needed

        if self._shell.open_document is None:
            return
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - not for the start page

        kinds = tr("Spreadsheets ({suffixes})").format(suffixes="*.xlsx *.ods *.csv *.txt")
        path, _ = QFileDialog.getOpenFileName(
            self._shell.widget,
            tr("Changes from a spreadsheet"),
            str(folders.documents()),
            kinds,
        )
        if path:
            returned_content.show(self._shell, Path(path))

    def _ask(self, heading: str, folder: Path | None = None) -> Path | None:
        """Ask for the file of an assessment, in the system's own dialog."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - not for the start page

        kinds = tr("Assessments (*{suffix})").format(suffix=SUFFIX)
        path, _ = QFileDialog.getOpenFileName(
            self._shell.widget, heading, str(folder or folders.documents()), kinds
        )
        return Path(path) if path else None
