"""A file of a bank with stand-ins for what has the wrong shape, so that the rest can be checked.

One slip in a key would otherwise hide every other mistake until it is mended. Nothing made here is
ever used as a bank.
"""

from __future__ import annotations

import copy
import datetime as dt
import re
from collections.abc import Mapping
from itertools import count
from typing import Any, TypeVar

from nttp_readiness.plain_models import BaseModel, ValidationError
from nttp_readiness.storage.files.json_path import Location

Kind = TypeVar("Kind", bound=BaseModel)
Schema = Mapping[str, Any]

STAND_IN = "stand-in-"
"""Texts and ids that were made here begin with this, so that nobody is told of them."""

_ROUNDS = 4
"""A stand-in may show one more fault below it; more than this is not worth it."""
_MOST_FAULTS = 1_000


def mended(kind: type[Kind], raw: Mapping[str, Any]) -> tuple[Kind | None, frozenset[Location]]:
    """The value with stand-ins, and where they are; None where that is not enough.

    Keys that are not known are left out, and count as places too.
    """
    schema = kind.model_json_schema()
    try:
        tables: Any = copy.deepcopy(dict(raw))
    except RecursionError:
        return None, frozenset()
    places: set[Location] = set()
    numbers = count(1)
    for _ in range(_ROUNDS):
        try:
            return kind.model_validate(tables), frozenset(places)
        except ValidationError as error:
            if error.error_count() > _MOST_FAULTS:
                return None, frozenset()
            for each in error.errors(include_url=False, include_input=False):
                location = each["loc"]
                table = _reach(tables, location[:-1])
                if not location or not isinstance(table, dict | list):
                    continue
                places.add(location)
                if isinstance(table, dict) and each["type"] == "extra_forbidden":
                    table.pop(location[-1], None)
                else:
                    _put(table, location[-1], _sample(schema, _part(schema, location), numbers))
    return None, frozenset()


def _reach(tables: Any, location: Location) -> Any:  # noqa: ANN401 - what TOML holds
    for step in location:
        try:
            tables = tables[step]
        except (LookupError, TypeError):
            return None
    return tables


def _put(table: Any, key: str | int, value: object) -> None:  # noqa: ANN401 - what TOML holds
    if isinstance(table, dict) or (isinstance(key, int) and key < len(table)):
        table[key] = value
    else:
        table.append(value)


def _part(schema: Schema, location: Location) -> Schema:
    """The schema of what stands at that location."""
    found: Schema = schema
    for step in location:
        found = _resolved(schema, found)
        if isinstance(step, str):
            found = found.get("properties", {}).get(step, {})
        else:
            items = found.get("prefixItems")
            found = items[step] if items and step < len(items) else found.get("items", {})
    return found


def _resolved(schema: Schema, part: Schema) -> Schema:
    if "anyOf" in part:
        part = part["anyOf"][0]
    if "$ref" in part:
        part = schema["$defs"][part["$ref"].rpartition("/")[2]]
    return part


def _sample(schema: Schema, part: Schema, numbers: count[int]) -> Any:  # noqa: ANN401 - any key's
    """Something of the right shape, and never the same text twice."""
    part = _resolved(schema, part)
    if "enum" in part or "const" in part:
        return part.get("const", part.get("enum", [None])[0])
    match part.get("type"):
        case "object":
            properties = part["properties"]
            return {
                key: _sample(schema, properties[key], numbers) for key in part.get("required", ())
            }
        case "array":
            items = part.get("prefixItems") or [part.get("items", {})] * part.get("minItems", 0)
            return [_sample(schema, each, numbers) for each in items]
        case "integer":
            return part.get("minimum", 1)
        case "boolean":
            return False
    if part.get("format") == "date":
        return dt.date(2000, 1, 1)
    return _text(part.get("pattern", ""), next(numbers))


def _text(pattern: str, number: int) -> str:
    unlike = f"{STAND_IN}{number**9:x}"[:40]  # no two are nearly the same
    forms = (unlike, f"{number}.0.0", "1/2", f"https://www.example.org/{number}", "0", "en")
    return next((each for each in forms if re.search(pattern, each)), "")
