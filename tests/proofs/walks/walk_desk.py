"""A screen, a window manager, a mouse and a keyboard of their own, and the program on them."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Self

from tests.proofs.conftest import ROOT

NEEDED = ("Xvfb", "openbox", "xdotool")
PROGRAM = Path(__file__).parent / "walk_program.py"
PATIENCE = 40.0
SETTLED = 0.25
"""Seconds after a key or click in which the program does what follows from it."""


def missing() -> list[str]:
    """Which of the tools are not on this computer."""
    return [each for each in NEEDED if shutil.which(each) is None]


class LostError(AssertionError):
    """What a person looks for is not there."""


class Desk:
    """One person before one screen. `home` is empty at first, as on a new computer."""

    def __init__(
        self,
        home: Path,
        size: tuple[int, int] = (911, 472),
        *,
        plant: str = "",
        scale: float = 1.0,
        pictures: Path | None = None,
    ) -> None:
        self.home, self._size, self._plant, self._scale = home, size, plant, scale
        self._pictures, self._number = pictures, 0
        self._running: list[subprocess.Popen[bytes]] = []
        self._eyes = home / "eyes"
        self._beside: tuple[subprocess.Popen[bytes] | None, Path] | None = None
        """Another window of the program, with its eyes."""
        self.program: subprocess.Popen[bytes] | None = None
        self.env: dict[str, str] = {}

    def __enter__(self) -> Self:
        for each in ("config", "data", "cache", "runtime", "Documents"):
            (self.home / each).mkdir(parents=True, exist_ok=True, mode=0o700)
        (self.home / "config" / "user-dirs.dirs").write_text(
            'XDG_DOCUMENTS_DIR="$HOME/Documents"\n'
        )
        self.env = {
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
            "HOME": str(self.home),
            "LANG": "C.UTF-8",
            "XDG_RUNTIME_DIR": str(self.home / "runtime"),
            "XDG_CONFIG_HOME": str(self.home / "config"),
            "XDG_DATA_HOME": str(self.home / "data"),
            "XDG_CACHE_HOME": str(self.home / "cache"),
            "QT_QPA_PLATFORM": "xcb",
            "QT_SCALE_FACTOR": str(self._scale),
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "1",
            "WALK_PLANT": self._plant,
        }
        self.env["DISPLAY"] = self._screen()
        self._running.append(
            subprocess.Popen(["openbox", "--sm-disable"], env=self.env, stderr=subprocess.DEVNULL)
        )
        time.sleep(0.5)
        return self

    def _screen(self) -> str:
        """A screen of that size, by its name."""
        seen, written = os.pipe()
        width, height = self._size
        self._running.append(
            subprocess.Popen(
                ["Xvfb", "-displayfd", str(written), "-screen", "0", f"{width}x{height}x24",
                 "-nolisten", "tcp", "-noreset", "+extension", "RANDR"],
                pass_fds=(written,), stderr=subprocess.DEVNULL,
            )
        )  # fmt: skip
        os.close(written)
        with os.fdopen(seen) as numbers:
            return f":{numbers.readline().strip()}"

    def __exit__(self, *_what: object) -> None:
        for program in (self.program, self._beside and self._beside[0]):
            if program is not None and program.poll() is None:
                program.kill()
                program.wait()
        for each in reversed(self._running):
            each.terminate()
            each.wait()

    # ---- the program

    def start(self, *arguments: str) -> None:
        """Start the program and wait until its window can be worked with."""
        self._eyes.unlink(missing_ok=True)
        with (self.home / "program.log").open("ab") as log:
            self.program = subprocess.Popen(
                [sys.executable, str(PROGRAM), *arguments],
                env={**self.env, "WALK_EYES": str(self._eyes)},
                cwd=self.home, stdout=log, stderr=log,
            )  # fmt: skip
        self.wait(lambda: self.ask("frame")["active"], "the window")
        time.sleep(2 * SETTLED)

    def start_beside(self, *arguments: str) -> None:
        """Start the program once more; from now on this window is worked in."""
        self._beside = (self.program, self._eyes)
        self._eyes = self.home / "eyes of another"
        self.start(*arguments)

    def change_window(self) -> None:
        """Turn to the other window of the program."""
        assert self._beside is not None
        (self.program, self._eyes), self._beside = self._beside, (self.program, self._eyes)
        assert self.program is not None
        self._do(
            "search", "--onlyvisible", "--pid", str(self.program.pid), "--name", "NTTP Readiness",
            "windowactivate", "--sync",
        )  # fmt: skip
        self.wait(lambda: self.ask("frame")["active"], "the other window")

    def change_to_what_is_left(self) -> None:
        """The window that was worked in has closed; the other one is there."""
        self.change_window()
        self._beside = None

    def end_by(self, number: signal.Signals) -> None:
        """The system ends the program: log-off, shutdown."""
        assert self.program is not None
        self.program.send_signal(number)

    def kill(self) -> None:
        """The battery is empty."""
        assert self.program is not None
        self.program.send_signal(signal.SIGKILL)
        self.program.wait()

    def ended(self) -> bool:
        """Whether the program ends by itself now."""
        assert self.program is not None
        try:
            return self.program.wait(PATIENCE) == 0
        except subprocess.TimeoutExpired:
            return False

    def ask(self, what: str, **more: Any) -> Any:
        """What the eyes say."""
        assert self.program is not None
        if self.program.poll() is not None:
            log = (self.home / "program.log").read_text(errors="replace")[-2000:]
            raise LostError(f"the program ended: {log}")
        with (
            contextlib.suppress(FileNotFoundError, ConnectionError),
            socket.socket(socket.AF_UNIX) as talk,
        ):
            talk.settimeout(PATIENCE)
            talk.connect(str(self._eyes))
            with talk.makefile("rw") as file:
                file.write(json.dumps({"what": what, **more}) + "\n")
                file.flush()
                return json.loads(file.readline())
        return {"active": False, "name": "", "text": "", "title": ""} if what != "find" else []

    def wait(self, is_so: Callable[[], Any], what: str, patience: float = PATIENCE) -> Any:
        """Wait until it is so. Raises LostError."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            found = is_so()
            if found:
                return found
            time.sleep(0.1)
        raise LostError(f"{what} did not come; seen: {self.seen()[:600]}")

    def seen(self) -> str:
        """Every text on the screen."""
        return str(self.ask("said"))

    def picture(self, name: str) -> None:
        """What stands on the screen, for people to look at later."""
        if self._pictures is None:
            return
        self._number += 1
        self._pictures.mkdir(parents=True, exist_ok=True)
        file = self._pictures / f"{self._number:02}-{name.replace(' ', '-')[:60]}.png"
        subprocess.run(["import", "-window", "root", str(file)], env=self.env, check=False)

    # ---- hands

    def _do(self, *what: str) -> None:
        subprocess.run(["xdotool", *what], env=self.env, check=True, timeout=PATIENCE)
        time.sleep(SETTLED)

    def keys(self, *keys: str) -> None:
        """Press these, one after the other."""
        for each in keys:
            self._do("key", "--clearmodifiers", each)

    def type(self, text: str) -> None:
        """Type a text."""
        self._do("type", "--clearmodifiers", "--delay", "20", text)

    def click(self, name: str, kind: str = "", *, times: int = 1) -> None:
        """Click on what has that name; the page is scrolled until it is there."""
        x, y = self.point(name, kind)
        self._do("mousemove", str(x), str(y))
        self._do("click", "--repeat", str(times), "--delay", "120", "1")

    def drag_to(self, name: str, kind: str = "") -> None:
        """Drag what lies at the top left of the screen onto that."""
        x, y = self.point(name, kind)
        self._do("mousemove", "20", "20")
        self._do("mousedown", "1")
        for step in range(1, 9):
            self._do("mousemove", str(20 + (x - 20) * step // 8), str(20 + (y - 20) * step // 8))
        self._do("mouseup", "1")

    def wheel_over(self, name: str, kind: str, turns: int) -> None:
        """Turn the wheel over it."""
        x, y = self.point(name, kind)
        self._do("mousemove", str(x), str(y))
        self._do("click", "--repeat", str(turns), "--delay", "30", "5")

    def point(self, name: str, kind: str = "") -> tuple[int, int]:
        """Where to click. Raises LostError where it is not to be found by scrolling either."""
        self.wait(lambda: self.ask("find", name=name, kind=kind), f"“{name}”", 15)
        for _ in self._scrolling(name, kind):
            found = self.ask("find", name=name, kind=kind)
            if found and found[0]["seen"]:
                x, y, width, height = found[0]["at"]
                return x + min(width // 2, 120), y + height // 2
        raise LostError(f"“{name}” cannot be scrolled to")

    def _scrolling(self, name: str, kind: str) -> Iterator[None]:
        yield
        for _ in range(40):
            found = self.ask("find", name=name, kind=kind)
            if found and not found[0]["seen"]:
                width, height = self._size
                self._do("mousemove", str(int(width * 0.55)), str(height // 2))
                self._do("click", "4" if found[0]["above"] else "5")
            yield

    def tab_to(self, name: str, *, most: int = 60, key: str = "Tab") -> None:
        """Press Tab until that has the focus. Raises LostError."""
        for _ in range(most):
            if name in str(self.ask("focus")["name"]):
                return
            self.keys(key)
        raise LostError(f"Tab does not lead to “{name}”")
