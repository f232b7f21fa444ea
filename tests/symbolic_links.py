"""Symbolic links, where the system makes them and follows them."""

import pytest


def link_to(place, target):
    """Make `place` a link to a file. A system that makes none, or shows it otherwise, has no
    such case to try: Windows wants a right for it, and Wine does not follow them.
    """
    try:
        place.symlink_to(target)
    except OSError:
        pytest.skip("this account may make no symbolic links")
    if not place.is_symlink() or not place.exists():
        pytest.skip("this system (Wine) follows no symbolic links")
