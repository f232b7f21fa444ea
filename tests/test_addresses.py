"""Where one is in a document is said with one type, which a misspelt page cannot pass."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from nttp_readiness.address import Address, AddressError, Page, workshop_address

PACKAGE = Path(__file__).resolve().parents[1] / "nttp_readiness"
ASKED = {"show_address", "go_to", "_go", "set_place"}
"""What is called with an address; `go.emit` besides."""


@pytest.mark.parametrize("page", Page)
@pytest.mark.parametrize("part", ["", "WEL-2", "WEL-2/first", "requests/ask/1", "a b"])
def test_what_is_written_is_read_again(page, part):
    address = Address(page, part)
    assert Address.parse(str(address)) == address


@pytest.mark.parametrize("text", ["", "reflct/WEL-2", "Reflect", "/reflect", " plan", "WEL-2"])
def test_a_text_that_names_no_page_is_an_error(text):
    with pytest.raises(AddressError, match="There is no page called"):
        Address.parse(text)


def test_a_part_of_the_workshop_is_an_address():
    assert str(workshop_address("collect")) == "workshop/collect"


def test_mypy_finds_a_misspelt_page() -> None:
    """Mypy calls a comment that silences nothing an error: so it is held to finding these."""
    with pytest.raises(AttributeError):
        _ = Page.REFLCT  # type: ignore[attr-defined]
    assert str(workshop_address("colect"))  # type: ignore[arg-type]
    assert Address("reflect")  # type: ignore[arg-type]


def texts_for_addresses(source):
    """The lines on which a text is given where an address is asked for."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
        to_go = isinstance(called, ast.Attribute) and ast.unparse(called).endswith("go.emit")
        if name in ASKED or to_go:
            given = [inner for each in node.args for inner in _ends(each)]
            if any(_is_text(each) for each in given):
                found.append(node.lineno)
    return found


def _ends(node):
    """What an expression can come to: both ways of a condition."""
    if isinstance(node, ast.IfExp):
        return [*_ends(node.body), *_ends(node.orelse)]
    return (
        [*_ends(node.values[0]), *_ends(node.values[-1])]
        if isinstance(node, ast.BoolOp)
        else [node]
    )


def _is_text(node):
    return isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def test_a_text_in_place_of_an_address_is_found():
    planted = 'self.go.emit("plan")\nbook.show_address(f"reflect/{key}" if key else other)\n'
    assert texts_for_addresses(planted) == [1, 2]


def test_no_text_stands_where_an_address_is_asked_for():
    files = [each for room in ("ui", "app") for each in (PACKAGE / room).rglob("*.py")]
    assert len(files) > 150
    found = {str(each): texts_for_addresses(each.read_text(encoding="utf-8")) for each in files}
    assert {file: lines for file, lines in found.items() if lines} == {}
