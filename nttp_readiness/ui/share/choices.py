"""What a person may choose for what leaves: the form, its kind of file, and what is put in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.fields import Redaction
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.plan.plan_material import ANNEX, AnnexPart
from nttp_readiness.presentation.screens import share_words
from nttp_readiness.reports.export_request import Size
from nttp_readiness.reports.form_specs import form_specs
from nttp_readiness.reports.specs.form_spec import FormId, FormSpec
from nttp_readiness.ui.share.form_rows import FormRows
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.fields.field import combo_field
from nttp_readiness.ui.widgets.fields.radio_rows import ROW_INSET
from nttp_readiness.ui.widgets.fields.tick_box import TickBox, TickGroup
from nttp_readiness.ui.widgets.fold import Fold
from nttp_readiness.ui.widgets.icon_label import IconLabel
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.values import dataclass, replace

_PARTS: tuple[Redaction, ...] = ("scores", "names", "notes")


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen. Notes stay out until somebody puts them in."""

    form: FormId = "plan"
    suffix: str = ".pdf"
    without: frozenset[Redaction] = frozenset({"notes"})
    size: Size = "standard"
    grey: bool = False
    a3: bool = False
    archive: bool = False
    previous: Assessment | None = None
    strength: str = ""
    by_owner: bool = False
    owner: str = ""
    annex: frozenset[AnnexPart] = frozenset()


_VARIANTS: dict[str, Chosen] = {
    "large-print": Chosen(size="large"),
    "grey": Chosen(grey=True),
}
"""Forms that are the plan with an option: the option is offered here, so they need no row."""


