"""PySide6 6.12.0 gives away a reference to None with each call that returns nothing."""

import sys

from PySide6.QtCore import QSize


def test_a_thousand_calls_that_return_nothing_cost_no_reference_to_none():
    size = QSize()
    before = sys.getrefcount(None)
    for _ in range(1000):
        size.setWidth(1)
    assert sys.getrefcount(None) > before - 100
