"""Values that are checked when they are made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from copy import copy, deepcopy
from typing import Any, ClassVar, Generic, Self, TypeVar

from nttp_readiness.plain_models.core import (
    PydanticUndefined,
    SchemaSerializer,
    SchemaValidator,
    ValidationError,
)
from nttp_readiness.plain_models.fields import FieldInfo, Schema
from nttp_readiness.plain_models.schema import fields_of, model_schema, type_schema

T = TypeVar("T")
_set = object.__setattr__


class _Late(Generic[T]):
    """Of a class, worked out when it is first asked for."""

    def __init__(self, make: Callable[[type[BaseModel]], T]) -> None:
        self._make = make
        self._name = ""

    def __set_name__(self, _owner: type, name: str) -> None:
        self._name = name

    def __get__(self, _value: object, owner: type[BaseModel]) -> T:
        if owner is BaseModel:
            raise AttributeError(self._name)
        made = self._make(owner)
        setattr(owner, self._name, made)
        return made


def _whole_schema(model: type[BaseModel]) -> Schema:
    return model_schema(model, lambda inner: inner.__pydantic_core_schema__)  # type: ignore[attr-defined]


class BaseModel:
    """A value with named fields. What it can hold says its class, in the words of pydantic."""

    # What the compiled library sets in a value that it makes.
    __slots__ = (
        "__dict__", "__pydantic_extra__", "__pydantic_fields_set__", "__pydantic_private__",
    )  # fmt: skip
    __pydantic_fields_set__: set[str]
    __own_fields__: ClassVar[dict[str, tuple[object, object]]] = {}
    model_config: ClassVar[dict[str, Any]] = {}
    model_fields: ClassVar[_Late[dict[str, FieldInfo]]] = _Late(fields_of)
    __pydantic_core_schema__: ClassVar[_Late[Schema]] = _Late(_whole_schema)
    __pydantic_validator__: ClassVar[_Late[Any]] = _Late(
        lambda model: SchemaValidator(model.__pydantic_core_schema__)
    )
    __pydantic_serializer__: ClassVar[_Late[Any]] = _Late(
        lambda model: SchemaSerializer(model.__pydantic_core_schema__)
    )

    def __init_subclass__(cls) -> None:
        space = cls.__dict__
        own = {
            name: (words, space.get(name, PydanticUndefined))
            for name, words in space.get("__annotations__", {}).items()
        }
        for name in own:
            if name in space:
                delattr(cls, name)  # a default is no attribute of the class
        cls.__own_fields__ = own
        if "model_config" in space:
            cls.model_config = {**cls.__mro__[1].model_config, **cls.model_config}  # type: ignore[attr-defined]
        for name in _LATE:
            setattr(cls, name, vars(BaseModel)[name])  # not what the class that it comes from has

    def __init__(self, /, **fields: Any) -> None:  # noqa: ANN401
        self.__pydantic_validator__.validate_python(fields, self_instance=self)

    @classmethod
    def model_validate(cls, value: object) -> Self:
        """The value that Python objects describe. Raises ValidationError."""
        return cls.__pydantic_validator__.validate_python(value)  # type: ignore[no-any-return]

    @classmethod
    def model_validate_json(cls, data: str | bytes) -> Self:
        """The value that JSON describes. Raises ValidationError."""
        return cls.__pydantic_validator__.validate_json(data)  # type: ignore[no-any-return]

    @classmethod
    def model_construct(cls, **fields: Any) -> Self:  # noqa: ANN401
        """A value of these fields, which are right already; nothing is checked."""
        made = cls.__new__(cls)
        held: dict[str, Any] = {}
        given: set[str] = set()
        for name, field in cls.model_fields.items():
            key = field.alias if field.alias in fields else name
            if key in fields:
                held[name] = fields[key]
                given.add(name)
            elif not field.is_required():
                held[name] = copy(field.default)
        made.__setstate__({"__dict__": held, "__pydantic_fields_set__": given})
        return made

    def model_copy(self, *, update: Mapping[str, Any] | None = None) -> Self:
        """The same value with other fields, which are right already; nothing is checked."""
        copied = self.__copy__()
        if update:
            copied.__dict__.update(update)
            copied.__pydantic_fields_set__.update(update)
        return copied

    def model_dump(self, **how: Any) -> dict[str, Any]:  # noqa: ANN401
        """The value as plain Python objects; `how` as pydantic takes it."""
        return self.__pydantic_serializer__.to_python(self, **how)  # type: ignore[no-any-return]

    def model_dump_json(self, **how: Any) -> str:  # noqa: ANN401
        """The value as JSON; `how` as pydantic takes it."""
        return self.__pydantic_serializer__.to_json(self, **how).decode()  # type: ignore[no-any-return]

    @classmethod
    def model_json_schema(cls, **how: Any) -> dict[str, Any]:  # noqa: ANN401
        """What it can hold, for others; this is pydantic's own work."""
        from nttp_readiness.plain_models.as_pydantic import as_pydantic  # noqa: PLC0415 - hardly ever needed

        return as_pydantic(cls).model_json_schema(**how)  # type: ignore[no-any-return]

    # ---- as every value

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, BaseModel):
            return NotImplemented
        if self.__class__ is not other.__class__:
            return False
        if self.__dict__ == other.__dict__:
            return True
        names = type(self).model_fields
        if self.__dict__.keys() <= names.keys() >= other.__dict__.keys():
            return False
        # What was worked out from the fields, and kept beside them, does not count.
        return all(self.__dict__[name] == other.__dict__[name] for name in names)

    def __hash__(self) -> int:
        if not self.model_config.get("frozen"):
            raise TypeError(f"unhashable type: {type(self).__name__!r}")
        return hash(tuple([self.__dict__[name] for name in type(self).model_fields]))

    def __setattr__(self, name: str, value: object) -> None:
        if self.model_config.get("frozen"):
            raise self._frozen(name, value)
        raise ValueError(f"{type(self).__name__!r} object has no field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise self._frozen(name, None)

    def _frozen(self, name: str, value: object) -> ValidationError:
        return ValidationError.from_exception_data(
            type(self).__name__, [{"type": "frozen_instance", "loc": (name,), "input": value}]
        )

    def __repr__(self) -> str:
        return f"{type(self).__qualname__}({', '.join(self._said())})"

    def __str__(self) -> str:
        return " ".join(self._said())

    def _said(self) -> Iterator[str]:
        fields = type(self).model_fields
        for name, value in self.__dict__.items():
            if name in fields and fields[name].repr:
                yield f"{name}={value!r}"

    def __copy__(self) -> Self:
        made = type(self).__new__(type(self))
        made.__setstate__({**self.__getstate__(), "__dict__": copy(self.__dict__)})
        return made

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        made = type(self).__new__(type(self))
        memo[id(self)] = made
        made.__setstate__({**self.__getstate__(), "__dict__": deepcopy(self.__dict__, memo)})
        return made

    def __getstate__(self) -> dict[str, Any]:
        return {"__dict__": self.__dict__, "__pydantic_fields_set__": self.__pydantic_fields_set__}

    def __setstate__(self, state: dict[str, Any]) -> None:
        _set(self, "__dict__", state["__dict__"])
        _set(self, "__pydantic_fields_set__", set(state["__pydantic_fields_set__"]))
        _set(self, "__pydantic_extra__", None)
        _set(self, "__pydantic_private__", None)


_LATE = tuple(name for name, held in vars(BaseModel).items() if isinstance(held, _Late))


class TypeAdapter(Generic[T]):
    """Values of any type that a field can have, as models are."""

    def __init__(self, kind: type[T]) -> None:
        schema = type_schema(kind, lambda inner: inner.__pydantic_core_schema__)  # type: ignore[attr-defined]
        self._validator = SchemaValidator(schema)

    def validate_python(self, value: object) -> T:
        """The value that Python objects describe. Raises ValidationError."""
        return self._validator.validate_python(value)  # type: ignore[no-any-return]

    def validate_json(self, data: str | bytes) -> T:
        """The value that JSON describes. Raises ValidationError."""
        return self._validator.validate_json(data)  # type: ignore[no-any-return]