class Choices(QWidget):
    """`changed` follows what the person chose here; `round_wanted` asks for another round, and
    `changes_wanted` for a spreadsheet that came back.
    """

    changed = Signal()
    round_wanted = Signal()
    changes_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._forms: dict[str, FormSpec] = {each.id: each for each in form_specs()}
        self._offered = self._forms
        self._chosen = Chosen()
        self._left_out = self._chosen.without
        self._template = ""
        column = Box(look, self)
        self._build_forms(column)
        below = Box(look, margins=(ROW_INSET, 0, 0, 0))
        column.addLayout(below)
        self._build_what_it_needs(below)
        below.gap(14)
        below.addWidget(Rule(look))
        below.gap(14)
        self._build_parts(below)
        self._build_paper(below)
        self._show(self._chosen)

    @property
    def chosen(self) -> Chosen:
        return self._chosen

    @property
    def text_size(self) -> Size:
        """The size of text that is chosen, as far as the form has it."""
        return self._chosen.size if self._chosen.size in self.form.sizes else "standard"

    @property
    def form(self) -> FormSpec:
        """The form that is chosen."""
        return self._forms[self._chosen.form]

    def choose(self, form: str) -> None:
        """Choose a form by its id; an unknown one changes nothing."""
        if form in _VARIANTS:
            self._show(_VARIANTS[form])
        elif form in self._offered and form != self._chosen.form:
            spec = self._offered[form]
            self._show(
                replace(
                    self._chosen,
                    form=cast("FormId", form),
                    suffix=spec.suffixes[0],
                    without=self._without(spec),
                )
            )

    def _without(self, form: FormSpec) -> frozenset[Redaction]:
        """What stays out as that form is chosen. One that is made of notes has them from the first,
        and what was chosen for the others is so again when one comes back to them.
        """
        here, out = self.form.of_notes, self._chosen.without
        if form.of_notes and not here:
            self._left_out = out
            return out - {"notes"}
        return self._left_out if here and not form.of_notes else out

    def choose_round(self, previous: Assessment) -> None:
        """Compare with that round."""
        self._take(previous=previous)

    def show_document(
        self,
        offered: Sequence[FormSpec],
        *,
        empty: bool,
        strengths: Sequence[tuple[str, str]],
        owners: Sequence[tuple[str, str]],
        template: str,
    ) -> None:
        """The forms that there are. Without answers the questionnaire stands first; examples need
        a strength. `template` is the path of the organisation's own for Word.
        """
        self._template = template
        self._offered = {each.id: each for each in offered}
        if self._chosen.form not in self._offered:
            self._chosen = replace(self._chosen, form="plan", suffix=".pdf")
        self._nothing.setVisible(empty)
        rows = [each for each in offered if each.id not in _VARIANTS]
        self.rows.show_forms(rows, first="ask" if empty else "meeting")
        self.strength_field.control.set_choices(strengths)
        found = [key for key, _ in strengths]
        if self._chosen.strength not in found:
            self._chosen = replace(self._chosen, strength=found[0] if found else "")
        self.owner_field.control.set_choices(owners)
        if self._chosen.owner not in {key for key, _ in owners}:
            self._chosen = replace(self._chosen, owner="")
        self._show(self._chosen)

    # ---- building

    def _build_forms(self, column: Box) -> None:
        look = self._look
        head = Box(look, margins=(ROW_INSET, 0, 0, 0))
        head.addWidget(Prose(look, tr("Share"), "where"))
        head.addWidget(Prose(look, tr("What do you need?"), "page"))
        self._nothing = Prose(look, share_words.nothing_yet(), "where")
        head.addWidget(self._nothing)
        column.addLayout(head)
        column.gap(8)
        rows = [each for each in self._forms.values() if each.id not in _VARIANTS]
        self.rows = FormRows(look, rows)
        self.rows.chosen.connect(self._take_form)
        column.addWidget(self.rows)
        column.gap(8)

    def _build_what_it_needs(self, column: Box) -> None:
        look = self._look
        self._use = Prose(look, "", "where")
        column.addWidget(self._use)
        self.kind_field = combo_field(look, tr("Kind of file"), ())
        self.kind_field.control.chosen.connect(lambda suffix: self._take(suffix=suffix))
        self.strength_field = combo_field(look, tr("Which strength"), ())
        self.strength_field.control.chosen.connect(lambda key: self._take(strength=key))
        self.owner_field = combo_field(look, tr("Whose sheet"), ())
        self.owner_field.control.chosen.connect(lambda key: self._take(owner=key))
        self._round = QWidget()
        box = Box(look, self._round, margins=(0, 10, 0, 0), spacing=6)
        box.addWidget(Prose(look, tr("Compare with"), "guide_strong"))
        self._round_words = Prose(look, "", "where")
        box.addWidget(self._round_words)
        self.round_button = Button(look, tr("Choose the other round"), small=True)
        self.round_button.clicked.connect(self.round_wanted)
        box.addWidget(self.round_button)
        for field in (self.kind_field, self.owner_field, self.strength_field):
            field.setContentsMargins(0, look.pad(10), 0, 0)
            column.addWidget(field)
        column.addWidget(self._round)
        self.by_owner = TickBox(look, tr("A sheet for each owner"))
        self.by_owner.clicked.connect(lambda on: self._take(by_owner=on))
        column.addWidget(self.by_owner)
        self.changes_button = Button(look, tr("Bring changes back"), small=True)
        self.changes_button.clicked.connect(self.changes_wanted)
        column.gap(6)
        column.addWidget(self.changes_button)

    def _build_parts(self, column: Box) -> None:
        look = self._look
        self._parts_heading = Prose(look, tr("Put in"), "body_strong")
        column.addWidget(self._parts_heading)
        self.parts: dict[Redaction, TickBox] = {}
        for part in _PARTS:
            self.parts[part] = TickBox(look, share_words.part_words(part))
            self.parts[part].clicked.connect(self._take_parts)
        column.addWidget(TickGroup(look, tr("Put in"), tuple(self.parts.values())))

        self._annex = QWidget()
        self._annex_fold = Fold(look, tr("Add an annex"), "", self._annex, kind="body_strong")
        inside = Box(look, self._annex)
        self.annex: dict[AnnexPart, TickBox] = {}
        for each in ANNEX:
            self.annex[each] = TickBox(look, share_words.annex_words(each))
            self.annex[each].clicked.connect(self._take_annex)
            inside.addWidget(self.annex[each])
        self._annex.hide()
        column.addWidget(self._annex_fold)
        column.addWidget(self._annex)

    def _build_paper(self, column: Box) -> None:
        look = self._look
        self.grey = TickBox(look, tr("Black and white"))
        self.grey.clicked.connect(lambda on: self._take(grey=on))
        column.addWidget(self.grey)
        self.archive = TickBox(look, tr("For keeping (PDF/A)"))
        self.archive.setAccessibleDescription(share_words.archive_words())
        self.archive.clicked.connect(lambda on: self._take(archive=on))
        column.addWidget(self.archive)
        self.size_field = combo_field(look, tr("Text size"), share_words.sizes())
        self.size_field.control.chosen.connect(lambda size: self._take(size=size))
        self.paper_field = combo_field(look, tr("Paper"), share_words.papers())
        self.paper_field.control.chosen.connect(lambda a3: self._take(a3=a3))
        column.gap(10)
        column.addWidget(self.size_field)
        column.addWidget(self.paper_field)
        column.gap(14)
        readers = Box(look, across=True, spacing=2)
        lock = IconLabel(look, "lock", "", icon_tone="quiet")
        readers.addWidget(lock, alignment=Qt.AlignmentFlag.AlignTop)
        self._readers = Prose(look, "", "where")
        readers.addWidget(self._readers, 1)
        column.addLayout(readers)

    # ---- what the person does

    def _take_form(self, form: str) -> None:
        self.choose(form)
        self.changed.emit()

    def _take(self, **changes: object) -> None:
        self._show(replace(self._chosen, **changes))  # type: ignore[arg-type] # fields of its own
        self.changed.emit()

    def _take_parts(self) -> None:
        self._take(without=frozenset(p for p, box in self.parts.items() if not box.isChecked()))

    def _take_annex(self) -> None:
        self._take(annex=frozenset(p for p, box in self.annex.items() if box.isChecked()))

    def _show(self, chosen: Chosen) -> None:
        self._chosen, form = chosen, self._forms[chosen.form]
        heeded, suffixes = form.choices, form.suffixes
        self.rows.show_choice(form.id)
        self._use.say(form.use)
        kind = self.kind_field
        kind.setVisible(len(suffixes) > 1)
        kind.control.set_choices([(each, share_words.kind_words(each)) for each in suffixes])
        kind.control.show_choice(chosen.suffix)
        hint = share_words.shown_instead(chosen.suffix) if ".pdf" in suffixes else ""
        if form.templated and chosen.suffix == ".docx":
            hint = f"{share_words.template_words(self._template)} {hint}".strip()
        kind.say_hint(hint)
        self.strength_field.setVisible("strength" in heeded)
        self.strength_field.control.show_choice(chosen.strength)
        self.owner_field.setVisible("owner" in heeded)
        self.owner_field.control.show_choice(chosen.owner)
        self._round.setVisible("previous" in heeded)
        self._round_words.say(share_words.round_chosen(chosen.previous))
        self.by_owner.setVisible("by_owner" in heeded)
        self.by_owner.setChecked(chosen.by_owner)
        self.changes_button.setVisible(form.comes_back)
        for part, box in self.parts.items():
            box.setVisible(part in heeded)
            box.setChecked(part not in chosen.without)
        self._parts_heading.setVisible(any(part in heeded for part in _PARTS))
        self._annex_fold.setVisible("annex" in heeded)
        self._annex.setVisible("annex" in heeded and self._annex_fold.isChecked())
        for annex, box in self.annex.items():
            box.setChecked(annex in chosen.annex)
        self.grey.setVisible("grey" in heeded)
        self.grey.setChecked(chosen.grey)
        self.archive.setVisible(chosen.suffix == ".pdf")
        self.archive.setChecked(chosen.archive)
        self.size_field.setVisible("size" in heeded)
        sizes = [each for each in share_words.sizes() if each[0] in form.sizes]
        self.size_field.control.set_choices(sizes)
        self.size_field.control.show_choice(self.text_size)
        self.paper_field.setVisible("a3" in heeded)
        self.paper_field.control.show_choice(chosen.a3)
        self._readers.say(share_words.who_can_read(form.id, heeded, chosen.without))
