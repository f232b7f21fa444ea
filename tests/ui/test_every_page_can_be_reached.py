"""Every page, at every text size and in both themes, for keyboard, reader and large text."""

import time
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nttp_readiness import i18n
from nttp_readiness.address import Address, Page
from nttp_readiness.domain.editing import edits
from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.ui.shell.main_window import MainWindow
from tests.ui.reach import fitting, naming, tabbing, targets

LEAVES = {"keys": "keys", "about": "about", "accessibility": "accessibility"}
BESIDE = {
    "banks": lambda window: window.documents.choose_questions(),
    "restore": MainWindow.restore,
    "delete": MainWindow.delete,
    "file": lambda window: window.documents.show_file(),
    "settings": MainWindow.show_settings,
    "help": MainWindow.show_page_help,
    "link": lambda window: window.offer_link("https://www.legislation.gov.uk/asp/2019/6/contents"),
}
"""Pages that belong to no place of the workbook."""
PAGES = (
    "start", "prepare", "reflect/WEL", "reflect/WEL-2", "list/WEL", "check", "understand",
    "compare", "plan",
    "plan/WEL-2/first", "plan/drivers", "plan/effort", "share",
    "next-round", "workshop/prepare", "workshop/collect", "workshop/results",
    "evidence", "find", "parts", "what-now", "support", "banks", "restore", "delete", "file",
    "settings", "accessibility", "keys", "about", "help", "link",
)  # fmt: skip
FORMS = {
    "light": ("light", 1.0, (1280, 800), ""),
    "dark": ("dark", 1.0, (1280, 800), ""),
    "small window": ("light", 1.0, (911, 472), ""),
    "200 %": ("light", 2.0, (1024, 640), ""),
    "dark at 200 %": ("dark", 2.0, (1024, 640), ""),
    "longer": ("light", 1.0, (1024, 640), i18n.LONGER),
    "longer at 200 %": ("light", 2.0, (1024, 640), i18n.LONGER),
}
NAMES = (naming.names_and_roles, naming.one_of_each, naming.label_in_name)
ORDER = (tabbing.tab_order, targets.targets)
CHECKS = {
    "light": (*NAMES, *ORDER, fitting.clipping),
    "dark": (*NAMES, *ORDER),
    "small window": (*ORDER, fitting.clipping),
    "200 %": (*NAMES, *ORDER, fitting.clipping),
    "dark at 200 %": (*NAMES, *ORDER),
    "longer": (fitting.clipping,),
    "longer at 200 %": (fitting.clipping,),
}
"""A theme changes no width, so text is measured in one of them."""


@pytest.fixture(scope="module")
def no_widget_outlives_its_test():
    """In place of the one for every test: here a window serves all of them."""
    return


@pytest.fixture(scope="module", autouse=True)
def home(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NTTP_READINESS_HOME", str(tmp_path_factory.mktemp("home")))
        yield


@pytest.fixture(scope="module", params=FORMS)
def window(request, the_look):
    """The window in one form, with the sample open."""
    theme, factor, size, language = FORMS[request.param]
    i18n.use(language)
    the_look.set_theme(theme)
    the_look.set_text_size(factor)
    shown: Any = MainWindow(the_look, Settings())
    shown.resize(*size)
    shown.show()
    shown.activateWindow()
    shown.open_sample()
    shown.form = request.param
    yield shown
    shown.close()
    shown.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    i18n.use("")


def show_page(window, name):
    if name == "start":
        window.close_document()
    elif name in LEAVES:
        window.show_help(LEAVES[name])
    elif name in BESIDE:
        if window.open_document is None:
            window.open_sample()
        BESIDE[name](window)
    else:
        if window.open_document is None:
            window.open_sample()
        window.go_to(Address.parse(name))
    if name == "share":
        wait_for_the_preview(window.open_document.workbook.page.preview)
    for _ in range(5):
        QApplication.processEvents()
    window.activateWindow()


def wait_for_the_preview(preview):
    """Its words come with the pages, which are made on another thread."""
    ends = time.monotonic() + 120
    while not preview.sheets.count and time.monotonic() < ends:
        QTest.qWait(20)
    assert preview.sheets.count > 0


def document_of(window):
    """What is open, but for the place where the person is; None on the start page."""
    if window.open_document is None:
        return None
    session = window.open_document.session
    return session.assessment.model_copy(update={"place": ""}), session.undo_stack.count()


@pytest.mark.parametrize("page", PAGES)
def test_the_page_can_be_reached_read_and_heard(window, page):
    before = document_of(window)
    show_page(window, page)
    assert before is None or document_of(window) in (before, None), "showing a page is no edit"
    for check in CHECKS[window.form]:
        found = check(window)
        assert not found.faults, found
        assert found.looked_at > 0, check.__name__


def test_a_page_that_edits_as_it_is_shown_is_found(window, monkeypatch):
    show_page(window, "prepare")
    session, page = (
        window.open_document.session,
        window.open_document.workbook._pages[Page.UNDERSTAND],
    )

    def meddle():
        session.attempt("Planted", edits.answer, session.assessment.asked[0].id, "not_sure")

    monkeypatch.setattr(page, "refresh", meddle)
    with pytest.raises(AssertionError, match="showing a page is no edit"):
        test_the_page_can_be_reached_read_and_heard(window, "understand")
    session.undo_stack.undo()


def test_no_page_of_the_workbook_is_left_out(window):
    show_page(window, "prepare")
    tried = {each.partition("/")[0] for each in PAGES}
    assert {each.value for each in window.open_document.workbook._pages} <= tried
