"""Earlier formats of a bank's files, brought to the newest before they are read."""

from __future__ import annotations

from typing import Any

FORMAT = 2
"""Each level is a table with its decisive sentence and its signs."""
OLDEST = 1
"""Each level was one text."""


def levels_as_tables(domain: dict[str, Any]) -> dict[str, Any]:
    """A domain as format 2 writes it: a level that was one text becomes a table.

    What has another shape stays as it is, for whoever reads it to say so.
    """
    made = _with_tables(domain)
    indicators = domain.get("indicators")
    if isinstance(indicators, list):
        made["indicators"] = [
            _with_tables(each) if isinstance(each, dict) else each for each in indicators
        ]
    return made


def _with_tables(table: dict[str, Any]) -> dict[str, Any]:
    levels = table.get("levels")
    if not isinstance(levels, list):
        return dict(table)
    tables = [{"sentence": each} if isinstance(each, str) else each for each in levels]
    return {**table, "levels": tables}
