"""The guides as web pages are built by their command, and fetch nothing from elsewhere."""

import re
import subprocess
import sys

import pytest

from nttp_readiness import resources

PAGES = ("guide.html", "facilitators.html", "privacy.html", "decisions/index.html")
ELSEWHERE = re.compile(
    r"<(?:script|link|img|iframe)[^>]+(?:src|href)=\"?(?:https?:)?//(?!www\.w3\.org)[^>]*>"
)


@pytest.mark.long
def test_the_site_is_built_whole_and_asks_no_other_computer(tmp_path):
    made = subprocess.run(
        [sys.executable, "run.py", "site", str(tmp_path / "site")], cwd=resources.root(),
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert made.returncode == 0, made.stdout + made.stderr
    for name in PAGES:
        page = (tmp_path / "site" / name).read_text("utf-8")
        fetched = [each for each in ELSEWHERE.findall(page) if "canonical" not in each]
        assert fetched == []
    assert (tmp_path / "site" / "pictures" / "plan.png").stat().st_size > 10_000
    assert "Come back to this" in (tmp_path / "site" / "guide.html").read_text("utf-8")


def test_what_a_page_would_fetch_is_seen():
    assert ELSEWHERE.search('<link rel="stylesheet" href="https://fonts.example/css">')
    assert ELSEWHERE.search("<script src=//cdn.example/a.js></script>")
    assert not ELSEWHERE.search('<a href="https://example.org">there</a>')
