"""The group results as tables for a spreadsheet: what may leave the room, and nothing else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.group import group_words
from nttp_readiness.presentation.group.group_data import group_data
from nttp_readiness.presentation.group.group_results import GroupResults
from nttp_readiness.presentation.papers.workshop_paper import results_to_report, round_facts
from nttp_readiness.presentation.plan.plan_material import Options
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.owners import name_remover, without_names
from nttp_readiness.presentation.words.sheets import Amount, Book, Sheet, SheetColumn


def group_book(assessment: Assessment, today: dt.date, options: Options | None = None) -> Book:
    """Questions by group, domains by group, and gaps. Raises ExportError without scores, or without
    a closed round.
    """
    options = options or Options()
    results = results_to_report(assessment, options)
    profile, bank = assessment.profile, assessment.bank
    who = words.who_words(profile)
    book = Book(
        title=tr("{who}: group results").format(who=who),
        author=profile.organisation or profile.title,
        subject=bank.title,
        about=(
            *round_facts(assessment, results, today),
            *((tr("What is shown"), note) for note in results.notes),
        ),
        disclaimer=bank.disclaimer,
        sheets=(_questions(assessment, results), _domains(results), _gaps(results)),
    )
    return without_names(book, assessment) if "names" in options.without else book


def group_json(assessment: Assessment, options: Options | None = None) -> dict[str, Any]:
    """The same for other programs, under the names of `group --json`."""
    options = options or Options()
    profile, bank = assessment.profile, assessment.bank
    data = {
        "assessment": profile.title,
        "organisation": profile.organisation,
        "bank": {"id": bank.id, "version": bank.version},
        "disclaimer": bank.disclaimer,
        **group_data(results_to_report(assessment, options)),
    }
    if "notes" in options.without:
        for question in data["questions"]:
            question["minority"] = ""
    return data if "names" not in options.without else _unnamed(data, name_remover(assessment))


def _unnamed(value: Any, remove: Callable[[str], str]) -> Any:  # noqa: ANN401 - whatever JSON holds
    if isinstance(value, str):
        return remove(value)
    if isinstance(value, dict):
        return {key: _unnamed(each, remove) for key, each in value.items()}
    return [_unnamed(each, remove) for each in value] if isinstance(value, list) else value


def _questions(assessment: Assessment, results: GroupResults) -> Sheet:
    bank = assessment.bank
    columns = (
        SheetColumn("id", tr("No."), 10),
        SheetColumn("question", tr("Question"), 34),
        SheetColumn("group", tr("Group"), 24),
        SheetColumn("answers", tr("Answers"), 10, "number"),
        *(
            SheetColumn(f"share_{level}", tr("{level}, %").format(level=f"{level} {each.name}"), 14,
                        "number")
            for level, each in enumerate(bank.levels)
        ),
        SheetColumn("step", tr("In steps of"), 10, "number"),
        SheetColumn("middle", tr("Middle answer"), 18),
        SheetColumn("target", tr("At or above the target"), 16, "share"),
        SheetColumn("agreed", tr("Agreed"), 18),
        SheetColumn("why", tr("Why nothing is shown"), 40),
        SheetColumn("assessment", tr("Assessment"), 30),
    )  # fmt: skip
    rows: list[tuple[Amount, ...]] = []
    for key in bank.by_id:
        question = results.question(key)
        for row in question.rows if question else ():
            shares: tuple[Amount, ...] = row.shares or (None,) * 5
            middle = f"{row.median} {bank.level_name(row.median)}" if row.median is not None else ""
            agreed = question.agreed if question else ""
            rows.append(
                (key, question.title if question else "", row.name, row.people, *shares,
                 row.step if row.shares else None, middle, row.at_target, agreed, row.withheld,
                 assessment.profile.title)
            )  # fmt: skip
    title = tr("Questions by group")
    return Sheet("questions", title, title, columns, tuple(rows), naming=3)


def _domains(results: GroupResults) -> Sheet:
    columns = (
        SheetColumn("domain", tr("Domain"), 40),
        SheetColumn("group", tr("Group"), 26),
        SheetColumn("standing", tr("Where its answers stand"), 50),
    )
    rows = tuple(
        (domain.name, name, said) for domain in results.domains for name, said in domain.standings
    )
    title = tr("Domains by group")
    return Sheet("domains", title, title, columns, rows, naming=2)


def _gaps(results: GroupResults) -> Sheet:
    columns = (
        SheetColumn("domain", tr("Domain"), 40),
        SheetColumn("one", tr("Group"), 26),
        SheetColumn("other", tr("Other group"), 26),
        SheetColumn("said", tr("Gap"), 70),
        SheetColumn("figures", tr("Figures"), 50),
    )
    rows = tuple(
        (
            domain.name,
            group_words.grouping_name(gap.compared.x),
            group_words.grouping_name(gap.compared.y),
            gap.sentence,
            gap.figures,
        )
        for domain in results.domains
        for gap in domain.gaps
    )
    title = tr("Where groups differ")
    return Sheet("gaps", title, title, columns, rows, naming=3)
