"""Hands and eyes for a workshop, on two monitors: the real program, xdotool.

Every step is done by mouse or keyboard from outside; `Room.look` only says what is to be seen.
"""

from __future__ import annotations

import contextlib
import json
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from tests.proofs.workshop.room_screens import PROJECTOR, ROOT, Screens

PROGRAM = Path(__file__).with_name("room_program.py")
PATIENCE = 60.0


class WentWrongError(AssertionError):
    """A step that did not lead where it should, or a protection that did not hold."""


class Room(Screens):
    """The program on two screens. Use it as a context."""

    def __init__(
        self,
        folder: Path,
        laptop: tuple[int, int] = (1280, 800),
        *,
        plant: str = "",
        pictures: Path | None = None,
        settings: dict[str, object] | None = None,
    ) -> None:
        home = folder / "home"
        super().__init__(
            laptop,
            {
                "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "xcb", "ROOM_PLANT": plant,
                "NTTP_READINESS_HOME": str(home), "HOME": str(folder),
            },
        )  # fmt: skip
        self.folder, self.pictures = folder, pictures
        self.steps = 0
        self.tried_keys = 0
        home.mkdir(parents=True, exist_ok=True)
        if settings:
            (home / "settings").mkdir(exist_ok=True)
            (home / "settings" / "settings.json").write_text(json.dumps(settings))
        self.program: subprocess.Popen[bytes] | None = None
        self._talk: Any = None

    def __exit__(self, *what: object) -> None:
        self.kill()
        self._hang_up()
        super().__exit__(*what)

    # ---- the program

    def start(self, *arguments: str) -> None:
        """Start the program, and wait until its window is there on the laptop."""
        place = self.folder / "socket"
        place.unlink(missing_ok=True)
        with (self.folder / "program.log").open("ab") as log:
            self.program = subprocess.Popen(
                [sys.executable, str(PROGRAM), str(place), *arguments], env=self.env, stderr=log,
                stdout=log,
            )  # fmt: skip
        self._connect(place)
        self.until(lambda: any(each["parts"] for each in self.look()["windows"]), "no window came")
        self.to_the_laptop()

    def to_the_laptop(self) -> None:
        """Move the main window to the facilitator's own screen, as one would."""
        found: list[str] = []

        def has_come() -> bool:
            with contextlib.suppress(subprocess.CalledProcessError):
                told = self.run("xdotool", "search", "--onlyvisible", "--pid", str(self._pid()))
                found[:] = told.split()
            return bool(found)

        self.until(has_come, "no window can be seen")
        wide, high = self.laptop
        for window in found:
            with contextlib.suppress(subprocess.CalledProcessError):
                self.run(
                    "xdotool", "windowmove", window, str(PROJECTOR[0]), "0",
                    "windowsize", window, str(wide), str(high - 24),
                )  # fmt: skip
        self.settle()

    def kill(self) -> None:
        """The battery is empty: no word of warning."""
        if self.program is not None:
            self.program.send_signal(signal.SIGKILL)
            self.program.wait()
            self.program = None

    def end_with(self, key: str) -> None:
        """A key that closes the program, which ends well by itself."""
        assert self.program is not None
        self._xdotool("key", key)
        self.steps += 1
        status = self.program.wait(PATIENCE)
        self.program = None
        if status:
            raise WentWrongError(f"The program ended with {status}.")

    def _pid(self) -> int:
        assert self.program is not None
        return self.program.pid

    def _hang_up(self) -> None:
        """Close the line to a program that may have ended already."""
        if self._talk is not None:
            with contextlib.suppress(OSError):
                self._talk.close()
            self._talk = None

    def _connect(self, place: Path) -> None:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self.program is not None and self.program.poll() is not None:
                raise WentWrongError(f"The program ended with {self.program.returncode}.")
            talk = socket.socket(socket.AF_UNIX)
            try:
                talk.connect(str(place))
            except OSError:
                talk.close()
                time.sleep(0.05)
                continue
            talk.settimeout(PATIENCE)
            self._hang_up()
            self._talk = talk.makefile("rw", encoding="utf-8")
            talk.close()  # what was made of it holds the line until it is closed itself
            return
        raise WentWrongError("The program never came.")

    # ---- eyes

    def _ask(self, words: str) -> Any:
        self._talk.write(words + "\n")
        self._talk.flush()
        return json.loads(self._talk.readline())

    def look(self) -> dict[str, Any]:
        """What is on the screens now."""
        return self._ask("look")  # type: ignore[no-any-return]

    def settle(self) -> dict[str, Any]:
        """Wait until nothing changes any more, and give what is there then."""
        before, end = self.look(), time.monotonic() + PATIENCE
        same = 0
        while time.monotonic() < end:
            time.sleep(0.04)
            now = self.look()
            same = same + 1 if now == before else 0
            if same >= 3:
                return now
            before = now
        return before

    def until(self, holds: Any, otherwise: str) -> None:
        """Wait for something that takes its time."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if holds():
                return
            time.sleep(0.05)
        raise WentWrongError(f"{otherwise}\n{self.told()}")

    @property
    def workshop(self) -> dict[str, Any]:
        """How far the workshop is."""
        return self.look()["workshop"]  # type: ignore[no-any-return]

    def window(self, title: str = "") -> dict[str, Any]:
        """The window with these words in its title; the active one without."""
        found = [
            each for each in self.look()["windows"]
            if (title in each["title"] if title else each["active"])
        ]  # fmt: skip
        if not found:
            raise WentWrongError(f"There is no window “{title}”.\n{self.told()}")
        return found[0]  # type: ignore[no-any-return]

    def told(self, title: str = "") -> str:
        """Every word that can be seen, by window; of one alone where it is named."""
        said = []
        for each in self.look()["windows"]:
            if title in each["title"]:
                words = [part["words"] or part["name"] for part in each["parts"]]
                said += [f"[{each['title']} on {each['screen']}]", *words]
        return "\n".join(said)

    def find(self, words: str, title: str = "", **like: object) -> dict[str, Any]:
        """The control with that name or these words, in that window or the active one."""
        for part in self.window(title)["parts"]:
            named = words in {part["name"], part["words"]}
            if named and all(part[key] == value for key, value in like.items()):
                return part  # type: ignore[no-any-return]
        raise WentWrongError(f"“{words}” cannot be seen.\n{self.told(title)}")

    def sees(self, words: str, title: str = "") -> bool:
        """Whether these words can be read in that window, or in any."""
        return words in self.told(title)

    def expect(self, words: str, title: str = "") -> None:
        """These words can be read, or something went wrong."""
        if not self.sees(words, title):
            raise WentWrongError(f"Not to be read: “{words}”.\n{self.told(title)}")

    def picture(self, name: str, *screens: str) -> None:
        """Keep what the screens show, if pictures are wanted."""
        if self.pictures is None:
            return
        self.settle()
        self.pictures.mkdir(parents=True, exist_ok=True)
        for screen in screens or tuple(self.look()["screens"]):
            self._ask(f"picture\t{self.pictures / f'{name}-{screen}.png'}\t{screen}")

    # ---- hands

    def _xdotool(self, *words: str) -> None:
        self.run("xdotool", *words)

    def press(self, *keys: str) -> None:
        """Press keys, one after another, where the keyboard is."""
        self._xdotool("key", "--delay", "25", *keys)
        self.steps += len(keys)
        self.settle()

    def type(self, words: str) -> None:
        """Type words where the keyboard is."""
        self._xdotool("type", "--delay", "15", words)
        self.steps += 1
        self.settle()

    def hold(self, key: str, seconds: float = 0.7) -> None:
        """A key under a heavy hand."""
        self.run("xset", "r", "rate", "150", "40")
        self._xdotool("keydown", key, "sleep", str(seconds), "keyup", key)
        self.run("xset", "r", "off")  # a slow machine holds no key by itself
        self.steps += 1
        self.settle()

    def click(self, words: str, title: str = "", **like: object) -> None:
        """Click on a control with the mouse, scrolled to where it is hidden."""
        part = self._scrolled_to(words, title, **like)
        for _ in range(20):
            x, y, wide, high = part["rect"]
            across = min(wide // 2, 40) if part["kind"] == "TickBox" else wide // 2
            self._xdotool("mousemove", str(x + across), str(y + high // 2))
            self.settle()
            now = self.find(words, title, **like)
            if now["rect"] == part["rect"]:
                break  # it stands still under the mouse
            part = now
        self._xdotool("click", "1")
        self.steps += 1
        self.settle()

    def _scrolled_to(self, words: str, title: str, **like: object) -> dict[str, Any]:
        """Turn the wheel over the window until the control can be seen."""
        for way, turns in (("5", 0), ("4", 40), ("5", 60)):
            for turn in range(turns + 1):
                with contextlib.suppress(WentWrongError):
                    part = self.find(words, title, **like)
                    if part["rect"][3] >= min(14, part["rect"][2]):
                        return part
                if turn < turns:
                    x, y, wide, high = self.window(title)["rect"]
                    down = high // 2 + (-90, 0, 90)[turn % 3]  # a list there keeps the wheel
                    spot = (str(x + wide // 2), str(y + down))
                    self._xdotool("mousemove", *spot, "click", "--repeat", "2", way)
                    self.settle()
        return self.find(words, title, **like)
