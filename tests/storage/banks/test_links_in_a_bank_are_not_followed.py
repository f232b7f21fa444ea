"""A bank that somebody sent reads nothing but what lies in its own folder."""

import os
import shutil
import stat
from pathlib import Path

import pytest

from nttp_readiness.errors import BankError
from nttp_readiness.storage.banks.bank_folders import check_bank_folder, find_banks, read_bank
from nttp_readiness.storage.files import reading

BANK, CAR = "bank.toml", "domains/CAR.toml"
needs_links = pytest.mark.skipif(
    os.name == "nt", reason="Windows wants a right for symbolic links; junctions are tried below"
)
OTHERS = "kestrel-over-the-machair"


def lead_away(bank_folder, file):
    """Put a link in the place of a file or folder of a bank; it leads to the same thing outside."""
    away = bank_folder.parent / "away"
    shutil.copytree(bank_folder, away)
    path = bank_folder / file
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    path.symlink_to(away / file)
    return away / file


def told(problems):
    return "\n".join(str(each) for each in problems)


@needs_links
@pytest.mark.parametrize("file", [BANK, CAR, "domains"])
def test_a_link_in_a_banks_folder_is_not_followed(file, bank_folder):
    lead_away(bank_folder, file)
    with pytest.raises(BankError, match="This is a link, or lies behind one"):
        read_bank(bank_folder)
    found = told(check_bank_folder(bank_folder))
    assert f"{CAR if file == 'domains' else file}: This is a link" in found
    assert "Put the file itself in its place." in found


@needs_links
def test_what_a_link_leads_to_is_never_opened_and_never_named(bank_folder, monkeypatch):
    outside = lead_away(bank_folder, "domains")
    (outside / f"{OTHERS}.toml").write_text(f'{OTHERS} = "')
    opened = []
    real = reading._open

    def noting(path):
        opened.append(path.name)
        return real(path)

    monkeypatch.setattr(reading, "_open", noting)
    said = told(check_bank_folder(bank_folder)) + repr(find_banks([bank_folder]))
    assert OTHERS not in said
    assert BANK in opened  # the watch is on
    assert "CAR.toml" not in opened


@needs_links
def test_a_bank_whose_whole_folder_is_reached_by_a_link_of_ones_own_is_read(bank_folder):
    own = bank_folder.parent / "own way to it"
    own.symlink_to(bank_folder)
    assert read_bank(own) == read_bank(bank_folder)


@needs_links
def test_a_bank_that_is_a_link_is_listed_with_its_problem(bank_folder):
    lead_away(bank_folder, BANK)
    [found] = [each for each in find_banks([bank_folder]) if each.folder == bank_folder]
    assert "This is a link" in told(found.problems)


def test_a_junction_of_windows_is_known_by_its_tag(bank_folder, monkeypatch):
    real = Path.lstat

    class Junction:
        st_mode, st_reparse_tag = stat.S_IFDIR, 0xA0000003

    def lstat(path):
        return Junction() if path.name == "domains" else real(path)

    monkeypatch.setattr(Path, "lstat", lstat)
    assert "CAR.toml: This is a link, or lies behind one" in told(check_bank_folder(bank_folder))
