"""Screens as they change under a real window: another size, a scaling of 150 %, a remote session.

The window system is one that takes other sizes while it runs, as a dock, a projector or a remote
session does to it.
"""

from __future__ import annotations

import shutil
import subprocess
import time
from pathlib import Path

import pytest

from tests.proofs.conftest import Row
from tests.proofs.walks.walk import Walk
from tests.proofs.walks.walk_desk import Desk, LostError, missing

NEEDED = [each for each in ("Xvnc", "xrandr") if shutil.which(each) is None] + missing()
pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(bool(NEEDED), reason=f"not on this computer: {', '.join(NEEDED)}"),
]
SIZES = (
    (1920, 1080), (1366, 768), (911, 472), (2560, 1440), (1024, 600), (3840, 1080), (800, 600),
)  # fmt: skip
"""A dock, a laptop, it at 150 %, a large screen, a small one, a wide one, a remote session."""


class ChangingDesk(Desk):
    """A desk whose screen can be given another size."""

    def _screen(self) -> str:
        places = Path("/tmp/.X11-unix")  # where X has them
        number = next(n for n in range(140, 200) if not (places / f"X{n}").exists())
        width, height = self._size
        self._running.append(
            subprocess.Popen(
                ["Xvnc", f":{number}", "-geometry", f"{width}x{height}", "-depth", "24",
                 "-SecurityTypes", "None", "-localhost", "-rfbport", "-1",
                 "-rfbunixpath", str(self.home / "screen")],
                stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            )
        )  # fmt: skip
        time.sleep(1.5)
        return f":{number}"

    def resize(self, width: int, height: int) -> None:
        """Give the screen another size."""
        name = f"{width}x{height}"
        timing = [str(each) for each in (width, width + 8, width + 16, width + 24)]
        timing += [str(each) for each in (height, height + 2, height + 4, height + 8)]
        for command in (
            ["--newmode", name, "50", *timing],
            ["--addmode", "VNC-0", name],
            ["--output", "VNC-0", "--mode", name],
        ):
            subprocess.run(
                ["xrandr", *command], env=self.env, check=False, stderr=subprocess.DEVNULL
            )
        time.sleep(2.0)  # until the window system has said all of it, and the window has moved


def through_all_sizes(home, scale, plant=""):
    """Where the frame was not on the screen, of all sizes in their order and back."""
    home.mkdir()
    faults, tried = [], 0
    with ChangingDesk(home, SIZES[0], scale=scale, plant=plant) as desk:
        desk.start()
        walk = Walk(desk)
        for width, height in (*SIZES, *reversed(SIZES)):
            desk.resize(width, height)
            tried += 1
            try:
                walk.on_screen()
            except (AssertionError, LostError) as fault:
                faults.append(f"{width} x {height} at {scale}: {fault}")
        desk.keys("ctrl+q")
        assert desk.ended()
        for width, height in (SIZES[2], SIZES[3], SIZES[6]):  # and the next start on another screen
            desk.resize(width, height)
            desk.start()
            tried += 1
            try:
                walk.on_screen()
            except (AssertionError, LostError) as fault:
                faults.append(f"started at {width} x {height}, {scale}: {fault}")
            desk.keys("ctrl+q")
            assert desk.ended()
    return tried, faults


def test_the_whole_frame_is_on_whatever_screen_there_is(tmp_path, prove):
    tried = 0
    faults: list[str] = []
    for scale in (1.0, 1.5):
        more, found = through_all_sizes(tmp_path / f"scale-{scale}", scale)
        tried, faults = tried + more, faults + found
    plant = "the_title_bar_is_above_the_screen"
    _, control = through_all_sizes(tmp_path / "planted", 1.0, plant)
    assert faults == []
    prove(Row("screens that change", tried, len(faults), 0, 0, len(control)))
