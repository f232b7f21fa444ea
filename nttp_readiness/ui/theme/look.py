"""Text size, theme, fonts and colours: the one place that knows them.

Measures are written as they stand in the design, in logical pixels at 100 % text, and go through
`Look.px` (what holds text or icons) or `Look.pad` (empty space, which does not grow).
"""

from __future__ import annotations

import math
import sys
from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from nttp_readiness import resources
from nttp_readiness.figures.palette import DARK, LIGHT, Tone
from nttp_readiness.values import dataclass, replace

Theme = Literal["light", "dark", "contrast", "system"]
Typeface = Literal["own", "system"]
FAMILY = "Atkinson Hyperlegible Next"
TEXT_SIZES = (1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
BODY_POINTS = 11.0
_USUAL_POINTS = {"win32": 9.0, "darwin": 13.0}
"""Size of the system's own text where nobody asked for larger; 11 elsewhere."""
WIDE_LINE, WIDE_LETTERS, WIDE_WORDS = 1.5, 0.12, 0.16
"""Wide text: height of a line in sizes, and what stands between letters and words besides."""
_Role = QPalette.ColorRole


TextKind = Literal[
    "stage", "page", "question", "section", "section_small", "lead", "lead_strong",
    "guide_heading", "body", "body_strong", "card", "card_strong", "guide", "guide_strong",
    "table", "table_strong", "where", "small", "small_strong", "room_question", "room_answers",
    "room", "room_strong", "room_quiet", "room_top", "room_top_strong", "room_key",
]  # fmt: skip
"""The name of a type style."""


@dataclass(frozen=True, slots=True)
class Lettering:
    """How text is set: its size, its typefaces, and whether it stands `wide` (WCAG 1.4.12)."""

    factor: float = 1.0
    families: tuple[str, ...] = (FAMILY,)
    """One, and the signs are in it: for a second one Qt looks at every face of the system."""
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """A type style: `line` is the height of a line as a multiple of the size."""

    points: float
    bold: bool
    line: float
    tone: Tone = "ink"
    tabular: bool = False


TYPE: dict[TextKind, Kind] = {
    "stage": Kind(27, True, 1.20),
    "page": Kind(20, True, 1.25),
    "question": Kind(17, True, 1.30),
    "section": Kind(14, True, 1.30),
    "section_small": Kind(13, True, 1.30),
    "lead": Kind(12.5, False, 1.45),
    "lead_strong": Kind(12.5, True, 1.45),
    "guide_heading": Kind(12, True, 1.50),
    "body": Kind(BODY_POINTS, False, 1.45),
    "body_strong": Kind(BODY_POINTS, True, 1.45),
    "card": Kind(BODY_POINTS, False, 1.42),
    "card_strong": Kind(BODY_POINTS, True, 1.42),
    "guide": Kind(10.5, False, 1.45),
    "guide_strong": Kind(10.5, True, 1.45),
    "table": Kind(10.5, False, 1.38, tabular=True),
    "table_strong": Kind(10.5, True, 1.38, tabular=True),
    "where": Kind(10.5, False, 1.45, "quiet"),
    "small": Kind(10, False, 1.45, "quiet"),
    "small_strong": Kind(10, True, 1.45, "quiet"),
    # for a room: read from its last row
    "room_question": Kind(33, True, 1.20),
    "room_answers": Kind(36, True, 1.20, "loch"),
    "room": Kind(24, False, 1.25),
    "room_strong": Kind(24, True, 1.25),
    "room_quiet": Kind(24, False, 1.25, "quiet"),
    "room_top": Kind(17, False, 1.30, "quiet"),
    "room_top_strong": Kind(17, True, 1.30),
    "room_key": Kind(15, False, 1.30, "quiet"),
}

# High contrast: the one pair of colours that every system promises to be readable. These are
# grounds and take Window; every other token is WindowText.
_GROUNDS = frozenset(
    (
        *("paper", "surface", "margin", "on_loch"),
        *("loch_pale", "heather_pale", "moss_pale", "bracken_pale"),
        *(f"level{level}" for level in range(5)),
        *("cover", *(f"cover{level}" for level in range(4))),
    )
)
_PALETTE: dict[QPalette.ColorRole, Tone] = {
    _Role.Window: "paper",
    _Role.WindowText: "ink",
    _Role.Base: "surface",
    _Role.AlternateBase: "margin",
    _Role.Text: "ink",
    _Role.Button: "surface",
    _Role.ButtonText: "ink",
    _Role.PlaceholderText: "quiet",
    _Role.Highlight: "loch_pale",
    _Role.HighlightedText: "ink",
    _Role.Accent: "loch",
    _Role.Link: "loch",
    _Role.LinkVisited: "loch",
    _Role.Mid: "edge",
    _Role.Dark: "edge",
    _Role.Light: "line",
    _Role.Midlight: "line",
    _Role.ToolTipBase: "surface",
    _Role.ToolTipText: "ink",
    _Role.BrightText: "error",
}


class Look(QObject):
    """What everything asks for sizes, fonts and colours; `changed` says that they differ now.

    Where sizes do, `measured` says so before it: other colours alone move nothing.
    """

    changed = Signal()
    measured = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._theme: Theme = "system"
        own = app.font()  # before it is set below
        self.system_family = own.family()
        usual = own.pointSizeF() / _USUAL_POINTS.get(sys.platform, 11.0)
        self.system_factor = _nearest(usual)
        """The text size that this computer asks of every program."""
        self._lettering = Lettering()
        self._measured_as: Lettering | None = None
        """The lettering that every widget was measured in."""
        self._applying = False
        self._palettes: dict[Tone, QPalette] = {}
        for bold in (False, True):
            QFontDatabase.addApplicationFont(str(resources.screen_font(bold)))
        self._dpi = app.primaryScreen().logicalDotsPerInchY()
        # Both are kept: the wrapper of the second dies with that of the first.
        self._hints = app.styleHints()
        self._wishes = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self.apply)
        self._wishes.contrastPreferenceChanged.connect(self.apply)

    @property
    def theme(self) -> Theme:
        return self._theme

    @property
    def factor(self) -> float:
        """Text size, 1.0 to 2.0."""
        return self._lettering.factor

    @property
    def lettering(self) -> Lettering:
        """How text is set: what caches of laid-out text go by."""
        return self._lettering

    @property
    def family(self) -> str:
        """The typeface, for what is drawn without these fonts."""
        return self._lettering.families[0]

    @property
    def dark(self) -> bool:
        if self._theme in ("system", "contrast"):
            return self._hints.colorScheme() == Qt.ColorScheme.Dark
        return self._theme == "dark"

    @property
    def high_contrast(self) -> bool:
        """As the system asks, or chosen here."""
        return self._theme == "contrast" or self._system_contrast

    @property
    def _system_contrast(self) -> bool:
        return self._wishes.contrastPreference() == Qt.ContrastPreference.HighContrast

    @property
    def em(self) -> float:
        """Pixel size of the body font: 14.67 at 100 % on a screen of 96 dpi."""
        return BODY_POINTS * self._dpi / 72 * self.factor

    def px(self, measure: float) -> int:
        """A measure that grows with the text."""
        return round(measure * self.scale)

    def pad(self, measure: float) -> int:
        """Empty space. It does not grow: at 200 % on a small screen it is missed most."""
        return round(measure * self._dpi / 96)

    @property
    def scale(self) -> float:
        """Logical pixels for one unit of the design."""
        return self._dpi / 96 * self.factor

    def font(self, kind: TextKind) -> QFont:
        return font_of(TYPE[kind], self._lettering)

    def line(self, kind: TextKind) -> int:
        """Height of one line of that kind, in pixels."""
        style = TYPE[kind]
        high = max(style.line, WIDE_LINE) if self._lettering.wide else style.line
        return round(style.points * self._dpi / 72 * self.factor * high)

    def colour(self, token: Tone) -> QColor:
        """Ask while painting and never keep the answer: theme and contrast change while running."""
        if self.high_contrast:
            role = _Role.Window if token in _GROUNDS else _Role.WindowText
            return self._app.palette().color(role)
        return QColor((DARK if self.dark else LIGHT)[token])

    def words_palette(self, tone: Tone) -> QPalette:
        """The palette of words in that colour; where they cannot be used it is the usual one."""
        palette = self._palettes.get(tone)
        if palette is None:
            palette = self._palettes[tone] = QPalette()
            for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
                palette.setColor(group, _Role.WindowText, self.colour(tone))
        return palette

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.apply()

    def set_text_size(self, factor: float) -> None:
        """The nearest size from 1.0 to 2.0 that is offered."""
        self._lettering = replace(self._lettering, factor=_nearest(factor))
        self.apply()

    def set_text_per_cent(self, size: int) -> None:
        """The same in per cent; 0 is what this computer asks of every program."""
        self.set_text_size(size / 100 if size else self.system_factor)

    def set_lettering(self, typeface: Typeface, *, wide: bool) -> None:
        """The program's own typeface, made to be easy to tell apart, or the computer's; and whether
        letters, words and lines stand further apart.
        """
        families = (FAMILY,) if typeface == "own" else (self.system_family, FAMILY)
        self._lettering = replace(self._lettering, families=families, wide=wide)
        self.apply()

    def larger(self) -> None:
        self.set_text_size(next((size for size in TEXT_SIZES if size > self.factor), 2.0))

    def smaller(self) -> None:
        self.set_text_size(next((size for size in TEXT_SIZES[::-1] if size < self.factor), 1.0))

    def apply(self) -> None:
        """Give the application its palette and font, and tell every widget."""
        if self._applying:  # setting the scheme below calls back
            return
        self._applying = True
        scheme = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        # The system's own frame and dialogs follow the chosen theme.
        self._hints.setColorScheme(scheme.get(self._theme, Qt.ColorScheme.Unknown))
        self._applying = False
        self._set_palettes()
        self._palettes.clear()
        if self._lettering != self._measured_as:
            self._measured_as = self._lettering
            self._app.setFont(self.font("body"))
            # Qt does not ask a style's measures again when only they change.
            for widget in self._app.allWidgets():
                QApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))
            self.measured.emit()
        self.changed.emit()

    def _set_palettes(self) -> None:
        if self.high_contrast:
            self._app.setPalette(QPalette())
            palette = self._app.palette()
            if not self._system_contrast:
                palette = _black_and_white(dark=self.dark)
            # The usual colour of placeholders is half-transparent text, too pale for quiet words.
            palette.setColor(_Role.PlaceholderText, palette.color(_Role.WindowText))
            self._app.setPalette(palette)
            fields = palette
        else:
            palette = QPalette()
            for role, token in _PALETTE.items():
                palette.setColor(role, self.colour(token))
            for role in (_Role.Text, _Role.WindowText, _Role.ButtonText):
                # Fusion would grey it below 4.5:1.
                palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("quiet"))
            self._app.setPalette(palette)
            # Pale loch marks a row; selected letters within a line need a stronger ground.
            fields = QPalette(palette)
            fields.setColor(_Role.Highlight, self.colour("loch"))
            fields.setColor(_Role.HighlightedText, self.colour("on_loch"))
        for name in ("QLineEdit", "QPlainTextEdit", "QLabel"):
            QApplication.setPalette(fields, name)  # type: ignore[arg-type] # the stub wants bytes


