"""Our models are checked, written and compared as pydantic's own would be, without loading it."""

import copy
import datetime as dt
import importlib
import json
import pickle
import pkgutil
import random
import subprocess
import sys
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any

import pydantic
import pytest

import nttp_readiness
from nttp_readiness.domain.answers.answer import NO_ANSWER, Answer, Reach
from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.workshop import Group
from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.bank.scale import Level, LevelName, Thresholds
from nttp_readiness.domain.checked_value import Value
from nttp_readiness.plain_models import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    TypeAdapter,
    ValidationError,
    model_validator,
)
from nttp_readiness.plain_models.as_pydantic import as_pydantic
from nttp_readiness.storage.documents.documents import load_document

ROOT = Path(__file__).parents[1]
SAMPLES = sorted((ROOT / "assets" / "samples").glob("*.readiness"))
WITHOUT_WINDOW = ("domain", "storage", "presentation", "reports", "typed", "figures")


def kinds(model=BaseModel):
    for each in model.__subclasses__():
        yield each
        yield from kinds(each)


def every_model():
    for room in WITHOUT_WINDOW:
        name = f"nttp_readiness.{room}"
        folder = [f"{nttp_readiness.__path__[0]}/{room}"]
        for each in pkgutil.walk_packages(folder, f"{name}."):
            importlib.import_module(each.name)
    ours = (each for each in kinds() if each.__module__.startswith("nttp_readiness."))
    return sorted(set(ours), key=lambda each: (each.__module__, each.__qualname__))


MODELS = every_model()


def told(schema: Any, named: dict[str, Any]) -> Any:
    """A schema without what says nothing of values: names, and where one part is told of once."""
    if isinstance(schema, dict):
        if schema.get("type") == "definitions":
            named = {**named, **{each["ref"]: each for each in schema["definitions"]}}
            return told(schema["schema"], named)
        if schema.get("type") == "definition-ref":
            return told(named[schema["schema_ref"]], named)
        return {
            key: told(each, named) for key, each in schema.items() if key not in {"metadata", "ref"}
        }
    if isinstance(schema, list | tuple):
        return [told(each, named) for each in schema]
    if isinstance(schema, type):
        return schema.__name__
    if isinstance(schema, BaseModel | pydantic.BaseModel):
        return schema.model_dump()
    if callable(schema):
        return getattr(schema, "__func__", schema).__qualname__
    return schema


def test_every_model_of_the_program_is_among_them():
    assert {Bank, Assessment, Answer, LevelName} <= set(MODELS)
    assert len(MODELS) > 60


@pytest.mark.parametrize("model", MODELS, ids=lambda each: each.__name__)
def test_each_is_checked_by_what_pydantic_would_check_it_by(model):
    twin = as_pydantic(model)
    twin.model_rebuild()
    ours, theirs = (told(each.__pydantic_core_schema__, {}) for each in (model, twin))
    assert ours == theirs


def test_the_comparison_can_tell():
    class Short(Value):
        text: Annotated[str, StringConstraints(max_length=3)]

    class Long(Value):
        text: Annotated[str, StringConstraints(max_length=4)]

    ours = told(Short.__pydantic_core_schema__, {})["schema"]
    theirs = told(as_pydantic(Long).__pydantic_core_schema__, {})["schema"]
    assert ours["fields"] != theirs["fields"]


SPOILT: tuple[Any, ...] = (
    None,
    True,
    1,
    1.0,
    -1,
    "",
    "x" * 70_000,
    [],
    {},
    [1],
    {"a": 1},
    "2026-13-01",
    "CAR-1",
)


def spots(value, place=()):
    if place:
        yield place
    entries = dict(enumerate(value[:3])) if isinstance(value, list) else value
    for key, each in entries.items() if isinstance(entries, dict) else ():
        yield from spots(each, (*place, key))


GONE, MORE = object(), object()
"""A key that is taken away, and one that is not known."""


def spoilt(body, place, given):
    whole = copy.deepcopy(body)
    at = whole
    for step in place[:-1]:
        at = at[step]
    if given is GONE:
        at.pop(place[-1])
    elif given is MORE:
        at[place[-1]] = {"unknown": 1}
    else:
        at[place[-1]] = given
    return whole


def outcome(model, data, *, as_json):
    """What comes of a value: how it is written, or each error with its place and its words."""
    try:
        read = (
            model.model_validate_json(json.dumps(data)) if as_json else model.model_validate(data)
        )
    except (ValidationError, pydantic.ValidationError) as error:
        return error.errors(include_url=False, include_context=False)
    return read.model_dump(mode="json"), read.model_dump_json(exclude_unset=True)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda each: each.stem)
def test_spoilt_files_are_told_of_as_pydantic_would(sample):
    body = json.loads(sample.read_text("utf-8"))["body"]
    body["bank"]["domains"] = body["bank"]["domains"][:1]
    twin, chance = as_pydantic(Assessment), random.Random(sample.stem)
    places = sorted(spots(body), key=str)
    assert outcome(Assessment, body, as_json=True) == outcome(twin, body, as_json=True)
    for _ in range(40):
        data = spoilt(body, chance.choice(places), chance.choice((*SPOILT, GONE, MORE)))
        for as_json in (True, False):
            ours, theirs = (outcome(kind, data, as_json=as_json) for kind in (Assessment, twin))
            assert ours == theirs


