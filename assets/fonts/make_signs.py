"""Write ReadinessSigns-Regular.ttf: the signs of everyday writing that the two text faces lack.

≤ and ≥, arrows, ticks and boxes, stars and bullets, numbers in circles, out of Noto Sans Math, Noto
Sans Symbols 2 and Noto Sans Symbols (all under the SIL Open Font Licence), with their blocks whole,
so that their kin are there. Run it again after a change of the sources:
python assets/fonts/make_signs.py MATH.ttf SYMBOLS2.ttf SYMBOLS.ttf
It needs fontTools, which the program itself does not.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from fontTools import merge, subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
NAME = "Readiness Signs"
MATH = (range(0x20, 0x21), range(0x2190, 0x2200), range(0x2200, 0x2300), range(0x27F0, 0x2800))
"""The space between signs, arrows, operators, long arrows."""
SYMBOLS = (range(0x2500, 0x2600), range(0x2600, 0x27C0), range(0x2B00, 0x2C00))
"""Lines, blocks and shapes; signs and dingbats; further arrows and stars."""
MORE = (range(0x2150, 0x2190), range(0x2300, 0x2400), range(0x2460, 0x2500), range(0x2900, 0x2980))
"""Numbers, technical signs as the hourglass is, letters and numbers in circles, curved arrows."""
STAND_INS = {0x2705: 0x2714, 0x274C: 0x2716}
"""The tick and the cross that telephones offer first, which only faces in colours have."""


def part(source: Path, blocks: tuple[range, ...], but: set[int]) -> TTFont:
    """The characters of these blocks that the face has, without those of `but`."""
    face = TTFont(source)
    wanted = {code for block in blocks for code in block if code in face.getBestCmap()} - but
    options = subset.Options(layout_features=[], notdef_outline=True, hinting=False)
    options.name_IDs = [0, 13, 14]
    options.drop_tables += ["MATH", "GSUB", "GPOS", "GDEF"]
    maker = subset.Subsetter(options)
    maker.populate(unicodes=wanted)
    maker.subset(face)
    return face


def main(math: Path, symbols: Path, more: Path) -> None:
    """Put all parts into one face."""
    blocks, parts, codes = (*MATH, *SYMBOLS, *MORE), [], set()
    for source, wanted in ((math, (*MATH, *MORE)), (symbols, blocks), (more, blocks)):
        parts.append(part(source, wanted, codes))
        codes |= set(parts[-1].getBestCmap())
    with tempfile.TemporaryDirectory() as folder:
        paths = [str(Path(folder) / f"{number}.ttf") for number in range(len(parts))]
        for face, path in zip(parts, paths, strict=True):
            face.save(path)
        made = merge.Merger().merge(paths)
    for table in made["cmap"].tables:
        table.cmap |= {code: table.cmap[other] for code, other in STAND_INS.items()}
    for name_id, text in ((1, NAME), (2, "Regular"), (4, NAME), (6, "ReadinessSigns-Regular")):
        made["name"].setName(text, name_id, 3, 1, 0x409)
    made["head"].created = made["head"].modified = 0
    made.recalcTimestamp = False
    made.save(HERE / "ReadinessSigns-Regular.ttf")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
