"""Text as the system asks for it: size, typeface, and letters, words and lines further apart."""

import pytest
from PySide6.QtGui import QFont, QFontInfo

from nttp_readiness.storage.account import settings
from nttp_readiness.ui.theme.look import FAMILY, TYPE, Look


@pytest.fixture
def back(look):
    """The look for all tests as it was."""
    yield look
    look.set_lettering("own", wide=False)
    look.set_text_size(1.0)


@pytest.mark.parametrize(
    ("platform", "points", "wanted"),
    [("linux", 11, 1.0), ("linux", 22, 2.0), ("win32", 9, 1.0), ("win32", 13.5, 1.5),
     ("darwin", 13, 1.0), ("linux", 8, 1.0), ("linux", 60, 2.0)],
)  # fmt: skip
def test_text_begins_as_large_as_the_system_has_it(qapp, monkeypatch, platform, points, wanted):
    before = qapp.font()
    monkeypatch.setattr("nttp_readiness.ui.theme.look.sys.platform", platform)
    larger = QFont(before)
    larger.setPointSizeF(points)
    qapp.setFont(larger)
    try:
        found = Look(qapp)
        found.set_text_per_cent(settings.Settings().text_size)
        assert found.factor == wanted
        found.set_text_per_cent(125)  # whoever has chosen has chosen
        assert found.factor == 1.25
    finally:
        found.deleteLater()
        qapp.setFont(before)


def test_the_systems_typeface_can_be_had(back):
    assert back.font("body").families()[0] == back.family == FAMILY
    back.set_lettering("system", wide=False)
    assert back.font("body").families()[0] == back.family == back.system_family


@pytest.mark.parametrize("kind", TYPE)
def test_wide_text_has_the_space_that_wcag_names(back, kind):
    back.set_lettering("own", wide=True)
    font = back.font(kind)
    em = QFontInfo(font).pixelSize()
    assert font.letterSpacing() >= 0.12 * em - 0.01
    assert font.wordSpacing() >= 0.16 * em - 0.01
    assert back.line(kind) >= 1.5 * TYPE[kind].points * 96 / 72 - 1


def test_settings_keep_it_and_refuse_what_they_do_not_know(tmp_path, monkeypatch):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path))
    chosen = settings.Settings(typeface="system", wide_text=True, text_size=150)
    settings.save(chosen)
    assert settings.load() == chosen
