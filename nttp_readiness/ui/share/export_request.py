"""What is asked of the worker, and what comes back: frozen values only."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QImage

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.fields import Redaction
from nttp_readiness.reports import forms
from nttp_readiness.reports.forms import FormId, Progress, Size


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """A form of an assessment as it was then, with all that was chosen for it."""

    assessment: Assessment
    form: FormId
    suffix: str
    today: dt.date
    without: frozenset[Redaction] = frozenset()
    size: Size = "standard"
    grey: bool = False
    a3: bool = False
    previous: Assessment | None = None
    strength: str = ""

    def make(self, progress: Progress) -> bytes:
        """The file's bytes. Takes up to some seconds, so only in the worker. Raises ExportError."""
        return forms.make(
            self.assessment,
            self.form,
            self.suffix,
            today=self.today,
            without=self.without,
            full_notes="notes" not in self.without,
            size=self.size,
            grey=self.grey,
            a3=self.a3,
            previous=self.previous,
            strength=self.strength,
            progress=progress,
        )


@dataclass(frozen=True, slots=True, eq=False)
class Made:
    """A finished file with the sizes of its pages in points."""

    request: ExportRequest
    data: bytes
    sizes: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """A page as an image, `scale` pixels to the point; pages are counted from 0."""

    made: Made
    number: int
    scale: float
    image: QImage


@dataclass(frozen=True, slots=True)
class SavedFile:
    """A file that was written whole."""

    path: Path
