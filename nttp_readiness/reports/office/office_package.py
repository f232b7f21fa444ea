"""A file of an Office program: what it says of itself, and the same bytes each time."""

from __future__ import annotations

import datetime as dt
import zipfile
from io import BytesIO

from docx.document import Document

from nttp_readiness.presentation.words.blocks import Report
from nttp_readiness.reports.safe_text import portable_text


def packed(document: Document, report: Report, made: dt.datetime) -> bytes:
    """The file with the same time on all its parts, whatever the clock says."""
    _about(document, report, made)
    written = BytesIO()
    document.save(written)
    return timeless(written)


def timeless(written: BytesIO) -> bytes:
    """A package as Office writes them, with the same time on all its parts."""
    out = BytesIO()
    with zipfile.ZipFile(written) as parts, zipfile.ZipFile(out, "w") as whole:
        for name in parts.namelist():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            whole.writestr(entry, parts.read(name))
    return out.getvalue()


def _about(document: Document, report: Report, made: dt.datetime) -> None:
    properties = document.core_properties
    properties.title = one_line(report.title)
    properties.author = properties.last_modified_by = one_line(report.author)
    properties.subject = one_line(report.subject)
    properties.keywords = one_line(", ".join(report.keywords))
    properties.language = report.language
    properties.comments = one_line(report.footer_left)
    properties.created = properties.modified = made.replace(tzinfo=None)
    properties.revision = 1


def one_line(text: str) -> str:
    """A property of the file: one line of 255 characters at most."""
    return " ".join(portable_text(text).split())[:255]
