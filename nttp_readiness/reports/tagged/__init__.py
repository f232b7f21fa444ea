"""Tagged PDF (PDF/UA-1) on reportlab: structure, text, tables and pages, written in one go.

It knows nothing of readiness. `TaggedCanvas` is a file; `Text`, `Table` and the other boxes lay
themselves out; `paginate` shares them out to pages. README.md beside this file has an example.
"""

from .canvas import PdfPath, Pen, TaggedCanvas, ink
from .figure import Figure
from .flow import (
    Box,
    IfFirst,
    Narrow,
    NewPage,
    Painted,
    Placed,
    Space,
    Stack,
    Together,
    depth_of,
    paginate,
    stretched,
)  # fmt: skip
from .fonts import FontError, coverage, register, unit_width
from .metadata import About
from .structure import Kind, Tag, scope, summary
from .table import Beside, Line, Positioned, Table
from .text import Piece, Text, forget
from .wholes import held, wholes

__all__ = [
    "About",
    "Beside",
    "Box",
    "Figure",
    "FontError",
    "IfFirst",
    "Kind",
    "Line",
    "Narrow",
    "NewPage",
    "Painted",
    "PdfPath",
    "Pen",
    "Piece",
    "Placed",
    "Positioned",
    "Space",
    "Stack",
    "Table",
    "Tag",
    "TaggedCanvas",
    "Text",
    "Together",
    "coverage",
    "depth_of",
    "forget",
    "held",
    "ink",
    "paginate",
    "register",
    "scope",
    "stretched",
    "summary",
    "unit_width",
    "wholes",
]  # fmt: skip
