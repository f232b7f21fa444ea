"""The same model as pydantic itself makes it: for its description of what a file may hold, and to
prove that ours are checked alike.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from functools import cache, reduce
from operator import or_
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pydantic

from nttp_readiness.plain_models.core import PydanticUndefined
from nttp_readiness.plain_models.fields import FieldInfo, StringConstraints
from nttp_readiness.plain_models.model import BaseModel
from nttp_readiness.plain_models.schema import checks_of


def as_pydantic(model: Any) -> Any:  # noqa: ANN401 - a model of ours, and pydantic's
    """The model of the same name, fields and checks; the same one each time."""
    return _twin(model)


@cache
def _twin(model: Any) -> Any:  # noqa: ANN401
    fields = {name: (_type(field), _default(field)) for name, field in model.model_fields.items()}
    checks = {each.__name__: pydantic.model_validator(mode="after")(each)
              for each in checks_of(model)}  # fmt: skip
    config: Any = model.model_config
    # What its checks ask a value for.
    own: dict[str, Any] = {
        name: held
        for kind in reversed(model.__mro__)
        if issubclass(kind, BaseModel) and kind is not BaseModel
        for name, held in vars(kind).items()
        if not name.startswith(("_", "model_")) and name not in checks
    }
    space = {**own, "__module__": __name__, "model_config": config}
    base = type(model.__name__, (pydantic.BaseModel,), space)
    make: Any = pydantic.create_model
    return make(
        model.__name__, __base__=base, __doc__=model.__doc__, __module__=model.__module__,
        __validators__=checks, **fields,
    )  # fmt: skip


def _type(field: FieldInfo) -> Any:  # noqa: ANN401 - any type
    annotation = _translated(field.annotation)
    for said in field.metadata:
        annotation = Annotated[annotation, _said(said)]
    return annotation


def _default(field: FieldInfo) -> Any:  # noqa: ANN401
    default: Any = field.default
    if isinstance(default, BaseModel):
        default = as_pydantic(type(default)).model_validate(default.model_dump())
    how: dict[str, Any] = {"repr": field.repr, "exclude_if": field.exclude_if, **field.limits}
    if field.alias is not None:
        how["alias"] = field.alias
    return pydantic.Field(... if default is PydanticUndefined else default, **how)


def _translated(annotation: Any) -> Any:  # noqa: ANN401
    """A type in which our models and limits are pydantic's."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return as_pydantic(annotation)
    origin, given = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        inner = _translated(given[0])
        for said in given[1:]:
            inner = Annotated[inner, _said(said)]
        return inner
    if not given or origin is Literal:
        return annotation
    parts = tuple(each if each is ... else _translated(each) for each in given)
    if origin in (Union, types.UnionType):
        return reduce(or_, parts[1:], parts[0]) if origin is types.UnionType else Union[parts]  # noqa: UP007
    kind: Any = Mapping if origin is Mapping else origin
    return kind[parts]


def _said(said: Any) -> object:  # noqa: ANN401
    """Limits as pydantic says them."""
    if isinstance(said, StringConstraints):
        return pydantic.StringConstraints(**said.limits)
    if isinstance(said, FieldInfo):
        return pydantic.Field(**said.limits)
    return said
