"""What a type is checked by, as `pydantic_core` wants it said."""

from __future__ import annotations

import datetime as dt
import sys
import types
from collections.abc import Callable, Mapping
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from nttp_readiness.plain_models.core import PydanticUndefined
from nttp_readiness.plain_models.fields import AFTER, FieldInfo, Schema, StringConstraints

Inner = Callable[[type], Schema]
"""What a model within another is checked by."""

_PLAIN: Mapping[object, str] = {
    str: "str", int: "int", bool: "bool", dt.date: "date", type(None): "none", None: "none",
}  # fmt: skip
_CONFIG = {"strict": "strict", "extra": "extra_fields_behavior"}
_AS_IT_IS = ("validate_by_name", "validate_by_alias", "serialize_by_alias")
_OURS = {"frozen", "ignored_types", "defer_build"}
"""What is no matter of the validator."""


def fields_of(model: type) -> dict[str, FieldInfo]:
    """Every field of a model, those of the kinds that it comes from first."""
    found: dict[str, FieldInfo] = {}
    for kind in reversed(model.__mro__):
        for name, (words, default) in vars(kind).get("__own_fields__", {}).items():
            found[name] = _field(_read(words, kind.__module__), default)
    return found


def model_schema(model: Any, inner: Inner) -> Schema:  # noqa: ANN401 - a model, which comes from here
    """What a model is checked by. Raises TypeError for what is not known here."""
    known = _CONFIG.keys() | set(_AS_IT_IS) | _OURS
    if unknown := model.model_config.keys() - known:
        raise TypeError(f"not known of a model: {', '.join(sorted(unknown))}")
    config = {_CONFIG.get(key, key): each for key, each in model.model_config.items()
              if key not in _OURS}  # fmt: skip
    schema: Schema = {
        "type": "model",
        "cls": model,
        "config": {**config, "title": model.__name__},
        "custom_init": False,
        "root_model": False,
        "schema": {
            "type": "model-fields",
            "model_name": model.__name__,
            "computed_fields": [],
            "fields": {
                name: _field_schema(field, inner) for name, field in model.model_fields.items()
            },
        },
    }
    for check in checks_of(model):
        function = {"type": "no-info", "function": check}
        schema = {"type": "function-after", "function": function, "schema": schema}
    return schema


def type_schema(annotation: Any, inner: Inner) -> Schema:  # noqa: ANN401 - any type that a field has
    """What a type is checked by. Raises TypeError for what is not known here."""
    if annotation in _PLAIN:
        return {"type": _PLAIN[annotation]}
    origin, given = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        schema = type_schema(given[0], inner)
        for said in given[1:]:
            if not isinstance(said, StringConstraints | FieldInfo):
                raise TypeError(f"not known of a type: {said!r}")
            schema = said.limit(schema)
        return schema
    if origin is Literal:
        return {"type": "literal", "expected": list(given)}
    if origin in (Union, types.UnionType):
        choices = [type_schema(each, inner) for each in given if each is not type(None)]
        one = choices[0] if len(choices) == 1 else {"type": "union", "choices": choices}
        return {"type": "nullable", "schema": one} if type(None) in given else one
    if origin is tuple and given[1:] == (...,):
        items = [type_schema(given[0], inner)]
        return {"type": "tuple", "items_schema": items, "variadic_item_index": 0}
    if origin is tuple:
        return {"type": "tuple", "items_schema": [type_schema(each, inner) for each in given]}
    if origin is list:
        return {"type": "list", "items_schema": type_schema(given[0], inner)}
    if origin in (dict, Mapping):
        keys, values = (type_schema(each, inner) for each in given)
        schema = {"type": "dict", "keys_schema": keys, "values_schema": values}
        return schema if origin is dict else {**schema, "strict": False}
    if isinstance(annotation, type) and hasattr(annotation, "__own_fields__"):
        return inner(annotation)
    raise TypeError(f"not known as a type of a field: {annotation!r}")


@cache
def _read(words: object, module: str) -> Any:  # noqa: ANN401 - any type
    """The type that an annotation of this program says."""
    if not isinstance(words, str):
        return words
    return eval(words, vars(sys.modules[module]))  # noqa: S307 - our own source


def _field(annotation: Any, default: object) -> FieldInfo:  # noqa: ANN401
    """What is said of a field by its default and within its type, as one."""
    said = default if isinstance(default, FieldInfo) else FieldInfo(default)
    field = FieldInfo(
        said.default, alias=said.alias, exclude_if=said.exclude_if, repr=said.repr,
        limits=said.limits,
    )  # fmt: skip
    field.annotation = annotation
    if get_origin(annotation) is Annotated:
        field.annotation, *rest = get_args(annotation)
        field.metadata = tuple(rest)
    return field


def _field_schema(field: FieldInfo, inner: Inner) -> Schema:
    annotation = field.annotation
    schema = type_schema(annotation, inner)
    for said in (*field.metadata, field):
        if not isinstance(said, StringConstraints | FieldInfo):
            raise TypeError(f"not known of a field: {said!r}")
        schema = said.limit(schema)
    if field.default is not PydanticUndefined:
        schema = {"type": "default", "schema": schema, "default": field.default}
    found: Schema = {"type": "model-field", "schema": schema}
    if field.alias is not None:
        found |= {"validation_alias": field.alias, "serialization_alias": field.alias}
    if field.exclude_if is not None:
        found["serialization_exclude_if"] = field.exclude_if
    return found


def checks_of(model: type) -> list[Callable[[Any], Any]]:
    """What checks the whole of a value, each once and in the order in which it was written."""
    names = dict.fromkeys(
        name for kind in reversed(model.__mro__) for name, held in vars(kind).items()
        if getattr(held, AFTER, False)
    )  # fmt: skip
    return [getattr(model, name) for name in names]
