"""Whatever a link says, only the web and e-mail are ever asked to open."""

import pytest
from PySide6.QtGui import QDesktopServices

from nttp_readiness.ui.widgets.link_content import LinkContent
from nttp_readiness.ui.widgets.prose import Prose


@pytest.mark.parametrize(
    ("address", "opens"),
    [
        ("https://example.org/a?b=c", True), ("mailto:a@example.org", True),
        ("file:///etc/passwd", False), ("//evil/share/a.exe", False), ("javascript:1", False),
        ("\\\\evil\\share\\a.exe", False), ("C:/Windows/system32/calc.exe", False),
        ("smb://evil/share", False), ("https://exa mple.org", False), ("", False),
    ],
)  # fmt: skip
def test_only_the_web_and_e_mail_open(address, opens, look, qtbot, monkeypatch):
    opened = []

    def open_url(url):
        opened.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    words = LinkContent(look, address)
    qtbot.addWidget(words)
    words.open_button.click()
    assert opened == ([address] if opens else [])
    said = " ".join(each.plain() for each in words.findChildren(Prose))
    assert ("asked to open it" in said) == opens
