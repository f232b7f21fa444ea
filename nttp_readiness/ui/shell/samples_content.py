"""Which example: those that come with the program, the most fitting first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nttp_readiness import resources
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.screens.samples import SampleWords, sector_file, sector_sample
from nttp_readiness.storage.banks.overlay_heads import find_overlays
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box, Flow
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Prose


def sector_samples() -> tuple[SampleWords, ...]:
    """A sample for each sector's wording of the program that has one."""
    folder = resources.assets() / "samples"
    return tuple(
        sector_sample(each.id, each.title)
        for each in find_overlays()
        if (folder / sector_file(each.id)).is_file()
    )


class SamplesContent(QWidget):
    """`walked` and `opened` give the file of a sample."""

    walked = Signal(str)
    opened = Signal(str)

    def __init__(self, look: Look, samples: Sequence[SampleWords]) -> None:
        super().__init__()
        self.heading = tr("Which example is most like you?")
        column = Box(look, self)
        column.addWidget(Prose(look, self.heading, "page"))
        column.gap(6)
        column.addWidget(
            Prose(
                look,
                tr(
                    "All of them are imagined examples. A walk takes you through one in about five"
                    " minutes: what they said, and why it led to that result. Or open one and look"
                    " round yourself. Each is a copy, so you cannot spoil anything."
                ),
                "lead",
            )
        )
        for each in samples:
            column.gap(16)
            column.addWidget(Rule(look, dotted=True))
            column.gap(10)
            column.addWidget(Prose(look, each.title, "section_small"))
            column.addWidget(Prose(look, each.words, "body"))
            column.gap(8)
            row = Flow(look, gap=12)
            acts = (
                (tr("Walk through it"), tr("Walk through it: {title}"), self.walked),
                (tr("Open this sample"), tr("Open this sample: {title}"), self.opened),
            )
            for words, name, signal in acts:
                button = Button(look, words, "second", small=True)
                button.setAccessibleName(name.format(title=each.title))
                button.clicked.connect(
                    lambda _=False, signal=signal, file=each.file: signal.emit(file)
                )
                row.addWidget(button)
            column.addLayout(row)
