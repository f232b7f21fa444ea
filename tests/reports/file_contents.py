"""Everything that a file of any form says, as one text: words, properties and raw parts."""

from __future__ import annotations

import html
import json
import re
import zipfile
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET

from pypdf import PdfReader


def contents(data: bytes, suffix: str) -> str:
    return {
        ".pdf": _pdf, ".docx": _zip, ".pptx": _zip, ".xlsx": _zip, ".ods": _zip, ".html": _html,
        ".ics": _calendar,
        ".csv": _plain, ".json": _json,
    }[suffix](data)  # fmt: skip


def _pdf(data: bytes) -> str:
    pdf = PdfReader(BytesIO(data))
    words = re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pdf.pages))
    parts = [words, str(pdf.metadata), str(pdf.outline), str(pdf.attachments)]
    size: Any = pdf.trailer["/Size"]
    for number in range(1, size):
        found = pdf.get_object(number)
        parts.append(str(found))
        if hasattr(found, "get_data"):
            parts.append(found.get_data().decode("latin-1"))
    return "\n".join(parts)


def _zip(data: bytes) -> str:
    """Raw parts, and of each XML part its text with nothing between the letters of a word."""
    parts = []
    with zipfile.ZipFile(BytesIO(data)) as found:
        for name in found.namelist():
            raw = found.read(name)
            parts.append(name)
            if name.endswith((".xml", ".rels")):
                parts += [raw.decode(), "".join(ET.fromstring(raw).itertext())]
            else:
                parts.append(repr(raw))
    return "\n".join(parts)


def _html(data: bytes) -> str:
    raw = data.decode()
    page = re.sub(r"<br>", "\n", raw)
    return f"{raw}\n{html.unescape(re.sub(r'<[^>]+>', '', page))}"


def _calendar(data: bytes) -> str:
    unfolded = data.decode().replace("\r\n ", "")
    plain = re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], unfolded)
    return unfolded + plain


def _plain(data: bytes) -> str:
    return data.decode("utf-8-sig").replace('""', '"')


def _json(data: bytes) -> str:
    def strings(value: object) -> list[str]:
        if isinstance(value, dict):
            return [each for pair in value.items() for one in pair for each in strings(one)]
        if isinstance(value, list):
            return [each for one in value for each in strings(one)]
        return [str(value)]

    return data.decode() + "\n".join(strings(json.loads(data)))
