"""What docs/it-guide.md tells an IT department to type, where no other step does it."""

from __future__ import annotations

import json
import shutil
from functools import partial
from pathlib import Path

from tools.windows.building import NAME
from tools.windows.display import screen
from tools.windows.installer import ALL_USERS
from tools.windows.interpreter import interpreter
from tools.windows.packages import STEM
from tools.windows.wine import Prefix, windows_path

from .comparing import command
from .install import Installed
from .journey import Journey
from .screens import opened
from .steps import Steps, must

LOG = "install.log"
DARK = 90
"""The middle lightness, of 255, below which a window is dark."""


def check_guide(steps: Steps, target: Path, newer: Path) -> None:
    """`newer`: the package of the next version, which an earlier step made."""
    prefix = Prefix("check").make(fresh=True)
    place = Installed(prefix, ALL_USERS, target / NAME, elsewhere=prefix.drive("d") / "Apps" / NAME)
    package = target / f"{STEM}-{ALL_USERS.key}.msi"
    name = "installation elsewhere, with a log"
    steps.take(name, partial(installs_elsewhere, place, package))
    after = {"after": name}
    steps.take("a bank for all", partial(offers_a_bank, place), **after)
    with screen("1280x800", manager=True) as display:
        journey = Journey(prefix, place.folder, display)
        steps.take("settings for all", partial(takes_preset_settings, journey), **after)
        steps.take("a folder on a stick", partial(keeps_on_a_stick, journey), **after)
    steps.take("upgrade elsewhere", partial(upgrades_elsewhere, place, newer), **after)
    steps.take("removal from elsewhere", partial(place.remove, newer), after="upgrade elsewhere")
    prefix.remove()


def typed(prefix: Prefix, line: str) -> int:
    """Run a line as somebody types it, with its quotation marks where they are."""
    note = prefix.disk / "typed.txt"
    note.write_text(line, encoding="utf-8")
    run = (
        r"import subprocess, sys; sys.exit(subprocess.run(open(r'C:\typed.txt').read()).returncode)"
    )
    return prefix.wine(interpreter(), "-c", run, capture=True, timeout=1200).returncode


def installs_elsewhere(place: Installed, package: Path) -> str:
    code = typed(
        place.prefix,
        rf'msiexec /i "{windows_path(package)}" /qn INSTALLDIR="D:\Apps\{NAME}" /l*v C:\{LOG}',
    )
    must(code == 0, f"msiexec ended with {code}")
    seen = place.is_whole()
    size = (place.prefix.disk / LOG).stat().st_size
    must(size, "the log is empty")
    must(not place.usual.exists(), f"it is in {place.usual}")
    return f"in D:\\Apps, {seen}, a log of {size} bytes"


def upgrades_elsewhere(place: Installed, newer: Path) -> str:
    """The next version goes where the old one is, without being told again."""
    seen = place.install(newer)
    must(not place.usual.exists(), f"it is in {place.usual}")
    return f"in the same place, {seen}"


def for_all(prefix: Prefix) -> Path:
    """What the IT department lays down for all accounts."""
    folder = prefix.disk / "ProgramData" / NAME
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def offers_a_bank(place: Installed) -> str:
    """An organisation's own bank, checked and then offered."""
    bank = for_all(place.prefix) / "question_banks/Ours"
    shutil.copytree(place.folder / "_internal/question_banks/nttp-roadmap", bank)
    where = rf"C:\ProgramData\{NAME}\question_banks\Ours"
    code, said = command(place.prefix, place.folder, "check-bank", where)
    must(code == 0, f"check-bank ended with {code}: {said[-300:]!r}")
    head = bank / "bank.toml"
    text = head.read_text(encoding="utf-8")
    head.write_text(text.replace("domains = [", "domains = [ 1,", 1), encoding="utf-8")
    code, _ = command(place.prefix, place.folder, "check-bank", where)
    must(code == 1, f"check-bank of a spoilt bank ended with {code}")
    head.write_text(text, encoding="utf-8")
    code, said = command(place.prefix, place.folder, "banks")
    must(code == 0 and where.encode() in said, f"it is not offered: {said[-300:]!r}")
    return "checked without a fault, told with one, and offered"


def takes_preset_settings(journey: Journey) -> str:
    """A dark window for everybody who chose nothing else."""
    (for_all(journey.prefix) / "settings.json").write_text(json.dumps({"theme": "dark"}))
    with opened(journey):
        _, points = journey.person.points()
    middle = sorted(points[::97])[len(points[::97]) // 2]
    must(middle < DARK, f"the middle lightness is {middle}")
    return f"the window is dark (middle lightness {middle} of 255)"


def keeps_on_a_stick(journey: Journey) -> str:
    """The window with `--data-dir`: all of its own on another drive, nothing in the profile."""
    stick = journey.prefix.drive("e")
    shutil.rmtree(journey.data)
    with opened(journey, "--data-dir", r"E:\Readiness"):
        pass
    must((stick / "Readiness/settings/settings.json").is_file(), "no settings on the stick")
    must(not journey.data.exists(), f"{journey.data} was written")
    return r"settings lie in E:\Readiness, nothing in the profile"
