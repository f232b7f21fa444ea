"""`pydantic_core` without the descriptions of its schemas, which no program needs to run.

They are some hundred and fifty kinds of dictionary for type checkers, and took as long to make as
all of our own models. Whoever asks for them gets them: pydantic itself does.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

_DESCRIBED = "pydantic_core.core_schema"
_NAMES = ("CoreConfig", "CoreSchema", "CoreSchemaType", "ErrorType")
"""What the library itself imports of them, to hand on to type checkers."""


def _load() -> None:
    if "pydantic_core" in sys.modules or _DESCRIBED in sys.modules:
        return
    stand_in = ModuleType(_DESCRIBED)
    vars(stand_in).update(dict.fromkeys(_NAMES, Any))
    sys.modules[_DESCRIBED] = stand_in
    try:
        import pydantic_core  # noqa: PLC0415 - with the stand-in
    finally:
        # The next import of it loads the real one.
        del sys.modules[_DESCRIBED]
    vars(pydantic_core).pop("core_schema", None)


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
