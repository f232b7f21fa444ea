"""Load one huge or twisted file, and tell how it went: seconds, megabytes, and in which way.

The seconds are the processor's, which do not depend on what else the computer does.

giants_driver.py NAME careful|naive     one file; JSON on the last line
giants_driver.py                        the names of all
"""

import io
import json
import resource
import sys
import time
import tomllib
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl

from nttp_readiness import resources
from nttp_readiness.errors import ReadinessError
from nttp_readiness.reports.sheets.bank_review import review_changes, review_sheet
from nttp_readiness.reports.sheets.returned_sheet import read_returned_sheet
from nttp_readiness.storage.account import settings as stored
from nttp_readiness.storage.banks.bank_folders import read_bank
from nttp_readiness.storage.documents import envelope
from nttp_readiness.storage.documents.documents import load_document
from nttp_readiness.storage.exchange.answer_files import load_answers
from nttp_readiness.storage.exchange.importing import import_data
from nttp_readiness.storage.files import folders

MEGABYTE = 1024 * 1024
SMALL_BANK = Path(__file__).parents[2] / "storage" / "data" / "tiny-bank"
SAMPLE = resources.assets() / "samples" / "council-service.readiness"
HEAD = (
    b'{"format":"nttp-readiness","version":1,"readable_from":1,"program":"","document":"",'
    b'"revision":1,"sha256":"","body":'
)
DATA = b'{"format":"nttp-readiness-data","version":1,"assessment":'


def many_keys(count):
    return b"{" + b",".join(b'"k%d":%d' % (n, n) for n in range(count)) + b"}"


JSON = {
    "64 MB of brackets": lambda: b"[" * (64 * MEGABYTE - 200),
    "64 MB of braces": lambda: b'{"a":' * (12 * MEGABYTE),
    "as deep as may be": lambda: b"[" * 198 + b"1" + b"]" * 198,
    "just too deep": lambda: b"[" * 1000 + b"1" + b"]" * 1000,
    "a million numbers": lambda: b"[" + b"1," * 999_900 + b"1]",
    "a million empty lists": lambda: b"[" + b"[]," * 999_900 + b"1]",
    "a million empty objects": lambda: b"[" + b"{}," * 999_900 + b"1]",
    "thirty million numbers": lambda: b"[" + b"1," * 30_000_000 + b"1]",
    "900,000 keys": lambda: many_keys(900_000),
    "a string of 60 MB": lambda: b'"' + b"x" * (60 * MEGABYTE) + b'"',
    "ten million escapes": lambda: b'"' + b"\\u0041" * 10_000_000 + b'"',
    "a number of 60 MB": lambda: b"9" * (60 * MEGABYTE),
    "60 MB of spaces": lambda: b" " * (60 * MEGABYTE) + b"1",
    "sparse, past the limit": lambda: b"\0" * (70 * MEGABYTE),
}


def toml(text):
    return lambda: text().encode()


TOML = {
    "brackets in a bank": toml(lambda: "a = " + "[" * (3 * MEGABYTE)),
    "tables in a bank": toml(lambda: "a = " + "{b=" * MEGABYTE),
    "dots in a bank": toml(lambda: "a" + ".a" * MEGABYTE + " = 1"),
    "headings in a bank": toml(lambda: "[" + "a." * MEGABYTE + "a]"),
    "a number in a bank": toml(lambda: "a = " + "9" * (3 * MEGABYTE)),
    "many keys in a bank": toml(lambda: "\n".join(f"k{n} = 1" for n in range(300_000))),
    "many levels of headings": toml(
        lambda: "\n".join("[" + ".".join(f"k{n}" for n in range(i)) + "]" for i in range(1, 900))
    ),
    "a bank beyond 4 MB": toml(lambda: "#" * (5 * MEGABYTE)),
}


