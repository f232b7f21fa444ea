"""Values that are completed late are what data classes made at once would be."""

import copy
import dataclasses
import inspect
import pickle
import threading
from dataclasses import FrozenInstanceError, field

import pytest

from nttp_readiness import values


def kinds(decorate):
    """A class with all that ours have, and one that derives from it."""

    @decorate(frozen=True, slots=True)
    class Shape:
        """A shape."""

        name: str
        sides: int = 4
        holes: tuple = ()
        notes: list = field(default_factory=list, compare=False)

        def __post_init__(self):
            if self.sides < 0:
                raise ValueError("no sides")

        @property
        def double(self):
            return self.sides * 2

    @decorate(frozen=True, slots=True)
    class Round(Shape):
        """A round one."""

        across: float = 1.0

    return Shape, Round


def plain_kind(decorate):
    """One with plain fields, as most are."""

    @decorate(frozen=True, slots=True)
    class Plain:
        """A plain one."""

        name: str
        sides: int = 4

        @property
        def double(self):
            return self.sides * 2

    @decorate(frozen=True, slots=True)
    class One:
        name: str

    @decorate(frozen=True, slots=True)
    class Empty:
        pass

    @decorate(frozen=True, slots=True, eq=False)
    class Apart:
        name: str

    return Plain, One, Empty, Apart


@pytest.mark.parametrize(
    "look",
    [
        lambda p, *_: repr(p("a", 3)).rpartition(".")[2],
        lambda p, *_: (p("a") == p("a", 4), p("a") == p("b"), p("a") != p("a"), p("a") == ("a", 4)),
        lambda p, o, *_: (o("a") == o("a"), o("a") == p("a"), o("a") == "a", o(None) == o(None)),
        lambda p, o, e, _: ({p("a"), p("a"), p("a", 5)} == {p("a"), p("a", 5)}, e() == e()),
        lambda p, o, e, _: [hash(x) for x in (p(1, 2), o(3), e())],
        lambda _p, _o, _e, a: (a("a") == a("a"), len({a("a"), a("a")})),
        lambda p, *_: dataclasses.replace(p("a"), sides=7).double,
        lambda p, *_: [(x.name, x.type, x.default, x.kw_only) for x in dataclasses.fields(p)][1],
        lambda p, *_: (dataclasses.asdict(p("a")), dataclasses.astuple(p("a"))),
        lambda *kinds: [(k.__match_args__, k.__slots__, k.__doc__ or "") for k in kinds[:1]],
        lambda *kinds: [dataclasses.is_dataclass(k) for k in kinds],
        lambda p, *_: (dataclasses.fields(p)[0].name, p.__dataclass_params__.frozen),
        lambda p, *_: (p("a").__init__.__qualname__[-14:],),
        lambda p, *_: (copy.deepcopy(p("a", 9)).sides, copy.copy(p(name="a")).sides),
        lambda p, *_: sorted(inspect.signature(p("a").__init__).parameters),
    ],
)
def test_a_plain_kind_is_what_a_data_class_is(look):
    assert look(*plain_kind(values.dataclass)) == look(*plain_kind(dataclasses.dataclass))


def told_apart_by_name(decorate, **without):
    @decorate(frozen=True, slots=True)
    class Place:
        __compared__ = ("name", "number")

        name: str
        number: int = 0
        device: int = field(default=0, **without) if without else 0

    return Place


@pytest.mark.parametrize(
    "look",
    [
        lambda p: (p("a", 1, 2) == p("a", 1, 3), p("a", 1, 2) == p("a", 2, 2), p("a") == p("b")),
        lambda p: len({p("a", 1, 2), p("a", 1, 3), p("b", 1, 2)}),
        lambda p: [(each.name, each.compare, each.default) for each in dataclasses.fields(p)],
        lambda p: dataclasses.asdict(p("a", device=4)),
    ],
)
def test_a_plain_kind_is_told_apart_by_the_fields_that_it_names(look):
    whole = told_apart_by_name(dataclasses.dataclass, compare=False)
    assert look(told_apart_by_name(values.dataclass)) == look(whole)


def test_plain_kinds_are_frozen_and_say_what_is_missing():
    for kind, *_ in (plain_kind(values.dataclass), plain_kind(dataclasses.dataclass)):
        value = kind("a")
        with pytest.raises(FrozenInstanceError, match="cannot assign to field 'sides'"):
            value.sides = 3
        with pytest.raises(FrozenInstanceError, match="cannot delete field 'sides'"):
            del value.sides
        with pytest.raises(TypeError, match=r"Plain.__init__\(\) missing 1 required"):
            kind()
        with pytest.raises(TypeError, match="unexpected keyword argument 'more'"):
            kind("a", more=1)


