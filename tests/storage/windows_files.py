"""What other programs do to files on Windows, where files are held; nothing of it elsewhere."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

Mover = Callable[[object], None]
"""Moves the place of an account's own things to a folder."""

if sys.platform == "win32":
    import _winapi
    import winreg

    _FOLDERS = r"Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders"
    _LOCAL = ("Local AppData", "{F1B32785-6FBA-4FCF-9D55-7B8E7F157091}")
    """Both names under which Windows looks for the place of an account's own things."""

    @contextlib.contextmanager
    def place_of_ones_own() -> Iterator[Mover]:
        """Lets it be moved as an IT department does, in the registry; it is put back at the end."""
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _FOLDERS, 0, winreg.KEY_ALL_ACCESS) as key:
            before = {}
            for name in _LOCAL:
                with contextlib.suppress(FileNotFoundError):
                    before[name] = winreg.QueryValueEx(key, name)

            def move(to: object) -> None:
                for name in _LOCAL:
                    winreg.SetValueEx(key, name, 0, winreg.REG_EXPAND_SZ, str(to))

            try:
                yield move
            finally:
                for name in _LOCAL:
                    if name in before:
                        value, kind = before[name]
                        winreg.SetValueEx(key, name, 0, kind, value)
                    else:
                        with contextlib.suppress(FileNotFoundError):
                            winreg.DeleteValue(key, name)

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

    def place_of_ones_own() -> contextlib.AbstractContextManager[Mover]:
        raise NotImplementedError

    def held(path: Path) -> contextlib.AbstractContextManager[None]:
        raise NotImplementedError(path)

    def junction(place: Path, target: Path) -> None:
        raise NotImplementedError(place, target)
