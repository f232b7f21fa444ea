"""Versions of program files, as Windows Installer wants them beside the files of a package.

wixl leaves them out. On an upgrade Windows then takes the old library, which has a version, for
newer than the one that comes, which seems to have none: it decides not to install that, and removes
the old one with the old program. Wine does not look at versions: it is to be seen on Windows alone.
"""

from __future__ import annotations

import struct
import subprocess
from collections.abc import Iterator
from pathlib import Path

from .debian_folder import program
from .places import SetUpError

_KEY = "VS_VERSION_INFO".encode("utf-16-le")
_SIGNATURE = struct.pack("<I", 0xFEEF04BD)
_ANY_LANGUAGE = "0"
_QUERIES_AT_ONCE = 40


def version_of(file: Path) -> str:
    """The version that Windows reads out of a program file, such as 6.11.0.0; empty without one.

    It stands behind the name of its resource, in a block that begins with a signature.
    """
    data = file.read_bytes() if file.suffix.lower() in {".exe", ".dll", ".pyd"} else b""
    name = data.find(_KEY)
    place = data.find(_SIGNATURE, name, name + 64) if name >= 0 else -1
    if place < 0:
        return ""
    high, low = struct.unpack_from("<II", data, place + 8)
    return ".".join(str(part) for each in (high, low) for part in (each >> 16, each & 0xFFFF))


def queries(versions: dict[str, str]) -> Iterator[str]:
    """What gives the files of a package their versions, by their keys in it.

    A hash may stand beside those files alone that have no version.
    """
    for key, version in sorted(versions.items()):
        yield (
            f"UPDATE `File` SET `Version` = '{version}', `Language` = '{_ANY_LANGUAGE}' "  # noqa: S608 - ours
            f"WHERE `File` = '{key}'"
        )
        yield f"DELETE FROM `MsiFileHash` WHERE `File_` = '{key}'"  # noqa: S608 - ours


def write_versions(package: Path, versions: dict[str, str]) -> None:
    """Give the files of a package their versions. Raises SetUpError where it does not hold them."""
    everything = list(queries(versions))
    for start in range(0, len(everything), _QUERIES_AT_ONCE):
        asked = everything[start : start + _QUERIES_AT_ONCE]
        subprocess.run(
            [program("bin/msibuild"), package, *(part for each in asked for part in ("-q", each))],
            check=True,
        )
    if {key: said for key, said in said_versions(package).items() if said} != versions:
        raise SetUpError(f"{package.name} does not name the versions of its files.")


def said_versions(package: Path) -> dict[str, str]:
    """What a package says: the version of each of its files by its key; empty where it has none."""
    return {row[0]: row[4] for row in table(package, "File")}


def table(package: Path, name: str) -> list[list[str]]:
    """The rows of one table of a package."""
    shown = subprocess.run(
        [program("bin/msiinfo"), "export", package, name],
        check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    return [line.split("\t") for line in shown.splitlines()[3:]]
