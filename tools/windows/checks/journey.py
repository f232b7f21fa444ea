"""The main job through the window: begin, answer, save a copy, make the plan, close."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from nttp_readiness.figures.palette import LIGHT
from tools.windows.installer import WINDOW
from tools.windows.processes import processes, work
from tools.windows.wine import Prefix

from .comparing import from_source, same_paper
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
    display: str

    @cached_property
    def person(self) -> Person:
        return Person(self.display, self.work)

    def work(self) -> int:
        return work(self.processes())

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
        return processes(self.prefix, WINDOW)

    def answers(self) -> str:
        """A new assessment, its first question answered by one key, is kept by itself."""
        person = self.person
        person.keys("ctrl+n")
        person.wait_for_window(f"– {TITLE_END}")
        person.keys("ctrl+2", "Return", "3")
        wait(
            lambda: self._kept(3),
            "the answer is kept",
            lambda: list(self.data.rglob("*.readiness")),
        )
        return "answered with one key, kept by itself on the local disk"

    def _kept(self, choice: int) -> bool:
        return any(holds(each, choice) for each in self.data.glob("recovery/*.readiness"))

    def saves_a_copy(self) -> str:
        """A copy goes where the person says in the system's own dialog."""
        target = self.prefix.home / "Desktop" / COPY
        self.person.front(self.main())
        self.person.keys("ctrl+shift+s")
        self.say_where("Save a copy", target)
        must(holds(target, 3), "the copy does not hold the answer")
        return f"{COPY} was saved through the system's dialog"

    def makes_the_plan(self) -> str:
        """The plan, saved by a click and the system's dialog, is the paper made from source."""
        file, plan = (self.prefix.home / "Desktop" / name for name in (COPY, PLAN))
        self.person.front(self.main())
        self.person.keys("ctrl+e")
        self.person.click_colour(bytes.fromhex(LIGHT["loch"].removeprefix("#")))
        self.say_where("Save", plan)
        wanted = self.prefix.folder / "wanted.pdf"
        from_source("export", "--without", "notes", file, wanted)
        return same_paper(plan, wanted)

    def main(self) -> str:
        return self.person.wait_for_window(f"– {TITLE_END}")

    def say_where(self, dialog: str, target: Path) -> None:
        """Type a place into the system's dialog, press Enter, and wait for the file."""
        self.person.front(self.person.wait_for_window(dialog))
        inside = target.relative_to(self.prefix.disk).as_posix().replace("/", "\\")
        self.person.keys("ctrl+a")
        self.person.type(f"C:\\{inside}")
        self.person.keys("Return")
        wait(target.is_file, f"{target.name} is there", self.person.windows)
        self.person.rest()

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
        person.keys("ctrl+2")
        must(not holds(file, 1), "it was answered so before")
        person.keys("1")
        self.prefix.wine("wineboot", "--end-session", capture=True, DISPLAY=self.display)
        wait(lambda: not self.processes(), "the program has ended")
        must(holds(file, 1), "what was answered last is not in the file")
        return "what was answered last is in the file"

    def loses_its_drive(self, file: Path) -> str:
        """A stick is pulled while its file is open, and put back: nothing typed is lost."""
        person, stick = self.person, self.prefix.drive("f")
        copy = Path(shutil.copy(file, stick))
        self.start(rf"F:\{copy.name}")
        person.front(person.wait_for_window(f"– {TITLE_END}"))
        person.keys("ctrl+2", "4")
        wait(lambda: holds(copy, 4), "the first answer is in the file")
        letter = self.prefix.folder / "dosdevices/f:"
        letter.unlink()
        person.keys("0")
        wait(lambda: self._kept(0), "the second answer is kept on this computer")
        must(holds(copy, 4), "the file on the pulled stick was changed")
        letter.symlink_to(stick)
        person.keys("2")
        wait(lambda: holds(copy, 2), "the third answer is in the file")
        person.keys("ctrl+q")
        person.wait_for_window(TITLE_END, gone=True)
        return "kept on this computer while it was away, and in the file once it was back"


def holds(file: Path, choice: int) -> bool:
    """Whether an assessment's file has a question answered so."""
    try:
        answers = json.loads(file.read_text(encoding="utf-8"))["body"]["answers"]
    except (OSError, ValueError):  # just being replaced
        return False
    return any(answer.get("choice") == choice for answer in answers.values())
