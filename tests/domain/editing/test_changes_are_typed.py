"""What an edit can change is said by type, completely; a misspelt field changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_type_hints

import pytest

from nttp_readiness.domain.answers.answer import Answer, AnswerChanges
from nttp_readiness.domain.answers.assessment import Assessment, Profile, ProfileChanges
from nttp_readiness.domain.answers.planned import (
    ActionChanges,
    PlannedAction,
    Request,
    RequestChanges,
)
from nttp_readiness.domain.checked_value import Value
from nttp_readiness.domain.editing import edits, plan_edits
from nttp_readiness.errors import EditError
from nttp_readiness.ui.document.session import Session
from tests.domain import small_bank as small

KEY = "A-1/first"
DECLARED: list[tuple[type, type[Value], set[str]]] = [
    (ProfileChanges, Profile, set()),
    (AnswerChanges, Answer, {"choice"}),
    (ActionChanges, PlannedAction, {"id", "kind"}),
    (RequestChanges, Request, {"id"}),
]
"""Changes, what they change, and the fields that no change by name can reach."""


@pytest.fixture
def made() -> Assessment:
    bank = small.two_domains()
    return edits.add_ask(small.assessment_of(bank, {"A-1": 0, "A-2": 1}), "ask/1")


@pytest.mark.parametrize(("changes", "model", "fixed"), DECLARED)
def test_changes_name_every_field_with_its_own_type(
    changes: type, model: type[Value], fixed: set[str]
) -> None:
    held = {name: get_type_hints(model)[name] for name in model.model_fields if name not in fixed}
    assert get_type_hints(changes) == held


EDITS: list[tuple[str, Callable[..., Assessment], tuple[Any, ...], list[str]]] = [
    ("profile", edits.set_profile, (), ["titel", "id"]),
    ("answer", edits.write_beside, ("A-1",), ["evidense", "choice"]),
    ("action", edits.change_action, (KEY,), ["ownr", "id", "kind"]),
    ("actions", plan_edits.change_actions, ([KEY],), ["ownr", "id"]),
    ("request", edits.change_ask, ("ask/1",), ["askr", "id"]),
]


@pytest.mark.parametrize(
    ("edit", "given", "name"),
    [pytest.param(e, g, n, id=f"{what}-{n}") for what, e, g, names in EDITS for n in names],
)
def test_a_field_that_there_is_not_is_refused_in_a_sentence(
    made: Assessment, edit: Callable[..., Assessment], given: tuple[Any, ...], name: str
) -> None:
    with pytest.raises(EditError, match=f"no field called “{name}”") as refused:
        edit(made, *given, **{name: "x"})
    assert refused.value.safe == "Nothing was changed."


def test_a_copy_with_a_field_that_there_is_not_is_refused(made: Assessment) -> None:
    with pytest.raises(EditError, match="no field called “plase”"):
        edits.changed(made, plase="x")  # type: ignore[call-arg] # the next test says why
    with pytest.raises(EditError, match=r"too long|cannot be saved"):
        edits.changed(made, place=3)  # type: ignore[arg-type]


def test_mypy_finds_a_misspelt_field(made: Assessment) -> None:
    """Mypy calls a comment that silences nothing an error: so these lines hold it to finding them,
    also where an edit is handed on, and where `changed` is typed by our own plugin.
    """
    session = Session(made)
    with pytest.raises(EditError):
        edits.change_action(made, KEY, ownr="x")  # type: ignore[call-arg]
    with pytest.raises(EditError):
        edits.change_action(made, KEY, owner=3)  # type: ignore[arg-type]
    assert not session.attempt("", edits.set_profile, titel="x")  # type: ignore[call-arg]