def test_a_whole_file_is_read_and_written_as_pydantic_would():
    for sample in SAMPLES:
        assessment = load_document(sample).assessment
        twin = as_pydantic(Assessment).model_validate(assessment.model_dump())
        for how in ({}, {"exclude_unset": True}, {"exclude": {"written_bank"}}):
            assert assessment.model_dump_json(**how) == twin.model_dump_json(**how)
        assert assessment.model_dump() == twin.model_dump()
        assert repr(assessment.profile) == repr(vars(twin)["profile"])


def test_what_is_wrong_with_a_whole_value_is_found():
    for reach in (Reach, as_pydantic(Reach)):
        with pytest.raises(
            (ValidationError, pydantic.ValidationError), match="more than there are"
        ):
            reach(n=3, of=2)
    assert Reach(n=2, of=3).of == 3


# ---- as values


class Named(Value):
    name: str
    marks: tuple[int, ...] = Field(default=(), repr=False)

    @cached_property
    def shout(self):
        return self.name.upper()


def test_a_value_never_changes():
    value = Named(name="one")
    with pytest.raises(ValidationError) as caught:
        setattr(value, "name", "two")  # noqa: B010 - as mypy refuses the plain way
    assert caught.value.errors()[0]["type"] == "frozen_instance"
    with pytest.raises(ValidationError):
        del value.name
    assert value.name == "one"


def test_equal_fields_make_equal_values_whatever_was_worked_out_from_them():
    one, other = Named(name="one"), Named(name="one")
    assert one.shout == "ONE"
    assert one == other
    assert hash(one) == hash(other)
    assert one != Named(name="two")
    others: tuple[object, ...] = (LevelName(value=1, name="one", meaning="one"), "one")
    assert one not in others
    assert {one: 1}[other] == 1


def test_a_default_is_no_attribute_of_its_kind():
    with pytest.raises(AttributeError):
        _ = Thresholds.target
    assert Thresholds().target == Thresholds.model_fields["target"].default == 3


def test_copies_hold_the_same():
    value = Answer(choice=3, note="said", reach=Reach(n=1, of=2))
    for copied in (
        copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value)),
        value.model_copy(), Answer.model_construct(**value.__dict__),
        Answer.model_validate(value.model_dump()),
    ):  # fmt: skip
        assert copied == value
        assert copied.model_dump_json() == value.model_dump_json()
    changed = value.model_copy(update={"note": ""})
    assert (changed.note, value.note) == ("", "said")
    assert changed.model_dump_json(exclude_unset=True).count("note") == 1
    assert Answer.model_construct() == NO_ANSWER


def test_what_must_not_be_told_is_not_in_its_words():
    assert str(Named(name="one", marks=(1,))) == "name='one'"
    assert repr(Named(name="one", marks=(1,))) == "Named(name='one')"


def test_a_kind_that_comes_from_another_has_its_fields_and_its_own():
    class More(Named):
        more: Level = 0
        name: Annotated[str, StringConstraints(min_length=1)]

    assert Named(name="").name == ""
    assert list(More.model_fields) == ["name", "marks", "more"]
    assert More(name="x", more=4).more == 4
    with pytest.raises(ValidationError):
        More(name="")


def test_any_type_of_a_field_can_be_read_by_itself():
    read = TypeAdapter(tuple[Group, ...])
    assert read.validate_json('[{"name": "Night"}]') == (Group(name="Night"),)
    with pytest.raises(ValidationError):
        read.validate_python([{"name": 1}])


class Loose(BaseModel):
    model_config = ConfigDict(strict=True)
    days: Mapping[str, dt.date] = {}


def test_a_default_that_can_change_is_each_values_own():
    one, other = Loose(), Loose()
    vars(one)["days"]["a"] = dt.date(2026, 1, 1)
    assert other.days == {}


def unknown_type():
    class Wrong(Value):
        seen: "complex"

    return Wrong


def unknown_limit():
    class Wrong(Value):
        seen: Annotated[bool, Field(ge=1)]

    return Wrong


def unknown_mark():
    class Wrong(Value):
        seen: Annotated[int, "not known"]

    return Wrong


def unknown_setting():
    class Wrong(Value):
        model_config = ConfigDict(from_attributes=True)
        seen: int

    return Wrong


@pytest.mark.parametrize("make", [unknown_type, unknown_limit, unknown_mark, unknown_setting])
def test_what_is_not_known_is_refused_when_a_kind_is_first_used(make):
    with pytest.raises(TypeError):
        make()(seen=1)


def test_words_that_are_not_known_are_refused_at_once():
    with pytest.raises(TypeError):
        Field(gt=1)
    with pytest.raises(TypeError):
        model_validator(mode="before")
    with pytest.raises(TypeError):
        StringConstraints(to_upper=True)


# ---- what is loaded

OPEN = """
import sys
from pathlib import Path
from nttp_readiness.storage.documents.documents import load_document
load_document(Path(sys.argv[1]))
print("pydantic" in sys.modules, "pydantic_core.core_schema" in sys.modules)
import pydantic
from pydantic_core import core_schema
class Other(pydantic.BaseModel):
    n: int
print(Other(n="1").n, core_schema.int_schema(), "pydantic.plugin._loader" in sys.modules)
"""


def test_a_file_is_opened_without_pydantic_which_works_all_the_same_where_it_is_asked_for():
    done = subprocess.run(
        [sys.executable, "-c", OPEN, str(SAMPLES[0])],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.split("\n")[:2] == ["False False", "1 {'type': 'int'} True"]
