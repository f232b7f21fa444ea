"""What goes into the built folder brings its licence, and nothing else goes there."""

import ast
from importlib import metadata

import pytest

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
