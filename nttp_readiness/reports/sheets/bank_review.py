"""A bank's texts as a spreadsheet for reviewers, and what they changed in it.

One row a text, with room for a new text and a remark. Reading it back shows what changed and
changes nothing: what becomes of it is for the bank's author to decide.
"""

from __future__ import annotations

import dataclasses
import hashlib
import io
import warnings
from collections.abc import Iterator
from typing import Any, Literal

from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.bank.bank_problems import OVERLAY_FILE
from nttp_readiness.domain.bank.bank_texts import BankText, texts
from nttp_readiness.errors import ExportError
from nttp_readiness.i18n import tr
from nttp_readiness.reports.unpacking import BROKEN, unpacks_to_too_much
from nttp_readiness.values import dataclass

SIZE_LIMIT = 8 * 1024 * 1024
"""Bytes of the largest marked sheet that is read."""
MOST_ROWS = 20_000
LONGEST_CELL = 32_767
"""Characters that a spreadsheet keeps in a cell."""

SHEET = "Texts"
_HEADINGS = ("File", "Place", "Text", "New text", "Remark", "Mark")
_WIDTHS = (22, 28, 58, 58, 30, 14)

ChangeKind = Literal["changed", "remark", "formula", "bank_moved_on", "not_in_bank"]


@dataclass(frozen=True, slots=True)
class TextChange:
    """A row to look at. `text` stands in the bank now; `new` and `remark` may be empty.

    `formula`: a formula stands where a text should, and was not read. `bank_moved_on`: the bank's
    text is not the one that was reviewed. `not_in_bank`: no text of the bank stands at that place.
    """

    kind: ChangeKind
    file: str
    place: str
    text: str
    new: str
    remark: str


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    file: str
    place: str
    text: str
    new: str
    remark: str
    mark: str
    formula: bool


def review_sheet(bank: Bank, base: Bank | None = None) -> bytes:
    """The spreadsheet, an .xlsx file. Texts stay texts, whatever they begin with.

    Of a sector's wording only what differs from its `base` is there to be read.
    """
    # Spreadsheet libraries load only where one is written.
    import xlsxwriter  # noqa: PLC0415 - as said above

    from nttp_readiness.reports.sheets.automatic_rows import AutomaticRows  # noqa: PLC0415 - as above
    from nttp_readiness.reports.sheets.sheet_layout import text_height  # noqa: PLC0415 - as above

    out = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties(
        {"title": tr("{title}: texts to review").format(title=bank.title), "subject": bank.id}
    )
    cell = book.add_format({"text_wrap": True, "valign": "top"})
    room = book.add_format({"text_wrap": True, "valign": "top", "bg_color": "#F4F1E8"})
    head = book.add_format({"bold": True, "valign": "top", "bottom": 1})
    sheet = book.add_worksheet(SHEET, AutomaticRows)
    found = _to_review(bank, base)
    for column, (heading, width) in enumerate(zip(_HEADINGS, _WIDTHS, strict=True)):
        sheet.write_string(0, column, heading, head)
        hidden = {"hidden": True} if heading == "Mark" else {}
        sheet.set_column(column, column, width, None, hidden)
    for row, each in enumerate(found, start=1):
        said = (each.file, each.place, each.text)
        sheet.set_row(row, text_height(said, _WIDTHS[:3]))
        for column, text in enumerate(said):
            sheet.write_string(row, column, text, cell)
        for column in (3, 4):
            sheet.write_blank(row, column, None, room)
        sheet.write_string(row, 5, _mark(each.text), cell)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, len(found), len(_HEADINGS) - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    _how_to(book, bank)
    book.close()
    return out.getvalue()


def review_changes(bank: Bank, data: bytes, base: Bank | None = None) -> tuple[TextChange, ...]:
    """What a marked sheet holds that the bank does not, in the order of its rows.

    ExportError where it is not such a sheet. No formula is worked out, and nothing is changed.
    """
    present = {(each.file, each.place): each for each in _to_review(bank, base)}
    seen: set[tuple[str, str]] = set()
    changes: list[TextChange] = []
    for row in _rows(data):
        key = (row.file, row.place)
        if key in seen:
            raise _unusable(
                tr("Row {n} names a place that another row names too: {place}.").format(
                    n=row.number, place=f"{row.file}, {row.place}"
                ),
                tr("Keep one of the two rows."),
            )
        seen.add(key)
        changes += _changes_in(row, present.get(key))
    return tuple(changes)


def _to_review(bank: Bank, base: Bank | None) -> list[BankText]:
    if base is None:
        return list(texts(bank))
    known = {(each.place, each.text) for each in texts(base)}
    return [
        dataclasses.replace(each, file=OVERLAY_FILE)
        for each in texts(bank)
        if (each.place, each.text) not in known
    ]


def change_words(change: TextChange) -> str:
    """A change with its place, as a few lines."""
    lines = [
        f"{change.file}, {change.place}",
        {
            "changed": "",
            "remark": "",
            "formula": tr("A formula stands here instead of a text, so it was not read."),
            "bank_moved_on": tr("The bank's text is another one than was reviewed."),
            "not_in_bank": tr("The bank has no text at this place any more."),
        }[change.kind],
        tr("now: {text}").format(text=change.text) if change.text else "",
        tr("new: {text}").format(text=change.new) if change.new else "",
        tr("remark: {text}").format(text=change.remark) if change.remark else "",
    ]
    return "\n  ".join(line for line in lines if line)


