"""How long reports take, beside plain reportlab and WeasyPrint with the same text.

    python3 run.py bench

The peers get the same words in the same fonts, in headings, paragraphs and tables with repeated
header rows, without figures, marks or links. Reportlab's own platypus writes no tags; WeasyPrint
writes PDF/UA-1 as we do. All take turns, so that a busy moment of the machine touches each alike.
The large plan runs in a process of its own each time, for its peak memory; what the program and its
libraries take before the plan is made is told apart. WeasyPrint is no part of the program:
`run.py bench` fetches it beside (requirements-bench.lock), and without it that line is left out.
"""

from __future__ import annotations

import datetime as dt
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from html import escape
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from reportlab.platypus import LongTable, PageBreak, Paragraph, SimpleDocTemplate, TableStyle  # noqa: E402,I001 - the package lies beside this folder
from reportlab.lib.pagesizes import A4  # noqa: E402
from reportlab.lib.styles import ParagraphStyle  # noqa: E402

from nttp_readiness import resources  # noqa: E402
from nttp_readiness.domain.editing import edits  # noqa: E402
from nttp_readiness.domain.answers.assessment import HORIZONS, Assessment, PlannedAction  # noqa: E402
from nttp_readiness.domain.scorecard import score  # noqa: E402
from nttp_readiness.presentation.words import blocks as b  # noqa: E402
from nttp_readiness.presentation.papers.action_plan import action_plan  # noqa: E402
from nttp_readiness.reports import forms  # noqa: E402
from nttp_readiness.reports.export_request import ExportRequest  # noqa: E402
from nttp_readiness.reports.fonts import BOLD, REGULAR, load  # noqa: E402
from nttp_readiness.reports.pdf import write_pdf  # noqa: E402
from nttp_readiness.storage.documents import load_document  # noqa: E402

TODAY = dt.date(2027, 3, 12)
ROUNDS, MANY = 9, 1000
SECONDS, MEGABYTES = 6, 120
"""What a plan of so many actions is promised to take at most: seconds of the processor, which are
those that pass where a machine has nothing else to do.
"""
SAMPLE = ROOT / "assets" / "samples" / "council-service.readiness"


def main() -> int:
    """Print both tables; 1 where the large plan did not keep to its promise."""
    sample = load_document(SAMPLE).assessment
    report = action_plan(score(sample), TODAY)
    works = {"tagged, with figures": write_pdf, "plain reportlab": plain}
    if find_spec("weasyprint"):
        works["WeasyPrint, PDF/UA-1"] = woven
    found = _in_turns(*(partial(work, report) for work in works.values()))
    peer = found[1]
    pages = write_pdf(report).count(b"/StructParents")
    print(f"The sample's action plan, {pages} pages, {ROUNDS} rounds in turns, milliseconds")
    print(f"  {'':<22}{'min':>8}{'median':>8}{'max':>8}{'ratio':>9}")
    for name, times in zip(works, found, strict=True):
        _line(name, times, peer)
    if "WeasyPrint, PDF/UA-1" not in works:
        print("  WeasyPrint is not at hand: python3 run.py bench fetches it")
    print("\nThe same assessment in other forms, beside that tagged PDF")
    others = (("plan", ".docx"), ("plan", ".html"), ("actions", ".xlsx"), ("actions", ".csv"),
              ("calendar", ".ics"), ("data", ".json"))  # fmt: skip
    ours, *found = _in_turns(
        partial(write_pdf, report), *(partial(_made, sample, *other) for other in others)
    )
    for other, times in zip(others, found, strict=True):
        _line("".join(other), times, ours)
    print(f"\nA plan of {MANY:,} actions, each time in a process of its own")
    runs: dict[str, list[tuple[float, ...]]] = {"ours": [], "peer": []}
    for _ in range(3):
        for which, measured in runs.items():
            measured.append(_alone(which))
    kept = True
    base = [statistics.median(column) for column in zip(*runs["peer"], strict=True)]
    for which, name in (("ours", "tagged"), ("peer", "plain reportlab")):
        passed, seconds, before, peak = (
            statistics.median(column) for column in zip(*runs[which], strict=True)
        )
        print(
            f"  {name:<22}{seconds:6.2f} s of the processor ({seconds / base[1]:.2f}), "
            f"{passed:.2f} s passed   {peak:6.0f} MB at most ({peak / max(base[3], 1):.2f}), "
            f"{before:.0f} MB of them before"
        )
        if which == "ours":
            kept = seconds <= SECONDS and peak <= MEGABYTES
    print(f"  Promised: {SECONDS} s and {MEGABYTES} MB. {'Kept.' if kept else 'NOT KEPT.'}")
    return int(not kept)


