"""What stands on each page: header and footer, or the line that opens the one page."""

from __future__ import annotations

from collections.abc import Sequence

from nttp_readiness.presentation.words.blocks import Report
from nttp_readiness.reports.pdf.page_styles import MM
from nttp_readiness.reports.pdf.setting import Setting
from nttp_readiness.reports.pdf.typefaces import stretches
from nttp_readiness.reports.tagged import (
    Beside,
    Box,
    Positioned,
    Tag,
    TaggedCanvas,
    Text,
    unit_width,
)

_HEADER = 297 * MM - 15 * MM
_RULE = 297 * MM - 17.6 * MM
_LARGE_RULE = 297 * MM - 21.5 * MM
_FOOTER = 13 * MM
_AIR = 6 * MM  # between what stands left and right


def draw_header(setting: Setting, report: Report, canvas: TaggedCanvas) -> None:
    """The header with its rule, as an artifact. What stands right gives way in large print."""
    width, large = setting.styles.width, setting.styles.large
    lefts, right = report.header_left, report.header_right
    if large and lefts and _wide(setting, lefts[-1]) + _AIR + _wide(setting, right) > width:
        right = ""
    if not (lefts or right):
        return
    room = width - (_wide(setting, right) + _AIR if right else 0)
    rule = setting.line(0.75, "edge") if large else setting.line(0.5, "line")
    with canvas.margin("Header"):
        _line(setting, canvas, _HEADER, _fitting(setting, lefts, room), right)
        rule.draw(canvas, setting.styles.margin, _LARGE_RULE if large else _RULE, width)


def draw_footer(
    setting: Setting, report: Report, canvas: TaggedCanvas, number: int, count: int
) -> None:
    """The footer of page `number` of `count`, as an artifact."""
    page = report.page_words.format(page=number, pages=count)
    room = setting.styles.width - _wide(setting, page) - _AIR
    with canvas.margin("Footer"):
        _line(setting, canvas, _FOOTER, _fitting(setting, (report.footer_left,), room), page)


def one_page_line(
    setting: Setting, report: Report, parent: Tag, *, before: Sequence[Box]
) -> list[Box]:
    """The boxes of the one page with the line that stands in place of a header before them."""
    width = setting.styles.width
    right = setting.text(report.header_right, "running", None, right=True)
    room = width - right.longest(width) - _AIR
    words = _fitting(setting, report.header_left, room)
    if not words and not report.header_right:
        return list(before)
    tag = Tag("P")
    parent.children.insert(0, tag)
    left = setting.text(words, "running", tag)
    left.ends_spaced = True
    right = setting.text(report.header_right, "running", tag, right=True)
    line = Beside([Positioned(0, room, left), Positioned(0, width, right)], after=setting.gap(2))
    return [line, *before]


def _fitting(setting: Setting, forms: Sequence[str], room: float) -> str:
    """The first form that fits, else the last, ended at a word. Only here may text be cut."""
    if not forms:
        return ""
    for form in forms:
        if _wide(setting, form) <= room:
            return form
    words = forms[-1].split()
    while len(words) > 1 and _wide(setting, " ".join(words) + " …") > room:
        words.pop()
    return " ".join(words) + " …"


def _wide(setting: Setting, text: str) -> float:
    size = setting.styles.type("running").size
    return sum(unit_width(part.text, part.font) for part in stretches(text, bold=False)) * size


def _line(setting: Setting, canvas: TaggedCanvas, base: float, left: str, right: str) -> None:
    look = setting.styles.type("running")
    width = setting.styles.width
    for words, align in ((left, False), (right, True)):
        text: Text = setting.text(words.replace("\n", " "), "running", None, right=align)
        # The base line stands as far below the box's top as this type's own does.
        text.draw(canvas, setting.styles.margin, base + look.leading - 0.27 * look.size, width)