def _black_and_white(*, dark: bool) -> QPalette:
    """High contrast where the system has none of its own to follow."""
    ground, ink = QColor("black" if dark else "white"), QColor("white" if dark else "black")
    palette = QPalette()
    for role, token in _PALETTE.items():
        palette.setColor(role, ground if token in _GROUNDS else ink)
    palette.setColor(_Role.Highlight, ink)
    palette.setColor(_Role.HighlightedText, ground)
    return palette


def _nearest(factor: float) -> float:
    return min(TEXT_SIZES, key=lambda size: abs(size - factor))


@lru_cache(maxsize=256)
def font_of(style: Kind, lettering: Lettering) -> QFont:
    """The font of a type style in that lettering."""
    font = QFont(list(lettering.families))
    font.setPointSizeF(style.points * lettering.factor)
    if lettering.wide:
        em = QFontInfo(font).pixelSize()
        # Qt cuts these off to a 64th of a pixel.
        font.setLetterSpacing(
            QFont.SpacingType.AbsoluteSpacing, math.ceil(WIDE_LETTERS * em * 64) / 64
        )
        font.setWordSpacing(math.ceil(WIDE_WORDS * em * 64) / 64)
    font.setBold(style.bold)
    # Unhinted letters have the same widths on every screen and on paper.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if style.tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font