def large() -> Assessment:
    """The sample with a thousand actions of its own."""
    sample = load_document(SAMPLE).assessment
    made = {
        f"own/{n}": PlannedAction(
            id=f"own/{n}", kind="own", title=f"Action number {n}, to be done with care",
            details="What will be done, in a sentence or two that somebody wrote down here.",
            measure=f"Measure {n}, seen by all of the team by the end of the quarter.",
            owner=f"Owner {n}, Team Lead", due=TODAY + dt.timedelta(days=n % 300),
            horizon=HORIZONS[n % 3], rank=n,
        )
        for n in range(1, MANY + 1)
    }  # fmt: skip
    return edits.changed(sample, actions={**sample.actions, **made})


def plain(report: b.Report) -> bytes:
    """The words of a report through platypus."""
    load()
    styles = {
        bold: ParagraphStyle(f"plain{bold}", fontName=BOLD if bold else REGULAR, fontSize=11,
                             leading=16, spaceAfter=8)
        for bold in (False, True)
    }  # fmt: skip
    out = BytesIO()
    SimpleDocTemplate(out, pagesize=A4, pageCompression=1).build(
        [each for block in report.blocks for each in _flowables(block, styles)]
    )
    return out.getvalue()


def woven(report: b.Report) -> bytes:
    """The same words through WeasyPrint, tagged. Its page has nothing to load but our fonts."""
    from weasyprint import CSS, HTML  # noqa: PLC0415 - only where it was fetched
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415

    faces = "".join(
        f"@font-face {{ font-family: Own; font-weight: {weight};"
        f" src: url({resources.font(bold=weight > 400).as_uri()}); }}"
        for weight in (400, 700)
    )
    look = (
        f"{faces} @page {{ size: A4; margin: 1in; }} * {{ font: 11pt/16pt Own; margin: 0; }}"
        " p, h1 { margin-bottom: 8pt; } h1, th { font-weight: 700; }"
        " h1 { break-before: page; } table { width: 440pt; table-layout: fixed; }"
        " th, td { vertical-align: top; text-align: left; padding: 3pt 6pt; }"
    )
    fonts = FontConfiguration()
    said = "".join(part for block in report.blocks for part in _marked_up(block))
    page = f'<html lang="en-GB"><title>{escape(report.title)}</title><body>{said}</body></html>'
    made: bytes = HTML(string=page).write_pdf(
        stylesheets=[CSS(string=look, font_config=fonts)], font_config=fonts,
        pdf_variant="pdf/ua-1",
    )  # fmt: skip
    return made


def _marked_up(block: b.Block) -> Iterator[str]:
    """What `_flowables` gives platypus, as HTML."""

    def text(words: b.Words, kind: str = "p") -> str:
        said = words if isinstance(words, str) else "".join(run.text for run in words)
        return f"<{kind}>{escape(said).replace(chr(10), '<br>')}</{kind}>"

    match block:
        case b.Heading():
            said = f"{block.label} {block.number} {block.text}".strip()
            yield text(said, "h1" if block.level == 1 else f"h{block.level}")
        case b.Paragraph():
            yield text(block.words)
        case b.Listing():
            yield from (text(item.words) for item in block.items)
        case b.Facts():
            yield from (part for pair in block.pairs for part in map(text, pair))
        case b.Card():
            yield text(f"{block.number} {block.title}", "h2")
            yield text(block.why)
            yield from (part for pair in block.facts for part in map(text, pair))
            yield text(block.source)
        case b.Notice():
            yield text(block.heading, "h2")
            yield from map(text, block.words)
        case b.Counts():
            yield from (text(f"{figure} {said}") for figure, said in block.items)
        case b.Table() if block.rows:
            total = sum(column.width for column in block.columns)
            yield "<table><thead><tr>"
            for column in block.columns:
                width = f' style="width:{column.width / total:.1%}"'
                yield text(column.title, "th").replace("<th", f"<th{width}", 1)
            yield "</tr></thead><tbody>"
            for row in block.rows:
                cells = ("".join(map(text, cell.words)) for cell in row.cells)
                yield f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
            yield "</tbody></table>"
        case b.Keep() | b.Panel():
            yield from (part for inner in block.blocks for part in _marked_up(inner))
        case b.Beside():
            inside = (*block.left, *block.right)
            yield from (part for inner in inside for part in _marked_up(inner))
        case _:
            pass


