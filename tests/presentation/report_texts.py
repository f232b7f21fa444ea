"""Reads a report as data: its sections, tables, and every text that it holds anywhere."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

from nttp_readiness import resources
from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.workshop import Group, Tally
from nttp_readiness.domain.editing import agreement_edits, vote_edits, workshop_edits
from nttp_readiness.presentation.words.blocks import (
    Beside,
    Block,
    Cell,
    Figure,
    Heading,
    Keep,
    Panel,
    Report,
    Run,
    Table,
    Words,
)  # fmt: skip
from nttp_readiness.storage.documents.documents import load_document

SAMPLE: Path = resources.assets() / "samples" / "council-service.readiness"


def sample() -> Assessment:
    return load_document(SAMPLE).assessment


def with_workshop(assessment: Assessment, view: str = "") -> Assessment:
    """The assessment after a workshop of forty, with a view kept beside the one agreed level."""
    today, key = dt.date(2027, 2, 18), assessment.asked[0].id
    groups = (Group(name="Leaders", size=10), Group(name="Front line", size=30))
    made = workshop_edits.start_round(assessment, groups, today=today)
    for group, levels in zip(groups, ((0, 1, 2, 5, 2), (3, 9, 12, 6, 0)), strict=True):
        made = vote_edits.tally(made, group.name, {key: Tally(levels=levels)})
    made = workshop_edits.close_round(made, today=today)
    return agreement_edits.agree(made, key, 2, minority=view)


def blocks(report: Report) -> Iterator[Block]:
    """Every block in reading order, also those inside others."""

    def walk(some: tuple[Block, ...]) -> Iterator[Block]:
        for block in some:
            yield block
            if isinstance(block, Keep | Panel):
                yield from walk(block.blocks)
            elif isinstance(block, Beside):
                yield from walk(block.left + block.right)

    return walk(report.blocks)


def sections(report: Report) -> list[str]:
    return [each.text for each in blocks(report) if isinstance(each, Heading) and each.level == 1]


def section(report: Report, title: str) -> list[Block]:
    """The blocks under a section's heading."""
    found: list[Block] = []
    inside = False
    for block in blocks(report):
        if isinstance(block, Heading) and block.level == 1:
            inside = block.text == title
        elif inside:
            found.append(block)
    return found


def tables(some: list[Block]) -> list[Table]:
    return [each for each in some if isinstance(each, Table)]


def figures(report: Report) -> list[str]:
    """The alternative texts."""
    return [each.drawing.sentence for each in blocks(report) if isinstance(each, Figure)]


def plain(words: Words) -> str:
    return words if isinstance(words, str) else "".join(run.text for run in words)


def cell(given: Cell) -> str:
    return "\n".join(plain(words) for words in given.words)


def rows(table: Table) -> list[list[str]]:
    return [[cell(each) for each in row.cells] for row in table.rows]


def every_text(report: object) -> Iterator[str]:
    """Each string in the report: words, headings, alternative texts, captions, metadata."""
    if isinstance(report, str):
        yield report
    elif isinstance(report, Run):
        yield report.text
        yield report.link
    elif isinstance(report, tuple):
        if report and all(isinstance(each, Run) for each in report):
            yield plain(report)
        for each in report:
            yield from every_text(each)
    elif is_dataclass(report):
        for each in fields(report):
            yield from every_text(getattr(report, each.name))
