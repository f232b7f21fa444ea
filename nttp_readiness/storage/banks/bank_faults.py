"""What pydantic says of a bank's file, in words for somebody who writes banks and no code."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar, get_args

from nttp_readiness.domain.bank.bank_problems import Problem
from nttp_readiness.domain.checked_value import ADDRESS
from nttp_readiness.i18n import tr, trn
from nttp_readiness.plain_models import BaseModel, ErrorDetails, ValidationError
from nttp_readiness.storage.files.json_path import Location, differences, place

Kind = TypeVar("Kind", bound=BaseModel)


def read_values(
    kind: type[Kind], raw: Mapping[str, Any], file: str
) -> tuple[Kind | None, list[Problem]]:
    """The value that a file's tables describe, and everything that keeps it from being one."""
    try:
        value = kind.model_validate(raw)
    except ValidationError as error:
        return None, [_problem(kind, raw, file, each) for each in error.errors()]
    untrue = list(_read_as_numbers(raw, value, file))
    return (None if untrue else value), untrue


def _read_as_numbers(raw: Mapping[str, Any], value: BaseModel, file: str) -> Iterator[Problem]:
    """Python takes `true` and `1.0` for 1 where a choice is listed; an author did not mean it."""
    for location, old in differences(raw, value.model_dump()):
        if isinstance(old, bool | float):
            yield Problem(
                file,
                place(raw, location),
                tr("This is not a whole number."),
                tr("Write a whole number, without quotes or decimals."),
            )


def _problem(
    kind: type[BaseModel], raw: Mapping[str, Any], file: str, error: ErrorDetails
) -> Problem:
    location = error["loc"]
    key = str(location[-1]) if location else ""
    if error["type"] == "missing":
        where = place(raw, location[:-1])
        if isinstance(location[-1], int):
            return Problem(file, where, tr("This list is too short."), tr("Add what is missing."))
        problem = tr("The key “{key}” is missing.").format(key=key)
        return Problem(file, where, problem, tr("Add it."))
    if error["type"] == "extra_forbidden":
        return _unknown_key(kind, raw, file, location)
    problem, cure = _words(error)
    return Problem(file, place(raw, location), problem, cure)


def _unknown_key(
    kind: type[BaseModel], raw: Mapping[str, Any], file: str, location: Location
) -> Problem:
    key = str(location[-1])
    near = difflib.get_close_matches(key, _known_keys(kind, location[:-1]), n=1, cutoff=0.5)
    cure = tr("Remove it, or move it to the table that it belongs to.")
    if near:
        cure = tr("Did you mean “{key}”?").format(key=near[0])
    problem = tr("The key “{key}” is not known here.").format(key=key[:80])
    return Problem(file, place(raw, location[:-1]), problem, cure)


def _known_keys(kind: type[BaseModel], location: Location) -> list[str]:
    """The keys of the table at that location, found by walking the models down to it."""
    model = kind
    for step in location:
        field = model.model_fields.get(step) if isinstance(step, str) else None
        if field is not None:
            model = next(_models_in(field.annotation), model)
    return list(model.model_fields)


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401 - any annotation
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)


_TYPES = {
    "string_type": lambda: (tr("This is not a text."), tr("Put it in double quotes.")),
    "int_type": lambda: (
        tr("This is not a whole number."),
        tr("Write a whole number, without quotes or decimals."),
    ),
    "bool_type": lambda: (
        tr("This is neither true nor false."),
        tr("Write true or false, without quotes."),
    ),
    "date_type": lambda: (
        tr("This is not a date."),
        tr("Write a date such as 2026-03-12, without quotes."),
    ),
    "tuple_type": lambda: (tr("This is not a list."), tr("Put it in square brackets.")),
    "model_type": lambda: (
        tr("This is not a table with keys of its own."),
        tr("Give it a heading in square brackets, with its keys below."),
    ),
}

_EXAMPLES = {
    r"^[A-Za-z][A-Za-z0-9_-]{0,39}$": "LEA-1",
    r"^\d{1,4}\.\d{1,4}\.\d{1,4}$": "1.0.0",
    r"^\d{1,4}/[1-9]\d{0,3}$": "3/4",
    ADDRESS: "https://www.example.org",
    r"^\d{1,3}(\.\d{1,3})?$": "12.5",
    r"^[a-z][a-z0-9-]{1,39}$": "my-bank",
    r"^[a-z]{2,3}(-[A-Z]{2})?$": "en-GB",
}
"""A sample of each form that the models ask for, under its pattern."""


def _words(error: ErrorDetails) -> tuple[str, str]:
    kind, given, limits = error["type"], error["input"], error.get("ctx", {})
    if kind in _TYPES:
        return _TYPES[kind]()
    if kind == "int_from_float":
        return _TYPES["int_type"]()
    if kind in {"model_attributes_type", "dict_type"}:
        return _TYPES["model_type"]()
    if kind == "literal_error":
        return tr("This is not one of those that may stand here."), tr("Write {words}.").format(
            words=str(limits["expected"]).replace("'", '"')
        )
    if kind == "string_too_short":
        return tr("This text is empty."), tr("Write it, or remove its key.")
    if kind == "string_too_long":
        problem = trn(
            "This text has {count} character; at most {most} have room.",
            "This text has {count} characters; at most {most} have room.",
            len(given.strip()),
            count=len(given.strip()),
            most=limits["max_length"],
        )
        return problem, tr("Shorten it.")
    if kind == "string_pattern_mismatch":
        example = _EXAMPLES.get(limits["pattern"])
        return tr("This is not in the form that is needed here."), (
            tr("Write it like this: {example}").format(example=example)
            if example
            else tr("Compare it with another bank.")
        )
    if kind == "too_short":
        least = limits["min_length"]
        return tr("This list is too short."), trn(
            "Give it at least {n} entry.", "Give it at least {n} entries.", least
        )
    if kind == "too_long":
        most = limits["max_length"]
        return tr("This list is too long."), trn(
            "Give it at most {n} entry.", "Give it at most {n} entries.", most
        )
    if kind == "greater_than_equal":
        return tr("This number is too small."), tr("Write {n} or more.").format(n=limits["ge"])
    if kind == "less_than_equal":
        return tr("This number is too large."), tr("Write {n} or less.").format(n=limits["le"])
    return tr("This is not what can stand here."), tr("Compare it with another bank.")
