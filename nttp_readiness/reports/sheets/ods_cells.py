"""Rows, columns and cells of an OpenDocument spreadsheet, and how they look."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from odfdo import Element

from nttp_readiness.presentation.words.sheets import Amount
from nttp_readiness.reports.sheets.sheet_layout import centimetres, column_pixels
from nttp_readiness.reports.sheets.sheet_marks import cell_text

_STYLES = """
<style:style style:name="text" style:family="table-cell"><style:table-cell-properties
 fo:wrap-option="wrap" style:vertical-align="top" fo:border="0.5pt solid #bfbfbf"/></style:style>
<style:style style:name="figure" style:family="table-cell"><style:table-cell-properties
 fo:wrap-option="wrap" style:vertical-align="top" fo:border="0.5pt solid #bfbfbf"
 style:text-align-source="fix" fo:padding-right="0.2cm"/><style:paragraph-properties
 fo:text-align="end"/></style:style>
<style:style style:name="more" style:family="table-cell"><style:table-cell-properties
 fo:wrap-option="wrap" style:vertical-align="top"/></style:style>
<style:style style:name="mark" style:family="table-cell"><style:table-cell-properties
 style:vertical-align="top"/></style:style>
<style:style style:name="head" style:family="table-cell"><style:table-cell-properties
 fo:wrap-option="wrap" style:vertical-align="bottom" fo:border="0.5pt solid #bfbfbf"/>
<style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="figurehead" style:family="table-cell"><style:table-cell-properties
 fo:wrap-option="wrap" style:vertical-align="bottom" fo:border="0.5pt solid #bfbfbf"
 style:text-align-source="fix" fo:padding-right="0.5cm"/><style:paragraph-properties
 fo:text-align="end"/><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="label" style:family="table-cell"><style:table-cell-properties
 fo:wrap-option="wrap" style:vertical-align="top" fo:border="0.5pt solid #bfbfbf"/>
<style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="caption" style:family="table-cell"><style:table-cell-properties
 style:vertical-align="top"/><style:text-properties fo:font-weight="bold"
 fo:font-size="13pt"/></style:style>
<style:style style:name="wrappedcaption" style:family="table-cell"><style:table-cell-properties
 fo:wrap-option="wrap" style:vertical-align="top"/><style:text-properties fo:font-weight="bold"
 fo:font-size="13pt"/></style:style>
<number:date-style style:name="days"><number:day/><number:text> </number:text><number:month
 number:style="long" number:textual="true"/><number:text> </number:text><number:year
 number:style="long"/></number:date-style>
<style:style style:name="day" style:family="table-cell" style:data-style-name="days">
<style:table-cell-properties style:vertical-align="top" fo:border="0.5pt solid #bfbfbf"/>
<style:paragraph-properties fo:text-align="start"/></style:style>
<style:style style:name="unseen" style:family="table"><style:table-properties
 table:display="false"/></style:style>
"""
"""The looks of cells and sheets; each begins a line."""


def looks() -> Iterator[str]:
    """The style of each kind of cell and sheet."""
    for each in re.split(r"\n(?=<(?:style:style|number:date-style) )", _STYLES)[1:]:
        yield each.replace("\n", "")


def table_of(name: str, *parts: str) -> Element:
    """A sheet of parts that are XML already: to make an element of each takes ten times as long,
    and the library puts columns where it wants them.
    """
    opened = f"<table:table table:name={quoteattr(name)}>"
    return Element.from_tag(f"{opened}{''.join(parts)}</table:table>")


def part_of(tag: str, parts: Sequence[str]) -> str:
    """Columns or rows that stand again on each sheet of paper; nothing of none."""
    return f"<{tag}>{''.join(parts)}</{tag}>" if parts else ""


def row_of(cells: Iterable[str], **attributes: str) -> str:
    """A row of those cells."""
    said = "".join(f" table:{name}={quoteattr(value)}" for name, value in attributes.items())
    return f"<table:table-row{said}>{''.join(cells)}</table:table-row>"


def row_look(name: str, height: float) -> str:
    """The style of a row of so many points."""
    return (
        f'<style:style style:name="{name}" style:family="table-row">'
        f'<style:table-row-properties style:row-height="{height:g}pt"'
        ' style:use-optimal-row-height="true"/></style:style>'
    )


def column_of(name: str, *, hidden: bool = False) -> str:
    """A column with that style."""
    seen = ' table:visibility="collapse"' if hidden else ""
    return f'<table:table-column table:style-name="{name}"{seen}/>'


def column_look(name: str, letters: int, *, begins: bool = False) -> str:
    """The style of a column; one that begins a sheet of paper says so."""
    width = f"{centimetres(column_pixels(letters)):.2f}cm"
    broken = ' fo:break-before="page"' if begins else ""
    return (
        f'<style:style style:name="{name}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{width}"{broken}/></style:style>'
    )


def cell_of(value: Amount, style: str, check: str = "") -> str:
    """The cell of a value. `check` names what may stand in it."""
    if isinstance(value, dt.date):
        day = value.isoformat()
        return _made(f' office:value-type="date" office:date-value="{day}"', day, "day", check)
    if isinstance(value, int):
        kind = f' office:value-type="float" office:value="{value}"'
        return _made(kind, str(value), style, check)
    return text_cell(cell_text(str(value or "")), style, check)


def text_cell(text: str, style: str, check: str = "", *, over: int = 1) -> str:
    """The cell of a text as it stands, `over` so many columns."""
    kind = ' office:value-type="string"' if text else ""
    if over == 1:
        return _made(kind, text, style, check)
    kind += f' table:number-columns-spanned="{over}" table:number-rows-spanned="1"'
    return _made(kind, text, style, check) + "<table:covered-table-cell/>" * (over - 1)


def _made(kind: str, text: str, style: str, check: str) -> str:
    checked = f" table:content-validation-name={quoteattr(check)}" if check else ""
    lines = "".join(map(_paragraph, text.split("\n"))) if text else ""
    opened = f'<table:table-cell table:style-name="{style}"{checked}{kind}>'
    return f"{opened}{lines}</table:table-cell>"


def _paragraph(line: str) -> str:
    """A line in which every space and tab counts."""
    said = re.sub("  +|^ | $", lambda run: f'<text:s text:c="{len(run[0])}"/>', escape(line))
    return f"<text:p>{said}</text:p>".replace("\t", "<text:tab/>")
