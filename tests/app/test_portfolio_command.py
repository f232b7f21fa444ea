"""`portfolio FOLDER OUT`: every form says the same, damaged files are named, nothing is undone."""

import io
import json
import re
import shutil
from pathlib import Path

import openpyxl
import pytest

from nttp_readiness.app import start
from nttp_readiness.domain.bank.scale import LEVELS
from nttp_readiness.domain.editing import edits
from nttp_readiness.presentation.portfolio.overview import overview
from nttp_readiness.reports import portfolio_files
from nttp_readiness.storage.account import portfolio_record
from nttp_readiness.storage.documents.document_bytes import document_bytes
from nttp_readiness.storage.documents.documents import load_document
from nttp_readiness.storage.files import folders

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "assets" / "samples" / "council-service.readiness"


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv(folders.HOME, str(tmp_path / "home"))


@pytest.fixture
def teams(tmp_path):
    """A folder of four teams of two organisations, one of them small, and a damaged file."""
    folder = tmp_path / "teams"
    folder.mkdir()
    sample = load_document(SAMPLE).assessment
    for number in LEVELS[:4]:
        made = edits.set_profile(
            edits.of_its_own(sample), title=f"Team {number}", organisation="AABB"[number],
            small_organisation=number == 3,
        )  # fmt: skip
        made = edits.answer(made, next(iter(made.bank.by_id)), number)
        (folder / f"{number}.readiness").write_bytes(document_bytes(made, revision=1))
    damaged = folder / "damaged.readiness"
    damaged.write_bytes((folder / "0.readiness").read_bytes().replace(b"Team 0", b"Team 9"))
    return folder


def wanted(folder):
    found = [load_document(folder / f"{n}.readiness").assessment for n in range(4)]
    return overview(found)


def test_the_spreadsheet_says_what_the_tables_say(teams, tmp_path, capsys):
    out = tmp_path / "teams.xlsx"
    assert start.main(["portfolio", str(teams), str(out)]) == 0
    said = capsys.readouterr()
    assert "4 teams were read." in said.out
    assert "1 file could not be read. The last table names it, with why." in said.out
    assert "damaged.readiness: Part of this file was changed or damaged" in said.err
    book = openpyxl.load_workbook(io.BytesIO(out.read_bytes()))
    for table in wanted(teams).tables:
        rows = list(book[table.name].iter_rows(min_row=3, values_only=True))
        assert [str(each) for each in rows[0][: len(table.columns)]] == list(table.columns)
        shown = [[str(each) for each in row[: len(table.columns)]] for row in rows[1:]]
        assert shown == [
            [str(each) if each != "" else "None" for each in row] for row in table.rows
        ]


@pytest.mark.parametrize("suffix", [".pdf", ".html"])
def test_paper_and_web_page_name_every_team_that_may_be_seen_and_no_other(suffix, teams, tmp_path):
    out = tmp_path / f"teams{suffix}"
    assert start.main(["portfolio", str(teams), str(out)]) == 0
    text = out.read_bytes().decode() if suffix == ".html" else pdf_text(out)
    assert set(re.findall(r"Team \d", text)) == {"Team 0", "Team 1"}
    assert "damaged.readiness" in text


def pdf_text(path):
    import pypdf

    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def test_a_small_team_that_is_added_later_cannot_be_worked_out(teams, tmp_path):
    (teams / "3.readiness").rename(tmp_path / "kept")
    first, second = tmp_path / "first.html", tmp_path / "second.html"
    assert start.main(["portfolio", str(teams), str(first)]) == 0
    (tmp_path / "kept").rename(teams / "3.readiness")
    assert start.main(["portfolio", str(teams), str(second)]) == 0
    assert "1 team has no figures yet." in second.read_text("utf-8")
    assert set(re.findall(r"Team \d", second.read_text("utf-8"))) == {
        "Team 0", "Team 1", "Team 2",
    }  # fmt: skip


def test_what_was_published_is_kept_without_a_name_or_a_figure(teams, tmp_path):
    assert start.main(["portfolio", str(teams), str(tmp_path / "teams.html")]) == 0
    kept = json.loads(folders.portfolios().read_bytes())
    assert set(kept) == {"groups"}
    assert all(
        re.fullmatch("[0-9a-f]{32}-[0-9a-f]{16}", key) and isinstance(n, int)
        for group in kept["groups"]
        for key, n in group.items()
    )


