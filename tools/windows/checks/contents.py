"""What is in the packages, and what is not."""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from pathlib import Path

from tools.shipped import QT, SHIPPED
from tools.windows import file_versions
from tools.windows.building import NAME
from tools.windows.installer import PROPERTIES, versions

from .steps import must

UNWANTED = re.compile(
    r"(?i)Qt6?(Network|Qml|Quick|Pdf|Sql|Test|OpenGL|WebSockets)|opengl32sw|libssl|libcrypto|_ssl\.|"
    r"_hashlib\.|icuuc|bcryptprimitives|/(tls|networkinformation|sqldrivers)/|pytest|hypothesis"
)
"""The network's libraries, stand-ins of the test bed, and tools of this project."""
UNSIGNED = {
    "etree", "_elementpath", "builder", "sax", "_pydantic_core", "_imaging", "_imagingcms",
    "_imagingft", "_imagingtk", "cd", "md", "pdfium",
}  # fmt: skip
"""Libraries whose makers signed them not; a rule by publisher alone would keep them out."""
MOST = 120e6
"""Bytes of the folder."""


def digests(folder: Path) -> dict[str, str]:
    """The hash of every file by its place in the folder."""
    return {
        each.relative_to(folder).as_posix(): hashlib.sha256(each.read_bytes()).hexdigest()
        for each in sorted(folder.rglob("*"))
        if each.is_file()
    }


def nothing_unwanted(folder: Path) -> str:
    names = list(digests(folder))
    found = [name for name in names if UNWANTED.search(f"/{name}")]
    must(not found, f"these must not be shipped: {', '.join(found)}")
    must(len(names) > 100, f"there are only {len(names)} files")
    size = sum(each.stat().st_size for each in folder.rglob("*") if each.is_file())
    must(size <= MOST, f"the folder holds {size / 1e6:.1f} MB")
    return f"{len(names)} files, {size / 1e6:.1f} MB, no network library, no stand-in"


def licences_complete(folder: Path) -> str:
    texts = {each.name.lower() for each in (folder / "_internal/assets/licences").iterdir()}
    wanted = {f"{part}.txt" for part in SHIPPED} | {"python.txt", "license", "lgpl-3.0.txt"}
    missing = sorted(wanted - texts)
    must(not missing, f"no licence text of {', '.join(missing)}")
    return f"{len(texts)} licence texts"


def hashes_hold(target: Path) -> str:
    lines = (target / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    must(len(lines) >= 5, "the list of hashes is too short")
    for line in lines:
        digest, _, name = line.partition("  ")
        seen = hashlib.sha256((target / name).read_bytes()).hexdigest()
        must(seen == digest, f"{name} is not what its hash says")
    return f"{len(lines)} files are what SHA256SUMS says"


def zip_is_the_folder(packed: Path, folder: Path) -> str:
    with zipfile.ZipFile(packed) as opened:
        names = {name for name in opened.namelist() if not name.endswith("/")}
        wanted = {f"{NAME}/{name}" for name in digests(folder)} | {f"{NAME}/portable"}
        must(names == wanted, f"{len(names ^ wanted)} files differ")
        must(opened.testzip() is None, "the zip is damaged")
    return f"{len(names)} files, with the portable marker"


def told_to_the_installer(folder: Path, packages: list[Path]) -> str:
    """What Windows Installer goes by on an upgrade and Wine does not heed, so that no other step
    could tell that it is missing.
    """
    wanted = versions(folder)
    for package in packages:
        said = {
            key: version for key, version in file_versions.said_versions(package).items() if version
        }
        must(
            said == wanted, f"{package.name}: {len(said.items() ^ wanted.items())} versions differ"
        )
        hashed = {row[0] for row in file_versions.table(package, "MsiFileHash")} & set(wanted)
        must(not hashed, f"{package.name}: {len(hashed)} files with a version have a hash as well")
        there = dict(row[:2] for row in file_versions.table(package, "Property"))
        lost = [name for name, value in PROPERTIES.items() if there.get(name) != value]
        must(not lost, f"{package.name} does not say {', '.join(lost)}")
    return f"{len(wanted)} versions of program files in each, no restart, every file replaced"


def signed_by_their_makers(folder: Path) -> str:
    """Who wants to allow by publisher must know of every library that nobody signed."""
    libraries = [each for each in folder.rglob("*") if each.suffix.lower() in {".dll", ".pyd"}]
    unsigned = {each.name.partition(".")[0] for each in libraries if not is_signed(each)}
    must(unsigned == UNSIGNED, f"signed otherwise than the guide says: {unsigned ^ UNSIGNED}")
    return f"{len(libraries)} libraries, all but {len(unsigned)} signed by their makers"


def is_signed(file: Path) -> bool:
    """Whether a program file carries a signature; whose, and whether it holds, is not asked."""
    data = file.read_bytes()
    head = int.from_bytes(data[0x3C:0x40], "little") + 24
    # The fifth of the directories, of which the longer head of 64 bits has all 16 bytes later.
    place = head + (112 if data[head : head + 2] == b"\x0b\x02" else 96) + 4 * 8
    return int.from_bytes(data[place + 4 : place + 8], "little") > 0


def bill_names_every_part(bill: Path) -> str:
    components = json.loads(bill.read_text(encoding="utf-8"))["components"]
    named = {re.sub("[-_.]+", "-", each["name"]).lower() for each in components}
    missing = {part.lower() for part in (*SHIPPED, *QT, "Python")} - named
    must(not missing, f"the bill of materials does not name {sorted(missing)}")
    without = [each["name"] for each in components if not each.get("licenses")]
    must(not without, f"it names no licence of {without}")
    return f"{len(components)} parts with their licences"
