"""Makes the files in `data/returned`: trackers that were edited and saved by LibreOffice.

Run from the top of the project where LibreOffice is installed:
`PYTHONPATH=. python -m tests.reports.save_with_libreoffice`. Tests read what lies there.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from tests.reports import hands_that_edit as hands
from tests.reports import plan_sent_out as sent
from tests.reports.plan_sent_out import as_people_do, edited

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


def main() -> None:
    RETURNED.mkdir(parents=True, exist_ok=True)
    ours = edited(sent.excel(), as_people_do)
    csv = "csv:Text - txt - csv (StarCalc)"
    saved("edited", ours, "xlsx", "xlsx")
    saved("edited", ours, "xlsx", "ods")
    saved("untouched", sent.open_document(), "ods", "ods")
    saved("opened-as-ods", sent.open_document(), "ods", "xlsx")
    saved("merged", edited(sent.excel(), hands.merged), "xlsx", "ods")
    saved("merged", edited(sent.excel(), hands.merged), "xlsx", "xlsx")
    saved("formulas", edited(sent.excel(), hands.worked_out), "xlsx", "ods")
    saved("filtered", edited(sent.excel(), hands.filtered), "xlsx", "xlsx")
    saved("comma-utf8", ours, "xlsx", f"{csv}:44,34,76,1")
    saved("semicolon-windows", ours, "xlsx", f"{csv}:59,34,1,1")
    saved("tab-utf16", ours, "xlsx", f"{csv}:9,34,65535,1")
    saved("from-csv", sent.table(), "csv", "ods")
    saved("by-owner", sent.excel(owners_apart=True), "xlsx", "ods")
    for name, into, hand in (
        ("formulas", "xlsx", hands.worked_out),
        ("renamed-heading", "ods", hands.renamed_heading),
        ("renamed-heading", "xlsx", hands.renamed_heading),
        ("no-column", "ods", hands.no_column),
        ("own-column", "ods", hands.own_column),
        ("elsewhere", "ods", hands.elsewhere),
        ("no-days", "ods", hands.no_days),
        ("no-days", "xlsx", hands.no_days),
        ("other-order", "ods", hands.other_order),
        ("renamed-sheet", "ods", hands.renamed_sheet),
        ("emptied", "ods", hands.emptied),
        ("new-request", "ods", hands.new_request),
        ("inserted-column", "ods", hands.inserted_column),
        ("headings-again", "xlsx", hands.headings_again),
        ("shown-numbers", "ods", hands.shown_numbers),
        ("shown-numbers", "xlsx", hands.shown_numbers),
        ("copied-sheet", "ods", hands.copied_sheet),
        ("comments", "ods", hands.comments),
        ("comments", "xlsx", hands.comments),
        ("no-keys", "ods", hands.no_keys),
        ("lines-in-cells", "ods", hands.lines_in_cells),
        ("days-as-text", "ods", hands.days_as_text),
        ("hidden", "ods", hands.hidden),
        ("loud-headings", "xlsx", hands.loud_headings),
        ("blank-rows", "ods", hands.blank_rows),
        ("row-copied", "ods", hands.row_copied),
    ):
        saved(name, edited(sent.excel(), hand), "xlsx", into)
    apart = edited(sent.excel(owners_apart=True), hands.in_his_sheet)
    saved("in-his-sheet", apart, "xlsx", "ods")
    saved("csv-again", sent.table().replace(b"Tom Reid", b"Ann"), "csv", f"{csv}:59,34,76,1")


if __name__ == "__main__":
    main()
