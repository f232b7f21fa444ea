"""A report as a PDF that anybody can read: PDF/UA-1, with bookmarks, on A4 or A3."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import sqrt

from nttp_readiness import resources
from nttp_readiness.errors import ExportError
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.words.blocks import (
    Beside,
    Block,
    Cover,
    CutApart,
    Heading,
    Keep,
    Panel,
    Paper,
    Report,
    sections,
)
from nttp_readiness.reports import tagged
from nttp_readiness.reports.logo import Logo
from nttp_readiness.reports.pdf import typefaces
from nttp_readiness.reports.pdf.compose import Composer
from nttp_readiness.reports.pdf.cover import cover_boxes, draw_corner
from nttp_readiness.reports.pdf.page_styles import MM, Styles, styles
from nttp_readiness.reports.pdf.panels import section_key
from nttp_readiness.reports.pdf.running import draw_footer, draw_header, one_page_line
from nttp_readiness.reports.pdf.setting import Known, Setting
from nttp_readiness.reports.pdf.typefaces import REGULAR, load
from nttp_readiness.reports.safe_text import clean_text
from nttp_readiness.reports.tagged import (
    About,
    Box,
    Placed,
    Stack,
    Tag,
    TaggedCanvas,
    depth_of,
    paginate,
    stretched,
)
from nttp_readiness.values import dataclass, replace

_A4 = (210 * MM, 297 * MM)
_COVER_FOOT = 15 * MM
_COVER_GAPS = (1.0, 0.8, 0.6, 0.4)
_CREATOR = "NTTP Readiness"
_FITS = tuple(
    (gap, 1.0) for gap in (1.2, 1.1, 1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5)
) + tuple((0.5, shrink) for shrink in (0.97, 0.94, 0.91, 10 / 11.5))
"""What the one page tries in turn: gaps first, then type, whose body is 10 pt at the last."""
_CLOSER = ((0.92, 0.5), (0.85, 0.5), (0.78, 0.5), (0.7, 0.33), (0.6, 0.33), (0.5, 0.2), (0.35, 0.2))
"""How close the air may come to spare a section its last page, and how full that may be for it."""
_FEW = 6
_CLOSER_OF_MANY = ((0.85, 0.5), (0.7, 0.5), (0.6, 0.33))
"""The same where a section has more than a few pages: each of them gives something."""
_SECOND_BLOCK = 0.2
"""In large print the last block of a table has the one before it on its page, which so much fuller
would not be spared else.
"""
_AIR = 0.14
"""The share of a page that is air between its parts, in most sections."""
_MOST_SECTIONS = 200
_MOST_CLOSED = 24
"""A section of more pages is left as it is: it would be set again for each step."""


def write_pdf(
    report: Report,
    paper: Paper = Paper(),  # noqa: B008 - it is frozen
    *,
    logo: Logo | None = None,
    invariant: bool = False,
    progress: Callable[[int], None] | None = None,
) -> bytes:
    """The whole file. `progress` hears percentages. With `invariant` the same report gives the same
    bytes. ExportError if the one page does not hold it all; it says what to shorten.
    """
    load()
    scale = sqrt(2) if paper.a3 else 1
    size = (_A4[0] * scale, _A4[1] * scale)
    colours = resources.colour_space().read_bytes() if paper.archive else b""
    canvas = TaggedCanvas(
        size, _about(report), font=REGULAR, invariant=invariant, colour_space=colours
    )
    if paper.one_page:
        setting, pages = _one_page(report, paper, canvas)
    else:
        setting = Setting(styles(paper))
        pages = _pages(report, setting, canvas, logo)
    tell = progress or _silent
    tell(30)
    for number, placed in enumerate(pages, 1):
        canvas.canvas.scale(scale, scale)
        _draw_page(report, setting, canvas, placed, number, len(pages))
        canvas.end_page()
        tell(30 + 60 * number // len(pages))
    data = canvas.finish()
    tagged.forget()
    typefaces.forget()
    tell(100)
    return data


def section_pages(report: Report, paper: Paper) -> dict[int, int]:
    """The page on which each section of the printed report begins, both counted from 1."""
    load()
    setting = Setting(styles(replace(paper, one_page=False)))
    canvas = TaggedCanvas(_A4, _about(report), font=REGULAR)
    found: dict[int, int] = {}
    keys = {section_key(number): number for number in range(1, _MOST_SECTIONS)}
    for page, placed in enumerate(_pages(report, setting, canvas, None), 1):
        for item in placed:
            found |= {keys[key]: page for key in item.box.keys if key in keys}
    return found


def _silent(percent: int) -> None:
    """Nobody listens."""


def _about(report: Report) -> About:
    def line(text: str) -> str:
        return " ".join(clean_text(text).split())

    return About(
        title=line(report.title),
        language=report.language,
        author=line(report.author),
        subject=line(report.subject),
        keywords=tuple(line(word) for word in report.keywords),
        creator=_CREATOR,
    )


def _pages(
    report: Report, setting: Setting, canvas: TaggedCanvas, logo: Logo | None
) -> list[list[Placed]]:
    look = setting.styles
    pages = []
    if report.cover:
        pages += _cover(report.cover, look, canvas.root, logo)
    numbers: dict[str, int] = {}
    composer = Composer(
        setting, list(sections(report.blocks)), numbers, None if report.cover else logo
    )
    for blocks in _by_section(report.blocks):
        found, composer = _section(blocks, composer, setting, canvas.root)
        pages += [stretched(page, look.width, look.height) for page in found]
    for number, placed in enumerate(pages, 1):
        numbers |= {key: number for item in placed for key in item.box.keys}
    return pages or [[]]


def _cover(cover: Cover, look: Styles, root: Tag, logo: Logo | None) -> list[list[Placed]]:
    """The cover, whose air closes where names are so long that it would go over to another page."""
    for gap in _COVER_GAPS:
        made = Tag("Document")
        boxes = cover_boxes(Setting(replace(look, gap=gap)), cover, made, logo)
        pages = paginate(boxes, look.width, _A4[1] - look.top - _COVER_FOOT)
        if len(pages) == 1:
            break
    root.children += made.children
    return pages


def _by_section(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """The blocks of each section that begins a page."""
    section: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1 and block.new_page and section:
            yield section
            section = []
        section.append(block)
    if section:
        yield section


def _section(
    blocks: Sequence[Block], composer: Composer, setting: Setting, root: Tag
) -> tuple[list[list[Placed]], Composer]:
    """The pages of a section, and the composer to go on with. Where its last page holds little, the
    air closes until that page is not needed; where that is not enough it stays as it was.
    """
    known = Known()
    made = _made(blocks, composer, setting.styles, known)
    if 1 < len(made.pages) <= _MOST_CLOSED:
        made = _closed_up(blocks, composer, setting.styles, made, known)
    root.children += made.root.children
    return made.pages, made.composer.going_on(setting)


def _closed_up(
    blocks: Sequence[Block], composer: Composer, look: Styles, made: _Made, known: Known
) -> _Made:
    """With as much air as there can be on a page less; as it was made where there is none such.

    Closer air never takes more pages, so the steps need not all be tried: the likely one first,
    then its neighbour, and from then on halfway.
    """
    filled = depth_of(made.pages[-1], look.width) / look.height
    steps = _CLOSER if len(made.pages) <= _FEW else _CLOSER_OF_MANY
    spare = _SECOND_BLOCK if look.large else 0
    gaps = [gap for gap, most in steps if filled <= most + spare]
    best, first, end = made, 0, len(gaps)
    at = _likely(gaps, filled / len(made.pages))
    while first < end:
        found = _made(blocks, composer, replace(look, gap=gaps[at]), known)
        if len(found.pages) < len(made.pages):
            again, best, end = best is not made, found, at
            at = (first + end) // 2 if again else end - 1
        else:
            first = at + 1
            # Whether the closest is enough: where it is not, nothing is.
            at = first if best is not made else len(gaps) - 1
    return best


def _likely(gaps: Sequence[float], wanted: float) -> int:
    """Which of the steps may spare so much of each page, as air takes a seventh of most; the last
    where none may.
    """
    left = 1 - wanted / _AIR
    return next((at for at, gap in enumerate(gaps) if gap <= left), len(gaps) - 1)


@dataclass(frozen=True, slots=True)
class _Made:
    root: Tag
    pages: list[list[Placed]]
    composer: Composer


def _made(
    blocks: Sequence[Block], composer: Composer, look: Styles, known: Known | None = None
) -> _Made:
    root, mine = Tag("Document"), composer.going_on(Setting(look, known))
    boxes = mine.boxes(blocks, root, look.width)
    return _Made(root, paginate(boxes, look.width, look.height), mine)


def _one_page(
    report: Report, paper: Paper, canvas: TaggedCanvas
) -> tuple[Setting, list[list[Placed]]]:
    """The report on its page, with the widest gaps and the largest type at which it fits."""
    pages_to_cut = bool(report.blocks) and all(isinstance(b, CutApart) for b in report.blocks)
    for gap, shrink in _FITS:
        setting = Setting(styles(paper, gap=gap, shrink=shrink))
        root = Tag("Document")
        boxes = _single(report, setting, root)
        pages = boxes if pages_to_cut else [Stack(boxes)]
        if all(p.height(setting.styles.width) <= setting.styles.height for p in pages):
            canvas.root = root
            look = setting.styles
            found = paginate(boxes, look.width, look.height)
            return setting, [stretched(page, look.width, look.height) for page in found]
    raise ExportError(
        tr("This is too much text for one page, even in small letters."),
        safe=tr("Nothing was left out and nothing was written."),
        cure=_cure(report, setting),
    )


def _single(report: Report, setting: Setting, root: Tag) -> list[Box]:
    composer = Composer(setting, (), {})
    boxes = composer.boxes(report.blocks, root, setting.styles.width)
    return one_page_line(setting, report, root, before=boxes)


def _cure(report: Report, setting: Setting) -> str:
    """Names the part that takes the most room."""
    heights: dict[str, float] = {}
    name = ""
    for block in report.blocks:
        for part in (*block.left, *block.right) if isinstance(block, Beside) else (block,):
            inside = part.blocks if isinstance(part, Panel | Keep) else (part,)
            name = next((b.text for b in inside if isinstance(b, Heading)), name)
            boxes = Composer(setting, (), {}).boxes([part], Tag("Document"), setting.styles.width)
            heights[name] = heights.get(name, 0) + Stack(boxes).height(setting.styles.width)
    longest = max(heights, key=lambda heading: heights[heading], default="")
    if not longest:
        return tr("Please shorten its text.")
    return tr("Please shorten the text under “{heading}”. It takes up the most room.").format(
        heading=longest
    )


def _draw_page(
    report: Report,
    setting: Setting,
    canvas: TaggedCanvas,
    placed: list[Placed],
    number: int,
    count: int,
) -> None:
    look = setting.styles
    top = _A4[1] - look.top
    bare = look.one_page or (report.cover is not None and number == 1)
    if report.cover and report.cover.drawing and number == 1:
        foot = min((top - p.depth - p.box.height(look.width) for p in placed), default=top)
        draw_corner(setting, report.cover.drawing, canvas, foot)
    if not bare:
        draw_header(setting, report, canvas)
    for item in placed:
        item.box.draw(canvas, look.margin, top - item.depth, look.width)
    if not bare:
        draw_footer(setting, report, canvas, number, count)
