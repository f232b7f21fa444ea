"""Every statement that a bank starts from, and every theme, against the questions that serve it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.bank.bank_coverage import serving_statements, serving_themes
from nttp_readiness.domain.bank.indicator import Indicator
from nttp_readiness.i18n import tr, trn
from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True)
class Served:
    """A statement or a theme, with the questions that serve it.

    `request` is what a statement asks of national bodies; empty where it asks nothing. `touched`
    says what of a statement no question asks; empty where the questions serve it whole.
    """

    id: str
    text: str
    request: str
    indicators: tuple[Indicator, ...]
    touched: str = ""

    @property
    def covered(self) -> bool:
        return bool(self.indicators or self.request)

    @property
    def only_touched(self) -> bool:
        return self.covered and bool(self.touched or not self.indicators)


@dataclass(frozen=True, slots=True)
class Trace:
    """Both ways: from the sources to the questions, and which questions come from no statement."""

    bank: Bank
    statements: tuple[Served, ...]
    themes: tuple[Served, ...]
    without_statement: tuple[Indicator, ...]

    @property
    def uncovered(self) -> tuple[str, ...]:
        """Ids of statements and themes that nothing serves."""
        return tuple(each.id for each in (*self.statements, *self.themes) if not each.covered)


def trace(bank: Bank) -> Trace:
    """The trace of a bank, in the order of its files."""
    statements, themes = serving_statements(bank), serving_themes(bank)
    return Trace(
        bank=bank,
        statements=tuple(
            Served(
                each.id, each.text, each.for_others or "", statements[each.id], each.touched or ""
            )
            for each in bank.seed
        ),
        themes=tuple(Served(each.id, each.name, "", themes[each.id]) for each in bank.themes),
        without_statement=tuple(each for each in bank.by_id.values() if not each.seed),
    )


def trace_data(traced: Trace) -> dict[str, Any]:
    """The trace as plain data for `trace --json`. Names stay as they are."""
    return {
        "bank": traced.bank.id,
        "version": traced.bank.version,
        "statements": [
            {
                "id": each.id,
                "text": each.text,
                "for_others": each.request or None,
                "served": each.covered and not each.only_touched,
                "touched": each.touched or None,
                "indicators": _ids(each.indicators),
            }
            for each in traced.statements
        ],
        "themes": [
            {"id": each.id, "name": each.text, "indicators": _ids(each.indicators)}
            for each in traced.themes
        ],
        "without_statement": _ids(traced.without_statement),
        "uncovered": list(traced.uncovered),
    }


def trace_page(traced: Trace) -> str:
    """The trace as a page in Markdown, which reads as plain text too."""
    return "\n".join(_lines(traced)) + "\n"


def _lines(traced: Trace) -> Iterator[str]:
    bank = traced.bank
    yield tr("# Where the questions come from: {title}, version {version}").format(
        title=_plain(bank.title), version=bank.version
    )
    yield from ("", _coverage(traced))
    yield from ("", tr("## Statements"))
    if not traced.statements:
        yield from ("", tr("This bank names no statements that it starts from."))
    for each in traced.statements:
        yield from ("", f"### {each.id}", "", _plain(each.text))
        if each.request:
            request = tr("For national bodies: {request}").format(request=each.request)
            yield from ("", _plain(request))
        yield from ("", _mark(each))
        yield from _served(each)
    yield from ("", tr("## Themes"))
    if not traced.themes:
        yield from ("", tr("This bank names no themes."))
    for each in traced.themes:
        yield from ("", f"### {_plain(each.text)}", *_served(each))
    if traced.statements and traced.without_statement:
        yield from ("", tr("## Questions that follow from no statement"), "")
        yield from map(_question, traced.without_statement)


def _coverage(traced: Trace) -> str:
    requests = sum(bool(each.request) for each in traced.statements)
    said = [
        trn("{n} statement", "{n} statements", len(traced.statements)),
        trn("{n} theme", "{n} themes", len(traced.themes)),
        trn("{n} question", "{n} questions", len(traced.bank.by_id)),
        trn("{n} request for national bodies", "{n} requests for national bodies", requests),
    ]
    touched = [each.id for each in traced.statements if each.only_touched]
    rest = []
    if traced.uncovered:
        rest.append(tr("Nothing serves: {ids}.").format(ids=", ".join(traced.uncovered)))
    if touched:
        rest.append(tr("Only touched: {ids}.").format(ids=", ".join(touched)))
        rest.append(tr("All others are served.") if not traced.uncovered else "")
    return " ".join([f"{', '.join(said)}.", *filter(None, rest or [tr("All are served.")])])


def _mark(statement: Served) -> str:
    """Whether the questions serve a statement, and what they leave."""
    if not statement.covered:
        return tr("Not served.")
    if statement.touched:
        return _plain(tr("Only touched. {why}").format(why=statement.touched))
    return tr("Only touched.") if statement.only_touched else tr("Served.")


def _served(served: Served) -> Iterator[str]:
    yield ""
    if served.indicators:
        yield from map(_question, served.indicators)
    else:
        yield tr("No question serves it.")


def _question(indicator: Indicator) -> str:
    title = _plain(indicator.title)
    if indicator.foundation:
        title = tr("{title} (foundation)").format(title=title)
    return f"- {indicator.id} {title}"


def _ids(indicators: Sequence[Indicator]) -> list[str]:
    return [each.id for each in indicators]


def _plain(text: str) -> str:
    """A text on one line, with nothing in it that Markdown would take as its own."""
    return re.sub(r"([\\`*_#<>\[\]])", r"\\\1", " ".join(text.split()))
