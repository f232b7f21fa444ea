"""Two monitors for a workshop: a virtual screen that is a laptop's and a projector's."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
from pathlib import Path
from typing import Self

ROOT = Path(__file__).parents[3]
NEEDED = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "xrandr": "x11-xserver-utils",
    "xset": "x11-xserver-utils",
}
PROJECTOR = (1920, 1080)


def missing() -> list[str]:
    """The Debian packages without which there is no room."""
    return sorted({package for tool, package in NEEDED.items() if not shutil.which(tool)})


class Screens:
    """Use it as a context. `laptop` is the size of the facilitator's screen, beside a projector
    that is the first screen, as it often is. What runs there is told `env`.
    """

    def __init__(self, laptop: tuple[int, int], env: dict[str, str]) -> None:
        self.laptop = laptop
        self.env = env
        self._running: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Self:
        read, write = os.pipe()
        screen = [
            "Xvfb", "-displayfd", str(write), "-noreset", "-nolisten", "tcp",
            "-screen", "0", f"{PROJECTOR[0] + 1280}x1200x24",
        ]  # fmt: skip
        self._running.append(subprocess.Popen(screen, pass_fds=[write], stderr=subprocess.DEVNULL))
        os.close(write)
        with os.fdopen(read) as told:
            display = f":{told.readline().strip()}"
        self.env = {**os.environ, **self.env, "DISPLAY": display}
        self.env.pop("WAYLAND_DISPLAY", None)
        self.run("xset", "r", "off")
        self._monitor("laptop", (PROJECTOR[0], 0, *self.laptop), "screen")
        self.two_screens()
        self._running.append(subprocess.Popen(["openbox"], env=self.env, stderr=subprocess.DEVNULL))
        return self

    def __exit__(self, *_: object) -> None:
        for each in reversed(self._running):
            each.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                each.wait(10)

    def run(self, *command: str) -> str:
        """Run a tool on that screen."""
        done = subprocess.run(command, env=self.env, capture_output=True, text=True, check=True)
        return done.stdout

    def _monitor(self, name: str, box: tuple[int, int, int, int], output: str) -> None:
        x, y, wide, high = box
        self.run("xrandr", "--setmonitor", name, f"{wide}/300x{high}/200+{x}+{y}", output)

    def two_screens(self) -> None:
        """The projector at the left, the laptop at the right of it."""
        self._unplug()
        self._monitor("projector", (0, 0, *PROJECTOR), "none")

    def pull_the_cable(self) -> None:
        """The projector is gone."""
        self._unplug()

    def _unplug(self) -> None:
        if "projector" in self.run("xrandr", "--listmonitors"):
            self.run("xrandr", "--delmonitor", "projector")

    def mirror(self) -> None:
        """The projector shows what the laptop does."""
        self._unplug()
        self._monitor("projector", (PROJECTOR[0], 0, *self.laptop), "none")