def test_what_another_window_publishes_meanwhile_is_taken_into_account(teams, tmp_path):
    found = [load_document(teams / f"{n}.readiness").assessment for n in range(4)]
    tried = []

    def make(earlier, trouble):
        assert trouble == ""
        tried.append(earlier)
        if len(tried) == 1:  # it comes first
            portfolio_record.publish(lambda *_: (None, overview(found[:3]).portfolio.published))
        made = overview(found, (), earlier)
        return made, made.portfolio.published

    made = portfolio_record.publish(make)
    assert [len(each) for each in tried] == [0, len(tried[1])]
    assert len(tried[1]) > 0
    assert made.portfolio.outside == 1  # the small one, which came after the others were shown
    kept = portfolio_record.published()
    assert kept[: len(tried[1])] == tried[1]


def test_where_the_record_is_full_a_sentence_says_so_and_nothing_is_shown(
    teams, tmp_path, capsys, monkeypatch
):
    monkeypatch.setattr(portfolio_record, "MOST_GROUPS", 1)
    out = tmp_path / "teams.html"
    assert start.main(["portfolio", str(teams), str(out)]) == 1
    assert "The record of what was shown of teams before is full." in capsys.readouterr().err
    assert not out.exists()
    assert portfolio_record.published() == ()


def test_where_that_record_is_damaged_its_copy_stands_in_and_it_is_whole_again(teams, tmp_path):
    first, second = tmp_path / "first.html", tmp_path / "second.html"
    small = teams / "3.readiness"
    small.rename(tmp_path / "kept")
    assert start.main(["portfolio", str(teams), str(first)]) == 0
    known = portfolio_record.published()
    folders.portfolios().write_text("{")
    assert portfolio_record.published() == known
    (tmp_path / "kept").rename(small)
    assert start.main(["portfolio", str(teams), str(second)]) == 0
    assert "1 team has no figures yet." in second.read_text("utf-8")
    copy = folders.portfolios().with_name("portfolios-copy.json")
    assert folders.portfolios().read_bytes() == copy.read_bytes()
    copy.unlink()
    assert start.main(["portfolio", str(teams), str(tmp_path / "third.html")]) == 0
    assert folders.portfolios().read_bytes() == copy.read_bytes()


def test_where_nobody_knows_what_was_shown_a_sentence_says_so_and_the_rest_is_told(
    teams, tmp_path, capsys
):
    folders.portfolios().parent.mkdir(parents=True)
    folders.portfolios().write_text("{")
    out = tmp_path / "teams.html"
    assert start.main(["portfolio", str(teams), str(out)]) == 1
    said = capsys.readouterr()
    assert "cannot be read on this computer, so no figures are shown" in said.err
    assert "damaged.readiness: Part of this file was changed or damaged" in said.err
    assert "4 teams were read. 0 are shown on their own." in said.out
    assert "4 teams have no figures yet." in said.out
    assert not out.exists()
    assert folders.portfolios().read_text() == "{"


@pytest.mark.parametrize(
    ("folder", "out", "said"),
    [
        ("nowhere", "a.xlsx", "There is no folder at this place."),
        ("empty", "a.xlsx", "There is no assessment in"),
        ("teams", "a.docx", "cannot be saved as “.docx”"),
        ("teams", "there.xlsx", "There is already a file"),
        ("bad", "a.xlsx", "None of the 1 files could be read."),
    ],
)
def test_what_is_wrong_is_a_sentence_and_nothing_is_written(
    folder, out, said, teams, tmp_path, capsys
):
    (tmp_path / "empty").mkdir()
    (tmp_path / "bad").mkdir()
    shutil.copy(teams / "damaged.readiness", tmp_path / "bad")
    (tmp_path / "there.xlsx").write_text("mine")
    assert start.main(["portfolio", str(tmp_path / folder), str(tmp_path / out)]) == 1
    assert said in capsys.readouterr().err
    assert (tmp_path / "there.xlsx").read_text() == "mine"
    assert not (tmp_path / "a.xlsx").exists()


def test_without_the_library_of_parquet_a_sentence_says_so(teams, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(portfolio_files, "can_write_parquet", lambda: False)
    assert start.main(["portfolio", str(teams), str(tmp_path / "a.parquet")]) == 1
    assert "A Parquet file needs an addition" in capsys.readouterr().err