late, early = kinds(values.dataclass), kinds(dataclasses.dataclass)


@pytest.mark.parametrize(
    "look",
    [
        lambda shape, _: repr(shape("a", 3)).rpartition(".")[2],
        lambda shape, _: shape("a") == shape("a", notes=[1]),
        lambda shape, _: shape("a") == shape("b"),
        lambda shape, _: shape("a") == shape("a", 4, (), []),
        lambda shape, kind: kind("a") == shape("a"),
        lambda shape, _: len({shape("a", 1), shape("a", 1), shape("b", 1)}),
        lambda shape, _: dataclasses.replace(shape("a"), sides=7).double,
        lambda _, kind: (kind("a").sides, kind("a", across=2.5).across, kind("a").holes),
        lambda _, kind: [each.name for each in dataclasses.fields(kind)],
        lambda shape, _: dataclasses.is_dataclass(shape),
        lambda shape, kind: (shape.__match_args__, kind.__match_args__),
        lambda shape, kind: (shape.__slots__, kind.__slots__, hasattr(kind("a"), "__dict__")),
        lambda shape, _: dataclasses.asdict(shape("a", notes=[1])),
        lambda shape, kind: isinstance(kind("a"), shape),
        lambda shape, _: shape("a").notes is shape("a").notes,
        lambda shape, _: copy.deepcopy(shape("a", notes=[2])).notes,
        lambda _, kind: copy.copy(kind("a", across=3.0)).across,
        lambda shape, kind: (shape.__doc__, kind.__doc__, shape.__name__, kind.__module__),
    ],
)
@pytest.mark.parametrize("made", [kinds(values.dataclass), late], ids=["new", "known"])
def test_a_late_class_is_the_same_as_one_that_was_made_at_once(look, made):
    assert look(*made) == look(*early)


@pytest.mark.parametrize("shape", [late, kinds(values.dataclass), early])
def test_values_are_frozen_and_checked(shape):
    value = shape[1]("a")
    with pytest.raises(FrozenInstanceError):
        value.sides = 3
    with pytest.raises(FrozenInstanceError):
        del value.sides
    with pytest.raises((AttributeError, TypeError)):
        value.unknown = 3
    with pytest.raises(ValueError, match="no sides"):
        shape[0]("a", -1)
    with pytest.raises(TypeError):
        shape[0]()


def test_a_value_is_matched_by_place():
    match kinds(values.dataclass)[0]("a", 3):
        case OfModule(name, n):
            pytest.fail(f"of another kind: {name} {n}")
        case _:
            pass
    match OfModule("a", 3):
        case OfModule(name, n):
            assert (name, n) == ("a", 3)
        case _:
            pytest.fail("not matched")


def test_values_travel_between_processes():
    assert pickle.loads(pickle.dumps(OfModule("a", 2))) == OfModule("a", 2)


@values.dataclass(frozen=True, slots=True)
class OfModule:
    """One that a module holds, as pickle needs."""

    name: str
    n: int = 1


def test_a_class_of_the_standard_library_can_derive_from_one_that_is_not_complete_yet():
    base = kinds(values.dataclass)[0]

    class Plain(base):  # type: ignore[misc,valid-type] # made by a function
        more: int = 0
        __annotations__ = {"more": "int"}

    derived = dataclasses.dataclass(frozen=True, slots=True)(Plain)
    assert derived("a", more=2) == derived("a", 4, (), [], 2)


def test_threads_that_need_a_kind_at_the_same_time_all_get_whole_values():
    for _ in range(50):
        shape, wrong = kinds(values.dataclass)[1], list[object]()
        begin = threading.Barrier(8)

        def make(shape=shape, wrong=wrong, begin=begin):
            begin.wait()
            value = shape("a", across=2.0)
            if (value.name, value.sides, value.across) != ("a", 4, 2.0):
                wrong.append(value)

        threads = [threading.Thread(target=make) for _ in range(8)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
        assert wrong == []


def test_others_than_frozen_ones_with_slots_are_refused():
    with pytest.raises(TypeError, match="makes the others"):
        values.dataclass(frozen=True, slots=False)
