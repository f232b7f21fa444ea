"""Line icons as data: strokes in a box of 20, drawn in one colour beside a word.

Letters as in SVG and absolute: M L H V C Z; O is a circle (x, y, radius). `SOLID` holds the parts
that are filled, where a shape inside another is a hole.
"""

from __future__ import annotations

from typing import Final, Literal

BOX: Final = 20

Glyph = Literal[
    "prepare", "reflect", "understand", "plan", "share", "left", "right", "up", "down",
    "arrow_up", "arrow_down", "plus", "tick", "cross", "search", "filter", "columns", "sort",
    "menu", "print", "trash", "settings", "help", "eye", "file", "folder", "book", "lock",
    "calendar", "clock", "support", "leaf", "warning", "keystone", "open", "half", "done",
    "grip", "bars", "pause",
]  # fmt: skip
"""The name of an icon."""
OptionalGlyph = Glyph | Literal[""]
"""Empty for none."""

ICONS: Final[dict[Glyph, str]] = {
    # the five places
    "prepare": "M4 16 L4.9 12.5 L13.4 4 L16 6.6 L7.5 15.1 Z M11.6 5.8 L14.2 8.4",
    "reflect": "M3 4 H17 V13.5 H9.5 L6.5 16.5 V13.5 H3 Z M6.5 7.4 H13.5 M6.5 10.2 H11",
    "understand": "O10 10 7 M10 3 V17 M3.9 6.5 L16.1 13.5 M3.9 13.5 L16.1 6.5",
    "plan": "M2.6 5 L4 6.4 L6.6 3.6 M2.6 11 L4 12.4 L6.6 9.6 M9.5 5 H17.4 M9.5 11 H17.4"
    " M9.5 16 H17.4 M3 16 H6",
    "share": "M7 8 H4.5 V17 H15.5 V8 H13 M10 12.5 V3 M7 5.6 L10 2.8 L13 5.6",
    # directions
    "left": "M12.2 5 L7.2 10 L12.2 15",
    "right": "M7.8 5 L12.8 10 L7.8 15",
    "up": "M5 12.5 L10 7.5 L15 12.5",
    "down": "M5 7.5 L10 12.5 L15 7.5",
    "arrow_up": "M10 16.6 V3.8 M5 8.6 L10 3.6 L15 8.6",
    "arrow_down": "M10 3.4 V16.2 M5 11.4 L10 16.4 L15 11.4",
    # what one does
    "plus": "M10 3.5 V16.5 M3.5 10 H16.5",
    "tick": "M3.5 10.5 L7.8 14.8 L16.5 5.5",
    "cross": "M5 5 L15 15 M15 5 L5 15",
    "search": "O8.8 8.8 5.4 M12.8 12.8 L17 17",
    "filter": "M3 4 H17 L12 10.4 V16.4 L8 14 V10.4 Z",
    "columns": "M3 4 H17 V16.4 H3 Z M7.7 4 V16.4 M12.3 4 V16.4",
    "sort": "M6 3.6 V16 M2.8 12.8 L6 16 L9.2 12.8 M14 16.4 V4 M10.8 7.2 L14 4 L17.2 7.2",
    "menu": "M2.5 5 H17.5 M2.5 10 H17.5 M2.5 15 H17.5",
    "print": "M6 7.4 V3.4 H14 V7.4 M6 14 H3.4 V7.4 H16.6 V14 H14 M6 11.4 H14 V16.8 H6 Z",
    "trash": "M3.6 5.6 H16.4 M7.6 5.4 V3.2 H12.4 V5.4 M5.2 5.8 L6 17 H14 L14.8 5.8"
    " M8.4 8.8 V13.8 M11.6 8.8 V13.8",
    "settings": "M3 5.6 H10.4 O12.5 5.6 2.1 M14.6 5.6 H17 M3 14.4 H5.4 O7.5 14.4 2.1 M9.6 14.4 H17",
    "help": "O10 10 7.6 M7.6 8 C7.6 6.6 8.6 5.7 10 5.7 C11.4 5.7 12.4 6.6 12.4 7.8"
    " C12.4 9.5 10 9.6 10 11.5",
    "eye": "M2.4 10 C4.6 6.4 7.1 4.8 10 4.8 C12.9 4.8 15.4 6.4 17.6 10"
    " C15.4 13.6 12.9 15.2 10 15.2 C7.1 15.2 4.6 13.6 2.4 10 Z O10 10 2.4",
    # things
    "file": "M5 3 H11.4 L15.2 6.8 V17 H5 Z M11.2 3.2 V7 H15",
    "folder": "M2.8 15.8 V4.6 H7.8 L9.6 6.8 H17.2 V15.8 Z",
    "book": "M10 5 C8 3.6 5 3.6 2.8 4.4 V15.6 C5 14.8 8 14.8 10 16.2 C12 14.8 15 14.8 17.2 15.6"
    " V4.4 C15 3.6 12 3.6 10 5 V16.2",
    "lock": "M5 9.2 H15 V16.6 H5 Z M7 9 V6.6 C7 4.9 8.3 3.6 10 3.6 C11.7 3.6 13 4.9 13 6.6 V9",
    "calendar": "M3.4 4.6 H16.6 V16.4 H3.4 Z M3.4 8.4 H16.6 M7 2.8 V6 M13 2.8 V6",
    "clock": "O10 10 7.4 M10 5.8 V10 L12.8 11.8",
    "support": "O10 10 8 O10 10 3.4 M4.4 4.4 L7.6 7.6 M15.6 4.4 L12.4 7.6 M4.4 15.6 L7.6 12.4"
    " M15.6 15.6 L12.4 12.4",
    "leaf": "M5.4 14.6 C3.2 8.6 7.6 4.6 16.2 4 C16.8 12 12.2 16.6 5.4 14.6 Z"
    " M3.4 16.8 C5.6 13.6 8.2 11.2 11.6 9",
    "warning": "M10 3.2 L17.6 16.4 H2.4 Z M10 8 V11.6",
    "keystone": "M3.6 4 H16.4 L13.8 16 H6.2 Z",
    # how far an action is
    "open": "O10 10 6",
    "half": "O10 10 6",
    "done": "",
    "grip": "",
    "bars": "M7.2 4.6 V15.4 M12.8 4.6 V15.4",
    "pause": "O10 10 8 M8 6.8 V13.2 M12 6.8 V13.2",
}

SOLID: Final[dict[Glyph, str]] = {
    "keystone": ICONS["keystone"],
    "half": "M10 4 C13.31 4 16 6.69 16 10 C16 13.31 13.31 16 10 16 Z",
    "done": "O10 10 7 M5.5 10.4 L6.8 9.1 L8.8 11.1 L13.2 6.7 L14.5 8 L8.8 13.7 Z",
    "help": "O10 14.1 1.05",
    "grip": "O7 4 1.5 O13 4 1.5 O7 10 1.5 O13 10 1.5 O7 16 1.5 O13 16 1.5",
    "warning": "O10 13.9 1",
}
