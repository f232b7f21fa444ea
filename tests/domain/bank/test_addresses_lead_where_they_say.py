"""An address of a bank leads to the web or to an e-mail, and can be read as what it is."""

import pytest

from nttp_readiness.domain.checked_value import WebAddress
from nttp_readiness.plain_models import TypeAdapter, ValidationError

READ = TypeAdapter(WebAddress).validate_python


@pytest.mark.parametrize(
    "address",
    [
        "https://www.gov.scot", "https://example.org/a/b?c=d&e=f#g", "https://example.org:8443/",
        "https://example.org/a(b)/[c]", "mailto:somebody@example.org?subject=a%20b",
    ],
)  # fmt: skip
def test_an_address_of_the_web_or_of_an_e_mail_is_taken(address):
    assert READ(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org", "file:///etc/passwd", "javascript:alert(1)", "data:text/html,x",
        "\\\\evil\\share", "//evil/share", "https:\\\\evil\\share", "https:///etc/passwd",
        "https://www.gov.scot@evil.example/", "https://name:word@evil.example/",
        "https://www.gov.scot\\@evil.example/", "https://\u0430pple.com",
        "https://example.org/\u202egnp.exe", "https://example.org/\0", "https://example.org/a b",
        "https://example.org/\n", "https://example.org/<img>", "https://", "mailto:",
        "smb://evil/share", "https://example.org/" + "x" * 300,
    ],
)  # fmt: skip
def test_nothing_else_is(address):
    with pytest.raises(ValidationError):
        READ(address)
