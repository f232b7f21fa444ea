"""The page of a Word document of ours: its size and margins, its header and its footer."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from nttp_readiness.figures.text_width import text_width
from nttp_readiness.presentation.words.blocks import Paper, Report
from nttp_readiness.reports.office import word_xml as xml
from nttp_readiness.reports.office.word_styles import running_size
from nttp_readiness.reports.safe_text import portable_text

WIDTH = 170
"""Of the text, in mm."""
_MARGIN = 20
_WIDER = 1.15
"""How much wider than in our own typeface text may be in the one that a reader has."""


def set_page(document: Document, report: Report, paper: Paper) -> None:
    """A4 with what runs at the head and the foot of each page; a cover has neither."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(_MARGIN)
    section.top_margin, section.bottom_margin = Mm(25), Mm(22)
    section.header_distance = section.footer_distance = Mm(12)
    section.different_first_page_header_footer = report.cover is not None
    left = _fitting(report.header_left, report.header_right, paper)
    _running(section.header.paragraphs[0], left, report.header_right)
    foot = section.footer.paragraphs[0]
    _running(foot, report.footer_left, "")
    before, _, rest = report.page_words.partition("{page}")
    between, _, after = rest.partition("{pages}")
    foot.add_run(before)
    xml.field(foot, "PAGE", "1")
    foot.add_run(between)
    xml.field(foot, "NUMPAGES", "1")
    foot.add_run(after)


def text_width_of(document: Document) -> float:
    """How wide the text of the last section of a template is, in mm."""
    section = document.sections[-1]
    page, left, right = section.page_width, section.left_margin, section.right_margin
    if page is None or left is None or right is None:
        return WIDTH
    return float(max((page - left - right) / Mm(1), 60))


def wide(text: str, size: float, *, bold: bool) -> float:
    """How wide text of that size in points is at most, in mm."""
    return float(text_width(text, size, bold) * _WIDER / Mm(1).pt)


def _running(paragraph: Paragraph, left: str, right: str) -> None:
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(Mm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(portable_text(" ".join(left.split())))
    paragraph.add_run("\t")
    paragraph.add_run(portable_text(" ".join(right.split())))


def _fitting(forms: Sequence[str], right: str, paper: Paper) -> str:
    """The first form that fits on the header's line, else the last, ended at a word."""

    def fits(text: str) -> bool:
        return wide(f"{text}    {right}", running_size(paper).pt, bold=False) <= WIDTH

    words = next(filter(fits, forms), forms[-1] if forms else "").split()
    if fits(" ".join(words)):
        return " ".join(words)
    while len(words) > 1 and not fits(f"{' '.join(words)} …"):
        words.pop()
    return f"{' '.join(words)} …"
