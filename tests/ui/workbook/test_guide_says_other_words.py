"""The guide beside a page says other words in the labels that it has, and shows nothing else."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QWidget

from nttp_readiness.presentation.readiness.question_guide import GuidePart, guide
from nttp_readiness.presentation.words.blocks import Run
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.workbook.guide_panel import GuidePanel

LINK = (Run("A page", link="https://example.org/"), Run(" of theirs"))
OTHER = (Run("Another", link="https://example.com/"),)
PARTS = {
    "plain": (
        GuidePart("One", paragraphs=("First.", "Second.")), GuidePart("Two", items=("a", "b")),
    ),
    "same shape": (
        GuidePart("Three", paragraphs=("Third.", "Fourth.")), GuidePart("Four", items=("c", "d")),
    ),
    "longer": (
        GuidePart("Five", paragraphs=("Fifth.",)), GuidePart("Six", items=("e",)),
        GuidePart("Seven", paragraphs=("Seventh.",), quiet="Since 2024."),
    ),
    "ruled": (
        GuidePart("Eight", paragraphs=("Eighth.",), ruled=True),
        GuidePart("Nine", paragraphs=("Ninth.",), ruled=True),
        GuidePart("Ten", items=(LINK, "f")),
    ),
    "links": (
        GuidePart("Eleven", items=(OTHER,)), GuidePart("Twelve", items=(LINK, OTHER)),
        GuidePart("Thirteen", items=("g", LINK)),
    ),
    "links turned": (
        GuidePart("Fourteen", items=("h", OTHER)), GuidePart("Fifteen", items=(OTHER, LINK)),
        GuidePart("Sixteen", items=(LINK,)), GuidePart("Seventeen", items=(OTHER,)),
    ),
    "nothing": (),
}  # fmt: skip


def shown(panel, qapp):
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
    texts = [each for each in panel.findChildren(Prose) if each.isVisible()]
    rules = [each for each in panel.findChildren(Rule) if each.isVisible()]
    return (
        sorted((each.y() + each.parentWidget().y(), each.plain()) for each in texts),
        sorted(each.parentWidget().y() for each in rules),
    )


@pytest.fixture
def panel(look, qtbot):
    def make():
        made = GuidePanel(look)
        qtbot.addWidget(made)
        made.resize(300, 900)
        made.show()
        return made

    return make


@pytest.mark.parametrize("after", PARTS)
@pytest.mark.parametrize("before", PARTS)
def test_other_parts_stand_where_they_would_have_stood_at_first(panel, qapp, before, after):
    used, new = panel(), panel()
    used.show_parts(PARTS[before])
    used.show_parts(PARTS[after])
    new.show_parts(PARTS[after])
    assert used.grab().toImage() == new.grab().toImage()
    assert shown(used, qapp) == shown(new, qapp)


def met(panel):
    """What one meets who goes through the parts of the panel, and who goes on with Tab."""
    rows = [each for each in panel.children() if isinstance(each, QWidget) and each.isVisible()]
    heard = [label.plain() for row in rows for label in row.findChildren(Prose)]
    chain, label = [], panel
    while (label := label.nextInFocusChain()) is not panel:
        if label.isVisible() and label.focusPolicy() & Qt.FocusPolicy.TabFocus:
            chain.append(label.plain())
    return heard, chain


@pytest.mark.parametrize("after", PARTS)
@pytest.mark.parametrize("between", PARTS)
@pytest.mark.parametrize("before", PARTS)
def test_parts_that_were_shown_before_are_met_as_new_ones(panel, qapp, before, between, after):
    used, new = panel(), panel()
    for name in (before, between, before, after):
        used.show_parts(PARTS[name])
        shown(used, qapp)
    new.show_parts(PARTS[after])
    assert shown(used, qapp) == shown(new, qapp)
    assert used.grab().toImage() == new.grab().toImage()
    assert met(used) == met(new)


def test_the_guide_of_each_question_is_met_in_the_words_and_order_of_a_new_one(
    panel, qapp, council
):
    used = panel()
    for keys in (list(council.bank.by_id), list(reversed(council.bank.by_id))):
        for key in keys:
            parts = guide(council, key)
            used.show_parts(parts)
            new = panel()
            new.show_parts(parts)
            shown(used, qapp), shown(new, qapp)
            assert met(used) == met(new), key
            new.deleteLater()


def test_a_part_of_the_same_shape_keeps_its_labels(panel):
    made = panel()
    made.show_parts(PARTS["plain"])
    labels = made.findChildren(Prose)
    made.show_parts(PARTS["same shape"])
    assert made.findChildren(Prose) == labels
    assert [each.plain() for each in labels] == ["Three", "Third.", "Fourth.", "Four", "c", "d"]


def test_a_link_is_told_once(panel, qapp):
    made = panel()
    told: list[str] = []
    made.link.connect(told.append)
    for name in ("ruled", "plain", "ruled"):
        made.show_parts(PARTS[name])
        qapp.processEvents()
    labels = [each for each in made.findChildren(Prose) if each.isVisibleTo(made)]
    [label] = [each for each in labels if each.plain() == "A page of theirs"]
    label.linkActivated.emit("https://example.org/")
    assert told == ["https://example.org/"]
