"""Every text of a bank that people read, with the place where its author finds it."""

from __future__ import annotations

from collections.abc import Iterator

from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.bank.bank_problems import BANK_FILE, domain_file
from nttp_readiness.domain.bank.indicator import Domain, Indicator, LevelText
from nttp_readiness.domain.checked_value import Value
from nttp_readiness.i18n import tr
from nttp_readiness.values import dataclass

_NOT_PROSE = {
    # Ids and data; and sources, which are quoted as others named them.
    "id", "code", "version", "date", "language", "address", "phone", "listed", "checked", "kind",
    "value", "start", "level", "effort", "minutes", "thresholds", "bands", "needs", "themes",
    "seed", "links", "glossary", "beside", "new", "old", "since", "listens", "danger", "authors",
    "licence", "source", "indicator", "route", "overlay",
}  # fmt: skip
_NAMES = ("id", "code", "word", "name")


@dataclass(frozen=True, slots=True)
class BankText:
    """One text: `key` is the key that it stands under, `place` the whole way to it."""

    file: str
    place: str
    key: str
    text: str


def texts(bank: Bank) -> Iterator[BankText]:
    """The texts of a bank, file by file, in the order of its models."""
    for key in Bank.model_fields:
        if key not in {"domains", "themes", "seed", "glossary"} | _NOT_PROSE:
            yield from _under(BANK_FILE, "", key, getattr(bank, key))
    for key in ("themes", "seed", "glossary"):
        # Inside an indicator these are lists of ids; here they hold the texts themselves.
        yield from _under(BANK_FILE, "", key, getattr(bank, key))
    for domain in bank.domains:
        yield from _fields(domain_file(domain.code), domain.code, domain)


def _under(file: str, way: str, key: str, value: object) -> Iterator[BankText]:
    place = f"{way}, {key}" if way else key
    if isinstance(value, str):
        yield BankText(file, place, key, value)
    elif isinstance(value, Value):
        yield from _fields(file, place, value)
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            if isinstance(each, str) and key != "indicators":  # a route's are ids
                yield BankText(file, _numbered(way, key, number), key, each)
            elif isinstance(each, Domain | Indicator):
                yield from _fields(file, each.id if isinstance(each, Indicator) else "", each)
            elif isinstance(each, LevelText):
                level = _numbered(way, key, number)
                yield BankText(file, level, "sentence", each.sentence)
                yield from _under(file, level, "signs", each.signs)
            elif isinstance(each, Value):
                yield from _fields(file, f"{place}, {_name(each, number)}", each)


def _fields(file: str, way: str, value: Value) -> Iterator[BankText]:
    for key in type(value).model_fields:
        if key not in _NOT_PROSE:
            yield from _under(file, way, key, getattr(value, key))


def _numbered(way: str, key: str, number: int) -> str:
    """Levels count from 0 as people know them; everything else counts from 1."""
    if key == "levels":
        return tr("{place}, level {n}").format(place=way, n=number)
    entry = tr("number {n}").format(n=number + 1)
    return f"{way}, {key}, {entry}" if way else f"{key}, {entry}"


def _name(value: Value, number: int) -> str:
    for key in _NAMES:
        name = getattr(value, key, None)
        if isinstance(name, str):
            return name
    return tr("number {n}").format(n=number + 1)
