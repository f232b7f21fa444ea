"""A place is told from its text alone: a page, a file, another computer, or words."""

import pytest

from nttp_readiness.typed.places import page_address, place_kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", ""), ("  ", ""),
        ("https://example.org/a?b=c", "page"), ("HTTP://intranet/minutes", "page"),
        ("www.example.org/a", "page"), ("mailto:a@example.org", "page"),
        (r"\\server\share\a.docx", "network"), ("//server/share/a.docx", "network"),
        (r"\\?\UNC\server\share\a", "network"), ("smb://server/a", "network"),
        ("file://server/a.docx", "network"), ("file:///etc/passwd", "network"),
        ("javascript:alert(1)", "network"), ("ms-word:ofe|u|https://example.org", "network"),
        (r"C:\Users\Morag\a.docx", "file"), ("S:/policies/", "file"), ("/home/morag/a.ods", "file"),
        ("Minutes/2026-06 board.pdf", "file"), ("a.pdf", "file"),
        ("The blue folder in the office", "words"), ("Shelf 3", "words"),
        ("Ask Morag: she has it", "words"), ("https://exa mple.org is down", "words"),
    ],
)  # fmt: skip
def test_what_a_place_is(text, kind):
    assert place_kind(text) == kind


def test_a_page_without_its_beginning_is_understood():
    assert page_address(" www.example.org ") == "https://www.example.org"
    assert page_address("http://a.example") == "http://a.example"
