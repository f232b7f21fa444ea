"""Cards: an action with its owner, date and measure, or a request to somebody else."""

from __future__ import annotations

from collections.abc import Callable

from nttp_readiness.presentation.words.blocks import Card, Mark
from nttp_readiness.reports.pdf.page_styles import MM
from nttp_readiness.reports.pdf.setting import Setting
from nttp_readiness.reports.tagged import (
    Beside,
    Box,
    Positioned,
    Stack,
    Tag,
    Text,
)

Outlined = Callable[[Text, int, str], Text]

_INDENT = 14 * MM
_COLUMNS = ((0.0, 41.0), (44.0, 37.0), (84.0, 0.0))
"""Left edge and width in mm of a card's facts, from the indent; the last takes what is left. The
longest day, in bold, stays on one line.
"""
_REQUEST = 52 * MM
_BETWEEN = 9 * MM
_HIGH, _BEGINS = 0.5, 0.3
"""A card of large print that is higher than so much of a page may go on over the page, with so much
of a page before the break: else a heading stood alone above it.
"""
_SHIFT = -0.8 * MM
"""A status sign is smaller than the square it is drawn in; so it stands at the left edge."""


def card_box(setting: Setting, card: Card, parent: Tag, width: float, outlined: Outlined) -> Box:
    """The card as one box, which is broken only where it is higher than a page."""
    if not card.number:
        return _request(setting, card, parent, width, outlined)
    tag = parent.child("H2")
    large = setting.styles.large
    indent = setting.styles.indent if large else _INDENT
    number = setting.text(card.number, "card_number", tag)
    number.ends_spaced = True
    title = outlined(
        setting.text(card.title, "card_title", tag, with_next=True),
        2,
        f"{card.number} {card.title}".strip(),
    )
    left: list[Box] = [number] if card.number else []
    if card.mark:
        left.append(setting.mark(card.mark, 7 * MM))
    right: list[Box] = [title]
    if card.why:
        right.append(setting.text(card.why, "table", parent.child("P")))
    if card.facts:
        right.append(_facts(setting, card, parent, width - indent))
    if card.source:
        right.append(setting.text(card.source, "source", parent.child("P")))
        right[-1].before = setting.gap(5)
    # The number is drawn before the title: that is the order of the heading's words.
    places = [Positioned(0, indent, Stack(left)), Positioned(indent, width - indent, Stack(right))]
    between = setting.gap(_BETWEEN)
    return Beside(
        places,
        above=setting.gap(6.5),
        top_line=setting.line(1.7, "ink"),
        after=between,
        whole=setting.styles.height * (_HIGH if large else 1),
        begins=setting.styles.height * _BEGINS if large else 0,
    )


def _facts(setting: Setting, card: Card, parent: Tag, width: float) -> Box:
    """Pairs of label and value in three columns. The status stands beneath the date, and its sign
    is its label.
    """
    listing = parent.child("L")
    stacks: list[list[Box]] = []
    for index, (label, value) in enumerate(card.facts):
        entry = listing.child("LI")
        beneath = bool(card.status) and index == card.status_at
        boxes: list[Box] = []
        if label and not beneath:
            name = setting.text(label, "label", entry.child("Lbl"))
            name.ends_spaced = True
            name.after = setting.gap(0 if setting.styles.large else 4)
            name.with_next = True
            boxes.append(name)
        bold = not beneath and index < card.status_at
        sign = entry.child("Lbl", says=label) if beneath else None
        text = setting.text(value, "table", entry.child("LBody"), bold=bold)
        boxes.append(_signed(setting, card.status, sign, text, width) if sign else text)
        if beneath and stacks and not setting.styles.large:
            boxes[0].before = setting.gap(3)
            stacks[-1] += boxes
        else:
            stacks.append(boxes)
    rule = setting.line(0.5, "line")
    if setting.styles.large:
        rows = [Stack(boxes) for boxes in stacks]
        for row in rows:
            row.before = setting.gap(6)
        return Stack(rows)
    columns = _columns(len(stacks), width)
    return Beside(
        [
            Positioned(left, wide, Stack(boxes))
            for (left, wide), boxes in zip(columns, stacks, strict=True)
        ],
        above=setting.gap(5),
        below=setting.gap(6.5),
        top_line=rule,
        bottom_line=rule,
        before=setting.gap(7.5),
        whole=0,
    )


def _columns(count: int, width: float) -> list[tuple[float, float]]:
    if count == len(_COLUMNS):
        return [(left * MM, wide * MM or width - left * MM) for left, wide in _COLUMNS]
    if count == len(_COLUMNS) - 1:  # an owner's own sheet names no owner
        (left, _), (after, _) = _COLUMNS[:2]
        return [(left, (after - 3) * MM), (after * MM, width - after * MM)]
    each = width / count
    return [(index * each, each - 4 * MM) for index in range(count)]


def _signed(setting: Setting, mark: Mark, tag: Tag, text: Box, width: float) -> Box:
    """The text with a sign before it."""
    sign = setting.mark(mark, setting.styles.type("table").leading, shift=_SHIFT, tag=tag)
    indent = (7.5 if setting.styles.large else 5) * MM
    return setting.hanging(sign, text, width, indent)


def _request(setting: Setting, card: Card, parent: Tag, width: float, outlined: Outlined) -> Box:
    """Who is asked on the left, the request and its reasons on the right."""
    title = outlined(setting.text(card.title, "request", parent.child("H2")), 2, card.title)
    large = setting.styles.large
    right = width if large else width - _REQUEST
    inner: list[Box] = []
    if card.why:
        inner.append(setting.text(card.why, "body", parent.child("P")))
        inner[-1].after = setting.gap(3)
    if card.facts:
        inner.append(_facts(setting, card, parent, right))
    if card.source:
        inner.append(setting.text(card.source, "source", parent.child("P")))
        inner[-1].before = setting.gap(5)
    rule = setting.line(0.5, "line")
    air = setting.gap(8)
    if large:
        title.with_next = True
        places = [Positioned(0, width, Stack([title, *inner]))]
    else:
        places = [
            Positioned(0, _REQUEST - 4 * MM, title),
            Positioned(_REQUEST, right, Stack(inner)),
        ]
    return Beside(places, above=air, below=air, top_line=rule, whole=setting.styles.height)
