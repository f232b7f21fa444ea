"""Makes the files in `data/returned`: trackers that were edited and saved by LibreOffice.

Run from the top of the project where LibreOffice is installed:
`PYTHONPATH=. python -m tests.reports.save_with_libreoffice`. Tests read what lies there.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from tests.reports import plan_sent_out as sent
from tests.reports.plan_sent_out import FIRST, as_people_do, at, edited

RETURNED = Path(__file__).parent / "data" / "returned"


def saved(name: str, data: bytes, kind: str, into: str) -> None:
    """Have LibreOffice open that file and save it as another."""
    read_as = ["--infilter=CSV:44,34,76,1"] if kind == "csv" else []
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, f"source.{kind}")
        source.write_bytes(data)
        suffix = into.partition(":")[0]
        out = Path(folder, "out")
        subprocess.run(
            ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/home",
             *read_as, "--convert-to", into, "--outdir", str(out), str(source)],
            check=True, capture_output=True,
        )  # fmt: skip
        (RETURNED / f"{name}.{suffix}").write_bytes((out / f"source.{suffix}").read_bytes())


def merged(opened):
    """One owner for three actions, in a cell over all three."""
    sheet = opened["Actions"]
    at(sheet, FIRST, "Owner").value = "All three: Joint Owner"
    column = at(sheet, FIRST, "Owner").column_letter
    sheet.merge_cells(f"{column}{FIRST}:{column}{FIRST + 2}")


def worked_out(opened):
    """A formula where an owner stands, and an error where a day stands."""
    sheet = opened["Actions"]
    at(sheet, FIRST, "Owner").value = '=CONCATENATE("A","nn")'
    at(sheet, FIRST, "Due").value = "=1/0"


def filtered(opened):
    """Rows hidden by a filter, and a column hidden, with changes in both."""
    sheet = opened["Actions"]
    as_people_do(opened)
    sheet.auto_filter.ref = f"A3:L{sheet.max_row}"
    sheet.row_dimensions[FIRST].hidden = True
    sheet.column_dimensions[at(sheet, 3, "Owner").column_letter].hidden = True


def main() -> None:
    RETURNED.mkdir(parents=True, exist_ok=True)
    ours = edited(sent.excel(), as_people_do)
    csv = "csv:Text - txt - csv (StarCalc)"
    saved("edited", ours, "xlsx", "xlsx")
    saved("edited", ours, "xlsx", "ods")
    saved("untouched", sent.open_document(), "ods", "ods")
    saved("opened-as-ods", sent.open_document(), "ods", "xlsx")
    saved("merged", edited(sent.excel(), merged), "xlsx", "ods")
    saved("merged", edited(sent.excel(), merged), "xlsx", "xlsx")
    saved("formulas", edited(sent.excel(), worked_out), "xlsx", "ods")
    saved("filtered", edited(sent.excel(), filtered), "xlsx", "xlsx")
    saved("comma-utf8", ours, "xlsx", f"{csv}:44,34,76,1")
    saved("semicolon-windows", ours, "xlsx", f"{csv}:59,34,1,1")
    saved("tab-utf16", ours, "xlsx", f"{csv}:9,34,65535,1")
    saved("from-csv", sent.table(), "csv", "ods")
    saved("by-owner", sent.excel(owners_apart=True), "xlsx", "ods")


if __name__ == "__main__":
    main()
