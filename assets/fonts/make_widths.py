"""Write widths.json: how wide each character of the two fonts is, in thousandths of the size.

Run it again after a change of the fonts: python assets/fonts/make_widths.py
"""

from __future__ import annotations

import json
from pathlib import Path

from reportlab.pdfbase.ttfonts import TTFontFile

HERE = Path(__file__).resolve().parent


def widths(cut: str) -> dict[str, float]:
    """The width of every character of the font's Regular or Bold; "" is one that it lacks."""
    face = TTFontFile(str(HERE / f"AtkinsonHyperlegibleNext-{cut}.ttf"))
    known = {chr(code): wide for code, wide in sorted(face.charWidths.items()) if code != 0xFFFF}
    return {"": face.defaultWidth} | known


def table() -> str:
    """The whole file, one font a line, so that a change of one font shows as one line."""
    lines = [
        f'"{name}": {json.dumps(widths(name.capitalize()), separators=(",", ":"))}'
        for name in ("regular", "bold")
    ]
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    (HERE / "widths.json").write_text(table(), encoding="utf-8")
