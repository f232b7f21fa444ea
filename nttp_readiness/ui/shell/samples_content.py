"""The samples that come with the program, one for each sector's wording."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from nttp_readiness import resources
from nttp_readiness.i18n import tr
from nttp_readiness.storage.overlay_folders import FoundOverlay, find_overlays
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Prose


def sector_samples() -> list[tuple[FoundOverlay, Path]]:
    """Each sector's wording of the program that has a sample, with its file."""
    folder = resources.assets() / "samples"
    found = ((each, folder / f"sector-{each.id}.readiness") for each in find_overlays())
    return [(each, path) for each, path in found if path.is_file()]


class SamplesContent(QWidget):
    """`chosen` gives the name of the sample's file."""

    chosen = Signal(str)

    def __init__(self, look: Look, found: Sequence[tuple[FoundOverlay, Path]]) -> None:
        super().__init__()
        self.heading = tr("A sample for each sector")
        column = Box(look, self)
        column.addWidget(Prose(look, self.heading, "page"))
        column.gap(8)
        lead = tr(
            "Invented bodies after a first sitting: the foundations are answered, and the question"
            " of their own sector. Each opens as a copy, with nothing at stake."
        )
        column.addWidget(Prose(look, lead, "lead"))
        column.gap(20)
        column.addWidget(Rule(look, dotted=True))
        for overlay, path in found:
            column.gap(10)
            title = overlay.title[:1].upper() + overlay.title[1:]
            column.addWidget(Prose(look, title, "body_strong"))
            column.gap(6)
            button = Button(look, tr("Open this sample"), small=True)
            button.setAccessibleName(tr("Open this sample: {title}").format(title=title))
            button.clicked.connect(lambda _=False, name=path.name: self.chosen.emit(name))
            column.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
            column.gap(10)
            column.addWidget(Rule(look, dotted=True))