def rewritten(book, change):
    """A spreadsheet with one part changed: (name, data) gives the new data."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(book)) as parts,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in parts.namelist():
            made.writestr(name, change(name, parts.read(name)))
    return out.getvalue()


def in_sheets(make):
    return lambda book: rewritten(
        book, lambda name, data: make(data) if "worksheets/sheet" in name else data
    )


LAUGHS = (
    b'<!DOCTYPE x [<!ENTITY a "' + b"ha" * 5000 + b'">'
    + b"".join(
        b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 20) for n in range(8)
    ) + b"]>"
)  # fmt: skip
ROW = b'<row r="%d"><c r="A%d" t="inlineStr"><is><t>x</t></is></c></row>'
SHEETS = {
    "billion laughs in a sheet": in_sheets(
        lambda data: data.replace(b"<worksheet", LAUGHS + b"<worksheet").replace(
            b"<sheetData>",
            b'<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&i;</t></is></c></row>',
        )
    ),
    "a sheet that unpacks to 90 MB": in_sheets(
        lambda data: data.replace(b"<sheetData>", b"<sheetData>" + b" " * (90 * MEGABYTE))
    ),
    "a sheet that unpacks to 2 GB": in_sheets(
        lambda data: data.replace(b"<sheetData>", b"<sheetData>" + b" " * (500 * MEGABYTE))
    ),
    "a million rows": in_sheets(
        lambda data: data.replace(
            b"<sheetData>", b"<sheetData>" + b"".join(ROW % (n, n) for n in range(1, 700_000))
        )
    ),
    "one row of a million cells": in_sheets(
        lambda data: data.replace(
            b"<sheetData>", b'<sheetData><row r="1">' + b"<c><v>1</v></c>" * 1_000_000 + b"</row>"
        )
    ),
    "tags 300,000 deep": in_sheets(
        lambda data: data.replace(b"<sheetData>", b"<sheetData>" + b"<a>" * 300_000)
    ),
    "shared strings of 80 MB": lambda book: rewritten(
        book,
        lambda name, data: (
            data.replace(b"<si>", b"<si><t>" + b"x" * (80 * MEGABYTE) + b"</t></si><si>", 1)
            if name.endswith("sharedStrings.xml")
            else data
        ),
    ),
    "a million shared strings": lambda book: rewritten(
        book,
        lambda name, data: (
            data.replace(b"<si>", b"<si><t>x</t></si>" * 1_500_000 + b"<si>", 1)
            if name.endswith("sharedStrings.xml")
            else data
        ),
    ),
}


def put(data, name):
    path = folders.documents() / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def bank_folder(data):
    put(b'format = 1\ndomains = ["A"]\n', "bank/bank.toml")
    return put(data, "bank/domains/A.toml").parents[1]


def read_settings(path):
    put(path.read_bytes(), "../settings/settings.json")
    stored.load()


def cases():
    """Each name with the file, the loader that is proved, and a careless one."""
    found: dict[str, tuple[Callable[..., Any], Callable[..., Any], Callable[..., Any]]] = {}
    plain: Callable[..., Any]
    for name, make in JSON.items():
        whole, body = make, lambda make=make: HEAD + make() + b"}"
        data = lambda make=make: DATA + make() + b"}"  # noqa: E731
        plain = lambda path: json.loads(path.read_bytes())["body"]  # noqa: E731
        found[f"assessment: {name}"] = (
            lambda w=whole: put(w(), "a.readiness"),
            load_document,
            plain,
        )
        found[f"assessment's body: {name}"] = (
            lambda b=body: put(b(), "a.readiness"), load_document, plain,
        )  # fmt: skip
        found[f"data: {name}"] = (lambda d=data: put(d(), "a.json"), import_data, plain)
        found[f"answers: {name}"] = (
            lambda w=whole: put(w()[:MEGABYTE], "a.answers"), load_answers, plain,
        )  # fmt: skip
        found[f"settings: {name}"] = (lambda w=whole: put(w(), "set.json"), read_settings, plain)
    for name, make in TOML.items():
        plain = lambda folder: tomllib.loads((folder / "domains/A.toml").read_text())["a"]  # noqa: E731
        found[name] = (lambda make=make: bank_folder(make()), read_bank, plain)
    bodies: tuple[tuple[str, Callable[..., Any]], ...] = (
        ("as many keys as may be", lambda: dict.fromkeys(map(str, range(249_000)), 1)),
        ("as many numbers as may be", lambda: {"asks": [1] * 249_000}),
    )
    for name, whole in bodies:
        found[f"assessment: {name}"] = (
            lambda w=whole: put(envelope.pack(w(), document="", revision=1), "a.readiness"),
            load_document,
            lambda path: json.loads(path.read_bytes())["body"]["profile"],
        )
    bank = read_bank(SMALL_BANK)
    for name, change in SHEETS.items():
        plain = lambda path: [  # noqa: E731
            [[c.value for c in row] for row in sheet.iter_rows()]
            for sheet in openpyxl.load_workbook(path).worksheets
        ]
        found[f"review sheet: {name}"] = (
            lambda change=change: put(change(review_sheet(bank)), "a.xlsx"),
            lambda path: review_changes(bank, path.read_bytes()),
            plain,
        )
        found[f"actions sheet: {name}"] = (
            lambda change=change: put(change(actions_sheet()), "b.xlsx"),
            lambda path: read_returned_sheet(path.read_bytes()),
            plain,
        )
    return found


def actions_sheet():
    import datetime as dt

    from nttp_readiness.reports.export_request import ExportRequest
    from nttp_readiness.reports.forms import make

    assessment = load_document(SAMPLE).assessment
    return make(ExportRequest(assessment, "actions", ".xlsx", today=dt.date(2026, 3, 12)))


def main():
    if len(sys.argv) == 1:
        sys.stdout.write(json.dumps(list(cases())))
        return
    make, careful, naive = cases()[sys.argv[1]]
    load_document(SAMPLE)
    resource.setrlimit(resource.RLIMIT_AS, (3_000 * MEGABYTE, 3_000 * MEGABYTE))
    path = make()
    with open("/proc/self/clear_refs", "w") as clear:  # noqa: PTH123 - the system's own file
        clear.write("5")  # the peak of memory counts from here
    before = peak()
    begun = time.process_time()
    try:
        (careful if sys.argv[2] == "careful" else naive)(path)
        end = "read"
    except ReadinessError:
        end = "refused"
    except BaseException as error:  # noqa: BLE001 - that is what is counted
        end = type(error).__name__
    seconds = time.process_time() - begun
    said = {"end": end, "seconds": round(seconds, 2), "megabytes": (peak() - before) // MEGABYTE}
    sys.stdout.write(json.dumps(said))


def peak():
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) * 1024


if __name__ == "__main__":
    main()
