"""A heading is one for a reader, with how deep it stands."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface

from nttp_readiness.ui.widgets.prose import LEVELS, Prose


@pytest.mark.parametrize(("kind", "level"), LEVELS.items())
def test_its_level_is_told(look, put, face, kind, level):
    heading = Prose(look, "A heading", kind)
    put(heading)
    told = QAccessibleInterface.attributesInterface(face(heading))
    assert face(heading).role() == QAccessible.Role.Heading
    assert told.attributeValue(QAccessible.Attribute.Level) == level


def test_other_text_has_none(look, put, face):
    text = Prose(look, "A sentence.")
    put(text)
    assert face(text).role() != QAccessible.Role.Heading
