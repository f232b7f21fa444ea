"""A Word document becomes a file: what it says of itself, and the same bytes each time."""

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
    written, out = BytesIO(), BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as parts, zipfile.ZipFile(out, "w") as whole:
        for name in parts.namelist():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            whole.writestr(entry, parts.read(name))
    return out.getvalue()


def _about(document: Document, report: Report, made: dt.datetime) -> None:
    properties = document.core_properties
    properties.title = _line(report.title)
    properties.author = properties.last_modified_by = _line(report.author)
    properties.subject = _line(report.subject)
    properties.keywords = _line(", ".join(report.keywords))
    properties.language = report.language
    properties.comments = _line(report.footer_left)
    properties.created = properties.modified = made.replace(tzinfo=None)
    properties.revision = 1


def _line(text: str) -> str:
    """A property of the file: one line of 255 characters at most."""
    return " ".join(portable_text(text).split())[:255]
