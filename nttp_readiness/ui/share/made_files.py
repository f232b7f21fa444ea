"""What comes back from the worker: frozen values only."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImage

from nttp_readiness.reports.export_request import ExportRequest
from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Made:
    """A finished file with the sizes of its pages in points."""

    request: ExportRequest
    data: bytes
    sizes: tuple[tuple[float, float], ...]
    troubles: tuple[str, ...] = ()
    """What should be known before the file leaves: signs that it cannot show, and the like."""


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
