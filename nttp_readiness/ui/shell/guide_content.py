"""A guide inside Help: its sections, words looked for in all guides, and pictures of its pages."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QSizePolicy, QWidget

from nttp_readiness.errors import ReadinessError
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.screens import guides
from nttp_readiness.presentation.screens.guide_pictures import GuidePicture, picture_of
from nttp_readiness.presentation.screens.guides import GUIDES, GuideHit, GuideName, Part, Section
from nttp_readiness.storage.files.help_texts import read_guide
from nttp_readiness.ui.theme.accessibility import announce
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.arrival import arrive_at
from nttp_readiness.ui.widgets.box import Box, Flow
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.fields.field import line_field
from nttp_readiness.ui.widgets.offer_row import OfferRow
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.widgets.section import Container


class GuideContent(QWidget):
    """`link` gives the address of a page that leads out of the program."""

    link = Signal(str)

    def __init__(self, look: Look, name: GuideName) -> None:
        super().__init__()
        self._look, self._name = look, name
        self._guide = guides.guide(name, read_guide)
        self._headings: dict[int, Prose] = {}
        self._hits: tuple[GuideHit, ...] = ()
        self.heading = self._guide.title
        self.field = line_field(look, tr("Look for a word in all guides"))
        self._count = Prose(look, "", "small")
        self._found = Container()
        self._body = Container()
        column = Box(look, self)
        self._title = Prose(look, self._guide.title, "page")
        column.addWidget(self._title)
        column.gap(8)
        others = Flow(look, gap=16)
        self._others: dict[GuideName, Button] = {}
        for each in GUIDES:
            button = Button(look, guides.guide_words(each), "link")
            button.clicked.connect(lambda _=False, to=each: self.show_section(to, 0))
            others.addWidget(button)
            self._others[each] = button
        column.addLayout(others)
        column.gap(14)
        column.addWidget(self.field)
        column.gap(6)
        column.addWidget(self._count)
        column.addWidget(self._found)
        column.gap(16)
        column.addWidget(self._body)
        self.field.control.edited.connect(self._look_for)
        self._show_guide()

    def show_section(self, name: GuideName, number: int) -> None:
        """Open a guide at a section, with the focus on its heading."""
        if name != self._name:
            self._name, self._guide = name, guides.guide(name, read_guide)
            self._show_guide()
        heading = self._headings.get(number) if number else self._title
        if heading is not None:
            QTimer.singleShot(0, heading, lambda: self._arrive(heading))

    def _arrive(self, heading: Prose) -> None:
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        arrive_at(heading, "")
        if isinstance(area, QScrollArea) and (inside := area.widget()) is not None:
            top = heading.mapTo(inside, heading.rect().topLeft()).y()
            area.verticalScrollBar().setValue(top - self._look.pad(12))

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Enter in the field opens what was found first, and does not press Back."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.field.control.hasFocus():
            if self._hits:
                self.show_section(self._hits[0].guide, self._hits[0].section)
            event.accept()
        elif not enter or isinstance(self.window().focusWidget(), QAbstractButton):
            super().keyPressEvent(event)

    def _look_for(self, words: str) -> None:
        self._hits = guides.find_in_guides(words, read_guide)
        said = guides.found_words(words, self._hits)
        self._count.say(said)
        self._found.show_made(self._hits, self._rows)
        if said:
            announce(self, said)

    def _rows(self) -> QWidget:
        whole = QWidget()
        column = Box(self._look, whole)
        for each in self._hits:
            row = OfferRow(self._look, "book", each.title, each.excerpt)
            row.clicked.connect(lambda _=False, hit=each: self.show_section(hit.guide, hit.section))
            column.addWidget(row)
        return whole

    def _show_guide(self) -> None:
        self._title.say(self._guide.title)
        for name, button in self._others.items():
            button.setVisible(name != self._name)
        self._headings = {}
        self._body.show_made(self._guide, self._sections)

    def _sections(self) -> QWidget:
        whole = QWidget()
        column = Box(self._look, whole)
        if not self._guide.sections:
            column.addWidget(
                Prose(self._look, tr("The texts of the guides are missing here."), "body")
            )
        for section in self._guide.sections:
            if section.number:
                column.gap(18)
                heading = Prose(self._look, section.heading, "section")
                self._headings[section.number] = heading
                column.addWidget(heading)
                column.gap(4)
                column.addWidget(Rule(self._look))
                column.gap(8)
            self._add_parts(column, section)
        return whole

    def _add_parts(self, column: Box, section: Section) -> None:
        look = self._look
        for part in section.parts:
            if part.kind == "picture":
                found = picture_of(part.picture)
                if found is not None:
                    column.addWidget(PagePicture(look, found, part.plain))
                column.addWidget(Prose(look, part.plain, "small"))
            else:
                column.addLayout(self._text(part))
            for name in part.guides:
                button = Button(look, guides.guide_words(name), "link")
                button.clicked.connect(lambda _=False, to=name: self.show_section(to, 0))
                column.addWidget(button)
            column.gap(8)

    def _text(self, part: Part) -> Box:
        item = part.kind == "item"
        row = Box(self._look, across=True, margins=(20 * max(0, part.depth - 1), 0, 0, 0))
        if item and part.number:
            row.addWidget(Prose(self._look, f"{part.number}. ", "body", wraps=False), 0,
                          Qt.AlignmentFlag.AlignTop)  # fmt: skip
            row.gap(6)
        dash = item and not part.number
        words = Prose(self._look, part.runs, "body", dash=dash, selectable=True)
        words.linkActivated.connect(self.link)
        row.addWidget(words, 1)
        return row


class PagePicture(QWidget):
    """A picture that the page itself paints, once it can be seen; painted anew with the look."""

    def __init__(self, look: Look, picture: GuidePicture, words: str) -> None:
        super().__init__()
        self._look, self._picture = look, picture
        self._image: QPixmap | None = None
        self._tried = False
        self.setAccessibleName(words)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(50)
        self._soon.timeout.connect(self._paint)
        look.changed.connect(self._forget)

    @property
    def image(self) -> QPixmap | None:
        """What was painted; None while it was not, and where it could not be."""
        return self._image

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int, /) -> int:
        wide, high = self._picture.size
        return round(min(width, self._look.px(wide)) * high / wide)

    def sizeHint(self) -> QSize:
        wide = self._look.px(self._picture.size[0])
        return QSize(wide, self.heightForWidth(wide))

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        box = self.rect().adjusted(0, 0, -1, -1)
        if self._image is None:
            if not self._tried:
                self._soon.start()
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            box.setWidth(min(box.width(), self._look.px(self._picture.size[0])))
            painter.drawPixmap(box, self._image)
        painter.setPen(self._look.colour("edge"))
        painter.drawRect(box)

    def _paint(self) -> None:
        from nttp_readiness.ui.shell.guide_picture import paint_picture  # noqa: PLC0415 - loads every page

        self._tried = True
        try:
            self._image = paint_picture(self._look, self._picture, self.devicePixelRatioF())
        except ReadinessError:
            self._image = None  # the words below say what it would show
        self.update()

    def _forget(self) -> None:
        self._image, self._tried = None, False
        self.updateGeometry()
        self.update()
