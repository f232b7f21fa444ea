"""Tagged PDF (PDF/UA-1) on reportlab: structure, text, tables and pages, written in one go.

It knows nothing of readiness. `TaggedCanvas` is a file; `Text`, `Table` and the other boxes lay
themselves out; `paginate` shares them out to pages.
"""

from nttp_readiness.reports.tagged.canvas import About, PdfPath, Pen, TaggedCanvas
from nttp_readiness.reports.tagged.figure import Figure
from nttp_readiness.reports.tagged.flow import (
    Box,
    Narrow,
    NewPage,
    Painted,
    Placed,
    Space,
    Stack,
    Together,
    paginate,
)  # fmt: skip
from nttp_readiness.reports.tagged.fonts import coverage, register, unit_width
from nttp_readiness.reports.tagged.structure import Kind, Tag, scope, summary
from nttp_readiness.reports.tagged.table import Beside, Line, Place, Table
from nttp_readiness.reports.tagged.text import Piece, Text

__all__ = [
    "About", "Beside", "Box", "Figure", "Kind", "Line", "Narrow", "NewPage", "Painted",
    "PdfPath", "Pen", "Piece", "Place", "Placed", "Space", "Stack", "Table", "Tag",
    "TaggedCanvas", "Text", "Together", "coverage", "paginate", "register", "scope", "summary",
    "unit_width",
]  # fmt: skip
