"""Whatever people type or a file holds is shown as it stands, and no picture in it is fetched."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from nttp_readiness.presentation.words.blocks import Run
from nttp_readiness.presentation.words.level_texts import LevelWords
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.data_table import Cell, DataTable, TableColumn
from nttp_readiness.ui.widgets.fields import field as fields
from nttp_readiness.ui.widgets.fields.answer_card import Chip, LevelCard
from nttp_readiness.ui.widgets.fields.answer_group import AnswerGroup
from nttp_readiness.ui.widgets.fields.radio_boxes import RadioChoice
from nttp_readiness.ui.widgets.fields.tick_box import TickBox
from nttp_readiness.ui.widgets.fold import Fold
from nttp_readiness.ui.widgets.icon_label import IconLabel
from nttp_readiness.ui.widgets.link import Link
from nttp_readiness.ui.widgets.navigation_list import NavigationList, NavigationRow
from nttp_readiness.ui.widgets.notice import Notice
from nttp_readiness.ui.widgets.prose import Prose

PROBE = QColor(255, 0, 254)


@pytest.fixture
def hostile(tmp_path):
    """Text that would show a picture of one colour wherever it were taken for markup."""
    picture = QImage(60, 60, QImage.Format.Format_RGB32)
    picture.fill(PROBE)
    path = tmp_path / "probe.png"
    picture.save(str(path))
    return f'<b>bold</b> <img src="{path.as_posix()}"> &lt; & <a href="x">'


def probe_pixels(widget, qapp):
    window = QWidget()
    QVBoxLayout(window).addWidget(widget)
    window.resize(900, 700)
    window.show()
    qapp.processEvents()
    image = window.grab().toImage()
    seen = sum(
        image.pixelColor(x, y) == PROBE
        for y in range(0, image.height(), 4)
        for x in range(0, image.width(), 4)
    )
    window.hide()
    return seen


def answers(look, text):
    group = AnswerGroup(look)
    group.set_choices(text, [LevelWords(text, text)] * 5, not_relevant=True)
    return group


def card(look, text):
    made = LevelCard(look, 1)
    made.say(LevelWords(text, text, (text, text)))
    return made


def index(look, text):
    made = NavigationList(look, text)
    made.show_rows([NavigationRow("a", text, text)])
    return made


def field(look, text):
    made = fields.line_field(look, text, text)
    made.control.show_text(text)
    made.show_error(text)
    return made


def area(look, text):
    made = fields.text_field(look, text)
    made.control.show_text(text)
    return made


PARTS: dict[str, Callable[..., Any]] = {
    "prose": lambda look, text: Prose(look, text, selectable=True),
    "runs": lambda look, text: Prose(look, (Run(text, bold=True), Run(text, colour="loch"))),
    "link in prose": lambda look, text: Prose(look, (Run(text, link=f"https://x.org/{text}"),)),
    "dashed prose": lambda look, text: Prose(look, text, dash=True),
    "sign": lambda look, text: IconLabel(look, "tick", text),
    "button": Button,
    "link": lambda look, text: Link(look, text, text),
    "fold": lambda look, text: Fold(look, text, text, QWidget()),
    "card": card,
    "chip": lambda look, text: Chip(look, "N", text),
    "answers": answers,
    "tick box": TickBox,
    "notice": lambda look, text: Notice(look, "trouble", text, text, heading=text),
    "stop": lambda look, text: Notice(look, "stop", text, heading=text),
    "field": field,
    "text area": area,
    "combo": lambda look, text: fields.combo_field(look, text, [(1, text)]),
    "segments": lambda look, text: fields.segments_field(look, text, [(1, text)]),
    "radio": lambda look, text: fields.radio_field(look, text, [RadioChoice(1, text, text)]),
    "index": index,
    "table": lambda look, text: DataTable(look, text, [TableColumn(text)], [[Cell(text)]]),
}


@pytest.mark.parametrize("part", PARTS)
def test_no_part_paints_a_picture_that_its_text_names(look, qapp, hostile, part):
    assert probe_pixels(PARTS[part](look, hostile), qapp) == 0


def test_an_ordinary_label_would_be_caught(qapp, hostile):
    assert probe_pixels(QLabel(hostile), qapp) > 50


NAMED = ("prose", "sign", "button", "link", "fold", "chip", "tick box")


@pytest.mark.parametrize("part", NAMED)
def test_the_text_is_read_out_as_it_was_typed(look, face, hostile, part):
    widget = PARTS[part](look, hostile)
    assert face(widget).text(QAccessible.Text.Name) == hostile


def test_only_https_and_mail_become_links(look):
    addresses = ("https://x.org", "mailto:a@x.org", "http://x.org", "file:///etc", "javascript:x")
    linked = [a for a in addresses if "<a href" in Prose(look, (Run("x", link=a),)).text()]
    assert linked == ["https://x.org", "mailto:a@x.org"]
