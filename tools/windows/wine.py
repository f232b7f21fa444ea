"""Wine folders ("prefixes"): a small Windows each, with a home, settings and disks of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path, PureWindowsPath

from .debian_folder import fill, program
from .places import DEBIAN, PREFIXES, say

HERE = Path(__file__).resolve().parent
NOT_OURS = ("PYTHON", "QT_", "XDG_", "WINE", "LC_", "LD_", "DBUS_", "NTTP_READINESS_")
"""Beginnings of names in the environment that belong to this machine."""


class Prefix:
    """One small Windows."""

    def __init__(self, name: str) -> None:
        self.folder = PREFIXES / name
        self.disk = self.folder / "drive_c"

    @property
    def home(self) -> Path:
        """The folder of the person inside."""
        return next(each for each in (self.disk / "users").iterdir() if each.name != "Public")

    def make(self, *, fresh: bool = False) -> Prefix:
        """Make it where it is not there yet, or anew; as a copy of one that was never used."""
        fill()
        if fresh:
            self.remove()
        if not self.disk.exists():
            pattern = Prefix("pattern")
            if self.folder != pattern.folder:
                pattern.make()
                copy_tree(pattern.folder, self.folder)
            else:
                self.first_start()
        return self

    def first_start(self) -> None:
        say("Starting Wine for the first time")
        (self.folder / "home").mkdir(parents=True)
        self.wine("wineboot", "--init", check=True)
        self.end()
        lay_stand_in(self.disk / "windows/system32/icuuc.dll")

    def set_variable(self, name: str, value: str) -> None:
        """Set a variable of the environment inside: Wine hands on none that begins with QT_."""
        entry = ("/v", name, "/t", "REG_SZ", "/d", value, "/f")
        self.wine("reg", "add", r"HKCU\Environment", *entry, capture=True, check=True)

    def drive(self, letter: str) -> Path:
        """The top folder of one more drive, which is made."""
        folder = self.folder / f"drive_{letter}"
        folder.mkdir()
        (self.folder / f"dosdevices/{letter}:").symlink_to(folder)
        return folder

    def remove(self) -> None:
        if self.folder.exists():
            self.end()
            shutil.rmtree(self.folder)

    def environment(self, **more: str) -> dict[str, str]:
        """What is set for a program inside; nothing of this account's own settings."""
        mine = {
            name: value for name, value in os.environ.items()
            if not name.startswith(NOT_OURS) and name not in {"DISPLAY", "TMP", "TEMP", "TMPDIR"}
        }  # fmt: skip
        return {
            **mine,
            "HOME": str(self.folder / "home"),
            "XDG_RUNTIME_DIR": str(self.folder / "home"),
            "LANG": "C.UTF-8",
            "WINEPREFIX": str(self.folder),
            "WINELOADER": str(DEBIAN / "usr/lib/wine/wine64"),
            "WINESERVER": str(DEBIAN / "usr/lib/wine/wineserver64"),
            "WINEDEBUG": "-all",
            # Neither a browser nor menus of this machine are touched, nor asked about.
            "WINEDLLOVERRIDES": "mscoree,mshtml,winemenubuilder.exe=",
            **more,
        }

    def wine(
        self,
        *command: object,
        check: bool = False,
        capture: bool = False,
        cwd: Path | None = None,
        timeout: float | None = None,
        **more: str,
    ) -> subprocess.CompletedProcess[str]:
        """Run a Windows program to its end; it gets a real standard input that never speaks."""
        silent, never_written = os.pipe()
        try:
            return subprocess.run(
                [self.loader, *map(str, command)],
                check=check, env=self.environment(**more), cwd=cwd, stdin=silent, timeout=timeout,
                stdout=subprocess.PIPE if capture else None,
                stderr=subprocess.STDOUT if capture else None,
                encoding="utf-8", errors="replace",
            )  # fmt: skip
        finally:
            os.close(silent)
            os.close(never_written)

    @property
    def loader(self) -> Path:
        return DEBIAN / "usr/lib/wine/wine64"

    def start(self, *command: object, without_network: bool = False, **more: str) -> None:
        """Ask the system to open a program or a file, as a double click does, and go on."""
        around = no_network() if without_network else []
        subprocess.Popen(
            [*around, self.loader, "start", "/unix", *map(str, command)],
            env=self.environment(**more), stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def end(self) -> None:
        """End every program inside, and wait until all is written."""
        for ask in ("--kill", "--wait"):
            subprocess.run(
                [DEBIAN / "usr/lib/wine/wineserver64", ask],
                check=False, env=self.environment(), capture_output=True,
            )  # fmt: skip


def no_network() -> list[str]:
    """Beginning of a command that then sees no network; empty where that is not allowed here."""
    for way in (["unshare", "--net"], ["unshare", "--map-root-user", "--net"]):
        if not subprocess.run([*way, "true"], check=False, capture_output=True).returncode:
            return way
    return []


def windows_path(path: Path) -> PureWindowsPath:
    """A path of this machine as Windows programs see it."""
    return PureWindowsPath("Z:" + str(path.resolve()).replace("/", "\\"))


def copy_tree(source: Path, target: Path) -> None:
    """Copy a prefix; its large system libraries, which nothing writes into, as second names."""

    def copy(old: str, new: str) -> None:
        if "/drive_c/windows/" in old and Path(old).suffix in {".dll", ".exe", ".drv", ".sys"}:
            os.link(old, new)
        else:
            shutil.copy2(old, new)

    shutil.copytree(source, target, symlinks=True, copy_function=copy)


def lay_stand_in(target: Path) -> None:
    """Assemble the library of the system that Qt looks for and Wine has not."""
    objects = target.with_suffix(".o")
    for command in (
        ("bin/x86_64-w64-mingw32-as", "-o", objects, HERE / "icuuc.s"),
        ("bin/x86_64-w64-mingw32-ld.bfd", "-shared", "-e", "0", "-o", target, objects,
         HERE / "icuuc.def"),
    ):  # fmt: skip
        subprocess.run([program(command[0]), *command[1:]], check=True)
    objects.unlink()