def _flowables(block: b.Block, styles: dict[bool, ParagraphStyle]) -> Iterator[object]:
    def text(words: b.Words, *, bold: bool = False) -> Paragraph:
        said = words if isinstance(words, str) else "".join(run.text for run in words)
        return Paragraph(escape(said).replace("\n", "<br/>"), styles[bold])

    match block:
        case b.Heading():
            if block.level == 1:
                yield PageBreak()
            yield text(f"{block.label} {block.number} {block.text}".strip(), bold=True)
        case b.Paragraph():
            yield text(block.words)
        case b.Listing():
            yield from (text(item.words) for item in block.items)
        case b.Facts():
            yield from (part for pair in block.pairs for part in map(text, pair))
        case b.Card():
            yield text(f"{block.number} {block.title}", bold=True)
            yield text(block.why)
            yield from (part for pair in block.facts for part in map(text, pair))
            yield text(block.source)
        case b.Notice():
            yield text(block.heading, bold=True)
            yield from map(text, block.words)
        case b.Counts():
            yield from (text(f"{figure} {said}") for figure, said in block.items)
        case b.Table() if block.rows:
            total = sum(column.width for column in block.columns)
            rows = [[text(column.title, bold=True) for column in block.columns]]
            rows += [[list(map(text, cell.words)) for cell in row.cells] for row in block.rows]
            yield LongTable(
                rows,
                colWidths=[column.width / total * 440 for column in block.columns],
                repeatRows=1,
                splitInRow=1,
                style=TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP")]),
            )
        case b.Keep() | b.Panel():
            yield from (each for inner in block.blocks for each in _flowables(inner, styles))
        case b.Beside():
            inside = (*block.left, *block.right)
            yield from (each for inner in inside for each in _flowables(inner, styles))
        case _:
            pass


def _made(assessment: Assessment, form: str, suffix: str) -> bytes:
    return forms.make(ExportRequest(assessment, form, suffix, today=TODAY))


def _in_turns(*works: Callable[[], object]) -> list[list[float]]:
    found: list[list[float]] = [[] for _ in works]
    for each in works:
        each()
    for _ in range(ROUNDS):
        for work, times in zip(works, found, strict=True):
            times.append(_milliseconds(work))
    return found


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def _line(name: str, found: list[float], peer: list[float]) -> None:
    middle = statistics.median(found)
    print(
        f"  {name:<22}{min(found):8.0f}{middle:8.0f}{max(found):8.0f}"
        f"   {middle / statistics.median(peer):6.2f}"
    )


def _alone(which: str) -> tuple[float, ...]:
    """Seconds that passed and of the processor, and megabytes before and at most, of one run in a
    process of its own.
    """
    done = subprocess.run(
        [sys.executable, __file__, which], capture_output=True, text=True, check=True
    )
    return tuple(map(float, done.stdout.split()))


def _run_alone(which: str) -> None:
    report = action_plan(score(large()), TODAY)
    before, start, worked = _peak(), time.perf_counter(), time.process_time()
    (write_pdf if which == "ours" else plain)(report)
    print(time.perf_counter() - start, time.process_time() - worked, before, _peak())


def _peak() -> float:
    """The most memory that this process has had, in megabytes; 0 where there is no /proc.

    getrusage would count that of the process which started this one.
    """
    status = Path("/proc/self/status")
    found = status.read_text().partition("VmHWM:")[2].split() if status.exists() else []
    return int(found[0]) / 1024 if found else 0.0


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _run_alone(sys.argv[1])
    else:
        sys.exit(main())
