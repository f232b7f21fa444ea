"""The plan as a spreadsheet: its actions, the answers, the levels, and their working."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from nttp_readiness.domain.answers.assessment import STATUSES
from nttp_readiness.domain.exchange.sheet_fingerprints import row_key
from nttp_readiness.domain.plan.plan import Entry
from nttp_readiness.domain.readiness.scoring import DomainScore
from nttp_readiness.domain.scorecard import Scorecard
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.papers.plan_actions import action_title
from nttp_readiness.presentation.plan.plan_material import Material, Options, answer_words
from nttp_readiness.presentation.plan.plan_order import why_now
from nttp_readiness.presentation.plan.requests import (
    ask_status_words,
    requests_made,
    their_answer,
    whom,
)
from nttp_readiness.presentation.plan.working_steps import DOMAIN_FIGURES, step_rows
from nttp_readiness.presentation.readiness.pictures import has_reach
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.confidence_words import confidence_sentence
from nttp_readiness.presentation.words.owners import owner_words, without_names
from nttp_readiness.presentation.words.sheets import Amount, Book, Sheet, SheetColumn


def plan_book(card: Scorecard, today: dt.date, options: Options | None = None) -> Book:
    """The whole workbook. Without scores it has the actions and requests alone."""
    material = Material(card, today, options or Options())
    assessment, profile = material.assessment, material.assessment.profile
    sheets = [_actions(material)]
    if requests_made(assessment):
        sheets.append(_requests(material))
    if material.scores:
        sheets += [_answers(material), _levels(material), _working(material)]
    book = Book(
        title=tr("{who}: actions").format(who=material.who),
        author=profile.organisation or profile.title,
        subject=material.bank.title,
        about=_about(material),
        disclaimer=material.disclaimer,
        sheets=tuple(sheets),
        document=assessment.id,
        status_words={each: words.status_words(each) for each in STATUSES},
    )
    return book if material.names else without_names(book, assessment)


def _about(material: Material) -> tuple[tuple[str, str], ...]:
    bank, profile = material.bank, material.assessment.profile
    dated = material.dated
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
                "Change owner, dates, status, measure or notes under “Actions”, save the file as "
                "Excel, and take it into the program. It shows what changed before it keeps it."
            )
            if material.notes
            else tr(
                "Change owner, dates, status or measure under “Actions”, save the file as Excel, "
                "and take it into the program. It shows what changed before it keeps it."
            ),
        ),
    )
    return tuple(pair for pair in pairs if pair[1])


def _actions(material: Material) -> Sheet:
    """Every action of the plan, then what is suggested for later and waits to be taken up."""
    columns = [
        SheetColumn("key", tr("Key"), 14),
        SheetColumn("number", tr("No."), 6, "number"),
        SheetColumn("when", tr("When"), 12),
        SheetColumn("title", tr("Action"), 44),
        SheetColumn("owner", tr("Owner"), 26),
        SheetColumn("due", tr("Finish by"), 18, "date"),
        SheetColumn(
            "status", tr("Status"), 14, choices=tuple(map(words.status_words, STATUSES))
        ),
        SheetColumn("measure", tr("How we will know"), 40),
        SheetColumn("review", tr("Review"), 18, "date"),
        SheetColumn("notes", tr("Notes"), 36),
        SheetColumn("details", tr("What"), 44),
        SheetColumn("baseline", tr("At the start"), 20),
        SheetColumn("goal", tr("Aim"), 20),
        SheetColumn("hoped", tr("Level hoped for"), 10, "number"),
        SheetColumn("why", tr("Why now"), 44),
        SheetColumn("from", tr("From"), 12),
        SheetColumn("question", tr("Question"), 34),
    ]  # fmt: skip
    left_out = {"" if material.notes else "notes", "" if material.scores else "hoped"}
    columns = [each for each in columns if each.key not in left_out]
    rows = (_action(material, each) for each in (*material.planned, *material.waiting))
    return Sheet(
        "actions",
        tr("Actions"),
        tr("Actions of our plan. {disclaimer}.").format(disclaimer=material.disclaimer),
        tuple(columns),
        tuple(tuple(row[each.key] for each in columns) for row in rows),
    )


def _action(material: Material, entry: Entry) -> dict[str, Amount]:
    action, bank = entry.action, material.bank
    number = material.number_of_action.get(action.id)
    when = words.horizon_words(action.horizon)
    named = (bank.by_id[key].title for key in action.indicators if key in bank.by_id)
    return {
        "key": row_key(material.assessment, action.id),
        "number": number,
        "when": when if number else tr("{when}, suggested").format(when=when),
        "title": action_title(action),
        "owner": action.owner.strip() if material.names else material.owner(action),
        "due": action.due,
        "status": words.status_words(action.status),
        "measure": action.measure.strip(),
        "review": action.review,
        "notes": action.notes.strip() if material.notes else "",
        "details": action.details.strip(),
        "baseline": action.baseline,
        "goal": action.goal,
        "hoped": action.hoped_level if action.indicators and material.scores else None,
        "why": why_now(material, entry),
        "from": ", ".join(action.indicators),
        "question": "; ".join(named),
    }


def _requests(material: Material) -> Sheet:
    """What we need from others."""
    columns = (
        SheetColumn("who", tr("Whom we ask"), 30),
        SheetColumn("request", tr("What we ask for"), 44),
        SheetColumn("why", tr("Why"), 36),
        SheetColumn("asker", tr("Who asks"), 26),
        SheetColumn("how", tr("How"), 26),
        SheetColumn("by", tr("Answer by"), 18, "date"),
        SheetColumn("status", tr("How it stands"), 16),
        *((SheetColumn("answer", tr("Their answer"), 44),) if material.notes else ()),
    )
    rows: list[tuple[Amount, ...]] = []
    for ask in requests_made(material.assessment):
        row: dict[str, Amount] = {
            "who": whom(material, ask),
            "request": ask.request.strip(),
            "why": ask.why.strip(),
            "asker": ask.asker.strip() if material.names else owner_words(ask.asker, names=False),
            "how": ask.how.strip(),
            "by": ask.by,
            "status": ask_status_words(ask.status),
            "answer": their_answer(material, ask),
        }
        rows.append(tuple(row[each.key] for each in columns))
    return Sheet(
        "requests",
        tr("Requests"),
        tr("What we need from others. {disclaimer}.").format(disclaimer=material.disclaimer),
        columns,
        tuple(rows),
    )


def for_one_table(book: Book) -> Sheet:
    """The actions, and under them the requests to others, for a file that holds one table alone."""
    actions, *others = book.sheets
    rows = list(actions.rows)
    for sheet in others:
        if sheet.id != "requests":
            continue
        for values in sheet.rows:
            said = dict(zip((each.key for each in sheet.columns), values, strict=True))
            row: dict[str, Amount] = {
                "when": tr("From others"),
                "title": tr("{who}: {request}").format(who=said["who"], request=said["request"]),
                "owner": said["asker"],
                "due": said["by"],
                "status": said["status"],
                "notes": said.get("answer", ""),
                "details": said["how"],
                "why": said["why"],
            }
            rows.append(tuple(row.get(each.key, "") for each in actions.columns))
    return replace(actions, rows=tuple(rows))


def _answers(material: Material) -> Sheet:
    columns = [
        SheetColumn("id", tr("No."), 10),
        SheetColumn("domain", tr("Domain"), 30),
        SheetColumn("question", tr("Question"), 40),
        SheetColumn("foundation", tr("Foundation"), 12),
        SheetColumn("level", tr("Level"), 8, "number"),
        SheetColumn("answer", tr("Our answer"), 20),
    ]
    beside = (
        SheetColumn("note", tr("Note"), 44),
        SheetColumn("evidence", tr("Evidence"), 44),
        SheetColumn("evidence_kind", tr("Kind of evidence"), 24),
        SheetColumn("confidence", tr("How sure we are"), 16),
        SheetColumn("view", tr("Whose view"), 20),
        SheetColumn("reason", tr("Why not relevant"), 30),
    )
    if material.notes:
        columns += [each for each in beside if each.key != "view" or material.names]
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
            "note": answer.note,
            "evidence": answer.evidence,
            "evidence_kind": words.evidence_words(answer.evidence_kind),
            "confidence": words.confidence_words(answer.confidence),
            "view": answer.view,
            "reason": answer.reason,
        }
        rows.append(tuple(row[each.key] for each in columns))
    return Sheet(
        "answers",
        tr("Answers"),
        tr("Our answers. {disclaimer}.").format(disclaimer=material.disclaimer),
        tuple(columns),
        tuple(rows),
    )


def _levels(material: Material) -> Sheet:
    columns = (
        SheetColumn("number", tr("No."), 6, "number"),
        SheetColumn("domain", tr("Domain"), 40),
        SheetColumn("level", tr("Level"), 8, "number"),
        SheetColumn("words", tr("In words"), 20),
        SheetColumn("low", tr("Could be from"), 14, "number"),
        SheetColumn("high", tr("Could be to"), 14, "number"),
        SheetColumn("index", tr("Index"), 8, "number"),
        SheetColumn("index_low", tr("Index from"), 12, "number"),
        SheetColumn("index_high", tr("Index to"), 12, "number"),
        SheetColumn("known", tr("Known"), 10, "number"),
        SheetColumn("applicable", tr("That apply"), 10, "number"),
        SheetColumn("sentence", tr("What that means"), 70),
        SheetColumn("rests", tr("What it rests on"), 70),
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
    return Sheet("levels", tr("Levels"), stage, columns, rows)


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
        SheetColumn("figure", tr("Figure"), 44),
        SheetColumn("step", tr("Step"), 50),
        SheetColumn("sum", tr("Sum or answer"), 44),
        SheetColumn("result", tr("Result"), 14),
        SheetColumn("rule", tr("Rule"), 80),
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
    )
