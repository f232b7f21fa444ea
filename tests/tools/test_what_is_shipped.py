"""What goes into the built folder brings its licence, and nothing else goes there."""

import ast
import re
import tomllib
from importlib import metadata
from pathlib import Path

import pytest

import nttp_readiness
from nttp_readiness import __version__
from tools import shipped


def test_a_part_that_nobody_named_is_a_stranger():
    modules = ["pytest", "_pytest.python", "nttp_readiness.errors", "icalendar.cal", "json"]
    assert shipped.strangers(modules) == ["_pytest of pytest", "pytest of pytest"]


def test_every_part_puts_its_licence_there(tmp_path):
    shipped.copy_licences(tmp_path / "licences")
    texts = {path.stem: path.read_bytes() for path in (tmp_path / "licences").iterdir()}
    assert set(shipped.SHIPPED) <= set(texts)
    assert all(texts.values())


def test_without_a_licence_the_build_stops(tmp_path, monkeypatch):
    monkeypatch.setattr(metadata, "files", lambda _part: [])
    with pytest.raises(SystemExit, match="annotated-types has no licence text"):
        shipped.copy_licences(tmp_path / "licences")


def test_windows_is_told_the_version_that_this_is():
    text = shipped.version_text()
    assert f"filevers=({__version__.replace('.', ', ')}, 0)" in text
    assert f"'ProductVersion', '{__version__}'" in text
    ast.parse(text)  # PyInstaller reads it as an expression


@pytest.mark.parametrize(
    ("file", "left_out"),
    [
        ("PySide6/Qt/lib/libQt6Network.so.6", True),
        ("PySide6/plugins/tls/libqopensslbackend.so", True),
        ("libssl.so.3", True),
        ("PySide6/Qt/lib/libQt6Widgets.so.6", False),
        ("lxml/etree.so", False),
    ],
)
def test_the_network_stays_out_and_the_window_goes_in(file, left_out):
    assert bool(shipped.LEFT_OUT.search(file)) is left_out


def imported_by_the_program():
    """The first part of each name that a module of the program imports."""
    for path in Path(nttp_readiness.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                yield from (each.name.partition(".")[0] for each in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.module.partition(".")[0]


def test_what_the_program_imports_is_shipped_or_is_an_extra_that_stays_out():
    """PyInstaller would take whatever of it lies in the environment, and the build would stop."""
    modules = set(imported_by_the_program())
    assert "reportlab" in modules
    extra = modules - {module for module in modules if not shipped.strangers([module])}
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))
    named = project["project"]["optional-dependencies"].values()
    assert extra == {re.match(r"\w+", each)[0] for part in named for each in part}
    assert extra <= set(shipped.EXCLUDED)


def test_the_compilers_libraries_lie_once_and_where_all_find_them():
    kept = shipped.kept_libraries([
        ("PySide6\\MSVCP140.dll", "a", "BINARY"), ("shiboken6\\msvcp140.dll", "b", "BINARY"),
        ("PySide6\\Qt6Network.dll", "c", "BINARY"), ("PySide6\\Qt6Core.dll", "d", "BINARY"),
    ])  # fmt: skip
    assert kept == [
        ("PySide6\\Qt6Core.dll", "d", "BINARY"), ("MSVCP140.dll", "a", "BINARY"),
    ]  # fmt: skip
