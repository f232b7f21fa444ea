"""Frozen values as `dataclasses` makes them, each kind completed when it is first needed.

The program has some 250 kinds of frozen values. To make one of them a data class takes Python
longer than to load the module that it stands in, and most of them are needed on one page alone:
together they were a quarter of the time until a document was open. What this gives is what
`dataclasses.dataclass` gives, with the same methods, once somebody makes the first value, or asks
for its fields, or derives from it. Of a kind with plain fields nothing is compiled but what makes
a value. Where not all of its fields tell two values apart, `__compared__` names those that do, as
`field(compare=False)` says it of the others.
"""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

# ruff: noqa: PLC0415 - the library brings the whole of `inspect`, and the first page needs neither

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # noqa: PLC0414 - so that mypy knows what it makes
    from dataclasses import replace as replace  # noqa: PLC0414
else:
    from collections.abc import Callable
    from operator import attrgetter

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
            plain = cls.__bases__ == (object,) and not _OWN.intersection(space)
            if plain and not any(map(_is_field, defaults.values())):
                _Plain(made, names, defaults, eq=eq)
            else:
                _Incomplete(made, names, defaults, eq=eq)
            return made

        return decorate

    def replace(value: object, /, **changes: object) -> object:
        """The same value with other fields, as `dataclasses.replace` gives it."""
        fields = vars(type(value)).get(_FIELDS)
        if isinstance(fields, _Plain):
            held = {name: getattr(value, name) for name in fields.names if name not in changes}
            return type(value)(**held, **changes)
        import dataclasses

        return dataclasses.replace(value, **changes)

    def _is_field(default: object) -> bool:
        """Whether it says more than a default; no module has such a thing without the library."""
        library = sys.modules.get("dataclasses")
        return library is not None and isinstance(default, library.Field)

    def _state(value: object) -> list[object]:
        import dataclasses

        return [getattr(value, each.name) for each in dataclasses.fields(value)]

    def _set_state(value: object, state: list[object]) -> None:
        import dataclasses

        for each, held in zip(dataclasses.fields(value), state, strict=True):
            object.__setattr__(value, each.name, held)

    _OWN = {"__init__", "__eq__", "__hash__", "__repr__", "__setattr__", "__delattr__"}

    def _refuse_change(_value: object, name: str, _held: object) -> None:
        import dataclasses

        raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")

    def _refuse_loss(_value: object, name: str) -> None:
        import dataclasses

        raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")

    class _Plain:
        """Stands where the fields of a class will be. Its values need no more than its names."""

        def __init__(
            self, made: type, names: tuple[str, ...], defaults: dict[str, object], *, eq: bool
        ) -> None:
            self._made, self.names, self._defaults = made, names, defaults

            def first(value: object, /, *given: object, **named: object) -> None:
                with _turn:
                    if made.__init__ is first:
                        made.__init__ = _init(made, names, defaults)
                made.__init__(value, *given, **named)

            def words(value: object) -> str:
                held = ", ".join(f"{name}={getattr(value, name)!r}" for name in names)
                return f"{type(value).__qualname__}({held})"

            made.__init__, made.__repr__ = first, words
            made.__setattr__, made.__delattr__ = _refuse_change, _refuse_loss
            if eq:
                made.__eq__, made.__hash__ = _equal(_compared(made, names))
            made.__match_args__ = names
            setattr(made, _FIELDS, self)

        def __get__(self, value: object, owner: type) -> dict[str, object]:
            import dataclasses

            with _turn:
                made = self._made
                if made.__dict__[_FIELDS] is self:
                    space = {"__annotations__": made.__annotations__, "__module__": made.__module__}
                    # Where a class has no words of its own, the library reads its signature.
                    space["__doc__"] = made.__doc__ or made.__name__
                    told_by = _compared(made, self.names)
                    defaults = {**dict.fromkeys(self.names, dataclasses.MISSING), **self._defaults}
                    fields = {
                        name: dataclasses.field(default=default, compare=name in told_by)
                        for name, default in defaults.items()
                    }
                    other = type(made.__name__, (), {**space, **fields})
                    whole = dataclasses.dataclass(frozen=True, init=False, repr=False, eq=False)
                    made.__dataclass_params__ = whole(other).__dataclass_params__
                    setattr(made, _FIELDS, getattr(other, _FIELDS))
                return made.__dict__[_FIELDS]

    def _compared(made: type, names: tuple[str, ...]) -> tuple[str, ...]:
        """The fields that tell two values apart."""
        return made.__dict__.get("__compared__", names)

    def _equal(names: tuple[str, ...]) -> tuple[Callable[..., bool], Callable[..., int]]:
        """Whether two values are equal, and what they are filed under."""
        pick = attrgetter(*names) if names else lambda _: ()
        held = pick if len(names) != 1 else lambda value: (pick(value),)

        def equal(value: object, other: object) -> bool:
            if other.__class__ is value.__class__:
                return held(value) == held(other)
            return NotImplemented

        return equal, lambda value: hash(held(value))

    def _init(
        made: type, names: tuple[str, ...], defaults: dict[str, object]
    ) -> Callable[..., None]:
        """What sets the fields, written out as `dataclasses` writes it."""
        space = {f"set_{name}": made.__dict__[name].__set__ for name in names}
        space.update((f"default_{name}", each) for name, each in defaults.items())
        given = [f"{name}=default_{name}" if name in defaults else name for name in names]
        lines = [f" set_{name}(self, {name})" for name in names]
        if hasattr(made, "__post_init__"):
            lines.append(" self.__post_init__()")
        head = f"def __init__({', '.join(('self', *given))}):"
        # Names of fields alone, which Python itself took as names before.
        exec("\n".join((head, *(lines or [" pass"]))), space)  # noqa: S102 - as dataclasses does
        init = space["__init__"]
        init.__qualname__, init.__module__ = f"{made.__qualname__}.__init__", made.__module__
        init.__annotations__ = {**made.__annotations__, "return": None}
        return init

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
            import dataclasses

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
            import dataclasses

            made = self._made
            space = {"__annotations__": made.__annotations__, "__module__": made.__module__}
            space["__doc__"] = made.__doc__ or made.__name__
            if hasattr(made, "__post_init__"):
                space["__post_init__"] = made.__post_init__
            other = type(made.__name__, made.__bases__, {**space, **self._defaults})
            init = dataclasses.dataclass(frozen=True, repr=False, eq=False)(other).__init__
            init.__qualname__ = f"{made.__qualname__}.__init__"
            return init
