"""Frozen values as `dataclasses` makes them, each kind completed when it is first needed.

The program has some 250 kinds of frozen values. To make one of them a data class takes Python
longer than to load the module that it stands in, and most of them are needed on one page alone:
together they were a quarter of the time until a document was open. What this gives is what
`dataclasses.dataclass` gives, with the same methods, once somebody makes the first value, or asks
for its fields, or derives from it.
"""

from __future__ import annotations

import dataclasses
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # noqa: PLC0414 - so that mypy knows what it makes
else:
    from collections.abc import Callable

    _turn = threading.RLock()
    _FIELDS = "__dataclass_fields__"

    def dataclass(*, frozen: bool, slots: bool, eq: bool = True) -> Callable[[type], type]:
        """The same as `dataclasses.dataclass`, for frozen classes with slots."""
        if not (frozen and slots):
            raise TypeError("dataclasses.dataclass makes the others")

        def decorate(cls: type) -> type:
            space = dict(cls.__dict__)
            names = tuple(space.get("__annotations__", ()))
            defaults = {name: space.pop(name) for name in names if name in space}
            for unwanted in ("__dict__", "__weakref__"):
                space.pop(unwanted, None)
            state = {"__getstate__": _state, "__setstate__": _set_state}
            made = type(cls)(cls.__name__, cls.__bases__, {**state, **space, "__slots__": names})
            made.__qualname__ = cls.__qualname__
            _Incomplete(made, names, defaults, eq=eq)
            return made

        return decorate

    def _state(value: object) -> list[object]:
        return [getattr(value, each.name) for each in dataclasses.fields(value)]

    def _set_state(value: object, state: list[object]) -> None:
        for each, held in zip(dataclasses.fields(value), state, strict=True):
            object.__setattr__(value, each.name, held)

    class _Incomplete:
        """Stands where the fields of a class will be, and completes it when they are asked for."""

        def __init__(
            self, made: type, names: tuple[str, ...], defaults: dict[str, object], *, eq: bool
        ) -> None:
            self._made, self._names, self._defaults, self._eq = made, names, defaults, eq

            def first(value: object, /, *given: object, **named: object) -> None:
                self._complete()
                made.__init__(value, *given, **named)

            self._waits = "__init__" not in made.__dict__
            if self._waits:
                made.__init__ = first
            setattr(made, _FIELDS, self)

        def __get__(self, value: object, owner: type) -> dict[str, object]:
            self._complete()
            return self._made.__dict__[_FIELDS]

        def _complete(self) -> None:
            with _turn:  # nobody may see the defaults where the slots belong
                made = self._made
                if made.__dict__.get(_FIELDS) is not self:
                    return
                slots = {name: made.__dict__[name] for name in self._names}
                for name, default in self._defaults.items():
                    setattr(made, name, default)
                make = dataclasses.dataclass(frozen=True, eq=self._eq, init=False)
                make(made)
                init = self._whole_init() if self._waits else None
                for name, slot in slots.items():
                    setattr(made, name, slot)
                if init is not None:  # the last, as others may wait for it
                    made.__init__ = init

        def _whole_init(self) -> Callable[..., None]:
            """What sets the fields, made for a class of the same fields: ours is in use already."""
            made = self._made
            space = {"__annotations__": made.__annotations__, "__module__": made.__module__}
            if hasattr(made, "__post_init__"):
                space["__post_init__"] = made.__post_init__
            other = type(made.__name__, made.__bases__, {**space, **self._defaults})
            init = dataclasses.dataclass(frozen=True, repr=False, eq=False)(other).__init__
            init.__qualname__ = f"{made.__qualname__}.__init__"
            return init
