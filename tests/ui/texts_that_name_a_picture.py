"""A picture of one colour, a text that names it, and one look for that colour in a window."""

import json

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.plain_models import ValidationError

PROBE = QColor(255, 0, 254)
PIXEL = bytes((254, 0, 255, 255))  # blue, green, red, alpha


def tag_in(folder):
    """A text that asks for the picture, which lies in that folder."""
    path = folder / "p.png"
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(PROBE)
    picture.save(str(path))
    return f'<img src="{path.as_posix()}">'


def hostile(assessment, tag):
    """The assessment with the tag in place of every text that may say anything; and how many."""
    body = assessment.model_dump(mode="json")
    put_back = {}

    def replace(node, path=()):
        pairs = node.items() if isinstance(node, dict) else enumerate(node)
        for key, value in list(pairs):
            if isinstance(value, dict | list):
                replace(value, (*path, key))
            elif isinstance(value, str) and not _fits_together((*path, key)):
                put_back[(*path, key)] = value
                node[key] = tag if value or len(path) < 4 else value

    replace(body)
    for _ in range(8):
        try:
            return Assessment.model_validate_json(json.dumps(body)), str(body).count(tag)
        except ValidationError as error:
            places = {_text_at(each["loc"], put_back) for each in error.errors()} - {None}
            if not places:
                raise
            for *above, last in places:  # a code, a date or a kind cannot say anything
                node = body
                for key in above:
                    node = node[key]
                node[last] = put_back[(*above, last)]
    pytest.fail("no document could be made")


def _fits_together(path):
    """Words of the glossary are named elsewhere in the bank, and no two are the same."""
    return "glossary" in path and (path[-1] == "word" or path[-2] == "glossary")


def _text_at(place, put_back):
    """The place of the text that is wrong; an error may name a kind of value after it."""
    while place and place not in put_back:
        place = place[:-1]
    return place or None


def seen(widget):
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return PIXEL in bytes(image.constBits())


def settle():
    for _ in range(4):
        QApplication.processEvents()
