"""The main job through the window: begin, answer, save a copy, make the plan, close."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tools.windows.installer import WINDOW
from tools.windows.wine import Prefix, windows_path

from .contents import digests
from .steps import NotHere, must
from .window import Person, painted, wait

TITLE_END = "NTTP Readiness"
COPY = "Copy for the board.readiness"
PLAN = "Plan through the window.pdf"


@dataclass
class Journey:
    """The installed program in one small Windows, and a person at its window."""

    prefix: Prefix
    folder: Path
    person: Person
    display: str

    def start(self, *arguments: str) -> None:
        """Start the window without a network, as a double click on the program does."""
        self.prefix.start(
            self.folder / WINDOW, *arguments, without_network=True, DISPLAY=self.display
        )

    def opens(self) -> str:
        """The window comes up, painted, with a profile that has nothing of ours."""
        must(not self.data.exists(), f"{self.data} is there before the first start")
        before = digests(self.folder)
        self.start()
        self.person.front(self.person.wait_for_window(TITLE_END))
        seen = painted(self.person)
        must(digests(self.folder) == before, "something was written into the program's folder")
        return f"the window is there, {seen}"

    @property
    def data(self) -> Path:
        return self.prefix.home / "AppData/Local/NTTP Readiness"

    @property
    def documents(self) -> Path:
        return self.prefix.home / "Documents"

    def has_no_network(self) -> str:
        """The running program sees no device but the loopback."""
        devices = [
            line.split(":")[0].strip()
            for process in self.processes()
            for line in Path(f"/proc/{process}/net/dev")
            .read_text(encoding="ascii")
            .splitlines()[2:]
        ]
        if not devices:
            raise NotHere("no process of the program can be seen")
        if set(devices) != {"lo"}:
            raise NotHere("this machine does not allow a namespace of its own")
        ports = subprocess.run(
            ["nsenter", f"--net=/proc/{self.processes()[0]}/ns/net", "cat", "/proc/net/tcp"],
            check=False, capture_output=True, text=True,
        )  # fmt: skip
        must(len(ports.stdout.splitlines()) <= 1, "a port is open")
        return "no device but the loopback, no open port"

    def processes(self) -> list[int]:
        """Numbers of the running window's processes."""
        found = []
        for each in Path("/proc").iterdir():
            if each.name.isdigit():
                try:
                    said = (each / "cmdline").read_bytes()
                    home = (each / "environ").read_bytes()
                except OSError:
                    continue
                if (
                    said.split(b"\0")[0].endswith(WINDOW.encode())
                    and str(self.prefix.folder).encode() in home
                ):
                    found.append(int(each.name))
        return found

    def answers(self) -> str:
        """A new assessment, its first question answered by one key, is in its file by itself."""
        person = self.person
        person.keys("ctrl+n")
        wait(
            lambda: any(t.endswith(f"– {TITLE_END}") for t in person.windows().values()),
            "a new assessment is open", person.windows,
        )  # fmt: skip
        person.keys("ctrl+2")
        person.keys("3")
        file = wait(
            self._own_file, "the answer is in a file", lambda: list(self.documents.glob("*"))
        )
        return f"answered with one key, kept by itself in {file}"

    def _own_file(self) -> str:
        for each in self.documents.glob("*.readiness"):
            answers = json.loads(each.read_text(encoding="utf-8"))["body"]["answers"]
            if any(answer.get("choice") == 3 for answer in answers.values()):
                return each.name
        return ""

    def saves_a_copy(self) -> str:
        """A copy goes where the person says in the system's own dialog."""
        person, target = self.person, self.prefix.home / "Desktop" / COPY
        target.parent.mkdir(exist_ok=True)
        person.keys("ctrl+shift+s")
        dialog = person.wait_for_window("Save")
        person.front(dialog)
        self.say_where(target)
        wait(target.is_file, f"{target.name} is there", person.windows)
        document = json.loads(target.read_text(encoding="utf-8"))
        must(document["body"]["answers"], "the copy holds no answer")
        return f"{COPY} was saved through the system's dialog"

    def say_where(self, target: Path) -> None:
        """Type a place into the system's dialog and press Enter."""
        inside = target.relative_to(self.prefix.disk).as_posix().replace("/", "\\")
        self.person.keys("ctrl+a")
        self.person.type(f"C:\\{inside}")
        self.person.keys("Return")

    def closes(self) -> str:
        """Pause and close: the window goes, and no process stays."""
        person = self.person
        person.front(person.wait_for_window(TITLE_END))
        person.keys("ctrl+q")
        person.wait_for_window(TITLE_END, gone=True)
        wait(lambda: not self.processes(), "the program has ended")
        leftovers = [each.name for each in self.documents.iterdir() if each.name.startswith(".")]
        must(not leftovers, f"these stay beside the assessment: {leftovers}")
        return "the window went, no process and no lock stays"

    def opens_by_double_click(self, file: Path) -> str:
        """What a double click asks of the system: open this file with what it belongs to."""
        self.prefix.start(file, without_network=True, DISPLAY=self.display)
        self.person.wait_for_window(f"– {TITLE_END}")
        return f"{file.name} opened in the window"

    def survives_the_end_of_the_session(self, file: Path) -> str:
        """The system ends the session while something was typed a moment ago."""
        person = self.person
        person.front(person.wait_for_window(f"– {TITLE_END}"))
        before = file.read_bytes()
        person.keys("ctrl+2")
        person.keys("1")
        self.prefix.wine("wineboot", "--end-session", capture=True, DISPLAY=self.display)
        wait(lambda: not self.processes(), "the program has ended")
        must(file.read_bytes() != before, "what was answered last is not in the file")
        return "what was answered last is in the file"


def command(prefix: Prefix, folder: Path, *arguments: object, **more: str) -> tuple[int, bytes]:
    """Run the command-line program; its status and what it printed, byte by byte."""
    out = prefix.folder / "printed"
    with out.open("wb") as file:
        done = subprocess.run(
            [prefix.loader, folder / "nttp-readiness.exe", *map(str, arguments)],
            env=prefix.environment(**more), stdin=subprocess.DEVNULL, stdout=file,
            stderr=subprocess.STDOUT, check=False, timeout=600,
        )  # fmt: skip
    return done.returncode, out.read_bytes()


def from_source(*arguments: object) -> bytes:
    """What the same command prints here, from source."""
    import sys  # noqa: PLC0415

    from tools.windows.places import ROOT  # noqa: PLC0415

    home = Path(os.environ.get("TMPDIR", "/tmp")) / "nttp-readiness-check-home"  # noqa: S108
    shutil.rmtree(home, ignore_errors=True)
    return subprocess.run(
        [sys.executable, "-m", "nttp_readiness", *map(str, arguments)], check=True, cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "NTTP_READINESS_HOME": str(home)},
        stdout=subprocess.PIPE,
    ).stdout  # fmt: skip


def same_words(prefix: Prefix, folder: Path, sample: Path) -> str:
    """Scores as text (in UTF-8) and as data are what the source says."""
    for form in ((), ("--json",)):
        code, seen = command(prefix, folder, "score", windows_path(sample), *form)
        must(code == 0, f"score ended with {code}: {seen[-300:]!r}")
        wanted = from_source("score", sample, *form)
        must(seen.replace(b"\r\n", b"\n") == wanted, "the scores differ from the source's")
    return "scores as text and as JSON are the source's, in UTF-8"
