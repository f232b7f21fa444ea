"""The guide beside a page says other words in the labels that it has, and shows nothing else."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from nttp_readiness.presentation.readiness.question_guide import GuidePart
from nttp_readiness.presentation.words.blocks import Run
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.workbook.guide_panel import GuidePanel

LINK = (Run("A page", link="https://example.org/"), Run(" of theirs"))
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
