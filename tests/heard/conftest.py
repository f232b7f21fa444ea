"""Nothing is heard without a screen reader, and nothing passes for heard without one."""

import sys

import pytest

from tests.heard.listening import missing


@pytest.fixture(scope="session")
def reader():
    """A screen reader can be started here, or the test fails with what to install."""
    if lacking := missing():
        pytest.fail(
            "Nothing can be heard here without " + ", ".join(lacking) + ". `python3 run.py test` "
            "installs them where it may; else run once: sudo apt-get install " + " ".join(lacking)
        )


def pytest_collection_modifyitems(items):
    if sys.platform == "linux":
        return
    for item in items:
        if "reader" in getattr(item, "fixturenames", ()):
            item.add_marker(
                pytest.mark.skip(reason="Orca, and the screen it is given, are Linux's")
            )
