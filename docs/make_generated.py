"""Writes the pages and schemas in this folder that are made from the bank and from its models, the
tables of speed from the runs that are kept, and the guides as the program reads them.

Run it from the project's folder after a change to either: `python3 docs/make_generated.py`. A test
says when that was forgotten.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "benchmarks")]

from measuring import budget  # noqa: E402 - in a folder beside this one
from measuring import page as speed  # noqa: E402

from nttp_readiness import resources  # noqa: E402 - the package lies one folder up
from nttp_readiness.presentation.readiness.sector_table import Area, sector_table  # noqa: E402
from nttp_readiness.presentation.readiness.traceability import trace, trace_page  # noqa: E402
from nttp_readiness.storage.banks.bank_folders import read_bank  # noqa: E402
from nttp_readiness.storage.banks.bank_schema import overlay_schema_files, schema_files  # noqa: E402
from nttp_readiness.storage.banks.overlay_heads import find_overlays  # noqa: E402
from tools.data_schema import schema_file  # noqa: E402
from tools.help_pages import help_files  # noqa: E402


def areas() -> tuple[Area, ...]:
    """The service areas with their marks."""
    held = tomllib.loads((HERE / "service_areas.toml").read_text("utf-8"))
    return tuple(Area(**each) for each in held["areas"])


def leads_to() -> dict[str, str]:
    """The titles of the wordings that each area leads to, for those that lead to any."""
    led: dict[str, list[str]] = {}
    for each in find_overlays():
        for area in each.fits:
            led.setdefault(area, []).append(each.title)
    return {area: "; ".join(titles) for area, titles in led.items()}


def generated() -> dict[str, bytes]:
    """What belongs into this folder, under the names of its files."""
    bank = read_bank(resources.question_banks() / "nttp-roadmap")
    page = trace_page(trace(bank)) + sector_table(areas(), leads_to())
    return {
        "traceability.md": page.encode(),
        "performance.md": speed.with_tables(
            (HERE / "performance.md").read_text("utf-8"), speed.kept_runs(), budget.load()
        ).encode(),
        **schema_files(),
        **overlay_schema_files(),
        **schema_file(),
    }


if __name__ == "__main__":
    for name, data in generated().items():
        (HERE / name).write_bytes(data)
    folder = resources.assets() / "help"
    folder.mkdir(exist_ok=True)
    for name, data in help_files().items():
        (folder / name).write_bytes(data)
