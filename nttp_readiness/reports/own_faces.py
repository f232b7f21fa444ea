"""Which typefaces of an organisation help out while a file is made. It loads nothing by itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_beside: ContextVar[tuple[bytes, ...]] = ContextVar("typefaces of the organisation", default=())


@contextmanager
def beside(faces: tuple[bytes, ...]) -> Iterator[None]:
    """Those typefaces help out meanwhile, after our own."""
    token = _beside.set(faces)
    try:
        yield
    finally:
        _beside.reset(token)


def own_faces() -> tuple[bytes, ...]:
    """The bytes of the typefaces that help out now."""
    return _beside.get()