def change_data(change: TextChange) -> dict[str, str]:
    """A change as plain data for `review-changes --json`. Names stay as they are."""
    return {
        "kind": change.kind,
        "file": change.file,
        "place": change.place,
        "text": change.text,
        "new": change.new,
        "remark": change.remark,
    }


def _changes_in(row: _Row, found: BankText | None) -> Iterator[TextChange]:
    def change(kind: ChangeKind, new: str) -> TextChange:
        text = found.text if found else ""
        return TextChange(kind, row.file, row.place, text, new, row.remark)

    written_over = row.mark != "" and _mark(row.text) != row.mark
    new = row.new or (row.text if written_over else "")
    if row.formula:
        yield change("formula", "")
    elif found is None:
        if new or row.remark:
            yield change("not_in_bank", new)
    elif new and _plain(new) != _plain(found.text):
        reviewed = row.mark or _mark(row.text)
        yield change("changed" if reviewed == _mark(found.text) else "bank_moved_on", new)
    elif row.remark:
        yield change("remark", "")


def _rows(data: bytes) -> Iterator[_Row]:
    """The rows of a marked sheet that name a place."""
    _check_size(data)
    try:
        cells = _cells(data)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - openpyxl lets through whatever its parsers met
        raise _unusable(
            tr("This file is not a spreadsheet that can be read."),
            tr("Save it again as an Excel workbook (.xlsx)."),
        ) from None
    if not cells:
        raise _not_ours()
    headings = [_text(cell).strip() for cell in cells[0]]
    if any(heading not in headings for heading in _HEADINGS[:5]):
        raise _not_ours()
    column = {heading: headings.index(heading) for heading in _HEADINGS if heading in headings}
    if len(cells) > MOST_ROWS:
        raise _unusable(tr("This sheet has more rows than a bank has texts."), "")
    for number, row in enumerate(cells[1:], start=2):
        found = {
            heading: row[place] if place < len(row) else None for heading, place in column.items()
        }
        said = {heading: _text(cell).strip() for heading, cell in found.items()}
        if not any(said.values()):
            continue
        yield _Row(
            number=number,
            file=said["File"],
            place=said["Place"],
            text=said["Text"],
            new=said["New text"],
            remark=said["Remark"],
            mark=said.get("Mark", ""),
            formula=any(getattr(cell, "data_type", "") == "f" for cell in found.values()),
        )


def _cells(data: bytes) -> list[tuple[Any, ...]]:
    """The cells of the sheet of texts, one row more than is allowed at most."""
    import openpyxl  # noqa: PLC0415 - spreadsheet libraries load only where one is read

    with warnings.catch_warnings():
        # It warns of parts of a workbook that it leaves out; only cells are read here.
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(
            io.BytesIO(data), read_only=True, data_only=False, keep_links=False
        )
        try:
            if SHEET not in book.sheetnames:
                return []
            # Rows and columns are named here: a file may say anything about its own size.
            rows = book[SHEET].iter_rows(max_row=MOST_ROWS + 1, max_col=len(_HEADINGS) + 6)
            return list(rows)
        finally:
            book.close()


def _check_size(data: bytes) -> None:
    too_large = _unusable(tr("This file is larger than a marked sheet can be."), "")
    if len(data) > SIZE_LIMIT:
        raise too_large
    try:
        too_much = unpacks_to_too_much(data)
    except BROKEN:
        raise _not_ours() from None
    if too_much:
        raise too_large


def _text(cell: Any) -> str:  # noqa: ANN401 - openpyxl has several kinds of cells and no types
    value = getattr(cell, "value", None)
    return "" if value is None else str(value)[:LONGEST_CELL]


def _plain(text: str) -> str:
    """A text without what a spreadsheet program changes by itself: line ends and outer spaces."""
    return text.replace("\r\n", "\n").strip()


def _mark(text: str) -> str:
    """What stands hidden beside a text, to see later which text was reviewed."""
    return hashlib.sha256(_plain(text).encode()).hexdigest()[:12]


def _how_to(book: Any, bank: Bank) -> None:  # noqa: ANN401 - the library's own workbook
    from nttp_readiness.reports.sheets.automatic_rows import AutomaticRows  # noqa: PLC0415 - as above
    from nttp_readiness.reports.sheets.sheet_layout import text_height  # noqa: PLC0415 - as above

    sheet = book.add_worksheet(tr("How to review"), AutomaticRows)
    width = 90
    sheet.set_column(0, 0, width)
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    lines = (
        tr("{title}, version {version}").format(title=bank.title, version=bank.version),
        tr("Each row of the sheet “{sheet}” is one text. Read it aloud once.").format(sheet=SHEET),
        tr("Where it could be better, write the whole new text under “New text”."),
        tr("Write questions and reasons under “Remark”. Please write no names and no personal "
           "stories."),
        tr("Leave the first three columns as they are. You can sort and filter."),
    )  # fmt: skip
    for row, line in enumerate(lines):
        sheet.write_string(row, 0, line, wrap)
        sheet.set_row(row, text_height((line,), (width,)))


def _not_ours() -> ExportError:
    return _unusable(
        tr("This is not a sheet of texts to review."),
        tr("Make one with: nttp-readiness review-bank FOLDER OUT.xlsx"),
    )


def _unusable(what: str, cure: str) -> ExportError:
    return ExportError(what, safe=tr("Nothing was changed."), cure=cure)
