"""The faces of the screen hold the signs themselves, and are the text faces in all else."""

import pytest
from PySide6.QtGui import QFont, QRawFont, QTextLayout

from nttp_readiness import resources
from nttp_readiness.ui.theme.look import FAMILY, TYPE

SIGNS = "→←↔✓✔✗☐☑★≤≥▲●◆⟶"
PLAIN = "Hill, 0 to 4: “not sure” – Àé £ & so on"
PAPER_SIGNS = resources.assets() / "fonts" / "ReadinessSigns-Regular.ttf"


@pytest.mark.parametrize("kind", TYPE)
def test_signs_are_drawn_by_the_typeface_itself(look, kind):
    look.set_lettering("own", wide=False)
    font = look.font(kind)
    assert font.families() == [FAMILY]
    layout = QTextLayout(f"{SIGNS} {PLAIN}", font)
    layout.beginLayout()
    layout.createLine().setLineWidth(9999)
    layout.endLayout()
    assert {run.rawFont().familyName() for run in layout.glyphRuns()} == {FAMILY}


@pytest.mark.parametrize("bold", [False, True])
def test_words_are_those_of_the_text_face_and_signs_those_of_the_paper(qapp, bold):
    screen, text, signs = (
        QRawFont(str(path), 1000, QFont.HintingPreference.PreferNoHinting)
        for path in (resources.screen_font(bold), resources.font(bold), PAPER_SIGNS)
    )
    for face, letters in ((text, PLAIN), (signs, SIGNS)):
        for letter in letters:
            here, there = (
                each.pathForGlyph(each.glyphIndexesForString(letter)[0]) for each in (screen, face)
            )
            assert here == there, letter
    assert measures(screen) == measures(text)


def outline(path):
    """In the units of the face, which has a thousand: systems round differently below that."""
    points = [path.elementAt(number) for number in range(path.elementCount())]
    return [(round(point.x), round(point.y), point.type) for point in points]


def measures(face):
    return (
        face.ascent(), face.descent(), face.leading(), face.xHeight(), face.averageCharWidth(),
        face.advancesForGlyphIndexes(face.glyphIndexesForString(PLAIN)),
    )  # fmt: skip
