"""Sheets of an Excel file whose rows have a height and still grow with what is typed into them."""

from __future__ import annotations

from typing import Any

from xlsxwriter.worksheet import Worksheet


class AutomaticRows(Worksheet):  # type: ignore[misc]  # XlsxWriter has no types
    """A sheet whose rows are as high as they are told until somebody writes in them.

    The library marks every height as one that a person chose: a row of which Excel is told so does
    not grow with what is typed into it any more.
    """

    def _xml_start_tag_unencoded(self, tag: str, attributes: Any = None) -> None:  # noqa: ANN401 - XlsxWriter has no types
        if tag == "row":
            attributes = [each for each in attributes if each[0] != "customHeight"]
        super()._xml_start_tag_unencoded(tag, attributes)
