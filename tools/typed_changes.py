"""A plugin of mypy: `changed(value, name=…)` knows the fields of the value, and what they hold.

Without it a misspelt field of a document would be found only as the program runs, by an EditError.
Fields that are only known then, `**fields`, are left to that.
"""

from __future__ import annotations

from collections.abc import Callable

from mypy.nodes import ARG_NAMED_OPT, ARG_POS, ARG_STAR2, Var
from mypy.plugin import FunctionSigContext, Plugin
from mypy.types import CallableType, FunctionLike, Instance, Type, get_proper_type

CHANGED = "nttp_readiness.domain.editing.edits.changed"
VALUE = "nttp_readiness.domain.checked_value.Value"


def plugin(_version: str) -> type[Plugin]:
    """What mypy asks for."""
    return TypedChanges


class TypedChanges(Plugin):
    """Gives each call of `changed` the signature that its first argument asks for."""

    def get_function_signature_hook(
        self, fullname: str
    ) -> Callable[[FunctionSigContext], FunctionLike] | None:
        return _signature if fullname == CHANGED else None


def _signature(context: FunctionSigContext) -> FunctionLike:
    general = context.default_signature
    given = context.args[0]
    if len(given) != 1 or any(kind is ARG_STAR2 for kind in _kinds(context)):
        return general
    value = get_proper_type(context.api.get_expression_type(given[0]))
    if not isinstance(value, Instance) or not value.type.has_base(VALUE):
        return general
    fields = _fields(value)
    return general.copy_modified(
        arg_types=[value, *fields.values()],
        arg_kinds=[ARG_POS, *[ARG_NAMED_OPT] * len(fields)],
        arg_names=[general.arg_names[0], *fields],
        ret_type=value,
        variables=(),
    )


def _kinds(context: FunctionSigContext) -> list[object]:
    call = context.context
    return list(getattr(call, "arg_kinds", ()))


def _fields(value: Instance) -> dict[str, Type]:
    """The fields that the value and its bases up to `Value` declare, with their types."""
    found: dict[str, Type] = {}
    for info in reversed(value.type.mro):
        if not info.has_base(VALUE) or info.fullname == VALUE:
            continue
        for name, symbol in info.names.items():
            node = symbol.node
            if isinstance(node, Var) and node.type is not None and not node.is_classvar:
                declared = get_proper_type(node.type)
                if not name.startswith("_") and not isinstance(declared, CallableType):
                    found[name] = node.type
    return found
