"""What is said of a field beside its type: limits, a default, how it is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from nttp_readiness.plain_models.core import PydanticUndefined

Schema = dict[str, Any]
Check = Callable[[Any], Any]

AFTER = "__checks_the_whole__"
_LIMITS: Mapping[str, frozenset[str]] = {
    "str": frozenset({"min_length", "max_length"}),
    "int": frozenset({"ge", "le"}),
    "tuple": frozenset({"strict", "min_length", "max_length"}),
    "list": frozenset({"min_length", "max_length"}),
}
"""Which limits a kind of value can have."""


class StringConstraints:
    """Limits of a text."""

    def __init__(
        self,
        *,
        min_length: int | None = None,
        max_length: int | None = None,
        pattern: str | None = None,
        strip_whitespace: bool | None = None,
    ) -> None:
        given = {
            "strip_whitespace": strip_whitespace, "min_length": min_length,
            "max_length": max_length, "pattern": pattern,
        }  # fmt: skip
        self.limits: dict[str, Any] = {
            name: limit for name, limit in given.items() if limit is not None
        }

    def limit(self, schema: Schema) -> Schema:
        """The schema of a text with these limits."""
        if schema["type"] != "str":
            raise TypeError("limits of a text belong to a text")
        return {**schema, **self.limits}

    @property
    def max_length(self) -> int | None:
        """The most characters of a text; None where there may be any number."""
        return self.limits.get("max_length")


class FieldInfo:
    """What is said of a field; `annotation` is its type, without the limits around it."""

    __slots__ = ("alias", "annotation", "default", "exclude_if", "limits", "metadata", "repr")

    def __init__(
        self,
        default: object = PydanticUndefined,
        *,
        alias: str | None = None,
        exclude_if: Callable[[Any], bool] | None = None,
        repr: bool = True,  # noqa: A002 - as pydantic calls it
        limits: Mapping[str, object] | None = None,
    ) -> None:
        self.default, self.alias, self.exclude_if, self.repr = default, alias, exclude_if, repr
        self.limits: dict[str, Any] = dict(limits or {})
        self.annotation: Any = None
        self.metadata: tuple[object, ...] = ()

    def is_required(self) -> bool:
        return self.default is PydanticUndefined

    def limit(self, schema: Schema) -> Schema:
        """The schema of a value with these limits."""
        if self.limits.keys() - _LIMITS.get(schema["type"], frozenset()):
            raise TypeError(f"{schema['type']} cannot be limited by {', '.join(self.limits)}")
        return {**schema, **self.limits}


def Field(  # noqa: N802 - as pydantic calls it
    default: object = PydanticUndefined,
    *,
    alias: str | None = None,
    exclude_if: Callable[[Any], bool] | None = None,
    repr: bool = True,  # noqa: A002
    **limits: object,
) -> Any:  # noqa: ANN401 - it stands where a default does
    """What is said of a field, in place of its default or within `Annotated`."""
    unknown = limits.keys() - frozenset().union(*_LIMITS.values())
    if unknown:
        raise TypeError(f"not known of a field: {', '.join(sorted(unknown))}")
    return FieldInfo(default, alias=alias, exclude_if=exclude_if, repr=repr, limits=limits)


def model_validator(*, mode: str) -> Callable[[Check], Check]:
    """Checks the whole value, once each of its fields is right."""
    if mode != "after":
        raise TypeError("a whole value is checked after its fields")

    def mark(check: Check) -> Check:
        setattr(check, AFTER, True)
        return check

    return mark
