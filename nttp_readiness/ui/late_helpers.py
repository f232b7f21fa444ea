"""Loads PySide6 without the helpers that describe its functions, until somebody asks for them.

With its first import PySide6 compiles some thirteen modules out of an archive that it carries
within itself, each time anew: they say what a call with wrong arguments should have been given, and
write stubs. A window needs none of them, and they were a fifth of the time until it stood there.
Here each is put in its place empty, and filled from that archive when something in it is asked for.
"""

from __future__ import annotations

import threading
import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import IO, Literal

_LATE = tuple(
    f"shibokensupport/{name}.py"
    for name in (
        "feature", "signature/mapping", "signature/errorhandler", "signature/layout",
        "signature/parser", "signature/lib/enum_sig", "signature/lib/pyi_generator",
        "signature/lib/tool",
    )
)  # fmt: skip
"""What is asked for through functions alone. Whatever is not in the archive is left as it is."""
_EMPTY = b"""
def __getattr__(name):
    from nttp_readiness.ui import late_helpers
    return late_helpers.fill(globals(), name)
"""
_EMPTY_MAPPING = (
    _EMPTY
    + b"""
def update_mapping():
    return __getattr__("update_mapping")()
"""
)
"""The binding itself looks this one function up, in the module's own names."""
_EMPTY_FEATURE = (
    _EMPTY
    + b"""
def feature_import(name, *given, **named):
    if name == "__feature__":
        return __getattr__("feature_import")(name, *given, **named)
def feature_imported(module):
    pass
"""
)
"""What it asks for at each import: only where somebody wants Qt under other names is it needed."""
_SMALLEST = {"mapping.py": _EMPTY_MAPPING, "feature.py": _EMPTY_FEATURE}
_turn = threading.RLock()
_sources: dict[str, Callable[[], bytes]] = {}


class _Archive(zipfile.ZipFile):
    """Gives an empty module in place of each late one, and keeps where the whole one lies."""

    def open(
        self,
        name: str | zipfile.ZipInfo,
        mode: Literal["r", "w"] = "r",
        pwd: bytes | None = None,
        *,
        force_zip64: bool = False,
    ) -> IO[bytes]:
        if name in _LATE:
            whole = super().open
            _sources[str(name)] = lambda: whole(name).read()
            return BytesIO(_SMALLEST.get(str(name).rpartition("/")[2], _EMPTY))
        return super().open(name, mode, pwd, force_zip64=force_zip64)


def load() -> None:
    """Load PySide6. Does nothing where it is loaded already."""
    plain = zipfile.ZipFile
    zipfile.ZipFile = _Archive  # type: ignore[misc] # given back below
    try:
        import PySide6.QtCore  # noqa: F401, PLC0415 - the first import of all
    finally:
        zipfile.ZipFile = plain  # type: ignore[misc]


def fill(space: dict[str, object], name: str) -> object:
    """Make an empty module whole, and give what was asked for. Raises AttributeError."""
    with _turn:
        if space.pop("__getattr__", None) is not None:
            path = str(space["__file__"])
            exec(compile(_sources[path](), path, "exec"), space)  # noqa: S102 - as PySide6 does
    try:
        return space[name]
    except KeyError:
        message = f"module {space['__name__']!r} has no attribute {name!r}"
        raise AttributeError(message) from None
