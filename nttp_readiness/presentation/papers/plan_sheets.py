"""The plan as a spreadsheet: its actions, the answers, the levels, and their working."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Literal

from nttp_readiness.domain.answers.answer import Answer
from nttp_readiness.domain.answers.planned import Request
from nttp_readiness.domain.checked_value import Value
from nttp_readiness.domain.exchange.sheet_values import request_key, row_key
from nttp_readiness.domain.plan.plan import Entry
from nttp_readiness.domain.readiness.scoring import DomainScore
from nttp_readiness.domain.scorecard import Scorecard
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.papers.evidence_sheet import evidence_sheet
from nttp_readiness.presentation.papers.plan_actions import action_title
from nttp_readiness.presentation.plan.action_columns import ACTION_COLUMNS, ActionColumn, column
from nttp_readiness.presentation.plan.plan_material import Material, Options, answer_words
from nttp_readiness.presentation.plan.plan_order import why_now
from nttp_readiness.presentation.plan.request_columns import REQUEST_COLUMNS, request_column
from nttp_readiness.presentation.plan.requests import requests_made
from nttp_readiness.presentation.plan.working_steps import DOMAIN_FIGURES, step_rows
from nttp_readiness.presentation.readiness.pictures import has_reach
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.answer_columns import ANSWER_COLUMNS, AnswerColumn
from nttp_readiness.presentation.words.confidence_words import confidence_sentence
from nttp_readiness.presentation.words.field_columns import FieldColumn
from nttp_readiness.presentation.words.owners import without_names
from nttp_readiness.presentation.words.sheets import (
    Amount,
    Book,
    Filling,
    RowKey,
    Sheet,
    SheetColumn,
)
from nttp_readiness.values import replace

_SELDOM = {"hours", "cost", "notes"}
"""What comes back of an action and is no question to who gets a sheet of it."""


def plan_book(card: Scorecard, today: dt.date, options: Options | None = None) -> Book:
    """The whole workbook. Without scores it has the actions and requests alone."""
    material = Material(card, today, options or Options())
    assessment, profile = material.assessment, material.assessment.profile
    sheets = [_actions(material)]
    if requests_made(assessment):
        sheets.append(requests_sheet(material, requests_made(assessment)))
    if material.scores:
        sheets.append(_answers(material))
        if evidence := evidence_sheet(material):
            sheets.append(evidence)
        sheets += [_levels(material), _working(material)]
    book = Book(
        title=tr("{who}: actions").format(who=material.who),
        author=profile.organisation or profile.title,
        subject=material.bank.title,
        about=about_rows(material),
        disclaimer=material.disclaimer,
        sheets=tuple(sheets),
        document=assessment.id,
    )
    return book if material.names else without_names(book, assessment)


def about_rows(material: Material) -> tuple[tuple[str, str], ...]:
    """What a spreadsheet of the plan is of and what it is not, and how changes come back."""
    bank, profile = material.bank, material.assessment.profile
    dated = material.dated
    come = [
        each.heading()
        for each in ACTION_COLUMNS
        if (each.key == "update" or (each.spec and each.spec.comes_back)) and material.shows(each)
    ]
    pairs = (
        (tr("Name"), profile.title),
        (tr("Organisation"), profile.organisation),
        (tr("Status"), dated[0].upper() + dated[1:]),
        (tr("Next review"), words.day(profile.review)),
        (
            tr("Questions"),
            tr("{title}, version {version} of {day}").format(
                title=bank.title, version=bank.version, day=words.day(bank.date)
            ),
        ),
        (tr("What it is"), f"{material.disclaimer}."),
        (
            tr("To bring changes back"),
            tr(
                "Change {fields}, or add a row for a new action. Save the file, and choose"
                " “Changes from a spreadsheet” in the program’s File menu: it shows every change"
                " before it takes any."
            ).format(fields=words.listed([tr("“{title}”").format(title=each) for each in come])),
        ),
    )
    return tuple(pair for pair in pairs if pair[1])


def _actions(material: Material) -> Sheet:
    """Every action of the plan, then what is suggested for later and waits to be taken up."""
    shown = [each for each in ACTION_COLUMNS if each.sheet and material.shows(each)]
    entries = (*material.planned, *material.waiting)
    return actions_sheet(material, "actions", tr("Actions"), entries, shown)


def actions_sheet(
    material: Material,
    sheet_id: str,
    name: str,
    entries: Sequence[Entry],
    shown: Sequence[ActionColumn],
) -> Sheet:
    """A table of those actions with those columns."""
    columns = [_column(each) for each in shown]
    rows = (_action(material, each, shown) for each in entries)
    return Sheet(
        sheet_id,
        name,
        tr("Actions of our plan. {disclaimer}.").format(disclaimer=material.disclaimer),
        tuple(columns),
        tuple(tuple(row[each.key] for each in columns) for row in rows),
        naming=1 + [each.key for each in columns].index("title"),
    )


def _column(shown: FieldColumn) -> SheetColumn:
    kind: Literal["text", "number", "date", "key"] = "date" if shown.editor == "date" else "text"
    if shown.key == "number" or (shown.spec and shown.spec.kind == "level"):
        kind = "number"
    if shown.key == "key":
        kind = "key"
    back = shown.spec is not None and shown.spec.comes_back
    choices = tuple(word for _, word in shown.values()) if back else ()
    filling: Filling = "may" if back else ""
    if shown.key == "why":
        filling = "may"  # of a request that somebody adds
    elif shown.key == "update" or (back and shown.key not in _SELDOM):
        filling = "asked"
    return SheetColumn(shown.key, shown.heading(), shown.sheet, kind, choices, filling)


def _action(material: Material, entry: Entry, shown: Sequence[ActionColumn]) -> dict[str, Amount]:
    action, bank = entry.action, material.bank
    number = material.number_of_action.get(action.id)
    when = words.horizon_words(action.horizon)
    named = (bank.by_id[key].title for key in action.indicators if key in bank.by_id)
    row: dict[str, Amount] = {each.key: _value(material, action, each) for each in shown}
    return row | {
        "key": RowKey("actions", row_key(material.assessment, action.id)),
        "number": number,
        "horizon": when if number else tr("{when}, suggested").format(when=when),
        "title": action_title(action),
        "reason": why_now(material, entry),
        "from": ", ".join(action.indicators),
        "question": "; ".join(named),
    }


def _value(material: Material, value: Value, shown: FieldColumn) -> Amount:
    """What stands in a field, as a sheet keeps it: days and levels as themselves."""
    spec = shown.spec
    if spec is None:
        return ""
    held: Amount = getattr(value, shown.key)
    if spec.kind in {"date", "level"}:
        return held
    if spec.kind == "people" and material.names:
        return str(held).strip()
    said = material.words_in(value, shown)
    return said or shown.nothing() if spec.kind == "body" else said


def requests_sheet(material: Material, asks: Sequence[Request]) -> Sheet:
    """What we need from others."""
    shown: list[FieldColumn] = [
        each for each in REQUEST_COLUMNS if each.sheet and material.shows(each)
    ]
    rows = tuple(
        (
            *(_value(material, ask, each) for each in shown),
            RowKey("requests", request_key(material.assessment, ask.id)),
        )
        for ask in asks
    )
    return Sheet(
        "requests",
        tr("Requests"),
        tr("What we need from others. {disclaimer}.").format(disclaimer=material.disclaimer),
        tuple(map(_column, (*shown, column("key")))),
        rows,
    )


def for_one_table(book: Book) -> Sheet:
    """The actions, sheet after sheet, and under them the requests to others, for a file that holds
    one table alone.
    """
    actions = [each for each in book.sheets if each.id.startswith("actions")]
    first = actions[0]
    rows = list(dict.fromkeys(row for each in actions for row in each.rows))
    for sheet in book.sheets:
        if sheet.id != "requests":
            continue
        for values in sheet.rows:
            said = dict(zip((each.key for each in sheet.columns), values, strict=True))
            key = said.pop("key")
            row: dict[str, Amount] = {request_column(each).under: said[each] for each in said}
            row["horizon"] = tr("From others")
            row["title"] = tr("{who}: {request}").format(who=said["who"], request=said["request"])
            row["key"] = key
            rows.append(tuple(row.get(each.key, "") for each in first.columns))
    return replace(first, rows=tuple(rows))


def _answers(material: Material) -> Sheet:
    columns = [
        SheetColumn("id", tr("No."), 10),
        SheetColumn("question", tr("Question"), 34),
        SheetColumn("domain", tr("Domain"), 24),
        SheetColumn("foundation", tr("Foundation"), 12),
        SheetColumn("level", tr("Level"), 8, "number"),
        SheetColumn("answer", tr("Our answer"), 20),
    ]
    beside = [each for each in ANSWER_COLUMNS if each.sheet and material.notes]
    beside = [each for each in beside if material.shows(each)]
    columns += [replace(_column(each), nothing=_unsaid(each)) for each in beside]
    assessment, bank = material.assessment, material.bank
    rows: list[tuple[Amount, ...]] = []
    for indicator in assessment.asked:
        answer = assessment.answer(indicator.id)
        row: dict[str, Amount] = {
            "id": indicator.id,
            "domain": bank.domain_of[indicator.id].name,
            "question": indicator.title,
            "foundation": tr("Yes") if indicator.foundation else tr("No"),
            "level": answer.level,
            "answer": answer_words(bank, answer),
        }
        row |= {each.key: _value(material, answer, each) for each in beside}
        rows.append(tuple(row[each.key] for each in columns))
    return Sheet(
        "answers",
        tr("Answers"),
        tr("Our answers. {disclaimer}.").format(disclaimer=material.disclaimer),
        tuple(columns),
        tuple(rows),
        naming=2,
    )


def _unsaid(shown: AnswerColumn) -> str:
    """What stands in the column of an answer to which nothing was said."""
    return shown.words(getattr(Answer(), shown.key))


def _levels(material: Material) -> Sheet:
    columns = (
        SheetColumn("number", tr("No."), 6, "number"),
        SheetColumn("domain", tr("Domain"), 34),
        SheetColumn("level", tr("Level"), 8, "number"),
        SheetColumn("words", tr("In words"), 20),
        SheetColumn("low", tr("Could be from"), 14, "number"),
        SheetColumn("high", tr("Could be to"), 14, "number"),
        SheetColumn("index", tr("Index"), 8, "number"),
        SheetColumn("index_low", tr("Index from"), 12, "number"),
        SheetColumn("index_high", tr("Index to"), 12, "number"),
        SheetColumn("known", tr("Known"), 10, "number"),
        SheetColumn("applicable", tr("That apply"), 10, "number"),
        SheetColumn("sentence", tr("What that means"), 50),
        SheetColumn("rests", tr("What it is based on"), 50),
    )
    rows = tuple(
        (
            each.number,
            each.name,
            *_figures(each.score, each.level_words),
            each.sentence,
            confidence_sentence(found, views=material.views),
        )
        for each, found in zip(material.standing.domains, material.card.confidence, strict=True)
    )
    stage = tr("Stage: {stage}. {disclaimer}.").format(
        stage=material.standing.stage, disclaimer=material.disclaimer
    )
    return Sheet("levels", tr("Levels"), stage, columns, rows, naming=2)


def _figures(score: DomainScore, in_words: str) -> tuple[Amount, ...]:
    reach = has_reach(score)
    return (
        score.level,
        tr("{level}, provisional").format(level=in_words) if score.provisional else in_words,
        score.level_low if reach else None,
        score.level_high if reach else None,
        *(
            None if each is None else int(words.rounded(each))
            for each in (score.index, score.low, score.high)
        ),
        score.known,
        score.applicable,
    )


def _working(material: Material) -> Sheet:
    """Every step from the answers to each figure, in the order in which it is worked out."""
    card = material.card
    columns = (
        SheetColumn("figure", tr("Figure"), 40),
        SheetColumn("step", tr("Step"), 38),
        SheetColumn("sum", tr("Sum or answer"), 36),
        SheetColumn("result", tr("Result"), 14),
        SheetColumn("rule", tr("Rule"), 46),
    )
    trees = [card.stage_working]
    trees += [card.working(each.code, figure) for each in card.domains for figure in DOMAIN_FIGURES]
    trees.append(card.overall_working._replace(parts=()))  # its parts stand above already
    trees += [card.priority_working(each) for each in card.suggestions]
    steps = (row for each in trees for row in step_rows(material.assessment, each))
    rows = tuple((each.figure, each.step, each.sum, each.result, each.rule) for each in steps)
    return Sheet(
        "working",
        tr("Working"),
        tr("How it was worked out. {disclaimer}.").format(disclaimer=material.disclaimer),
        columns,
        rows,
        naming=2,
    )
