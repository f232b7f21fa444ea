"""What people get: the portable zip, the two MSI packages, the bill of materials and the hashes."""

from __future__ import annotations

import hashlib
import shutil
import time
import zipfile
from pathlib import Path

from nttp_readiness import __version__

from .bill import write_bill
from .building import NAME, build_folder, commit, commit_time
from .debian_folder import fill
from .installer import ALL_USERS, ONE_USER, WINDOW, make_msi
from .interpreter import interpreter
from .places import DIST, PYTHON, SetUpError, say

BUILT_FROM = "built-from-commit.txt"
STEM = f"NTTP-Readiness-{__version__}"


def build(arguments: list[str]) -> int:
    """`windows build [FOLDER]`: everything into `dist/windows`, or into that folder."""
    target = Path(arguments[0]).resolve() if arguments else DIST
    make_packages(target)
    sizes = [each.stat().st_size for each in (target / NAME).rglob("*") if each.is_file()]
    say(f"The folder holds {sum(sizes) / 1e6:.1f} MB in {len(sizes)} files.")
    for each in sorted(target.iterdir()):
        if each.is_file():
            say(f"{each.stat().st_size / 1e6:8.1f} MB  {each}")
    return 0


def pack(arguments: list[str]) -> int:
    """`windows pack FOLDER`: packages of a folder that was built, once its programs are signed."""
    folder = Path(arguments[0]).resolve() if arguments else DIST / NAME
    if not (folder / WINDOW).is_file():
        raise SetUpError(f"There is no {WINDOW} in {folder}.")
    fill()  # another machine may have built the folder
    interpreter()
    pack_folder(folder, built_from(folder.parent) or commit())
    return 0


def make_packages(target: Path) -> None:
    """Build the folder, and each package of it, anew."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    of = commit()
    pack_folder(build_folder(target, of), of)


def pack_folder(folder: Path, of: str) -> None:
    """Lay each package beside the folder that it holds."""
    target, seconds = folder.parent, commit_time(of)
    say("Making the packages")
    portable(folder, target / f"{STEM}-portable.zip", seconds)
    for scope in (ALL_USERS, ONE_USER):
        make_msi(folder, target / f"{STEM}-{scope.key}.msi", __version__, scope, seconds)
    write_bill(PYTHON / "Lib/site-packages", target / f"{STEM}.cdx.json", __version__, seconds)
    write_hashes(target)
    (target / BUILT_FROM).write_text(f"{of}\n", encoding="utf-8")


def built_from(target: Path) -> str:
    """The commit whose packages lie there; empty where none do."""
    note = target / BUILT_FROM
    return note.read_text(encoding="utf-8").strip() if note.is_file() else ""


def portable(folder: Path, target: Path, seconds: int) -> None:
    """A zip whose program keeps everything in a folder beside itself."""
    when = time.gmtime(seconds)[:6]
    entries = {each.relative_to(folder.parent).as_posix(): each for each in folder.rglob("*")}
    marker = f"{NAME}/portable"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name in sorted((*(name for name, each in entries.items() if each.is_file()), marker)):
            info = zipfile.ZipInfo(name, when)
            info.external_attr = 0o644 << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(info, b"" if name == marker else entries[name].read_bytes())


def write_hashes(target: Path) -> None:
    """The hash of every package and of both programs, for lists of what may run."""
    ours = (BUILT_FROM, "SHA256SUMS")
    files = [each for each in sorted(target.iterdir()) if each.is_file() and each.name not in ours]
    files += sorted((target / NAME).glob("*.exe"))
    lines = [
        f"{hashlib.sha256(each.read_bytes()).hexdigest()}  {each.relative_to(target).as_posix()}"
        for each in files
    ]
    (target / "SHA256SUMS").write_text("\n".join(lines) + "\n", encoding="utf-8")
