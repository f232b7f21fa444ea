"""Pairs of a label and its value, read pair by pair."""

from __future__ import annotations

from nttp_readiness.presentation.words.blocks import Facts
from nttp_readiness.reports.pdf.page_styles import MM
from nttp_readiness.reports.pdf.setting import Setting
from nttp_readiness.reports.tagged import Beside, Box, Narrow, Positioned, Space, Stack, Tag

_WIDTH = 112 * MM


def facts_box(setting: Setting, facts: Facts, parent: Tag, width: float) -> Box:
    """Labels with their values: one column with rules between, or several side by side."""
    if not facts.pairs:
        return Space()
    listing = parent.child("L")
    styles = setting.styles
    rule = setting.line(0.5, "line")
    rows: list[Box] = []
    if facts.columns == 1:
        name_width = (46 if styles.large else 30) * MM
        inner = width if styles.large else min(width, _WIDTH)
        for label, value in facts.pairs:
            entry = listing.child("LI")
            name = setting.text(label, "label", entry.child("Lbl"))
            name.ends_spaced = True
            words = setting.text(value, "table", entry.child("LBody"))
            places = [
                Positioned(0, name_width - 2 * MM, name),
                Positioned(name_width, inner - name_width, words),
            ]
            row = Beside(places, above=setting.gap(4.5), below=setting.gap(4.5), bottom_line=rule)
            rows.append(Narrow(row, inner))
    else:
        count = 1 if styles.large else facts.columns
        each = width / count
        for at in range(0, len(facts.pairs), count):
            places = []
            for index, (label, value) in enumerate(facts.pairs[at : at + count]):
                entry = listing.child("LI")
                name = setting.text(label, "label", entry.child("Lbl"))
                name.ends_spaced = True
                words = setting.text(value, "table", entry.child("LBody"))
                places.append(Positioned(index * each, each - 4 * MM, Stack([name, words])))
            rows.append(Beside(places, after=setting.gap(6)))
    stack = Stack(rows)
    stack.after = setting.gap(12)
    return stack
