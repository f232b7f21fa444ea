"""A screen that nobody sees, for windows that are drawn and clicked for real."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .places import SetUpError

SOCKETS = Path("/tmp/.X11-unix")  # noqa: S108 - where X servers are, on every system
NUMBERS = range(40, 60)
TOOLS = ("Xvfb", "openbox", "xdotool", "import", "xrandr")


@contextmanager
def screen(size: str = "1280x800", *, manager: bool = False, halves: bool = False) -> Iterator[str]:
    """Name of a screen that lasts as long as it is used, with a window manager if wanted; in
    halves it is two that stand side by side.
    """
    missing = [each for each in TOOLS if not shutil.which(each)]
    if missing:
        raise SetUpError(f"A screen that nobody sees needs {', '.join(missing)}.")
    server, name = start(size)
    manages = None
    try:
        if halves:
            split(name, size)
        if manager:
            manages = subprocess.Popen(
                ["openbox"], env={"DISPLAY": name, "PATH": "/usr/bin:/bin", "HOME": "/nonexistent"},
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )  # fmt: skip
            time.sleep(0.5)
        yield name
    finally:
        for each in (manages, server):
            if each is not None:
                each.terminate()
                each.wait()


def split(name: str, size: str) -> None:
    """Tell programs of two screens, each of half the width."""
    width, height = map(int, size.split("x"))
    half = width // 2
    for place, (screen_name, output) in enumerate((("left", "screen"), ("right", "none"))):
        where = f"{half}/{half // 4}x{height}/{height // 4}+{place * half}+0"
        subprocess.run(
            ["xrandr", "-d", name, "--setmonitor", screen_name, where, output],
            check=True, capture_output=True,
        )  # fmt: skip


def start(size: str) -> tuple[subprocess.Popen[bytes], str]:
    """A server of the first number that no other has."""
    for number in NUMBERS:
        socket = SOCKETS / f"X{number}"
        if socket.exists():
            continue
        server = subprocess.Popen(
            ["Xvfb", f":{number}", "-screen", "0", f"{size}x24", "-noreset", "-nolisten", "tcp"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        deadline = time.monotonic() + 20
        while server.poll() is None and time.monotonic() < deadline:
            if socket.exists():
                return server, f":{number}"
            time.sleep(0.05)
        server.kill()
    raise SetUpError("No screen that nobody sees could be started.")
