"""The program, a keyboard and a screen reader on a screen that nobody sees.

`Listening` starts a virtual screen, a window manager, a session bus, Orca and the real program with
a profile of its own. `press` and `type` do what a person does, and give back what Orca said of it.

Nothing here waits for a number of seconds. A step has ended when for a moment the keyboard's way
to the voice (screen, window manager, bus, program, reader) stood still: no event came, none
waited, and none of the processes had anything to do.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Self

ROOT = Path(__file__).parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"
READER = Path(__file__).with_name("orca_reader.py")
PROGRAM = Path(__file__).with_name("program.py")
NEEDED = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "orca": "orca",
    "dbus-daemon": "dbus",
    "gdbus": "libglib2.0-bin",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
}
"""Each command that listening needs, with its Debian package."""
PATIENCE = 120.0
"""Seconds until what never comes to rest is told; a busy machine is no fault of the program."""
LOOK_EVERY = 0.03
STILL = 10
"""So many looks in a row that find nothing moving are rest."""
LEAST_TICKS = 2
"""Processor time, in ticks of a hundredth of a second, that counts as nothing: a cursor blinks."""


def missing() -> list[str]:
    """The Debian packages without which nothing can be heard here."""
    return sorted({package for tool, package in NEEDED.items() if not shutil.which(tool)})


class NeverAtRestError(AssertionError):
    """The program or the reader went on and on, or has gone."""


class Listening:
    """Use it as a context. `home` holds the program's profile, and is made where it is missing."""

    def __init__(
        self,
        home: Path,
        *arguments: str,
        size: tuple[int, int] = (1280, 800),
        plant: str = "",
        env: dict[str, str] | None = None,
    ) -> None:
        self._home, self._arguments, self._size = home, arguments, size
        self._plant, self._more = plant, env or {}
        self._running: list[subprocess.Popen[bytes]] = []
        self._watched: dict[int, int] = {}
        self._env: dict[str, str] = {}
        self._heard: list[str] = []
        self.version = ""

    def __enter__(self) -> Self:
        try:
            self._open()
        except BaseException:
            self._close()
            raise
        return self

    def __exit__(self, *_error: object) -> None:
        self._close()

    # ---- what the person does

    def press(self, *keys: str) -> list[str]:
        """Press keys one after the other (`Tab`, `ctrl+f`), each when all is said of the last."""
        said: list[str] = []
        for key in keys:
            if key.startswith("alt+"):
                said += self._press_with_alt(key.removeprefix("alt+"))
            else:
                self._tool("xdotool", "key", "--clearmodifiers", key)
                said += self._listen()
        return said

    def _press_with_alt(self, key: str) -> list[str]:
        """Alt first, as hands do. Qt hands each key to the reader and goes on with it later: an Alt
        that comes back after the menu has opened closes it again.
        """
        self._tool("xdotool", "keydown", "alt")
        said = self._listen()
        self._tool("xdotool", "key", key)
        self._tool("xdotool", "keyup", "alt")
        return said + self._listen()

    def type(self, words: str) -> list[str]:
        """Type words into what has the focus."""
        self._tool("xdotool", "type", "--clearmodifiers", "--delay", "8", "--", words)
        return self._listen()

    def opening(self) -> list[str]:
        """What was said while the window came up."""
        return self._listen()

    def title(self) -> str:
        """The title of the window that is in front, as its frame says it."""
        found = subprocess.run(
            ["xdotool", "getactivewindow", "getwindowname"],
            env=self._env, check=False, capture_output=True, text=True, timeout=PATIENCE,
        )  # fmt: skip
        return found.stdout.strip()

    # ---- starting and ending

    def _open(self) -> None:
        self._home.mkdir(parents=True, exist_ok=True)
        keep = self._home / "session"
        for name in ("runtime", "config", "data", "cache"):
            (keep / name).mkdir(parents=True, exist_ok=True, mode=0o700)
        self._env = {
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
            "HOME": str(keep),
            "LANG": "C.UTF-8",
            "XDG_RUNTIME_DIR": str(keep / "runtime"),
            "XDG_CONFIG_HOME": str(keep / "config"),
            "XDG_DATA_HOME": str(keep / "data"),
            "XDG_CACHE_HOME": str(keep / "cache"),
            "NO_AT_BRIDGE": "0",
            "GSETTINGS_BACKEND": "memory",
            "HEARD_DEBUG": os.environ.get("HEARD_DEBUG", ""),
        }
        self._env["DISPLAY"] = self._screen()
        self._env["DBUS_SESSION_BUS_ADDRESS"] = self._bus()
        for wish in ("IsEnabled", "ScreenReaderEnabled"):
            self._tool(
                "gdbus", "call", "--session", "--dest", "org.a11y.Bus", "--object-path",
                "/org/a11y/bus", "--method", "org.freedesktop.DBus.Properties.Set",
                "org.a11y.Status", wish, "<true>",
            )  # fmt: skip
        self._start("openbox", "--sm-disable")
        self._reader = self._start(
            SYSTEM_PYTHON, str(READER), str(keep / "orca"), talks=True, name="reader"
        )
        self._wait(lambda: self._ask()["waiting"] == 0, "the reader")
        self._listen()  # it says that it is there
        env = {
            **self._more, "NTTP_READINESS_HOME": str(self._home), "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "PYTHONFAULTHANDLER": "1",
            "PYTHONPATH": str(ROOT), "HEARD_PLANT": self._plant,
        }  # fmt: skip
        self.program = self._start(
            sys.executable, str(PROGRAM), *self._arguments, env=env, name="program"
        )
        self._wait(self._window_is_active, "the window")

    def _screen(self) -> str:
        seen, written = os.pipe()
        width, height = self._size
        screen = subprocess.Popen(
            ["Xvfb", "-displayfd", str(written), "-screen", "0", f"{width}x{height}x24",
             "-nolisten", "tcp", "-noreset"],
            pass_fds=(written,), stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        os.close(written)
        self._keep(screen)
        with os.fdopen(seen) as numbers:
            return f":{numbers.readline().strip()}"

    def _bus(self) -> str:
        bus = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=self._env,
            start_new_session=True,
        )  # fmt: skip
        self._keep(bus)
        assert bus.stdout is not None
        return bus.stdout.readline().decode().strip()

    def _start(
        self,
        *command: str,
        env: dict[str, str] | None = None,
        talks: bool = False,
        name: str = "",
    ) -> subprocess.Popen[bytes]:
        log = (self._home / "session" / f"{name or Path(command[0]).name}.log").open("wb")
        with log:
            process = subprocess.Popen(
                command, env={**self._env, **(env or {})}, cwd=self._home,
                stdin=subprocess.PIPE if talks else subprocess.DEVNULL,
                stdout=subprocess.PIPE if talks else log, stderr=log, start_new_session=True,
            )  # fmt: skip
        self._keep(process)
        return process

    def _keep(self, process: subprocess.Popen[bytes]) -> None:
        self._running.append(process)
        self._watched[process.pid] = 0

    def _close(self) -> None:
        for process in reversed(self._running):
            process.terminate()
        for process in reversed(self._running):
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    pipe.close()

    def _tool(self, *command: str) -> str:
        done = subprocess.run(
            command, env=self._env, check=False, capture_output=True, text=True, timeout=PATIENCE
        )
        if done.returncode:
            raise NeverAtRestError(f"{' '.join(command[:3])}: {done.stderr.strip()}{self._logs()}")
        return done.stdout

    def _window_is_active(self) -> bool:
        found = subprocess.run(
            ["xdotool", "getactivewindow", "getwindowpid"],
            env=self._env, check=False, capture_output=True, text=True, timeout=PATIENCE,
        )  # fmt: skip
        return found.stdout.strip() == str(self.program.pid)

    # ---- waiting

    def _listen(self) -> list[str]:
        """What is said until everything has come to rest."""
        still, before, end = 0, -1, time.monotonic() + PATIENCE
        while still < STILL:
            if time.monotonic() > end:
                raise NeverAtRestError(f"no rest after {PATIENCE:.0f} s{self._logs()}")
            state = self._ask()
            resting = self._resting() and state["waiting"] == 0 and state["events"] == before
            before = state["events"]
            still = still + 1 if resting else 0
            time.sleep(LOOK_EVERY)
        said, self._heard = self._heard, []
        return said

    def _ask(self) -> dict[str, int]:
        pipe_in, pipe_out = self._reader.stdin, self._reader.stdout
        assert pipe_in is not None
        assert pipe_out is not None
        try:
            pipe_in.write(b"?\n")
            pipe_in.flush()
            line = pipe_out.readline()
        except BrokenPipeError:
            line = b""
        if not line:
            raise NeverAtRestError(f"the reader has gone{self._logs()}")
        state: dict[str, Any] = json.loads(line)
        self._heard += state["spoken"]
        self.version = state["version"]
        return state

    def _resting(self) -> bool:
        """Whether no process on the way runs, or has run for more than a blink since last asked."""
        rest = True
        for pid, before in self._watched.items():
            try:
                stat = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            ticks = int(stat[11]) + int(stat[12])
            # The reader has just answered, so it may well be seen running.
            sleeps = pid == self._reader.pid or stat[0] in "SZ"
            rest = rest and sleeps and ticks - before <= LEAST_TICKS
            self._watched[pid] = ticks
        return rest

    def _wait(self, look, what: str) -> None:
        end = time.monotonic() + PATIENCE
        while not look():
            if time.monotonic() > end or any(each.poll() is not None for each in self._running):
                raise NeverAtRestError(f"waited in vain for {what}{self._logs()}")
            time.sleep(LOOK_EVERY)

    def _logs(self) -> str:
        """The end of what each process wrote, for whoever has to find out why."""
        return "".join(
            f"\n--- {log.stem}\n{text}"
            for log in sorted((self._home / "session").glob("*.log"))
            if (text := log.read_text(errors="replace").strip()[-1500:])
        )
