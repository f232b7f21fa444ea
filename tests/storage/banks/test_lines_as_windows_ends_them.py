"""A bank or a wording that was edited with an editor of Windows is found and read as before."""

import pytest

from nttp_readiness.storage.banks.bank_folders import find_banks, read_bank
from nttp_readiness.storage.banks.new_bank import new_overlay
from nttp_readiness.storage.banks.overlay_folders import read_overlay
from nttp_readiness.storage.banks.overlay_heads import find_overlays


@pytest.fixture
def overlay_folder(tmp_path):
    new_overlay(tmp_path / "banks" / "ours")
    return tmp_path / "banks" / "ours"


def edited_on_windows(folder):
    """Every line of every file ends as Windows ends it."""
    files = list(folder.rglob("*.toml"))
    for each in files:
        each.write_bytes(each.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
    assert files


def test_a_wording_is_offered_and_read(overlay_folder):
    before = read_overlay(overlay_folder)
    edited_on_windows(overlay_folder)
    assert "our-sector" in [each.id for each in find_overlays([overlay_folder.parent])]
    assert read_overlay(overlay_folder) == before


def test_a_bank_is_listed_and_read(bank_folder):
    before = read_bank(bank_folder)
    edited_on_windows(bank_folder)
    [found] = [each for each in find_banks([bank_folder]) if each.folder == bank_folder]
    assert not found.problems
    assert read_bank(bank_folder) == before
