"""`pydantic_core` without what no program needs to run.

That is the descriptions of its schemas, some hundred and fifty kinds of dictionary for type
checkers, which took as long to make as all of our own models: whoever asks for them gets them, as
pydantic itself does. And it is `typing_extensions`, with the whole of `inspect`: the library takes
from there the class of one mark and, before Python 3.12, that of typed dictionaries.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any, TypedDict

_DESCRIBED = "pydantic_core.core_schema"
_EXTENSIONS = "typing_extensions"
_NAMES = ("CoreConfig", "CoreSchema", "CoreSchemaType", "ErrorType")
"""What the library itself imports of them, to hand on to type checkers."""


def _load() -> None:
    if "pydantic_core" in sys.modules or _DESCRIBED in sys.modules:
        return
    stand_ins = [_stand_in(_DESCRIBED, dict.fromkeys(_NAMES, Any))]
    if _EXTENSIONS not in sys.modules:
        standing = {"Sentinel": _Mark, "TypedDict": TypedDict}
        stand_ins.append(_stand_in(_EXTENSIONS, standing))
    try:
        import pydantic_core  # noqa: PLC0415 - with the stand-ins
    finally:
        # The next import of them loads the real ones.
        for name in stand_ins:
            del sys.modules[name]
    vars(pydantic_core).pop("core_schema", None)


def _stand_in(name: str, held: dict[str, Any]) -> str:
    module = sys.modules[name] = ModuleType(name)
    vars(module).update(held)
    return name


class _Mark:
    """What the library tells a value by that is missing: by itself, whatever its class."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __repr__(self) -> str:
        return self._name


_load()

from pydantic_core import (  # noqa: E402 - after what it stands on
    PydanticUndefined,
    SchemaSerializer,
    SchemaValidator,
    ValidationError,
    from_json,
    to_json,
)

__all__ = [
    "PydanticUndefined",
    "SchemaSerializer",
    "SchemaValidator",
    "ValidationError",
    "from_json",
    "to_json",
]
