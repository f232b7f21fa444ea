"""Write the two faces of the screen: the text faces with the signs of ReadinessSigns in them.

A font with a second family for what the first one lacks makes Qt look at every face of the system
before the first word is drawn. So on the screen the signs stand in the text faces themselves;
everything else of those is as it was. Run it again after a change of the three:
python assets/fonts/make_screen_faces.py
It needs fontTools, which the program itself does not.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent


def with_signs(text: TTFont, signs: TTFont) -> TTFont:
    """That text face, and every sign that it lacks, as large as it is drawn beside it."""
    if text["head"].unitsPerEm != signs["head"].unitsPerEm:
        raise SystemExit("The faces are drawn in different units.")
    names = {name: f"sign.{name}" for name in signs.getGlyphOrder()}
    wanted = {code: name for code, name in signs.getBestCmap().items()
              if code not in text.getBestCmap()}  # fmt: skip
    for name in _with_parts(signs, wanted.values()):
        glyph = signs["glyf"][name]
        for part in getattr(glyph, "components", ()):
            part.glyphName = names[part.glyphName]
        text["glyf"][names[name]] = glyph
        text["hmtx"][names[name]] = signs["hmtx"][name]
    for table in text["cmap"].tables:
        if table.isUnicode():
            table.cmap.update({code: names[name] for code, name in wanted.items()})
    text.recalcTimestamp = False
    return text


def _with_parts(signs: TTFont, names: Iterable[str]) -> list[str]:
    """Those glyphs and what they are put together from, each once."""
    waiting, found = list(names), []
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.append(name)
            glyph = signs["glyf"][name]
            waiting += [part.glyphName for part in getattr(glyph, "components", ())]
    return found


if __name__ == "__main__":
    for weight in ("Regular", "Bold"):
        text = TTFont(HERE / f"AtkinsonHyperlegibleNext-{weight}.ttf")
        made = with_signs(text, TTFont(HERE / "ReadinessSigns-Regular.ttf"))
        made.save(HERE / f"Screen-{weight}.ttf")
