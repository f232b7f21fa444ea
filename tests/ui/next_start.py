"""What the next start of the program would find of this one's work."""

import pytest

from nttp_readiness.storage.keeping import recovery, window_marks


def recoverable():
    """By then no window of this program is open any more."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(window_marks, "is_open", lambda _mark: False)
        return recovery.recoverable()
