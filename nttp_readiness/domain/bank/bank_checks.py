"""What a bank must hold before it is given to others, though it works without."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.bank.bank_coverage import serving_statements, serving_themes
from nttp_readiness.domain.bank.bank_problems import BANK_FILE, Problem, domain_file
from nttp_readiness.i18n import tr, trn

EVIDENCE = range(3, 6)
"""How many kinds of evidence stand beside a question."""
A_YEAR = dt.timedelta(days=365)
SHORT_LINE = 17
"""Characters of one of the two lines that a foundation's stone has room for."""


def check_content(bank: Bank, *, whole: bool = True, today: dt.date | None = None) -> list[Problem]:
    """What a bank must hold to do right by its readers and its sources, though it works without.

    Of a bank that is not `whole` nobody can tell what it leaves uncovered. `today` tells which
    facts, addresses and numbers nobody has looked at for a year.
    """
    covered = _coverage(bank) if whole else ()
    return [
        *_foundations(bank), *_beside(bank), *covered, *_addresses(bank), *_cards(bank),
        *(_stale(bank, today) if today else ()),
    ]  # fmt: skip


def _foundations(bank: Bank) -> Iterator[Problem]:
    for each in bank.by_id.values():
        file = domain_file(bank.domain_of[each.id].code)
        small = each.small and (each.small.statement or each.small.reading)
        if each.foundation and not small:
            yield Problem(
                file,
                f"{each.id}, small",
                tr("This foundation has no wording for small organisations."),
                tr("Write its statement, or how to read its levels, for a body of a few people."),
            )
        if each.foundation and not each.short_name:
            yield Problem(
                file,
                f"{each.id}, short_name",
                tr("This foundation has no short name."),
                tr("Write one, in two lines of at most 17 characters."),
            )
        for line in each.short_name:
            if len(line) > SHORT_LINE:
                yield Problem(
                    file,
                    f"{each.id}, short_name",
                    trn(
                        "“{line}” has {n} character, and 17 have room.",
                        "“{line}” has {n} characters, and 17 have room.",
                        len(line),
                        line=line,
                    ),
                    tr("Shorten it, or move a word to the other line."),
                )


def _beside(bank: Bank) -> Iterator[Problem]:
    """What stands beside every question: things to look for, and why others come first."""
    for each in bank.by_id.values():
        file = domain_file(bank.domain_of[each.id].code)
        if len(each.evidence) not in EVIDENCE:
            yield Problem(
                file,
                f"{each.id}, evidence",
                trn(
                    "This indicator names {n} kind of evidence.",
                    "This indicator names {n} kinds of evidence.",
                    len(each.evidence),
                ),
                tr("Name three to five, one of them from the people it is for."),
            )
        if each.needs and not each.needs_reason:
            yield Problem(
                file,
                f"{each.id}, needs",
                tr("It does not say why others come first."),
                tr("Write one sentence as needs_reason, or take the needs out."),
            )


def _coverage(bank: Bank) -> Iterator[Problem]:
    serving = serving_statements(bank)
    for statement in bank.seed:
        if not serving[statement.id] and not statement.for_others:
            yield Problem(
                BANK_FILE,
                f"seed, {statement.id}",
                tr("No indicator follows from this statement."),
                tr("Name it in the seed of an indicator, or say what it asks of others."),
            )
    for theme, indicators in serving_themes(bank).items():
        if not indicators:
            yield Problem(
                BANK_FILE,
                f"themes, {theme}",
                tr("No indicator belongs to this theme."),
                tr("Name it where it belongs, or take it out."),
            )


def _addresses(bank: Bank) -> Iterator[Problem]:
    dated = [
        (f"resources, {each.id}", each.listed or each.checked)
        for each in bank.resources
        if each.address
    ]
    dated += [(f"support, {each.name}", each.listed or each.checked) for each in bank.support]
    for place, day in dated:
        if day is None:
            yield Problem(
                BANK_FILE,
                place,
                tr("It has no day: nobody can tell how old this address or number is."),
                tr(
                    "Look it up at its source, then write the day: checked = 2026-03-12. Until "
                    "then, write the day on which you took it from a list: listed = 2026-03-12"
                ),
            )


def _stale(bank: Bank, today: dt.date) -> Iterator[Problem]:
    """What nobody has looked at for a year: laws, addresses and numbers change."""
    dated = [
        *((f"resources, {each.id}", each.checked or each.listed) for each in bank.resources),
        *((f"support, {each.name}", each.checked or each.listed) for each in bank.support),
        *((f"laws, {each.id}", each.checked) for each in bank.laws),
        *((f"context, {each.id}", each.checked) for each in bank.context),
        *((f"glossary, {each.word}", each.checked) for each in bank.glossary),
    ]
    for place, day in dated:
        if day is not None and today - day > A_YEAR:
            yield Problem(
                BANK_FILE,
                place,
                tr("It was last checked on {day}.").format(day=day.isoformat()),
                tr("Look it up at its source, and write the new day."),
                "note",
            )


def _cards(bank: Bank) -> Iterator[Problem]:
    for each in bank.context:
        if not each.beside and not each.on_prepare:
            yield Problem(
                BANK_FILE,
                f"context, {each.id}",
                tr("This finding is shown nowhere."),
                tr("Name the indicators that it stands beside, or write: on_prepare = true"),
            )
