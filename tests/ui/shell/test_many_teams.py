"""Many teams in the window: a folder is read with progress, can be stopped, shown and saved."""

import shutil

import pytest
from PySide6.QtWidgets import QApplication

from nttp_readiness.domain.editing import edits
from nttp_readiness.presentation.portfolio.overview import overview
from nttp_readiness.storage.account import portfolio_record
from nttp_readiness.storage.documents.document_bytes import document_bytes
from nttp_readiness.storage.files import folders
from nttp_readiness.ui.shell import portfolio_content
from nttp_readiness.ui.shell.portfolio_content import PortfolioContent
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.data_table import DataTable
from nttp_readiness.ui.widgets.prose import Prose


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv(folders.HOME, str(tmp_path / "home"))


@pytest.fixture
def teams(tmp_path, council):
    folder = tmp_path / "teams"
    folder.mkdir()
    for number in range(3):
        made = edits.set_profile(edits.of_its_own(council), title=f"Team {number}")
        (folder / f"{number}.readiness").write_bytes(document_bytes(made, revision=1))
    (folder / "damaged.readiness").write_text("{")
    return folder


@pytest.fixture
def page(qtbot, look):
    words = PortfolioContent(look)
    qtbot.addWidget(words)
    words.resize(900, 700)
    with qtbot.waitExposed(words):
        words.show()
    return words


def said(page):
    QApplication.processEvents()
    return [each.plain() for each in page.findChildren(Prose) if each.isVisibleTo(page)]


def shown(table):
    model = table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_every_table_is_shown_as_it_is_in_the_files(qtbot, page, teams):
    told = []
    page.reader.progressed.connect(lambda done, of: told.append((done, of)))
    with qtbot.waitSignal(page.reader.read, timeout=20_000) as signal:
        page.read_folder(teams)
    made = signal.args[0]
    assert told[-1] == (4, 4)
    assert len(told) > 4
    tables = {each.accessibleName(): each for each in page.findChildren(DataTable)}
    assert list(tables) == [each.name for each in made.tables]
    for each in made.tables:
        assert shown(tables[each.name]) == [[str(cell) for cell in row] for row in each.rows]
    assert "3 teams were read. 3 are shown on their own." in said(page)
    assert [row[0] for row in shown(tables["Files that could not be read"])] == [
        "damaged.readiness"
    ]
    assert portfolio_record.published() == made.portfolio.published


def test_stopping_shows_and_publishes_nothing(qtbot, page, teams):
    with qtbot.waitSignal(page.reader.progressed, timeout=20_000):
        page.read_folder(teams)
    page.cancel.click()
    qtbot.wait(300)
    assert "Reading was stopped. Nothing is shown." in said(page)
    assert page.findChildren(DataTable) == []
    assert portfolio_record.published() == ()
    assert page.choose.isEnabled()


@pytest.mark.parametrize("suffix", [".xlsx", ".html"])
def test_it_is_saved_where_somebody_says(qtbot, page, teams, tmp_path, suffix, monkeypatch):
    with qtbot.waitSignal(page.reader.read, timeout=20_000):
        page.read_folder(teams)
    out = tmp_path / f"out{suffix}"
    monkeypatch.setattr(portfolio_content, "ask_where", lambda *_: out)
    with qtbot.waitSignal(page.reader.saved, timeout=20_000):
        page._save(suffix)
    assert out.stat().st_size > 1_000
    assert any(each.startswith(f"Saved: {out.name}. It is in ") for each in said(page))


def test_a_folder_that_is_gone_is_told_in_a_sentence(qtbot, page, tmp_path):
    with qtbot.waitSignal(page.reader.failed, timeout=20_000):
        page.read_folder(tmp_path / "nowhere")
    assert any("There is no folder at this place." in each for each in said(page))
    shutil.rmtree(tmp_path / "nowhere", ignore_errors=True)


def test_another_folder_takes_the_place_of_the_first(qtbot, page, teams, council):
    page.show_overview(overview([council]))
    page.show_overview(overview([edits.of_its_own(council), council]))
    QApplication.processEvents()
    assert "2 teams were read. 2 are shown on their own." in said(page)
    assert "1 team was read. 1 is shown on its own." not in said(page)


def test_where_nobody_knows_what_was_shown_before_the_rest_is_told(qtbot, page, teams):
    folders.portfolios().parent.mkdir(parents=True)
    folders.portfolios().write_text("{")
    with qtbot.waitSignal(page.reader.read, timeout=20_000) as signal:
        page.read_folder(teams)
    told = said(page)
    assert [each for each in told if "so no figures are shown" in each] == [signal.args[0].trouble]
    assert "3 teams were read. 0 are shown on their own." in told
    tables = {each.accessibleName(): shown(each) for each in page.findChildren(DataTable)}
    assert [row[0] for row in tables.pop("Files that could not be read")] == ["damaged.readiness"]
    assert not tables
    assert not [each for each in page.findChildren(Button) if each.text().startswith("Save")]
    assert folders.portfolios().read_text() == "{"
