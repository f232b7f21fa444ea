"""What other programs do to files on Windows, where files are held; nothing of it elsewhere."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path

if sys.platform == "win32":
    import _winapi

    @contextlib.contextmanager
    def held(path: Path) -> Iterator[None]:
        """Opened by somebody who shares it with nobody, as some viewers and scanners do."""
        read, nobody, existing = 0x80000000, 0, 3
        handle = _winapi.CreateFile(str(path), read, nobody, 0, existing, 0, 0)
        try:
            yield
        finally:
            _winapi.CloseHandle(handle)

    def junction(place: Path, target: Path) -> None:
        """Make `place` a junction to a folder. Raises OSError where the system makes none."""
        _winapi.CreateJunction(str(target), str(place))
else:

    def held(path: Path) -> contextlib.AbstractContextManager[None]:
        raise NotImplementedError(path)

    def junction(place: Path, target: Path) -> None:
        raise NotImplementedError(place, target)
